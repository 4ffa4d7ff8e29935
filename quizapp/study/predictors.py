"""Predictions of the next answer, scored on the answers that came: constant, moving average, FSRS, and FSRS recalibrated.

All predict the same event, a right answer with guessing included, and each sees only what came before. Scored by log loss (the mean of
−ln of the probability given to what happened), which rewards honest probabilities and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import exp, log, log1p
from statistics import fmean

WINDOW = 50
"""Answers in the moving average."""
FIRST_FIT = 50
"""Answers before the first recalibration; until then it is the learner's own average."""
REFIT = 1.5
"""It is fitted anew whenever there are so many times the answers of the last fit."""
SURE = 0.01
"""No prediction is surer than this: one surprise would else decide the score."""
BINS = 10


@dataclass(frozen=True, slots=True)
class Trial:
    """One answer to what had been answered before."""

    recall: float
    """What FSRS says is remembered at that moment, guessing aside."""
    days: int
    """Study days since the last answer."""
    guess: float
    """Probability of a right answer without knowing."""
    correct: bool


@dataclass(frozen=True, slots=True)
class Calibration:
    """A logistic correction of FSRS to one learner.

    logit P(right) = intercept + slope·logit(recall) + decay·ln(1 + days) + format·guess.
    """

    intercept: float
    slope: float
    decay: float
    format: float

    def right(self, recall: float, days: float, guess: float) -> float:
        """The probability of a right answer, guessing included."""
        return 1 / (1 + exp(-(self.intercept + self.slope * logit(recall) + self.decay * log1p(days) + self.format * guess)))


def logit(share: float) -> float:
    """The logarithm of the odds of *share*, which is kept away from 0 and 1."""
    kept = min(1 - SURE / 10, max(SURE / 10, share))
    return log(kept / (1 - kept))


@dataclass(frozen=True, slots=True)
class Scores:
    """How the predictors did."""

    log_loss: dict[str, float]
    best: str
    """The name of the one with the least log loss."""
    tenths: tuple[tuple[float, float, int], ...]
    """Of the best one, by tenths of its predictions: mean prediction, share right, answers; empty tenths are left out."""


def scored(trials: Sequence[Trial], fit: Callable[[Sequence[Trial]], Calibration]) -> Scores | None:
    """The predictors' scores on *trials*, oldest first; *fit* makes a recalibration. None without trials."""
    if not trials:
        return None
    predictions = {
        "constant": _averages(trials, len(trials)),
        "moving_average": _averages(trials, WINDOW),
        "fsrs": [_held(trial.guess + (1 - trial.guess) * trial.recall) for trial in trials],
        "recalibrated": _recalibrated(trials, fit),
    }
    losses = {name: fmean(_surprise(*pair) for pair in zip(given, trials, strict=True)) for name, given in predictions.items()}
    best = min(losses, key=lambda name: losses[name])
    return Scores(losses, best, _tenths(predictions[best], trials))


def _averages(trials: Sequence[Trial], window: int) -> list[float]:
    """Before each trial the share right among the last *window*, one right and one wrong answer added."""
    predictions, right = [], 0
    for at, trial in enumerate(trials):
        predictions.append(_held((right + 1) / (min(at, window) + 2)))
        right += trial.correct - (trials[at - window].correct if at >= window else 0)
    return predictions


def _recalibrated(trials: Sequence[Trial], fit: Callable[[Sequence[Trial]], Calibration]) -> list[float]:
    average = _averages(trials[:FIRST_FIT], FIRST_FIT)
    predictions, calibration, next_fit = average, None, FIRST_FIT
    for at in range(FIRST_FIT, len(trials)):
        if at >= next_fit or calibration is None:
            calibration, next_fit = fit(trials[:at]), int(at * REFIT)
        trial = trials[at]
        predictions.append(_held(calibration.right(trial.recall, trial.days, trial.guess)))
    return predictions


def _held(prediction: float) -> float:
    return min(1 - SURE, max(SURE, prediction))


def _surprise(prediction: float, trial: Trial) -> float:
    return -log(prediction if trial.correct else 1 - prediction)


def _tenths(predictions: Sequence[float], trials: Sequence[Trial]) -> tuple[tuple[float, float, int], ...]:
    inside: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for given, trial in zip(predictions, trials, strict=True):
        inside[min(BINS - 1, int(given * BINS))].append((given, trial.correct))
    return tuple((fmean(given for given, _ in pairs), fmean(right for _, right in pairs), len(pairs)) for pairs in inside if pairs)
