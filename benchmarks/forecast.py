"""Is the forecast calibrated? A thousand simulated learners at different stages, each forecast held against an exam then sat.

python -m benchmarks.forecast [--learners 1000] [--seed 1] [--workers 2] [--json]

Half of the learners remember by FSRS with weights of their own, half by another law; they studied 1 to 40 days by plain coverage or by
the plan. Reported for each law and over all: forecasts by tenths against the share that passed, Brier score beside that of always saying
the base rate, expected calibration error.
"""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from typing import Any

import numpy as np

from benchmarks.learners import FIRST_DAY, LAWS, Pool
from benchmarks.planning import pool
from benchmarks.report import arguments, show
from benchmarks.strategies import STRATEGIES
from quizapp.study.choosing import Candidate
from quizapp.study.forecast import forecast
from quizapp.study.knowledge import branch_knowledge
from quizapp.study.memory import Memory, reviewed

TENTHS = 10


def one_learner(work: tuple[str, int]) -> tuple[str, float, float, bool]:
    """Law, forecast, true probability of passing, and whether the learner passed the exam."""
    law, seed = work
    entries = pool()
    chance = np.random.default_rng(seed)
    days, minutes = int(chance.integers(1, 41)), int(chance.choice([10, 20, 40]))
    strategy = STRATEGIES["ours" if chance.random() < 0.2 else "coverage"](entries, days, minutes, np.random.default_rng(seed + 1))
    learner = LAWS[law](entries, np.random.default_rng(seed + 2))
    memories: dict[int, Memory] = {}
    for day in range(FIRST_DAY, FIRST_DAY + days):
        left, knowledge = minutes * 60.0, learner.knowledge(day)
        for entry in strategy.order(day):
            if left <= 0:
                break
            left -= entries.seconds[entry]
            grade = learner.answer(entry, day, float(knowledge[entry]))
            strategy.learn(entry, day, grade)
            memories[entry] = reviewed(memories.get(entry), grade, day, entries.keys[entry])
    said = forecast(known(entries, memories, FIRST_DAY + days), entries.exam).pass_probability
    _, truth = learner.sit(FIRST_DAY + days)
    return law, said, truth, bool(chance.random() < truth)


def known(entries: Pool, memories: dict[int, Memory], day: int) -> list[Any]:
    """What the program would know of this learner."""
    met = [
        (Candidate(key, code, kind, str(point)), memories.get(entry))
        for entry, (key, code, kind, point) in enumerate(zip(entries.keys, entries.syllabus, entries.kinds, entries.point, strict=True))
    ]
    return branch_knowledge(met, entries.quotas, day, 1 / entries.exam.choices, None)


def report(law: str, said: np.ndarray[Any, Any], passed: np.ndarray[Any, Any]) -> list[dict[str, Any]]:
    """The rows of one law."""
    rows, error = [], 0.0
    tenth = np.minimum((said * TENTHS).astype(int), TENTHS - 1)
    for at in range(TENTHS):
        inside = tenth == at
        if inside.any():
            gap = abs(said[inside].mean() - passed[inside].mean())
            error += gap * inside.mean()
            rows.append(
                {
                    "truth": law,
                    "forecast": round(float(said[inside].mean()), 3),
                    "passed": round(float(passed[inside].mean()), 3),
                    "learners": int(inside.sum()),
                }
            )
    base = passed.mean()
    rows.append(
        {
            "truth": law,
            "learners": len(said),
            "base_rate": round(float(base), 3),
            "brier": round(float(((said - passed) ** 2).mean()), 4),
            "brier_of_base_rate": round(float(((base - passed) ** 2).mean()), 4),
            "calibration_error": round(float(error), 4),
        }
    )
    return rows


def main() -> None:
    """Prints the reliability tables and scores."""
    options = arguments(__doc__ or "", learners=1000, seed=1, workers=2)
    works = [(list(LAWS)[at % len(LAWS)], options.seed * 1_000_000 + 10 * at) for at in range(options.learners)]
    with ProcessPoolExecutor(options.workers) as workers:
        results = list(workers.map(one_learner, works, chunksize=10))
    laws = np.array([law for law, *_ in results])
    said, passed = (np.array([float(result[at]) for result in results]) for at in (1, 3))
    for law in [*LAWS, "all"]:
        inside = (laws == law) | (law == "all")
        show(report(law, said[inside], passed[inside]), as_json=options.json)


if __name__ == "__main__":
    main()
