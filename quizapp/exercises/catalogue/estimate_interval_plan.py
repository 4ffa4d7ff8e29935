"""What intervals are used for: sample sizes, another level, a decision, with `scipy.stats.norm`.

https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.norm.html
"""

from __future__ import annotations

from math import ceil, floor, sqrt

from quizapp.exercises.catalogue.dist_normal import NORMALS
from quizapp.exercises.catalogue.probability_parts import LEVELS, Z_VALUES, level_helpers, z_name
from quizapp.exercises.catalogue.wording import plain, rounding
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.korean import with_particle
from quizapp.numbers import show


def size_for_mean(level: float, deviation: float, margin: float) -> float:
    import numpy as np
    from scipy.stats import norm

    z = norm.isf((1 - level) / 2)
    return float(np.ceil((z * deviation / margin) ** 2))


def size_for_share(level: float, share: float, margin: float) -> float:
    import numpy as np
    from scipy.stats import norm

    z = norm.isf((1 - level) / 2)
    return float(np.ceil(z**2 * share * (1 - share) / margin**2))


def limit_at_level(limits: list[float], level: float, new_level: float, side: int) -> float:
    import numpy as np
    from scipy.stats import norm

    error = np.ptp(limits) / 2 / norm.isf((1 - level) / 2)
    return float(norm.interval(new_level, loc=np.mean(limits), scale=error)[side])


def lower_limit(level: float, mean: float, deviation: float, size: int) -> float:
    import numpy as np
    from scipy.stats import norm

    return float(norm.interval(level, loc=mean, scale=deviation / np.sqrt(size))[0])


@template("estimate.interval", "size_for_mean", "모평균 추정에 필요한 최소 표본 크기")
def for_mean(draw: Draw) -> Draft:
    """The least sample in which the margin of error of a mean stays within a bound."""
    normal, level = draw.pick(NORMALS), draw.pick(list(LEVELS))
    sigma = draw.integer(3, 25) if draw.is_extended else draw.pick(normal.deviations)
    margin = draw.integer(3, 60) / 10 if draw.is_extended else draw.pick([0.5, 0.8, 1.0, 1.5, 1.6, 2.0, 2.5, 3.0, 4.0])
    alpha = LEVELS[level]
    ratio = round(Z_VALUES[alpha] * sigma / margin, 2)
    need = (Z_VALUES[alpha] * sigma / margin) ** 2
    draw.require(10 <= need <= 1500 and 0.04 < need % 1 < 0.96 and ceil(ratio**2) == ceil(need))
    return Draft(
        stem=f"{normal.place} {normal.name}의 모표준편차는 {with_particle(normal.at(sigma), '이다/다')}. 모평균을 {level}% 신뢰수준에서 "
        f"추정할 때 오차한계가 {with_particle(normal.at(margin), '을/를')} 넘지 않으려면, 표본은 최소 몇 "
        f"{with_particle(normal.counter, '이어야/여야')} 하는가? (단, {level_helpers(level, 0.005)})",
        key=compute(size_for_mean, level=level / 100, deviation=sigma, margin=margin),
        decimals=0,
        unit=normal.counter,
        why="오차한계 z_(α/2)·σ/√n이 E 이하이려면 n ≥ (z_(α/2)·σ/E)²이므로, 이 값을 올림한다.",
        wrongs=_mean_size_wrongs(sigma, margin, level),
        steps=[
            "n ≥ (z_(α/2)·σ/E)²",
            f"z_(α/2)·σ/E = {plain(Z_VALUES[alpha])}·{sigma}/{plain(margin)} = {show(ratio, 2)}",
            f"{show(ratio, 2)}² = {show(ratio**2, 1)}이고, 올림하면 n = {ceil(need)}",
        ],
        by_hand=ceil(need),
    )


