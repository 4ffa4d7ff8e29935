"""Maximum likelihood and moments: `expon.fit`, `norm.fit`, `binom.pmf` of `scipy.stats`, means with numpy.

https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.fit.html
https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.rv_continuous.fit.html
"""

from __future__ import annotations

from math import comb, log
from statistics import median
from typing import NamedTuple

from quizapp.exercises.catalogue.probability_parts import binomial, power, raised, weighted
from quizapp.exercises.catalogue.wording import plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show


class _Life(NamedTuple):
    """A time whose rate is estimated."""

    what: str
    unit: str


_LIVES = (
    _Life("어느 콜센터의 통화 시간", "분"),
    _Life("한 공장 설비의 고장 간격", "일"),
    _Life("한 병원 응급실의 환자 도착 간격", "분"),
    _Life("어느 쇼핑몰의 주문 간격", "초"),
    _Life("한 물류센터의 화물차 도착 간격", "분"),
    _Life("한 서버의 장애 간격", "시간"),
)
_COUNTS = (
    ("한 공장의 하루 고장 수", "건", "날수"),
    ("어느 콜센터의 1분당 전화 수", "건", "분수"),
    ("한 지자체의 하루 파손 신고 수", "건", "날수"),
    ("한 병원의 하루 낙상 사고 수", "건", "날수"),
    ("부품 한 개에 있는 흠의 수", "개", "부품 수"),
    ("어느 쇼핑몰의 하루 배송 사고 수", "건", "날수"),
)


def exponential_rate(times: list[float]) -> float:
    from scipy.stats import expon

    _, mean = expon.fit(times, floc=0)
    return float(1 / mean)


def poisson_mean(counts: list[int], days: list[int]) -> float:
    import numpy as np

    return float(np.average(counts, weights=days))


def greatest_likelihood(hits: int, trials: int, rates: list[float]) -> float:
    from scipy.stats import binom

    return float(max(binom.pmf(hits, trials, rates)))


def upper_end_by_moments(values: list[float]) -> float:
    import numpy as np

    return float(2 * np.mean(values))


def upper_end_by_likelihood(values: list[float]) -> float:
    from scipy.stats import uniform

    _, width = uniform.fit(values, floc=0)
    return float(width)


@template("estimate.point", "rate", "지수분포 발생률의 최대가능도 추정값")
def rate(draw: Draw) -> Draft:
    """The maximum likelihood estimate of the rate of an exponential distribution."""
    life, size = draw.pick(_LIVES), draw.integer(5, 7) if draw.is_extended else draw.integer(4, 5)
    times = [draw.integer(1, 30) for _ in range(size)]
    total, mean = sum(times), sum(times) / size
    draw.require(len(set(times)) == size and min(times) * 3 < max(times) and (draw.is_extended or not 10 * mean % 5))
    value, middle = 1 / mean, median(times)
    cells = ("번호", *(str(number) for number in range(1, size + 1)))
    return Draft(
        stem=f"{with_particle(life.what, '이/가')} 모수 λ(발생률)인 지수분포 f(x) = λe^(−λx)를 따른다고 한다. 관측한 {size}개의 값이 "
        f"다음과 같을 때, λ의 최대가능도 추정값은? ({rounding(3)})",
        data=Table(columns=cells, rows=((f"관측값({life.unit})", *times),)),
        key=compute(exponential_rate, times=times),
        decimals=3,
        why="지수분포의 로그 가능도 n·ln λ − λΣx를 미분하면 λ의 추정값은 n/Σx, 곧 표본평균의 역수이다.",
        wrongs=[
            Wrong(1 / middle, "표본평균이 아니라 중앙값의 역수를 구했습니다."),
            Wrong((size - 1) / total, "n이 아니라 n − 1을 썼습니다. 최대가능도 추정값은 n/Σx입니다."),
            Wrong(log(2) / mean, "중앙값의 식 ln 2/λ에 표본평균을 넣었습니다."),
            Wrong(1 / max(times), "가장 큰 값의 역수를 구했습니다."),
            Wrong(1 / min(times), "가장 작은 값의 역수를 구했습니다."),
            Wrong(sum(1 / time for time in times) / size, "각 값의 역수를 평균했습니다. 평균의 역수와 다릅니다."),
        ],
        steps=[
            "ln L(λ) = n·ln λ − λ·Σx, 미분하여 0으로 놓으면 λ = n/Σx",
            f"Σx = {' + '.join(map(str, times))} = {total}",
            f"λ = {size}/{total} = {show(value, 3)}",
        ],
    )


