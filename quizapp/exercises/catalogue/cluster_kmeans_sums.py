"""The sums of squares of a clustering: within the clusters (`numpy.var`), the share between them, the elbow (`numpy.diff`).

https://numpy.org/doc/stable/reference/generated/numpy.var.html
https://numpy.org/doc/stable/reference/generated/numpy.diff.html
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from quizapp.exercises.catalogue.cluster_kmeans import OBJECTS
from quizapp.exercises.catalogue.wording import plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show


def within_sum_of_squares(clusters: list[list[int]]) -> float:
    import numpy as np

    return float(sum(len(values) * np.var(values) for values in clusters))


def between_percent(parts: list[float], total: float) -> float:
    import numpy as np

    return float(100 * (1 - np.sum(parts) / total))


def relative_drop(sums: list[int], place: int) -> float:
    import numpy as np

    return float(-100 * np.diff(sums)[place] / sums[place])


def _squares(values: Sequence[int]) -> Fraction:
    """The sum of the squared deviations from the mean."""
    return sum(((value - Fraction(sum(values), len(values))) ** 2 for value in values), Fraction(0))


def _sse_wrongs(clusters: Sequence[Sequence[int]]) -> list[Wrong]:
    """What people take for the sum of squares within clusters."""
    every = [value for values in clusters for value in values]
    parts, whole = [_squares(values) for values in clusters], _squares(every)
    means = [Fraction(sum(values), len(values)) for values in clusters]
    distances = sum(abs(value - mean) for values, mean in zip(clusters, means, strict=True) for value in values)
    variances = sum(part / len(values) for part, values in zip(parts, clusters, strict=True))
    middle = Fraction(sum(every), len(every))
    return [
        Wrong(float(whole), "군집을 나누지 않은 전체 제곱합을 구했습니다."),
        Wrong(float(whole - sum(parts)), "군집 사이의 제곱합을 구했습니다."),
        Wrong(float(distances), "편차를 제곱하지 않고 절댓값을 더했습니다."),
        Wrong(float(variances), "군집마다 분산을 구하여 더했습니다. 제곱합을 더합니다."),
        Wrong(float(max(parts)), "제곱합이 가장 큰 군집만 답했습니다."),
        Wrong(float(sum(parts) / len(every)), "점의 수로 나눈 평균을 구했습니다."),
        Wrong(float(sum((mean - middle) ** 2 for mean in means)), "군집 중심들의 제곱합을 구했습니다."),
        Wrong(float(sum(_range(values) ** 2 for values in clusters)), "군집마다 범위를 제곱하여 더했습니다."),
    ]


def _range(values: Sequence[int]) -> int:
    return max(values) - min(values)


@template("cluster.kmeans", "sse", "군집 안 제곱합(SSE)")
def sse(draw: Draw) -> Draft:
    """The sum of squares within the clusters of values on a line."""
    who, unit, features = draw.pick(OBJECTS)
    count, size = (3, draw.integer(3, 4)) if draw.is_extended else draw.pick([(2, 3), (2, 4), (3, 3)])
    clusters = [sorted(draw.sample(range(start, start + 8), size)) for start in [draw.integer(1, 4) + 11 * n for n in range(count)]]
    draw.require(draw.is_extended or not any(sum(values) % size for values in clusters))
    parts, digits = [_squares(values) for values in clusters], 1 if draw.is_extended else 0
    draw.require(len(set(parts)) == count)
    means = [Fraction(sum(values), size) for values in clusters]
    feature, shown = features[0].partition("(")[0], [float(show(float(part), 2)) for part in parts]
    return Draft(
        stem=f"{who} {count * size}{with_particle(unit, '을/를')} {with_particle(feature, '으로/로')} 군집화한 결과가 다음과 같다. "
        f"군집 안 제곱합(SSE)의 합계는? ({rounding(digits)})",
        data=Table(columns=("군집", *(f"값 {n}" for n in range(1, size + 1))), rows=tuple((n, *row) for n, row in enumerate(clusters, 1))),
        key=compute(within_sum_of_squares, clusters=clusters),
        decimals=digits,
        why="SSE는 점마다 자기 군집의 중심까지 제곱거리를 모두 더한 값이다.",
        wrongs=_sse_wrongs(clusters),
        steps=[
            "SSE = Σ(값 − 군집 평균)²",
            *(
                f"군집 {n}: 평균 {plain(round(float(mean), 2))}, 제곱합 {plain(part)}"
                for n, (mean, part) in enumerate(zip(means, shown, strict=True), 1)
            ),
            f"합계 = {' + '.join(map(plain, shown))} = {show(sum(shown), digits)}",
        ],
        by_hand=sum(shown),
    )


def _share_wrongs(parts: Sequence[float], total: float) -> list[Wrong]:
    """What people take for the share of the sum of squares that lies between clusters, in percent."""
    inner = sum(parts)
    return [
        Wrong(100 * inner / total, "군집 안 제곱합의 비율을 구했습니다. 군집 사이는 나머지입니다."),
        Wrong(100 * (total - inner) / inner, "전체가 아니라 군집 안 제곱합으로 나누었습니다."),
        Wrong(100 * (1 - max(parts) / total), "가장 큰 군집의 제곱합만 전체에서 뺐습니다."),
        Wrong(100 * (1 - min(parts) / total), "가장 작은 군집의 제곱합만 전체에서 뺐습니다."),
        Wrong(100 * (1 - inner / len(parts) / total), "군집 안 제곱합을 군집 수로 나누어 평균을 뺐습니다."),
        Wrong(100 * total / (total + inner), "전체와 군집 안 제곱합의 합으로 나누었습니다."),
        Wrong(100 * (total - inner) / (total + inner), "분모에 군집 안 제곱합을 더했습니다."),
        Wrong(100 * max(parts) / total, "가장 큰 군집의 제곱합의 비율을 구했습니다."),
        Wrong(100 * max(parts) / inner, "군집 안 제곱합 가운데 가장 큰 군집의 몫을 구했습니다."),
    ]


@template("cluster.kmeans", "between_share", "출력에서 군집 사이 제곱합의 비율")
def between_share(draw: Draw) -> Draft:
    """The covered share between_SS / total_SS of a printed clustering, in percent."""
    who, unit, _ = draw.pick(OBJECTS)
    count = draw.integer(3, 5) if draw.is_extended else 3
    scale = 1 if draw.is_extended else 10
    parts = [draw.integer(35, 240) if draw.is_extended else scale * draw.integer(3, 24) for _ in range(count)]
    total = draw.integer(500, 1900) if draw.is_extended else draw.pick([400, 500, 600, 800, 1000, 1200, 1500, 2000])
    inner = sum(parts)
    draw.require(len(set(parts)) == count and 0.1 < inner / total < 0.75)
    sizes = [draw.integer(12, 60) for _ in parts]
    lines = [
        f"K-means clustering with {count} clusters of sizes {', '.join(map(str, sizes))}",
        "",
        "Within cluster sum of squares by cluster:",
        f"[1] {' '.join(map(str, parts))}",
        f"Total sum of squares: {total}",
        " (between_SS / total_SS =  ? %)",
    ]
    return Draft(
        stem=f"{who} {sum(sizes)}{with_particle(unit, '을/를')} 군집화한 출력의 일부가 다음과 같다. ?로 가려진 값은? (%, {rounding(1)})",
        data="\n".join(lines),
        key=compute(between_percent, parts=parts, total=total),
        decimals=1,
        unit="%",
        why="전체 제곱합은 군집 안과 군집 사이의 제곱합의 합이므로, 군집 사이의 비율은 1 − 군집 안 제곱합/전체 제곱합이다.",
        wrongs=within(_share_wrongs(parts, total), 0, 100),
        steps=[
            "군집 사이 제곱합 = 전체 제곱합 − 군집 안 제곱합의 합",
            f"군집 안 제곱합의 합 = {' + '.join(map(str, parts))} = {inner}",
            f"군집 사이 제곱합 = {total} − {inner} = {total - inner}",
            f"비율 = {total - inner}/{total} = {show(100 * (total - inner) / total, 1)}%",
        ],
    )


def _elbow(k: int, drop: float) -> str:
    return f"k = {k}, {show(drop, 1)}%"


def _elbow_wrongs(draw: Draw, sums: Sequence[int], best: int) -> list[Wrong]:
    """Other numbers of clusters and other drops; only one of them names the right number. *sums* begin with k = 1."""
    found = []
    for k in range(2, len(sums) + 1):
        before, after = sums[k - 2], sums[k - 1]
        drop = 100 * (before - after) / before
        own = [(k, 100 * (before - after) / after, f"k = {k}의 감소량을 줄어든 뒤의 SSE로 나누었습니다.")]
        if k > 2:  # at k = 2 both are the right drop
            own += [
                (k, 100 * (before - after) / sums[0], f"k = {k}의 감소량을 바로 앞이 아니라 k = 1의 SSE로 나누었습니다."),
                (k, 100 * (sums[0] - after) / sums[0], f"k = 1부터 k = {k}까지 줄어든 비율을 구했습니다."),
            ]
        if k == best:
            found += draw.sample(own, 1)
        else:
            found += [(k, drop, f"k = {k}의 감소율은 맞지만, 규칙이 고르는 군집 수가 아닙니다."), *own]
    return [Wrong(value, why, _elbow(k, value)) for k, value, why in found if 9.95 < value < 99.9]


@template("cluster.kmeans", "elbow", "SSE의 감소율로 군집 수 고르기", version=2)
def elbow(draw: Draw) -> Draft:
    """Which number of clusters a stated elbow rule picks, and by how much it lowers the sum of squares."""
    who, *_ = draw.pick(OBJECTS)
    count = 6 if draw.is_extended else 5
    threshold = draw.pick([15, 20, 25])
    best = draw.integer(2, count - 1)
    sums = [draw.integer(500, 990) if draw.is_extended else 20 * draw.integer(25, 48)]
    for k in range(2, count + 1):
        drop = draw.integer(threshold + 4, 62) if k <= best else draw.integer(5, threshold - 3)
        step = 1 if draw.is_extended else 10
        sums.append(round(sums[-1] * (100 - drop) / (100 * step)) * step)
    drops = [100 * (a - b) / a for a, b in pairwise(sums)]
    draw.require(all((drop > threshold) == (k <= best) and abs(drop - threshold) > 0.6 for k, drop in enumerate(drops, 2)))
    return Draft(
        stem=f"{with_particle(who, '을/를')} k-평균으로 나누며 구한 SSE가 다음과 같다. 군집을 하나 늘릴 때 SSE가 바로 앞보다 줄어드는 "
        f"비율이 처음으로 {threshold}% 미만이 되기 직전의 k를 고를 때, 그 k와 그때의 감소율은? (%, {rounding(1)})",
        data=Table(columns=("k", *(str(k) for k in range(1, count + 1))), rows=(("SSE", *sums),)),
        key=compute(relative_drop, sums=sums, place=best - 2),
        decimals=1,
        label=_elbow(best, drops[best - 2]),
        why="감소율은 바로 앞 SSE에 대한 감소량의 비율이며, 이 비율이 작아지기 직전의 k가 팔꿈치이다.",
        wrongs=_elbow_wrongs(draw, sums, best),
        steps=["감소율 = (앞 SSE − 뒤 SSE)/앞 SSE"]
        + [f"k = {k}: ({a} − {b})/{a} = {show(drop, 1)}%" for k, ((a, b), drop) in enumerate(zip(pairwise(sums), drops, strict=True), 2)]
        + [f"처음으로 {threshold}% 미만인 것은 k = {best + 1}이므로, 그 직전인 k = {with_particle(str(best), '을/를')} 고른다."],
    )
