"""Columns counted one by one, from the sizes that are shown."""

import re
from itertools import combinations, combinations_with_replacement

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


def _columns(variables: int, degree: int, with_powers: bool) -> int:
    """Every term of degree 1 to *degree*, listed."""
    choose = combinations_with_replacement if with_powers else combinations
    return sum(1 for size in range(1, degree + 1) for _ in choose(range(variables), size))


def _terms(exercise: Exercise) -> float:
    variables = int(re.search(r"변수 (\d+)개", exercise.stem)[1])
    degree = int(re.search(r"(\d+)차까지", exercise.stem)[1])
    columns = _columns(variables, degree, "거듭제곱은 없음" not in exercise.stem) + ("상수항 열도 넣는다" in exercise.stem)
    return columns - variables if "늘어나는 열은" in exercise.stem else columns


oracle("features.count.polynomial")(_terms)
oracle("features.count.interactions")(_terms)


@oracle("features.count.pipeline")
def pipeline(exercise: Exercise) -> float:
    sizes = [(kind, int(numbers(size)[0])) for _, kind, size in table(exercise).rows]
    numeric, binary = (sum(size for kind, size in sizes if kind == wanted) for wanted in ("수치형", "이진형"))
    dummies = sum(size - ("첫 수준" in exercise.stem) for kind, size in sizes if kind == "범주형")
    if "먼저 범주형" in exercise.stem:
        return _columns(numeric + dummies + binary, 2, with_powers=True)
    return _columns(numeric, 2, with_powers=True) + dummies + binary


@oracle("features.count.limit")
def limit(exercise: Exercise) -> float:
    bound, others = (int(found) for found in numbers(exercise.stem)[:2])
    fitting = 0
    while others + _columns(fitting + 1, 2, "제곱은 없음" not in exercise.stem) <= bound:
        fitting += 1
    return fitting
