"""FSRS-6 on plain numbers: what the `fsrs` library computes with dates, for a planner that asks it some ten thousand times.

The library's card costs 15 µs a review, these formulas half a microsecond; a test holds both equal. Formulas and weights: Open Spaced
Repetition, "The Algorithm", FSRS-6; the weights are read from the library's scheduler.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import exp

from quizapp.study.grading import Grade
from quizapp.study.memory import scheduler

MIN_STABILITY = 0.001
MIN_DIFFICULTY, MAX_DIFFICULTY = 1.0, 10.0


@dataclass(frozen=True, slots=True)
class Forgetting:
    """The model with its 21 weights. Stability is in days, difficulty from 1 to 10."""

    weights: tuple[float, ...]
    factor: float
    """Makes recall 0.9 after as many days as the stability says."""

    def recall(self, stability: float, days: float) -> float:
        """The probability of recall after *days*."""
        return float((1 + self.factor * days / stability) ** -self.weights[20])

    def stability_of(self, recall: float, days: float) -> float:
        """The stability with which *recall* (less than 1) is left after *days* (more than 0)."""
        return float(self.factor * days / (recall ** (-1 / self.weights[20]) - 1))

    def first_stability(self, grade: Grade) -> float:
        """After the first review."""
        return self.weights[grade - 1]

    def first_difficulty(self, grade: Grade) -> float:
        """After the first review."""
        return _within(self.weights[4] - exp(self.weights[5] * (grade - 1)) + 1)

    def stability(self, stability: float, difficulty: float, days: float, grade: Grade) -> float:
        """After a further review, *days* (at least 1: nothing is planned twice a day) after the one before."""
        w = self.weights
        recall = self.recall(stability, days)
        if grade is Grade.AGAIN:
            forgotten = w[11] * difficulty ** -w[12] * ((stability + 1) ** w[13] - 1) * exp(w[14] * (1 - recall))
            return float(max(MIN_STABILITY, min(forgotten, stability / exp(w[17] * w[18]))))
        growth = exp(w[8]) * (11 - difficulty) * stability ** -w[9] * (exp(w[10] * (1 - recall)) - 1)
        bonus = w[15] if grade is Grade.HARD else w[16] if grade is Grade.EASY else 1.0
        return float(max(MIN_STABILITY, stability * (1 + growth * bonus)))

    def difficulty(self, difficulty: float, grade: Grade) -> float:
        """After a further review."""
        w = self.weights
        easiest = w[4] - exp(w[5] * (Grade.EASY - 1)) + 1
        moved = difficulty - w[6] * (grade - 3) * (10 - difficulty) / 9
        return _within(w[7] * easiest + (1 - w[7]) * moved)


class Expectation:
    """The same model followed in expectation: the two outcomes of an answer, good or again, merged into one state.

    That state leaves the same recall on a day ahead. Written out in one piece, as a plan asks for it some ten thousand times.
    """

    def __init__(self, model: Forgetting) -> None:
        w = model.weights
        self.recall = model.recall
        self.known_before = model.first_stability(Grade.EASY)
        """Stability of what was right at first sight: it was learned elsewhere, and holds longer than what was just learned here."""
        self._model = model
        self._growth, self._shrink, self._easiest = exp(w[8]), exp(-w[17] * w[18]), w[4] - exp(w[5] * (Grade.EASY - 1)) + 1

    def asked(self, stability: float, difficulty: float, days: float, ahead: float) -> tuple[float, float]:
        """Stability and difficulty after an answer *days* (at least 1) after the one before, seen from *ahead* days later."""
        w, factor = self._model.weights, self._model.factor
        decay = -w[20]
        known = (1 + factor * days / stability) ** decay
        forgotten = 1 - known
        good = stability * (1 + self._growth * (11 - difficulty) * stability ** -w[9] * (exp(w[10] * forgotten) - 1))
        again = w[11] * difficulty ** -w[12] * ((stability + 1) ** w[13] - 1) * exp(w[14] * forgotten)
        again = max(MIN_STABILITY, min(again, stability * self._shrink))
        kept = known * (1 + factor * ahead / good) ** decay + forgotten * (1 + factor * ahead / again) ** decay
        # A good answer leaves difficulty alone but for the pull towards the easiest, so that the mean of both is exact.
        moved = difficulty + forgotten * 2 * w[6] * (10 - difficulty) / 9
        return factor * ahead / (kept ** (1 / decay) - 1), w[7] * self._easiest + (1 - w[7]) * moved

    def first_asked(self, prior: float, ahead: float) -> tuple[float, float]:
        """Stability and difficulty after the first answer to something known with probability *prior*, seen from *ahead* days later."""
        model = self._model
        known, again = self.known_before, model.first_stability(Grade.AGAIN)
        easy, hard = (model.first_difficulty(grade) for grade in (Grade.GOOD, Grade.AGAIN))
        kept = prior * model.recall(known, ahead) + (1 - prior) * model.recall(again, ahead)
        return model.stability_of(kept, ahead), prior * easy + (1 - prior) * hard


def _within(difficulty: float) -> float:
    return min(MAX_DIFFICULTY, max(MIN_DIFFICULTY, difficulty))


@cache
def forgetting() -> Forgetting:
    """The model with the library's weights."""
    weights = tuple(float(weight) for weight in scheduler().parameters)
    return Forgetting(weights, 0.9 ** (-1 / weights[20]) - 1)
