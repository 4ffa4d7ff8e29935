"""Histograms and axes: Sturges' classes, class widths, the share of a bar, the slope on logarithmic axes, with numpy.

https://numpy.org/doc/stable/reference/generated/numpy.histogram_bin_edges.html
https://numpy.org/doc/stable/reference/generated/numpy.polyfit.html
"""

from __future__ import annotations

from fractions import Fraction
from itertools import accumulate, pairwise
from math import ceil, log, log2, log10, sqrt

from quizapp.exercises.catalogue.scaling_parts import MEASURES
from quizapp.exercises.catalogue.wording import plain, rounding, signed, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show

_LAWS = (
    ("도시의 인구(천 명)", "병상 수"),
    ("자료의 크기(GB)", "처리 시간(초)"),
    ("상품의 순위", "주문 건수"),
    ("배송 거리(km)", "배송 비용(천 원)"),
    ("공장의 설비 수", "하루 고장 신호 수"),
)
"""Two quantities that are shown on logarithmic axes."""


def sturges_classes(n: int) -> float:
    import numpy as np

    edges = np.histogram_bin_edges(np.linspace(0, 1, n), bins="sturges")
    return float(len(edges) - 1)


def sturges_width(n: int, low: float, high: float) -> float:
    import numpy as np

    edges = np.histogram_bin_edges(np.linspace(low, high, n), bins="sturges")
    return float(edges[1] - edges[0])


def share_of_bars(edges: list[float], density: list[float], first: int, last: int) -> float:
    import numpy as np

    areas = np.diff(edges) * density
    return float(100 * areas[first : last + 1].sum())


def slope_on_log_axes(x: list[float], y: list[float]) -> float:
    import numpy as np

    slope, _ = np.polyfit(np.log10(x), np.log10(y), 1)
    return float(slope)


def _sample_size(draw: Draw) -> int:
    """How many observations: not a power of two, whose logarithm is whole, so that up or down makes no difference."""
    power = draw.integer(8, 11) if draw.is_extended else draw.integer(4, 8)
    return draw.integer(2**power + 1, 2 ** (power + 1) - 1)


def _sturges_steps(n: int) -> list[str]:
    """The lines of a solution that find the classes of *n* observations."""
    power = int(log2(n))
    return [
        "k = 1 + log₂n, 소수는 올림",
        f"{2**power} < {n} < {2 ** (power + 1)}이므로 {power} < log₂{n} < {power + 1}",
        f"k = 1 + {power}.… → {power + 2}",
    ]


@template("chart.bins", "sturges", "스터지스 공식의 계급 수")
def sturges(draw: Draw) -> Draft:
    """How many classes Sturges' rule gives."""
    measure = draw.pick(MEASURES)
    n = _sample_size(draw)
    k = ceil(1 + log2(n))
    return Draft(
        stem=f"{measure.place} 자료 {n:,}건을 히스토그램으로 나타내려고 한다. 스터지스(Sturges) 공식으로 정한 계급의 수는? "
        "(로그의 밑은 2이고, 계산한 값의 소수 부분은 올림)",
        key=compute(sturges_classes, n=n),
        decimals=0,
        unit="개",
        why="스터지스 공식은 k = 1 + log₂n이며, 소수 부분은 올린다.",
        wrongs=[
            Wrong(k - 1, "소수 부분을 버렸거나 1을 더하지 않았습니다. 1 + log₂n을 올립니다."),
            Wrong(k - 2, "1을 더하지 않고 소수 부분도 버렸습니다. 1 + log₂n을 올립니다."),
            Wrong(k + 1, "올린 값에 1을 한 번 더 더했습니다. 1은 올리기 전에 한 번만 더합니다."),
            Wrong(ceil(1 + log10(n)), "상용로그를 썼습니다. 스터지스 공식은 밑이 2인 로그를 씁니다."),
            Wrong(ceil(1 + log(n)), "자연로그를 썼습니다. 스터지스 공식은 밑이 2인 로그를 씁니다."),
            Wrong(ceil(sqrt(n)), "관측값 수의 제곱근을 썼습니다. 이는 제곱근 규칙입니다."),
            Wrong(ceil(2 * n ** (1 / 3)), "관측값 수의 세제곱근을 두 배 했습니다. 이는 라이스(Rice) 규칙입니다."),
        ],
        steps=_sturges_steps(n),
    )


