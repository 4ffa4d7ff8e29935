"""The exponential distribution: `scipy.stats.expon`, whose scale is the mean, not the rate.

https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.expon.html
"""

from __future__ import annotations

from fractions import Fraction
from math import exp, log
from typing import NamedTuple

from quizapp.exercises.catalogue.probability_parts import decay, decay_helpers, decay_value
from quizapp.exercises.catalogue.wording import plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.korean import with_particle
from quizapp.numbers import rounded, show


class Wait(NamedTuple):
    """A time until something happens: whose, its name, its unit, and realistic means."""

    place: str
    name: str
    unit: str
    means: tuple[int, ...]

    def premise(self, mean: int) -> str:
        """That it follows an exponential distribution."""
        return f"{self.place} {with_particle(self.name, '은/는')} 평균 {mean}{self.unit}인 지수분포를 따른다."

    @property
    def subject(self) -> str:
        """It as the subject of a sentence."""
        return with_particle(f"이 {self.name}", "이/가")

    def at(self, time: float) -> str:
        """A time with its unit and the particle of an object."""
        return with_particle(f"{plain(time)}{self.unit}", "을/를")


WAITS = (
    Wait("한 공장 센서의", "수명", "개월", (10, 20, 25, 40, 50)),
    Wait("어느 서버 디스크의", "수명", "개월", (20, 30, 40, 50, 60)),
    Wait("한 병원 접수창구의", "처리 시간", "분", (4, 5, 8, 10)),
    Wait("어느 콜센터의", "통화 시간", "분", (4, 5, 6, 8)),
    Wait("한 물류센터의 화물차가 들어오는", "간격", "분", (5, 10, 12, 15, 20)),
    Wait("한 지자체 가로등의", "수명", "개월", (20, 25, 30, 40)),
    Wait("어느 쇼핑몰의 주문이 들어오는", "간격", "초", (20, 30, 40, 50)),
)
RATIOS = tuple(Fraction(text) for text in ("1/5", "1/4", "3/10", "2/5", "1/2", "3/5", "3/4", "4/5", "6/5", "3/2", "8/5", "2"))
"""Times over the mean whose exponentials a paper prints."""
HEAVY_RATIOS = tuple(Fraction(number, 20) for number in range(3, 46) if number % 5)


def chance_within(time: float, mean: float) -> float:
    from scipy.stats import expon

    return float(expon.cdf(time, scale=mean))


def chance_longer(time: float, mean: float) -> float:
    from scipy.stats import expon

    return float(expon.sf(time, scale=mean))


def chance_after(known: float, more: float, mean: float) -> float:
    from scipy.stats import expon

    return float(expon.sf(known + more, scale=mean) / expon.sf(known, scale=mean))


def time_of_share(share: float, mean: float) -> float:
    from scipy.stats import expon

    return float(expon.ppf(share, scale=mean))


def _draw_time(draw: Draw, wait: Wait) -> tuple[int, int, Fraction]:
    """A mean, a whole time, and the time over the mean."""
    mean = draw.integer(wait.means[0], wait.means[-1]) if draw.is_extended else draw.pick(wait.means)
    ratio = draw.pick(HEAVY_RATIOS if draw.is_extended else RATIOS)
    draw.require(not mean * ratio % 1)
    return mean, int(mean * ratio), ratio


