"""Averages over classes from rates or counts that are told: macro and weighted (`numpy.average`), micro (`sklearn.metrics`).

https://numpy.org/doc/stable/reference/generated/numpy.average.html
https://scikit-learn.org/stable/modules/model_evaluation.html#multiclass-and-multilabel-classification
"""

from __future__ import annotations

from fractions import Fraction

from quizapp.exercises.catalogue.confusion_tables import f1_score
from quizapp.exercises.catalogue.wording import are_told_apart, plain, rounding
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show

_TASKS = (
    "한 병원의 중증도 분류 모형",
    "어느 쇼핑몰의 문의 분류 모형",
    "한 공장의 불량 유형 분류 모형",
    "한 물류센터의 상자 크기 분류 모형",
    "한 지자체의 민원 분류 모형",
)
_TAGGERS = (
    ("어느 언론사가 기사 한 건에", ("경제", "환경", "복지", "교육")),
    ("한 병원이 흉부 영상 한 장에", ("결절", "폐렴", "기흉", "흉수")),
    ("어느 쇼핑몰이 상품 하나에", ("방수", "경량", "방한", "신축")),
    ("한 공장이 설비 경보 하나에", ("과열", "진동", "누유", "과압")),
)
_REPORT_COLUMNS = ("precision", "recall", "f1-score")


def average_of(scores: list[float], support: list[int] | None) -> float:
    import numpy as np

    return float(np.average(scores, weights=support))


def best_average(models: list[list[float]]) -> float:
    import numpy as np

    return float(np.max(np.mean(models, axis=1)))


def pooled_precision(tp: list[int], fp: list[int], fn: list[int]) -> float:
    from sklearn.metrics import precision_score

    return float(precision_score([1, 0, 1], [1, 1, 0], sample_weight=[sum(tp), sum(fp), sum(fn)]))


def pooled_recall(tp: list[int], fp: list[int], fn: list[int]) -> float:
    from sklearn.metrics import recall_score

    return float(recall_score([1, 0, 1], [1, 1, 0], sample_weight=[sum(tp), sum(fp), sum(fn)]))


def pooled_f1(tp: list[int], fp: list[int], fn: list[int]) -> float:
    from sklearn import metrics

    return float(metrics.f1_score([1, 0, 1], [1, 1, 0], sample_weight=[sum(tp), sum(fp), sum(fn)]))


def _report(rows: list[list[Fraction]], supports: list[int], hidden: str) -> str:
    """The classes' part of a classification report, and an average line that is covered."""
    lines = [" " * 14 + "".join(f"{name:>10}" for name in (*_REPORT_COLUMNS, "support")), ""]
    for label, rates, support in zip("ABCD", rows, supports, strict=False):
        lines.append(f"{label:>14}{''.join(f'{show(float(rate), 2):>10}' for rate in rates)}{support:>10}")
    return "\n".join([*lines, "", f"{hidden:>14}{'?':>10}{'?':>10}{'?':>10}{sum(supports):>10}"])


def _average_wrongs(rows: list[list[Fraction]], supports: list[int], column: int, *, is_weighted: bool) -> list[Wrong]:
    """What people take for an average line of a report."""
    plain_means = [sum(rates, Fraction(0)) / len(rates) for rates in zip(*rows, strict=True)]
    weighted = [
        sum((size * rate for size, rate in zip(supports, rates, strict=True)), Fraction(0)) / sum(supports)
        for rates in zip(*rows, strict=True)
    ]
    same, other = (weighted, plain_means) if is_weighted else (plain_means, weighted)
    asked, hints = "weighted avg" if is_weighted else "macro avg", ("macro avg(단순 평균)", "weighted avg(가중 평균)")
    inverse = sum(rates[column] / size for rates, size in zip(rows, supports, strict=True)) / sum(Fraction(1, size) for size in supports)
    neighbour = (column + 1) % 3
    values = [rates[column] for rates in rows]
    name = _REPORT_COLUMNS[column]
    return [
        Wrong(float(other[column]), f"{with_particle(hints[not is_weighted], '을/를')} 구했습니다. 물음은 {asked}입니다."),
        Wrong(float(same[neighbour]), f"{_REPORT_COLUMNS[neighbour]}의 {with_particle(asked, '을/를')} 구했습니다. 물음은 {name}입니다."),
        Wrong(float(inverse), "건수의 역수로 가중하여 적은 클래스를 크게 반영했습니다."),
        Wrong(float(max(values)), f"{with_particle(name, '이/가')} 가장 높은 클래스의 값을 썼습니다."),
        Wrong(float(min(values)), f"{with_particle(name, '이/가')} 가장 낮은 클래스의 값을 썼습니다."),
        Wrong(float(rows[supports.index(max(supports))][column]), "건수가 가장 많은 클래스의 값을 그대로 썼습니다."),
        Wrong(float(min(values) + max(values)) / 2, "가장 높은 값과 가장 낮은 값만 평균했습니다."),
        Wrong(float(f1_score(same[0], same[1])), "두 평균(정밀도, 재현율)의 조화 평균을 구했습니다."),
    ]


