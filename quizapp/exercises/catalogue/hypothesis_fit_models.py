"""Fitting a law to data: expected Poisson counts (`scipy.stats.poisson`) and the Kolmogorov–Smirnov distance (`scipy.stats.kstest`).

https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.poisson.html
https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.kstest.html
"""

from __future__ import annotations

from fractions import Fraction
from math import exp, factorial, sqrt

from quizapp.exercises.catalogue.probability_parts import power
from quizapp.exercises.catalogue.wording import plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show

_EVENTS = (
    ("한 공장에서 하루에 멈춘 설비의 수", "일"),
    ("한 병원에서 한 시간에 온 응급 환자의 수", "시간"),
    ("어느 쇼핑몰에서 1분에 들어온 문의의 수", "분"),
    ("한 물류센터에서 하루에 파손된 택배의 수", "일"),
    ("한 지자체에서 하루에 접수된 누수 신고의 수", "일"),
)
"""What happens at random, and the unit in which it is counted."""

_UNIFORM = (
    ("한 버스 정류장에서 승객이 기다린 시간(분)", 10),
    ("어느 쇼핑몰 당첨 번호의 생성값", 1),
    ("한 공장에서 부품을 집은 위치(m)", 4),
    ("한 물류센터에서 차량이 도착한 시각(정각 뒤 분)", 60),
    ("한 콜센터에서 통화가 시작된 시각(정각 뒤 분)", 20),
)
"""What should be uniform, and from 0 to where."""

_POISSON = {1: 0.368, 2: 0.135, 3: 0.05}
"""What a paper prints for e to the power of −λ."""


def expected_poisson(values: list[int], counts: list[int], asked: int) -> float:
    import numpy as np
    from scipy.stats import poisson

    return float(np.sum(counts) * poisson.pmf(asked, np.average(values, weights=counts)))


def ks_distance(values: list[float], high: float) -> float:
    from scipy.stats import kstest

    return float(kstest(values, "uniform", args=(0, high)).statistic)


def _poisson_counts(draw: Draw, rate: int, total: int) -> list[int]:
    """How often 0, 1, 2… were counted, near to a Poisson law and with *rate* as their mean."""
    usual = [total * exp(-rate) * rate**k / factorial(k) for k in range(rate + 5)]
    rest = [max(0, round(one) + draw.integer(-4, 4)) for one in usual[2:]]
    ones = rate * total - sum(k * count for k, count in enumerate(rest, 2))
    counts = [total - ones - sum(rest), ones, *rest]
    draw.require(min(counts) >= 1 and all(abs(count - one) <= 12 for count, one in zip(counts, usual, strict=True)))
    return counts


@template("test.fit", "expected", "포아송분포의 기대도수")
def expected(draw: Draw) -> Draft:
    """The expected count of one value under a Poisson law whose mean is estimated."""
    (what, unit), rate, total = draw.pick(_EVENTS), draw.pick([2, 3] if draw.is_extended else [1, 2]), draw.pick([50, 100, 200])
    counts, helper = _poisson_counts(draw, rate, total), _POISSON[rate]
    asked, mass = draw.integer(0, rate + 2), [total * helper * rate**k / factorial(k) for k in range(rate + 5)]
    value, values = mass[asked], list(range(len(counts)))
    middle = sum(values) / len(values)
    spread = sum(k * k * count for k, count in enumerate(counts)) / total - rate**2
    printed = ", ".join(f"e⁻{power} = {show(one, 3)}" for power, one in zip("¹²³", _POISSON.values(), strict=True))
    draw.require(value >= 2 and abs(counts[asked] - value) >= 0.5)
    return Draft(
        stem=f"{with_particle(what, '을/를')} {total}{unit} 동안 센 결과가 다음과 같다. 평균을 자료에서 추정한 포아송분포에 대한 적합도 "
        f"검정에서, '{asked}'의 기대도수는? ({printed}, {rounding(1)})",
        data=Table(columns=("수", *map(str, values)), rows=((f"도수({unit})", *counts),)),
        key=compute(expected_poisson, values=values, counts=counts, asked=asked),
        decimals=1,
        why="기대도수는 전체 도수에 추정한 평균의 포아송 확률 e^(−λ)λᵏ/k!을 곱한 값이다.",
        wrongs=[
            Wrong(counts[asked], "관측도수를 그대로 답했습니다. 기대도수는 포아송 확률로 구합니다."),
            Wrong(total * helper * rate**asked, "k!로 나누지 않았습니다."),
            Wrong(total * helper / factorial(asked), "λᵏ을 곱하지 않았습니다."),
            Wrong(mass[asked + 1], f"{asked + 1}의 기대도수를 구했습니다. 물음은 {asked}입니다."),
            Wrong(mass[asked - 1] if asked else 0, f"{asked - 1}의 기대도수를 구했습니다. 물음은 {asked}입니다."),
            Wrong(total / len(counts), "모든 범주에 똑같이 나누었습니다. 이는 균등분포의 기대도수입니다."),
            Wrong(total * exp(-middle) * middle**asked / factorial(asked), "평균을 도수로 가중하지 않고 구했습니다."),
            Wrong(sum(mass[: asked + 1]), f"{asked} 이하인 확률을 모두 더했습니다. '{asked}'의 확률만 씁니다."),
            Wrong(total * exp(-spread) * spread**asked / factorial(asked), "평균이 아니라 분산을 λ로 썼습니다."),
        ],
        steps=[
            f"λ = ({' + '.join(f'{k}·{count}' for k, count in enumerate(counts) if k)})/{total} = {rate * total}/{total} = {rate}",
            f"P(X = {asked}) = e^(−{rate})·{power(rate, asked)}/{asked}! = {show(helper, 3)}·{rate**asked}/{factorial(asked)}",
            f"기대도수 = {total}·{show(helper, 3)}·{rate**asked}/{factorial(asked)} = {show(value, 1)}",
        ],
        by_hand=value,
    )


