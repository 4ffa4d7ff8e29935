"""Binning: edges of equal width (`sklearn.preprocessing.KBinsDiscretizer`) and of equal frequency (numpy), the bin of a value, bin means.

https://scikit-learn.org/stable/modules/generated/sklearn.preprocessing.KBinsDiscretizer.html
https://numpy.org/doc/stable/reference/generated/numpy.quantile.html
https://numpy.org/doc/stable/reference/generated/numpy.array_split.html
"""

from __future__ import annotations

from fractions import Fraction
from math import floor
from statistics import mean, median

from quizapp.exercises.catalogue.scaling_parts import MEASURES, one_row, quantile
from quizapp.exercises.catalogue.wording import plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.korean import with_particle
from quizapp.numbers import show

_RULE = "구간은 하한을 포함하고 상한은 포함하지 않으며, 마지막 구간만 상한도 포함한다."
_LINEAR = "분위수는 크기순으로 1 + (n − 1)p번째 값(선형 보간)으로 한다."


def equal_width_edge(values: list[float], bins: int, edge: int) -> float:
    from sklearn.preprocessing import KBinsDiscretizer

    binner = KBinsDiscretizer(n_bins=bins, encode="ordinal", strategy="uniform").fit([[value] for value in values])
    return float(binner.bin_edges_[0][edge])


def equal_frequency_edge(values: list[float], bins: int, edge: int) -> float:
    import numpy as np

    edges = np.quantile(values, np.linspace(0, 1, bins + 1))
    return float(edges[edge])


def bin_number(values: list[float], bins: int, x: float) -> float:
    from sklearn.preprocessing import KBinsDiscretizer

    binner = KBinsDiscretizer(n_bins=bins, encode="ordinal", strategy="uniform").fit([[value] for value in values])
    return float(binner.transform([[x]])[0, 0] + 1)


def bin_mean(values: list[float], bins: int, number: int) -> float:
    import numpy as np

    parts = np.array_split(np.sort(values), bins)
    return float(np.mean(parts[number - 1]))


