"""The figures that take time, one after another for a screen that shows each as it comes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from quizapp.errors import NoExamDateError
from quizapp.usecases.days import calendar, streak
from quizapp.usecases.desk import Desk, beside
from quizapp.usecases.plan import plan
from quizapp.usecases.progress import papers, time_by_subject, tree
from quizapp.usecases.recall import recall_report


def _ahead(desk: Desk) -> dict[str, Any] | None:
    try:
        return plan(desk)
    except NoExamDateError:
        return None


FIGURES: dict[str, Callable[[Desk], Any]] = {
    "topics": tree,
    "calendar": lambda desk: {"days": calendar(desk), "streak": streak(desk)},
    "time": time_by_subject,
    "papers": papers,
    "recall": lambda desk: recall_report(desk.database, desk.bank.exam),
    "ahead": _ahead,
}
"""What each view of the progress screen shows, the quickest first."""


def figures(desk: Desk) -> Iterator[tuple[str, Any]]:
    """Each figure by name as it is ready, on a connection of its own."""
    with beside(desk) as own:
        for name, made in FIGURES.items():
            yield name, made(own)
