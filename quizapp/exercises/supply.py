"""Exercises ready ahead: one background thread makes what was ordered, in order, so that no screen waits for scikit-learn.

A thread and not a process: importing scikit-learn in it delays the event loop by 20 to 40 ms once, a process would cost a protocol.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import TYPE_CHECKING

from quizapp.errors import NoVariantError

if TYPE_CHECKING:
    from quizapp.items import Difficulty, Exercise

    Make = Callable[[str, int, Difficulty], Exercise]


@dataclass(frozen=True, slots=True)
class Order:
    """What identifies an exercise before it is made."""

    skill: str
    seed: int
    difficulty: Difficulty


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an order could not be made."""

    reason: str


@dataclass(slots=True)
class _Job:
    order: Order
    done: threading.Event = field(default_factory=threading.Event)
    made: Exercise | Failure | None = None


class Supply:
    """Makes ordered exercises in a daemon thread that is started with the first order."""

    def __init__(self, make: Make | None = None) -> None:
        self._make = make or _make_by_skill
        self._jobs: dict[Order, _Job] = {}
        self._queue: SimpleQueue[_Job] = SimpleQueue()
        self._thread: threading.Thread | None = None

    def order(self, order: Order) -> None:
        """Asks for an exercise; asking twice makes it once."""
        if order in self._jobs:
            return
        self._jobs[order] = job = _Job(order)
        self._queue.put(job)
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="exercises", daemon=True)
            self._thread.start()

    def is_ready(self, order: Order) -> bool:
        """Whether the order has been worked on, successfully or not."""
        return order in self._jobs and self._jobs[order].done.is_set()

    def take(self, order: Order) -> Exercise | Failure:
        """The ordered exercise, waited for if need be, or why there is none."""
        self.order(order)
        job = self._jobs[order]
        job.done.wait()
        del self._jobs[order]
        return job.made or Failure("nothing was made")

    def _work(self) -> None:
        while True:
            job = self._queue.get()
            try:
                job.made = self._make(job.order.skill, job.order.seed, job.order.difficulty)
            except Exception as error:  # noqa: BLE001 - a faulty template must never end a sitting; the reason is kept instead
                job.made = Failure(f"{type(error).__name__}: {error}")
            finally:
                job.done.set()


def _make_by_skill(skill: str, seed: int, difficulty: Difficulty) -> Exercise:
    """Any exercise of *skill*: the template that the seed names, else the next one of the skill that can be made."""
    from quizapp.exercises.make import make_from
    from quizapp.exercises.template import templates_of

    found = templates_of(skill)
    for turn in range(len(found)):
        with suppress(NoVariantError):
            return make_from(found[(seed + turn) % len(found)], seed, difficulty)
    raise NoVariantError(skill, seed)
