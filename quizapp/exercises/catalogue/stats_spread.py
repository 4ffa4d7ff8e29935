"""Spread of a sample: variance and standard deviation by n or n − 1, coefficient of variation, linear change of scale.

https://numpy.org/doc/stable/reference/generated/numpy.var.html
https://numpy.org/doc/stable/reference/generated/numpy.std.html
https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.variation.html
"""

from __future__ import annotations

from fractions import Fraction
from math import isqrt, sqrt

from quizapp.exercises.catalogue.scaling_parts import MEASURES, one_row, spread
from quizapp.exercises.catalogue.stats_parts import GROUP_PAIRS, around, whole_sample
from quizapp.exercises.catalogue.wording import inside, plain, rounding
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import rounded, show

_DIVISORS = ("n으로", "n − 1로")
"""By what the sum of squares is divided, by ddof."""

_SCALES = (
    ("설비 온도(℃)", "화씨(℉)", 1.8, 32, "F = 1.8·C + 32"),
    ("배송 거리(km)", "요금(백 원)", 3, 20, "요금 = 3·거리 + 20"),
    ("오류 수(건)", "품질 점수(점)", -2, 180, "점수 = 180 − 2·오류 수"),
    ("외래 대기 시간(분)", "만족도(점)", -0.5, 95, "만족도 = 95 − 0.5·대기 시간"),
    ("사용 전력(kWh)", "전기 요금(백 원)", 1.5, 12, "요금 = 1.5·전력 + 12"),
    ("시험 원점수(점)", "환산 점수(점)", 0.5, 40, "환산 = 0.5·원점수 + 40"),
)
"""What was measured, what it is turned into, slope and shift, the rule as it is told."""


def variance(values: list[float], ddof: int) -> float:
    import numpy as np

    return float(np.var(values, ddof=ddof))


def standard_deviation(values: list[float], ddof: int) -> float:
    import numpy as np

    return float(np.std(values, ddof=ddof))


def variance_of_scaled(values: list[float], slope: float, shift: float) -> float:
    import numpy as np

    return float(np.var(slope * np.array(values) + shift))


def deviation_of_scaled(values: list[float], slope: float, shift: float) -> float:
    import numpy as np

    return float(np.std(slope * np.array(values) + shift))


def smaller_variation(first: list[float], second: list[float]) -> float:
    from scipy.stats import variation

    return float(min(variation(first), variation(second)))


@template("stats.spread", "from_data", "자료의 분산과 표준편차")
def from_data(draw: Draw) -> Draft:
    """The variance or the standard deviation of a small sample, by the divisor that is told."""
    measure, ddof, is_root = draw.pick(MEASURES), draw.integer(0, 1), draw.pick([True, False])
    size = draw.pick([6, 8, 9]) if draw.is_extended else draw.integer(4, 6)
    mean = draw.integer(measure.low, measure.high) + 18
    values = around(draw, size, mean, 12 if draw.is_extended else 6)
    squares, divisor = sum((value - mean) ** 2 for value in values), size - ddof
    result, other = Fraction(squares, divisor), Fraction(squares, size - 1 + ddof)
    draw.require(not 100 % result.denominator)
    asked, near = "표준편차" if is_root else "분산", float(rounded(sqrt(result), 3))
    told = _roots({Fraction(squares), result, other})
    draw.require(not is_root or len(told) != 1)
    helpers = f"단, {', '.join(told)}이고, " if is_root and told else ""
    steps = [
        f"평균 = {sum(values)}/{size} = {mean}",
        f"편차 제곱의 합 = {' + '.join(f'{inside(value - mean)}²' for value in values)} = {squares}",
        f"분산 = {squares}/{divisor} = {plain(result) if is_root else show(float(result), 2)}",
    ]
    return Draft(
        stem=f"{measure.place} 자료 {size}건이 다음과 같다. {with_particle(asked, '은/는')}? "
        f"({helpers}{_DIVISORS[ddof]} 나누고, {rounding(2)})",
        data=one_row(measure.what, values),
        key=compute(standard_deviation if is_root else variance, values=values, ddof=ddof),
        why=f"분산은 편차 제곱의 합을 {_DIVISORS[ddof]} 나눈 값이고, 표준편차는 그 제곱근이다.",
        wrongs=_spread_wrongs(values, ddof, is_root),
        steps=steps + ([f"표준편차 = √{plain(result)} = {show(near, 2)}"] if is_root else []),
        by_hand=near if is_root else None,
    )


def _roots(values: set[Fraction]) -> list[str]:
    """The helper values √v of those that are no squares: several, so that they do not tell which is needed."""
    return [
        f"√{plain(value) if not 100 % value.denominator else f'({value})'} = {show(sqrt(value), 3)}"
        for value in sorted(values)
        if sqrt(value) % 1
    ]


