"""The formulas on plain numbers are those of the library."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.study.forgetting import forgetting
from quizapp.study.grading import Grade
from quizapp.study.memory import Memory, recall, reviewed

GRADES = st.sampled_from(list(Grade))
DAY = 740_000


@given(GRADES)
def test_a_first_review_leaves_what_the_library_says(grade):
    memory = reviewed(None, grade, DAY, "key")
    assert memory.stability == pytest.approx(forgetting().first_stability(grade))
    assert memory.difficulty == pytest.approx(forgetting().first_difficulty(grade))


@given(st.floats(0.001, 3000), st.floats(1, 10), st.integers(1, 400), GRADES)
def test_a_further_review_leaves_what_the_library_says(stability, difficulty, days, grade):
    before = Memory(stability, difficulty, DAY - days, DAY, 1, 0)
    after = reviewed(before, grade, DAY, "key")
    assert forgetting().stability(stability, difficulty, days, grade) == pytest.approx(after.stability)
    assert forgetting().difficulty(difficulty, grade) == pytest.approx(after.difficulty)
    assert forgetting().recall(stability, days) == pytest.approx(recall(before, DAY))


@given(st.floats(0.05, 3000), st.integers(1, 400))
def test_a_stability_is_found_again_from_the_recall_it_leaves(stability, days):
    assert forgetting().stability_of(forgetting().recall(stability, days), days) == pytest.approx(stability, rel=1e-6)
