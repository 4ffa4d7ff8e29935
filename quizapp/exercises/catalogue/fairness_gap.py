"""Fairness between groups: gaps of selection rates and of true positive rates, disparate impact and the 80% rule, with numpy.

https://numpy.org/doc/stable/reference/generated/numpy.ptp.html
https://fairlearn.org/main/user_guide/assessment/common_fairness_metrics.html
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil
from typing import NamedTuple

from quizapp.exercises.catalogue.confusion_tables import Confusion
from quizapp.exercises.catalogue.wording import plain, rounding
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Cell, Table
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


def gap_of_rates(counts: list[int], totals: list[int]) -> float:
    import numpy as np

    return float(np.ptp(np.divide(counts, totals)))


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
    """The counts of two groups; on the paper the rates of the actual positives are whole percents."""
    found = []
    for _ in range(2):
        if draw.is_extended:
            found.append(Confusion(draw.integer(12, 60), draw.integer(4, 40), draw.integer(4, 40), draw.integer(15, 80)))
        else:
            size, positives = draw.pick([(40, 20), (50, 20), (50, 25), (80, 25), (100, 20), (100, 25), (100, 50)])
            tp, fp = draw.integer(positives // 3, positives - 2), draw.integer(3, (size - positives) // 2)
            found.append(Confusion(tp, fp, positives - tp, size - positives - fp))
    return found[0], found[1]


def _table(scene: _Scene, names: list[str], groups: tuple[Confusion, Confusion]) -> Table:
    """The counts of both groups by truth and decision."""
    rows: list[tuple[Cell, ...]] = []
    for name, group in zip(names, groups, strict=True):
        rows.append((f"{name}, 실제 {scene.positive}", group.tp, group.fn))
        rows.append((f"{name}, 실제 {scene.negative}", group.fp, group.tn))
    return Table(columns=("집단과 실제", scene.yes, scene.no), rows=tuple(rows))


def _gap_wrongs(scene: _Scene, groups: tuple[Confusion, Confusion], asked: str) -> list[Wrong]:
    """The gaps of every rate between both groups, each with what it is; the key's own is shown like the key and falls away."""
    first, second = groups
    sizes = [group.positives + group.negatives for group in groups]
    chosen = [group.tp + group.fp for group in groups]
    base = abs(Fraction(first.positives, sizes[0]) - Fraction(second.positives, sizes[1]))
    found = [
        (abs(_selected(first) - _selected(second)), f"{scene.yes} 비율의 차이를 구했습니다. 이는 인구통계적 동등성에서 봅니다."),
        (base, f"실제 {scene.positive}의 비율의 차이를 구했습니다. 모형의 결정이 들어가지 않았습니다."),
        (Fraction(abs(chosen[0] - chosen[1]), sum(chosen)), f"전체 {scene.yes} 건수에서 두 집단이 차지하는 몫의 차이를 구했습니다."),
        (Fraction(abs(chosen[0] - chosen[1]), sum(sizes)), f"{scene.yes} 건수의 차이를 전체 인원으로 나누었습니다."),
    ]
    for name, told in (
        ("recall", f"참 양성률(실제 {scene.positive} 가운데 {scene.yes}의 비율)의 차이를 구했습니다. 이는 기회 균등에서 봅니다."),
        ("fpr", f"위양성률(실제 {scene.negative} 가운데 {scene.yes}의 비율)의 차이를 구했습니다."),
        ("precision", f"정밀도({scene.yes} 가운데 실제 {scene.positive}의 비율)의 차이를 구했습니다."),
        ("accuracy", "정확도의 차이를 구했습니다."),
        ("tp_share", f"실제 {scene.positive}이면서 {scene.yes}인 사람을 집단 전체로 나누었습니다."),
    ):
        found.append((abs(first.rate(name) - second.rate(name)), told))
    return [Wrong(float(value), f"{why} {asked}") for value, why in found]


