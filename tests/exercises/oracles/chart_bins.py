"""Classes by doubling, areas with exact fractions, slopes from two points."""

import re
from fractions import Fraction
from math import log2

from quizapp.items import Exercise
from tests.exercises.oracles import oracle, table


def _classes(exercise: Exercise) -> int:
    """1 + log₂n, rounded up: one more than the doublings of 1 that reach n."""
    n = int(re.search(r"자료 ([\d,]+)건", exercise.stem)[1].replace(",", ""))
    classes, reached = 1, 1
    while reached < n:
        classes, reached = classes + 1, reached * 2
    return classes


@oracle("chart.bins.sturges")
def sturges(exercise: Exercise) -> float:
    return _classes(exercise)


@oracle("chart.bins.class_width")
def class_width(exercise: Exercise) -> float:
    low, high = map(int, re.search(r"최솟값은 (\d+), 최댓값은 (\d+)", exercise.stem).groups())
    return float(Fraction(high - low, _classes(exercise)))


@oracle("chart.bins.bar_share")
def bar_share(exercise: Exercise) -> float:
    first, last = map(int, re.search(r"(\d+) 이상 (\d+) 미만", exercise.stem).groups())
    share = whole = Fraction(0)
    for name, height in zip(table(exercise).columns[1:], table(exercise).rows[0][1:], strict=True):
        low, high = map(int, name.split("~"))
        area = (high - low) * Fraction(str(height))
        whole += area
        share += area if first <= low and high <= last else 0
    assert whole == 1
    return float(100 * share)


@oracle("chart.bins.log_slope")
def log_slope(exercise: Exercise) -> float:
    x, y = (cells[1:] for cells in table(exercise).rows)
    slopes = [(log2(b) - log2(a)) / (log2(d) - log2(c)) for a, b, c, d in zip(y, y[1:], x, x[1:], strict=False)]
    assert max(slopes) - min(slopes) < 1e-9
    return slopes[0]
