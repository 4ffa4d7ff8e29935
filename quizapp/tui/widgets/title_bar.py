"""The first line of every screen: where one is on the left, numbers on the right, a rule below."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from quizapp.tui.text import plain, shortened


class TitleBar(Widget):
    """Two texts on one line. One widget and not three: every widget costs about a millisecond of the start."""

    DEFAULT_CSS = """
    TitleBar {
        dock: top;
        width: 100%;
        height: 2;
        padding: 0 1;
        border-bottom: solid $panel;
        text-wrap: nowrap;
    }
    """

    def __init__(self, left: str = "", right: str = "") -> None:
        super().__init__()
        self._left, self._right = left, right

    def show(self, left: str, right: str) -> None:
        """Puts other texts."""
        self._left, self._right = left, right
        self.refresh()

    def render(self) -> Content:
        """The line for the width of now; made while painting, so that it is in the first frame."""
        width = self.content_size.width
        room = max(0, width - cell_len(self._right) - 2)
        left = shortened(self._left, room)
        return plain(left).stylize("bold") + plain(f"  {self._right}").stylize("$muted")
