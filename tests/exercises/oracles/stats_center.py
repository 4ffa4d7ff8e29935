"""Centres with exact fractions, from the tables that are shown."""

import re
from fractions import Fraction

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


@oracle("stats.center.of_table")
def of_table(exercise: Exercise) -> float:
    counts = table(exercise).rows[0][1:]
    every = [int(value) for value, count in zip(table(exercise).columns[1:], counts, strict=True) for _ in range(count)]
    half = len(every) // 2
    if "평균은?" in exercise.stem:
        return float(Fraction(sum(every), len(every)))
    if "중앙값은?" in exercise.stem:
        return float(every[half] if len(every) % 2 else Fraction(every[half - 1] + every[half], 2))
    return max(every, key=every.count)


@oracle("stats.center.trimmed")
def trimmed(exercise: Exercise) -> float:
    values = sorted(table(exercise).rows[0][1:])
    percent = int(re.search(r"각각 (\d+)%", exercise.stem)[1])
    for _ in range(len(values) * percent // 100):
        values = values[1:-1]
    return float(Fraction(sum(values), len(values)))


@oracle("stats.center.missing_group")
def missing_group(exercise: Exercise) -> float:
    rows = table(exercise).rows
    overall = numbers(exercise.stem.partition("건의 평균이 ")[2])[0]
    size = next(size for _, size, mean in rows if mean == "?")
    return float(overall + sum(count * (overall - mean) for _, count, mean in rows if mean != "?") / size)
