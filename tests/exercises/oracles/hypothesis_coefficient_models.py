"""Statistics of coefficients with exact fractions."""

import re
from fractions import Fraction

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


@oracle("test.coefficient.wald")
def wald(exercise: Exercise) -> float:
    b, error = numbers(exercise.stem.partition("계수는")[2])[:2]
    value = b * b / (error * error)
    alpha = re.search(r"유의수준 ([\d.]+)에서의", exercise.stem)[1]
    critical = Fraction(re.search(rf"{alpha}에서 ([\d.]+)", exercise.stem)[1])
    assert exercise.shown.startswith("기각, " if value > critical else "기각하지 않음, ")
    return float(value)


@oracle("test.coefficient.nested")
def nested(exercise: Exercise) -> float:
    n = numbers(exercise.stem)[0]
    (_, p, full), (_, kept, reduced) = table(exercise).rows
    assert f"변수 {p - kept}개를 뺀" in exercise.stem
    return float(Fraction(reduced - full, p - kept) / (full / (n - p - 1)))


@oracle("test.coefficient.most_significant")
def most_significant(exercise: Exercise) -> float:
    sizes = {name: abs(Fraction(b.replace("−", "-")) / Fraction(error)) for name, b, error in table(exercise).rows}
    best = max(sizes, key=sizes.get)
    assert exercise.shown.startswith(f"{best}, ")
    return float(sizes[best])
