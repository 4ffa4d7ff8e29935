"""What the templates of losses share: printed logarithms, forecasts of a class, situations. Registers no template."""

from __future__ import annotations

from fractions import Fraction
from math import log
from typing import TYPE_CHECKING

from quizapp.items import Table
from quizapp.numbers import rounded, show

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quizapp.exercises.draw import Draw
    from quizapp.exercises.template import Wrong

EVENTS = (
    ("어느 병원의 퇴원 환자 {}명", "재입원"),
    ("한 물류센터의 택배 {}건", "배송 지연"),
    ("어느 쇼핑몰의 회원 {}명", "이탈"),
    ("한 공장의 부품 {}개", "불량"),
    ("한 지자체의 상수도관 {}곳", "누수"),
)
"""Who is judged, with room for their number, and the positive class."""

MEASURES = (
    ("어느 물류센터의 배송 시간(시간)", "배송 시간"),
    ("한 병원 응급실의 대기 시간(분)", "대기 시간"),
    ("한 공장 센서의 온도(℃)", "온도"),
    ("어느 쇼핑몰의 일별 주문(십 건)", "주문"),
    ("한 지자체 공공자전거의 시간당 대여(대)", "대여"),
)
"""What is measured and predicted, and its short name."""

MODELS = ("모형 A", "모형 B")


def ln(value: Fraction | float) -> float:
    """The natural logarithm as a paper prints it: three decimals."""
    return float(rounded(log(value), 3))


def printed_losses(probabilities: Iterable[float]) -> str:
    """The helper values −ln p, rising by p."""
    return ", ".join(f"−ln {p} = {show(-ln(p), 3)}" for p in sorted(set(probabilities)))


def both_sides(probabilities: Iterable[float]) -> set[float]:
    """Each probability and its complement: the helper values of all of them do not tell which is needed."""
    known = {round(p, 2) for p in probabilities}
    return known | {round(1 - p, 2) for p in known}


def mean_of(values: Sequence[float]) -> float:
    """The plain mean."""
    return sum(values) / len(values)


def sum_text(values: Iterable[float | str]) -> str:
    """The values with plus signs between them."""
    return " + ".join(str(value) for value in values)


def plain(value: Fraction | float) -> str:
    """A number without needless zeros, with a true minus sign: −0.5, 3."""
    return f"{round(float(value), 6):g}".replace("-", "−")


def factor(value: Fraction | float) -> str:
    """The number as it stands behind a sign: in parentheses where it is negative."""
    return f"({plain(value)})" if value < 0 else plain(value)


def right_side(label: int, probability: float) -> float:
    """The probability that was given to the class that came true."""
    return probability if label else round(1 - probability, 2)


def mixed_labels(draw: Draw, size: int) -> list[int]:
    """*size* labels with both classes among them."""
    return draw.shuffled([0, 1, *(draw.integer(0, 1) for _ in range(size - 2))])


def forecasts(draw: Draw, labels: Sequence[int], grid: int, bad: int = 1) -> list[float]:
    """The positive class's probability for every label, in steps of 1/grid; all but *bad* lie on the right side of one half."""
    misses = draw.sample(range(len(labels)), bad)
    found = []
    for position, label in enumerate(labels):
        low, high = (grid // 5, grid * 2 // 5) if position in misses else (grid * 3 // 5, grid * 9 // 10)
        right = draw.integer(low, high) / grid
        found.append(right if label else round(1 - right, 2))
    return found


def measure_table(what: str, rows: dict[str, list[float]]) -> Table:
    """A row of values of the measure *what* for each name: actual, predicted."""
    size = len(next(iter(rows.values())))
    columns = ("회차", *(str(number) for number in range(1, size + 1)))
    return Table(columns=columns, rows=tuple((f"{name} {what}", *values) for name, values in rows.items()))


def within(wrongs: Iterable[Wrong], low: float, high: float) -> list[Wrong]:
    """The misconceptions whose values the quantity could take."""
    return [wrong for wrong in wrongs if low < wrong.value < high]
