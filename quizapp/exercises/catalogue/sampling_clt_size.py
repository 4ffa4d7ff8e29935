"""Standard errors of a proportion, of a small population and of other sample sizes, with numpy and `scipy.stats.norm`.

https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.norm.html
https://numpy.org/doc/stable/reference/generated/numpy.sqrt.html
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from math import sqrt

from quizapp.exercises.catalogue.dist_normal import NORMALS
from quizapp.exercises.catalogue.probability_parts import TRIALS, area_table, phi, root
from quizapp.exercises.catalogue.wording import plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.korean import with_particle
from quizapp.numbers import rounded, show


def chance_of_share(limit: float, rate: float, size: int) -> float:
    import numpy as np
    from scipy.stats import norm

    return float(norm.sf(limit, loc=rate, scale=np.sqrt(rate * (1 - rate) / size)))


def more_units(size: int, error: float, target: float) -> float:
    import numpy as np

    return float(size * np.square(error / target) - size)


def finite_error(deviation: float, size: int, population: int) -> float:
    import numpy as np

    correction = np.sqrt((population - size) / (population - 1))
    return float(deviation / np.sqrt(size) * correction)


@template("sampling.clt", "proportion", "표본비율이 어떤 값을 넘을 확률")
def proportion(draw: Draw) -> Draft:
    """The probability that the share in a sample passes a point, by the normal approximation."""
    trial, percent = draw.pick(TRIALS), draw.pick([10, 20, 36, 50, 64, 80])
    rate = Fraction(percent, 100)
    size = draw.pick([100, 144, 225, 256, 400, 576, 900] if draw.is_extended else [100, 400, 900, 1600])
    draw.require(min(trial.rates) - 8 <= percent <= max(trial.rates) + 10)
    error = root(rate * (1 - rate) / size) or Fraction(0)
    z, side = draw.pick([0.5, 0.8, 1.0, 1.2, 1.5, 1.6, 2.0, 2.5]), draw.pick([-1, 1])
    limit = rate + side * Fraction(str(z)) * error
    draw.require(not 10_000 % error.denominator and not 1000 % limit.denominator)
    area = round(phi(z) - 0.5, 4)
    by_hand = 0.5 - side * area
    p = float(rate)
    others = [round(z * sqrt(1 - p), 2), round(2 * z * sqrt(p * (1 - p)), 2), round(z / sqrt(p * (1 - p)), 2)]
    hits = f"{trial.premise.format(percent)} {trial.pick.format(size)} {trial.hit}의 비율이"
    return Draft(
        stem=f"{hits} {plain(100 * limit)}%보다 클 확률을 정규분포로 근사하여 다음 표로 구하면? (연속성 수정은 하지 않으며, {rounding(3)})",
        data=area_table([z, *(one for one in others if one < 3.5)], from_zero=True),
        key=compute(chance_of_share, limit=float(limit), rate=float(rate), size=size),
        decimals=3,
        why="표본비율의 표준오차는 √(p(1 − p)/n)이고, n이 크면 표본비율은 정규분포에 가깝다.",
        wrongs=_share_wrongs(side, z, others),
        steps=[
            f"표준오차 = √({plain(rate)}·{plain(1 - rate)}/{size}) = {plain(error)}",
            f"z = ({plain(limit)} − {plain(rate)})/{plain(error)} = {plain(side * z)}",
            f"P(0 ≤ Z ≤ {plain(z)}) = {show(area, 4)}",
            f"확률 = 0.5 {'−' if side > 0 else '+'} {show(area, 4)} = {show(by_hand, 3)}",
        ],
        by_hand=by_hand,
    )


def _share_wrongs(side: int, z: float, others: list[float]) -> list[Wrong]:
    """What people take for the area beyond *side* · *z*; the *others* come from wrong standard errors."""
    careless, even, unrooted = others
    half = 1 - (1 - phi(z)) / 2
    found = [
        Wrong(1 - phi(side * unrooted), "n에만 제곱근을 씌워 표준오차를 p(1 − p)/√n으로 썼습니다."),
        Wrong(half if side < 0 else 1 - half, "꼬리의 넓이를 다시 2로 나누었습니다. 물음은 한쪽이므로 그대로 씁니다."),
        Wrong(phi(side * z), "반대쪽의 확률을 구했습니다. z의 부호와 부등호의 방향을 살핍니다."),
        Wrong(phi(z) - 0.5, "0부터 z까지의 넓이를 그대로 답했습니다. 0.5에서 더하거나 뺍니다."),
        Wrong(2 * (1 - phi(z)), "양쪽 꼬리를 구했습니다. 물음은 한쪽입니다."),
        Wrong(2 * phi(z) - 1, "가운데의 넓이를 구했습니다. 물음은 한쪽입니다."),
        Wrong(1 - phi(side * careless), "표준오차에서 1 − p를 빠뜨리고 √(p/n)을 썼습니다."),
        Wrong(1 - phi(side * even), "표준오차에 p 대신 0.5를 넣었습니다."),
        Wrong(phi(side * careless), "표준오차를 √(p/n)으로 쓰고, 반대쪽의 확률을 구했습니다."),
    ]
    return within(found, 0, 0.9995)


@template("sampling.clt", "more_units", "표준오차를 줄이는 데 더 필요한 표본 수")
def more(draw: Draw) -> Draft:
    """How many more units bring the standard error of the mean down to a target."""
    normal, size = draw.pick(NORMALS), draw.integer(30, 250) if draw.is_extended else 20 * draw.integer(2, 15)
    ratio = draw.pick([Fraction(n, 4) for n in (5, 6, 7, 9, 10)] if draw.is_extended else [Fraction(n, 2) for n in (3, 4, 5, 6, 8)])
    target = Fraction(draw.integer(2, 30), 10)
    error, total = target * ratio, size * ratio**2
    draw.require(total % 1 == 0 and not 100 % error.denominator)
    factor = float(ratio)
    return Draft(
        stem=f"{normal.place} {normal.name}의 평균을 추정하려고 {normal.counted} "
        f"{with_particle(f'{size}{normal.counter}', '을/를')} 조사하였더니 표준오차가 {with_particle(normal.at(float(error)), '으로/로')} "
        f"나왔다. 표준오차를 {with_particle(normal.at(float(target)), '으로/로')} 줄이려면 몇 {with_particle(normal.counter, '을/를')} 더 "
        "조사해야 하는가? (표준편차는 그대로라고 본다.)",
        key=compute(more_units, size=size, error=float(error), target=float(target)),
        decimals=0,
        unit=normal.counter,
        why="표준오차는 √n에 반비례하므로, 1/k로 줄이려면 표본이 모두 k²배가 되어야 한다.",
        wrongs=[
            Wrong(size * (factor - 1), "표준오차가 n에 반비례한다고 보고 k배로 늘렸습니다. 반비례하는 것은 √n입니다."),
            Wrong(float(total), "필요한 표본 전체를 답했습니다. 이미 조사한 것을 빼야 합니다."),
            Wrong(size * factor, "k배로 늘린 표본 전체를 답했습니다."),
            Wrong(size * (factor**4 - 1), "이미 제곱한 비를 다시 제곱했습니다."),
            Wrong(float(total + size), "이미 조사한 것을 빼지 않고 더했습니다."),
            Wrong(size * (sqrt(factor) - 1), "비를 제곱하지 않고 제곱근을 씌웠습니다."),
            Wrong(2 * size * (factor - 1), "비를 제곱하지 않고 두 배로 늘렸습니다."),
        ],
        steps=[
            "표준오차 = σ/√n이므로 n은 표준오차의 제곱에 반비례한다.",
            f"비 = {plain(error)}/{plain(target)} = {plain(ratio)}",
            f"필요한 표본 = {size}·{plain(ratio)}² = {total}",
            f"더 조사할 수 = {total} − {size} = {total - size}",
        ],
    )


@cache
def _finite_cases(*, extended: bool) -> list[tuple[int, int, Fraction]]:
    """Population, sample and correction (N − n)/(N − 1), which ends after two decimals; samples are squares."""
    cases = []
    for side in (6, 7, 8, 9, 11, 12) if extended else (4, 5, 6, 10):
        for percent in range(50, 96):
            population = 1 + Fraction(side**2 - 1) / (1 - Fraction(percent, 100))
            if population.denominator == 1:
                cases.append((int(population), side**2, Fraction(percent, 100)))
    return cases


@template("sampling.clt", "finite", "유한모집단 수정계수를 쓴 표준오차")
def finite(draw: Draw) -> Draft:
    """The standard error of the mean of a sample without replacement from a small population."""
    normal, (population, size, square) = draw.pick(NORMALS), draw.pick(_finite_cases(extended=draw.is_extended))
    side = round(sqrt(size))
    sigma = draw.integer(5, 40) if draw.is_extended else side * draw.integer(1, 6)
    error, factor = sigma / side, float(rounded(sqrt(square), 3))
    by_hand = float(rounded(error, 2)) * factor
    draw.require(population < 3000)
    counter = normal.counter
    return Draft(
        stem=f"{normal.counted} {population}{counter} 가운데 {with_particle(f'{size}{counter}', '을/를')} 비복원으로 임의추출하여 평균 "
        f"{with_particle(normal.name, '을/를')} 구하려 한다. 모표준편차가 {normal.at(sigma)}일 때, 유한모집단 수정계수 "
        f"√((N − n)/(N − 1))을 쓴 표본평균의 표준오차는? (단, √{plain(square)} = {show(factor, 3)}이고, {rounding(2)})",
        key=compute(finite_error, deviation=sigma, size=size, population=population),
        unit=normal.unit,
        why="모집단이 작고 비복원으로 뽑으면 표준오차 σ/√n에 수정계수 √((N − n)/(N − 1))을 곱한다.",
        wrongs=[
            Wrong(error, "수정계수를 곱하지 않았습니다. 무한모집단의 표준오차입니다."),
            Wrong(error * float(square), "수정계수에 제곱근을 씌우지 않았습니다."),
            Wrong(error / sqrt(square), "수정계수를 곱하지 않고 나누었습니다."),
            Wrong(error * sqrt(size / population), "수정계수 대신 추출률의 제곱근을 곱했습니다."),
            Wrong(sigma * sqrt(square), "σ를 √n으로 나누지 않았습니다."),
            Wrong(sigma / size * sqrt(square), "σ를 √n이 아니라 n으로 나누었습니다."),
            Wrong(error**2 * float(square), "제곱근을 씌우지 않은 분산을 답했습니다."),
        ],
        steps=[
            f"σ/√n = {sigma}/√{size} = {show(error, 2)}",
            f"(N − n)/(N − 1) = {population - size}/{population - 1} = {plain(square)}",
            f"수정계수 = √{plain(square)} = {show(factor, 3)}",
            f"표준오차 = {show(error, 2)}·{show(factor, 3)} = {show(by_hand, 2)}",
        ],
        by_hand=by_hand,
    )
