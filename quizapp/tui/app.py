"""The Textual app: opens the first screen and leaves the rest to the screens."""

from __future__ import annotations

import gc
import sys
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import work
from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import Screen

from quizapp.errors import QuizappError
from quizapp.reports import sentence
from quizapp.store import settings
from quizapp.tui.beside import beside
from quizapp.tui.preferences import follow
from quizapp.tui.themes import DARK, LIGHT, THEMES
from quizapp.tui.widgets.status_line import StatusLine
from quizapp.usecases.desk import Desk
from quizapp.usecases.welcome import is_first_time

if TYPE_CHECKING:
    from quizapp.study.attempt import Paper
    from quizapp.study.sitting import Sitting
    from quizapp.usecases.notebook import Filter
    from quizapp.usecases.papers import PaperOrder

SCREENS_WITH_LOOKS = (
    "browser",
    "exam",
    "exam_result",
    "help",
    "home",
    "marking_asides",
    "notebook",
    "progress",
    "question",
    "result",
    "settings",
    "topics",
    "welcome",
)
THEME_SETTING = "theme"
IDLE_SECONDS = 20.0
"""How often the log is moved into the file while nothing else happens."""


class QuizApp(App[None]):
    """One window on one desk."""

    # All at once: a screen that brings its own makes Textual parse every rule again when it is shown (10 ms).
    CSS_PATH: ClassVar[list[str | PurePath]] = ["app.tcss", *(f"screens/{name}.tcss" for name in SCREENS_WITH_LOOKS)]
    TITLE = "quizapp"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c,ctrl+q", "quit", show=False, priority=True),
        Binding("ctrl+z", "suspend_process", show=False),
    ]

    def __init__(self, desk: Desk, sitting: Sitting | Paper | PaperOrder | Filter | None = None) -> None:
        super().__init__()
        self.desk = desk
        self._sitting = sitting
        for theme in THEMES:
            self.register_theme(theme)
        # Before the rules are first parsed: setting it later would parse them again.
        self.set_reactive(App.theme, settings.get(desk.database, THEME_SETTING, DARK.name))
        self.stylesheet.set_variables(self.get_css_variables())
        self.set_class(self.current_theme.dark, "-dark-mode", update=False)
        self.set_class(not self.current_theme.dark, "-light-mode", update=False)

    def on_mount(self) -> None:
        """Sees to what runs beside the screens."""
        # After Ctrl+Z and fg the screen stays blank until something repaints it.
        self.app_resume_signal.subscribe(self, lambda _: self.call_later(self.refresh, layout=True))
        follow(self, self.desk.database)
        self.call_after_refresh(self._prepare)
        self.set_interval(IDLE_SECONDS, self.desk.database.checkpoint)
        if self._sitting is not None:
            from quizapp.tui.screens.opening import screen_for

            self.push_screen(screen_for(self.desk, self._sitting))

    @work(thread=True, exit_on_error=False, group="idle")
    def _prepare(self) -> None:
        """Beside the first screen: what the first answer will need, and the day's copy of the data file."""
        from quizapp.usecases.idle import calibrate, prepare

        if told := prepare(self.desk):
            self.call_from_thread(self._tell, told)
        beside(self, partial(calibrate, self.desk))
        gc.collect()
        gc.freeze()  # what is loaded by now stays: going through it again and again cost a key press up to 80 ms

    def _tell(self, told: str) -> None:
        """Notes what was found beside the screens; the first screen shows it, now or when it is come back to."""
        from quizapp.tui.screens.home import HomeScreen

        self.desk.notices.append(told)
        if isinstance(self.screen, HomeScreen):
            self.screen.show_notices()

    def get_default_screen(self) -> Screen[None]:
        """Home, or the welcome, in the place of Textual's empty screen, which would cost a frame; that one below a sitting asked for."""
        if self._sitting is not None:
            return super().get_default_screen()
        if is_first_time(self.desk):
            from quizapp.tui.screens.welcome import WelcomeScreen

            return WelcomeScreen(self.desk)
        from quizapp.tui.screens.home import HomeScreen

        return HomeScreen(self.desk)

    def action_switch_theme(self) -> None:
        """From night to day or back; kept for the next start."""
        self.theme = LIGHT.name if self.theme == DARK.name else DARK.name
        try:
            settings.put(self.desk.database, THEME_SETTING, self.theme)
        except QuizappError:
            for line in self.screen.query(StatusLine):
                line.complain("밝기를 바꾸었지만 저장하지 못했습니다. 다음에 열면 앞의 밝기로 돌아옵니다.")

    def _fatal_error(self) -> None:
        """A sentence where Textual would print a traceback; what a developer needs goes into a file."""
        self.panic(Text(f"quizapp: {sentence()}"))


def run(desk: Desk, sitting: Sitting | Paper | PaperOrder | Filter | None = None) -> None:
    """Runs the app, on what was asked for or on the first screen, until the learner leaves; then closes the desk.

    What made it stop early is the program's status too.
    """
    app = QuizApp(desk, sitting)
    try:
        app.run()
    finally:
        desk.close()
    if app.return_code:
        sys.exit(app.return_code)