def _mean_size_wrongs(sigma: int, margin: float, level: int) -> list[Wrong]:
    twice, other = round(2 * LEVELS[level], 3), 0.005 if level != 99 else 0.025
    z, ratio = Z_VALUES[LEVELS[level]], sigma / margin
    need = (z * ratio) ** 2
    return [
        Wrong(floor(need), "올림하지 않고 버렸습니다. 이 크기로는 오차한계가 조금 넘습니다."),
        Wrong(ceil((Z_VALUES[twice] * ratio) ** 2), f"남는 확률을 반으로 나누지 않고 {z_name(twice, '을/를')} 썼습니다."),
        Wrong(ceil((Z_VALUES[other] * ratio) ** 2), f"신뢰수준에 맞지 않는 {z_name(other, '을/를')} 썼습니다."),
        Wrong(ceil(z * ratio), "제곱하지 않았습니다. 구한 것은 √n입니다."),
        Wrong(ceil(4 * need), "오차한계가 아니라 구간의 폭을 E로 보았습니다."),
        Wrong(ceil(need / 4), "오차한계를 E의 두 배로 놓았습니다."),
        Wrong(ceil(ratio**2), "z를 곱하지 않았습니다."),
        Wrong(ceil(z * ratio**2), "z를 제곱하지 않았습니다."),
        Wrong(ceil(z**2 * ratio * sigma), "E를 제곱하지 않았습니다."),
    ]


_TOPICS = (
    ("정책 찬성 비율", "주민", "명"),
    ("재구매 비율", "회원", "명"),
    ("진료 만족 비율", "환자", "명"),
    ("제품의 불량률", "제품", "개"),
    ("택배의 당일 도착 비율", "택배", "건"),
    ("앱의 알림 수신 동의율", "이용자", "명"),
    ("안내문의 열람 비율", "수신자", "명"),
    ("민원의 당일 처리 비율", "민원", "건"),
)


@template("estimate.interval", "size_for_share", "모비율 추정에 필요한 최소 표본 크기")
def for_share(draw: Draw) -> Draft:
    """The least sample for a proportion, with or without an earlier estimate."""
    (topic, name, counter), level = draw.pick(_TOPICS), draw.pick(list(LEVELS))
    percent = draw.pick([0, 5, 10, 15, 25, 30, 35, 40]) if draw.is_extended else draw.pick([0, 10, 20, 25, 30, 40])
    points = draw.integer(20, 75) / 1000 if draw.is_extended else draw.pick([0.02, 0.03, 0.04, 0.05, 0.06, 0.08, 0.1])
    share = percent / 100 or 0.5
    z, spread = Z_VALUES[LEVELS[level]], share * (1 - share)
    need = z**2 * spread / points**2
    draw.require(20 <= need <= 9000 and 0.04 < need % 1 < 0.96)
    part = round(spread / points**2, 1)
    draw.require(ceil(z**2 * part) == ceil(need))
    told = f"지난 조사의 비율 {with_particle(plain(share), '을/를')}" if percent else "사전 정보가 없어 가장 보수적인 비율을"
    return Draft(
        stem=f"{with_particle(topic, '을/를')} {level}% 신뢰수준에서 추정하려 한다. {told} 쓰고, 오차한계가 {plain(100 * points)}%p를 "
        f"넘지 않게 하려면 {with_particle(name, '을/를')} 최소 몇 {counter} 조사해야 하는가? (단, {level_helpers(level)})",
        key=compute(size_for_share, level=level / 100, share=share, margin=points),
        decimals=0,
        unit=counter,
        why="n ≥ z_(α/2)²·p(1 − p)/E²이며, 사전 정보가 없으면 p(1 − p)가 가장 큰 p = 0.5를 쓴다.",
        wrongs=_share_size_wrongs(share, points, level),
        steps=[
            f"n ≥ z_(α/2)²·p(1 − p)/E², p = {plain(share)}, E = {plain(points)}",
            f"p(1 − p)/E² = {plain(spread)}/{plain(points**2)} = {plain(part)}",
            f"n ≥ {plain(z)}²·{plain(part)} = {show(z**2 * part, 1)}이고, 올림하면 n = {ceil(need)}",
        ],
        by_hand=ceil(need),
    )


