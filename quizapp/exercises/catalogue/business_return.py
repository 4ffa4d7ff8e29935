"""What a project returns: ROI, net present value, payback, with numpy.

https://numpy.org/doc/stable/reference/generated/numpy.sum.html
https://numpy.org/doc/stable/reference/generated/numpy.interp.html
"""

from __future__ import annotations

from fractions import Fraction
from itertools import accumulate
from math import ceil

from quizapp.exercises.catalogue.wording import plain, signed
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Cell, Table
from quizapp.korean import with_particle
from quizapp.numbers import show

_PROJECTS = (
    ("한 물류회사", "배송 시간 예측 모형"),
    ("한 병원", "재입원 위험 예측 모형"),
    ("어느 쇼핑몰", "상품 추천 모형"),
    ("한 공장", "설비 이상 탐지 모형"),
    ("한 지자체", "민원 자동 분류 모형"),
    ("어느 은행", "이상 거래 탐지 모형"),
)
"""Who introduces what."""

_RATES = (Fraction(1, 20), Fraction(1, 10), Fraction(1, 5), Fraction(1, 4))


def return_on_investment(benefits: list[float], costs: list[float]) -> float:
    import numpy as np

    gain = np.sum(benefits) - np.sum(costs)
    return float(100 * gain / np.sum(costs))


def net_present_value(investment: float, flows: list[float], rate: float) -> float:
    import numpy as np

    years = np.arange(1, len(flows) + 1)
    return float(np.sum(flows / (1 + rate) ** years) - investment)


def payback_period(investment: float, flows: list[float]) -> float:
    import numpy as np

    cumulative = np.cumsum([0, *flows])
    return float(np.interp(investment, cumulative, np.arange(len(cumulative))))


def highest_present_value(investments: list[float], flows: list[list[float]], rate: float) -> float:
    import numpy as np

    factors = (1 + rate) ** -np.arange(1.0, len(flows[0]) + 1)
    return float(np.max(np.array(flows) @ factors - investments))


def _roi_wrongs(build: int, running: list[int], benefits: list[int]) -> list[Wrong]:
    """What people take for the return on investment, in percent."""
    cost, benefit = build + sum(running), sum(benefits)
    return [
        Wrong(100 * benefit / cost, "비용을 빼지 않고 편익을 비용으로 나누었습니다. 이는 비용 대비 편익의 비율입니다."),
        Wrong(100 * (benefit - cost) / benefit, "순이익을 편익으로 나누었습니다. 분모는 투자한 비용입니다."),
        Wrong(100 * (benefit - cost) / build, "구축 비용으로만 나누었습니다. 운영 비용도 투자한 비용입니다."),
        Wrong(100 * (benefit - build) / build, "운영 비용을 빠뜨렸습니다. 분자와 분모에 모두 넣어야 합니다."),
        Wrong(100 * (benefit - build) / cost, "분자에서 운영 비용을 빼지 않았습니다."),
        Wrong(100 * (benefit - cost) / cost / len(benefits), "햇수로 나누었습니다. 물음은 전체 기간의 투자수익률입니다."),
        Wrong(100 * cost / benefit, "비용을 편익으로 나누었습니다. 비를 거꾸로 구한 것입니다."),
        Wrong(100 * (benefits[-1] - running[-1]) / cost, "마지막 해의 순이익만 셈했습니다. 기간의 편익을 모두 더합니다."),
    ]


@template("business.return", "roi", "비용과 편익에서 투자수익률")
def roi(draw: Draw) -> Draft:
    """The return on investment of a project over some years."""
    (owner, model), years = draw.pick(_PROJECTS), 4 if draw.is_extended else 3
    cost = draw.integer(101, 259) if draw.is_extended else draw.pick([120, 125, 150, 160, 180, 200, 240, 250])
    running = [draw.integer(5, 24) for _ in range(years)]
    benefits = sorted(draw.integer(20, 150) for _ in range(years))
    build, benefit = cost - sum(running), sum(benefits)
    draw.require(cost * 1.1 < benefit < cost * 3)
    columns = ("구분", *(f"{year}년째" for year in range(1, years + 1)))
    return Draft(
        stem=f"{with_particle(owner, '이/가')} 도입한 {model}의 비용과 편익(백만 원)이 다음과 같다. {years}년 전체의 투자수익률(ROI)은 "
        "몇 %인가? (할인하지 않으며, 소수 첫째 자리에서 반올림)",
        data=Table(columns=columns, rows=(("구축 비용", build, *[0] * (years - 1)), ("운영 비용", *running), ("편익", *benefits))),
        key=compute(return_on_investment, benefits=benefits, costs=[build, *running]),
        decimals=0,
        unit="%",
        why="투자수익률은 편익에서 모든 비용을 뺀 순이익을 모든 비용으로 나눈 비율이다.",
        wrongs=_roi_wrongs(build, running, benefits),
        steps=[
            "ROI = (편익 − 비용)/비용 × 100",
            f"비용 = {build} + {' + '.join(map(str, running))} = {cost}",
            f"편익 = {' + '.join(map(str, benefits))} = {benefit}",
            f"ROI = ({benefit} − {cost})/{cost} × 100 = {benefit - cost}/{cost} × 100 = {show(100 * (benefit - cost) / cost, 0)}%",
        ],
    )


