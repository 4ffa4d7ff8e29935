"""Components with exact fractions, from the eigenvalues, shares and vectors that are shown."""

import re
from fractions import Fraction

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, row


def component_of(exercise: Exercise) -> int:
    return int(re.findall(r"제(\d)주성분", exercise.stem)[-1])


@oracle("pca.variance.ratio")
def ratio(exercise: Exercise) -> float:
    values, component = row(exercise, "고윳값"), component_of(exercise)
    taken = sum(values[:component]) if "누적" in exercise.stem else values[component - 1]
    return float(100 * taken / sum(values))


@oracle("pca.variance.components")
def components(exercise: Exercise) -> float:
    values = row(exercise, "고윳값")
    goal = Fraction(re.search(r"(\d+)% 이상", exercise.stem)[1]) / 100
    assert values == sorted(values, reverse=True)
    return min(count for count in range(1, len(values) + 1) if sum(values[:count]) >= goal * sum(values))


@oracle("pca.variance.inverse")
def inverse(exercise: Exercise) -> float:
    head, name, printed = exercise.data.splitlines()
    ratios, component = numbers(printed), component_of(exercise)
    before = ratios[component - 2] if "cumsum" in name and component > 1 else 0
    return float((ratios[component - 1] - before) * numbers(head)[0])
