"""Means of rates: the geometric mean of growth factors, the harmonic or the arithmetic mean of speeds.

https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.gmean.html
https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.hmean.html
https://numpy.org/doc/stable/reference/generated/numpy.average.html
"""

from __future__ import annotations

from fractions import Fraction
from math import exp, log, prod
from statistics import fmean, geometric_mean, harmonic_mean

from quizapp.exercises.catalogue.confusion_tables import require_hand_fractions
from quizapp.exercises.catalogue.wording import plain, rounding, signed
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.korean import with_particle
from quizapp.numbers import rounded, show

_GROWING = (
    "어느 쇼핑몰의 매출",
    "한 병원의 외래 환자 수",
    "한 물류센터의 처리 물량",
    "어느 앱의 이용자 수",
    "한 지자체의 자전거 대여 건수",
    "한 공장의 생산량",
)

_WORK = (
    ("배송 차량이 도심과 고속도로를", "거리", "{} km/h, {} km/h로 달렸다", "km/h"),
    ("한 포장 라인이 소형과 대형 상자를", "개수", "시간당 {}개, {}개의 속도로 포장하였다", "개/시간"),
    ("검사 장비가 혈액과 소변 검체를", "건수", "시간당 {}건, {}건의 속도로 검사하였다", "건/시간"),
    ("데이터 이관 작업이 로그와 사진을", "용량", "시간당 {} GB, {} GB의 속도로 옮겼다", "GB/시간"),
    ("한 공공기관의 스캐너가 문서와 도면을", "장수", "시간당 {}장, {}장의 속도로 읽었다", "장/시간"),
)
"""What works on which two things, what is counted, at which rates, and their unit."""


def mean_growth(factors: list[float]) -> float:
    from scipy.stats import gmean

    return float(100 * (gmean(factors) - 1))


def mean_of_equal_amounts(rates: list[float], amounts: list[float]) -> float:
    from scipy.stats import hmean

    return float(hmean(rates, weights=amounts))


def mean_of_equal_times(rates: list[float], times: list[float]) -> float:
    import numpy as np

    return float(np.average(rates, weights=times))


@template("stats.center", "growth", "연평균 증가율")
def growth(draw: Draw) -> Draft:
    """The yearly growth that two or three different ones amount to: the geometric mean of the factors."""
    place, years = draw.pick(_GROWING), 3 if draw.is_extended else 2
    factors = [draw.multiple(0.7, 2, 0.1 if draw.is_extended else 0.05) for _ in range(years)]
    product, summed = round(prod(factors), 6), round(1 + sum(factor - 1 for factor in factors), 6)
    draw.require(1 not in factors and len(set(factors)) == years and summed > 0 and abs(product - 1) > 0.05)
    sign, root = ("√", 2) if years == 2 else ("∛", 3)
    near, other = (float(rounded(value ** (1 / root), 3)) for value in (product, summed))
    is_exact = round(near**root, 9) == product
    printed = ", ".join(f"{sign}{plain(value)} = {show(found, 3)}" for value, found in sorted({(product, near), (summed, other)}))
    told = "고, ".join(f"{year}에 {plain(abs(100 * f - 100))}% {'늘' if f > 1 else '줄'}" for year, f in zip(_YEARS, factors, strict=False))
    return Draft(
        stem=f"{with_particle(place, '은/는')} 전년보다 {told}었다. 해마다 같은 비율로 변했다고 보면, 이 {years}년의 연평균 증가율"
        f"(감소이면 음수)은? ({'' if is_exact else f'단, {printed}이고, '}%로 답하고, {rounding(1)})",
        key=compute(mean_growth, factors=factors),
        decimals=1,
        unit="%",
        why="증가율은 곱으로 쌓이므로, 연평균 증가율은 (1 + 증가율)의 기하평균에서 1을 뺀 값이다.",
        wrongs=_growth_wrongs(factors),
        steps=[
            f"전체 배율 = {'·'.join(map(plain, factors))} = {plain(product)}",
            f"연평균 배율 = {sign}{plain(product)} = {plain(near) if is_exact else show(near, 3)}",
            f"연평균 증가율 = ({plain(near)} − 1)·100 = {signed(100 * (near - 1), 1)}%",
        ],
        by_hand=100 * (near - 1),
    )


_YEARS = ("첫해", "둘째 해", "셋째 해")


