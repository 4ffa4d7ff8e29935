"""Conditional and total probability: shares of a table and weighted means with numpy.

https://numpy.org/doc/stable/reference/generated/numpy.average.html
https://numpy.org/doc/stable/user/basics.broadcasting.html
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from quizapp.exercises.catalogue.confusion_tables import require_hand_fractions
from quizapp.exercises.catalogue.probability_parts import quoted
from quizapp.exercises.catalogue.wording import plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show


@dataclass(frozen=True, slots=True)
class _Cross:
    """What is counted by two traits."""

    group: str
    one: str
    rows: tuple[str, str]
    columns: tuple[str, str, str]


_CROSSES = (
    _Cross("어느 쇼핑몰의 주문", "주문", ("앱 주문", "웹 주문"), ("확정", "반품", "취소")),
    _Cross("한 병원의 외래 환자", "환자", ("초진", "재진"), ("내과", "외과", "소아과")),
    _Cross("한 물류센터의 택배", "택배", ("주간", "야간"), ("정시", "지연", "분실")),
    _Cross("한 공장의 부품", "부품", ("가 라인", "나 라인"), ("양품", "재작업", "폐기")),
    _Cross("한 지자체의 민원", "민원", ("온라인", "방문"), ("수용", "보류", "반려")),
)


@dataclass(frozen=True, slots=True)
class _Sources:
    """Where things come from, and the rate at which they have a trait."""

    premise: str
    names: tuple[str, str, str]
    share: str
    rate: str
    whole: str
    hit: str
    where: str


_SOURCES = (
    _Sources("한 공장은 세 라인에서 부품을 만든다.", ("가 라인", "나 라인", "다 라인"), "생산 비중", "불량률", "부품", "불량품", "라인"),
    _Sources("어느 쇼핑몰은 세 경로로 주문을 받는다.", ("앱", "웹", "전화"), "주문 비중", "반품률", "주문", "반품된 주문", "경로"),
    _Sources(
        "한 물류센터는 세 운송사에 택배를 맡긴다.", ("가 운송", "나 운송", "다 운송"), "위탁 비중", "지연율", "택배", "늦은 택배", "운송사"
    ),
    _Sources(
        "한 병원의 환자는 세 진료과로 나뉜다.", ("내과", "외과", "소아과"), "환자 비중", "재입원율", "환자", "재입원한 환자", "진료과"
    ),
    _Sources("한 지자체는 세 창구로 민원을 받는다.", ("누리집", "방문", "전화"), "접수 비중", "보류율", "민원", "보류된 민원", "창구"),
)


def share_within(counts: list[list[int]], given: int, event: int) -> float:
    import numpy as np

    group = np.array(counts)[given]
    return float(group[event] / group.sum())


def total_rate(shares: list[float], rates: list[float]) -> float:
    import numpy as np

    return float(np.average(rates, weights=shares))


def largest_posterior(shares: list[float], rates: list[float]) -> float:
    import numpy as np

    joint = np.array(shares) * np.array(rates)
    return float(np.max(joint / joint.sum()))


@template("prob.bayes", "conditional", "교차표에서 조건부확률")
def conditional(draw: Draw) -> Draft:
    """The share of one trait among those that have another."""
    cross, decimals = draw.pick(_CROSSES), 3 if draw.is_extended else 2
    step, highest = (1, 90) if draw.is_extended else (draw.pick([5, 10, 20]), 9)
    counts = [[step * draw.integer(1, highest) for _ in cross.columns] for _ in cross.rows]
    given_row, row, column = draw.pick([True, False]), draw.integer(0, 1), draw.integer(0, 2)
    given, event = (cross.rows[row], cross.columns[column]) if given_row else (cross.columns[column], cross.rows[row])
    sums = [sum(counts[row]), sum(one[column] for one in counts)]
    group, others = sums if given_row else sums[::-1]
    cell, total = counts[row][column], sum(map(sum, counts))
    require_hand_fractions(draw, Fraction(cell, group))
    draw.require(total >= 100)
    oriented = counts if given_row else [list(line) for line in zip(*counts, strict=True)]
    place = {"given": row, "event": column} if given_row else {"given": column, "event": row}
    return Draft(
        stem=f"{with_particle(cross.group, '을/를')} 두 기준으로 나누어 센 표가 다음과 같다. 임의로 뽑은 {cross.one} 하나가 '{given}'일 "
        f"때, '{event}'일 확률은? ({rounding(decimals)})",
        data=Table(columns=("구분", *cross.columns), rows=tuple((name, *line) for name, line in zip(cross.rows, counts, strict=True))),
        key=compute(share_within, counts=oriented, **place),
        decimals=decimals,
        why=f"조건부확률은 조건인 '{given}' 안에서 '{event}'의 비율이다.",
        wrongs=within(_conditional_wrongs(given, event, (cell, group, others, total)), 0, 1),
        steps=[
            f"P({event} | {given}) = ({given}이면서 {event}인 수)/({given}의 수)",
            f"{given}의 수 = {' + '.join(map(str, oriented[place['given']]))} = {group}",
            f"P({event} | {given}) = {cell}/{group} = {show(cell / group, decimals)}",
        ],
    )


def _conditional_wrongs(given: str, event: str, numbers: tuple[int, int, int, int]) -> list[Wrong]:
    """What people take for P(event | given): from the cell, both margins and the total."""
    cell, group, others, total = numbers
    return [
        Wrong(cell / others, f"조건과 사건을 바꾸어 P({given} | {event})의 값을 구했습니다."),
        Wrong(cell / total, f"전체로 나누어 '{given}'이면서 '{event}'일 결합확률을 구했습니다."),
        Wrong(others / total, f"조건을 쓰지 않고 전체에서 '{event}'의 비율을 구했습니다."),
        Wrong(group / total, f"조건인 '{given}'의 비율을 구했습니다. 그 안에서 '{event}'의 비율을 구해야 합니다."),
        Wrong(cell / max(group - cell, 1), f"'{given}'의 수가 아니라 '{given}' 가운데 나머지의 수로 나누었습니다. 이 값은 오즈입니다."),
        Wrong((group - cell) / group, f"'{given}' 가운데 {quoted(event, '이/가')} 아닌 것의 비율을 구했습니다."),
    ]


def _draw_sources(draw: Draw) -> tuple[_Sources, list[int], list[Fraction]]:
    """Three sources with their shares and rates in percent; whole tens and whole numbers on the paper."""
    step = 5 if draw.is_extended else 10
    first, second = draw.integer(1, 80 // step), draw.integer(1, 80 // step)
    shares = [step * first, step * second, 100 - step * (first + second)]
    rates = [Fraction(one, 2) if draw.is_extended else Fraction(one) for one in draw.sample(range(2, 13), 3)]
    draw.require(min(shares) >= 10 and len(set(shares)) > 1)
    return draw.pick(_SOURCES), shares, rates


def _source_table(sources: _Sources, shares: list[int], rates: list[Fraction]) -> Table:
    rows = tuple((name, share, plain(rate)) for name, share, rate in zip(sources.names, shares, rates, strict=True))
    return Table(columns=("구분", f"{sources.share}(%)", f"{sources.rate}(%)"), rows=rows)


@template("prob.bayes", "total", "전확률로 구하는 전체 비율")
def total(draw: Draw) -> Draft:
    """The rate of the whole, from the shares and the rates of three sources."""
    sources, shares, rates = _draw_sources(draw)
    decimals = 2 if draw.is_extended else 1
    joint = [share * rate / 100 for share, rate in zip(shares, rates, strict=True)]
    value = float(sum(joint))
    return Draft(
        stem=f"{sources.premise} 비중과 {with_particle(sources.rate, '이/가')} 다음과 같을 때, {sources.whole} 전체의 "
        f"{with_particle(sources.rate, '은/는')} 몇 %인가? ({rounding(decimals)})",
        data=_source_table(sources, shares, rates),
        key=compute(total_rate, shares=[float(share) for share in shares], rates=[float(rate) for rate in rates]),
        decimals=decimals,
        unit="%",
        why="전확률의 법칙: 전체의 비율은 각 원천의 비율을 비중으로 가중하여 더한 값이다.",
        wrongs=_total_wrongs(sources, shares, rates),
        steps=[
            f"전체 {sources.rate} = Σ 비중·{sources.rate}",
            *(
                f"{name}: {plain(Fraction(share, 100))}·{plain(rate)} = {plain(part)}"
                for name, share, rate, part in zip(sources.names, shares, rates, joint, strict=True)
            ),
            f"합 = {' + '.join(map(plain, joint))} = {show(value, decimals)}",
        ],
    )


def _total_wrongs(sources: _Sources, shares: list[int], rates: list[Fraction]) -> list[Wrong]:
    joint = [share * rate / 100 for share, rate in zip(shares, rates, strict=True)]
    largest, riskiest = shares.index(max(shares)), rates.index(max(rates))
    turned = sum(share * rate for share, rate in zip(shares, [*rates[1:], rates[0]], strict=True)) / 100
    return [
        Wrong(float(sum(rates)) / 3, f"비중을 쓰지 않고 세 {with_particle(sources.rate, '을/를')} 산술 평균했습니다."),
        Wrong(float(rates[largest]), f"비중이 가장 큰 {sources.names[largest]}의 값만 썼습니다. 나머지도 비중만큼 더합니다."),
        Wrong(float(max(joint)), "가중한 값 가운데 가장 큰 하나만 답했습니다. 셋을 모두 더합니다."),
        Wrong(float(sum(joint)) / 3, "가중한 값을 더한 뒤 다시 3으로 나누었습니다. 비중의 합이 이미 1입니다."),
        Wrong(float(rates[riskiest]), f"가장 높은 {sources.names[riskiest]}의 값을 전체의 값으로 보았습니다."),
        Wrong(float(turned), f"비중을 다른 원천의 {sources.rate}에 곱했습니다. 같은 줄의 두 값을 곱합니다."),
        Wrong(float(sorted(rates)[1]), f"세 {sources.rate}의 중앙값을 썼습니다. 비중으로 가중하여 더합니다."),
        Wrong(float(sum(rates)), f"세 {with_particle(sources.rate, '을/를')} 가중하지 않고 더했습니다."),
    ]


@template("prob.bayes", "suspect", "결과를 보고 가장 유력한 원천", version=2)
def suspect(draw: Draw) -> Draft:
    """Where a hit most probably comes from, with the posterior probability."""
    sources, shares, rates = _draw_sources(draw)
    decimals = 3 if draw.is_extended else 2
    joint = [share * rate / 100 for share, rate in zip(shares, rates, strict=True)]
    posteriors = [float(part / sum(joint)) for part in joint]
    best = posteriors.index(max(posteriors))
    draw.require(sorted(posteriors)[-2] < posteriors[best] - 0.03)
    names = sources.names

    def choice(who: int, value: float) -> str:
        return f"{names[who]}, {show(value, decimals)}"

    return Draft(
        stem=f"{sources.premise} 비중과 {with_particle(sources.rate, '이/가')} 다음과 같다. 임의로 고른 "
        f"{with_particle(sources.hit, '이/가')} 어느 {sources.where}에서 나왔는지 따질 때, 확률이 가장 높은 "
        f"{with_particle(sources.where, '과/와')} 그 확률은? ({rounding(decimals)})",
        data=_source_table(sources, shares, rates),
        key=compute(largest_posterior, shares=[float(share) for share in shares], rates=[float(rate) for rate in rates]),
        decimals=decimals,
        label=choice(best, posteriors[best]),
        why="베이즈 정리: 사후확률은 비중과 비율의 곱에 비례하므로, 그 곱을 세 곱의 합으로 나눈다.",
        wrongs=[Wrong(value, why, choice(who, value)) for who, value, why in _suspect_wrongs(draw, sources, shares, rates)],
        steps=[
            f"사후확률 = 비중·{sources.rate}/Σ(비중·{sources.rate})",
            *(
                f"{name}: {plain(Fraction(s, 100))}·{plain(r)} = {plain(j)}"
                for name, s, r, j in zip(names, shares, rates, joint, strict=True)
            ),
            f"합 = {plain(sum(joint))}",
            f"가장 큰 것은 {names[best]}: {plain(joint[best])}/{plain(sum(joint))} = {show(posteriors[best], decimals)}",
        ],
    )


def _suspect_wrongs(draw: Draw, sources: _Sources, shares: list[int], rates: list[Fraction]) -> list[tuple[int, float, str]]:
    """Source, value and feedback of what people answer; only two keep the right source."""
    joint = [share * rate for share, rate in zip(shares, rates, strict=True)]
    best, rate = joint.index(max(joint)), sources.rate
    found: list[tuple[int, float, str]] = []
    for who, name in enumerate(sources.names):
        prior, alone, both = shares[who] / 100, float(rates[who] / sum(rates)), float(joint[who] / sum(joint))
        found += [
            (who, both, f"{name}의 사후확률은 맞지만 {with_particle(sources.names[best], '이/가')} 더 높습니다."),
            (who, prior, f"{name}의 비중을 그대로 답했습니다. {with_particle(rate, '을/를')} 곱해 고쳐야 합니다."),
            (who, alone, f"비중을 곱하지 않고 {name}의 {rate}만 세 값의 합으로 나누었습니다."),
        ]
    kept = draw.sample([one for one in found if one[0] == best][1:], 2)
    return [*(one for one in found if one[0] != best), *kept]
