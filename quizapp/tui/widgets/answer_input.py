"""The field for a typed answer."""

from __future__ import annotations

from textual.message import Message

from quizapp.numbers import MOST_TYPED
from quizapp.tui.widgets.field import Field


class AnswerInput(Field):
    """Takes an answer of at most so many letters."""

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
