"""How items of every kind are asked and judged."""

from random import Random

import pytest

from quizapp.errors import ResponseFormatError
from quizapp.items import Card, Choice, ChoiceItem, ClozeItem, Form, OrderItem, TermItem, plain_values, question_from
from quizapp.study.grading import Grade, grade, mark
from quizapp.study.questions import from_item, true_or_false

COMMON = {"id": "a-1", "syllabus": "1-1-1-1", "point": "p", "level": 1, "revision": 2, "reference": "r"}
TERM = TermItem(**COMMON, stem="무엇인가?", answers=("정확도", "accuracy"), explanation="해설")
CLOZE = ClozeItem(**COMMON, text="{{선택}} 다음에 {{전처리|데이터 전처리}}", explanation="해설")
ORDER = OrderItem(**COMMON, stem="순서는?", steps=("선택", "전처리", "변환", "해석"), explanation="해설")
CARD = Card(**COMMON, front="앞", back="뒤")
CHOICE = ChoiceItem(
    **COMMON, stem="물음", explanation="해설", choices=tuple(Choice(text=t, why=f"{t} 까닭", correct=t == "나") for t in "가나다라")
)


@pytest.mark.parametrize("typed", ["정확도", " 정확 도 ", "Accuracy", "ACCURACY", "wjdghkreh", "정확-도", "ㅁㅊ쳑ㅁ쵸"])
def test_a_term_is_right_whatever_its_spacing_case_or_keyboard_mode(typed):
    assert mark(from_item(TERM, Random(1)), typed).correct


@pytest.mark.parametrize("typed", ["정밀도", "정확", "정확도다"])
def test_another_term_is_wrong(typed):
    assert not mark(from_item(TERM, Random(1)), typed).correct


def test_one_blank_of_a_cloze_is_asked_and_the_others_are_filled():
    seen = {}
    for seed in range(20):
        question = from_item(CLOZE, Random(seed))
        seen[question.shown] = question
    assert seen["선택"].stem.endswith("____ 다음에 전처리")
    assert seen["전처리"].stem.endswith("선택 다음에 ____")
    assert mark(seen["전처리"], "데이터전처리").correct


def test_steps_are_mixed_and_their_right_order_is_the_answer():
    for seed in range(30):
        question = from_item(ORDER, Random(seed))
        assert [question.choices[int(n) - 1].text for n in question.shown] == list(ORDER.steps)
        assert question.shown != "1234"
        assert mark(question, question.shown).correct
        assert mark(question, " → ".join(question.shown)).correct
        assert not mark(question, question.shown[::-1]).correct


@pytest.mark.parametrize("typed", ["", "12", "1123", "12345", "가나다라"])
def test_an_order_that_is_none_costs_nothing(typed):
    with pytest.raises(ResponseFormatError):
        mark(from_item(ORDER, Random(1)), typed)


def test_a_card_is_graded_by_the_learner():
    question = from_item(CARD, Random(1))
    assert (question.form, question.shown) == (Form.CARD, "뒤")
    assert [mark(question, n).correct for n in "1234"] == [False, True, True, True]
    assert [grade(question, n, correct=True, unsure=False, is_fast=False) for n in "1234"] == list(Grade)
    with pytest.raises(ResponseFormatError):
        mark(question, "5")


def test_a_choice_put_as_true_or_false_is_true_half_the_time():
    truths = 0
    for seed in range(400):
        question = true_or_false(CHOICE, Random(seed))
        shown = next(choice for choice in CHOICE.choices if f"보기: {choice.text}" in question.stem)
        assert mark(question, "1" if shown.correct else "2").correct
        assert [choice.why for choice in question.choices if choice.correct] == [shown.why]
        assert [choice.why for choice in question.choices if not choice.correct] == [""]
        truths += shown.correct
    assert 160 < truths < 240


@pytest.mark.parametrize("item", [TERM, CLOZE, ORDER, CARD, CHOICE])
def test_a_question_survives_being_written_and_read(item):
    import json

    question = from_item(item, Random(3))
    assert question_from(json.loads(json.dumps(plain_values(question)))) == question
