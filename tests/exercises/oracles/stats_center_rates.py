"""Mean growth and mean rates, from the numbers that are told."""

import re
from fractions import Fraction

from quizapp.items import Exercise
from tests.exercises.oracles import oracle


@oracle("stats.center.growth")
def growth(exercise: Exercise) -> float:
    told = re.findall(r"해에 (\d+)% (늘|줄)", exercise.stem)
    factor = Fraction(1)
    for percent, direction in told:
        factor *= 1 + Fraction(int(percent), 100) * (1 if direction == "늘" else -1)
    return 100 * (float(factor) ** (1 / len(told)) - 1)


@oracle("stats.center.rates")
def rates(exercise: Exercise) -> float:
    """All that was done over all the time that it took."""
    first, second = (Fraction(found) for found in re.search(r"(\d+)(?: ?[^\d,]+)?, (\d+)", exercise.stem).groups())
    ratio = re.search(r"(\d+) : (\d+)", exercise.stem)
    p, q = (int(part) for part in ratio.groups()) if ratio else (1, 1)
    if "시간씩" in exercise.stem or "시간의 비" in exercise.stem:
        return float((p * first + q * second) / (p + q))
    return float((p + q) / (p / first + q / second))
