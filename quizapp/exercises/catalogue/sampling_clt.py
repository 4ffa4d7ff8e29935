"""The sampling distribution of a mean and of a proportion: `scipy.stats.sem` (divisor n − 1), `scipy.stats.norm`.

https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.sem.html
https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.norm.html
"""

from __future__ import annotations

from fractions import Fraction
from math import sqrt

from quizapp.exercises.catalogue.dist_normal import NORMALS
from quizapp.exercises.catalogue.probability_parts import area_table, phi
from quizapp.exercises.catalogue.scaling_parts import MEASURES, one_row
from quizapp.exercises.catalogue.wording import plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.korean import with_particle
from quizapp.numbers import rounded, show


def standard_error(values: list[float]) -> float:
    from scipy.stats import sem

    return float(sem(values))


def chance_of_mean(limit: float, mean: float, deviation: float, size: int) -> float:
    import numpy as np
    from scipy.stats import norm

    return float(norm.sf(limit, loc=mean, scale=deviation / np.sqrt(size)))


@template("sampling.clt", "from_data", "자료에서 표본평균의 표준오차")
def from_data(draw: Draw) -> Draft:
    """The standard error of the mean of a small sample."""
    measure, size, reach = draw.pick(MEASURES), 9 if draw.is_extended else 4, 4 if draw.is_extended else 7
    deviations = [draw.integer(-reach, reach) for _ in range(size - 1)]
    deviations.append(-sum(deviations))
    square = sum(one**2 for one in deviations)
    draw.require(abs(deviations[-1]) <= reach and square % (size - 1) == 0 and square >= 2 * size and len(set(deviations)) > 2)
    mean = draw.integer(measure.low + reach, measure.high + reach)
    values, variance, side = [mean + one for one in deviations], square // (size - 1), round(sqrt(size))
    root = float(rounded(sqrt(variance), 3))
    deviation, biased, by_hand = sqrt(variance), sqrt(square / size), root / side
    helper = "" if root % 1 == 0 else f"단, √{variance} = {show(root, 3)}이고, "
    return Draft(
        stem=f"{with_particle(measure.place, '을/를')} {size}번 조사한 값이 다음과 같다. 표본평균의 표준오차의 추정값은? "
        f"({helper}표본표준편차는 n − 1로 나누어 구하고, {rounding(2)})",
        data=one_row(measure.what, values),
        key=compute(standard_error, values=values),
        why="표본평균의 표준오차는 표본표준편차 s를 √n으로 나눈 값이다.",
        wrongs=[
            Wrong(deviation, "√n으로 나누지 않고 표본표준편차를 답했습니다."),
            Wrong(deviation / size, "√n이 아니라 n으로 나누었습니다."),
            Wrong(biased / side, "표준편차를 n으로 나누어 구했습니다. 물음은 n − 1로 나누라고 했습니다."),
            Wrong(variance / size, "제곱근을 씌우지 않은 분산 s²/n을 답했습니다."),
            Wrong(deviation / sqrt(size - 1), "s를 √n이 아니라 √(n − 1)로 나누었습니다."),
            Wrong((max(values) - min(values)) / side, "표준편차 대신 범위를 썼습니다."),
            Wrong(deviation / (size - 1), "√n이 아니라 n − 1로 나누었습니다."),
            Wrong(variance / side, "표준편차가 아니라 분산을 √n으로 나누었습니다."),
        ],
        steps=[
            f"x̄ = {sum(values)}/{size} = {mean}, 편차 제곱의 합 = {square}",
            f"s = √({square}/({size} − 1)) = √{variance} = {plain(root)}",
            f"표준오차 = s/√n = {plain(root)}/{side} = {show(by_hand, 2)}",
        ],
        by_hand=by_hand,
    )


_ZS = (0.4, 0.5, 0.8, 1.0, 1.2, 1.25, 1.5, 1.6, 1.8, 2.0, 2.5)


@template("sampling.clt", "tail", "표본평균이 어떤 값을 넘을 확률")
def tail(draw: Draw) -> Draft:
    """The probability that the mean of a sample passes a point, from an excerpt of the normal table."""
    normal, size = draw.pick(NORMALS), draw.pick([36, 49, 64, 81, 144] if draw.is_extended else [36, 64, 100, 400])
    mean, sigma = normal.draw(draw)
    z, side = draw.pick(_ZS), draw.pick([-1, 1])
    error = Fraction(sigma, round(sqrt(size)))
    limit = mean + side * Fraction(str(z)) * error
    draw.require(not 100 % error.denominator and not 100 % limit.denominator)
    area = round(phi(z) - 0.5, 4)
    by_hand = 0.5 - side * area
    plainly, twice = z / sqrt(size), z * sqrt(size)
    others = [round(one, 2) for one in (plainly, twice) if 0.05 < one < 3.5]
    return Draft(
        stem=f"{normal.premise(mean, sigma, '분포')} 임의로 {normal.counted} "
        f"{with_particle(f'{size}{normal.counter}', '을/를')} 뽑을 때, 표본평균이 "
        f"{with_particle(normal.at(float(limit)), '을/를')} 넘을 확률을 중심극한정리와 다음 표로 구하면? ({rounding(3)})",
        data=area_table([z, *others, draw.pick([1.1, 1.4, 0.6, 2.2])], from_zero=True),
        key=compute(chance_of_mean, limit=float(limit), mean=mean, deviation=sigma, size=size),
        decimals=3,
        why="표본평균의 표준편차(표준오차)는 σ/√n이므로, z = (x̄ − μ)/(σ/√n)으로 바꾼다.",
        wrongs=_tail_wrongs(side, z, size),
        steps=[
            f"표준오차 = {sigma}/√{size} = {plain(error)}",
            f"z = ({plain(limit)} − {mean})/{plain(error)} = {plain(side * z)}",
            f"P(0 ≤ Z ≤ {plain(z)}) = {show(area, 4)}",
            f"확률 = 0.5 {'−' if side > 0 else '+'} {show(area, 4)} = {show(by_hand, 3)}",
        ],
        by_hand=by_hand,
    )


def _tail_wrongs(side: int, z: float, size: int) -> list[Wrong]:
    plainly, twice = round(z / sqrt(size), 2), round(z * sqrt(size), 2)
    found = [
        Wrong(1 - phi(side * plainly), "σ를 √n으로 나누지 않았습니다. 하나의 값이 넘을 확률입니다."),
        Wrong(1 - phi(side * twice), "σ를 √n이 아니라 n으로 나누었습니다."),
        Wrong(phi(side * z), "넘지 않을 확률을 구했습니다."),
        Wrong(phi(z) - 0.5, "0부터 z까지의 넓이를 그대로 답했습니다. 0.5에서 더하거나 뺍니다."),
        Wrong(2 * (1 - phi(z)), "양쪽 꼬리를 구했습니다. 물음은 한쪽입니다."),
        Wrong(2 * phi(z) - 1, "가운데의 넓이를 구했습니다. 물음은 한쪽입니다."),
        Wrong(phi(plainly) - 0.5, "√n으로 나누지 않은 z의 넓이를 그대로 답했습니다."),
    ]
    return within(found, 0, 0.9995)
