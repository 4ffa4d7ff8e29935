"""Samples counted out with exact fractions, or one by one, from what is shown."""

import re
from fractions import Fraction

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, row, table


def _asked(exercise: Exercise) -> tuple[int, Fraction]:
    """The place of the stratum between quotation marks, and the size of the sample."""
    name = re.findall(r"'([^']+)'", exercise.stem)[0]
    return [cells[0] for cells in table(exercise).rows].index(name), numbers(exercise.stem)[0]


@oracle("sampling.design.proportional")
def proportional(exercise: Exercise) -> float:
    place, sample = _asked(exercise)
    sizes = [Fraction(cells[1]) for cells in table(exercise).rows]
    return float(sample / sum(sizes) * sizes[place])


@oracle("sampling.design.neyman")
def neyman(exercise: Exercise) -> float:
    place, sample = _asked(exercise)
    weights = [Fraction(cells[1]) * Fraction(cells[2]) for cells in table(exercise).rows]
    return float(sample / sum(weights) * weights[place])


@oracle("sampling.design.weighted_mean")
def weighted_mean(exercise: Exercise) -> float:
    rows = table(exercise).rows
    return float(Fraction(sum(size * mean for _, size, _, mean in rows), sum(size for _, size, *_ in rows)))


@oracle("sampling.design.systematic")
def systematic(exercise: Exercise) -> float:
    _, last, _, sample, start, order = map(int, numbers(exercise.stem))
    return [number for number in range(1, last + 1) if (number - start) % (last // sample) == 0][order - 1]


@oracle("sampling.design.systematic_start")
def systematic_start(exercise: Exercise) -> float:
    _, last, _, sample, found = map(int, numbers(exercise.stem))
    while found > last // sample:
        found -= last // sample
    return found


@oracle("sampling.design.cluster")
def cluster(exercise: Exercise) -> float:
    sizes = dict(zip(table(exercise).columns[1:], row(exercise, table(exercise).rows[0][0]), strict=True))
    chosen = re.search(r"집락추출에서 \S+ (\S)와 (\S)[이가] 뽑혔을", exercise.stem).groups()
    found = {"집락추출": sum(sizes[name] for name in chosen), "층화추출": sum(sizes.values()) * numbers(exercise.stem)[0] / 100}
    best = max(found, key=found.get)
    assert exercise.answer.startswith(f"{best}, ")
    return float(found[best])
