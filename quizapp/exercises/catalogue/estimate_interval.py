"""Confidence intervals for a mean and a proportion: `scipy.stats.norm.interval` and `scipy.stats.t.interval`.

https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.norm.html
https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.t.html
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from math import sqrt

from quizapp.exercises.catalogue.dist_normal import NORMALS, Normal
from quizapp.exercises.catalogue.probability_parts import LEVELS, Z_VALUES, level_helpers, root, z_name
from quizapp.exercises.catalogue.wording import plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import rounded, show


def normal_limit(level: float, mean: float, deviation: float, size: int, side: int) -> float:
    import numpy as np
    from scipy.stats import norm

    limits = norm.interval(level, loc=mean, scale=deviation / np.sqrt(size))
    return float(limits[side])


def student_limit(level: float, mean: float, deviation: float, size: int, side: int) -> float:
    import numpy as np
    from scipy.stats import t

    limits = t.interval(level, size - 1, loc=mean, scale=deviation / np.sqrt(size))
    return float(limits[side])


def share_limit(level: float, share: float, size: int, side: int) -> float:
    import numpy as np
    from scipy.stats import norm

    limits = norm.interval(level, loc=share, scale=np.sqrt(share * (1 - share) / size))
    return float(limits[side])


@cache
def _t_point(freedom: int, alpha: float) -> float:
    """The point of the t distribution with the probability *alpha* above it, as a table prints it."""
    from scipy.stats import t

    return float(rounded(float(t.isf(alpha, freedom)), 3))


_SIDES = ("하한", "상한")


def _sample(normal: Normal, size: int, mean: float) -> str:
    """What was found: the sample and its mean."""
    counted = with_particle(f"{normal.counted} {size}{normal.counter}", "을/를")
    found = with_particle(normal.at(mean), "으로/로")
    return f"{normal.place} {with_particle(normal.name, '을/를')} 알아보려고 {counted} 임의로 뽑았더니 평균이 {found} 나왔다."


def _draw_known(draw: Draw) -> tuple[Normal, int, int, int]:
    """A measure, the mean, a deviation and a size whose standard error has two decimals at most."""
    normal, size = draw.pick(NORMALS), draw.pick([36, 49, 64, 81, 144] if draw.is_extended else [16, 25, 36, 64, 100, 400])
    mean, sigma = normal.draw(draw)
    draw.require(draw.is_extended or not 100 % Fraction(sigma, round(sqrt(size))).denominator)
    return normal, mean, sigma, size


@template("estimate.interval", "known", "모표준편차를 알 때 모평균 신뢰구간의 한쪽 끝")
def known(draw: Draw) -> Draft:
    """A limit of the interval for a mean, the population's deviation being known."""
    normal, mean, sigma, size = _draw_known(draw)
    level, side = draw.pick(list(LEVELS)), draw.integer(0, 1)
    alpha, sign, error = LEVELS[level], (-1, 1)[side], round(sigma / sqrt(size), 4)
    z, careless = Z_VALUES[alpha], Z_VALUES[round(2 * alpha, 3)]
    other = 0.005 if level != 99 else 0.025
    by_hand = mean + sign * z * error
    return Draft(
        stem=f"{_sample(normal, size, mean)} 모표준편차가 {normal.at(sigma)}인 정규모집단일 때, 모평균의 {level}% 신뢰구간의 "
        f"{_SIDES[side]}은? (단, {level_helpers(level, other)}이고, {rounding(2)})",
        key=compute(normal_limit, level=level / 100, mean=mean, deviation=sigma, size=size, side=side),
        unit=normal.unit,
        why="모표준편차를 알 때 신뢰구간은 x̄ ± z_(α/2)·σ/√n이며, 남는 확률을 양쪽에 반씩 나눈다.",
        wrongs=[
            Wrong(mean + sign * careless * error, f"남는 확률을 반으로 나누지 않고 {z_name(round(2 * alpha, 3), '을/를')} 썼습니다."),
            Wrong(mean + sign * Z_VALUES[other] * error, f"신뢰수준에 맞지 않는 {z_name(other, '을/를')} 썼습니다."),
            Wrong(mean - sign * z * error, f"{_SIDES[1 - side]}을 구했습니다."),
            Wrong(mean + sign * error, "z를 곱하지 않고 표준오차만 더하거나 뺐습니다."),
            Wrong(mean + sign * z * sigma, "σ를 √n으로 나누지 않았습니다."),
            Wrong(mean + sign * z * sigma / size, "σ를 √n이 아니라 n으로 나누었습니다."),
            Wrong(mean + sign * 2 * z * error, "오차한계의 두 배(구간의 폭)를 더하거나 뺐습니다."),
        ],
        steps=[
            f"신뢰구간 = x̄ ± z_(α/2)·σ/√n, {z_name(alpha)} = {plain(z)}",
            f"σ/√n = {sigma}/√{size} = {plain(error)}",
            f"오차한계 = {plain(z)}·{plain(error)} = {show(z * error, 2)}",
            f"{_SIDES[side]} = {mean} {'−' if sign < 0 else '+'} {show(z * error, 2)} = {show(by_hand, 2)}",
        ],
        by_hand=by_hand,
    )