def _share_size_wrongs(share: float, points: float, level: int) -> list[Wrong]:
    z, twice, spread = Z_VALUES[LEVELS[level]], round(2 * LEVELS[level], 3), share * (1 - share)
    need, careless = z**2 * spread / points**2, Z_VALUES[twice]
    return [
        Wrong(ceil(careless**2 * spread / points**2), f"남는 확률을 반으로 나누지 않고 {z_name(twice, '을/를')} 썼습니다."),
        Wrong(floor(need), "올림하지 않고 버렸습니다. 이 크기로는 오차한계가 조금 넘습니다."),
        Wrong(ceil(z**2 * 0.25 / points**2), "지난 조사의 비율이 있는데도 p = 0.5를 썼습니다."),
        Wrong(ceil(z * spread / points**2), "z를 제곱하지 않았습니다."),
        Wrong(ceil(z**2 * share / points**2), "1 − p를 곱하지 않았습니다."),
        Wrong(ceil(4 * need), "오차한계가 아니라 구간의 폭을 E로 보았습니다."),
        Wrong(ceil(need / 4), "오차한계를 E의 두 배로 놓았습니다."),
    ]


@template("estimate.interval", "other_level", "다른 신뢰수준의 신뢰구간")
def other_level(draw: Draw) -> Draft:
    """A limit of the interval at another level, from an interval that is told."""
    normal, (first, second) = draw.pick(NORMALS), draw.sample(list(LEVELS), 2)
    mean, _ = normal.draw(draw)
    side, error = draw.integer(0, 1), draw.integer(3, 24) / 5 if draw.is_extended else draw.integer(1, 10) / 2
    old, new, sign = Z_VALUES[LEVELS[first]], Z_VALUES[LEVELS[second]], (-1, 1)[side]
    half = round(old * error, 4)
    low, high = round(mean - half, 4), round(mean + half, 4)
    by_hand = mean + sign * new * error
    draw.require(low > 0)
    ends = ("하한", "상한")
    return Draft(
        stem=f"{normal.place} {normal.name}의 모평균에 대한 {first}% 신뢰구간이 [{plain(low)}, {plain(high)}]이다(단위: {normal.unit}). "
        f"모표준편차를 알고 구한 것일 때, 같은 표본으로 구한 {second}% 신뢰구간의 {ends[side]}은? "
        f"(단, {level_helpers(first, LEVELS[second])}이고, {rounding(2)})",
        key=compute(limit_at_level, limits=[low, high], level=first / 100, new_level=second / 100, side=side),
        unit=normal.unit,
        why="신뢰구간의 가운데는 x̄로 그대로이고, 오차한계는 z_(α/2)에 비례하여 바뀐다.",
        wrongs=[
            Wrong(mean + sign * half * second / first, "오차한계를 신뢰수준의 비로 바꾸었습니다. 비례하는 것은 z입니다."),
            Wrong(mean + sign * half * old / new, "두 z의 비를 거꾸로 곱했습니다."),
            Wrong(mean - sign * new * half / old, f"{ends[1 - side]}을 구했습니다."),
            Wrong(mean + sign * half, "신뢰수준이 달라도 구간이 그대로라고 보았습니다."),
            Wrong(mean + sign * new * half, "앞 구간의 오차한계를 z로 나누지 않고 새 z를 곱했습니다."),
            Wrong(mean + sign * new, "표준오차를 곱하지 않고 z만 더하거나 뺐습니다."),
            Wrong(mean + sign * half * (new / old) ** 2, "두 z의 비를 제곱하여 곱했습니다."),
        ],
        steps=[
            f"x̄ = {mean}, 오차한계 = {plain(half)} (구간의 가운데와 폭의 절반)",
            f"표준오차 = {plain(half)}/{plain(old)} = {plain(error)}",
            f"새 오차한계 = {plain(new)}·{plain(error)} = {plain(new * error)}",
            f"{ends[side]} = {mean} {'−' if sign < 0 else '+'} {plain(new * error)} = {show(by_hand, 2)}",
        ],
        by_hand=by_hand,
    )


_STANDARDS = (NORMALS[0], *NORMALS[3:])
"""What should be large: a low mean fails the standard."""


