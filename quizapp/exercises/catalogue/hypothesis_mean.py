"""t statistics of one sample, of pairs and of two samples with a common variance, from `scipy.stats`.

https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.ttest_1samp.html
https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.ttest_rel.html
https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.ttest_ind_from_stats.html
"""

from __future__ import annotations

from functools import cache
from itertools import product
from math import sqrt
from typing import NamedTuple

from quizapp.exercises.catalogue.hypothesis_parts import standard_error, steady_sample
from quizapp.exercises.catalogue.scaling_parts import MEASURES, one_row
from quizapp.exercises.catalogue.wording import plain, rounding, signed
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle

_CHANGES = (
    ("한 병원이 식이 지도를 하기 전과 후에 잰 환자별 수축기 혈압(mmHg)", "환자", 132, 150),
    ("어느 물류센터가 배송 경로를 바꾸기 전과 후에 잰 노선별 배송 시간(분)", "노선", 45, 80),
    ("한 공장이 공정을 고치기 전과 후에 센 라인별 하루 불량(개)", "라인", 36, 60),
    ("한 지자체가 창구를 늘리기 전과 후에 잰 민원실별 대기 시간(분)", "민원실", 35, 55),
    ("어느 쇼핑몰이 서버를 바꾸기 전과 후에 잰 화면별 응답 시간(십 ms)", "화면", 40, 90),
)
"""What was measured before and after, each of what, and between which values it lies before."""

_GROUPS = (
    ("두 창고의 주문 처리 시간(분)", "동부", "서부"),
    ("두 병원의 재원 일수(일)", "가 병원", "나 병원"),
    ("두 생산 라인의 제품 무게(g)", "1라인", "2라인"),
    ("두 배너의 체류 시간(초)", "배너 A", "배너 B"),
    ("두 지역의 월 전력 사용량(십 kWh)", "도시", "농촌"),
)
"""What is compared between two groups, and their names."""


def one_sample_t(values: list[float], mean: float) -> float:
    from scipy.stats import ttest_1samp

    return float(ttest_1samp(values, mean).statistic)


def paired_t(before: list[float], after: list[float]) -> float:
    from scipy.stats import ttest_rel

    return float(ttest_rel(before, after).statistic)


def pooled_t(sizes: list[int], means: list[float], variances: list[float]) -> float:
    import numpy as np
    from scipy.stats import ttest_ind_from_stats

    deviations = np.sqrt(variances)
    result = ttest_ind_from_stats(means[0], deviations[0], sizes[0], means[1], deviations[1], sizes[1], equal_var=True)
    return float(result.statistic)


def _error_wrongs(gap: int, error: int, size: int, mean: str) -> list[Wrong]:
    """What people divide the difference by instead of the standard error; *mean* is what the difference is called."""
    deviation = error * sqrt(size)
    return [
        Wrong(gap / deviation, "표준오차가 아니라 표준편차로 나누었습니다. s를 √n으로 나누어야 합니다."),
        Wrong(gap * sqrt(size) / (error * sqrt(size - 1)), "분산을 n으로 나누어 구했습니다. 물음은 n − 1로 나누라고 했습니다."),
        Wrong(gap * sqrt(size - 1) / deviation, "표준편차를 √n이 아니라 √(n − 1)로 나누었습니다."),
        Wrong(gap * size / deviation, "표준편차를 √n이 아니라 n으로 나누었습니다."),
        Wrong(gap / error**2, "제곱근을 씌우지 않고 s²/n으로 나누었습니다."),
        Wrong(-gap / error, f"부호가 반대입니다. {mean}에서 뺄 것의 순서를 바꾸었습니다."),
        Wrong(gap, "평균의 차이만 구하고 표준오차로 나누지 않았습니다."),
    ]


