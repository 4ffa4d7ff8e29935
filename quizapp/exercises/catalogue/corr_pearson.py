"""Pearson's correlation from data and from a covariance matrix.

https://numpy.org/doc/stable/reference/generated/numpy.corrcoef.html
https://numpy.org/doc/stable/reference/generated/numpy.outer.html
"""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from fractions import Fraction
from math import isqrt

from quizapp.exercises.catalogue.confusion_tables import require_hand_fractions
from quizapp.exercises.catalogue.stats_parts import cell, whole_sample
from quizapp.exercises.catalogue.wording import inside, plain, rounding, signed, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Cell, Table
from quizapp.korean import with_particle

PAIRS = (
    ("어느 쇼핑몰의 주별", "광고비(백만 원)", "매출(천만 원)"),
    ("한 물류센터의 배송별", "거리(km)", "소요 시간(분)"),
    ("한 공장의 교대별", "온도(℃)", "불량 수(개)"),
    ("어느 병원의 날짜별", "접수 인원(명)", "대기 시간(분)"),
    ("한 지자체의 동별", "가구 수(백 가구)", "민원 수(건)"),
)
"""Whose records, and two variables of them."""

TRIPLES = (
    ("어느 쇼핑몰 주별 자료", ("광고비", "방문자 수", "매출")),
    ("한 물류센터 배송별 자료", ("거리", "무게", "소요 시간")),
    ("한 공장 교대별 자료", ("온도", "습도", "불량률")),
    ("어느 병원 환자별 자료", ("나이", "체중", "혈압")),
    ("한 지자체 동별 자료", ("인구", "상점 수", "민원 수")),
)


def correlation(x: list[float], y: list[float]) -> float:
    import numpy as np

    return float(np.corrcoef(x, y)[0, 1])


def correlation_of_matrix(covariance: list[list[float]], i: int, j: int) -> float:
    import numpy as np

    matrix = np.array(covariance)
    deviations = np.sqrt(np.diag(matrix))
    return float((matrix / np.outer(deviations, deviations))[i, j])


def ranked(values: Sequence[float]) -> list[float]:
    """Ranks from the smallest, ties with their mean."""
    ordered = sorted(values)
    return [ordered.index(value) + (ordered.count(value) + 1) / 2 for value in values]


@template("corr.pearson", "from_data", "자료에서 피어슨 상관계수")
def from_data(draw: Draw) -> Draft:
    """The correlation of two short columns."""
    (place, first, second), size = draw.pick(PAIRS), draw.integer(6, 7) if draw.is_extended else draw.integer(4, 5)
    means = draw.integer(24, 50), draw.integer(24, 50)
    x, y = (whole_sample(draw, size, mean) for mean in means)
    gaps = [(a - means[0], b - means[1]) for a, b in zip(x, y, strict=True)]
    sxx, syy, sxy = sum(a * a for a, _ in gaps), sum(b * b for _, b in gaps), sum(a * b for a, b in gaps)
    bottom = isqrt(sxx * syy)
    r = Fraction(sxy, bottom)
    draw.require(Fraction(1, 10) < abs(r) < Fraction(19, 20))
    require_hand_fractions(draw, r)
    wrongs = [
        Wrong(float(-r), "부호가 반대입니다. 두 편차의 곱을 부호까지 더합니다."),
        Wrong(float(r * r), "상관계수를 제곱했습니다. 이는 결정계수입니다."),
        Wrong(sxy / sxx, "x의 제곱합으로만 나누었습니다. 이는 회귀직선의 기울기입니다."),
        Wrong(sxy / syy, "y의 제곱합으로만 나누었습니다."),
        Wrong(float(r) * size / (size - 1), "공분산은 n − 1로, 표준편차는 n으로 나누었습니다. 나누는 수가 같아야 합니다."),
        Wrong(float(r) * (size - 1) / size, "공분산은 n으로, 표준편차는 n − 1로 나누었습니다. 나누는 수가 같아야 합니다."),
        Wrong(statistics.correlation(ranked(x), ranked(y)), "값을 순위로 바꾸어 구했습니다. 이는 스피어만 순위상관계수입니다."),
        Wrong(2 * sxy / (sxx + syy), "두 제곱합의 곱의 제곱근이 아니라 평균으로 나누었습니다."),
    ]
    return Draft(
        stem=f"{place} {with_particle(first, '과/와')} {with_particle(second, '이/가')} 다음과 같다. "
        f"두 변수의 피어슨 상관계수는? ({rounding(2)})",
        data=Table(columns=("번호", *map(str, range(1, size + 1))), rows=((first, *x), (second, *y))),
        key=compute(correlation, x=x, y=y),
        why="피어슨 상관계수는 편차의 곱의 합을 두 편차 제곱합의 곱의 제곱근으로 나눈 값이다.",
        wrongs=within(wrongs, -1, 1),
        steps=[
            f"x̄ = {means[0]}, ȳ = {means[1]}",
            f"Sxy = {' + '.join(f'{inside(a)}·{inside(b)}' for a, b in gaps)} = {signed(sxy, 0)}",
            f"Sxx = {sxx}, Syy = {syy}, √(Sxx·Syy) = {bottom}",
            f"r = {inside(sxy)}/{bottom} = {signed(float(r), 2)}",
        ],
    )


