"""What stands behind a rank coefficient, with exact fractions."""

import re
from fractions import Fraction

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle


def _told(exercise: Exercise, name: str) -> tuple[int, Fraction]:
    size = int(re.search(r"(\d+)개의 순위를 매겼다", exercise.stem)[1])
    return size, numbers(exercise.stem.partition(name)[2])[0]


@oracle("corr.rank.squares")
def squares(exercise: Exercise) -> float:
    """The sum for opposite rankings, which have −1, is n(n² − 1)/3; in between it falls evenly to 0."""
    size, rho = _told(exercise, "순위상관계수는 ")
    opposite = sum((2 * place - size - 1) ** 2 for place in range(1, size + 1))
    return float((1 - rho) / 2 * opposite)


@oracle("corr.rank.discordant")
def discordant(exercise: Exercise) -> float:
    size, tau = _told(exercise, "켄달의 타우는 ")
    pairs = sum(range(size))
    difference = tau * pairs
    return float(pairs - difference if "서로 뒤집힌" in exercise.stem else pairs + difference) / 2
