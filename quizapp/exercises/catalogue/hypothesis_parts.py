"""What the templates of statistical tests share: decisions, printed critical values, samples with an even standard error.

Registers no template.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from itertools import combinations_with_replacement
from math import isqrt
from typing import NamedTuple

from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Wrong
from quizapp.numbers import rounded


class Judged(NamedTuple):
    """A misconception about a test: the value, whether it rejects, and the feedback."""

    value: float
    rejects: bool
    why: str


def verdict(rejects: bool) -> str:
    """The decision about the null hypothesis."""
    return "기각" if rejects else "기각하지 않음"


def conclusion(rejects: bool) -> str:
    """The decision as the end of a solution."""
    return "귀무가설을 기각한다." if rejects else "귀무가설을 기각하지 않는다."


def judged(draw: Draw, right: bool, label: Callable[[float, bool], str], found: Iterable[Judged]) -> list[Wrong]:
    """Three of the misconceptions with their labels: one keeps the right decision, so that either decision stands in two choices."""
    found = list(found)
    kept = draw.sample([one for one in found if one.rejects == right], 1)
    changed = draw.sample([one for one in found if one.rejects != right], 2)
    return [Wrong(one.value, one.why, label(one.value, one.rejects)) for one in kept + changed]


def compared(draw: Draw, name: str, value: float, found: Iterable[Wrong], *, wins_by_least: bool = False) -> list[Wrong]:
    """Three misconceptions for a comparison that *name* wins with *value*, their labels beginning with a name and a comma.

    Up to two have values beyond the winner's, so that the utmost one is no clue, and no name stands in more than two choices.
    """
    found = list(found)
    beyond, count = [one for one in found if (one.value > value) != wins_by_least], draw.integer(0, 2)
    chosen = draw.sample(beyond, count) + draw.sample([one for one in found if one not in beyond], 3 - count)
    names = [name, *(one.label.partition(",")[0] for one in chosen)]
    draw.require(all(names.count(one) <= 2 for one in names))
    return chosen


@cache
def critical_t(tail: float, df: int) -> float:
    """What a table of t prints for the upper *tail*."""
    from scipy.stats import t

    return float(rounded(t.isf(tail, df), 3))


@cache
def critical_chi2(tail: float, df: int) -> float:
    """What a table of χ² prints for the upper *tail*."""
    from scipy.stats import chi2

    return float(rounded(chi2.isf(tail, df), 2))


@cache
def critical_f(tail: float, above: int, below: int) -> float:
    """What a table of F prints for the upper *tail*; *above* and *below* are the degrees of freedom."""
    from scipy.stats import f

    return float(rounded(f.isf(tail, above, below), 2))


@cache
def normal_area(z: float) -> float:
    """What a table of the normal distribution prints for P(0 ≤ Z ≤ z)."""
    from scipy.stats import norm

    return float(rounded(0.5 - norm.sf(z), 4))


@cache
def _steady_deviations(size: int) -> tuple[tuple[int, ...], ...]:
    """All sets of *size* whole deviations up to ±6 whose sum is 0 and whose mean has a whole standard error."""
    found = []
    for deviations in combinations_with_replacement(range(-6, 7), size):
        squares, rest = divmod(sum(d * d for d in deviations), size * (size - 1))
        if sum(deviations) == 0 and not rest and squares and isqrt(squares) ** 2 == squares and len(set(deviations)) >= 3:
            found.append(deviations)
    return tuple(found)


def steady_sample(draw: Draw, size: int, mean: int, scale: int = 1) -> list[int]:
    """*size* whole numbers around *mean*, in random order, whose mean has a whole standard error (divisor n − 1)."""
    return draw.shuffled([mean + scale * deviation for deviation in draw.pick(_steady_deviations(size))])


def standard_error(values: list[int]) -> int:
    """The standard error of a `steady_sample`."""
    size, mean = len(values), sum(values) // len(values)
    return isqrt(sum((value - mean) ** 2 for value in values) // (size * (size - 1)))
