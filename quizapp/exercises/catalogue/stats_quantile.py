"""Quantiles: by a stated rule as `numpy.quantile` has them, and backwards from a quantile to one of the values.

https://numpy.org/doc/stable/reference/generated/numpy.quantile.html
https://docs.scipy.org/doc/scipy/reference/generated/scipy.optimize.brentq.html
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import accumulate
from math import ceil
from statistics import median
from typing import Any

from quizapp.exercises.catalogue.scaling_parts import MEASURES, QUARTILE_RULE, one_row
from quizapp.exercises.catalogue.wording import plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Cell, Table
from quizapp.korean import with_particle
from quizapp.numbers import show

_METHODS: dict[str, tuple[str, str, Callable[[int, Fraction], Fraction]]] = {
    "linear": ("1 + (n − 1)p번째 값(선형 보간)", "1 + (n − 1)p", lambda n, p: 1 + (n - 1) * p),
    "weibull": ("(n + 1)p번째 값(선형 보간)", "(n + 1)p", lambda n, p: (n + 1) * p),
    "hazen": ("np + 0.5번째 값(선형 보간)", "np + 0.5", lambda n, p: n * p + Fraction(1, 2)),
    "inverted_cdf": ("np 이상인 가장 작은 정수 번째 값", "np를 올림한 수", lambda n, p: Fraction(ceil(n * p))),
}
"""Rules by numpy's name: how a stem tells them, the place in short, and the place of p among n values."""


def quantile(values: list[float], share: float, method: Any) -> float:
    import numpy as np

    return float(np.quantile(values, share, method=method))


def value_behind_quantile(below: list[float], above: list[float], share: float, target: float) -> float:
    import numpy as np
    from scipy.optimize import brentq

    return float(brentq(lambda x: np.quantile([*below, x, *above], share) - target, below[-1], above[0]))


def _at(ordered: list[int], place: Fraction) -> Fraction:
    """The value at *place* (from 1), linear between two values; beyond the ends, the end."""
    below = min(max(int(place), 1), len(ordered))
    above = min(below + 1, len(ordered))
    part = place - below if 1 <= place <= len(ordered) else 0
    return Fraction(ordered[below - 1]) + part * (ordered[above - 1] - ordered[below - 1])


@template("stats.quantile", "by_rule", "정한 방법으로 구한 사분위수와 백분위수")
def by_rule(draw: Draw) -> Draft:
    """A quartile, in extended numbers a percentile, of a sample by one of four rules."""
    measure, method = draw.pick(MEASURES), draw.pick(list(_METHODS))
    size = draw.integer(10, 13) if draw.is_extended else draw.integer(7, 10)
    percent = draw.pick([10, 20, 30, 40, 60, 70, 80, 90]) if draw.is_extended else draw.pick([25, 75])
    share, name = Fraction(percent, 100), f"제{percent}백분위수" if draw.is_extended else ("Q1" if percent == 25 else "Q3")
    low = draw.integer(measure.low, measure.high)
    values = [low + step for step in draw.sample(range(40), size)]
    ordered, (rule, formula, place_of) = sorted(values), _METHODS[method]
    place = place_of(size, share)
    result, below = _at(ordered, place), int(place)
    between = f"{below}번째 {ordered[below - 1]}"
    if place > below:
        step = ordered[below] - ordered[below - 1]
        between += f"에서 {below + 1}번째 {ordered[below]}까지: {ordered[below - 1]} + {plain(place - below)}·{step}"
    return Draft(
        stem=f"{measure.place} 자료 {size}건이 다음과 같다. 분위수는 크기순으로 {with_particle(rule, '으로/로')} 한다. 이 자료의 "
        f"{with_particle(f'{name}(p = {plain(share)})', '은/는')}? ({rounding(2)})",
        data=one_row(measure.what, values),
        key=compute(quantile, values=values, share=float(share), method=method),
        why=f"물음이 정한 위치는 {formula}이며, 방법이 다르면 위치와 값이 달라진다.",
        wrongs=_rule_wrongs(values, share, method),
        steps=[
            f"크기순: {', '.join(map(str, ordered))}",
            f"위치 = {formula} = {plain(place)} (n = {size}, p = {plain(share)})",
            f"{between} = {show(float(result), 2)}" if place > below else f"{between}이므로 {show(float(result), 2)}",
        ],
    )


def _rule_wrongs(values: list[int], share: Fraction, method: str) -> list[Wrong]:
    size, ordered = len(values), sorted(values)
    place = _METHODS[method][2](size, share)
    others = [
        (_at(ordered, place_of(size, share)), f"위치를 {with_particle(formula, '으로/로')} 잡았습니다. 물음이 정한 위치와 다릅니다.")
        for name, (_, formula, place_of) in _METHODS.items()
        if name != method
    ]
    half = size // 2
    more = [
        (_at(values, place), "크기순으로 늘어놓지 않고 위치를 셌습니다."),
        (_at(ordered, Fraction(int(place))), "위치의 소수점 아래를 버렸습니다."),
        (_at(ordered, Fraction(ceil(place))), "위치의 소수점 아래를 올렸습니다."),
        (_at(ordered, size + 1 - place), "큰 쪽에서부터 셌습니다."),
        (
            Fraction(median(ordered[:half] if share < Fraction(1, 2) else ordered[-half:])),
            "절반의 중앙값을 구했습니다. 물음이 정한 방법과 다릅니다.",
        ),
        (ordered[0] + share * (ordered[-1] - ordered[0]), "값의 범위를 비율로 나누었습니다. 분위수는 값의 순서로 정합니다."),
    ]
    return [Wrong(float(value), why) for value, why in [*others, *more]]


