"""The mean behind an exponential distribution: from a rate, a probability, or a median, with `scipy.stats.expon`.

https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.expon.html
"""

from __future__ import annotations

from fractions import Fraction
from math import exp, log

from quizapp.exercises.catalogue.dist_exponential import HEAVY_RATIOS, RATIOS, WAITS
from quizapp.exercises.catalogue.probability_parts import FLOWS, Flow, decay, decay_helpers, decay_value
from quizapp.exercises.catalogue.wording import plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.korean import with_particle
from quizapp.numbers import show


def mean_from_share(time: float, share: float) -> float:
    from scipy.stats import expon

    return float(time / expon.isf(share))


def gap_longer(minutes: float, mean: float) -> float:
    from scipy.stats import expon

    return float(expon.sf(minutes, scale=mean))


def longer_mean(mean: float, median: float) -> float:
    from scipy.stats import expon

    return float(max(mean, median / expon.median()))


@template("dist.exponential", "from_share", "어떤 시간을 넘긴 비율에서 평균")
def from_share(draw: Draw) -> Draft:
    """The mean, from the share that lasts longer than a time."""
    wait, digits = draw.pick(WAITS), 4 if draw.is_extended else 3
    mean, ratio = draw.integer(wait.means[0], wait.means[-1]), draw.pick(HEAVY_RATIOS if draw.is_extended else RATIOS)
    draw.require(not (10 if draw.is_extended else 1) * mean * ratio % 1)
    time, share, decimals = float(mean * ratio), decay_value(float(ratio), digits), 0 if mean >= 10 else 1
    others = draw.sample([0.1, 0.2, 0.4, 0.5, 0.6, 0.8, 1.0, 1.5, 2.0], 2)
    return Draft(
        stem=f"{wait.place} {with_particle(wait.name, '이/가')} 지수분포를 따르고, {wait.at(time)} 넘는 비율이 {show(share, digits)}이다. "
        f"이 {wait.name}의 평균은 몇 {wait.unit}인가? "
        f"(단, {decay_helpers([float(ratio), *others], digits)}이고, {rounding(decimals)})",
        key=compute(mean_from_share, time=time, share=share),
        decimals=decimals,
        unit=wait.unit,
        why="P(T > t) = e^(−t/μ)에서 지수를 찾으면, 평균 μ는 시간을 그 지수로 나눈 값이다.",
        wrongs=[
            Wrong(-time / log(1 - share), "넘지 않는 비율에서 지수를 찾았습니다. 꼬리 확률은 넘는 비율입니다."),
            Wrong(time * float(ratio), "지수로 나누지 않고 곱했습니다."),
            Wrong(time / share, "시간을 비율로 나누었습니다. 비율은 시간에 비례하지 않습니다."),
            Wrong(time / (1 - share), "시간을 넘지 않는 비율로 나누었습니다."),
            Wrong(time * share, "시간에 비율을 곱했습니다."),
            Wrong(-time / log(share, 10), "지수의 밑을 10으로 보았습니다. 지수분포의 밑은 e입니다."),
            Wrong(time / (2 * (1 - share)), "0부터 평균의 두 배까지 고르게 퍼진 분포로 보았습니다."),
        ],
        steps=[
            f"e^(−t/μ) = {show(share, digits)} = {decay(ratio)}이므로 t/μ = {plain(ratio)}",
            f"μ = {plain(time)}/{plain(ratio)} = {show(mean, decimals)}",
        ],
        by_hand=float(mean),
    )


