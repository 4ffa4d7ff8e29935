"""The memory model is the library's, on study days."""

from datetime import UTC, date, datetime, time

import pytest
from fsrs import Card, Rating, Scheduler
from hypothesis import given
from hypothesis import strategies as st

from quizapp.study.grading import Grade
from quizapp.study.memory import FUZZ_SHARE, recall, reviewed

REFERENCE = Scheduler(desired_retention=0.9, learning_steps=(), relearning_steps=(), enable_fuzzing=False)
HISTORIES = st.lists(st.tuples(st.integers(0, 40), st.sampled_from(list(Grade))), min_size=1, max_size=12)


def noon(day):
    return datetime.combine(date.fromordinal(day), time(12), UTC)


@given(HISTORIES)
def test_any_history_gives_the_library_s_state(history):
    memory, card, day = None, Card(card_id=1), 740_000
    for gap, grade in history:
        day += gap
        memory = reviewed(memory, grade, day, "k")
        card, _ = REFERENCE.review_card(card, Rating(int(grade)), noon(day))
        assert memory.stability == pytest.approx(card.stability, rel=1e-12)
        assert memory.difficulty == pytest.approx(card.difficulty, rel=1e-12)
    assert recall(memory, day + 9) == pytest.approx(REFERENCE.get_card_retrievability(card, noon(day + 9)), rel=1e-12)


@given(HISTORIES)
def test_what_falls_due_lies_near_the_library_s_day(history):
    memory, card, day = None, Card(card_id=1), 740_000
    for gap, grade in history:
        day += gap
        memory = reviewed(memory, grade, day, "k")
        card, _ = REFERENCE.review_card(card, Rating(int(grade)), noon(day))
    interval = (card.due - noon(day)).days
    assert abs(memory.due_day - day - interval) <= max(1, interval * FUZZ_SHARE + 0.5) * (interval >= 3)


def test_two_reviews_within_one_study_day_are_within_one_day_of_the_model():
    first = reviewed(None, Grade.GOOD, 740_000, "k")
    again = reviewed(first, Grade.GOOD, 740_000, "k")
    later = reviewed(first, Grade.GOOD, 740_001, "k")
    assert again.stability < later.stability


def test_a_day_before_the_last_review_counts_as_that_day():
    first = reviewed(None, Grade.GOOD, 740_005, "k")
    assert reviewed(first, Grade.GOOD, 740_001, "k") == reviewed(first, Grade.GOOD, 740_005, "k")


def test_lapses_count_what_was_known_once():
    memory = reviewed(None, Grade.AGAIN, 740_000, "k")
    assert (memory.reviews, memory.lapses) == (1, 0)
    memory = reviewed(memory, Grade.AGAIN, 740_001, "k")
    assert (memory.reviews, memory.lapses) == (2, 1)


def test_recall_falls_with_the_days():
    memory = reviewed(None, Grade.GOOD, 740_000, "k")
    shares = [recall(memory, 740_000 + days) for days in (0, 1, 5, 30)]
    assert shares == sorted(shares, reverse=True)
    assert shares[0] == pytest.approx(1)
