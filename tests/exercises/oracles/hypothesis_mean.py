"""t statistics by sums of squares, from the tables that are shown."""

from math import sqrt

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, row, table


def _t(values, supposed=0) -> float:
    size = len(values)
    mean = sum(values) / size
    squares = sum((value - mean) ** 2 for value in values)
    return float(mean - supposed) / sqrt(squares / (size * (size - 1)))


@oracle("test.mean.one_sample")
def one_sample(exercise: Exercise) -> float:
    values = [int(cell) for cell in table(exercise).rows[0][1:]]
    return _t(values, numbers(exercise.stem.partition("모평균이")[2])[0])


@oracle("test.mean.paired")
def paired(exercise: Exercise) -> float:
    return _t([before - after for before, after in zip(row(exercise, "전"), row(exercise, "후"), strict=True)])


@oracle("test.mean.pooled")
def pooled(exercise: Exercise) -> float:
    (first, n, a, u), (second, m, b, v) = table(exercise).rows
    assert f"'{first} − {second}'" in exercise.stem
    squares = (n - 1) * u + (m - 1) * v
    return (a - b) / sqrt(squares / (n + m - 2) * (n + m) / (n * m))
