"""The first screen: what to do now, and how far each subject is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from quizapp.tui.beside import beside
from quizapp.tui.commands import bindings
from quizapp.tui.screens.base import BaseScreen
from quizapp.tui.screens.home_text import forecast_lines, plan_words
from quizapp.tui.text import padded, plain
from quizapp.tui.widgets.arranged import Fitted
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.menu import Menu
from quizapp.tui.widgets.page import Page
from quizapp.tui.widgets.status_line import StatusLine
from quizapp.tui.widgets.title_bar import TitleBar
from quizapp.usecases import config
from quizapp.usecases.config_words import day_words, days_left, hours_words
from quizapp.usecases.days import streak, week_minutes
from quizapp.usecases.desk import Desk
from quizapp.usecases.statistics import has_open_paper, interrupted, notebook_counts
from quizapp.usecases.summary import Summary, is_present, kept_summary, refreshed

if TYPE_CHECKING:
    from quizapp.study.attempt import Paper
    from quizapp.study.sitting import Sitting

LABEL_CELLS = 14


class HomeScreen(BaseScreen):
    """A short list of things to do, unfinished ones first."""

    NAME = "home"
    BINDINGS: ClassVar[list[BindingType]] = bindings("home")

    @dataclass
    class Summarised(Message):
        """What takes time was computed."""

        summary: Summary

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._interrupted: tuple[int, int] | None = None
        self._is_discarding = False
        self._summary: Summary | None = None
        self._week = ""

    def compose(self) -> ComposeResult:
        yield TitleBar(self._desk.bank.exam.title)
        with Page():
            yield Menu()
            yield Fitted(self._progress, id="progress")
        yield StatusLine()
        yield KeyLine()

    def show_notices(self) -> None:
        """Says what happened while opening, and since then beside the app."""
        if self._desk.notices:
            self.query_one(StatusLine).complain("\n".join(self._desk.notices))

    def on_screen_resume(self) -> None:
        """Shows the state of now, on the first visit and after every sitting: what was kept at once, what takes time when it is there."""
        self._is_discarding = False
        self._interrupted = interrupted(self._desk)
        self._summary = kept_summary(self._desk)
        self._week = f"이번 주 {hours_words(week_minutes(self._desk))} · 이어서 {streak(self._desk)}일"
        self._show_days_left()
        self.query_one(Menu).offer(self._options())
        self.query_one("#progress", Fitted).rearrange()
        self.show_notices()
        self.show_keys()
        if not is_present(self._desk, self._summary):
            self.call_after_refresh(beside, self.app, self._refresh)

    @property
    def summary(self) -> Summary | None:
        """What is shown of today and of the exam; None before it was ever computed."""
        return self._summary

    def _refresh(self) -> None:
        """In a thread: what is planned for today, and how the exam would go."""
        self.post_message(self.Summarised(refreshed(self._desk)))

    def on_home_screen_summarised(self, event: Summarised) -> None:
        """Puts the numbers in their places."""
        self._summary = event.summary
        menu = self.query_one(Menu)
        menu.reword("drill", _labelled("오늘 학습", plan_words(self._summary, self._desk.clock.today())))
        self.query_one("#progress", Fitted).repaint()

    def _show_days_left(self) -> None:
        exam, today = config.exam_day(self._desk.database), self._desk.clock.today()
        told = f"{days_left(exam, today)}  {day_words(exam)}" if exam is not None else "시험일은 s에서"
        self.query_one(TitleBar).show(self._desk.bank.exam.title, told)

    def _options(self) -> list[Option | None]:
        options: list[Option | None] = []
        if has_open_paper(self._desk):
            options.append(_option("exam-resume", "이어하기", self._open_paper()))
        if self._interrupted is not None:
            done, total = self._interrupted
            options.append(_option("resume", "이어하기", f"{done}/{total}에서 멈췄습니다"))
        options.append(_option("drill", "오늘 학습", plan_words(self._summary, self._desk.clock.today())))
        options.append(_option("quiz", "퀴즈", "출제 비중대로 10문항"))
        options.append(_option("topics", "주제 고르기", "과목과 항목을 골라서"))
        options.append(_option("exam", "모의고사", self._whole_paper()))
        options.append(_option("notebook", "오답노트", self._notebook()))
        options.append(_option("browse", "찾기", "문항, 카드, 용어, 계산, 메모"))
        options.append(_option("card", "암기 카드", "앞면을 보고 떠올리기 10장"))
        options.append(_option("written", "써 보기", "용어, 빈칸, 순서 10문항"))
        options.append(_option("ox", "O/X", "보기 하나가 맞는지 10문항"))
        return options

    def _open_paper(self) -> str:
        from quizapp.usecases import exam_words  # with what it needs, 9 ms of a start that seldom has a paper to offer
        from quizapp.usecases.exam_result import unfinished_summary

        paper = unfinished_summary(self._desk)
        return f"모의고사 {exam_words.form_title(paper.row.form)}  {exam_words.summary_words(paper)}" if paper else ""

    def _notebook(self) -> str:
        count, due = notebook_counts(self._desk)
        return f"{count}개 · 오늘 다시 볼 것 {due}" if count else "틀린 것이 여기에 모입니다"

    def _whole_paper(self) -> str:
        exam = self._desk.bank.exam
        return f"{sum(subject.questions for subject in exam.subjects)}문항 {exam.minutes}분, 반이나 한 과목도"

    def _progress(self, width: int) -> list[str | Content]:
        return forecast_lines(self._summary, self._desk.bank.syllabus, self._week, width)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click on a line of the menu."""
        event.stop()
        self._begin(event.option_id or "")

    def on_option_list_option_highlighted(self) -> None:
        """Another line than the one on which something was to be discarded."""
        if self._is_discarding:
            self._is_discarding = False
            self.query_one(StatusLine).say("")

    def action_go(self) -> None:
        """Begins what is highlighted."""
        self._begin(self.query_one(Menu).chosen)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Only what was interrupted can be discarded."""
        return action != "discard" or self._interrupted is not None

    def action_discard(self) -> None:
        """Ends the interrupted sitting for good, when asked for twice."""
        if self._interrupted is None:
            return
        if not self._is_discarding:
            done, total = self._interrupted
            self.query_one(StatusLine).say(f"멈춘 풀이({done}/{total})를 버릴까요? d를 한 번 더 누르면 버립니다. 푼 답은 기록에 남습니다.")
            self._is_discarding = True
            return
        from quizapp.usecases.answer import end
        from quizapp.usecases.start import unfinished

        with self.telling():
            if (sitting := unfinished(self._desk)) is not None:
                end(self._desk, sitting)
            self.on_screen_resume()
            self.query_one(StatusLine).say("멈춘 풀이를 버렸습니다.")

    def action_topics(self) -> None:
        """Opens the topic picker."""
        self._begin("topics")

    def action_exam(self) -> None:
        """Opens the mock papers."""
        self._begin("exam")

    def action_progress(self) -> None:
        """Opens the figures of progress."""
        from quizapp.tui.screens.progress import ProgressScreen

        self.app.push_screen(ProgressScreen(self._desk))

    def action_settings(self) -> None:
        """Opens the settings."""
        from quizapp.tui.screens.settings import SettingsScreen

        self.app.push_screen(SettingsScreen(self._desk))

    def action_notebook(self) -> None:
        """Opens the wrong-answer notebook."""
        self._begin("notebook")

    def action_browse(self) -> None:
        """Opens the search."""
        self._begin("browse")

    def action_leave(self) -> None:
        """Leaves the app."""
        self.app.exit()

    def _begin(self, what: str) -> None:
        if what == "topics":
            from quizapp.tui.screens.topics import TopicsScreen

            self.app.push_screen(TopicsScreen(self._desk))
            return
        if what == "exam":
            from quizapp.tui.screens.exam_forms import ExamFormsScreen

            self.app.push_screen(ExamFormsScreen(self._desk))
            return
        if what in {"notebook", "browse"}:
            self._open_book(what)
            return
        from quizapp.tui.screens.opening import screen_for
        from quizapp.usecases.drill import start_drill
        from quizapp.usecases.exam import unfinished_exam
        from quizapp.usecases.start import WRITTEN_KINDS, start_quiz, unfinished

        with self.telling():
            sitting: Sitting | Paper | None
            if what == "exam-resume":
                sitting = unfinished_exam(self._desk)
            elif what == "resume":
                sitting = unfinished(self._desk)
            elif what == "drill":
                sitting = start_drill(self._desk)
            elif what == "quiz":
                sitting = start_quiz(self._desk)
            else:
                sitting = start_quiz(self._desk, kinds=WRITTEN_KINDS if what == "written" else (what,))
            if sitting is not None:
                self.app.push_screen(screen_for(self._desk, sitting))

    def _open_book(self, what: str) -> None:
        from quizapp.tui.screens.browser import BrowserScreen
        from quizapp.tui.screens.notebook import NotebookScreen

        self.app.push_screen(NotebookScreen(self._desk) if what == "notebook" else BrowserScreen(self._desk))


def _option(identity: str, label: str, detail: str) -> Option:
    return Option(plain(_labelled(label, detail)), id=identity)


def _labelled(label: str, detail: str) -> str:
    return f"{padded(label, LABEL_CELLS)}{detail}"
