"""What every screen does alike: its keys from the registry, help, the way home, and a word when the input method swallows keys."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from textual import events
from textual.screen import Screen
from textual.widgets import Input

from quizapp.errors import QuizappError
from quizapp.tui.commands import COMMANDS
from quizapp.tui.keys import is_hangul_syllable
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.status_line import StatusLine
from quizapp.usecases.desk import Desk


class BaseScreen(Screen[None]):
    """A full screen with a status line, a line of keys and a help page of its own."""

    NAME = ""
    """The screen's name in the command registry."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def on_screen_resume(self) -> None:
        """Shows the keys when the screen comes to the front."""
        self.show_keys()

    def show_keys(self) -> None:
        """Shows the keys that work now."""
        self.refresh_bindings()
        now = [command for command in COMMANDS[self.NAME] if command.in_footer and self.check_action(command.name, ())]
        self.query_one(KeyLine).show(now)

    @contextmanager
    def telling(self) -> Iterator[None]:
        """What fails within is told in the status line, and the screen stays as it is."""
        try:
            yield
        except QuizappError as error:
            self.query_one(StatusLine).complain(str(error))

    def go_home(self) -> None:
        """Leaves for the first screen, which may not have been shown yet."""
        from quizapp.tui.screens.home import HomeScreen

        if any(isinstance(screen, HomeScreen) for screen in self.app.screen_stack):
            self.app.pop_screen()
        else:
            self.app.switch_screen(HomeScreen(self._desk))

    def action_help(self) -> None:
        """Lists this screen's keys."""
        from quizapp.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.NAME))

    def on_key(self, event: events.Key) -> None:
        """A composed syllable is no command: two keys may be in it, so neither is carried out."""
        if is_hangul_syllable(event.character) and not isinstance(self.focused, Input):
            self.query_one(StatusLine).complain("한글이 조합되어 들어왔습니다. 한/영 키를 확인하거나 숫자·화살표·Enter를 쓰세요.")
