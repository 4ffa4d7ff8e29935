"""What every screen does alike: its keys from the registry, help, and a word when the input method swallows them."""

from __future__ import annotations

from textual import events
from textual.screen import Screen
from textual.widgets import Input

from quizapp.tui.keys import is_hangul_syllable
from quizapp.tui.widgets.status_line import StatusLine


class BaseScreen(Screen[None]):
    """A full screen with a status line and a help page of its own."""

    NAME = ""
    """The screen's name in the command registry."""

    def action_help(self) -> None:
        """Lists this screen's keys."""
        from quizapp.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.NAME))

    def on_key(self, event: events.Key) -> None:
        """A composed syllable is no command: two keys may be in it, so neither is carried out."""
        if is_hangul_syllable(event.character) and not isinstance(self.focused, Input):
            self.query_one(StatusLine).complain("한글이 조합되어 들어왔습니다. 한/영 키를 확인하거나 숫자·화살표·Enter를 쓰세요.")
