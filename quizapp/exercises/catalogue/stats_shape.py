"""Shape of a distribution by its centres: Pearson's skewness 3(mean − median)/s, and the order of mean, median and mode.

SciPy has no function for Pearson's coefficient: mean, median and standard deviation are numpy's.
https://numpy.org/doc/stable/reference/generated/numpy.median.html
https://numpy.org/doc/stable/reference/generated/numpy.std.html
https://numpy.org/doc/stable/reference/generated/numpy.average.html
"""

from __future__ import annotations

from itertools import pairwise
from statistics import fmean, median

from quizapp.exercises.catalogue.scaling_parts import MEASURES, one_row, spread
from quizapp.exercises.catalogue.stats_center import COUNTED, weighted_mean
from quizapp.exercises.catalogue.stats_parts import whole_sample
from quizapp.exercises.catalogue.wording import inside, plain, rounding, signed
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show


def pearson_skewness(values: list[float]) -> float:
    import numpy as np

    return float(3 * (np.mean(values) - np.median(values)) / np.std(values))


def median_of_skewness(mean: float, deviation: float, skewness: float) -> float:
    import numpy as np

    return float(mean - np.divide(skewness * deviation, 3))


@template("stats.shape", "pearson", "피어슨의 왜도계수")
def pearson(draw: Draw) -> Draft:
    """Pearson's second coefficient of skewness of a small sample."""
    measure = draw.pick(MEASURES)
    size = draw.integer(6, 7) if draw.is_extended else draw.integer(5, 6)
    mean = draw.integer(measure.low, measure.high) + 18
    values = whole_sample(draw, size, mean)
    sigma, middle = round(spread(values)), median(values)
    gap, absolute = mean - middle, fmean(abs(value - mean) for value in values)
    result = 3 * gap / sigma
    third = fmean((value - mean) ** 3 for value in values) / sigma**3
    draw.require(gap and min(values) > 0)
    rule = "왜도계수는 3(평균 − 중앙값)/표준편차입니다."
    return Draft(
        stem=f"{measure.place} 자료 {size}건이 다음과 같다. 평균과 중앙값을 쓰는 피어슨의 왜도계수(제2계수)는? "
        f"(표준편차는 n으로 나누고, {rounding(2)})",
        data=one_row(measure.what, values),
        key=compute(pearson_skewness, values=values),
        why="피어슨의 왜도계수는 3(평균 − 중앙값)/표준편차이며, 평균이 중앙값보다 크면 양수이다.",
        wrongs=[
            Wrong(gap / sigma, f"3을 곱하지 않았습니다. {rule}"),
            Wrong(-result, f"중앙값에서 평균을 뺐습니다. {rule}"),
            Wrong(-gap / sigma, f"중앙값에서 평균을 뺐고 3도 곱하지 않았습니다. {rule}"),
            Wrong(3 * gap / spread(values, ddof=1), "표준편차를 n − 1로 나누어 구했습니다. 물음은 n으로 나누라고 했습니다."),
            Wrong(3 * gap / absolute, f"표준편차가 아니라 편차 절댓값의 평균으로 나누었습니다. {rule}"),
            Wrong(3 * gap / sigma**2, f"표준편차가 아니라 분산으로 나누었습니다. {rule}"),
            Wrong(third, "세제곱 편차를 쓰는 적률 왜도를 구했습니다. 물음은 피어슨의 왜도계수입니다."),
            Wrong(2 * gap / sigma, f"3이 아니라 2를 곱했습니다. {rule}"),
        ],
        steps=[
            f"평균 = {sum(values)}/{size} = {mean}, 중앙값 = {plain(middle)}",
            f"분산 = {size * sigma**2}/{size} = {sigma**2}, 표준편차 = √{sigma**2} = {sigma}",
            f"3·(평균 − 중앙값) = 3·({mean} − {plain(middle)}) = {plain(3 * gap)}",
            f"왜도계수 = {inside(3 * gap)}/{sigma} = {signed(result, 2)}",
        ],
    )


@template("stats.shape", "inverse", "왜도계수에서 중앙값")
def inverse(draw: Draw) -> Draft:
    """The median behind Pearson's skewness, the mean and the variance."""
    measure, sign = draw.pick(MEASURES), draw.pick([1, -1])
    step, decimals = (0.05, 2) if draw.is_extended else (0.1, 1)
    skewness, sigma = sign * draw.multiple(0.2, 1.5, step), draw.integer(3, 15)
    mean = draw.integer(max(measure.low, 25), measure.high + 20)
    gap = skewness * sigma / 3
    squared = sigma**2
    return Draft(
        stem=f"{measure.place} 자료의 평균은 {mean}, 분산은 {squared}이고, 평균과 중앙값을 쓰는 피어슨의 왜도계수(제2계수)는 "
        f"{plain(skewness)}이다. 이 자료의 중앙값은? ({rounding(decimals)})",
        key=compute(median_of_skewness, mean=mean, deviation=sigma, skewness=skewness),
        decimals=decimals,
        why="왜도계수 = 3(평균 − 중앙값)/표준편차를 중앙값에 대하여 풀면, 중앙값 = 평균 − 왜도계수·표준편차/3이다.",
        wrongs=[
            Wrong(mean + gap, "부호를 거꾸로 썼습니다. 왜도계수가 양수이면 중앙값은 평균보다 작습니다."),
            Wrong(mean - 3 * gap, "3으로 나누지 않았습니다. 분자에 3이 곱해져 있습니다."),
            Wrong(mean + 3 * gap, "3으로 나누지 않았고 부호도 거꾸로 썼습니다."),
            Wrong(mean - skewness * squared / 3, "표준편차가 아니라 분산을 곱했습니다."),
            Wrong(mean + skewness * squared / 3, "표준편차가 아니라 분산을 곱했고 부호도 거꾸로 썼습니다."),
            Wrong(mean - skewness / 3, "표준편차를 곱하지 않았습니다."),
            Wrong(mean + skewness / 3, "표준편차를 곱하지 않았고 부호도 거꾸로 썼습니다."),
            Wrong(mean - gap / 3, "3으로 두 번 나누었습니다."),
        ],
        steps=[
            f"표준편차 = √{squared} = {sigma}",
            f"평균 − 중앙값 = {inside(skewness)}·{sigma}/3 = {plain(skewness * sigma)}/3 = {signed(gap, decimals)}",
            f"중앙값 = {mean} − {inside(float(show(gap, decimals)))} = {show(mean - gap, decimals)}",
        ],
        by_hand=mean - float(show(gap, decimals)),
    )


