"""ROC curves: points (`sklearn.metrics.roc_curve`), areas (`roc_auc_score`, `auc`) and the Gini coefficient of counted pairs.

https://scikit-learn.org/stable/modules/generated/sklearn.metrics.roc_curve.html
https://scikit-learn.org/stable/modules/generated/sklearn.metrics.roc_auc_score.html
https://numpy.org/doc/stable/reference/generated/numpy.average.html
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import accumulate, pairwise, product
from operator import mul

from quizapp.exercises.catalogue.confusion_tables import SCENES, Confusion
from quizapp.exercises.catalogue.wording import plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show


def true_positive_rate(actual: list[int], scores: list[float], threshold: float) -> float:
    from sklearn.metrics import roc_curve

    _, tpr, thresholds = roc_curve(actual, scores, drop_intermediate=False)
    return float(tpr[thresholds >= threshold][-1])


def area_of_scores(actual: list[int], scores: list[float]) -> float:
    from sklearn.metrics import roc_auc_score

    return float(roc_auc_score(actual, scores))


def area_of_points(fpr: list[float], tpr: list[float]) -> float:
    from sklearn.metrics import auc

    return float(auc(fpr, tpr))


def gini_of_pairs(concordant: float, tied: float, discordant: float) -> float:
    import numpy as np

    auc = np.average([1, 0.5, 0], weights=[concordant, tied, discordant])
    return float(2 * auc - 1)


def _scored(draw: Draw, positives: int, negatives: int, *, tied: bool) -> tuple[list[int], list[Fraction]]:
    """Labels and scores of records, by falling score on the paper; positives tend to score higher, tenths may tie."""
    actual = [1] * positives + [0] * negatives
    strengths = [draw.integer(1, 7) + 2 * label for label in actual]
    scores = [Fraction(strength, 10) for strength in strengths]
    if not tied:
        unit = 50 if draw.is_extended else 20
        actual = [actual[record] for record in sorted(range(len(actual)), key=lambda record: -strengths[record])]
        scores = sorted((Fraction(score, unit) for score in draw.sample(range(1, unit), len(actual))), reverse=True)
    records = list(zip(actual, scores, strict=True))
    records = draw.shuffled(records) if draw.is_extended else sorted(records, key=lambda record: -record[1])
    return [label for label, _ in records], [score for _, score in records]


def _records(actual: list[int], scores: list[Fraction]) -> Table:
    """The records in columns."""
    columns = ("번호", *(str(number) for number in range(1, len(actual) + 1)))
    return Table(columns=columns, rows=(("실제", *actual), ("점수", *map(float, scores))))


def _counted(actual: list[int], chosen: list[bool]) -> Confusion:
    """The confusion table of *chosen* as predictions."""
    pairs = list(zip(map(bool, actual), chosen, strict=True))
    return Confusion(*(pairs.count(pair) for pair in ((True, True), (False, True), (True, False), (False, False))))


def _is_surrounded(value: float, wrongs: list[Wrong], decimals: int) -> bool:
    """Whether any rank can hold the key: spares scikit-learn's slow calls for data that would be drawn again."""
    shown = Decimal(show(value, decimals))
    others = {Decimal(show(wrong.value, decimals)) for wrong in wrongs}
    return sum(other < shown for other in others) >= 3 and sum(other > shown for other in others) >= 3


def _point(x: Fraction, y: Fraction) -> str:
    return f"({show(float(x), 2)}, {show(float(y), 2)})"


@template("metrics.roc", "point", "임계값에서 ROC 곡선 위의 점")
def point(draw: Draw) -> Draft:
    """Both coordinates of the curve at one threshold."""
    scene, more = draw.pick(SCENES), 2 if draw.is_extended else 0
    positives, negatives = draw.integer(4, 5) + more, draw.integer(4, 5) + more
    actual, scores = _scored(draw, positives, negatives, tied=False)
    threshold = draw.pick(scores)
    at, above = (_counted(actual, chosen) for chosen in ([s >= threshold for s in scores], [s > threshold for s in scores]))
    x, y, size = at.rate("fpr"), at.rate("recall"), positives + negatives
    draw.require(0 < x < y < 1)

    return Draft(
        stem=f"{scene.model}으로 {size}건의 점수를 매긴 결과가 다음과 같다(1 = '{scene.positive}', 양성). 점수가 {plain(threshold)} "
        f"이상이면 양성으로 예측할 때, ROC 곡선 위의 점 (가로축 값, 세로축 값)은? ({rounding(2)})",
        data=_records(actual, scores),
        key=compute(true_positive_rate, actual=actual, scores=[float(s) for s in scores], threshold=float(threshold)),
        label=_point(x, y),
        why="ROC 곡선의 가로축은 FPR = FP/(FP + TN), 세로축은 TPR = TP/(TP + FN)이다.",
        wrongs=_point_wrongs(draw, at, above, size),
        steps=[
            f"점수 {plain(threshold)} 이상: 실제 양성 TP = {at.tp}, 실제 음성 FP = {at.fp}",
            f"가로축 FPR = FP/(FP + TN) = {at.fp}/{negatives} = {show(float(x), 2)}",
            f"세로축 TPR = TP/(TP + FN) = {at.tp}/{positives} = {show(float(y), 2)}",
        ],
    )


