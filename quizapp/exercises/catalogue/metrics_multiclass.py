"""Precision and recall of a confusion table with several classes: one class's, and the macro average of `sklearn.metrics`.

https://scikit-learn.org/stable/modules/model_evaluation.html#multiclass-and-multilabel-classification
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from quizapp.exercises.catalogue.confusion_tables import f1_score
from quizapp.exercises.catalogue.wording import rounding
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Cell, Table
from quizapp.korean import with_particle
from quizapp.numbers import show

_SCENES = (
    ("한 병원의 중증도 분류 모형", ("경증", "중등증", "중증", "위급")),
    ("어느 쇼핑몰의 문의 분류 모형", ("배송", "환불", "상품", "회원")),
    ("한 공장의 불량 유형 분류 모형", ("긁힘", "균열", "변색", "찍힘")),
    ("한 물류센터의 상자 분류 모형", ("소형", "중형", "대형", "특대형")),
    ("한 지자체의 민원 분류 모형", ("교통", "환경", "복지", "주택")),
)
_AXES = {"정밀도": 0, "재현율": 1}
"""The measures of a table, each with the axis along which its denominator is summed: a precision's is a column."""


def precision_of(counts: list[list[int]], labels: list[int], average: str) -> float:
    import numpy as np
    from sklearn.metrics import precision_score

    actual, predicted = np.indices(np.shape(counts)).reshape(2, -1)
    return float(precision_score(actual, predicted, labels=labels, average=average, sample_weight=np.ravel(counts)))


def recall_of(counts: list[list[int]], labels: list[int], average: str) -> float:
    import numpy as np
    from sklearn.metrics import recall_score

    actual, predicted = np.indices(np.shape(counts)).reshape(2, -1)
    return float(recall_score(actual, predicted, labels=labels, average=average, sample_weight=np.ravel(counts)))


@dataclass(frozen=True)
class _Counts:
    """A confusion table of several classes, the truth in the rows."""

    cells: list[list[int]]

    @property
    def total(self) -> int:
        return sum(map(sum, self.cells))

    @property
    def accuracy(self) -> Fraction:
        return Fraction(sum(row[n] for n, row in enumerate(self.cells)), self.total)

    def sums(self, measure: str) -> list[int]:
        """What the diagonal is divided by for *measure*: the columns' sums, or the rows'."""
        lines: Sequence[Sequence[int]] = self.cells if _AXES[measure] else list(zip(*self.cells, strict=True))
        return list(map(sum, lines))

    def rates(self, measure: str) -> list[Fraction]:
        """The *measure* of every class."""
        return [Fraction(self.cells[n][n], size) for n, size in enumerate(self.sums(measure))]

    def shown(self, draw: Draw, names: Sequence[str]) -> Table:
        """The counts with the truth in rows or in columns."""
        sides = draw.pick([("실제", "예측"), ("예측", "실제")])
        lines = self.cells if sides[0] == "실제" else list(zip(*self.cells, strict=True))
        rows: list[tuple[Cell, ...]] = [(f"{sides[0]} {name}", *line) for name, line in zip(names, lines, strict=True)]
        return Table(columns=("구분", *(f"{sides[1]} {name}" for name in names)), rows=tuple(rows))


