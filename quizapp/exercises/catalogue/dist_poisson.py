"""The Poisson distribution: `scipy.stats.poisson` with the mean number of events.

https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.poisson.html
"""

from __future__ import annotations

from fractions import Fraction
from math import exp, factorial, log

from quizapp.exercises.catalogue.probability_parts import FLOWS, Flow, decay, decay_helpers, decay_value, poisson, power
from quizapp.exercises.catalogue.wording import plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.korean import with_particle
from quizapp.numbers import rounded, show


def exact_count(count: int, mean: float) -> float:
    from scipy.stats import poisson

    return float(poisson.pmf(count, mean))


def at_least_count(count: int, mean: float) -> float:
    from scipy.stats import poisson

    return float(poisson.sf(count - 1, mean))


def none_of(mean: float) -> float:
    from scipy.stats import poisson

    return float(poisson.pmf(0, mean))


def mean_behind(none: float, periods: float) -> float:
    import numpy as np

    return float(-np.log(none) * periods)


def at_most_of_many(most: int, trials: int, rate: float) -> float:
    from scipy.stats import poisson

    return float(poisson.cdf(most, trials * rate))


_MEANS = (0.4, 0.5, 0.6, 0.8, 1.0, 1.2, 1.5, 1.6, 1.8, 2.0, 2.4, 2.5, 3.0, 3.5, 4.0, 5.0)
"""Mean numbers of events whose powers stay short."""


def _mean(draw: Draw) -> float:
    return draw.multiple(0.6, 4.8, 0.1) if draw.is_extended else draw.pick(_MEANS)


@template("dist.poisson", "exactly", "정확히 k건일 확률")
def exactly(draw: Draw) -> Draft:
    """The probability of exactly k events in one period."""
    flow, mean, digits = draw.pick(FLOWS), _mean(draw), 4 if draw.is_extended else 3
    k, decimals = draw.integer(1, 5), digits - 1
    value, none = poisson(k, mean), decay_value(mean, digits)
    ratio = Fraction(str(mean)) ** k / factorial(k)
    by_hand = float(ratio) * none
    draw.require(value > 0.03)
    return Draft(
        stem=f"{flow.premise(mean)} 어느 {flow.period} 동안 {with_particle(flow.noun, '이/가')} 정확히 {k}{flow.counter}일 확률은? "
        f"(단, {decay_helpers([mean], digits)}이고, {rounding(decimals)})",
        key=compute(exact_count, count=k, mean=mean),
        decimals=decimals,
        why="포아송 분포의 확률은 λᵏ·e^(−λ)/k!이다.",
        wrongs=_exactly_wrongs(k, mean, flow.counter),
        steps=[
            f"P(X = k) = λᵏ·e^(−λ)/k!, λ = {plain(mean)}, k = {k}",
            f"λᵏ = {power(mean, k)}{f' = {plain(mean**k)}' if k > 1 else ''}, k! = {factorial(k)}",
            f"P(X = {k}) = {plain(mean**k)}·{show(none, digits)}/{factorial(k)} = {show(by_hand, decimals)}",
        ],
        by_hand=by_hand,
    )


def _exactly_wrongs(k: int, mean: float, counter: str) -> list[Wrong]:
    at_most = sum(poisson(count, mean) for count in range(k + 1))
    return within(
        [
            Wrong(mean**k * exp(-mean), "k!로 나누지 않았습니다."),
            Wrong(poisson(k, mean) * factorial(k) / k, "k!이 아니라 k로 나누었습니다."),
            Wrong(at_most, f"{k}{counter} 이하일 확률을 구했습니다. 물음은 정확히 {k}{counter}입니다."),
            Wrong(1 - at_most + poisson(k, mean), f"{k}{counter} 이상일 확률을 구했습니다. 물음은 정확히 {k}{counter}입니다."),
            Wrong(k * mean * exp(-mean) / factorial(k), "λ를 k번 곱하지 않고 λ·k로 썼습니다."),
            Wrong(exp(-mean), "e^(−λ)만 구했습니다. 이것은 하나도 없을 확률입니다."),
            Wrong(poisson(k - 1, mean), "k보다 하나 적은 수의 확률을 구했습니다. 지수와 계승에 k를 그대로 씁니다."),
            Wrong(exp(-mean) / factorial(k), "λᵏ을 곱하지 않았습니다."),
        ],
        0,
        1,
    )


