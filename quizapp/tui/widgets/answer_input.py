"""The field for a typed answer, with the terminal's cursor where an input method composes."""

from __future__ import annotations

from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.widgets import Input

from quizapp.numbers import MOST_TYPED


class AnswerInput(Input):
    """An input whose hardware cursor stands on the painted one.

    Textual's own puts it one cell to the right at the end of the text and, on first focus, a row too high; terminals draw what an input
    method composes at the hardware cursor.
    """

    class Refused(Message):
        """More was typed or pasted than an answer may have."""

    def __init__(self) -> None:
        super().__init__(id="answer", select_on_focus=False, max_length=MOST_TYPED)

    def ask(self, hint: str) -> None:
        """Waits empty for an answer; until something is typed it shows the *hint*."""
        self.display, self.disabled = True, False
        self.placeholder = hint
        self.value = ""
        self.focus()

    def close(self, *, is_shown: bool) -> None:
        """Takes nothing more; still *shown* below a question that was answered with it."""
        self.display, self.disabled = is_shown, True

    def restricted(self) -> None:
        """Tells instead of ringing."""
        self.post_message(self.Refused())

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
