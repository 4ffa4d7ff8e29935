"""Points and sums of normal distributions: `scipy.stats.norm.isf` and `.sf`; variances of independent variables add up.

https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.norm.html
"""

from __future__ import annotations

from math import sqrt

from quizapp.exercises.catalogue.dist_normal import NORMALS
from quizapp.exercises.catalogue.probability_parts import TAIL_NOTE, Z_VALUES, area_table, phi, z_helpers, z_name
from quizapp.exercises.catalogue.wording import plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.korean import with_particle
from quizapp.numbers import show


def point_above(alpha: float, mean: float, deviation: float) -> float:
    from scipy.stats import norm

    return float(norm.isf(alpha, loc=mean, scale=deviation))


def point_below(alpha: float, mean: float, deviation: float) -> float:
    from scipy.stats import norm

    return float(norm.ppf(alpha, loc=mean, scale=deviation))


def mean_for_limit(alpha: float, limit: float, deviation: float) -> float:
    from scipy.stats import norm

    return float(limit + norm.isf(alpha) * deviation)


def deviation_for_limit(alpha: float, limit: float, mean: float) -> float:
    from scipy.stats import norm

    return float((mean - limit) / norm.isf(alpha))


def chance_of_sum(limit: float, means: list[float], deviations: list[float]) -> float:
    import numpy as np
    from scipy.stats import norm

    return float(norm.sf(limit, loc=np.sum(means), scale=np.hypot(deviations[0], deviations[1])))


def chance_of_difference(means: list[float], deviations: list[float]) -> float:
    import numpy as np
    from scipy.stats import norm

    return float(norm.sf(0, loc=means[0] - means[1], scale=np.hypot(deviations[0], deviations[1])))


_TAILS = {0.01: (0.005, 0.02), 0.02: (0.01, 0.005), 0.025: (0.05, 0.01), 0.05: (0.025, 0.1), 0.1: (0.05, 0.2), 0.2: (0.1, 0.05)}
"""Tail probabilities, with those that are printed beside them: half or twice the tail among them."""


def _normal_helpers(alpha: float) -> str:
    return f"{TAIL_NOTE}으로, {z_helpers([alpha, *_TAILS[alpha]])}"


@template("dist.normal", "quantile", "상위 또는 하위 비율의 경곗값")
def quantile(draw: Draw) -> Draft:
    """The point that cuts off the upper, or the lower, share."""
    normal, upper, alpha = draw.pick(NORMALS), draw.pick([True, False]), draw.pick(list(_TAILS))
    mean, whole = normal.draw(draw)
    sigma = whole + 0.5 if draw.is_extended else whole
    z, sign = Z_VALUES[alpha], 1 if upper else -1
    by_hand, others = mean + sign * z * sigma, [Z_VALUES[other] for other in _TAILS[alpha]]
    side = "상위" if upper else "하위"
    return Draft(
        stem=f"{normal.premise(mean, sigma)} "
        f"{side} {plain(100 * alpha)}%의 경계가 되는 값은 몇 {normal.unit}인가? (단, {_normal_helpers(alpha)}이고, {rounding(1)})",
        key=compute(point_above if upper else point_below, alpha=alpha, mean=mean, deviation=sigma),
        decimals=1,
        unit=normal.unit,
        why="경곗값은 평균에서 z_α·σ만큼 떨어진 값이며, 하위의 경계는 평균의 아래쪽에 있다.",
        wrongs=[
            Wrong(mean - sign * z * sigma, "반대쪽 꼬리의 경계를 구했습니다."),
            Wrong(mean + sign * z, "z에 표준편차를 곱하지 않았습니다."),
            Wrong(mean + sign * others[0] * sigma, f"{z_name(alpha)} 대신 {z_name(_TAILS[alpha][0], '을/를')} 썼습니다."),
            Wrong(mean + sign * others[1] * sigma, f"{z_name(alpha)} 대신 {z_name(_TAILS[alpha][1], '을/를')} 썼습니다."),
            Wrong(mean + sign * sigma, "z를 곱하지 않고 표준편차만큼만 떨어뜨렸습니다."),
            Wrong(mean + sign * z * sqrt(sigma), "표준편차에 다시 제곱근을 씌웠습니다."),
            Wrong(mean - sign * others[0] * sigma, f"반대쪽으로, 그것도 {z_name(_TAILS[alpha][0], '을/를')} 썼습니다."),
        ],
        steps=[
            f"x = μ {'+' if upper else '−'} z_α·σ, {z_name(alpha)} = {plain(z)}",
            f"z_α·σ = {plain(z)}·{plain(sigma)} = {plain(z * sigma)}",
            f"x = {mean} {'+' if upper else '−'} {plain(z * sigma)} = {show(by_hand, 1)}",
        ],
        by_hand=by_hand,
    )


