"""Shares of cells, identifiers and values with exact fractions."""

from fractions import Fraction

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


@oracle("quality.rates.completeness")
def completeness(exercise: Exercise) -> float:
    """The mean of the required columns' own shares: they have the same number of records."""
    records = numbers(exercise.stem.partition("건의")[0])[-1]
    shares = [1 - Fraction(missing) / records for _, kind, missing in table(exercise).rows if kind == "필수"]
    return float(100 * sum(shares) / len(shares))


@oracle("quality.rates.uniqueness")
def uniqueness(exercise: Exercise) -> float:
    """One less the share of records that repeat an identifier."""
    times = [int(column.removesuffix("회")) for column in table(exercise).columns[1:]]
    identifiers = table(exercise).rows[0][1:]
    records = sum(t * n for t, n in zip(times, identifiers, strict=True))
    repeats = sum((t - 1) * n for t, n in zip(times, identifiers, strict=True))
    return float(100 * (1 - Fraction(repeats, records)))


@oracle("quality.rates.validity")
def validity(exercise: Exercise) -> float:
    low, high = numbers(exercise.stem.partition("‘")[2].partition("’")[0])
    filled = [cell for cell in table(exercise).rows[0][1:] if cell != "결측"]
    broken = [cell for cell in filled if cell < low or cell > high]
    return float(100 - Fraction(100 * len(broken), len(filled)))


@oracle("quality.rates.failing_column")
def failing_column(exercise: Exercise) -> float:
    limit = numbers(exercise.stem.partition("% 이상")[0])[-1]
    shares = {name: Fraction(100 * valid, filled) for name, filled, valid in table(exercise).rows}
    (failing,) = [name for name, share in shares.items() if share < limit]
    assert exercise.answer.startswith(f"{failing},")
    return float(shares[failing])
