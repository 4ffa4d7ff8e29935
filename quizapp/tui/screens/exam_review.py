"""Questions that were answered, of a past paper or of the notebook, one by one, with everything that is said after an answer."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from quizapp.study.grading import Mark
from quizapp.tui.commands import bindings
from quizapp.tui.screens.marking import MarkingScreen
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.reading import Reading
from quizapp.tui.widgets.status_line import StatusLine
from quizapp.tui.widgets.title_bar import TitleBar
from quizapp.tui.widgets.verdict import Verdict
from quizapp.tui.wording import verdict_line
from quizapp.usecases import marks
from quizapp.usecases.desk import Desk
from quizapp.usecases.review import Reviewed


class ExamReviewScreen(MarkingScreen):
    """Some questions, to and fro."""

    NAME = "exam_review"
    BINDINGS: ClassVar[list[BindingType]] = bindings("exam_review")

    def __init__(self, desk: Desk, name: str, answers: list[Reviewed], at: int = 0) -> None:
        super().__init__(desk)
        self._name, self._answers, self._at = name, answers, at

    def compose(self) -> ComposeResult:
        yield TitleBar()
        yield Verdict()
        yield Reading()
        yield StatusLine()
        yield KeyLine()

    def on_mount(self) -> None:
        """Shows the first one."""
        self._show()

    def _show(self) -> None:
        one = self._answers[self._at]
        question, topic = one.question, self._desk.bank.syllabus.label(one.question.syllabus)
        self.query_one(TitleBar).show(f"{self._name} · {topic}", f"{self._at + 1}/{len(self._answers)}")
        said = verdict_line(question, one.picked, one.response, Mark(one.is_correct), unsure=one.is_unsure)
        told = said if one.response else f"✗ 답하지 않았습니다  정답 {question.right_number}번"
        self.query_one(Verdict).show(told, correct=one.is_correct)
        self.query_one(Reading).show(question, one.picked, number=one.number, note=marks.note_of(self._desk, question.origin.key))
        self.query_one(StatusLine).say(one.line)
        self.show_keys()

    @property
    def marked(self) -> marks.Marked:
        """The question that is shown."""
        one = self._answers[self._at]
        return marks.of_question(one.question, one.response)

    def show_marks(self) -> None:
        """The note as it is now."""
        self.query_one(Reading).show_note(marks.note_of(self._desk, self.marked.key))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Code is unfolded only where there is some."""
        return action != "code" or bool(self._answers[self._at].question.code)

    def action_step(self, step: int) -> None:
        """The next one or the one before."""
        if 0 <= self._at + step < len(self._answers):
            self._at += step
            self._show()

    def action_code(self) -> None:
        """Unfolds or folds the code."""
        self.query_one(Reading).toggle_code()

    def action_back(self) -> None:
        """Back to the screen before."""
        self.app.pop_screen()
