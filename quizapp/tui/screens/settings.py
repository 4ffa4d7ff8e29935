"""The learner's settings: a list, a field for what is typed, and what was wrong with it in the status line."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from quizapp.tui.commands import bindings
from quizapp.tui.preferences import follow, follow_theme
from quizapp.tui.screens.base import BaseScreen
from quizapp.tui.text import padded, plain
from quizapp.tui.widgets.answer_input import AnswerInput
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.menu import Menu
from quizapp.tui.widgets.page import Page
from quizapp.tui.widgets.status_line import StatusLine
from quizapp.tui.widgets.title_bar import TitleBar
from quizapp.usecases import config
from quizapp.usecases.config_words import LABELS, value_words
from quizapp.usecases.desk import Desk

LABEL_CELLS = 16
MOST_TYPED = 400
"""Letters that fit in the field: rest days may be many."""


class SettingsScreen(BaseScreen):
    """Every setting on a line; switches turn at once, the rest is typed."""

    NAME = "settings"
    BINDINGS: ClassVar[list[BindingType]] = bindings("settings")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._editing = ""

    def compose(self) -> ComposeResult:
        yield TitleBar("설정")
        with Page():
            yield Menu()
            yield Static(id="meaning")
            yield AnswerInput()
        yield StatusLine()
        yield KeyLine()

    def on_mount(self) -> None:
        """Shows the settings."""
        self.query_one(AnswerInput).max_length = MOST_TYPED
        self._show(0)

    def _show(self, at: int) -> None:
        today = self._desk.clock.today()
        menu = self.query_one(Menu)
        values = {name: value_words(name, config.get(self._desk.database, name), today) for name in LABELS}
        menu.offer([Option(plain(f"{padded(label, LABEL_CELLS)}{values[name]}"), id=name) for name, label in LABELS.items()])
        menu.highlighted = at
        self._explain()

    def _explain(self) -> None:
        name = self._chosen
        if name:
            self.query_one("#meaning", Static).update(plain(f"{config.SETTINGS[name].meaning}\n`quizapp config set {name}`"))

    @property
    def _chosen(self) -> str:
        return self.query_one(Menu).chosen

    @property
    def is_typing(self) -> bool:
        """Whether letters go into the field."""
        return bool(self._editing)

    def on_option_list_option_highlighted(self) -> None:
        """Explains the setting under the cursor; what was being typed is let go."""
        if self._editing and self._editing != self._chosen:
            self._close_field()
        self._explain()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click on a line."""
        event.stop()
        self.action_edit()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Saving belongs to the field, choosing to the list."""
        return {"save": self.is_typing, "edit": not self.is_typing, "menu": not self.is_typing, "step": not self.is_typing}.get(
            action, True
        )

    def action_edit(self) -> None:
        """Turns a switch, or opens the field with the present value."""
        if self._chosen in config.CHOICES:
            self.action_step(1)
            return
        self._editing = self._chosen
        field = self.query_one(AnswerInput)
        field.value = config.get(self._desk.database, self._editing)
        field.cursor_position = len(field.value)
        field.display = True
        field.focus()
        self.query_one(StatusLine).say("")
        self.show_keys()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keeps what was typed, or says what is wrong with it."""
        event.stop()
        if self._keep(self._editing, event.value):
            self._close_field()

    def action_step(self, step: int) -> None:
        """The next value of a setting that has few, a little more or less of a number."""
        name = self._chosen
        stepped = config.stepped(name, config.get(self._desk.database, name), step)
        if stepped is None:
            self.query_one(StatusLine).say("Enter를 누르고 적으세요.")
        else:
            self._keep(name, stepped)

    def _keep(self, name: str, value: str) -> bool:
        """Whether the value was kept; it is followed at once."""
        with self.telling():
            understood = config.put(self._desk.database, name, value)
            follow(self.app, self._desk.database)
            follow_theme(self.app, self._desk.database)
            self._show(list(LABELS).index(name))
            words = value_words(name, understood, self._desk.clock.today())
            self.query_one(StatusLine).say(f"✓ {LABELS[name]}: {words}")
            return True
        return False

    def _close_field(self) -> None:
        self._editing = ""
        self.query_one(AnswerInput).display = False
        self.query_one(Menu).focus()
        self.show_keys()

    def action_back(self) -> None:
        """Out of the field, or back to the first screen."""
        if self._editing:
            self._close_field()
            self.query_one(StatusLine).say("")
        else:
            self.go_home()
