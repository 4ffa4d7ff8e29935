"""What the statistics templates share: pairs of groups, small samples around a whole mean, cells of a table. Registers no template."""

from __future__ import annotations

from functools import cache
from itertools import combinations_with_replacement
from math import isqrt

from quizapp.exercises.draw import Draw

GROUP_PAIRS = (
    ("두 물류센터의 처리 시간(분)", ("동부 센터", "서부 센터")),
    ("두 생산 라인의 제품 무게(g)", ("1라인", "2라인")),
    ("두 진료과의 대기 시간(분)", ("내과", "외과")),
    ("두 판매 채널의 주문액(천 원)", ("온라인", "매장")),
    ("두 측정소의 먼지 농도(㎍/㎥)", ("강남", "강북")),
)
"""What is compared between two groups, and their names."""

_REACH = {4: 16, 5: 12, 6: 9, 7: 7}
"""Largest deviation of a sample with a whole standard deviation, by its size."""


def around(draw: Draw, size: int, mean: int, reach: int = 6) -> list[int]:
    """*size* whole numbers, not all the same, whose mean is *mean*; their spread may be any."""
    steps = [draw.integer(-reach, reach) for _ in range(size - 1)]
    draw.require(any(steps) and abs(sum(steps)) <= reach + 2)
    return draw.shuffled([mean + step for step in (*steps, -sum(steps))])


@cache
def whole_deviations(size: int) -> tuple[tuple[int, ...], ...]:
    """Sets of *size* deviations, three or more different, with the sum 0 and a whole standard deviation (divisor *size*) above 1."""
    reach, found = _REACH[size], []
    for first in combinations_with_replacement(range(-reach, reach + 1), size - 1):
        last = -sum(first)
        variance, rest = divmod(sum(d * d for d in first) + last * last, size)
        if first[-1] <= last <= reach and not rest and variance > 1 and isqrt(variance) ** 2 == variance and len({*first, last}) > 2:
            found.append((*first, last))
    return tuple(found)


def whole_sample(draw: Draw, size: int, mean: int) -> list[int]:
    """*size* whole numbers around *mean*, in random order, whose standard deviation (divisor *size*) is whole."""
    return draw.shuffled([mean + deviation for deviation in draw.pick(whole_deviations(size))])


def cell(value: float) -> float:
    """The number as a table shows it: a whole one without a point."""
    return int(value) if float(value).is_integer() else value
