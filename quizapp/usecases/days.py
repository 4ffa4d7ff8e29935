"""Days with answers: how many in a row, how much this week, and the last twelve weeks one by one."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from quizapp.store import sums
from quizapp.usecases.desk import Desk

WEEKS, WEEKDAYS = 12, 7


def calendar(desk: Desk) -> list[dict[str, Any]]:
    """The days of the last twelve weeks, from a Monday to today, with their answers and minutes."""
    today = desk.clock.today()
    first = today - date.fromordinal(today).weekday() - WEEKDAYS * (WEEKS - 1)
    by_day: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    for one in sums.days(desk.database, first):
        by_day[one.day][0] += one.answers
        by_day[one.day][1] += one.elapsed_ms
    return [
        {"date": date.fromordinal(day).isoformat(), "answers": by_day[day][0], "minutes": round(by_day[day][1] / 60_000, 1)}
        for day in range(first, today + 1)
    ]


def week_minutes(desk: Desk) -> float:
    """Minutes of this week, from Monday on."""
    today = desk.clock.today()
    monday = today - date.fromordinal(today).weekday()
    return sum(one.elapsed_ms for one in sums.days(desk.database, monday)) / 60_000


def streak(desk: Desk) -> int:
    """Days in a row with an answer, up to today or, where today has none yet, up to yesterday."""
    today, length = desk.clock.today(), 0
    days = [day for day in sums.days_studied(desk.database) if day <= today]
    expected = today if today in days[:1] else today - 1
    for day in days:
        if day != expected - length:
            break
        length += 1
    return length
