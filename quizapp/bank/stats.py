"""What the bank has and what it lacks: by topic, kind and level; points without an item; laws that were not read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from quizapp.bank.load import LoadedBank
from quizapp.items import kind_of


@dataclass(frozen=True, slots=True)
class BankStats:
    """Counts over a bank as its files say it."""

    total: dict[str, int]
    """Entries by kind."""
    by_code: dict[str, dict[str, int]]
    """Entries by kind for every topic, those below it included."""
    levels: dict[str, dict[int, int]]
    """Choice items by level, for every subject."""
    open_points: list[dict[str, str]]
    """Points that nothing asks yet: code, point, know."""
    unread_laws: list[str]
    """Ids of items whose law's wording was not read."""


def bank_stats(bank: LoadedBank) -> BankStats:
    """The counts of *bank*."""
    by_code = {topic.code: Counter[str]() for topic in bank.syllabus.topics}
    levels = {topic.code: Counter[int]() for topic in bank.syllabus.subjects}
    for entry in bank.entries:
        kind, parts = kind_of(entry.item), entry.item.syllabus.split("-")
        for depth in range(1, len(parts) + 1):
            by_code["-".join(parts[:depth])][kind] += 1
        if kind == "choice":
            levels[parts[0]][entry.item.level] += 1
    asked = {(entry.item.syllabus[0], entry.item.point) for entry in bank.entries}
    return BankStats(
        total=dict(Counter(kind_of(entry.item) for entry in bank.entries)),
        by_code={code: dict(counts) for code, counts in by_code.items()},
        levels={code: dict(sorted(counts.items())) for code, counts in levels.items()},
        open_points=[
            {"code": point.code, "point": point.point, "know": point.know}
            for point in bank.points
            if (point.code[0], point.point) not in asked
        ],
        unread_laws=[entry.item.id for entry in bank.entries if entry.names_a_law and entry.item.checked is None],
    )
