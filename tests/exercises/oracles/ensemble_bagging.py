"""Bagging with exact fractions, from the sentence that is shown."""

from fractions import Fraction

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, row


@oracle("ensemble.vote.bootstrap")
def bootstrap(exercise: Exercise) -> float:
    """The samples without the row among all ordered samples."""
    rows, draws = map(int, numbers(exercise.stem)[:2])
    without = Fraction((rows - 1) ** draws, rows**draws)
    return float(100 * (without if "않을" in exercise.stem else 1 - without))


@oracle("ensemble.vote.bagging_variance")
def bagging_variance(exercise: Exercise) -> float:
    """The sum of all entries of the covariance matrix over the squared number of trees."""
    variance, correlation, trees = numbers(exercise.stem)[:3]
    return float((trees * variance + trees * (trees - 1) * correlation * variance) / trees**2)


@oracle("ensemble.vote.out_of_bag")
def out_of_bag(exercise: Exercise) -> float:
    free = [value for value, count in zip(row(exercise, "예측값"), row(exercise, "뽑힌 횟수"), strict=True) if count == 0]
    return float(sum(free) / len(free))
