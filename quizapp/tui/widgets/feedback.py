"""What is said after an answer: the rule, the worked solution, the code, the reference."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from quizapp.items import Card, Form, Question
from quizapp.tui.text import plain


class Feedback(Static):
    """The parts that the question has, one below the other; the code is folded until asked for."""

    DEFAULT_CSS = """
    Feedback { height: auto; padding: 1 2; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._question: Question | None = None
        self._card: Card | None = None
        self._code_is_open = False

    def hide(self) -> None:
        """Shows nothing."""
        self.display = False

    def show(self, question: Question, card: Card | None = None) -> None:
        """Shows what the question has, and a related *card*; the code stays folded."""
        self._question, self._card, self._code_is_open = question, card, False
        self._paint(question)

    def toggle_code(self) -> None:
        """Unfolds or folds the code."""
        if self._question is not None:
            self._code_is_open = not self._code_is_open
            self._paint(self._question)

    def _paint(self, question: Question) -> None:
        parts = [plain(question.shown)] if question.form is Form.CARD else []
        if question.explanation:
            parts.append(plain(f"해설  {question.explanation}"))
        if question.steps:
            parts.append(plain("\n".join(f"  {step}" for step in question.steps)))
        if question.code:
            parts.append(self._code(question.code))
        if self._card is not None:
            parts.append(plain(f"함께 볼 카드  {self._card.front}\n{self._card.back}"))
        if question.reference:
            parts.append(plain(f"근거  {question.reference}").stylize("$muted"))
        self.display = bool(parts)
        self.update(Content("\n\n").join(parts))

    def _code(self, code: str) -> Content:
        lines = code.splitlines()
        shown = lines if self._code_is_open else [f"{lines[-1]}    (c 펼치기)"]
        return plain("\n".join(f"  {line}" for line in ["코드", *shown])).stylize("$muted")
