"""Moments of discrete and of combined variables: weighted means, a linear system and a quadratic form with numpy.

https://numpy.org/doc/stable/reference/generated/numpy.average.html
https://numpy.org/doc/stable/reference/generated/numpy.linalg.solve.html
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from math import sqrt

from quizapp.exercises.catalogue.probability_parts import weighted
from quizapp.exercises.catalogue.wording import inside, plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show

_COUNTS = (
    "한 콜센터가 10분 동안 받는 전화의 수",
    "어느 매장의 고객 한 명이 사는 상품의 수",
    "한 공장의 제품 하나에 있는 흠의 수",
    "한 환자가 한 달에 병원을 찾는 횟수",
    "한 배송 기사의 하루 재배송 건수",
    "한 지자체에 하루 접수되는 파손 신고의 수",
)


def variance_of(values: list[float], chances: list[float]) -> float:
    import numpy as np

    mean = np.average(values, weights=chances)
    return float(np.average((np.array(values) - mean) ** 2, weights=chances))


def missing_chance(values: list[float], chance_left: float, mean_left: float) -> float:
    import numpy as np

    return float(np.linalg.solve(np.array([[1.0, 1.0], values]), np.array([chance_left, mean_left]))[0])


def variance_of_line(slope: float, mean: float, mean_square: float) -> float:
    import numpy as np

    return float(np.square(slope) * (mean_square - np.square(mean)))


def deviation_of_line(slope: float, mean: float, mean_square: float) -> float:
    import numpy as np

    return float(np.abs(slope) * np.sqrt(mean_square - np.square(mean)))


def variance_of_mix(weights: list[float], covariance: list[list[float]]) -> float:
    import numpy as np

    mix = np.array(weights)
    return float(mix @ np.array(covariance) @ mix)


def _shares(draw: Draw, size: int, parts: int) -> list[Fraction]:
    """*size* probabilities in *parts*ths."""
    cuts = [0, *sorted(draw.sample(range(1, parts), size - 1)), parts]
    return [Fraction(high - low, parts) for low, high in pairwise(cuts)]


@template("dist.moments", "variance", "확률분포표에서 분산")
def variance(draw: Draw) -> Draft:
    """The variance of a discrete distribution, from its table."""
    what, size = draw.pick(_COUNTS), 5 if draw.is_extended else 4
    values, chances = list(range(size)), _shares(draw, size, 20 if draw.is_extended else 10)
    mean = sum(x * p for x, p in zip(values, chances, strict=True))
    square = sum(x**2 * p for x, p in zip(values, chances, strict=True))
    value = float(square - mean**2)
    return Draft(
        stem=f"{with_particle(what, '을/를')} X라 할 때, X의 확률분포가 다음과 같다. X의 분산은? ({rounding(2)})",
        data=Table(columns=("X", *map(str, values)), rows=(("P(X)", *map(float, chances)),)),
        key=compute(variance_of, values=values, chances=[float(p) for p in chances]),
        why="분산은 E(X²) − {E(X)}²이며, 두 기댓값 모두 확률로 무게를 준다.",
        wrongs=_variance_wrongs(values, [float(p) for p in chances]),
        steps=[
            "V(X) = E(X²) − {E(X)}²",
            f"E(X) = Σ x·p = {' + '.join(f'{x}·{plain(p)}' for x, p in zip(values, chances, strict=True) if x)} = {plain(mean)}",
            f"E(X²) = Σ x²·p = {' + '.join(f'{x**2}·{plain(p)}' for x, p in zip(values, chances, strict=True) if x)} = {plain(square)}",
            f"V(X) = {plain(square)} − {plain(mean)}² = {plain(square)} − {plain(mean**2)} = {show(value, 2)}",
        ],
    )


def _variance_wrongs(values: list[int], chances: list[float]) -> list[Wrong]:
    mean, square = weighted(values, chances), weighted([x**2 for x in values], chances)
    middle = sum(values) / len(values)
    return [
        Wrong(square, "E(X²)을 답했습니다. 평균의 제곱을 빼야 합니다."),
        Wrong(abs(square - mean), "평균을 제곱하지 않고 뺐습니다."),
        Wrong(sqrt(square - mean**2), "표준편차를 답했습니다. 물음은 분산입니다."),
        Wrong(sum((x - middle) ** 2 for x in values) / len(values), "확률을 쓰지 않고 값들만으로 분산을 구했습니다."),
        Wrong(weighted([abs(x - mean) for x in values], chances), "편차를 제곱하지 않고 절댓값으로 평균했습니다."),
        Wrong(mean, "평균을 답했습니다."),
        Wrong(mean**2, "평균의 제곱을 답했습니다. E(X²)에서 이 값을 뺍니다."),
        Wrong(sum((x - mean) ** 2 for x in values) / len(values), "편차의 제곱을 확률로 가중하지 않고 값의 수로 나누었습니다."),
    ]


@template("dist.moments", "missing", "기댓값에서 빠진 확률")
def missing(draw: Draw) -> Draft:
    """A missing probability of a distribution's table, from the mean."""
    what, size = draw.pick(_COUNTS), 5 if draw.is_extended else 4
    values, chances = list(range(size)), _shares(draw, size, 20 if draw.is_extended else 10)
    first, second = sorted(draw.sample(values, 2))
    if draw.pick([True, False]):
        first, second = second, first
    a, b = chances[first], chances[second]
    known = [(x, p) for x, p in zip(values, chances, strict=True) if x not in (first, second)]
    mean, left = Fraction(sum(x * p for x, p in zip(values, chances, strict=True))), 1 - sum(p for _, p in known)
    rest = mean - sum(x * p for x, p in known)
    draw.require(a != b)
    terms = " + ".join(f"{plain(x) if x > 1 else ''}{name}" for x, name in ((first, "a"), (second, "b")) if x)
    cells = ["a" if x == first else "b" if x == second else plain(p) for x, p in zip(values, chances, strict=True)]
    return Draft(
        stem=f"{with_particle(what, '을/를')} X라 할 때, X의 확률분포가 다음과 같고 E(X) = {plain(mean)}이다. a의 값은? ({rounding(2)})",
        data=Table(columns=("X", *map(str, values)), rows=(("P(X)", *cells),)),
        key=compute(missing_chance, values=[first, second], chance_left=float(left), mean_left=float(rest)),
        why="확률의 합이 1이라는 식과 기댓값의 식, 두 식을 함께 푼다.",
        wrongs=within(_missing_wrongs((first, second), (a, b), mean), 0, 1),
        steps=[
            f"확률의 합: a + b = 1 − {plain(1 - left)} = {plain(left)}",
            f"기댓값: {terms} = {plain(mean)} − {plain(mean - rest)} = {plain(rest)}",
            f"두 식을 풀면 b = {plain(b)}, a = {show(float(a), 2)}",
        ],
    )


