"""Rates of a binary confusion table, as `sklearn.metrics` computes accuracy, precision and recall (of either class).

Missing cells are the solution of linear equations (`numpy.linalg.solve`).

https://scikit-learn.org/stable/modules/model_evaluation.html#classification-metrics
https://numpy.org/doc/stable/reference/generated/numpy.linalg.solve.html
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from itertools import product
from typing import Any

from quizapp.exercises.catalogue.confusion_tables import (
    FUNCTIONS,
    MEASURES,
    SCENES,
    Confusion,
    draw_confusion,
    draw_rival,
    instead_of,
    require_hand_fractions,
)
from quizapp.exercises.catalogue.wording import plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show

_CONFUSED_WITH = {
    "accuracy": ("precision", "recall", "specificity", "npv", "error", "tp_share", "csi"),
    "precision": ("recall", "accuracy", "specificity", "npv", "fdr", "tp_share", "csi"),
    "recall": ("precision", "accuracy", "specificity", "npv", "fnr", "tp_share", "csi"),
    "specificity": ("recall", "accuracy", "precision", "npv", "fpr", "tn_share", "fdr"),
    "fpr": ("fnr", "specificity", "fdr", "for", "error", "fp_share", "recall"),
    "npv": ("specificity", "accuracy", "precision", "recall", "for", "tn_share", "fnr"),
}
"""The measures of the templates, each with those that people compute in its place."""

_AIMS = (
    ("한 병원이 암 선별 모형 둘을", "실제 환자를 빠뜨리지 않고 찾아내는 비율", "recall"),
    ("한 공장이 결함 탐지 모형 둘을", "실제 결함품을 빠뜨리지 않고 찾아내는 비율", "recall"),
    ("어느 쇼핑몰이 쿠폰 반응 모형 둘을", "반응한다고 예측한 고객 가운데 실제로 반응한 비율", "precision"),
    ("한 지자체가 부정수급 탐지 모형 둘을", "조사 대상으로 골라낸 것 가운데 실제 부정수급의 비율", "precision"),
    ("한 카드사가 이상 거래 탐지 모형 둘을", "정상 거래를 막지 않고 정상으로 통과시키는 비율", "specificity"),
    ("한 물류센터가 파손 탐지 모형 둘을", "파손되지 않은 상자를 파손 없음으로 가려내는 비율", "specificity"),
)

_MIRROR = {"recall": "precision", "precision": "recall", "specificity": "recall"}
"""The measures of the aims, each with the one that is taken for it."""

_SHARES: dict[str, dict[str, Any]] = {
    "recall": {"divided_by": "true", "cell": 1},
    "precision": {"divided_by": "pred", "cell": 1},
    "specificity": {"divided_by": "true", "cell": 0},
}
"""Which diagonal share of a confusion table a measure is."""


def true_negatives(positives: int, negatives: int, recall: float, precision: float) -> float:
    """The TN that solves TP = recall·positives, (1 − precision)·TP = precision·FP and FP + TN = negatives."""
    import numpy as np

    equations = np.array([[1, 0, 0], [1 - precision, -precision, 0], [0, 1, 1]])
    tp_fp_tn = np.linalg.solve(equations, np.array([recall * positives, 0, negatives]))
    return float(tp_fp_tn[2])


def best_share(models: list[list[int]], divided_by: str, cell: int) -> float:
    """The largest diagonal share of several confusion tables: of the truth ("true") or of the predictions ("pred")."""
    from sklearn.metrics import confusion_matrix

    actual, predicted = [1, 0, 1, 0], [1, 1, 0, 0]
    shares = [confusion_matrix(actual, predicted, sample_weight=counts, normalize=divided_by)[cell, cell] for counts in models]
    return float(max(shares))


def weighted_accuracy(recall: float, specificity: float, positives: int, negatives: int) -> float:
    """The accuracy as the mean of both classes' recall, weighted by their sizes."""
    import numpy as np

    return float(np.average([recall, specificity], weights=[positives, negatives]))


@cache
def _whole_cases(step: int) -> list[tuple[int, int, int]]:
    """All positives, recalls and precisions (percents, multiples of *step*) that leave whole cells."""
    percents = range(40, 96, step)
    return [  # with a step of 1 only what a step of 5 has not
        (positives, recall, precision)
        for positives in range(20, 201, 10)
        for recall, precision in product(percents, percents)
        if recall != precision
        and not positives * recall % 100
        and not positives * recall % precision
        and (step == 5 or recall % 5 or precision % 5)
    ]


