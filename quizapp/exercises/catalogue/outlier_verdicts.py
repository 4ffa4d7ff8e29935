"""Whether one value is an outlier: by the fences of a printed summary, and by its z score as `scipy.stats.zscore` gives it (divisor n).

https://numpy.org/doc/stable/reference/generated/numpy.quantile.html
https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.zscore.html
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from itertools import combinations_with_replacement
from math import isqrt
from statistics import fmean, median

from quizapp.exercises.catalogue.outlier_fences import FENCES, SIDES
from quizapp.exercises.catalogue.scaling_parts import MEASURES, Summary, one_row, quartiles, spread
from quizapp.exercises.catalogue.wording import plain, rounding
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.numbers import show


def largest_score(values: list[float]) -> float:
    import numpy as np
    from scipy.stats import zscore

    return float(np.abs(zscore(values)).max())


def _described(values: list[int]) -> Summary:
    """The summary of *values*."""
    lower, middle, upper = map(float, quartiles(values))
    return Summary(len(values), fmean(values), spread(values, ddof=1), min(values), lower, middle, upper, max(values))


def _wrongs(
    draw: Draw, found: Iterable[tuple[float, str]], is_outlier: Callable[[float], bool], right: bool, label: Callable[[float], str]
) -> list[Wrong]:
    """Misconceptions with the verdict that follows from their numbers; only two keep the right verdict."""
    wrongs = [(is_outlier(number) == right, Wrong(number, why, label(number))) for number, why in found]
    return [*draw.shuffled([wrong for keeps, wrong in wrongs if keeps])[:2], *(wrong for keeps, wrong in wrongs if not keeps)]


@template("outlier.fences", "summary", "요약 출력에서 이상값의 판정")
def summary(draw: Draw) -> Draft:
    """Whether the maximum or the minimum of a printed summary is an outlier, with the fence that tells."""
    measure, sign = draw.pick(MEASURES), draw.pick([1, -1])
    size, decimals = (draw.pick([14, 16, 18]), 2) if draw.is_extended else (draw.pick([9, 13, 17]), 1)
    low = draw.integer(measure.low, measure.high) % 30 + 34
    values = [*(low + step for step in draw.sample(range(20), size - 1)), low + (9 if sign > 0 else 10) + sign * draw.integer(12, 28)]
    shown, (name, formula), extreme = _described(values), SIDES[sign], "max" if sign > 0 else "min"
    start, middle = shown.upper if sign > 0 else shown.lower, shown.upper - shown.lower
    edge, value = start + sign * 1.5 * middle, shown.high if sign > 0 else shown.low
    draw.require(12 <= edge < 99 and value != edge)

    def is_outlier(at: float) -> bool:
        return sign * (value - at) > 0

    def label(at: float) -> str:
        return f"{'이상값' if is_outlier(at) else '이상값 아님'}, 울타리 {show(at, decimals)}"

    return Draft(
        stem=f"다음은 {measure.place} 자료의 describe() 출력이다. 상자그림의 1.5·IQR 규칙으로 {extreme} 값이 이상값인지 판정한 결과와 그 "
        f"기준이 되는 {name} 울타리는? ({rounding(decimals)})",
        data=shown.text(),
        key=compute(FENCES[sign], values=shown.five_numbers),
        decimals=decimals,
        label=label(edge),
        why=f"{formula}보다 {'큰' if sign > 0 else '작은'} 값을 이상값으로 본다.",
        wrongs=_wrongs(draw, _edges(shown, sign), is_outlier, is_outlier(edge), label),
        steps=[
            f"Q1(25%) = {plain(shown.lower)}, Q3(75%) = {plain(shown.upper)}, IQR = {plain(middle)}",
            f"{name} 울타리 = {formula} = {plain(start)} {'+' if sign > 0 else '−'} {plain(1.5 * middle)} = {show(edge, decimals)}",
            f"{extreme} = {value} {'>' if value > edge else '<'} {show(edge, decimals)}이므로 "
            f"{'이상값이다' if is_outlier(edge) else '이상값이 아니다'}.",
        ],
    )


def _edges(shown: Summary, sign: int) -> list[tuple[float, str]]:
    """What people take for the fence."""
    middle = shown.upper - shown.lower
    near, far = (shown.upper, shown.lower) if sign > 0 else (shown.lower, shown.upper)
    edges = [
        (near + sign * 3 * middle, "사분위수 범위의 3배를 썼습니다. 기준은 1.5배입니다."),
        (near + sign * middle, "사분위수 범위에 1.5를 곱하지 않았습니다."),
        (shown.median + sign * 1.5 * middle, "사분위수가 아니라 중앙값(50%)에서 1.5·IQR을 재었습니다."),
        (shown.mean + sign * 2 * shown.deviation, "평균과 표준편차의 2배를 썼습니다. 물음은 사분위수의 규칙입니다."),
        (shown.mean + sign * 3 * shown.deviation, "평균과 표준편차의 3배를 썼습니다. 물음은 사분위수의 규칙입니다."),
        (near + sign * 1.5 * shown.deviation, "사분위수 범위가 아니라 표준편차(std)를 썼습니다."),
        (far + sign * 1.5 * middle, "반대쪽 사분위수에서 시작했습니다."),
    ]
    return [(at, why) for at, why in edges if 10 <= at < 99]


@cache
def _outlying(size: int) -> tuple[tuple[int, ...], ...]:
    """Deviations from the mean, the last far above the others, with a whole standard deviation (divisor *size*)."""
    found = []
    for near in combinations_with_replacement(range(-12, 5) if size == 6 else range(-5, 3), size - 1):
        variance, rest = divmod(sum(d * d for d in near) + sum(near) ** 2, size)
        if not rest and isqrt(variance) ** 2 == variance and len(set(near)) >= 3 and -sum(near) > max(-near[0], near[-1]) + 1:
            found.append((*near, -sum(near)))
    return tuple(found)


@template("outlier.fences", "z_rule", "z 점수 규칙으로 이상값의 판정")
def z_rule(draw: Draw) -> Draft:
    """Whether the most distant value is an outlier by the rule |z| > c, with its score."""
    measure, size, limit = draw.pick(MEASURES), *((10, 2.5) if draw.is_extended else (6, 2.0))
    sign, scale = draw.pick([1, -1]), draw.integer(1, 2)
    deviations = [sign * scale * deviation for deviation in draw.pick(_outlying(size))]
    mean = draw.integer(measure.low, measure.high) + 20
    values, distance = [mean + deviation for deviation in deviations], abs(deviations[-1])
    squares = sum(deviation**2 for deviation in deviations)
    sigma = isqrt(squares // size)
    score = distance / sigma
    draw.require(min(values) > 0 and abs(score - limit) > 0.02)

    def is_outlier(number: float) -> bool:
        return number > limit

    def label(number: float) -> str:
        return f"{'이상값' if is_outlier(number) else '이상값 아님'}, |z| = {show(number, 2)}"

    return Draft(
        stem=f"{measure.place} 자료가 다음과 같다. |z| > {plain(limit)}인 값을 이상값으로 볼 때, "
        f"평균에서 가장 먼 값 {values[-1]}의 판정과 |z|는? (표준편차는 n으로 나누고, {rounding(2)})",
        data=one_row(measure.what, draw.shuffled(values)),
        key=compute(largest_score, values=values),
        label=label(score),
        why="z는 평균에서 떨어진 거리를 표준편차로 나눈 값이며, 그 절댓값이 기준보다 크면 이상값으로 본다.",
        wrongs=_wrongs(draw, _scores(values, sigma), is_outlier, is_outlier(score), label),
        steps=[
            f"평균 = {sum(values)}/{size} = {mean}",
            f"분산 = {squares}/{size} = {sigma**2}, 표준편차 = √{sigma**2} = {sigma}",
            f"|z| = |{values[-1]} − {mean}|/{sigma} = {distance}/{sigma} = {show(score, 2)}",
            f"{show(score, 2)} {'>' if score > limit else '<'} {plain(limit)}이므로 이상값{'이다' if is_outlier(score) else '이 아니다'}.",
        ],
    )


def _scores(values: list[int], sigma: int) -> list[tuple[float, str]]:
    """What people take for |z| of the last value."""
    *near, far = values
    mean, wide = fmean(values), spread(values, ddof=1)
    absolute = fmean(abs(value - mean) for value in values)
    scores = [
        (abs(far - mean) / wide, "표준편차를 n − 1로 나누어 구했습니다. 물음은 n으로 나누라고 했습니다."),
        (abs(far - median(values)) / sigma, "평균이 아니라 중앙값에서 잰 거리를 썼습니다."),
        (abs(far - mean) / absolute, "표준편차가 아니라 편차 절댓값의 평균으로 나누었습니다."),
        (abs(far - mean) / sigma**2, "표준편차가 아니라 분산으로 나누었습니다."),
        (abs(far - fmean(near)) / spread(near), "판정할 값을 빼고 평균과 표준편차를 구했습니다. 물음은 자료 전체로 구합니다."),
        (abs(far - fmean(near)) / sigma, "판정할 값을 빼고 평균을 구했습니다. 물음은 자료 전체로 구합니다."),
        (abs(far - mean) / (max(values) - min(values)), "표준편차가 아니라 범위로 나누었습니다."),
    ]
    return [(score, why) for score, why in scores if score < 9.99]