def _sample(draw: Draw, low: int, high: int, size: int) -> list[int]:
    """*size* different values from *low* to *high*, both among them, more of them small than large."""
    middle = low + (high - low) // 2
    inner = draw.sample(range(low + 1, middle), size - 2 - size // 4) + draw.sample(range(middle, high), size // 4)
    return draw.shuffled([low, high, *inner])


@template("binning.edges", "equal_width", "등폭 구간화의 경계")
def equal_width(draw: Draw) -> Draft:
    """The upper edge of a bin when the range is cut into bins of one width."""
    measure, decimals, size = draw.pick(MEASURES), 2 if draw.is_extended else 1, 9 if draw.is_extended else 7
    bins = draw.pick([6, 7, 9]) if draw.is_extended else draw.integer(4, 6)
    low, span, number = draw.integer(measure.low, measure.high), draw.integer(22, 58), draw.integer(2, bins - 1)
    high, width = low + span, Fraction(span, bins)
    values = _sample(draw, low, high, size)
    wrongs = [
        Wrong(float(low + (number - 1) * width), f"{number}번째 구간의 하한을 구했습니다."),
        Wrong(float(low + (number + 1) * width), f"{number + 1}번째 구간의 상한을 구했습니다."),
        Wrong(float(number * width), "최솟값에서 시작하지 않고 0에서 시작했습니다."),
        Wrong(low + number * span / (bins - 1), "범위를 구간의 수가 아니라 구간의 수 − 1로 나누었습니다."),
        Wrong(low + number * high / bins, "범위가 아니라 최댓값을 구간의 수로 나누었습니다."),
        Wrong(number * high / bins, "0에서 시작하고 최댓값을 구간의 수로 나누었습니다."),
        Wrong(float(quantile(values, Fraction(number, bins))), "구간에 드는 건수를 같게 하는 등빈도 구간화의 경계를 구했습니다."),
        Wrong(low + number * (span + 1) / bins, "범위에 1을 더하여 나누었습니다. 폭은 (최댓값 − 최솟값)/구간의 수입니다."),
    ]
    return Draft(
        stem=f"{measure.place} 자료가 다음과 같다. 최솟값부터 최댓값까지를 {bins}개의 구간으로 등폭 구간화할 때, "
        f"작은 쪽에서 {number}번째 구간의 상한은? ({rounding(decimals)})",
        data=one_row(measure.what, values),
        key=compute(equal_width_edge, values=values, bins=bins, edge=number),
        decimals=decimals,
        why="등폭 구간화의 폭은 범위를 구간의 수로 나눈 값이고, i번째 구간의 상한은 최솟값에 폭의 i배를 더한 값이다.",
        wrongs=within(wrongs, 0, high),
        steps=[
            "폭 = (최댓값 − 최솟값)/구간의 수",
            f"폭 = ({high} − {low})/{bins} = {span}/{bins}",
            f"폭의 {number}배 = {number}·{span}/{bins} = {plain(round(float(number * width), 2))}",
            f"상한 = {low} + {plain(round(float(number * width), 2))} = {show(float(low + number * width), decimals)}",
        ],
    )


def _frequency_wrongs(values: list[int], bins: int, edge: int) -> list[Wrong]:
    """What people take for an edge between bins of equal frequency."""
    ordered, size, share = sorted(values), len(values), Fraction(edge, bins)
    low, high = ordered[0], ordered[-1]

    def at(place: Fraction) -> float:
        """The value at a place that is counted from one, between two values by proportion."""
        below = min(max(floor(place), 1), size)
        above = min(below + 1, size)
        return float(ordered[below - 1] + (place - floor(place)) * (ordered[above - 1] - ordered[below - 1]))

    raw = 1 + (size - 1) * share
    return [
        Wrong(low + float(share) * (high - low), "등폭 구간화의 경계를 구했습니다. 등빈도는 건수를 같게 나눕니다."),
        Wrong(at(size * share), "n·p번째 값을 썼습니다. 물음은 1 + (n − 1)p번째입니다."),
        Wrong(at((size + 1) * share), "(n + 1)p번째 값을 썼습니다. 물음은 1 + (n − 1)p번째입니다."),
        Wrong(at(raw + 1), "순서를 하나 크게 셌습니다. 1 + (n − 1)p번째 값입니다."),
        Wrong(at(raw - 1), "1을 더하지 않아 순서를 하나 작게 셌습니다. 1 + (n − 1)p번째 값입니다."),
        Wrong(float(values[floor(raw) - 1]), "크기순으로 늘어놓지 않고 자료의 차례에서 읽었습니다."),
        Wrong(
            float(quantile(values, Fraction(edge - 1, bins) if edge > 1 else Fraction(edge + 1, bins))), "이웃한 다른 경계를 구했습니다."
        ),
        Wrong(mean(values), "평균을 경계로 보았습니다."),
    ]


@template("binning.edges", "equal_frequency", "등빈도 구간화의 경계")
def equal_frequency(draw: Draw) -> Draft:
    """An edge between bins that hold the same number of values."""
    measure, decimals = draw.pick(MEASURES), 2 if draw.is_extended else 1
    bins, size = draw.pick([(4, 10), (5, 12), (3, 9), (4, 12)] if draw.is_extended else [(4, 9), (3, 7), (4, 7), (4, 11), (3, 10)])
    low = draw.integer(measure.low, measure.high)
    values = _sample(draw, low, low + draw.integer(30, 70), size)
    edge = draw.integer(1, bins - 1)
    place, value = 1 + (size - 1) * Fraction(edge, bins), float(quantile(values, Fraction(edge, bins)))
    ordered = sorted(values)
    below = ordered[floor(place) - 1]
    step = f"{plain(round(float(place), 3))}번째 값"
    if place.denominator > 1:
        above = ordered[floor(place)]
        step += f" = {below} + {plain(round(float(place - floor(place)), 3))}·({above} − {below}) = {show(value, decimals)}"
    else:
        step += f" = {show(value, decimals)}"
    return Draft(
        stem=f"{measure.place} 자료 {size}건이 다음과 같다. 이를 {bins}개의 구간으로 등빈도 구간화할 때, {edge}번째 구간과 "
        f"{edge + 1}번째 구간의 경계는? ({_LINEAR[:-1]}. {rounding(decimals)})",
        data=one_row(measure.what, values),
        key=compute(equal_frequency_edge, values=values, bins=bins, edge=edge),
        decimals=decimals,
        why=f"등빈도 구간화의 경계는 분위수이며, {bins}개로 나눌 때 {edge}번째 경계는 {edge}/{bins} 분위수이다.",
        wrongs=_frequency_wrongs(values, bins, edge),
        steps=[
            f"{edge}번째 경계 = p = {edge}/{bins}인 분위수",
            f"크기순: {', '.join(map(str, ordered))}",
            f"순서 = 1 + ({size} − 1)·{edge}/{bins} = {plain(round(float(place), 3))}",
            step,
        ],
    )


def _number_wrongs(values: list[int], bins: int, x: float, width: Fraction) -> list[Wrong]:
    """What people take for the number of the bin that a value falls into."""
    low, high = min(values), max(values)
    steps = (Fraction(x) - low) / width
    number = floor(steps) + 1
    whole = steps.denominator == 1
    return [
        Wrong(
            number - 1,
            "상한을 구간에 넣었습니다. 경계에 있는 값은 그다음 구간에 듭니다." if whole else "구간을 0부터 셌습니다. 물음은 1부터 셉니다.",
        ),
        Wrong(number + 1, "구간이 아니라 그 구간의 상한까지 경계의 수를 셌습니다."),
        Wrong(floor(Fraction(x) / width) + 1, "최솟값을 빼지 않고 폭으로 나누었습니다."),
        Wrong(floor(Fraction(x) * bins / high) + 1, "최솟값을 빼지 않고 최댓값을 나눈 폭을 썼습니다."),
        Wrong(floor((Fraction(x) - low) * (bins - 1) / (high - low)) + 1, "범위를 구간의 수 − 1로 나눈 폭을 썼습니다."),
        Wrong(bins - number + 1, "큰 쪽에서부터 셌습니다. 작은 쪽에서부터 셉니다."),
        Wrong(sum(value <= x for value in values), "구간이 아니라 크기순의 자리를 셌습니다."),
        Wrong(floor(Fraction(sum(value < x for value in values) * bins, len(values))) + 1, "건수를 같게 나눈 등빈도 구간에서 찾았습니다."),
    ]


@template("binning.edges", "bin_of_value", "등폭 구간화에서 값이 드는 구간")
def bin_of_value(draw: Draw) -> Draft:
    """Which bin of one width a value falls into, often one that lies on an edge."""
    measure, bins = draw.pick(MEASURES), draw.integer(8, 12) if draw.is_extended else draw.integer(6, 10)
    width = draw.pick(
        [Fraction(5, 2), Fraction(7, 2), Fraction(9, 2), Fraction(6), Fraction(7)]
        if draw.is_extended
        else [Fraction(n) for n in (3, 4, 5, 6, 8)]
    )
    draw.require((width * bins).denominator == 1)
    low = draw.integer(measure.low, measure.high)
    high = low + int(width * bins)
    values = _sample(draw, low, high, 8 if draw.is_extended else 6)
    steps = Fraction(draw.integer(1, bins - 1)) if draw.pick([True, False]) else (draw.integer(1, int(high - low) - 1) / width)
    x = low + steps * width
    draw.require(x.denominator == 1 and x not in values)
    number = floor(steps) + 1
    return Draft(
        stem=f"{measure.place} 자료 {len(values)}건이 다음과 같다. 이 자료의 최솟값부터 최댓값까지를 {bins}개의 구간으로 등폭 구간화했다. "
        f"{_RULE} 새로 들어온 {with_particle(plain(x), '은/는')} 작은 쪽에서 몇 번째 구간에 드는가? (1부터 센다)",
        data=one_row(measure.what, values),
        key=compute(bin_number, values=values, bins=bins, x=float(x)),
        decimals=0,
        why="값에서 최솟값을 빼고 폭으로 나눈 몫이 앞에 있는 구간의 수이며, 경계에 있는 값은 그다음 구간에 든다.",
        wrongs=within(_number_wrongs(values, bins, float(x), width), 1, bins),
        steps=[
            f"폭 = ({high} − {low})/{bins} = {plain(width)}",
            f"(값 − 최솟값)/폭 = ({plain(x)} − {low})/{plain(width)} = {plain(round(float(steps), 3))}",
            f"앞의 구간이 {floor(steps)}개이므로 {number}번째 구간",
        ],
    )


def _smoothing_wrongs(values: list[int], bins: int, group: list[int], x: int) -> list[Wrong]:
    """What people take for the mean of the bin (*group*) that *x* falls into."""
    ordered, per = sorted(values), len(group)
    at, width = values.index(x), Fraction(ordered[-1] - ordered[0], bins)
    first = min(floor((x - ordered[0]) / width), bins - 1)
    same_width = [v for v in values if min(floor((v - ordered[0]) / width), bins - 1) == first]
    return [
        Wrong(median(group), "구간의 중앙값으로 바꾸었습니다. 물음은 구간의 평균입니다."),
        Wrong(
            float(min((group[0], group[-1]), key=lambda edge: abs(edge - x))), "가까운 경곗값으로 바꾸었습니다. 물음은 구간의 평균입니다."
        ),
        Wrong(mean(same_width), "폭이 같은 구간의 평균을 구했습니다. 물음은 건수가 같은 구간입니다."),
        Wrong(mean(values[at // per * per : at // per * per + per]), "크기순으로 늘어놓지 않고 자료의 차례로 묶었습니다."),
        Wrong(mean(values), "전체 평균으로 바꾸었습니다. 그 값이 든 구간의 평균을 씁니다."),
        Wrong((group[0] + group[-1]) / 2, "구간의 양 끝값의 가운데로 바꾸었습니다. 물음은 구간의 평균입니다."),
        Wrong(mean(ordered[max(0, ordered.index(x) - 1) : ordered.index(x) + 2]), "그 값과 양옆 값의 평균(이동 평균)을 구했습니다."),
        Wrong(mean(v for v in group if v != x), "그 값을 빼고 구간의 평균을 구했습니다."),
    ]


@template("binning.edges", "bin_mean", "등빈도 구간의 평균으로 평활")
def smoothed(draw: Draw) -> Draft:
    """What a value becomes when values are smoothed by the means of bins of equal frequency."""
    measure, decimals = draw.pick(MEASURES), 2 if draw.is_extended else 1
    bins, per = draw.pick([(3, 4), (4, 4)] if draw.is_extended else [(3, 3), (4, 3), (3, 4)])
    low = draw.integer(measure.low, measure.high)
    values = _sample(draw, low, low + draw.integer(30, 70), bins * per)
    ordered, number = sorted(values), draw.integer(1, bins)
    group = ordered[(number - 1) * per : number * per]
    x = draw.pick(group)
    return Draft(
        stem=f"{measure.place} 자료를 크기순으로 {per}건씩 {bins}개의 구간으로 등빈도 구간화하고, 값을 그 값이 든 구간의 평균으로 바꾸어 "
        f"잡음을 줄이려고 한다. 자료가 다음과 같을 때, {with_particle(str(x), '은/는')} 얼마로 바뀌는가? ({rounding(decimals)})",
        data=one_row(measure.what, values),
        key=compute(bin_mean, values=values, bins=bins, number=number),
        decimals=decimals,
        why="크기순으로 같은 건수씩 나눈 구간에서, 값마다 제 구간의 평균으로 바뀐다.",
        wrongs=_smoothing_wrongs(values, bins, group, x),
        steps=[
            f"크기순: {', '.join(map(str, ordered))}",
            f"{with_particle(str(x), '이/가')} 든 구간({number}번째): {', '.join(map(str, group))}",
            f"평균 = {sum(group)}/{per} = {show(mean(group), decimals)}",
        ],
    )
