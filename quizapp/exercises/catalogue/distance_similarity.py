"""Similarities and scaled distances: cosine, binary rows, Mahalanobis, by `scipy.spatial.distance`, which returns distances only.

https://docs.scipy.org/doc/scipy/reference/generated/scipy.spatial.distance.cosine.html
https://docs.scipy.org/doc/scipy/reference/generated/scipy.spatial.distance.jaccard.html
https://docs.scipy.org/doc/scipy/reference/generated/scipy.spatial.distance.mahalanobis.html
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from itertools import product
from math import isqrt, sqrt

from quizapp.exercises.catalogue.distance_measures import OBJECTS
from quizapp.exercises.catalogue.wording import inside, plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show

_TEXTS = (
    ("두 민원 글", ("도로", "소음", "주차", "가로등")),
    ("두 상품평", ("배송", "품질", "가격", "포장")),
    ("두 진료 기록", ("두통", "발열", "기침", "복통")),
    ("두 정비 기록", ("누유", "진동", "과열", "소음")),
)
_TICKED = (
    ("두 고객의 구매 여부", "고객"),
    ("두 환자의 증상 유무", "환자"),
    ("두 설비의 경보 발생 여부", "설비"),
    ("두 회원의 강좌 수강 여부", "회원"),
    ("두 지역의 시설 유무", "지역"),
)


def cosine_similarity(u: list[int], v: list[int]) -> float:
    from scipy.spatial.distance import cosine

    return float(1 - cosine(u, v))


def cosine_distance(u: list[int], v: list[int]) -> float:
    from scipy.spatial.distance import cosine

    return float(cosine(u, v))


def jaccard_distance(u: list[int], v: list[int]) -> float:
    import numpy as np
    from scipy.spatial.distance import jaccard

    return float(jaccard(np.array(u, dtype=bool), np.array(v, dtype=bool)))


def jaccard_similarity(u: list[int], v: list[int]) -> float:
    import numpy as np
    from scipy.spatial.distance import jaccard

    return float(1 - jaccard(np.array(u, dtype=bool), np.array(v, dtype=bool)))


def hamming_share(u: list[int], v: list[int]) -> float:
    from scipy.spatial.distance import hamming

    return float(hamming(u, v))


def simple_matching(u: list[int], v: list[int]) -> float:
    from scipy.spatial.distance import hamming

    return float(1 - hamming(u, v))


def mahalanobis_distance(u: list[float], v: list[float], covariance: list[list[float]]) -> float:
    import numpy as np
    from scipy.spatial.distance import mahalanobis

    return float(mahalanobis(u, v, np.linalg.inv(covariance)))


@cache
def _even_vectors(size: int, top: int) -> list[tuple[int, ...]]:
    """Counts up to *top* whose Euclidean length is whole."""
    every = product(range(top + 1), repeat=size)
    return [counts for counts in every if counts.count(0) < size - 1 and isqrt(s := sum(c * c for c in counts)) ** 2 == s]


def _cosine_wrongs(u: Sequence[int], v: Sequence[int], *, is_distance: bool) -> list[Wrong]:
    """What people take for the cosine similarity, or for one minus it."""
    dot = sum(a * b for a, b in zip(u, v, strict=True))
    squares = [sum(a * a for a in row) for row in (u, v)]
    cosine = dot / sqrt(squares[0] * squares[1])
    smaller = sum(min(a, b) for a, b in zip(u, v, strict=True)) / sum(max(a, b) for a, b in zip(u, v, strict=True))
    found = [
        (dot / squares[0], "내적을 앞 벡터의 길이의 제곱으로 나누었습니다. 두 벡터의 길이의 곱으로 나눕니다."),
        (dot / squares[1], "내적을 뒤 벡터의 길이의 제곱으로 나누었습니다. 두 벡터의 길이의 곱으로 나눕니다."),
        (dot / (sum(u) * sum(v)), "내적을 성분의 합의 곱으로 나누었습니다. 나눌 것은 길이의 곱입니다."),
        (2 * dot / sum(squares), "내적의 두 배를 제곱합의 합으로 나누었습니다(다이스). 코사인은 길이의 곱으로 나눕니다."),
        (dot / (sum(squares) - dot), "내적을 제곱합의 합에서 내적을 뺀 값으로 나누었습니다(타니모토)."),
        (smaller, "성분마다 작은 값의 합을 큰 값의 합으로 나누었습니다."),
    ]
    flip = "코사인 유사도를 그대로 답했습니다. 거리는 1에서 유사도를 뺀 값입니다."
    other = "1에서 뺀 코사인 거리를 구했습니다. 물음은 유사도입니다."
    values = [(1 - value if is_distance else value, why) for value, why in found]
    return within((Wrong(value, why) for value, why in [*values, (cosine, flip) if is_distance else (1 - cosine, other)]), 0, 1)


@template("distance.measures", "cosine", "단어 수 벡터의 코사인 유사도와 거리")
def cosine(draw: Draw) -> Draft:
    """The cosine similarity or distance of two texts' word counts."""
    place, words = draw.pick(_TEXTS)
    size = 4 if draw.is_extended else 3
    u, v = ([draw.integer(0, 7) for _ in range(size)] if draw.is_extended else list(draw.pick(_even_vectors(size, 8))) for _ in "uv")
    dot = sum(a * b for a, b in zip(u, v, strict=True))
    squares = [sum(a * a for a in row) for row in (u, v)]
    draw.require(u != v and min(squares) and 0.2 < dot / sqrt(squares[0] * squares[1]) < 0.98)
    draw.require(draw.is_extended or Fraction(dot, isqrt(squares[0] * squares[1])).denominator <= 45)
    is_distance = draw.pick([False, False, True])
    lengths = [show(sqrt(square), 2) if draw.is_extended else str(isqrt(square)) for square in squares]
    similarity = dot / (float(lengths[0]) * float(lengths[1]))
    last = f"코사인 거리 = 1 − {show(similarity, 4)} = {show(1 - similarity, 2)}"
    return Draft(
        stem=f"{place}의 단어 수가 다음과 같다. 두 글의 코사인 {'거리(1 − 코사인 유사도)' if is_distance else '유사도'}는? ({rounding(2)})",
        data=Table(columns=("글", *words[:size]), rows=(("가", *u), ("나", *v))),
        key=compute(cosine_distance if is_distance else cosine_similarity, u=u, v=v),
        why="코사인 유사도는 내적을 두 벡터의 길이의 곱으로 나눈 값이고, 코사인 거리는 1에서 그 값을 뺀 것이다.",
        wrongs=_cosine_wrongs(u, v, is_distance=is_distance),
        steps=[
            f"내적 = {' + '.join(f'{a}·{b}' for a, b in zip(u, v, strict=True))} = {dot}",
            *(
                f"{name}의 길이 = √({' + '.join(f'{a}²' for a in row)}) = √{square} = {length}"
                for name, row, square, length in zip("가나", (u, v), squares, lengths, strict=True)
            ),
            f"코사인 유사도 = {dot}/({lengths[0]}·{lengths[1]}) = {show(similarity, 4 if is_distance else 2)}",
            *([last] if is_distance else []),
        ],
        by_hand=1 - similarity if is_distance else similarity,
    )


