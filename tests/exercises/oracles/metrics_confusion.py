"""Rates counted from the shown table or labels, with exact fractions."""

import re
from fractions import Fraction

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, row, table

RATES = {
    "정확도": lambda tp, fp, fn, tn: Fraction(tp + tn, tp + fp + fn + tn),
    "정밀도": lambda tp, fp, fn, tn: Fraction(tp, tp + fp),
    "재현율": lambda tp, fp, fn, tn: Fraction(tp, tp + fn),
    "특이도": lambda tp, fp, fn, tn: Fraction(tn, tn + fp),
    "위양성률": lambda tp, fp, fn, tn: Fraction(fp, fp + tn),
    "음성예측도": lambda tp, fp, fn, tn: Fraction(tn, tn + fn),
}
MEASURED_BY = {"빠뜨리지": "재현율", "가운데": "정밀도", "정상 거래를": "특이도", "파손되지": "특이도"}


def cells(exercise: Exercise) -> tuple[int, int, int, int]:
    """TP, FP, FN, TN of a confusion table in any layout; the stem names the positive class."""
    positive = re.search(r"양성 클래스가 '(.+?)'", exercise.stem)[1]
    shown = table(exercise)
    counts = {}
    for head, *row_counts in shown.rows:
        for column, count in zip(shown.columns[1:], row_counts, strict=True):
            labels = dict([head.split(" "), column.split(" ")])
            counts[labels["실제"] == positive, labels["예측"] == positive] = count
    return counts[True, True], counts[False, True], counts[True, False], counts[False, False]


def _asked(exercise: Exercise) -> str:
    return re.search(r"때, (\S+?)[은는]\?", exercise.stem)[1]


@oracle("metrics.confusion.from_table")
def from_table(exercise: Exercise) -> float:
    return float(RATES[_asked(exercise)](*cells(exercise)))


@oracle("metrics.confusion.from_labels")
def from_labels(exercise: Exercise) -> float:
    pairs = list(zip(row(exercise, "실제"), row(exercise, "예측"), strict=True))
    return float(RATES[_asked(exercise)](*(pairs.count(pair) for pair in ((1, 1), (0, 1), (1, 0), (0, 0)))))


@oracle("metrics.confusion.missing_cell")
def missing_cell(exercise: Exercise) -> float:
    total, positives, recall, precision = numbers(exercise.stem)
    chosen = recall * positives / precision
    missed = (1 - recall) * positives
    return float(total - chosen - missed)


@oracle("metrics.confusion.from_rates")
def from_rates(exercise: Exercise) -> float:
    positives, negatives, recall, specificity = numbers(exercise.stem)
    return float(1 - ((1 - recall) * positives + (1 - specificity) * negatives) / (positives + negatives))


@oracle("metrics.confusion.choose_model")
def choose_model(exercise: Exercise) -> float:
    aim = next(measure for word, measure in MEASURED_BY.items() if word in exercise.stem)
    values = {name: RATES[aim](*map(int, counts)) for name, *counts in table(exercise).rows}
    best = max(values, key=values.get)
    assert exercise.answer.startswith(f"모형 {best}, {aim} ")
    return float(values[best])
