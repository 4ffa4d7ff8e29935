"""What is said after an answer: the rule, the worked solution, the code, the reference."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from quizapp.items import Form, Question
from quizapp.tui.text import plain


class Feedback(Vertical):
    """Parts that are shown where the question has them."""

    DEFAULT_CSS = """
    Feedback {
        height: auto;
        padding: 0 2;
        .part { height: auto; margin-top: 1; }
        #steps { padding-left: 2; }
        #code { padding: 0 2; background: $surface; color: $text-muted; }
        #reference { color: $text-muted; margin-bottom: 1; }
    }
    """

    def compose(self) -> ComposeResult:
        for name in ("answer", "explanation", "steps", "code", "reference"):
            yield Static(id=name, classes="part")

    def show(self, question: Question) -> None:
        """Shows what the question has; the code stays folded."""
        self._code = question.code
        self._code_is_open = False
        self.display = True
        self._put("answer", question.shown if question.form is Form.CARD else "")
        self._put("explanation", f"해설  {question.explanation}" if question.explanation else "")
        self._put("steps", "\n".join(question.steps))
        self._put("reference", f"근거  {question.reference}" if question.reference else "")
        self._show_code()

    def toggle_code(self) -> None:
        """Unfolds or folds the code."""
        self._code_is_open = not self._code_is_open
        self._show_code()

    def _show_code(self) -> None:
        folded = f"코드  {self._code.splitlines()[-1]}    (c 펼치기)" if self._code else ""
        self._put("code", self._code if self._code_is_open else folded)

    def _put(self, name: str, text: str) -> None:
        part = self.query_one(f"#{name}", Static)
        part.display = bool(text)
        part.update(plain(text))
