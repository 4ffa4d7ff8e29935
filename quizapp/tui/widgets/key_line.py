"""The last line of every screen: the keys that work now, each clickable.

One widget that is painted anew where Textual's own footer makes a widget a key and all of them again at every change, which cost 40 ms of
the first question and 5 ms of every later one.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from quizapp.tui.commands import Command

GAP = "  "
LAST_TO_GO = ("help", "back", "leave", "home", "close", "hand_in")
"""Actions whose keys are shown before all others where there is no room: the ways out, and help, which goes before them."""


class KeyLine(Widget):
    """Shows commands in the order given; where the width does not allow for all, those further back go first, but never the way out."""

    DEFAULT_CSS = """
    KeyLine {
        dock: bottom;
        width: 100%;
        height: 1;
        padding: 0 1;
        background: $surface;
        text-wrap: nowrap;
        text-overflow: clip;
    }
    """
    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self.set_reactive(Widget.auto_links, value=False)  # a link's looks would cover the key's
        self._commands: tuple[Command, ...] = ()
        self._is_typing = False

    def show(self, commands: Iterable[Command], *, is_typing: bool = False) -> None:
        """Shows other commands; while the learner *is typing*, with the keys that do not go into the field."""
        shown = tuple(command for command in commands if command.typing_key or not is_typing)
        if (shown, is_typing) != (self._commands, self._is_typing):
            self._commands, self._is_typing = shown, is_typing
            self.refresh()

    def render(self) -> Content:
        """The line for the width of now."""
        entries = [_entry(command, self._key(command)) for command in self._commands]
        kept = list(range(len(entries)))
        for index in self._dispensable():
            if sum(entries[at].cell_length for at in kept) + len(GAP) * (len(kept) - 1) <= self.content_size.width:
                break
            kept.remove(index)
        return Content(GAP).join(entries[at] for at in kept)

    def _dispensable(self) -> list[int]:
        """The indices of the commands in the order in which they go: from the back, help last; the way out stays."""
        others = [at for at, command in enumerate(self._commands) if command.name not in LAST_TO_GO]
        helps = [at for at, command in enumerate(self._commands) if command.name == "help"]
        return others[:0:-1] + helps + others[:1]

    def _key(self, command: Command) -> str:
        return (command.typing_key if self._is_typing else command.shown_key) or command.keys.partition(",")[0]


def _entry(command: Command, key: str) -> Content:
    entry = Content(f"{key} {command.label}")
    if not command.is_native:
        action = command.action if "." in command.action else f"screen.{command.action}"
        entry = entry.stylize(Style.from_meta({"@click": action}))
    return entry.stylize("bold $accent", 0, len(key))
