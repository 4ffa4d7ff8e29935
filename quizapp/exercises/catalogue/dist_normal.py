"""The normal distribution: `scipy.stats.norm`, whose scale is the standard deviation, not the variance.

https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.norm.html
"""

from __future__ import annotations

from typing import NamedTuple

from quizapp.exercises.catalogue.probability_parts import area_table, phi
from quizapp.exercises.catalogue.wording import plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.korean import with_particle
from quizapp.numbers import show


class Normal(NamedTuple):
    """Something normally distributed: whose, its name, its unit, what is counted, and realistic means and deviations."""

    place: str
    name: str
    unit: str
    counted: str
    counter: str
    means: tuple[int, int]
    deviations: tuple[int, ...]

    def at(self, value: float) -> str:
        """A value with its unit."""
        return f"{plain(value)}{self.unit}"

    def premise(self, mean: float, deviation: float, kind: str = "정규분포") -> str:
        """Which kind of distribution it follows."""
        parameters = f"평균 {self.at(mean)}, 표준편차 {self.at(deviation)}"
        return f"{self.place} {with_particle(self.name, '은/는')} {parameters}인 {kind}를 따른다."

    def draw(self, draw: Draw) -> tuple[int, int]:
        """A mean and a standard deviation; the mean is a multiple of five on the paper."""
        low, high = self.means
        mean = draw.integer(low, high) if draw.is_extended else 5 * draw.integer(low // 5, high // 5)
        return mean, draw.pick(self.deviations)


NORMALS = (
    Normal("한 공장의 음료", "용량", "밀리리터", "음료", "병", (250, 600), (2, 4, 5, 8, 10)),
    Normal("한 물류센터의", "배송 시간", "분", "배송", "건", (50, 120), (5, 8, 10)),
    Normal("한 병원의", "대기 시간", "분", "환자", "명", (30, 60), (4, 5, 8)),
    Normal("어느 자격시험의", "점수", "점", "응시자", "명", (50, 75), (5, 8, 10)),
    Normal("한 설비가 깎은 부품의", "길이", "밀리미터", "부품", "개", (100, 250), (2, 4, 5)),
    Normal("어느 쇼핑몰의", "구매 금액", "만 원", "고객", "명", (60, 150), (8, 10, 20)),
)


def expected_number(count: int, low: float, high: float, mean: float, deviation: float) -> float:
    from scipy.stats import norm

    below = norm.cdf([low, high], loc=mean, scale=deviation)
    return float(count * (below[1] - below[0]))


def chance_between(low: float, high: float, mean: float, deviation: float) -> float:
    from scipy.stats import norm

    below = norm.cdf([low, high], loc=mean, scale=deviation)
    return float(below[1] - below[0])


_CENTRAL = {0: 0.0, 1: 0.683, 2: 0.954, 3: 0.997}
"""Areas within so many standard deviations, as a paper prints them."""
_REGIONS = ((-1, 2), (-2, 1), (1, 2), (-2, -1), (-1, 3), (-3, 1), (1, 3), (-3, -1), (0, 1), (0, 2), (-1, 0), (-2, 0), (-2, 3), (-3, 2))


@template("dist.normal", "rule", "68–95–99.7 규칙으로 어림한 개수")
def rule(draw: Draw) -> Draft:
    """How many of a number lie between two points that are whole deviations from the mean."""
    normal = draw.pick(NORMALS)
    mean, sigma = normal.draw(draw)
    low, high = draw.pick(_REGIONS)
    count = draw.integer(15, 90) * 10 if draw.is_extended else draw.pick([200, 400, 500, 600, 800, 1000, 2000])
    near, far = sorted((abs(low), abs(high)))
    both = low < 0 < high
    areas = _CENTRAL[near] / 2, _CENTRAL[far] / 2
    share = areas[1] + areas[0] if both else areas[1] - areas[0]
    sign = "+" if both else "−"
    parts = [f"P(|Z| ≤ {far})/2 = {plain(areas[1])}", *([f"P(|Z| ≤ {near})/2 = {plain(areas[0])}"] if near else [])]
    sums = f"{plain(areas[1])} {sign} {plain(areas[0])} = {plain(share)}" if near else plain(share)
    return Draft(
        stem=f"{normal.premise(mean, sigma)} "
        f"{normal.counted} {count}{normal.counter} 가운데 {with_particle(normal.name, '이/가')} {normal.at(mean + low * sigma)} 이상 "
        f"{normal.at(mean + high * sigma)} 이하인 것은 몇 {normal.counter}쯤인가? (단, P(|Z| ≤ 1) = 0.683, P(|Z| ≤ 2) = 0.954, "
        f"P(|Z| ≤ 3) = 0.997이고, {rounding(0)})",
        key=compute(expected_number, count=count, low=mean + low * sigma, high=mean + high * sigma, mean=mean, deviation=sigma),
        decimals=0,
        unit=normal.counter,
        why="정규분포는 평균을 중심으로 대칭이므로, 가운데 넓이의 절반을 더하거나 빼어 비율을 구하고 수를 곱한다.",
        wrongs=_rule_wrongs(count, share, areas),
        steps=[
            f"두 끝은 평균에서 표준편차의 {plain(low)}배, {plain(high)}배 떨어져 있다.",
            *parts,
            f"비율 = {sums}",
            f"{count}·{plain(share)} = {show(count * share, 0)}",
        ],
        by_hand=count * share,
    )


def _rule_wrongs(count: int, share: float, areas: tuple[float, float]) -> list[Wrong]:
    near, far = areas
    found = [
        (2 * share, "가운데 넓이를 절반으로 나누지 않았습니다. 평균의 한쪽 넓이는 그 절반입니다."),
        (1 - share, "구간의 밖에 있는 수를 구했습니다."),
        (2 * far, "더 먼 끝까지를 양쪽으로 모두 셌습니다."),
        (2 * near, "더 가까운 끝까지를 양쪽으로 모두 셌습니다."),
        (far - near if share > far else far + near, "두 넓이를 더할 것과 뺄 것을 바꾸었습니다. 평균의 같은 쪽이면 뺍니다."),
        (1 - 2 * far, "더 먼 끝을 벗어나는 양쪽 꼬리의 수를 구했습니다."),
        (0.5 - far, "더 먼 끝을 벗어나는 한쪽 꼬리의 수를 구했습니다."),
        (0.5 - near, "더 가까운 끝을 벗어나는 한쪽 꼬리의 수를 구했습니다."),
    ]
    return [Wrong(count * part, why) for part, why in found if 0 < part < 1 and abs(part - share) > 0.02]


_ZS = (0.5, 0.8, 1.0, 1.2, 1.25, 1.5, 1.6, 1.75, 2.0, 2.5)


@template("dist.normal", "table", "표준정규분포표로 구하는 구간 확률")
def table(draw: Draw) -> Draft:
    """The probability between two points, from an excerpt of the normal table."""
    normal = draw.pick(NORMALS)
    mean, sigma = normal.draw(draw)
    steps = [z / 20 for z in range(5, 51)] if draw.is_extended else list(_ZS)
    low, high = sorted(draw.pick([-1, 1]) * z for z in draw.sample(steps, 2))
    draw.require(low * sigma % 1 == 0 == high * sigma % 1 and high - low > 0.3)
    ends = [phi(z) if z > 0 else round(1 - phi(-z), 4) for z in (low, high)]
    by_hand = ends[1] - ends[0]
    others = draw.sample([z for z in steps if z not in (abs(low), abs(high))], 2)
    points = [mean + round(low * sigma), mean + round(high * sigma)]
    return Draft(
        stem=f"{normal.place} {with_particle(normal.name, '은/는')} 평균 {mean}, 분산 {sigma**2}인 정규분포를 따른다(단위: {normal.unit}). "
        f"{with_particle(normal.name, '이/가')} {points[0]} 이상 {points[1]} 이하일 확률을 다음 표준정규분포표로 구하면? ({rounding(3)})",
        data=area_table([abs(low), abs(high), *others], from_zero=False),
        key=compute(chance_between, low=points[0], high=points[1], mean=mean, deviation=sigma),
        decimals=3,
        why="두 끝을 z = (x − μ)/σ로 바꾸고 누적확률의 차를 구하며, 음의 z는 P(Z ≤ −z) = 1 − P(Z ≤ z)로 바꾼다.",
        wrongs=_table_wrongs(low, high),
        steps=[
            f"σ = √{sigma**2} = {sigma}",
            *(f"z = ({point} − {mean})/{sigma} = {plain(z)}" for point, z in zip(points, (low, high), strict=True)),
            *(_below_step(z) for z in (low, high)),
            f"확률 = {show(ends[1], 4)} − {show(ends[0], 4)} = {show(by_hand, 3)}",
        ],
        by_hand=by_hand,
    )


def _below_step(z: float) -> str:
    if z > 0:
        return f"P(Z ≤ {plain(z)}) = {show(phi(z), 4)}"
    return f"P(Z ≤ {plain(z)}) = 1 − {show(phi(-z), 4)} = {show(1 - phi(-z), 4)}"


def _table_wrongs(low: float, high: float) -> list[Wrong]:
    first, last = phi(abs(low)), phi(abs(high))
    share = phi(high) - phi(low)
    found = [
        Wrong(1 - share, "구간의 밖에 있을 확률을 구했습니다."),
        Wrong(abs(last - first), "음의 z에 대한 확률을 양의 z의 값으로 읽었습니다. P(Z ≤ −z) = 1 − P(Z ≤ z)입니다."),
        Wrong(first + last - 1, "두 끝이 평균의 양쪽에 있는 것처럼 더했습니다. 같은 쪽에 있으면 뺍니다."),
        Wrong(phi(high), "위쪽 끝 아래의 확률만 구했습니다. 아래쪽 끝 아래를 빼야 합니다."),
        Wrong(1 - phi(low), "아래쪽 끝 위의 확률만 구했습니다. 위쪽 끝 위를 빼야 합니다."),
        Wrong(abs(phi(high) - 0.5), "평균에서 위쪽 끝까지의 확률만 구했습니다."),
        Wrong(abs(phi(low) - 0.5), "평균에서 아래쪽 끝까지의 확률만 구했습니다."),
        Wrong(2 * (1 - max(first, last)), "더 먼 끝의 양쪽 꼬리를 구했습니다."),
    ]
    return within(found, 0, 0.999)
