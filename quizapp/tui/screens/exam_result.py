"""What a paper was worth, and the way to its questions."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from quizapp.errors import QuizappError
from quizapp.study.scoring import Outcome, by_branch
from quizapp.tui.commands import bindings
from quizapp.tui.screens.base import BaseScreen
from quizapp.tui.text import bar_line, padded, plain
from quizapp.tui.widgets.arranged import Fitted
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.menu import Menu
from quizapp.tui.widgets.page import Page
from quizapp.tui.widgets.status_line import StatusLine
from quizapp.tui.widgets.title_bar import TitleBar
from quizapp.usecases import exam_words
from quizapp.usecases.desk import Desk
from quizapp.usecases.exam_result import exam_result, sit_again, summaries

NAME_CELLS = 32
NOTE_CELLS = 6
BAR_CELLS = 14
TREND = 8
"""Past papers of the same form that are shown."""
VIEWS: tuple[tuple[str, Callable[[Outcome], bool]], ...] = (
    ("틀린 문항", lambda outcome: not outcome.is_correct),
    ("찍은 문항", lambda outcome: outcome.entry.is_unsure),
    ("표시한 문항", lambda outcome: outcome.entry.was_flagged),
    ("모든 문항", lambda _: True),
)
AGAIN = len(VIEWS) + 1


class ExamResultScreen(BaseScreen):
    """The result of one paper, read from the log as it counts now."""

    NAME = "exam_result"
    BINDINGS: ClassVar[list[BindingType]] = bindings("exam_result")

    def __init__(self, desk: Desk, identity: str) -> None:
        super().__init__(desk)
        self._result = exam_result(desk, identity)

    def compose(self) -> ComposeResult:
        result = self._result
        title = f"모의고사 {exam_words.form_title(result.paper.form)} 결과"
        yield TitleBar(title, exam_words.day_words(result.paper.started_ms))
        with Page():
            verdict = f"{'✓' if result.score.passed else '✗'} {exam_words.verdict_words(self._desk, result)}"
            yield Static(plain(f"{result.score.points:.2f}점   {verdict}"), id="score")
            yield Fitted(self._subjects, id="subjects")
            yield Menu()
            yield Fitted(self._details, id="details")
        yield StatusLine()
        yield KeyLine()

    def on_mount(self) -> None:
        """Ready to choose."""
        self.query_one(Menu).offer(self._options())
        # The list scrolls its first line into view; the score stands above it.
        self.call_after_refresh(self.query_one(Page).scroll_home, animate=False)

    def _subjects(self, width: int) -> list[str]:
        score, lines = self._result.score, list[str]()
        for part in score.subjects:
            note = padded("✗ 과락" if score.is_failed(part) else "", NOTE_CELLS)
            behind = f"{part.correct:>3}/{part.questions}  {part.points:>3.0f}점  {note}"
            lines.append(bar_line(self._desk.bank.syllabus.label(part.code), NAME_CELLS, part.points / 100, behind, width))
        return lines

    def _options(self) -> list[Option | None]:
        options: list[Option | None] = []
        for number, (name, belongs) in enumerate(VIEWS, 1):
            count = sum(map(belongs, self._result.outcomes))
            options.append(Option(plain(f"{number}  {padded(name, 14)}{count:>3}개, 해설과 함께 보기"), id=str(number), disabled=not count))
        wrong = sum(map(VIEWS[0][1], self._result.outcomes))
        options.append(
            Option(plain(f"{AGAIN}  {padded('다시 풀기', 14)}{wrong:>3}개, 틀린 것을 퀴즈로"), id=str(AGAIN), disabled=not wrong)
        )
        return options

    def _details(self, width: int) -> list[str]:
        lines = [
            *exam_words.worth_words(self._result),
            *exam_words.forecast_words(self._desk, self._result),
            "",
            *exam_words.time_words(self._desk, self._result),
            "",
            "세부항목",
        ]
        for part in by_branch(self._result.outcomes):
            behind = f"{part.correct:>3}/{part.questions}"
            lines.append(bar_line(self._desk.bank.syllabus.label(part.code), NAME_CELLS, part.points / 100, behind, width))
        return [*lines, *self._trend(width)]

    def _trend(self, width: int) -> list[str]:
        """The last papers of the same form, where there is more than one."""
        past = [(one.row, one.score) for one in summaries(self._desk) if one.row.form == self._result.paper.form and one.score]
        if len(past) < 2:
            return []
        lines = ["", "지금까지"]
        for row, score in past[-TREND:]:
            here = "> " if row.id == self._result.paper.id else "  "
            when = f"{here}{exam_words.day_words(row.started_ms)}"
            lines.append(bar_line(when, NAME_CELLS, score.points / 100, exam_words.score_words(score), width))
        return lines

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click on a line."""
        event.stop()
        self.action_open(int(event.option_id or 0))

    def action_go(self) -> None:
        """Opens what is highlighted."""
        if chosen := self.query_one(Menu).chosen:
            self.action_open(int(chosen))

    def action_open(self, number: int) -> None:
        """Some of the questions with full feedback, or the wrong ones as a quiz."""
        chosen = [outcome for outcome in self._result.outcomes if VIEWS[0 if number == AGAIN else number - 1][1](outcome)]
        if not chosen:
            self.query_one(StatusLine).say("그런 문항이 없습니다.")
            return
        if number == AGAIN:
            self._sit_again(chosen)
            return
        from quizapp.tui.screens.exam_review import ExamReviewScreen
        from quizapp.usecases.review import of_outcome

        self.app.push_screen(ExamReviewScreen(self._desk, VIEWS[number - 1][0], [of_outcome(one) for one in chosen]))

    def _sit_again(self, wrong: list[Outcome]) -> None:
        from quizapp.tui.screens.opening import screen_for

        try:
            sitting = sit_again(self._desk, wrong)
        except QuizappError as error:
            self.query_one(StatusLine).complain(str(error))
            return
        self.app.switch_screen(screen_for(self._desk, sitting))

    def action_home(self) -> None:
        """Back to the first screen."""
        self.go_home()