@template("fairness.gap", "parity", "인구통계적 동등성의 차이")
def parity(draw: Draw) -> Draft:
    """The gap of the selection rates of two groups."""
    scene, decimals = draw.pick(_SCENES), 3 if draw.is_extended else 2
    names, groups = draw.sample(scene.groups, 2), _groups(draw)
    sizes = [group.positives + group.negatives for group in groups]
    chosen = [group.tp + group.fp for group in groups]
    gap = float(abs(_selected(groups[0]) - _selected(groups[1])))
    yes = scene.yes
    return Draft(
        stem=f"{scene.model}의 결과를 집단별로 센 표가 다음과 같다. {with_particle(names[0], '과/와')} {names[1]}의 인구통계적 "
        f"동등성(demographic parity)의 차이, 곧 '{yes}' 비율의 차이의 절댓값은? (비율로 답하고, {rounding(decimals)})",
        data=_table(scene, names, groups),
        key=compute(gap_of_rates, counts=chosen, totals=sizes),
        decimals=decimals,
        why=f"인구통계적 동등성은 실제와 상관없이 집단 전체에서 {yes}의 비율이 같은지를 본다.",
        wrongs=_gap_wrongs(scene, groups, f"물음은 집단 전체에서 {yes}의 비율입니다."),
        steps=[f"{yes} 비율 = {yes}/집단의 인원"]
        + [
            f"{name}: ({group.tp} + {group.fp})/{size} = {count}/{size} = {plain(round(count / size, 4))}"
            for name, group, count, size in zip(names, groups, chosen, sizes, strict=True)
        ]
        + [f"차이 = {show(gap, decimals)}"],
    )


@template("fairness.gap", "opportunity", "기회 균등의 차이")
def opportunity(draw: Draw) -> Draft:
    """The gap of the true positive rates of two groups."""
    scene, decimals = draw.pick(_SCENES), 3 if draw.is_extended else 2
    names, groups = draw.sample(scene.groups, 2), _groups(draw)
    gap = float(abs(groups[0].rate("recall") - groups[1].rate("recall")))
    yes, positive = scene.yes, scene.positive
    return Draft(
        stem=f"{scene.model}의 결과를 집단별로 센 표가 다음과 같다. {with_particle(names[0], '과/와')} {names[1]}의 기회 균등(equal "
        f"opportunity)을 보려고 한다. 양성이 '{positive}'일 때, 두 집단의 참 양성률 차이(절댓값)는? (비율로 답하고, {rounding(decimals)})",
        data=_table(scene, names, groups),
        key=compute(gap_of_rates, counts=[group.tp for group in groups], totals=[group.positives for group in groups]),
        decimals=decimals,
        why=f"기회 균등은 실제 {positive}인 사람들 사이에서 {yes}의 비율(참 양성률)이 같은지를 본다.",
        wrongs=_gap_wrongs(scene, groups, f"물음은 실제 {positive} 가운데 {yes}의 비율입니다."),
        steps=[f"참 양성률 = 실제 {positive} 가운데 {yes}/실제 {positive}"]
        + [
            f"{name}: {group.tp}/({group.tp} + {group.fn}) = {group.tp}/{group.positives} = {plain(round(group.tp / group.positives, 4))}"
            for name, group in zip(names, groups, strict=True)
        ]
        + [f"차이 = {show(gap, decimals)}"],
    )


def _verdict(ratio: float) -> str:
    return f"{show(ratio, 2)}, {'위반' if ratio < 0.8 else '준수'}"