def _missing_wrongs(places: tuple[int, int], chances: tuple[Fraction, Fraction], mean: Fraction) -> list[Wrong]:
    (first, second), (a, b) = places, chances
    left = a + b
    sum_known = mean - first * a - second * b
    careless = (mean - second * left) / (first - second)
    return [
        Wrong(float(b), "b의 값을 답했습니다."),
        Wrong(float(left), "a와 b의 합을 답했습니다. 기댓값의 식으로 둘을 나누어야 합니다."),
        Wrong(float(left) / 2, "남은 확률을 a와 b에 똑같이 나누었습니다."),
        Wrong(float(careless), "기댓값에서 이미 아는 값들의 몫을 빼지 않았습니다."),
        Wrong(float(1 - left), "이미 아는 확률의 합을 답했습니다."),
        Wrong(float(mean - sum_known) / max(first, second), "기댓값의 남은 몫을 더 큰 값 하나로 나누었습니다."),
        Wrong(float(1 - a), "1에서 a를 뺀 값을 답했습니다."),
        Wrong(float(left * first / max(first + second, 1)), "남은 확률을 X의 값에 비례하여 나누었습니다."),
    ]


_LINES = (
    ("한 택배 기사의 하루 배송 건수", "하루 수당(천 원)"),
    ("한 병원의 하루 입원 환자 수", "하루 급식비(천 원)"),
    ("어느 쇼핑몰의 하루 반품 건수", "하루 반품 비용(천 원)"),
    ("한 공장의 하루 고장 횟수", "하루 수리비(만 원)"),
    ("한 구청의 하루 민원 건수", "하루 처리 시간(분)"),
)