@template("stats.quantile", "inverse", "분위수에서 지워진 자료값")
def inverse(draw: Draw) -> Draft:
    """A value of an ordered sample from the quartile or percentile that it helps to make."""
    measure, size = draw.pick(MEASURES[:4]), draw.pick([8, 10, 11, 12]) if draw.is_extended else draw.pick([6, 7, 8])
    percent = draw.pick([20, 30, 40, 60, 70, 80] if draw.is_extended else [25, 75])
    share, low = Fraction(percent, 100), 10 * draw.integer(measure.low, measure.high)
    ordered = list(accumulate([draw.integer(8, 60) for _ in range(size)], initial=low))[1:]
    place = 1 + (size - 1) * share
    below, part = int(place), place - int(place)
    draw.require(part)
    hidden = below - draw.integer(0, 1)
    target = _at(ordered, place) / 10
    tenths, x = [value / 10 for value in ordered], ordered[hidden] / 10
    near, is_lower = tenths[below] if hidden < below else tenths[below - 1], hidden < below
    name = f"제{percent}백분위수" if draw.is_extended else ("Q1" if percent == 25 else "Q3")
    cells: list[Cell] = ["x" if i == hidden else value for i, value in enumerate(tenths)]
    weight = 1 - part if is_lower else part
    rest, wrongs = plain((1 - weight) * Fraction(str(near))), _inverse_wrongs(tenths, hidden, place, share, float(target))
    draw.require(len({show(wrong.value, 1) for wrong in wrongs}) > 3)
    return Draft(
        stem=f"{measure.place} 자료를 작은 것부터 늘어놓았더니 한 값 x가 지워져 있다. {QUARTILE_RULE.replace('사분위수', '분위수')} "
        f"이 자료의 {with_particle(name, '이/가')} {plain(target)}일 때, x는? ({rounding(1)})",
        data=Table(columns=("순서", *map(str, range(1, size + 1))), rows=((measure.what, *cells),)),
        key=compute(value_behind_quantile, below=tenths[:hidden], above=tenths[hidden + 1 :], share=float(share), target=float(target)),
        decimals=1,
        why="분위수의 위치를 먼저 정하고, 두 값 사이를 나누는 비율의 식을 x에 대하여 푼다.",
        wrongs=wrongs,
        steps=[
            f"위치 = 1 + ({size} − 1)·{plain(share)} = {plain(place)}",
            f"{below}번째 값 + {plain(part)}·({below + 1}번째 값 − {below}번째 값) = {plain(target)}",
            f"{plain(weight)}·x + {rest} = {plain(target)}",
            f"x = ({plain(target)} − {rest})/{plain(weight)} = {show(x, 1)}",
        ],
    )


def _inverse_wrongs(tenths: list[float], hidden: int, place: Fraction, share: Fraction, goal: float) -> list[Wrong]:
    """Other places of the quantile, and values between the neighbours: what lies outside them can be seen to be wrong."""
    size, below = len(tenths), int(place)
    is_lower = hidden < below
    near = tenths[below] if is_lower else tenths[below - 1]

    def solved(part: float) -> float:
        """The value that the place *below* + *part* would need."""
        return (goal - part * near) / (1 - part) if is_lower else (goal - (1 - part) * near) / part

    places = [(formula, place_of(size, share)) for name, (_, formula, place_of) in _METHODS.items() if name in {"weibull", "hazen"}]
    misplaced = [
        Wrong(solved(float(other - below)), f"위치를 {with_particle(formula, '으로/로')} 잡았습니다. 물음이 정한 위치와 다릅니다.")
        for formula, other in [*places, ("np", size * share)]
        if 0 < other - below < 1
    ]
    wrongs = [
        *misplaced,
        Wrong(solved(1 - float(place - below)), "두 값에 곱하는 비중을 서로 바꾸었습니다."),
        Wrong(solved(0.5), "분위수를 두 값의 한가운데로 보았습니다."),
        Wrong(goal, "분위수를 그대로 x로 읽었습니다. 분위수는 x와 이웃한 값의 사이에 있습니다."),
        Wrong((tenths[hidden - 1] + tenths[hidden + 1]) / 2, "x의 앞뒤 값을 평균했습니다. 분위수를 쓰지 않았습니다."),
    ]
    return within(wrongs, tenths[hidden - 1] + 0.1, tenths[hidden + 1] - 0.1)
