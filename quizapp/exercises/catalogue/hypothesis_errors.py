"""Errors of a test: α and β of a rule for counts (`scipy.stats.binom`), and their estimates from a simulation.

https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.binom.html
https://numpy.org/doc/stable/reference/generated/numpy.sum.html
"""

from __future__ import annotations

from fractions import Fraction
from math import comb

from quizapp.exercises.catalogue.wording import rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Cell, Table
from quizapp.korean import with_particle
from quizapp.numbers import show

_COUNTED = (
    ("한 공장의 불량률 p", "부품 {}개를 검사하여 불량품이 {}개", "불량품"),
    ("한 병원의 부작용 발생률 p", "환자 {}명을 지켜보아 부작용이 {}명", "부작용"),
    ("어느 쇼핑몰의 재구매율 p", "고객 {}명에게 물어 재구매가 {}명", "재구매"),
    ("어느 물류센터의 지연율 p", "택배 {}건을 살펴 지연이 {}건", "지연"),
    ("한 지자체의 정책 찬성률 p", "주민 {}명에게 물어 찬성이 {}명", "찬성"),
    ("한 은행의 이상 거래 비율 p", "거래 {}건을 조사하여 이상 거래가 {}건", "이상 거래"),
)
"""Which share is tested, how many are looked at and counted, and what is counted."""


def alpha_of_count(size: int, share: float, least: int) -> float:
    from scipy.stats import binom

    return float(binom.sf(least - 1, size, share))


def beta_of_count(size: int, share: float, least: int) -> float:
    from scipy.stats import binom

    return float(binom.cdf(least - 1, size, share))


def share_of_row(counts: list[list[int]], row: int, column: int) -> float:
    import numpy as np

    table = np.array(counts)
    return float(table[row, column] / np.sum(table[row]))


def _chances(size: int, share: Fraction) -> list[Fraction]:
    """The probabilities of all counts."""
    return [comb(size, k) * share**k * (1 - share) ** (size - k) for k in range(size + 1)]


def _count_wrongs(first: list[Fraction], second: list[Fraction], least: int, *, is_alpha: bool) -> list[Wrong]:
    """What people take for α or β; the probabilities are those under the null and under the alternative hypothesis."""
    alpha, beta = sum(first[least:]), sum(second[:least])
    asked = "귀무가설이 참일 때 기각할 확률을 구합니다." if is_alpha else "대립가설이 참일 때 기각하지 않을 확률을 구합니다."
    found = [
        (1 - alpha, f"귀무가설이 참일 때 기각하지 않을 확률을 구했습니다. {asked}"),
        (1 - beta, f"대립가설이 참일 때 기각할 확률(검정력)을 구했습니다. {asked}"),
    ]
    if is_alpha:
        found += [
            (beta, f"제2종 오류의 확률을 구했습니다. {asked}"),
            (first[least], f"기각역의 경계인 {least}의 확률만 구했습니다. 기각역의 확률을 모두 더합니다."),
            (sum(first[least + 1 :]), f"기각역의 경계인 {with_particle(str(least), '을/를')} 빠뜨렸습니다. '이상'은 경계를 포함합니다."),
            (sum(first[least - 1 :]), f"{least - 1}까지 기각역에 넣었습니다. 기각역은 {least}부터입니다."),
        ]
    else:
        found += [
            (alpha, f"제1종 오류의 확률을 구했습니다. {asked}"),
            (second[least - 1], f"{least - 1}의 확률만 구했습니다. 기각하지 않는 수의 확률을 모두 더합니다."),
            (sum(second[: least - 1]), f"{with_particle(str(least - 1), '을/를')} 빠뜨렸습니다. 기각하지 않는 수는 {least - 1}까지입니다."),
            (sum(second[: least + 1]), f"기각역의 경계인 {least}까지 더했습니다. 기각하지 않는 수는 {least - 1}까지입니다."),
        ]
    return [Wrong(float(value), why) for value, why in found]


@template("test.errors", "rule_for_count", "기각 규칙의 두 가지 오류 확률")
def rule_for_count(draw: Draw) -> Draft:
    """α or β of a rule that rejects from a count upwards, under two simple hypotheses."""
    (share, rule, counted), size = draw.pick(_COUNTED), draw.integer(6, 7) if draw.is_extended else draw.integer(3, 5)
    low, high = sorted(draw.sample([Fraction(a, b) for a, b in ((1, 5), (1, 4), (1, 3), (2, 5), (1, 2), (3, 5), (2, 3), (3, 4))], 2))
    least, is_alpha = draw.integer(2, size - 1), draw.pick([True, False])
    first, second = _chances(size, low), _chances(size, high)
    parts, p = (first[least:], low) if is_alpha else (second[:least], high)
    value, whole, start = sum(parts), p.denominator**size, least if is_alpha else 0
    draw.require(sum(first[least:]) <= Fraction(2, 5) and value >= Fraction(3, 100) and high <= 3 * low)
    tops = [int(part * whole) for part in parts]
    name, rejects = ("제1종 오류", f"X ≥ {least}") if is_alpha else ("제2종 오류", f"X < {least}")
    return Draft(
        stem=f"{share}에 대하여 귀무가설(p = {low})과 대립가설(p = {high})을 놓고, {rule.format(size, least)} 이상이면 귀무가설을 "
        f"기각하기로 하였다. {name}의 확률은? ({counted}의 수는 이항분포를 따르고, {rounding(3)})",
        key=compute(alpha_of_count if is_alpha else beta_of_count, size=size, share=float(p), least=least),
        decimals=3,
        why="제1종 오류의 확률 α는 귀무가설이 참일 때 기각할 확률, 제2종 오류의 확률 β는 대립가설이 참일 때 기각하지 않을 확률이다.",
        wrongs=within(_count_wrongs(first, second, least, is_alpha=is_alpha), 0, 0.99),
        steps=[
            f"{counted}의 수를 X라 하면 {'α' if is_alpha else 'β'} = P({rejects} | p = {p}) = Σ C({size}, x)·({p})ˣ·({1 - p})^({size} − x)",
            *(f"P(X = {start + k}) = {top}/{whole}" for k, top in enumerate(tops)),
            f"합 = {sum(tops)}/{whole} = {show(float(value), 3)}",
        ],
    )


