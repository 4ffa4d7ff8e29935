"""t distributions by the incomplete beta function, checked against what the exercise prints."""

import re
from math import sqrt

from scipy.special import betainc, betaincinv

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, row, table


@oracle("test.mean.critical")
def critical(exercise: Exercise) -> float:
    sizes = [int(found) for found in re.findall(r"(\d+)(?:개|명|건|대|곳)", exercise.stem.partition("t검정")[0])]
    df = sum(sizes) - len(sizes)
    tail = numbers(exercise.stem.partition("유의수준")[2])[0] / (2 if "양측검정" in exercise.stem else 1)
    x = betaincinv(df / 2, 0.5, float(2 * tail))
    value = sqrt(df * (1 - x) / x)
    printed = dict(zip(map(float, table(exercise).columns[1:]), row(exercise, df), strict=True))
    assert abs(printed[float(tail)] - value) < 0.0006
    assert exercise.shown.startswith(f"자유도 {df}, ")
    return value


@oracle("test.mean.one_sided")
def one_sided(exercise: Exercise) -> float:
    statistic, df, printed = (float(number) for number in numbers(exercise.data))
    p = betainc(df / 2, 0.5, df / (df + statistic**2))
    assert abs(p - printed) < 0.0006
    wanted = 1 if "크다'인 단측" in exercise.stem else -1
    one_tail = p / 2 if wanted * statistic > 0 else 1 - p / 2
    alpha = numbers(exercise.stem.partition("유의수준")[2])[0]
    assert exercise.shown.startswith("기각, " if one_tail < alpha else "기각하지 않음, ")
    return one_tail
