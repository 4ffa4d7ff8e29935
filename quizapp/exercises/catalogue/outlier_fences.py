"""Outliers by Tukey's fences, Q1 − 1.5·IQR and Q3 + 1.5·IQR, with the quartiles of `numpy.quantile` (linear interpolation).

https://numpy.org/doc/stable/reference/generated/numpy.quantile.html
https://numpy.org/doc/stable/reference/generated/numpy.linalg.solve.html
"""

from __future__ import annotations

from fractions import Fraction
from statistics import fmean

from quizapp.exercises.catalogue.scaling_parts import MEASURES, QUARTILE_RULE, one_row, quartiles, spread
from quizapp.exercises.catalogue.wording import plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.korean import with_particle
from quizapp.numbers import show

SIDES = {1: ("위", "Q3 + 1.5·IQR"), -1: ("아래", "Q1 − 1.5·IQR")}
"""A fence by its sign: its name and its formula."""


def upper_fence(values: list[float]) -> float:
    import numpy as np

    q1, q3 = np.quantile(values, [0.25, 0.75])
    return float(q3 + 1.5 * (q3 - q1))


def lower_fence(values: list[float]) -> float:
    import numpy as np

    q1, q3 = np.quantile(values, [0.25, 0.75])
    return float(q1 - 1.5 * (q3 - q1))


def quartile_of_fences(lower: float, upper: float, factor: float, which: int) -> float:
    import numpy as np

    quartiles = np.linalg.solve([[1 + factor, -factor], [-factor, 1 + factor]], [lower, upper])
    return float(quartiles[which])


def outliers(values: list[float]) -> float:
    import numpy as np

    q1, q3 = np.quantile(values, [0.25, 0.75])
    reach = 1.5 * (q3 - q1)
    data = np.array(values)
    return float(np.count_nonzero((data < q1 - reach) | (data > q3 + reach)))


FENCES = {1: upper_fence, -1: lower_fence}
"""What computes a fence, by its sign."""


def _fence_wrongs(values: list[int], sign: int) -> list[Wrong]:
    """What people take for the fence on the side of *sign*."""
    lower, median, upper = map(float, quartiles(values))
    middle, (name, formula) = upper - lower, SIDES[sign]
    near, far = (upper, lower) if sign > 0 else (lower, upper)
    rule = f"{name} 울타리는 {formula}입니다."
    return [
        Wrong(near + sign * 3 * middle, f"사분위수 범위의 3배를 썼습니다. {rule}"),
        Wrong(near + sign * middle, f"사분위수 범위에 1.5를 곱하지 않았습니다. {rule}"),
        Wrong(median + sign * 1.5 * middle, f"중앙값에서 1.5·IQR만큼 떨어진 값입니다. {rule}"),
        Wrong(far + sign * 1.5 * middle, f"반대쪽 사분위수에서 시작했습니다. {rule}"),
        Wrong(far - sign * 1.5 * middle, f"{SIDES[-sign][0]} 울타리를 구했습니다. 물음은 {name} 울타리입니다."),
        Wrong(fmean(values) + sign * 2 * spread(values), f"평균에서 표준편차의 2배만큼 떨어진 값입니다. {rule}"),
        Wrong(near + sign * 1.5 * spread(values), f"사분위수 범위가 아니라 표준편차를 썼습니다. {rule}"),
        Wrong(near, f"{'Q3' if sign > 0 else 'Q1'}에서 멈추었습니다. {rule}"),
    ]


@template("outlier.fences", "fence", "자료에서 상자그림의 울타리")
def fence(draw: Draw) -> Draft:
    """The upper or the lower fence of a small sample with an outlier."""
    measure, sign = draw.pick(MEASURES), draw.pick([1, -1])
    size, decimals = (draw.pick([10, 11, 12]), 2) if draw.is_extended else (draw.pick([5, 9]), 1)
    low = draw.integer(measure.low, measure.high) + 16
    ordered = sorted([*(low + step for step in draw.sample(range(17), size - 1)), low + sign * draw.integer(22, 40)])
    lower, _, upper = quartiles(ordered)
    middle, (name, formula) = upper - lower, SIDES[sign]
    start = upper if sign > 0 else lower
    edge = float(start + sign * Fraction(3, 2) * middle)
    draw.require(min(ordered) > 0 and edge > 0)
    return Draft(
        stem=f"{measure.place} 자료 {size}건이 다음과 같다. {QUARTILE_RULE} 상자그림에서 이상값을 가르는 {name} 울타리(사분위수에서 "
        f"1.5·IQR만큼 떨어진 값)는? ({rounding(decimals)})",
        data=one_row(measure.what, draw.shuffled(ordered)),
        key=compute(FENCES[sign], values=ordered),
        decimals=decimals,
        why=f"{name} 울타리는 {formula}이며, IQR = Q3 − Q1이다.",
        wrongs=within(_fence_wrongs(ordered, sign), 0, 200),
        steps=[
            f"크기순: {', '.join(map(str, ordered))}",
            f"Q1 = {plain(lower)}, Q3 = {plain(upper)}",
            f"IQR = {plain(upper)} − {plain(lower)} = {plain(middle)}",
            f"1.5·IQR = {plain(1.5 * float(middle))}",
            f"{name} 울타리 = {plain(start)} {'+' if sign > 0 else '−'} {plain(1.5 * float(middle))} = {show(edge, decimals)}",
        ],
    )


