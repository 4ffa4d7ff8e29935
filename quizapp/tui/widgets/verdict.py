"""Below the title: how the answer was, with a sign as well as a colour."""

from __future__ import annotations

from textual.widgets import Static

from quizapp.tui.text import plain


class Verdict(Static):
    """Says right or wrong; empty while a question is asked."""

    DEFAULT_CSS = """
    Verdict {
        height: auto;
        min-height: 1;
        max-height: 3;
        width: 100%;
        max-width: 104;
        padding: 0 3;
        text-style: bold;
        &.-right { color: $success; }
        &.-wrong { color: $error; }
    }
    """

    def __init__(self) -> None:
        super().__init__(id="verdict")

    def show(self, text: str, *, correct: bool) -> None:
        """Puts the verdict."""
        self.set_class(correct, "-right")
        self.set_class(not correct, "-wrong")
        self.update(plain(text))

    def clear(self) -> None:
        """Says nothing."""
        self.update("")
