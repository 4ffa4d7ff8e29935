"""Tests by signs and ranks of pairs and of two groups, from `scipy.stats`.

https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.binomtest.html
https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.wilcoxon.html
https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.mannwhitneyu.html
"""

from __future__ import annotations

from collections.abc import Iterable
from math import comb

from quizapp.exercises.catalogue.probability_parts import power
from quizapp.exercises.catalogue.wording import plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.numbers import show

_CHANGES = (
    ("한 병원에서 운동 처방 전과 후에 잰 환자별 통증 점수", "환자", 30, 70),
    ("어느 물류센터에서 교육 전과 후에 잰 기사별 배송 시간(분)", "기사", 40, 90),
    ("한 공장에서 정비 전과 후에 잰 설비별 소음(dB)", "설비", 60, 95),
    ("한 지자체에서 개선 전과 후에 잰 민원실별 대기 시간(분)", "민원실", 20, 60),
    ("어느 쇼핑몰에서 개편 전과 후에 잰 화면별 응답 시간(십 ms)", "화면", 30, 80),
)
"""What was measured before and after, each of what, and between which values."""

_PAIRS = (
    ("두 물류센터의 배송 시간(분)", "동부", "서부", 30, 90),
    ("두 병원의 대기 시간(분)", "가 병원", "나 병원", 10, 60),
    ("두 공법으로 만든 부품의 강도(MPa)", "공법 A", "공법 B", 50, 99),
    ("두 광고의 하루 클릭(십 건)", "광고 A", "광고 B", 20, 80),
    ("두 지역의 하루 대여(대)", "도심", "외곽", 25, 95),
)
"""What is compared between two groups, their names, and between which values."""


def sign_test_p(before: list[float], after: list[float], alternative: str) -> float:
    import numpy as np
    from scipy.stats import binomtest

    differences = np.subtract(before, after)
    positive, negative = np.sum(differences > 0), np.sum(differences < 0)
    return float(binomtest(int(positive), int(positive + negative), alternative=alternative).pvalue)


def signed_rank(before: list[float], after: list[float]) -> float:
    from scipy.stats import wilcoxon

    return float(wilcoxon(before, after, method="approx").statistic)


def rank_sum_u(first: list[float], second: list[float]) -> float:
    from scipy.stats import mannwhitneyu

    return float(mannwhitneyu(first, second).statistic)


def ranks_of(values: list[int]) -> list[float]:
    """The ranks from the smallest value, ties with their mean rank."""
    return [sum(other < value for other in values) + (values.count(value) + 1) / 2 for value in values]


def _before_and_after(draw: Draw, unit: str, low: int, high: int, gaps: list[int]) -> tuple[list[int], list[int], Table]:
    """Pairs whose differences (before − after) are *gaps*."""
    before = [draw.integer(low, high) for _ in gaps]
    after = [b - d for b, d in zip(before, gaps, strict=True)]
    columns = ("구분", *(f"{unit} {number}" for number in range(1, len(gaps) + 1)))
    return before, after, Table(columns=columns, rows=(("전", *before), ("후", *after)))


def _sign_wrongs(size: int, zeros: int, plus: int, sides: int) -> list[Wrong]:
    """What people take for the p value of *plus* positive signs among *size*; *zeros* more pairs show no difference."""

    def tail(pairs: int) -> float:
        return sum(comb(pairs, k) for k in range(plus, pairs + 1)) / (1 << pairs)

    p, other = sides * tail(size), "양쪽 꼬리의 확률로 두 배로 했습니다. 물음은 단측검정입니다."
    if sides == 2:
        other = "한쪽 꼬리의 확률만 구했습니다. 양측검정은 두 배로 합니다."
    wrongs = [
        Wrong((3 - sides) * tail(size), other),
        Wrong(sides * tail(size + zeros), "차이가 0인 짝까지 세었습니다. 그 짝은 빼고 셉니다."),
        Wrong((3 - sides) * tail(size + zeros), f"차이가 0인 짝까지 세었습니다. 또 {other}"),
        Wrong(sides * comb(size, plus) / 2**size, f"양의 부호가 꼭 {plus}개일 확률만 썼습니다. {plus}개 이상일 확률을 더합니다."),
        Wrong(1 - p, "1에서 p값을 뺐습니다. p값은 관측한 만큼 이상으로 치우칠 확률입니다."),
        Wrong(plus / size, "양의 부호의 비율을 답했습니다."),
        Wrong((size - plus) / size, "음의 부호의 비율을 답했습니다."),
    ]
    return within(wrongs, 0, 0.99)


