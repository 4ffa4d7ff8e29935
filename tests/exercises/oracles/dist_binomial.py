"""Binomial probabilities with exact fractions: trials are added up one at a time."""

from fractions import Fraction
from math import sqrt

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


def spread_of_hits(trials: int, rate: Fraction) -> list[Fraction]:
    """The probability of every number of hits."""
    found = [Fraction(1)]
    for _ in range(trials):
        found = [a * (1 - rate) + b * rate for a, b in zip([*found, Fraction(0)], [Fraction(0), *found], strict=True)]
    return found


@oracle("dist.binomial.exactly")
def exactly(exercise: Exercise) -> float:
    percent, trials, hits, *_ = numbers(exercise.stem)
    return float(spread_of_hits(int(trials), percent / 100)[int(hits)])


@oracle("dist.binomial.at_least_one")
def at_least_one(exercise: Exercise) -> float:
    percent, trials, *_ = numbers(exercise.stem)
    return float(sum(spread_of_hits(int(trials), percent / 100)[1:]))


@oracle("dist.binomial.spread")
def spread(exercise: Exercise) -> float:
    percent, trials, *_ = numbers(exercise.stem)
    chances = spread_of_hits(int(trials), percent / 100) if trials < 60 else None
    if chances is None:
        return sqrt(trials * percent * (100 - percent)) / 100
    mean = sum(hits * chance for hits, chance in enumerate(chances))
    return sqrt(sum((hits - mean) ** 2 * chance for hits, chance in enumerate(chances)))


@oracle("dist.binomial.from_moments")
def from_moments(exercise: Exercise) -> float:
    mean, variance, *_ = numbers(exercise.stem)
    return float((mean - variance) / mean if exercise.stem.partition("이다. ")[2].startswith("p는") else mean**2 / (mean - variance))


@oracle("dist.binomial.least_trials")
def least_trials(exercise: Exercise) -> float:
    percent, _, target, *_ = numbers(exercise.stem)
    left, trials = Fraction(1), 0
    while 1 - left < target / 100:
        left *= 1 - percent / 100
        trials += 1
    return trials


@oracle("dist.binomial.compare")
def compare(exercise: Exercise) -> float:
    percent = numbers(exercise.stem)[0] / 100
    chances = {name: sum(spread_of_hits(n, percent)[: allowed + 1]) for name, n, allowed in table(exercise).rows}
    best = (max if "더 높은" in exercise.stem else min)(chances, key=chances.get)
    assert exercise.answer.startswith(f"{best}, ")
    return float(chances[best])
