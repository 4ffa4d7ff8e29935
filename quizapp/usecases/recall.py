"""How well the learner's answers can be predicted, on the learner's own log; and the best prediction, kept for the plan."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

from quizapp.items import Form
from quizapp.store import answers, settings
from quizapp.store.database import Database, open_database
from quizapp.study.grading import Grade
from quizapp.study.memory import Memory, recall, reviewed
from quizapp.study.predictors import Calibration, Trial, scored
from quizapp.syllabus import Exam

CALIBRATION = "recall-calibration"
"""The setting that holds the recalibration where it is the best predictor."""
CALIBRATED = "recall-calibrated"
"""The setting that holds the day on which that was looked at."""
FEWEST = 200
"""Answers to things met before from which a recalibration may be used."""
OX_GUESS = 0.5
INTERVALS = ((1, 3), (4, 7), (8, 14), (15, 30), (31, None))
"""Study days since the last answer by which true retention is shown."""


def trials(database: Database, exam: Exam) -> list[Trial]:
    """Every answer that counts to something answered before, oldest first, with what was predicted of it."""
    found, memories = [], dict[str, Memory]()
    for answer in answers.outcomes(database):
        key, day = answer.review.key, answer.review.day
        memory = memories.get(key)
        if memory is not None:
            guess = 0.0 if answer.form != Form.CHOICE else OX_GUESS if answer.variant else 1 / exam.choices
            found.append(Trial(recall(memory, day), max(0, day - memory.last_day), guess, answer.correct))
        memories[key] = reviewed(memory, Grade(answer.review.grade), day, key)
    return found


def recall_report(database: Database, exam: Exam) -> dict[str, Any]:
    """For `stats`: true retention, in all and by interval, log loss by predictor, the best of them, and its calibration by tenths."""
    from quizapp.study.recalibration import fitted

    seen = trials(database, exam)
    scores = scored(seen, fitted)
    by_interval = {"retention_by_interval": _by_interval(seen)}
    if scores is None:
        return {"retention": None, "recall_log_loss": {}, "recall_best": None, "calibration": []} | by_interval
    return by_interval | {
        "retention": round(sum(trial.correct for trial in seen) / len(seen), 4),
        "recall_log_loss": {name: round(loss, 4) for name, loss in scores.log_loss.items()},
        "recall_best": scores.best,
        "calibration": [
            {"predicted": round(predicted, 3), "right": round(right, 3), "answers": count} for predicted, right, count in scores.tenths
        ],
    }


def _by_interval(seen: list[Trial]) -> list[dict[str, Any]]:
    """What was right of what was met again after so many days; answers of the same day tell nothing of memory."""
    rows = []
    for least, most in INTERVALS:
        within = [trial.correct for trial in seen if least <= trial.days <= (most or trial.days)]
        retention = round(sum(within) / len(within), 4) if within else None
        rows.append({"from_days": least, "to_days": most, "answers": len(within), "retention": retention})
    return rows


def recalled(memory: Memory, day: int, correction: Calibration | None) -> float:
    """The probability that *memory* is there on study *day*, as the learner's own answers correct it."""
    chance = recall(memory, day)
    return correction.right(chance, day - memory.last_day, 0.0) if correction else chance


def refresh_calibration(path: Path, exam: Exam, today: str) -> None:
    """Once a day: keeps the recalibration on all answers where it predicts best, and none where it does not or the answers are few.

    On a connection of its own to the data file at *path*, as it runs beside the app.
    """
    with closing(open_database(path)) as database:
        if settings.get(database, CALIBRATED, "") == today:
            return
        seen = trials(database, exam)
        kept = ""
        if len(seen) >= FEWEST:
            from quizapp.study.recalibration import fitted

            scores = scored(seen, fitted)
            if scores is not None and scores.best == "recalibrated":
                kept = json.dumps(asdict(fitted(seen)))
        settings.put(database, CALIBRATION, kept)
        settings.put(database, CALIBRATED, today)


def calibration(database: Database) -> Calibration | None:
    """The recalibration in use; None where FSRS is used as it is."""
    text = settings.get(database, CALIBRATION, "")
    return Calibration(**json.loads(text)) if text else None
