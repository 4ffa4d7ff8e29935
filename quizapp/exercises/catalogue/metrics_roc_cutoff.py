"""What separates the classes best: Youden's J over thresholds (numpy) and the Kolmogorov–Smirnov distance (`scipy.stats.ks_2samp`).

https://numpy.org/doc/stable/reference/generated/numpy.max.html
https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.ks_2samp.html
"""

from __future__ import annotations

from fractions import Fraction
from itertools import accumulate, pairwise

from quizapp.exercises.catalogue.confusion_tables import SCENES
from quizapp.exercises.catalogue.wording import plain, rounding, signed, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.numbers import show


def youden_index(sensitivity: list[float], specificity: list[float]) -> float:
    import numpy as np

    return float(np.max(np.array(sensitivity) + np.array(specificity) - 1))


def ks_statistic(positives: list[int], negatives: list[int]) -> float:
    import numpy as np
    from scipy.stats import ks_2samp

    bands = range(len(positives))
    return float(ks_2samp(np.repeat(bands, positives), np.repeat(bands, negatives), method="asymp").statistic)


_Row = tuple[Fraction, Fraction, Fraction]
"""A threshold with its sensitivity and specificity."""


def _j(row: _Row) -> Fraction:
    return row[1] + row[2] - 1


def _cutoff(threshold: Fraction, value: Fraction) -> str:
    return f"임계값 {plain(threshold)}, J = {show(float(value), 2)}"


def _youden_wrongs(draw: Draw, rows: list[_Row], best: int) -> list[Wrong]:
    """Other ways to choose a threshold, and other values at the right one: only two, so that the choices never name one alone."""
    threshold, sensitivity, specificity = rows[best]
    balanced = min(rows, key=lambda row: abs(row[1] - row[2]))
    corner = min(rows, key=lambda row: (1 - row[1]) ** 2 + (1 - row[2]) ** 2)
    middle = min(rows, key=lambda row: abs(row[0] - Fraction(1, 2)))
    rivals = [
        (rows[0], _j(rows[0]), "민감도가 가장 큰 임계값을 골랐습니다. J는 특이도도 함께 봅니다."),
        (rows[-1], _j(rows[-1]), "특이도가 가장 큰 임계값을 골랐습니다. J는 민감도도 함께 봅니다."),
        (rows[0], rows[0][1], "민감도가 가장 큰 임계값에서 민감도를 그대로 J로 보았습니다."),
        (rows[-1], rows[-1][2], "특이도가 가장 큰 임계값에서 특이도를 그대로 J로 보았습니다."),
        (balanced, _j(balanced), "민감도와 특이도가 가장 가까운 임계값을 골랐습니다. J는 두 값의 합이 가장 큰 곳을 봅니다."),
        (corner, _j(corner), "모서리 (0, 1)에 가장 가까운 점을 골랐습니다. J가 가장 큰 점과 다를 수 있습니다."),
        (middle, _j(middle), "임계값을 0.5에 가까운 것으로 정했습니다. J가 가장 큰 임계값을 고릅니다."),
    ]
    at_best = [
        ((sensitivity + specificity) / 2, "민감도와 특이도를 평균했습니다(균형 정확도). J = 민감도 + 특이도 − 1입니다."),
        (sensitivity * specificity, "민감도와 특이도를 곱했습니다. J = 민감도 + 특이도 − 1입니다."),
        (abs(sensitivity - specificity), "민감도와 특이도의 차이를 구했습니다. J = 민감도 − (1 − 특이도)입니다."),
    ]
    wrongs = [Wrong(float(value), why, _cutoff(row[0], value)) for row, value, why in rivals if row != rows[best]]
    return wrongs + [Wrong(float(value), why, _cutoff(threshold, value)) for value, why in draw.sample(at_best, 2)]


