"""The probability of passing: exact where all is known, wide where little is, and never a number out of nothing."""

from itertools import product
from math import comb, prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.study.forecast import FEWEST_ANSWERS, forecast, pass_probability
from quizapp.study.knowledge import BranchKnowledge
from quizapp.syllabus import Exam, Subject

EXAM = Exam("exam", "시험", 60, 4, 25, 60, 40, calculator=False, subjects=(Subject("1", 4, (0, 0)), Subject("2", 4, (0, 0))))


def branch(code, right, *, met=1.0, first=(50, 50), questions=4):
    return BranchKnowledge(code, questions, met, right, *first)


def binomial(n, p):
    return [comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(n + 1)]


@given(st.floats(0, 1), st.floats(0, 1))
def test_the_pass_rule_is_exact(one, other):
    """Against every pattern of eight answers."""
    chances = [one] * 4 + [other] * 4
    expected = 0.0
    for pattern in product([0, 1], repeat=8):
        left, right = sum(pattern[:4]), sum(pattern[4:])
        if left >= 2 and right >= 2 and left + right >= 5:  # 40 % of 4 is 1.6, 60 % of 8 is 4.8
            expected += prod(chance if hit else 1 - chance for hit, chance in zip(pattern, chances, strict=True))
    assert pass_probability(EXAM, {"1": binomial(4, one), "2": binomial(4, other)}) == pytest.approx(expected)


def test_a_weak_subject_fails_the_exam_whatever_the_other():
    said = forecast([branch("1-1-1", 0.99), branch("2-1-1", 0.05)], EXAM)
    assert said.pass_probability < 0.1
    one, other = said.subjects
    assert one.fail_probability < 0.05 < 0.9 < other.fail_probability
    assert other.worth > one.worth


def test_more_knowledge_never_lowers_the_forecast():
    chances = [forecast([branch("1-1-1", right), branch("2-1-1", right)], EXAM).pass_probability for right in (0.3, 0.5, 0.7, 0.9)]
    assert chances == sorted(chances)


def test_little_data_gives_a_wide_interval_and_says_so():
    few = forecast([branch("1-1-1", 0.0, met=0.0, first=(1, 1)), branch("2-1-1", 0.0, met=0.0, first=(1, 1))], EXAM)
    many = forecast([branch("1-1-1", 0.0, met=0.0, first=(300, 200)), branch("2-1-1", 0.0, met=0.0, first=(300, 200))], EXAM)
    assert not few.enough_data
    assert many.enough_data
    width = [said.interval[1] - said.interval[0] for said in (few, many)]
    assert width[0] > 2 * width[1]


def test_one_subject_never_met_is_too_little_data():
    said = forecast([branch("1-1-1", 0.8, first=(FEWEST_ANSWERS, 10)), branch("2-1-1", 0.0, met=0.0, first=(0, 0))], EXAM)
    assert not said.enough_data


def test_what_was_not_met_is_never_worse_than_guessing():
    said = forecast([branch("1-1-1", 0.0, met=0.0, first=(0, 80)), branch("2-1-1", 0.0, met=0.0, first=(0, 80))], EXAM)
    assert said.score >= 25


def test_the_forecast_lies_within_its_interval_and_is_the_same_every_time():
    branches = [branch("1-1-1", 0.6, met=0.5, first=(20, 20)), branch("2-1-1", 0.7, met=0.3, first=(30, 10))]
    said = forecast(branches, EXAM)
    low, high = said.interval
    assert low <= said.pass_probability <= high
    assert forecast(branches, EXAM) == said
