"""Whether an answer is right, what it shows, and how well the learner knew."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from statistics import median

from quizapp.errors import ResponseFormatError
from quizapp.items import Form, Question
from quizapp.korean import is_any_term, normalized
from quizapp.numbers import MOST_TYPED, is_same, parse_number

PACE_ANSWERS = 20
"""Answers that must be known before a pace is spoken of."""
FAST_SHARE = 0.5

_UNREADABLE = re.compile("[\ud800-\udfff\ufffd]")
"""What stands for bytes that are no text in the input's encoding."""


class Grade(IntEnum):
    """What an answer tells the memory model; the numbers are those of FSRS."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


@dataclass(frozen=True, slots=True)
class Mark:
    """The verdict on one answer."""

    correct: bool
    feedback: str = ""
    """For a wrong answer that a known misconception leads to: which one."""


def mark(question: Question, response: str) -> Mark:
    """Judges *response*: a choice's number (from 1), a number, a term, an order of numbers, or a card's grade.

    Raises ResponseFormatError or NumberFormatError for what is no answer at all; that costs the learner nothing.
    """
    if len(response) > MOST_TYPED and question.form is not Form.NUMBER:
        raise ResponseFormatError(response, f"답이 너무 깁니다 ({MOST_TYPED}자까지)")
    if _UNREADABLE.search(response):
        raise ResponseFormatError(response, "읽을 수 없는 글자가 있습니다. 입력의 글자 집합이 UTF-8인지 보고 다시 답하세요")
    match question.form:
        case Form.CHOICE:
            choice = question.choices[choice_number(question, response) - 1]
            return Mark(choice.correct, "" if choice.correct else choice.why)
        case Form.NUMBER:
            return _mark_number(question, response)
        case Form.TERM:
            if not response.strip():
                raise ResponseFormatError(response, "답을 적으세요")
            return Mark(is_any_term(response, question.accepted))
        case Form.ORDER:
            return Mark(_order(question, response) in question.accepted)
        case Form.CARD:
            return Mark(card_grade(response) > Grade.AGAIN)


def _mark_number(question: Question, response: str) -> Mark:
    typed = parse_number(response, question.unit)
    if question.value is not None and is_same(typed, question.value, question.decimals):
        return Mark(correct=True)
    known = (mistake.why for mistake in question.mistakes if is_same(typed, mistake.value, question.decimals))
    return Mark(correct=False, feedback=next(known, ""))


def _order(question: Question, response: str) -> str:
    """The numbers typed, whatever stands between them."""
    digits = "".join(character for character in normalized(response) if character.isdecimal())
    if sorted(digits) != [str(number) for number in range(1, len(question.choices) + 1)]:
        raise ResponseFormatError(response, f"1부터 {len(question.choices)}까지의 번호를 한 번씩, 순서대로 적으세요")
    return digits


def card_grade(response: str) -> Grade:
    """The learner's own grade of a card: 1 again, 2 hard, 3 good, 4 easy. Raises ResponseFormatError."""
    cleaned = normalized(response).strip()
    if cleaned not in {"1", "2", "3", "4"}:
        raise ResponseFormatError(response, "1 다시, 2 어려움, 3 알맞음, 4 쉬움 가운데 하나로 답하세요")
    return Grade(int(cleaned))


def choice_number(question: Question, response: str) -> int:
    """The number of the choice that *response* names, full-width digits included. Raises ResponseFormatError."""
    cleaned = normalized(response).strip()
    if not cleaned.isascii() or not cleaned.isdigit() or not 1 <= int(cleaned) <= len(question.choices):
        raise ResponseFormatError(response, f"1에서 {len(question.choices)} 사이의 번호로 답하세요")
    return int(cleaned)


def grade(question: Question, response: str, *, correct: bool, unsure: bool, is_fast: bool) -> Grade:
    """How well the answer shows it is known: wrong is Again, right by a guess Hard at best, right Good, right and fast Easy.

    A card is graded by the learner.
    """
    if question.form is Form.CARD:
        return card_grade(response)
    if not correct:
        return Grade.AGAIN
    if unsure:
        return Grade.HARD
    return Grade.EASY if is_fast else Grade.GOOD


def is_fast(elapsed_ms: int, recent_ms: Sequence[int]) -> bool:
    """Whether an answer took less than half of the learner's own median; never where too few are known."""
    return len(recent_ms) >= PACE_ANSWERS and elapsed_ms < FAST_SHARE * median(recent_ms)