_BINARY = {
    "자카드 유사도": (jaccard_similarity, "둘 다 1인 수를 하나라도 1인 수로 나눈다."),
    "자카드 거리": (jaccard_distance, "한쪽만 1인 수를 하나라도 1인 수로 나눈다."),
    "단순 일치 계수(SMC)": (simple_matching, "값이 같은 수(둘 다 1, 둘 다 0)를 전체 수로 나눈다."),
    "해밍 거리(값이 다른 비율)": (hamming_share, "값이 다른 수를 전체 수로 나눈다."),
}


def _binary_wrongs(both: int, one: int, none: int, first: int, second: int, asked: str) -> list[Wrong]:
    """What people take for a measure of two binary rows: both 1, one 1, none 1, and the ones of either."""
    size, some = both + one + none, both + one
    found = {
        "자카드 유사도": (both / some, "둘 다 0인 것을 빼고 나눈 자카드 유사도를 구했습니다."),
        "자카드 거리": (one / some, "둘 다 0인 것을 빼고 나눈 자카드 거리를 구했습니다."),
        "단순 일치 계수(SMC)": ((both + none) / size, "둘 다 0인 것까지 일치로 센 단순 일치 계수를 구했습니다."),
        "해밍 거리(값이 다른 비율)": (one / size, "전체에서 값이 다른 비율(해밍 거리)을 구했습니다."),
        "share": (both / size, "둘 다 1인 수를 전체 수로 나누었습니다."),
        "dice": (2 * both / (2 * both + one), "둘 다 1인 수를 두 번 센 다이스 계수를 구했습니다."),
        "overlap": (both / min(first, second), "둘 다 1인 수를 1이 적은 쪽의 수로 나누었습니다."),
        "sum": (both / (first + second), "둘 다 1인 수를 두 쪽의 1의 수를 더한 값으로 나누었습니다."),
    }
    return [Wrong(value, f"{why} 물음은 {asked.partition('(')[0]}입니다.") for name, (value, why) in found.items() if name != asked]


