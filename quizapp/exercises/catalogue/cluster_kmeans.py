"""k-means by hand: a centre after one iteration and after the last (`scipy.cluster.vq.kmeans2`), a new point (`vq`).

https://docs.scipy.org/doc/scipy/reference/generated/scipy.cluster.vq.kmeans2.html
The data are floats: kmeans2 refuses integers.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from statistics import median

from quizapp.exercises.catalogue.wording import are_told_apart, inside, plain, rounding
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show

OBJECTS = (
    ("고객", "명", ("방문 횟수", "구매액(만 원)")),
    ("환자", "명", ("내원 횟수", "검사 수")),
    ("설비", "대", ("진동(mm/s)", "온도 편차(℃)")),
    ("배송지", "곳", ("동서 좌표(km)", "남북 좌표(km)")),
    ("정류장", "곳", ("승차 인원(십 명)", "하차 인원(십 명)")),
)


def centre_after_one_step(points: list[list[float]], start: list[list[float]], cluster: int, axis: int) -> float:
    from scipy.cluster.vq import kmeans2

    centres, _ = kmeans2(points, start, iter=1, minit="matrix")
    return float(centres[cluster, axis])


def final_centre(values: list[float], start: list[float], cluster: int) -> float:
    from scipy.cluster.vq import kmeans2

    centres, _ = kmeans2(values, start, iter=20, minit="matrix")
    return float(centres[cluster])


_Point = tuple[int, int]
_History = list[tuple[list[float], list[list[int]]]]
"""The centres before each iteration with the values that are assigned to them."""


def _nearest(point: Sequence[int], centres: Sequence[Sequence[float]]) -> int:
    """Which centre lies nearest."""
    gaps = [sum((a - b) ** 2 for a, b in zip(point, centre, strict=True)) for centre in centres]
    return gaps.index(min(gaps))


def _mean(points: Sequence[Sequence[int]], axis: int) -> Fraction:
    return Fraction(sum(point[axis] for point in points), len(points))


def _centre_wrongs(points: list[_Point], start: list[_Point], cluster: int, axis: int) -> list[Wrong]:
    """What people take for a coordinate of a cluster's new centre."""
    places = [_nearest(point, start) for point in points]
    own = [point for point, place in zip(points, places, strict=True) if place == cluster]
    rest = [point for point, place in zip(points, places, strict=True) if place != cluster]
    _, intruder = min(((one[0] - start[cluster][0]) ** 2 + (one[1] - start[cluster][1]) ** 2, one) for one in rest)
    return [
        Wrong(start[cluster][axis], "처음 중심을 그대로 두었습니다. 배정된 점들의 평균으로 옮깁니다."),
        Wrong(float(_mean([*own, start[cluster]], axis)), "처음 중심까지 점으로 세어 평균했습니다."),
        Wrong(float(_mean(points, axis)), "군집에 배정된 점이 아니라 모든 점을 평균했습니다."),
        Wrong(float(_mean(rest, axis)), "다른 군집에 배정된 점들의 평균을 구했습니다."),
        Wrong(float(_mean(own, 1 - axis)), "다른 좌표의 평균을 구했습니다."),
        Wrong(float(median(point[axis] for point in own)), "평균이 아니라 중앙값을 구했습니다(k-중앙값)."),
        Wrong(float(_mean([*own, intruder], axis)), "더 먼 중심에 배정할 점 하나를 이 군집에 넣었습니다."),
        Wrong(float(_mean(own, axis) + start[cluster][axis]) / 2, "처음 중심과 새 평균의 가운데로 옮겼습니다."),
    ]


