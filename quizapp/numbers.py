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

_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?:\D|$))")


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

    Accepts full-width digits, thousands separators, a leading 약, the *unit* at the end, percent and fractions. A percent sign divides by
    100 unless the answer is asked in percent. Raises NumberFormatError for anything else.
    """
    cleaned = unicodedata.normalize("NFKC", text).strip().removeprefix("약").strip().replace("−", "-").replace("–", "-")
    if unit and unit != "%":
        cleaned = cleaned.removesuffix(unit).strip()
    percent = cleaned.endswith("%")
    parts = _THOUSANDS.sub("", cleaned.removesuffix("%")).replace(" ", "").split("/")
    if len(parts) > 2 or not all(_NUMBER.fullmatch(part) for part in parts):
        raise NumberFormatError(text)
    number = Fraction(parts[0])
    if len(parts) == 2:
        if not Fraction(parts[1]):
            raise NumberFormatError(text)
        number /= Fraction(parts[1])
    return number / 100 if percent and unit != "%" else number


def is_same(typed: Fraction, value: float, decimals: int) -> bool:
    """Whether *typed* is *value* at *decimals* digits, rounded either way: between its floor and its ceiling there."""
    step = _STEPS[decimals]
    key = exact(value)
    return Fraction(key.quantize(step, ROUND_FLOOR)) <= typed <= Fraction(key.quantize(step, ROUND_CEILING))
