"""A quiz from start to end, without any face."""

import pytest

from quizapp.errors import NothingToAskError, QuizappError, ResponseFormatError, UnknownTopicError
from quizapp.exercises.supply import Supply
from quizapp.items import Form, Question
from quizapp.store import answers
from quizapp.study.sitting import Planned, Stage
from quizapp.usecases.answer import answer, end, undo
from quizapp.usecases.ask import ask, is_waiting, order_ahead, question_of
from quizapp.usecases.start import start_quiz, unfinished
from quizapp.usecases.statistics import statistics


def solve(desk, sitting, right=True):
    """Answers the current question, rightly or not, and goes on."""
    sitting = ask(desk, sitting, may_wait=True)
    question = question_of(sitting)
    if question.form is Form.NUMBER:
        given = question.shown if right else "987654"
    else:
        given = str(question.right_number if right else question.right_number % 4 + 1)
    sitting, verdict = answer(desk, sitting, given, unsure=False, elapsed_ms=900)
    assert verdict.correct == right
    return sitting.proceeded()


def test_a_quiz_is_answered_and_ends(desk):
    sitting = start_quiz(desk, (), 9)
    assert len(sitting.slots) == 9
    for turn in range(9):
        sitting = solve(desk, sitting, right=turn % 2 == 0)
    assert ask(desk, sitting, may_wait=True).stage is Stage.FINISHED
    assert unfinished(desk) is None
    summary = statistics(desk)
    assert (summary["answers"], summary["correct"]) == (9, 5)
    assert {subject["code"]: subject["answers"] for subject in summary["subjects"]} == {"1": 5, "2": 4}


def test_an_exercise_belongs_to_the_topic_that_the_bank_gives_its_skill(desk):
    sitting = ask(desk, start_quiz(desk, ("2",), 4), may_wait=True)
    while not (isinstance(sitting.current, Question) and sitting.current.origin.skill):
        sitting = ask(desk, solve(desk, sitting), may_wait=True)
    assert sitting.current.syllabus == "2-1-1-1"
    assert sitting.current.steps
    assert sitting.current.code


def test_topics_bound_the_quiz(desk):
    sitting = start_quiz(desk, ("1-1-1-2",), 30)
    assert {slot.syllabus for slot in sitting.slots} == {"1-1-1-2"}
    with pytest.raises(UnknownTopicError, match="7-7"):
        start_quiz(desk, ("7-7",))


def test_an_empty_topic_says_so(bank_folder, make_desk):
    (bank_folder / "2_second" / "2-1-1.yaml").write_text("[]", encoding="utf-8")
    (bank_folder / "skills.yaml").unlink()
    with pytest.raises(NothingToAskError, match="2"):
        start_quiz(make_desk(bank_folder), ("2",))


def test_a_seed_gives_the_same_quiz_whatever_was_answered(desk):
    def shown(sitting):
        return [(slot.origin.item, slot.choices) if isinstance(slot, Question) else slot for slot in sitting.slots]

    first = start_quiz(desk, (), 6, seed=11)
    solve(desk, first)
    assert shown(start_quiz(desk, (), 6, seed=11)) == shown(first)
    assert shown(start_quiz(desk, (), 6, seed=12)) != shown(first)


def test_an_interrupted_quiz_is_found_exactly_as_it_was(desk, bank_folder, make_desk):
    sitting = start_quiz(desk, (), 9)
    for _ in range(4):
        sitting = solve(desk, sitting)
    sitting = ask(desk, sitting, may_wait=True)
    again = unfinished(make_desk(bank_folder))
    assert again == sitting


def test_feedback_that_was_being_read_counts_as_answered(desk):
    sitting = ask(desk, start_quiz(desk, ("1",), 3), may_wait=True)
    sitting, _ = answer(desk, sitting, "1", unsure=True, elapsed_ms=5)
    assert unfinished(desk) == sitting.proceeded()


def test_an_answer_taken_back_is_asked_again_also_after_a_restart(desk):
    sitting = solve(desk, start_quiz(desk, ("1",), 3))
    before = sitting
    sitting = undo(desk, sitting)
    assert sitting.position == 0
    assert unfinished(desk) == sitting
    assert len(list(answers.log(desk.database))) == 1
    assert solve(desk, sitting).position == before.position