@template("metrics.confusion", "from_table", "혼동행렬에서 평가 지표")
def from_table(draw: Draw) -> Draft:
    """One rate of a confusion table whose layout varies."""
    scene, confusion = draw.pick(SCENES), draw_confusion(draw)
    asked, decimals = draw.pick(list(_CONFUSED_WITH)), 3 if draw.is_extended else 2
    require_hand_fractions(draw, confusion.rate(asked))
    return Draft(
        stem=f"{scene.model}을 검증한 혼동행렬이 다음과 같다. 양성 클래스가 '{scene.positive}'일 때, "
        f"{with_particle(MEASURES[asked].name, '은/는')}? ({rounding(decimals)})",
        data=confusion.shown(draw, scene),
        key=compute(FUNCTIONS[asked], **confusion.arguments()),
        decimals=decimals,
        why=MEASURES[asked].rule,
        wrongs=instead_of(asked, _CONFUSED_WITH[asked], confusion),
        steps=[confusion.cells_step(), confusion.rate_step(asked, decimals)],
        by_hand=float(confusion.rate(asked)),
    )


@template("metrics.confusion", "from_labels", "실제와 예측 레이블에서 평가 지표")
def from_labels(draw: Draw) -> Draft:
    """One rate counted from the labels of a few records."""
    more = 2 if draw.is_extended else 0
    confusion = Confusion(*(draw.integer(low, low + 2 + more) for low in (2, 1, 1, 2)))
    size = confusion.positives + confusion.negatives
    draw.require(size == draw.integer(9, 11) + 2 * more and confusion.tp >= confusion.fn != confusion.fp)
    cells = [(1, 1)] * confusion.tp + [(0, 1)] * confusion.fp + [(1, 0)] * confusion.fn + [(0, 0)] * confusion.tn
    actual, predicted = (list(labels) for labels in zip(*draw.shuffled(cells), strict=True))
    scene, asked = draw.pick(SCENES), draw.pick(list(_CONFUSED_WITH))
    return Draft(
        stem=f"{scene.model}으로 {size}건을 예측한 결과가 다음과 같다. 1('{scene.positive}')을 양성으로 볼 때, "
        f"{with_particle(MEASURES[asked].name, '은/는')}? ({rounding(2)})",
        data=Table(
            columns=("번호", *(str(number) for number in range(1, size + 1))),
            rows=(("실제", *actual), ("예측", *predicted)),
        ),
        key=compute(FUNCTIONS[asked], actual=actual, predicted=predicted, counts=None),
        why=MEASURES[asked].rule,
        wrongs=instead_of(asked, _CONFUSED_WITH[asked], confusion),
        steps=[
            "TP는 (실제 1, 예측 1), FP는 (0, 1), FN은 (1, 0), TN은 (0, 0)인 건수이다.",
            confusion.cells_step(),
            confusion.rate_step(asked, 2),
        ],
        by_hand=float(confusion.rate(asked)),
    )


def _missing_cell_wrongs(positives: int, negatives: int, recall: Fraction, precision: Fraction) -> list[Wrong]:
    """What people take for the true negatives."""
    tp, chosen = recall * positives, recall * positives / precision
    swapped = precision * positives / recall - precision * positives
    return [
        Wrong(float(negatives - positives + tp), "실제 음성에서 FP가 아니라 FN을 뺐습니다. FN은 실제 양성에 듭니다."),
        Wrong(float(negatives - tp), "실제 음성에서 TP를 뺐습니다. TP는 실제 양성에 듭니다."),
        Wrong(float(negatives - chosen), "실제 음성에서 양성으로 예측한 건을 모두 뺐습니다. FP만 뺍니다."),
        Wrong(float(negatives - swapped), "재현율과 정밀도를 서로 바꾸어 썼습니다."),
        Wrong(float(negatives * precision), "정밀도를 특이도처럼 실제 음성에 곱했습니다."),
        Wrong(float(negatives * recall), "재현율을 특이도처럼 실제 음성에 곱했습니다."),
        Wrong(float(negatives - positives * (1 - precision)), "정밀도의 나머지(1 − 정밀도)를 실제 양성에 곱해 FP로 보았습니다."),
        Wrong(float(negatives + positives - chosen), "음성으로 예측한 건을 모두 세었습니다. 그 가운데 FN은 실제 양성입니다."),
    ]


