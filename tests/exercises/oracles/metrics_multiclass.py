"""Averages over classes with exact fractions, from the table or the report that is shown."""

from fractions import Fraction

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, table


def _cells(exercise: Exercise) -> dict[tuple[str, str], int]:
    """The counts by the names of truth and prediction, whichever of them the rows are."""
    shown = table(exercise)
    counts = {}
    for head, *cells in shown.rows:
        for column, count in zip(shown.columns[1:], cells, strict=True):
            sides = dict(name.split() for name in (head, column))
            counts[sides["실제"], sides["예측"]] = count
    return counts


def _rate(counts: dict[tuple[str, str], int], name: str, side: int) -> Fraction:
    """The share of right ones where truth (side 0) or prediction (side 1) is *name*."""
    return Fraction(counts[name, name], sum(count for pair, count in counts.items() if pair[side] == name))


@oracle("metrics.multiclass.per_class")
def per_class(exercise: Exercise) -> float:
    name = exercise.stem.split("'")[1]
    return float(_rate(_cells(exercise), name, "정밀도" in exercise.stem))


@oracle("metrics.multiclass.macro")
def macro(exercise: Exercise) -> float:
    counts = _cells(exercise)
    names = {truth for truth, _ in counts}
    return float(sum(_rate(counts, name, "정밀도" in exercise.stem) for name in names) / len(names))


@oracle("metrics.multiclass.from_report")
def from_report(exercise: Exercise) -> float:
    head, *lines = [line.split() for line in exercise.data.splitlines() if line.strip()]
    assert lines.pop()[:2] == exercise.stem.partition("구할 때, ")[2].split()[:2]
    place = next(number for number, name in enumerate(head, 1) if name in exercise.stem)
    weights = [int(line[-1]) if "weighted" in exercise.stem else 1 for line in lines]
    return float(sum(weight * Fraction(line[place]) for weight, line in zip(weights, lines, strict=True)) / sum(weights))


@oracle("metrics.multiclass.micro")
def micro(exercise: Exercise) -> float:
    tp, fp, fn = (sum(column) for column in list(zip(*table(exercise).rows, strict=True))[1:])
    if "F1" in exercise.stem:
        return float(2 / (Fraction(tp + fp, tp) + Fraction(tp + fn, tp)))
    return float(Fraction(tp, tp + (fp if "정밀도" in exercise.stem else fn)))


@oracle("metrics.multiclass.compare")
def compare(exercise: Exercise) -> float:
    means = {name: sum(Fraction(str(rate)) for rate in rates) / len(rates) for name, *rates in table(exercise).rows}
    best = max(means, key=means.get)
    assert exercise.answer.startswith(f"모형 {best}, ")
    assert numbers(exercise.answer)
    return float(means[best])
