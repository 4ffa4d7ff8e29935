"""Predictions of the next answer see only what came before, and honest ones score best."""

from math import log
from random import Random

import pytest

from quizapp.study.predictors import Calibration, Trial, logit, scored
from quizapp.study.recalibration import fitted


def trials_of(count, chance, seed=1, guess=0.0):
    """Answers right with probability *chance* of recall and days."""
    rng = Random(seed)
    made = []
    for _ in range(count):
        recall, days = rng.uniform(0.3, 0.99), rng.randint(1, 30)
        made.append(Trial(recall, days, guess, rng.random() < chance(recall, days)))
    return made


def test_where_answers_follow_fsrs_it_beats_the_averages():
    scores = scored(trials_of(1500, lambda recall, _: recall), fitted)
    assert scores.log_loss["fsrs"] < min(scores.log_loss["constant"], scores.log_loss["moving_average"])


def test_where_a_learner_forgets_otherwise_the_recalibration_is_best():
    scores = scored(trials_of(1500, lambda recall, days: 0.95 - 0.02 * days), fitted)
    assert scores.best == "recalibrated"
    assert scores.log_loss["recalibrated"] < scores.log_loss["fsrs"] - 0.05


def test_where_answers_come_by_chance_nothing_beats_the_average_by_much():
    scores = scored(trials_of(1500, lambda *_: 0.8), fitted)
    entropy = -0.8 * log(0.8) - 0.2 * log(0.2)
    assert scores.log_loss["constant"] == pytest.approx(entropy, abs=0.03)
    assert min(scores.log_loss.values()) > entropy - 0.03


def test_guessing_is_part_of_what_is_predicted():
    guessed = trials_of(2000, lambda recall, _: 0.25 + 0.75 * recall, guess=0.25)
    scores = scored(guessed, fitted)
    unaware = scored([Trial(one.recall, one.days, 0.0, one.correct) for one in guessed], fitted)
    assert scores.log_loss["fsrs"] < unaware.log_loss["fsrs"]


def test_a_prediction_does_not_see_its_own_answer():
    trials = trials_of(200, lambda recall, _: recall)
    turned = [*trials[:-1], Trial(trials[-1].recall, trials[-1].days, 0.0, not trials[-1].correct)]
    ours, other = scored(trials, fitted), scored(turned, fitted)
    for name, loss in ours.log_loss.items():
        odds = (other.log_loss[name] - loss) * len(trials)
        assert odds != 0
        probability = 1 / (1 + pow(2.718281828459045, -odds))  # of what happened: both losses came from one prediction
        assert 0.005 < probability < 0.995


def test_the_tenths_of_an_honest_predictor_say_what_happens():
    scores = scored(trials_of(3000, lambda recall, _: recall), fitted)
    assert sum(count for *_, count in scores.tenths) == 3000
    for predicted, right, count in scores.tenths:
        if count > 100:
            assert right == pytest.approx(predicted, abs=0.1)


def test_few_answers_draw_the_recalibration_to_the_average():
    assert fitted(trials_of(6, lambda *_: 1.1)) == Calibration(logit(7 / 8), 0.0, 0.0, 0.0)
    few = fitted(trials_of(12, lambda recall, _: 0.6, seed=3))
    assert abs(few.slope) < 1.5
    assert scored([], fitted) is None
