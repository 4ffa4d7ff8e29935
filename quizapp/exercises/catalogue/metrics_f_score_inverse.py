"""F scores backwards: the rate (`scipy.optimize.brentq`) or the cell (`numpy.roots`) behind an F1.

https://docs.scipy.org/doc/scipy/reference/generated/scipy.optimize.brentq.html
https://numpy.org/doc/stable/reference/generated/numpy.roots.html
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from math import lcm

from quizapp.exercises.catalogue.confusion_tables import SCENES, Confusion, f1_score, rate_pairs
from quizapp.exercises.catalogue.wording import plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.korean import with_particle
from quizapp.numbers import show


def other_rate(rate: float, f1: float) -> float:
    """The rate whose harmonic mean with *rate* is *f1*."""
    from scipy.optimize import brentq

    return float(brentq(lambda other: 2 * rate * other / (rate + other) - f1, 0.001, 1))


def false_negatives(tp: int, fp: int, f1: float) -> float:
    """The FN at which f1·(2TP + FP + FN) − 2TP is 0."""
    import numpy as np

    return float(np.roots([f1, f1 * (2 * tp + fp) - 2 * tp])[0])


@cache
def _report_rates(*, exact: bool) -> list[tuple[Fraction, Fraction, int]]:
    """Precision, recall and the least number of positives that gives them with whole cells; *exact*: whose F1 is a whole percent."""
    found = [(p, r, lcm(r.denominator, (r / p).denominator)) for p, r in rate_pairs(1, exact=exact)]
    return [case for case in found if case[2] <= 200]


def _report(confusion: Confusion, digits: int, hidden: str) -> str:
    """What scikit-learn's classification_report prints for both classes, one cell of the positive class covered."""
    columns = {"precision": ("npv", "precision"), "recall": ("specificity", "recall")}
    lines = ["              precision    recall  f1-score   support", ""]
    for label, support in ((0, confusion.negatives), (1, confusion.positives)):
        rates = {column: confusion.rate(names[label]) for column, names in columns.items()}
        cells = {column: show(float(rate), digits) for column, rate in rates.items()}
        cells["f1-score"] = show(float(f1_score(*rates.values())), digits)
        if label:
            cells[hidden] = "?"
        lines.append(f"{label:>12}{''.join(f'{cell:>10}' for cell in cells.values())}{support:>10}")
    return "\n".join(lines)


def _inverse_wrongs(given: float, f1: float, name: str) -> list[Wrong]:
    """What people take for the rate beside *given*, the *name*, in an F1."""
    return [
        Wrong(2 * f1 - given, f"F1을 산술 평균으로 보고 2·F1 − {with_particle(name, '을/를')} 구했습니다. F1은 조화 평균입니다."),
        Wrong(f1**2 / given, f"F1을 기하 평균으로 보고 F1²을 {with_particle(name, '으로/로')} 나누었습니다. F1은 조화 평균입니다."),
        Wrong(f1 * given / (2 * given + f1), "정리할 때 부호를 틀려 분모에서 F1을 빼지 않고 더했습니다."),
        Wrong(f1 / given, f"F1을 {with_particle(name, '으로/로')} 나누었습니다. F1은 두 비율의 곱이 아닙니다."),
        Wrong(f1 * given, f"F1과 {with_particle(name, '을/를')} 곱했습니다. 조화 평균의 식을 남은 비율에 대하여 풀어야 합니다."),
        Wrong((f1 + given) / 2, f"F1과 {with_particle(name, '을/를')} 평균했습니다. F1이 이미 두 비율의 평균입니다."),
        Wrong(2 * f1 * given / (f1 + given), f"F1과 {name}의 조화 평균을 구했습니다. F1이 이미 두 비율의 평균입니다."),
    ]


