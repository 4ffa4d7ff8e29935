"""Returns with exact fractions: year by year, discounting backwards."""

import re
from fractions import Fraction

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, row, table


def _present(flows, rate: Fraction) -> Fraction:
    """The value today by Horner's rule, from the last year to the first."""
    value = Fraction(0)
    for flow in reversed(flows):
        value = (value + flow) / (1 + rate)
    return value


def _rate(exercise: Exercise) -> Fraction:
    return Fraction(re.search(r"할인율이 연 (\d+)%", exercise.stem)[1]) / 100


@oracle("business.return.roi")
def roi(exercise: Exercise) -> float:
    cost = sum(row(exercise, "구축 비용")) + sum(row(exercise, "운영 비용"))
    return float(100 * sum(row(exercise, "편익")) / cost - 100)


@oracle("business.return.npv")
def npv(exercise: Exercise) -> float:
    investment = numbers(exercise.stem.partition("백만 원을")[0])[-1]
    return float(_present(row(exercise, "순현금(백만 원)"), _rate(exercise)) - investment)


@oracle("business.return.payback")
def payback(exercise: Exercise) -> float:
    left, years = numbers(exercise.stem.partition("백만 원을")[0])[-1], Fraction(0)
    for benefit, running in zip(row(exercise, "편익"), row(exercise, "운영 비용"), strict=True):
        share = min(Fraction(1), left / (benefit - running))
        left, years = left - share * (benefit - running), years + share
    assert left == 0
    return float(years)


@oracle("business.return.first_project")
def first_project(exercise: Exercise) -> float:
    values = {name: _present(flows, _rate(exercise)) - cost for name, cost, *flows in table(exercise).rows}
    best = max(values, key=values.get)
    assert exercise.answer.startswith(f"{best},")
    return float(values[best])