_ADJUSTABLE = (NORMALS[0], NORMALS[4])
"""What a machine can be set to."""


@template("dist.normal", "setting", "불량 비율을 지키는 평균 또는 표준편차")
def setting(draw: Draw) -> Draft:
    """The mean, or the deviation, at which only a share lies below a limit."""
    normal, wants_mean, alpha = draw.pick(_ADJUSTABLE), draw.pick([True, False]), draw.pick(list(_TAILS))
    limit, whole = normal.draw(draw)
    z, other = Z_VALUES[alpha], _TAILS[alpha][0]
    sigma = whole + 0.5 * draw.is_extended if wants_mean else draw.integer(15, 95) / 10
    gap = float(draw.integer(5, 30)) if draw.is_extended and not wants_mean else round(z * sigma, 2)
    by_hand = limit + gap if wants_mean else gap / z
    told = f"표준편차가 {normal.at(sigma)}인" if wants_mean else f"평균이 {normal.at(limit + gap)}인"
    asked = f"{'평균은' if wants_mean else '표준편차는'} 몇 {with_particle(normal.unit, '으로/로')}"
    step = f"μ = {limit} + {plain(z)}·{plain(sigma)} = " if wants_mean else f"σ = (μ − x)/z = {plain(gap)}/{plain(z)} = "
    return Draft(
        stem=f"{normal.place} {with_particle(normal.name, '은/는')} {told} 정규분포를 따른다. {normal.at(limit)} 미만인 것의 비율이 "
        f"{plain(100 * alpha)}%가 되게 하려면, {asked} 맞추어야 하는가? (단, {_normal_helpers(alpha)}이고, {rounding(1)})",
        key=compute(mean_for_limit, alpha=alpha, limit=limit, deviation=sigma)
        if wants_mean
        else compute(deviation_for_limit, alpha=alpha, limit=limit, mean=limit + gap),
        decimals=1,
        unit=normal.unit,
        why="아래쪽 꼬리가 α가 되려면 한계가 평균에서 z_α·σ만큼 아래에 있어야 한다.",
        wrongs=_mean_wrongs(limit, sigma, alpha, other) if wants_mean else _deviation_wrongs(gap, alpha, other),
        steps=["한계 x = μ − z_α·σ", f"{z_name(alpha)} = {plain(z)}", f"{step}{show(by_hand, 1)}"],
        by_hand=by_hand,
    )


def _mean_wrongs(limit: int, sigma: float, alpha: float, other: float) -> list[Wrong]:
    z, beside = Z_VALUES[alpha], Z_VALUES[other]
    return [
        Wrong(limit - z * sigma, "부호를 거꾸로 썼습니다. 평균은 한계보다 커야 합니다."),
        Wrong(limit + beside * sigma, f"{z_name(alpha)} 대신 {z_name(other, '을/를')} 썼습니다."),
        Wrong(limit + sigma, "z를 곱하지 않고 표준편차만큼만 높였습니다."),
        Wrong(limit + z, "z에 표준편차를 곱하지 않았습니다."),
        Wrong(limit + 2 * z * sigma, "한계의 양쪽을 생각하여 두 배로 높였습니다."),
        Wrong(limit + 3 * sigma, "z 대신 3을 써서 3σ만큼 높였습니다."),
        Wrong(limit + z * sigma / 2, "z_α·σ를 2로 나누었습니다."),
    ]


def _deviation_wrongs(gap: float, alpha: float, other: float) -> list[Wrong]:
    z, beside = Z_VALUES[alpha], Z_VALUES[other]
    return [
        Wrong(gap * z, "z로 나누지 않고 곱했습니다."),
        Wrong(gap / beside, f"{z_name(alpha)} 대신 {z_name(other, '으로/로')} 나누었습니다."),
        Wrong(gap / z**2, "z의 제곱으로 나누었습니다. 분산이 아니라 표준편차를 묻습니다."),
        Wrong((gap / z) ** 2, "분산을 답했습니다. 물음은 표준편차입니다."),
        Wrong(gap / (2 * z), "양쪽 꼬리처럼 z의 두 배로 나누었습니다."),
        Wrong(gap, "평균과 한계의 차를 그대로 답했습니다."),
        Wrong(gap / 3, "z 대신 3으로 나누었습니다."),
        Wrong(gap / sqrt(z), "z에 제곱근을 씌워 나누었습니다."),
    ]


