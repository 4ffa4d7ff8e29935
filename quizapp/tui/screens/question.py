"""One question: asked, answered, and why. The screen shows a sitting in place and replaces it with what the use cases return."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Input, Static

from quizapp.items import TYPED_FORMS, Card, Choice, Form, Question
from quizapp.study.sitting import Sitting, Stage
from quizapp.tui.commands import bindings
from quizapp.tui.possible import is_possible
from quizapp.tui.screens.base import BaseScreen
from quizapp.tui.text import emphasised, plain
from quizapp.tui.widgets.answer_input import AnswerInput
from quizapp.tui.widgets.choice_list import ChoiceList
from quizapp.tui.widgets.data_view import DataView
from quizapp.tui.widgets.feedback import Feedback
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.status_line import StatusLine
from quizapp.tui.widgets.title_bar import TitleBar
from quizapp.tui.wording import field_hint, time_left, verdict_line
from quizapp.usecases.ask import ask, is_waiting, order_ahead, question_of
from quizapp.usecases.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizapp.study.grading import Mark

POLL_SECONDS = 0.05
"""How often a sitting that can only wait looks whether its exercise has been made."""


VERBS = {"quiz": "퀴즈", "drill": "오늘 학습"}
CARD_GRADES = ("다시", "어려움", "알맞음", "쉬움")
USUAL_GRADE = 3


class QuestionScreen(BaseScreen):
    """Shows the current question of a sitting, then its feedback."""

    NAME = "question"
    BINDINGS: ClassVar[list[BindingType]] = bindings("question")

    def __init__(self, desk: Desk, sitting: Sitting) -> None:
        super().__init__(desk)
        self._sitting = sitting
        self._unsure = False
        self._card_is_turned = False
        self._shown_at_ms = 0

    def compose(self) -> ComposeResult:
        yield TitleBar()
        yield Static(id="verdict")
        with VerticalScroll(classes="page", can_focus=False):
            yield Static(id="stem")
            yield DataView()
            yield ChoiceList()
            yield Feedback()
        yield StatusLine()
        yield KeyLine()

    def on_mount(self) -> None:
        """Asks the first question."""
        self._ask()

    # Showing

    def _ask(self) -> None:
        """Goes on to the next question, or the result; waits only where nothing but an unmade exercise is left."""
        with self.telling():
            self._ask_next()

    def _ask_next(self) -> None:
        self._sitting = ask(self._desk, self._sitting, may_wait=False)
        if self._sitting.stage is Stage.FINISHED:
            from quizapp.tui.screens.result import ResultScreen

            self.app.switch_screen(ResultScreen(self._desk, self._sitting))
        elif is_waiting(self._sitting):
            self.query_one(StatusLine).say("계산 문제를 만들고 있습니다…")
            self.set_timer(POLL_SECONDS, self._ask)
        else:
            self._show_question(question_of(self._sitting))
            self.call_after_refresh(order_ahead, self._desk, self._sitting)

    def _show_question(self, question: Question, picked: int = 0) -> None:
        self._unsure = self._card_is_turned = False
        self._show_title()
        self.query_one("#verdict", Static).update("")
        self.query_one("#stem", Static).update(emphasised(question.stem, question.emphasis))
        self.query_one(DataView).show(question.data)
        self.query_one(ChoiceList).ask(question.choices, picked)
        self.query_one(Feedback).hide()
        self._show_field(question, enabled=True)
        self.query_one(StatusLine).say(self._why_now(question))
        self.query_one(VerticalScroll).scroll_home(animate=False)
        self.show_keys()
        self._shown_at_ms = self._desk.clock.monotonic_ms()

    def _why_now(self, question: Question) -> str:
        """In a drill, why this is asked today."""
        if self._sitting.verb != "drill":
            return ""
        from quizapp.usecases.drill import reason

        return reason(self._desk, question)

    def _show_title(self) -> None:
        sitting, question = self._sitting, question_of(self._sitting)
        topic = self._desk.bank.syllabus.label(question.syllabus)
        progress = f"{sitting.position + 1}/{len(sitting.slots)}" if not sitting.limit_ms else time_left(sitting)
        self.query_one(TitleBar).show(f"{VERBS[sitting.verb]} · {topic}", progress)

    def _show_field(self, question: Question, *, enabled: bool) -> None:
        """Shows the field of a typed question; it is made when the first one comes, as it costs some 20 ms."""
        typed = question.form in TYPED_FORMS
        field = next(iter(self.query(AnswerInput)), None)
        if field is None and typed:
            field = AnswerInput(id="answer", select_on_focus=False)
            self.query_one(VerticalScroll).mount(field, before=self.query_one(Feedback))
        if field is None:
            return
        field.display = typed
        field.disabled = not (typed and enabled)
        if field.disabled:
            self.set_focus(None)
            return
        field.placeholder = field_hint(question)
        field.value = ""
        field.focus()

    def _show_feedback(self, verdict: Mark) -> None:
        question, response = question_of(self._sitting), self._sitting.last_response
        picked = int(response.given) if question.form is Form.CHOICE else 0
        self._show_field(question, enabled=False)
        banner = self.query_one("#verdict", Static)
        banner.set_class(verdict.correct, "-right")
        banner.set_class(not verdict.correct, "-wrong")
        banner.update(plain(verdict_line(question, picked, response.given, verdict, unsure=response.unsure)))
        self.query_one(ChoiceList).reveal(picked)
        self.query_one(Feedback).show(question, self._card_for(verdict))
        self.query_one(StatusLine).say("")
        self.show_keys()
        if question.form is Form.CHOICE:
            self.call_after_refresh(self._scroll_to_choices)

    def _card_for(self, verdict: Mark) -> Card | None:
        """In a drill, the card that helps with what is answered wrong again and again."""
        if self._sitting.verb != "drill" or verdict.correct:
            return None
        from quizapp.usecases.drill import related_card

        return related_card(self._desk, question_of(self._sitting))

    def _scroll_to_choices(self) -> None:
        page, choices = self.query_one(VerticalScroll), self.query_one(ChoiceList)
        if page.max_scroll_y:
            page.scroll_to(y=choices.virtual_region.y, animate=False)

    # Acting

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Whether *action* makes sense at this stage; what does not is hidden from the footer too."""
        return is_possible(action, self._sitting, card_is_turned=self._card_is_turned)

    def action_choose(self, number: int) -> None:
        """Picks a choice."""
        if number <= (len(question_of(self._sitting).choices) or len(CARD_GRADES)):
            self.query_one(ChoiceList).cursor = number

    def on_choice_list_clicked(self, event: ChoiceList.Clicked) -> None:
        """A click picks a choice, a second one on it answers."""
        if not self.check_action("choose", (event.number,)):
            return
        if self.query_one(ChoiceList).cursor == event.number:
            self.action_confirm()
        else:
            self.action_choose(event.number)

    def action_up(self) -> None:
        """The choice above, or the text above."""
        self._move(-1)

    def action_down(self) -> None:
        """The choice below, or the text below."""
        self._move(1)

    def _move(self, step: int) -> None:
        choices = self.query_one(ChoiceList)
        if self._sitting.stage is Stage.ASKING and choices.count and question_of(self._sitting).form not in TYPED_FORMS:
            start = choices.cursor or (0 if step > 0 else choices.count + 1)
            choices.cursor = max(1, min(choices.count, start + step))
        else:
            self.query_one(VerticalScroll).scroll_relative(y=step, animate=False)

    def action_page(self, direction: int) -> None:
        """A screenful up or down."""
        page = self.query_one(VerticalScroll)
        page.scroll_relative(y=direction * max(1, page.size.height - 2), animate=False)

    def action_unsure(self) -> None:
        """Marks the answer to come as a guess, or takes the mark back."""
        self._unsure = not self._unsure
        self.query_one(StatusLine).say("? 찍음으로 표시했습니다. 맞혀도 아는 것으로 치지 않습니다." if self._unsure else "")

    action_unsure_typed = action_unsure

    def action_confirm(self) -> None:
        """Answers with the picked choice."""
        cursor = self.query_one(ChoiceList).cursor
        if cursor:
            self._answer(str(cursor))
        else:
            self.query_one(StatusLine).say("먼저 1-4로 보기를 고르세요.")

    def action_turn(self) -> None:
        """Turns the card over and asks how well it was known."""
        self._card_is_turned = True
        self.query_one(Feedback).show(question_of(self._sitting))
        self.query_one(ChoiceList).ask(tuple(Choice(text=text, why="") for text in CARD_GRADES), USUAL_GRADE)
        self.show_keys()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answers with the typed number."""
        event.stop()
        if event.value.strip():
            self._answer(event.value)

    def _answer(self, given: str) -> None:
        from quizapp.usecases.answer import answer  # loaded in idle time after the first frame

        elapsed = self._desk.clock.monotonic_ms() - self._shown_at_ms
        with self.telling():
            self._sitting, verdict = answer(self._desk, self._sitting, given, unsure=self._unsure, elapsed_ms=elapsed)
            if question_of(self._sitting).form is Form.CARD:
                self.action_next()
            else:
                self._show_feedback(verdict)

    def action_next(self) -> None:
        """The next question."""
        self._sitting = self._sitting.proceeded()
        self._ask()

    def action_read_on(self) -> None:
        """Further down in the feedback; at its end, the next question."""
        page = self.query_one(VerticalScroll)
        if page.scroll_offset.y >= page.max_scroll_y:
            self.action_next()
        else:
            self.action_page(1)

    def action_code(self) -> None:
        """Unfolds or folds the code."""
        self.query_one(Feedback).toggle_code()

    def action_undo(self) -> None:
        """Takes the last answer back."""
        from quizapp.usecases.answer import undo

        with self.telling():
            self._sitting = undo(self._desk, self._sitting)
            self._show_question(question_of(self._sitting))
            self.query_one(StatusLine).say("앞의 답을 되돌렸습니다. 다시 답하세요.")

    def action_bury(self) -> None:
        """Puts what is asked aside until tomorrow."""
        from quizapp.usecases.rest import bury

        self._put_aside(bury, "내일까지 묻지 않습니다.")

    def action_suspend(self) -> None:
        """Puts what is asked aside for good."""
        from quizapp.usecases.rest import suspend

        self._put_aside(suspend, "오늘 학습에서 뺐습니다. `quizapp suspended`로 되돌릴 수 있습니다.")

    def _put_aside(self, rest: Callable[[Desk, Sitting], Sitting], told: str) -> None:
        asking = self._sitting.stage is Stage.ASKING
        with self.telling():
            self._sitting = rest(self._desk, self._sitting)
            if asking:
                self._ask_next()
            if self.is_current:
                self.query_one(StatusLine).say(told)

    def action_back(self) -> None:
        """Back to the first screen; the sitting can be taken up again."""
        self.go_home()
