"""Errors of rules for counts with exact fractions, and the rows of a simulation's table."""

import re
from fractions import Fraction
from itertools import product

from quizapp.items import Exercise
from tests.exercises.oracles import oracle, table


@oracle("test.errors.rule_for_count")
def rule_for_count(exercise: Exercise) -> float:
    null, rival = (Fraction(found) for found in re.findall(r"가설\(p = (\d/\d)\)", exercise.stem))
    size, least = (int(found) for found in re.findall(r"(\d)(?:개|명|건)", exercise.stem))
    is_alpha = "제1종 오류의 확률은" in exercise.stem
    p = null if is_alpha else rival
    chance = Fraction(0)
    for outcomes in product((True, False), repeat=size):
        if (sum(outcomes) >= least) == is_alpha:
            chance += p ** sum(outcomes) * (1 - p) ** (size - sum(outcomes))
    return float(chance)


@oracle("test.errors.simulation")
def simulation(exercise: Exercise) -> float:
    rows = {name: cells for name, *cells in table(exercise).rows}
    rejected, kept = rows["귀무가설이 참" if "제1종" in exercise.stem else "귀무가설이 거짓"]
    return (kept if "제2종" in exercise.stem else rejected) / (rejected + kept)
