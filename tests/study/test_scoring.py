"""The pass rule with 과락, exactly at its edges."""

from dataclasses import replace

import pytest

from quizapp.study.attempt import Entry
from quizapp.study.scoring import Outcome, by_branch, scored, seconds_a_question, share
from tests.questions import choice_question
from tests.study.test_paper import EXAM


def paper(*right):
    """Twenty questions a subject, so many of them right."""
    return [
        Outcome(
            position=at,
            question=replace(choice_question(at), syllabus=f"{subject}-1-{at % 2 + 1}-1"),
            entry=Entry(response=2),
            is_correct=at < count,
        )
        for subject, count in enumerate(right, 1)
        for at in range(20)
    ]


@pytest.mark.parametrize(
    ("right", "passed", "failed", "average"),
    [
        ((12, 12, 12, 12), True, [], True),
        ((12, 12, 12, 11), False, [], False),
        ((8, 13, 13, 14), True, [], True),
        ((7, 20, 20, 20), False, ["1"], True),
        ((0, 0, 7, 8), False, ["1", "2", "3"], False),
    ],
)
def test_sixty_on_average_and_forty_in_each(right, passed, failed, average):
    score = scored(paper(*right), EXAM)
    assert (score.passed, [part.code for part in score.failed], score.reaches_average) == (passed, failed, average)
    assert score.points == pytest.approx(sum(right) * 1.25)


def test_the_parts_of_a_paper_by_code():
    parts = by_branch(paper(20, 1))
    assert [(part.code, part.questions, part.correct) for part in parts] == [
        ("1-1-1", 10, 10), ("1-1-2", 10, 10), ("2-1-1", 10, 1), ("2-1-2", 10, 0),
    ]  # fmt: skip
    assert (share(paper(3)).count, share(paper(3)).correct) == (20, 3)
    assert seconds_a_question(EXAM) == 90


def test_a_change_of_answer_is_judged_by_the_first_one():
    outcome = paper(20)[0]
    assert outcome.first_was_right is None
    assert replace(outcome, entry=Entry(response=3, earlier=(2, 1))).first_was_right is True
    assert replace(outcome, entry=Entry(response=2, earlier=(1,))).first_was_right is False
    assert replace(outcome, entry=Entry(response=2, earlier=(2, 1))).first_was_right is None