@template("dist.poisson", "at_least", "k건 이상일 확률")
def at_least(draw: Draw) -> Draft:
    """The probability of at least k events in one period, by the complement."""
    flow, mean, digits = draw.pick(FLOWS), _mean(draw), 4 if draw.is_extended else 3
    k, decimals = draw.integer(2, 3), digits - 1
    none = decay_value(mean, digits)
    terms = [float(rounded(mean**count * none / factorial(count), digits)) for count in range(k)]
    above = 1 - sum(poisson(count, mean) for count in range(k))
    draw.require(0.02 < above < 0.98)
    names = ["1", "λ", "λ²/2"][:k]
    return Draft(
        stem=f"{flow.premise(mean)} 어느 {flow.period} 동안 {with_particle(flow.noun, '이/가')} {k}{flow.counter} 이상일 확률은? "
        f"(단, {decay_helpers([mean], digits)}이고, {rounding(decimals)})",
        key=compute(at_least_count, count=k, mean=mean),
        decimals=decimals,
        why=f"{k}{flow.counter} 이상의 확률은 0부터 {k - 1}{flow.counter}까지의 확률을 1에서 뺀 값이다.",
        wrongs=_at_least_wrongs(k, mean, flow.counter),
        steps=[
            f"P(X ≥ {k}) = 1 − P(X ≤ {k - 1}) = 1 − e^(−λ)·({' + '.join(names)})",
            f"{decay(mean)} = {show(none, digits)}",
            f"P(X ≤ {k - 1}) = {' + '.join(plain(term) for term in terms)} = {plain(sum(terms))}",
            f"P(X ≥ {k}) = 1 − {plain(sum(terms))} = {show(1 - sum(terms), decimals)}",
        ],
        by_hand=1 - sum(terms),
    )


def _at_least_wrongs(k: int, mean: float, counter: str) -> list[Wrong]:
    above = 1 - sum(poisson(count, mean) for count in range(k))
    return within(
        [
            Wrong(
                above - poisson(k, mean),
                f"정확히 {k}{counter}인 경우를 빠뜨렸습니다. '이상'은 {with_particle(f'{k}{counter}', '을/를')} 포함합니다.",
            ),
            Wrong(1 - above, f"1에서 빼지 않고 {k - 1}{counter} 이하일 확률을 답했습니다."),
            Wrong(poisson(k, mean), f"정확히 {k}{counter}일 확률만 구했습니다. 더 많은 경우도 더해야 합니다."),
            Wrong(1 - exp(-mean), "하나도 없을 확률만 1에서 뺐습니다. 이 값은 하나 이상일 확률입니다."),
            Wrong(1 - poisson(k - 1, mean), f"정확히 {k - 1}{counter}일 확률만 1에서 뺐습니다. 그보다 적은 경우도 뺍니다."),
            Wrong(1 - above + poisson(k, mean), f"{k}{counter} 이하일 확률을 구했습니다. 방향이 반대입니다."),
            Wrong(1 - above - exp(-mean), "하나도 없는 경우를 뺀 나머지의 아래쪽 확률을 구했습니다."),
        ],
        0,
        0.999,
    )


