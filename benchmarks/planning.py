"""Which plan leads to the best score on the exam day: simulated learners over the real bank, ours beside its rivals.

python -m benchmarks.planning [--learners 24] [--seed 1] [--days 7 14 30 60] [--minutes 15 30 60] [--workers 2] [--json]

Every strategy meets the same learners. score_ci is the half-width of a 95 % interval over the learners; passed is the mean of the
learners' probabilities of passing, passed_ci its half-width; lead is by how much ours scores more, paired by learner, with lead_ci.
"""

from __future__ import annotations

import argparse
import tempfile
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.learners import FIRST_DAY, LAWS, Pool, pool_of
from benchmarks.report import show
from benchmarks.strategies import STRATEGIES
from quizapp.paths import Folders, default_bank
from quizapp.usecases.opening import open_desk

PACE_SPREAD = 0.3
"""Spread (of the logarithm) of the time that an answer takes."""


@cache
def pool() -> Pool:
    """The entries of the real bank."""
    with tempfile.TemporaryDirectory() as folder:
        desk = open_desk(default_bank(), Folders(data=Path(folder), cache=Path(folder)), lambda: None)
        try:
            return pool_of(desk)
        finally:
            desk.close()


def study(truth: str, strategy: str, days: int, minutes: int, seed: int) -> tuple[float, float]:
    """One learner's score and probability of passing after *days* of studying by *strategy*."""
    entries = pool()
    learner = LAWS[truth](entries, np.random.default_rng(seed))
    chance = np.random.default_rng(seed + 1_000_000)
    chosen = STRATEGIES[strategy](entries, days, minutes, np.random.default_rng(seed + 2_000_000))
    for day in range(FIRST_DAY, FIRST_DAY + days):
        left = minutes * 60.0
        knowledge = learner.knowledge(day)
        for entry in chosen.order(day):
            if left <= 0:
                break
            left -= entries.seconds[entry] * float(np.exp(chance.normal(0, PACE_SPREAD)))
            chosen.learn(entry, day, learner.answer(entry, day, float(knowledge[entry])))
    return learner.sit(FIRST_DAY + days)


def cell(work: tuple[str, int, int, int, int]) -> list[dict[str, Any]]:
    """The rows of one law, number of days and of minutes."""
    truth, days, minutes, learners, seed = work
    results = {name: np.array([study(truth, name, days, minutes, seed + at) for at in range(learners)]) for name in STRATEGIES}
    return [
        {
            "days": days,
            "minutes": minutes,
            "truth": truth,
            "strategy": name,
            "learners": learners,
            "score": round(float(result[:, 0].mean()), 2),
            "score_ci": half_width(result[:, 0]),
            "passed": round(float(result[:, 1].mean()), 3),
            "passed_ci": half_width(result[:, 1]),
            "lead": round(float((results["ours"] - result)[:, 0].mean()), 2),
            "lead_ci": half_width((results["ours"] - result)[:, 0]),
        }
        for name, result in results.items()
    ]


def half_width(values: np.ndarray[Any, Any]) -> float:
    """Of a 95 % interval of the mean."""
    return round(float(1.96 * values.std(ddof=1) / len(values) ** 0.5), 3)


def main() -> None:
    """Prints a row for every cell and strategy."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="one object a line")
    parser.add_argument("--learners", type=int, default=24)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--days", type=int, nargs="+", default=[7, 14, 30, 60])
    parser.add_argument("--minutes", type=int, nargs="+", default=[15, 30, 60])
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    works = [(law, days, minutes, options.learners, options.seed) for law, days, minutes in product(LAWS, options.days, options.minutes)]
    with ProcessPoolExecutor(options.workers) as workers:
        for rows in workers.map(cell, works):
            show(rows, as_json=options.json)


if __name__ == "__main__":
    main()
