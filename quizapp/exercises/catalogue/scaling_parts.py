"""What the scaling templates share: measures, quartiles by linear interpolation, a printed summary. Registers no template."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt
from typing import NamedTuple

from quizapp.exercises.draw import Draw
from quizapp.items import Table
from quizapp.numbers import show


class Measure(NamedTuple):
    """Something that is measured: where, what, and between which values its smallest one lies."""

    place: str
    what: str
    low: int
    high: int


MEASURES = (
    Measure("어느 물류센터의 하루 출고량(백 건)", "출고량", 20, 80),
    Measure("한 병원 외래의 대기 시간(분)", "대기 시간", 8, 30),
    Measure("한 공장 설비 센서의 온도(℃)", "온도", 25, 70),
    Measure("어느 쇼핑몰의 상품 가격(천 원)", "가격", 10, 60),
    Measure("한 지자체 공공자전거의 시간당 대여(대)", "대여 대수", 12, 60),
    Measure("어느 은행 지점의 하루 방문객(명)", "방문객 수", 30, 90),
)

EVEN_SPANS = (8, 10, 12, 15, 16, 18, 20)
"""Ranges that divide well by hand."""
HEAVY_SPANS = (23, 27, 28, 32, 36, 44, 48, 56)
SUMMARY_SPANS = (20, 24, 30, 40, 50, 60)
"""Ranges that ten different values fit in loosely."""

QUARTILE_RULE = "사분위수는 크기순으로 1 + (n − 1)p번째 값(선형 보간)으로 한다."


def quantile(values: Sequence[float], share: Fraction) -> Fraction:
    """The quantile by linear interpolation, as numpy and scikit-learn take it."""
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return Fraction(ordered[below]) + (place - below) * Fraction(ordered[above] - ordered[below])


def quartiles(values: Sequence[float]) -> tuple[Fraction, Fraction, Fraction]:
    """Lower quartile, median and upper quartile."""
    lower, median, upper = (quantile(values, Fraction(quarter, 4)) for quarter in (1, 2, 3))
    return lower, median, upper


def spread(values: Sequence[float], ddof: int = 0) -> float:
    """The standard deviation."""
    mean = sum(values) / len(values)
    return sqrt(sum((value - mean) ** 2 for value in values) / (len(values) - ddof))


def one_row(label: str, values: Sequence[int]) -> Table:
    """A sample as a table of one row."""
    return Table(columns=("번호", *(str(number) for number in range(1, len(values) + 1))), rows=((label, *values),))


@dataclass(frozen=True)
class Summary:
    """What pandas' describe() prints of a sample."""

    count: int
    mean: float
    deviation: float
    low: int
    lower: float
    median: float
    upper: float
    high: int

    @property
    def five_numbers(self) -> list[float]:
        """Minimum, quartiles and maximum; their own quartiles are the same."""
        return [self.low, self.lower, self.median, self.upper, self.high]

    def text(self) -> str:
        """The output; its standard deviation has the divisor n − 1."""
        names = ("count", "mean", "std", "min", "25%", "50%", "75%", "max")
        values = (self.count, self.mean, self.deviation, *self.five_numbers)
        return "\n".join(f"{name:<5} {show(value, 2):>8}" for name, value in zip(names, values, strict=True))


def summarised(draw: Draw, low: int, span: int) -> Summary:
    """The summary of whole numbers from *low* to *low* + *span*: nine with whole quartiles on the paper, ten for extended numbers."""
    count = 10 if draw.is_extended else 9
    values = [low, low + span, *draw.sample(range(low + 1, low + span), count - 2)]
    draw.require(draw.is_extended or sum(values) % count == 0)
    lower, median, upper = map(float, quartiles(values))
    return Summary(count, sum(values) / count, spread(values, ddof=1), low, lower, median, upper, low + span)
