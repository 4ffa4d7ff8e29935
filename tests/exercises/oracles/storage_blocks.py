"""Blocks counted one by one, volumes with exact fractions."""

import re
from fractions import Fraction

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


def _after(text: str, exercise: Exercise) -> Fraction:
    """The first number of the stem behind *text*."""
    return numbers(exercise.stem.partition(text)[2])[0]


@oracle("storage.blocks.blocks_of_files")
def blocks_of_files(exercise: Exercise) -> float:
    block = _after("블록의 크기가", exercise)
    blocks = 0
    for size in table(exercise).rows[0][1:]:
        stored = 0
        while stored < size:
            stored += block
            blocks += 1
    return float(blocks * _after("복제 계수가", exercise))


@oracle("storage.blocks.raw_storage")
def raw_storage(exercise: Exercise) -> float:
    days = Fraction(re.search(r"(\d+)일분", exercise.stem)[1])
    free = 1 - _after("디스크의", exercise) / 100
    stored = _after("하루", exercise) * days * _after("크기의", exercise) / 100 * _after("복제 계수가", exercise)
    return float(stored / free)


@oracle("storage.blocks.original_capacity")
def original_capacity(exercise: Exercise) -> float:
    disk, nodes = numbers(exercise.stem)[:2]
    failed = Fraction(re.search(r"데이터노드 (\d+)대가", exercise.stem)[1])
    reserved = _after("디스크의", exercise) / 100
    left = (nodes - failed) * disk
    return float((left - left * reserved) / _after("복제 계수는", exercise))


@oracle("storage.blocks.cheapest_scheme")
def cheapest_scheme(exercise: Exercise) -> float:
    volume = Fraction(re.search(r"(\d+)TB를 저장", exercise.stem)[1])
    failures = int(re.search(r"데이터노드 (\d+)대가", exercise.stem)[1])
    costs = {name: volume + volume * Fraction(extra, data) for name, data, extra in table(exercise).rows if extra >= failures}
    best = min(costs, key=costs.get)
    assert exercise.answer == f"{best}, {int(costs[best] + Fraction(1, 2))}TB"
    return float(costs[best])