def _ks_wrongs(unsorted: list[Fraction]) -> list[Wrong]:
    """What people take for the largest distance; *unsorted* are the law's cumulative shares at the values as they are shown."""
    n, shares = len(unsorted), sorted(unsorted)
    as_shown = max(max(Fraction(i + 1, n) - share, share - Fraction(i, n)) for i, share in enumerate(unsorted))
    after = [Fraction(i + 1, n) - share for i, share in enumerate(shares)]
    before = [share - Fraction(i, n) for i, share in enumerate(shares)]
    steps = [max(pair) for pair in zip(after, before, strict=True)]
    found = [
        (max(map(abs, after)), "계단의 위쪽 i/n과의 차이만 보았습니다. 아래쪽 (i − 1)/n과의 차이도 봅니다."),
        (max(map(abs, before)), "계단의 아래쪽 (i − 1)/n과의 차이만 보았습니다. 위쪽 i/n과의 차이도 봅니다."),
        (
            max(abs(share - Fraction(2 * i + 1, 2 * n)) for i, share in enumerate(shares)),
            "계단의 가운데 (i − 0.5)/n과의 차이를 보았습니다.",
        ),
        (sorted(steps)[-2], "두 번째로 큰 차이를 골랐습니다. 가장 큰 차이가 통계량입니다."),
        (sum(steps) / n, "차이를 평균했습니다. 가장 큰 차이가 통계량입니다."),
        (max(after) + max(before), "위쪽과 아래쪽의 가장 큰 차이를 더했습니다. 이는 카이퍼 통계량입니다."),
        (max(abs(share - Fraction(i + 1, n + 1)) for i, share in enumerate(shares)), "누적 비율을 i/(n + 1)로 놓았습니다."),
        (as_shown, "크기순으로 놓지 않고 번호대로 누적 비율을 구했습니다."),
        (max(steps) * sqrt(n), "가장 큰 차이에 √n을 곱했습니다. D는 차이 그대로입니다."),
        (max(shares), "이론적 누적 비율의 최댓값을 답했습니다."),
    ]
    return within([Wrong(float(value), why) for value, why in found], 0, 1)


@template("test.fit", "ks", "균등분포에 대한 콜모고로프–스미르노프 통계량")
def ks(draw: Draw) -> Draft:
    """The largest distance between the empirical and a uniform cumulative distribution."""
    (what, high), n = draw.pick(_UNIFORM), 5 if draw.is_extended else 4
    grid = 50 if draw.is_extended else 20
    places = sorted(draw.sample(range(1, grid), n))
    shares = [Fraction(place, grid) for place in places]
    after = [Fraction(i + 1, n) - share for i, share in enumerate(shares)]
    before = [share - Fraction(i, n) for i, share in enumerate(shares)]
    distance = max(*after, *before)
    order = draw.shuffled(shares)
    draw.require(distance <= Fraction(7, 10))
    return Draft(
        stem=f"{with_particle(what, '이/가')} 0부터 {high}까지의 균등분포를 따르는지 콜모고로프–스미르노프 검정을 한다. 표본 {n}개가 "
        f"다음과 같을 때, 검정통계량 D는? ({rounding(2)})",
        data=Table(columns=("번호", *map(str, range(1, n + 1))), rows=(("값", *(plain(share * high) for share in order)),)),
        key=compute(ks_distance, values=[float(share * high) for share in order], high=high),
        why="D는 경험적 누적분포와 이론적 누적분포의 세로 차이 가운데 가장 큰 값이며, 계단의 위와 아래를 모두 본다.",
        wrongs=_ks_wrongs(order),
        steps=["크기순으로 F(x) = x/{high}, D = max(i/n − F, F − (i − 1)/n)".replace("{high}", str(high))]
        + [
            f"x = {plain(share * high)}: F = {plain(share)}, {plain(Fraction(i + 1, n))} − {plain(share)} = {plain(up)}, "
            f"{plain(share)} − {plain(Fraction(i, n))} = {plain(down)}"
            for i, (share, up, down) in enumerate(zip(shares, after, before, strict=True))
        ]
        + [f"D = {show(float(distance), 2)}"],
    )
