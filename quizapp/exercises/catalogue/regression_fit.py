"""How well a regression fits: R² of data, F of the analysis of variance, adjusted R².

https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.linregress.html
https://numpy.org/doc/stable/reference/generated/numpy.divide.html (on the sums and degrees of freedom that an output prints)
"""

from __future__ import annotations

from fractions import Fraction
from math import sqrt
from typing import NamedTuple

from quizapp.exercises.catalogue.regression_line import PAIRS, Line, draw_line, line_table
from quizapp.exercises.catalogue.wording import plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show

STUDIES = (
    ("한 물류센터가 배송 {}건의 자료에서", "배송 시간을"),
    ("어느 쇼핑몰이 영업일 {}일의 자료에서", "일별 매출을"),
    ("한 병원이 환자 {}명의 자료에서", "재원 일수를"),
    ("한 공장이 가동일 {}일의 자료에서", "전력 사용량을"),
    ("한 지자체가 정류장 {}곳의 자료에서", "자전거 대여를"),
)


def squared_correlation(x: list[int], y: list[int]) -> float:
    from scipy.stats import linregress

    return float(linregress(x, y).rvalue ** 2)


def f_statistic(total: float, residual: float, n: int, predictors: int) -> float:
    import numpy as np

    squares = np.array([total - residual, residual])
    mean_squares = squares / [predictors, n - predictors - 1]
    return float(np.divide(*mean_squares))


def adjusted_r_squared(r_squared: float, n: int, predictors: int) -> float:
    import numpy as np

    return float(1 - np.divide((1 - r_squared) * (n - 1), n - predictors - 1))


class Fit(NamedTuple):
    """What a regression's fit is judged by."""

    r_squared: Fraction
    n: int
    predictors: int

    @property
    def rest(self) -> int:
        """The residual degrees of freedom."""
        return self.n - self.predictors - 1

    @property
    def adjusted(self) -> Fraction:
        """Adjusted R²."""
        return 1 - (1 - self.r_squared) * Fraction(self.n - 1, self.rest)

    @property
    def f(self) -> Fraction:
        """The F of the whole regression."""
        return self.r_squared / self.predictors / ((1 - self.r_squared) / self.rest)


def draw_fit(draw: Draw) -> Fit:
    """A regression whose residual degrees of freedom are round on the paper."""
    predictors = draw.integer(2, 6)
    rest = draw.integer(13, 80) if draw.is_extended else draw.pick([10, 15, 16, 20, 24, 25, 30, 40, 50])
    r_squared = Fraction(draw.integer(35, 95), 100) if draw.is_extended else Fraction(draw.integer(7, 19), 20)
    return Fit(r_squared, rest + predictors + 1, predictors)


def _squares_wrongs(line: Line) -> list[Wrong]:
    """What people take for the R² of data."""
    sxx, sxy, syy = line.sums
    r_squared = sxy**2 / (sxx * syy)
    return [
        Wrong(sqrt(r_squared), "상관계수의 크기를 구했습니다. 결정계수는 그 제곱입니다."),
        Wrong(float(1 - r_squared), "설명되지 않은 비율 SSE/SST를 구했습니다."),
        Wrong(float(1 - (1 - r_squared) * Fraction(line.size - 1, line.size - 2)), "수정 결정계수를 구했습니다."),
        Wrong(float(abs(sxy) / syy), "Sxy를 Syy로 나누었습니다."),
        Wrong(float(abs(sxy) / sxx), "기울기의 크기를 답했습니다."),
        Wrong(float(r_squared) ** 2, "결정계수를 한 번 더 제곱했습니다."),
        Wrong(float(sxx / syy), "x와 y의 제곱합의 비를 구했습니다."),
    ]