def _tail_wrongs(ratio: float, *, longer: bool) -> list[Wrong]:
    """What people take for P(T > t), or for its complement, where t is *ratio* times the mean."""

    def asked(beyond: float) -> float:
        return beyond if longer else 1 - beyond

    found = [
        Wrong(1 - asked(exp(-ratio)), "여사건의 확률을 답했습니다. P(T ≤ t) = 1 − e^(−t/μ)입니다."),
        Wrong(asked(exp(-1 / ratio)), "지수에 t/μ가 아니라 μ/t를 넣었습니다."),
        Wrong(asked(1 - ratio), "e^(−t/μ)를 1 − t/μ로 어림했습니다."),
        Wrong(asked(1 - ratio / 2), "0부터 평균의 두 배까지 고르게 퍼진 분포로 보았습니다."),
        Wrong(ratio * exp(-ratio), "t/μ를 곱한 값을 구했습니다. 포아송 분포에서 정확히 한 번일 확률입니다."),
        Wrong(asked(exp(-1)), "t 대신 평균을 넣었습니다. 이 값은 평균에서의 확률입니다."),
        Wrong(asked(0.5), "평균을 중앙값으로 보아 절반으로 답했습니다. 지수분포의 중앙값은 평균보다 작습니다."),
        Wrong(asked(exp(-ratio / 2)), "지수를 2로 나누었습니다. 지수분포의 지수는 t/μ입니다."),
    ]
    return within(found, 0, 0.999)


@template("dist.exponential", "cdf", "어떤 시간 안에 끝나거나 넘길 확률")
def cdf(draw: Draw) -> Draft:
    """The probability of at most, or of more than, a time."""
    wait, longer = draw.pick(WAITS), draw.pick([True, False])
    mean, time, ratio = _draw_time(draw, wait)
    digits = 4 if draw.is_extended else 3
    beyond, decimals = decay_value(float(ratio), digits), digits - 1
    helpers = decay_helpers([float(ratio), float(1 / ratio)] if (1 / ratio * 100).denominator == 1 else [float(ratio)], digits)
    return Draft(
        stem=f"{wait.premise(mean)} {wait.subject} {wait.at(time)} {'넘을' if longer else '넘지 않을'} 확률은? "
        f"(단, {helpers}이고, {rounding(decimals)})",
        key=compute(chance_longer if longer else chance_within, time=time, mean=mean),
        decimals=decimals,
        why="지수분포의 꼬리 확률은 P(T > t) = e^(−t/μ)이고, 이것을 1에서 빼면 누적확률이다.",
        wrongs=_tail_wrongs(float(ratio), longer=longer),
        steps=[
            "P(T > t) = e^(−t/μ)",
            f"t/μ = {time}/{mean} = {plain(ratio)}",
            f"P(T > {time}) = {decay(ratio)} = {show(beyond, digits)}",
            f"반올림하면 {show(beyond, decimals)}"
            if longer
            else f"P(T ≤ {time}) = 1 − {show(beyond, digits)} = {show(1 - beyond, decimals)}",
        ],
        by_hand=beyond if longer else 1 - beyond,
    )


@template("dist.exponential", "memoryless", "이미 지난 뒤 더 걸릴 확률")
def memoryless(draw: Draw) -> Draft:
    """The probability of lasting longer, given that some time has passed."""
    wait = draw.pick(WAITS)
    mean, known, first = _draw_time(draw, wait)
    more = draw.integer(1, 2 * mean) if draw.is_extended else draw.integer(1, 20) * mean // 10
    second, digits = Fraction(more, mean), 4 if draw.is_extended else 3
    draw.require(more and known != more and not 100 % second.denominator)
    value, decimals = decay_value(float(second), digits), digits - 1
    return Draft(
        stem=f"{wait.premise(mean)} {wait.subject} 이미 {wait.at(known)} 넘었을 때, 그 뒤로도 {wait.at(more)} 넘길 확률은? "
        f"(단, {decay_helpers(map(float, (first, second, first + second)), digits)}이고, {rounding(decimals)})",
        key=compute(chance_after, known=known, more=more, mean=mean),
        decimals=decimals,
        why="지수분포는 지난 시간을 기억하지 않으므로, 더 걸릴 시간만으로 e^(−t/μ)를 구한다.",
        wrongs=_memoryless_wrongs(float(first), float(second)),
        steps=[
            "P(T > s + t | T > s) = P(T > t) = e^(−t/μ)",
            f"t/μ = {more}/{mean} = {plain(second)}",
            f"{decay(second)} = {show(value, digits)}",
            f"반올림하면 {show(value, decimals)}",
        ],
        by_hand=value,
    )