def _point_wrongs(draw: Draw, at: Confusion, above: Confusion, size: int) -> list[Wrong]:
    """Either every coordinate stands in two choices or in one: the choice made of the commonest parts must not be the key."""
    x, y, precision = at.rate("fpr"), at.rate("recall"), at.rate("precision")
    other, name = draw.pick([(1 - x, "특이도"), (at.rate("fdr"), "FP/(TP + FP)")])
    crossed = [
        (other, y, f"가로축에 {with_particle(name, '을/를')} 놓았습니다. 가로축은 FPR = FP/(FP + TN)입니다."),
        (x, precision, "세로축에 정밀도를 놓았습니다. 세로축은 재현율입니다."),
        (other, precision, f"가로축에 {with_particle(name, '을/를')}, 세로축에 정밀도를 놓았습니다. 가로축은 FPR, 세로축은 재현율입니다."),
    ]
    apart = [
        (y, x, "두 축을 바꾸었습니다. 가로축이 FPR, 세로축이 TPR입니다."),
        (above.rate("fpr"), above.rate("recall"), "점수가 임계값과 같은 건을 음성으로 보았습니다. 이상이면 양성입니다."),
        (Fraction(at.fp, size), Fraction(at.tp, size), "전체 건수로 나누었습니다. 실제 음성과 실제 양성으로 따로 나눕니다."),
        (1 - y, 1 - x, "양성과 음성을 거꾸로 보았습니다. 세로축은 실제 양성에서의 비율입니다."),
    ]
    return [Wrong(float(second), why, _point(first, second)) for first, second, why in draw.pick([crossed, apart])]


def _pair_wrongs(wins: int, ties: int, actual: list[int], scores: list[Fraction]) -> list[Wrong]:
    """What people take for the share of pairs that are ranked rightly."""
    pairs = sum(actual) * (len(actual) - sum(actual))
    area = Fraction(2 * wins + ties, 2 * pairs)
    half = _counted(actual, [score >= Fraction(1, 2) for score in scores])
    return [
        Wrong(wins / pairs, "점수가 같은 쌍을 0으로 세었습니다. 같은 쌍은 1/2로 셉니다."),
        Wrong((wins + ties) / pairs, "점수가 같은 쌍을 1로 세었습니다. 같은 쌍은 1/2로 셉니다."),
        Wrong(wins / (pairs - ties), "점수가 같은 쌍을 빼고 나누었습니다. 같은 쌍도 1/2로 세어 넣습니다."),
        Wrong(float(1 - area), "음성의 점수가 더 높은 쌍의 비율을 구했습니다. 양성이 더 높은 쌍을 셉니다."),
        Wrong(float(2 * area - 1), "지니 계수 2·AUC − 1을 구했습니다. 물음은 AUC입니다."),
        Wrong((wins + ties / 2) / (len(scores) * (len(scores) - 1) / 2), "모든 두 건의 쌍으로 나누었습니다. 양성과 음성의 쌍만 셉니다."),
        Wrong(float(half.rate("accuracy")), "임계값 0.5의 정확도를 구했습니다. AUC는 임계값 하나에 매이지 않습니다."),
        Wrong(float(half.rate("recall")), "임계값 0.5의 재현율을 구했습니다. AUC는 임계값 하나에 매이지 않습니다."),
        Wrong(float(half.rate("specificity")), "임계값 0.5의 특이도를 구했습니다. AUC는 임계값 하나에 매이지 않습니다."),
    ]