@template("test.rank", "sign", "전후 자료에서 부호검정의 p값")
def sign(draw: Draw) -> Draft:
    """The exact p value of a sign test, where pairs without a difference do not count."""
    what, unit, low, high = draw.pick(_CHANGES)
    size, zeros = draw.integer(8, 9) if draw.is_extended else draw.integer(5, 7), draw.integer(1, 2)
    plus, sides = draw.integer(size // 2 + 1, size), draw.pick([1, 2])
    gaps = [draw.integer(1, 12) for _ in range(plus)] + [-draw.integer(1, 9) for _ in range(size - plus)]
    before, after, table = _before_and_after(draw, unit, low, high, draw.shuffled(gaps + [0] * zeros))
    top = sum(comb(size, k) for k in range(plus, size + 1))
    p = sides * top / 2**size
    draw.require(p <= 0.6)
    return Draft(
        stem=f"다음은 {what}이다. 차이(전 − 후)의 부호로 대립가설이 '차이의 중앙값은 {'0보다 크다' if sides == 1 else '0이 아니다'}'인 "
        f"{'단측' if sides == 1 else '양측'} 부호검정을 할 때, p값은? (차이가 0인 짝은 빼고 이항분포로 구하며, {rounding(3)})",
        data=table,
        key=compute(sign_test_p, before=before, after=after, alternative="two-sided" if sides == 2 else "greater"),
        decimals=3,
        why="부호검정은 0이 아닌 차이의 부호가 각각 확률 ½이라고 보고, 관측한 만큼 이상으로 치우칠 확률을 구한다.",
        wrongs=_sign_wrongs(size, zeros, plus, sides),
        by_hand=p,
        steps=[
            f"0이 아닌 차이는 {size}개, 양의 부호는 {plus}개",
            f"P(X ≥ {plus}) = ({' + '.join(f'C({size}, {k})' for k in range(plus, size + 1))})/{power(2, size)} = {top}/{2**size}",
            f"p = {f'2·{top}/{2**size}' if sides == 2 else f'{top}/{2**size}'} = {show(p, 3)}",
        ],
    )


def _rank_line(values: list[int], ranks: list[float]) -> str:
    return ", ".join(f"{plain(value)}→{plain(rank)}" for value, rank in zip(values, ranks, strict=True))


def _sides(weights: Iterable[float], gaps: list[int]) -> list[float]:
    """The sum of the weights of the positive and of the negative gaps."""
    pairs = list(zip(weights, gaps, strict=True))
    return [sum(weight for weight, gap in pairs if gap * side > 0) for side in (1, -1)]


def _signed_rank_wrongs(gaps: list[int]) -> list[Wrong]:
    """What people take for the smaller sum of signed ranks."""
    ranks = ranks_of(list(map(abs, gaps)))
    sums = _sides(ranks, gaps)
    less = sums.index(min(sums))
    return [
        Wrong(max(sums), "순위합 가운데 큰 쪽을 답했습니다. W는 작은 쪽입니다."),
        Wrong(max(sums) - min(sums), "두 순위합의 차이를 구했습니다. W는 작은 쪽의 순위합입니다."),
        Wrong(min(_sides(ranks_of(gaps), gaps)), "절댓값을 씌우지 않고 차이의 크기대로 순위를 매겼습니다."),
        Wrong(_sides([len(gaps) + 1 - rank for rank in ranks], gaps)[less], "절댓값이 큰 것부터 순위를 매겼습니다. 작은 것부터 매깁니다."),
        Wrong(_sides(map(abs, gaps), gaps)[less], "순위가 아니라 차이의 절댓값을 더했습니다."),
        Wrong(_sides([1] * len(gaps), gaps)[less], "순위를 더하지 않고 부호의 수를 세었습니다. 이는 부호검정입니다."),
        Wrong(sum(sums) / 2, "모든 순위의 합을 반으로 나누었습니다. 이는 귀무가설에서의 기댓값입니다."),
    ]


@template("test.rank", "wilcoxon", "전후 자료에서 윌콕슨 부호순위 통계량")
def wilcoxon(draw: Draw) -> Draft:
    """The smaller rank sum of the differences of pairs; extended numbers have ties."""
    what, unit, low, high = draw.pick(_CHANGES)
    size = draw.integer(7, 8) if draw.is_extended else draw.integer(6, 7)
    sizes = [draw.integer(1, 9) for _ in range(size)] if draw.is_extended else draw.sample(range(1, 13), size)
    gaps = [one * draw.pick([1, 1, -1]) for one in sizes]
    draw.require(len(set(sizes)) == size - draw.is_extended)
    before, after, table = _before_and_after(draw, unit, low, high, gaps)
    ranks = ranks_of(list(map(abs, gaps)))
    plus, minus = _sides(ranks, gaps)
    draw.require(0 < min(plus, minus) != max(plus, minus) and min(plus, minus) >= 2)
    decimals, w = (1, min(plus, minus)) if draw.is_extended else (0, min(plus, minus))
    return Draft(
        stem=f"다음은 {what}이다. 차이(전 − 후)로 윌콕슨 부호순위 검정을 할 때, 양의 순위합과 음의 순위합 가운데 작은 값인 통계량 W는? "
        "(같은 값은 평균 순위)",
        data=table,
        key=compute(signed_rank, before=before, after=after),
        decimals=decimals,
        why="차이의 절댓값에 작은 것부터 순위를 매기고, 부호별로 순위를 더하여 작은 쪽을 W로 한다.",
        wrongs=_signed_rank_wrongs(gaps),
        steps=[
            f"차이 = {', '.join(map(plain, gaps))}",
            f"절댓값의 순위: {_rank_line(list(map(abs, gaps)), ranks)}",
            f"양의 순위합 = {plain(plus)}, 음의 순위합 = {plain(minus)}",
            f"W = min({plain(plus)}, {plain(minus)}) = {show(w, decimals)}",
        ],
    )


def _u_wrongs(rank_sum: float, other: float, n: int, m: int, names: tuple[str, str]) -> list[Wrong]:
    """What people take for U of the first of two groups with *n* and *m* values; *other* is the second one's rank sum."""
    first, second = names
    return [
        Wrong(other - m * (m + 1) / 2, f"'{second}'의 U를 구했습니다. 물음은 '{first}'의 U입니다."),
        Wrong(rank_sum, "순위합 R을 그대로 답했습니다. 여기서 n(n + 1)/2를 뺍니다."),
        Wrong(other, f"'{second}'의 순위합을 답했습니다."),
        Wrong(rank_sum - m * (m + 1) / 2, f"n(n + 1)/2에 '{second}'의 표본 크기를 넣었습니다."),
        Wrong(n * m / 2, "두 표본 크기의 곱을 반으로 나누었습니다. 이는 귀무가설에서의 기댓값입니다."),
        Wrong(rank_sum - n * (n - 1) / 2, "n(n − 1)/2를 뺐습니다. n(n + 1)/2를 뺍니다."),
        Wrong(abs(rank_sum - other), "두 순위합의 차이를 구했습니다."),
    ]


@template("test.rank", "mann_whitney", "두 집단 자료에서 만–위트니 U")
def mann_whitney(draw: Draw) -> Draft:
    """U of one of two groups; extended numbers have ties."""
    what, first, second, low, high = draw.pick(_PAIRS)
    n, m = (draw.integer(5, 6), draw.integer(4, 6)) if draw.is_extended else (draw.integer(4, 5), draw.integer(3, 5))
    span = range(low, low + 16) if draw.is_extended else range(low, high + 1)
    every = [draw.pick(span) for _ in range(n + m)] if draw.is_extended else draw.sample(span, n + m)
    draw.require(len(set(every)) == n + m - draw.is_extended)
    a, b, ranks = every[:n], every[n:], ranks_of(every)
    rank_sum = sum(ranks[:n])
    u = rank_sum - n * (n + 1) / 2
    decimals = 1 if draw.is_extended else 0
    draw.require(2 <= u <= n * m - 2 and u != n * m / 2)
    names = tuple(str(number) for number in range(1, max(n, m) + 1))
    return Draft(
        stem=f"다음은 {what}이다. 만–위트니 검정에서 '{first}'의 값이 더 큰 쌍의 수를 뜻하는 통계량 U는? "
        f"(U = R − n(n + 1)/2, R과 n은 '{first}'의 순위합과 표본 크기이고, 순위는 작은 값부터 매기며 같은 값은 평균 순위)",
        data=Table(columns=("집단", *names), rows=((first, *a, *[""] * (len(names) - n)), (second, *b, *[""] * (len(names) - m)))),
        key=compute(rank_sum_u, first=a, second=b),
        decimals=decimals,
        why="두 집단을 합쳐 순위를 매기고, 한 집단의 순위합에서 그 집단만 있을 때의 순위합 n(n + 1)/2를 뺀다.",
        wrongs=_u_wrongs(rank_sum, sum(ranks[n:]), n, m, (first, second)),
        steps=[
            f"'{first}'의 순위: {_rank_line(a, ranks[:n])}",
            f"순위합 R = {' + '.join(map(plain, ranks[:n]))} = {plain(rank_sum)}",
            f"n(n + 1)/2 = {n}·{n + 1}/2 = {n * (n + 1) // 2}",
            f"U = {plain(rank_sum)} − {n * (n + 1) // 2} = {show(u, decimals)}",
        ],
    )
