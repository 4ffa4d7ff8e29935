"""The first line of every screen: where one is on the left, numbers on the right, a rule below."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from quizapp.tui.text import plain


class TitleBar(Horizontal):
    """Two texts on one line."""

    DEFAULT_CSS = """
    TitleBar {
        dock: top;
        height: 2;
        padding: 0 1;
        border-bottom: solid $panel;
        #left { width: 1fr; height: 1; text-style: bold; text-wrap: nowrap; text-overflow: ellipsis; }
        #right { width: auto; height: 1; color: $text-muted; padding-left: 2; }
    }
    """

    def __init__(self, left: str = "", right: str = "") -> None:
        super().__init__()
        self._left = Static(plain(left), id="left")
        self._right = Static(plain(right), id="right")

    def compose(self) -> ComposeResult:
        yield self._left
        yield self._right

    def show(self, left: str, right: str) -> None:
        """Puts other texts."""
        self._left.update(plain(left))
        self._right.update(plain(right))
