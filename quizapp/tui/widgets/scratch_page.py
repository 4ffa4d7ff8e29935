"""A blank page beside a question, for working by hand; it counts nothing. Its screen keeps what is written."""

from __future__ import annotations

from textual.widgets import TextArea


class ScratchPage(TextArea):
    """The page of the question that is shown."""

    DEFAULT_CSS = """
    ScratchPage {
        height: 9;
        border: none;
        border-top: solid $panel;
        padding: 0 2;
        background: $surface;
        &:focus { border: none; border-top: solid $accent; }
    }
    """

    def __init__(self, text: str) -> None:
        super().__init__(text, id="scratch", soft_wrap=True, show_line_numbers=False)
        self.border_title = "연습지 (Esc로 닫기)"

    def on_mount(self) -> None:
        """Ready to be written on, below what is there."""
        self.move_cursor(self.document.end)
        self.focus()