@template("estimate.interval", "unknown", "모표준편차를 모를 때 모평균 신뢰구간의 한쪽 끝")
def unknown(draw: Draw) -> Draft:
    """A limit of the interval for a mean by the t distribution, from an excerpt of its table."""
    normal, size = draw.pick(NORMALS), draw.pick([4, 9, 16, 25])
    mean, whole = normal.draw(draw)
    s = whole + draw.integer(1, 9) / 10 if draw.is_extended else whole
    level, side = draw.pick([90, 95]), draw.integer(0, 1)
    alpha, sign, error, freedom = LEVELS[level], (-1, 1)[side], s / sqrt(size), size - 1
    t, z = _t_point(freedom, alpha), Z_VALUES[alpha]
    draw.require(draw.is_extended or error * 100 % 1 == 0)
    by_hand = mean + sign * t * error
    alphas = [0.1, 0.05, 0.025]
    return Draft(
        stem=f"{_sample(normal, size, mean)} 표본표준편차가 {normal.at(s)}이고 모집단이 정규분포를 따를 때, 모평균의 {level}% 신뢰구간의 "
        f"{_SIDES[side]}은? (단, t(α)는 t 분포에서 오른쪽 꼬리 확률이 α인 값, {z_name(alpha)} = {plain(z)}이고, {rounding(2)})",
        data=Table(
            columns=("자유도", *(f"t({plain(a)})" for a in alphas)),
            rows=tuple((str(df), *(show(_t_point(df, a), 3) for a in alphas)) for df in (freedom - 1, freedom, size)),
        ),
        key=compute(student_limit, level=level / 100, mean=mean, deviation=s, size=size, side=side),
        unit=normal.unit,
        why="모표준편차를 모르면 표본표준편차 s와 자유도 n − 1인 t 분포를 써서 x̄ ± t·s/√n으로 구한다.",
        wrongs=_unknown_wrongs(mean, s, size, level, side),
        steps=[
            f"신뢰구간 = x̄ ± t·s/√n, 자유도 = {size} − 1 = {freedom}",
            f"t({plain(alpha)}) = {show(t, 3)}",
            f"s/√n = {plain(s)}/√{size} = {plain(error)}",
            f"오차한계 = {show(t, 3)}·{plain(error)} = {show(t * error, 2)}",
            f"{_SIDES[side]} = {mean} {'−' if sign < 0 else '+'} {show(t * error, 2)} = {show(by_hand, 2)}",
        ],
        by_hand=by_hand,
    )


def _unknown_wrongs(mean: int, s: float, size: int, level: int, side: int) -> list[Wrong]:
    alpha, sign, error, freedom = LEVELS[level], (-1, 1)[side], s / sqrt(size), size - 1
    t, z, careless = _t_point(freedom, alpha), Z_VALUES[alpha], _t_point(freedom, round(2 * alpha, 3))
    return [
        Wrong(mean + sign * z * error, "표준정규분포의 z를 썼습니다. 모표준편차를 모르고 표본이 작으므로 t를 씁니다."),
        Wrong(mean + sign * careless * error, "남는 확률을 반으로 나누지 않은 t를 썼습니다."),
        Wrong(mean + sign * _t_point(size, alpha) * error, "자유도를 n으로 썼습니다. 자유도는 n − 1입니다."),
        Wrong(mean + sign * _t_point(freedom - 1, alpha) * error, "자유도를 n − 2로 썼습니다. 자유도는 n − 1입니다."),
        Wrong(mean - sign * t * error, f"{_SIDES[1 - side]}을 구했습니다."),
        Wrong(mean + sign * t * s, "s를 √n으로 나누지 않았습니다."),
        Wrong(mean + sign * t * s / size, "s를 √n이 아니라 n으로 나누었습니다."),
    ]


