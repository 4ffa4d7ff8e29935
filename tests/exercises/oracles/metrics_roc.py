"""Points, areas and distances of ROC curves by counting, with exact fractions."""

import re
from fractions import Fraction
from itertools import product

from quizapp.items import Exercise
from tests.exercises.oracles import numbers, oracle, row, table


def _scores(exercise: Exercise) -> tuple[list[Fraction], list[Fraction]]:
    """The scores of the positives and of the negatives."""
    records = list(zip(row(exercise, "실제"), row(exercise, "점수"), strict=True))
    return [score for label, score in records if label], [score for label, score in records if not label]


@oracle("metrics.roc.point")
def point(exercise: Exercise) -> float:
    positives, negatives = _scores(exercise)
    threshold = Fraction(re.search(r"점수가 ([\d.]+) 이상", exercise.stem)[1])
    x, y = (Fraction(sum(score >= threshold for score in scores), len(scores)) for scores in (negatives, positives))
    assert all(abs(shown - exactly) <= Fraction(1, 200) for shown, exactly in zip(numbers(exercise.answer), (x, y), strict=True))
    return float(y)


@oracle("metrics.roc.auc_of_scores")
def auc_of_scores(exercise: Exercise) -> float:
    pairs = list(product(*_scores(exercise)))
    return float(sum(Fraction((high > low) + (high >= low), 2) for high, low in pairs) / len(pairs))


@oracle("metrics.roc.auc_of_points")
def auc_of_points(exercise: Exercise) -> float:
    """Half the polygon below the curve by the shoelace formula."""
    corners = [*zip(row(exercise, "FPR"), row(exercise, "TPR"), strict=True), (Fraction(1), Fraction(0))]
    turned = corners[1:] + corners[:1]
    return float(abs(sum(a * d - b * c for (a, b), (c, d) in zip(corners, turned, strict=True))) / 2)


@oracle("metrics.roc.gini")
def gini(exercise: Exercise) -> float:
    shares = {line.split()[1]: Fraction(line.split()[2]) for line in exercise.data.splitlines()[:3]}
    assert sum(shares.values()) == 100
    return float((shares["Concordant"] - shares["Discordant"]) / 100)


@oracle("metrics.roc.youden")
def youden(exercise: Exercise) -> float:
    is_fpr = table(exercise).columns[2].startswith("1")
    best = {}
    for cells in table(exercise).rows:
        threshold, sensitivity, third = (Fraction(str(cell)) for cell in cells)
        best[threshold] = sensitivity - (third if is_fpr else 1 - third)
    threshold = max(best, key=best.get)
    assert numbers(exercise.answer)[0] == threshold
    return float(best[threshold])


@oracle("metrics.roc.ks")
def ks(exercise: Exercise) -> float:
    bands = [(Fraction(high), Fraction(low)) for _, high, low in table(exercise).rows]
    highs, lows = (sum(counts) for counts in zip(*bands, strict=True))
    return float(max(abs(sum(h / highs - low / lows for h, low in bands[:end])) for end in range(1, len(bands))))