def _growth_wrongs(factors: list[float]) -> list[Wrong]:
    rates, years, product = [100 * (factor - 1) for factor in factors], len(factors), prod(factors)
    summed = 1 + sum(rates) / 100
    return [
        Wrong(fmean(rates), "증가율을 산술평균했습니다. 증가율은 곱으로 쌓입니다."),
        Wrong(100 * (product - 1) / years, "전체 증가율을 햇수로 나누었습니다. 증가율은 곱으로 쌓이므로 배율의 거듭제곱근을 씌웁니다."),
        Wrong(100 * (harmonic_mean(factors) - 1), "배율을 조화평균했습니다. 곱으로 쌓이는 값은 기하평균을 씁니다."),
        Wrong(100 * (summed ** (1 / years) - 1), "증가율을 더한 것을 전체 증가율로 보았습니다. 배율을 곱해야 합니다."),
        Wrong(100 * (product ** (1 / (years + 1)) - 1), f"{years}번 변했는데 {'세제곱근' if years == 2 else '네제곱근'}을 씌웠습니다."),
        Wrong(100 * (product - 1), f"{years}년 동안의 전체 증가율을 구했습니다. 물음은 연평균입니다."),
        *([Wrong(geometric_mean(rates), "배율이 아니라 증가율을 기하평균했습니다.")] if min(rates) > 0 else []),
        Wrong(fmean(map(abs, rates)), "줄어든 해의 부호를 빠뜨리고 산술평균했습니다."),
    ]


@template("stats.center", "rates", "두 속도의 평균")
def rates(draw: Draw) -> Draft:
    """The mean of two rates over equal or given amounts (harmonic) or over equal or given times (arithmetic)."""
    (work, amount, told, unit), by_amount = draw.pick(_WORK), draw.pick([True, False])
    pair = [draw.integer(10, 60) * 2 for _ in range(2)] if draw.is_extended else [10 * draw.integer(2, 12) for _ in range(2)]
    shares = draw.sample(range(1, 6), 2) if draw.is_extended else [1, 1]
    (a, b), (p, q) = pair, shares
    draw.require(a != b and max(pair) < 5 * min(pair))
    mean = Fraction((p + q) * a * b, p * b + q * a) if by_amount else Fraction(p * a + q * b, p + q)
    require_hand_fractions(draw, mean)
    what = amount if by_amount else "시간"
    how = f"같은 {what}씩" if p == q else f"{what}의 비 {p} : {with_particle(str(q), '으로/로')}"
    return Draft(
        stem=f"{work} {how} 차례로 {told.format(a, b)}. 전체의 평균 속도(전체 {amount} ÷ 전체 시간)는 몇 {unit}인가? ({rounding(1)})",
        key=compute(mean_of_equal_amounts, rates=pair, amounts=shares)
        if by_amount
        else compute(mean_of_equal_times, rates=pair, times=shares),
        decimals=1,
        unit=unit,
        why="전체 양을 전체 시간으로 나눈다. 양을 무게로 하면 속도의 조화평균이고, 시간을 무게로 하면 산술평균이다.",
        wrongs=_rate_wrongs(pair, shares, by_amount),
        steps=_rate_steps(pair, shares, by_amount, show(float(mean), 1)),
    )


def _rate_steps(pair: list[int], shares: list[int], by_amount: bool, shown: str) -> list[str]:
    (a, b), (p, q) = pair, shares
    if by_amount:
        time = Fraction(p, a) + Fraction(q, b)
        return [
            f"처리한 양을 {p}, {with_particle(str(q), '으로/로')} 놓으면 전체 시간 = {p}/{a} + {q}/{b} = {time}",
            f"평균 속도 = ({p} + {q}) ÷ ({time}) = {(p + q) * time.denominator}/{time.numerator} = {shown}",
        ]
    return [
        f"걸린 시간을 {p}, {with_particle(str(q), '으로/로')} 놓으면 전체 양 = {p}·{a} + {q}·{b} = {p * a + q * b}",
        f"평균 속도 = {p * a + q * b}/({p} + {q}) = {shown}",
    ]


def _rate_wrongs(pair: list[int], shares: list[int], by_amount: bool) -> list[Wrong]:
    (a, b), (p, q) = pair, shares
    harmonic, turned = harmonic_mean(pair, weights=shares), harmonic_mean(pair, weights=shares[::-1])
    return [
        Wrong((p * a + q * b) / (p + q), "두 속도를 산술평균했습니다. 처리한 양이 정해져 있으면 느린 쪽에 시간이 더 걸립니다."),
        Wrong(harmonic, "두 속도를 조화평균했습니다. 걸린 시간이 정해져 있으면 시간을 무게로 산술평균합니다."),
        Wrong(exp((p * log(a) + q * log(b)) / (p + q)), "두 속도를 기하평균했습니다. 기하평균은 곱으로 쌓이는 비율에 씁니다."),
        Wrong(harmonic / (p + q), "시간을 모두 더하고 역수만 취했습니다. 분자는 전체 양이어야 합니다."),
        Wrong(turned if by_amount else (q * a + p * b) / (p + q), "두 쪽의 무게를 서로 바꾸었습니다."),
        Wrong((a * a + b * b) / (a + b), "속도가 빠른 쪽에 무게를 더 주었습니다."),
        Wrong(min(pair), "느린 쪽의 속도를 답했습니다."),
        Wrong(max(pair), "빠른 쪽의 속도를 답했습니다."),
        Wrong(a + b, "두 속도를 더했습니다."),
    ]