@template("dist.exponential", "gap", "포아송 발생률에서 다음 발생까지의 시간")
def gap(draw: Draw) -> Draft:
    """The probability that the next event takes longer, from the number of events in a period."""
    flow, digits = draw.pick(FLOWS), 4 if draw.is_extended else 3
    rate = draw.integer(2, 15)
    step = 5 if flow.parts == 60 and not draw.is_extended else 1
    time = step * draw.integer(1, flow.parts // step)
    mean, ratio = Fraction(flow.parts, rate), Fraction(time * rate, flow.parts)
    draw.require(Fraction(1, 5) <= ratio <= Fraction(5, 2) and not (100 if draw.is_extended else 10) % ratio.denominator and ratio != rate)
    value, decimals, x = decay_value(float(ratio), digits), digits - 1, float(ratio)
    return Draft(
        stem=f"{flow.premise(rate)} 이어지는 두 {flow.noun} 사이의 시간이 {with_particle(f'{time}{flow.part}', '을/를')} 넘을 확률은? "
        f"(단, {decay_helpers([x, float(rate)], digits)}이고, {rounding(decimals)})",
        key=compute(gap_longer, minutes=time, mean=float(mean)),
        decimals=decimals,
        why="포아송 분포를 따라 발생하는 사건의 간격은 평균이 발생률의 역수인 지수분포를 따른다.",
        wrongs=_gap_wrongs(rate, time, flow),
        steps=[
            f"평균 간격 μ = {flow.parts}/{rate}{flow.part}",
            f"t/μ = {time}·{rate}/{flow.parts} = {plain(ratio)}",
            f"P(T > {time}) = {decay(ratio)} = {show(value, digits)}",
            f"반올림하면 {show(value, decimals)}",
        ],
        by_hand=value,
    )


def _gap_wrongs(rate: int, time: int, flow: Flow) -> list[Wrong]:
    x = time * rate / flow.parts
    return within(
        [
            Wrong(1 - exp(-x), f"{time}{flow.part} 안에 일어날 확률을 구했습니다."),
            Wrong(exp(-rate), f"{flow.period}의 발생률을 그대로 지수에 넣었습니다. 시간의 단위를 맞추어야 합니다."),
            Wrong(exp(-1 / x), "지수에 t/μ가 아니라 μ/t를 넣었습니다. 발생률과 평균 간격을 혼동한 것입니다."),
            Wrong(exp(-time / flow.parts), "발생률을 곱하지 않고 시간의 비만 지수에 넣었습니다."),
            Wrong(x * exp(-x), "정확히 한 번 발생할 확률을 구했습니다. 간격이 길다는 것은 한 번도 없다는 뜻입니다."),
            Wrong(1 - x, "e^(−t/μ)를 1 − t/μ로 어림했습니다."),
            Wrong(exp(-rate / time), "발생률을 시간으로 나누었습니다. 지수에는 둘의 곱이 들어갑니다."),
        ],
        0,
        0.99,
    )


@template("dist.exponential", "compare", "평균과 중앙값으로 주어진 두 수명의 비교")
def compare(draw: Draw) -> Draft:
    """Which of two lives is longer on average: one is told by its mean, the other by its median."""
    what, names = draw.pick(_PRODUCTS), draw.shuffled(draw.pick((("A사", "B사"), ("P사", "Q사"), ("1공장", "2공장"))))
    mean = draw.integer(20, 60) if draw.is_extended else 2 * draw.integer(10, 30)
    median = draw.integer(15, 50) if draw.is_extended else 5 * draw.integer(3, 10)
    means = [float(mean), median / log(2)]
    by_hand = median / 0.693
    draw.require(abs(means[0] - means[1]) > 2 and show(by_hand, 1) == show(means[1], 1) and median < mean)
    best = means.index(max(means))
    told = [f"{names[0]} 제품의 평균은 {mean}개월", f"{names[1]} 제품의 중앙값은 {median}개월"]
    if draw.pick([True, False]):
        told.reverse()
    return Draft(
        stem=f"두 곳에서 만든 {what}의 수명이 저마다 지수분포를 따른다. {told[0]}, {told[1]}이다. 평균 수명이 더 긴 쪽과 그 평균은? "
        f"(단, ln 2 = 0.693이고, {rounding(1)})",
        key=compute(longer_mean, mean=mean, median=median),
        decimals=1,
        label=_life(names[best], means[best]),
        why="지수분포의 중앙값은 μ·ln 2이므로, 중앙값을 ln 2로 나누면 평균이다.",
        wrongs=_compare_wrongs(draw, names, (mean, median), best),
        steps=[
            "중앙값 = μ·ln 2이므로 μ = 중앙값/ln 2",
            f"{names[1]}의 평균 = {median}/0.693 = {show(by_hand, 1)}",
            f"{names[0]}의 평균 = {show(mean, 1)}",
            f"평균 수명이 더 긴 쪽은 {names[best]}이다.",
        ],
    )


_PRODUCTS = ("온도 센서", "하드 디스크", "배터리", "전구", "펌프", "의료용 펌프")


def _life(name: str, months: float) -> str:
    return f"{name}, {show(months, 1)}개월"


def _compare_wrongs(draw: Draw, names: list[str], told: tuple[int, int], best: int) -> list[Wrong]:
    """Misconceptions about both lives; only two that keep the right one, and all of two digits before the point."""
    mean, median = told
    kinds = [
        [
            (mean * log(2), "평균에 ln 2를 곱했습니다. 이 값은 중앙값입니다."),
            (mean / log(2), "평균으로 주어진 값을 중앙값처럼 ln 2로 나누었습니다."),
            (mean / 2, "평균을 절반으로 줄였습니다."),
        ],
        [
            (median, "중앙값을 평균으로 보았습니다."),
            (median * log(2), "ln 2로 나누지 않고 곱했습니다."),
            (2 * median, "중앙값을 평균의 절반으로 보고 두 배로 늘렸습니다."),
        ],
    ]
    other = 1 - best
    value = (mean, median / log(2))[other]
    kept = [Wrong(v, f"쪽은 맞지만 {why}", _life(names[best], v)) for v, why in draw.sample(kinds[best], 2)]
    changed = [Wrong(v, f"더 짧은 쪽을 골랐고, {why}", _life(names[other], v)) for v, why in kinds[other]]
    found = [*kept, Wrong(value, f"{names[other]}의 평균은 맞지만 더 짧습니다.", _life(names[other], value)), *changed]
    return [wrong for wrong in within(found, 10, 99) if show(wrong.value, 1) != show((mean, median / log(2))[best], 1)]