@template("dist.moments", "linear", "일차식으로 바꾼 변수의 분산 또는 표준편차")
def linear(draw: Draw) -> Draft:
    """The variance or the deviation of aX + b, from the first two moments of X."""
    (what, made), wants_root = draw.pick(_LINES), draw.pick([True, False])
    a, b = draw.integer(2, 9 if draw.is_extended else 5), draw.integer(5, 40)
    mean, sigma = draw.integer(3, 12), draw.integer(1, 6)
    variance = sigma**2 if wants_root or draw.pick([True, False]) else draw.integer(2, 30)
    square, value = mean**2 + variance, a * sigma if wants_root else a**2 * variance
    root = [f"σ(X) = √{variance} = {sigma}", f"σ(Y) = {a}·{sigma} = {value}"]
    asked = with_particle("표준편차" if wants_root else "분산", "은/는")
    return Draft(
        stem=f"{with_particle(what, '을/를')} X라 할 때 E(X) = {mean}, E(X²) = {square}이다. {with_particle(made, '이/가')} Y = {a}X + "
        f"{with_particle(str(b), '으로/로')} 정해질 때, Y의 {asked}?",
        key=compute(deviation_of_line if wants_root else variance_of_line, slope=a, mean=mean, mean_square=square),
        decimals=0,
        why="상수를 더하면 흩어진 정도는 그대로이고, a를 곱하면 표준편차는 |a|배, 분산은 a²배가 된다.",
        wrongs=_root_wrongs(a, b, variance, square) if wants_root else _square_wrongs(a, b, variance, square),
        steps=[
            f"V(X) = E(X²) − {{E(X)}}² = {square} − {mean}² = {variance}",
            *(root if wants_root else [f"V(Y) = {a}²·V(X) = {a**2}·{variance} = {value}"]),
        ],
    )


def _square_wrongs(a: int, b: int, variance: int, square: int) -> list[Wrong]:
    return [
        Wrong(a * variance, "a를 제곱하지 않았습니다. 분산은 a²배가 됩니다."),
        Wrong(a**2 * variance + b, "상수 b를 더했습니다. 상수는 분산을 바꾸지 않습니다."),
        Wrong(a * variance + b, "기댓값처럼 aV(X) + b로 구했습니다."),
        Wrong(a**2 * square, "분산 대신 E(X²)을 썼습니다."),
        Wrong(a * sqrt(variance), "표준편차를 답했습니다. 물음은 분산입니다."),
        Wrong(variance, "X의 분산을 답했습니다. a를 곱한 것을 반영하지 않았습니다."),
        Wrong(a**2 * variance + b**2, "상수의 제곱 b²을 더했습니다. 상수의 분산은 0입니다."),
    ]


def _root_wrongs(a: int, b: int, variance: int, square: int) -> list[Wrong]:
    sigma = sqrt(variance)
    return [
        Wrong(a * sigma + b, "상수 b를 더했습니다. 상수는 표준편차를 바꾸지 않습니다."),
        Wrong(a**2 * sigma, "a를 제곱하여 곱했습니다. 표준편차는 |a|배가 됩니다."),
        Wrong(a**2 * variance, "분산을 답했습니다. 물음은 표준편차입니다."),
        Wrong(sigma, "X의 표준편차를 답했습니다. a를 곱한 것을 반영하지 않았습니다."),
        Wrong(a * sqrt(square), "평균의 제곱을 빼지 않고 E(X²)의 제곱근을 썼습니다."),
        Wrong(sqrt(a) * sigma, "a에도 제곱근을 씌웠습니다."),
        Wrong(a * variance, "표준편차가 아니라 분산에 a를 곱했습니다."),
    ]