@template("cluster.kmeans", "new_centre", "한 번 반복한 뒤의 새 중심")
def new_centre(draw: Draw) -> Draft:
    """A coordinate of a centre after one assignment and one update."""
    who, unit, features = draw.pick(OBJECTS)
    size = draw.integer(7, 8) if draw.is_extended else draw.integer(5, 6)
    top = 20 if draw.is_extended else 12
    points: list[_Point] = [(draw.integer(1, top), draw.integer(1, top)) for _ in range(size)]
    half = top // 2
    start: list[_Point] = [(draw.integer(1, half), draw.integer(1, half)), (draw.integer(half, top), draw.integer(half, top))]
    cluster, axis = draw.integer(0, 1), draw.integer(0, 1)
    gaps = [[(p[0] - c[0]) ** 2 + (p[1] - c[1]) ** 2 for c in start] for p in points]
    draw.require(len(set(points)) == size and all(one != two for one, two in gaps) and set(points).isdisjoint(start))
    own = [point for point, (one, two) in zip(points, gaps, strict=True) if (two < one) == bool(cluster)]
    draw.require(2 <= len(own) <= size - 2)
    names = [n for n, point in enumerate(points, 1) if point in own]
    return Draft(
        stem=f"{who} {size}{with_particle(unit, '을/를')} 중심 A{start[0]}, B{start[1]}에서 시작하여 k-평균(유클리드 거리)으로 나눈다. "
        f"배정과 중심 갱신을 한 번씩 한 뒤, 중심 {'AB'[cluster]}의 {with_particle(features[axis], '은/는')}? ({rounding(2)})",
        data=Table(columns=(who, *features), rows=tuple((n, *point) for n, point in enumerate(points, 1))),
        key=compute(
            centre_after_one_step,
            points=[list(map(float, p)) for p in points],
            start=[list(map(float, c)) for c in start],
            cluster=cluster,
            axis=axis,
        ),
        why="점마다 가까운 중심에 배정하고, 중심을 배정된 점들의 평균으로 옮긴다.",
        wrongs=_centre_wrongs(points, start, cluster, axis),
        steps=[
            *(f"{n}: A까지 제곱거리 {one}, B까지 {two} → {'A' if one < two else 'B'}" for n, (one, two) in enumerate(gaps, 1)),
            f"중심 {'AB'[cluster]}에 배정된 점: {', '.join(map(str, names))}",
            f"새 {features[axis]} = ({' + '.join(str(point[axis]) for point in own)})/{len(own)} = {show(float(_mean(own, axis)), 2)}",
        ],
    )


def _run(values: Sequence[int], start: Sequence[float]) -> _History:
    """The centres before each step with the values assigned to them, up to the step that changes nothing."""
    history: _History = []
    centres = list(start)
    while not history or centres != history[-1][0]:
        groups: list[list[int]] = [[] for _ in centres]
        for value in values:
            groups[_nearest([value], [[centre] for centre in centres])].append(value)
        history.append((centres, groups))
        if not all(groups):
            return history
        centres = [sum(group) / len(group) for group in groups]
    return history


def _end_wrongs(values: Sequence[int], history: _History, cluster: int) -> list[Wrong]:
    """What people take for the last centre of a cluster."""
    groups = history[-1][1]
    own, other = groups[cluster], groups[1 - cluster]
    edge = other[0] if cluster == 0 else other[-1]
    return [
        Wrong(history[1][0][cluster], "한 번만 반복했습니다. 배정이 바뀌면 다시 갱신합니다."),
        Wrong(history[0][0][cluster], "처음 중심을 그대로 두었습니다."),
        Wrong(sum(other) / len(other), "다른 쪽 중심을 구했습니다."),
        Wrong(sum(values) / len(values), "모든 값의 평균을 구했습니다."),
        Wrong(float(median(own)), "평균이 아니라 중앙값을 구했습니다."),
        Wrong((sum(own) + edge) / (len(own) + 1), "다른 쪽에 배정할 값 하나를 넣어 평균했습니다."),
        Wrong((own[0] + own[-1]) / 2, "군집의 가장 작은 값과 가장 큰 값의 가운데를 구했습니다."),
    ]


@template("cluster.kmeans", "converge", "수렴한 뒤의 중심")
def converge(draw: Draw) -> Draft:
    """A centre of values on a line after the iterations have ended; one iteration is not enough."""
    who, unit, features = draw.pick(OBJECTS)
    size = 8 if draw.is_extended else 6
    values = sorted(draw.sample(range(1, 31 if draw.is_extended else 22), size))
    start = sorted(draw.sample(values, 2))
    history = _run(values, start)
    draw.require(3 <= len(history) <= (5 if draw.is_extended else 4) and all(all(groups) for _, groups in history))
    draw.require(all(abs(abs(v - c[0]) - abs(v - c[1])) > 0.01 for c, _ in history for v in values))
    cluster = draw.integer(0, 1)
    own = history[-1][1][cluster]
    return Draft(
        stem=f"{who} {size}{unit}의 {features[0].partition('(')[0]} 값이 {', '.join(map(str, values))}이다. "
        f"두 중심을 {with_particle(str(start[0]), '과/와')} {start[1]}에 두고 시작한 k-평균을 더 바뀌지 않을 때까지 반복하면, "
        f"{'작은' if cluster == 0 else '큰'} 쪽 중심은? ({rounding(2)})",
        key=compute(final_centre, values=list(map(float, values)), start=list(map(float, start)), cluster=cluster),
        why="배정이 바뀌지 않을 때까지 가까운 중심에 배정하고 평균으로 중심을 옮기는 일을 되풀이한다.",
        wrongs=_end_wrongs(values, history, cluster),
        steps=[
            f"중심 {plain(round(c[0], 2))}, {plain(round(c[1], 2))}: {{{', '.join(map(str, g[0]))}}}, {{{', '.join(map(str, g[1]))}}}"
            for c, g in history
        ]
        + [f"배정이 그대로이므로 멈춘다: ({' + '.join(map(str, own))})/{len(own)} = {show(sum(own) / len(own), 2)}"],
    )


