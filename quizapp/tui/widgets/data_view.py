"""What stands below a stem: a table in whatever arrangement fits the width, or text as written."""

from __future__ import annotations

from quizapp.items import Data, Table
from quizapp.tui.tables import fitting_table
from quizapp.tui.text import verbatim, wrapped
from quizapp.tui.widgets.arranged import Arranged


class DataView(Arranged):
    """Shows a table or text, anew when the width changes."""

    DEFAULT_CSS = """
    DataView { height: auto; padding: 0 4; margin-top: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._data: Data = None
        self._is_prose = False

    def show(self, data: Data, *, is_prose: bool = False) -> None:
        """Puts other data; nothing is shown for None. Sentences are wrapped, other text is shown as it is written."""
        self.display = data is not None
        if (data, is_prose) != (self._data, self._is_prose):
            self._data, self._is_prose = data, is_prose
            self.rearrange()

    def arranged(self, width: int) -> list[str]:
        """The table, or the lines of the text."""
        if isinstance(self._data, Table):
            return fitting_table(self._data, width)
        return (wrapped if self._is_prose else verbatim)(self._data or "", width)
