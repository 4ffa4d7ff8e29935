"""Quantiles of groups: from a table of classes by linear interpolation, and the interquartile ranges of two samples.

https://numpy.org/doc/stable/reference/generated/numpy.interp.html
https://numpy.org/doc/stable/reference/generated/numpy.median.html
"""

from __future__ import annotations

from fractions import Fraction
from itertools import accumulate, pairwise
from statistics import median

from quizapp.exercises.catalogue.confusion_tables import require_hand_fractions
from quizapp.exercises.catalogue.scaling_parts import quartiles
from quizapp.exercises.catalogue.stats_parts import GROUP_PAIRS
from quizapp.exercises.catalogue.wording import plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show

_CLASSES = (
    ("어느 병원 외래의 대기 시간(분)", "환자 수", 10),
    ("한 물류센터의 상자 무게(kg)", "상자 수", 5),
    ("어느 쇼핑몰의 주문 금액(만 원)", "주문 수", 4),
    ("한 공장 부품의 수명(백 시간)", "부품 수", 20),
    ("한 지자체 가구의 월 전력 사용(10 kWh)", "가구 수", 8),
)
"""What was measured, whose number the frequency is, and the width of a class."""


def larger_range_of_halves(first: list[float], second: list[float]) -> float:
    import numpy as np

    ranges = []
    for values in (first, second):
        ordered, half = np.sort(values), len(values) // 2
        ranges.append(np.median(ordered[-half:]) - np.median(ordered[:half]))
    return float(max(ranges))


def quantile_of_classes(edges: list[float], counts: list[int], share: float) -> float:
    import numpy as np

    cumulative = np.concatenate([[0], np.cumsum(counts)])
    return float(np.interp(share * cumulative[-1], cumulative, edges))


@template("stats.quantile", "of_classes", "계급으로 묶은 도수분포표의 사분위수")
def of_classes(draw: Draw) -> Draft:
    """A quartile of a table of classes, the values taken as spread evenly within a class."""
    (what, counted, width), quarter = draw.pick(_CLASSES), draw.pick([1, 2, 3])
    size, number = (draw.pick([52, 60, 72, 100]), 6) if draw.is_extended else (draw.pick([20, 40]), 5)
    cuts = [0, *sorted(draw.sample(range(1, size), number - 1)), size]
    counts = [high - low for low, high in pairwise(cuts)]
    edges = [width * step for step in range(number + 1)]
    goal, sums = Fraction(size * quarter, 4), [0, *accumulate(counts)]
    at = next(i for i, total in enumerate(sums[1:]) if total >= goal)
    before, inside_class = sums[at], counts[at]
    draw.require(before < goal < sums[at + 1] and min(counts) >= 2 and 0 < at < number - 1)
    result = edges[at] + (goal - before) / inside_class * width
    require_hand_fractions(draw, result)
    name = ("Q1", "중앙값", "Q3")[quarter - 1]
    columns = tuple(f"{low}~{high}" for low, high in pairwise(edges))
    return Draft(
        stem=f"{with_particle(what, '을/를')} 조사한 도수분포표가 다음과 같다(계급은 앞의 값 이상 뒤의 값 미만). 계급 안에서 값이 고르게 "
        f"퍼져 있다고 보고 선형 보간으로 구한 {with_particle(name, '은/는')}? (위치는 n의 {Fraction(quarter, 4)}, {rounding(2)})",
        data=Table(columns=("계급", *columns), rows=((counted, *counts),)),
        key=compute(quantile_of_classes, edges=edges, counts=counts, share=quarter / 4),
        why="분위수 = 하한 + (위치 − 앞까지의 누적 도수)/계급의 도수 × 계급의 폭이다.",
        wrongs=_class_wrongs(edges, counts, at, goal),
        steps=[
            f"위치 = {size}·{Fraction(quarter, 4)} = {plain(goal)}",
            f"누적 도수: {', '.join(map(str, sums[1:]))} → {columns[at]} 계급 (앞까지의 누적 도수 {before})",
            f"{name} = {edges[at]} + ({plain(goal)} − {before})/{inside_class}·{width}",
            f"= {edges[at]} + {plain(goal - before)}/{inside_class}·{width} = {show(float(result), 2)}",
        ],
    )


def _class_wrongs(edges: list[int], counts: list[int], at: int, goal: Fraction) -> list[Wrong]:
    """What people take for the quantile; all lie in its class or beside it."""
    low, high, own, before = edges[at], edges[at + 1], counts[at], sum(counts[:at])
    width, part = high - low, (goal - before) / own
    wrongs = [
        Wrong((low + high) / 2, "그 계급의 계급값(한가운데)을 답했습니다. 계급 안에서 보간합니다."),
        Wrong(low, "그 계급의 하한을 답했습니다. 계급 안에서 보간합니다."),
        Wrong(high, "그 계급의 상한을 답했습니다. 계급 안에서 보간합니다."),
        Wrong(float(high - part * width), "비율을 상한에서부터 뺐습니다. 하한에 더합니다."),
        Wrong(float(low + part), "계급의 폭을 곱하지 않았습니다."),
        Wrong(float(low + (goal - before) / sum(counts[: at + 1]) * width), "계급의 도수가 아니라 누적 도수로 나누었습니다."),
        Wrong(float(low + (goal - before) / max(counts[at - 1], 1) * width), "앞 계급의 도수로 나누었습니다."),
        Wrong(float(low + (goal + goal / sum(counts) - before) / own * width), "위치를 n이 아니라 n + 1로 구했습니다."),
        Wrong(float(edges[at - 1] + part * width), "한 계급 앞의 하한에서 시작했습니다."),
        Wrong(float(high + part * width), "하한이 아니라 상한에서 시작했습니다."),
    ]
    return within(wrongs, edges[at - 1], edges[at + 2])


