"""The state machine behind every sitting."""

from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from quizapp.errors import NotAnsweredError, NothingToUndoError, SittingFinishedError
from quizapp.items import Difficulty
from quizapp.study.sitting import Planned, Response, Sitting, Stage
from tests.questions import choice_question

RESPONSE = Response(answer="id", position=0, given="1", correct=False, unsure=False, elapsed_ms=10)


def sitting(count=3):
    return Sitting(id="s", verb="quiz", topics=(), slots=tuple(choice_question(n) for n in range(count)))


def test_a_sitting_asks_shows_feedback_and_ends():
    now = sitting(1)
    assert now.stage is Stage.ASKING
    now = now.answered(RESPONSE)
    assert (now.stage, now.position) == (Stage.FEEDBACK, 0)
    now = now.proceeded()
    assert now.stage is Stage.FINISHED


def test_a_finished_sitting_refuses_answers_and_has_no_current_question():
    done = sitting(1).answered(RESPONSE).proceeded()
    with pytest.raises(SittingFinishedError):
        done.answered(RESPONSE)
    with pytest.raises(SittingFinishedError):
        _ = done.current


def test_feedback_refuses_a_second_answer():
    with pytest.raises(SittingFinishedError):
        sitting().answered(RESPONSE).answered(RESPONSE)


def test_a_question_cannot_be_passed_without_an_answer():
    with pytest.raises(NotAnsweredError):
        sitting().proceeded()


def test_undo_asks_the_last_question_again_from_feedback_and_from_the_next_question():
    answered = sitting().answered(RESPONSE)
    for later in (answered, answered.proceeded()):
        assert later.undone() == sitting()
    with pytest.raises(NothingToUndoError):
        sitting().undone()


def test_an_unmade_exercise_lets_a_written_question_go_first():
    planned = Planned("skill", 1, Difficulty.PAPER, typed=False)
    now = Sitting(id="s", verb="quiz", topics=(), slots=(planned, choice_question(1)))
    assert now.swapped().slots == (choice_question(1), planned)
    assert now.without_current().slots == (choice_question(1),)
    assert now.filled(choice_question(2)).slots == (choice_question(2), choice_question(1))
    alone = Sitting(id="s", verb="quiz", topics=(), slots=(planned, planned))
    assert alone.swapped() is alone


def test_a_hole_is_asked_first_and_left_for_what_has_no_answer_yet():
    now = replace(sitting(4), responses=(replace(RESPONSE, position=1), replace(RESPONSE, position=2)))
    assert (now.position, now.is_followed) == (0, True)
    now = now.answered(RESPONSE)
    assert now.position == 0
    now = now.proceeded()
    assert (now.position, now.is_followed) == (3, False)
    assert now.undone().position == 0


class AnySitting(RuleBasedStateMachine):
    """Whatever is done in whatever order, the position and the number of answers agree."""

    def __init__(self):
        super().__init__()
        self.now = sitting(3)

    @precondition(lambda self: self.now.stage is Stage.ASKING)
    @rule()
    def answer(self):
        self.now = self.now.answered(replace(RESPONSE, position=self.now.position))

    @precondition(lambda self: self.now.stage is Stage.FEEDBACK)
    @rule()
    def proceed(self):
        self.now = self.now.proceeded()

    @precondition(lambda self: self.now.responses)
    @rule()
    def undo(self):
        before = len(self.now.responses)
        self.now = self.now.undone()
        assert len(self.now.responses) == before - 1
        assert self.now.stage is Stage.ASKING

    @invariant()
    def the_position_follows_the_answers(self):
        assert self.now.position == len(self.now.responses) - (self.now.stage is Stage.FEEDBACK)
        assert 0 <= self.now.position <= len(self.now.slots)
        assert (self.now.position == len(self.now.slots)) == (self.now.stage is Stage.FINISHED)


TestAnySitting = AnySitting.TestCase
TestAnySitting.settings = settings(max_examples=40, stateful_step_count=20, deadline=None)
