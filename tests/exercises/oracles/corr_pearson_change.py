"""Changed scales and partial correlation, from the tables that are shown."""

import re
from fractions import Fraction
from math import sqrt

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


@oracle("corr.pearson.scaled")
def scaled(exercise: Exercise) -> float:
    cov = numbers(exercise.stem.partition("공분산은 ")[2])[0]
    (_, x, first), (_, y, second) = table(exercise).rows
    product = numbers(first)[0] * numbers(second)[0]
    if "공분산은? (" in exercise.stem:
        return float(product * cov)
    return float(product * cov) / sqrt(product**2 * x * y)


@oracle("corr.pearson.partial")
def partial(exercise: Exercise) -> float:
    """The correlation of what is left of both after the regression on the fixed variable."""
    names = table(exercise).columns[1:]
    fixed, first, second = re.search(r"같다\. (.+?)[을를] 고정한\(그 영향을 없앤\) (.+?)[과와] (.+?)의 편상관계수", exercise.stem).groups()
    matrix = [[Fraction(str(cell)) for cell in cells[1:]] for cells in table(exercise).rows]
    i, j, k = (names.index(name) for name in (first, second, fixed))

    def left(a: int, b: int) -> Fraction:
        return matrix[a][b] - matrix[a][k] * matrix[b][k]

    return float(left(i, j)) / sqrt(left(i, i) * left(j, j))
