"""F scores with exact fractions, from the shares or the counts that are shown."""

from fractions import Fraction

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table
from tests.exercises.oracles.metrics_confusion import cells


def _mean(precision: Fraction, recall: Fraction, weight: Fraction = Fraction(1)) -> Fraction:
    """The harmonic mean in which the recall has *weight*."""
    return (1 + weight) / (1 / precision + weight / recall)


@oracle("metrics.f_score.from_counts")
def from_counts(exercise: Exercise) -> float:
    tp, fp, fn, _ = cells(exercise)
    return float(Fraction(2 * tp, 2 * tp + fp + fn))


@oracle("metrics.f_score.from_precision_recall")
def from_precision_recall(exercise: Exercise) -> float:
    precision, recall, *_ = numbers(exercise.stem)
    return float(_mean(precision / 100, recall / 100))


@oracle("metrics.f_score.f_beta")
def f_beta(exercise: Exercise) -> float:
    precision, recall, times, beta, *_ = numbers(exercise.stem)
    assert beta in (times, 1 / times)
    assert ("재현율을 정밀도보다" in exercise.stem) == (beta > 1)
    return float(_mean(precision, recall, beta**2))


@oracle("metrics.f_score.compare")
def compare(exercise: Exercise) -> float:
    scores = {name: _mean(*(Fraction(str(rate)) for rate in rates)) for name, *rates in table(exercise).rows}
    best = max(scores, key=scores.get)
    assert exercise.answer.startswith(f"모형 {best}, ")
    return float(scores[best])


@oracle("metrics.f_score.inverse")
def inverse(exercise: Exercise) -> float:
    """The reciprocals of both rates add up to twice the reciprocal of F1."""
    *_, head, _, negative, positive = ["", *exercise.data.splitlines()]
    covered = positive.split().index("?")
    assert head.split()[covered - 1] in exercise.stem
    known, f1 = (Fraction(cell) for cell in positive.split()[1:4] if cell != "?")
    assert len(negative.split()) == len(positive.split())
    return float(1 / (2 / f1 - 1 / known))


@oracle("metrics.f_score.missing_cell")
def missing_cell(exercise: Exercise) -> float:
    tp, fp, f1 = (number for number in numbers(exercise.stem.replace("F1", "")))
    return float((2 * tp - f1 * (2 * tp + fp)) / f1)
