"""Measures that both classes share in: balanced accuracy, G-mean (`scipy.stats.gmean`) and Matthews' correlation.

https://scikit-learn.org/stable/modules/generated/sklearn.metrics.balanced_accuracy_score.html
https://scikit-learn.org/stable/modules/generated/sklearn.metrics.matthews_corrcoef.html
https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.gmean.html
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from itertools import product
from math import isqrt, prod, sqrt

from quizapp.exercises.catalogue.confusion_tables import (
    SCENES,
    Confusion,
    draw_confusion,
    f1_score,
)
from quizapp.exercises.catalogue.wording import rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.korean import with_particle
from quizapp.numbers import show


def balanced_accuracy(actual: list[int], predicted: list[int], counts: list[int]) -> float:
    from sklearn.metrics import balanced_accuracy_score

    return float(balanced_accuracy_score(actual, predicted, sample_weight=counts))


def geometric_mean(sensitivity: float, specificity: float) -> float:
    from scipy.stats import gmean

    return float(gmean([sensitivity, specificity]))


def matthews(actual: list[int], predicted: list[int], counts: list[int]) -> float:
    from sklearn.metrics import matthews_corrcoef

    return float(matthews_corrcoef(actual, predicted, sample_weight=counts))


def _balanced_wrongs(confusion: Confusion) -> list[Wrong]:
    """What people take for the balanced accuracy."""
    rates = {name: float(confusion.rate(name)) for name in ("precision", "recall", "specificity", "npv")}
    return [
        Wrong(float(confusion.rate("accuracy")), "정확도를 구했습니다. 균형 정확도는 두 클래스의 재현율을 같은 무게로 평균합니다."),
        Wrong((rates["precision"] + rates["recall"]) / 2, "정밀도와 재현율을 평균했습니다. 평균할 것은 재현율과 특이도입니다."),
        Wrong((rates["precision"] + rates["npv"]) / 2, "예측을 분모로 한 두 비율(정밀도와 음성예측도)을 평균했습니다."),
        Wrong(sqrt(rates["recall"] * rates["specificity"]), "재현율과 특이도의 기하 평균(G-mean)을 구했습니다."),
        Wrong(rates["recall"] + rates["specificity"] - 1, "유든 지수(재현율 + 특이도 − 1)를 구했습니다."),
        Wrong(rates["recall"], "양성의 재현율만 썼습니다. 음성의 재현율(특이도)과 평균해야 합니다."),
        Wrong(rates["specificity"], "특이도만 썼습니다. 양성의 재현율과 평균해야 합니다."),
        Wrong(float(f1_score(confusion.rate("precision"), confusion.rate("recall"))), "F1 점수를 구했습니다."),
    ]


@template("metrics.agreement", "balanced", "혼동행렬에서 균형 정확도")
def balanced(draw: Draw) -> Draft:
    """The balanced accuracy of an uneven confusion table."""
    scene, decimals = draw.pick(SCENES), 3 if draw.is_extended else 2
    even = Fraction(draw.integer(8, 19), 20), Fraction(draw.integer(8, 19), 20)
    confusion = draw_confusion(draw) if draw.is_extended else _whole_confusion(draw, *even)
    sensitivity, specificity = confusion.rate("recall"), confusion.rate("specificity")
    draw.require(confusion.negatives >= 2 * confusion.positives and confusion.fp)
    digits = 4 if draw.is_extended else 2
    total = float(sensitivity + specificity)
    return Draft(
        stem=f"{scene.model}을 검증한 혼동행렬이 다음과 같다. 양성 클래스가 '{scene.positive}'일 때, 균형 정확도(balanced accuracy)는? "
        f"({rounding(decimals)})",
        data=confusion.shown(draw, scene),
        key=compute(balanced_accuracy, **confusion.arguments()),
        decimals=decimals,
        why="균형 정확도는 클래스마다의 재현율, 곧 민감도와 특이도의 산술 평균이다.",
        wrongs=_balanced_wrongs(confusion),
        steps=[
            confusion.cells_step(),
            f"민감도(양성의 재현율) = TP/(TP + FN) = {confusion.tp}/{confusion.positives} = {show(float(sensitivity), digits)}",
            f"특이도(음성의 재현율) = TN/(TN + FP) = {confusion.tn}/{confusion.negatives} = {show(float(specificity), digits)}",
            f"균형 정확도 = (민감도 + 특이도)/2 = {show(total, digits)}/2 = {show(total / 2, decimals)}",
        ],
        by_hand=float(show(float(sensitivity), digits)) / 2 + float(show(float(specificity), digits)) / 2,
    )


@cache
def _square_pairs() -> list[tuple[Fraction, Fraction]]:
    """Sensitivity and specificity in whole percents whose product is the square of a whole percent."""
    percents = range(30, 99)
    return [
        (Fraction(first, 100), Fraction(second, 100))
        for first, second in product(percents, percents)
        if first != second and isqrt(first * second) ** 2 == first * second
    ]


def _whole_confusion(draw: Draw, sensitivity: Fraction, specificity: Fraction) -> Confusion:
    """A confusion table of 20 to 400 records a class with these rates, the positives the fewer."""
    positives, negatives = (rate.denominator * draw.integer(1, 8) for rate in (sensitivity, specificity))
    draw.require(20 <= positives <= negatives <= 400)
    tp, tn = int(sensitivity * positives), int(specificity * negatives)
    return Confusion(tp, negatives - tn, positives - tp, tn)


def _g_mean_wrongs(confusion: Confusion) -> list[Wrong]:
    """What people take for the geometric mean of sensitivity and specificity."""
    first, second = confusion.rate("recall"), confusion.rate("specificity")
    return [
        Wrong(float(first + second) / 2, "민감도와 특이도를 산술 평균했습니다(균형 정확도). G-mean은 기하 평균입니다."),
        Wrong(float(first * second), "민감도와 특이도를 곱하기만 했습니다. 곱의 제곱근을 구해야 합니다."),
        Wrong(float(f1_score(first, second)), "민감도와 특이도를 조화 평균했습니다. G-mean은 기하 평균입니다."),
        Wrong(sqrt(confusion.rate("precision") * first), "정밀도와 재현율의 기하 평균을 구했습니다. 물음은 민감도와 특이도입니다."),
        Wrong(float(confusion.rate("accuracy")), "전체 정확도를 구했습니다."),
        Wrong(float(first), "민감도만 썼습니다. 특이도와의 기하 평균을 구해야 합니다."),
        Wrong(float(second), "특이도만 썼습니다. 민감도와의 기하 평균을 구해야 합니다."),
        Wrong(float(first + second) - 1, "유든 지수(민감도 + 특이도 − 1)를 구했습니다."),
    ]


@template("metrics.agreement", "g_mean", "두 클래스를 맞힌 수에서 G-mean")
def g_mean(draw: Draw) -> Draft:
    """The geometric mean of sensitivity and specificity, from counts that are told."""
    scene, decimals, digits = draw.pick(SCENES), *((3, 4) if draw.is_extended else (2, 2))
    confusion = draw_confusion(draw) if draw.is_extended else _whole_confusion(draw, *draw.pick(_square_pairs()))
    positives, negatives = confusion.positives, confusion.negatives
    first, second = (Fraction(show(float(confusion.rate(name)), digits)) for name in ("recall", "specificity"))
    product_shown = show(float(first * second), 4)
    return Draft(
        stem=f"{with_particle(scene.model, '을/를')} 검증하니 실제 '{scene.positive}'(양성) {positives}건 가운데 {confusion.tp}건을, 실제 "
        f"'{scene.negative}'(음성) {negatives}건 가운데 {confusion.tn}건을 맞혔다. 민감도와 특이도의 G-mean은? ({rounding(decimals)})",
        key=compute(geometric_mean, sensitivity=float(confusion.rate("recall")), specificity=float(confusion.rate("specificity"))),
        decimals=decimals,
        why="G-mean은 민감도와 특이도를 곱한 값의 제곱근이며, 한쪽이 낮으면 산술 평균보다 크게 낮아진다.",
        wrongs=within(_g_mean_wrongs(confusion), 0, 1),
        steps=[
            "G-mean = √(민감도·특이도)",
            f"민감도 = {confusion.tp}/{positives} = {show(float(first), digits)}",
            f"특이도 = {confusion.tn}/{negatives} = {show(float(second), digits)}",
            f"곱 = {show(float(first), digits)}·{show(float(second), digits)} = {product_shown}",
            f"G-mean = √{product_shown} = {show(sqrt(float(product_shown)), decimals)}",
        ],
        by_hand=sqrt(float(product_shown)),
    )


def _margins(confusion: Confusion) -> tuple[int, int, int, int]:
    """What the denominator of Matthews' correlation multiplies: predicted and actual positives, actual and predicted negatives."""
    return confusion.tp + confusion.fp, confusion.positives, confusion.negatives, confusion.tn + confusion.fn


