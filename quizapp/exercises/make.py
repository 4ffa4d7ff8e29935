"""Makes an exercise from a template and a seed, drawing again until every rule of the contract holds."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from decimal import Decimal

from quizapp.errors import NoVariantError
from quizapp.exercises.draw import Draw, RedrawError
from quizapp.exercises.template import Draft, Template, Wrong, templates_of
from quizapp.items import Choice, Difficulty, Exercise, Mistake
from quizapp.numbers import exact, rounded, show

CHOICES = 4
ATTEMPTS = 400
STRICT_ATTEMPTS = 200
"""Attempts in which the key must take the rank drawn for it; later ones take any rank."""
SCALE = 20.0
"""Largest ratio between a distractor and the key: beyond it nobody who estimates would take it."""
TIE = Decimal("0.01")
"""Least distance of a value from a rounding tie, in units of the last digit."""
HAND_DIGITS = 4
"""Significant digits that a number may have in a solution by hand (difficulty `paper`)."""

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def make(name: str, seed: int, difficulty: Difficulty = Difficulty.PAPER) -> Exercise:
    """The exercise of the skill or template *name* for *seed*; of a skill, the seed chooses the template.

    Raises UnknownExerciseError, and NoVariantError where no numbers satisfy the contract.
    """
    found = templates_of(name)
    return make_from(found[seed % len(found)], seed, difficulty)


def make_from(template: Template, seed: int, difficulty: Difficulty) -> Exercise:
    """The exercise of *template* for *seed*. Raises NoVariantError."""
    draw = Draw(seed, difficulty)
    rank = draw.integer(0, CHOICES - 1)  # drawn before the numbers, so that every rank holds the key equally often
    for attempt in range(ATTEMPTS):
        try:
            draft = template.draft(draw)
            return _exercise(template, seed, draw, draft, rank if attempt < STRICT_ATTEMPTS else None)
        except (RedrawError, ZeroDivisionError):
            continue
    raise NoVariantError(template.name, seed)


def _exercise(template: Template, seed: int, draw: Draw, draft: Draft, rank: int | None) -> Exercise:
    draw.require(rank is None or _could_take(draft, rank))
    draw.require(draw.is_extended or has_hand_numbers(draft.steps))
    if rank is not None and draft.by_hand is not None and not template.typed_only:
        draw.require(_holds(draft, draft.by_hand, rank))  # before the library is called: it costs most
    value = draft.key.value()
    draw.require(_is_fair(value, draft.decimals))
    draw.require(draft.by_hand is None or rounded(draft.by_hand, draft.decimals) == rounded(value, draft.decimals))
    wrongs = _usable(draft, value)
    draw.require(len(wrongs) >= CHOICES - 1)
    shown = draft.label or show(value, draft.decimals)
    return Exercise(
        skill=template.skill,
        template=template.name,
        seed=seed,
        difficulty=draw.difficulty,
        version=template.version,
        stem=draft.stem,
        data=draft.data,
        answer=draft.label or value,
        value=value,
        shown=shown,
        decimals=draft.decimals,
        unit=draft.unit,
        choices=() if template.typed_only else _choices(draw, draft, value, shown, wrongs, rank),
        mistakes=tuple(Mistake(value=wrong.value, why=wrong.why, shown=_text(wrong, draft.decimals)) for wrong in wrongs),
        steps=tuple(draft.steps),
        code=draft.key.code(),
    )


def _could_take(draft: Draft, rank: int) -> bool:
    """Whether a decision could stand at *rank* among its misconceptions: known by the words, before the library is called."""
    if not draft.label:
        return True
    below = sum(wrong.label < draft.label for wrong in draft.wrongs)
    above = sum(wrong.label > draft.label for wrong in draft.wrongs)
    return CHOICES - 1 - above <= rank <= below


def _text(wrong: Wrong, decimals: int) -> str:
    return wrong.label or show(wrong.value, decimals)


def _is_fair(value: float, decimals: int) -> bool:
    """Whether *value* is a finite number, not shown as zero, and away from a rounding tie."""
    if not math.isfinite(value) or not rounded(value, decimals):
        return False
    beyond = abs(exact(value)).scaleb(decimals) % 1
    return abs(beyond - Decimal("0.5")) >= TIE


def _usable(draft: Draft, value: float) -> list[Wrong]:
    """The misconceptions whose values are fair, on the key's scale, and shown unlike the key and each other."""
    usable: list[Wrong] = []
    taken = {draft.label or show(value, draft.decimals)}
    for wrong in draft.wrongs:
        if not _is_fair(wrong.value, draft.decimals) or not 1 / SCALE <= abs(wrong.value / value) <= SCALE:
            continue
        text = _text(wrong, draft.decimals)
        if text not in taken:
            taken.add(text)
            usable.append(wrong)
    return usable


def _order(draft: Draft, value: float, label: str) -> tuple[str, Decimal]:
    """By what choices are sorted: decisions by their words, numbers as they are shown."""
    return label, rounded(value, draft.decimals)


def _sides(draft: Draft, value: float, wrongs: list[Wrong]) -> tuple[list[Wrong], list[Wrong]]:
    """The misconceptions below the key and those above it."""
    key = _order(draft, value, draft.label)
    below = [wrong for wrong in wrongs if _order(draft, wrong.value, wrong.label) < key]
    return below, [wrong for wrong in wrongs if wrong not in below]


def _holds(draft: Draft, value: float, rank: int) -> bool:
    """Whether a key of about *value* could stand at *rank* among its misconceptions."""
    below, above = _sides(draft, value, _usable(draft, value))
    return CHOICES - 1 - len(above) <= rank <= len(below)


def _choices(draw: Draw, draft: Draft, value: float, shown: str, wrongs: list[Wrong], rank: int | None) -> tuple[Choice, ...]:
    """Key and three misconceptions, sorted by value (decisions by their words), the key at *rank* or, for None, at any rank possible."""
    below, above = _sides(draft, value, wrongs)
    lowest, highest = max(0, CHOICES - 1 - len(above)), min(CHOICES - 1, len(below))
    if rank is None:
        rank = draw.integer(lowest, highest)
    draw.require(lowest <= rank <= highest)
    chosen = draw.sample(below, rank) + draw.sample(above, CHOICES - 1 - rank)
    choices = [
        (_order(draft, wrong.value, wrong.label), Choice(text=_text(wrong, draft.decimals), why=wrong.why, value=wrong.value))
        for wrong in chosen
    ]
    choices.append((_order(draft, value, draft.label), Choice(text=shown, why=draft.why, value=value, correct=True)))
    return tuple(choice for _, choice in sorted(choices, key=lambda pair: pair[0]))


def has_hand_numbers(lines: Iterable[str]) -> bool:
    """Whether no number in *lines* has more significant digits than one can carry by hand."""
    for number in _NUMBER.findall("\n".join(lines)):
        digits = number.replace(",", "")
        significant = digits.replace(".", "").lstrip("0") if "." in digits else digits.strip("0")
        if len(significant) > HAND_DIGITS:
            return False
    return True