def _spread_wrongs(values: list[int], ddof: int, is_root: bool) -> list[Wrong]:
    size, mean = len(values), sum(values) / len(values)
    squares, absolute = sum((value - mean) ** 2 for value in values), sum(abs(value - mean) for value in values)
    right, other = squares / (size - ddof), squares / (size - 1 + ddof)
    divisor = f"{_DIVISORS[1 - ddof]} 나누었습니다. 물음은 {_DIVISORS[ddof]} 나누라고 했습니다."
    asked = "물음은 표준편차입니다." if is_root else "물음은 분산입니다."
    wrongs = [
        Wrong(absolute / size, f"편차의 절댓값을 평균했습니다. {asked}"),
        Wrong(max(values) - min(values), f"범위(최댓값 − 최솟값)를 구했습니다. {asked}"),
        Wrong((max(values) - min(values)) / 2, f"범위의 절반을 구했습니다. {asked}"),
        Wrong(squares, f"편차 제곱의 합에서 멈추었습니다. {asked}"),
    ]
    if is_root:
        return [
            Wrong(sqrt(other), divisor),
            Wrong(right, "제곱근을 씌우지 않은 분산입니다. 물음은 표준편차입니다."),
            Wrong(sqrt(squares), "나누지 않고 제곱근을 씌웠습니다."),
            Wrong(sqrt(squares) / size, "제곱근을 씌운 뒤에 n으로 나누었습니다."),
            *wrongs[:3],
        ]
    return [
        Wrong(other, divisor),
        Wrong(sqrt(right), "표준편차를 구했습니다. 물음은 분산입니다."),
        Wrong((absolute / size) ** 2, "편차의 절댓값을 평균한 뒤에 제곱했습니다."),
        *wrongs,
    ]