@template("metrics.confusion", "missing_cell", "재현율과 정밀도에서 혼동행렬의 빈칸")
def missing_cell(draw: Draw) -> Draft:
    """The true negatives behind the class sizes, a recall and a precision."""
    scene, step = draw.pick(SCENES), 1 if draw.is_extended else 5
    positives, *percents = draw.pick(_whole_cases(step))
    negatives = 10 * step * draw.integer(2, 60 // step)
    r, p = (Fraction(percent, 100) for percent in percents)
    tp, fp = r * positives, r * positives / p - r * positives
    draw.require(2 * fp < negatives)
    return Draft(
        stem=f"{scene.model}을 {positives + negatives}건으로 검증하였다. 실제 '{scene.positive}'(양성)은 {positives}건이고 나머지는 "
        f"'{scene.negative}'(음성)이며, 재현율은 {plain(r)}, 정밀도는 {plain(p)}이다. 참음성(TN)은 몇 건인가?",
        key=compute(true_negatives, positives=positives, negatives=negatives, recall=float(r), precision=float(p)),
        decimals=0,
        unit="건",
        why="재현율로 TP를, 정밀도로 양성으로 예측한 건수를 구하면 FP가 나오고, 실제 음성에서 FP를 빼면 TN이다.",
        wrongs=within(_missing_cell_wrongs(positives, negatives, r, p), 0, negatives),
        steps=[
            f"TP = 재현율·실제 양성 = {plain(r)}·{positives} = {tp}",
            f"양성으로 예측한 건 = TP/정밀도 = {tp}/{plain(p)} = {tp + fp}",
            f"FP = {tp + fp} − {tp} = {fp}",
            f"TN = 실제 음성 − FP = {negatives} − {fp} = {negatives - fp}",
        ],
    )


@template("metrics.confusion", "from_rates", "재현율과 특이도에서 정확도")
def from_rates(draw: Draw) -> Draft:
    """The accuracy from both classes' recall and their sizes, which differ."""
    scene, decimals = draw.pick(SCENES), 3 if draw.is_extended else 2
    step = 0.01 if draw.is_extended else 0.05
    positives, negatives = 10 * draw.integer(2, 12), 20 * draw.integer(4, 20)
    r, s = (Fraction(str(draw.multiple(0.6, 0.95, step))) for _ in range(2))
    size, hits, rejected = positives + negatives, r * positives, s * negatives
    draw.require(hits.denominator == rejected.denominator == 1 and abs(r - s) >= Fraction(1, 10))
    require_hand_fractions(draw, (hits + rejected) / size)
    swapped = (r * negatives + s * positives) / size
    confusion = Confusion(int(hits), negatives - int(rejected), positives - int(hits), int(rejected))
    return Draft(
        stem=f"{scene.model}을 '{scene.positive}'(양성) {positives}건과 '{scene.negative}'(음성) {negatives}건으로 검증하여 재현율 "
        f"{plain(r)}, 특이도 {with_particle(f'{plain(s)}', '을/를')} 얻었다. 정확도는? ({rounding(decimals)})",
        key=compute(weighted_accuracy, recall=float(r), specificity=float(s), positives=positives, negatives=negatives),
        decimals=decimals,
        why="정확도는 재현율과 특이도를 각 클래스의 건수로 가중 평균한 값이다.",
        wrongs=[
            Wrong(float(r + s) / 2, "단순 평균(균형 정확도)을 구했습니다. 정확도에서는 건수가 많은 클래스가 더 크게 반영됩니다."),
            Wrong(float(swapped), "가중치를 서로 바꾸어 재현율에 음성의 건수를 곱했습니다."),
            Wrong(float(r * s), "재현율과 특이도를 곱했습니다. 두 비율은 서로 다른 클래스에서 나온 것입니다."),
            Wrong(float(r), "재현율을 그대로 썼습니다. 실제 음성을 맞힌 건도 세어야 합니다."),
            Wrong(float(s), "특이도를 그대로 썼습니다. 실제 양성을 맞힌 건도 세어야 합니다."),
            *instead_of("accuracy", ("error", "precision"), confusion),
        ],
        steps=[
            f"TP = 재현율·실제 양성 = {plain(r)}·{positives} = {hits}",
            f"TN = 특이도·실제 음성 = {plain(s)}·{negatives} = {rejected}",
            f"정확도 = (TP + TN)/전체 = ({hits} + {rejected})/{size} = {show(float((hits + rejected) / size), decimals)}",
        ],
    )


def _choice(model: str, measure: str, value: float, decimals: int) -> str:
    return f"모형 {model}, {MEASURES[measure].name} {show(value, decimals)}"


def _wrong_choices(rates: dict[tuple[str, str], Fraction], asked: str, right: str, decimals: int) -> list[Wrong]:
    """The other model, choosing by another measure, and the value of another measure under the right name."""
    name, other = MEASURES[asked].name, "A" if right == "B" else "B"

    def wrong(model: str, shown: str, computed: str, why: str) -> Wrong:
        value = float(rates[model, computed])
        return Wrong(value, why, _choice(model, shown, value, decimals))

    wrongs = [wrong(other, asked, asked, f"{with_particle(name, '은/는')} 맞지만 그 값이 작은 모형을 골랐습니다.")]
    for used in (measure for measure in ("accuracy", *_MIRROR) if measure != asked):
        best = "A" if rates["A", used] > rates["B", used] else "B"
        used_name = with_particle(MEASURES[used].name, "으로/로")
        wrongs.append(wrong(best, used, used, f"{used_name} 골랐습니다. 이 목적을 재는 지표는 {name}입니다."))
    mistaken, formula = MEASURES[_MIRROR[asked]].name, MEASURES[asked].formula
    why = f"{mistaken}의 식으로 계산한 값입니다. {name} = {formula}입니다."
    wrongs += [wrong(model, asked, _MIRROR[asked], f"모형 {model}에서 {why}") for model in (other, right)]
    named = [wrong for wrong in wrongs if wrong.label.startswith(f"모형 {right}")]
    return [wrong for wrong in wrongs if wrong not in named[2:]]  # never four choices with the right model


@template("metrics.confusion", "choose_model", "목적에 맞는 지표로 두 모형 가운데 고르기")
def choose_model(draw: Draw) -> Draft:
    """Which of two models an aim asks for, with the rate that measures the aim."""
    (models, aim, asked), decimals = draw.pick(_AIMS), 3 if draw.is_extended else 2
    first = draw_confusion(draw)
    tables = {"A": first, "B": draw_rival(draw, first)}
    rates = {(model, name): tables[model].rate(name) for model in tables for name in ("accuracy", *_MIRROR)}
    right, other = "AB" if rates["A", asked] > rates["B", asked] else "BA"
    draw.require(rates["A", asked] != rates["B", asked] and rates[right, "accuracy"] < rates[other, "accuracy"])
    require_hand_fractions(draw, rates["A", asked], rates["B", asked])
    counts = {model: [table.tp, table.fp, table.fn, table.tn] for model, table in tables.items()}
    name = MEASURES[asked].name
    return Draft(
        stem=f"{models} 같은 자료로 검증한 결과가 다음과 같다. 이 업무에서는 {aim}이 가장 중요하다. "
        f"이 목적에 맞는 모형과 그 근거가 되는 지표의 값은? ({rounding(decimals)})",
        data=Table(
            columns=("모형", "TP", "FP", "FN", "TN"),
            rows=tuple((model, *cells) for model, cells in counts.items()),
        ),
        key=compute(best_share, models=list(counts.values()), **_SHARES[asked]),
        decimals=decimals,
        label=_choice(right, asked, float(rates[right, asked]), decimals),
        why=f"{aim}은 {name}이며, 그 값이 큰 모형을 고른다.",
        wrongs=_wrong_choices(rates, asked, right, decimals),
        steps=[
            f"'{aim}'은 {name} = {MEASURES[asked].formula}이다.",
            *(f"모형 {model}: {table.rate_step(asked, decimals)}" for model, table in tables.items()),
            f"따라서 {with_particle(name, '이/가')} 더 큰 모형 {with_particle(right, '을/를')} 고른다.",
        ],
    )
