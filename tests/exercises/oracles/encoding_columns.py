"""Columns by listing them, codes and target means with exact fractions."""

import re
from fractions import Fraction

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, row, table


@oracle("encoding.columns.one_hot")
def one_hot(exercise: Exercise) -> float:
    names = [f"수치 {n}" for n in range(int(re.search(r"수치형 변수가 (\d+)개", exercise.stem)[1]))]
    for variable, count in table(exercise).rows:
        grouped = re.search(rf"{variable}[은는] 많이 나오는 (\d+)개", exercise.stem)
        categories = range(int(grouped[1]) + 1 if grouped else count)
        names += [f"{variable} {category}" for category in categories if category or "drop='first'" not in exercise.stem]
    assert len(set(names)) == len(names)
    return len(names)


@oracle("encoding.columns.ordinal")
def ordinal(exercise: Exercise) -> float:
    """Codes counted as the number of values that stand before."""
    order = re.search(r"[을를] (.+)의 순서에 따라", exercise.stem)[1].split(" < ")
    values = table(exercise).rows[0][1:]
    before = sum(sum(value in order[at + 1 :] for at in range(len(order))) for value in values)
    return float(Fraction(before, len(values)))


@oracle("encoding.columns.target_mean")
def target_mean(exercise: Exercise) -> float:
    asked = re.search(r"'(.+?)'의 값은", exercise.stem)[1]
    categories, targets = (cells[1:] for cells in table(exercise).rows)
    kept = [Fraction(target) for category, target in zip(categories, targets, strict=True) if category == asked]
    return float(sum(kept) / len(kept))


@oracle("encoding.columns.target_smoothed")
def target_smoothed(exercise: Exercise) -> float:
    asked = re.search(r"'(.+?)'의 목표 인코딩", exercise.stem)[1]
    weight = numbers(exercise.stem.partition("m = ")[2])[0]
    counts, hits = row(exercise, "건수"), [Fraction(cell) for cell in table(exercise).rows[1][1:]]
    at = table(exercise).columns.index(asked) - 1
    share = counts[at] / (counts[at] + weight)
    return float(share * hits[at] / counts[at] + (1 - share) * sum(hits) / sum(counts))
