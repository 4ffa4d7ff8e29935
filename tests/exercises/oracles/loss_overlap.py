"""Overlaps counted as sets of pixels, and Dice and IoU as exact fractions of counts."""

from fractions import Fraction

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


def _pixels(corners) -> set[tuple[int, int]]:
    x1, y1, x2, y2 = corners
    return {(x, y) for x in range(x1, x2) for y in range(y1, y2)}


@oracle("loss.divergence.box_iou")
def box_iou(exercise: Exercise) -> float:
    actual, predicted = (_pixels(cells[1:]) for cells in table(exercise).rows)
    return float(Fraction(len(actual & predicted), len(actual | predicted)))


@oracle("loss.divergence.mask_dice")
def mask_dice(exercise: Exercise) -> float:
    lines = [line.split() for line in exercise.data.splitlines()[1:]]
    actual, predicted = ({(y, x) for y, line in enumerate(lines) for x, pixel in enumerate(line[side]) if pixel == "1"} for side in (0, 1))
    return float(Fraction(2 * len(actual & predicted), len(actual) + len(predicted)))


@oracle("loss.divergence.dice_loss")
def dice_loss(exercise: Exercise) -> float:
    (_, hits, misses), (_, alarms, _) = table(exercise).rows
    precision, recall = Fraction(hits, hits + alarms), Fraction(hits, hits + misses)
    return float(1 - 2 / (1 / precision + 1 / recall))  # Dice is the F1 score


@oracle("loss.divergence.compare_overlap")
def compare_overlap(exercise: Exercise) -> float:
    dice, hits, alarms, misses = numbers(exercise.stem.partition("다이스")[2])[:4]
    values = [1 / (2 / dice - 1), hits / (hits + alarms + misses)]
    assert f"모형 {'A' if values[0] > values[1] else 'B'}" in exercise.shown
    return float(max(values))
