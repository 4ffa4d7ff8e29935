"""Shape of a distribution by its moments: skewness m₃/m₂^1.5 and kurtosis m₄/m₂² as `scipy.stats` computes them.

https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.skew.html
https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.kurtosis.html
`kurtosis` takes 3 off unless `fisher=False`.
"""

from __future__ import annotations

from math import isqrt
from statistics import fmean, median

from quizapp.exercises.catalogue.scaling_parts import MEASURES, one_row, spread
from quizapp.exercises.catalogue.stats_parts import whole_sample
from quizapp.exercises.catalogue.wording import inside, rounding, signed
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show

_PAIRS = (
    ("두 펀드의 월 수익률(%)", ("펀드 A", "펀드 B")),
    ("두 생산 라인의 치수 오차(㎛)", ("1라인", "2라인")),
    ("두 물류센터의 도착 시각 차(분)", ("동부", "서부")),
    ("두 진료과의 예약 시각 차(분)", ("내과", "외과")),
    ("두 측정소의 온도 편차(℃)", ("강남", "강북")),
)


def skewness(values: list[float]) -> float:
    from scipy.stats import skew

    return float(skew(values))


def largest_kurtosis(first: list[float], second: list[float]) -> float:
    from scipy.stats import kurtosis

    return float(max(kurtosis(first, fisher=False), kurtosis(second, fisher=False)))


@template("stats.shape", "moment", "세제곱 편차로 구한 왜도")
def moment(draw: Draw) -> Draft:
    """The moment skewness of a small sample with a whole standard deviation."""
    measure = draw.pick(MEASURES)
    size = draw.integer(6, 7) if draw.is_extended else draw.integer(5, 6)
    mean = draw.integer(measure.low, measure.high) + 14
    values = whole_sample(draw, size, mean)
    gaps, sigma = [value - mean for value in values], round(spread(values))
    cubes = sum(gap**3 for gap in gaps)
    result, wide = cubes / size / sigma**3, spread(values, ddof=1)
    draw.require(cubes and sigma > 1 and min(values) > 0)
    return Draft(
        stem=f"{measure.place} 자료 {size}건이 다음과 같다. 왜도(편차의 세제곱의 평균을 표준편차의 세제곱으로 나눈 값)는? "
        f"(평균과 표준편차는 n으로 나누고, {rounding(2)})",
        data=one_row(measure.what, values),
        key=compute(skewness, values=values),
        why="왜도는 편차의 세제곱을 평균하여 표준편차의 세제곱으로 나눈 값이며, 음의 편차는 음수로 남는다.",
        wrongs=[
            Wrong(-result, "부호가 반대입니다. 편차는 값에서 평균을 뺀 것입니다."),
            Wrong(sum(abs(gap) ** 3 for gap in gaps) / size / sigma**3, "편차의 부호를 지우고 세제곱했습니다."),
            Wrong(cubes / size / sigma**2, "표준편차의 세제곱이 아니라 분산으로 나누었습니다."),
            Wrong(cubes / sigma**3, "편차의 세제곱을 더하기만 하고 n으로 나누지 않았습니다."),
            Wrong(cubes / size / wide**3, "표준편차를 n − 1로 나누어 구했습니다. 물음은 n으로 나누라고 했습니다."),
            Wrong(3 * (mean - median(values)) / sigma, "피어슨의 왜도계수를 구했습니다. 물음은 편차의 세제곱을 씁니다."),
            Wrong(cubes / (size - 1) / sigma**3, "세제곱의 합을 n − 1로 나누었습니다. 물음은 n으로 나누라고 했습니다."),
            Wrong(cubes / size / sigma**4, "표준편차의 네제곱으로 나누었습니다. 왜도는 세제곱으로 나눕니다."),
        ],
        steps=[
            f"평균 = {sum(values)}/{size} = {mean}, 표준편차 = √({size * sigma**2}/{size}) = {sigma}",
            f"편차의 세제곱의 합 = {' + '.join(f'{inside(gap)}³' for gap in gaps)} = {signed(cubes, 0)}",
            f"왜도 = ({signed(cubes, 0)}/{size})/{sigma}³ = {signed(cubes, 0)}/({size}·{sigma**3}) = {signed(result, 2)}",
        ],
    )