def squared_distance_to_nearest(means: list[float], deviations: list[float], centres: list[list[float]], x: list[float]) -> float:
    import numpy as np
    from scipy.cluster.vq import vq

    z = np.divide(np.subtract(x, means), deviations)
    _, distances = vq([z], np.array(centres))
    return float(distances[0] ** 2)


def _assigned(name: str, value: float) -> str:
    return f"군집 {name}, {show(value, 2)}"


def _assign_wrongs(draw: Draw, gaps: dict[str, list[float]], shrunk: dict[str, float], best: str) -> list[Wrong]:
    """Other clusters and other distances; only one of them names the right cluster.

    *gaps* lie between the point and each centre; *shrunk* are the squared distances where variances took the deviations' place.
    """
    found = []
    for name, gap in gaps.items():
        squares = [d * d for d in gap]
        closer = (name, sum(squares), f"군집 {name}까지의 제곱거리는 맞지만, 군집 {best}의 중심이 더 가깝습니다.")
        own = [
            (name, sum(map(abs, gap)), f"군집 {name}에서 좌표의 차이를 제곱하지 않고 더했습니다(맨해튼 거리)."),
            (name, max(squares), f"군집 {name}에서 차이가 큰 변수 하나만 보았습니다."),
            (name, shrunk[name], f"군집 {name}에서 새 값을 표준편차가 아니라 분산으로 나누었습니다."),
        ]
        found += draw.sample(own, 1) if name == best else [closer, *own]
    return [Wrong(value, why, _assigned(name, value)) for name, value, why in found if value < 9.99]


@template("cluster.kmeans", "assign", "표준화한 공간에서 새 점이 배정되는 군집")
def assign(draw: Draw) -> Draft:
    """The cluster of a new point where the centres are given in standardised variables, and its squared distance."""
    who, _, features = draw.pick(OBJECTS)
    grid = 5 if draw.is_extended else 2
    means, deviations = [draw.integer(20, 70) for _ in range(2)], draw.sample([2, 4, 6, 8, 10] if grid == 2 else [5, 10, 15, 20], 2)
    z = [draw.integer(-2 * grid, 2 * grid) / grid for _ in range(2)]
    centres = {name: [draw.integer(-2 * grid, 2 * grid) / grid for _ in range(2)] for name in "ABC"}
    gaps = {name: [round(a - b, 2) for a, b in zip(z, centre, strict=True)] for name, centre in centres.items()}
    squares = {name: round(sum(gap * gap for gap in row), 4) for name, row in gaps.items()}
    best = min(squares, key=squares.__getitem__)
    small = [a / s for a, s in zip(z, deviations, strict=True)]
    shrunk = {name: sum((a - b) ** 2 for a, b in zip(small, centre, strict=True)) for name, centre in centres.items()}
    draw.require(are_told_apart(squares.values(), 2) and squares[best] > 0.2 and 0 not in z and all(map(all, gaps.values())))
    x = [round(mean + s * a) for mean, s, a in zip(means, deviations, z, strict=True)]
    rows = [(name, *cells) for name, *cells in zip(features, means, deviations, *centres.values(), x, strict=True)]
    return Draft(
        stem=f"두 변수를 표준화하여 {with_particle(who, '을/를')} k-평균으로 나누었다. 변수의 평균과 표준편차, 표준화한 변수에서의 군집 "
        f"중심이 다음과 같을 때, 새 {with_particle(who, '이/가')} 배정되는 군집과 그 중심까지의 제곱거리(표준화한 변수)는? ({rounding(2)})",
        data=Table(columns=("변수", "평균", "표준편차", *(f"중심 {name}" for name in "ABC"), f"새 {who}"), rows=tuple(rows)),
        key=compute(squared_distance_to_nearest, means=means, deviations=deviations, centres=list(centres.values()), x=x),
        label=_assigned(best, squares[best]),
        why="새 값도 훈련 자료의 평균과 표준편차로 표준화한 뒤, 제곱거리가 가장 작은 중심의 군집에 배정한다.",
        wrongs=_assign_wrongs(draw, gaps, shrunk, best),
        steps=[f"z = ({x[0]} − {means[0]})/{deviations[0]} = {plain(z[0])}, ({x[1]} − {means[1]})/{deviations[1]} = {plain(z[1])}"]
        + [f"{name}: {inside(row[0])}² + {inside(row[1])}² = {show(squares[name], 2)}" for name, row in gaps.items()]
        + [f"가장 가까운 중심은 {best}이다."],
    )
