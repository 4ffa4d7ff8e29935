"""k-means by its definition, from the points and sums that are shown."""

import re
from fractions import Fraction
from itertools import pairwise

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, row, table


def _moved(points: list[tuple[Fraction, ...]], centres: list[tuple[Fraction, ...]]) -> list[tuple[Fraction, ...]]:
    """Each centre at the mean of the points that lie nearer to it than to the others."""
    groups: dict[int, list[tuple[Fraction, ...]]] = {}
    for point in points:
        near = min(range(len(centres)), key=lambda n: sum((a - b) ** 2 for a, b in zip(point, centres[n], strict=True)))
        groups.setdefault(near, []).append(point)
    return [tuple(sum(axis) / Fraction(len(axis)) for axis in zip(*groups[n], strict=True)) for n in range(len(centres))]


@oracle("cluster.kmeans.new_centre")
def new_centre(exercise: Exercise) -> float:
    shown = table(exercise)
    points = [tuple(map(Fraction, cells)) for _, *cells in shown.rows]
    centres = [tuple(map(Fraction, found)) for found in re.findall(r"[AB]\((\d+), (\d+)\)", exercise.stem)]
    which, feature = re.search(r"중심 ([AB])의 (.+)[은는]\?", exercise.stem).groups()
    return float(_moved(points, centres)["AB".index(which)][shown.columns[1:].index(feature)])


@oracle("cluster.kmeans.converge")
def converge(exercise: Exercise) -> float:
    told, _, rest = exercise.stem.partition("두 중심을")
    values = [(number,) for number in numbers(told.partition("값이")[2])]
    centres = [(number,) for number in numbers(rest)[:2]]
    while (moved := _moved(values, centres)) != centres:
        centres = moved
    return float((min if "작은 쪽" in rest else max)(centres)[0])


@oracle("cluster.kmeans.sse")
def sse(exercise: Exercise) -> float:
    """Half of the mean squared distances of all pairs in a cluster, times its size."""
    return float(sum(Fraction(sum((a - b) ** 2 for a in values for b in values), 2 * len(values)) for _, *values in table(exercise).rows))


@oracle("cluster.kmeans.between_share")
def between_share(exercise: Exercise) -> float:
    inner = numbers(re.search(r"\[1\] (.+)", exercise.data)[1])
    total = numbers(re.search(r"Total sum of squares: (\d+)", exercise.data)[1])[0]
    return float((total - sum(inner)) * 100 / total)


@oracle("cluster.kmeans.elbow")
def elbow(exercise: Exercise) -> float:
    threshold = Fraction(re.search(r"처음으로 (\d+)% 미만", exercise.stem)[1])
    drops = [100 - 100 * after / before for before, after in pairwise(row(exercise, "SSE"))]
    first = next(n for n, drop in enumerate(drops) if drop < threshold)
    assert exercise.answer.startswith(f"k = {first + 1}, ")
    return float(drops[first - 1])


@oracle("cluster.kmeans.assign")
def assign(exercise: Exercise) -> float:
    """The least squared distance: the centres brought back to the units of the data, each axis divided by its variance."""
    rows = [list(map(Fraction, map(str, cells))) for _, *cells in table(exercise).rows]
    squares = [sum((x - (mean + sd * centre[n])) ** 2 / sd**2 for mean, sd, *centre, x in rows) for n in range(3)]
    assert exercise.answer.startswith(f"군집 {'ABC'[squares.index(min(squares))]}, ")
    return float(min(squares))