def _impact_wrongs(draw: Draw, selected: list[int], sizes: list[int]) -> list[Wrong]:
    """Other ratios with what the 80% rule says of them: only two that agree with the right verdict."""
    rates = sorted(Fraction(count, size) for count, size in zip(selected, sizes, strict=True))
    overall, right = Fraction(sum(selected), sum(sizes)), rates[0] / rates[-1]
    found = [
        (rates[-1] / rates[0], "비를 거꾸로 구했습니다. 낮은 비율을 높은 비율로 나눕니다."),
        (rates[-1] - rates[0], "비율의 차이를 구했습니다. 80% 규칙은 비율의 비를 봅니다."),
        (rates[1] / rates[-1], "가장 낮은 집단이 아니라 그다음 집단의 비율을 썼습니다."),
        (rates[0] / rates[-2], "가장 높은 집단이 아니라 그다음 집단의 비율로 나누었습니다."),
        (rates[0] / overall, "가장 높은 집단이 아니라 전체의 비율로 나누었습니다."),
        (Fraction(min(selected), max(selected)), "비율이 아니라 인원의 비를 구했습니다."),
        ((1 - rates[-1]) / (1 - rates[0]), "선정되지 못한 비율의 비를 구했습니다."),
        (rates[0], "가장 낮은 집단의 비율을 그대로 썼습니다. 가장 높은 집단의 비율로 나눕니다."),
    ]
    wrongs = [Wrong(float(ratio), why, _verdict(float(ratio))) for ratio, why in found if abs(ratio - Fraction(4, 5)) > Fraction(1, 100)]
    agreeing = [wrong for wrong in wrongs if (wrong.value < 0.8) == (right < 0.8)]
    return draw.sample(agreeing, 2) + [wrong for wrong in wrongs if wrong not in agreeing]


