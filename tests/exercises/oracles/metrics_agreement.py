"""Agreement beyond chance with exact fractions, from the table or the sentence that is shown."""

from fractions import Fraction

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


def _kappa(counts: list[list[Fraction]]) -> Fraction:
    total = sum(map(sum, counts))
    observed = sum(row[n] for n, row in enumerate(counts)) / total
    expected = sum(sum(row) * sum(line[n] for line in counts) for n, row in enumerate(counts)) / total**2
    return 1 - (1 - observed) / (1 - expected)


@oracle("metrics.agreement.kappa")
def kappa(exercise: Exercise) -> float:
    return float(_kappa([list(map(Fraction, cells)) for _, *cells in table(exercise).rows]))


@oracle("metrics.agreement.compare")
def compare(exercise: Exercise) -> float:
    scores = {}
    for name, *cells in table(exercise).rows:
        both, first, second, neither = map(Fraction, cells)
        scores[name] = _kappa([[both, first], [second, neither]])
    best = max(scores, key=scores.get)
    assert exercise.answer.startswith(f"{best}조, ")
    return float(scores[best])


@oracle("metrics.agreement.inverse")
def inverse(exercise: Exercise) -> float:
    first, second, kappa = numbers(exercise.stem)[:3]
    disagreement = first * (1 - second) + second * (1 - first)
    return float(1 - (1 - kappa) * disagreement)
