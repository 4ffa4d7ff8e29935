"""Reading tables of variance: F and a missing sum of squares by numpy, critical values from `scipy.stats.f`.

https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.f.html
https://numpy.org/doc/stable/reference/generated/numpy.divide.html
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from quizapp.exercises.catalogue.hypothesis_anova_parts import GROUPS, f_wrongs
from quizapp.exercises.catalogue.hypothesis_parts import Judged, conclusion, critical_f, judged, verdict
from quizapp.exercises.catalogue.wording import rounding
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show


def f_of_squares(squares: list[float], df: list[int]) -> float:
    import numpy as np

    between, within = np.divide(squares, df)
    return float(between / within)


def squares_within(between: float, df: list[int], f: float) -> float:
    import numpy as np

    above = np.divide(between, df[0])
    return float(np.multiply(above / f, df[1]))


def critical_value(groups: int, size: int, alpha: float) -> float:
    from scipy.stats import f

    return float(f.isf(alpha, groups - 1, groups * (size - 1)))


class _Variances(NamedTuple):
    """A table of variance whose mean squares are whole."""

    groups: int
    size: int
    above: int
    below: int

    @property
    def df(self) -> list[int]:
        """The degrees of freedom between and within the groups."""
        return [self.groups - 1, self.groups * (self.size - 1)]

    @property
    def squares(self) -> list[int]:
        """The sums of squares between and within the groups."""
        return [self.above * self.df[0], self.below * self.df[1]]

    def wrongs(self) -> list[Wrong]:
        """What people take for F."""
        between, within = map(Fraction, self.squares)
        return f_wrongs(between, within, self.groups, self.groups * self.size)


def _variances(draw: Draw) -> _Variances:
    size = draw.integer(5, 11) if draw.is_extended else draw.integer(3, 6)
    below = draw.integer(11, 40) if draw.is_extended else draw.integer(2, 15)
    found = _Variances(draw.integer(3, 5), size, draw.integer(below, 9 * below), below)
    draw.require(1 < found.above / below < 9 and found.above % below and max(found.squares) < 1000)
    return found


@template("test.anova", "fill_table", "분산분석표의 빈칸을 채워 F 통계량")
def fill_table(draw: Draw) -> Draft:
    """F of a table of variance that shows the sums of squares between groups and in total."""
    (what, _), table = draw.pick(GROUPS), _variances(draw)
    (df_above, df_below), (between, within) = table.df, table.squares
    f, total = table.above / table.below, between + within
    return Draft(
        stem=f"다음은 {with_particle(what, '을/를')} 견준 일원배치 분산분석표의 일부이다. 빈칸(?)을 채울 때, F 통계량은? ({rounding(2)})",
        data=Table(
            columns=("요인", "제곱합", "자유도", "평균제곱", "F"),
            rows=(
                ("집단 간", between, df_above, "?", "?"),
                ("집단 내", "?", "?", "?", ""),
                ("합계", total, df_above + df_below, "", ""),
            ),
        ),
        key=compute(f_of_squares, squares=[between, within], df=table.df),
        why="집단 내의 제곱합과 자유도는 합계에서 집단 간의 것을 뺀 값이고, F는 두 평균제곱의 비이다.",
        wrongs=[
            *table.wrongs(),
            Wrong(table.above / (total / df_below), "집단 내 제곱합으로 전체 제곱합을 썼습니다. 여기서 집단 간 제곱합을 뺍니다."),
            Wrong(between / total, "전체 제곱합에 대한 집단 간 제곱합의 비율(설명된 비율)을 구했습니다."),
        ],
        steps=[
            f"집단 내 제곱합 = {total} − {between} = {within}, 자유도 = {df_above + df_below} − {df_above} = {df_below}",
            f"집단 간 평균제곱 = {between}/{df_above} = {table.above}",
            f"집단 내 평균제곱 = {within}/{df_below} = {table.below}",
            f"F = {table.above}/{table.below} = {show(f, 2)}",
        ],
    )


@template("test.anova", "inverse", "F에서 거꾸로 집단 내 제곱합")
def inverse(draw: Draw) -> Draft:
    """The sum of squares within groups from F and the rest of the table."""
    (what, names), table = draw.pick(GROUPS), _variances(draw)
    df_below, (between, within), total = table.df[1], table.squares, table.groups * table.size
    f = Fraction(table.above, table.below)
    draw.require(100 % f.denominator == 0)
    ratio = show(float(f), 2).rstrip("0").rstrip(".")
    return Draft(
        stem=f"{with_particle(what, '을/를')} {table.groups}개 집단({', '.join(names[: table.groups])})에서 {table.size}개씩 재어 일원배치 "
        f"분산분석을 하였더니 집단 간 제곱합이 {between}, F 통계량이 {with_particle(ratio, '이었다/였다')}. "
        f"집단 내 제곱합은? ({rounding(1)})",
        key=compute(squares_within, between=between, df=table.df, f=float(f)),
        decimals=1,
        why="F로 집단 간 평균제곱을 나누면 집단 내 평균제곱이고, 여기에 자유도 N − k를 곱하면 집단 내 제곱합이다.",
        wrongs=[
            Wrong(table.below, "집단 내 평균제곱을 답했습니다. 자유도를 곱하면 제곱합입니다."),
            Wrong(between / float(f), "제곱합을 F로 나누었습니다. F는 평균제곱의 비입니다."),
            Wrong(between / float(f) * df_below, "집단 간 제곱합을 자유도로 나누지 않고 F로 나누었습니다."),
            Wrong(table.below * (total - 1), "집단 내 자유도를 전체 자유도 N − 1로 놓았습니다."),
            Wrong(table.below * total, "집단 내 자유도를 관측값의 수 N으로 놓았습니다."),
            Wrong(between / table.groups / float(f) * df_below, "집단 간 자유도를 집단의 수로 놓았습니다. 여기서 1을 뺍니다."),
            Wrong(table.below * (table.size - 1), "한 집단의 자유도만 곱했습니다. 집단 내 자유도는 모든 집단의 것을 더합니다."),
            Wrong(table.above * float(f) * df_below, "F로 나누지 않고 곱했습니다."),
        ],
        steps=[
            f"집단 간 평균제곱 = {between}/({table.groups} − 1) = {table.above}",
            f"집단 내 평균제곱 = {table.above}/{ratio} = {table.below}",
            f"집단 내 자유도 = N − k = {total} − {table.groups} = {df_below}",
            f"집단 내 제곱합 = {table.below}·{df_below} = {within}",
        ],
    )


def _critical_label(value: float, rejects: bool) -> str:
    return f"{verdict(rejects)}, 임계값 {show(value, 2)}"


def _critical_wrongs(f: float, alpha: float, groups: int, size: int) -> list[Judged]:
    """Other cells of the table of F with the decisions that they lead to."""
    total = groups * size
    wrong = [
        (groups, total - groups, "분자의 자유도를 집단의 수로 놓았습니다. 여기서 1을 뺍니다."),
        (groups - 1, total - 1, "분모의 자유도를 전체 자유도 N − 1로 놓았습니다."),
        (groups - 1, total, "분모의 자유도를 관측값의 수 N으로 놓았습니다."),
        (groups - 1, total - groups - 1, "분모의 자유도에서 1을 더 뺐습니다. 집단 내 자유도는 N − k입니다."),
        (groups, total - 1, "분자의 자유도를 집단의 수로, 분모의 자유도를 N − 1로 놓았습니다."),
        (groups - 1, size - 1, "분모의 자유도로 한 집단의 자유도만 썼습니다."),
        (groups, size - 1, "분자의 자유도를 집단의 수로 놓았고, 분모로 한 집단의 자유도만 썼습니다."),
    ]
    found = [Judged(value := critical_f(alpha, above, below), f > value, why) for above, below, why in wrong]
    right = critical_f(alpha, groups - 1, total - groups)
    return [*found, Judged(right, f <= right, "임계값은 맞지만 판정이 반대입니다. F가 임계값보다 클 때 기각합니다.")]


@template("test.anova", "decide", "F 분포표에서 임계값과 판정")
def decide(draw: Draw) -> Draft:
    """The critical value of F in a printed table, and the decision."""
    (what, names), groups = draw.pick(GROUPS), draw.integer(3, 5)
    size, alpha = draw.integer(9, 13) if draw.is_extended else draw.integer(5, 8), draw.pick([0.05, 0.01])
    total, f = groups * size, draw.multiple(2, 8, 0.02)
    value, shown = critical_f(alpha, groups - 1, total - groups), show(f, 2)
    rejects, wrongs = f > value, _critical_wrongs(f, alpha, groups, size)
    draw.require(all(abs(f - one.value) > 0.02 and one.value < 10 for one in wrongs))  # below 10: labels sort as words
    columns, rows = (groups - 1, groups), sorted({size - 1, total - groups - 1, total - groups, total - 1, total})
    return Draft(
        stem=f"{with_particle(what, '을/를')} {groups}개 집단({', '.join(names[:groups])})에서 {size}개씩 재어 일원배치 분산분석을 "
        f"하였더니 F 통계량이 {with_particle(shown, '이었다/였다')}. 유의수준 {alpha}에서 판정과 그 기준인 "
        f"임계값은? (표는 오른쪽 꼬리 확률이 {alpha}인 F 값, {rounding(2)})",
        data=Table(
            columns=("분모의 자유도", *(f"분자의 자유도 {above}" for above in columns)),
            rows=tuple((below, *(show(critical_f(alpha, above, below), 2) for above in columns)) for below in rows),
        ),
        key=compute(critical_value, groups=groups, size=size, alpha=alpha),
        label=_critical_label(value, rejects),
        why="자유도는 분자가 k − 1, 분모가 N − k이고, F가 임계값보다 크면 모평균이 모두 같다는 귀무가설을 기각한다.",
        wrongs=judged(draw, rejects, _critical_label, wrongs),
        steps=[
            f"분자의 자유도 = k − 1 = {groups} − 1 = {groups - 1}",
            f"분모의 자유도 = N − k = {total} − {groups} = {total - groups}",
            f"표에서 임계값 = {show(value, 2)}",
            f"{shown} {'>' if rejects else '<'} {show(value, 2)}이므로 {conclusion(rejects)}",
        ],
        by_hand=value,
    )
