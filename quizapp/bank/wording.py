"""Readings of an item's wording that several rules share."""

from __future__ import annotations

import re

from quizapp.items import Choice, ChoiceItem

NEGATIVE = re.compile(r"않은|아닌|않는|틀린|없는 것|먼 것|잘못")
_QUESTION = re.compile(r"[^.?!\n]*\?[^?]*$", re.DOTALL)
_WORD = re.compile(r"[가-힣A-Za-z0-9]{2,}")
_PARTICLE = re.compile(r"(?:으로|에서|에게|부터|까지|이란|란|은|는|이|가|을|를|의|에|와|과|로|도|만|인|한|할|하는|하여|된|되는)$")


def key_of(item: ChoiceItem) -> Choice:
    """The right choice."""
    return next(choice for choice in item.choices if choice.correct)


def distractors_of(item: ChoiceItem) -> list[Choice]:
    """The wrong choices."""
    return [choice for choice in item.choices if not choice.correct]


def words(text: str) -> set[str]:
    """The words of *text* of two letters or more, without the particles that follow them."""
    return {stem for word in _WORD.findall(text) if len(stem := _PARTICLE.sub("", word)) >= 2}


def is_negative(item: ChoiceItem) -> bool:
    """Whether the stem asks for the false choice."""
    question = _QUESTION.search(item.stem)
    return bool(NEGATIVE.search(question[0] if question else item.stem))
