"""Binary confusion tables: counts, how they are shown, the rates read from them. Registers no template.

The rates are computed by scikit-learn, the four cells as weighted observations; specificity and NPV are the recall and
the precision of the negative class (`pos_label=0`).

https://scikit-learn.org/stable/modules/generated/sklearn.metrics.recall_score.html
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import product
from math import gcd
from typing import Any

from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Wrong
from quizapp.items import Cell, Table
from quizapp.korean import with_particle
from quizapp.numbers import show

HAND_DENOMINATOR = 20
"""Largest denominator of an exact fraction on the paper."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What a classifier is used for, and what its two classes are called."""

    model: str
    positive: str
    negative: str


SCENES = (
    Scene("한 병원의 폐렴 판독 모형", "폐렴", "정상"),
    Scene("한 공장의 센서 기반 불량 탐지 모형", "불량", "양품"),
    Scene("어느 쇼핑몰의 반품 예측 모형", "반품", "확정"),
    Scene("한 물류센터의 배송 지연 예측 모형", "지연", "정시"),
    Scene("한 지자체의 부정수급 탐지 모형", "부정", "적정"),
    Scene("한 카드사의 이상 거래 탐지 모형", "이상", "정상"),
)


@dataclass(frozen=True, slots=True)
class Confusion:
    """The four counts of a binary classifier."""

    tp: int
    fp: int
    fn: int
    tn: int

    @property
    def positives(self) -> int:
        """How many are positive in truth."""
        return self.tp + self.fn

    @property
    def negatives(self) -> int:
        """How many are negative in truth."""
        return self.fp + self.tn

    def cell(self, name: str) -> int:
        """The count called *name*: TP, FP, FN or TN."""
        return {"TP": self.tp, "FP": self.fp, "FN": self.fn, "TN": self.tn}[name]

    def rate(self, name: str) -> Fraction:
        """The measure *name* of this table, exactly."""
        measure = MEASURES[name]
        return Fraction(sum(map(self.cell, measure.top)), sum(map(self.cell, measure.bottom)))

    def arguments(self) -> dict[str, Any]:
        """The table as scikit-learn takes it: each cell one observation with its count as the weight."""
        return {"actual": [1, 0, 1, 0], "predicted": [1, 1, 0, 0], "counts": [self.tp, self.fp, self.fn, self.tn]}

    def shown(self, draw: Draw, scene: Scene) -> Table:
        """The counts in a layout that is drawn: truth in rows or in columns, either class first."""
        names = {True: scene.positive, False: scene.negative}
        counts = {(True, True): self.tp, (False, True): self.fp, (True, False): self.fn, (False, False): self.tn}
        order, truth_in_rows = draw.pick([(True, False), (False, True)]), draw.pick([True, False])
        sides = ("실제", "예측") if truth_in_rows else ("예측", "실제")
        rows: list[tuple[Cell, ...]] = []
        for row in order:
            cells = (counts[(row, column) if truth_in_rows else (column, row)] for column in order)
            rows.append((f"{sides[0]} {names[row]}", *cells))
        columns = (f"{sides[1]} {names[column]}" for column in order)
        return Table(columns=("구분", *columns), rows=tuple(rows))

    def cells_step(self) -> str:
        """The line of a solution that names the four cells."""
        return f"TP = {self.tp}, FP = {self.fp}, FN = {self.fn}, TN = {self.tn}"

    def rate_step(self, name: str, decimals: int) -> str:
        """The line of a solution that computes the measure *name*."""
        measure = MEASURES[name]
        above, below = (sum(map(self.cell, cells)) for cells in (measure.top, measure.bottom))
        return f"{measure.name} = {measure.formula} = {above}/{below} = {show(above / below, decimals)}"


@dataclass(frozen=True, slots=True)
class Measure:
    """A rate of a confusion table: the sum of the cells *top* over the sum of the cells *bottom*."""

    name: str
    english: str
    top: tuple[str, ...]
    bottom: tuple[str, ...]
    meaning: str

    @property
    def formula(self) -> str:
        """The rate as a formula of cells."""
        return "/".join(f"({' + '.join(cells)})" if len(cells) > 1 else cells[0] for cells in (self.top, self.bottom))

    @property
    def topic(self) -> str:
        """The name with its English original and the particle 은/는, which follows the Korean word."""
        return f"{self.name}({self.english}){with_particle(self.name, '은/는')[len(self.name) :]}"

    @property
    def rule(self) -> str:
        """What the measure is, in one sentence."""
        return f"{self.topic} {self.meaning}, {self.formula}이다."