@template("stats.quantile", "compare", "두 자료의 사분위수 범위")
def compare(draw: Draw) -> Draft:
    """Which of two samples has the wider interquartile range, by the medians of both halves."""
    what, names = draw.pick(GROUP_PAIRS)
    sizes = [draw.integer(8, 9) for _ in names] if draw.is_extended else [draw.integer(6, 7)] * 2
    samples = [[draw.integer(10, 30) + step for step in draw.sample(range(60), size)] for size in sizes]
    halves = [_halves(sample) for sample in samples]
    ranges = [float(upper - lower) for lower, upper in halves]
    best = ranges.index(max(ranges))
    draw.require(all(10 <= value < 99 for value in ranges) and abs(ranges[0] - ranges[1]) >= 1)
    longest = max(sizes)
    return Draft(
        stem=f"{with_particle(what, '을/를')} 조사한 자료가 다음과 같다. 사분위수를 중앙값 아래쪽 자료와 위쪽 자료"
        f"(개수가 홀수이면 중앙값은 뺌)의 중앙값으로 정할 때, 사분위수 범위가 더 큰 쪽과 그 값은? ({rounding(1)})",
        data=Table(
            columns=("구분", *map(str, range(1, longest + 1))),
            rows=tuple((name, *sample, *[""] * (longest - len(sample))) for name, sample in zip(names, samples, strict=True)),
        ),
        key=compute(larger_range_of_halves, first=samples[0], second=samples[1]),
        decimals=1,
        label=_verdict(names[best], ranges[best]),
        why="사분위수 범위는 위쪽 절반의 중앙값 Q3에서 아래쪽 절반의 중앙값 Q1을 뺀 값이며, 양 끝의 값에 흔들리지 않는다.",
        wrongs=_compare_wrongs(draw, names, samples, best),
        steps=[
            *(
                f"{name}: {', '.join(map(str, sorted(sample)))} → Q1 = {plain(lower)}, Q3 = {plain(upper)}, 범위 = {plain(upper - lower)}"
                for name, sample, (lower, upper) in zip(names, samples, halves, strict=True)
            ),
            f"{show(max(ranges), 1)} > {show(min(ranges), 1)}이므로 {with_particle(names[best], '이/가')} 더 크다.",
        ],
    )


def _halves(sample: list[int]) -> tuple[float, float]:
    ordered, half = sorted(sample), len(sample) // 2
    return median(ordered[:half]), median(ordered[-half:])


def _verdict(name: str, value: float) -> str:
    return f"{name}, {show(value, 1)}"


def _compare_wrongs(draw: Draw, names: tuple[str, str], samples: list[list[int]], best: int) -> list[Wrong]:
    """Misconceptions about both samples; only two that keep the right one, so that the choices never name one sample alone."""
    other, ordered = 1 - best, [sorted(sample) for sample in samples]
    halves = [_halves(sample) for sample in samples]
    linear = [quartiles(sample) for sample in samples]
    kinds: list[tuple[str, list[float]]] = [
        ("범위(최댓값 − 최솟값)를 구했습니다.", [sample[-1] - sample[0] for sample in ordered]),
        ("크기순으로 늘어놓지 않고 절반을 나누었습니다.", [abs(_unsorted_range(sample)) for sample in samples]),
        ("사분위수를 선형 보간으로 구했습니다.", [float(upper - lower) for lower, _, upper in linear]),
        ("Q3 − Q1이 아니라 Q3에서 중앙값을 뺐습니다.", [float(upper - median(s)) for (_, upper), s in zip(halves, ordered, strict=True)]),
        ("Q3 − Q1이 아니라 중앙값에서 Q1을 뺐습니다.", [float(median(s) - lower) for (lower, _), s in zip(halves, ordered, strict=True)]),
        ("범위를 구하지 않고 Q3을 답했습니다.", [float(upper) for _, upper in halves]),
    ]
    right = float(halves[other][1] - halves[other][0])
    kept = [Wrong(v[best], f"쪽은 맞지만 {why}", _verdict(names[best], v[best])) for why, v in draw.sample(kinds, 2)]
    changed = [Wrong(v[other], f"범위가 작은 쪽을 골랐고, {why}", _verdict(names[other], v[other])) for why, v in draw.sample(kinds, 3)]
    wrongs = [*kept, Wrong(right, "사분위수 범위가 작은 쪽을 골랐습니다.", _verdict(names[other], right)), *changed]
    return within(wrongs, 10, 99)


def _unsorted_range(sample: list[int]) -> float:
    half = len(sample) // 2
    return float(median(sample[-half:]) - median(sample[:half]))