def _present(flows: list[int], rate: Fraction) -> list[Fraction]:
    """What each year's flow is worth today."""
    return [flow / (1 + rate) ** year for year, flow in enumerate(flows, 1)]


def _even_flows(draw: Draw, rate: Fraction, years: int) -> list[int]:
    """Whole flows of some size whose present values are whole, too."""
    flows = []
    for year in range(1, years + 1):
        unit = (1 + rate) ** year
        times = range(-(-30 // unit.numerator), 450 // unit.numerator + 1)
        draw.require(times)
        flows.append(unit.numerator * draw.pick(times))
    draw.require(min(flows) > 0)
    return flows


def _npv_wrongs(investment: int, flows: list[int], rate: Fraction) -> list[Wrong]:
    """What people take for the net present value."""
    present, growth = sum(_present(flows, rate)), 1 + rate
    simple = sum(flow / (1 + rate * year) for year, flow in enumerate(flows, 1))
    shrunk = sum(flow * (1 - rate) ** year for year, flow in enumerate(flows, 1))
    future = sum(flow * growth**year for year, flow in enumerate(flows, 1))
    found = [
        (Fraction(sum(flows) - investment), "할인하지 않고 더했습니다. 미래의 현금은 현재 가치로 바꾸어 더합니다."),
        (present, "투자 비용을 빼지 않았습니다. 순현재가치는 현재 가치의 합에서 투자 비용을 뺍니다."),
        (sum(flows) / growth - investment, "모든 해를 한 해만 할인했습니다. t년째의 현금은 (1 + r)ᵗ으로 나눕니다."),
        ((present - investment) / growth, "지금 치르는 투자 비용까지 한 해씩 더 할인했습니다."),
        (present * growth - investment, "1년째의 현금을 할인하지 않아 모두 한 해씩 덜 할인했습니다."),
        (present / growth - investment, "1년째의 현금을 두 해 할인하여 모두 한 해씩 더 할인했습니다."),
        (sum(flows) / growth ** len(flows) - investment, "모든 해를 마지막 해만큼 할인했습니다. t년째의 현금은 (1 + r)ᵗ으로 나눕니다."),
        (shrunk - investment, "(1 + r)ᵗ으로 나누지 않고 (1 − r)ᵗ을 곱했습니다."),
        (simple - investment, "단리(1 + r·t)로 할인했습니다. 할인은 복리로 합니다."),
        (future - investment, "나누지 않고 곱했습니다. 미래의 현금은 현재로 올수록 작아집니다."),
    ]
    return [Wrong(float(value), why) for value, why in found]


@template("business.return", "npv", "현금 흐름의 순현재가치")
def npv(draw: Draw) -> Draft:
    """The net present value of an investment and two or three flows."""
    (owner, model), years = draw.pick(_PROJECTS), 3 if draw.is_extended else 2
    rate = draw.pick(_RATES[2:] if draw.is_extended else _RATES)
    flows = _even_flows(draw, rate, years)
    present = sum(_present(flows, rate), Fraction(0))
    investment = draw.integer(60, 600)
    value = present - investment
    draw.require(abs(value) >= 10 and 0.5 * investment < present < 1.8 * investment)
    percent, growth = plain(rate * 100), plain(1 + rate)
    return Draft(
        stem=f"{with_particle(owner, '은/는')} {with_particle(model, '을/를')} 도입하려고 지금 {investment}백만 원을 투자한다. 해마다 "
        f"연말에 들어올 순현금이 다음과 같고 할인율이 연 {percent}%일 때, 이 과제의 순현재가치(NPV)는? "
        "(백만 원 단위, 소수 첫째 자리에서 반올림)",
        data=Table(columns=("연도", *(f"{year}년째" for year in range(1, years + 1))), rows=(("순현금(백만 원)", *flows),)),
        key=compute(net_present_value, investment=investment, flows=flows, rate=float(rate)),
        decimals=0,
        unit="백만 원",
        why="t년째의 현금을 (1 + r)ᵗ으로 나누어 더하고, 지금 치르는 투자 비용을 뺀다.",
        wrongs=_npv_wrongs(investment, flows, rate),
        steps=[
            "NPV = Σ 순현금/(1 + r)ᵗ − 투자 비용",
            *(
                f"{year}년째: {flow}/{growth}{'²³'[year - 2] if year > 1 else ''} = {plain(now)}"
                for year, (flow, now) in enumerate(zip(flows, _present(flows, rate), strict=True), 1)
            ),
            f"현재 가치의 합 = {' + '.join(plain(now) for now in _present(flows, rate))} = {plain(present)}",
            f"NPV = {plain(present)} − {investment} = {signed(float(value), 0)}",
        ],
    )


def _payback_wrongs(investment: int, benefits: list[int], running: list[int]) -> list[Wrong]:
    """What people take for the years until the investment is back."""
    flows = [b - c for b, c in zip(benefits, running, strict=True)]
    totals = list(accumulate(flows))
    year = next(at for at, total in enumerate(totals) if total >= investment)  # whole years that are not enough
    left = investment - (totals[year - 1] if year else 0)
    gross = list(accumulate(benefits))
    early = next(at for at, total in enumerate(gross) if total >= investment)
    by_gross = early + Fraction(investment - (gross[early - 1] if early else 0), benefits[early])
    later = flows[min(year + 1, len(flows) - 1)]
    found = [
        (by_gross, "운영 비용을 빼지 않았습니다. 회수에는 순현금(편익 − 운영 비용)을 씁니다."),
        (Fraction(investment * len(flows), sum(flows)), "투자 비용을 순현금의 평균으로 나누었습니다. 해마다 다르므로 누적하여 구합니다."),
        (Fraction(investment, flows[0]), "1년째의 순현금으로 나누었습니다. 해마다 다르므로 누적하여 구합니다."),
        (
            Fraction(ceil(year + Fraction(left, flows[year]))),
            "회수하는 해의 끝까지 셌습니다. 물음은 그해 안에서 고르게 들어온다고 하였습니다.",
        ),
        (Fraction(year), "다 회수하지 못한 마지막 해까지만 셌습니다. 남은 금액을 그다음 해의 순현금으로 나누어 더합니다."),
        (year + Fraction(left, later), "남은 금액을 한 해 뒤의 순현금으로 나누었습니다. 회수가 끝나는 해의 순현금으로 나눕니다."),
        (year + Fraction(left, flows[year - 1]), "남은 금액을 앞 해의 순현금으로 나누었습니다. 회수가 끝나는 해의 순현금으로 나눕니다."),
        (year + 1 + Fraction(left, flows[year]), "회수가 끝나는 해를 두 번 셌습니다. 그해는 분수로만 더합니다."),
    ]
    return [Wrong(float(years), why) for years, why in found if years < len(flows) + 2]


@template("business.return", "payback", "투자 회수 기간")
def payback(draw: Draw) -> Draft:
    """The years until the investment is back, within a year by proportion."""
    (owner, model), years = draw.pick(_PROJECTS), 5 if draw.is_extended else 4
    running = [draw.integer(3, 19) if draw.is_extended else 5 * draw.integer(1, 3) for _ in range(years)]
    flows = [draw.integer(21, 140) if draw.is_extended else 10 * draw.integer(2, 10) for _ in range(years)]
    benefits, totals = [f + c for f, c in zip(flows, running, strict=True)], list(accumulate(flows))
    investment = 10 * draw.integer(8, 30)
    draw.require(totals[0] < investment < totals[-1] and investment not in totals)
    year = next(at for at, total in enumerate(totals) if total >= investment)
    left = investment - totals[year - 1]
    return Draft(
        stem=f"{with_particle(owner, '이/가')} {investment}백만 원을 들여 {with_particle(model, '을/를')} 구축하였다. 해마다의 편익과 "
        "운영 비용이 다음과 같고 한 해의 현금은 그해에 고르게 들어온다. 할인하지 않을 때, 투자 회수 기간은 "
        "몇 년인가? (소수 둘째 자리에서 반올림)",
        data=Table(
            columns=("구분(백만 원)", *(f"{n}년째" for n in range(1, years + 1))), rows=(("편익", *benefits), ("운영 비용", *running))
        ),
        key=compute(payback_period, investment=investment, flows=flows),
        decimals=1,
        unit="년",
        why="순현금을 누적하여 투자 비용에 이르는 해를 찾고, 그해 안은 남은 금액의 비율로 센다.",
        wrongs=_payback_wrongs(investment, benefits, running),
        steps=[
            "순현금 = 편익 − 운영 비용",
            f"순현금: {', '.join(map(str, flows))}",
            f"누적: {', '.join(map(str, totals))}",
            f"{year}년 뒤에 남은 금액 = {investment} − {totals[year - 1]} = {left}",
            f"회수 기간 = {year} + {left}/{flows[year]} = {show(year + left / flows[year], 1)}년",
        ],
    )


def _choice(name: str, value: Fraction | int) -> str:
    return f"과제 {name}, {show(float(value), 0)}백만 원"


def _project_wrongs(draw: Draw, costs: dict[str, int], flows: dict[str, list[int]], rate: Fraction, best: str) -> list[Wrong]:
    """The other projects, and other values of the right one: only two, so that the choices never name one alone."""
    found: list[tuple[str, Fraction, str]] = []
    for name, cost in costs.items():
        present = sum(_present(flows[name], rate), Fraction(0))
        told = [
            (Fraction(sum(flows[name]) - cost), "할인하지 않고 더했습니다."),
            ((present - cost) / (1 + rate), "투자 비용까지 한 해 더 할인했습니다."),
            (sum(flows[name]) / (1 + rate) - cost, "모든 해를 한 해만 할인했습니다."),
            (present * (1 + rate) - cost, "모두 한 해씩 덜 할인했습니다."),
        ]
        if name == best:
            found += [(name, value, f"과제는 맞지만 {why}") for value, why in draw.sample(told, 2)]
        else:
            found += [(name, value, f"과제 {name}에서 {why}") for value, why in draw.sample(told, 2)]
            found.append((name, present - cost, f"과제 {name}의 순현재가치는 맞지만 가장 크지 않습니다."))
    return [Wrong(float(value), why, _choice(name, value)) for name, value, why in found if 10 <= value < 99.5]


@template("business.return", "first_project", "순현재가치가 가장 큰 과제")
def first_project(draw: Draw) -> Draft:
    """Which of three projects has the highest net present value, where the plain sums say otherwise."""
    rate, years = draw.pick(_RATES[2:] if draw.is_extended else _RATES[1:]), 3 if draw.is_extended else 2
    flows = {name: _even_flows(draw, rate, years) for name in "ABC"}
    values = {name: Fraction(draw.integer(10, 90)) for name in "ABC"}
    costs = {name: int(sum(_present(flows[name], rate)) - values[name]) for name in "ABC"}
    best = max(values, key=values.__getitem__)
    sums = {name: sum(flows[name]) - costs[name] for name in "ABC"}
    draw.require(min(costs.values()) >= 40 and len(set(values.values())) == 3 and max(sums, key=sums.__getitem__) != best)
    factors = [(1 + rate) ** year for year in range(1, years + 1)]
    terms = {name: " + ".join(f"{f}/{plain(d)}" for f, d in zip(flows[name], factors, strict=True)) for name in "ABC"}
    rows: list[tuple[Cell, ...]] = [(f"과제 {name}", costs[name], *flows[name]) for name in "ABC"]
    return Draft(
        stem=f"{draw.pick(_PROJECTS)[0]}의 세 분석 과제에 지금 드는 투자 비용과 해마다 연말에 들어올 순현금(백만 원)이 다음과 같다. "
        f"할인율이 연 {plain(rate * 100)}%일 때, 순현재가치(NPV)가 가장 커서 먼저 할 과제와 그 값은?",
        data=Table(columns=("과제", "투자 비용", *(f"{year}년째" for year in range(1, years + 1))), rows=tuple(rows)),
        key=compute(highest_present_value, investments=[*costs.values()], flows=[*flows.values()], rate=float(rate)),
        decimals=0,
        label=_choice(best, values[best]),
        why="먼 미래의 현금일수록 더 할인하여 현재 가치로 견주며, 투자 비용을 뺀 값이 가장 큰 과제를 먼저 한다.",
        wrongs=_project_wrongs(draw, costs, flows, rate, best),
        steps=["NPV = Σ 순현금/(1 + r)ᵗ − 투자 비용"]
        + [f"과제 {name}: {terms[name]} − {costs[name]} = {plain(values[name])}" for name in "ABC"]
        + [f"가장 큰 것은 과제 {best}의 {plain(values[best])}백만 원이다."],
    )
