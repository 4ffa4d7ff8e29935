"""Shapes by trying every place of a window, from the sizes that are told."""

from itertools import count

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle


def _places(side: int, kernel: int, padding: int, stride: int) -> int:
    """How many windows fit, counted one by one."""
    return sum(start + kernel <= side + padding for start in range(-padding, side + padding, stride))


def _told(exercise: Exercise) -> list[int]:
    return [int(number) for number in numbers(exercise.stem.replace("×", " "))]


@oracle("nn.shapes.conv_side")
def conv_side(exercise: Exercise) -> float:
    side, kernel, _, padding, stride = _told(exercise)
    return _places(side, kernel, padding, stride)


@oracle("nn.shapes.flatten")
def flatten(exercise: Exercise) -> float:
    told = _told(exercise)
    side, kernel, channels = told[0], told[2], told[4]
    padding = 0 if "패딩 없음" in exercise.stem else told[5]
    pool = told[-1]
    return channels * _places(_places(side, kernel, padding, 1), pool, 0, pool) ** 2


@oracle("nn.shapes.conv_parameters")
def conv_parameters(exercise: Exercise) -> float:
    _, _, channels, width, height, filters = _told(exercise)
    return sum(channels * width * height + 1 for _ in range(filters))


@oracle("nn.shapes.missing_kernel")
def missing_kernel(exercise: Exercise) -> float:
    """The greatest filter for which the output has its size: a smaller one would leave a rest."""
    side, padding, stride, output = _told(exercise)
    fitting = [kernel for kernel in range(1, side) if _places(side, kernel, padding, stride) == output]
    return next(kernel for kernel in count(max(fitting), -1) if (side + 2 * padding - kernel) % stride == 0)
