"""F scores, the weighted harmonic means of precision and recall: `sklearn.metrics.f1_score` of counts, `scipy.stats.hmean` of the rates.

https://scikit-learn.org/stable/modules/generated/sklearn.metrics.fbeta_score.html
https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.hmean.html
"""

from __future__ import annotations

from fractions import Fraction
from math import sqrt

from quizapp.exercises.catalogue.confusion_tables import (
    SCENES,
    draw_confusion,
    f1_score,
    rate_pairs,
    require_hand_fractions,
)
from quizapp.exercises.catalogue.wording import are_told_apart, plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show


def f1_of_counts(actual: list[int], predicted: list[int], counts: list[int]) -> float:
    from sklearn import metrics

    return float(metrics.f1_score(actual, predicted, sample_weight=counts))


def f1_of_rates(precision: float, recall: float) -> float:
    from scipy.stats import hmean

    return float(hmean([precision, recall]))


def f_beta(precision: float, recall: float, beta: float) -> float:
    from scipy.stats import hmean

    return float(hmean([precision, recall], weights=[1, beta**2]))


def best_f1(precisions: list[float], recalls: list[float]) -> float:
    from scipy.stats import hmean

    return float(max(hmean([precisions, recalls], axis=0)))


def _mean_wrongs(precision: Fraction, recall: Fraction) -> list[Wrong]:
    """What people take for the harmonic mean of both rates."""
    return [
        Wrong(float(precision + recall) / 2, "정밀도와 재현율을 산술 평균했습니다. F1은 조화 평균입니다."),
        Wrong(sqrt(precision * recall), "정밀도와 재현율을 기하 평균했습니다. F1은 조화 평균입니다."),
        Wrong(float(f1_score(precision, recall)) / 2, "분자의 2를 빠뜨렸습니다. F1 = 2PR/(P + R)입니다."),
        Wrong(float(precision * recall), "정밀도와 재현율을 곱하기만 했습니다. 2를 곱하고 두 값의 합으로 나눕니다."),
        Wrong(float(precision), "정밀도를 그대로 썼습니다. F1은 재현율도 함께 반영합니다."),
        Wrong(float(recall), "재현율을 그대로 썼습니다. F1은 정밀도도 함께 반영합니다."),
    ]


@template("metrics.f_score", "from_counts", "혼동행렬에서 F1 점수")
def from_counts(draw: Draw) -> Draft:
    """The F1 of a confusion table whose layout varies."""
    scene, confusion, decimals = draw.pick(SCENES), draw_confusion(draw), 3 if draw.is_extended else 2
    p, r = confusion.rate("precision"), confusion.rate("recall")
    require_hand_fractions(draw, p, r, f1_score(p, r))
    tp, fp, fn = confusion.tp, confusion.fp, confusion.fn
    negative = f1_score(confusion.rate("npv"), confusion.rate("specificity"))
    negative_class = with_particle(f"'{scene.negative}'", "을/를")
    return Draft(
        stem=f"{scene.model}을 검증한 혼동행렬이 다음과 같다. 양성 클래스가 '{scene.positive}'일 때, F1 점수는? ({rounding(decimals)})",
        data=confusion.shown(draw, scene),
        key=compute(f1_of_counts, **confusion.arguments()),
        decimals=decimals,
        why="F1은 정밀도와 재현율의 조화 평균이며, 2TP/(2TP + FP + FN)과 같다.",
        wrongs=[
            *_mean_wrongs(p, r),
            Wrong(float(confusion.rate("accuracy")), "정확도를 구했습니다. F1에는 TN이 들어가지 않습니다."),
            Wrong(float(confusion.rate("csi")), "TP/(TP + FP + FN)을 구했습니다. F1은 분자와 분모에서 TP를 두 번 셉니다."),
            Wrong(float(negative), f"{negative_class} 양성으로 놓고 구했습니다. 물음의 양성은 '{scene.positive}'입니다."),
        ],
        steps=[
            confusion.cells_step(),
            f"정밀도 P = TP/(TP + FP) = {tp}/{tp + fp}, 재현율 R = TP/(TP + FN) = {tp}/{tp + fn}",
            f"F1 = 2PR/(P + R) = 2TP/(2TP + FP + FN) = {2 * tp}/({2 * tp} + {fp} + {fn})",
            f"F1 = {2 * tp}/{2 * tp + fp + fn} = {show(float(f1_score(p, r)), decimals)}",
        ],
    )