@template("metrics.f_score", "inverse", "분류 보고서의 가려진 정밀도 또는 재현율", version=2)
def inverse(draw: Draw) -> Draft:
    """The covered precision or recall of a classification report, from F1 and the other one."""
    scene, digits, hidden = draw.pick(SCENES), 3 if draw.is_extended else 2, draw.pick(["precision", "recall"])
    p, r, least = draw.pick(_report_rates(exact=not draw.is_extended))
    positives, negatives = least * draw.integer(1, max(1, 200 // least)), 50 * draw.integer(2, 6)
    tp, chosen = r * positives, r * positives / p
    draw.require(positives >= 20 and 2 * (chosen - tp) < negatives)
    confusion = Confusion(int(tp), int(chosen - tp), int(positives - tp), int(negatives - chosen + tp))
    given, missing, name = (r, p, "재현율") if hidden == "precision" else (p, r, "정밀도")
    f1 = float(show(float(f1_score(p, r)), digits))
    draw.require(abs(f1 * float(given) / (2 * float(given) - f1) - float(missing)) < 0.004)
    return Draft(
        stem=f"다음은 {scene.model}의 분류 보고서(classification_report) 출력의 일부이고, 1이 '{scene.positive}'(양성)이다. "
        f"출력된 값으로 구할 때, ?로 가려진 {hidden}의 값은? ({rounding(2)})",
        data=_report(confusion, digits, hidden),
        key=compute(other_rate, rate=float(given), f1=f1),
        why=f"F1 = 2PR/(P + R)을 남은 비율에 대하여 풀면 F1·{name}/(2·{name} − F1)이다.",
        wrongs=within(_inverse_wrongs(float(given), f1, name), 0, 1),
        by_hand=f1 * float(given) / (2 * float(given) - f1),
        steps=[
            f"F1 = 2PR/(P + R)에서 구하는 값 = F1·{name}/(2·{name} − F1)",
            f"F1·{name} = {plain(f1)}·{plain(given)} = {plain(f1 * float(given))}",
            f"2·{name} − F1 = {plain(2 * given)} − {plain(f1)} = {plain(2 * float(given) - f1)}",
            f"{plain(f1 * float(given))}/{plain(2 * float(given) - f1)} = {show(f1 * float(given) / (2 * float(given) - f1), 2)}",
        ],
    )


def _missing_cell_wrongs(tp: int, fp: int, f1: Fraction) -> list[Wrong]:
    """What people take for the false negatives."""
    errors, precision = 2 * tp / f1 - 2 * tp, Fraction(tp, tp + fp)
    return [
        Wrong(float(errors), "FP를 빼지 않았습니다. 2TP/F1 − 2TP는 FP와 FN의 합입니다."),
        Wrong(float(errors - fp + tp), "2TP가 아니라 TP를 한 번만 뺐습니다. 이 값은 실제 양성의 건수입니다."),
        Wrong(float(tp / (2 * f1 - precision) - tp), "F1을 정밀도와 재현율의 산술 평균으로 보고 재현율을 구했습니다."),
        Wrong(float(tp * precision / f1**2 - tp), "F1을 정밀도와 재현율의 기하 평균으로 보고 재현율을 구했습니다."),
        Wrong(float(errors / 2), "F1을 재현율로 보아 TP/F1 − TP를 구했습니다."),
        Wrong(float(errors / 2 - fp), "분자의 2를 빠뜨려 F1 = TP/(TP + FP + FN)으로 놓았습니다."),
        Wrong(float(tp * (1 - f1)), "F1의 나머지(1 − F1)를 TP에 곱했습니다. F1은 찾아낸 비율이 아닙니다."),
        Wrong(float(2 * tp * (1 - f1) - fp), "2TP를 F1 값으로 나누지 않고 2TP에서 2TP·F1을 뺐습니다."),
    ]


@template("metrics.f_score", "missing_cell", "F1 점수에서 놓친 양성의 건수")
def missing_cell(draw: Draw) -> Draft:
    """The false negatives behind an F1, the true and the false positives."""
    scene, f1 = draw.pick(SCENES), Fraction(draw.integer(50, 95) if draw.is_extended else 5 * draw.integer(10, 19), 100)
    draw.require(not draw.is_extended or (20 * f1).denominator > 1)
    least = (2 / f1).denominator
    tp = least * draw.integer(1, (240 if draw.is_extended else 120) // least)
    errors = 2 * tp / f1 - 2 * tp
    draw.require(tp >= 12 and 8 <= errors <= 200)
    fp = draw.integer(2, int(errors) - 2)
    fn = errors - fp
    draw.require(5 <= fn < tp and fn != fp <= tp)
    return Draft(
        stem=f"{scene.model}이 실제 '{scene.positive}'(양성) 가운데 {tp}건을 맞게 찾아냈고(TP), '{scene.negative}'인 {fp}건을 "
        f"'{scene.positive}'으로 잘못 예측하였다(FP). F1 점수가 {plain(f1)}일 때, 놓친 '{scene.positive}'(FN)은 몇 건인가?",
        key=compute(false_negatives, tp=tp, fp=fp, f1=float(f1)),
        decimals=0,
        unit="건",
        why="F1 = 2TP/(2TP + FP + FN)을 FN에 대하여 풀면 FN = 2TP/F1 − 2TP − FP이다.",
        wrongs=within(_missing_cell_wrongs(tp, fp, f1), 1, float(2 * tp + errors)),
        steps=[
            "F1 = 2TP/(2TP + FP + FN)",
            f"2TP + FP + FN = 2TP/F1 = {2 * tp}/{plain(f1)} = {2 * tp + errors}",
            f"FN = {2 * tp + errors} − 2TP − FP = {2 * tp + errors} − {2 * tp} − {fp} = {fn}",
        ],
    )
