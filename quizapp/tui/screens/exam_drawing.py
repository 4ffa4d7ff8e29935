"""While a paper is drawn: its exercises are made in a thread, and the learner is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Static

from quizapp.errors import QuizappError
from quizapp.tui.commands import bindings
from quizapp.tui.screens.base import BaseScreen
from quizapp.tui.text import plain
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.status_line import StatusLine
from quizapp.tui.widgets.title_bar import TitleBar
from quizapp.usecases import exam, exam_words
from quizapp.usecases.desk import Desk
from quizapp.usecases.papers import DrawnPaper, PaperOrder, draw_paper


class ExamDrawingScreen(BaseScreen):
    """Waits for the paper, then makes room for it."""

    NAME = "exam_drawing"
    BINDINGS: ClassVar[list[BindingType]] = bindings("exam_drawing")

    @dataclass
    class Drawn(Message):
        """The paper is there, or why it is not."""

        outcome: DrawnPaper | QuizappError

    def __init__(self, desk: Desk, order: PaperOrder) -> None:
        super().__init__(desk)
        self._order = order

    def compose(self) -> ComposeResult:
        form = self._order.form
        yield TitleBar(f"모의고사 {exam_words.form_title(form.name)}", exam_words.form_detail(form))
        yield Static(plain("시험지를 만드는 중입니다…"), id="waiting")
        yield StatusLine()
        yield KeyLine()

    def on_mount(self) -> None:
        """Begins once the screen has been painted."""
        self.call_after_refresh(self._draw)

    @work(thread=True, exclusive=True, group="drawing")
    def _draw(self) -> None:
        try:
            outcome: DrawnPaper | QuizappError = draw_paper(self._desk.bank, self._desk.supply, self._order)
        except QuizappError as error:
            outcome = error
        self.post_message(self.Drawn(outcome))

    def on_exam_drawing_screen_drawn(self, event: Drawn) -> None:
        """Freezes the paper and opens it."""
        if not self.is_current:
            return  # the learner has gone
        try:
            if isinstance(event.outcome, QuizappError):
                raise event.outcome
            paper = exam.begin_exam(self._desk, event.outcome)
        except QuizappError as error:
            self.query_one(StatusLine).complain(str(error))
            return
        from quizapp.tui.screens.exam import ExamScreen

        self.app.switch_screen(ExamScreen(self._desk, paper))

    def action_back(self) -> None:
        """Home, without a paper."""
        self.go_home()