@template("stats.spread", "compare", "변동계수로 견준 두 집단의 산포")
def compare(draw: Draw) -> Draft:
    """Which of two groups varies less relative to its mean, with its coefficient of variation."""
    what, names = draw.pick(GROUP_PAIRS)
    size = draw.integer(6, 7) if draw.is_extended else 5
    means = draw.sample(range(24, 99) if draw.is_extended else (20, 25, 30, 40, 50, 60, 80), 2)
    samples = [whole_sample(draw, size, mean) for mean in means]
    sigmas = [isqrt(sum((v - m) ** 2 for v in sample) // size) for sample, m in zip(samples, means, strict=True)]
    ratios = [sigma / mean for sigma, mean in zip(sigmas, means, strict=True)]
    best = ratios.index(min(ratios))
    draw.require(abs(ratios[0] - ratios[1]) > 0.004 and max(ratios) < 0.6 and sigmas[0] != sigmas[1] and min(map(min, samples)) > 0)
    return Draft(
        stem=f"{with_particle(what, '을/를')} {size}번씩 잰 값이 다음과 같다. 변동계수(비율, 표준편차는 n으로 나눔)로 볼 때, "
        f"평균에 견주어 더 고른 쪽과 그 변동계수는? ({rounding(3)})",
        data=Table(
            columns=("구분", *map(str, range(1, size + 1))),
            rows=tuple((name, *sample) for name, sample in zip(names, samples, strict=True)),
        ),
        key=compute(smaller_variation, first=samples[0], second=samples[1]),
        decimals=3,
        label=_verdict(names[best], ratios[best]),
        why="변동계수는 표준편차를 평균으로 나눈 값이며, 평균이 다른 집단의 산포는 변동계수가 작은 쪽이 고르다.",
        wrongs=_compare_wrongs(draw, names, samples, best),
        steps=[
            *(
                f"{name}: 평균 {mean}, 표준편차 √{sigma**2} = {sigma}, 변동계수 = {sigma}/{mean} = {show(sigma / mean, 3)}"
                for name, mean, sigma in zip(names, means, sigmas, strict=True)
            ),
            f"{show(ratios[best], 3)} < {show(ratios[1 - best], 3)}이므로 {with_particle(names[best], '이/가')} 더 고르다.",
        ],
    )


def _verdict(name: str, ratio: float) -> str:
    return f"{name}, 변동계수 {show(ratio, 3)}"


def _compare_wrongs(draw: Draw, names: tuple[str, str], samples: list[list[int]], best: int) -> list[Wrong]:
    """Misconceptions about both groups; only two that keep the right one, so that the choices never name one group alone."""
    other, means = 1 - best, [sum(sample) / len(sample) for sample in samples]
    sigmas = [spread(sample) for sample in samples]
    kinds = [
        ("표준편차를 n − 1로 나누어 구했습니다.", [spread(sample, ddof=1) / mean for sample, mean in zip(samples, means, strict=True)]),
        ("표준편차가 아니라 범위를 썼습니다.", [(max(sample) - min(sample)) / mean for sample, mean in zip(samples, means, strict=True)]),
        ("다른 집단의 평균으로 나누었습니다.", [sigmas[0] / means[1], sigmas[1] / means[0]]),
        ("평균이 아니라 최댓값으로 나누었습니다.", [sigma / max(sample) for sigma, sample in zip(sigmas, samples, strict=True)]),
        (
            "표준편차가 아니라 편차 절댓값의 평균을 썼습니다.",
            [sum(abs(v - m) for v in sample) / len(sample) / m for sample, m in zip(samples, means, strict=True)],
        ),
    ]
    kept = [Wrong(v[best], f"쪽은 맞지만 {why}", _verdict(names[best], v[best])) for why, v in draw.sample(kinds, 2)]
    changed = [Wrong(v[other], f"변동계수가 큰 쪽을 골랐고, {why}", _verdict(names[other], v[other])) for why, v in draw.sample(kinds, 3)]
    ratio = sigmas[other] / means[other]
    return [*kept, Wrong(ratio, "변동계수가 큰 쪽을 골랐습니다. 작을수록 고릅니다.", _verdict(names[other], ratio)), *changed]


@template("stats.spread", "scaled", "일차식으로 바꾼 값의 분산과 표준편차")
def scaled(draw: Draw) -> Draft:
    """The variance or the standard deviation of values after a linear change of scale."""
    (what, turned, slope, shift, rule), is_root = draw.pick(_SCALES), draw.pick([True, False])
    size = draw.integer(6, 7) if draw.is_extended else draw.integer(4, 5)
    values = whole_sample(draw, size, draw.integer(24, 50))
    variance_before = round(spread(values) ** 2)
    sigma, wide = isqrt(variance_before), abs(slope)
    result = wide * sigma if is_root else slope**2 * variance_before
    asked, power = ("표준편차", "|a|") if is_root else ("분산", "a²")
    draw.require(min(values) > 0)
    return Draft(
        stem=f"{with_particle(what, '을/를')} {size}번 잰 값이 다음과 같다. 이를 {with_particle(turned, '으로/로')} 바꾸면({rule}), 바꾼 "
        f"값의 {with_particle(asked, '은/는')}? (n으로 나누고, {rounding(2)})",
        data=one_row(what.partition("(")[0], values),
        key=compute(deviation_of_scaled if is_root else variance_of_scaled, values=values, slope=slope, shift=shift),
        why=f"Y = aX + b이면 b는 산포를 바꾸지 않고, {with_particle(asked, '은/는')} {power}배가 된다.",
        wrongs=_scaled_wrongs(values, slope, shift, is_root),
        steps=[
            f"평균 = {sum(values)}/{size} = {sum(values) // size}, 편차 제곱의 합 = {size * variance_before}",
            f"바꾸기 전의 분산 = {size * variance_before}/{size} = {variance_before}"
            + (f", 표준편차 = √{variance_before} = {sigma}" if is_root else ""),
            f"{asked}(aX + b) = {power}·{asked}(X), a = {plain(slope)}",
            f"= {plain(wide)}·{sigma} = {show(result, 2)}" if is_root else f"= {inside(slope)}²·{variance_before} = {show(result, 2)}",
        ],
    )


def _scaled_wrongs(values: list[int], slope: float, shift: float, is_root: bool) -> list[Wrong]:
    sigma, wide, times = spread(values), abs(slope), len(values) / (len(values) - 1)
    before = sigma if is_root else sigma**2
    name, power = ("표준편차", "|a|") if is_root else ("분산", "a²")
    right = wide * sigma if is_root else (slope * sigma) ** 2
    wrongs = [
        Wrong(slope * before + shift, f"{name}에도 일차식을 그대로 썼습니다. 더하는 수는 산포를 바꾸지 않습니다."),
        Wrong(right + shift, f"더하는 수까지 더했습니다. b는 {with_particle(name, '을/를')} 바꾸지 않습니다."),
        Wrong(before, f"척도를 바꾸기 전의 {name}입니다. {power}를 곱해야 합니다."),
        Wrong(slope**2 * sigma, "표준편차에 a²를 곱했습니다. 표준편차는 |a|배가 됩니다.")
        if is_root
        else Wrong(wide * sigma**2, "기울기를 제곱하지 않고 분산에 곱했습니다."),
        Wrong((slope * sigma) ** 2, "분산을 구했습니다. 물음은 표준편차입니다.")
        if is_root
        else Wrong(wide * sigma, "표준편차를 구했습니다. 물음은 분산입니다."),
        Wrong(right * (sqrt(times) if is_root else times), "n − 1로 나누어 구했습니다. 물음은 n으로 나누라고 했습니다."),
        Wrong(before / wide, f"기울기를 곱하지 않고 {with_particle(name, '을/를')} 나누었습니다."),
    ]
    return [wrong for wrong in wrongs if wrong.value > 0]
