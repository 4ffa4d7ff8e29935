"""Quantiles with exact fractions, by the rule that the stem tells."""

import re
from fractions import Fraction
from math import ceil

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


def _place(stem: str, n: int, p: Fraction) -> Fraction:
    if "1 + (n − 1)p번째" in stem:
        return 1 + (n - 1) * p
    if "(n + 1)p번째" in stem:
        return (n + 1) * p
    if "np + 0.5번째" in stem:
        return n * p + Fraction(1, 2)
    assert "np 이상인 가장 작은 정수" in stem
    return Fraction(ceil(n * p))


def _between(ordered, place: Fraction) -> Fraction:
    below = int(place)
    following = ordered[below] if place > below else ordered[below - 1]
    return (1 - (place - below)) * ordered[below - 1] + (place - below) * following


@oracle("stats.quantile.by_rule")
def by_rule(exercise: Exercise) -> float:
    values = sorted(table(exercise).rows[0][1:])
    share = numbers(exercise.stem.partition("(p = ")[2])[0]
    return float(_between(values, _place(exercise.stem, len(values), share)))


@oracle("stats.quantile.inverse")
def inverse(exercise: Exercise) -> float:
    """The quantile is linear in x: its values for two x give the x for the printed one."""
    cells = table(exercise).rows[0][1:]
    assert "1 + (n − 1)p번째" in exercise.stem
    percent = re.search(r"이 자료의 (?:제(\d+)백분위수|Q(\d))", exercise.stem)
    share = Fraction(int(percent[1]), 100) if percent[1] else Fraction(int(percent[2]), 4)
    goal = numbers(exercise.stem.rpartition("일 때")[0])[-1]
    place = 1 + (len(cells) - 1) * share

    def quantile(x: Fraction) -> Fraction:
        return _between([x if cell == "x" else Fraction(str(cell)) for cell in cells], place)

    zero, one = quantile(Fraction(0)), quantile(Fraction(1))
    return float((goal - zero) / (one - zero))
