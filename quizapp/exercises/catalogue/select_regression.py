"""Choosing a regression by numpy: AIC from the residual sum of squares, Mallows' Cp, adjusted R².

https://numpy.org/doc/stable/reference/generated/numpy.log.html
https://numpy.org/doc/stable/reference/generated/numpy.divide.html
"""

from __future__ import annotations

from fractions import Fraction
from itertools import accumulate
from math import log10

from quizapp.exercises.catalogue.hypothesis_parts import compared
from quizapp.exercises.catalogue.loss_parts import ln
from quizapp.exercises.catalogue.wording import inside, plain, rounding, signed
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show

_GOALS = ("쇼핑몰 매출", "병원 재원 일수", "배송 시간", "공장 전력 사용량", "공공자전거 대여량")


def aic_of_residuals(sse: float, k: int, n: int) -> float:
    import numpy as np

    return float(n * np.log(sse / n) + 2 * k)


def mallows_cp(sse: float, k: int, n: int, full_sse: float, full_k: int) -> float:
    import numpy as np

    variance = np.divide(full_sse, n - full_k)
    return float(sse / variance - n + 2 * k)


def largest_adjusted(squares: list[float], variables: list[int], n: int) -> float:
    import numpy as np

    return float(np.max(1 - (1 - np.array(squares)) * (n - 1) / (n - 1 - np.array(variables))))


_MEANS = {2: (2,), 3: (3,), 4: (2, 2), 5: (5,), 6: (2, 3), 8: (2, 2, 2), 9: (3, 3), 10: (2, 5), 12: (2, 2, 3), 15: (3, 5), 20: (2, 2, 5)}
"""Mean squared residuals, with their prime factors."""


@template("select.criteria", "from_residuals", "잔차제곱합에서 AIC")
def from_residuals(draw: Draw) -> Draft:
    """AIC of a linear regression from its residual sum of squares."""
    goal, mean, k = draw.pick(_GOALS), draw.pick(list(_MEANS)), draw.integer(2, 8)
    n = draw.integer(18, 70) if draw.is_extended else 10 * draw.integer(2, 7)
    sse, logarithm = mean * n, round(sum(ln(factor) for factor in _MEANS[mean]), 3)
    value = n * logarithm + 2 * k
    helpers = ", ".join(f"ln {prime} = {show(ln(prime), 3)}" for prime in (2, 3, 5))
    line = " + ".join(f"ln {factor}" for factor in _MEANS[mean])
    return Draft(
        stem=f"관측값 {n}개로 {with_particle(goal, '을/를')} 설명하는 선형회귀의 잔차제곱합(SSE)은 {sse}이고, 추정한 계수의 수 k는 절편을 "
        f"포함하여 {k}이다. AIC = n·ln(SSE/n) + 2k로 구한 값은? ({helpers}, {rounding(1)})",
        key=compute(aic_of_residuals, sse=sse, k=k, n=n),
        decimals=1,
        why="선형회귀의 AIC는 (상수를 빼면) n·ln(SSE/n) + 2k이고, 잔차가 줄면 작아지고 모수가 늘면 커진다.",
        wrongs=[
            Wrong(n * logarithm, "벌점 2k를 더하지 않았습니다."),
            Wrong(n * logarithm - 2 * k, "벌점을 뺐습니다. 모수가 많을수록 값이 커져야 합니다."),
            Wrong(n * logarithm + k, "벌점으로 2k가 아니라 k를 더했습니다."),
            Wrong(n * logarithm + k * ln(n), "BIC의 벌점 k·ln n을 더했습니다."),
            Wrong(n * logarithm + 2 * (k + 1), "오차분산까지 모수로 세었습니다. 물음의 k는 계수의 수입니다."),
            Wrong(n * log10(mean) + 2 * k, "상용로그를 썼습니다. 물음은 자연로그입니다."),
            Wrong((n - k) * logarithm + 2 * k, "n 대신 n − k를 곱했습니다."),
            Wrong(n * logarithm + 4 * k, "벌점을 두 배로 했습니다."),
        ],
        steps=[
            f"SSE/n = {sse}/{n} = {mean}, ln {mean} = {line} = {show(logarithm, 3)}"
            if len(_MEANS[mean]) > 1
            else f"SSE/n = {sse}/{n} = {mean}",
            f"n·ln(SSE/n) = {n}·{show(logarithm, 3)} = {show(n * logarithm, 1)}",
            f"AIC = {show(n * logarithm, 1)} + 2·{k} = {show(value, 1)}",
        ],
        by_hand=value,
    )


