"""Seeded draws that give the same numbers on every platform and version."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

from quizapp.items import Difficulty

T = TypeVar("T")


class RedrawError(Exception):
    """The numbers drawn do not make a fair exercise; the engine draws again."""


class Draw:
    """A stream of draws for one exercise.

    Everything comes from `random.Random(seed).random()`, the one method whose stream Python guarantees; numpy's streams and Python's
    other methods may change between versions.
    """

    def __init__(self, seed: int, difficulty: Difficulty) -> None:
        self._uniform = random.Random(seed).random
        self.difficulty = difficulty

    @property
    def is_extended(self) -> bool:
        """Whether the numbers may be a little heavier than on the paper."""
        return self.difficulty is Difficulty.EXTENDED

    def integer(self, low: int, high: int) -> int:
        """A whole number from *low* to *high*, both included."""
        return low + int(self._uniform() * (high - low + 1))

    def multiple(self, low: float, high: float, step: float) -> float:
        """A multiple of *step* from *low* to *high*: `multiple(0.1, 0.9, 0.05)`; free of floating noise at six decimals."""
        return round(low + self.integer(0, round((high - low) / step)) * step, 6)

    def pick(self, values: Sequence[T]) -> T:
        """One of *values*."""
        return values[self.integer(0, len(values) - 1)]

    def shuffled(self, values: Sequence[T]) -> list[T]:
        """*values* in another order."""
        rest = list(values)
        return [rest.pop(self.integer(0, len(rest) - 1)) for _ in range(len(rest))]

    def sample(self, values: Sequence[T], count: int) -> list[T]:
        """*count* of *values*, each at most once."""
        return self.shuffled(values)[:count]

    def require(self, condition: object) -> None:
        """Draws again unless *condition* holds."""
        if not condition:
            raise RedrawError
