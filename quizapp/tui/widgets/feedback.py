"""What is said after an answer: the rule, the worked solution, the code, the reference."""

from __future__ import annotations

from textual.content import Content

from quizapp.items import Card, Question
from quizapp.tui.text import hanging, verbatim
from quizapp.tui.widgets.arranged import Arranged

INDENT = "  "


class Feedback(Arranged):
    """The parts that the question has, one below the other; the code is folded until asked for."""

    DEFAULT_CSS = """
    Feedback { height: auto; padding: 1 2; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._question: Question | None = None
        self._card: Card | None = None
        self._code_is_open = False
        self._code_rows = range(0)

    def hide(self) -> None:
        """Shows nothing."""
        self.display = False

    def show(self, question: Question, card: Card | None = None) -> None:
        """Shows what the question has, and a related *card*; the code stays folded."""
        self._question, self._card, self._code_is_open = question, card, False
        self.display = bool(question.explanation or question.steps or question.code or card or question.reference)
        self.rearrange()

    def toggle_code(self) -> None:
        """Unfolds the code and brings it into view, or folds it."""
        self._code_is_open = not self._code_is_open
        self.rearrange()
        self.call_after_refresh(lambda: self.bring_into_view(self._code_rows))

    def arranged(self, width: int) -> list[Content]:
        """The parts with a line between them."""
        question = self._question
        if question is None:
            return []
        made = list[Content]()
        if question.explanation:
            _add(made, hanging("해설  ", question.explanation, width))
        if question.steps:
            _add(made, [line for step in question.steps for line in hanging(INDENT, step, width)])
        if question.code:
            start = len(made) + bool(made)
            _add(made, self._code(question.code, width), "$muted")
            self._code_rows = range(start, len(made))
        if self._card is not None:
            _add(made, [*hanging("함께 볼 카드  ", self._card.front, width), *hanging(INDENT, self._card.back, width)])
        if question.reference:
            _add(made, hanging("근거  ", question.reference, width), "$muted")
        return made

    def _code(self, code: str, width: int) -> list[str]:
        heading, shown = ("코드    (c 접기)", code) if self._code_is_open else ("코드", f"{code.splitlines()[-1]}    (c 펼치기)")
        return [INDENT + line for line in (heading, *verbatim(shown, width - len(INDENT)))]


def _add(made: list[Content], lines: list[str], style: str = "") -> None:
    """Puts *lines* below what there is, with an empty line between."""
    if made:
        made.append(Content())
    made += [Content(line).stylize(style) if style else Content(line) for line in lines]
