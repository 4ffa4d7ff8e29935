"""Pearson's correlation with exact sums, from the tables that are shown."""

from fractions import Fraction
from math import sqrt

from quizapp.items import Exercise
from tests.exercises.oracles import oracle, table


def pearson(x, y) -> float:
    """By the sums of the raw values."""
    n = len(x)
    sxy = n * sum(a * b for a, b in zip(x, y, strict=True)) - sum(x) * sum(y)
    sxx, syy = (n * sum(a * a for a in column) - sum(column) ** 2 for column in (x, y))
    return float(sxy) / sqrt(sxx * syy)


@oracle("corr.pearson.from_data")
def from_data(exercise: Exercise) -> float:
    return pearson(*(cells[1:] for cells in table(exercise).rows))


@oracle("corr.pearson.from_matrix")
def from_matrix(exercise: Exercise) -> float:
    names = table(exercise).columns[1:]
    asked = exercise.stem.partition("다음과 같다. ")[2].partition("의 상관계수")[0]
    i = next(n for n, name in enumerate(names) if asked.startswith((f"{name}과 ", f"{name}와 ")))
    j = next(n for n, name in enumerate(names) if asked.endswith(f" {name}") and n != i)
    matrix = [[Fraction(str(cell)) for cell in cells[1:]] for cells in table(exercise).rows]
    return float(matrix[i][j]) / sqrt(matrix[i][i] * matrix[j][j])
