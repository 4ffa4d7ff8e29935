"""Class weights with exact fractions, from the counts that are shown."""

import re
from fractions import Fraction

from quizapp.items import Exercise
from tests.exercises.oracles import oracle, table


@oracle("imbalance.weights.balanced")
def balanced(exercise: Exercise) -> float:
    names, counts = table(exercise).columns[1:], table(exercise).rows[0][1:]
    asked = re.findall(r"‘(.+?)’", exercise.stem)[-1]
    return float(Fraction(sum(counts), len(counts) * counts[names.index(asked)]))


@oracle("imbalance.weights.weighted_error")
def weighted_error(exercise: Exercise) -> float:
    """Every wrong record's weight over the weight of all records."""
    rows = table(exercise).rows
    total = sum(count for _, count, _ in rows)
    weights = [Fraction(total, len(rows) * count) for _, count, _ in rows]
    wrong = sum(weight * errors for weight, (_, _, errors) in zip(weights, rows, strict=True))
    return float(wrong / sum(weight * count for weight, (_, count, _) in zip(weights, rows, strict=True)))
