"""Fits counted one by one."""

from fractions import Fraction
from itertools import product

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


@oracle("validate.split.grid")
def grid(exercise: Exercise) -> float:
    folds = int(numbers(exercise.stem.replace("-폴드", ""))[0])
    combinations = list(product(*(cells.split(", ") for _, cells in table(exercise).rows)))
    return sum(1 for _ in combinations for _ in range(folds)) + 1


@oracle("validate.split.leave_one_out")
def leave_one_out(exercise: Exercise) -> float:
    rows, seconds, folds, *_ = numbers(exercise.stem.replace("-폴드", ""))
    return float(rows * seconds / 60 - folds * seconds / 60)


@oracle("validate.split.repeated")
def repeated(exercise: Exercise) -> float:
    models, folds, repeats, _, seconds, *_ = numbers(exercise.stem.replace("-폴드", "").replace("한 번", "1번"))
    return float(Fraction(models * folds * repeats) * seconds / 60)


@oracle("validate.split.row_uses")
def row_uses(exercise: Exercise) -> float:
    """Every fold is held out once a repeat: a row lies in one of them."""
    rows, models, folds, repeats = (int(number) for number in numbers(exercise.stem.replace("-폴드", "")))
    held_out = [fold for _ in range(repeats) for fold in range(folds)]
    own = sum(fold == 0 for fold in held_out)
    assert not rows % folds
    return models * (own if "검증에 쓰이는" in exercise.stem else len(held_out) - own)
