"""Errors of a test about a mean with known variance: α, β and power of a rule, and the size that a power needs (`scipy.stats.norm`).

https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.norm.html
"""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from quizapp.exercises.catalogue.hypothesis_parts import normal_area
from quizapp.exercises.catalogue.wording import plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import rounded, show

_MEASURED = (
    ("한 공장의 충전량(mL)", 480, 520),
    ("어느 물류센터의 배송 시간(분)", 60, 120),
    ("한 병원의 대기 시간(분)", 40, 80),
    ("어느 쇼핑몰의 주문 금액(백 원)", 200, 400),
    ("한 발전소 센서의 온도(℃)", 150, 300),
)
"""What is measured, and between which values its mean lies."""


def area_above(cut: float, mean: float, deviation: float, size: int) -> float:
    import numpy as np
    from scipy.stats import norm

    return float(norm.sf(cut, loc=mean, scale=deviation / np.sqrt(size)))


def area_below(cut: float, mean: float, deviation: float, size: int) -> float:
    import numpy as np
    from scipy.stats import norm

    return float(norm.cdf(cut, loc=mean, scale=deviation / np.sqrt(size)))


def least_size(alpha: float, sides: int, power: float, deviation: float, difference: float) -> float:
    import numpy as np
    from scipy.stats import norm

    z = norm.isf(alpha / sides) + norm.ppf(power)
    return float(np.ceil((z * deviation / difference) ** 2))


class _Rule(NamedTuple):
    """A rule for a mean: it rejects beyond *cut*, on the side of the alternative."""

    mean: int
    rival: float
    cut: float
    error: int
    root: int

    @property
    def is_upward(self) -> bool:
        """Whether the alternative is the larger mean."""
        return self.rival > self.mean

    def z(self, mean: float) -> float:
        """How many standard errors the cut lies beyond *mean*, on the side of the alternative."""
        return round((self.cut - mean) / self.error * (1 if self.is_upward else -1), 6)


def _rule(draw: Draw, low: int, high: int) -> _Rule:
    """A rule with an alternative on either side of its cut."""
    root, error = draw.pick([5, 10] if draw.is_extended else [2, 5]), draw.pick([1, 2, 4])
    step, side, mean = 0.1 if draw.is_extended else 0.5, draw.pick([1, -1]), draw.integer(low, high)
    cut = mean + side * error * draw.multiple(1, 2, step)
    rival = cut + side * error * draw.multiple(-0.5, 2, step)
    draw.require(rival not in (cut, mean) and (rival > mean) == (side > 0))
    return _Rule(mean, round(rival, 6), round(cut, 6), error, root)


def _above(z: float) -> float:
    """The area above *z*, from the printed table."""
    return round(0.5 - normal_area(z) if z > 0 else 0.5 + normal_area(-z), 4)


_ASKED = ("제1종 오류의 확률", "제2종 오류의 확률", "검정력")


def _rule_wrongs(rule: _Rule, asked: str) -> list[Wrong]:
    """What people take for α, β or power."""
    null, rival = rule.z(rule.mean), rule.z(rule.rival)
    areas = {"제1종 오류의 확률": _above(null), "제2종 오류의 확률": round(1 - _above(rival), 4), "검정력": _above(rival)}
    z = null if asked == "제1종 오류의 확률" else rival
    one, part, whole = (_above(z / rule.root), normal_area(abs(z)), _above(z * rule.root))
    if asked == "제2종 오류의 확률":
        one, whole = 1 - one, 1 - whole
    found = [
        Wrong(one, "표준오차 대신 표준편차로 나누었습니다. 평균의 표준오차는 σ/√n입니다."),
        Wrong(whole, "표준편차를 √n이 아니라 n으로 나누었습니다."),
        Wrong(part, "표의 값 P(0 ≤ Z ≤ z)를 그대로 답했습니다."),
        Wrong(1 - areas["제1종 오류의 확률"], f"귀무가설이 참일 때 기각하지 않을 확률을 구했습니다. 물음은 {asked}입니다."),
        Wrong(areas[asked] / 2, "양측검정으로 보아 반으로 나누었습니다. 규칙은 한쪽만 기각합니다."),
        Wrong(2 * areas[asked], "양측검정으로 보아 두 배로 했습니다. 규칙은 한쪽만 기각합니다."),
    ]
    others = [Wrong(areas[name], f"{with_particle(name, '을/를')} 구했습니다. 물음은 {asked}입니다.") for name in _ASKED if name != asked]
    return within(others + found, 0, 0.999)