@template("corr.pearson", "from_matrix", "공분산행렬에서 상관계수")
def from_matrix(draw: Draw) -> Draft:
    """The correlation of two of the three variables of a covariance matrix."""
    place, names = draw.pick(TRIPLES)
    sigmas = draw.sample(range(2, 16) if draw.is_extended else (2, 3, 4, 5, 6, 8, 10), 3)
    rs = {pair: draw.pick([-1, 1]) * draw.multiple(0.1, 0.9, 0.05) for pair in ((0, 1), (0, 2), (1, 2))}
    i, j = draw.pick(list(rs))
    cov = [[_covariance(rs, sigmas, a, b) for b in range(3)] for a in range(3)]
    draw.require(is_definite(*rs.values()) and abs(rs[i, j]) not in {abs(r) for pair, r in rs.items() if pair != (i, j)})
    r, c, (s, t) = rs[i, j], cov[i][j], (sigmas[i], sigmas[j])
    wrongs = [
        Wrong(c / (s * t) ** 2, "표준편차가 아니라 분산의 곱으로 나누었습니다."),
        Wrong(c / s**2, f"{names[i]}의 분산으로만 나누었습니다. 이는 회귀직선의 기울기입니다."),
        Wrong(c / t**2, f"{names[j]}의 분산으로만 나누었습니다. 이는 회귀직선의 기울기입니다."),
        Wrong(2 * c / (s**2 + t**2), "두 분산의 평균으로 나누었습니다."),
        Wrong(r * r, "상관계수를 제곱했습니다. 이는 결정계수입니다."),
        Wrong(-r, "공분산의 부호를 거꾸로 옮겼습니다. 상관계수의 부호는 공분산과 같습니다."),
        *(Wrong(other, f"{names[a]}–{names[b]}의 상관계수를 구했습니다.") for (a, b), other in rs.items() if (a, b) != (i, j)),
    ]
    rows: list[tuple[Cell, ...]] = [(names[a], *map(cell, cov[a])) for a in range(3)]
    return Draft(
        stem=f"{place}의 공분산행렬이 다음과 같다. {with_particle(names[i], '과/와')} {names[j]}의 상관계수는? ({rounding(2)})",
        data=Table(columns=("공분산", *names), rows=tuple(rows)),
        key=compute(correlation_of_matrix, covariance=cov, i=i, j=j),
        why="상관계수는 공분산을 두 표준편차의 곱으로 나눈 값이고, 공분산행렬의 대각 원소는 분산이다.",
        wrongs=within(wrongs, -1, 1),
        steps=[
            f"공분산 = {plain(c)}, 분산 = {s**2}, {t**2}",
            f"표준편차 = √{s**2} = {s}, √{t**2} = {t}",
            f"상관계수 = {inside(c)}/({s}·{t}) = {inside(c)}/{s * t} = {signed(r, 2)}",
        ],
    )


def _covariance(rs: dict[tuple[int, int], float], sigmas: list[int], a: int, b: int) -> float:
    return sigmas[a] ** 2 if a == b else round(rs[min(a, b), max(a, b)] * sigmas[a] * sigmas[b], 6)


def is_definite(first: float, second: float, third: float) -> bool:
    """Whether three correlations can belong together, with some room."""
    return 1 + 2 * first * second * third - first**2 - second**2 - third**2 > 0.05