@template("regression.fit", "from_data", "자료에서 단순회귀의 결정계수")
def from_data(draw: Draw) -> Draft:
    """R² of the line through a few points, without the predictions."""
    place, *what = draw.pick(PAIRS)
    line, decimals = draw_line(draw, ends=not draw.is_extended), 3 if draw.is_extended else 2
    (sxx, sxy, syy), (mean_x, mean_y) = line.sums, line.means
    r_squared = sxy**2 / (sxx * syy)
    draw.require(Fraction(3, 20) < r_squared < Fraction(24, 25))
    draw.require(draw.is_extended or max(sxy**2, sxx * syy) < 10000)
    return Draft(
        stem=f"{with_particle(place, '은/는')} 다음과 같다. y를 x로 설명하는 단순회귀의 결정계수 R²은? ({rounding(decimals)})",
        data=line_table((f"x: {what[0]}", f"y: {what[1]}"), line),
        key=compute(squared_correlation, x=line.x, y=line.y),
        decimals=decimals,
        why="단순회귀의 결정계수는 x와 y의 상관계수를 제곱한 값이다.",
        wrongs=within(_squares_wrongs(line), 0, 1),
        by_hand=float(r_squared),
        steps=[
            "R² = r² = Sxy²/(Sxx·Syy)",
            f"x̄ = {plain(mean_x)}, ȳ = {plain(mean_y)}",
            f"Sxx = {plain(sxx)}, Sxy = {plain(sxy)}, Syy = {plain(syy)}",
            f"R² = {plain(abs(sxy))}²/({plain(sxx)}·{plain(syy)}) = {show(float(r_squared), decimals)}",
        ],
    )


def _f_wrongs(total: int, residual: int, fit: Fit) -> list[Wrong]:
    """What people take for the F of an analysis of variance."""
    explained, p, rest = total - residual, fit.predictors, fit.rest
    return [
        Wrong(explained / residual, "자유도로 나누지 않은 제곱합의 비를 구했습니다."),
        Wrong((residual / rest) / (explained / p), "분자와 분모를 바꾸었습니다. 회귀 평균제곱을 잔차 평균제곱으로 나눕니다."),
        Wrong((explained / p) / (total / (fit.n - 1)), "잔차가 아니라 전체의 평균제곱으로 나누었습니다."),
        Wrong((explained / (p + 1)) / (residual / rest), "회귀의 자유도에 절편을 넣어 p + 1로 나누었습니다."),
        Wrong((explained / p) / (residual / (fit.n - 1)), "잔차의 자유도를 n − 1로 놓았습니다. n − p − 1입니다."),
        Wrong((explained / p) / (residual / (fit.n - p)), "잔차의 자유도에서 절편의 1을 빼지 않았습니다."),
        Wrong(explained / (residual / rest), "회귀 제곱합을 회귀의 자유도로 나누지 않았습니다."),
        Wrong((total / p) / (residual / rest), "회귀 제곱합 대신 전체 제곱합을 썼습니다."),
    ]


@template("regression.fit", "anova", "회귀의 분산분석에서 F")
def anova(draw: Draw) -> Draft:
    """F of a multiple regression whose table lacks the explained sum and all mean squares."""
    place, what = draw.pick(STUDIES)
    fit = draw_fit(draw)
    p, rest = fit.predictors, fit.rest
    if draw.is_extended:
        residual, explained = draw.integer(120, 900), draw.integer(150, 1900)
    else:
        residual, explained = rest * draw.integer(2, 12), p * draw.integer(10, 90)
    total = residual + explained
    mean_squares = [round(explained / p, 2), round(residual / rest, 2)]
    draw.require(0.3 < explained / total < 0.96 and total < 10000)
    return Draft(
        stem=f"{place.format(fit.n)} {what} 설명변수 {p}개(절편 있음)의 선형회귀로 설명한 결과의 일부가 다음과 같다. "
        f"회귀 전체의 유의성을 보는 F 통계량은? ({rounding(2)})",
        data=Table(columns=("요인", "제곱합"), rows=(("잔차", residual), ("전체", total))),
        key=compute(f_statistic, total=total, residual=residual, n=fit.n, predictors=p),
        why="F는 회귀 평균제곱 SSR/p를 잔차 평균제곱 SSE/(n − p − 1)로 나눈 값이다.",
        wrongs=_f_wrongs(total, residual, fit),
        steps=[
            f"SSR = SST − SSE = {total} − {residual} = {explained}",
            f"회귀의 자유도 = {p}, 잔차의 자유도 = {fit.n} − {p} − 1 = {rest}",
            f"MSR = {explained}/{p} = {plain(mean_squares[0])}, MSE = {residual}/{rest} = {plain(mean_squares[1])}",
            f"F = {plain(mean_squares[0])}/{plain(mean_squares[1])} = {show(mean_squares[0] / mean_squares[1], 2)}",
        ],
        by_hand=mean_squares[0] / mean_squares[1],
    )


