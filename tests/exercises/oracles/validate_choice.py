"""Decisions by validation errors, made step by step from the table."""

from fractions import Fraction

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, row, table


@oracle("validate.errors.gap")
def gap(exercise: Exercise) -> float:
    training, validation = row(exercise, "훈련"), row(exercise, "검증")
    least, best = min(zip(validation, range(len(validation)), strict=True))
    assert exercise.shown.startswith(f"{table(exercise).columns[best + 1]}, ")
    return float(least - training[best])


@oracle("validate.errors.one_standard_error")
def one_standard_error(exercise: Exercise) -> float:
    errors, spreads = row(exercise, "평균 오차(%)"), row(exercise, "표준오차(%p)")
    least, spread = min(zip(errors, spreads, strict=True))
    names = table(exercise).columns[1:]
    assert exercise.shown.startswith(f"{next(name for name, error in zip(names, errors, strict=True) if error <= least + spread)}, ")
    return float(least + spread)


@oracle("validate.errors.early_stop")
def early_stop(exercise: Exercise) -> float:
    patience = int(numbers(exercise.stem)[0])
    least, waited = Fraction(10), 0
    for epoch, loss in enumerate(row(exercise, "검증 손실"), 1):
        least, waited = (loss, 0) if loss < least else (least, waited + 1)
        if waited == patience:
            assert exercise.shown == f"{epoch}에폭에 멈춤, {epoch - patience}에폭의 모형"
            return epoch
    raise AssertionError