@cache
def _square_tables() -> list[Confusion]:
    """Confusion tables whose margins multiply to a square, with an even Matthews' correlation."""
    found = []
    for cells in product(range(1, 13), repeat=4):
        confusion = Confusion(*cells)
        square = prod(_margins(confusion))
        root = isqrt(square)
        above = confusion.tp * confusion.tn - confusion.fp * confusion.fn
        if root**2 == square and 3 * above > root and confusion.fp != confusion.fn and Fraction(above, root).denominator <= 20:
            found.append(confusion)
    return found


def _matthews_wrongs(confusion: Confusion) -> list[Wrong]:
    """What people take for Matthews' correlation."""
    tp, fp, fn, tn = confusion.tp, confusion.fp, confusion.fn, confusion.tn
    margins, total = _margins(confusion), confusion.positives + confusion.negatives
    root = sqrt(prod(margins))
    first, second = confusion.rate("recall"), confusion.rate("specificity")
    return [
        Wrong(tp * tn / root, "분자에서 FP·FN을 빼지 않았습니다."),
        Wrong((tp * tn + fp * fn) / root, "분자에서 FP·FN을 빼지 않고 더했습니다."),
        Wrong((tp * tn - fp * fn) / (tp * tn + fp * fn), "(TP·TN − FP·FN)/(TP·TN + FP·FN), 곧 율의 Q를 구했습니다."),
        Wrong(float(confusion.rate("accuracy")), "정확도를 구했습니다. MCC는 네 칸이 고르게 맞는 정도를 봅니다."),
        Wrong(float(first + second) - 1, "유든 지수(민감도 + 특이도 − 1)를 구했습니다."),
        Wrong(float(first + second) / 2, "균형 정확도를 구했습니다."),
        Wrong(((tp * tn - fp * fn) / root) ** 2, "상관계수를 제곱했습니다."),
        Wrong((tp * tn - fp * fn) / total**2, "실제와 예측의 공분산을 구했습니다. 두 표준편차로 나누어야 상관계수입니다."),
        Wrong(2 * (tp * tn - fp * fn) / (margins[0] * margins[2] + margins[1] * margins[3]), "코헨의 카파를 구했습니다."),
        Wrong((tp + tn - fp - fn) / total, "맞힌 비율에서 틀린 비율을 뺐습니다."),
        Wrong(float(f1_score(confusion.rate("precision"), first)), "F1 점수를 구했습니다. MCC에는 TN도 들어갑니다."),
    ]


