"""One line above the footer for what must be said now. A line and not a toast: toasts cut Hangul where they cross a widget's edge."""

from __future__ import annotations

from textual.widgets import Static

from quizapp.tui.text import plain


class StatusLine(Static):
    """Says one thing; empty when there is nothing to say."""

    DEFAULT_CSS = """
    StatusLine {
        height: auto;
        min-height: 1;
        max-height: 7;
        width: 100%;
        max-width: 104;
        padding: 0 3;
        color: $muted;
        &.-problem { color: $error; text-style: bold; }
    }
    """

    def say(self, text: str) -> None:
        """A remark."""
        self._put(text, is_problem=False)

    def complain(self, text: str) -> None:
        """Something that did not work, with what to do."""
        self._put(f"! {text}", is_problem=True)

    def _put(self, text: str, *, is_problem: bool) -> None:
        if str(self.content) != text:  # the same again would have the whole screen laid out
            self.update(plain(text))
        self.set_class(is_problem, "-problem")
