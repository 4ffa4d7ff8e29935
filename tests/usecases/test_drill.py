"""The drill over a real desk: due things, new things, settings, and why each is asked."""

import pytest

from quizapp.errors import SettingError, UnknownTopicError
from quizapp.items import Question
from quizapp.study.sitting import Planned
from quizapp.usecases import config
from quizapp.usecases.answer import answer
from quizapp.usecases.ask import ask, question_of
from quizapp.usecases.drill import reason, start_drill
from quizapp.usecases.start import start_quiz, unfinished

DAY_MS = 86_400_000


def solve_all(desk, sitting):
    while (sitting := ask(desk, sitting, may_wait=True)).position < len(sitting.slots):
        question = question_of(sitting)
        sitting, _ = answer(desk, sitting, str(question.right_number or question.shown), unsure=False, elapsed_ms=900)
        sitting = sitting.proceeded()
    return sitting


def test_a_first_drill_is_of_new_things_within_the_time(desk):
    sitting = start_drill(desk, minutes=3)
    assert sitting.verb == "drill"
    assert 2 <= len(sitting.slots) <= 12
    assert len(start_drill(desk, count=4).slots) == 4


def test_what_was_answered_today_is_not_asked_again_today_without_a_date(desk):
    solve_all(desk, start_quiz(desk, ("1",), 5))
    again = start_drill(desk, ("1",), count=50)
    asked = {slot.origin.item for slot in again.slots if isinstance(slot, Question)}
    assert not any(item.startswith("sample-item") for item in asked)


def test_what_was_learned_falls_due_later_and_says_how_much_is_left(desk, clock):
    solve_all(desk, start_quiz(desk, ("1",), 5))
    clock.pass_ms(30 * DAY_MS)
    sitting = ask(desk, start_drill(desk, ("1-1-1-2",), count=5), may_wait=True)
    assert "기억" in reason(desk, question_of(sitting))
    config.put(desk.database, "exam-date", "2027-05-01")
    assert "시험일까지" in reason(desk, question_of(sitting))


def test_a_due_skill_draws_other_numbers(desk, clock):
    def drawn():
        sitting = start_drill(desk, ("2",), count=9)
        return next(slot for slot in sitting.slots if isinstance(slot, Planned))

    assert drawn().seed != drawn().seed


def test_an_interrupted_drill_is_taken_up_again(desk):
    sitting = ask(desk, start_drill(desk, ("1",), count=4), may_wait=True)
    assert unfinished(desk) == sitting


def test_an_unknown_topic_is_refused(desk):
    with pytest.raises(UnknownTopicError):
        start_drill(desk, ("9",))


@pytest.mark.parametrize(
    ("name", "value"), [("exam-date", "2027-13-01"), ("exam-date", "내일"), ("minutes", "0"), ("minutes", "x"), ("colour", "1")]
)
def test_a_setting_that_makes_no_sense_is_refused_and_nothing_changes(desk, name, value):
    with pytest.raises(SettingError):
        config.put(desk.database, name, value)
    assert config.get(desk.database, "minutes") == "20"


def test_the_exam_date_can_be_set_and_taken_away(desk):
    config.put(desk.database, "exam-date", "2027-04-03")
    assert config.exam_day(desk.database) is not None
    config.put(desk.database, "exam-date", "")
    assert config.exam_day(desk.database) is None
