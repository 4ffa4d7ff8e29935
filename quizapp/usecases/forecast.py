"""Would the learner pass? Today, and on the exam day if the plan is kept; what is in danger, and what would help most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from quizapp.store import forecasts
from quizapp.store.forecasts import ForecastRow
from quizapp.study.choosing import Candidate
from quizapp.study.forecast import Forecast, forecast
from quizapp.study.knowledge import branch_knowledge
from quizapp.study.memory import Memory
from quizapp.study.paper import quotas
from quizapp.study.plan import Prospect, days_ahead, rises
from quizapp.usecases import config
from quizapp.usecases.desk import Desk
from quizapp.usecases.exam_result import ExamSummary, summaries
from quizapp.usecases.prospects import DRILL_KINDS, aim, everything
from quizapp.usecases.recall import calibration
from quizapp.usecases.start import candidates

MOST_TOPICS = 10
TOPIC_SECONDS = 1800.0
"""Time that a topic is thought to be studied for, when topics are compared by what an hour of them brings."""


def forecast_today(desk: Desk) -> Forecast:
    """The forecast for an exam sat tomorrow: within the hour everything just seen is known, which no exam will ask."""
    return _forecast(desk, ((one.key, one.memory) for one in everything(desk)), desk.clock.today() + 1)


def keep_forecast(desk: Desk, sitting: str, said: Forecast) -> None:
    """Keeps what was *said* before the paper of that id was handed in."""
    forecasts.put(desk.database, ForecastRow(sitting, said.pass_probability, *said.interval, said.score))


def forecast_report(desk: Desk) -> dict[str, Any]:
    """The forecast for programs; `exam_day` is None without a date, numbers are None where there is too little data.

    `topics`: the ten 세세항목 whose study would raise the probability of passing most per hour, with that rise and the points.
    """
    standing = everything(desk)
    today = _forecast(desk, ((one.key, one.memory) for one in standing), desk.clock.today() + 1)
    return {
        **_figures(today),
        "subjects": [
            {
                "code": one.code,
                "name": desk.bank.syllabus[one.code].name,
                "expected": round(one.expected, 1),
                "questions": one.questions,
                "fail_probability": round(one.fail_probability, 3),
            }
            for one in today.subjects
        ],
        "risk": max(today.subjects, key=lambda one: (one.fail_probability, -one.expected / one.questions)).code,
        "enough_data": today.enough_data,
        "exam_day": _on_exam_day(desk, standing),
        "topics": _topics(desk, standing, today),
        "past": past(desk),
    }


def past(desk: Desk) -> list[dict[str, Any]]:
    """What was forecast before each whole paper, beside its result, the oldest first."""
    said = forecasts.by_sitting(desk.database)
    return [_beside(said[one.row.id], one) for one in summaries(desk) if one.row.id in said and one.score is not None]


def said_before(desk: Desk, sitting: str) -> dict[str, Any] | None:
    """What was forecast before the whole paper of that id; None of another form, or where too little was known."""
    return next((row for row in past(desk) if row["exam"] == sitting), None)


def _beside(said: ForecastRow, summary: ExamSummary) -> dict[str, Any]:
    assert summary.score is not None
    return {
        "exam": summary.row.id,
        "pass_probability": round(said.pass_probability, 3),
        "interval": [round(said.low, 3), round(said.high, 3)],
        "expected": round(said.score, 1),
        "score": round(summary.score.points, 2),
        "passed": summary.score.passed,
    }


def _forecast(desk: Desk, memories: Iterable[tuple[str, Memory | None]], day: int, *, planned: bool = False) -> Forecast:
    known = dict(memories)
    entries: list[tuple[Candidate, Memory | None]] = [(one, known.get(one.key)) for one in candidates(desk, (), DRILL_KINDS)]
    exam = desk.bank.exam
    questions = {code: count for subject in exam.subjects for code, count in quotas(subject, desk.bank.syllabus).items()}
    return forecast(branch_knowledge(entries, questions, day, 1 / exam.choices, calibration(desk.database)), exam, planned=planned)


def _figures(said: Forecast) -> dict[str, Any]:
    if not said.enough_data:
        return {"pass_probability": None, "interval": None, "score": None}
    return {
        "pass_probability": round(said.pass_probability, 3),
        "interval": [round(end, 3) for end in said.interval],
        "score": round(said.score, 1),
    }


def _on_exam_day(desk: Desk, standing: list[Prospect]) -> dict[str, Any] | None:
    target = aim(desk)
    if target is None:
        return None
    *_, last = days_ahead(standing, desk.clock.today(), target, config.most_new(desk.database))
    said = _forecast(desk, ((one.key, one.memory) for one in last.standing), target.day, planned=True)
    return _figures(said)


def _topics(desk: Desk, standing: list[Prospect], today: Forecast) -> list[dict[str, Any]]:
    """By 세세항목: what its best half hour adds to its subject, times what a question of that subject is worth.

    Where passing is out of reach or safe nothing moves it; then the expected score decides.
    """
    target = aim(desk)
    worth = {one.code: one.worth for one in today.subjects}
    by_topic: dict[str, list[tuple[float, float]]] = defaultdict(list)
    day = desk.clock.today()
    for one, rise in zip(standing, rises(standing, day, target.day if target else day + 1), strict=True):
        by_topic[one.syllabus].append((one.weight * rise * (1 - 1 / desk.bank.exam.choices), one.seconds))
    rates: dict[str, tuple[float, float]] = {}
    questions = sum(subject.questions for subject in desk.bank.exam.subjects)
    for code, gains in by_topic.items():
        gained = spent = 0.0
        for gain, seconds in sorted(gains, key=lambda pair: -pair[0] / pair[1]):
            if spent >= TOPIC_SECONDS:
                break
            gained, spent = gained + gain, spent + seconds
        an_hour = gained / spent * 3600
        rates[code] = (round(worth[code.partition("-")[0]] * an_hour, 3), round(100 * an_hour / questions, 2))
    best = sorted(rates, key=lambda code: rates[code], reverse=True)[:MOST_TOPICS]
    names = desk.bank.syllabus
    return [{"code": code, "name": names[code].name, "per_hour": rates[code][0], "points_per_hour": rates[code][1]} for code in best]
