"""Fairness between groups: gaps of selection rates (numpy) and of true positive rates (`sklearn.metrics.recall_score`), disparate impact.

https://scikit-learn.org/stable/modules/generated/sklearn.metrics.recall_score.html
https://numpy.org/doc/stable/reference/generated/numpy.ptp.html
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from quizapp.exercises.catalogue.confusion_tables import Confusion
from quizapp.exercises.catalogue.wording import plain, rounding
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show


class _Scene(NamedTuple):
    """A decision about people: the model, what it says, what is true, the groups, what an applicant is called."""

    model: str
    yes: str
    no: str
    positive: str
    negative: str
    groups: tuple[str, ...]


_SCENES = (
    _Scene("한 은행의 대출 심사 모형", "승인", "거절", "상환", "연체", ("청년", "중년", "장년", "노년")),
    _Scene("한 기업의 서류 심사 모형", "통과", "탈락", "적격", "부적격", ("가 지역", "나 지역", "다 지역", "라 지역")),
    _Scene("한 병원의 집중 관리 대상 모형", "선정", "제외", "악화", "호전", ("남부", "동부", "북부", "서부")),
    _Scene("한 지자체의 지원금 심사 모형", "지급", "제외", "자격", "무자격", ("도심", "교외", "농촌", "섬")),
    _Scene("한 쇼핑몰의 후불 결제 심사 모형", "허용", "차단", "정상", "미납", ("20대", "30대", "40대", "50대")),
)


def parity_gap(selected: list[int], sizes: list[int]) -> float:
    import numpy as np

    return float(np.ptp(np.divide(selected, sizes)))


def opportunity_gap(actual: list[int], predicted: list[int], first: list[int], second: list[int]) -> float:
    from sklearn.metrics import recall_score

    recalls = [recall_score(actual, predicted, sample_weight=counts) for counts in (first, second)]
    return float(abs(recalls[0] - recalls[1]))


def impact_ratio(selected: list[int], sizes: list[int]) -> float:
    import numpy as np

    rates = np.divide(selected, sizes)
    return float(rates.min() / rates.max())


def missing_selections(selected: list[int], sizes: list[int]) -> float:
    import numpy as np

    needed = np.ceil(4 * selected[0] * sizes[1] / (5 * sizes[0]))
    return float(needed - selected[1])


def _selected(group: Confusion) -> Fraction:
    """The share of the group that the model selects."""
    return Fraction(group.tp + group.fp, group.positives + group.negatives)


def _groups(draw: Draw) -> tuple[Confusion, Confusion]:
    """The counts of two groups; on the paper their rates are whole tenths of the actual classes."""
    found = []
    for _ in range(2):
        if draw.is_extended:
            counts = Confusion(draw.integer(12, 60), draw.integer(4, 40), draw.integer(4, 40), draw.integer(15, 80))
        else:
            positives, negatives = 10 * draw.integer(2, 6), 10 * draw.integer(2, 8)
            tp, fp = positives * draw.integer(4, 9) // 10, negatives * draw.integer(1, 5) // 10
            counts = Confusion(tp, fp, positives - tp, negatives - fp)
        found.append(counts)
    return found[0], found[1]


def _table(scene: _Scene, names: list[str], groups: tuple[Confusion, Confusion]) -> Table:
    """The counts of both groups by truth and decision."""
    rows = []
    for name, group in zip(names, groups, strict=True):
        rows.append((f"{name}, 실제 {scene.positive}", group.tp, group.fn))
        rows.append((f"{name}, 실제 {scene.negative}", group.fp, group.tn))
    return Table(columns=("집단과 실제", scene.yes, scene.no), rows=tuple(rows))


def _gap_wrongs(scene: _Scene, groups: tuple[Confusion, Confusion]) -> list[Wrong]:
    """The gaps of every rate between both groups, each with what it is; the key's own is shown like the key and falls away."""
    first, second = groups
    sizes = [group.positives + group.negatives for group in groups]
    chosen = [group.tp + group.fp for group in groups]

    def gap(name: str) -> float:
        return float(abs(first.rate(name) - second.rate(name)))

    base = abs(Fraction(first.positives, sizes[0]) - Fraction(second.positives, sizes[1]))
    hits = abs(Fraction(first.tp, sizes[0]) - Fraction(second.tp, sizes[1]))
    asked = "물음이 말한 분모로 나누어야 합니다."
    return [
        Wrong(float(abs(_selected(first) - _selected(second))), f"{scene.yes} 비율의 차이(인구통계적 동등성의 차이)를 구했습니다."),
        Wrong(gap("recall"), f"실제 {scene.positive} 가운데 {scene.yes}의 비율(참 양성률)의 차이를 구했습니다."),
        Wrong(1 - first.rate("specificity") - 1 + second.rate("specificity") and gap("specificity"), f"거짓 양성률의 차이를 구했습니다. {asked}"),
        Wrong(gap("precision"), f"정밀도({scene.yes} 가운데 실제 {scene.positive}의 비율)의 차이를 구했습니다. {asked}"),
        Wrong(gap("accuracy"), f"정확도의 차이를 구했습니다. {asked}"),
        Wrong(float(base), f"실제 {scene.positive}의 비율의 차이를 구했습니다. 모형의 결정이 들어가지 않았습니다."),
        Wrong(float(hits), f"실제 {scene.positive}이면서 {scene.yes}인 사람을 집단 전체로 나누었습니다. {asked}"),
        Wrong(abs(chosen[0] - chosen[1]) / sum(chosen), f"전체 {scene.yes} 건수에서 두 집단이 차지하는 몫의 차이를 구했습니다. {asked}"),
        Wrong(abs(chosen[0] - chosen[1]) / sum(sizes), f"{scene.yes} 건수의 차이를 전체 인원으로 나누었습니다. {asked}"),
    ]
