"""What stands below a stem: a table in whatever arrangement fits the width, or text as written."""

from __future__ import annotations

from textual import events
from textual.widgets import Static

from quizapp.items import Data, Table
from quizapp.tui.text import fitting_table, plain


class DataView(Static):
    """Shows a table or text, anew when the width changes."""

    DEFAULT_CSS = """
    DataView { height: auto; padding: 0 4; margin-top: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._data: Data = None

    def show(self, data: Data) -> None:
        """Puts other data; nothing is shown for None."""
        self._data = data
        self.display = data is not None
        self._paint()

    def on_resize(self, _: events.Resize) -> None:
        """Arranges the table for the new width."""
        self._paint()

    def _paint(self) -> None:
        if isinstance(self._data, Table):
            self.update(plain("\n".join(fitting_table(self._data, self.content_size.width or 72))))
        elif self._data is not None:
            self.update(plain(self._data))
