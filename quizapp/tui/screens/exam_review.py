"""The questions of a past paper, one by one, with everything that is said after an answer."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from quizapp.study.grading import Mark
from quizapp.study.scoring import Outcome
from quizapp.tui.commands import bindings
from quizapp.tui.screens.base import BaseScreen
from quizapp.tui.text import emphasised
from quizapp.tui.widgets.choice_list import ChoiceList
from quizapp.tui.widgets.data_view import DataView
from quizapp.tui.widgets.feedback import Feedback
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.page import Page
from quizapp.tui.widgets.status_line import StatusLine
from quizapp.tui.widgets.title_bar import TitleBar
from quizapp.tui.widgets.verdict import Verdict
from quizapp.tui.wording import verdict_line
from quizapp.usecases import exam_words
from quizapp.usecases.desk import Desk


class ExamReviewScreen(BaseScreen):
    """Some questions of a paper, to and fro."""

    NAME = "exam_review"
    BINDINGS: ClassVar[list[BindingType]] = bindings("exam_review")

    def __init__(self, desk: Desk, name: str, outcomes: list[Outcome]) -> None:
        super().__init__(desk)
        self._name, self._outcomes, self._at = name, outcomes, 0

    def compose(self) -> ComposeResult:
        yield TitleBar()
        yield Verdict()
        with Page():
            yield Static(id="stem")
            yield DataView()
            yield ChoiceList()
            yield Feedback()
        yield StatusLine()
        yield KeyLine()

    def on_mount(self) -> None:
        """Shows the first one."""
        self._show()

    def _show(self) -> None:
        outcome = self._outcomes[self._at]
        question, response = outcome.question, outcome.entry.response
        topic = self._desk.bank.syllabus.label(question.syllabus)
        self.query_one(TitleBar).show(f"{self._name} · {topic}", f"{self._at + 1}/{len(self._outcomes)}")
        verdict = Mark(outcome.is_correct)
        said = verdict_line(question, response, str(response), verdict, unsure=outcome.entry.is_unsure)
        told = said if response else f"✗ 답하지 않았습니다  정답 {question.right_number}번"
        self.query_one(Verdict).show(told, correct=outcome.is_correct)
        self.query_one("#stem", Static).update(emphasised(f"{outcome.position + 1}. {question.stem}", question.emphasis))
        self.query_one(DataView).show(question.data)
        choices = self.query_one(ChoiceList)
        choices.ask(question.choices)
        choices.reveal(response)
        self.query_one(Feedback).show(question)
        self.query_one(StatusLine).say(exam_words.review_line(outcome))
        self.query_one(Page).scroll_home(animate=False)
        self.show_keys()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Code is unfolded only where there is some."""
        return action != "code" or bool(self._outcomes[self._at].question.code)

    def action_step(self, step: int) -> None:
        """The next one or the one before."""
        if 0 <= self._at + step < len(self._outcomes):
            self._at += step
            self._show()

    def action_code(self) -> None:
        """Unfolds or folds the code."""
        self.query_one(Feedback).toggle_code()

    def action_back(self) -> None:
        """Back to the result."""
        self.app.pop_screen()