@template("test.mean", "one_sample", "자료에서 단일표본 t 통계량")
def one_sample(draw: Draw) -> Draft:
    """The t statistic of a small sample against a stated mean."""
    measure, size = draw.pick(MEASURES), draw.integer(6, 7) if draw.is_extended else 5
    scale = 1 if draw.is_extended else draw.integer(1, 3)
    mean = draw.integer(measure.low + 10, measure.high)
    values = steady_sample(draw, size, mean, scale)
    error, gap = standard_error(values), draw.integer(1, 9) * draw.pick([-1, 1])
    draw.require(min(values) > 0 and 0.5 <= abs(gap / error) <= 5)
    squares, supposed = sum((value - mean) ** 2 for value in values), mean - gap
    return Draft(
        stem=f"{measure.place}에서 뽑은 표본 {size}개가 다음과 같다. 모평균이 {with_particle(str(supposed), '이라는/라는')} 귀무가설을 "
        f"검정하는 단일표본 t검정의 t 통계량은? (분산은 n − 1로 나누고, {rounding(2)})",
        data=one_row(measure.what, values),
        key=compute(one_sample_t, values=values, mean=supposed),
        why="t는 표본평균과 귀무가설의 평균의 차이를 표준오차 s/√n으로 나눈 값이다.",
        wrongs=_error_wrongs(gap, error, size, "표본평균"),
        steps=[
            "t = (x̄ − μ₀)/√(s²/n)",
            f"x̄ = {sum(values)}/{size} = {mean}",
            f"편차 제곱의 합 = {squares}, s² = {squares}/{size - 1} = {squares // (size - 1)}",
            f"√(s²/n) = √({squares // (size - 1)}/{size}) = √{error**2} = {error}",
            f"t = ({mean} − {supposed})/{error} = {plain(gap)}/{error} = {signed(gap / error, 2)}",
        ],
    )


def _independent_t(before: list[int], after: list[int]) -> float:
    """The t of two independent samples of one size."""
    size = len(before)
    squares = sum(sum((value - sum(values) / size) ** 2 for value in values) for values in (before, after))
    return (sum(before) - sum(after)) / size / sqrt(squares / (size - 1) / size)


@template("test.mean", "paired", "전후 자료에서 대응표본 t 통계량")
def paired(draw: Draw) -> Draft:
    """The t statistic of the differences of pairs."""
    (what, unit, low, high), size = draw.pick(_CHANGES), draw.integer(6, 7) if draw.is_extended else 5
    gap = draw.integer(2, 9) * draw.pick([1, 1, 1, -1])
    gaps = steady_sample(draw, size, gap)
    before = [draw.integer(low, high) for _ in range(size)]
    after = [b - d for b, d in zip(before, gaps, strict=True)]
    error, squares = standard_error(gaps), sum((d - gap) ** 2 for d in gaps)
    draw.require(0.5 <= abs(gap / error) <= 6)
    return Draft(
        stem=f"다음은 {what}이다. 차이를 (전 − 후)로 놓고 모평균의 차이가 0이라는 귀무가설을 검정하는 대응표본 t검정의 t 통계량은? "
        f"(분산은 n − 1로 나누고, {rounding(2)})",
        data=Table(
            columns=("구분", *(f"{unit} {number}" for number in range(1, size + 1))),
            rows=(("전", *before), ("후", *after)),
        ),
        key=compute(paired_t, before=before, after=after),
        why="대응표본은 짝마다 차이를 구하여, 그 평균을 차이의 표준오차 s_d/√n으로 나눈다.",
        wrongs=[
            Wrong(_independent_t(before, after), "짝을 무시하고 독립인 두 표본으로 보았습니다. 짝마다의 차이로 구합니다."),
            *_error_wrongs(gap, error, size, "전의 값"),
        ],
        steps=[
            "t = d̄/√(s_d²/n)",
            f"d = {', '.join(map(plain, gaps))}",
            f"d̄ = {plain(sum(gaps))}/{size} = {plain(gap)}",
            f"Σ(d − d̄)² = {squares}, s_d² = {squares}/{size - 1} = {squares // (size - 1)}",
            f"√(s_d²/n) = √({squares // (size - 1)}/{size}) = √{error**2} = {error}",
            f"t = {plain(gap)}/{error} = {signed(gap / error, 2)}",
        ],
    )


