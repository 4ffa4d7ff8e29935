"""Expected counts and χ² with exact fractions, from the counts that are shown without their totals."""

from fractions import Fraction

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, row, table


def cells(exercise: Exercise) -> dict[tuple[str, str], int]:
    """The counts by the names of row and column; the totals must be their sums."""
    columns = table(exercise).columns[1:-1]
    *rows, totals = table(exercise).rows
    for _, *counts, total in rows:
        assert sum(counts) == total
    assert [sum(column) for column in zip(*(one[1:] for one in rows), strict=True)] == list(totals[1:])
    return {(name, column): count for name, *counts in rows for column, count in zip(columns, counts, strict=False)}


def expected_counts(counts: dict[tuple[str, str], int]) -> dict[tuple[str, str], Fraction]:
    total = sum(counts.values())
    found = {}
    for name, column in counts:
        in_row = sum(count for (one, _), count in counts.items() if one == name)
        in_column = sum(count for (_, one), count in counts.items() if one == column)
        found[name, column] = Fraction(in_row * in_column, total)
    return found


@oracle("test.chi2.expected")
def expected(exercise: Exercise) -> float:
    name, column = exercise.stem.split("'")[1:4:2]
    return float(expected_counts(cells(exercise))[name, column])


def contributions(exercise: Exercise) -> dict[tuple[str, str], Fraction]:
    counts = cells(exercise)
    return {place: (counts[place] - e) ** 2 / e for place, e in expected_counts(counts).items()}


@oracle("test.chi2.statistic")
def statistic(exercise: Exercise) -> float:
    return float(sum(contributions(exercise).values()))


@oracle("test.chi2.driver")
def driver(exercise: Exercise) -> float:
    found = contributions(exercise)
    best = max(found, key=found.get)
    assert exercise.shown.startswith(f"{'·'.join(best)}, ")
    return float(found[best])


@oracle("test.chi2.decide")
def decide(exercise: Exercise) -> float:
    rows, columns, chi2, alpha = numbers(exercise.stem)
    df = int((rows - 1) * (columns - 1))
    rejects = chi2 > row(exercise, f"유의수준 {float(alpha)}의 임계값")[df - 1]
    assert exercise.shown == f"{'기각' if rejects else '기각하지 않음'}, 자유도 {df}"
    return df