@template("distance.measures", "binary", "이진 자료의 자카드, 단순 일치, 해밍")
def binary(draw: Draw) -> Draft:
    """A similarity or a distance of two rows of ones and zeros."""
    what, who = draw.pick(_TICKED)
    size = draw.integer(11, 12) if draw.is_extended else draw.integer(7, 10)
    u, v = ([draw.integer(0, 1) for _ in range(size)] for _ in "uv")
    both, none = (sum(a == b == wanted for a, b in zip(u, v, strict=True)) for wanted in (1, 0))
    one = size - both - none
    asked = draw.pick(list(_BINARY))
    draw.require(min(both, one, none) > 0 and sum(u) != sum(v))
    function, rule = _BINARY[asked]
    above, below = {
        "자카드 유사도": (both, both + one),
        "자카드 거리": (one, both + one),
        "단순 일치 계수(SMC)": (both + none, size),
        "해밍 거리(값이 다른 비율)": (one, size),
    }[asked]
    return Draft(
        stem=f"{with_particle(what, '이/가')} 다음과 같다. 두 {who}의 {with_particle(asked, '은/는')}? ({rounding(2)})",
        data=Table(columns=(who, *(str(n) for n in range(1, size + 1))), rows=(("가", *u), ("나", *v))),
        key=compute(function, u=u, v=v),
        why=f"{with_particle(asked.partition('(')[0], '은/는')} {rule}",
        wrongs=_binary_wrongs(both, one, none, sum(u), sum(v), asked),
        steps=[
            f"둘 다 1: {both}, 한쪽만 1: {one}, 둘 다 0: {none}",
            f"{asked.partition('(')[0]}: {rule}",
            f"{above}/{below} = {show(above / below, 2)}",
        ],
    )


def _scaled_wrongs(gaps: Sequence[int], variances: Sequence[int], covariance: int) -> list[Wrong]:
    """What people take for Mahalanobis' distance of two points in two dimensions."""
    (dx, dy), (vx, vy) = gaps, variances
    determinant = vx * vy - covariance**2
    square = (vy * dx * dx - 2 * covariance * dx * dy + vx * dy * dy) / determinant
    swapped = (vy * dx * dx + 2 * covariance * dx * dy + vx * dy * dy) / determinant
    wrongs = [
        Wrong(sqrt(dx * dx + dy * dy), "유클리드 거리를 구했습니다. 마할라노비스 거리는 분산과 공분산으로 조정합니다."),
        Wrong(square, "제곱근을 구하지 않았습니다."),
        Wrong(abs(dx) / sqrt(vx) + abs(dy) / sqrt(vy), "표준화한 차이를 더했습니다. 제곱하여 더한 뒤 제곱근을 구합니다."),
        Wrong(sqrt((dx / vx) ** 2 + (dy / vy) ** 2), "차이를 표준편차가 아니라 분산으로 나누어 구했습니다."),
        Wrong(sqrt(dx * dx * vx + dy * dy * vy), "분산으로 나누지 않고 곱했습니다."),
        Wrong(sqrt((dx * dx + dy * dy) / (vx + vy)), "두 분산의 합으로 한꺼번에 나누었습니다."),
        Wrong(max(abs(dx) / sqrt(vx), abs(dy) / sqrt(vy)), "표준화한 차이 가운데 큰 값만 썼습니다."),
    ]
    if covariance:
        wrongs += [
            Wrong(sqrt(dx * dx / vx + dy * dy / vy), "공분산을 무시하고 분산으로만 조정했습니다."),
            Wrong(sqrt(swapped), "역행렬의 비대각 성분의 부호를 바꾸지 않았습니다."),
        ]
    return wrongs


