"""Tests of one coefficient of a regression: t from data (`scipy.stats.linregress`) and from an output, its confidence interval.

https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.linregress.html
https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.t.html
https://numpy.org/doc/stable/reference/generated/numpy.divide.html
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from itertools import product
from math import isqrt, sqrt

from quizapp.exercises.catalogue.hypothesis_parts import critical_t
from quizapp.exercises.catalogue.wording import inside, plain, rounding, signed
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show

_LINES = (
    ("어느 쇼핑몰의 광고비 x(백만 원)와 매출 y(천만 원)", 4, 20),
    ("한 병원의 당직 인원 x(명)와 처리 환자 y(십 명)", 5, 15),
    ("어느 물류센터의 차량 수 x(대)와 배송 건수 y(백 건)", 6, 20),
    ("한 공장의 가동 시간 x(시간)와 전력 사용량 y(십 kWh)", 5, 12),
    ("한 지자체의 홍보 횟수 x(회)와 참여 인원 y(십 명)", 4, 14),
)
"""Two variables, and between which values the mean of x lies."""

_OUTPUTS = (
    ("쇼핑몰 매출", ("광고비", "방문자 수", "할인율")),
    ("병원 재원 일수", ("나이", "동반 질환 수", "수술 시간")),
    ("배송 시간", ("거리", "적재량", "신호 수")),
    ("전력 사용량", ("기온", "가동 시간", "설비 수")),
    ("공공자전거 대여량", ("기온", "강수량", "정류장 수")),
)
"""What a regression explains, and by which variables."""


def slope_t(x: list[float], y: list[float]) -> float:
    from scipy.stats import linregress

    fit = linregress(x, y)
    return float(fit.slope / fit.stderr)


def t_of_output(coefficient: float, error: float) -> float:
    import numpy as np

    return float(np.divide(coefficient, error))


def error_of_output(coefficient: float, t: float) -> float:
    import numpy as np

    return float(np.divide(coefficient, t))


def coefficient_of_output(error: float, t: float) -> float:
    import numpy as np

    return float(np.multiply(error, t))


def bound(coefficient: float, error: float, level: float, df: int, side: int) -> float:
    from scipy.stats import t

    return float(t.interval(level, df, loc=coefficient, scale=error)[side])


@cache
def _residuals(offsets: tuple[int, ...]) -> list[tuple[tuple[int, ...], Fraction]]:
    """Whole residuals that a line through six points at *offsets* can leave, with its slope's standard error where that is rational."""
    sxx, found = sum(u * u for u in offsets), []
    for residuals in product(range(-2, 3), repeat=6):
        if any(residuals) and not sum(residuals) and not sum(u * e for u, e in zip(offsets, residuals, strict=True)):
            square = Fraction(sum(e * e for e in residuals), 4 * sxx)
            root = Fraction(isqrt(square.numerator), isqrt(square.denominator))
            if root**2 == square:
                found.append((residuals, root))
    return found


def _slope_wrongs(b: int, error: float, sse: int, sxx: int) -> list[Wrong]:
    """What people take for the t of a slope from six points."""
    return [
        Wrong(b / error * sqrt(6 / 4), "MSE를 구할 때 n − 2가 아니라 n으로 나누었습니다."),
        Wrong(b / error * sqrt(5 / 4), "MSE를 구할 때 n − 2가 아니라 n − 1로 나누었습니다."),
        Wrong(b / sqrt(sse / 4), "표준오차에 Sxx를 넣지 않고 잔차의 표준오차로 나누었습니다."),
        Wrong(b / error**2, "제곱근을 씌우지 않고 MSE/Sxx로 나누었습니다."),
        Wrong(b / (sqrt(sse / 4) / sxx), "Sxx에 제곱근을 씌우지 않았습니다."),
        Wrong(b / sqrt(sse / sxx), "SSE를 자유도로 나누지 않았습니다."),
        Wrong(b / sqrt(sse / 4 / 6), "Sxx가 아니라 n으로 나눈 표준오차를 썼습니다."),
        Wrong((b / error) ** 2, "t를 제곱했습니다. 이는 회귀의 F입니다."),
        Wrong(b / error / sqrt(6), "표준오차를 √n으로 다시 나누었습니다. MSE/Sxx의 제곱근이 이미 표준오차입니다."),
    ]


