"""What stands below a stem: a table in whatever arrangement fits the width, or text as written."""

from __future__ import annotations

from quizapp.items import Data, Table
from quizapp.tui.tables import fitting_table
from quizapp.tui.text import verbatim
from quizapp.tui.widgets.arranged import Arranged


class DataView(Arranged):
    """Shows a table or text, anew when the width changes."""

    DEFAULT_CSS = """
    DataView { height: auto; padding: 0 4; margin-top: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._data: Data = None

    def show(self, data: Data) -> None:
        """Puts other data; nothing is shown for None."""
        self.display = data is not None
        if data != self._data:
            self._data = data
            self.rearrange()

    def arranged(self, width: int) -> list[str]:
        """The table, or the lines of the text."""
        if isinstance(self._data, Table):
            return fitting_table(self._data, width)
        return verbatim(self._data or "", width)