_HALVES = ((3, 4), (4, 3), (6, 8), (8, 6), (9, 12), (12, 9), (5, 12), (12, 5))
"""Twice the standardised differences whose root of squares is even."""


def _scaled_steps(gaps: Sequence[int], variances: Sequence[int], covariance: int, distance: float) -> list[str]:
    (dx, dy), (vx, vy) = gaps, variances
    if not covariance:
        square = dx * dx / vx + dy * dy / vy
        return [
            "D = √(Σ 차이²/분산) (공분산이 0)",
            f"D² = {inside(dx)}²/{vx} + {inside(dy)}²/{vy} = {plain(dx * dx / vx)} + {plain(dy * dy / vy)} = {plain(square)}",
            f"D = √{plain(square)} = {show(distance, 2)}",
        ]
    determinant = vx * vy - covariance**2
    above = vy * dx * dx - 2 * covariance * dx * dy + vx * dy * dy
    return [
        "D = √(dᵀΣ⁻¹d), d = 관측 − 평균",
        f"d = ({plain(dx)}, {plain(dy)}), |Σ| = {vx}·{vy} − {inside(covariance)}² = {determinant}",
        f"dᵀΣ⁻¹d의 분자 = {vy}·{inside(dx)}² − 2·{inside(covariance)}·{inside(dx)}·{inside(dy)} + {vx}·{inside(dy)}² = {above}",
        f"D² = {above}/{determinant} = {show(above / determinant, 4)}",
        f"D = √{show(above / determinant, 4)} = {show(distance, 2)}",
    ]


@template("distance.measures", "mahalanobis", "분산을 고려한 마할라노비스 거리")
def mahalanobis(draw: Draw) -> Draft:
    """Mahalanobis' distance of a point from the mean; with a covariance beyond the paper."""
    who, features = draw.pick(OBJECTS)
    names, mean = draw.sample(features, 2), [draw.integer(20, 60), draw.integer(20, 60)]
    if draw.is_extended:
        gaps, variances = [draw.integer(2, 12), draw.integer(2, 12)], [draw.integer(4, 25), draw.integer(4, 25)]
        covariance = draw.integer(-6, 6)
    else:
        twice, deviations = draw.pick(_HALVES), draw.sample(range(1, 7), 2)
        gaps, variances, covariance = [z * s // 2 for z, s in zip(twice, deviations, strict=True)], [s * s for s in deviations], 0
        draw.require(all(z * s % 2 == 0 for z, s in zip(twice, deviations, strict=True)))
    gaps = [gap * draw.pick([1, -1]) for gap in gaps]
    (dx, dy), (vx, vy) = gaps, variances
    draw.require(max(map(abs, gaps)) < 20 and vx != vy and vx * vy > covariance**2 and bool(covariance) is draw.is_extended)
    distance = sqrt((vy * dx * dx - 2 * covariance * dx * dy + vx * dy * dy) / (vx * vy - covariance**2))
    matrix = f"[[{vx}, {plain(covariance)}], [{plain(covariance)}, {vy}]]"
    return Draft(
        stem=f"{who}의 두 변수의 평균과 한 {who}의 값이 다음과 같고, 두 변수의 공분산 행렬은 {matrix}이다. 평균에서 이 "
        f"{who}까지의 마할라노비스 거리는? ({rounding(2)})",
        data=Table(columns=("구분", *names), rows=(("평균", *mean), (f"이 {who}", *(m + gap for m, gap in zip(mean, gaps, strict=True))))),
        key=compute(
            mahalanobis_distance,
            u=[m + gap for m, gap in zip(mean, gaps, strict=True)],
            v=mean,
            covariance=[[vx, covariance], [covariance, vy]],
        ),
        why="마할라노비스 거리는 차이를 공분산 행렬의 역행렬로 조정하여 잰 거리이며, 공분산이 0이면 표준화한 차이의 유클리드 거리이다.",
        wrongs=within(_scaled_wrongs(gaps, variances, covariance), 0, 60),
        steps=_scaled_steps(gaps, variances, covariance, distance),
        by_hand=sqrt(float(show(distance**2, 4))),
    )