@template("stats.shape", "kurtosis", "첨도로 견준 두 집단의 꼬리")
def kurtosis_compare(draw: Draw) -> Draft:
    """Which of two groups has the larger kurtosis, with its value."""
    what, names = draw.pick(_PAIRS)
    size = draw.integer(6, 7) if draw.is_extended else draw.integer(5, 6)
    means = [draw.integer(1, 9) if draw.is_extended else 0 for _ in names]
    samples = [whole_sample(draw, size, mean) for mean in means]
    sigmas = [isqrt(sum((v - m) ** 2 for v in sample) // size) for sample, m in zip(samples, means, strict=True)]
    fourths = [sum((v - m) ** 4 for v in sample) for sample, m in zip(samples, means, strict=True)]
    values = [fourth / size / sigma**4 for fourth, sigma in zip(fourths, sigmas, strict=True)]
    best = values.index(max(values))
    draw.require(abs(values[0] - values[1]) > 0.05 and (draw.is_extended or max(sigmas) <= 4))
    return Draft(
        stem=f"{with_particle(what, '을/를')} {size}번씩 잰 값이 다음과 같다. 첨도(정규분포에서 3이 되는 정의, n으로 나눔)로 볼 때 꼬리가 "
        f"더 두꺼운 쪽과 그 첨도는? ({rounding(2)})",
        data=Table(
            columns=("구분", *map(str, range(1, size + 1))),
            rows=tuple((name, *sample) for name, sample in zip(names, samples, strict=True)),
        ),
        key=compute(largest_kurtosis, first=samples[0], second=samples[1]),
        label=_verdict(names[best], values[best]),
        why="첨도는 편차의 네제곱의 평균을 분산의 제곱으로 나눈 값이며, 클수록 평균에서 먼 값의 몫이 크다.",
        wrongs=_kurtosis_wrongs(draw, names, samples, best),
        steps=[
            *(
                f"{name}: 분산 = {size * s**2}/{size} = {s**2}, Σ(x − x̄)⁴ = {f}, 첨도 = {f}/({size}·{s**2}²) = {show(value, 2)}"
                for name, s, f, value in zip(names, sigmas, fourths, values, strict=True)
            ),
            f"{show(max(values), 2)} > {show(min(values), 2)}이므로 {with_particle(names[best], '이/가')} 꼬리가 더 두껍다.",
        ],
    )


def _verdict(name: str, value: float) -> str:
    return f"{name}, 첨도 {show(value, 2)}"


def _kurtosis_wrongs(draw: Draw, names: tuple[str, str], samples: list[list[int]], best: int) -> list[Wrong]:
    """Misconceptions about both groups; only two that keep the right one, so that the choices never name one group alone."""
    gaps = [[value - fmean(sample) for value in sample] for sample in samples]
    moments = [{power: fmean(abs(gap) ** power for gap in row) for power in (1, 2, 3, 4)} for row in gaps]
    size, other = len(samples[0]), 1 - best
    kinds = [
        ("분산을 n − 1로 나누어 구했습니다.", [m[4] / (m[2] * size / (size - 1)) ** 2 for m in moments]),
        ("분산의 제곱이 아니라 표준편차의 세제곱으로 나누었습니다.", [m[4] / m[2] ** 1.5 for m in moments]),
        ("네제곱이 아니라 편차 절댓값의 세제곱을 썼습니다.", [m[3] / m[2] ** 1.5 for m in moments]),
        ("네제곱의 평균에 제곱근을 씌워 분산으로 나누었습니다.", [m[4] ** 0.5 / m[2] for m in moments]),
        ("편차 제곱의 평균이 아니라 절댓값의 평균을 썼습니다.", [m[2] / m[1] ** 2 for m in moments]),
    ]
    right = moments[other][4] / moments[other][2] ** 2
    kept = [Wrong(v[best], f"쪽은 맞지만 {why}", _verdict(names[best], v[best])) for why, v in draw.sample(kinds, 2)]
    changed = [Wrong(v[other], f"첨도가 작은 쪽을 골랐고, {why}", _verdict(names[other], v[other])) for why, v in draw.sample(kinds, 3)]
    wrongs = [*kept, Wrong(right, "첨도가 작은 쪽을 골랐습니다. 클수록 꼬리가 두껍습니다.", _verdict(names[other], right)), *changed]
    return [wrong for wrong in wrongs if wrong.value < 9.99]