_ALL = ("TP", "FP", "FN", "TN")
MEASURES = {
    "accuracy": Measure("정확도", "accuracy", ("TP", "TN"), _ALL, "전체 가운데 맞게 예측한 비율"),
    "precision": Measure("정밀도", "precision", ("TP",), ("TP", "FP"), "양성으로 예측한 것 가운데 실제 양성의 비율"),
    "recall": Measure("재현율", "recall", ("TP",), ("TP", "FN"), "실제 양성 가운데 양성으로 예측한 비율"),
    "specificity": Measure("특이도", "specificity", ("TN",), ("TN", "FP"), "실제 음성 가운데 음성으로 예측한 비율"),
    "fpr": Measure("위양성률", "FPR", ("FP",), ("FP", "TN"), "실제 음성 가운데 양성으로 예측한 비율"),
    "npv": Measure("음성예측도", "NPV", ("TN",), ("TN", "FN"), "음성으로 예측한 것 가운데 실제 음성의 비율"),
    "error": Measure("오분류율", "error rate", ("FP", "FN"), _ALL, "전체 가운데 틀리게 예측한 비율"),
    "fnr": Measure("위음성률", "FNR", ("FN",), ("TP", "FN"), "실제 양성 가운데 음성으로 예측한 비율"),
    "fdr": Measure("위발견율", "FDR", ("FP",), ("TP", "FP"), "양성으로 예측한 것 가운데 실제 음성의 비율"),
    "for": Measure("위누락률", "FOR", ("FN",), ("TN", "FN"), "음성으로 예측한 것 가운데 실제 양성의 비율"),
    "csi": Measure("임계성공지수", "CSI", ("TP",), ("TP", "FP", "FN"), "참음성을 뺀 것 가운데 참양성의 비율"),
    "tp_share": Measure("전체에 대한 참양성의 비율", "TP share", ("TP",), _ALL, "전체 가운데 참양성의 비율"),
    "tn_share": Measure("전체에 대한 참음성의 비율", "TN share", ("TN",), _ALL, "전체 가운데 참음성의 비율"),
    "fp_share": Measure("전체에 대한 위양성의 비율", "FP share", ("FP",), _ALL, "전체 가운데 위양성의 비율"),
}


def accuracy(actual: list[int], predicted: list[int], counts: list[int] | None) -> float:
    """The share of right predictions."""
    from sklearn.metrics import accuracy_score

    return float(accuracy_score(actual, predicted, sample_weight=counts))


def precision(actual: list[int], predicted: list[int], counts: list[int] | None) -> float:
    """TP / (TP + FP)."""
    from sklearn.metrics import precision_score

    return float(precision_score(actual, predicted, sample_weight=counts))


def recall(actual: list[int], predicted: list[int], counts: list[int] | None) -> float:
    """TP / (TP + FN)."""
    from sklearn.metrics import recall_score

    return float(recall_score(actual, predicted, sample_weight=counts))


def specificity(actual: list[int], predicted: list[int], counts: list[int] | None) -> float:
    """TN / (TN + FP): the recall of the negative class."""
    from sklearn.metrics import recall_score

    return float(recall_score(actual, predicted, pos_label=0, sample_weight=counts))


def false_positive_rate(actual: list[int], predicted: list[int], counts: list[int] | None) -> float:
    """FP / (FP + TN): what the recall of the negative class leaves."""
    from sklearn.metrics import recall_score

    return float(1 - recall_score(actual, predicted, pos_label=0, sample_weight=counts))


def negative_predictive_value(actual: list[int], predicted: list[int], counts: list[int] | None) -> float:
    """TN / (TN + FN): the precision of the negative class."""
    from sklearn.metrics import precision_score

    return float(precision_score(actual, predicted, pos_label=0, sample_weight=counts))


FUNCTIONS = {
    "accuracy": accuracy,
    "precision": precision,
    "recall": recall,
    "specificity": specificity,
    "fpr": false_positive_rate,
    "npv": negative_predictive_value,
}
"""What computes a measure from labels, or from cells with their counts."""


def instead_of(asked: str, others: tuple[str, ...], confusion: Confusion) -> list[Wrong]:
    """Taking each of *others* for the measure *asked*."""
    return [
        Wrong(
            float(confusion.rate(other)),
            f"{MEASURES[other].name} {with_particle(MEASURES[other].formula, '을/를')} 구했습니다. "
            f"{with_particle(MEASURES[asked].name, '은/는')} {MEASURES[asked].meaning}입니다.",
        )
        for other in others
    ]


def draw_confusion(draw: Draw) -> Confusion:
    """The counts of a working classifier: multiples of one step on the paper, so that its rates cancel."""
    if draw.is_extended:
        step, limits = 1, ((41, 160), (11, 60), (11, 60), (80, 300))
    else:
        step, limits = draw.pick([4, 5, 10]), ((3, 10), (1, 6), (1, 6), (4, 14))
    confusion = Confusion(*(step * draw.integer(*limit) for limit in limits))
    draw.require(confusion.tp > confusion.fn != confusion.fp < confusion.tn)
    return confusion


def draw_rival(draw: Draw, confusion: Confusion) -> Confusion:
    """The counts of another working classifier on the data of *confusion*."""
    step = gcd(confusion.tp, confusion.fp, confusion.fn, confusion.tn)
    tp = step * draw.integer(confusion.positives // (2 * step) + 1, confusion.positives // step - 1)
    fp = step * draw.integer(1, confusion.negatives // (2 * step) - 1)
    return Confusion(tp, fp, confusion.positives - tp, confusion.negatives - fp)


def require_hand_fractions(draw: Draw, *fractions: Fraction) -> None:
    """Draws again where a fraction of the paper neither cancels far enough nor ends after two decimals."""
    denominators = [fraction.denominator for fraction in fractions]
    draw.require(draw.is_extended or all(one <= HAND_DENOMINATOR or not 100 % one for one in denominators))


def f1_score(precision: Fraction, recall: Fraction) -> Fraction:
    """The harmonic mean of both rates."""
    return 2 * precision * recall / (precision + recall)


@cache
def rate_pairs(step: int, *, exact: bool) -> list[tuple[Fraction, Fraction]]:
    """Two unequal rates from 30% that are multiples of *step* percent; *exact*: whose F1 is a whole percent too."""
    rates = [Fraction(percent, 100) for percent in range(30, 97, step)]
    pairs = [(precision, recall) for precision, recall in product(rates, rates) if precision != recall]
    return [pair for pair in pairs if not exact or not 100 % f1_score(*pair).denominator]
