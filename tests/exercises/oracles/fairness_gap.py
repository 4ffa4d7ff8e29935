"""Rates of groups with exact fractions; the missing selections one by one."""

import re
from fractions import Fraction

from quizapp.items import Exercise
from tests.exercises.oracles import oracle, table


def _cells(exercise: Exercise):
    """Selected and rejected of each group: of the actual positives, then of the negatives."""
    rows = [[Fraction(cell) for cell in cells[1:]] for cells in table(exercise).rows]
    return rows[:2], rows[2:]


@oracle("fairness.gap.parity")
def parity(exercise: Exercise) -> float:
    rates = [sum(row[0] for row in group) / sum(map(sum, group)) for group in _cells(exercise)]
    return float(max(rates) - min(rates))


@oracle("fairness.gap.opportunity")
def opportunity(exercise: Exercise) -> float:
    positive = re.search(r"양성이 '(.+?)'", exercise.stem)[1]
    assert table(exercise).rows[0][0].endswith(f"실제 {positive}")
    rates = [group[0][0] / sum(group[0]) for group in _cells(exercise)]
    return float(max(rates) - min(rates))


@oracle("fairness.gap.disparate_impact")
def disparate_impact(exercise: Exercise) -> float:
    rates = sorted(Fraction(selected, size) for _, size, selected in table(exercise).rows)
    ratio = rates[0] / rates[-1]
    assert exercise.answer.endswith("위반" if 5 * rates[0] < 4 * rates[-1] else "준수")
    return float(ratio)


@oracle("fairness.gap.selections_needed")
def selections_needed(exercise: Exercise) -> float:
    (_, size, selected), (_, other_size, other_selected) = table(exercise).rows
    more = 0
    while Fraction(other_selected + more, other_size) < Fraction(4, 5) * Fraction(selected, size):
        more += 1
    return more
