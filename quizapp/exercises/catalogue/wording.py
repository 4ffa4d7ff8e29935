"""How the templates word and print numbers, and which misconceptions they keep. Registers no template."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from quizapp.exercises.template import Wrong
from quizapp.numbers import show

_ORDINALS = ("첫째", "둘째", "셋째", "넷째", "다섯째")


def rounding(decimals: int) -> str:
    """The stem's words for an answer with *decimals* digits behind the point."""
    return f"소수 {_ORDINALS[decimals]} 자리에서 반올림"


def plain(value: Fraction | float) -> str:
    """A number without needless zeros, with a true minus sign: −0.5, 3."""
    return f"{round(float(value), 6):.10g}".replace("-", "−")


def signed(value: float, decimals: int) -> str:
    """*value* rounded half up as it is shown, with a true minus sign: for the last line of a solution."""
    return show(value, decimals).replace("-", "−")


def inside(value: Fraction | float) -> str:
    """A number within a formula: a negative one stands in parentheses."""
    return f"({plain(value)})" if value < 0 else plain(value)


def within(wrongs: Iterable[Wrong], low: float, high: float) -> list[Wrong]:
    """The misconceptions whose values the quantity could take: from *low* to *high*."""
    return [wrong for wrong in wrongs if low <= wrong.value <= high]


def are_told_apart(values: Iterable[Fraction | float], decimals: int) -> bool:
    """Whether no two of *values* are shown alike, so that a reader sees which is the largest."""
    shown = [show(float(value), decimals) for value in values]
    return len(set(shown)) == len(shown)


def won(thousands: int) -> str:
    """So many thousand won as one says it: 5천 원, 1만 6천 원."""
    myriads, rest = divmod(thousands, 10)
    return " ".join([*([f"{myriads}만"] if myriads else []), *([f"{rest}천"] if rest else []), "원"])
