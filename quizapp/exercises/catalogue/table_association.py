"""Odds ratio and relative risk of tables of counts, from `scipy.stats.contingency`.

https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.contingency.odds_ratio.html
https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.contingency.relative_risk.html
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from quizapp.exercises.catalogue.wording import rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Cell, Table
from quizapp.numbers import show


class _Study(NamedTuple):
    """Who is looked at, the exposed and the other group, the event and its absence."""

    place: str
    exposed: str
    other: str
    event: str
    absence: str


_STUDIES = (
    _Study("한 병원이 환자를 추적한 결과", "흡연", "비흡연", "재입원", "재입원 없음"),
    _Study("한 공장이 부품을 검사한 결과", "새 공정", "기존 공정", "불량", "양품"),
    _Study("어느 쇼핑몰이 회원을 살핀 결과", "쿠폰 받음", "쿠폰 없음", "구매", "미구매"),
    _Study("한 물류센터가 택배를 살핀 결과", "우회 경로", "직행 경로", "지연", "정시"),
    _Study("한 지자체가 상수도관을 조사한 결과", "노후 관", "새 관", "누수", "정상"),
)


def sample_odds_ratio(counts: list[list[int]]) -> float:
    from scipy.stats.contingency import odds_ratio

    return float(odds_ratio(counts, kind="sample").statistic)


def risk_ratio(exposed: list[int], other: list[int]) -> float:
    from scipy.stats.contingency import relative_risk

    return float(relative_risk(exposed[0], sum(exposed), other[0], sum(other)).relative_risk)


class _Cells(NamedTuple):
    """Events and non-events of the exposed, then of the others."""

    a: int
    b: int
    c: int
    d: int

    @property
    def odds_ratio(self) -> Fraction:
        """The ratio of both groups' odds."""
        return Fraction(self.a * self.d, self.b * self.c)

    @property
    def risk_ratio(self) -> Fraction:
        """The ratio of both groups' risks."""
        return Fraction(self.a, self.a + self.b) / Fraction(self.c, self.c + self.d)

    def shown(self, draw: Draw, study: _Study) -> Table:
        """The counts, either group and either outcome first."""
        rows: list[tuple[Cell, ...]] = [(study.exposed, self.a, self.b), (study.other, self.c, self.d)]
        columns = (study.event, study.absence)
        if draw.pick([True, False]):
            rows, columns = [(name, last, first) for name, first, last in rows], columns[::-1]
        return Table(columns=("구분", *columns), rows=tuple(rows if draw.pick([True, False]) else rows[::-1]))


def _cells(draw: Draw) -> _Cells:
    """Counts whose ratios cancel on the paper."""
    step = 1 if draw.is_extended else draw.pick([2, 4, 5, 10])
    low, high = (11, 97) if draw.is_extended else (1, 18)
    cells = _Cells(*(step * draw.integer(low, high) for _ in range(4)))
    ratios = cells.odds_ratio, cells.risk_ratio
    draw.require(all(Fraction(1, 5) <= ratio <= 8 for ratio in ratios) and max(cells) <= 200 and len(set(cells)) == 4)
    draw.require(abs(ratios[0] - 1) >= Fraction(1, 5) and cells.a + cells.b != cells.c + cells.d)
    draw.require(draw.is_extended or all(ratio.denominator <= 20 for ratio in ratios))
    return cells


def _ratio_wrongs(cells: _Cells, study: _Study, *, wants_odds: bool) -> list[Wrong]:
    """What people take for the odds ratio or the relative risk of the exposed against the others."""
    a, b, c, d = cells
    first, second = Fraction(a, a + b), Fraction(c, c + d)
    asked = "오즈비는 두 오즈의 비입니다." if wants_odds else "상대위험도는 두 위험(발생 비율)의 비입니다."
    found = [
        (1 / cells.odds_ratio, f"오즈비를 거꾸로 나누었습니다. 기준은 '{study.other}'입니다."),
        (1 / cells.risk_ratio, f"상대위험도를 거꾸로 나누었습니다. 기준은 '{study.other}'입니다."),
        ((1 - first) / (1 - second), f"'{study.absence}'의 비율로 비를 구했습니다. 물음의 사건은 '{study.event}'입니다."),
        (Fraction(a * (b + d), b * (a + c)), f"행이 아니라 열의 합계로 나눈 비율의 비를 구했습니다. {asked}"),
        (Fraction(a, c), f"'{study.event}'의 건수만으로 비를 구했습니다. 집단의 크기를 반영해야 합니다."),
        (Fraction(a, b), f"'{study.exposed}'의 오즈만 구했습니다. {asked}"),
        (first - second, f"두 비율의 차이(위험차)를 구했습니다. {asked}"),
    ]
    found.append(
        (cells.risk_ratio, f"상대위험도를 구했습니다. {asked}") if wants_odds else (cells.odds_ratio, f"오즈비를 구했습니다. {asked}")
    )
    return within([Wrong(float(value), why) for value, why in found], 0, 50)


@template("table.association", "odds_ratio", "교차표에서 오즈비")
def odds(draw: Draw) -> Draft:
    """The odds ratio of a table whose layout varies."""
    study, cells = draw.pick(_STUDIES), _cells(draw)
    a, b, c, d = cells
    return Draft(
        stem=f"{study.place}가 다음과 같다. '{study.other}'에 대한 '{study.exposed}'의 '{study.event}' 오즈비(odds ratio)는? "
        f"({rounding(2)})",
        data=cells.shown(draw, study),
        key=compute(sample_odds_ratio, counts=[[a, b], [c, d]]),
        why="오즈는 사건이 있는 수를 없는 수로 나눈 값이고, 오즈비는 두 집단의 오즈의 비이다.",
        wrongs=_ratio_wrongs(cells, study, wants_odds=True),
        steps=[
            f"'{study.exposed}'의 오즈 = {a}/{b}, '{study.other}'의 오즈 = {c}/{d}",
            f"오즈비 = ({a}/{b})/({c}/{d}) = ({a}·{d})/({b}·{c})",
            f"오즈비 = {cells.odds_ratio} = {show(float(cells.odds_ratio), 2)}",
        ],
    )


@template("table.association", "relative_risk", "교차표에서 상대위험도")
def risk(draw: Draw) -> Draft:
    """The relative risk of a table whose layout varies."""
    study, cells = draw.pick(_STUDIES), _cells(draw)
    a, b, c, d = cells
    return Draft(
        stem=f"{study.place}가 다음과 같다. '{study.other}'에 대한 '{study.exposed}'의 '{study.event}' 상대위험도(relative risk)는? "
        f"({rounding(2)})",
        data=cells.shown(draw, study),
        key=compute(risk_ratio, exposed=[a, b], other=[c, d]),
        why="위험은 집단 안에서 사건이 일어난 비율이고, 상대위험도는 두 집단의 위험의 비이다.",
        wrongs=_ratio_wrongs(cells, study, wants_odds=False),
        steps=[
            f"'{study.exposed}'의 위험 = {a}/({a} + {b}) = {a}/{a + b}",
            f"'{study.other}'의 위험 = {c}/({c} + {d}) = {c}/{c + d}",
            f"상대위험도 = ({a}·{c + d})/({a + b}·{c}) = {cells.risk_ratio} = {show(float(cells.risk_ratio), 2)}",
        ],
    )
