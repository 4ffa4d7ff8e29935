"""What was forecast when a paper was handed in, to be held against its result."""

from __future__ import annotations

from dataclasses import astuple, dataclass

from quizapp.store.database import Database


@dataclass(frozen=True, slots=True)
class ForecastRow:
    """A forecast as it is kept."""

    sitting: str
    pass_probability: float
    low: float
    high: float
    score: float
    """Expected points of 100."""


def put(database: Database, row: ForecastRow) -> None:
    """Keeps the forecast of a paper."""
    with database.transaction() as connection:
        connection.execute("INSERT OR REPLACE INTO forecast VALUES (?, ?, ?, ?, ?)", astuple(row))


def by_sitting(database: Database) -> dict[str, ForecastRow]:
    """All forecasts by the id of their paper."""
    rows = database.connection.execute("SELECT sitting, pass_probability, low, high, score FROM forecast")
    return {row[0]: ForecastRow(*row) for row in rows}
