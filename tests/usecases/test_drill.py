"""The drill over a real desk: due things, new things, settings, and why each is asked."""

import pytest

from quizapp.errors import NoExamDateError, NotRestingError, SettingError, UnknownTopicError
from quizapp.exercises.template import templates_of
from quizapp.items import Question
from quizapp.study.sitting import Planned, Stage
from quizapp.usecases import config
from quizapp.usecases.answer import answer
from quizapp.usecases.ask import ask, question_of
from quizapp.usecases.drill import reason, related_card, start_drill
from quizapp.usecases.plan import plan
from quizapp.usecases.prospects import LEECH_LAPSES, LEECH_REST_DAYS
from quizapp.usecases.rest import bury, lift, suspend, suspended
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


def test_every_review_of_a_skill_asks_in_another_way(desk, clock):
    skill = next(iter(desk.bank.skills))
    seen = []
    for _ in templates_of(skill):
        sitting = start_drill(desk, (desk.bank.skills[skill],), count=50)
        while (sitting := ask(desk, sitting, may_wait=True)).stage is Stage.ASKING:
            question = question_of(sitting)
            if question.origin.skill:
                seen.append(question.origin.template)
            sitting, _ = answer(desk, sitting, str(question.right_number or question.shown), unsure=False, elapsed_ms=900)
            sitting = sitting.proceeded()
        clock.pass_ms(2000 * DAY_MS)
    assert sorted(seen) == sorted(template.name for template in templates_of(skill))


def test_an_interrupted_drill_is_taken_up_again(desk):
    sitting = ask(desk, start_drill(desk, ("1",), count=4), may_wait=True)
    assert unfinished(desk) == sitting


def test_an_unknown_topic_is_refused(desk):
    with pytest.raises(UnknownTopicError):
        start_drill(desk, ("9",))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("exam-date", "2027-13-01"),
        ("exam-date", "내일"),
        ("minutes", "0"),
        ("minutes", "x"),
        ("minutes", "20 20"),
        ("rest-days", "내일"),
        ("retention", "1"),
        ("colour", "1"),
    ],
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


def wrong(desk, sitting):
    """Answers the current question wrong."""
    number = question_of(sitting).right_number
    sitting, _ = answer(desk, sitting, str(number % 4 + 1), unsure=False, elapsed_ms=900)
    return sitting.proceeded()


def test_a_drill_ends_when_its_minutes_are_over_and_stays_ended(desk):
    sitting = start_drill(desk, ("1",), minutes=3)
    for _ in range(2):
        sitting = ask(desk, sitting, may_wait=True)
        sitting, _ = answer(desk, sitting, "1", unsure=False, elapsed_ms=85_000)
        sitting = sitting.proceeded()
    assert ask(desk, sitting, may_wait=True).stage is Stage.FINISHED
    assert len(sitting.slots) > len(sitting.responses)
    assert unfinished(desk) is None


def test_a_drill_by_count_knows_no_time(desk):
    sitting = ask(desk, start_drill(desk, ("1",), count=3), may_wait=True)
    sitting, _ = answer(desk, sitting, "1", unsure=False, elapsed_ms=600_000)
    assert sitting.proceeded().stage is Stage.ASKING


@pytest.mark.parametrize(("put_aside", "days"), [(bury, 1), (suspend, 400)])
def test_what_was_put_aside_leaves_the_drill_until_its_time(desk, clock, put_aside, days):
    sitting = ask(desk, start_drill(desk, ("1",), count=4), may_wait=True)
    key, before = question_of(sitting).origin.key, len(sitting.slots)
    sitting = ask(desk, put_aside(desk, sitting), may_wait=True)
    assert len(sitting.slots) == before - 1
    assert unfinished(desk) == sitting, "and it stays so after an interruption"
    assert key not in keys_of(start_drill(desk, ("1",), count=50))
    clock.pass_ms(days * DAY_MS)
    assert (key in keys_of(start_drill(desk, ("1",), count=50))) == (put_aside is bury)


def test_what_was_put_aside_for_good_can_be_taken_back(desk):
    sitting = ask(desk, start_drill(desk, ("1",), count=4), may_wait=True)
    key = question_of(sitting).origin.key
    suspend(desk, sitting)
    assert suspended(desk) == [key]
    lift(desk, key.partition(":")[2])
    assert suspended(desk) == []
    assert key in keys_of(start_drill(desk, ("1",), count=50))
    with pytest.raises(NotRestingError):
        lift(desk, key)


def keys_of(sitting):
    return {slot.origin.key if isinstance(slot, Question) else f"skill:{slot.skill}" for slot in sitting.slots}


def test_what_is_forgotten_again_and_again_rests_and_shows_a_card_on_its_point(desk, clock):
    card = next(ref for ref in desk.bank.refs() if ref.kind == "card")
    target = next(ref for ref in desk.bank.refs() if ref.point == card.point and ref.kind == "choice")
    for _ in range(LEECH_LAPSES + 1):
        sitting = start_quiz(desk, (target.syllabus,), 5)
        while (sitting := ask(desk, sitting, may_wait=True)).stage is Stage.ASKING:
            sitting = wrong(desk, sitting)
        clock.pass_ms(2 * DAY_MS)
    question = next(slot for slot in sitting.slots if slot.origin.item == target.id)
    assert related_card(desk, question).id == card.id
    assert "자주 틀리는 것" in reason(desk, question)
    assert f"item:{target.id}" not in keys_of(start_drill(desk, count=50))
    clock.pass_ms(LEECH_REST_DAYS * DAY_MS)
    assert f"item:{target.id}" in keys_of(start_drill(desk, count=50))


def test_the_plan_names_every_day_until_the_exam_and_what_more_time_brings(desk, clock):
    clock.pass_ms(DAY_MS // 4)  # six in the morning
    with pytest.raises(NoExamDateError):
        plan(desk)
    config.put(desk.database, "exam-date", "2027-03-11")
    config.put(desk.database, "minutes", "10 10 10 10 10 30 0")
    summary = plan(desk)
    assert [day["date"] for day in summary["days"]] == [f"2027-03-{day:02}" for day in range(1, 11)]
    assert summary["days"][6]["minutes"] == 0, "2027-03-07 is a Sunday"
    assert summary["score_now"] < summary["score"] <= summary["score_with_extra"] + 0.05
    assert summary["new"] > 0


def test_rest_days_and_minutes_by_weekday_are_settings(desk, clock):
    clock.pass_ms(DAY_MS // 4)
    config.put(desk.database, "minutes", "20, 20, 20, 20, 20, 60, 0")
    config.put(desk.database, "rest-days", "2027-03-02")
    monday = desk.clock.today()
    assert config.minutes_on(desk.database, range(monday, monday + 7)) == [20, 0, 20, 20, 20, 60, 0]


def test_the_learner_s_own_pace_decides_how_much_fits(desk):
    def planned():
        return len(start_drill(desk, ("1",), minutes=2).slots)

    at_first = planned()
    for _ in range(12):
        sitting = start_quiz(desk, ("1",), 5)
        while (sitting := ask(desk, sitting, may_wait=True)).stage is Stage.ASKING:
            sitting, _ = answer(desk, sitting, "1", unsure=False, elapsed_ms=120_000)
            sitting = sitting.proceeded()
    desk.clock.pass_ms(DAY_MS)
    assert planned() < at_first