@template("test.coefficient", "slope_t", "자료에서 회귀 기울기의 t")
def slope(draw: Draw) -> Draft:
    """The t of a slope from six points and the fitted line."""
    (what, low, high), scale = draw.pick(_LINES), draw.pick([1, 2, 3, 3])
    offsets = draw.pick(
        [(-2, -2, -1, 1, 2, 2), (-4, -1, -1, 1, 2, 3)] if draw.is_extended else [(-2, -1, 0, 0, 1, 2), (-1, -1, -1, 1, 1, 1)]
    )
    residuals, root = draw.pick(_residuals(offsets))
    b, middle, a = draw.integer(2, 7), draw.integer(low, high), draw.integer(2, 30)
    sse, sxx, error = scale**2 * sum(e * e for e in residuals), sum(u * u for u in offsets), float(scale * root)
    x = [middle + u for u in offsets]
    y = [a + b * value + scale * e for value, e in zip(x, residuals, strict=True)]
    draw.require(1 <= b / error <= 15 and min(y) > 0)
    left = ", ".join(plain(scale * e) for e in residuals)
    return Draft(
        stem=f"다음은 {what}이고, 최소제곱 직선은 ŷ = {a} + {b}x이다. 기울기가 0이라는 귀무가설을 검정하는 t 통계량은? ({rounding(2)})",
        data=Table(columns=("번호", *map(str, range(1, 7))), rows=(("x", *x), ("y", *y))),
        key=compute(slope_t, x=x, y=y),
        why="t는 기울기를 표준오차 √(MSE/Sxx)로 나눈 값이고, 단순회귀의 MSE는 SSE를 n − 2로 나눈 값이다.",
        wrongs=_slope_wrongs(b, error, sse, sxx),
        steps=[
            f"잔차 y − ŷ = {left}",
            f"SSE = {sse}, MSE = {sse}/(6 − 2) = {plain(sse / 4)}",
            f"x̄ = {plain(Fraction(sum(x), 6))}, Sxx = Σ(x − x̄)² = {' + '.join(f'{inside(u)}²' for u in offsets)} = {sxx}",
            f"표준오차 = √({plain(sse / 4)}/{sxx}) = {plain(error)}",
            f"t = {b}/{plain(error)} = {show(b / error, 2)}",
        ],
    )


def _output_wrongs(kind: str, b: float, error: float, t: float, others: list[float]) -> list[Wrong]:
    """What people fill in for the missing number; *others* are the other variables' standard errors."""
    rule = "t = 계수/표준오차입니다."
    if kind == "t":
        found = [
            (b * error, f"계수에 표준오차를 곱했습니다. {rule}"),
            (error / b, f"표준오차를 계수로 나누었습니다. {rule}"),
            (t**2, f"비를 제곱했습니다. 이는 왈드 통계량입니다. {rule}"),
            (b / error**2, f"표준오차를 제곱하여 나누었습니다. {rule}"),
            *((b / other, f"다른 변수의 표준오차 {with_particle(plain(other), '으로/로')} 나누었습니다.") for other in others),
            (b / sqrt(error), f"표준오차에 다시 제곱근을 씌웠습니다. {rule}"),
        ]
    elif kind == "표준오차":
        found = [
            (b * t, f"계수에 t를 곱했습니다. {rule}"),
            (t / b, f"t를 계수로 나누었습니다. {rule}"),
            (b / t**2, f"t를 제곱하여 나누었습니다. {rule}"),
            (error**2, f"표준오차의 제곱인 분산을 구했습니다. {rule}"),
            (sqrt(error), f"비에 다시 제곱근을 씌웠습니다. {rule}"),
            (b / 1.96, "신뢰구간에 쓰는 1.96으로 나누었습니다. 출력의 t로 나눕니다."),
        ]
    else:
        found = [
            (t / error, f"t를 표준오차로 나누었습니다. {rule}"),
            (error / t, f"표준오차를 t로 나누었습니다. {rule}"),
            (t * error**2, f"표준오차를 제곱하여 곱했습니다. {rule}"),
            (t**2 * error, f"t를 제곱하여 곱했습니다. {rule}"),
            (1.96 * error, "출력의 t가 아니라 1.96을 곱했습니다."),
            *((t * other, f"다른 변수의 표준오차 {with_particle(plain(other), '을/를')} 곱했습니다.") for other in others),
        ]
    return [Wrong(value, why) for value, why in found]


@template("test.coefficient", "output", "회귀 출력의 빈칸 채우기")
def output(draw: Draw) -> Draft:
    """The missing t, standard error or coefficient of an output."""
    (goal, names), kind, at = draw.pick(_OUTPUTS), draw.pick(["t", "표준오차", "계수"]), draw.integer(0, 2)
    errors = [draw.multiple(0.15, 2, 0.05) if draw.is_extended else draw.multiple(0.2, 2, 0.1) for _ in names]
    ratios = [draw.multiple(0.8, 6, 0.1 if draw.is_extended else 0.2) * draw.pick([1, 1, -1]) for _ in names]
    values = [round(error * t, 6) for error, t in zip(errors, ratios, strict=True)]
    b, error, t = values[at], errors[at], ratios[at]
    draw.require(len(set(errors)) == 3 and len(set(map(abs, ratios))) == 3 and t > 0)
    cells = [[signed(v, 3), show(e, 2), signed(r, 1)] for v, e, r in zip(values, errors, ratios, strict=True)]
    cells[at][{"계수": 0, "표준오차": 1, "t": 2}[kind]] = "?"
    key, value, decimals, line, rule = {
        "t": (compute(t_of_output, coefficient=b, error=error), t, 1, f"{plain(b)}/{plain(error)}", "계수/표준오차"),
        "표준오차": (compute(error_of_output, coefficient=b, t=t), error, 2, f"{plain(b)}/{plain(t)}", "계수/t"),
        "계수": (compute(coefficient_of_output, error=error, t=t), b, 2, f"{plain(t)}·{plain(error)}", "t·표준오차"),
    }[kind]
    return Draft(
        stem=f"다음은 {with_particle(goal, '을/를')} 설명하는 회귀모형의 출력이고, t는 계수가 0이라는 귀무가설을 검정하는 통계량이다. "
        f"'{names[at]}'의 빈칸(?)에 들어갈 {with_particle(kind, '은/는')}? ({rounding(decimals)})",
        data=Table(columns=("변수", "계수", "표준오차", "t"), rows=tuple((name, *row) for name, row in zip(names, cells, strict=True))),
        key=key,
        decimals=decimals,
        why=f"검정통계량은 계수를 표준오차로 나눈 값이므로, {kind} = {rule}이다.",
        wrongs=_output_wrongs(kind, b, error, t, [errors[other] for other in range(3) if other != at]),
        steps=[f"{kind} = {rule}", f"{kind} = {line} = {show(value, decimals)}"],
    )