@template("metrics.roc", "youden", "유든 지수가 가장 큰 임계값")
def youden(draw: Draw) -> Draft:
    """The threshold with the largest J, from sensitivity and specificity or 1 − specificity."""
    scene, count, unit = draw.pick(SCENES), *((6, 100) if draw.is_extended else (5, 20))
    thresholds = [Fraction(step, 10) for step in sorted(draw.sample(range(2, 9), count))]
    sensitivities = sorted((Fraction(n, unit) for n in draw.sample(range(unit * 3 // 10, unit), count)), reverse=True)
    specificities = sorted(Fraction(n, unit) for n in draw.sample(range(unit * 3 // 10, unit), count))
    rows = list(zip(thresholds, sensitivities, specificities, strict=True))
    values = [_j(row) for row in rows]
    best = max(range(count), key=values.__getitem__)
    draw.require(values.count(values[best]) == 1 and min(values) > 0 and 0 < best < count - 1)
    as_fpr = draw.pick([True, False])
    column = "1 − 특이도" if as_fpr else "특이도"
    return Draft(
        stem=f"{scene.model}의 임계값을 바꾸어 가며 '{scene.positive}'(양성)에 대한 민감도와 {column}를 구한 결과가 다음과 같다. "
        f"유든 지수(Youden's J)가 가장 큰 임계값과 그 값은? ({rounding(2)})",
        data=Table(
            columns=("임계값", "민감도", column),
            rows=tuple((float(t), float(sens), float(1 - spec if as_fpr else spec)) for t, sens, spec in rows),
        ),
        key=compute(youden_index, sensitivity=[float(s) for s in sensitivities], specificity=[float(s) for s in specificities]),
        label=_cutoff(rows[best][0], values[best]),
        why="J = 민감도 + 특이도 − 1 = TPR − FPR이며, 이 값이 가장 큰 임계값을 고른다.",
        wrongs=_youden_wrongs(draw, rows, best),
        steps=["J = 민감도 + 특이도 − 1 = 민감도 − (1 − 특이도)"]
        + [
            f"임계값 {plain(t)}: {plain(sens)} − {plain(1 - spec)} = {show(float(value), 2)}"
            for (t, sens, spec), value in zip(rows, values, strict=True)
        ]
        + [f"가장 큰 값은 임계값 {plain(rows[best][0])}의 {show(float(values[best]), 2)}이다."],
    )


def _ks_wrongs(positives: list[int], negatives: list[int]) -> list[Wrong]:
    """What people take for the largest distance of the cumulative shares."""
    sizes = sum(positives), sum(negatives)
    shares = [Fraction(p, sizes[0]) - Fraction(n, sizes[1]) for p, n in zip(positives, negatives, strict=True)]
    first, second = ([Fraction(c, size) for c in accumulate(counts)] for counts, size in zip((positives, negatives), sizes, strict=True))
    gaps = [abs(a - b) for a, b in zip(first, second, strict=True)]
    at = gaps.index(max(gaps))
    whole = abs(sum(positives[: at + 1]) - sum(negatives[: at + 1]))
    return [
        Wrong(float(max(map(abs, shares))), "누적하지 않고 구간 하나의 비율 차이 가운데 최댓값을 구했습니다."),
        Wrong(float(sum(map(abs, shares))), "구간마다의 비율 차이를 모두 더했습니다. 누적 비율의 차이 가운데 최댓값을 구합니다."),
        Wrong(float(sorted(gaps)[-2]), "누적 비율의 차이가 두 번째로 큰 구간을 골랐습니다. 가장 큰 차이를 구합니다."),
        Wrong(float(sum(gaps) / (len(gaps) - 1)), "누적 비율의 차이를 평균했습니다. 최댓값을 구합니다."),
        Wrong(float(second[at]), "음성의 누적 비율을 그대로 썼습니다. 양성의 누적 비율을 빼야 합니다."),
        Wrong(float(1 - first[at]), "양성의 남은 비율을 그대로 썼습니다. 음성의 남은 비율을 빼야 합니다."),
        Wrong(whole / sum(sizes), "누적 건수의 차이를 전체 건수로 나누었습니다. 누적 비율은 클래스마다 따로 구합니다."),
    ]


def _bands(draw: Draw, size: int, parts: int) -> list[int]:
    """*size* records in five bands, each a number of *parts* of the whole, rising."""
    cuts = [0, *sorted(draw.sample(range(1, parts), 4)), parts]
    return sorted((b - a) * size // parts for a, b in pairwise(cuts))


@template("metrics.roc", "ks", "점수 구간별 건수에서 KS 통계량")
def ks(draw: Draw) -> Draft:
    """The largest distance between both classes' cumulative shares over score bands."""
    scene, decimals = draw.pick(SCENES), 3 if draw.is_extended else 2
    sizes = [draw.pick([30, 48, 64]), draw.pick([75, 120, 160])] if draw.is_extended else [draw.pick([20, 40]), draw.pick([60, 80, 100])]
    rising, falling = (_bands(draw, size, size if draw.is_extended else 20) for size in sizes)
    positives, negatives = rising, falling[::-1]
    draw.require(positives[0] < positives[-1] and negatives[-1] < negatives[0])
    first, second = ([Fraction(c, sum(counts)) for c in accumulate(counts)] for counts in (positives, negatives))
    gaps = [b - a for a, b in zip(first, second, strict=True)]
    draw.require(gaps.count(max(gaps)) == 1)
    names = [f"{show(n / 5, 1)}~{show((n + 1) / 5, 1)}" for n in range(5)]
    return Draft(
        stem=f"{scene.model}이 매긴 점수를 다섯 구간으로 나누어 '{scene.positive}'(양성) {sizes[0]}건과 '{scene.negative}'(음성) "
        f"{sizes[1]}건을 세었다. 두 클래스의 점수 분포를 견주는 KS(콜모고로프–스미르노프) 통계량은? ({rounding(decimals)})",
        data=Table(columns=("점수 구간", "양성", "음성"), rows=tuple(zip(names, positives, negatives, strict=True))),
        key=compute(ks_statistic, positives=positives, negatives=negatives),
        decimals=decimals,
        why="KS 통계량은 두 클래스의 누적 비율의 차이 가운데 가장 큰 값이다.",
        wrongs=within(_ks_wrongs(positives, negatives), 0, 1),
        steps=["KS = max |음성의 누적 비율 − 양성의 누적 비율|"]
        + [
            f"{name}까지: {low}/{sizes[1]} − {high}/{sizes[0]} = {signed(float(gap), decimals)}"
            for name, low, high, gap in list(zip(names, accumulate(negatives), accumulate(positives), gaps, strict=True))[:-1]
        ]
        + [f"가장 큰 차이: KS = {show(float(max(gaps)), decimals)}"],
    )
