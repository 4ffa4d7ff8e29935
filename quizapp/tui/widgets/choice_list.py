"""The choices of a question: a cursor while asking, signs and reasons afterwards."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message

from quizapp.items import Choice
from quizapp.tui.text import CURSOR, hanging
from quizapp.tui.widgets.arranged import Arranged

HEAD_CELLS = 5
"""Sign, number and full stop before a choice."""
STRUCK = "  (지움)"
"""Stands behind a choice that was struck out: the line through it alone would not show everywhere."""


class ChoiceList(Arranged):
    """All choices in one widget, painted anew from question to question; a click on a line picks its choice."""

    DEFAULT_CSS = """
    ChoiceList { height: auto; padding: 1 1 0 2; }
    """
    ALLOW_SELECT = False

    @dataclass
    class Clicked(Message):
        """The choice of that number was clicked."""

        number: int

    def __init__(self) -> None:
        super().__init__()
        self._choices: tuple[Choice, ...] = ()
        self._cursor = 0
        self._picked: int | None = None
        self._struck: frozenset[int] = frozenset()
        self._numbers: list[int] = []
        """For each line, the choice that stands on it; 0 for none."""

    @property
    def count(self) -> int:
        """How many choices are shown."""
        return len(self._choices)

    @property
    def cursor(self) -> int:
        """The number of the choice picked; 0 for none."""
        return self._cursor

    @cursor.setter
    def cursor(self, number: int) -> None:
        if number != self._cursor:
            self._cursor = number
            self.repaint()
        if number in self._numbers:
            self.bring_into_view(range(self._numbers.index(number), len(self._numbers) - self._numbers[::-1].index(number)))

    def ask(self, choices: tuple[Choice, ...], picked: int = 0, struck: frozenset[int] = frozenset()) -> None:
        """Shows *choices* to pick from, some of them *struck* out."""
        is_new = (choices, struck) != (self._choices, self._struck) or self._picked is not None
        if not is_new:
            self.cursor = picked
            return
        self._choices, self._cursor, self._picked, self._struck = choices, picked, None, struck
        self._show()

    def reveal(self, picked: int) -> None:
        """Shows which choice is right, which was picked, and why each is what it is."""
        self._picked = picked
        self._show()

    def on_click(self, event: events.Click) -> None:
        """A click on a choice."""
        row = event.get_content_offset_capture(self).y
        if 0 <= row < len(self._numbers) and (number := self._numbers[row]):
            self.post_message(self.Clicked(number))

    def _show(self) -> None:
        self.display = bool(self._choices)
        self.rearrange()

    def arranged(self, width: int) -> list[Content]:
        """The choices, with a line between them while they are asked and their reasons below them afterwards."""
        made, self._numbers = list[Content](), []
        for number, choice in enumerate(self._choices, 1):
            lines = self._asked(number, choice, width) if self._picked is None else self._revealed(number, choice, width)
            made += lines
            self._numbers += [number] * len(lines)
            if self._picked is None and number < len(self._choices):
                made.append(Content())
                self._numbers.append(0)
        return made

    def _asked(self, number: int, choice: Choice, width: int) -> list[Content]:
        is_cursor = number == self._cursor
        text = choice.text + (STRUCK if number in self._struck else "")
        lines = hanging(_head(CURSOR if is_cursor else " ", number), text, width)
        if is_cursor:
            return [Content(line + " " * (width - cell_len(line))).stylize("on $panel") for line in lines]
        if number in self._struck:
            return [Content(line).stylize("strike dim", HEAD_CELLS, len(line.removesuffix(STRUCK))) for line in lines]
        return [Content(line) for line in lines]

    def _revealed(self, number: int, choice: Choice, width: int) -> list[Content]:
        was_picked = number == self._picked
        sign = "✓" if choice.correct else "✗" if was_picked else " "
        lines = [Content(line) for line in hanging(_head(sign, number), choice.text, width)]
        if choice.correct or was_picked:
            lines = [line.stylize("$success" if choice.correct else "$error") for line in lines]
        why = hanging(" " * HEAD_CELLS, choice.why, width) if choice.why else []
        return lines + [Content(line).stylize("$muted") for line in why]


def _head(sign: str, number: int) -> str:
    return f"{sign} {number}. "
