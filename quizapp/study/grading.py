"""Whether an answer is right, what it shows, and how well the learner knew."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import IntEnum

from quizapp.errors import ResponseFormatError
from quizapp.items import Form, Question
from quizapp.numbers import is_same, parse_number


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
    """Judges *response*: a choice's number (from 1), or a typed number.

    Raises ResponseFormatError or NumberFormatError for what is no answer at all; that costs the learner nothing.
    """
    if question.form is Form.CHOICE:
        choice = question.choices[choice_number(question, response) - 1]
        return Mark(choice.correct, "" if choice.correct else choice.why)
    typed = parse_number(response, question.unit)
    if question.value is not None and is_same(typed, question.value, question.decimals):
        return Mark(correct=True)
    known = (mistake.why for mistake in question.mistakes if is_same(typed, mistake.value, question.decimals))
    return Mark(correct=False, feedback=next(known, ""))


def choice_number(question: Question, response: str) -> int:
    """The number of the choice that *response* names, full-width digits included. Raises ResponseFormatError."""
    cleaned = unicodedata.normalize("NFKC", response).strip()
    if not cleaned.isascii() or not cleaned.isdigit() or not 1 <= int(cleaned) <= len(question.choices):
        raise ResponseFormatError(response, len(question.choices))
    return int(cleaned)


def grade(*, correct: bool, unsure: bool) -> Grade:
    """Wrong is Again; right by a guess is Hard at best; right is Good."""
    if not correct:
        return Grade.AGAIN
    return Grade.HARD if unsure else Grade.GOOD
