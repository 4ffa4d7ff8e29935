"""What the templates of probability share: situations, and powers, exponentials and normal areas as a paper prints them.

Registers no template.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import comb, exp, factorial, isqrt
from statistics import NormalDist

from quizapp.exercises.catalogue.wording import plain
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import rounded, show

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
Z_VALUES = {0.005: 2.576, 0.01: 2.326, 0.02: 2.054, 0.025: 1.96, 0.05: 1.645, 0.1: 1.282, 0.2: 0.842}
"""Points of the standard normal distribution as a paper prints them, by the probability above them."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A situation of independent trials."""

    premise: str
    """With room for the percentage of hits."""
    pick: str
    """With room for the number of trials."""
    hit: str
    counter: str
    rates: tuple[int, ...]
    """Realistic percentages."""


TRIALS = (
    Trial("한 공장의 부품은 {}%가 불량이며, 불량 여부는 서로 독립이다.", "부품 {}개를 검사할 때", "불량품", "개", (10, 20, 30)),
    Trial("어느 쇼핑몰의 주문은 {}%가 반품되며, 반품 여부는 서로 독립이다.", "주문 {}건을 뽑을 때", "반품", "건", (10, 20, 30)),
    Trial("한 물류센터의 택배는 {}%가 늦으며, 지연 여부는 서로 독립이다.", "택배 {}건을 뽑을 때", "지연", "건", (10, 20, 30)),
    Trial("한 병원의 예약은 {}%가 취소되며, 취소 여부는 서로 독립이다.", "예약 {}건을 뽑을 때", "취소", "건", (10, 20, 30)),
    Trial("한 검사실의 검체는 {}%가 재검사되며, 그 여부는 서로 독립이다.", "검체 {}개를 받을 때", "재검사", "개", (10, 20, 30)),
    Trial("한 센서의 신호는 {}%가 유실되며, 유실 여부는 서로 독립이다.", "신호 {}개를 보낼 때", "유실", "개", (10, 20, 30)),
    Trial("한 배달앱의 주문은 {}%가 취소되며, 취소 여부는 서로 독립이다.", "주문 {}건을 뽑을 때", "취소", "건", (10, 20, 30)),
    Trial("한 구청의 고지서는 {}%가 반송되며, 반송 여부는 서로 독립이다.", "고지서 {}통을 보낼 때", "반송", "통", (10, 20)),
    Trial("한 카드사의 문자는 {}%가 열리며, 열람 여부는 서로 독립이다.", "문자 {}통을 보낼 때", "열람", "통", (20, 30, 40, 60)),
    Trial(
        "한 약은 환자의 {}%에 효과가 있으며, 효과 여부는 서로 독립이다.", "환자 {}명에게 쓸 때", "효과를 본 환자", "명", (40, 60, 70, 80)
    ),
    Trial("한 지자체의 민원은 {}%가 당일에 끝나며, 그 여부는 서로 독립이다.", "민원 {}건을 뽑을 때", "당일 처리", "건", (30, 60, 70, 80)),
    Trial("한 설문은 대상자의 {}%가 응답하며, 응답 여부는 서로 독립이다.", "{}명에게 물을 때", "응답자", "명", (30, 40, 60, 70)),
    Trial("어느 매장의 방문객은 {}%가 구매하며, 구매 여부는 서로 독립이다.", "방문객 {}명 가운데", "구매자", "명", (20, 30, 40, 60)),
    Trial("한 강의의 수강생은 {}%가 수료하며, 수료 여부는 서로 독립이다.", "수강생 {}명 가운데", "수료자", "명", (60, 70, 80)),
)
RARE_TRIALS = TRIALS[:8]
"""Situations whose hits are faults, and few."""


@dataclass(frozen=True, slots=True)
class Flow:
    """A situation in which events come at random: how many in a period, and the parts of the period."""

    subject: str
    noun: str
    counter: str
    verb: str
    amount: int
    unit: str
    parts: int
    part: str

    @property
    def period(self) -> str:
        """The time that the rate refers to."""
        return f"{self.amount}{self.unit}"

    def premise(self, rate: float) -> str:
        """How many come in one period on average."""
        return f"{self.subject} {self.period}에 평균 {plain(rate)}{self.counter}씩 포아송 분포를 따라 {self.verb}."


