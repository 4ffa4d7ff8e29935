"""The room: one question of a paper, the answer sheet beside it, the clock above. What is done is kept before it is shown."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from quizapp.errors import QuizappError, SittingFinishedError, TimeIsOverError
from quizapp.study.attempt import Paper
from quizapp.study.paper import subject_positions
from quizapp.tui.commands import bindings
from quizapp.tui.screens.base import BaseScreen
from quizapp.tui.text import emphasised
from quizapp.tui.widgets.answer_sheet import AnswerSheet, Section
from quizapp.tui.widgets.choice_list import ChoiceList
from quizapp.tui.widgets.data_view import DataView
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.page import Page
from quizapp.tui.widgets.status_line import StatusLine
from quizapp.tui.widgets.title_bar import TitleBar
from quizapp.usecases import exam, exam_words
from quizapp.usecases.desk import Desk

if TYPE_CHECKING:
    from textual.widgets import TextArea

    from quizapp.tui.widgets.scratch_page import ScratchPage

TICK_SECONDS = 1.0


class ExamScreen(BaseScreen):
    """A paper while it is sat."""

    NAME = "exam"
    BINDINGS: ClassVar[list[BindingType]] = bindings("exam")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-usual"), (116, "-wide")]  # noqa: RUF012 - as Textual declares it

    def __init__(self, desk: Desk, paper: Paper) -> None:
        super().__init__(desk)
        self._paper = paper
        self._is_striking = False
        self._hides_clock = False
        self._paused_at_ms = 0
        self._warning = ""
        subjects = subject_positions(paper.questions)
        self._sections = tuple(Section(desk.bank.syllabus[code], positions) for code, positions in subjects.items())

    def compose(self) -> ComposeResult:
        yield TitleBar()
        with Horizontal(id="room"):
            with Vertical(id="left"), Page():
                yield Static(id="stem")
                yield DataView()
                yield ChoiceList()
            yield AnswerSheet(self._sections)
        yield StatusLine()
        yield KeyLine()

    def on_mount(self) -> None:
        """Opens the paper: from now on its clock runs."""
        try:
            self._paper = exam.opened(self._desk, self._paper)
        except QuizappError as error:
            self.query_one(StatusLine).complain(str(error))
            return
        self._show_question()
        self.show_keys()
        self.set_interval(TICK_SECONDS, self._tick)

    def on_resize(self) -> None:
        """In a narrow window the counts of the sheet stand in the status line."""
        if self._paper.watch.since_ms is not None:
            self.call_after_refresh(self._show_marks)

    def _show_question(self) -> None:
        question = self._paper.question
        self.query_one("#stem", Static).update(emphasised(f"{self._paper.attempt.position + 1}. {question.stem}", question.emphasis))
        self.query_one(DataView).show(question.data)
        self.query_one(Page).scroll_home(animate=False)
        if page := self._scratch_page():
            page.text = exam.scratch(self._desk, self._paper)
        self._show_marks()

    def _show_marks(self, remark: str = "") -> None:
        """What is answered and marked, with a *remark* or else what the marks of this question mean."""
        attempt, entry = self._paper.attempt, self._paper.attempt.current
        self.query_one(ChoiceList).ask(self._paper.question.choices, entry.response, entry.struck)
        self.query_one(AnswerSheet).show(attempt)
        marks = [text for text, is_set in (("? 찍음", entry.is_unsure), ("! 표시", entry.is_flagged)) if is_set]
        sheet = f"답 {len(self._paper.questions) - len(attempt.open_positions)}/{len(self._paper.questions)}" if self._is_narrow else ""
        status = self.query_one(StatusLine)
        warning = exam_words.warning_words(self._paper, self._desk.clock.monotonic_ms())
        said = "   ".join(filter(None, (remark, *marks, sheet)))
        if warning and not remark:
            status.complain("   ".join(filter(None, (warning, said))))
        else:
            status.say(said)
        self._show_title()

    def _show_title(self) -> None:
        paper, syllabus = self._paper, self._desk.bank.syllabus
        subject = syllabus[paper.question.syllabus.partition("-")[0]]
        clock = "시계 숨김" if self._hides_clock else exam_words.clock_words(paper, self._desk.clock.monotonic_ms())
        self.query_one(TitleBar).show(
            f"모의고사 · {subject.code}과목 {subject.name}",
            f"문항 {paper.attempt.position + 1}/{len(paper.questions)}   {clock}",
        )

    @property
    def _is_narrow(self) -> bool:
        return self.has_class("-narrow")

    def _tick(self) -> None:
        """Every second: the clock is shown and kept, a warning comes and goes, and at 0 the paper is handed in."""
        if self._paper.watch.since_ms is None or self._paper.attempt.is_over:
            return
        if exam.is_over(self._desk, self._paper):
            self._hand_in(by_time=True)
            return
        try:
            exam.keep_clock(self._desk.database, self._desk.clock, self._paper)
        except QuizappError as error:
            self.query_one(StatusLine).complain(str(error))
            return
        self._show_title()
        warning = exam_words.warning_words(self._paper, self._desk.clock.monotonic_ms())
        if warning != self._warning:
            self._warning = warning
            self._show_marks()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """A paper that could not be opened takes nothing: its clock would stand."""
        return self._paper.watch.since_ms is not None or action in {"back", "help"}

    def _do(self, act: Callable[[Paper], Paper], remark: str = "") -> bool:
        """Does something with the paper and shows it; whether it could be done."""
        before = self._paper.attempt.position
        self._is_striking = False
        try:
            self._keep_scratch()  # the last key may still be on its way as a message
            self._paper = act(self._paper)
        except TimeIsOverError:
            self._hand_in(by_time=True)
            return False
        except SittingFinishedError:
            self._show_result()
            return False
        except QuizappError as error:
            self.query_one(StatusLine).complain(str(error))
            return False
        if self._paper.attempt.position != before:
            self._show_question()
        else:
            self._show_marks(remark)
        return True

    def action_choose(self, number: int) -> None:
        """Answers with a choice, or strikes it out where that was asked for before."""
        act = exam.toggle_strike if self._is_striking else exam.choose
        if number <= len(self._paper.question.choices):
            self._do(lambda paper: act(self._desk, paper, str(number)))

    def on_choice_list_clicked(self, event: ChoiceList.Clicked) -> None:
        """A click answers."""
        self.action_choose(event.number)

    def action_clear(self) -> None:
        """Takes the answer away."""
        self._do(lambda paper: exam.clear(self._desk, paper))

    def action_unsure(self) -> None:
        """Marks the answer as a guess, or takes the mark back."""
        self._do(lambda paper: exam.toggle_unsure(self._desk, paper))

    def action_flag(self) -> None:
        """Flags the question, or takes the flag back."""
        self._do(lambda paper: exam.toggle_flag(self._desk, paper))

    def action_strike(self) -> None:
        """Lets the next digit strike out a choice."""
        self._is_striking = not self._is_striking
        self._show_marks("지울 보기의 번호를 누르세요 (x 취소)" if self._is_striking else "")

    def action_step(self, step: int) -> None:
        """The next question or the one before."""
        self._go(self._paper.attempt.position + step)

    def action_next_open(self) -> None:
        """The next question without an answer."""
        self._go_next(self._paper.attempt.open_positions, "다른 빈 문항이 없습니다.")

    def action_next_flagged(self) -> None:
        """The next flagged question."""
        self._go_next(self._paper.attempt.flagged_positions, "표시한 다른 문항이 없습니다.")

    def action_subject(self, step: int) -> None:
        """The first question of the next subject or of the one before."""
        here = next(at for at, section in enumerate(self._sections) if self._paper.attempt.position in section.positions)
        if 0 <= here + step < len(self._sections):
            self._go(self._sections[here + step].positions.start)

    def on_answer_sheet_picked(self, event: AnswerSheet.Picked) -> None:
        """A click on the sheet."""
        self._go(event.position)

    def _go(self, position: int) -> None:
        self._do(lambda paper: exam.go(self._desk, paper, position))

    def _go_next(self, positions: list[int], none: str) -> None:
        target = self._paper.attempt.next_of(positions)
        if target is None:
            self._show_marks(none)
        else:
            self._go(target)

    def action_hide_clock(self) -> None:
        """Hides the clock or shows it again; warnings come all the same."""
        self._hides_clock = not self._hides_clock
        self._show_title()

    def _scratch_page(self) -> ScratchPage | None:
        return cast("ScratchPage | None", next(iter(self.query("#scratch")), None))

    def action_scratch(self) -> None:
        """Opens the blank page of this question; what is on it stays when it is closed."""
        from quizapp.tui.widgets.scratch_page import ScratchPage  # a text area costs the start of a paper that needs none

        if self._scratch_page() is None:
            self.query_one("#left").mount(ScratchPage(exam.scratch(self._desk, self._paper)))

    def on_text_area_changed(self, _: TextArea.Changed) -> None:
        """Keeps what is written on the blank page."""
        try:
            self._keep_scratch()
        except QuizappError as error:
            self.query_one(StatusLine).complain(str(error))

    def _keep_scratch(self) -> None:
        if page := self._scratch_page():
            exam.keep_scratch(self._desk, self._paper, page.text)

    def action_pause(self) -> None:
        """Stops the clock and covers the question until the learner goes on."""
        if self._do(lambda paper: exam.left(self._desk, paper)):
            from quizapp.tui.screens.exam_asides import ExamPauseScreen

            self._paused_at_ms = self._desk.clock.monotonic_ms()
            self.app.push_screen(ExamPauseScreen(), self._proceed)

    def _proceed(self, _: None) -> None:
        paused = self._desk.clock.monotonic_ms() - self._paused_at_ms
        self._do(lambda paper: exam.proceeded(self._desk, paper, paused))

    def action_hand_in(self) -> None:
        """Names what is open and hands in if the learner says so."""
        from quizapp.tui.screens.exam_asides import HandInScreen

        self.app.push_screen(HandInScreen(exam_words.open_words(self._paper.attempt)), self._answered)

    def _answered(self, hands_in: bool | None) -> None:
        if hands_in:
            self._hand_in(by_time=False)

    def _hand_in(self, *, by_time: bool) -> None:
        try:
            self._paper = exam.submit(self._desk, self._paper, by_time=by_time)
        except SittingFinishedError:
            self._show_result()  # another window was first
        except QuizappError as error:
            self.query_one(StatusLine).complain(str(error))
        else:
            self._show_result()

    def _show_result(self) -> None:
        from quizapp.tui.screens.exam_result import ExamResultScreen

        while not self.is_current:
            self.app.pop_screen()
        self.app.switch_screen(ExamResultScreen(self._desk, self._paper.id))

    def action_back(self) -> None:
        """From the blank page to the question; from the question home. The paper can be gone on with."""
        if page := self._scratch_page():
            self._do(lambda paper: paper)
            page.remove()
            return
        with suppress(QuizappError):  # what was done is kept already, and of the clock a second at most is not
            exam.left(self._desk, self._paper)
        self.go_home()
