"""Variance from summaries: pooled from two groups, and from the sums of the values and of their squares.

https://numpy.org/doc/stable/reference/generated/numpy.average.html
https://numpy.org/doc/stable/reference/generated/numpy.square.html
"""

from __future__ import annotations

from fractions import Fraction
from math import sqrt

from quizapp.exercises.catalogue.confusion_tables import require_hand_fractions
from quizapp.exercises.catalogue.scaling_parts import MEASURES
from quizapp.exercises.catalogue.stats_parts import GROUP_PAIRS
from quizapp.exercises.catalogue.wording import plain, rounding
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show


def pooled_variance(variances: list[float], sizes: list[int]) -> float:
    import numpy as np

    return float(np.average(variances, weights=np.subtract(sizes, 1)))


def variance_of_sums(size: int, total: float, squares: float, ddof: int) -> float:
    import numpy as np

    about_mean = squares - np.square(total) / size
    return float(about_mean / (size - ddof))


@template("stats.spread", "pooled", "두 집단의 합동분산")
def pooled(draw: Draw) -> Draft:
    """The pooled variance of two groups with different sizes."""
    what, names = draw.pick(GROUP_PAIRS)
    sizes = draw.sample(range(6, 26) if draw.is_extended else range(4, 13), 2)
    variances = [draw.integer(30, 160) / 10 if draw.is_extended else draw.integer(2, 24) for _ in sizes]
    (n, m), (s, t) = sizes, variances
    result = (Fraction(str(s)) * (n - 1) + Fraction(str(t)) * (m - 1)) / (n + m - 2)
    draw.require(abs(s - t) >= 2)
    require_hand_fractions(draw, result)
    top = (n - 1) * s + (m - 1) * t
    return Draft(
        stem=f"{with_particle(what, '을/를')} 조사한 표본의 크기와 불편분산(n − 1로 나눔)이 다음과 같다. 두 모집단의 분산이 같다고 볼 때, "
        f"합동분산(pooled variance)은? ({rounding(2)})",
        data=Table(columns=("구분", "표본 크기", "불편분산"), rows=tuple(zip(names, sizes, variances, strict=True))),
        key=compute(pooled_variance, variances=variances, sizes=sizes),
        why="합동분산은 두 불편분산을 자유도(n − 1)로 가중하여 평균한 값이다.",
        wrongs=[
            Wrong((s + t) / 2, "두 분산을 그대로 평균했습니다. 자유도로 가중합니다."),
            Wrong((n * s + m * t) / (n + m), "표본 크기로 가중했습니다. 불편분산은 자유도 n − 1로 가중합니다."),
            Wrong(((m - 1) * s + (n - 1) * t) / (n + m - 2), "두 집단의 자유도를 바꾸어 가중했습니다."),
            Wrong(top / (n + m), "자유도의 합이 아니라 전체 표본 크기로 나누었습니다."),
            Wrong(top / (n + m - 1), "자유도를 n₁ + n₂ − 1로 보았습니다. 집단마다 1을 빼므로 n₁ + n₂ − 2입니다."),
            Wrong((n * s + m * t) / (n + m - 2), "분자에서는 표본 크기를 곱하고 자유도로 나누었습니다."),
            Wrong(s + t, "두 분산을 더했습니다."),
            Wrong(sqrt(result), "제곱근을 씌워 합동표준편차를 구했습니다."),
        ],
        steps=[
            "합동분산 = {(n₁ − 1)·s₁² + (n₂ − 1)·s₂²}/(n₁ + n₂ − 2)",
            f"분자 = {n - 1}·{plain(s)} + {m - 1}·{plain(t)} = {plain(top)}",
            f"분모 = {n} + {m} − 2 = {n + m - 2}",
            f"합동분산 = {plain(top)}/{n + m - 2} = {show(float(result), 2)}",
        ],
    )


@template("stats.spread", "from_sums", "합과 제곱합에서 분산")
def from_sums(draw: Draw) -> Draft:
    """The variance from the number of values, their sum and the sum of their squares."""
    measure, ddof = draw.pick(MEASURES), draw.integer(0, 1)
    size = draw.integer(12, 40) if draw.is_extended else draw.pick([5, 6, 8, 9, 10, 11, 16, 20, 21])
    mean = draw.integer(30, 95) / 10 if draw.is_extended else draw.integer(4, 20)
    about_mean = draw.integer(2 * size, 30 * size)
    total, squares = round(size * mean, 6), round(about_mean + size * mean**2, 6)
    result = Fraction(about_mean, size - ddof)
    require_hand_fractions(draw, result)
    divisor = "n − 1로" if ddof else "n으로"
    middle = plain(size * mean**2)
    return Draft(
        stem=f"{measure.place} 자료 {size}건의 합 Σx는 {plain(total)}, 제곱의 합 Σx²는 {plain(squares)}이다. 이 "
        f"자료의 분산은? ({divisor} 나누고, {rounding(2)})",
        key=compute(variance_of_sums, size=size, total=total, squares=squares, ddof=ddof),
        why="편차 제곱의 합은 Σx² − n·x̄²이고, 이를 나누는 수로 나누면 분산이다.",
        wrongs=[
            Wrong(about_mean / (size - 1 + ddof), f"나누는 수가 틀렸습니다. 물음은 {divisor} 나누라고 했습니다."),
            Wrong(squares / (size - ddof), "평균의 몫을 빼지 않고 제곱의 합을 나누었습니다."),
            Wrong(sqrt(result), "표준편차를 구했습니다. 물음은 분산입니다."),
            Wrong(squares / size - mean, "평균을 제곱하지 않고 뺐습니다."),
            Wrong((squares - total) / size, "제곱의 합에서 합을 그대로 뺐습니다."),
            Wrong(about_mean, "편차 제곱의 합에서 멈추었습니다."),
            Wrong(mean**2, "평균의 제곱을 구했습니다."),
            Wrong(sqrt(about_mean) / (size - ddof), "제곱근을 씌운 뒤에 나누었습니다."),
        ],
        steps=[
            f"x̄ = {plain(total)}/{size} = {plain(mean)}",
            f"Σx² − n·x̄² = {plain(squares)} − {size}·{plain(mean)}² = {plain(squares)} − {middle} = {about_mean}",
            f"분산 = {about_mean}/{size - ddof} = {show(float(result), 2)}",
        ],
    )
