"""What the bank's entries stand for on the paper, and what is known at first sight."""

import pytest

from quizapp.study.blueprint import PRIOR, known_at_first_sight, questions_stood_for
from quizapp.study.choosing import SKILL, Candidate
from quizapp.study.grading import Grade
from quizapp.syllabus import Exam, Subject

EXAM = Exam("exam", "시험", 60, 4, 1.25, 60, 40, calculator=False, subjects=(Subject("1", 20, (0, 0)), Subject("2", 20, (2, 4))))
WEIGHTS = {"1-1-1": 3, "1-1-2": 1, "2-1-1": 5}
POOL = [
    Candidate("item:a", "1-1-1-1", "choice", "point a"),
    Candidate("item:b", "1-1-2-1", "choice", "point b"),
    Candidate("item:c", "1-1-2-1", "card", "point b"),
    Candidate("item:d", "2-1-1-1", "choice", "point d"),
    Candidate("skill:e", "2-1-1-1", SKILL, "e"),
]


def test_the_paper_is_spread_by_weight_point_and_kind():
    shares = questions_stood_for(POOL, WEIGHTS, EXAM)
    assert shares["item:a"] == pytest.approx(15)
    assert shares["item:b"] == shares["item:c"] == pytest.approx(2.5)
    assert shares["item:d"] == pytest.approx(8.5)
    assert shares["skill:e"] == pytest.approx(8.5 + 3)


def test_all_questions_of_the_paper_are_stood_for():
    assert sum(questions_stood_for(POOL, WEIGHTS, EXAM).values()) == pytest.approx(40)
    assert sum(questions_stood_for(POOL[:3], WEIGHTS, EXAM).values()) == pytest.approx(20)
    assert questions_stood_for([], WEIGHTS, EXAM) == {}


def test_what_is_known_at_first_sight_is_learned_from_first_answers():
    assert known_at_first_sight([]) == {"": PRIOR}
    many = known_at_first_sight([("1-1-1", Grade.GOOD)] * 40 + [("1-1-2", Grade.AGAIN)] * 2)
    assert many["1-1-1"] > 0.9
    assert many["1-1-2"] < many[""] < many["1-1-1"]
    assert many["1-1-2"] > 0.4, "two answers do not make a topic unknown"
