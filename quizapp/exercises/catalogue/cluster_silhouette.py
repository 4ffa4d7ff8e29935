"""How well clusters separate: the silhouette of a point, of several points, of a clustering, and backwards.

https://scikit-learn.org/stable/modules/generated/sklearn.metrics.silhouette_samples.html
https://numpy.org/doc/stable/reference/generated/numpy.average.html
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from quizapp.exercises.catalogue.wording import are_told_apart, plain, rounding, signed, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show

_MEASURED = (
    ("어느 쇼핑몰 고객의 월 방문 횟수", "고객", "명"),
    ("한 물류센터 거점까지의 배송 거리(km)", "배송지", "곳"),
    ("한 병원 환자의 연간 내원 횟수", "환자", "명"),
    ("한 공장 설비의 진동 세기(mm/s)", "설비", "대"),
    ("한 지자체 정류장의 시간당 승객(십 명)", "정류장", "곳"),
)


def silhouette_of(values: list[int], clusters: list[str], of: int) -> float:
    from sklearn.metrics import silhouette_samples

    return float(silhouette_samples([[value] for value in values], clusters)[of])


def mean_silhouette(within: list[float], nearest: list[float]) -> float:
    import numpy as np

    a, b = np.array(within), np.array(nearest)
    return float(np.mean((b - a) / np.maximum(a, b)))


def best_mean(silhouettes: list[list[float]], sizes: list[list[int]]) -> float:
    import numpy as np

    return float(max(np.average(row, weights=counts) for row, counts in zip(silhouettes, sizes, strict=True)))


def nearest_distance(within: float, silhouette: float) -> float:
    import numpy as np

    return float(np.divide(within, 1 - silhouette))


def own_distance(nearest: float, silhouette: float) -> float:
    import numpy as np

    return float(np.multiply(nearest, 1 - silhouette))


def _silhouette(own: Fraction, nearest: Fraction) -> Fraction:
    return (nearest - own) / max(own, nearest)


class _Distances(NamedTuple):
    """A point's mean distances: to its own cluster's other points, to the nearest and to the farther cluster."""

    own: Fraction
    nearest: Fraction
    farther: Fraction

    @property
    def silhouette(self) -> Fraction:
        """The point's silhouette."""
        return _silhouette(self.own, self.nearest)


def _point_wrongs(groups: Sequence[Sequence[int]], home: int, x: int, distances: _Distances) -> list[Wrong]:
    """What people take for the silhouette of the point *x* of the cluster *home*."""
    a, b, far = distances
    size = len(groups[home])
    with_self = a * (size - 1) / size
    every = [abs(x - value) for n, group in enumerate(groups) if n != home for value in group]
    both = Fraction(sum(every), len(every))
    centres: list[Fraction] = [abs(x - Fraction(sum(group), len(group))) for group in groups]
    own_centre, near_centre = centres.pop(home), min(centres)
    return [
        Wrong(float(_silhouette(with_self, b)), "a를 구할 때 자기 자신까지 세어 군집의 크기로 나누었습니다."),
        Wrong(float(_silhouette(a, far)), "가장 가까운 군집이 아니라 더 먼 군집까지의 거리를 b로 썼습니다."),
        Wrong(float(_silhouette(a, both)), "다른 두 군집의 모든 점까지 평균하여 b로 썼습니다. b는 가장 가까운 군집만 봅니다."),
        Wrong(float(_silhouette(b, a)), "a와 b를 바꾸어 뺐습니다. s = (b − a)/max(a, b)입니다."),
        Wrong(float((b - a) / (a + b)), "큰 쪽이 아니라 a와 b의 합으로 나누었습니다."),
        Wrong(float(_silhouette(own_centre, near_centre)), "점들까지의 평균 거리가 아니라 중심까지의 거리를 썼습니다."),
        Wrong(float(_silhouette(a, Fraction(min(every)))), "가장 가까운 다른 군집의 점 하나까지의 거리를 b로 썼습니다."),
        Wrong(float(a / b), "a/b를 구했습니다. a가 b보다 작으면 1에서 이 값을 빼야 합니다."),
    ]


