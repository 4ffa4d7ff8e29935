"""What every screen does alike: its keys from the registry, help, the way home, and a word when the input method swallows keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from textual import events
from textual.screen import Screen
from textual.widgets import Input

from quizapp.errors import QuizappError
from quizapp.tui.commands import Command
from quizapp.tui.keys import is_hangul_syllable
from quizapp.tui.preferences import commands
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.page import Page
from quizapp.tui.widgets.status_line import StatusLine
from quizapp.usecases import config
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
        self.query_one(KeyLine).show(self.footer(), is_typing=self.is_typing)

    def footer(self) -> Iterable[Command]:
        """The commands that the footer shows now."""
        return [command for command in self.commands() if command.in_footer and self.check_action(command.name, ())]

    def commands(self) -> tuple[Command, ...]:
        """The commands of this screen under the learner's keys."""
        return commands(self.NAME, config.get(self._desk.database, "unsure-key"))

    @property
    def is_typing(self) -> bool:
        """Whether letters go into a field."""
        return False

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
        """Lists this screen's keys, those that work now first."""
        from quizapp.tui.screens.help import HelpScreen

        now = [command for command in self.commands() if self.check_action(command.name, ())]
        self.app.push_screen(HelpScreen(now, [command for command in self.commands() if command not in now]))

    def action_page(self, direction: int) -> None:
        """A screenful up or down."""
        self.query_one(Page).turn(direction)

    def action_scroll(self, lines: int) -> None:
        """Some lines up or down."""
        self.query_one(Page).move(lines)

    def on_key(self, event: events.Key) -> None:
        """A composed syllable is no command: two keys may be in it, so neither is carried out."""
        if is_hangul_syllable(event.character) and not isinstance(self.focused, Input):
            self.query_one(StatusLine).complain("한글이 조합되어 들어왔습니다. 한/영 키를 확인하거나 숫자·화살표·Enter를 쓰세요.")
