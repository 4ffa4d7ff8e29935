"""What the first screen says of today and of the exam: computed beside the screens, kept, and shown at once the next time."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import Any

from quizapp.store import answers, settings
from quizapp.usecases import config
from quizapp.usecases.desk import Desk, beside

KEPT = "home-summary"
"""The setting that holds it."""
DANGER = 0.01
"""Probability of 과락 from which a subject is called the one most in danger."""
DEPENDS_ON = ("exam-date", "minutes", "rest-days", "retention", "new-per-day")


@dataclass(frozen=True, slots=True)
class SubjectGauge:
    """One subject of the forecast."""

    code: str
    expected: float
    """Questions right."""
    questions: int
    fail_probability: float


@dataclass(frozen=True, slots=True)
class Before:
    """How things stood on the last day before."""

    day: int
    pass_probability: float | None
    score: float | None
    met: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What to do today, and how the exam would go."""

    day: int
    state: str
    """What it was computed from; another state needs another summary."""
    reviews: int
    new: int
    minutes: int
    pass_probability: float | None
    """None where too little is known for a number; also for the two that follow."""
    interval: tuple[float, float] | None
    score: float | None
    met: int
    subjects: tuple[SubjectGauge, ...]
    before: Before | None

    @property
    def risk(self) -> str:
        """The code of the subject most in danger; empty where none is, and where too little is known."""
        most = max(self.subjects, key=lambda one: (one.fail_probability, -one.expected / one.questions))
        return "" if self.pass_probability is None or most.fail_probability < DANGER else most.code


def kept_summary(desk: Desk) -> Summary | None:
    """What was kept last; None before the first time, or where another version of the program wrote it."""
    text = settings.get(desk.database, KEPT, "")
    try:
        return _from(json.loads(text)) if text else None
    except (ValueError, TypeError, KeyError):
        return None


def is_present(desk: Desk, summary: Summary | None) -> bool:
    """Whether *summary* says how things stand now."""
    return summary is not None and (summary.day, summary.state) == (desk.clock.today(), _state(desk))


def refreshed(desk: Desk) -> Summary:
    """The summary of now, computed on a connection of its own where the kept one is of another state, and kept."""
    with beside(desk) as own:
        kept = kept_summary(own)
        if kept is not None and is_present(own, kept):
            return kept
        made = _made(own, kept)
        settings.put(own.database, KEPT, json.dumps(asdict(made), ensure_ascii=False))
        return made


def _made(desk: Desk, kept: Summary | None) -> Summary:
    from quizapp.store import memories
    from quizapp.usecases.drill import MOST, todays_minutes, todays_queue
    from quizapp.usecases.forecast import forecast_today

    state, said = _state(desk), forecast_today(desk)
    steps = todays_queue(desk, (), MOST, todays_minutes(desk) * 60)
    new = sum(step.is_new for step in steps)
    summary = Summary(
        day=desk.clock.today(),
        state=state,
        reviews=len(steps) - new,
        new=new,
        minutes=round(sum(step.prospect.seconds for step in steps) / 60),
        pass_probability=round(said.pass_probability, 3) if said.enough_data else None,
        interval=said.interval if said.enough_data else None,
        score=round(said.score, 1) if said.enough_data else None,
        met=len(memories.last_answered(desk.database)),
        subjects=tuple(SubjectGauge(one.code, round(one.expected, 1), one.questions, one.fail_probability) for one in said.subjects),
        before=None,
    )
    return replace(summary, before=_before(kept, summary.day))


def _before(kept: Summary | None, today: int) -> Before | None:
    if kept is None:
        return None
    if kept.day == today:
        return kept.before
    return Before(kept.day, kept.pass_probability, kept.score, kept.met)


def _state(desk: Desk) -> str:
    values = [config.get(desk.database, name) for name in DEPENDS_ON]
    return "|".join([answers.state(desk.database), str(desk.bank.size), *values])


def _from(values: dict[str, Any]) -> Summary:
    subjects = tuple(SubjectGauge(**one) for one in values["subjects"])
    before = Before(**values["before"]) if values["before"] else None
    interval = tuple(values["interval"]) if values["interval"] else None
    return Summary(**values | {"subjects": subjects, "before": before, "interval": interval})
