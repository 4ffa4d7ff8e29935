"""Imputation with exact fractions, from the table that is shown."""

import re
from collections import Counter
from fractions import Fraction

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


def _known(cells) -> list[Fraction]:
    return [Fraction(str(cell)) for cell in cells if cell != "결측"]


def _mean(values) -> Fraction:
    return Fraction(sum(values), len(values))


@oracle("missing.impute.fill")
def fill(exercise: Exercise) -> float:
    values = sorted(_known(table(exercise).rows[0][1:]))
    rule = re.search(r"관측값의 (평균|중앙값|최빈값)", exercise.stem)[1]
    if rule == "평균":
        return float(_mean(values))
    if rule == "최빈값":
        (first, often), (_, second) = Counter(values).most_common(2)
        assert often > second
        return float(first)
    half = len(values) // 2
    return float(values[half] if len(values) % 2 else (values[half - 1] + values[half]) / 2)


@oracle("missing.impute.nearest")
def nearest(exercise: Exercise) -> float:
    k = int(numbers(exercise.stem.partition("(k = ")[2])[0])
    rows = table(exercise).rows
    base = next(row for row in rows if row[3] == "결측")
    assert exercise.stem.startswith(f"{base[0]}의 ")
    others = sorted((row for row in rows if row is not base), key=lambda row: (row[1] - base[1]) ** 2 + (row[2] - base[2]) ** 2)
    return float(_mean([row[3] for row in others[:k]]))


@oracle("missing.impute.variance")
def variance(exercise: Exercise) -> float:
    cells = table(exercise).rows[0][1:]
    mean = _mean(_known(cells))
    squares = sum((value - mean) ** 2 for value in _known(cells))
    return float(squares / (len(cells) - ("n − 1로" in exercise.stem)))


@oracle("missing.impute.group_mean")
def group_mean(exercise: Exercise) -> float:
    groups, cells = (row[1:] for row in table(exercise).rows)
    filled = []
    for group, cell in zip(groups, cells, strict=True):
        same = _known(other for name, other in zip(groups, cells, strict=True) if name == group)
        filled.append(_mean(same) if cell == "결측" else Fraction(cell))
    return float(_mean(filled))