@template("metrics.multiclass", "from_report", "분류 보고서의 가려진 평균 행")
def from_report(draw: Draw) -> Draft:
    """A covered value of a report's macro or weighted average line."""
    size = 4 if draw.is_extended else 3
    supports = [draw.integer(12, 99) if draw.is_extended else 10 * draw.integer(1, 6) for _ in range(size)]
    draw.require(len(set(supports)) == size and (draw.is_extended or sum(supports) in {50, 80, 100, 120, 150}))
    column, is_weighted = draw.integer(0, 2), draw.pick([True, False])
    grid = 1 if draw.is_extended else 5
    rates = [[Fraction(grid * draw.integer(50 // grid, 96 // grid), 100) for _ in range(2)] for _ in range(size)]
    rows = [[p, r, Fraction(show(float(f1_score(p, r)), 2))] for p, r in rates]
    values, weights = [row[column] for row in rows], supports if is_weighted else [1] * size
    total = sum(weight * value for weight, value in zip(weights, values, strict=True))
    asked, name = "weighted avg" if is_weighted else "macro avg", _REPORT_COLUMNS[column]
    products = [f"{weight}·{plain(value)}" if is_weighted else plain(value) for weight, value in zip(weights, values, strict=True)]
    return Draft(
        stem=f"다음은 {draw.pick(_TASKS)}의 분류 보고서(classification_report) 출력의 일부이다. 출력된 값으로 구할 때, {asked} 행의 "
        f"{with_particle(name, '은/는')}? ({rounding(2)})",
        data=_report(rows, supports, asked),
        key=compute(average_of, scores=list(map(float, values)), support=supports if is_weighted else None),
        why="macro avg는 클래스별 값의 단순 평균이고, weighted avg는 support(실제 건수)로 가중한 평균이다.",
        wrongs=_average_wrongs(rows, supports, column, is_weighted=is_weighted),
        steps=[
            "weighted avg = Σ(support·값)/Σ support" if is_weighted else "macro avg = 클래스별 값의 합/클래스 수",
            f"합 = {' + '.join(products)} = {plain(total)}",
            f"{asked} = {plain(total)}/{sum(weights)} = {show(float(total / sum(weights)), 2)}",
        ],
    )


def _micro_wrongs(cells: list[tuple[int, int, int]], pooled: dict[str, Fraction], asked: str) -> list[Wrong]:
    """What people take for a micro average of tags with their TP, FP and FN."""
    rates = {"정밀도": [Fraction(tp, tp + fp) for tp, fp, _ in cells], "재현율": [Fraction(tp, tp + fn) for tp, _, fn in cells]}
    rates["F1 점수"] = list(map(f1_score, rates["정밀도"], rates["재현율"]))
    tp, fp, fn = map(sum, zip(*cells, strict=True))
    others = [
        Wrong(float(value), f"마이크로 {with_particle(name, '을/를')} 구했습니다. 물음은 마이크로 {asked}입니다.")
        for name, value in pooled.items()
        if name != asked
    ]
    return [
        *others,
        Wrong(float(sum(rates[asked])) / len(cells), "태그별 지표를 평균했습니다(매크로). 마이크로는 건수를 먼저 더합니다."),
        Wrong(tp / (tp + fp + fn), "TP/(TP + FP + FN), 곧 자카드 지수를 구했습니다."),
        Wrong(float(max(rates[asked])), "값이 가장 높은 태그의 지표를 썼습니다."),
        Wrong(float(min(rates[asked])), "값이 가장 낮은 태그의 지표를 썼습니다."),
        Wrong(float(sum(pooled.values()) - pooled["F1 점수"]) / 2, "마이크로 정밀도와 재현율을 산술 평균했습니다."),
    ]


@template("metrics.multiclass", "micro", "다중 레이블 예측의 마이크로 평균")
def micro(draw: Draw) -> Draft:
    """The micro average of a tagger's precision, recall or F1, from each tag's TP, FP and FN."""
    (place, every), size = draw.pick(_TAGGERS), 4 if draw.is_extended else 3
    tops = (70, 30, 30) if draw.is_extended else (24, 9, 9)
    cells = [(draw.integer(4, tops[0]), draw.integer(1, tops[1]), draw.integer(1, tops[2])) for _ in range(size)]
    tp, fp, fn = map(sum, zip(*cells, strict=True))
    pooled = {"정밀도": Fraction(tp, tp + fp), "재현율": Fraction(tp, tp + fn), "F1 점수": Fraction(2 * tp, 2 * tp + fp + fn)}
    asked, decimals = draw.pick(list(pooled)), 3 if draw.is_extended else 2
    draw.require(fp != fn and (draw.is_extended or pooled[asked].denominator <= 20))
    formula, above, below = {
        "정밀도": ("TP/(TP + FP)", tp, tp + fp),
        "재현율": ("TP/(TP + FN)", tp, tp + fn),
        "F1 점수": ("2TP/(2TP + FP + FN)", 2 * tp, 2 * tp + fp + fn),
    }[asked]
    return Draft(
        stem=f"{place} 태그를 여러 개 붙이는 모형(다중 레이블 분류)을 검증해 태그별로 센 결과가 다음과 같다. 마이크로 평균(micro average) "
        f"{with_particle(asked, '은/는')}? ({rounding(decimals)})",
        data=Table(columns=("태그", "TP", "FP", "FN"), rows=tuple((n, *row) for n, row in zip(every, cells, strict=False))),
        key=compute(
            {"정밀도": pooled_precision, "재현율": pooled_recall, "F1 점수": pooled_f1}[asked],
            **{name: list(counts) for name, counts in zip(("tp", "fp", "fn"), zip(*cells, strict=True), strict=True)},
        ),
        decimals=decimals,
        why="마이크로 평균은 모든 클래스의 TP, FP, FN을 먼저 더하고, 그 합으로 지표를 한 번 구한다.",
        wrongs=_micro_wrongs(cells, pooled, asked),
        by_hand=above / below,
        steps=[
            f"ΣTP = {tp}, ΣFP = {fp}, ΣFN = {fn}",
            f"마이크로 {asked} = {formula} = {above}/{below} = {show(above / below, decimals)}",
        ],
    )


def _model(name: str, value: Fraction) -> str:
    return f"모형 {name}, {show(float(value), 2)}"


def _compare_wrongs(means: dict[str, Fraction], weighted: dict[str, Fraction], highest: dict[str, Fraction], best: str) -> list[Wrong]:
    """Other models, and other averages of the right one."""
    named = with_particle(f"모형 {best}", "이/가")
    found = [(m, means[m], f"모형 {m}의 매크로 재현율은 맞지만, {named} 더 높습니다.") for m in means if m != best]
    found += [(m, weighted[m], f"모형 {m}에서 건수로 가중한 평균(= 정확도)을 구했습니다.") for m in means]
    found += [(m, highest[m], f"모형 {m}에서 가장 높은 클래스의 재현율만 보았습니다.") for m in means if m != best]
    return [Wrong(float(value), why, _model(m, value)) for m, value, why in found]


@template("metrics.multiclass", "compare", "매크로 평균 재현율이 가장 높은 모형", version=2)
def compare(draw: Draw) -> Draft:
    """Which of three models has the highest macro recall, where the accuracy misleads."""
    grid, size = (1, 4) if draw.is_extended else (5, 3)
    supports = sorted([draw.integer(1, 9) * 100 // grid for _ in range(size)], reverse=True)
    draw.require(len(set(supports)) == size and supports[0] >= 3 * supports[-1])
    percents = {m: [grid * draw.integer(40 // grid, 98 // grid) for _ in range(size)] for m in "ABC"}
    caught = {m: sum(count * one for count, one in zip(supports, row, strict=True)) for m, row in percents.items()}
    best = max(percents, key=lambda m: sum(percents[m]))
    draw.require(best != max(caught, key=caught.__getitem__))
    models = {m: [Fraction(one, 100) for one in row] for m, row in percents.items()}
    means = {m: sum(rates, Fraction(0)) / size for m, rates in models.items()}
    weighted = {m: Fraction(one, 100 * sum(supports)) for m, one in caught.items()}
    draw.require(means[best] < min(means.values()) + Fraction(1, 5) and are_told_apart(means.values(), 2))
    classes = " ".join(f"{name} {count}건," for name, count in zip("가나다라", supports, strict=False))
    return Draft(
        stem=f"{draw.pick(_TASKS)} 후보 셋을 같은 자료({classes[:-1]})로 검증한 클래스별 재현율이 다음과 같다. 드문 클래스도 똑같이 "
        f"중요하게 보아 매크로 평균 재현율로 고를 때, 가장 좋은 모형과 그 값은? ({rounding(2)})",
        data=Table(columns=("모형", *"가나다라"[:size]), rows=tuple((m, *map(float, rates)) for m, rates in models.items())),
        key=compute(best_average, models=[list(map(float, rates)) for rates in models.values()]),
        label=_model(best, means[best]),
        why="매크로 평균은 클래스의 건수를 무시하고 똑같은 무게로 평균하므로, 드문 클래스의 재현율도 같은 만큼 반영한다.",
        wrongs=_compare_wrongs(means, weighted, {m: max(rates) for m, rates in models.items()}, best),
        steps=["매크로 평균 재현율 = 클래스별 재현율의 합/클래스 수"]
        + [f"모형 {m}: {plain(sum(r))}/{size} = {show(float(means[m]), 2)}" for m, r in models.items()]
        + [f"가장 높은 것은 모형 {best}이다."],
    )
