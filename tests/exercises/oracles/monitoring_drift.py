"""The stability index as the sum of both Kullback–Leibler divergences, in exact shares."""

from fractions import Fraction
from math import log

from quizapp.items import Exercise
from tests.exercises.oracles import oracle, row, table


def _both(exercise: Exercise):
    """Expected and current shares."""
    expected, current = row(exercise, "기준"), row(exercise, "현재")
    return [e / sum(expected) for e in expected], [c / sum(current) for c in current]


def _divergence(p: list[Fraction], q: list[Fraction]) -> float:
    return sum(x * (log(x) - log(y)) for x, y in zip(p, q, strict=True))


@oracle("monitoring.drift.psi")
def psi(exercise: Exercise) -> float:
    expected, current = _both(exercise)
    return _divergence(expected, current) + _divergence(current, expected)


@oracle("monitoring.drift.driver")
def driver(exercise: Exercise) -> float:
    parts = {
        name: float(e) * log(e / c) + float(c) * log(c / e)
        for name, e, c in zip(table(exercise).columns[1:], *_both(exercise), strict=True)
    }
    name = max(parts, key=parts.get)
    assert exercise.answer.startswith(f"{name},")
    return parts[name]


@oracle("monitoring.drift.retrain")
def retrain(exercise: Exercise) -> float:
    value = psi(exercise)
    decision = "재학습" if value >= 0.25 else "점검" if value >= 0.1 else "유지"
    assert exercise.answer.endswith(f", {decision}")
    return value
