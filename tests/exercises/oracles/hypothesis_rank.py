"""Signs and ranks by counting pairs, from the tables that are shown."""

from fractions import Fraction
from itertools import product

from quizapp.items import Exercise
from tests.exercises.oracles import oracle, row, table


def _gaps(exercise: Exercise) -> list[int]:
    return [int(before - after) for before, after in zip(row(exercise, "전"), row(exercise, "후"), strict=True)]


@oracle("test.rank.sign")
def sign(exercise: Exercise) -> float:
    gaps = [gap for gap in _gaps(exercise) if gap]
    plus = sum(gap > 0 for gap in gaps)
    every = list(product((True, False), repeat=len(gaps)))
    if "0이 아니다" in exercise.stem:
        distance = abs(2 * plus - len(gaps))
        return float(Fraction(sum(abs(2 * sum(one) - len(gaps)) >= distance for one in every), len(every)))
    return float(Fraction(sum(sum(one) >= plus for one in every), len(every)))


@oracle("test.rank.wilcoxon")
def wilcoxon(exercise: Exercise) -> float:
    """A side's rank sum is the number of pairs (a value with itself included) whose mean lies on it, those at 0 half."""
    gaps = _gaps(exercise)
    means = [gaps[i] + gaps[j] for i in range(len(gaps)) for j in range(i, len(gaps))]
    sums = [sum(mean * side > 0 for mean in means) + sum(mean == 0 for mean in means) / 2 for side in (1, -1)]
    return min(sums)


@oracle("test.rank.mann_whitney")
def mann_whitney(exercise: Exercise) -> float:
    (name, *first), (_, *second) = table(exercise).rows
    assert f"'{name}'의 값이 더 큰 쌍의 수" in exercise.stem
    pairs = [(a, b) for a, b in product(first, second) if a != "" and b != ""]
    return sum(a > b for a, b in pairs) + sum(a == b for a, b in pairs) / 2