@template("metrics.f_score", "from_precision_recall", "정밀도와 재현율에서 F1 점수")
def from_precision_recall(draw: Draw) -> Draft:
    """The F1 of a precision and a recall that are told as shares."""
    scene, decimals = draw.pick(SCENES), 3 if draw.is_extended else 2
    p, r = draw.pick(rate_pairs(1, exact=False) if draw.is_extended else rate_pairs(5, exact=False) + rate_pairs(1, exact=True))
    require_hand_fractions(draw, f1_score(p, r))
    return Draft(
        stem=f"{scene.model}이 '{scene.positive}'(양성)으로 예측한 것의 {plain(p * 100)}%가 실제 '{scene.positive}'이었고, 실제 "
        f"'{scene.positive}'의 {plain(r * 100)}%를 찾아냈다. 이 모형의 F1 점수는? (비율로 답하고, {rounding(decimals)})",
        key=compute(f1_of_rates, precision=float(p), recall=float(r)),
        decimals=decimals,
        why="앞의 비율은 정밀도, 뒤의 비율은 재현율이며, F1은 두 비율의 조화 평균이다.",
        wrongs=_mean_wrongs(p, r),
        steps=[
            f"정밀도 P = {plain(p)}, 재현율 R = {plain(r)}",
            "F1 = 2PR/(P + R)",
            f"2PR = 2·{plain(p)}·{plain(r)} = {plain(2 * p * r)}",
            f"P + R = {plain(p + r)}",
            f"F1 = {plain(2 * p * r)}/{plain(p + r)} = {show(float(f1_score(p, r)), decimals)}",
        ],
    )


def _weighted(precision: Fraction, recall: Fraction, weight: Fraction) -> Fraction:
    """The harmonic mean in which the recall has *weight*, the precision 1."""
    return (1 + weight) * precision * recall / (weight * precision + recall)


def _weighted_wrongs(p: Fraction, r: Fraction, beta: Fraction) -> list[Wrong]:
    """What people take for the F score with *beta*."""
    square = beta**2
    return [
        Wrong(float(f1_score(p, r)), "F1을 구했습니다. β의 제곱으로 가중해야 합니다."),
        Wrong(float(_weighted(p, r, beta)), "β를 제곱하지 않았습니다. 가중치는 β²입니다."),
        Wrong(float(_weighted(p, r, 1 / square)), "분모의 P와 R을 바꾸었습니다. β²는 정밀도 P에 곱합니다."),
        Wrong(float((p + square * r) / (1 + square)), "정밀도와 재현율을 가중 산술 평균했습니다. Fβ는 조화 평균입니다."),
        Wrong(float(2 * p * r / (square * p + r)), "분자에 1 + β²가 아니라 2를 곱했습니다."),
        Wrong(float(p), "정밀도를 그대로 썼습니다. Fβ는 두 비율을 함께 반영합니다."),
        Wrong(float(r), "재현율을 그대로 썼습니다. Fβ는 두 비율을 함께 반영합니다."),
    ]