@template("cluster.silhouette", "of_point", "자료에서 한 점의 실루엣 계수")
def of_point(draw: Draw) -> Draft:
    """The silhouette of one value among three clusters on a line."""
    what, *_ = draw.pick(_MEASURED)
    size = 4 if draw.is_extended else 3
    starts = [draw.integer(2, 6), draw.integer(9, 15), draw.integer(18, 26)]
    groups = [sorted(draw.sample(range(start, start + 7), size)) for start in starts]
    home = draw.integer(0, 2)
    x = draw.pick(groups[home])
    means = [Fraction(sum(abs(x - value) for value in group), size - (n == home)) for n, group in enumerate(groups)]
    distances = _Distances(means[home], *sorted(mean for n, mean in enumerate(means) if n != home))
    a, b, far = distances
    draw.require(a != b != far and max(groups[0]) < min(groups[1]) and max(groups[1]) < min(groups[2]))
    draw.require(draw.is_extended or distances.silhouette.denominator <= 20)
    names, values = "ABC", [value for group in groups for value in group]
    near = names[next(n for n, mean in enumerate(means) if mean == b and n != home)]
    a_shown, b_shown = (float(show(float(value), 2)) for value in (a, b))
    apart = [[str(abs(x - v)) for v in group if v != x] for group in (groups[home], groups[names.index(near)])]
    return Draft(
        stem=f"{with_particle(what, '을/를')} 세 군집으로 나눈 결과가 다음과 같다. 군집 {names[home]}에 속한 값 {x}의 실루엣 계수는? "
        f"(거리는 두 값의 차이, {rounding(2)})",
        data=Table(
            columns=("군집", *(f"값 {n}" for n in range(1, size + 1))),
            rows=tuple((name, *group) for name, group in zip(names, groups, strict=True)),
        ),
        key=compute(silhouette_of, values=values, clusters=[name for name in names for _ in range(size)], of=values.index(x)),
        why="a는 같은 군집의 다른 점까지, b는 가장 가까운 다른 군집의 점까지의 평균 거리이고, s = (b − a)/max(a, b)이다.",
        wrongs=within(_point_wrongs(groups, home, x, distances), -1, 1),
        steps=[
            "s = (b − a)/max(a, b)",
            f"a = ({' + '.join(apart[0])})/{size - 1} = {plain(a_shown)}",
            f"가장 가까운 다른 군집은 {near}: b = ({' + '.join(apart[1])})/{size} = {plain(b_shown)}",
            f"s = ({plain(b_shown)} − {plain(a_shown)})/{plain(max(a_shown, b_shown))} = {signed(float(distances.silhouette), 2)}",
        ],
        by_hand=(b_shown - a_shown) / max(a_shown, b_shown),
    )


