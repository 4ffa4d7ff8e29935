"""How well regressions fit, from R²: F, the residual standard error, the best of several models.

https://numpy.org/doc/stable/reference/generated/numpy.divide.html
https://numpy.org/doc/stable/reference/generated/numpy.sqrt.html
"""

from __future__ import annotations

from fractions import Fraction
from math import sqrt

from quizapp.exercises.catalogue.probability_parts import root
from quizapp.exercises.catalogue.regression_fit import STUDIES, Fit, draw_fit
from quizapp.exercises.catalogue.wording import plain, rounding, signed
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.numbers import show


def f_of_r_squared(r_squared: float, n: int, predictors: int) -> float:
    import numpy as np

    mean_squares = np.array([r_squared, 1 - r_squared]) / [predictors, n - predictors - 1]
    return float(np.divide(*mean_squares))


def residual_error(r_squared: float, total: float, n: int, predictors: int) -> float:
    import numpy as np

    return float(np.sqrt((1 - r_squared) * total / (n - predictors - 1)))


def best_adjusted(r_squared: list[float], n: int, predictors: list[int]) -> float:
    import numpy as np

    return float(np.max(1 - (1 - np.array(r_squared)) * (n - 1) / (n - np.array(predictors) - 1)))


def _ratio_wrongs(fit: Fit) -> list[Wrong]:
    """What people take for the F that belongs to an R²."""
    r, left, p, rest = fit.r_squared, 1 - fit.r_squared, fit.predictors, fit.rest
    return [
        Wrong(float(r / left), "자유도로 나누지 않고 R²/(1 − R²)을 구했습니다."),
        Wrong(float(left / rest / (r / p)), "분자와 분모를 바꾸었습니다."),
        Wrong(float(r / left * rest), "분자의 R²을 설명변수의 수로 나누지 않았습니다."),
        Wrong(float(r / p / (left / (fit.n - 1))), "분모의 자유도를 n − 1로 놓았습니다. n − p − 1입니다."),
        Wrong(float(r / p / (left / (fit.n - p))), "분모의 자유도에서 절편의 1을 빼지 않았습니다."),
        Wrong(float(r / (p + 1) / (left / rest)), "분자의 자유도에 절편을 넣어 p + 1로 놓았습니다."),
        Wrong(float(r / p * rest), "1 − R²으로 나누지 않았습니다."),
        Wrong(sqrt(fit.f), "F의 제곱근을 구했습니다."),
    ]


@template("regression.fit", "f_from_r_squared", "결정계수에서 F")
def f_from_r_squared(draw: Draw) -> Draft:
    """The F of the whole regression from R², n and the number of predictors."""
    place, what = draw.pick(STUDIES)
    fit = draw_fit(draw)
    r, n, p, rest = fit.r_squared, fit.n, fit.predictors, fit.rest
    above, below = (float(show(float(value), 4)) for value in (r / p, (1 - r) / rest))
    draw.require(2 < fit.f < 95)
    return Draft(
        stem=f"{place.format(n)} {what} 설명변수 {p}개(절편 있음)의 선형회귀로 설명하니 결정계수는 {plain(r)}이다. "
        f"모든 회귀계수가 0이라는 귀무가설의 F 통계량은? ({rounding(1)})",
        key=compute(f_of_r_squared, r_squared=float(r), n=n, predictors=p),
        decimals=1,
        why="F = (R²/p)/((1 − R²)/(n − p − 1))이며, 자유도는 p와 n − p − 1이다.",
        wrongs=_ratio_wrongs(fit),
        steps=[
            "F = (R²/p)/((1 − R²)/(n − p − 1))",
            f"R²/p = {plain(r)}/{p} = {plain(above)}",
            f"(1 − R²)/(n − p − 1) = {plain(1 - r)}/{rest} = {plain(below)}",
            f"F = {plain(above)}/{plain(below)} = {show(above / below, 1)}",
        ],
        by_hand=above / below,
    )