_STUDIES = (
    "어느 쇼핑몰이 두 화면을 견주는 A/B 검정",
    "한 병원이 두 치료법을 견주는 임상시험의 검정",
    "한 공장이 두 라인의 불량률을 견주는 검정",
    "한 물류회사가 두 경로의 배송 시간을 견주는 검정",
    "한 지자체가 정책 전후를 견주는 검정",
)
"""Whose test is tried out by simulation."""

_RATES = {
    "제1종 오류의 비율": (0, 0, "귀무가설이 참인 자료 가운데 기각한 비율"),
    "제2종 오류의 비율": (1, 1, "귀무가설이 거짓인 자료 가운데 기각하지 않은 비율"),
    "검정력": (1, 0, "귀무가설이 거짓인 자료 가운데 기각한 비율"),
}
"""Row (null true, false) and column (rejected, not) of what is asked, and what it is."""


def _rate_wrongs(counts: list[list[int]], row: int, column: int, meaning: str) -> list[Wrong]:
    """Shares of the simulated tests other than the one that is asked."""
    cell, truth, verdicts = counts[row][column], ("참", "거짓"), ("기각한", "기각하지 않은")
    rule = f"물음은 {meaning}입니다."
    found = [
        (
            cell / (counts[0][column] + counts[1][column]),
            f"{verdicts[column]} 자료 가운데 귀무가설이 {truth[row]}인 비율을 구했습니다. {rule}",
        ),
        (cell / sum(map(sum, counts)), f"전체 자료에 대한 비율을 구했습니다. {rule}"),
        (sum(counts[row]) / sum(map(sum, counts)), f"귀무가설이 {truth[row]}인 자료의 비율을 구했습니다. {rule}"),
    ]
    for i, j in ((0, 0), (0, 1), (1, 0), (1, 1)):
        if (i, j) != (row, column):
            found.append((counts[i][j] / sum(counts[i]), f"귀무가설이 {truth[i]}인 자료 가운데 {verdicts[j]} 비율을 구했습니다. {rule}"))
    return [Wrong(value, why) for value, why in found]


@template("test.errors", "simulation", "모의실험 결과에서 오류의 비율과 검정력")
def simulation(draw: Draw) -> Draft:
    """α, β or power as a simulation estimates them."""
    asked, step = draw.pick(list(_RATES)), 1 if draw.is_extended else 10
    row, column, meaning = _RATES[asked]
    sizes = [100 * draw.integer(3, 9) for _ in range(2)] if draw.is_extended else [draw.pick([200, 400, 500, 800, 1000]) for _ in range(2)]
    rejected = [step * draw.integer(2, sizes[0] // (8 * step)), step * draw.integer(sizes[1] // (2 * step), sizes[1] * 9 // (10 * step))]
    counts = [[count, size - count] for count, size in zip(rejected, sizes, strict=True)]
    names, first = ("귀무가설이 참", "귀무가설이 거짓"), draw.pick([0, 1])
    value = counts[row][column] / sum(counts[row])
    draw.require(sizes[0] != sizes[1])
    rows: list[tuple[Cell, ...]] = [(names[i], *counts[i]) for i in (first, 1 - first)]
    return Draft(
        stem=f"{with_particle(draw.pick(_STUDIES), '을/를')} 모의실험으로 시험하였다. 귀무가설이 참인 자료와 거짓인 자료를 여러 번 만들어 "
        f"검정한 횟수가 다음과 같을 때, {with_particle(asked, '은/는')}? ({rounding(3)})",
        data=Table(columns=("자료", "기각", "기각하지 않음"), rows=tuple(rows)),
        key=compute(share_of_row, counts=counts, row=row, column=column),
        decimals=3,
        why=f"{with_particle(asked, '은/는')} {meaning}이다.",
        wrongs=_rate_wrongs(counts, row, column, meaning),
        steps=[
            f"{asked} = {meaning}",
            f"{names[row]}인 자료의 수 = {' + '.join(map(str, counts[row]))} = {sum(counts[row])}",
            f"{asked} = {counts[row][column]}/{sum(counts[row])} = {show(value, 3)}",
        ],
    )