def _stem_and_leaf(values: list[int]) -> str:
    """The values as tens with their ones, a line for every ten from the first to the last."""
    tens = range(values[0] // 10, values[-1] // 10 + 1)
    return "\n".join(["줄기 | 잎", *(f"{ten:>4} | {' '.join(str(value % 10) for value in values if value // 10 == ten)}" for ten in tens)])


def _outside(values: list[int], low: float, high: float) -> int:
    return sum(not low <= value <= high for value in values)


def _count_wrongs(values: list[int]) -> list[Wrong]:
    """What people count as outliers."""
    lower, median, upper = map(float, quartiles(values))
    middle, mean, sigma = upper - lower, fmean(values), spread(values)
    low, high = lower - 1.5 * middle, upper + 1.5 * middle
    return [
        Wrong(sum(value > high for value in values), "위 울타리 밖만 세었습니다. 아래 울타리 밖도 이상값입니다."),
        Wrong(sum(value < low for value in values), "아래 울타리 밖만 세었습니다. 위 울타리 밖도 이상값입니다."),
        Wrong(_outside(values, lower - middle, upper + middle), "1.5를 곱하지 않고 IQR만큼 떨어진 곳을 경계로 삼았습니다."),
        Wrong(_outside(values, lower - 3 * middle, upper + 3 * middle), "3·IQR을 썼습니다. 이는 극단 이상값의 기준입니다."),
        Wrong(_outside(values, median - 1.5 * middle, median + 1.5 * middle), "사분위수가 아니라 중앙값에서 1.5·IQR을 재었습니다."),
        Wrong(_outside(values, mean - 2 * sigma, mean + 2 * sigma), "평균에서 표준편차의 2배 밖을 세었습니다."),
        Wrong(_outside(values, mean - sigma, mean + sigma), "평균에서 표준편차 밖을 세었습니다."),
        Wrong(_outside(values, lower, upper), "상자(Q1~Q3) 밖을 모두 세었습니다. 울타리 밖만 이상값입니다."),
    ]


@template("outlier.fences", "count", "줄기-잎 그림에서 이상값의 수")
def count(draw: Draw) -> Draft:
    """How many values of a stem-and-leaf plot lie beyond the fences."""
    measure, size = draw.pick(MEASURES), draw.pick([22, 23, 24]) if draw.is_extended else 21
    center, half = draw.integer(44, 56), draw.integer(4, 7)
    far = draw.integer(2, 7)
    core = [center + draw.integer(-half, half) for _ in range(size - far)]
    tails = [center + draw.pick([-1, 1]) * draw.integer(half + 3, 38) for _ in range(far)]
    ordered = sorted([*core, *tails])
    lower, _, upper = quartiles(ordered)
    middle = upper - lower
    low, high = lower - Fraction(3, 2) * middle, upper + Fraction(3, 2) * middle
    found = [value for value in ordered if not low <= value <= high]
    draw.require(1 <= len(found) <= 6 and low not in ordered and high not in ordered)
    place = {share: plain(1 + share * Fraction(size - 1, 4)) for share in (1, 3)}
    return Draft(
        stem=f"다음은 {measure.place} 자료 {size}건을 십의 자리(줄기)와 일의 자리(잎)로 나타낸 그림이다. {QUARTILE_RULE} "
        "Q1 − 1.5·IQR보다 작거나 Q3 + 1.5·IQR보다 큰 값을 이상값으로 볼 때, 이상값은 몇 개인가?",
        data=_stem_and_leaf(ordered),
        key=compute(outliers, values=ordered),
        decimals=0,
        unit="개",
        why="Q1 − 1.5·IQR과 Q3 + 1.5·IQR의 바깥에 있는 값을 양쪽 모두 센다.",
        wrongs=_count_wrongs(ordered),
        steps=[
            f"Q1은 {place[1]}번째 값 {plain(lower)}, Q3은 {place[3]}번째 값 {plain(upper)}",
            f"IQR = {plain(upper)} − {plain(lower)} = {plain(middle)}, 1.5·IQR = {plain(Fraction(3, 2) * middle)}",
            f"울타리: {plain(low)}, {plain(high)}",
            f"울타리 밖의 값: {', '.join(map(str, found))} → {len(found)}개",
        ],
    )


@template("outlier.fences", "inverse", "두 울타리에서 사분위수")
def inverse(draw: Draw) -> Draft:
    """A quartile or the interquartile range from the two fences."""
    measure, which = draw.pick(MEASURES), draw.pick([0, 1])
    factor = draw.pick([1, 2, 3]) if draw.is_extended else 1.5
    middle = draw.integer(5, 33) if draw.is_extended else 2 * draw.integer(2, 14)
    lower = draw.integer(measure.low, measure.high) + factor * middle
    upper = lower + middle
    ends = lower - factor * middle, upper + factor * middle
    width, times = ends[1] - ends[0], plain(1 + 2 * factor)
    name, value = (("Q1", lower), ("Q3", upper))[which]
    formula = f"Q1 − {plain(factor)}·IQR", f"Q3 + {plain(factor)}·IQR"
    back = (ends[0], "+") if which == 0 else (ends[1], "−")
    return Draft(
        stem=f"{measure.place} 자료의 이상값을 {formula[0]}보다 작거나 {formula[1]}보다 큰 값으로 정하였더니, 정상 범위가 "
        f"{plain(ends[0])} 이상 {plain(ends[1])} 이하였다. 이 자료의 {with_particle(name, '은/는')}? ({rounding(1)})",
        key=compute(quartile_of_fences, lower=ends[0], upper=ends[1], factor=factor, which=which),
        decimals=1,
        why=f"두 울타리 사이는 IQR의 {times}배이므로 IQR을 먼저 구하고, 울타리에서 {plain(factor)}·IQR만큼 안으로 들어온다.",
        wrongs=_inverse_wrongs(ends, factor, which),
        steps=[
            f"두 울타리 사이 = IQR + 2·{plain(factor)}·IQR = {times}·IQR",
            f"IQR = ({plain(ends[1])} − {plain(ends[0])})/{times} = {plain(width)}/{times} = {plain(middle)}",
            f"{name} = {plain(back[0])} {back[1]} {plain(factor)}·{plain(middle)} = {show(value, 1)}",
        ],
    )


def _inverse_wrongs(ends: tuple[float, float], factor: float, which: int) -> list[Wrong]:
    width = ends[1] - ends[0]
    start, inwards = (ends[0], 1) if which == 0 else (ends[1], -1)
    middle, times = width / (1 + 2 * factor), plain(1 + 2 * factor)
    name, other = ("Q1", "Q3") if which == 0 else ("Q3", "Q1")
    return [
        Wrong(start + inwards * width / 4, f"정상 범위를 넷으로 나누었습니다. 정상 범위는 IQR의 {times}배입니다."),
        Wrong(start + inwards * width / 3, f"정상 범위를 셋으로 나누었습니다. 정상 범위는 IQR의 {times}배입니다."),
        Wrong(start + inwards * width / 2, "상자의 길이 IQR을 세지 않고 정상 범위의 한가운데로 갔습니다."),
        Wrong(start + inwards * (factor + 1) * middle, f"{with_particle(other, '을/를')} 구했습니다. 물음은 {name}입니다."),
        Wrong(start + inwards * middle, f"IQR에 {with_particle(plain(factor), '을/를')} 곱하지 않고 더하거나 뺐습니다."),
        Wrong(start + inwards * factor * width / (1 + factor), f"한쪽만 세어 정상 범위를 IQR의 {plain(1 + factor)}배로 보았습니다."),
        Wrong(middle, f"사분위수 범위 IQR을 구했습니다. 물음은 {name}입니다."),
        Wrong(start, f"울타리를 사분위수로 읽었습니다. 울타리는 {with_particle(name, '과/와')} {plain(factor)}·IQR만큼 떨어져 있습니다."),
    ]
