"""Logic gates by Python's own operators."""

from itertools import product

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle

_MEANINGS = {
    "AND": lambda a, b: a and b,
    "OR": lambda a, b: a or b,
    "NAND": lambda a, b: not (a and b),
    "NOR": lambda a, b: not (a or b),
    "XOR": lambda a, b: a != b,
    "XNOR": lambda a, b: a == b,
}


@oracle("nn.forward.gate")
def gate(exercise: Exercise) -> float:
    first, second, last = (numbers(line.partition("step")[2].replace("+ ", "")) for line in exercise.data.splitlines())
    outputs = []
    for a, b in product((False, True), repeat=2):
        hidden = [one * a + two * b + bias > 0 for one, two, bias in (first, second)]
        outputs.append(last[0] * hidden[0] + last[1] * hidden[1] + last[2] > 0)
        assert outputs[-1] == bool(_MEANINGS[exercise.answer](a, b))
    return int("".join("1" if output else "0" for output in outputs), 2)
