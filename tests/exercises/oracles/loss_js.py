"""Jensen–Shannon as the entropy of the middle minus the mean entropy, and backwards from printed output."""

from fractions import Fraction
from math import log

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, row


def _entropy(shares: list[Fraction]) -> float:
    return sum(share * log(1 / share) for share in shares if share) / log(2)


@oracle("loss.divergence.js")
def js(exercise: Exercise) -> float:
    p, q = row(exercise, "P"), row(exercise, "Q")
    assert sum(p) == sum(q) == 1
    return _entropy([(x + y) / 2 for x, y in zip(p, q, strict=True)]) - (_entropy(p) + _entropy(q)) / 2


@oracle("loss.divergence.from_js_distance")
def from_js_distance(exercise: Exercise) -> float:
    distance, known = (numbers(line)[0] for line in exercise.data.splitlines() if not line.startswith(">"))
    return float(2 * distance**2 - known)