@template("fairness.gap", "disparate_impact", "차별적 영향과 80% 규칙")
def disparate_impact(draw: Draw) -> Draft:
    """The ratio of the lowest to the highest selection rate and what the 80% rule says."""
    scene, count = draw.pick(_SCENES), 4 if draw.is_extended else 3
    names = draw.sample(scene.groups, count)
    sizes = [draw.integer(60, 240) if draw.is_extended else 40 * draw.integer(1, 5) for _ in names]
    top, violates = draw.integer(20, 38), draw.pick([True, False])  # in fortieths, as all rates
    parts = [top, *draw.sample(range(top // 3 if violates else top * 4 // 5, top), count - 1)]
    selected = [size * part // 40 for size, part in zip(sizes, draw.shuffled(parts), strict=True)]
    rates = [Fraction(yes, size) for yes, size in zip(selected, sizes, strict=True)]
    ratio = min(rates) / max(rates)
    draw.require(len(set(rates)) == count and abs(ratio - Fraction(4, 5)) > Fraction(1, 100))
    draw.require((ratio < Fraction(4, 5)) == violates)
    low, high = names[rates.index(min(rates))], names[rates.index(max(rates))]
    return Draft(
        stem=f"{scene.model}의 집단별 결과가 다음과 같다. '{scene.yes}' 비율이 가장 높은 집단에 대한 가장 낮은 집단의 비"
        f"(차별적 영향, disparate impact)와, 이 비가 0.8 이상이어야 한다는 80% 규칙(4/5 규칙)에 대한 판단은? ({rounding(2)})",
        data=Table(columns=("집단", "지원자", scene.yes), rows=tuple(zip(names, sizes, selected, strict=True))),
        key=compute(impact_ratio, selected=selected, sizes=sizes),
        label=_verdict(float(ratio)),
        why=f"가장 낮은 집단의 {scene.yes} 비율을 가장 높은 집단의 비율로 나눈 값이 0.8보다 작으면 80% 규칙에 어긋난다.",
        wrongs=_impact_wrongs(draw, selected, sizes),
        steps=[f"{scene.yes} 비율 = {scene.yes}/지원자"]
        + [f"{name}: {yes}/{size} = {plain(round(yes / size, 4))}" for name, yes, size in zip(names, selected, sizes, strict=True)]
        + [
            f"비 = {low}/{high} = {plain(round(float(min(rates)), 4))}/{plain(round(float(max(rates)), 4))} = {show(float(ratio), 2)}",
            f"{show(float(ratio), 2)} {'<' if ratio < Fraction(4, 5) else '>'} 0.8이므로 80% 규칙을 {_verdict(float(ratio))[-2:]}한다.",
        ],
    )


def _missing_wrongs(selected: list[int], sizes: list[int]) -> list[Wrong]:
    """What people take for the further selections that the 80% rule needs."""
    rate = Fraction(selected[0], sizes[0])
    needed = rate * sizes[1] * Fraction(4, 5)
    found = [
        (ceil(rate * sizes[1]) - selected[1], "비율을 똑같이 맞추었습니다. 80% 규칙은 높은 쪽의 0.8배 이상이면 됩니다."),
        (ceil(needed), "더 필요한 인원이 아니라 필요한 인원 전체를 구했습니다."),
        (int(needed) - selected[1], "소수 부분을 버렸습니다. 버리면 비가 0.8에 이르지 못합니다."),
        (ceil(selected[0] * Fraction(4, 5)) - selected[1], "지원자 수가 다른데 인원의 0.8배를 맞추었습니다. 비율로 견줍니다."),
        (ceil((rate - Fraction(1, 5)) * sizes[1]) - selected[1], "비율의 차이를 0.2 안으로 맞추었습니다. 80% 규칙은 비율의 비를 봅니다."),
        (selected[0] - selected[1], "두 집단의 인원을 같게 맞추었습니다. 비율로 견줍니다."),
        (ceil(sizes[1] * Fraction(4, 5)) - selected[1], "지원자의 80%를 뽑았습니다. 높은 쪽 비율의 80%가 기준입니다."),
        (ceil((rate * sizes[1] - selected[1]) * Fraction(4, 5)), "똑같이 맞추는 데 모자라는 인원의 0.8배를 구했습니다."),
    ]
    return [Wrong(number, why) for number, why in found if number > 0]


@template("fairness.gap", "selections_needed", "80% 규칙을 지키려면 더 필요한 인원")
def selections_needed(draw: Draw) -> Draft:
    """How many more of a group must be selected for the 80% rule."""
    scene = draw.pick(_SCENES)
    names = draw.sample(scene.groups, 2)
    sizes = [draw.integer(60, 240) if draw.is_extended else draw.pick([40, 60, 80, 100, 120, 160, 200]) for _ in names]
    selected = [sizes[0] * draw.integer(10, 18) // 20, sizes[1] * draw.integer(3, 11) // 20]
    rate = Fraction(selected[0], sizes[0])
    needed = rate * sizes[1] * Fraction(4, 5)
    missing = ceil(needed) - selected[1]
    draw.require(missing >= 2 and (draw.is_extended or rate.denominator <= 20))
    yes = scene.yes
    return Draft(
        stem=f"{scene.model}의 집단별 결과가 다음과 같다. 80% 규칙에 따라 {names[1]}의 '{yes}' 비율을 {names[0]}의 비율의 0.8배 이상으로 "
        f"맞추려면, 다른 결과는 그대로 두고 {names[1]}에서 적어도 몇 명을 더 {with_particle(yes, '으로/로')} 바꾸어야 하는가?",
        data=Table(columns=("집단", "지원자", yes), rows=tuple(zip(names, sizes, selected, strict=True))),
        key=compute(missing_selections, selected=selected, sizes=sizes),
        decimals=0,
        unit="명",
        why=f"낮은 집단의 {yes} 비율이 높은 집단의 0.8배 이상이어야 하므로, 필요한 인원을 올림하고 이미 {yes}인 인원을 뺀다.",
        wrongs=_missing_wrongs(selected, sizes),
        steps=[
            f"{names[0]}의 {yes} 비율 = {selected[0]}/{sizes[0]} = {plain(round(float(rate), 4))}",
            f"{names[1]}의 {yes} 비율 ≥ 0.8 × {plain(round(float(rate), 4))} = {plain(round(float(rate) * 0.8, 4))}",
            f"필요한 인원 ≥ {sizes[1]} × {plain(round(float(rate) * 0.8, 4))} = {plain(round(float(needed), 2))} → {ceil(needed)}명",
            f"더 필요한 인원 = {ceil(needed)} − {selected[1]} = {missing}명",
        ],
    )
