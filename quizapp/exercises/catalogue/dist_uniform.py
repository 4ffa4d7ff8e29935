"""The continuous uniform distribution: `scipy.stats.uniform` with loc = lower end and scale = width.

https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.uniform.html
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import sqrt

from quizapp.exercises.catalogue.wording import plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.korean import with_particle
from quizapp.numbers import show


@dataclass(frozen=True, slots=True)
class _Spread:
    """Something spread evenly: where, what, its unit, and between which values its lower end lies."""

    place: str
    name: str
    unit: str
    low: int
    high: int

    def at(self, value: float) -> str:
        """A value with its unit."""
        return f"{plain(value)}{self.unit}"

    def premise(self, low: int, high: int) -> str:
        """Between which values it is spread evenly."""
        ends = f"{with_particle(self.at(low), '과/와')} {self.at(high)} 사이의 균등분포를 따른다."
        return f"{self.place} {with_particle(self.name, '은/는')} {ends}"


_SPREADS = (
    _Spread("한 물류센터의", "배송 시간", "분", 20, 60),
    _Spread("한 병원의", "검사 시간", "분", 10, 40),
    _Spread("한 공장의", "가공 시간", "초", 30, 90),
    _Spread("한 서버의", "응답 시간", "밀리초", 50, 120),
    _Spread("한 구청의", "민원 처리 시간", "시간", 8, 30),
    _Spread("한 냉장 창고의", "습도", "%", 40, 60),
    _Spread("어느 쇼핑몰의", "포장 무게", "그램", 80, 120),
)
_WIDTHS = (5, 8, 10, 12, 15, 16, 20)
_HEAVY_WIDTHS = (7, 9, 11, 13, 14, 17, 18, 19, 22, 24, 26, 28)
_ODD_WIDTHS = (7, 11, 13, 14, 17, 19, 20, 22, 23, 25, 26, 28, 29, 31)


def chance_between(low: float, high: float, start: float, end: float) -> float:
    from scipy.stats import uniform

    below = uniform.cdf([start, end], loc=low, scale=high - low)
    return float(below[1] - below[0])


def variance_of(low: float, high: float) -> float:
    from scipy.stats import uniform

    return float(uniform.var(loc=low, scale=high - low))


def deviation_of(low: float, high: float) -> float:
    from scipy.stats import uniform

    return float(uniform.std(loc=low, scale=high - low))


def chance_beyond(low: float, high: float, known: float, asked: float) -> float:
    from scipy.stats import uniform

    above = uniform.sf([known, asked], loc=low, scale=high - low)
    return float(above[1] / above[0])


def upper_end(mean: float, variance: float) -> float:
    import numpy as np

    return float(mean + np.sqrt(3 * variance))


def lower_end(mean: float, variance: float) -> float:
    import numpy as np

    return float(mean - np.sqrt(3 * variance))


def density_from(low: float, point: float, share: float) -> float:
    from scipy.stats import uniform

    width = (point - low) / share
    return float(uniform.pdf(point, loc=low, scale=width))


def _draw_ends(draw: Draw) -> tuple[_Spread, int, int]:
    spread = draw.pick(_SPREADS)
    low = draw.integer(spread.low, spread.high)
    return spread, low, low + draw.pick(_HEAVY_WIDTHS if draw.is_extended else _WIDTHS)


@template("dist.uniform", "interval", "구간에 들 확률")
def interval(draw: Draw) -> Draft:
    """The probability of an interval, one end of which may lie outside."""
    (spread, low, high), decimals = _draw_ends(draw), 3 if draw.is_extended else 2
    start, end = draw.integer(low - 4, high - 2), draw.integer(low + 2, high + 4)
    first, last = max(start, low), min(end, high)
    part, width = last - first, high - low
    draw.require(0 < part < width and start < end)
    value = part / width
    return Draft(
        stem=f"{spread.premise(low, high)} 이 값이 {spread.at(start)} 이상 {spread.at(end)} 이하일 확률은? ({rounding(decimals)})",
        key=compute(chance_between, low=low, high=high, start=start, end=end),
        decimals=decimals,
        why="균등분포의 확률은 겹치는 길이를 분포의 폭으로 나눈 값이고, 분포의 밖에는 확률이 없다.",
        wrongs=within(
            [
                Wrong((end - start) / width, "분포의 밖에 있는 길이까지 셌습니다. 확률은 분포와 겹치는 부분에만 있습니다."),
                Wrong(part / high, "분포의 폭이 아니라 상한으로 나누었습니다."),
                Wrong((last - low) / width, f"{spread.at(end)} 이하일 확률 전체를 구했습니다. 시작점 아래는 빼야 합니다."),
                Wrong((high - first) / width, f"{spread.at(start)} 이상일 확률 전체를 구했습니다. 끝점 위는 빼야 합니다."),
                Wrong(1 - value, "구간에 들지 않을 확률을 구했습니다."),
                Wrong(part / (width + 1), "폭을 b − a + 1로 셌습니다. 연속형 분포의 폭은 b − a입니다."),
                Wrong((part + 1) / (width + 1), "이산형처럼 양 끝의 값을 하나씩 셌습니다. 연속형 분포는 길이의 비로 구합니다."),
            ],
            0,
            0.99,
        ),
        steps=[
            "P(c ≤ X ≤ d) = (겹치는 길이)/(b − a)",
            f"분포의 폭 = {high} − {low} = {width}",
            f"겹치는 길이 = {last} − {first} = {part}",
            f"확률 = {part}/{width} = {show(value, decimals)}",
        ],
    )


@template("dist.uniform", "spread", "균등분포의 분산 또는 표준편차")
def spread_of(draw: Draw) -> Draft:
    """The variance or the standard deviation of a uniform distribution."""
    spread, wants_root = draw.pick(_SPREADS), draw.pick([True, False])
    low, width = draw.integer(spread.low, spread.high), draw.pick(_ODD_WIDTHS if draw.is_extended else (6, 9, 12, 15, 18, 24, 30))
    high, square = low + width, width**2 / 12
    formula = [f"분산 = (b − a)²/12 = {width}²/12 = {width**2}/12 = {show(square, 2)}"]
    root = [f"표준편차 = (b − a)/√12 = (b − a)·√3/6 = {width}·1.732/6 = {show(width * 1.732 / 6, 2)}"]
    helper = "단, √3 = 1.732이고, " if wants_root else ""
    asked = with_particle("표준편차" if wants_root else "분산", "은/는")
    return Draft(
        stem=f"{spread.premise(low, high)} 이 분포의 {asked}? ({helper}{rounding(2)})",
        key=compute(deviation_of if wants_root else variance_of, low=low, high=high),
        why="균등분포의 분산은 폭의 제곱을 12로 나눈 값이고, 표준편차는 그 제곱근이다.",
        wrongs=_root_wrongs(low, high) if wants_root else _square_wrongs(low, high),
        steps=root if wants_root else formula,
        by_hand=width * 1.732 / 6 if wants_root else None,
    )


def _square_wrongs(low: int, high: int) -> list[Wrong]:
    width = high - low
    return [
        Wrong(width / 12, "폭을 제곱하지 않았습니다. 분산은 (b − a)²/12입니다."),
        Wrong((low + high) ** 2 / 12, "폭이 아니라 두 끝의 합을 제곱했습니다."),
        Wrong(width**2 / 4, "반폭의 제곱을 구했습니다. 값은 평균 둘레에 고르게 퍼져 있으므로 12로 나눕니다."),
        Wrong(width / sqrt(12), "표준편차를 답했습니다. 물음은 분산입니다."),
        Wrong(((width + 1) ** 2 - 1) / 12, "이산형 균등분포의 식 (n² − 1)/12를 썼습니다."),
        Wrong((low + high) / 2, "평균을 답했습니다."),
        Wrong(width**2 / 6, "12가 아니라 6으로 나누었습니다."),
        Wrong(width**2 / 24, "분산을 다시 2로 나누었습니다."),
    ]


def _root_wrongs(low: int, high: int) -> list[Wrong]:
    width = high - low
    return [
        Wrong(width / 12, "폭을 12로 나누었습니다. 표준편차는 √12로 나눕니다."),
        Wrong(width**2 / 12, "분산을 답했습니다. 표준편차는 그 제곱근입니다."),
        Wrong(width / 2, "반폭을 답했습니다."),
        Wrong(width / 4, "정규분포처럼 폭을 4로 나누었습니다."),
        Wrong(width / 6, "정규분포처럼 폭을 6으로 나누었습니다."),
        Wrong(sqrt(((width + 1) ** 2 - 1) / 12), "이산형 균등분포의 식 (n² − 1)/12로 분산을 구했습니다."),
        Wrong((low + high) / sqrt(12), "폭이 아니라 두 끝의 합을 √12로 나누었습니다."),
    ]


@template("dist.uniform", "conditional", "이미 지난 뒤의 조건부확률")
def conditional(draw: Draw) -> Draft:
    """The probability of passing a point, given that another has been passed."""
    (spread, low, high), decimals = _draw_ends(draw), 3 if draw.is_extended else 2
    known = draw.integer(low + 1, high - 3)
    asked = draw.integer(known + 1, high - 1)
    width, left, rest = high - low, high - known, high - asked
    value = rest / left
    return Draft(
        stem=f"{spread.premise(low, high)} 이 값이 {with_particle(spread.at(known), '을/를')} 넘은 것을 알 때, "
        f"{with_particle(spread.at(asked), '을/를')} 넘을 확률은? ({rounding(decimals)})",
        key=compute(chance_beyond, low=low, high=high, known=known, asked=asked),
        decimals=decimals,
        why="조건이 주어지면 남은 구간에서 다시 균등하므로, 남은 길이에 대한 비로 구한다.",
        wrongs=within(
            [
                Wrong(rest / width, "조건을 쓰지 않고 처음의 폭으로 나누었습니다."),
                Wrong(1 - value, "여사건의 확률을 답했습니다."),
                Wrong((asked - known) / width, "두 점 사이에 들 확률을 처음의 폭으로 나누어 구했습니다."),
                Wrong(1 - (asked - known) / width, "지수분포처럼 지난 값을 잊고 처음부터 다시 시작한다고 보았습니다."),
                Wrong(left / width, "조건의 확률을 답했습니다. 이 확률로 나누어야 합니다."),
                Wrong(rest / width * left / width, "조건의 확률로 나누지 않고 곱했습니다."),
                Wrong(asked / high, "분포의 하한을 무시하고 상한에 대한 비를 구했습니다."),
            ],
            0,
            0.99,
        ),
        steps=[
            f"P(X > {asked} | X > {known}) = P(X > {asked})/P(X > {known})",
            f"= (({high} − {asked})/{width})/(({high} − {known})/{width}) = {rest}/{left} = {show(value, decimals)}",
        ],
    )


@template("dist.uniform", "bounds", "평균과 분산에서 상한 또는 하한")
def bounds(draw: Draw) -> Draft:
    """An end of the distribution, from its mean and its variance."""
    spread, upper = draw.pick(_SPREADS), draw.pick([True, False])
    half = Fraction(2 * draw.integer(2, 11) + 1, 2) if draw.is_extended else Fraction(draw.integer(2, 12))
    mean, variance = draw.integer(spread.low, spread.high) + int(half), half**2 / 3
    draw.require(not 1000 % variance.denominator)
    sign, sigma, reach = 1 if upper else -1, sqrt(variance), float(half)
    end = "상한 b는" if upper else "하한 a는"
    return Draft(
        stem=f"{spread.place} {with_particle(spread.name, '은/는')} a와 b 사이의 균등분포를 따르고, 그 평균은 {spread.at(mean)}, 분산은 "
        f"{plain(variance)}이다. {end} 얼마인가? ({rounding(1)})",
        key=compute(upper_end if upper else lower_end, mean=mean, variance=float(variance)),
        decimals=1,
        unit=spread.unit,
        why="평균은 구간의 가운데이고 분산은 (b − a)²/12이므로, 끝은 평균에서 √(3·분산)만큼 떨어져 있다.",
        wrongs=within(
            [
                Wrong(mean + sign * sigma, "표준편차만큼만 떨어뜨렸습니다. 반폭은 표준편차의 √3배입니다."),
                Wrong(mean + sign * 2 * reach, "반폭이 아니라 폭 전체를 더하거나 뺐습니다."),
                Wrong(mean - sign * reach, "다른 쪽 끝을 구했습니다."),
                Wrong(mean + sign * float(variance), "분산을 그대로 더하거나 뺐습니다."),
                Wrong(mean + sign * 2 * sigma, "정규분포처럼 표준편차의 두 배만큼 떨어뜨렸습니다."),
                Wrong(mean + sign * 3 * sigma, "정규분포처럼 표준편차의 세 배만큼 떨어뜨렸습니다."),
                Wrong(mean + sign * reach / 2, "반폭을 다시 2로 나누었습니다."),
            ],
            0.5,
            1000,
        ),
        steps=[
            "평균 = (a + b)/2, 분산 = (b − a)²/12",
            f"(b − a)² = 12·{plain(variance)} = {plain(12 * variance)}, b − a = {plain(2 * half)}",
            f"{end[:-1]} = {mean} {'+' if upper else '−'} {plain(2 * half)}/2 = {show(mean + sign * reach, 1)}",
        ],
    )


@template("dist.uniform", "density", "누적확률에서 확률밀도")
def density(draw: Draw) -> Draft:
    """The density, from the lower end and the probability below a point."""
    spread = draw.pick(_SPREADS)
    low, gap = draw.integer(spread.low, spread.high), draw.integer(2, 14)
    share = Fraction(draw.integer(11, 89), 100) if draw.is_extended else Fraction(draw.integer(1, 9), 10)
    point, q = low + gap, float(share)
    draw.require(gap / share <= 60)
    value = q / gap
    return Draft(
        stem=f"{spread.place} {with_particle(spread.name, '은/는')} {spread.at(low)}부터 어떤 값까지의 균등분포를 따르며, "
        f"{spread.at(point)} 이하일 확률은 {plain(share)}이다. 이 분포가 놓인 구간에서 확률밀도 f(x)의 값은? ({rounding(3)})",
        key=compute(density_from, low=low, point=point, share=q),
        decimals=3,
        why="균등분포의 확률은 밀도에 길이를 곱한 값이므로, 밀도는 확률을 길이로 나눈 값이다.",
        wrongs=[
            Wrong(1 / gap, "확률을 곱하지 않고 길이의 역수를 구했습니다. 그 길이의 확률은 1이 아닙니다."),
            Wrong((1 - q) / gap, f"{spread.at(point)} 이상일 확률을 앞 구간의 길이로 나누었습니다."),
            Wrong(q / point, "하한에서부터의 길이가 아니라 점의 값으로 나누었습니다."),
            Wrong(gap / point, "하한에서부터의 길이를 점의 값으로 나누었습니다."),
            Wrong(q / (gap + 1), "길이를 하나 더 세었습니다. 연속형 분포의 길이는 두 점의 차입니다."),
            Wrong(1 / (low + gap / q), "분포의 폭이 아니라 상한의 역수를 구했습니다."),
            Wrong(q**2 / gap, "확률을 한 번 더 곱했습니다."),
        ],
        steps=[
            "P(X ≤ c) = f(x)·(c − a)",
            f"c − a = {point} − {low} = {gap}",
            f"f(x) = {plain(share)}/{gap} = {show(value, 3)}",
        ],
    )