@template("metrics.roc", "auc_of_scores", "점수와 레이블에서 AUC")
def auc_of_scores(draw: Draw) -> Draft:
    """The area as the share of pairs of a positive and a negative that are ranked rightly."""
    scene, more = draw.pick(SCENES), 2 if draw.is_extended else 0
    positives, negatives = draw.integer(3, 5) + more, draw.integer(3, 5) + more
    pairs, decimals = positives * negatives, 3 if draw.is_extended else 2
    actual, scores = _scored(draw, positives, negatives, tied=True)
    high = [score for label, score in zip(actual, scores, strict=True) if label]
    low = [score for label, score in zip(actual, scores, strict=True) if not label]
    wins, ties = sum(a > b for a, b in product(high, low)), sum(a == b for a, b in product(high, low))
    draw.require((draw.is_extended or pairs <= 20) and 2 * wins > pairs and 0 < ties <= 4 and wins + ties < pairs)
    wrongs, area = within(_pair_wrongs(wins, ties, actual, scores), 0, 0.99), (wins + ties / 2) / pairs
    draw.require(_is_surrounded(area, wrongs, decimals))
    return Draft(
        stem=f"{scene.model}으로 {positives + negatives}건의 점수를 매긴 결과가 다음과 같다(1 = '{scene.positive}', 양성). "
        f"ROC 곡선 아래의 면적(AUC)은? ({rounding(decimals)})",
        data=_records(actual, scores),
        key=compute(area_of_scores, actual=actual, scores=[float(score) for score in scores]),
        decimals=decimals,
        why="AUC는 양성과 음성의 모든 쌍 가운데 양성의 점수가 더 높은 쌍의 비율이며, 같은 쌍은 1/2로 센다.",
        wrongs=wrongs,
        steps=[
            f"양성과 음성의 쌍 = {positives}·{negatives} = {pairs}",
            f"양성의 점수: {', '.join(map(plain, high))} / 음성의 점수: {', '.join(map(plain, low))}",
            f"양성이 더 높은 쌍 = {wins}, 같은 쌍 = {ties}",
            f"AUC = ({wins} + {ties}/2)/{pairs} = {show(area, decimals)}",
        ],
    )


def _concave_curve(draw: Draw, unit: int, inner: int) -> tuple[list[Fraction], list[Fraction]]:
    """Both coordinates of a curve from (0, 0) to (1, 1) with *inner* points between: the steepest pieces come first."""
    cuts = [[0, *sorted(draw.sample(range(1, unit), inner)), unit] for _ in "xy"]
    widths, heights = ([b - a for a, b in pairwise(cut)] for cut in cuts)
    pieces = sorted(zip(widths, heights, strict=True), key=lambda piece: piece[0] / piece[1])
    xs, ys = zip((0, 0), *accumulate(pieces, lambda at, piece: (at[0] + piece[0], at[1] + piece[1])), strict=True)
    return [Fraction(x, unit) for x in xs], [Fraction(y, unit) for y in ys]


def _area_wrongs(xs: list[Fraction], ys: list[Fraction], area: Fraction) -> list[Wrong]:
    """What people take for the area under the points."""
    widths = [b - a for a, b in pairwise(xs)]
    left, right = (sum(map(mul, widths, heights)) for heights in (ys, ys[1:]))
    best = max(y - x for x, y in zip(xs, ys, strict=True))
    return [
        Wrong(float(left), "구간마다 왼쪽 높이의 직사각형으로 더했습니다. 두 높이를 평균합니다."),
        Wrong(float(right), "구간마다 오른쪽 높이의 직사각형으로 더했습니다. 두 높이를 평균합니다."),
        Wrong(float(area + xs[1] * ys[1] / 2), "첫 구간을 삼각형이 아니라 직사각형으로 더했습니다."),
        Wrong(float(area + (1 - xs[-2]) * (1 - ys[-2]) / 2), "마지막 구간의 높이를 1로 두었습니다. 두 높이를 평균합니다."),
        Wrong(float(2 * area - 1), "지니 계수 2·AUC − 1을 구했습니다. 물음은 AUC입니다."),
        Wrong(float(area - Fraction(1, 2)), "대각선 위의 넓이만 구했습니다. AUC는 가로축까지의 넓이입니다."),
        Wrong(float(1 - area), "축을 바꾸어 곡선 위쪽의 넓이를 구했습니다. 가로축은 FPR입니다."),
        Wrong(float((1 + best) / 2), "대각선에서 가장 먼 점 하나만으로 구했습니다. 모든 점을 잇습니다."),
    ]


