"""Ratios of odds and risks with exact fractions, whatever the layout of the table."""

from fractions import Fraction

from quizapp.items import Exercise
from tests.exercises.oracles import oracle, table


def _cells(exercise: Exercise) -> list[tuple[int, int]]:
    """Events and non-events of the exposed group, then of the reference."""
    reference, exposed, event = exercise.stem.split("'")[1:6:2]
    at = table(exercise).columns.index(event)
    rows = {cells[0]: (cells[at], cells[3 - at]) for cells in table(exercise).rows}
    return [rows[exposed], rows[reference]]


@oracle("table.association.odds_ratio")
def odds_ratio(exercise: Exercise) -> float:
    (a, b), (c, d) = _cells(exercise)
    return float(Fraction(a, b) / Fraction(c, d))


@oracle("table.association.relative_risk")
def relative_risk(exercise: Exercise) -> float:
    (a, b), (c, d) = _cells(exercise)
    return float(Fraction(a, a + b) / Fraction(c, c + d))