def _mean_wrongs(pairs: Sequence[tuple[float, float]]) -> list[Wrong]:
    """What people take for the mean silhouette of points with their a and b."""
    scores = [(b - a) / max(a, b) for a, b in pairs]
    a, b = (sum(column) / len(pairs) for column in zip(*pairs, strict=True))
    return [
        Wrong((b - a) / max(a, b), "a와 b를 먼저 평균했습니다. 점마다 계수를 구한 뒤 평균합니다."),
        Wrong(sum(map(abs, scores)) / len(scores), "음의 계수를 절댓값으로 바꾸어 더했습니다."),
        Wrong(sum(score for score in scores if score > 0) / len(scores), "음의 계수를 0으로 보고 더하지 않았습니다."),
        Wrong(sum(max(score, 0) for score in scores) / sum(score > 0 for score in scores), "음의 계수인 점을 빼고 평균했습니다."),
        Wrong(sum((y - x) / y for x, y in pairs) / len(pairs), "언제나 b로 나누었습니다. a가 더 크면 a로 나눕니다."),
        Wrong(sum((y - x) / x for x, y in pairs) / len(pairs), "언제나 a로 나누었습니다. a와 b 가운데 큰 쪽으로 나눕니다."),
        Wrong(sum((y - x) / (x + y) for x, y in pairs) / len(pairs), "a와 b의 합으로 나누었습니다. 큰 쪽으로 나눕니다."),
        Wrong(sorted(scores)[len(scores) // 2], "가운데 크기의 계수를 골랐습니다. 평균을 구해야 합니다."),
    ]


@template("cluster.silhouette", "mean", "점마다의 a와 b에서 평균 실루엣")
def mean(draw: Draw) -> Draft:
    """The mean silhouette of points with their a and b, one of them in the wrong cluster."""
    what, who, unit = draw.pick(_MEASURED)
    size = 5 if draw.is_extended else 4
    grid = 20 if draw.is_extended else 10
    scores = [Fraction(draw.integer(3, grid * 9 // 10), grid) for _ in range(size - 1)]
    scores = draw.shuffled([*scores, -Fraction(draw.integer(1, grid // 2), grid)])
    pairs = []
    for score in scores:
        large = draw.pick([4, 5, 8, 10, 12, 15, 20]) if not draw.is_extended else draw.integer(4, 24)
        small = large * (1 - abs(score))
        draw.require(10 * small == int(10 * small))
        pairs.append((float(small), float(large)) if score > 0 else (float(large), float(small)))
    draw.require(len(set(pairs)) == size and len({abs(score) for score in scores}) >= size - 1)
    total = sum(scores, Fraction(0))
    return Draft(
        stem=f"{with_particle(what, '을/를')} 군집화하고 표본 {who} {size}{unit}에 대하여 같은 군집 안의 평균 거리 a와 가장 가까운 다른 "
        f"군집까지의 평균 거리 b를 구하였다. 이 표본의 평균 실루엣 계수는? ({rounding(2)})",
        data=Table(columns=(who, "a", "b"), rows=tuple((n, plain(a), plain(b)) for n, (a, b) in enumerate(pairs, 1))),
        key=compute(mean_silhouette, within=[a for a, _ in pairs], nearest=[b for _, b in pairs]),
        why="점마다 s = (b − a)/max(a, b)를 구하여 평균하며, a가 b보다 큰 점의 계수는 음수이다.",
        wrongs=within(_mean_wrongs(pairs), -1, 1),
        steps=["s = (b − a)/max(a, b)"]
        + [
            f"{n}: ({plain(b)} − {plain(a)})/{plain(max(a, b))} = {plain(score)}"
            for n, ((a, b), score) in enumerate(zip(pairs, scores, strict=True), 1)
        ]
        + [f"평균 = {plain(total)}/{size} = {signed(float(total) / size, 2)}"],
    )


def _number(k: int, value: Fraction) -> str:
    return f"k = {k}, {show(float(value), 2)}"


def _best_wrongs(means: dict[int, Fraction], rows: dict[int, list[Fraction]], best: int) -> list[Wrong]:
    """Other numbers of clusters, and other means of the right one."""
    found = [(k, mean, f"k = {k}의 전체 평균은 맞지만, k = {best}의 평균이 더 높습니다.") for k, mean in means.items() if k != best]
    found += [
        (k, sum(row, Fraction(0)) / k, f"k = {k}에서 군집의 크기를 무시하고 군집별 값을 단순 평균했습니다.") for k, row in rows.items()
    ]
    found += [(k, max(row), f"k = {k}에서 가장 높은 군집의 값만 보았습니다.") for k, row in rows.items() if k != best]
    return [Wrong(float(value), why, _number(k, value)) for k, value, why in found]


@template("cluster.silhouette", "best_k", "평균 실루엣으로 군집 수 고르기", version=2)
def best_k(draw: Draw) -> Draft:
    """Which number of clusters has the highest mean silhouette over all points, where the mean over clusters misleads."""
    _, who, unit = draw.pick(_MEASURED)
    grid, parts, total = (100, 20, 200) if draw.is_extended else (20, 10, 100)
    sizes, marks = {}, {}
    for k in (2, 3, 4):
        cuts = [0, *sorted(draw.sample(range(1, parts), k - 1)), parts]
        sizes[k] = [10 * (high - low) for low, high in pairwise(cuts)]
        marks[k] = [draw.integer(grid // 5, grid * 9 // 10) for _ in range(k)]
    sums = {k: sum(n * s for n, s in zip(sizes[k], marks[k], strict=True)) for k in marks}
    best = max(sums, key=sums.__getitem__)
    draw.require(best != max(marks, key=lambda k: sum(marks[k]) / k))
    rows = {k: [Fraction(s, grid) for s in row] for k, row in marks.items()}
    means = {k: Fraction(one, grid * total) for k, one in sums.items()}
    draw.require(are_told_apart(means.values(), 2))
    return Draft(
        stem=f"{who} {total}{with_particle(unit, '을/를')} k-평균으로 나누어 군집의 크기와 군집 안의 평균 실루엣 계수를 구하였다. 전체의 "
        f"평균 실루엣 계수가 가장 큰 k와 그 값은? ({rounding(2)})",
        data=Table(
            columns=("k", "군집의 크기: 군집 안의 평균 실루엣 계수"),
            rows=tuple((k, ", ".join(f"{n}{unit}: {plain(s)}" for n, s in zip(sizes[k], rows[k], strict=True))) for k in rows),
        ),
        key=compute(best_mean, silhouettes=[list(map(float, row)) for row in rows.values()], sizes=list(sizes.values())),
        label=_number(best, means[best]),
        why="전체 평균 실루엣 계수는 모든 점의 평균이므로, 군집별 값을 군집의 크기로 가중하여 평균한다.",
        wrongs=_best_wrongs(means, rows, best),
        steps=["전체 평균 = Σ(크기·군집 평균)/전체 개수"]
        + [
            f"k = {k}: ({' + '.join(f'{n}·{plain(s)}' for n, s in zip(sizes[k], rows[k], strict=True))})/{total} = {show(float(mean), 2)}"
            for k, mean in means.items()
        ]
        + [f"가장 큰 것은 k = {best}이다."],
    )


def _missing_wrongs(a: float, b: float, s: float, *, is_nearest: bool) -> list[Wrong]:
    """What people take for the b (*is_nearest*) or the a behind a silhouette *s* and the other distance."""
    if is_nearest:
        found = [
            (a * (1 - s), "a에 1 − s를 곱했습니다. s = 1 − a/b이므로 나누어야 합니다."),
            (a * (1 + s), "a로 나누는 식 s = (b − a)/a로 풀었습니다. 큰 쪽인 b로 나눕니다."),
            (a / s, "a를 s로 나누었습니다. s = 1 − a/b입니다."),
            (a * (1 + s) / (1 - s), "s = (b − a)/(a + b)로 놓고 풀었습니다. 분모는 max(a, b)입니다."),
            (a / (1 + s), "a와 b를 바꾸어 s = (a − b)/b로 풀었습니다."),
            (a * s, "a에 s를 곱했습니다. s = 1 − a/b입니다."),
        ]
    else:
        found = [
            (b / (1 - s), "b를 1 − s로 나누었습니다. s = 1 − a/b이므로 곱해야 합니다."),
            (b / (1 + s), "a로 나누는 식 s = (b − a)/a로 풀었습니다. 큰 쪽인 b로 나눕니다."),
            (b * s, "b에 s를 곱했습니다. s는 b에 대한 a의 비율이 아니라 1에서 그 비율을 뺀 값입니다."),
            (b * (1 - s) / (1 + s), "s = (b − a)/(a + b)로 놓고 풀었습니다. 분모는 max(a, b)입니다."),
            (b * (1 + s), "a와 b를 바꾸어 s = (a − b)/b로 풀었습니다."),
            (b - s, "s를 거리의 차이로 보고 b에서 뺐습니다. s는 b로 나눈 비율입니다."),
        ]
    return [Wrong(value, why) for value, why in found]


@template("cluster.silhouette", "inverse", "실루엣 계수에서 평균 거리")
def inverse(draw: Draw) -> Draft:
    """One of the two mean distances behind a positive silhouette."""
    what, who, _ = draw.pick(_MEASURED)
    s = Fraction(draw.integer(11, 43), 50) if draw.is_extended else Fraction(draw.integer(2, 17), 20)
    a = Fraction(draw.integer(12, 89), 10) if draw.is_extended else Fraction(draw.integer(2, 18), 2)
    b, is_nearest, other = a / (1 - s), draw.pick([True, False]), "가장 가까운 다른 군집"
    draw.require(b <= 60 and ((10 * b).denominator == 1 or (draw.is_extended and is_nearest)) and (2 * s).denominator > 1)
    known, asked = (f"같은 군집의 다른 {who}들", other) if is_nearest else (other, f"같은 군집의 다른 {who}들")
    given, formula = (a, "b = a/(1 − s)") if is_nearest else (b, "a = b(1 − s)")
    return Draft(
        stem=f"{with_particle(what, '을/를')} 군집화하였다. 어느 {with_particle(who, '은/는')} {known}까지의 평균 거리가 {plain(given)}, "
        f"실루엣 계수가 {plain(s)}이다. {asked}까지의 평균 거리는? ({rounding(1)})",
        key=compute(nearest_distance, within=float(a), silhouette=float(s))
        if is_nearest
        else compute(own_distance, nearest=float(b), silhouette=float(s)),
        decimals=1,
        why="계수가 양수이면 b > a이고, 큰 쪽인 b로 나누므로 s = 1 − a/b이다.",
        wrongs=_missing_wrongs(float(a), float(b), float(s), is_nearest=is_nearest),
        steps=[
            "a는 같은 군집, b는 가장 가까운 다른 군집까지의 평균 거리이고, s > 0이므로 b > a이다.",
            f"s = (b − a)/b = 1 − a/b에서 {formula}",
            f"{formula[0]} = {plain(given)}{'/' if is_nearest else '·'}{plain(1 - s)} = {show(float(b if is_nearest else a), 1)}",
        ],
    )
