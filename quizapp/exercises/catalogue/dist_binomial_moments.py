"""Mean and spread of the binomial distribution, and the numbers behind them: `scipy.stats.binom`, `numpy.divide`.

https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.binom.html
https://numpy.org/doc/stable/reference/generated/numpy.divide.html
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor, log, sqrt

from quizapp.exercises.catalogue.probability_parts import RARE_TRIALS, TRIALS, root
from quizapp.exercises.catalogue.wording import plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.korean import with_particle
from quizapp.numbers import rounded, show


def deviation(trials: int, rate: float) -> float:
    from scipy.stats import binom

    return float(binom.std(trials, rate))


def rate_of_moments(mean: float, variance: float) -> float:
    import numpy as np

    return float(1 - np.divide(variance, mean))


def trials_of_moments(mean: float, variance: float) -> float:
    import numpy as np

    rate = 1 - np.divide(variance, mean)
    return float(mean / rate)


def least_trials(rate: float, target: float) -> int:
    import numpy as np
    from scipy.stats import binom

    numbers = np.arange(1, 1000)
    return int(numbers[binom.sf(0, numbers, rate) >= target][0])


@template("dist.binomial", "spread", "이항분포를 따르는 횟수의 표준편차")
def spread(draw: Draw) -> Draft:
    """The standard deviation of the number of hits."""
    trial, side = draw.pick(TRIALS), draw.integer(5, 40) if draw.is_extended else draw.pick([5, 6, 8, 10, 12, 15, 20, 25, 30])
    n, percent = side**2, draw.pick([2, 10, 20, 36, 50, 64, 80])
    draw.require(min(trial.rates) - 8 <= percent <= max(trial.rates) + 10)
    rate = Fraction(percent, 100)
    sigma = root(n * rate * (1 - rate)) or Fraction(0)
    draw.require(sigma > 1 and (10 * sigma).denominator == 1 and (draw.is_extended or not (n * rate) % 1))
    p, q, mean = float(rate), float(1 - rate), n * rate
    return Draft(
        stem=f"{trial.premise.format(plain(100 * rate))} {trial.pick.format(n)} 나오는 {trial.hit} 수의 표준편차는? ({rounding(1)})",
        key=compute(deviation, trials=n, rate=p),
        decimals=1,
        why="이항분포의 분산은 np(1 − p)이고, 표준편차는 그 제곱근이다.",
        wrongs=[
            Wrong(n * p * q, "분산 np(1 − p)를 답했습니다. 표준편차는 그 제곱근입니다."),
            Wrong(float(mean), "평균 np를 답했습니다."),
            Wrong(sqrt(mean), "1 − p를 곱하지 않고 평균의 제곱근을 구했습니다. 포아송 분포의 표준편차입니다."),
            Wrong(sqrt(p * q), "한 번 시행의 표준편차입니다. 분산이 n배이므로 √n을 곱합니다."),
            Wrong(sqrt(n) * p * q, "n에만 제곱근을 씌웠습니다. 제곱근은 np(1 − p) 전체에 씌웁니다."),
            Wrong(sqrt(n * q), "p를 곱하지 않았습니다. 분산은 np(1 − p)입니다."),
            Wrong(n * p * q / 2, "분산을 2로 나누었습니다. 표준편차는 제곱근입니다."),
            Wrong(sqrt(n) * p, "√n에 p만 곱했습니다. 표준편차는 √(np(1 − p))입니다."),
        ],
        steps=[
            "σ = √(np(1 − p))",
            f"np(1 − p) = {n}·{plain(rate)}·{plain(1 - rate)} = {plain(n * rate * (1 - rate))}",
            f"σ = √{plain(n * rate * (1 - rate))} = {show(float(sigma), 1)}",
        ],
    )


@template("dist.binomial", "from_moments", "평균과 분산에서 시행 수 또는 확률")
def from_moments(draw: Draw) -> Draft:
    """The number of trials or the rate behind the mean and the variance of the number of hits."""
    trial, wants_rate = draw.pick(TRIALS), draw.pick([True, False])
    percent = draw.integer(4, 18) * 5 if draw.is_extended else draw.integer(1, 8) * 10
    rate = Fraction(percent, 100)
    n = draw.integer(21, 180) if draw.is_extended else 10 * draw.integer(2, 20)
    mean, variance = n * rate, n * rate * (1 - rate)
    draw.require(n % 10 or not draw.is_extended)
    asked = f"p는? ({rounding(2)})" if wants_rate else "n은?"
    function = rate_of_moments if wants_rate else trials_of_moments
    wrongs = _rate_wrongs(rate, n) if wants_rate else _trials_wrongs(rate, n)
    last = f"n = 평균/p = {plain(mean)}/{plain(rate)} = {n}"
    return Draft(
        stem=f"서로 독립인 n{trial.counter} 가운데 {trial.hit}의 수가 이항분포 B(n, p)를 따르고, 그 평균은 {plain(mean)}, 분산은 "
        f"{plain(variance)}이다. {asked}",
        key=compute(function, mean=float(mean), variance=float(variance)),
        decimals=2 if wants_rate else 0,
        why="분산 np(1 − p)를 평균 np로 나누면 1 − p이고, 평균을 p로 나누면 n이다.",
        wrongs=wrongs,
        steps=[
            "평균 = np, 분산 = np(1 − p)",
            f"1 − p = 분산/평균 = {plain(variance)}/{plain(mean)} = {plain(1 - rate)}",
            f"p = 1 − {plain(1 - rate)} = {show(float(rate), 2) if wants_rate else plain(rate)}",
            *([] if wants_rate else [last]),
        ],
    )


def _rate_wrongs(rate: Fraction, n: int) -> list[Wrong]:
    mean, variance = float(n * rate), float(n * rate * (1 - rate))
    deviation = sqrt(variance)
    return within(
        [
            Wrong(variance / mean, "분산/평균은 1 − p입니다. 이것을 1에서 빼야 합니다."),
            Wrong(deviation / mean, "표준편차를 평균으로 나누어 변동계수를 구했습니다."),
            Wrong(1 - deviation / mean, "분산이 아니라 표준편차를 평균으로 나누어 1에서 뺐습니다."),
            Wrong(sqrt(variance / mean), "분산/평균에 제곱근을 씌웠습니다. 이 비는 1 − p이고 제곱근은 쓰지 않습니다."),
            Wrong(1 - sqrt(variance / mean), "분산/평균에 제곱근을 씌운 뒤 1에서 뺐습니다."),
            Wrong(variance / (mean + variance), "분산을 두 값의 합으로 나누었습니다."),
            Wrong(mean / (mean + variance), "평균을 두 값의 합으로 나누었습니다."),
            Wrong(float(rate) / 2, "(평균 − 분산)을 평균의 두 배로 나누었습니다. 평균으로 한 번만 나눕니다."),
        ],
        0,
        1,
    )


def _trials_wrongs(rate: Fraction, n: int) -> list[Wrong]:
    p, q = float(rate), float(1 - rate)
    mean, variance = n * p, n * p * q
    return [
        Wrong(mean / q, "분산/평균을 p로 보고 평균을 나누었습니다. 이 비는 1 − p입니다."),
        Wrong(variance / p, "평균이 아니라 분산을 p로 나누었습니다."),
        Wrong(mean / (p * q), "평균을 p(1 − p)로 나누었습니다. p(1 − p)로 나눌 것은 분산입니다."),
        Wrong(mean / p**2, "평균을 p로 두 번 나누었습니다."),
        Wrong(mean + variance, "평균과 분산을 더했습니다. 시행 수는 평균/p입니다."),
        Wrong(mean**2 / variance, "평균의 제곱을 분산으로 나누었습니다. 평균의 제곱은 평균과 분산의 차로 나눕니다."),
        Wrong(variance / p**2, "분산을 p의 제곱으로 나누었습니다."),
    ]


@template("dist.binomial", "least_trials", "확률을 보장하는 최소 시행 수")
def smallest_number(draw: Draw) -> Draft:
    """The least number of trials in which at least one hit has a given probability."""
    trial, target = draw.pick(RARE_TRIALS), Fraction(draw.pick([70, 80, 90, 95, 99]), 100)
    percent = draw.integer(3, 24) if draw.is_extended else draw.pick([3, 5, 8, 10, 12, 15, 20, 25, 30, 40])
    rate = Fraction(percent, 100)
    p, left = float(rate), 1 - target
    need = log(left) / log(1 - p)
    logs = {one: float(rounded(log(one, 10), 3)) for one in (left, target, rate, 1 - rate)}
    by_hand = logs[left] / logs[1 - rate]
    draw.require(0.05 < need % 1 < 0.95 and ceil(by_hand) == ceil(need) and len(logs) > 2)
    helpers = ", ".join(f"log₁₀ {plain(one)} = {plain(logs[one])}" for one in sorted(logs))
    return Draft(
        stem=f"{trial.premise.format(percent)} {with_particle(trial.hit, '이/가')} 적어도 1{trial.counter} 포함될 확률을 "
        f"{plain(100 * target)}% 이상으로 하려면, 최소 몇 {with_particle(trial.counter, '을/를')} 뽑아야 하는가? (단, {helpers})",
        key=compute(least_trials, rate=p, target=float(target)),
        decimals=0,
        unit=trial.counter,
        why="1 − (1 − p)ⁿ이 목표 이상이 되는 가장 작은 자연수 n이므로, 로그로 푼 값을 올림한다.",
        wrongs=_least_wrongs(p, float(target)),
        steps=[
            f"1 − (1 − p)ⁿ ≥ {plain(target)}이므로 {plain(1 - rate)}ⁿ ≤ {plain(left)}",
            f"n ≥ log {plain(left)}/log {plain(1 - rate)} = ({plain(logs[left])})/({plain(logs[1 - rate])}) = {show(by_hand, 2)}",
            f"올림하면 n = {ceil(need)}",
        ],
    )


def _least_wrongs(p: float, target: float) -> list[Wrong]:
    need, left = log(1 - target) / log(1 - p), 1 - target
    return within(
        [
            Wrong(floor(need), "올림하지 않고 버렸습니다. 이 수로는 목표에 이르지 못합니다."),
            Wrong(floor(need) + 2, "마지막 하나를 더 셌습니다. 이보다 하나 적어도 목표에 이릅니다."),
            Wrong(ceil(target / p - 1e-9), "확률을 더하여 np = 목표로 놓았습니다. 겹치는 경우를 여러 번 셉니다."),
            Wrong(ceil(1 / p - 1e-9), "평균이 1이 되는 수(1/p)를 구했습니다."),
            Wrong(_twice(p, target), "성공이 두 번 이상일 확률로 풀었습니다. 물음은 적어도 한 번입니다."),
            Wrong(ceil(log(left / 2) / log(1 - p)), "남는 확률을 신뢰구간처럼 둘로 나누었습니다."),
            Wrong(ceil(log(left) / log(p)), "1 − p가 아니라 p의 로그로 나누었습니다."),
        ],
        2,
        1000,
    )


def _twice(p: float, target: float) -> int:
    """The least number of trials in which two hits or more have the probability *target*."""
    n = 2
    while 1 - (1 - p) ** n - n * p * (1 - p) ** (n - 1) < target:
        n += 1
    return n