@template("metrics.roc", "auc_of_points", "ROC 곡선의 점에서 사다리꼴로 AUC")
def auc_of_points(draw: Draw) -> Draft:
    """The area under a few points by trapezoids."""
    scene, unit, inner = draw.pick(SCENES), 20 if draw.is_extended else 10, 3 if draw.is_extended else 2
    xs, ys = _concave_curve(draw, unit, inner)
    draw.require(ys[1] - xs[1] >= Fraction(1, 5))
    strips = [(b - a) * (c + d) / 2 for (a, b), (c, d) in zip(pairwise(xs), pairwise(ys), strict=True)]
    area = sum(strips, Fraction(0))
    return Draft(
        stem=f"{scene.model}의 ROC 곡선이 지나는 점은 다음과 같다. 점 사이를 직선으로 이을 때, AUC는? ({rounding(3)})",
        data=Table(
            columns=("점", *(str(number) for number in range(1, len(xs) + 1))),
            rows=(("FPR", *map(float, xs)), ("TPR", *map(float, ys))),
        ),
        key=compute(area_of_points, fpr=[float(x) for x in xs], tpr=[float(y) for y in ys]),
        decimals=3,
        why="AUC는 이웃한 두 점 사이의 사다리꼴 넓이를 모두 더한 값이다.",
        wrongs=_area_wrongs(xs, ys, area),
        steps=[
            "AUC = Σ (가로 폭)·(왼쪽 높이 + 오른쪽 높이)/2",
            *(
                f"{plain(a)}~{plain(b)}: {plain(b - a)}·({plain(c)} + {plain(d)})/2 = {plain(strip)}"
                for (a, b), (c, d), strip in zip(pairwise(xs), pairwise(ys), strips, strict=True)
            ),
            f"AUC = {' + '.join(map(plain, strips))} = {show(float(area), 3)}",
        ],
    )


def _gini_wrongs(concordant: float, tied: float, discordant: float) -> list[Wrong]:
    """What people take for the Gini coefficient of counted pairs."""
    decided = concordant + discordant
    return [
        Wrong(concordant + tied / 2, "AUC를 구했습니다. 지니 계수는 2·AUC − 1입니다."),
        Wrong(concordant, "순서가 맞은 쌍의 비율을 그대로 썼습니다. 틀린 쌍의 비율을 빼야 합니다."),
        Wrong((concordant - discordant) / decided, "점수가 같은 쌍을 빼고 나누었습니다(감마 계수). 지니 계수는 모든 쌍으로 나눕니다."),
        Wrong(2 * concordant - 1, "점수가 같은 쌍을 틀린 쌍으로 세었습니다. 같은 쌍은 1/2로 셉니다."),
        Wrong(2 * (concordant + tied) - 1, "점수가 같은 쌍을 맞은 쌍으로 세었습니다. 같은 쌍은 1/2로 셉니다."),
        Wrong((concordant - discordant) / 2, "AUC − 0.5를 구했습니다. 이것을 두 배 해야 지니 계수입니다."),
        Wrong(concordant / decided, "맞은 쌍을 맞거나 틀린 쌍으로 나누었습니다. 지니 계수는 두 비율의 차이입니다."),
        Wrong(discordant + tied / 2, "1 − AUC를 구했습니다. 지니 계수는 2·AUC − 1입니다."),
    ]


@template("metrics.roc", "gini", "쌍의 비율 출력에서 지니 계수")
def gini(draw: Draw) -> Draft:
    """The Gini coefficient (Somers' D) from the output of a logistic regression."""
    scene, decimals = draw.pick(SCENES), 3 if draw.is_extended else 2
    unit = 10 if draw.is_extended else 1
    tied = Fraction(draw.integer(2 * unit, 12 * unit), unit)
    discordant = Fraction(draw.integer(6 * unit, 30 * unit), unit)
    concordant = 100 - tied - discordant
    positives, negatives = 10 * draw.integer(2, 9), 50 * draw.integer(2, 9)
    area = (concordant + tied / 2) / 100
    shares = {"Concordant": concordant, "Discordant": discordant, "Tied": tied}
    lines = [f"Percent {name:<12}{show(float(share), 1):>8}" for name, share in shares.items()]
    return Draft(
        stem=f"{scene.model}으로 쓰는 로지스틱 회귀의 출력에서, '{scene.positive}' {positives}건과 '{scene.negative}' {negatives}건의 모든 "
        "쌍을 점수의 순서가 맞은 쌍(Concordant), 틀린 쌍(Discordant), 점수가 같은 쌍(Tied)으로 나눈 비율(%)이 다음과 같다. "
        f"지니 계수는? (비율로 답하고, {rounding(decimals)})",
        data="\n".join([*lines, f"Pairs{positives * negatives:>23}"]),
        key=compute(gini_of_pairs, concordant=float(concordant), tied=float(tied), discordant=float(discordant)),
        decimals=decimals,
        why="지니 계수는 2·AUC − 1이고, AUC는 순서가 맞은 쌍의 비율에 같은 쌍의 절반을 더한 값이다.",
        wrongs=_gini_wrongs(float(concordant) / 100, float(tied) / 100, float(discordant) / 100),
        steps=[
            f"AUC = ({plain(concordant)} + {plain(tied)}/2)/100 = {plain(area)}",
            f"지니 계수 = 2·AUC − 1 = 2·{plain(area)} − 1 = {show(float(2 * area - 1), decimals)}",
        ],
    )
