"""A field for typing Korean, with the terminal's cursor where an input method composes."""

from __future__ import annotations

from textual import events
from textual.geometry import Offset
from textual.widgets import Input


class Field(Input):
    """An input whose hardware cursor stands on the painted one.

    Textual's own puts it one cell to the right at the end of the text and, on first focus, a row too high; terminals draw what an input
    method composes at the hardware cursor.
    """

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal's cursor belongs."""
        offset = super().cursor_screen_offset
        return offset - Offset(1, 0) if self.cursor_at_end else offset

    def on_focus(self, _: events.Focus) -> None:
        """Moves the cursor after the layout is known."""
        self.call_after_refresh(self._place_cursor)

    def on_resize(self, _: events.Resize) -> None:
        """Moves the cursor with the field."""
        self.call_after_refresh(self._place_cursor)

    def _place_cursor(self) -> None:
        if self.has_focus:
            self.app.cursor_position = self.cursor_screen_offset
            self.refresh()