def _length(draw: Draw, flow: Flow) -> int:
    """A stretch of time in the flow's parts, other than its period or twice that; in minutes a multiple of five."""
    step = 5 if flow.parts == 60 else 1
    length = step * draw.integer(1, 3 * flow.parts // step)
    draw.require(length not in (flow.parts, 2 * flow.parts))
    return length


@template("dist.poisson", "interval", "다른 길이의 시간에서의 확률")
def interval(draw: Draw) -> Draft:
    """The probability of no event, or of some, in another length of time than that of the mean."""
    flow, some, digits = draw.pick(FLOWS), draw.pick([True, False]), 4 if draw.is_extended else 3
    rate = draw.multiple(0.5, 9, 0.5) if draw.is_extended else draw.integer(1, 12)
    length = _length(draw, flow)
    exact = Fraction(str(rate)) * length / flow.parts
    mean, decimals = float(exact), digits - 1
    draw.require(0.2 <= mean <= 2.5 and not (20 if draw.is_extended else 10) % exact.denominator and rate != mean)
    none = decay_value(mean, digits)
    asked = f"적어도 한 {flow.counter} 있을" if some else f"한 {flow.counter}도 없을"
    return Draft(
        stem=f"{flow.premise(rate)} 어느 {length}{flow.part} 동안 {with_particle(flow.noun, '이/가')} {asked} 확률은? "
        f"(단, {decay_helpers([mean, rate], digits)}이고, {rounding(decimals)})",
        key=compute(at_least_count, count=1, mean=mean) if some else compute(none_of, mean=mean),
        decimals=decimals,
        why="포아송 분포의 λ는 시간의 길이에 비례하므로, 묻는 길이에 맞게 바꾼 λ로 확률을 구한다.",
        wrongs=_interval_wrongs(mean, float(rate), length / flow.parts, some=some),
        steps=[
            f"λ = {plain(rate)}·{length}/{flow.parts} = {plain(mean)}",
            f"P(X = 0) = e^(−λ) = {decay(mean)} = {show(none, digits)}",
            f"P(X ≥ 1) = 1 − {show(none, digits)} = {show(1 - none, decimals)}" if some else f"반올림하면 {show(none, decimals)}",
        ],
        by_hand=1 - none if some else none,
    )


def _interval_wrongs(mean: float, rate: float, ratio: float, *, some: bool) -> list[Wrong]:
    """What people take for P(X = 0) in the other length of time, or for its complement where *some* is asked."""

    def asked(none: float) -> float:
        return 1 - none if some else none

    found = [
        Wrong(asked(exp(-rate)), "λ를 시간의 길이에 맞게 바꾸지 않았습니다."),
        Wrong(asked(exp(-rate / ratio)), "λ에 시간의 비를 곱하지 않고 나누었습니다."),
        Wrong(1 - asked(exp(-mean)), "여사건의 확률을 답했습니다."),
        Wrong(asked(exp(-rate)) * ratio, "λ가 아니라 확률에 시간의 비를 곱했습니다. 비례하는 것은 λ입니다."),
        Wrong(mean * exp(-mean), "정확히 한 번일 확률을 구했습니다."),
        Wrong(asked(exp(-ratio)), "λ 대신 시간의 비만 지수에 넣었습니다."),
        Wrong(asked(1 - mean), "e^(−λ)를 1 − λ로 어림했습니다. λ가 아주 작을 때만 가깝습니다."),
    ]
    return within(found, 0, 0.999)


@template("dist.poisson", "from_none", "한 건도 없을 확률에서 평균")
def from_none(draw: Draw) -> Draft:
    """The mean number of events in several periods, from the probability of none in one."""
    flow, percent = draw.pick(FLOWS), draw.integer(5, 80) if draw.is_extended else draw.pick([5, 10, 20, 25, 30, 40, 50, 60, 70, 80])
    periods = draw.integer(2, 9)
    none, decimals = percent / 100, 2 if draw.is_extended else 1
    logs = {share: float(rounded(log(share), 3)) for share in (none, round(1 - none, 2))}
    by_hand = -logs[none] * periods
    helpers = ", ".join(f"ln {plain(share)} = {plain(logs[share])}" for share in sorted(logs))
    return Draft(
        stem=f"{flow.subject} 포아송 분포를 따라 {flow.verb}. {flow.period} 동안 {with_particle(flow.noun, '이/가')} 한 {flow.counter}도 "
        f"없을 확률이 {plain(none)}일 때, {flow.amount * periods}{flow.unit} 동안의 평균 {flow.noun} 수는? "
        f"(단, {helpers}이고, {rounding(decimals)})",
        key=compute(mean_behind, none=none, periods=periods),
        decimals=decimals,
        why="P(X = 0) = e^(−λ)이므로 λ = −ln P(X = 0)이고, 평균은 시간에 비례한다.",
        wrongs=[
            Wrong(-log(1 - none) * periods, "하나도 없을 확률이 아니라 그 여사건의 확률에 로그를 씌웠습니다."),
            Wrong(-log(none), "한 단위 시간의 평균 λ를 답했습니다. 시간의 배수를 곱해야 합니다."),
            Wrong((1 - none) * periods, "하나 이상일 확률을 평균으로 보았습니다. 여럿인 경우가 빠집니다."),
            Wrong(periods / none, "확률의 역수를 평균으로 보았습니다."),
            Wrong(-log(none) / periods, "시간의 배수를 곱하지 않고 나누었습니다."),
            Wrong(-log(none) * periods / log(10), "자연로그 대신 상용로그를 썼습니다. 지수의 밑은 e입니다."),
            Wrong(periods / (1 - none), "여사건 확률의 역수에 배수를 곱했습니다."),
            Wrong(-log(none) * periods**2, "시간의 배수를 두 번 곱했습니다."),
        ],
        steps=[
            f"P(X = 0) = e^(−λ) = {plain(none)}",
            f"λ = −ln {plain(none)} = {plain(-logs[none])}",
            f"평균 = {plain(-logs[none])}·{periods} = {show(by_hand, decimals)}",
        ],
        by_hand=by_hand,
    )


_RARE = (
    ("한 공장의 칩이 불량일", "칩", "개", "불량품"),
    ("어느 쇼핑몰의 결제에 오류가 날", "결제", "건", "오류"),
    ("한 백신의 접종자가 이상 반응을 보일", "접종자", "명", "이상 반응자"),
    ("한 물류센터의 택배가 분실될", "택배", "개", "분실"),
    ("한 지자체의 가로등이 이번 달에 고장 날", "가로등", "개", "고장"),
    ("한 보험사의 계약에서 올해 사고가 날", "계약", "건", "사고"),
)
"""What is rare, of what, its counter, and what one such case is called."""


@template("dist.poisson", "approximation", "이항분포의 포아송 근사")
def approximation(draw: Draw) -> Draft:
    """The probability of at most k rare events among many trials, by the Poisson distribution."""
    (event, thing, counter, hit), digits = draw.pick(_RARE), 4 if draw.is_extended else 3
    mean, most, decimals = _mean(draw), draw.integer(1, 2), digits - 1
    n = draw.pick([100, 200, 250, 400, 500, 1000, 2000])
    percent = Fraction(str(mean)) / n * 100
    none = decay_value(mean, digits)
    terms = [float(rounded(mean**count * none / factorial(count), digits)) for count in range(most + 1)]
    draw.require(percent <= 2 and not 100 % percent.denominator)
    return Draft(
        stem=f"{event} 확률은 {plain(percent)}%이고 서로 독립이다. {thing} {n}{counter} 가운데 {with_particle(hit, '이/가')} "
        f"{most}{counter} 이하일 확률을 포아송 분포로 근사하면? (단, {decay_helpers([mean], digits)}이고, {rounding(decimals)})",
        key=compute(at_most_of_many, most=most, trials=n, rate=float(percent / 100)),
        decimals=decimals,
        why=f"n이 크고 p가 작은 이항분포는 λ = np인 포아송 분포에 가까우며, 0부터 {most}까지의 확률을 더한다.",
        wrongs=_approximation_wrongs(mean, most),
        steps=[
            f"λ = np = {n}·{plain(percent / 100)} = {plain(mean)}",
            f"P(X ≤ {most}) = e^(−λ)·({' + '.join(['1', 'λ', 'λ²/2'][: most + 1])})",
            f"P(X ≤ {most}) = {' + '.join(plain(term) for term in terms)} = {show(sum(terms), decimals)}",
        ],
        by_hand=sum(terms),
    )


def _approximation_wrongs(mean: float, most: int) -> list[Wrong]:
    chances = [poisson(count, mean) for count in range(most + 2)]
    below = sum(chances[: most + 1])
    return within(
        [
            Wrong(chances[most], f"정확히 {most}번일 확률만 구했습니다. 0번부터 더해야 합니다."),
            Wrong(below - chances[most], f"{most}번 미만일 확률을 구했습니다. '이하'는 {most}번을 포함합니다."),
            Wrong(1 - below, f"{most}번보다 많을 확률을 구했습니다."),
            Wrong(below - chances[0], "0번일 확률을 빠뜨렸습니다."),
            Wrong(1 - below + chances[most], f"{most}번 이상일 확률을 구했습니다. 물음은 {most}번 이하입니다."),
            Wrong(below + chances[most + 1], f"{most + 1}번일 확률까지 더했습니다. '이하'는 {most}번까지입니다."),
            Wrong(sum(mean**count * exp(-mean) for count in range(most + 1)), "k!로 나누지 않았습니다."),
        ],
        0,
        0.999,
    )
