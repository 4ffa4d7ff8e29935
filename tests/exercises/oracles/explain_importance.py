"""Importances and contributions with exact fractions."""

import re
from fractions import Fraction
from statistics import fmean

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


@oracle("explain.importance.permutation")
def permutation(exercise: Exercise) -> float:
    baseline = numbers(exercise.stem.partition("이다.")[0])[-1]
    drops = {}
    for name, *scores in table(exercise).rows:
        drops[name] = sum(abs(Fraction(str(score)) - baseline) for score in scores) / len(scores)
    best = max(drops, key=drops.get)
    assert exercise.answer.startswith(f"{best},")
    return float(drops[best])


@oracle("explain.importance.shapley")
def shapley(exercise: Exercise) -> float:
    """Half of what the variable adds alone and half of what it adds last: a half of the total, shifted by half the difference."""
    nobody, first, second, both = (Fraction(str(value)) for _, value in table(exercise).rows)
    asked = re.search(r"(\S[^.?]*?)의 섀플리\(", exercise.stem.rpartition("같다. ")[2])[1]
    assert table(exercise).rows[1][0] == asked
    return float((both - nobody) / 2 + (first - second) / 2)


@oracle("explain.importance.linear_contribution")
def linear_contribution(exercise: Exercise) -> float:
    asked = re.search(r"예측에 (.+?)[이가] 기여한", exercise.stem)[1]
    coefficient, *values, new = next([Fraction(str(cell)) for cell in cells[1:]] for cells in table(exercise).rows if cells[0] == asked)
    return float(coefficient * new) - fmean(float(coefficient * value) for value in values)


@oracle("explain.importance.missing_shap")
def missing_shap(exercise: Exercise) -> float:
    base, prediction, *rest = exercise.data.splitlines()
    known = [Fraction(line.split()[0]) for line in rest if not line.strip().startswith("?")]
    return float(Fraction(prediction.split()[-1]) - sum(known, Fraction(base.split()[-1])))
