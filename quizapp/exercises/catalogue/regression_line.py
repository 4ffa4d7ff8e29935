"""The least-squares line of a few points: slope and intercept, as `scipy.stats.linregress` finds them.

https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.linregress.html
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import combinations
from math import sqrt

from quizapp.exercises.catalogue.wording import inside, plain, rounding, signed
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle

PAIRS = (
    ("어느 쇼핑몰의 광고비와 매출", "광고비(백만 원)", "매출(천만 원)"),
    ("한 물류센터의 배송 거리와 소요 시간", "거리(10 km)", "시간(10분)"),
    ("한 병원의 투약량과 수치 변화", "투약량(mg)", "변화량"),
    ("한 공장의 가동 시간과 전력 사용량", "가동 시간(시간)", "전력(kWh)"),
    ("한 지자체의 기온과 전력 수요", "기온(℃)", "수요(MW)"),
)
"""What is paired: in words, the explaining and the explained measure."""

_EVEN_SUMS = {2, 4, 5, 8, 10, 16, 20, 25, 32, 40, 50, 64, 80, 100}


def slope_of(x: list[int], y: list[int]) -> float:
    from scipy.stats import linregress

    return float(linregress(x, y).slope)


def intercept_of(x: list[int], y: list[int]) -> float:
    from scipy.stats import linregress

    return float(linregress(x, y).intercept)


@dataclass(frozen=True)
class Line:
    """Data with their least-squares line."""

    x: list[int]
    y: list[int]

    @property
    def size(self) -> int:
        """How many pairs."""
        return len(self.x)

    @property
    def means(self) -> tuple[Fraction, Fraction]:
        """The means of x and y."""
        return Fraction(sum(self.x), self.size), Fraction(sum(self.y), self.size)

    def sum_of(self, first: Sequence[int], second: Sequence[int]) -> Fraction:
        """The sum of products of the deviations."""
        products = Fraction(sum(a * b for a, b in zip(first, second, strict=True)))
        return products - Fraction(sum(first) * sum(second), self.size)

    @property
    def sums(self) -> tuple[Fraction, Fraction, Fraction]:
        """Sxx, Sxy and Syy."""
        return self.sum_of(self.x, self.x), self.sum_of(self.x, self.y), self.sum_of(self.y, self.y)

    @property
    def slope(self) -> Fraction:
        """Sxy/Sxx."""
        sxx, sxy, _ = self.sums
        return sxy / sxx

    @property
    def intercept(self) -> Fraction:
        """Where the line, which runs through the means, meets x = 0."""
        return self.means[1] - self.slope * self.means[0]

    @property
    def raw_slope(self) -> Fraction:
        """The slope of the line through the origin."""
        return Fraction(sum(a * b for a, b in zip(self.x, self.y, strict=True)), sum(a * a for a in self.x))

    def at(self, x: int) -> Fraction:
        """The prediction."""
        return self.intercept + self.slope * x


@cache
def _even_x(size: int, top: int) -> list[tuple[int, ...]]:
    """Values of x with a whole mean and a sum of squares by which any slope ends after a few decimals."""
    found = [Line(list(x), list(x)) for x in combinations(range(1, top + 1), size) if not sum(x) % size]
    return [tuple(line.x) for line in found if line.sums[0] in _EVEN_SUMS]


def draw_line(draw: Draw, *, ends: bool) -> Line:
    """Small data with whole means; *ends*: whose slope and intercept end after two decimals."""
    size = draw.integer(5, 6) if draw.is_extended else draw.integer(4, 5)
    x = list(draw.pick(_even_x(size, 12))) if ends else sorted(draw.sample(range(1, 13), size))
    base, steep, falls = draw.integer(4, 12), draw.pick([1, 2, 3]), draw.pick([False, False, True])
    y = [base + steep * (13 - value if falls else value) + draw.integer(-3, 3) for value in x]
    y[draw.integer(0, size - 1)] += -sum(y) % size
    line = Line(x, y)
    draw.require(not sum(x) % size and line.slope != 0 and min(y) > 0 and line.sums[0] != line.sums[2])
    draw.require(not ends or not (100 % line.slope.denominator or 100 % line.intercept.denominator))
    return line


def line_table(what: tuple[str, str], line: Line) -> Table:
    """The data as two rows."""
    return Table(columns=("번호", *(str(n) for n in range(1, line.size + 1))), rows=((what[0], *line.x), (what[1], *line.y)))


def _coefficient_wrongs(line: Line, *, is_slope: bool) -> list[Wrong]:
    """What people take for the slope or the intercept."""
    sxx, sxy, syy = line.sums
    mean_x, mean_y = line.means
    slopes = [
        (sxy / syy, "x와 y를 바꾸어 Sxy/Syy를 구했습니다."),
        (Fraction(line.y[-1] - line.y[0], line.x[-1] - line.x[0]), "양 끝의 두 점만 이은 기울기를 썼습니다."),
        (line.raw_slope, "편차 없이 Σxy/Σx²을 기울기로 썼습니다."),
        (mean_y / mean_x, "평균의 비 ȳ/x̄를 기울기로 보았습니다."),
        (Fraction(float(sxy) / sqrt(sxx * syy)), "상관계수를 기울기로 썼습니다."),
        (sxy / line.size, "공분산을 기울기로 썼습니다. x의 분산으로 나누어야 합니다."),
        (-line.slope, "기울기의 부호를 바꾸었습니다."),
    ]
    if is_slope:
        return [Wrong(float(value), why) for value, why in [*slopes, (line.intercept, "절편을 구했습니다. 물음은 기울기입니다.")]]
    found = [
        (mean_y + line.slope * mean_x, "ȳ에서 기울기·x̄를 빼지 않고 더했습니다."),
        (line.slope, "기울기를 구했습니다. 물음은 절편입니다."),
        (mean_x - line.slope * mean_y, "x와 y의 평균을 바꾸어 넣었습니다."),
        *((mean_y - value * mean_x, f"{why} 그 기울기로 절편을 구했습니다.") for value, why in slopes[:3]),
        (mean_y, "y의 평균을 절편으로 답했습니다."),
    ]
    return [Wrong(float(value), why) for value, why in found]


@template("regression.line", "from_data", "자료에서 최소제곱 직선의 기울기와 절편")
def from_data(draw: Draw) -> Draft:
    """The slope or the intercept of the line through a few points."""
    place, *what = draw.pick(PAIRS)
    line, is_slope = draw_line(draw, ends=not draw.is_extended), draw.pick([True, True, False])
    (mean_x, mean_y), (sxx, sxy, _) = line.means, line.sums
    asked = line.slope if is_slope else line.intercept
    last = f"a = {plain(mean_y)} − {inside(round(float(line.slope), 3))}·{plain(mean_x)} = {signed(float(asked), 2)}"
    return Draft(
        stem=f"{with_particle(place, '은/는')} 다음과 같다. 최소제곱법으로 구한 단순회귀직선 ŷ = a + bx의 "
        f"{'기울기 b는' if is_slope else '절편 a는'}? ({rounding(2)})",
        data=line_table((f"x: {what[0]}", f"y: {what[1]}"), line),
        key=compute(slope_of if is_slope else intercept_of, x=line.x, y=line.y),
        why="기울기는 b = Sxy/Sxx이고, 직선은 (x̄, ȳ)를 지나므로 절편은 a = ȳ − b·x̄이다.",
        wrongs=_coefficient_wrongs(line, is_slope=is_slope),
        steps=[
            "b = Sxy/Sxx, a = ȳ − b·x̄",
            f"x̄ = {plain(mean_x)}, ȳ = {plain(mean_y)}",
            f"Sxx = Σ(x − x̄)² = {plain(sxx)}, Sxy = Σ(x − x̄)(y − ȳ) = {plain(sxy)}",
            f"b = {plain(sxy)}/{plain(sxx)} = {signed(float(line.slope), 2) if is_slope else plain(round(float(line.slope), 3))}",
            *([] if is_slope else [last]),
        ],
        by_hand=float(asked) if is_slope else float(mean_y) - round(float(line.slope), 3) * float(mean_x),
    )