def _error_wrongs(fit: Fit, total: float) -> list[Wrong]:
    """What people take for the residual standard error."""
    residual = float(1 - fit.r_squared) * total
    return [
        Wrong(residual / fit.rest, "제곱근을 구하지 않은 잔차 평균제곱(MSE)을 답했습니다."),
        Wrong(sqrt(residual / fit.n), "자유도가 아니라 n으로 나누었습니다."),
        Wrong(sqrt(residual / (fit.n - 1)), "자유도를 n − 1로 놓았습니다. n − p − 1입니다."),
        Wrong(sqrt(residual / (fit.n - fit.predictors)), "자유도에서 절편의 1을 빼지 않았습니다."),
        Wrong(sqrt(total / (fit.n - 1)), "설명하기 전 y의 표준편차를 구했습니다."),
        Wrong(sqrt(float(fit.r_squared) * total / fit.rest), "잔차가 아니라 회귀 제곱합을 썼습니다."),
        Wrong(sqrt(float(fit.r_squared) * total / fit.predictors), "회귀 평균제곱의 제곱근을 구했습니다."),
        Wrong(sqrt(total / fit.rest), "R²만큼 줄이지 않은 전체 제곱합을 썼습니다."),
    ]


@template("regression.fit", "residual_error", "결정계수에서 잔차 표준오차")
def standard_error(draw: Draw) -> Draft:
    """The residual standard error from R², the total sum of squares and the size."""
    place, what = draw.pick(STUDIES)
    fit = draw_fit(draw)
    n, p, rest, left = fit.n, fit.predictors, fit.rest, 1 - fit.r_squared
    variance = Fraction(draw.integer(30, 900), 10) if draw.is_extended else Fraction(draw.integer(3, 24) ** 2, 4)
    total = variance * rest / left
    draw.require((10 * total).denominator == 1 and total < 10000 and (draw.is_extended or total.denominator == 1))
    residual = left * total
    return Draft(
        stem=f"{place.format(n)} {what} 설명변수 {p}개(절편 있음)의 선형회귀로 설명하니 R² = {plain(fit.r_squared)}이고 "
        f"전체 제곱합은 {plain(total)}이다. 잔차 표준오차(residual standard error)는? ({rounding(2)})",
        key=compute(residual_error, r_squared=float(fit.r_squared), total=float(total), n=n, predictors=p),
        why="잔차 표준오차는 √(SSE/(n − p − 1))이고, SSE = (1 − R²)·SST이다.",
        wrongs=_error_wrongs(fit, float(total)),
        steps=[
            f"SSE = (1 − R²)·SST = {plain(left)}·{plain(total)} = {plain(residual)}",
            f"자유도 = {n} − {p} − 1 = {rest}",
            f"MSE = {plain(residual)}/{rest} = {plain(variance)}",
            f"잔차 표준오차 = √{plain(variance)} = {show(sqrt(variance), 2)}",
        ],
    )


def _model(predictors: int, value: float) -> str:
    return f"변수 {predictors}개, {show(value, 3)}"


def _compare_wrongs(draw: Draw, fits: list[Fit], best: Fit) -> list[Wrong]:
    """Other models and other values; only one of them names the right model."""
    found = []
    for fit in fits:
        left, p = 1 - fit.r_squared, fit.predictors
        own = [
            (fit, float(fit.r_squared), f"변수 {p}개인 모형의 조정하지 않은 R²을 답했습니다."),
            (fit, float(1 - left * Fraction(fit.n - 1, fit.n - p)), f"변수 {p}개인 모형에서 자유도에서 절편의 1을 빼지 않았습니다."),
            (fit, float(1 - left * Fraction(fit.n, fit.rest)), f"변수 {p}개인 모형에서 n − 1이 아니라 n을 곱했습니다."),
        ]
        right = (fit, float(fit.adjusted), f"변수 {p}개인 모형의 수정 R²은 맞지만, 변수 {best.predictors}개인 모형이 더 높습니다.")
        found += draw.sample(own, 1) if fit == best else [*own, right]
    return [Wrong(value, why, _model(fit.predictors, value)) for fit, value, why in found]


