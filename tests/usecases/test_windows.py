"""Two windows on one sitting: whatever both do, no answer is lost, no question left out, and each refusal says what is so."""

import pytest

from quizapp.errors import AnswerNotLastError, SittingChangedError, SittingGoneError, SittingMovedError
from quizapp.items import Form
from quizapp.store import answers, sittings
from quizapp.study.sitting import Planned, Stage
from quizapp.usecases.answer import answer, undo
from quizapp.usecases.ask import ask
from quizapp.usecases.remember import differences
from quizapp.usecases.rest import bury
from quizapp.usecases.start import start_quiz, unfinished
from quizapp.usecases.statistics import interrupted


@pytest.fixture
def other(make_desk, bank_folder):
    """The second window."""
    return make_desk(bank_folder)


def answered(desk, sitting, times=1):
    for _ in range(times):
        sitting = ask(desk, sitting, may_wait=True)
        assert sitting.current.form is Form.CHOICE
        sitting = answer(desk, sitting, "1", unsure=False, elapsed_ms=9)[0].proceeded()
    return sitting


def counted(desk, sitting):
    return sorted(row["position"] for row in answers.of_sitting(desk.database, sitting.id))


def test_taking_back_an_answer_that_is_no_longer_the_last_is_refused(desk, other):
    first = answered(desk, start_quiz(desk, ("1",), 4))
    second = unfinished(other)
    first = answered(desk, first)
    with pytest.raises(AnswerNotLastError, match="이어하기"):
        undo(other, second)
    assert counted(desk, first) == [0, 1]


def test_both_windows_taking_the_same_answer_back_both_ask_it_again(desk, other):
    first = answered(desk, start_quiz(desk, ("1",), 4), 2)
    second = unfinished(other)
    assert undo(desk, first).position == undo(other, second).position == 1
    assert counted(desk, first) == [0]
    assert differences(desk.database) == []


def test_an_answer_after_one_that_the_other_window_took_back_is_refused(desk, other):
    first = answered(desk, start_quiz(desk, ("1",), 4), 2)
    undo(other, unfinished(other))
    with pytest.raises(SittingChangedError, match="이어하기"):
        answered(desk, first)
    assert answered(desk, unfinished(desk)).position == 2


def with_a_hole(desk):
    """A sitting of four whose first answer was taken back after the second was given."""
    sitting = answered(desk, start_quiz(desk, ("1",), 4), 2)
    first = sitting.responses[0].answer
    with desk.database.transaction() as connection:
        connection.execute("INSERT INTO undo VALUES ('u', 1, ?)", (first,))
    return sitting


def test_a_sitting_with_a_hole_asks_the_first_question_without_an_answer_and_can_be_finished(desk):
    before = with_a_hole(desk)
    sitting = unfinished(desk)
    assert (sitting.position, len(sitting.responses), sitting.stage) == (0, 1, Stage.ASKING)
    assert sitting.current == before.slots[0]
    sitting = answered(desk, sitting)
    assert sitting.position == 2
    assert unfinished(desk) == sitting
    assert undo(desk, sitting).position == 0
    sitting = answered(desk, unfinished(desk), 3)
    assert ask(desk, sitting, may_wait=True).stage is Stage.FINISHED
    assert counted(desk, sitting) == [0, 1, 2, 3]
    assert unfinished(desk) is None


def test_what_is_put_aside_in_a_hole_keeps_its_place(desk):
    with_a_hole(desk)
    sitting = bury(desk, unfinished(desk))
    assert unfinished(desk) == sitting
    assert len(sitting.slots) == 4


def test_a_question_answered_in_the_other_window_is_not_put_aside(desk, other):
    first = ask(desk, start_quiz(desk, ("1",), 4), may_wait=True)
    second = unfinished(other)
    answered(desk, first)
    with pytest.raises(SittingMovedError):
        bury(other, second)
    assert len(unfinished(desk).slots) == 4


def test_an_exercise_answered_in_the_other_window_is_not_put_into_the_sitting_again(desk, other):
    first = start_quiz(desk, ("2",), 4)
    while not isinstance(first.current, Planned):
        first = answered(desk, first)
    second = unfinished(other)
    first = ask(desk, first, may_wait=True)
    answer(desk, first, "1", unsure=False, elapsed_ms=9)
    with pytest.raises(SittingMovedError):
        ask(other, second, may_wait=True)


def test_an_answer_to_a_sitting_that_is_gone_is_refused_with_a_sentence(desk):
    sitting = ask(desk, start_quiz(desk, ("1",), 4), may_wait=True)
    with desk.database.transaction() as connection:
        connection.execute("DELETE FROM sitting_question")
        connection.execute("DELETE FROM sitting")
    with pytest.raises(SittingGoneError, match="새로 시작"):
        answer(desk, sitting, "1", unsure=False, elapsed_ms=9)
    assert list(answers.log(desk.database)) == []


def test_a_sitting_left_with_all_its_answers_counts_as_ended(desk):
    older = answered(desk, start_quiz(desk, ("1",), 3))
    answered(desk, start_quiz(desk, ("1",), 2), 2)
    assert interrupted(desk) == (1, 3)
    assert unfinished(desk) == older
    sittings.end(desk.database, older.id, 1)
    assert interrupted(desk) is None