_PAIRS = ("두 창구의 하루 방문객 수", "두 상품의 하루 판매량", "두 설비의 하루 생산량", "두 지점의 하루 매출", "두 노선의 하루 승객 수")


@template("dist.moments", "mix", "공분산이 있는 두 변수의 합과 차의 분산")
def mix(draw: Draw) -> Draft:
    """The variance of aX + bY, from a covariance matrix."""
    what, a = draw.pick(_PAIRS), draw.integer(*((3, 7) if draw.is_extended else (1, 3)))
    b = draw.pick([-1, 1]) * draw.integer(*((2, 5) if draw.is_extended else (1, 2)))
    vx, vy, cov = draw.integer(2, 25), draw.integer(2, 25), draw.pick([-1, 1]) * draw.integer(1, 9)
    value = a**2 * vx + b**2 * vy + 2 * a * b * cov
    draw.require(cov**2 < vx * vy and vx != vy and value > 2)
    line = f"{a if a > 1 else ''}X {'+' if b > 0 else '−'} {abs(b) if abs(b) > 1 else ''}Y"
    return Draft(
        stem=f"{with_particle(what, '을/를')} X, Y라 할 때, 두 변수의 분산·공분산 행렬이 다음과 같다. {line}의 분산은?",
        data=Table(columns=("구분", "X", "Y"), rows=(("X", vx, cov), ("Y", cov, vy))),
        key=compute(variance_of_mix, weights=[a, b], covariance=[[vx, cov], [cov, vy]]),
        decimals=0,
        why="V(aX + bY) = a²V(X) + b²V(Y) + 2ab·Cov(X, Y)이며, 계수의 부호는 공분산의 항에만 남는다.",
        wrongs=[
            Wrong(a**2 * vx + b**2 * vy, "공분산의 항을 빠뜨렸습니다. 두 변수가 독립일 때만 0입니다."),
            Wrong(a**2 * vx + b**2 * vy + a * b * cov, "공분산에 2를 곱하지 않았습니다."),
            Wrong(a**2 * vx + b**2 * vy - 2 * a * b * cov, "공분산의 항의 부호를 거꾸로 썼습니다."),
            Wrong(a * vx + abs(b) * vy + 2 * a * b * cov, "계수를 제곱하지 않았습니다."),
            Wrong(a**2 * vx + b * abs(b) * vy + 2 * a * b * cov, "분산까지 뺐습니다. 차의 분산에서도 두 분산은 더합니다."),
            Wrong(a**2 * vx + b**2 * vy + 2 * cov, "공분산의 항에 계수의 곱 ab를 곱하지 않았습니다."),
            Wrong((a * sqrt(vx) + b * sqrt(vy)) ** 2, "표준편차를 더하거나 뺀 뒤 제곱했습니다. 상관계수가 1일 때만 맞습니다."),
            Wrong(vx + vy + 2 * cov, "계수를 모두 무시하고 X + Y의 분산을 구했습니다."),
        ],
        steps=[
            f"V({line}) = {a}²·V(X) + {inside(b)}²·V(Y) + 2·{a}·{inside(b)}·Cov(X, Y)",
            f"{a}²·{vx} = {a**2 * vx}, {inside(b)}²·{vy} = {b**2 * vy}, 2·{a}·{inside(b)}·{inside(cov)} = {plain(2 * a * b * cov)}",
            f"합 = {a**2 * vx} + {b**2 * vy} + {inside(2 * a * b * cov)} = {value}",
        ],
    )
