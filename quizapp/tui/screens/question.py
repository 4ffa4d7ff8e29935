"""One question: asked, answered, and why. The screen shows a sitting in place and replaces it with what the use cases return."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.timer import Timer
from textual.widgets import Input, Static

from quizapp.items import TYPED_FORMS, Choice, Form, Question
from quizapp.numbers import MOST_TYPED
from quizapp.study.sitting import Sitting, Stage
from quizapp.tui.commands import Command, bindings
from quizapp.tui.in_drill import card_for, why_now
from quizapp.tui.possible import footer, is_possible
from quizapp.tui.screens.marking import MarkingScreen
from quizapp.tui.text import emphasised
from quizapp.tui.widgets.answer_input import AnswerInput
from quizapp.tui.widgets.choice_list import ChoiceList
from quizapp.tui.widgets.data_view import DataView
from quizapp.tui.widgets.feedback import Feedback
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.page import Page
from quizapp.tui.widgets.status_line import StatusLine
from quizapp.tui.widgets.title_bar import TitleBar
from quizapp.tui.widgets.verdict import Verdict
from quizapp.tui.wording import CARD_GRADES, USUAL_GRADE, VERBS, field_hint, time_left, verdict_line
from quizapp.usecases.ask import ask, is_waiting, order_ahead, question_of
from quizapp.usecases.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from quizapp.study.grading import Mark
    from quizapp.usecases.marks import Marked

POLL_SECONDS = 0.05
"""How often a sitting that can only wait looks whether its exercise has been made."""


class QuestionScreen(MarkingScreen):
    """Shows the current question of a sitting, then its feedback."""

    NAME = "question"
    BINDINGS: ClassVar[list[BindingType]] = bindings("question")

    def __init__(self, desk: Desk, sitting: Sitting) -> None:
        super().__init__(desk)
        self._sitting = sitting
        self._unsure = False
        self._card_is_turned = False
        self._shown_at_ms = 0
        self._poll: Timer | None = None

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
        """Asks the first question."""
        self._go_on(self._sitting)

    # Showing

    def _go_on(self, sitting: Sitting) -> bool:
        """To the question that *sitting* asks, or the result; waits only where nothing but an unmade exercise is left.

        Where this cannot be kept it returns False; everything stays as it is, and Enter tries again.
        """
        if self._poll is not None:
            self._poll.stop()
        with self.telling():
            self._sitting = ask(self._desk, sitting, may_wait=False)
            if self._sitting.stage is Stage.FINISHED:
                from quizapp.tui.screens.result import ResultScreen

                self.app.switch_screen(ResultScreen(self._desk, self._sitting))
            elif is_waiting(self._sitting):
                self.query_one(StatusLine).say("계산 문제를 만들고 있습니다…")
                self._poll = self.set_timer(POLL_SECONDS, lambda: self._go_on(self._sitting))
            else:
                self._show_question(question_of(self._sitting))
                self.call_after_refresh(self._order_ahead)
            return True
        self.show_keys()
        return False

    def _order_ahead(self) -> None:
        with self.telling():
            order_ahead(self._desk, self._sitting)

    def _show_question(self, question: Question, picked: int = 0) -> None:
        self._unsure = self._card_is_turned = False
        self._show_title()
        self.query_one(Verdict).clear()
        self.query_one("#stem", Static).update(emphasised(question.stem, question.emphasis))
        self.query_one(DataView).show(question.data)
        self.query_one(ChoiceList).ask(question.choices, picked)
        self.query_one(Feedback).hide()
        self._show_field(question, enabled=True)
        self.query_one(StatusLine).say(why_now(self._desk, self._sitting))
        self.query_one(Page).scroll_home(animate=False)
        self.show_keys()
        self._shown_at_ms = self._desk.clock.monotonic_ms()

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
            field = AnswerInput()
            self.query_one(Page).mount(field, before=self.query_one(Feedback))
        if field is None:
            return
        if typed and enabled:
            field.ask(field_hint(question))
        else:
            field.close(is_shown=typed)
            self.set_focus(None)

    def _show_feedback(self, verdict: Mark) -> None:
        question, response = question_of(self._sitting), self._sitting.last_response
        picked = int(response.given) if question.form is Form.CHOICE else 0
        self._show_field(question, enabled=False)
        told = verdict_line(question, picked, response.given, verdict, unsure=response.unsure)
        self.query_one(Verdict).show(told, correct=verdict.correct)
        self.query_one(ChoiceList).reveal(picked)
        self.query_one(Feedback).show(question, card_for(self._desk, self._sitting, verdict))
        self.query_one(StatusLine).say("")
        self.show_keys()
        if question.form is Form.CHOICE:
            self.call_after_refresh(self._scroll_to_choices)

    def _scroll_to_choices(self) -> None:
        page, choices = self.query_one(Page), self.query_one(ChoiceList)
        if page.max_scroll_y:
            page.scroll_to(y=choices.virtual_region.y, animate=False)

    # Acting

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Whether *action* makes sense at this stage; what does not is hidden from the footer too."""
        return is_possible(action, self._sitting, card_is_turned=self._card_is_turned)

    def footer(self) -> Iterable[Command]:
        """As the question needs it."""
        return footer(super().footer(), self._sitting)

    @property
    def is_typing(self) -> bool:
        """While a typed question is asked."""
        return bool(self.check_action("submit", ()))

    @property
    def marked(self) -> Marked:
        """The question that was answered."""
        from quizapp.usecases.marks import of_question

        return of_question(question_of(self._sitting), self._sitting.last_response.given)

    def action_choose(self, number: int) -> None:
        """Picks a choice."""
        choices = self.query_one(ChoiceList)
        if number <= choices.count:
            choices.cursor = number
        else:
            self.query_one(StatusLine).say(f"보기는 1에서 {choices.count}까지입니다.")

    action_judge = action_choose

    def on_choice_list_clicked(self, event: ChoiceList.Clicked) -> None:
        """A click picks a choice, a second one on it answers."""
        if not self.check_action("choose", (event.number,)):
            return
        if self.query_one(ChoiceList).cursor == event.number:
            self.action_confirm()
        else:
            self.action_choose(event.number)

    def action_move(self, step: int) -> None:
        """To the choice above or below; where there is none, the text is scrolled."""
        choices = self.query_one(ChoiceList)
        start = choices.cursor or (0 if step > 0 else choices.count + 1)
        if self.check_action("choose", ()) and 1 <= start + step <= choices.count:
            choices.cursor = start + step
        else:
            self.action_scroll(step)

    def action_unsure(self) -> None:
        """Marks the answer to come as a guess, or takes the mark back."""
        self._unsure = not self._unsure
        self.query_one(StatusLine).say("? 찍음으로 표시했습니다. 맞혀도 아는 것으로 치지 않습니다." if self._unsure else "")

    def action_confirm(self) -> None:
        """Answers with the picked choice."""
        choices = self.query_one(ChoiceList)
        if choices.cursor:
            self._answer(str(choices.cursor))
        elif question_of(self._sitting).is_true_or_false:
            self.query_one(StatusLine).say("먼저 o나 x를 고르세요.")
        else:
            self.query_one(StatusLine).say(f"먼저 1-{choices.count}로 보기를 고르세요.")

    def action_turn(self) -> None:
        """Turns the card over and asks how well it was known."""
        self._card_is_turned = True
        question = question_of(self._sitting)
        self.query_one(DataView).show(question.shown, is_prose=True)
        self.query_one(ChoiceList).ask(tuple(Choice(text=text, why="") for text in CARD_GRADES), USUAL_GRADE)
        self.query_one(Feedback).show(question)
        self.show_keys()

    async def action_submit(self) -> None:
        """Answers with what was typed."""
        await self.query_one(AnswerInput).action_submit()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answers with what was typed."""
        event.stop()
        if event.value.strip():
            self._answer(event.value)
        else:
            self.query_one(StatusLine).say("답을 입력하고 Enter를 누르세요.")

    def on_answer_input_refused(self) -> None:
        """Says why the field takes no more."""
        self.query_one(StatusLine).say(f"답은 {MOST_TYPED}자까지 입력할 수 있습니다.")

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
        self._go_on(self._sitting.proceeded() if self._sitting.stage is Stage.FEEDBACK else self._sitting)

    def action_read_on(self) -> None:
        """Further down in the feedback; at its end, the next question."""
        if self.query_one(Page).is_at_its_end:
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
            if (not asking or self._go_on(self._sitting)) and self.is_current:
                self.query_one(StatusLine).say(told)

    def action_back(self) -> None:
        """Back to the first screen; the sitting can be taken up again."""
        self.go_home()