@template("regression.fit", "compare", "수정 결정계수로 모형 고르기")
def compare(draw: Draw) -> Draft:
    """Which of three nested models has the highest adjusted R², where R² itself always prefers the largest."""
    place, what = draw.pick(STUDIES)
    n = draw.integer(18, 45) if draw.is_extended else draw.pick([11, 13, 16, 21, 25, 26, 31, 41])
    sizes = sorted(draw.sample(range(2, 9), 3))
    start = Fraction(draw.integer(500, 800), 1000) if draw.is_extended else Fraction(draw.integer(50, 85), 100)
    rises = [Fraction(0), *sorted(Fraction(draw.integer(2, 60), 1000) for _ in range(2))]
    unit_of = 1000 if draw.is_extended else 100
    squares = [Fraction(round((start + rise) * unit_of), unit_of) for rise in rises]
    fits = [Fit(r, n, p) for r, p in zip(squares, sizes, strict=True)]
    best = max(fits, key=lambda fit: fit.adjusted)
    values = sorted(show(float(fit.adjusted), 3) for fit in fits)
    draw.require(best != fits[-1] and len(set(values)) == 3 and squares[0] < squares[1] < squares[2])
    draw.require(min(fit.adjusted for fit in fits) > Fraction(1, 10))
    return Draft(
        stem=f"{place.format(n)} {what} 설명변수를 더해 가며 세 선형회귀(절편 있음)로 설명한 결과가 다음과 같다. "
        f"수정 결정계수가 가장 큰 모형과 그 값은? ({rounding(3)})",
        data=Table(columns=("설명변수의 수", "R²"), rows=tuple((fit.predictors, float(fit.r_squared)) for fit in fits)),
        key=compute(best_adjusted, r_squared=list(map(float, squares)), n=n, predictors=sizes),
        decimals=3,
        label=_model(best.predictors, float(best.adjusted)),
        why="R²은 변수를 더하면 줄지 않으므로, 변수의 수만큼 낮추는 수정 결정계수로 견준다.",
        wrongs=_compare_wrongs(draw, fits, best),
        steps=["수정 R² = 1 − (1 − R²)(n − 1)/(n − p − 1)"]
        + [f"변수 {fit.predictors}개: 1 − {plain(1 - fit.r_squared)}·{n - 1}/{fit.rest} = {show(float(fit.adjusted), 3)}" for fit in fits]
        + [f"가장 큰 것은 변수 {best.predictors}개인 모형이다."],
    )


def t_of_r_squared(r_squared: float, n: int, sign: int) -> float:
    import numpy as np

    return float(sign * np.sqrt(r_squared * (n - 2) / (1 - r_squared)))


@template("regression.fit", "slope_t", "단순회귀의 결정계수에서 기울기의 t")
def slope_t(draw: Draw) -> Draft:
    """The t of the slope of a simple regression from R², the size and the slope's sign: t² = F."""
    place, what = draw.pick(STUDIES)
    sign, r_squared = draw.pick([1, -1]), Fraction(draw.integer(10, 95), 100) if draw.is_extended else Fraction(draw.integer(2, 18), 20)
    rest = draw.integer(5, 80)
    square, n, left = r_squared * rest / (1 - r_squared), rest + 2, 1 - r_squared
    found = root(square)
    draw.require(found and 1 < found < 20 and (draw.is_extended or 1000 % found.denominator == 0))
    value = sign * float(found or 0)
    slope = draw.multiple(0.4, 4.8, 0.2)
    return Draft(
        stem=f"{place.format(n)} {what} 변수 x 하나(절편 있음)의 선형회귀로 설명하니 기울기는 {plain(sign * slope)}, 결정계수는 "
        f"{plain(r_squared)}이다. 기울기가 0이라는 귀무가설을 검정하는 t 통계량은? ({rounding(2)})",
        key=compute(t_of_r_squared, r_squared=float(r_squared), n=n, sign=sign),
        why="단순회귀에서는 t² = F = R²(n − 2)/(1 − R²)이고, t의 부호는 기울기의 부호와 같다.",
        wrongs=[
            Wrong(-value, "부호가 반대입니다. t의 부호는 기울기의 부호와 같습니다."),
            Wrong(float(square), "제곱근을 씌우지 않았습니다. 이는 회귀의 F입니다."),
            Wrong(sign * sqrt(r_squared * n / left), "n − 2가 아니라 n을 곱했습니다."),
            Wrong(sign * sqrt(r_squared * (n - 1) / left), "n − 2가 아니라 n − 1을 곱했습니다."),
            Wrong(sign * sqrt(r_squared * rest), "1 − R²으로 나누지 않았습니다."),
            Wrong(sign * sqrt(r_squared * rest) / float(left), "1 − R²에 제곱근을 씌우지 않고 나누었습니다."),
            Wrong(sign * float(r_squared) * sqrt(rest / left), "상관계수 √R²이 아니라 R²을 썼습니다."),
            Wrong(sign * slope * sqrt(rest), "결정계수를 쓰지 않고 기울기에 √(n − 2)를 곱했습니다."),
        ],
        steps=[
            "t² = F = R²(n − 2)/(1 − R²)",
            f"t² = {plain(r_squared)}·{rest}/{plain(left)} = {plain(square)}",
            f"기울기가 {'양수' if sign > 0 else '음수'}이므로 t = {'' if sign > 0 else '−'}√{plain(square)} = {signed(value, 2)}",
        ],
    )