@template("chart.bins", "class_width", "스터지스 공식으로 정한 계급의 폭")
def class_width(draw: Draw) -> Draft:
    """The width of equal classes whose number Sturges' rule gives."""
    measure, decimals = draw.pick(MEASURES), 2 if draw.is_extended else 1
    n = _sample_size(draw)
    low, span = draw.integer(measure.low, measure.high), draw.integer(60, 240) if draw.is_extended else draw.integer(20, 90)
    k, high = ceil(1 + log2(n)), low + span
    return Draft(
        stem=f"{measure.place} 자료 {n:,}건의 최솟값은 {low}, 최댓값은 {high}이다. 계급의 수를 스터지스(Sturges) 공식(로그의 밑은 2, 소수 "
        f"부분은 올림)으로 정하고 최솟값부터 최댓값까지를 폭이 같은 계급으로 나눌 때, 계급의 폭은? ({rounding(decimals)})",
        key=compute(sturges_width, n=n, low=low, high=high),
        decimals=decimals,
        why="계급의 폭은 범위(최댓값 − 최솟값)를 스터지스 공식으로 정한 계급의 수로 나눈 값이다.",
        wrongs=[
            Wrong(span / (k - 1), "계급의 수를 올리지 않고 버렸습니다."),
            Wrong(span / (k - 2), "계급의 수에 1을 더하지 않고 소수 부분도 버렸습니다."),
            Wrong(high / k, "범위가 아니라 최댓값을 나누었습니다."),
            Wrong(span / ceil(1 + log10(n)), "계급의 수를 상용로그로 구했습니다. 스터지스 공식은 밑이 2인 로그를 씁니다."),
            Wrong(span / ceil(sqrt(n)), "계급의 수를 관측값 수의 제곱근으로 정했습니다."),
            Wrong(span / (k + 1), "계급의 수에 1을 한 번 더 더했습니다."),
            Wrong(span / ceil(2 * n ** (1 / 3)), "계급의 수를 라이스(Rice) 규칙으로 정했습니다."),
            Wrong(n / k, "관측값의 수를 계급의 수로 나누었습니다. 이는 계급마다의 평균 도수입니다."),
        ],
        steps=[
            *_sturges_steps(n),
            f"범위 = {high} − {low} = {span}",
            f"계급의 폭 = {span}/{k} = {show(span / k, decimals)}",
        ],
    )


def _bar_wrongs(edges: list[int], heights: list[float], first: int, last: int) -> list[Wrong]:
    """What people take for the share of the bars from *first* to *last*, in percent."""
    widths = [high - low for low, high in pairwise(edges)]
    asked = slice(first, last + 1)
    height, width, total = sum(heights[asked]), sum(widths[asked]), edges[-1] - edges[0]
    return [
        Wrong(100 * height, "막대의 높이를 비율로 읽었습니다. 비율은 높이가 아니라 넓이입니다."),
        Wrong(100 * height / sum(heights), "높이의 합에서 차지하는 몫을 구했습니다. 폭이 다르므로 넓이로 셈합니다."),
        Wrong(100 * width / total, "가로축에서 차지하는 길이의 비율을 구했습니다."),
        Wrong(1000 * height, "높이에 10을 곱했습니다. 그 막대의 폭을 곱해야 합니다."),
        Wrong(100 * height * total / len(widths), "평균 폭을 곱했습니다. 폭이 다르므로 막대마다 제 폭을 곱합니다."),
        Wrong(100 * (last - first + 1) / len(widths), "막대의 수로 비율을 구했습니다."),
        Wrong(100 * height * min(widths), "가장 좁은 막대의 폭을 곱했습니다."),
        Wrong(100 * height * max(widths), "가장 넓은 막대의 폭을 곱했습니다."),
    ]