def _adjusted_wrongs(fit: Fit) -> list[Wrong]:
    """What people take for adjusted R²."""
    left, n, p = 1 - fit.r_squared, fit.n, fit.predictors
    return [
        Wrong(float(fit.r_squared), "조정하지 않은 결정계수를 그대로 답했습니다."),
        Wrong(float(1 - left * Fraction(n - 1, n - p)), "분모의 자유도에서 절편의 1을 빼지 않았습니다."),
        Wrong(float(1 - left * Fraction(n, fit.rest)), "분자를 n − 1이 아니라 n으로 놓았습니다."),
        Wrong(float(1 - left * Fraction(fit.rest, n - 1)), "자유도의 비를 거꾸로 곱했습니다. 이 값은 R²보다 커집니다."),
        Wrong(float(fit.r_squared * Fraction(fit.rest, n - 1)), "1 − R²이 아니라 R²에 자유도의 비를 곱했습니다."),
        Wrong(float(left * Fraction(n - 1, fit.rest)), "1에서 빼지 않았습니다."),
        Wrong(float(fit.r_squared - Fraction(p, n)), "설명변수의 비율 p/n을 R²에서 뺐습니다."),
        Wrong(float(1 - left * Fraction(n - 1, fit.rest - 1)), "자유도에서 설명변수를 하나 더 세었습니다."),
        Wrong(float(fit.r_squared + Fraction(p, n)), "설명변수의 비율 p/n을 R²에 더했습니다."),
        Wrong(sqrt(fit.r_squared), "결정계수의 제곱근(다중상관계수)을 구했습니다."),
    ]


@template("regression.fit", "adjusted", "결정계수에서 수정 결정계수")
def adjusted(draw: Draw) -> Draft:
    """Adjusted R² from R², or from both sums of squares."""
    place, what = draw.pick(STUDIES)
    fit, decimals = draw_fit(draw), 3
    n, p, ratio = fit.n, fit.predictors, show((fit.n - 1) / fit.rest, 3)
    draw.require(fit.adjusted > Fraction(1, 10))
    total = 100 * draw.integer(2, 9)
    told = draw.pick(
        [
            f"결정계수는 {plain(fit.r_squared)}이다",
            f"전체 제곱합은 {total}, 잔차 제곱합은 {plain((1 - fit.r_squared) * total)}이다",
        ]
    )
    lost = show(float(1 - fit.r_squared) * float(ratio), 4)
    first = [] if "결정" in told else [f"R² = 1 − SSE/SST = 1 − {plain((1 - fit.r_squared) * total)}/{total} = {plain(fit.r_squared)}"]
    return Draft(
        stem=f"{place.format(n)} {what} 설명변수 {p}개(절편 있음)의 선형회귀로 설명하니 {told}. "
        f"수정 결정계수(adjusted R²)는? ({rounding(decimals)})",
        key=compute(adjusted_r_squared, r_squared=float(fit.r_squared), n=n, predictors=p),
        decimals=decimals,
        why="수정 결정계수는 1 − (1 − R²)(n − 1)/(n − p − 1)이며, 설명변수의 수만큼 R²보다 낮아진다.",
        wrongs=within(_adjusted_wrongs(fit), 0, 1),
        steps=[
            *first,
            "수정 R² = 1 − (1 − R²)(n − 1)/(n − p − 1)",
            f"(n − 1)/(n − p − 1) = {n - 1}/{fit.rest} = {ratio}",
            f"(1 − R²)·{ratio} = {plain(1 - fit.r_squared)}·{ratio} = {lost}",
            f"수정 R² = 1 − {lost} = {show(1 - float(lost), decimals)}",
        ],
        by_hand=1 - float(lost),
    )
