"""The keys of a screen, from the command registry."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from quizapp.tui.commands import Command, bindings
from quizapp.tui.text import hanging, padded, plain
from quizapp.tui.widgets.arranged import Fitted

KEY_CELLS = 18
_NAMES = {
    "escape": "Esc", "pageup": "PgUp", "pagedown": "PgDn", "up": "↑", "down": "↓", "left": "←", "right": "→", "question_mark": "?",
    "plus": "+", "minus": "-", "equals_sign": "=",
}  # fmt: skip


class HelpScreen(ModalScreen[None]):
    """A list of keys over the screen it belongs to: those that work *now*, and those of other moments."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("help")

    def __init__(self, now: list[Command], later: list[Command]) -> None:
        super().__init__()
        self._now, self._later = now, later

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="sheet"):
            yield Static(plain("이 화면의 키" if not self._later else "지금 쓰는 키"), classes="heading")
            yield Fitted(lambda width: _rows(self._now, width))
            if self._later:
                yield Static(plain("다른 때 쓰는 키"), classes="heading")
                yield Fitted(lambda width: _rows(self._later, width))
            yield Static(plain("글자 키는 한글 자판 그대로 눌러도 됩니다 (u = ㅕ)."), classes="muted")

    def action_close(self) -> None:
        """Back to the screen below."""
        self.dismiss()


def _rows(commands: list[Command], width: int) -> list[str]:
    return [line for command in commands if command.help for line in hanging(padded(_keys(command), KEY_CELLS), command.help, width)]


def _keys(command: Command) -> str:
    """All keys of a command; of those that stand for several, the span."""
    if "-" in command.shown_key[1:]:
        return command.shown_key
    return ", ".join(map(_name, command.keys.split(",")))


def _name(key: str) -> str:
    *modifiers, last = key.split("+")
    return "+".join([*map(str.capitalize, modifiers), _NAMES.get(last) or (last.capitalize() if len(last) > 1 or modifiers else last)])
