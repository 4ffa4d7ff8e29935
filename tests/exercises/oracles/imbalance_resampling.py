"""Resampled classes with exact fractions, from the counts and the points that are shown."""

import re
from fractions import Fraction

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


@oracle("imbalance.weights.smote")
def smote(exercise: Exercise) -> float:
    rare = re.search(r"‘(.+?)’", exercise.stem)[1]
    gap = numbers(exercise.stem.partition("λ = ")[2])[0]
    points = {row[0]: row[2:] for row in table(exercise).rows if row[1] == rare}
    base = points.pop(next(name for name in points if f"한다. {name}에서, 두" in exercise.stem))
    ranked = sorted(points.values(), key=lambda point: sum((a - b) ** 2 for a, b in zip(point, base, strict=True)))
    mate = ranked[0 if "(k = 1)" in exercise.stem else 1]
    asked = next(i for i, name in enumerate(table(exercise).columns[2:]) if f"새 점의 {name}" in exercise.stem)
    return float((1 - gap) * base[asked] + gap * mate[asked])


def _counts(exercise: Exercise) -> tuple[Fraction, Fraction]:
    many, few = (numbers(part)[0] for part in re.findall(r"’ (\d+)건", exercise.stem))
    return many, few


@oracle("imbalance.weights.rows")
def rows(exercise: Exercise) -> float:
    many, few = _counts(exercise)
    percent = Fraction(re.search(r"건수의 ([\d.]+)%", exercise.stem)[1])
    return float(many + many * percent / 100 if "과대표집하면" in exercise.stem else few + few * 100 / percent)


@oracle("imbalance.weights.train_only")
def train_only(exercise: Exercise) -> float:
    many, few = _counts(exercise)
    kept = Fraction(re.search(r"(\d+)%를 훈련", exercise.stem)[1]) / 100
    goal = re.search(r"건수의 (\d+)%가", exercise.stem)
    return float(kept * (many * (Fraction(goal[1]) / 100 if goal else 1) - few))
