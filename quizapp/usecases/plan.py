"""The days ahead: what the plan would fill them with, and what score that leads to."""

from __future__ import annotations

from datetime import date
from typing import Any

from quizapp.errors import NoExamDateError
from quizapp.study.plan import days_ahead, score
from quizapp.usecases import config
from quizapp.usecases.desk import Desk
from quizapp.usecases.prospects import aim, prospects

EXTRA_MINUTES = 30


def plan(desk: Desk) -> dict[str, Any]:
    """The exam's date, the expected score without further study, with the plan, and with half an hour a day more; and every day ahead.

    Scores are points of 100 in expectation over the bank's points. Raises NoExamDateError.
    """
    target, more = aim(desk), aim(desk, extra_minutes=EXTRA_MINUTES)
    if target is None or more is None:
        raise NoExamDateError
    today, standing, most_new = desk.clock.today(), prospects(desk, ()), config.most_new(desk.database)
    days = list(days_ahead(standing, today, target, most_new))
    *_, with_more = days_ahead(standing, today, more, most_new)
    studied = [day for day in days if day.seconds]
    return {
        "exam_date": date.fromordinal(target.day).isoformat(),
        "minutes_a_day": round(sum(target.seconds) / 60 / max(1, sum(seconds > 0 for seconds in target.seconds)), 1),
        "score_now": round(score(standing, target), 1),
        "score": round(days[-1].score, 1),
        "extra_minutes": EXTRA_MINUTES,
        "score_with_extra": round(with_more.score, 1),
        "new": sum(day.new for day in studied),
        "reviews": sum(day.reviews for day in studied),
        "days": [
            {
                "date": date.fromordinal(day.day).isoformat(),
                "minutes": round(day.seconds / 60, 1),
                "new": day.new,
                "reviews": day.reviews,
                "score": round(day.score, 1),
            }
            for day in days
        ],
    }