@template("estimate.interval", "decide", "신뢰구간의 하한으로 판단하는 기준 충족")
def decide(draw: Draw) -> Draft:
    """Whether the lower limit reaches a standard."""
    normal, size = draw.pick(_STANDARDS), draw.pick([49, 81, 144] if draw.is_extended else [16, 25, 64, 100])
    standard, sigma = normal.draw(draw)
    level, decimals = draw.pick(list(LEVELS)), 2 if draw.is_extended else 1
    error, z = round(sigma / sqrt(size), 4), Z_VALUES[LEVELS[level]]
    mean = round(standard + draw.integer(5, 40) / 10 * error, 1)
    by_hand = mean - z * error
    draw.require(mean > standard and abs(by_hand - standard) > 0.1 and (draw.is_extended or not 100 * error % 1))
    told = f"{normal.counted} {size}{normal.counter}의 평균이 {normal.at(mean)}, 모표준편차가 {normal.at(sigma)}일 때"
    verdict = _verdict(by_hand, standard, decimals)
    return Draft(
        stem=f"{normal.place} {with_particle(normal.name, '은/는')} 모평균의 {level}% 신뢰구간의 하한이 {normal.at(standard)} 이상이면 "
        f"기준을 충족한다. {told}, 판단과 그 하한은? (단, {level_helpers(level, 0.005)}이고, {rounding(decimals)})",
        key=compute(lower_limit, level=level / 100, mean=mean, deviation=sigma, size=size),
        decimals=decimals,
        label=verdict,
        why="신뢰구간의 하한은 x̄ − z_(α/2)·σ/√n이며, 이 값이 기준 이상일 때만 기준을 충족한다.",
        wrongs=_decide_wrongs(draw, (mean, sigma, size), level, (standard, decimals)),
        steps=[
            f"하한 = x̄ − z_(α/2)·σ/√n, {z_name(LEVELS[level])} = {plain(z)}",
            f"σ/√n = {sigma}/√{size} = {plain(error)}",
            f"하한 = {plain(mean)} − {plain(z)}·{plain(error)} = {show(by_hand, decimals)}",
            f"{show(by_hand, decimals)} {'≥' if by_hand >= standard else '<'} {standard}이므로 {verdict.partition(',')[0]}이다.",
        ],
        by_hand=by_hand,
    )


def _verdict(limit: float, standard: int, decimals: int) -> str:
    return f"기준 {'충족' if limit >= standard else '미달'}, 하한 {show(limit, decimals)}"


def _decide_wrongs(draw: Draw, sample: tuple[float, int, int], level: int, rule: tuple[int, int]) -> list[Wrong]:
    """Lower limits by other formulas with the verdicts that follow; at most two with the right verdict, and all equally wide."""
    (mean, sigma, size), (standard, decimals) = sample, rule
    twice, other = round(2 * LEVELS[level], 3), 0.005 if level != 99 else 0.01
    z, error = Z_VALUES[LEVELS[level]], sigma / sqrt(size)
    found = [
        (mean - Z_VALUES[twice] * error, f"남는 확률을 반으로 나누지 않고 {z_name(twice, '을/를')} 썼습니다."),
        (mean - z * sigma, "σ를 √n으로 나누지 않았습니다."),
        (mean - z * sigma / size, "σ를 √n이 아니라 n으로 나누었습니다."),
        (mean - error, "z를 곱하지 않고 표준오차만 뺐습니다."),
        (mean + z * error, "하한이 아니라 상한을 구했습니다."),
        (mean - 2 * z * error, "오차한계의 두 배(구간의 폭)를 뺐습니다."),
        (mean - Z_VALUES[other] * error, f"신뢰수준에 맞지 않는 {z_name(other, '을/를')} 썼습니다."),
        (mean - z * error / 2, "오차한계를 다시 2로 나누었습니다."),
    ]
    reached = mean - z * error >= standard
    width = len(show(mean - z * error, decimals))
    found = [one for one in found if one[0] > 0 and len(show(one[0], decimals)) == width]
    same = [one for one in found if (one[0] >= standard) == reached]
    others = [one for one in found if (one[0] >= standard) != reached]
    return [Wrong(value, why, _verdict(value, standard, decimals)) for value, why in [*draw.sample(same, 2), *others]]