class _Pool(NamedTuple):
    """Sizes and variances of two samples whose difference of means has an even standard error."""

    sizes: tuple[int, int]
    variances: tuple[int, int]
    common: int
    halves: int
    """Twice the standard error."""


@cache
def _pools(largest: int) -> list[_Pool]:
    found = []
    for n, m in product(range(4, largest + 1), repeat=2):
        for halves in range(2, 9) if n != m else ():
            common, rest = divmod(halves**2 * n * m, 4 * (n + m))
            for first in range(4, 80) if not rest and common <= 60 else ():
                second, rest = divmod(common * (n + m - 2) - (n - 1) * first, m - 1)
                if not rest and 4 <= second <= 80 and abs(first - second) >= 2 and max(first, second) <= 4 * min(first, second):
                    found.append(_Pool((n, m), (first, second), common, halves))
    return found


@template("test.mean", "pooled", "두 표본의 요약값에서 합동분산 t 통계량")
def pooled(draw: Draw) -> Draft:
    """The t statistic of two samples with a common variance."""
    (what, *names), pool = draw.pick(_GROUPS), draw.pick(_pools(20 if draw.is_extended else 12))
    (n, m), (first, second) = pool.sizes, pool.variances
    error, gap = pool.halves / 2, draw.integer(1, 12) * draw.pick([-1, 1])
    means = [base := draw.integer(40, 80), base - gap]
    draw.require(0.5 <= abs(gap / error) <= 5)
    return Draft(
        stem=f"다음은 {what}에서 뽑은 두 표본의 요약이다(표본분산은 n − 1로 나눔). 두 모분산이 같다고 보고 합동분산을 쓸 때, "
        f"'{names[0]} − {names[1]}'의 모평균 차이가 0이라는 귀무가설을 검정하는 t 통계량은? ({rounding(2)})",
        data=Table(
            columns=("집단", "표본 크기", "표본평균", "표본분산"),
            rows=((names[0], n, means[0], first), (names[1], m, means[1], second)),
        ),
        key=compute(pooled_t, sizes=[n, m], means=means, variances=[first, second]),
        why="합동분산은 두 표본분산을 자유도로 가중 평균한 값이고, 표준오차는 √(s_p²(1/n₁ + 1/n₂))이다.",
        wrongs=[
            Wrong(gap / sqrt(first / n + second / m), "분산을 합치지 않고 s₁²/n₁ + s₂²/n₂를 썼습니다(웰치의 t). 물음은 합동분산입니다."),
            Wrong(gap / sqrt((first + second) / 2 * (1 / n + 1 / m)), "두 표본분산을 자유도로 가중하지 않고 단순 평균했습니다."),
            Wrong(gap / sqrt(pool.common), "(1/n₁ + 1/n₂)를 곱하지 않고 합동표준편차로 나누었습니다."),
            Wrong(gap / sqrt(pool.common / (n + m)), "(1/n₁ + 1/n₂) 대신 1/(n₁ + n₂)를 곱했습니다."),
            Wrong(gap / error**2, "제곱근을 씌우지 않고 분산으로 나누었습니다."),
            Wrong(gap / sqrt(first / m + second / n), "두 표본의 크기를 서로 바꾸어 나누었습니다."),
            Wrong(-gap / error, f"부호가 반대입니다. 물음의 차이는 '{names[0]} − {names[1]}'입니다."),
        ],
        steps=[
            "s_p² = ((n₁ − 1)s₁² + (n₂ − 1)s₂²)/(n₁ + n₂ − 2)",
            f"s_p² = ({n - 1}·{first} + {m - 1}·{second})/{n + m - 2} = {pool.common * (n + m - 2)}/{n + m - 2} = {pool.common}",
            f"표준오차 = √({pool.common}·(1/{n} + 1/{m})) = √{plain(error**2)} = {plain(error)}",
            f"t = ({means[0]} − {means[1]})/{plain(error)} = {signed(gap / error, 2)}",
        ],
    )
