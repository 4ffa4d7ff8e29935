"""Minimisers found by trying, and both models' losses as exact fractions."""

from fractions import Fraction

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


def _rows(exercise: Exercise) -> list[list[Fraction]]:
    return [[Fraction(str(cell)) for cell in cells[1:]] for cells in table(exercise).rows]


@oracle("loss.regression.best_constant")
def best_constant(exercise: Exercise) -> float:
    (values,) = _rows(exercise)
    tau = numbers(exercise.stem.partition("τ =")[2])[0] if "τ" in exercise.stem else Fraction(1, 2)

    def loss(constant: Fraction) -> Fraction:
        if "제곱 손실" in exercise.stem:
            return sum(((value - constant) ** 2 for value in values), Fraction(0))
        return sum((max(tau * (value - constant), (tau - 1) * (value - constant)) for value in values), Fraction(0))

    low, high = int(min(values)), int(max(values))
    return float(min((Fraction(tenths, 10) for tenths in range(10 * low, 10 * high + 1)), key=loss))


@oracle("loss.regression.better_model")
def better_model(exercise: Exercise) -> float:
    actual, first, second = _rows(exercise)
    power = 2 if "제곱 손실" in exercise.stem else 1
    losses = [sum(abs(y - guess) ** power for y, guess in zip(actual, row, strict=True)) for row in (first, second)]
    assert f"모형 {'A' if losses[0] < losses[1] else 'B'}" in exercise.shown
    return float(min(losses) / len(actual))
