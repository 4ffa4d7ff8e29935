"""Robust scaling: (x − median) / interquartile range, as `sklearn.preprocessing.RobustScaler` computes it (linear percentiles).

https://scikit-learn.org/stable/modules/generated/sklearn.preprocessing.RobustScaler.html
https://scikit-learn.org/stable/modules/generated/sklearn.preprocessing.StandardScaler.html
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from itertools import combinations
from math import isqrt

from quizapp.exercises.catalogue.scaling_parts import MEASURES, QUARTILE_RULE, SUMMARY_SPANS, one_row, quartiles, spread, summarised
from quizapp.exercises.catalogue.wording import inside, plain, rounding, signed, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.korean import with_particle
from quizapp.numbers import show

_EVEN_RANGES = (4, 5, 8, 10, 12, 15, 16, 20)
"""Interquartile ranges that divide well by hand."""


def robust_scaled(values: list[float], x: float) -> float:
    from sklearn.preprocessing import RobustScaler

    scaler = RobustScaler().fit([[value] for value in values])
    return float(scaler.transform([[x]])[0, 0])


def value_of_robust(five_numbers: list[float], scaled: float) -> float:
    from sklearn.preprocessing import RobustScaler

    scaler = RobustScaler().fit([[value] for value in five_numbers])
    return float(scaler.inverse_transform([[scaled]])[0, 0])


def gap_ratio(values: list[float], a: float, b: float) -> float:
    import numpy as np
    from sklearn.preprocessing import RobustScaler, StandardScaler

    column = np.reshape(values, (-1, 1))
    robust = RobustScaler().fit(column).transform([[a], [b]])
    standard = StandardScaler().fit(column).transform([[a], [b]])
    return float(np.ptp(robust) / np.ptp(standard))


@cache
def _outlying_deviations(size: int) -> tuple[tuple[int, ...], ...]:
    """Deviations from the mean, the last an outlier, with a whole standard deviation (divisor *size*)."""
    found = []
    for near in combinations(range(-20 if size == 5 else -16, 3), size - 1):
        variance, rest = divmod(sum(d * d for d in near) + sum(near) ** 2, size)
        if not rest and isqrt(variance) ** 2 == variance and 3 * (near[-1] - near[0]) <= -2 * sum(near):
            found.append((*near, -sum(near)))
    return tuple(found)


def _halves(values: list[int]) -> Fraction:
    """The interquartile range by the medians of the lower and the upper half, without the middle value of an odd sample."""
    ordered, half = sorted(values), len(values) // 2
    return quartiles(ordered[-half:])[1] - quartiles(ordered[:half])[1]


@template("scaling.robust", "from_data", "자료에서 중앙값과 사분위범위로 바꾼 값")
def from_data(draw: Draw) -> Draft:
    """The robust score of one value of a small sample."""
    measure, size, decimals = draw.pick(MEASURES), draw.pick([7, 8]) if draw.is_extended else 5, 3 if draw.is_extended else 2
    low = draw.integer(measure.low, measure.high)
    values = [low + step for step in draw.sample(range(40 if draw.is_extended else 32), size)]
    lower, median, upper = quartiles(values)
    x, middle, mean = draw.pick(values), upper - lower, Fraction(sum(values), size)
    draw.require(x != median and (draw.is_extended or middle in _EVEN_RANGES))
    offset, deviation = float(x - median), spread(values)
    return Draft(
        stem=f"{measure.place} 자료 {size}건이 다음과 같다. {QUARTILE_RULE} 중앙값을 빼고 사분위범위(Q3 − Q1)로 나누는 로버스트 변환을 "
        f"할 때, {with_particle(str(x), '은/는')} 얼마로 바뀌는가? ({rounding(decimals)})",
        data=one_row(measure.what, values),
        key=compute(robust_scaled, values=values, x=x),
        decimals=decimals,
        why="로버스트 변환은 중앙값에서 떨어진 거리를 사분위범위로 나눈 값이다.",
        wrongs=[
            Wrong(float((x - mean) / middle), "중앙값이 아니라 평균을 뺐습니다."),
            Wrong(offset / deviation, "사분위범위가 아니라 표준편차로 나누었습니다."),
            Wrong(float(x - mean) / deviation, "표준화 점수(z)를 구했습니다. 물음은 로버스트 변환입니다."),
            Wrong(offset / (max(values) - min(values)), "사분위범위가 아니라 범위(최댓값 − 최솟값)로 나누었습니다."),
            Wrong(float((x - lower) / middle), "중앙값이 아니라 Q1을 뺐습니다."),
            Wrong(float((x - upper) / middle), "중앙값이 아니라 Q3을 뺐습니다."),
            Wrong(-offset / float(middle), "부호가 반대입니다. 값에서 중앙값을 뺍니다."),
            Wrong(offset / float(_halves(values)), "사분위수를 위아래 절반의 중앙값으로 구했습니다. 물음은 선형 보간입니다."),
        ],
        steps=[
            "x′ = (x − 중앙값)/(Q3 − Q1)",
            f"크기순: {', '.join(map(str, sorted(values)))}",
            f"Q1 = {plain(lower)}, 중앙값 = {plain(median)}, Q3 = {plain(upper)}",
            f"Q3 − Q1 = {plain(middle)}",
            f"x′ = ({x} − {plain(median)})/{plain(middle)} = {plain(offset)}/{plain(middle)} = {signed(offset / float(middle), decimals)}",
        ],
    )


@template("scaling.robust", "inverse", "요약 출력과 변환한 값에서 원래 값")
def inverse(draw: Draw) -> Draft:
    """The value behind a robust score, median and quartiles read from a summary."""
    measure, decimals, step = draw.pick(MEASURES), 2 if draw.is_extended else 1, 0.05 if draw.is_extended else 0.1
    summary = summarised(draw, draw.integer(measure.low, measure.high), draw.pick(SUMMARY_SPANS))
    median, middle, span = summary.median, summary.upper - summary.lower, summary.high - summary.low
    scaled = draw.pick([-1, 1]) * draw.multiple(0.2, 1.5, step)
    draw.require(median + scaled * middle > 0 and scaled not in {-1, 1})
    wrongs = [
        Wrong(summary.mean + scaled * middle, "중앙값(50%)이 아니라 평균에 더했습니다."),
        Wrong(median + scaled * summary.deviation, "사분위범위가 아니라 표준편차를 곱했습니다."),
        Wrong(summary.mean + scaled * summary.deviation, "평균 + 값·표준편차로 풀었습니다. 이는 표준화의 역변환입니다."),
        Wrong(median - scaled * middle, "변환한 값의 부호를 거꾸로 썼습니다."),
        Wrong(median + scaled * span, "사분위범위가 아니라 범위(max − min)를 곱했습니다."),
        Wrong(summary.lower + scaled * middle, "중앙값이 아니라 Q1(25%)에 더했습니다."),
        Wrong(summary.upper + scaled * middle, "중앙값이 아니라 Q3(75%)에 더했습니다."),
        Wrong(summary.low + scaled * span, "최솟값 + 값·범위로 풀었습니다. 이는 최소–최대 정규화의 역변환입니다."),
        Wrong(median + scaled, "사분위범위를 곱하지 않았습니다."),
    ]
    return Draft(
        stem=f"다음은 {with_particle(measure.place, '을/를')} 모은 훈련 자료의 describe() 출력이다. 이 자료로 로버스트 변환"
        f"(중앙값을 빼고 사분위범위로 나눔)을 맞추었다. 변환한 값이 {plain(scaled)}인 관측값의 원래 "
        f"{with_particle(measure.what, '은/는')}? ({rounding(decimals)})",
        data=summary.text(),
        key=compute(value_of_robust, five_numbers=summary.five_numbers, scaled=scaled),
        decimals=decimals,
        why="x = 중앙값 + x′·(Q3 − Q1)이다. 변환의 식을 x에 대하여 푼다.",
        wrongs=within(wrongs, 0, 10 * summary.high),
        steps=[
            "x = 중앙값 + x′·(Q3 − Q1)",
            f"Q3 − Q1 = {plain(summary.upper)} − {plain(summary.lower)} = {plain(middle)}",
            f"x′·(Q3 − Q1) = {inside(scaled)}·{plain(middle)} = {plain(scaled * middle)}",
            f"x = {plain(median)} + {inside(scaled * middle)} = {show(median + scaled * middle, decimals)}",
        ],
    )


@template("scaling.robust", "outlier", "이상값이 있을 때 표준화와 견주기")
def outlier(draw: Draw) -> Draft:
    """How much farther apart two ordinary values lie after robust scaling than after standardisation, with an outlier in the data."""
    measure, decimals, size = draw.pick(MEASURES), 2 if draw.is_extended else 1, 7 if draw.is_extended else 5
    deviations = draw.pick(_outlying_deviations(size))
    mean = draw.integer(measure.low, measure.high) + 18
    ordered = [mean + deviation for deviation in deviations]
    a, b = sorted(draw.sample(ordered[:-1], 2))
    (lower, _, upper), sigma, near = quartiles(ordered), round(spread(ordered)), spread(ordered[:-1])
    middle, span, squares = float(upper - lower), ordered[-1] - ordered[0], size * sigma**2
    return Draft(
        stem=f"{measure.place} 자료에 이상값 하나가 섞였다. {QUARTILE_RULE} 자료를 표준화(표준편차는 n으로 나눔)와 로버스트 변환("
        f"중앙값을 빼고 사분위범위로 나눔)으로 각각 바꿀 때, 정상값 {with_particle(str(a), '과/와')} {b} 사이의 간격은 로버스트 변환 뒤가 "
        f"표준화 뒤의 몇 배인가? ({rounding(decimals)})",
        data=one_row(measure.what, draw.shuffled(ordered)),
        key=compute(gap_ratio, values=ordered, a=a, b=b),
        decimals=decimals,
        why="간격은 나누는 수에 반비례하므로 비는 표준편차/사분위범위이다. 표준편차는 이상값에 끌려 커지고 사분위범위는 그대로이다.",
        wrongs=[
            Wrong(middle / sigma, "비를 거꾸로 구했습니다. 표준화 뒤의 간격을 로버스트 변환 뒤의 간격으로 나누었습니다."),
            Wrong((b - a) / middle, "로버스트 변환 뒤의 간격만 구했습니다."),
            Wrong((b - a) / sigma, "표준화 뒤의 간격만 구했습니다."),
            Wrong(near / middle, "이상값을 뺀 자료로 표준편차를 구했습니다. 물음은 이상값이 섞인 자료입니다."),
            Wrong(spread(ordered, ddof=1) / middle, "표준편차를 n − 1로 나누어 구했습니다. 물음은 n으로 나누라고 했습니다."),
            Wrong(span / middle, "표준편차가 아니라 범위를 썼습니다."),
            Wrong(sigma**2 / middle, "표준편차가 아니라 분산을 썼습니다."),
        ],
        steps=[
            f"편차 제곱의 합 = {squares} (평균 {mean}), 표준편차 = √({squares}/{size}) = {sigma}",
            f"Q1 = {plain(lower)}, Q3 = {plain(upper)}, 사분위범위 = {plain(middle)}",
            f"간격의 비 = ({b - a}/{plain(middle)}) ÷ ({b - a}/{sigma}) = {sigma}/{plain(middle)}",
            f"{sigma}/{plain(middle)} = {show(sigma / middle, decimals)}",
        ],
    )
