"""Small data sets whose mean and spread come out even, for solving by hand. Registers no template."""

from __future__ import annotations

from functools import cache
from itertools import combinations_with_replacement
from math import isqrt

from quizapp.exercises.draw import Draw


@cache
def even_deviations(size: int, ddof: int = 0) -> tuple[tuple[int, ...], ...]:
    """All sets of *size* whole deviations up to ±6 whose sum is 0 and whose standard deviation (divisor size − ddof) is a whole number."""
    found = []
    for deviations in combinations_with_replacement(range(-6, 7), size):
        squares, rest = divmod(sum(d * d for d in deviations), size - ddof)
        if sum(deviations) == 0 and not rest and squares and isqrt(squares) ** 2 == squares and len(set(deviations)) >= 3:
            found.append(deviations)
    return tuple(found)


def even_sample(draw: Draw, size: int, mean: int, scale: int = 1, ddof: int = 0) -> list[int]:
    """*size* whole numbers around *mean*, in random order, whose standard deviation is a whole multiple of *scale*."""
    return draw.shuffled([mean + scale * deviation for deviation in draw.pick(even_deviations(size, ddof))])
