"""The first time: three questions that may be left unanswered, then straight to a question."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from quizapp.tui.commands import bindings
from quizapp.tui.screens.base import BaseScreen
from quizapp.tui.text import plain, wrapped
from quizapp.tui.widgets.answer_input import AnswerInput
from quizapp.tui.widgets.arranged import Fitted
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.menu import Menu
from quizapp.tui.widgets.page import Page
from quizapp.tui.widgets.status_line import StatusLine
from quizapp.tui.widgets.title_bar import TitleBar
from quizapp.usecases import config
from quizapp.usecases.config_words import value_words
from quizapp.usecases.desk import Desk
from quizapp.usecases.welcome import PLACEMENT_QUESTIONS, note_welcomed, start_placement

ASKED = (("exam-date", "시험은 언제인가요?", "2027-04-03"), ("minutes", "하루에 몇 분 공부할까요?", "20"))
"""Settings with the question and an example."""
LAST = len(ASKED)
WAYS = {
    "start": "바로 첫 문항으로",
    "placement": f"이미 아는 것부터 알아보기: 전체에서 {PLACEMENT_QUESTIONS}문항",
    "home": "첫 화면으로",
}


class WelcomeScreen(BaseScreen):
    """One question at a time; what was answered stays above it."""

    NAME = "welcome"
    BINDINGS: ClassVar[list[BindingType]] = bindings("welcome")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._step = 0
        self._answered: list[str] = []

    def compose(self) -> ComposeResult:
        yield TitleBar(self._desk.bank.exam.title, "처음 오셨군요")
        with Page():
            yield Fitted(self._text, id="text")
            yield AnswerInput()
            yield Menu()
        yield StatusLine()
        yield KeyLine()

    def on_mount(self) -> None:
        """Asks the first question."""
        self.query_one(Menu).display = False
        self.query_one(AnswerInput).ask(f"예: {ASKED[0][2]}")

    def _text(self, width: int) -> list[str]:
        lines = wrapped("문제를 풀고, 답마다 까닭을 보고, 기억과 시험일에 맞추어 다시 만납니다. 기록은 내 컴퓨터에만 남습니다.", width)
        lines += ["", *wrapped("세 가지만 묻습니다. 비워 두고 Enter를 눌러도 되고, Esc를 누르면 모두 건너뜁니다.", width), ""]
        for (_, question, _), answer in zip(ASKED, self._answered, strict=False):
            lines.append(f"✓ {question}  {answer}")
        now = ASKED[self._step][1] if self._step < LAST else "무엇부터 할까요?"
        return [*lines, f"{self._step + 1}/{LAST + 1}  {now}"]

    @property
    def is_typing(self) -> bool:
        """Whether letters go into the field."""
        return self._step < LAST

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Choosing comes last."""
        return {"menu": not self.is_typing, "go": not self.is_typing, "next": self.is_typing}.get(action, True)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keeps the setting, or leaves it as it is where nothing was typed."""
        event.stop()
        name, *_ = ASKED[self._step]
        with self.telling():
            if event.value.strip():
                config.put(self._desk.database, name, event.value)
            self._answered.append(value_words(name, config.get(self._desk.database, name), self._desk.clock.today()))
            self._go_on()

    def _go_on(self) -> None:
        self._step += 1
        self.query_one(StatusLine).say("")
        self.query_one("#text", Fitted).rearrange()
        field = self.query_one(AnswerInput)
        if self._step < LAST:
            field.ask(f"예: {ASKED[self._step][2]}")
        else:
            field.close(is_shown=False)
            menu = self.query_one(Menu)
            menu.display = True
            menu.offer([Option(plain(text), id=way) for way, text in WAYS.items()])
        self.show_keys()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click on a line."""
        event.stop()
        self.action_go()

    def action_go(self) -> None:
        """Begins what was chosen."""
        from quizapp.tui.screens.question import QuestionScreen
        from quizapp.usecases.drill import start_drill

        way = self.query_one(Menu).chosen
        if way == "home":
            self.action_skip()
            return
        with self.telling():
            sitting = start_placement(self._desk) if way == "placement" else start_drill(self._desk)
            note_welcomed(self._desk)
            self.app.push_screen(QuestionScreen(self._desk, sitting))  # the first screen of all cannot be switched

    def action_skip(self) -> None:
        """To the first screen; it is not asked again."""
        from quizapp.tui.screens.home import HomeScreen

        with self.telling():
            note_welcomed(self._desk)
            self.app.push_screen(HomeScreen(self._desk))
