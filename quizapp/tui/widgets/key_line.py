"""The last line of every screen: the keys that work now, each clickable.

One widget that is painted anew where Textual's own footer makes a widget a key and all of them again at every change, which cost 40 ms of
the first question and 5 ms of every later one.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from quizapp.tui.commands import Command


class KeyLine(Static):
    """Shows commands in the order given, as far as the width allows."""

    DEFAULT_CSS = """
    KeyLine {
        dock: bottom;
        width: 100%;
        height: 1;
        padding: 0 1;
        background: $surface;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """
    ALLOW_SELECT = False

    def show(self, commands: Iterable[Command]) -> None:
        """Shows other commands."""
        self.update(Content("  ").join(_entry(command) for command in commands))


def _entry(command: Command) -> Content:
    action = command.action if "." in command.action else f"screen.{command.action}"
    key = command.shown_key or command.keys.partition(",")[0]
    return Content(f"{key} {command.label}").stylize(Style.from_meta({"@click": action})).stylize("bold $accent", 0, len(key))