_POLLS = (
    ("한 지자체 주민", "정책에 찬성하는 주민", "명"),
    ("어느 쇼핑몰 회원", "다시 구매한 회원", "명"),
    ("한 병원 환자", "진료에 만족한 환자", "명"),
    ("한 물류센터의 택배", "당일 도착한 택배", "건"),
    ("한 공장의 부품", "규격에 맞는 부품", "개"),
    ("안내 메일 수신자", "메일을 연 수신자", "명"),
)


@template("estimate.interval", "share", "모비율 신뢰구간의 한쪽 끝", version=2)
def share(draw: Draw) -> Draft:
    """A limit of the interval for a proportion."""
    (who, hits, counter), level, side = draw.pick(_POLLS), draw.pick(list(LEVELS)), draw.integer(0, 1)
    percent = draw.pick([2, 10, 20, 36, 50, 64, 80, 90, 98] if draw.is_extended else [10, 20, 36, 50, 64, 80, 90])
    size = draw.pick([225, 400, 625, 900, 1600, 2500, 3600] if draw.is_extended else [100, 400, 900])
    p, alpha, sign = Fraction(percent, 100), LEVELS[level], (-1, 1)[side]
    error = root(p * (1 - p) / size) or Fraction(0)
    draw.require(
        p * size >= 10 <= (1 - p) * size and not (100_000 if draw.is_extended else 1000) % error.denominator and (p * size).denominator == 1
    )
    z, value, e = Z_VALUES[alpha], float(p), float(error)
    by_hand = value + sign * z * e
    return Draft(
        stem=f"{who} {with_particle(f'{size}{counter}', '을/를')} 임의로 조사하였더니 {with_particle(hits, '이/가')} "
        f"{with_particle(f'{int(p * size)}{counter}', '이었다/였다')}. 그 모비율의 {level}% 신뢰구간의 {_SIDES[side]}은? "
        f"(정규근사로 구하고 비율로 답한다. 단, {level_helpers(level)}이고, {rounding(3)})",
        key=compute(share_limit, level=level / 100, share=value, size=size, side=side),
        decimals=3,
        why="모비율의 신뢰구간은 p̂ ± z_(α/2)·√(p̂(1 − p̂)/n)이다.",
        wrongs=_share_wrongs(value, size, level, side),
        steps=[
            f"p̂ = {int(p * size)}/{size} = {plain(p)}",
            f"표준오차 = √({plain(p)}·{plain(1 - p)}/{size}) = {plain(error)}",
            f"오차한계 = {plain(z)}·{plain(error)} = {show(z * e, 4)}",
            f"{_SIDES[side]} = {plain(p)} {'−' if sign < 0 else '+'} {show(z * e, 4)} = {show(by_hand, 3)}",
        ],
        by_hand=by_hand,
    )


def _share_wrongs(value: float, size: int, level: int, side: int) -> list[Wrong]:
    alpha, sign, e = LEVELS[level], (-1, 1)[side], sqrt(value * (1 - value) / size)
    z, careless = Z_VALUES[alpha], Z_VALUES[round(2 * alpha, 3)]
    return within(
        [
            Wrong(value + sign * careless * e, f"남는 확률을 반으로 나누지 않고 {z_name(round(2 * alpha, 3), '을/를')} 썼습니다."),
            Wrong(value - sign * z * e, f"{_SIDES[1 - side]}을 구했습니다."),
            Wrong(value + sign * e, "z를 곱하지 않고 표준오차만 더하거나 뺐습니다."),
            Wrong(value + sign * z * sqrt(value / size), "표준오차에서 1 − p̂을 빠뜨렸습니다."),
            Wrong(value + sign * z * 0.5 / sqrt(size), "표준오차에 p̂ 대신 0.5를 넣었습니다."),
            Wrong(value + sign * z * value * (1 - value) / sqrt(size), "제곱근을 n에만 씌웠습니다."),
            Wrong(value + sign * 2 * z * e, "오차한계의 두 배(구간의 폭)를 더하거나 뺐습니다."),
        ],
        0,
        1,
    )