def _memoryless_wrongs(s: float, t: float) -> list[Wrong]:
    """What people take for P(T > s + t | T > s), both times over the mean."""
    return within(
        [
            Wrong(exp(-s - t), "조건을 쓰지 않고 처음부터 두 시간의 합을 넘길 확률을 구했습니다."),
            Wrong(exp(-s), "이미 지난 시간을 넘을 확률을 구했습니다. 이것은 조건입니다."),
            Wrong(1 - exp(-t), "그 뒤의 시간 안에 끝날 확률을 구했습니다."),
            Wrong(exp(-s) - exp(-s - t), "두 시각 사이에 끝날 확률을 구했습니다."),
            Wrong(1 - exp(-s - t), "처음부터 두 시간의 합 안에 끝날 확률을 구했습니다."),
            Wrong(exp(-abs(t - s)), "두 시간의 차를 지수에 넣었습니다. 지난 시간은 빼지 않습니다."),
            Wrong(exp(-s - t) / (1 - exp(-s)), "조건의 확률이 아니라 그 여사건의 확률로 나누었습니다."),
        ],
        0,
        0.999,
    )


def _ln(share: Fraction) -> float:
    """The natural logarithm as a paper prints it."""
    return float(rounded(log(share), 3))


def _ln_helpers(share: Fraction) -> str:
    """The logarithms of a share and of the rest: they do not tell which is needed."""
    return ", ".join(f"ln {plain(one)} = {plain(_ln(one))}" for one in sorted({share, 1 - share}))


@template("dist.exponential", "quantile", "짧은 쪽 일정 비율의 경계가 되는 시간", version=2)
def quantile(draw: Draw) -> Draft:
    """The time by which a share has ended: the median, the time of the first tenth."""
    wait = draw.pick(WAITS)
    mean = draw.integer(wait.means[0], wait.means[-1]) if draw.is_extended else draw.pick(wait.means)
    percent = draw.pick([10, 20, 25, 30, 40, 50, 60, 70, 75, 80, 90])
    part = "절반은" if percent == 50 else f"{percent}%는"
    share, left = Fraction(percent, 100), 1 - Fraction(percent, 100)
    by_hand = -mean * _ln(left)
    q = float(share)
    return Draft(
        stem=f"{wait.premise(mean)} 그 가운데 짧은 쪽 {part} 몇 {wait.unit} 이하인가? (단, {_ln_helpers(share)}이고, {rounding(1)})",
        key=compute(time_of_share, share=q, mean=mean),
        decimals=1,
        unit=wait.unit,
        why="1 − e^(−t/μ)가 그 비율이 되는 t이므로 t = −μ·ln(1 − 비율)이다.",
        wrongs=[
            Wrong(-mean * log(q), "남은 비율이 아니라 끝난 비율에 로그를 씌웠습니다."),
            Wrong(mean * q, "평균에 비율을 곱했습니다. 지수분포는 앞쪽에 몰려 있어 비례하지 않습니다."),
            Wrong(mean * (1 - q), "평균에 남은 비율을 곱했습니다."),
            Wrong(float(mean), "평균을 답했습니다. 평균까지는 약 63%가 끝납니다."),
            Wrong(-mean / log(1 - q), "로그를 곱하지 않고 나누었습니다."),
            Wrong(-mean * log(1 - q, 10), "자연로그 대신 상용로그를 썼습니다."),
            Wrong(2 * mean * q, "0부터 평균의 두 배까지 고르게 퍼진 분포로 보았습니다."),
        ],
        steps=[
            f"1 − e^(−t/μ) = {plain(share)}이므로 e^(−t/μ) = {plain(left)}",
            f"t = −μ·ln {plain(left)} = {mean}·{plain(-_ln(left))} = {show(by_hand, 1)}",
        ],
        by_hand=by_hand,
    )