@template("metrics.agreement", "matthews", "혼동행렬에서 매튜스 상관계수")
def matthews_correlation(draw: Draw) -> Draft:
    """Matthews' correlation of a confusion table whose margins multiply to a square on the paper."""
    scene, decimals, step = draw.pick(SCENES), *((3, 1) if draw.is_extended else (2, draw.pick([1, 2, 5, 10])))
    if draw.is_extended:
        confusion = Confusion(*(draw.integer(*limits) for limits in ((20, 60), (5, 30), (5, 30), (30, 90))))
    else:
        small = draw.pick(_square_tables())
        confusion = Confusion(*(step * cell for cell in (small.tp, small.fp, small.fn, small.tn)))
    tp, fp, fn, tn, margins = confusion.tp, confusion.fp, confusion.fn, confusion.tn, _margins(confusion)
    above, root = tp * tn - fp * fn, show(sqrt(prod(margins)), 0)
    return Draft(
        stem=f"{scene.model}을 검증한 혼동행렬이 다음과 같다. 양성 클래스가 '{scene.positive}'일 때, 매튜스 상관계수(MCC)는? "
        f"({rounding(decimals)})",
        data=confusion.shown(draw, scene),
        key=compute(matthews, **confusion.arguments()),
        decimals=decimals,
        why="MCC는 실제와 예측의 상관계수이며, (TP·TN − FP·FN)을 네 주변합의 곱의 제곱근으로 나눈 값이다.",
        wrongs=within(_matthews_wrongs(confusion), -1, 1),
        steps=[
            "MCC = (TP·TN − FP·FN)/√((TP + FP)(TP + FN)(TN + FP)(TN + FN))",
            confusion.cells_step(),
            f"분자 = {tp}·{tn} − {fp}·{fn} = {above}",
            f"분모 = √({'·'.join(map(str, margins))}) = {root}",
            f"MCC = {above}/{root} = {show(above / float(root), decimals)}",
        ],
        by_hand=above / float(root),
    )