def _draw_counts(draw: Draw, measure: str) -> _Counts:
    """Counts whose *measure* has even denominators on the paper; most of each class is right."""
    size = 4 if draw.is_extended else 3
    lines = []
    for place in range(size):
        total = draw.integer(24, 96) if draw.is_extended else draw.pick([10, 20, 20, 25, 40, 50])
        right = draw.integer(total * 9 // 20, total * 9 // 10)
        rest, line = total - right, []
        for left in range(size - 2, -1, -1):
            line.append(draw.integer(0, rest) if left else rest)
            rest -= line[-1]
        lines.append([*line[:place], right, *line[place:]])
    return _Counts(lines if _AXES[measure] else [list(line) for line in zip(*lines, strict=True)])


def _class_wrongs(counts: _Counts, measure: str, of: int, name: str) -> list[Wrong]:
    """What people take for a *measure* of one class."""
    other = "재현율" if measure == "정밀도" else "정밀도"
    own, rival = counts.rates(measure)[of], counts.rates(other)[of]
    hits, total = counts.cells[of][of], counts.total
    negatives = total - counts.sums("재현율")[of]
    false_alarms = counts.sums("정밀도")[of] - hits
    missed = counts.sums("재현율")[of] - hits
    return [
        Wrong(float(rival), f"'{name}'의 {with_particle(other, '을/를')} 구했습니다. 물음은 {measure}입니다."),
        Wrong(float(counts.accuracy), "전체 정확도를 구했습니다. 물음은 한 클래스의 지표입니다."),
        Wrong(float(sum(counts.rates(measure)) / len(counts.cells)), f"모든 클래스의 {with_particle(measure, '을/를')} 평균했습니다."),
        Wrong(float(f1_score(own, rival)), f"'{name}'의 F1 점수를 구했습니다. 물음은 {measure}입니다."),
        Wrong(float(1 - own), f"1에서 {with_particle(measure, '을/를')} 뺀 값, 곧 틀린 비율을 구했습니다."),
        Wrong(1 - false_alarms / negatives, f"'{name}'의 특이도를 구했습니다. 특이도는 다른 클래스를 다른 클래스로 맞힌 비율입니다."),
        Wrong(1 - (false_alarms + missed) / total, f"'{name}'인지 아닌지로 나눈 정확도를 구했습니다. 다른 클래스를 맞힌 수가 들어갑니다."),
        Wrong(
            hits / total,
            f"전체 건수로 나누었습니다. {with_particle(measure, '은/는')} {('예측', '실제')[_AXES[measure]]} '{name}'의 수로 나눕니다.",
        ),
    ]


@template("metrics.multiclass", "per_class", "다중 클래스 혼동행렬에서 한 클래스의 지표")
def per_class(draw: Draw) -> Draft:
    """Precision or recall of one class of a table whose layout varies."""
    scene, every = draw.pick(_SCENES)
    measure, decimals = draw.pick(list(_AXES)), 3 if draw.is_extended else 2
    counts = _draw_counts(draw, measure)
    names, of = every[: len(counts.cells)], draw.integer(0, len(counts.cells) - 1)
    hits, size = counts.cells[of][of], counts.sums(measure)[of]
    others = [line[of] if measure == "정밀도" else counts.cells[of][n] for n, line in enumerate(counts.cells) if n != of]
    draw.require(all(counts.sums("정밀도")))
    side = ("예측", "실제")[_AXES[measure]]
    return Draft(
        stem=f"{scene}을 검증한 혼동행렬이 다음과 같다. 클래스 '{names[of]}'의 {with_particle(measure, '은/는')}? ({rounding(decimals)})",
        data=counts.shown(draw, names),
        key=compute(recall_of if _AXES[measure] else precision_of, counts=counts.cells, labels=[of], average="macro"),
        decimals=decimals,
        why=f"한 클래스의 {with_particle(measure, '은/는')} 그 클래스를 맞힌 수를 그 클래스의 {side} 수로 나눈 값이다.",
        wrongs=_class_wrongs(counts, measure, of, names[of]),
        steps=[
            f"{measure} = 맞힌 '{names[of]}'의 수/{side} '{names[of]}'의 수",
            f"{side} '{names[of]}'의 수 = {' + '.join(map(str, [hits, *others]))} = {size}",
            f"{measure} = {hits}/{size} = {show(hits / size, decimals)}",
        ],
    )


def _macro_wrongs(counts: _Counts, measure: str) -> list[Wrong]:
    """What people take for the plain mean of the classes' *measure*."""
    other = "재현율" if measure == "정밀도" else "정밀도"
    rates, rivals, supports = counts.rates(measure), counts.rates(other), counts.sums("재현율")
    weighted = sum(s * r for s, r in zip(supports, counts.rates("정밀도"), strict=True)) / counts.total
    harmonic = len(rates) / sum(1 / rate for rate in rates)
    return [
        Wrong(
            float(counts.accuracy), f"맞힌 수의 합을 전체 수로 나눈 {with_particle(f'마이크로 {measure}(= 정확도)', '을/를')} 구했습니다."
        ),
        Wrong(float(sum(rivals) / len(rivals)), f"매크로 {with_particle(other, '을/를')} 구했습니다. 나누는 합이 행과 열에서 다릅니다."),
        Wrong(float(weighted), "실제 건수로 가중한 정밀도 평균을 구했습니다. 매크로 평균은 가중하지 않습니다."),
        Wrong(float(min(rates)), "가장 낮은 클래스의 값을 골랐습니다. 매크로 평균은 모든 클래스를 평균합니다."),
        Wrong(float(max(rates)), "가장 높은 클래스의 값을 골랐습니다. 매크로 평균은 모든 클래스를 평균합니다."),
        Wrong(float(harmonic), "클래스마다의 값을 조화 평균했습니다. 매크로 평균은 산술 평균입니다."),
        Wrong(float(min(rates) + max(rates)) / 2, "가장 높은 값과 가장 낮은 값만 평균했습니다."),
    ]


@template("metrics.multiclass", "macro", "다중 클래스 혼동행렬에서 매크로 평균")
def macro(draw: Draw) -> Draft:
    """The macro average of precision or recall over a table's classes."""
    scene, every = draw.pick(_SCENES)
    measure, decimals = draw.pick(list(_AXES)), 3 if draw.is_extended else 2
    counts = _draw_counts(draw, measure)
    names = every[: len(counts.cells)]
    draw.require(all(counts.sums("정밀도")) and all(map(all, (counts.rates("정밀도"), counts.rates("재현율")))))
    draw.require(draw.is_extended or len(set(counts.sums("재현율"))) > 1)
    rates, digits = counts.rates(measure), 4 if draw.is_extended else 2
    total = sum(rates)
    return Draft(
        stem=f"{scene}을 검증한 혼동행렬이 다음과 같다. 클래스별 {with_particle(measure, '을/를')} 매크로 평균(macro average)한 값은? "
        f"({rounding(decimals)})",
        data=counts.shown(draw, names),
        key=compute(recall_of if _AXES[measure] else precision_of, counts=counts.cells, labels=list(range(len(names))), average="macro"),
        decimals=decimals,
        why="매크로 평균은 클래스마다 지표를 구한 뒤 건수와 관계없이 똑같은 무게로 평균한 값이다.",
        wrongs=_macro_wrongs(counts, measure),
        by_hand=float(total / len(names)),
        steps=[f"매크로 평균 = 클래스별 {measure}의 합/클래스 수"]
        + [
            f"'{name}': {counts.cells[n][n]}/{size} = {show(float(rates[n]), digits)}"
            for n, (name, size) in enumerate(zip(names, counts.sums(measure), strict=True))
        ]
        + [f"매크로 평균 = {show(float(total), digits)}/{len(names)} = {show(float(total / len(names)), decimals)}"],
    )
