"""The choices of a question: a cursor while asking, signs and reasons afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from rich.table import Table
from rich.text import Text
from textual.message import Message
from textual.widgets import Static

from quizapp.items import Choice

SIGN_CELLS = 5
STRUCK = "  (지움)"
"""Stands behind a choice that was struck out: the line through it alone would not show everywhere."""


class ChoiceList(Static):
    """All choices in one widget, painted anew from question to question; a click on a line picks its choice."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"choice--cursor", "choice--right", "choice--wrong", "choice--why"}
    DEFAULT_CSS = """
    ChoiceList {
        height: auto;
        padding: 1 1 0 2;
        &> .choice--cursor { background: $panel; }
        &> .choice--right { color: $success; }
        &> .choice--wrong { color: $error; }
        &> .choice--why { color: $muted; }
    }
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
            self._paint()

    def ask(self, choices: tuple[Choice, ...], picked: int = 0, struck: frozenset[int] = frozenset()) -> None:
        """Shows *choices* to pick from, some of them *struck* out."""
        self._choices, self._cursor, self._picked, self._struck = choices, picked, None, struck
        self._paint()

    def reveal(self, picked: int) -> None:
        """Shows which choice is right, which was picked, and why each is what it is."""
        self._picked = picked
        self._paint()

    def action_pick(self, number: int) -> None:
        """A click on a choice."""
        self.post_message(self.Clicked(number))

    def notify_style_update(self) -> None:
        """Paints in the colours of another theme."""
        super().notify_style_update()
        if self._choices:
            self._paint()

    def _paint(self) -> None:
        self.display = bool(self._choices)
        grid = Table.grid(expand=True)
        grid.add_column(width=SIGN_CELLS)
        grid.add_column(ratio=1, overflow="fold")
        for number, choice in enumerate(self._choices, 1):
            if self._picked is None:
                self._add_asked(grid, number, choice)
            else:
                self._add_revealed(grid, number, choice, was_picked=number == self._picked)
        self.update(grid)

    def _add_asked(self, grid: Table, number: int, choice: Choice) -> None:
        is_cursor = number == self._cursor
        style = self.get_component_rich_style("choice--cursor") if is_cursor else Style()
        link = Style(meta={"@click": f"pick({number})"})
        text = Text(choice.text, link)
        if number in self._struck:
            text.stylize(Style(strike=True, dim=True))
            text.append(STRUCK, link)
        grid.add_row(Text(f"{'>' if is_cursor else ' '} {number}.", link), text, style=style)
        if number < len(self._choices):
            grid.add_row("", "")

    def _add_revealed(self, grid: Table, number: int, choice: Choice, *, was_picked: bool) -> None:
        name = "choice--right" if choice.correct else "choice--wrong" if was_picked else ""
        style = self.get_component_rich_style(name, partial=True) if name else Style()
        sign = "✓" if choice.correct else "✗" if was_picked else " "
        grid.add_row(Text(f"{sign} {number}.", style), Text(choice.text, style))
        grid.add_row("", Text(choice.why, self.get_component_rich_style("choice--why", partial=True)))
