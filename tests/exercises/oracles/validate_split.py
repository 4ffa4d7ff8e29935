"""Splits by dealing the rows out one by one, or with exact fractions."""

import re
from fractions import Fraction

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle


@oracle("validate.split.fold_size")
def fold_size(exercise: Exercise) -> float:
    rows, folds, fold = (int(number) for number in numbers(exercise.stem.replace("-폴드", "")))
    sizes = [0] * folds
    for row in range(rows):
        sizes[row % folds] += 1
    return rows - sizes[fold - 1]


@oracle("validate.split.stratified")
def stratified(exercise: Exercise) -> float:
    total, positives, folds = (int(number) for number in numbers(exercise.stem.replace("-폴드", "")))
    share = Fraction(positives, total)
    tested = Fraction(total, folds)
    return float(share * (tested if "검증에 쓰는 자료에" in exercise.stem else total - tested))


@oracle("validate.split.time_order")
def time_order(exercise: Exercise) -> float:
    weeks, splits, parts, split = (int(number) for number in numbers(exercise.stem))
    assert parts == splits + 1
    assert ("첫 구간에" in exercise.stem) == bool(weeks % parts)
    return weeks - (parts - split) * (weeks // parts)


@oracle("validate.split.hold_out")
def hold_out(exercise: Exercise) -> float:
    rows, test, validation = (Fraction(found) for found in re.findall(r"(\d+)(?:행에서|%)", exercise.stem))
    value = rows * (1 - test / 100) * (1 - validation / 100)
    assert value.denominator == 1
    return float(value)