_STAGES = (
    ("한 공장의 부품은 두 공정을 차례로 거친다.", "가공", "조립", "분"),
    ("한 병원의 환자는 두 단계를 차례로 거친다.", "접수", "검사", "분"),
    ("한 물류센터의 주문은 두 작업을 차례로 거친다.", "집품", "포장", "분"),
    ("한 구청의 민원은 두 단계를 차례로 거친다.", "심사", "결재", "시간"),
    ("한 서버의 요청은 두 단계를 차례로 거친다.", "조회", "계산", "밀리초"),
)
_TRIPLES = ((3, 4, 5), (6, 8, 10), (9, 12, 15), (5, 12, 13), (8, 15, 17), (12, 16, 20))


@template("dist.normal", "sum", "독립인 두 정규변수의 합 또는 차")
def sum_of_two(draw: Draw) -> Draft:
    """The probability that the sum passes a point, or that one is longer than the other."""
    (scene, first, second, unit), wants_sum = draw.pick(_STAGES), draw.pick([True, False])
    *pair, sigma = draw.pick(_TRIPLES if draw.is_extended else _TRIPLES[:3])
    s1, s2 = draw.shuffled(pair)
    z = draw.integer(4, 25) / 10 if draw.is_extended else draw.pick([0.4, 0.6, 0.8, 1.0, 1.2, 1.4, 1.6, 1.8, 2.0, 2.2])
    gap = round(draw.pick([-1, 1]) * z * sigma, 6)
    draw.require(gap % 1 == 0)
    m2 = draw.integer(40, 90)
    m1 = draw.integer(40, 90) if wants_sum else m2 + int(gap)
    draw.require(min(m1, m2) > 3 * max(s1, s2))
    limit = m1 + m2 - int(gap)
    area = round(phi(z) - 0.5, 4)
    by_hand = 0.5 + (area if gap > 0 else -area)
    zs = [round(abs(gap) / scale, 2) for scale in (s1 + s2, sqrt(abs(s1**2 - s2**2)), max(s1, s2))]
    asked = f"두 시간의 합이 {with_particle(f'{limit}{unit}', '을/를')} 넘을" if wants_sum else f"{first} 시간이 {second} 시간보다 길"
    top = f"{limit} − {m1 + m2}" if wants_sum else f"0 − ({m1} − {m2})"
    return Draft(
        stem=f"{scene} {first} 시간은 평균 {m1}{unit}, 표준편차 {s1}{unit}, {second} 시간은 평균 {m2}{unit}, 표준편차 {s2}{unit}인 "
        f"정규분포를 따르고 서로 독립이다. {asked} 확률을 다음 표준정규분포표로 구하면? ({rounding(3)})",
        data=area_table([z, *(one for one in zs if one < 3.5)], from_zero=True),
        key=compute(chance_of_sum, limit=limit, means=[m1, m2], deviations=[s1, s2])
        if wants_sum
        else compute(chance_of_difference, means=[m1, m2], deviations=[s1, s2]),
        decimals=3,
        why="독립인 두 변수는 합에서도 차에서도 분산을 더하며, 표준편차는 그 합의 제곱근이다.",
        wrongs=_sum_wrongs(1 if gap > 0 else -1, z, zs),
        steps=[
            f"σ = √({s1}² + {s2}²) = √{s1**2 + s2**2} = {sigma}",
            f"z = ({top})/{sigma} = {plain(-gap / sigma)}",
            f"P(0 ≤ Z ≤ {plain(z)}) = {show(area, 4)}",
            f"확률 = 0.5 {'+' if gap > 0 else '−'} {show(area, 4)} = {show(by_hand, 3)}",
        ],
        by_hand=by_hand,
    )


def _sum_wrongs(sign: int, z: float, zs: list[float]) -> list[Wrong]:
    """What people take for the area below *sign* · *z*; *zs* come from other deviations."""
    added, subtracted, largest = zs
    return within(
        [
            Wrong(phi(sign * added), "표준편차를 더했습니다. 더하는 것은 분산입니다."),
            Wrong(phi(sign * subtracted), "분산을 뺐습니다. 차의 분산도 두 분산의 합입니다."),
            Wrong(phi(sign * largest), "더 큰 쪽의 표준편차만 썼습니다."),
            Wrong(1 - phi(sign * z), "반대쪽의 확률을 구했습니다. z의 부호와 부등호의 방향을 살핍니다."),
            Wrong(phi(z) - 0.5, "0부터 z까지의 넓이를 그대로 답했습니다. 0.5에서 더하거나 뺍니다."),
            Wrong(2 * (1 - phi(z)), "양쪽 꼬리를 구했습니다. 물음은 한쪽입니다."),
            Wrong(2 * phi(z) - 1, "가운데의 넓이를 구했습니다. 물음은 한쪽입니다."),
        ],
        0,
        0.9995,
    )
