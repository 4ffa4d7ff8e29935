"""The keys of a screen, from the command registry."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from quizapp.tui.commands import COMMANDS, bindings
from quizapp.tui.text import padded, plain

KEY_CELLS = 18
_NAMES = {
    "escape": "Esc", "enter": "Enter", "space": "Space", "pageup": "PgUp", "pagedown": "PgDn", "up": "↑", "down": "↓", "left": "←",
    "right": "→", "question_mark": "?", "plus": "+", "minus": "-", "equals_sign": "=",
}  # fmt: skip


class HelpScreen(ModalScreen[None]):
    """A list of keys over the screen it belongs to."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("help")

    def __init__(self, name: str) -> None:
        super().__init__()
        self._lines = [f"{padded(_names(command.keys), KEY_CELLS)}{command.help}" for command in COMMANDS[name]]

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="sheet"):
            yield Static(plain("이 화면의 키"), id="heading")
            yield Static(plain("\n".join(self._lines)))
            yield Static(plain("글자 키는 한글 자판 그대로 눌러도 됩니다 (u = ㅕ)."), classes="muted", id="note")

    def action_close(self) -> None:
        """Back to the screen below."""
        self.dismiss()


def _names(keys: str) -> str:
    return ", ".join(_NAMES.get(key, key.upper() if len(key) > 1 else key) for key in keys.split(","))
