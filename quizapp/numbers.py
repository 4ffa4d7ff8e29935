"""Numbers as learners type them and as answers are shown."""

from __future__ import annotations

import re
import unicodedata
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from fractions import Fraction

from quizapp.errors import NumberFormatError

_NOISE = 12
"""Decimals at which a computed value is taken as exact: what floating point adds lies beyond."""

_STEPS = tuple(Decimal(1).scaleb(-decimals) for decimals in range(_NOISE + 1))
"""The unit of the last digit, by the digits behind the point."""

MOST_TYPED = 100
"""Characters an answer may have: more is a key that got stuck, and Python refuses to read numbers of more than 4300 digits."""

_WHOLE = r"(?:[1-9]\d{0,2}(?:([, ])\d{3})(?:\1\d{3})*|\d+)"
_NUMBER = re.compile(rf"[+-]?(?:{_WHOLE}(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{{1,3}})?")
_MIXED = re.compile(r"([+-]?)(\d+) (\d+)/(\d+)")
_SEPARATOR = re.compile(r"(?<=\d)[, ](?=\d)")
_APPROXIMATELY = re.compile(r"(?:\s|약|대략|[≈≒≃≅~∼])+")
_SIGNS = str.maketrans({"−": "-", "–": "-", "⁄": "/", "∕": "/"})
_PERCENT = ("%", "퍼센트")


def exact(value: float) -> Decimal:
    """The decimal that a computed *value* stands for, without the noise of floating point."""
    return Decimal(repr(float(value))).quantize(_STEPS[_NOISE], ROUND_HALF_UP)


def rounded(value: float, decimals: int) -> Decimal:
    """*value* rounded half up (away from zero) at *decimals*, as the exam rounds; never a negative zero."""
    result = exact(value).quantize(_STEPS[decimals], ROUND_HALF_UP)
    return result if result else abs(result)


def show(value: float, decimals: int) -> str:
    """*value* with exactly *decimals* digits behind the point."""
    return f"{rounded(value, decimals):f}"


def parse_number(text: str, unit: str = "") -> Fraction:
    """The number that a learner typed.

    Accepts full-width digits, thousands separators, a leading 약 or ≈, the *unit* at the end in any case and spacing, percent, fractions
    and mixed numbers. A percent sign divides by 100 unless the answer is asked in percent. Raises NumberFormatError for anything else.
    """
    if len(text) > MOST_TYPED or _is_raised(text):
        raise NumberFormatError(text)
    cleaned = unicodedata.normalize("NFKC", _with_plain_fractions(text)).translate(_SIGNS).strip()
    cleaned = _without_unit(cleaned[len(match[0]) if (match := _APPROXIMATELY.match(cleaned)) else 0 :], unit)
    bare = next((cleaned.removesuffix(sign).rstrip() for sign in _PERCENT if cleaned.endswith(sign)), cleaned)
    number = _fraction(bare)
    if number is None:
        raise NumberFormatError(text)
    return number / 100 if bare != cleaned and unit != "%" else number


def _is_raised(text: str) -> bool:
    """Whether *text* has digits above or below the line: 10² is not 102."""
    return any(unicodedata.decomposition(character).startswith(("<super>", "<sub>")) for character in text)


def _with_plain_fractions(text: str) -> str:
    """*text* with 1½ written as 1 1/2."""
    return "".join(
        f" {unicodedata.normalize('NFKC', character)}" if unicodedata.decomposition(character).startswith("<fraction>") else character
        for character in text
    )


def _without_unit(text: str, unit: str) -> str:
    if not unit or unit in _PERCENT:
        return text
    spelled = r"\s*".join(re.escape(letter) for letter in unit if not letter.isspace())
    return re.sub(rf"\s*{spelled}$", "", text, flags=re.IGNORECASE)


def _fraction(text: str) -> Fraction | None:
    """The number written as *text*: decimal, fraction, or whole and fraction; None for anything else."""
    if mixed := _MIXED.fullmatch(re.sub(r"\s+", " ", re.sub(r"\s*/\s*", "/", text))):
        sign, whole, above, below = mixed.groups()
        size = int(whole) + Fraction(int(above), int(below)) if int(above) < int(below) else None
        return -size if size is not None and sign == "-" else size
    parts = [re.sub(r"^([+-])\s+", r"\1", part.strip()) for part in text.split("/")]
    if len(parts) > 2 or not all(_NUMBER.fullmatch(part) for part in parts):
        return None
    above, *rest = (Fraction(_SEPARATOR.sub("", part)) for part in parts)
    if not rest:
        return above
    return above / rest[0] if rest[0] else None


def is_same(typed: Fraction, value: float, decimals: int) -> bool:
    """Whether *typed* is *value* at *decimals* digits, rounded either way: between its floor and its ceiling there."""
    step = _STEPS[decimals]
    key = exact(value)
    return Fraction(key.quantize(step, ROUND_FLOOR)) <= typed <= Fraction(key.quantize(step, ROUND_CEILING))
