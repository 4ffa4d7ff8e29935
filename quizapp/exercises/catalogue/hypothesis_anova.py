"""One-way analysis of variance: F from data by `scipy.stats.f_oneway`, from the means and variances of groups by numpy.

https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.f_oneway.html
https://numpy.org/doc/stable/reference/generated/numpy.var.html
"""

from __future__ import annotations

from fractions import Fraction

from quizapp.exercises.catalogue.hypothesis_anova_parts import GROUPS, f_wrongs
from quizapp.exercises.catalogue.wording import inside, plain, rounding
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show


def f_of_groups(groups: list[list[float]]) -> float:
    from scipy.stats import f_oneway

    return float(f_oneway(*groups).statistic)


def f_of_summaries(size: int, means: list[float], variances: list[float]) -> float:
    import numpy as np

    return float(size * np.var(means, ddof=1) / np.mean(variances))


def _three_groups(draw: Draw, size: int) -> tuple[list[int], list[list[int]]]:
    """How far three group means lie from the grand mean, and each value from its group's mean; both sum to 0."""
    offsets = [draw.integer(-5, 5) for _ in range(2)]
    rest = [[draw.integer(-4, 4) for _ in range(size - 1)] for _ in range(3)]
    gaps = [[*row, -sum(row)] for row in rest]
    offsets.append(-sum(offsets))
    draw.require(len(set(offsets)) == 3 and all(len(set(row)) > 1 for row in gaps))
    return offsets, gaps


@template("test.anova", "from_data", "집단별 자료에서 F 통계량")
def from_data(draw: Draw) -> Draft:
    """F of three groups whose means are whole."""
    (what, names), size = draw.pick(GROUPS), 4 if draw.is_extended else 3
    (offsets, gaps), grand = _three_groups(draw, size), draw.integer(14, 30)
    groups = [[grand + offset + gap for gap in row] for offset, row in zip(offsets, gaps, strict=True)]
    between, within = size * sum(offset**2 for offset in offsets), sum(gap**2 for row in gaps for gap in row)
    below, means = 3 * (size - 1), [grand + offset for offset in offsets]
    draw.require(within % below == 0 and 0.5 <= between / 2 / (within / below) <= 20)
    squares = [
        f"{size}·({' + '.join(f'{inside(offset)}²' for offset in offsets)})",
        " + ".join(str(sum(g * g for g in row)) for row in gaps),
    ]
    return Draft(
        stem=f"다음은 {what}이다. 세 집단의 모평균이 같은지 검정하는 일원배치 분산분석의 F 통계량은? ({rounding(2)})",
        data=Table(
            columns=("집단", *(str(number) for number in range(1, size + 1))),
            rows=tuple((name, *row) for name, row in zip(names, groups, strict=False)),
        ),
        key=compute(f_of_groups, groups=groups),
        why="F는 집단 간 평균제곱을 집단 내 평균제곱으로 나눈 값이고, 평균제곱은 제곱합을 자유도로 나눈 값이다.",
        wrongs=[
            *f_wrongs(Fraction(between), Fraction(within), 3, 3 * size),
            Wrong(between / size / 2 / (within / below), "집단 간 제곱합에 집단의 크기를 곱하지 않았습니다."),
        ],
        steps=[
            f"집단 평균 = {', '.join(map(str, means))}, 전체 평균 = {grand}",
            f"집단 간 제곱합 = n·Σ(집단 평균 − 전체 평균)² = {squares[0]} = {between}",
            f"집단 내 제곱합 = Σ(값 − 집단 평균)² = {squares[1]} = {within}",
            f"집단 간 평균제곱 = {between}/(3 − 1) = {plain(between / 2)}",
            f"집단 내 평균제곱 = {within}/({3 * size} − 3) = {within // below}",
            f"F = {plain(between / 2)}/{within // below} = {show(between / 2 / (within / below), 2)}",
        ],
    )


@template("test.anova", "from_summary", "집단별 평균과 분산에서 F 통계량")
def from_summary(draw: Draw) -> Draft:
    """F of groups of one size from their means and variances."""
    (what, names), count = draw.pick(GROUPS), 4 if draw.is_extended else 3
    size, grand = draw.integer(4, 12), draw.integer(20, 50)
    offsets = [draw.integer(-4, 4) for _ in range(count - 1)]
    means = [grand + offset for offset in [*offsets, -sum(offsets)]]
    variances = [draw.integer(4, 30) for _ in means]
    squares, within = sum((mean - grand) ** 2 for mean in means), sum(variances)
    draw.require(len(set(means)) == count and len(set(variances)) == count and within % count == 0 and not size * squares % (count - 1))
    above, below = size * squares // (count - 1), within // count
    f = above / below
    draw.require(0.5 <= f <= 15 and max(means) - min(means) <= 12)
    wrongs = f_wrongs(Fraction(size * squares), Fraction(below * count * (size - 1)), count, count * size)
    return Draft(
        stem=f"다음은 {with_particle(what, '을/를')} 집단마다 {size}개씩 잰 결과의 요약이다(표본분산은 n − 1로 나눔). 모평균이 모두 "
        f"같은지 검정하는 일원배치 분산분석의 F 통계량은? ({rounding(2)})",
        data=Table(
            columns=("집단", "표본평균", "표본분산"),
            rows=tuple(zip(names[:count], means, variances, strict=True)),
        ),
        key=compute(f_of_summaries, size=size, means=means, variances=variances),
        why="집단의 크기가 같으면 집단 간 평균제곱은 n·(평균들의 분산), 집단 내 평균제곱은 분산들의 평균이다.",
        wrongs=[
            *wrongs[1:],
            Wrong(f / size, "집단 간 평균제곱에 집단의 크기 n을 곱하지 않았습니다."),
            Wrong(above / within, "집단 내 평균제곱으로 분산들의 평균이 아니라 합을 썼습니다."),
            Wrong(f * (count - 1) / count, "평균들의 분산을 집단의 수로 나누어 구했습니다. 집단의 수에서 1을 뺀 값으로 나눕니다."),
        ],
        steps=[
            f"전체 평균 = ({' + '.join(map(str, means))})/{count} = {grand}",
            f"집단 간 평균제곱 = n·Σ(집단 평균 − 전체 평균)²/({count} − 1) = {size}·{squares}/{count - 1} = {above}",
            f"집단 내 평균제곱 = ({' + '.join(map(str, variances))})/{count} = {below}",
            f"F = {above}/{below} = {show(f, 2)}",
        ],
    )
