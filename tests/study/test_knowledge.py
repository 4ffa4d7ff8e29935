"""What is known of a 세부항목, from memories and first answers."""

import pytest

from quizapp.study.choosing import SKILL, Candidate
from quizapp.study.grading import Grade
from quizapp.study.knowledge import FACT_SHARE, branch_knowledge
from quizapp.study.memory import recall, reviewed
from quizapp.study.predictors import Calibration

DAY = 740_000
A, B = Candidate("item:a", "1-1-1-1", "choice", "p"), Candidate("item:b", "1-1-1-1", "choice", "q")
CARD, SUM = Candidate("item:c", "1-1-1-1", "card", "p"), Candidate("skill:s", "1-1-1-2", SKILL, "s")


def memory(*grades, day=DAY - 10):
    state = None
    for at, grade in enumerate(grades):
        state = reviewed(state, grade, day + at, "key")
    return state


def row(entries, correction=None):
    (found,) = branch_knowledge(entries, {"1-1-1": 7}, DAY, 0.25, correction)
    return found


def test_what_was_never_met_is_counted_by_its_points():
    found = row([(A, None), (B, memory(Grade.AGAIN, Grade.GOOD)), (CARD, None), (SUM, None)])
    assert found.met == pytest.approx(1 / 3)
    assert (found.first_right, found.first_wrong, found.questions) == (0, 1, 7)


def test_recall_counts_with_guessing():
    again = memory(Grade.AGAIN, Grade.GOOD)
    assert row([(B, again)]).right_if_met == pytest.approx(0.25 + 0.75 * recall(again, DAY))


def test_a_card_answers_part_of_a_question_and_the_better_of_a_point_counts():
    remembered = memory(Grade.AGAIN, Grade.GOOD)
    only_card = row([(CARD, remembered)]).right_if_met
    assert only_card == pytest.approx(0.25 + FACT_SHARE * 0.75 * recall(remembered, DAY))
    assert row([(CARD, remembered), (A, remembered)]).right_if_met > only_card


def test_first_answers_count_as_on_the_paper():
    found = row([(A, memory(Grade.HARD)), (CARD, memory(Grade.AGAIN)), (SUM, memory(Grade.GOOD))])
    assert found.first_right == pytest.approx(1 + 0.25 + 1)
    assert found.first_right + found.first_wrong == pytest.approx(3)


def test_a_recalibration_takes_the_place_of_the_curve():
    always = Calibration(intercept=2.0, slope=0.0, decay=0.0, format=0.0)
    assert row([(B, memory(Grade.AGAIN))], always).right_if_met == pytest.approx(0.8808, abs=1e-4)