@template("test.errors", "rule_for_mean", "평균의 기각 규칙에서 오류 확률과 검정력")
def rule_for_mean(draw: Draw) -> Draft:
    """α, β or power of a rule for a mean with known variance, from a printed normal table."""
    (what, low, high), asked = draw.pick(_MEASURED), draw.pick(_ASKED)
    rule = _rule(draw, low, high)
    is_alpha, is_beta = asked == "제1종 오류의 확률", asked == "제2종 오류의 확률"
    mean = rule.mean if is_alpha else rule.rival
    z = rule.z(mean)
    value = round(1 - _above(z), 4) if is_beta else _above(z)
    side, function = ("<", area_below) if rule.is_upward == is_beta else (">", area_above)
    shown = sorted({round(abs(one) / part, 2) for one in (rule.z(rule.mean), rule.z(rule.rival)) for part in (1, rule.root)})
    signed = f"{'−' if (rule.cut < mean) else ''}{plain(abs(z))}"
    tail = "0.5 + " if (side == ">") == (rule.cut < mean) else "0.5 − "
    return Draft(
        stem=f"{with_particle(what, '은/는')} 표준편차가 {rule.error * rule.root}인 정규분포를 따른다. 귀무가설(μ = {rule.mean})과 "
        f"대립가설(μ = {plain(rule.rival)})을 놓고, 표본 {rule.root**2}개의 평균 x̄가 {plain(rule.cut)}보다 "
        f"{'크면' if rule.is_upward else '작으면'} 귀무가설을 기각한다. {with_particle(asked, '은/는')}? ({rounding(4)})",
        data=Table(columns=("z", *(plain(one) for one in shown)), rows=(("P(0 ≤ Z ≤ z)", *(show(normal_area(one), 4) for one in shown)),)),
        key=compute(function, cut=rule.cut, mean=mean, deviation=rule.error * rule.root, size=rule.root**2),
        decimals=4,
        why="α는 μ가 귀무가설의 값일 때, 검정력과 β는 μ가 대립가설의 값일 때의 확률이며, 표준오차는 σ/√n이다.",
        wrongs=_rule_wrongs(rule, asked),
        steps=[
            f"표준오차 = {rule.error * rule.root}/√{rule.root**2} = {rule.error}",
            f"{asked} = P(x̄ {'<' if side == '<' else '>'} {plain(rule.cut)} | μ = {plain(mean)})",
            f"z = ({plain(rule.cut)} − {plain(mean)})/{rule.error} = {signed}",
            f"P(Z {side} {signed}) = {tail}{show(normal_area(abs(z)), 4)} = {show(value, 4)}",
        ],
        by_hand=value,
    )


_CRITICAL = {0.05: 1.645, 0.025: 1.96, 0.01: 2.326, 0.005: 2.576}
"""What a paper prints for z by the upper tail."""

_POWERS = {0.8: 0.842, 0.9: 1.282}
"""What a paper prints for z by the power."""


def _size_wrongs(first: float, second: float, other: float, ratio: float, difference: int) -> list[Wrong]:
    """What people take for the least size; *other* is the first z of a test with the other number of sides."""
    n = ceil(((first + second) * ratio) ** 2)
    return [
        Wrong(n - 1, "소수점 아래를 버렸습니다. 검정력에 이르려면 올립니다."),
        Wrong(ceil((first * ratio) ** 2), "z_β를 더하지 않았습니다. 검정력을 반영해야 합니다."),
        Wrong(ceil((first**2 + second**2) * ratio**2), "두 z를 따로 제곱하여 더했습니다. 더한 뒤에 제곱합니다."),
        Wrong(ceil(((other + second) * ratio) ** 2), "양측과 단측의 z를 바꾸어 썼습니다."),
        Wrong(2 * n, "두 집단을 견줄 때처럼 두 배로 했습니다. 물음은 한 모평균의 검정입니다."),
        Wrong(ceil(((first + second) * ratio) ** 2 * difference), "차이 δ를 제곱하지 않았습니다. 비 σ/δ를 통째로 제곱합니다."),
        Wrong(ceil((first + second) * ratio), "마지막에 제곱하지 않았습니다."),
    ]


@template("test.errors", "size", "검정력에 필요한 표본크기")
def size(draw: Draw) -> Draft:
    """The least size of a one-sample z test with a stated power."""
    (what, *_), sides, power = draw.pick(_MEASURED), draw.pick([1, 2]), draw.pick(list(_POWERS))
    alpha, difference = draw.pick([0.05, 0.01] if sides == 2 else [0.05, 0.025, 0.01]), draw.integer(2, 6)
    deviation = difference * (draw.multiple(1.5, 6, 0.1) if draw.is_extended else draw.multiple(1.5, 5, 0.5))
    first, second = _CRITICAL[alpha / sides], _POWERS[power]
    total, ratio = first + second, deviation / difference
    square = float(rounded(total**2, 3))
    n = ceil(round(square * ratio**2, 6))
    other = _CRITICAL.get(alpha if sides == 2 else alpha / 2, first)
    change, test = ("달라진", "양측검정") if sides == 2 else ("커진", "단측검정")
    helpers = ", ".join(f"z({tail:g}) = {show(z, 3)}" for tail, z in [*_CRITICAL.items(), (0.1, 1.282), (0.2, 0.842)])
    draw.require(n >= 20 and not (deviation * 10) % 1)
    return Draft(
        stem=f"{with_particle(what, '은/는')} 표준편차가 {plain(deviation)}인 정규분포를 따른다. 모평균이 {difference}만큼 {change} 것을 "
        f"유의수준 {alpha:g}의 {test}에서 검정력 {with_particle(f'{power:g}', '으로/로')} 찾아내려고 한다. 필요한 최소 표본크기는? "
        f"(소수점 아래는 올리고, {helpers})",
        key=compute(least_size, alpha=alpha, sides=sides, power=power, deviation=deviation, difference=difference),
        decimals=0,
        why="n = ((z_α + z_β)·σ/δ)²이고, 양측검정에서는 z_α 대신 z_(α/2)를 쓴다.",
        wrongs=_size_wrongs(first, second, other, ratio, difference),
        steps=[
            f"n = ((z_α + z_β)·σ/δ)², β = 1 − {power:g} = {1 - power:.1f}",
            f"z_α + z_β = {show(first, 3)} + {show(second, 3)} = {show(total, 3)}",
            f"{show(total, 3)}² = {plain(square)}, σ/δ = {plain(deviation)}/{difference} = {plain(ratio)}",
            f"n = {plain(square)}·{plain(ratio)}² = {show(square * ratio**2, 1)}이므로 올려서 {n}",
        ],
        by_hand=n,
    )
