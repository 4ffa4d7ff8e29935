"""What is studied today: by what it adds on the exam day, mixed, within the time there is."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.study.grading import Grade
from quizapp.study.memory import recall, reviewed
from quizapp.study.plan import Aim, Prospect, Step, days_ahead, expected_right, interleaved, queue, score
from quizapp.syllabus import Exam, Subject

TODAY = 740_000
EXAM = Exam("exam", "시험", 60, 4, 1.25, 60, 40, calculator=False, subjects=(Subject("1", 20, (0, 0)), Subject("2", 20, (2, 3))))


def aim(days=30, minutes=20):
    return Aim(EXAM, TODAY + days, (minutes * 60.0,) * days)


def known(key, days_ago, times=1, grade=Grade.GOOD):
    memory = None
    for turn in range(times):
        memory = reviewed(memory, grade, TODAY - days_ago - 3 * (times - 1 - turn), key)
    return memory


def prospect(key, memory=None, *, weight=1.0, syllabus="1-1-1-1", seconds=60.0, prior=0.4):
    return Prospect(key, syllabus, memory, weight, prior, seconds)


def keys(steps):
    return [step.prospect.key for step in steps]


def ranked(prospects, target, retention=0.9):
    steps = queue(prospects, TODAY, target, retention, count=99, seconds=1e9)
    return keys(sorted(steps, key=lambda step: -step.value))


def test_what_weighs_more_on_the_paper_comes_first():
    assert ranked([prospect("light", weight=1), prospect("heavy", weight=3)], aim()) == ["heavy", "light"]


def test_what_takes_less_time_comes_first():
    assert ranked([prospect("slow", seconds=120), prospect("quick", seconds=20)], aim(minutes=1)) == ["quick", "slow"]


def test_what_is_remembered_until_the_day_can_wait():
    firm, fading = prospect("firm", known("firm", 1, times=4)), prospect("fading", known("fading", 9))
    assert recall(firm.memory, TODAY + 30) > recall(fading.memory, TODAY + 30)
    assert ranked([firm, fading], aim(minutes=2))[0] == "fading"


def test_what_was_met_yesterday_waits_where_the_exam_is_far_off():
    yesterday, long_ago = prospect("yesterday", known("yesterday", 1)), prospect("long_ago", known("long_ago", 20))
    assert ranked([yesterday, long_ago], aim(days=40, minutes=2))[0] == "long_ago"


def test_a_subject_near_its_least_result_is_worth_more():
    strong = [prospect(f"a{n}", weight=1, syllabus="1-1-1-1", prior=0.7) for n in range(20)]
    weak = [prospect(f"b{n}", weight=1, syllabus="2-1-1-1", prior=0.1) for n in range(20)]
    alike = [replace(one, prior=0.1, key=f"a{n}") for n, one in enumerate(strong)]
    assert all(key.startswith("b") for key in ranked([*strong, *weak], aim(days=3, minutes=2))[:10])
    expected = expected_right([*alike, *weak], TODAY, aim(days=3, minutes=2))
    assert expected["1"] == pytest.approx(expected["2"])


def test_without_a_day_only_what_is_due_is_reviewed_and_the_most_forgotten_first():
    fresh, due, long_due = (prospect(name, known(name, days)) for name, days in (("fresh", 1), ("due", 4), ("long", 40)))
    new = prospect("new")
    assert ranked([new, fresh, due, long_due], None) == ["long", "due", "new"]


def test_a_lower_retention_asks_later():
    due = prospect("due", replace(known("due", 4), due_day=TODAY + 9))
    assert ranked([due], None, retention=0.9) == ["due"]
    assert ranked([due], None, retention=0.7) == []


@pytest.mark.parametrize("target", [aim(), None])
def test_nothing_is_asked_twice_a_day(target):
    assert ranked([prospect("today", known("today", 0)), prospect("wrong", known("wrong", 0, grade=Grade.AGAIN))], target) == []


def test_the_queue_ends_by_count_and_by_time():
    pool = [prospect(f"k{n}", seconds=60) for n in range(30)]
    assert len(queue(pool, TODAY, aim(), 0.9, count=7, seconds=1e9)) == 7
    assert len(queue(pool, TODAY, aim(), 0.9, count=99, seconds=10 * 60)) == 10


def test_missed_days_make_no_wall_of_reviews():
    pool = [prospect(f"k{n}", known(f"k{n}", 60)) for n in range(500)]
    assert len(queue(pool, TODAY, None, 0.9, count=200, seconds=20 * 60)) == 20


def test_no_two_of_a_topic_stand_in_a_row_where_another_is_left():
    steps = [Step(prospect(f"{topic}{n}", syllabus=topic), 1.0) for topic, count in (("a", 5), ("b", 3), ("c", 2)) for n in range(count)]
    mixed = [step.prospect.syllabus for step in interleaved(steps)]
    assert sorted(mixed) == sorted(step.prospect.syllabus for step in steps)
    for at, (one, other) in enumerate(pairwise(mixed)):
        assert one != other or set(mixed[at + 1 :]) == {one}


POOL = [
    prospect(f"k{n}", known(f"k{n}", 1 + n % 9) if n % 2 else None, syllabus=f"{1 + n % 2}-1-1-{n % 3 + 1}", prior=n % 5 / 5)
    for n in range(40)
]


def test_the_same_state_gives_the_same_queue():
    forwards, backwards = (queue(pool, TODAY, aim(), 0.9, count=20, seconds=1e9) for pool in (POOL, POOL[::-1]))
    assert keys(forwards) == keys(backwards)


@given(st.integers(1, 60), st.integers(1, 120))
def test_studying_never_lowers_what_is_expected_and_more_time_brings_no_less(days, minutes):
    target = aim(days, minutes)
    courses = expected_right(POOL, TODAY, target)
    more = expected_right(POOL, TODAY, aim(days, 2 * minutes))
    idle = score(POOL, target)
    assert 100 * sum(courses.values()) / 40 >= idle - 1e-9
    assert sum(more.values()) >= sum(courses.values()) - 0.3


def test_the_days_ahead_fill_the_time_and_rest_where_there_is_none():
    target = Aim(EXAM, TODAY + 4, (600.0, 0.0, 600.0, 600.0))
    days = list(days_ahead(POOL, TODAY, target))
    assert [day.day for day in days] == [TODAY, TODAY + 1, TODAY + 2, TODAY + 3]
    assert [day.new + day.reviews for day in days] == [10, 0, 10, 10]
    assert days[1].score <= days[0].score <= days[3].score
