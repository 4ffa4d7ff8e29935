"""Principal components of raw variables: eigenvalues of a 2×2 covariance matrix, the score of a point on an eigenvector.

https://numpy.org/doc/stable/reference/generated/numpy.linalg.eigvalsh.html
https://numpy.org/doc/stable/reference/generated/numpy.dot.html
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import product
from math import isqrt, sqrt

from quizapp.exercises.catalogue.pca_variance import TOPICS
from quizapp.exercises.catalogue.stats_parts import cell
from quizapp.exercises.catalogue.wording import inside, plain, rounding, signed
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.numbers import show


def eigenvalue(covariance: list[list[float]], largest: bool) -> float:
    import numpy as np

    smallest_first = np.linalg.eigvalsh(covariance)
    return float(smallest_first[-1 if largest else 0])


def component_score(point: list[float], mean: list[float], vector: list[float]) -> float:
    import numpy as np

    return float(np.dot(np.subtract(point, mean), vector))


@cache
def _matrices() -> list[tuple[int, int, int, int, int]]:
    """Variances a ≠ c, covariance b, and both eigenvalues, all whole."""
    found = []
    for a, c, b in product(range(2, 16), range(2, 16), range(1, 8)):
        root = isqrt((a - c) ** 2 + 4 * b * b)
        if a != c and root**2 == (a - c) ** 2 + 4 * b * b and root < a + c:
            found.append((a, c, b, (a + c + root) // 2, (a + c - root) // 2))
    return found


@template("pca.variance", "eigenvalue", "2×2 공분산행렬의 고윳값")
def two_by_two(draw: Draw) -> Draft:
    """The variance of the first or the second component from a 2×2 covariance matrix."""
    (topic, variables), which = draw.pick(TOPICS), draw.pick([1, 2])
    first, second = draw.sample(variables, 2)
    scale, sign = draw.pick([0.5, 1.5, 2.5]) if draw.is_extended else 1, draw.pick([1, -1])
    a, c, size, *pair = (scale * number for number in draw.pick(_matrices()))
    b, value, other = sign * size, pair[which - 1], pair[2 - which]
    draw.require(value > 0.6)
    return Draft(
        stem=f"{topic} 가운데 두 변수의 공분산행렬이 다음과 같다. 주성분분석을 할 때, 제{which}주성분의 분산(고윳값)은? ({rounding(1)})",
        data=Table(columns=("공분산", first, second), rows=((first, cell(a), cell(b)), (second, cell(b), cell(c)))),
        key=compute(eigenvalue, covariance=[[a, b], [b, c]], largest=which == 1),
        decimals=1,
        why="주성분의 분산은 공분산행렬의 고윳값이며, (a − λ)(c − λ) − b² = 0의 근이다. 큰 근이 제1주성분의 분산이다.",
        wrongs=[
            Wrong(other, f"다른 주성분의 고윳값입니다. 물음은 {'큰' if which == 1 else '작은'} 쪽입니다."),
            Wrong(max(a, c) if which == 1 else min(a, c), "대각 원소를 그대로 읽었습니다. 공분산이 0이 아니면 고윳값과 다릅니다."),
            Wrong(max(a, c) + size if which == 1 else min(a, c) - size, "대각 원소에 공분산을 더하거나 뺐습니다."),
            Wrong(a + c, "고윳값의 합(대각합)을 구했습니다."),
            Wrong(a * c - b * b, "고윳값의 곱(행렬식)을 구했습니다."),
            Wrong(sqrt(value), "제곱근을 씌워 주성분의 표준편차를 구했습니다."),
            Wrong((a + c) / 2, "두 분산을 평균했습니다."),
            Wrong(size, "공분산의 크기를 답했습니다."),
        ],
        steps=[
            f"({plain(a)} − λ)({plain(c)} − λ) − {inside(b)}² = 0",
            f"λ² − {plain(a + c)}λ + {plain(a * c - b * b)} = 0",
            f"(λ − {plain(pair[0])})(λ − {plain(pair[1])}) = 0, λ = {plain(pair[0])}, {plain(pair[1])}",
            f"제{which}주성분의 분산 = {show(value, 1)}",
        ],
    )


_DIRECTIONS = {False: ((0.6, 0.8), (0.8, 0.6)), True: ((0.48, 0.6, 0.64), (0.36, 0.48, 0.8), (0.6, 0.64, 0.48), (0.8, 0.36, 0.48))}
"""Eigenvectors of length 1: two variables on the paper, three for extended numbers."""


@template("pca.variance", "score", "고유벡터에서 주성분 점수")
def score(draw: Draw) -> Draft:
    """The score of a point on a given eigenvector."""
    (topic, names), decimals = draw.pick(TOPICS), 2 if draw.is_extended else 1
    vector = [part * draw.pick([1, 1, -1]) for part in draw.pick(_DIRECTIONS[draw.is_extended])]
    mean = [draw.integer(20, 60) for _ in vector]
    gaps = [draw.pick([-1, 1]) * draw.integer(1, 9) for _ in vector]
    point = [m + gap for m, gap in zip(mean, gaps, strict=True)]
    parts = [gap * part for gap, part in zip(gaps, vector, strict=True)]
    draw.require(len(set(gaps)) == len(gaps) and max(vector) > 0 and abs(sum(parts)) > 0.5)
    variables = names[: len(vector)]
    return Draft(
        stem=f"{topic} {len(vector)}개를 표준화하지 않고 주성분분석하였다. 변수의 평균, 제1주성분의 고유벡터(길이 1), 한 관측값이 다음과 "
        f"같을 때, 이 관측값의 제1주성분 점수는? ({rounding(decimals)})",
        data=Table(columns=("변수", *variables), rows=(("평균", *mean), ("고유벡터", *vector), ("관측값", *point))),
        key=compute(component_score, point=point, mean=mean, vector=vector),
        decimals=decimals,
        why="주성분 점수는 관측값에서 평균을 뺀 뒤 고유벡터와 내적한 값이다.",
        wrongs=_score_wrongs(point, mean, vector),
        steps=[
            f"관측값 − 평균 = ({', '.join(map(plain, gaps))})",
            "점수 = Σ (관측값 − 평균)·고유벡터",
            f"= {' + '.join(f'{inside(gap)}·{inside(part)}' for gap, part in zip(gaps, vector, strict=True))}",
            f"= {' + '.join(map(inside, parts))} = {signed(sum(parts), decimals)}",
        ],
    )


def _score_wrongs(point: list[int], mean: list[int], vector: list[float]) -> list[Wrong]:
    gaps = [x - m for x, m in zip(point, mean, strict=True)]

    def dot(first: Sequence[float], second: Sequence[float]) -> float:
        return sum(x * y for x, y in zip(first, second, strict=True))

    return [
        Wrong(dot(point, vector), "평균을 빼지 않고 내적했습니다."),
        Wrong(-dot(gaps, vector), "평균에서 관측값을 뺐습니다. 부호가 반대입니다."),
        Wrong(dot(gaps, vector[::-1]), "고유벡터의 성분을 다른 변수에 곱했습니다."),
        Wrong(dot(gaps, list(map(abs, vector))), "고유벡터의 음의 부호를 빠뜨렸습니다."),
        Wrong(dot(list(map(abs, gaps)), vector), "편차의 음의 부호를 빠뜨렸습니다."),
        Wrong(sum(gaps), "고유벡터를 곱하지 않고 편차를 더했습니다."),
        Wrong(sqrt(dot(gaps, gaps)), "평균까지의 거리를 구했습니다. 점수는 고유벡터 방향의 길이입니다."),
        Wrong(dot(gaps, vector) / len(gaps), "내적을 변수의 수로 나누었습니다."),
        Wrong(gaps[0] * vector[0], "첫 변수만 썼습니다. 모든 변수의 몫을 더합니다."),
    ]