def test_what_is_no_answer_is_not_written(desk):
    sitting = ask(desk, start_quiz(desk, ("1",), 3), may_wait=True)
    with pytest.raises(ResponseFormatError):
        answer(desk, sitting, "7", unsure=False, elapsed_ms=5)
    assert list(answers.log(desk.database)) == []


def test_time_away_from_the_screen_is_not_counted(desk):
    sitting = ask(desk, start_quiz(desk, ("1",), 3), may_wait=True)
    sitting, _ = answer(desk, sitting, "1", unsure=False, elapsed_ms=99_999_999)
    assert sitting.last_response.elapsed_ms == 600_000


def test_a_quiz_that_was_ended_is_not_offered_again(desk):
    sitting = start_quiz(desk, (), 5)
    end(desk, sitting)
    assert unfinished(desk) is None


def test_the_choices_of_a_bank_are_shuffled_evenly(desk):
    places = [0] * 4
    for seed in range(60):
        for slot in start_quiz(desk, ("1",), 5, seed=seed).slots:
            places[slot.right_number - 1] += 1
    assert min(places) > 45


class Blocked(Supply):
    """A supply whose exercises are not made until they are let."""

    def __init__(self):
        super().__init__()
        self.is_open = False

    def is_ready(self, order):
        return self.is_open and super().is_ready(order)


def test_a_sitting_asks_a_written_item_before_it_waits_for_an_exercise(bank_folder, make_desk):
    desk = make_desk(bank_folder, Blocked())
    sitting = start_quiz(desk, ("2",), 4)
    for _ in range(3):
        sitting = ask(desk, sitting, may_wait=False)
        assert isinstance(sitting.current, Question)
        order_ahead(desk, sitting)
        sitting, _ = answer(desk, sitting, "1", unsure=False, elapsed_ms=1)
        sitting = sitting.proceeded()
    sitting = ask(desk, sitting, may_wait=False)
    assert is_waiting(sitting)
    assert unfinished(desk) == sitting
    desk.supply.is_open = True
    sitting = ask(desk, sitting, may_wait=True)
    assert question_of(sitting).origin.skill == "scaling.standard"


def test_an_exercise_that_cannot_be_made_is_dropped_and_noted(bank_folder, make_desk):
    def fail(*_):
        raise RuntimeError("broken template")

    desk = make_desk(bank_folder, Supply(fail))
    sitting = start_quiz(desk, ("2",), 4)
    asked = 0
    while (sitting := ask(desk, sitting, may_wait=True)).stage is not Stage.FINISHED:
        sitting = solve(desk, sitting)
        asked += 1
    assert asked == 3
    assert not any(isinstance(slot, Planned) for slot in sitting.slots)
    noted = desk.database.connection.execute("SELECT skill, reason FROM template_failure").fetchall()
    assert noted == [("scaling.standard", "RuntimeError: broken template")]


def test_dropping_an_exercise_keeps_what_can_be_taken_up_again(bank_folder, make_desk):
    def fail(*_):
        raise RuntimeError("broken template")

    desk = make_desk(bank_folder, Supply(fail))
    sitting = start_quiz(desk, ("2",), 4)
    while any(isinstance(slot, Planned) for slot in sitting.slots):
        sitting = ask(desk, solve(desk, sitting), may_wait=True)
    assert sitting.stage is Stage.FINISHED or unfinished(desk) == sitting


def test_an_answer_that_cannot_be_saved_leaves_the_question_open(desk):
    sitting = ask(desk, start_quiz(desk, ("1",), 3), may_wait=True)
    desk.database.connection.execute("PRAGMA query_only = ON")
    with pytest.raises(QuizappError, match="저장하지 못했습니다"):
        answer(desk, sitting, "1", unsure=False, elapsed_ms=1)
    desk.database.connection.execute("PRAGMA query_only = OFF")
    sitting, _ = answer(desk, sitting, "1", unsure=False, elapsed_ms=1)
    assert sitting.stage is Stage.FEEDBACK
