"""What is studied today: by what it adds on the exam day, mixed, within the time there is."""

from dataclasses import replace
from itertools import pairwise

from quizapp.study.grading import Grade
from quizapp.study.memory import recall, reviewed
from quizapp.study.plan import Prospect, Step, interleaved, queue

TODAY, EXAM = 740_000, 740_030


def known(key, days_ago, times=1):
    memory = None
    for turn in range(times):
        memory = reviewed(memory, Grade.GOOD, TODAY - days_ago - 3 * (times - 1 - turn), key)
    return memory


def prospect(key, memory=None, *, weight=1.0, syllabus="1-1-1-1", seconds=60.0, guess=0.25, prior=0.4):
    return Prospect(key, syllabus, memory, weight, guess, prior, seconds)


def keys(steps):
    return [step.prospect.key for step in steps]


def ranked(prospects, exam=EXAM):
    steps = queue(prospects, TODAY, exam, count=99, seconds=1e9)
    return keys(sorted(steps, key=lambda step: -step.value))


def test_what_weighs_more_on_the_paper_comes_first():
    assert ranked([prospect("light", weight=1), prospect("heavy", weight=3)]) == ["heavy", "light"]


def test_what_takes_less_time_comes_first():
    assert ranked([prospect("slow", seconds=120), prospect("quick", seconds=20)]) == ["quick", "slow"]


def test_what_is_remembered_until_the_day_can_wait():
    firm, fading = prospect("firm", known("firm", 1, times=4)), prospect("fading", known("fading", 9))
    assert recall(firm.memory, EXAM) > recall(fading.memory, EXAM)
    assert ranked([firm, fading])[0] == "fading"


def test_a_guess_makes_knowing_worth_less():
    assert ranked([prospect("choice", guess=0.25), prospect("typed", guess=0.0)]) == ["typed", "choice"]


def test_without_a_day_only_what_is_due_is_reviewed_and_the_most_forgotten_first():
    fresh, due, long_due = (prospect(name, known(name, days)) for name, days in (("fresh", 0), ("due", 4), ("long", 40)))
    new = prospect("new")
    assert ranked([new, fresh, due, long_due], exam=None) == ["long", "due", "new"]


def test_the_queue_ends_by_count_and_by_time():
    pool = [prospect(f"k{n}", seconds=60) for n in range(30)]
    assert len(queue(pool, TODAY, EXAM, count=7, seconds=1e9)) == 7
    assert len(queue(pool, TODAY, EXAM, count=99, seconds=10 * 60)) == 10


def test_missed_days_make_no_wall_of_reviews():
    pool = [prospect(f"k{n}", known(f"k{n}", 60)) for n in range(500)]
    assert len(queue(pool, TODAY, None, count=200, seconds=20 * 60)) == 20


def test_no_two_of_a_topic_stand_in_a_row_where_another_is_left():
    steps = [Step(prospect(f"{topic}{n}", syllabus=topic), 1.0) for topic, count in (("a", 5), ("b", 3), ("c", 2)) for n in range(count)]
    mixed = [step.prospect.syllabus for step in interleaved(steps)]
    assert sorted(mixed) == sorted(step.prospect.syllabus for step in steps)
    for at, (one, other) in enumerate(pairwise(mixed)):
        assert one != other or set(mixed[at + 1 :]) == {one}


def test_the_same_state_gives_the_same_queue():
    pool = [prospect(f"k{n}", known(f"k{n}", n % 9) if n % 2 else None, syllabus=f"1-1-1-{n % 3 + 1}") for n in range(40)]
    assert keys(queue(pool, TODAY, EXAM, count=20, seconds=1e9)) == keys(queue(reversed(pool), TODAY, EXAM, count=20, seconds=1e9))
    assert replace(pool[0], weight=2.0) != pool[0]
