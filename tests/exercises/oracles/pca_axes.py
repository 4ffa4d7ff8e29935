"""Eigenvalues and scores with exact fractions, from the matrix and the vectors that are shown."""

from fractions import Fraction
from math import sqrt

from quizapp.items import Exercise
from tests.exercises.oracles import oracle, row, table
from tests.exercises.oracles.pca_variance import component_of


@oracle("pca.variance.eigenvalue")
def eigenvalue(exercise: Exercise) -> float:
    (a, b), (other, c) = ([Fraction(str(cell)) for cell in cells[1:]] for cells in table(exercise).rows)
    assert b == other
    root = sqrt((a - c) ** 2 + 4 * b * b)
    return (float(a + c) + (root if component_of(exercise) == 1 else -root)) / 2


@oracle("pca.variance.score")
def score(exercise: Exercise) -> float:
    mean, vector, point = (row(exercise, name) for name in ("평균", "고유벡터", "관측값"))
    assert sum(part * part for part in vector) == 1
    return float(sum((x - m) * part for x, m, part in zip(point, mean, vector, strict=True)))
