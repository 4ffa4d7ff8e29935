"""Ranks of several groups by `scipy.stats.kruskal`; runs of a sequence by numpy (SciPy has no runs test).

https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.kruskal.html
https://numpy.org/doc/stable/reference/generated/numpy.diff.html
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from math import sqrt

from quizapp.exercises.catalogue.wording import rounding, signed
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import rounded, show

_GROUPS = (
    ("배송 방식별 배송 시간(시간)", ("새벽", "당일", "일반"), 2, 40),
    ("재활 과정별 회복 일수(일)", ("가 과정", "나 과정", "다 과정"), 10, 60),
    ("공법별 부품의 강도(MPa)", ("공법 A", "공법 B", "공법 C"), 40, 95),
    ("광고별 하루 클릭(십 건)", ("광고 A", "광고 B", "광고 C"), 12, 80),
    ("지역별 하루 민원(건)", ("동부", "중부", "서부"), 5, 60),
)
"""What is compared between three groups, their names, and between which values."""

_SERIES = (
    ("한 공장 센서가 차례로 잰 온도(℃)", "온도", 60, 90),
    ("어느 물류센터의 날짜별 출고(백 건)", "출고", 20, 70),
    ("한 병원의 날짜별 외래 환자(십 명)", "환자", 15, 60),
    ("어느 쇼핑몰의 시간대별 주문(십 건)", "주문", 10, 80),
    ("한 지자체의 날짜별 대여 자전거(십 대)", "대여", 20, 90),
)
"""What is measured in order, its short name, and between which values."""


def kruskal_h(groups: list[list[float]]) -> float:
    from scipy.stats import kruskal

    return float(kruskal(*groups).statistic)


def runs_z(values: list[float], level: float) -> float:
    import numpy as np

    is_above = np.greater(values, level)
    runs = 1 + np.count_nonzero(np.diff(is_above))
    n, above = len(values), np.sum(is_above)
    product = 2 * above * (n - above)
    return float((runs - product / n - 1) / np.sqrt(product * (product - n) / (n**2 * (n - 1))))


def _h_wrongs(h: Fraction, n: int) -> list[Wrong]:
    """What people take for H of three groups with *n* values in all."""
    within, total = (n - 1 - h) / (n - 3), h + 3 * (n + 1)
    found = [
        (h / 2, "H를 다시 자유도 2로 나누었습니다. H는 나누지 않고 χ² 분포와 견줍니다."),
        (h + 3, "3N을 뺐습니다. 3(N + 1)을 뺍니다."),
        (total, "마지막에 3(N + 1)을 빼지 않았습니다."),
        (total * (n + 1) / n - 3 * (n + 1), "분모를 N²으로 놓았습니다. N(N + 1)입니다."),
        (h / (n - 1), "H를 N − 1로 나누었습니다. 이는 순위의 설명된 비율입니다."),
        (h / 2 / within, "순위로 분산분석의 F를 구했습니다. H는 집단 내 변동으로 나누지 않습니다."),
        (h * n / (n - 1), "순위의 분산을 N으로 나누어 구했습니다."),
        (total / 2, "12 대신 6을 썼고, 3(N + 1)을 빼지 않았습니다."),
    ]
    return [Wrong(float(value), why) for value, why in found]


@template("test.rank", "kruskal", "세 집단 자료에서 크루스칼–월리스 H")
def kruskal(draw: Draw) -> Draft:
    """H of three small groups without ties."""
    (what, names, low, high), size = draw.pick(_GROUPS), 4 if draw.is_extended else 3
    every = draw.sample(range(low, high + 1), 3 * size)
    n, order = 3 * size, sorted(every)
    ranks = [[order.index(value) + 1 for value in every[start : start + size]] for start in range(0, n, size)]
    sums = [sum(row) for row in ranks]
    squares = sum(one**2 for one in sums)
    total = Fraction(squares, size)
    h = Fraction(12, n * (n + 1)) * total - 3 * (n + 1)
    draw.require(h >= 1)
    return Draft(
        stem=f"다음은 {what}이다. 크루스칼–월리스 검정의 통계량 H = 12/(N(N + 1))·ΣRᵢ²/nᵢ − 3(N + 1)의 값은? "
        f"(Rᵢ와 nᵢ는 집단의 순위합과 크기, N은 전체 수이고, {rounding(2)})",
        data=Table(
            columns=("집단", *map(str, range(1, size + 1))),
            rows=tuple((name, *every[i * size : (i + 1) * size]) for i, name in enumerate(names)),
        ),
        key=compute(kruskal_h, groups=[every[i * size : (i + 1) * size] for i in range(3)]),
        why="세 집단을 합쳐 순위를 매기고, 순위합의 제곱을 집단의 크기로 나누어 더한 값으로 H를 구한다.",
        wrongs=_h_wrongs(h, n),
        steps=[
            *(f"'{name}'의 순위: {', '.join(map(str, row))}, 순위합 {total}" for name, row, total in zip(names, ranks, sums, strict=True)),
            f"ΣRᵢ²/nᵢ = ({' + '.join(f'{one}²' for one in sums)})/{size} = {squares}/{size}",
            f"12/(N(N + 1)) = 12/({n}·{n + 1}) = {Fraction(12, n * (n + 1))}, 3(N + 1) = {3 * (n + 1)}",
            f"H = {Fraction(12, n * (n + 1))}·{squares}/{size} − {3 * (n + 1)} = {show(float(h), 2)}",
        ],
    )


@template("test.rank", "runs", "차례로 잰 값에서 런 검정의 z")
def runs(draw: Draw) -> Draft:
    """The z of a runs test about a level, its standard deviation printed."""
    (what, short, low, high), n = draw.pick(_SERIES), 12 if draw.is_extended else 10
    level, above = draw.integer(low + 10, high - 10), draw.integer(4, n - 4)
    sides = draw.shuffled([1] * above + [-1] * (n - above))
    values = [level + side * draw.integer(1, 9) for side in sides]
    count, product = 1 + sum(a != b for a, b in pairwise(sides)), 2 * above * (n - above)
    mean, deviation = Fraction(product, n) + 1, sqrt(product * (product - n) / (n**2 * (n - 1)))
    printed, gap = float(rounded(deviation, 2)), float(count - mean)
    draw.require(abs(gap) >= 0.5 and len(set(values)) >= n - 3)
    names = [str(number) for number in range(1, n + 1)]
    return Draft(
        stem=f"다음은 {what}이다. {with_particle(str(level), '을/를')} 기준으로 큰 값과 작은 값의 차례가 무작위인지 런 검정을 하려고 한다. "
        f"런의 수의 표준편차가 {show(printed, 2)}일 때, 검정통계량 z는? (연속성 수정은 하지 않고, {rounding(2)})",
        data=Table(columns=("순서", *names), rows=((short, *values),)),
        key=compute(runs_z, values=values, level=level),
        why="런은 같은 쪽 값이 이어진 묶음이고, z = (런의 수 − 기댓값)/표준편차, 기댓값은 2n₁n₂/n + 1이다.",
        wrongs=[
            Wrong((count - product / n) / printed, "기댓값에 1을 더하지 않았습니다. 기댓값은 2n₁n₂/n + 1입니다."),
            Wrong((count - 1 - float(mean)) / printed, "묶음이 아니라 쪽이 바뀐 횟수를 런의 수로 썼습니다. 런의 수는 1이 더 큽니다."),
            Wrong((count - product / n / 2 - 1) / printed, "기댓값에서 2를 빠뜨렸습니다. 기댓값은 2n₁n₂/n + 1입니다."),
            Wrong(-gap / printed, "부호가 반대입니다. 관측한 런의 수에서 기댓값을 뺍니다."),
            Wrong(gap / printed**2, "표준편차가 아니라 분산으로 나누었습니다."),
            Wrong(gap, "기댓값과의 차이만 구했습니다. 표준편차로 나눕니다."),
            Wrong((count - above) / printed, "기댓값 대신 기준보다 큰 값의 수를 뺐습니다."),
            Wrong((count - n / 2) / printed, "기댓값 대신 n/2를 뺐습니다."),
        ],
        steps=[
            f"기준보다 큰 값(+)과 작은 값(−)의 차례: {' '.join('+' if side > 0 else '−' for side in sides)}",
            f"n₁ = {above}, n₂ = {n - above}, 런의 수 = {count}",
            f"기댓값 = 2·{above}·{n - above}/{n} + 1 = {show(float(mean), 2)}",
            f"z = ({count} − {show(float(mean), 2)})/{show(printed, 2)} = {signed(gap / printed, 2)}",
        ],
        by_hand=gap / printed,
    )
