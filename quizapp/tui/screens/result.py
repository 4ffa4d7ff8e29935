"""How a sitting went: in all, by subject, question by question."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from quizapp.items import Question
from quizapp.study.sitting import Response, Sitting
from quizapp.tui.beside import beside
from quizapp.tui.commands import bindings
from quizapp.tui.screens.base import BaseScreen
from quizapp.tui.text import bar_line, padded, plain
from quizapp.tui.widgets.arranged import Fitted
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.page import Page
from quizapp.tui.widgets.status_line import StatusLine
from quizapp.tui.widgets.title_bar import TitleBar
from quizapp.tui.wording import VERBS
from quizapp.usecases.desk import Desk
from quizapp.usecases.summary import refreshed

NAME_CELLS = 24
TOPIC_CELLS = 34


class ResultScreen(BaseScreen):
    """The end of a sitting."""

    NAME = "result"
    BINDINGS: ClassVar[list[BindingType]] = bindings("result")

    def __init__(self, desk: Desk, sitting: Sitting) -> None:
        super().__init__(desk)
        self._sitting = sitting

    def compose(self) -> ComposeResult:
        responses = self._sitting.responses
        correct = sum(response.correct for response in responses)
        minutes = sum(response.elapsed_ms for response in responses) / 60_000
        yield TitleBar(f"{VERBS[self._sitting.verb]} 결과", f"{minutes:.1f}분")
        with Page():
            share = f"  {correct / len(responses):.0%}" if responses else ""
            guessed = sum(response.correct and response.unsure for response in responses)
            note = f"   찍어서 맞힌 것 {guessed}" if guessed else ""
            yield Static(plain(f"{len(responses)}문항 가운데 {correct}개 맞음{share}{note}"), id="score")
            yield Fitted(self._subjects, id="subjects")
            yield Static(plain("\n".join(self._questions())), id="questions")
        yield StatusLine()
        yield KeyLine()

    def on_mount(self) -> None:
        """Has the first screen's figures ready when it is gone back to."""
        self.call_after_refresh(beside, self.app, self._sum_up)

    def _sum_up(self) -> None:
        refreshed(self._desk)

    def _subjects(self, width: int) -> list[str]:
        lines = []
        for subject in self._desk.bank.syllabus.subjects:
            given = [response.correct for slot, response in self._answered() if slot.syllabus.split("-")[0] == subject.code]
            if given:
                right = f" {sum(given)}/{len(given)}"
                lines.append(bar_line(f"{subject.code} {subject.name}", NAME_CELLS, sum(given) / len(given), right, width))
        return lines

    def _questions(self) -> list[str]:
        lines = []
        for question, response in self._answered():
            sign = ("✓" if response.correct else "✗") + ("?" if response.unsure else " ")
            topic = padded(self._desk.bank.syllabus.label(question.syllabus), TOPIC_CELLS)
            lines.append(f"{response.position + 1:>3} {sign} {topic} {response.elapsed_ms / 1000:>4.0f}초")
        return lines

    def _answered(self) -> list[tuple[Question, Response]]:
        """The questions with their responses, in the order of the sitting."""
        by_position = sorted(self._sitting.responses, key=lambda response: response.position)
        answered = ((self._sitting.slots[response.position], response) for response in by_position)
        return [(slot, response) for slot, response in answered if isinstance(slot, Question)]

    def action_home(self) -> None:
        """Back to the first screen."""
        self.go_home()

    def action_again(self) -> None:
        """Another sitting like this one."""
        from quizapp.tui.screens.question import QuestionScreen
        from quizapp.usecases.again import start_again

        with self.telling():
            self.app.switch_screen(QuestionScreen(self._desk, start_again(self._desk, self._sitting)))
