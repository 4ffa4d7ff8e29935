"""The choices of a question: a cursor while asking, signs and reasons afterwards."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from quizapp.items import Choice
from quizapp.tui.text import plain

MOST = 7


class ChoiceRow(Horizontal):
    """One choice with its sign and number; a click picks it."""

    ALLOW_SELECT = False

    @dataclass
    class Clicked(Message):
        """The choice of that number was clicked."""

        number: int

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number
        self._sign = Static(classes="sign")
        self._text = Static(classes="text")
        self._why = Static(classes="why")

    def compose(self) -> ComposeResult:
        yield self._sign
        with Vertical():
            yield self._text
            yield self._why

    def show(self, sign: str, choice: Choice, *, why: bool = False) -> None:
        """Shows the choice behind its *sign*, with its reason or without."""
        self._sign.update(plain(f"{sign} {self.number}."))
        self._text.update(plain(choice.text))
        self._why.display = why
        if why:
            self._why.update(plain(choice.why))

    def on_click(self, event: events.Click) -> None:
        """Tells which choice it is."""
        event.stop()
        self.post_message(self.Clicked(self.number))


class ChoiceList(Vertical):
    """Rows that are updated in place from question to question."""

    DEFAULT_CSS = """
    ChoiceList {
        height: auto;
        ChoiceRow { height: auto; padding: 0 1 0 2; margin-top: 1; }
        ChoiceRow Vertical { height: auto; width: 1fr; }
        ChoiceRow .sign { width: 5; height: 1; }
        ChoiceRow .text { height: auto; }
        ChoiceRow .why { height: auto; color: $text-muted; }
        ChoiceRow.-cursor { background: $panel; }
        ChoiceRow.-right { color: $success; }
        ChoiceRow.-wrong { color: $error; }
        &.-feedback ChoiceRow { margin-top: 0; }
    }
    """

    cursor: reactive[int] = reactive(0, init=False)
    """The number of the choice picked; 0 for none."""

    def __init__(self) -> None:
        super().__init__()
        self._choices: tuple[Choice, ...] = ()
        self._rows = [ChoiceRow(number) for number in range(1, MOST + 1)]

    def compose(self) -> ComposeResult:
        yield from self._rows

    @property
    def count(self) -> int:
        """How many choices are shown."""
        return len(self._choices)

    def ask(self, choices: tuple[Choice, ...], picked: int = 0) -> None:
        """Shows *choices* to pick from."""
        self._choices = choices
        self.remove_class("-feedback")
        for row in self._rows:
            row.display = row.number <= len(choices)
            row.remove_class("-right", "-wrong")
        self.set_reactive(ChoiceList.cursor, picked)
        self._paint()

    def reveal(self, picked: int) -> None:
        """Shows which choice is right, which was picked, and why each is what it is."""
        self.add_class("-feedback")
        for row, choice in zip(self._rows, self._choices, strict=False):
            was_picked = row.number == picked
            row.remove_class("-cursor")
            row.set_class(choice.correct, "-right")
            row.set_class(was_picked and not choice.correct, "-wrong")
            row.show("✓" if choice.correct else "✗" if was_picked else " ", choice, why=True)

    def watch_cursor(self) -> None:
        """Moves the cursor's look."""
        self._paint()

    def _paint(self) -> None:
        for row, choice in zip(self._rows, self._choices, strict=False):
            is_picked = row.number == self.cursor
            row.set_class(is_picked, "-cursor")
            row.show(">" if is_picked else " ", choice)