@template("chart.bins", "bar_share", "폭이 다른 히스토그램에서 막대의 비율")
def bar_share(draw: Draw) -> Draft:
    """The share of one or two bars of a density histogram with unequal widths."""
    measure, count = draw.pick(MEASURES), 5 if draw.is_extended else 4
    widths = [draw.pick([5, 10, 20, 25]) for _ in range(count)]
    cuts = [0, *sorted(draw.sample(range(1, 100), count - 1)), 100]
    shares = [high - low for low, high in pairwise(cuts)]
    draw.require(len(set(widths)) > 2 and min(shares) >= 6)
    start = 5 * (measure.low // 5)
    edges = list(accumulate([start, *widths]))
    heights = [round(share / 100 / width, 6) for share, width in zip(shares, widths, strict=True)]
    first = draw.integer(0, count - 2 if draw.is_extended else count - 1)
    last = first + 1 if draw.is_extended else first
    asked = range(first, last + 1)
    areas = " + ".join(f"{widths[i]}·{plain(heights[i])}" for i in asked)
    share = sum(shares[i] for i in asked)
    names = [f"{low}~{high}" for low, high in pairwise(edges)]
    return Draft(
        stem=f"{measure.place} 자료를 폭이 다른 계급으로 나누어 막대의 높이가 밀도(전체 넓이가 1)인 히스토그램을 그렸다. 계급과 막대의 "
        f"높이가 다음과 같을 때, {edges[first]} 이상 {edges[last + 1]} 미만인 자료는 전체의 몇 %인가? ({rounding(0)})",
        data=Table(columns=("계급", *names), rows=(("높이", *heights),)),
        key=compute(share_of_bars, edges=edges, density=heights, first=first, last=last),
        decimals=0,
        unit="%",
        why="밀도로 그린 히스토그램에서 비율은 막대의 넓이(폭·높이)이다.",
        wrongs=within(_bar_wrongs(edges, heights, first, last), 0, 100),
        steps=[
            "비율 = 폭·높이",
            f"넓이 = {areas} = {plain(share / 100)}",
            f"비율 = {plain(share / 100)} × 100 = {share}%",
        ],
    )


def _slope_wrongs(x: list[int], y: list[int], power: Fraction) -> list[Wrong]:
    """What people take for the slope on logarithmic axes."""
    rise, run = Fraction(y[-1], y[0]), Fraction(x[-1], x[0])
    return [
        Wrong(float(1 / power), "가로와 세로를 바꾸었습니다. 기울기는 log y의 변화를 log x의 변화로 나눕니다."),
        Wrong(float(-power), "부호를 거꾸로 썼습니다."),
        Wrong((y[-1] - y[0]) / (x[-1] - x[0]), "로그를 씌우지 않은 값의 기울기를 구했습니다."),
        Wrong(float(Fraction(y[1], y[0]) / Fraction(x[1], x[0])), "이웃한 두 점에서 배율을 배율로 나누었습니다. 배율의 로그를 나눕니다."),
        Wrong(float(Fraction(y[1], y[0])), "이웃한 두 점에서 세로축의 배율만 구했습니다."),
        Wrong(log10(rise) / len(x), "세로축에만 로그를 씌우고 점의 수로 나누었습니다."),
        Wrong(log(rise) / log10(run), "세로축에는 자연로그를, 가로축에는 상용로그를 썼습니다. 같은 로그를 써야 합니다."),
        Wrong(log10(rise), "가로축의 변화로 나누지 않았습니다."),
    ]


@template("chart.bins", "log_slope", "두 축이 로그인 그래프의 기울기")
def log_slope(draw: Draw) -> Draft:
    """The slope of a line on two logarithmic axes: the power that relates both quantities."""
    across, up = draw.pick(_LAWS)
    base, powers = draw.pick([2, 3]), [(1, 2), (2, 1), (3, 2), (1, 3), (2, 3)]
    p, q = draw.pick([*powers, (3, 4), (5, 2), (4, 3)] if draw.is_extended else powers)
    at = [0, *accumulate(draw.pick([1, 1, 2]) for _ in range(2))] if draw.is_extended else [0, 1, 2]
    falling = across == "상품의 순위"
    start, least = draw.integer(1, 12), draw.integer(2, 15)
    x = [start * base ** (q * n) for n in at]
    y = [least * base ** (p * (at[-1] - n if falling else n)) for n in at]
    draw.require(max(*x, *y) < (100_000 if draw.is_extended else 5000))
    power = Fraction(-p if falling else p, q)
    factors = Fraction(x[1], x[0]), Fraction(y[1], y[0])
    exponents = q * at[1], -p * at[1] if falling else p * at[1]
    return Draft(
        stem=f"{with_particle(across, '과/와')} {up}의 관계를 두 축이 모두 로그 눈금인 그래프에 그렸더니 점이 한 직선 위에 놓였다. 점의 "
        f"값이 다음과 같을 때, 이 직선의 기울기(log y의 변화/log x의 변화)는? ({rounding(2)})",
        data=Table(columns=("점", *(str(at) for at in range(1, 4))), rows=((f"x: {across}", *x), (f"y: {up}", *y))),
        key=compute(slope_on_log_axes, x=x, y=y),
        why="두 축이 로그인 그래프의 기울기는 log y의 변화를 log x의 변화로 나눈 값이며, 거듭제곱 관계 y = a·xᵇ의 지수 b이다.",
        wrongs=_slope_wrongs(x, y, power),
        steps=[
            "기울기 = log(y의 배율)/log(x의 배율)",
            f"점 1에서 2까지 x의 배율 = {x[1]}/{x[0]} = {factors[0]}, y의 배율 = {y[1]}/{y[0]} = {factors[1]}",
            f"기울기 = ({plain(exponents[1])}·log {base})/({exponents[0]}·log {base}) = {signed(float(power), 2)}",
        ],
    )
