"""Right, wrong, which misconception, and what it is worth."""

import pytest

from quizapp.errors import NumberFormatError, ResponseFormatError
from quizapp.study.grading import Grade, grade, is_fast, mark
from tests.questions import card_question, choice_question, number_question, order_question, term_question


@pytest.mark.parametrize("given", ["2", " 2 ", "２"])
def test_the_right_choice_is_right_in_either_width(given):
    assert mark(choice_question(), given).correct


def test_a_wrong_choice_gets_its_own_reason():
    verdict = mark(choice_question(), "3")
    assert (verdict.correct, verdict.feedback) == (False, "까닭 3")


@pytest.mark.parametrize("given", ["0", "5", "", "a", "1.0", "-1", "일"])
def test_what_is_no_choice_costs_nothing(given):
    with pytest.raises(ResponseFormatError):
        mark(choice_question(), given)


def test_a_typed_misconception_is_named():
    assert mark(number_question(), "2/3").correct
    assert mark(number_question(), "0.75").feedback == "정밀도를 F1로 보았습니다."
    assert mark(number_question(), "0.5").feedback == ""
    with pytest.raises(NumberFormatError):
        mark(number_question(), "영점육")


def test_a_guess_is_hard_at_best():
    question = choice_question()
    for fast in (True, False):
        assert grade(question, "1", correct=False, unsure=False, is_fast=fast) is Grade.AGAIN
        assert grade(question, "1", correct=False, unsure=True, is_fast=fast) is Grade.AGAIN
        assert grade(question, "2", correct=True, unsure=True, is_fast=fast) is Grade.HARD
    assert grade(question, "2", correct=True, unsure=False, is_fast=False) is Grade.GOOD
    assert grade(question, "2", correct=True, unsure=False, is_fast=True) is Grade.EASY


def test_fast_is_against_the_own_pace_and_only_once_it_is_known():
    assert is_fast(900, [2000] * 20)
    assert not is_fast(1100, [2000] * 20)
    assert not is_fast(1, [2000] * 19)


@pytest.mark.parametrize("question", [choice_question(), number_question(), order_question(), card_question(), term_question()])
@pytest.mark.parametrize("given", ["9" * 5000, "가" * 101, "", " ", "\udcb0\udca1", "�1"])
def test_what_cannot_be_an_answer_costs_nothing_and_is_told_in_a_short_sentence(question, given):
    with pytest.raises((NumberFormatError, ResponseFormatError)) as refused:
        mark(question, given)
    assert len(str(refused.value)) < 150
    assert str(refused.value).isprintable()
    assert not str(refused.value).endswith("''")


@pytest.mark.parametrize(
    ("given", "right"), [("검정력(power)", True), ("ㅔㅐㅈㄷㄱ", True), ("1−β", True), ("검정력(alpha)", False), ("검정", False)]
)
def test_a_term_is_right_in_any_accepted_form(given, right):
    assert mark(term_question(), given).correct is right
