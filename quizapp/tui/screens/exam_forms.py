"""Which mock paper to sit, and the results of those that were sat."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from quizapp.errors import QuizappError
from quizapp.study.paper import PaperForm, forms
from quizapp.tui.commands import bindings
from quizapp.tui.screens.base import BaseScreen
from quizapp.tui.text import padded, plain
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.menu import Menu
from quizapp.tui.widgets.page import Page
from quizapp.tui.widgets.status_line import StatusLine
from quizapp.tui.widgets.title_bar import TitleBar
from quizapp.usecases import exam, exam_words
from quizapp.usecases.desk import Desk
from quizapp.usecases.exam_result import ExamSummary, summaries
from quizapp.usecases.papers import lacking

LABEL_CELLS = 10
PAST = "past:"


class ExamFormsScreen(BaseScreen):
    """A list: the forms, then the past papers, the latest first."""

    NAME = "exam_forms"
    BINDINGS: ClassVar[list[BindingType]] = bindings("exam_forms")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._is_timed = True

    def compose(self) -> ComposeResult:
        yield TitleBar()
        with Page():
            yield Menu()
        yield StatusLine()
        yield KeyLine()

    def on_mount(self) -> None:
        """Shows the list."""
        options: list[Option | None] = [self._form(form) for form in forms(self._desk.bank.exam)]
        past = [self._past(summary) for summary in reversed(summaries(self._desk)) if summary.score is not None]
        self.query_one(Menu).offer([*options, *([None, *past] if past else [])])
        self._show_time()

    def _form(self, form: PaperForm) -> Option:
        missing = lacking(self._desk.bank, form)
        note = f"   문항이 모자랍니다: {', '.join(f'{one.code} {one.lacking}' for one in missing)}" if missing else ""
        return Option(plain(f"{padded(exam_words.form_title(form.name), LABEL_CELLS)}{exam_words.form_detail(form)}{note}"), id=form.name)

    def _past(self, summary: ExamSummary) -> Option:
        label = padded(exam_words.form_title(summary.row.form), LABEL_CELLS)
        worth = exam_words.score_words(summary.score) if summary.score is not None else ""
        return Option(plain(f"{label}{exam_words.day_words(summary.row.started_ms)}  {worth}"), id=f"{PAST}{summary.row.id}")

    def _show_time(self) -> None:
        self.query_one(TitleBar).show("모의고사", "시간 제한 있음" if self._is_timed else "시간 제한 없음")

    def action_time(self) -> None:
        """With the exam's time or without a limit."""
        self._is_timed = not self._is_timed
        self._show_time()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click on a line."""
        event.stop()
        self._open(event.option_id or "")

    def action_go(self) -> None:
        """Begins the paper, or shows the past one."""
        self._open(self.query_one(Menu).chosen)

    def _open(self, what: str) -> None:
        if what.startswith(PAST):
            from quizapp.tui.screens.exam_result import ExamResultScreen

            self.app.switch_screen(ExamResultScreen(self._desk, what.removeprefix(PAST)))
            return
        from quizapp.tui.screens.opening import screen_for

        try:
            order = exam.order_paper(self._desk, what, None, is_timed=self._is_timed)
        except QuizappError as error:
            self.query_one(StatusLine).complain(str(error))
            return
        self.app.switch_screen(screen_for(self._desk, order))

    def action_back(self) -> None:
        """Back to the first screen."""
        self.go_home()
