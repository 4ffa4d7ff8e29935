"""F by sums of squares with exact fractions, from the groups or the summaries that are shown."""

from fractions import Fraction

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


def _mean(values) -> Fraction:
    return Fraction(sum(values), len(values))


@oracle("test.anova.from_data")
def from_data(exercise: Exercise) -> float:
    groups = [cells[1:] for cells in table(exercise).rows]
    every = [value for group in groups for value in group]
    total = sum((value - _mean(every)) ** 2 for value in every)
    within = sum((value - _mean(group)) ** 2 for group in groups for value in group)
    return float((total - within) / (len(groups) - 1) / (within / (len(every) - len(groups))))


@oracle("test.anova.from_summary")
def from_summary(exercise: Exercise) -> float:
    size = numbers(exercise.stem.partition("집단마다")[2])[0]
    means, variances = ([cells[place] for cells in table(exercise).rows] for place in (1, 2))
    count = len(means)
    between = size * sum((mean - _mean(means)) ** 2 for mean in means)
    within = sum((size - 1) * variance for variance in variances)
    return float(between / (count - 1) / (within / (count * (size - 1))))
