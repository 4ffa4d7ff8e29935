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
    """For `stats`: true retention, log loss by predictor, the best of them, and its calibration by tenths."""
    from quizapp.study.recalibration import fitted

    seen = trials(database, exam)
    scores = scored(seen, fitted)
    if scores is None:
        return {"retention": None, "recall_log_loss": {}, "recall_best": None, "calibration": []}
    return {
        "retention": round(sum(trial.correct for trial in seen) / len(seen), 4),
        "recall_log_loss": {name: round(loss, 4) for name, loss in scores.log_loss.items()},
        "recall_best": scores.best,
        "calibration": [
            {"predicted": round(predicted, 3), "right": round(right, 3), "answers": count} for predicted, right, count in scores.tenths
        ],
    }


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
