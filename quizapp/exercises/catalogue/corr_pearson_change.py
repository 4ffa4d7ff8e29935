"""Pearson's correlation and the covariance after a change of scale, and the correlation with a third variable held fixed.

https://numpy.org/doc/stable/reference/generated/numpy.diag.html
https://numpy.org/doc/stable/reference/generated/numpy.linalg.inv.html
The partial correlation is read from the inverse of the correlation matrix: SciPy has no function for it.
"""

from __future__ import annotations

from math import copysign, sqrt

from quizapp.exercises.catalogue.corr_pearson import PAIRS, TRIPLES, is_definite
from quizapp.exercises.catalogue.wording import inside, plain, rounding, signed, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import rounded, show


def covariance_of_scaled(covariance: list[list[float]], slopes: list[float]) -> float:
    import numpy as np

    scale = np.diag(slopes)
    return float((scale @ np.array(covariance) @ scale)[0, 1])


def correlation_of_scaled(covariance: list[list[float]], slopes: list[float]) -> float:
    import numpy as np

    scale = np.diag(slopes)
    matrix = scale @ np.array(covariance) @ scale
    return float(matrix[0, 1] / np.sqrt(matrix[0, 0] * matrix[1, 1]))


def partial_correlation(correlations: list[list[float]], i: int, j: int) -> float:
    import numpy as np

    precision = np.linalg.inv(correlations)
    return float(-precision[i, j] / np.sqrt(precision[i, i] * precision[j, j]))


@template("corr.pearson", "scaled", "척도를 바꾼 뒤의 상관계수와 공분산")
def scaled(draw: Draw) -> Draft:
    """The correlation or the covariance of two variables after each was changed by a linear rule."""
    place, first, second = draw.pick(PAIRS)
    sigmas = draw.sample(range(3, 16) if draw.is_extended else (2, 3, 4, 5, 6, 8, 10), 2)
    r = draw.pick([-1, 1]) * draw.multiple(0.1, 0.9, 0.05)
    choices = (1.8, 2.5, 4, 1.2, -1.5, -2.5, -4) if draw.is_extended else (2, 3, 5, 10, 0.5, -2, -3, -0.5)
    (a, c), (b, d) = draw.sample(choices, 2), draw.sample(range(2, 40), 2)
    cov, wants_r = round(r * sigmas[0] * sigmas[1], 6), draw.pick([True, False])
    result = copysign(1, a * c) * r if wants_r else a * c * cov
    rules = f"U = {plain(a)}X + {b}", f"V = {plain(c)}Y + {d}"
    rows = ((f"X {first}", sigmas[0] ** 2, rules[0]), (f"Y {second}", sigmas[1] ** 2, rules[1]))
    covariance = [[float(sigmas[0] ** 2), cov], [cov, float(sigmas[1] ** 2)]]
    first_step = f"Cov(U, V) = a·c·Cov(X, Y) = {inside(a)}·{inside(c)}·{inside(cov)} = {plain(a * c * cov)}"
    return Draft(
        stem=f"{place} 자료에서 두 변수 X, Y의 분산은 다음과 같고 공분산은 {plain(cov)}이다. 두 변수를 표의 식으로 바꾸면, U와 V의 "
        f"{'상관계수는' if wants_r else '공분산은'}? ({rounding(2)})",
        data=Table(columns=("변수", "분산", "바꾸는 식"), rows=rows),
        key=compute(correlation_of_scaled if wants_r else covariance_of_scaled, covariance=covariance, slopes=[a, c]),
        why="공분산에는 두 기울기가 곱해지고 더하는 수는 사라지며, 상관계수는 기울기의 곱이 음수일 때 부호만 바뀐다.",
        wrongs=_r_wrongs(r, a, c, sigmas) if wants_r else _cov_wrongs(cov, (a, c), (b, d)),
        steps=[
            f"r(X, Y) = {plain(cov)}/(√{sigmas[0] ** 2}·√{sigmas[1] ** 2}) = {plain(r)}",
            f"기울기의 곱 = {inside(a)}·{inside(c)} = {plain(a * c)} {'>' if a * c > 0 else '<'} 0이므로 부호가 "
            + ("그대로이다." if a * c > 0 else "바뀐다."),
            f"r(U, V) = {signed(result, 2)}",
        ]
        if wants_r
        else [first_step, f"더하는 수는 공분산을 바꾸지 않으므로 Cov(U, V) = {signed(result, 2)}"],
    )


def _r_wrongs(r: float, a: float, c: float, sigmas: list[int]) -> list[Wrong]:
    right, (s, t) = copysign(1, a * c) * r, sigmas
    rule = "일차식으로 바꾸어도 상관계수의 크기는 그대로입니다."
    wrongs = [
        Wrong(-right, "부호가 반대입니다. 기울기의 곱이 음수일 때에만 부호가 바뀝니다."),
        Wrong(a * c * r, f"상관계수에 두 기울기를 곱했습니다. {rule}"),
        Wrong(r / (a * c), f"상관계수를 두 기울기로 나누었습니다. {rule}"),
        Wrong(right * abs(a / c), f"한쪽의 기울기만 표준편차에 반영했습니다. {rule}"),
        Wrong(right * abs(c / a), f"한쪽의 기울기만 표준편차에 반영했습니다. {rule} 다른 쪽의 기울기도 지워집니다."),
        Wrong(right * t / s, "공분산을 X의 분산으로만 나누었습니다. 상관계수는 두 표준편차의 곱으로 나눕니다."),
        Wrong(right * s / t, "공분산을 Y의 분산으로만 나누었습니다. 상관계수는 두 표준편차의 곱으로 나눕니다."),
        Wrong(r * r, "상관계수를 제곱했습니다. 이는 결정계수입니다."),
    ]
    return within(wrongs, -1, 1)


