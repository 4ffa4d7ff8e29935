"""How far the learner is: the syllabus as a tree of figures, days, time and papers."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from quizapp.store import memories, rests
from quizapp.usecases.days import calendar
from quizapp.usecases.desk import Desk
from quizapp.usecases.exam_result import summaries
from quizapp.usecases.prospects import DRILL_KINDS
from quizapp.usecases.recall import calibration, recalled
from quizapp.usecases.remember import memory_of
from quizapp.usecases.start import candidates
from quizapp.usecases.statistics import statistics


@dataclass(slots=True)
class _Matter:
    """What a topic has, and what is known of it."""

    items: int = 0
    met: int = 0
    due: int = 0
    known: float = 0.0

    def add(self, other: _Matter) -> None:
        """Counts another topic's matter too."""
        self.items += other.items
        self.met += other.met
        self.due += other.due
        self.known += other.known


def progress(desk: Desk) -> dict[str, Any]:
    """Everything of this module, for programs."""
    return {"tree": tree(desk), "calendar": calendar(desk), "time_by_subject": time_by_subject(desk), "papers": papers(desk)}


def tree(desk: Desk) -> list[dict[str, Any]]:
    """Every topic of the syllabus, parents before their children.

    `mastery` is the share of its matter that is known now (what was never met counts as unknown), `recall` that of what was met; None
    where there is nothing.
    """
    matter, answered = _matter(desk), _answered(desk)
    rows = []
    for topic in desk.bank.syllabus.topics:
        own, (answers, correct) = matter[topic.code], answered[topic.code]
        rows.append(
            {
                "code": topic.code,
                "name": topic.name,
                "level": topic.level,
                "mastery": _share(own.known, own.items),
                "recall": _share(own.known, own.met),
                "items": own.items,
                "met": own.met,
                "due": own.due,
                "answers": answers,
                "correct": correct,
                "accuracy": _share(correct, answers),
            }
        )
    return rows


def time_by_subject(desk: Desk) -> list[dict[str, Any]]:
    """Minutes spent on answers by subject, their share of the whole, and seconds an answer."""
    subjects = statistics(desk)["subjects"]
    total = sum(one["minutes"] for one in subjects)
    return [
        {
            "code": one["code"],
            "name": one["name"],
            "minutes": one["minutes"],
            "share": _share(one["minutes"], total),
            "seconds_an_answer": round(60 * one["minutes"] / one["answers"], 1) if one["answers"] else None,
        }
        for one in subjects
    ]


def papers(desk: Desk) -> list[dict[str, Any]]:
    """Every mock paper that was handed in, the oldest first."""
    return [
        {
            "exam": one.row.id,
            "at_ms": one.row.started_ms,
            "form": one.row.form,
            "points": round(one.score.points, 2),
            "passed": one.score.passed,
        }
        for one in summaries(desk)
        if one.score is not None
    ]


def _matter(desk: Desk) -> dict[str, _Matter]:
    """Items, cards and skills at every code."""
    today, correction = desk.clock.today(), calibration(desk.database)
    rows, resting = {row.key: row for row in memories.everything(desk.database)}, rests.resting(desk.database, today)
    matter: dict[str, _Matter] = defaultdict(_Matter)
    for one in candidates(desk, (), DRILL_KINDS):
        row = rows.get(one.key)
        known = recalled(memory_of(row), today, correction) if row else 0.0
        is_due = row is not None and row.due_day <= today and one.key not in resting
        for code in _with_parents(one.syllabus):
            matter[code].add(_Matter(1, int(row is not None), int(is_due), known))
    return matter


def _answered(desk: Desk) -> dict[str, tuple[int, int]]:
    """Answers and right ones at every code."""
    found: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for topic in statistics(desk)["topics"]:
        for code in _with_parents(topic["code"]):
            answers, correct = found[code]
            found[code] = (answers + topic["answers"], correct + topic["correct"])
    return found


def _with_parents(code: str) -> list[str]:
    parts = code.split("-")
    return ["-".join(parts[:depth]) for depth in range(1, len(parts) + 1)]


def _share(part: float, whole: float) -> float | None:
    return round(part / whole, 4) if whole else None