@template("metrics.f_score", "f_beta", "정밀도와 재현율에서 Fβ 점수")
def weighted(draw: Draw) -> Draft:
    """The F score that weighs one of the two rates more."""
    scene, decimals = draw.pick(SCENES), 3 if draw.is_extended else 2
    beta = draw.pick([Fraction(3), Fraction(3, 2), Fraction(1, 2)] if draw.is_extended else [Fraction(2), Fraction(1, 2)])
    p, r = draw.pick(rate_pairs(1 if draw.is_extended else 5, exact=False))
    square, score = beta**2, _weighted(p, r, beta**2)
    require_hand_fractions(draw, score)
    more, less = ("재현율을", "정밀도보다") if beta > 1 else ("정밀도를", "재현율보다")
    return Draft(
        stem=f"{scene.model}의 정밀도는 {plain(p)}, 재현율은 {plain(r)}이다. {more} {less} {plain(max(beta, 1 / beta))}배 중요하게 "
        f"보아 β = {with_particle(plain(beta), '으로/로')} 놓을 때, Fβ 점수는? ({rounding(decimals)})",
        key=compute(f_beta, precision=float(p), recall=float(r), beta=float(beta)),
        decimals=decimals,
        why="Fβ = (1 + β²)PR/(β²P + R)이며, β가 1보다 크면 재현율에, 작으면 정밀도에 가까워진다.",
        wrongs=within(_weighted_wrongs(p, r, beta), 0, 1),
        steps=[
            f"Fβ = (1 + β²)PR/(β²P + R), β² = {plain(square)}",
            f"(1 + β²)PR = {plain(1 + square)}·{plain(p)}·{plain(r)} = {plain((1 + square) * p * r)}",
            f"β²P + R = {plain(square * p)} + {plain(r)} = {plain(square * p + r)}",
            f"Fβ = {plain((1 + square) * p * r)}/{plain(square * p + r)} = {show(float(score), decimals)}",
        ],
    )


@template("metrics.f_score", "compare", "F1이 가장 높은 모형 고르기", version=2)
def compare(draw: Draw) -> Draft:
    """Which of three models has the highest F1, where the arithmetic mean misleads."""
    rates, decimals = {model: draw.pick(rate_pairs(1, exact=not draw.is_extended)) for model in "ABC"}, 3 if draw.is_extended else 2
    scores = {model: float(f1_score(*pair)) for model, pair in rates.items()}
    means = {model: float(sum(pair)) / 2 for model, pair in rates.items()}
    best, tempting = max(scores, key=scores.__getitem__), max(means, key=means.__getitem__)
    draw.require(best != tempting and are_told_apart(scores.values(), decimals) and min(scores.values()) > scores[best] - 0.25)

    def choice(model: str, value: float) -> str:
        return f"모형 {model}, F1 = {show(value, decimals)}"

    def other(model: str) -> Wrong:
        why = f"모형 {model}의 F1은 맞지만, {with_particle(f'모형 {best}', '이/가')} 더 높습니다."
        return Wrong(scores[model], why, choice(model, scores[model]))

    def averaged(model: str) -> Wrong:
        why = f"모형 {model}에서 정밀도와 재현율을 산술 평균했습니다. F1은 조화 평균입니다."
        return Wrong(means[model], why, choice(model, means[model]))

    return Draft(
        stem=f"같은 자료로 검증한 세 모형의 정밀도와 재현율이 다음과 같다. F1 점수가 가장 높은 모형과 그 값은? ({rounding(decimals)})",
        data=Table(columns=("모형", "정밀도", "재현율"), rows=tuple((m, float(p), float(r)) for m, (p, r) in rates.items())),
        key=compute(best_f1, precisions=[float(p) for p, _ in rates.values()], recalls=[float(r) for _, r in rates.values()]),
        decimals=decimals,
        label=choice(best, scores[best]),
        why="F1은 조화 평균이라 두 비율 가운데 작은 쪽에 가까우므로, 두 비율이 고르게 높은 모형이 높다.",
        wrongs=[build(model) for model in rates for build in (other, averaged) if model != best or build is averaged],
        steps=["F1 = 2PR/(P + R)"]
        + [
            f"모형 {m}: 2·{plain(p)}·{plain(r)}/({plain(p)} + {plain(r)}) = {plain(2 * p * r)}/{plain(p + r)} = {show(scores[m], decimals)}"
            for m, (p, r) in rates.items()
        ]
        + [f"F1이 가장 높은 것은 모형 {best}이다."],
    )