def _cov_wrongs(cov: float, slopes: tuple[float, float], shifts: tuple[int, int]) -> list[Wrong]:
    (a, c), (b, d) = slopes, shifts
    right = a * c * cov
    rule = "공분산은 두 기울기의 곱만큼 커집니다."
    return [
        Wrong(-right, "부호가 반대입니다. 기울기의 부호까지 곱합니다."),
        Wrong(cov, f"공분산이 그대로라고 보았습니다. {rule}"),
        Wrong(right + b * d, "더하는 수의 곱까지 더했습니다. 더하는 수는 공분산을 바꾸지 않습니다."),
        Wrong(right * a * c, "기울기를 제곱하여 곱했습니다. 제곱은 분산에 곱합니다."),
        Wrong(a * cov, f"X의 기울기만 곱했습니다. {rule}"),
        Wrong(c * cov, f"Y의 기울기만 곱했습니다. {rule}"),
        Wrong((a + c) * cov, f"두 기울기를 더하여 곱했습니다. {rule}"),
    ]


@template("corr.pearson", "partial", "편상관계수")
def partial(draw: Draw) -> Draft:
    """The correlation of two variables with the third held fixed, from a correlation matrix."""
    place, names = draw.pick(TRIPLES)
    if draw.is_extended:
        a, b = (draw.pick([-1, 1]) * size for size in draw.sample([0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8], 2))
    else:
        size = draw.multiple(0.2, 0.8, 0.1)
        a, b = (draw.pick([-1, 1]) * value for value in draw.pick([(size, size), (0.6, 0.8), (0.8, 0.6)]))
    r, (i, j, k) = draw.pick([-1, 1]) * draw.multiple(0.1, 0.9, 0.05), draw.sample(range(3), 3)
    draw.require(is_definite(r, a, b))
    roots = [float(rounded(sqrt(1 - value * value), 3)) for value in (a, b)]
    is_even = abs(a) == abs(b) or {abs(a), abs(b)} == {0.6, 0.8}
    top, bottom = round(r - a * b, 6), round(sqrt((1 - a * a) * (1 - b * b)), 6) if is_even else roots[0] * roots[1]
    told = ", ".join(f"√{plain(1 - v * v)} = {show(root, 3)}" for v, root in sorted(zip((a, b), roots, strict=True)))
    matrix = [[1.0] * 3 for _ in range(3)]
    for (row, column), value in {(i, j): r, (i, k): a, (j, k): b}.items():
        matrix[row][column] = matrix[column][row] = value
    product = plain((1 - a * a) * (1 - b * b))
    return Draft(
        stem=f"{place}의 상관행렬이 다음과 같다. {with_particle(names[k], '을/를')} 고정한(그 영향을 없앤) "
        f"{with_particle(names[i], '과/와')} {names[j]}의 편상관계수는? ({'' if is_even else f'단, {told}이고, '}{rounding(2)})",
        data=Table(columns=("상관계수", *names), rows=tuple((names[n], *(1 if v == 1 else v for v in matrix[n])) for n in range(3))),
        key=compute(partial_correlation, correlations=matrix, i=i, j=j),
        why="편상관계수는 (r₁₂ − r₁₃·r₂₃)/√((1 − r₁₃²)(1 − r₂₃²))이며, 변수 3으로 설명되는 몫을 뺀 상관이다.",
        wrongs=_partial_wrongs(r, a, b),
        steps=[
            f"편상관계수 = (r₁₂ − r₁₃·r₂₃)/√((1 − r₁₃²)(1 − r₂₃²)), 3은 {names[k]}",
            f"분자 = {plain(r)} − {inside(a)}·{inside(b)} = {plain(top)}",
            f"분모 = √((1 − {inside(a)}²)(1 − {inside(b)}²)) = "
            + (f"√{product} = {plain(bottom)}" if is_even else f"{show(roots[0], 3)}·{show(roots[1], 3)} = {show(bottom, 3)}"),
            f"편상관계수 = {inside(top)}/{plain(bottom) if is_even else show(bottom, 3)} = {signed(top / bottom, 2)}",
        ],
        by_hand=top / (bottom if is_even else float(show(bottom, 3))),
    )


def _partial_wrongs(r: float, a: float, b: float) -> list[Wrong]:
    top, x, y = r - a * b, 1 - a * a, 1 - b * b
    wrongs = [
        Wrong(r, "두 변수의 단순 상관계수입니다. 고정한 변수의 영향을 빼지 않았습니다."),
        Wrong(top, "분모 √((1 − r₁₃²)(1 − r₂₃²))로 나누지 않았습니다."),
        Wrong(top / (x * y), "분모에 제곱근을 씌우지 않았습니다."),
        Wrong(top / sqrt(x), "한쪽에서만 영향을 뺐습니다. 이는 부분(준편)상관계수입니다."),
        Wrong((r + a * b) / sqrt(x * y), "분자에서 두 상관계수의 곱을 빼지 않고 더했습니다."),
        Wrong(-top / sqrt(x * y), "분자의 빼는 차례를 바꾸었습니다."),
        Wrong(top / sqrt((1 - r * r) * x), "분모에 다른 상관계수를 넣었습니다. 고정한 변수와의 상관계수를 씁니다."),
        Wrong((top / sqrt(x * y)) ** 2, "편상관계수를 제곱했습니다."),
    ]
    return within(wrongs, -0.995, 0.995)