@template("stats.shape", "order", "평균, 중앙값, 최빈값의 순서와 꼬리")
def order(draw: Draw) -> Draft:
    """The order of the three centres of a frequency table, and on which side the tail is."""
    place, what, counted, first = draw.pick(COUNTED)
    size, classes = (draw.pick([25, 32]), 6) if draw.is_extended else (20, 5)
    counts, values = _single_peaked(draw, size, classes), list(range(first, first + classes))
    every = [value for value, count in zip(values, counts, strict=True) for _ in range(count)]
    mean, middle, mode = sum(every) / size, median(every), values[counts.index(max(counts))]
    draw.require((mode < middle < mean) or (mode > middle > mean))
    return Draft(
        stem=f"{with_particle(place, '을/를')} 조사한 도수분포표가 다음과 같다. 세 대푯값을 크기순으로 놓은 것과 꼬리가 긴 쪽을 옳게 "
        f"짝지은 것은? (평균은 {rounding(2)})",
        data=Table(columns=(what, *map(str, values)), rows=((counted, *counts),)),
        key=compute(weighted_mean, values=values, counts=counts),
        label=_ordered(mean, middle, mode),
        why="평균은 긴 꼬리 쪽으로 끌려가므로, 평균이 중앙값보다 크면 오른쪽 꼬리, 작으면 왼쪽 꼬리가 길다.",
        wrongs=_order_wrongs(draw, values, counts),
        steps=[
            f"평균 = Σxf/n = {sum(every)}/{size} = {show(mean, 2)}",
            f"중앙값 = {plain(middle)}, 최빈값 = {mode} (도수 {max(counts)})",
            f"{_ordered(mean, middle, mode).partition(', ')[0]}이므로 {'오른쪽' if mean > middle else '왼쪽'} 꼬리가 길다.",
        ],
    )


def _single_peaked(draw: Draw, size: int, classes: int) -> list[int]:
    """Frequencies with the sum *size* that rise to one largest near an end and fall after it."""
    cuts = [0, *sorted(draw.sample(range(1, size), classes - 1)), size]
    *rest, top = sorted(high - low for low, high in pairwise(cuts))
    draw.require(rest[-1] < top <= 0.6 * size)
    rest, before = draw.shuffled(rest), draw.pick([0, 1, classes - 2, classes - 1])
    return [*sorted(rest[:before]), top, *sorted(rest[before:], reverse=True)]


def _ordered(mean: float, middle: float, mode: float, is_turned: bool = False) -> str:
    """The three centres from the smallest, with the side of the tail: that of the mean, or the other one."""
    named = sorted([(mean, f"평균 {show(mean, 2)}"), (middle, f"중앙값 {plain(middle)}"), (mode, f"최빈값 {plain(mode)}")])
    text = named[0][1]
    for (low, _), (high, name) in pairwise(named):
        text += f" {'<' if low < high else '='} {name}"
    return f"{text}, {'오른쪽' if (mean > middle) != is_turned else '왼쪽'} 꼬리"


def _order_wrongs(draw: Draw, values: list[int], counts: list[int]) -> list[Wrong]:
    """Wrong centres with the tail that follows, and turned tails; only two that keep the right tail."""
    size, total = sum(counts), sum(x * f for x, f in zip(values, counts, strict=True))
    every = [value for value, count in zip(values, counts, strict=True) for _ in range(count)]
    mean, middle, mode = total / size, float(median(every)), values[counts.index(max(counts))]
    kinds = [
        (fmean(values), middle, mode, "도수를 쓰지 않고 값만 평균했습니다."),
        (mean, float(median(values)), mode, "도수를 쓰지 않고 값의 가운데를 중앙값으로 삼았습니다."),
        (mean, middle, max(counts), "최빈값 자리에 가장 큰 도수를 놓았습니다."),
        (mean, float(median(counts)), mode, "값이 아니라 도수의 가운데를 중앙값으로 삼았습니다."),
        (size / len(counts), middle, mode, "값이 아니라 도수를 평균했습니다."),
    ]
    right = mean > middle
    wrongs = [(*one, False) for one in kinds] + [(*one[:3], f"{one[3]} 꼬리도 반대로 읽었습니다.", True) for one in kinds]
    judged = [((m > c) != turned, Wrong(m, why, _ordered(m, c, o, turned))) for m, c, o, why, turned in wrongs if m != c]
    turned = Wrong(
        mean, "순서는 맞지만 꼬리를 반대로 읽었습니다. 평균은 긴 꼬리 쪽으로 끌려갑니다.", _ordered(mean, middle, mode, is_turned=True)
    )
    kept = draw.shuffled([wrong for tail, wrong in judged if tail == right])[:2]
    return [*kept, turned, *(wrong for tail, wrong in judged if tail != right)]
