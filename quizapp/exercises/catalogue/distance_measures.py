"""Distances of numeric points: Euclid, Manhattan, Chebyshev, Minkowski, forwards, backwards and compared, by `scipy.spatial.distance`.

https://docs.scipy.org/doc/scipy/reference/spatial.distance.html
https://docs.scipy.org/doc/scipy/reference/generated/scipy.optimize.brentq.html
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import combinations_with_replacement
from math import isqrt, sqrt

from quizapp.exercises.catalogue.wording import rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Cell, Table
from quizapp.korean import with_particle
from quizapp.numbers import show

OBJECTS = (
    ("고객", ("방문 횟수", "구매 건수", "문의 건수", "반품 건수")),
    ("환자", ("내원 횟수", "검사 수", "처방 수", "입원 일수")),
    ("설비", ("고장 횟수", "교체 횟수", "경보 수", "정지 시간")),
    ("배송지", ("정기 주문", "일반 주문", "반송 수", "문의 수")),
    ("공원", ("행사 수", "민원 수", "시설 수", "이용 시간")),
)
"""What is compared, and by which counts."""

_METRICS = {"유클리드": "euclidean", "맨해튼": "cityblock", "체비쇼프": "chebyshev"}
"""The distances with their names in SciPy."""

_RULES = {
    "유클리드": "유클리드 거리는 좌표 차이의 제곱합의 제곱근이다.",
    "맨해튼": "맨해튼 거리는 좌표 차이의 절댓값의 합이다.",
    "체비쇼프": "체비쇼프 거리는 좌표 차이의 절댓값 가운데 가장 큰 값이다.",
}


def euclidean_distance(u: list[int], v: list[int]) -> float:
    from scipy.spatial.distance import euclidean

    return float(euclidean(u, v))


def manhattan_distance(u: list[int], v: list[int]) -> float:
    from scipy.spatial.distance import cityblock

    return float(cityblock(u, v))


def chebyshev_distance(u: list[int], v: list[int]) -> float:
    from scipy.spatial.distance import chebyshev

    return float(chebyshev(u, v))


def missing_coordinate(u: list[int], v: list[int], distance: int, metric: str) -> float:
    """The last coordinate of *v*, greater than that of *u*, at which the two points lie *distance* apart."""
    from scipy.optimize import brentq
    from scipy.spatial.distance import cdist

    def excess(a: float) -> float:
        return float(cdist([u], [[*v, a]], metric=metric)[0, 0] - distance)

    return float(brentq(excess, u[-1], u[-1] + distance, xtol=1e-14, rtol=1e-14))


def nearest_distance(points: list[list[int]], x: list[int], metric: str) -> float:
    from scipy.spatial.distance import cdist

    return float(cdist([x], points, metric=metric).min())


_FUNCTIONS = {"유클리드": euclidean_distance, "맨해튼": manhattan_distance, "체비쇼프": chebyshev_distance}


def _length(gaps: Sequence[int], kind: str) -> float:
    """The distance of two points with these differences."""
    if kind == "유클리드":
        return sqrt(sum(gap * gap for gap in gaps))
    return float(max(map(abs, gaps)) if kind == "체비쇼프" else sum(map(abs, gaps)))


def _written(gaps: Sequence[int], kind: str) -> str:
    """The distance as a formula of the differences."""
    sizes = [str(abs(gap)) for gap in gaps]
    if kind == "유클리드":
        return f"√({' + '.join(f'{size}²' for size in sizes)}) = √{sum(gap * gap for gap in gaps)}"
    return f"max({', '.join(sizes)})" if kind == "체비쇼프" else " + ".join(sizes)


@cache
def _even_gaps(size: int, top: int) -> list[tuple[int, ...]]:
    """Differences of *size* coordinates up to *top* whose Euclidean length is whole."""
    every = combinations_with_replacement(range(1, top + 1), size)
    return [gaps for gaps in every if isqrt(sum(g * g for g in gaps)) ** 2 == sum(g * g for g in gaps) and len(set(gaps)) > 1]


def _draw_pair(draw: Draw, size: int) -> tuple[list[int], list[int]]:
    """Two points of small whole coordinates; their Euclidean distance is whole on the paper."""
    gaps = [draw.integer(1, 9) for _ in range(size)] if draw.is_extended else draw.shuffled(draw.pick(_even_gaps(size, 8)))
    signs = [draw.pick([1, -1]) for _ in gaps]
    draw.require(len(set(signs)) == 2 and sum(sign * gap for sign, gap in zip(signs, gaps, strict=True)))
    first = [draw.integer(1, 9) + (gap if sign < 0 else 0) for gap, sign in zip(gaps, signs, strict=True)]
    return first, [x + sign * gap for x, gap, sign in zip(first, gaps, signs, strict=True)]


def _pair_wrongs(gaps: Sequence[int], kind: str) -> list[Wrong]:
    """What people take for a distance of two points with these differences."""
    sizes, euclid = [abs(gap) for gap in gaps], _length(gaps, "유클리드")
    others = [Wrong(_length(gaps, other), f"{other} 거리를 구했습니다. 물음은 {kind} 거리입니다.") for other in _METRICS if other != kind]
    return [
        *others,
        Wrong(euclid**2, "차이의 제곱합을 그대로 답했습니다."),
        Wrong(abs(sum(gaps)), "부호를 그대로 두고 차이를 더하여 서로 지워졌습니다."),
        Wrong(sum(sizes) / len(sizes), "차이의 절댓값을 평균했습니다."),
        Wrong(min(sizes), "차이의 절댓값 가운데 가장 작은 값을 골랐습니다."),
        Wrong(euclid / sqrt(len(sizes)), "차이의 제곱을 더하지 않고 평균하여 제곱근을 구했습니다."),
        Wrong(sqrt(sum(sizes)), "차이를 제곱하지 않고 더하여 제곱근을 구했습니다."),
    ]


@template("distance.measures", "pair", "두 점의 유클리드, 맨해튼, 체비쇼프 거리")
def pair(draw: Draw) -> Draft:
    """One of three distances of two points."""
    who, features = draw.pick(OBJECTS)
    size, decimals = (4, 2) if draw.is_extended else (draw.pick([3, 3, 4]), 1)
    u, v = _draw_pair(draw, size)
    kind = draw.pick(list(_METRICS))
    gaps = [x - y for x, y in zip(u, v, strict=True)]
    return Draft(
        stem=f"두 {who}의 값이 다음과 같다. 두 {who} 사이의 {kind} 거리는? ({rounding(decimals)})",
        data=Table(columns=(who, *features[:size]), rows=(("가", *u), ("나", *v))),
        key=compute(_FUNCTIONS[kind], u=u, v=v),
        decimals=decimals,
        why=_RULES[kind],
        wrongs=_pair_wrongs(gaps, kind),
        steps=[
            f"차이의 절댓값: {', '.join(f'|{x} − {y}| = {abs(x - y)}' for x, y in zip(u, v, strict=True))}",
            f"{kind} 거리 = {_written(gaps, kind)} = {show(_length(gaps, kind), decimals)}",
        ],
    )


def _missing_wrongs(known: int, rest: Sequence[int], distance: int, kind: str) -> list[Wrong]:
    """What people take for the greater coordinate at *distance* of *known*, the other differences being *rest*."""
    squares, total = sum(gap**2 for gap in rest), sum(rest)
    if kind == "유클리드":
        gap, other_gap, added = sqrt(distance**2 - squares), float(distance - total), sqrt(distance**2 + squares)
    else:
        gap, other_gap, added = float(distance - total), sqrt(distance**2 - squares), float(distance + total)
    wrongs = [
        Wrong(known + other_gap, f"{'맨해튼' if kind == '유클리드' else '유클리드'} 거리로 보고 풀었습니다."),
        Wrong(gap, "좌표의 차이를 답했습니다. 아는 좌표에 더해야 합니다."),
        Wrong(known + distance, "다른 좌표의 차이를 빼지 않았습니다."),
        Wrong(known + added, "다른 좌표의 몫을 빼지 않고 더했습니다."),
        Wrong(known + distance - max(rest), "다른 좌표의 차이 가운데 가장 큰 것만 거리에서 뺐습니다."),
        Wrong(known + distance - min(rest), "다른 좌표의 차이 가운데 가장 작은 것만 거리에서 뺐습니다."),
        Wrong(known + distance / (len(rest) + 1), "거리를 좌표의 수로 나누어 똑같이 나누었습니다."),
    ]
    return within(wrongs, known + 0.01, 99)


@template("distance.measures", "missing", "거리에서 모르는 좌표")
def missing(draw: Draw) -> Draft:
    """The coordinate that gives two points their Euclidean or Manhattan distance."""
    who, features = draw.pick(OBJECTS)
    kind, size = draw.pick(["유클리드", "유클리드", "맨해튼"]), 4 if draw.is_extended else 3
    *rest, gap = draw.shuffled(draw.pick(_even_gaps(size, 12 if draw.is_extended else 9)))
    u = [draw.integer(2, 20) for _ in range(size)]
    v = [x - g if x > g and draw.pick([True, False]) else x + g for x, g in zip(u, rest, strict=False)]
    distance = round(_length([*rest, gap], kind))
    last, squares = f"(a − {u[-1]})", sum(g * g for g in rest)
    solved = {
        "유클리드": [
            f"{distance}² = {' + '.join(f'{g}²' for g in rest)} + {last}²",
            f"{last}² = {distance**2} − {squares} = {gap**2}",
        ],
        "맨해튼": [f"{distance} = {' + '.join(map(str, rest))} + |a − {u[-1]}|", f"|a − {u[-1]}| = {distance} − {sum(rest)} = {gap}"],
    }[kind]
    return Draft(
        stem=f"두 {who}의 값이 다음과 같고, 두 {who} 사이의 {kind} 거리는 {distance}이다. a > {u[-1]}일 때 a의 값은? ({rounding(1)})",
        data=Table(columns=(who, *features[:size]), rows=(("가", *u), ("나", *v, "a"))),
        key=compute(missing_coordinate, u=u, v=v, distance=distance, metric=_METRICS[kind]),
        decimals=1,
        why=f"{_RULES[kind]} 아는 값을 넣고 모르는 좌표에 대하여 푼다.",
        wrongs=_missing_wrongs(u[-1], rest, distance, kind),
        steps=[*solved, f"a = {u[-1]} + {gap} = {show(u[-1] + gap, 1)}"],
    )


def _candidate(name: str, distance: float) -> str:
    return f"{name}, 거리 {show(distance, 1)}"


def _nearest_wrongs(draw: Draw, gaps: dict[str, list[int]], kind: str, best: str) -> list[Wrong]:
    """Other candidates and other distances; only one of them names the right candidate."""
    found = []
    for name, row in gaps.items():
        own = [
            (name, _length(row, other), f"{name}까지의 {other} 거리를 구했습니다. 물음은 {kind} 거리입니다.")
            for other in _METRICS
            if other != kind
        ]
        closer = (name, _length(row, kind), f"{name}까지의 {kind} 거리는 맞지만, {with_particle(best, '이/가')} 더 가깝습니다.")
        found += draw.sample(own, 1) if name == best else [closer, *own]
    return [Wrong(value, why, _candidate(name, value)) for name, value, why in found if value < 9.95]


@template("distance.measures", "nearest", "거리의 종류에 따라 달라지는 가장 가까운 후보", version=2)
def nearest(draw: Draw) -> Draft:
    """Which of three candidates lies nearest by the stated distance, where another distance would choose another."""
    who, features = draw.pick(OBJECTS)
    size, kind = 3 if draw.is_extended else 2, draw.pick(list(_METRICS))
    x = [draw.integer(7, 15) for _ in range(size)]
    gaps = {f"{who} {name}": [draw.integer(-6, 6) for _ in range(size)] for name in "ABC"}
    distances = {name: _length(row, kind) for name, row in gaps.items()}
    best = min(distances, key=distances.__getitem__)
    rivals = {min((_length(row, other), name) for name, row in gaps.items())[1] for other in _METRICS if other != kind}
    ordered = sorted(distances.values())
    draw.require(rivals - {best} and ordered[0] > 0 and ordered[0] + 0.15 < ordered[1] and ordered[2] < 9.9)
    points = {name: [a + gap for a, gap in zip(x, row, strict=True)] for name, row in gaps.items()}
    rows: list[tuple[Cell, ...]] = [(name, *row) for name, row in {f"새 {who}": x, **points}.items()]
    return Draft(
        stem=f"새 {who}의 값과 후보 셋의 값이 다음과 같다. {kind} 거리로 잴 때, 새 {who}에 가장 가까운 후보와 그 거리는? ({rounding(1)})",
        data=Table(columns=(who, *features[:size]), rows=tuple(rows)),
        key=compute(nearest_distance, points=list(points.values()), x=x, metric=_METRICS[kind]),
        decimals=1,
        label=_candidate(best, distances[best]),
        why=f"{_RULES[kind]} 거리의 종류가 다르면 가장 가까운 후보도 다를 수 있다.",
        wrongs=_nearest_wrongs(draw, gaps, kind, best),
        steps=[
            *(f"{name}: {_written(row, kind)} = {show(distances[name], 1)}" for name, row in gaps.items()),
            f"가장 가까운 후보는 {best}이다.",
        ],
    )


def minkowski_distance(u: list[int], v: list[int], p: int) -> float:
    from scipy.spatial.distance import minkowski

    return float(minkowski(u, v, p))


@template("distance.measures", "minkowski", "차수가 3인 민코프스키 거리")
def minkowski(draw: Draw) -> Draft:
    """The Minkowski distance of order 3 of two points, with the cube root as a helper."""
    who, features = draw.pick(OBJECTS)
    size = 4 if draw.is_extended else 3
    gaps = [draw.integer(1, 9 if draw.is_extended else 6) for _ in range(size)]
    u = [draw.integer(2, 9) + gap for gap in gaps]
    v = [x + draw.pick([gap, -gap]) for x, gap in zip(u, gaps, strict=True)]
    cubes, squares = sum(gap**3 for gap in gaps), sum(gap**2 for gap in gaps)
    helpers = sorted({cubes, squares, cubes // 3})
    draw.require(len(set(gaps)) > 1)
    return Draft(
        stem=f"두 {who}의 값이 다음과 같다. 차수가 3인 민코프스키(Minkowski) 거리 (Σ|xᵢ − yᵢ|³)^(1/3)은? "
        f"(단, {', '.join(f'∛{number} = {show(number ** (1 / 3), 3)}' for number in helpers)}이고, {rounding(2)})",
        data=Table(columns=(who, *features[:size]), rows=(("가", *u), ("나", *v))),
        key=compute(minkowski_distance, u=u, v=v, p=3),
        why="차수가 p인 민코프스키 거리는 차이의 p제곱의 합에 p제곱근을 씌운 값이며, p가 1이면 맨해튼, 2이면 유클리드 거리이다.",
        wrongs=[
            Wrong(sqrt(squares), "차수를 2로 보아 유클리드 거리를 구했습니다."),
            Wrong(sum(gaps), "차수를 1로 보아 맨해튼 거리를 구했습니다."),
            Wrong(max(gaps), "차수가 한없이 클 때의 체비쇼프 거리를 구했습니다."),
            Wrong(squares ** (1 / 3), "차이를 세제곱하지 않고 제곱하여 더했습니다."),
            Wrong((cubes // 3) ** (1 / 3), "세제곱의 합을 3으로 나눈 뒤 세제곱근을 씌웠습니다."),
            Wrong(sqrt(cubes), "세제곱의 합에 제곱근을 씌웠습니다. 세제곱근을 씌웁니다."),
            Wrong(cubes / 3, "세제곱근을 씌우지 않고 3으로 나누었습니다."),
        ],
        steps=[
            f"차이의 절댓값: {', '.join(f'|{x} − {y}| = {gap}' for x, y, gap in zip(u, v, gaps, strict=True))}",
            f"세제곱의 합 = {' + '.join(f'{gap}³' for gap in gaps)} = {cubes}",
            f"거리 = ∛{cubes} = {show(cubes ** (1 / 3), 3)} → {show(cubes ** (1 / 3), 2)}",
        ],
        by_hand=float(show(cubes ** (1 / 3), 3)),
    )
