"""Measures of rules with exact fractions, from the baskets, counts or supports that are shown."""

import re
from fractions import Fraction
from itertools import combinations

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


def _measure(exercise: Exercise, total: int, left: int, right: int, both: int) -> Fraction:
    asked = exercise.stem.rpartition("'의 ")[2]
    if asked.startswith("지지도"):
        return Fraction(both, total)
    confidence = Fraction(both, left)
    return confidence if asked.startswith("신뢰도") else confidence / Fraction(right, total)


def _baskets(exercise: Exercise) -> list[set[str]]:
    return [set(items.split(", ")) for _, items in table(exercise).rows]


@oracle("rules.lift.from_baskets")
def from_baskets(exercise: Exercise) -> float:
    left, right = re.search(r"규칙 '(.+?) → (.+?)'", exercise.stem).groups()
    baskets = _baskets(exercise)
    counts = [sum(wanted <= basket for basket in baskets) for wanted in ({left}, {right}, {left, right})]
    return float(_measure(exercise, len(baskets), *counts))


@oracle("rules.lift.from_counts")
def from_counts(exercise: Exercise) -> float:
    total, left, right, last = (int(number) for number in numbers(exercise.stem)[:4])
    both = right - last if "없이" in exercise.stem else last
    return float(_measure(exercise, total, left, right, both))


@oracle("rules.lift.inverse")
def inverse(exercise: Exercise) -> float:
    total, left, right, lift = numbers(exercise.stem)
    return float(total * left * right * lift)


@oracle("rules.lift.compare")
def compare(exercise: Exercise) -> float:
    lifts = {}
    for number, _, left, right, both in table(exercise).rows:
        lifts[number] = Fraction(str(both)) / Fraction(str(left)) / Fraction(str(right))
    best = max(lifts, key=lifts.get)
    assert exercise.answer.startswith(f"규칙 {best}, ")
    return float(lifts[best])


@oracle("rules.lift.frequent")
def frequent(exercise: Exercise) -> float:
    baskets = _baskets(exercise)
    share, size = numbers(exercise.stem.replace("-항목", " 항목"))[:2]
    items = set().union(*baskets)
    return sum(sum(set(chosen) <= basket for basket in baskets) >= share * len(baskets) for chosen in combinations(items, int(size)))


@oracle("rules.lift.count_rules")
def count_rules(exercise: Exercise) -> float:
    """Every item but none or all of them may stand in front: counted as subsets."""
    told = re.findall(r"(\d)-항목집합 (\d+)개", exercise.stem)
    return sum(int(count) * sum(1 for n in range(1, int(size)) for _ in combinations(range(int(size)), n)) for size, count in told)