@template("select.criteria", "mallows", "맬로스의 Cp")
def mallows(draw: Draw) -> Draft:
    """Mallows' Cp of a smaller model."""
    goal, full_k = draw.pick(_GOALS), draw.integer(6, 9)
    df = draw.integer(13, 40) if draw.is_extended else draw.pick([10, 12, 15, 20, 25, 30])
    n, k, variance = df + full_k, draw.integer(3, full_k - 2), draw.integer(2, 12)
    full_sse = variance * df
    sse = full_sse + draw.integer(variance, 6 * variance)
    ratio = Fraction(sse, variance)
    value = float(ratio) - n + 2 * k
    draw.require(value >= 1.5 and abs(value - k) >= 0.5 and ratio.denominator > 1)
    return Draft(
        stem=f"관측값 {n}개로 {with_particle(goal, '을/를')} 설명하는 두 선형회귀를 적합한 결과가 다음과 같다. 오차분산을 완전모형에서 "
        f"추정할 때, 축소모형에 대한 맬로스의 Cp(Mallows' Cp)는? ({rounding(2)})",
        data=Table(columns=("모형", "계수의 수(절편 포함)", "잔차제곱합"), rows=(("완전모형", full_k, full_sse), ("축소모형", k, sse))),
        key=compute(mallows_cp, sse=sse, k=k, n=n, full_sse=full_sse, full_k=full_k),
        why="Cp = SSE/σ̂² − n + 2k이고, σ̂²은 완전모형의 SSE/(n − K)이다. 편의가 없는 모형의 Cp는 k에 가깝다.",
        wrongs=[
            Wrong(value - 2, "절편을 계수의 수에서 뺐습니다. k는 절편을 포함합니다."),
            Wrong(value - k, "2k가 아니라 k를 더했습니다."),
            Wrong(sse / (full_sse / n) - n + 2 * k, "완전모형의 오차분산을 n으로 나누어 구했습니다. n − K로 나눕니다."),
            Wrong(sse / (sse / (n - k)) - n + 2 * k, "축소모형 자신의 오차분산을 썼습니다. 완전모형의 것을 씁니다."),
            Wrong(sse / (full_sse / (df + 1)) - n + 2 * k, "완전모형의 자유도에서 절편을 빼지 않았습니다."),
            Wrong(value + 2 * (full_k - k), "완전모형의 계수의 수로 벌점을 더했습니다."),
            Wrong(value - 2 * k, "벌점 2k를 더하지 않았습니다."),
            Wrong(float(ratio) - df + 2 * k, "n이 아니라 완전모형의 자유도를 뺐습니다."),
        ],
        steps=[
            f"σ̂² = {full_sse}/({n} − {full_k}) = {full_sse}/{df} = {variance}",
            f"SSE/σ̂² = {sse}/{variance} = {show(float(ratio), 2)}",
            f"Cp = {show(float(ratio), 2)} − {n} + 2·{k} = {signed(value, 2)}",
        ],
    )


def _adjusted(square: float, p: float, n: int) -> float:
    return 1 - (1 - square) * (n - 1) / (n - 1 - p)


def _adjusted_label(name: str, value: float) -> str:
    return f"{name}, {show(value, 3)}"


def _adjusted_wrongs(draw: Draw, models: list[tuple[str, float, int]], n: int, best: int) -> list[Wrong]:
    """Other models, and other values of the right one."""
    found = []
    for i, (name, square, p) in enumerate(models):
        if i != best:
            why = f"'{name}'의 수정 결정계수는 맞지만, '{models[best][0]}'의 값이 더 큽니다."
            found.append((name, _adjusted(square, p, n), why))
        head = f"'{name}'에서 " if i != best else "모형은 맞지만 "
        found += [
            (name, square, f"{head}결정계수를 그대로 썼습니다. 변수의 수를 반영하지 않았습니다."),
            (name, _adjusted(square, p - 1, n), f"{head}자유도에서 절편을 빼지 않았습니다."),
            (name, 1 - (1 - square) * n / (n - 1 - p), f"{head}분자의 자유도를 n − 1이 아니라 n으로 놓았습니다."),
            (name, 1 - (1 - square) * (n - 1 - p) / (n - 1), f"{head}자유도의 비를 거꾸로 곱했습니다."),
            (name, square * (n - 1 - p) / (n - 1), f"{head}결정계수에 자유도의 비를 곱했습니다. 1 − R²에 곱합니다."),
        ]
    wrongs = [Wrong(value, why, _adjusted_label(name, value)) for name, value, why in found if 0 < value < 1]
    return compared(draw, models[best][0], _adjusted(*models[best][1:], n), wrongs)


@template("select.criteria", "adjusted", "수정 결정계수로 고른 모형")
def adjusted(draw: Draw) -> Draft:
    """The model with the largest adjusted R², where R² itself misleads."""
    goal, count = draw.pick(_GOALS), 4 if draw.is_extended else 3
    n, steps = draw.integer(15, 40) if draw.is_extended else draw.pick([13, 16, 17, 19, 21]), range(1, 8)
    ps = sorted(draw.sample(range(1, 7), count))
    base = draw.integer(40, 80)
    squares = [Fraction(base + gain, 100) for gain in (0, *accumulate(draw.pick(steps) for _ in range(count - 1)))]
    models = [(f"모형 {'ABCD'[i]}", float(square), p) for i, (square, p) in enumerate(zip(squares, ps, strict=True))]
    values = [_adjusted(square, p, n) for _, square, p in models]
    best = values.index(max(values))
    draw.require((best < count - 1 or draw.pick([True, False])) and sorted(values)[-2] < max(values) - 0.003 and min(values) > 0.1)
    return Draft(
        stem=f"관측값 {n}개로 {with_particle(goal, '을/를')} 설명하는 선형회귀(절편 있음)들의 변수의 수와 결정계수가 다음과 같다. "
        f"수정 결정계수로 고른 모형과 그 값은? ({rounding(3)})",
        data=Table(columns=("모형", "변수의 수", "결정계수 R²"), rows=tuple((name, p, plain(square)) for name, square, p in models)),
        key=compute(largest_adjusted, squares=[square for _, square, _ in models], variables=ps, n=n),
        decimals=3,
        label=_adjusted_label(models[best][0], values[best]),
        why="수정 R² = 1 − (1 − R²)(n − 1)/(n − p − 1)이고, 변수를 더해도 R²이 조금만 늘면 오히려 줄어든다.",
        wrongs=_adjusted_wrongs(draw, models, n, best),
        steps=["수정 R² = 1 − (1 − R²)(n − 1)/(n − p − 1)"]
        + [
            f"{name}: 1 − {inside(round(1 - square, 6))}·{n - 1}/{n - 1 - p} = {show(value, 3)}"
            for (name, square, p), value in zip(models, values, strict=True)
        ]
        + [f"가장 큰 것은 {models[best][0]}이다."],
    )