_BOUNDS = {"하한": -1, "상한": 1}


def _interval_wrongs(draw: Draw, b: float, error: float, tail: float, df: int, n: int, side: int) -> list[Wrong]:
    """Other bounds: narrower intervals, wider ones, and the other end."""
    t, z = critical_t(tail, df), {0.05: 1.645, 0.025: 1.96, 0.005: 2.576}[tail]
    narrower = [
        (z * error, f"t가 아니라 정규분포의 {with_particle(show(z, 3), '을/를')} 썼습니다."),
        (critical_t(2 * tail, df) * error, "양쪽 꼬리로 나누지 않은 t를 썼습니다. α/2의 값을 씁니다."),
        (critical_t(tail, n - 1) * error, "자유도를 n − 1로 놓았습니다. 추정한 계수와 절편의 수를 모두 뺍니다."),
        (critical_t(tail, df + 1) * error, "자유도에서 절편을 빼지 않았습니다."),
        (error, "표준오차에 t를 곱하지 않았습니다."),
        (t * error / sqrt(n), "표준오차를 √n으로 다시 나누었습니다."),
    ]
    wider = [
        (critical_t(tail, df - 1) * error, "자유도에서 1을 더 뺐습니다. 추정한 계수와 절편의 수만 뺍니다."),
        (t * sqrt(error), "표준오차에 다시 제곱근을 씌웠습니다."),
        (2 * t * error, "구간의 너비를 더하거나 뺐습니다. 너비의 반을 씁니다."),
        (-t * error, "구간의 반대쪽 끝을 구했습니다."),
    ]
    return [Wrong(b + side * gap, why) for gap, why in draw.sample(narrower, 4) + wider]


@template("test.coefficient", "interval", "회귀계수의 신뢰구간")
def interval(draw: Draw) -> Draft:
    """A bound of a coefficient's confidence interval, with a printed table of t."""
    (goal, names), count, asked = draw.pick(_OUTPUTS), draw.integer(2, 3), draw.pick(list(_BOUNDS))
    df, level, side, step = draw.integer(5, 12), draw.pick([0.9, 0.95, 0.99]), _BOUNDS[asked], 0.05 if draw.is_extended else 0.1
    n, tail, tails = df + count + 1, round((1 - level) / 2, 4), (0.1, 0.05, 0.025, 0.01, 0.005)
    error, b = draw.multiple(0.2, 0.9, step), draw.multiple(1, 6, step)
    t, name = critical_t(tail, df), names[draw.integer(0, count - 1)]
    value = b + side * t * error
    return Draft(
        stem=f"{with_particle(goal, '을/를')} 변수 {count}개와 절편으로 설명하는 회귀모형을 관측값 {n}개로 적합하였더니, '{name}'의 계수가 "
        f"{plain(b)}이고 표준오차가 {with_particle(plain(error), '이었다/였다')}. 이 계수의 {level * 100:.0f}% 신뢰구간의 {asked}은? "
        f"(표의 열은 t 분포의 오른쪽 꼬리 확률, {rounding(2)})",
        data=Table(
            columns=("자유도", *(f"{one:g}" for one in tails)),
            rows=tuple((one, *(show(critical_t(p, one), 3) for p in tails)) for one in (df - 1, df, df + 1, n - 1)),
        ),
        key=compute(bound, coefficient=b, error=error, level=level, df=df, side=(side + 1) // 2),
        why="신뢰구간은 계수 ± t(α/2)·표준오차이고, 자유도는 n에서 추정한 계수와 절편의 수를 뺀 값이다.",
        wrongs=_interval_wrongs(draw, b, error, tail, df, n, side),
        steps=[
            f"자유도 = n − p − 1 = {n} − {count} − 1 = {df}, α/2 = {tail:g}",
            f"t = {show(t, 3)}, t·표준오차 = {show(t, 3)}·{plain(error)} = {show(t * error, 3)}",
            f"{asked} = {plain(b)} {'+' if side > 0 else '−'} {show(t * error, 3)} = {signed(value, 2)}",
        ],
        by_hand=value,
    )
