"""The Textual app: opens the first screen and leaves the rest to the screens."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from rich.text import Text
from textual.app import App
from textual.binding import Binding, BindingType

from quizapp.reports import keep_report
from quizapp.store import settings
from quizapp.study.sitting import Sitting
from quizapp.tui.themes import DARK, LIGHT, THEMES
from quizapp.usecases.desk import Desk
from quizapp.usecases.idle import prepare

THEME_SETTING = "theme"
IDLE_SECONDS = 20.0
"""How often the log is moved into the file while nothing else happens."""


class QuizApp(App[None]):
    """One window on one desk."""

    CSS_PATH = "app.tcss"
    TITLE = "quizapp"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c,ctrl+q", "quit", show=False, priority=True),
        Binding("ctrl+z", "suspend_process", show=False),
    ]

    def __init__(self, desk: Desk, sitting: Sitting | None = None) -> None:
        super().__init__()
        self.desk = desk
        self._sitting = sitting

    def on_mount(self) -> None:
        """Shows home, and above it the sitting that was asked for."""
        from quizapp.tui.screens.home import HomeScreen

        for theme in THEMES:
            self.register_theme(theme)
        self.theme = settings.get(self.desk.database, THEME_SETTING, DARK.name)
        # After Ctrl+Z and fg the screen stays blank until something repaints it.
        self.app_resume_signal.subscribe(self, lambda _: self.call_later(self.refresh, layout=True))
        self.run_worker(partial(prepare, self.desk), thread=True, exit_on_error=False, group="idle")
        self.set_interval(IDLE_SECONDS, self.desk.database.checkpoint)
        self.push_screen(HomeScreen(self.desk))
        if self._sitting is not None:
            from quizapp.tui.screens.question import QuestionScreen

            self.push_screen(QuestionScreen(self.desk, self._sitting))

    def action_switch_theme(self) -> None:
        """From night to day or back; kept for the next start."""
        self.theme = LIGHT.name if self.theme == DARK.name else DARK.name
        settings.put(self.desk.database, THEME_SETTING, self.theme)

    def _fatal_error(self) -> None:
        """A sentence where Textual would print a traceback; what a developer needs goes into a file."""
        self.panic(Text(keep_report()))


def run(desk: Desk, sitting: Sitting | None = None) -> None:
    """Runs the app until the learner leaves, then closes the desk."""
    try:
        QuizApp(desk, sitting).run()
    finally:
        desk.close()