@template("estimate.point", "poisson", "도수표에서 포아송 평균의 최대가능도 추정값")
def poisson(draw: Draw) -> Draft:
    """The maximum likelihood estimate of a Poisson mean, from a table of frequencies."""
    what, counter, periods = draw.pick(_COUNTS)
    size, total = (6, draw.integer(40, 150)) if draw.is_extended else (5, draw.pick([20, 40, 50, 100]))
    counts = list(range(size))
    days = [draw.integer(1, total // 3) for _ in range(size - 1)]
    days.append(total - sum(days))
    draw.require(1 <= days[-1] <= total // 5 and days[-1] < max(days[:3]))
    hits = sum(count * day for count, day in zip(counts, days, strict=True))
    value, middle = hits / total, (size - 1) / 2
    order = [count for count, day in zip(counts, days, strict=True) for _ in range(day)]
    return Draft(
        stem=f"{with_particle(what, '이/가')} 포아송 분포를 따른다고 보고 센 결과가 다음과 같다. "
        f"평균 λ의 최대가능도 추정값은? ({rounding(2)})",
        data=Table(columns=(f"수({counter})", *map(str, counts)), rows=((periods, *days),)),
        key=compute(poisson_mean, counts=counts, days=days),
        why="포아송 분포에서 λ의 최대가능도 추정값은 표본평균이며, 각 수를 도수로 가중하여 구한다.",
        wrongs=[
            Wrong(middle, "도수로 가중하지 않고 수들만 평균했습니다."),
            Wrong(hits / (total - days[0]), "0의 도수를 빼고 나누었습니다. 0도 관측값입니다."),
            Wrong(hits / (total - 1), "n − 1로 나누었습니다. 추정값은 표본평균이므로 n으로 나눕니다."),
            Wrong(float(median(order)), "중앙값을 답했습니다."),
            Wrong(float(counts[days.index(max(days))]), "가장 자주 나온 수(최빈값)를 답했습니다."),
            Wrong(weighted([(count - value) ** 2 for count in counts], days), "표본분산을 답했습니다. 추정값은 표본평균입니다."),
            Wrong(-log(days[0] / total), "0의 비율에서 −ln P(X = 0)으로 구했습니다. 나머지 자료를 쓰지 않은 추정입니다."),
        ],
        steps=[
            "λ = x̄ = Σ(수·도수)/Σ도수",
            f"Σ(수·도수) = {' + '.join(f'{count}·{day}' for count, day in zip(counts, days, strict=True) if count)} = {hits}",
            f"λ = {hits}/{total} = {show(value, 2)}",
        ],
    )


_TRIALS = (
    ("부품", "개", "불량품"),
    ("주문", "건", "반품"),
    ("검체", "개", "양성"),
    ("택배", "건", "지연"),
    ("민원", "건", "재접수"),
    ("신호", "개", "유실"),
)


@template("estimate.point", "likelihood", "가능도가 가장 큰 모수의 후보", version=2)
def likelihood(draw: Draw) -> Draft:
    """Which of three rates makes the observation most likely, with its likelihood."""
    trial, counter, hit = draw.pick(_TRIALS)
    n = draw.integer(5, 7) if draw.is_extended else draw.integer(3, 4)
    k = draw.integer(1, n - 1)
    percents = sorted(draw.sample([15, 25, 35, 45, 55, 65, 75] if draw.is_extended else [10, 20, 30, 40, 50, 60, 70, 80], 3))
    rates = [percent / 100 for percent in percents]
    values = [binomial(k, n, p) for p in rates]
    best = values.index(max(values))
    draw.require(sorted(values)[-2] < values[best] - 0.02)
    ways = comb(n, k)
    return Draft(
        stem=f"서로 독립인 {trial} {with_particle(f'{n}{counter}', '을/를')} 살펴 {with_particle(hit, '이/가')} {k}{counter} 나왔다. "
        f"{hit}의 비율 p의 후보가 {', '.join(map(plain, rates))}일 때, 이항분포의 가능도 L이 가장 큰 후보와 그 가능도는? ({rounding(3)})",
        key=compute(greatest_likelihood, hits=k, trials=n, rates=rates),
        decimals=3,
        label=_candidate(rates[best], values[best]),
        why="최대가능도 추정은 관측된 결과가 나올 확률(가능도)을 가장 크게 하는 모수를 고른다.",
        wrongs=_likelihood_wrongs(draw, rates, (k, n), best),
        steps=[
            f"L(p) = {n}C{k}·{raised('p', k)}·{raised('(1 − p)', n - k)}, {n}C{k} = {ways}",
            *(
                f"p = {plain(p)}: {ways}·{power(p, k)}·{power(1 - p, n - k)} = {show(value, 3)}"
                for p, value in zip(rates, values, strict=True)
            ),
            f"가장 큰 것은 p = {plain(rates[best])}이다.",
        ],
    )


def _candidate(p: float, value: float) -> str:
    return f"p = {plain(p)}, L = {show(value, 3)}"


def _likelihood_wrongs(draw: Draw, rates: list[float], observed: tuple[int, int], best: int) -> list[Wrong]:
    """Misconceptions about every candidate; only two that keep the right one."""
    k, n = observed
    found: list[tuple[int, float, str]] = []
    for place, p in enumerate(rates):
        found += [
            (place, binomial(k, n, p), f"p = {plain(p)}의 가능도는 맞지만 p = {plain(rates[best])}의 가능도가 더 큽니다."),
            (place, p**k * (1 - p) ** (n - k), f"p = {plain(p)}에서 조합의 수 {with_particle(f'{n}C{k}', '을/를')} 곱하지 않았습니다."),
            (place, binomial(n - k, n, p), f"p = {plain(p)}에서 p와 1 − p의 지수를 바꾸었습니다."),
            (place, comb(n, k) * p**k, f"p = {plain(p)}에서 (1 − p)의 거듭제곱을 곱하지 않았습니다."),
        ]
    kept = draw.sample([one for one in found if one[0] == best][1:], 2)
    return within(
        [Wrong(value, why, _candidate(rates[place], value)) for place, value, why in [*(one for one in found if one[0] != best), *kept]],
        0,
        1,
    )


@template("estimate.point", "uniform", "균등분포 상한의 적률추정값과 최대가능도 추정값")
def uniform(draw: Draw) -> Draft:
    """The upper end of a uniform distribution from zero, by moments or by likelihood."""
    life, moments = draw.pick(_LIVES), draw.pick([True, False])
    size = draw.integer(6, 7) if draw.is_extended else draw.integer(4, 5)
    values = [draw.integer(1, 40) for _ in range(size)]
    total, most, mean = sum(values), max(values), sum(values) / size
    draw.require(len(set(values)) == size and (draw.is_extended or not 10 * mean % 1))
    method = "적률법으로 (표본평균을 모평균과 같게 놓아)" if moments else "최대가능도법으로"
    cells = ("번호", *(str(number) for number in range(1, size + 1)))
    low_mean = [f"E(X) = θ/2이므로 θ = 2x̄, x̄ = {total}/{size} = {plain(mean)}", f"θ = 2·{plain(mean)} = {show(2 * mean, 1)}"]
    likely = ["L(θ) = 1/θⁿ은 θ가 작을수록 크고, θ는 모든 관측값보다 작을 수 없다.", f"θ = 최댓값 = {show(most, 1)}"]
    others = [
        Wrong(most * (size + 1) / size, "최댓값에 (n + 1)/n을 곱한 불편추정값을 구했습니다."),
        Wrong(mean, "표본평균을 답했습니다. 이것은 θ가 아니라 θ/2의 추정값입니다."),
        Wrong(2 * median(values), "표본평균이 아니라 중앙값의 두 배를 구했습니다."),
        Wrong(float(most + min(values)), "최솟값과 최댓값을 더했습니다."),
        Wrong(float(most - min(values)), "범위를 답했습니다."),
    ]
    return Draft(
        stem=f"{with_particle(life.what, '이/가')} 0과 θ 사이의 균등분포를 따른다고 한다. 관측한 {size}개의 값이 다음과 같을 때, "
        f"θ를 {method} 추정한 값은? ({rounding(1)})",
        data=Table(columns=cells, rows=((f"관측값({life.unit})", *values),)),
        key=compute(upper_end_by_moments if moments else upper_end_by_likelihood, values=values),
        decimals=1,
        unit=life.unit,
        why="적률법은 표본평균을 θ/2와 같게 놓고, 최대가능도법은 가능도 1/θⁿ을 가장 크게 하는 최댓값을 고른다.",
        wrongs=[*others, Wrong(float(most), "최대가능도 추정값을 답했습니다.") if moments else Wrong(2 * mean, "적률추정값을 답했습니다.")],
        steps=low_mean if moments else likely,
    )
