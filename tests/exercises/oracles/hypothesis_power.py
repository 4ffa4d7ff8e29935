"""Normal areas by the error function, quantiles by the standard library."""

import re
from math import ceil, erf, sqrt
from statistics import NormalDist

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, row, table


@oracle("test.errors.rule_for_mean")
def rule_for_mean(exercise: Exercise) -> float:
    deviation, null, rival, size, cut, *_ = (float(number) for number in numbers(exercise.stem))
    mean = null if "제1종 오류의 확률은" in exercise.stem else rival
    z = (cut - mean) * sqrt(size) / deviation
    printed = dict(zip(map(float, table(exercise).columns[1:]), row(exercise, "P(0 ≤ Z ≤ z)"), strict=True))
    assert abs(printed[round(abs(z), 2)] - erf(abs(z) / sqrt(2)) / 2) < 0.00006
    above = (1 - erf(z / sqrt(2))) / 2
    wants_above = ("크면" in exercise.stem) != ("제2종 오류의 확률은" in exercise.stem)
    return above if wants_above else 1 - above


@oracle("test.errors.size")
def size(exercise: Exercise) -> float:
    deviation, difference, alpha, power, *_ = (float(number) for number in numbers(exercise.stem))
    tail = alpha / 2 if "양측검정" in exercise.stem else alpha
    printed = {float(a): float(z) for a, z in re.findall(r"z\(([\d.]+)\) = ([\d.]+)", exercise.stem)}
    assert abs(printed[tail] + NormalDist().inv_cdf(tail)) < 0.0006
    n = ceil((NormalDist().inv_cdf(1 - tail) + NormalDist().inv_cdf(power)) ** 2 * deviation**2 / difference**2)
    assert n == ceil((printed[tail] + printed[round(1 - power, 6)]) ** 2 * deviation**2 / difference**2)
    return n