FLOWS = (
    Flow("한 병원 응급실에는 환자가", "환자", "명", "도착한다", 1, "시간", 60, "분"),
    Flow("어느 콜센터에는 민원 전화가", "전화", "건", "걸려 온다", 1, "시간", 60, "분"),
    Flow("어느 쇼핑몰에는 반품 신청이", "반품 신청", "건", "들어온다", 1, "시간", 60, "분"),
    Flow("한 물류센터에는 화물차가", "화물차", "대", "도착한다", 1, "시간", 60, "분"),
    Flow("한 은행 지점에는 고객이", "고객", "명", "찾아온다", 1, "시간", 60, "분"),
    Flow("한 구청 누리집에는 문의가", "문의", "건", "올라온다", 1, "시간", 60, "분"),
    Flow("한 서버에서는 오류가", "오류", "건", "발생한다", 24, "시간", 24, "시간"),
    Flow("한 공장의 설비에서는 고장이", "고장", "건", "발생한다", 30, "일", 30, "일"),
    Flow("한 보안 관제 센터에는 침입 경보가", "경보", "건", "접수된다", 24, "시간", 24, "시간"),
    Flow("한 생산 라인에서는 멈춤이", "멈춤", "건", "발생한다", 12, "시간", 12, "시간"),
    Flow("한 교차로에서는 사고가", "사고", "건", "발생한다", 30, "일", 30, "일"),
    Flow("한 지자체의 도로에서는 파손 신고가", "파손 신고", "건", "접수된다", 10, "일", 10, "일"),
)


def quoted(name: str, pair: str) -> str:
    """A class in quotation marks with the particle of *pair*."""
    return with_particle(f"'{name}'", pair)


def raised(base: str, exponent: int) -> str:
    """A power in superscripts: p³; the base alone for the exponent 1."""
    return base + ("" if exponent == 1 else str(exponent).translate(_SUPERSCRIPTS))


def power(base: Fraction | float, exponent: int) -> str:
    """A power of a number: 0.9³."""
    return raised(plain(base), exponent)


def exact_text(value: Fraction) -> str:
    """A short decimal where the fraction ends within four decimals, else the fraction."""
    return plain(value) if not 10_000 % value.denominator else str(value)


def quotient(top: Fraction, bottom: Fraction) -> str:
    """One exact number over another; fractions stand in parentheses."""
    return "/".join(f"({text})" if "/" in text else text for text in (exact_text(top), exact_text(bottom)))


def decay(x: Fraction | float) -> str:
    """The text e^(−x)."""
    return f"e^(−{plain(x)})"


def decay_value(x: float, digits: int = 3) -> float:
    """The value of e^(−x) as a paper prints it."""
    return float(rounded(exp(-x), digits))


def decay_helpers(exponents: Iterable[float], digits: int = 3) -> str:
    """The helper values e^(−x) of a stem, rising by x; those that would be printed as zero are left out."""
    return ", ".join(f"{decay(x)} = {show(exp(-x), digits)}" for x in sorted(set(exponents)) if decay_value(x, digits))


def phi(z: float) -> float:
    """P(Z ≤ z) of the standard normal distribution as a table prints it: four decimals."""
    return float(rounded(NormalDist().cdf(z), 4))


def area_table(points: Iterable[float], *, from_zero: bool) -> Table:
    """An excerpt of the normal table at *points*: areas from 0 to z, or all the area below z."""
    zs = sorted(set(points))
    name, less = ("P(0 ≤ Z ≤ z)", 0.5) if from_zero else ("P(Z ≤ z)", 0.0)
    return Table(columns=("z", *(show(z, 2) for z in zs)), rows=((name, *(show(phi(z) - less, 4) for z in zs)),))


def z_name(alpha: float, pair: str = "") -> str:
    """The name of a point with the probability *alpha* above it, z₀.₀₂₅, with the particle of *pair*."""
    digits = plain(alpha)
    particle = with_particle(digits, pair).removeprefix(digits) if pair else ""
    return f"z{digits.translate(_SUBSCRIPTS)}{particle}"


def z_helpers(alphas: Iterable[float]) -> str:
    """The points of a stem, from the outermost inwards."""
    return ", ".join(f"{z_name(alpha)} = {plain(Z_VALUES[alpha])}" for alpha in sorted(set(alphas)))


LEVELS = {90: 0.05, 95: 0.025, 99: 0.005}
"""Confidence levels in percent, and the probability that each leaves above the interval."""

TAIL_NOTE = "z_α는 표준정규분포에서 오른쪽 꼬리 확률이 α인 값"


def level_helpers(level: int, *more: float) -> str:
    """The points that a paper prints for an interval at *level*: for its tail, for twice its tail, and for *more*."""
    return f"{TAIL_NOTE}으로, {z_helpers([LEVELS[level], round(2 * LEVELS[level], 3), *more])}"


def binomial(hits: int, trials: int, rate: float) -> float:
    """The binomial probability of exactly *hits*."""
    return comb(trials, hits) * rate**hits * (1 - rate) ** (trials - hits)


def poisson(count: int, mean: float) -> float:
    """The Poisson probability of exactly *count*."""
    return mean**count * exp(-mean) / factorial(count)


def root(square: Fraction) -> Fraction | None:
    """The exact square root, or None where there is none."""
    top, bottom = isqrt(square.numerator), isqrt(square.denominator)
    return Fraction(top, bottom) if Fraction(top, bottom) ** 2 == square else None


def weighted(values: Sequence[float], weights: Sequence[float]) -> float:
    """The weighted mean."""
    return sum(value * weight for value, weight in zip(values, weights, strict=True)) / sum(weights)
