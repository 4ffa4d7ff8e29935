"""Parameters counted neuron by neuron, from the sizes that are told."""

import re

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle


@oracle("nn.shapes.dense_parameters")
def dense_parameters(exercise: Exercise) -> float:
    inputs = int(re.search(r"입력 (\d+)개", exercise.stem)[1])
    hidden = [int(number) for number in numbers(re.search(r"\(뉴런 (.+?)\)", exercise.stem)[1])]
    outputs = int(re.search(r"출력 (\d+)개", exercise.stem)[1])
    assert int(re.search(r"은닉층 (\d)개", exercise.stem)[1]) == len(hidden)
    total, before = 0, inputs
    for size in (*hidden, outputs):
        total += sum(before + 1 for _ in range(size))
        before = size
    return total


@oracle("nn.shapes.recurrent_parameters")
def recurrent_parameters(exercise: Exercise) -> float:
    inputs, _, hidden = (int(number) for number in numbers(exercise.stem)[:3])
    sets = next(number for name, number in {"LSTM": 4, "GRU": 3, "단순 RNN": 1}.items() if f"{name} 층" in exercise.stem)
    return sets * sum(inputs + hidden + 1 for _ in range(hidden))
