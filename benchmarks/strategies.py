"""Ways to choose what to study today, ours and its rivals; each sees only the grades of the answers."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

import numpy as np

from benchmarks.learners import FIRST_DAY, Pool
from quizapp.study.blueprint import known_at_first_sight
from quizapp.study.grading import Grade
from quizapp.study.memory import Memory, reviewed
from quizapp.study.plan import Aim, Prospect, queue
from quizapp.syllabus import branch_of


class Strategy:
    """Remembers the grades, and puts the entries of the pool in an order for each day."""

    def __init__(self, pool: Pool, days: int, minutes: int, rng: np.random.Generator) -> None:
        self.pool, self.days, self.minutes, self.rng = pool, days, minutes, rng
        self.exam_day = FIRST_DAY + days
        self.shuffled = [int(entry) for entry in rng.permutation(len(pool.keys))]
        self.last: dict[int, int] = {}

    def order(self, day: int) -> Iterable[int]:
        """The entries in the order in which they are asked on *day*, until its time is over."""
        raise NotImplementedError

    def learn(self, entry: int, day: int, grade: Grade) -> None:  # noqa: ARG002 - some rivals look at the grade
        """Notes an answer."""
        self.last[entry] = day


class Ours(Strategy):
    """The plan of `quizapp.study.plan`."""

    def __init__(self, pool: Pool, days: int, minutes: int, rng: np.random.Generator) -> None:
        super().__init__(pool, days, minutes, rng)
        self.memories: dict[int, Memory] = {}
        self.index = {key: entry for entry, key in enumerate(pool.keys)}

    def order(self, day: int) -> Iterable[int]:
        branches = [branch_of(code) for code in self.pool.syllabus]
        priors = known_at_first_sight((branches[entry], memory.first_grade) for entry, memory in self.memories.items())
        prospects = [
            Prospect(key, code, self.memories.get(entry), weight, priors.get(branch, priors[""]), seconds)
            for entry, (key, code, branch, weight, seconds) in enumerate(
                zip(self.pool.keys, self.pool.syllabus, branches, self.pool.weight.tolist(), self.pool.seconds.tolist(), strict=True)
            )
        ]
        aim = Aim(self.pool.exam, self.exam_day, (self.minutes * 60.0,) * (self.exam_day - day))
        steps = queue(prospects, day, aim, 0.9, count=len(prospects), seconds=self.minutes * 60 * 1.5)
        return [self.index[step.prospect.key] for step in steps]

    def learn(self, entry: int, day: int, grade: Grade) -> None:
        self.memories[entry] = reviewed(self.memories.get(entry), grade, day, self.pool.keys[entry])


class ByDueDate(Strategy):
    """FSRS by due date at a retention of 0.9, new matter spread evenly over the days: what Anki does."""

    def __init__(self, pool: Pool, days: int, minutes: int, rng: np.random.Generator) -> None:
        super().__init__(pool, days, minutes, rng)
        self.memories: dict[int, Memory] = {}

    def order(self, day: int) -> Iterable[int]:
        due = sorted((memory.due_day, entry) for entry, memory in self.memories.items() if memory.due_day <= day)
        new = [entry for entry in self.shuffled if entry not in self.memories]
        return [*(entry for _, entry in due), *new[: ceil(len(self.shuffled) / self.days)]]

    def learn(self, entry: int, day: int, grade: Grade) -> None:
        self.memories[entry] = reviewed(self.memories.get(entry), grade, day, self.pool.keys[entry])


class Sm2(Strategy):
    """SuperMemo 2 (Wozniak 1990), new matter spread evenly over the days."""

    def __init__(self, pool: Pool, days: int, minutes: int, rng: np.random.Generator) -> None:
        super().__init__(pool, days, minutes, rng)
        self.states: dict[int, tuple[int, int, float, int]] = {}

    def order(self, day: int) -> Iterable[int]:
        due = sorted((state[3], entry) for entry, state in self.states.items() if state[3] <= day)
        new = [entry for entry in self.shuffled if entry not in self.states]
        return [*(entry for _, entry in due), *new[: ceil(len(self.shuffled) / self.days)]]

    def learn(self, entry: int, day: int, grade: Grade) -> None:
        times, interval, ease, _ = self.states.get(entry, (0, 0, 2.5, 0))
        quality = {Grade.AGAIN: 1, Grade.HARD: 3, Grade.GOOD: 4, Grade.EASY: 5}[grade]
        if grade is Grade.AGAIN:
            times, interval = 0, 1
        else:
            interval = 1 if times == 0 else 6 if times == 1 else round(interval * ease)
            times += 1
        ease = max(1.3, ease + 0.1 - (5 - quality) * (0.08 + (5 - quality) * 0.02))
        self.states[entry] = (times, interval, ease, day + interval)


class AtRandom(Strategy):
    """Anything, in random order."""

    def order(self, day: int) -> Iterable[int]:  # noqa: ARG002 - every day alike
        return [int(entry) for entry in self.rng.permutation(len(self.pool.keys))]


class InOrderThenCram(Strategy):
    """The bank from its first page on; in the last fifth of the days, what was seen, at random."""

    def order(self, day: int) -> Iterable[int]:
        unseen = [entry for entry in range(len(self.pool.keys)) if entry not in self.last]
        seen = [int(entry) for entry in self.rng.permutation(sorted(self.last))]
        return [*unseen, *seen] if self.exam_day - day > 0.2 * self.days else [*seen, *unseen]


class Coverage(Strategy):
    """Plain coverage: what was seen least recently first, shuffled."""

    def order(self, day: int) -> Iterable[int]:  # noqa: ARG002 - every day alike
        return sorted(self.shuffled, key=lambda entry: self.last.get(entry, -1))


STRATEGIES: dict[str, type[Strategy]] = {
    "ours": Ours,
    "by_due_date": ByDueDate,
    "sm2": Sm2,
    "random": AtRandom,
    "in_order_then_cram": InOrderThenCram,
    "coverage": Coverage,
}
