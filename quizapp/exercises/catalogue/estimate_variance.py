"""Estimates of a variance, and the mean squared error of an estimator, with numpy.

https://numpy.org/doc/stable/reference/generated/numpy.square.html
https://numpy.org/doc/stable/reference/generated/numpy.min.html
"""

from __future__ import annotations

from fractions import Fraction
from math import sqrt

from quizapp.exercises.catalogue.scaling_parts import MEASURES
from quizapp.exercises.catalogue.wording import inside, plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show


def likely_variance(count: int, std: float) -> float:
    import numpy as np

    return float(np.square(std) * (count - 1) / count)


def unbiased_variance(count: int, total: float, total_of_squares: float) -> float:
    import numpy as np

    centred = total_of_squares - np.square(total) / count
    return float(centred / (count - 1))


def least_error(parameter: float, means: list[float], variances: list[float]) -> float:
    import numpy as np

    return float(np.min(np.array(variances) + (np.array(means) - parameter) ** 2))


@template("estimate.point", "variance_from_output", "출력된 표준편차에서 분산의 최대가능도 추정값")
def variance_from_output(draw: Draw) -> Draft:
    """The maximum likelihood estimate of a normal variance, from a printed deviation with n − 1."""
    measure = draw.pick(MEASURES)
    count = draw.integer(6, 19) if draw.is_extended else draw.pick([4, 5, 8, 10, 16, 20])
    std = draw.integer(20, 90) / 10 if draw.is_extended else float(draw.integer(2, 9))
    mean = draw.integer(measure.low + 20, measure.high + 20)
    value = std**2 * (count - 1) / count
    output = {"count": count, "mean": mean, "std": std, "min": mean - round(1.6 * std), "max": mean + round(1.9 * std)}
    draw.require(output["min"] > 0)
    return Draft(
        stem=f"{with_particle(measure.place, '을/를')} 정규분포에서 얻은 표본으로 보고 pandas의 agg로 요약한 출력이 다음과 같다. 출력의 "
        f"std는 n − 1로 나눈 표준편차이다. 모분산 σ²의 최대가능도 추정값은? ({rounding(2)})",
        data="\n".join(f"{name:<5} {show(number, 2):>8}" for name, number in output.items()),
        key=compute(likely_variance, count=count, std=std),
        why="정규분포에서 σ²의 최대가능도 추정값은 편차 제곱의 합을 n으로 나눈 값이므로 (n − 1)s²/n이다.",
        wrongs=[
            Wrong(std**2, "n − 1로 나눈 표본분산을 답했습니다. 이것은 불편추정값입니다."),
            Wrong(std**2 * count / (count - 1), "(n − 1)/n이 아니라 n/(n − 1)을 곱했습니다."),
            Wrong(std * (count - 1) / count, "표준편차를 제곱하지 않고 (n − 1)/n을 곱했습니다."),
            Wrong(std**2 * (count - 2) / count, "(n − 2)/n을 곱했습니다. 표본분산은 n − 1로 나눈 값입니다."),
            Wrong(std**2 * (count - 1), "n으로 나누지 않고 편차 제곱의 합을 답했습니다."),
            Wrong(std**2 / count, "표본평균의 분산 s²/n을 구했습니다."),
            Wrong(std, "표준편차를 그대로 답했습니다."),
        ],
        steps=[
            "σ²의 최대가능도 추정값 = Σ(x − x̄)²/n = (n − 1)s²/n",
            f"s² = {plain(std)}² = {plain(std**2)}",
            f"{plain(std**2)}·{count - 1}/{count} = {show(value, 2)}",
        ],
    )


@template("estimate.point", "unbiased", "합과 제곱합에서 모분산의 불편추정값")
def unbiased(draw: Draw) -> Draft:
    """The unbiased estimate of a variance, from the sum and the sum of squares."""
    measure, count = draw.pick(MEASURES), draw.integer(11, 26) if draw.is_extended else draw.pick([5, 6, 8, 9, 10, 11])
    mean = draw.integer(11, 25) if draw.is_extended else draw.integer(3, 12)
    centred = draw.integer(2 * count, 12 * count)
    total, squares = count * mean, count * mean**2 + centred
    value = Fraction(centred, count - 1)
    draw.require(draw.is_extended or not 10 % value.denominator)
    return Draft(
        stem=f"{with_particle(measure.place, '을/를')} {count}건 뽑아 Σx = {total}, Σx² = {with_particle(str(squares), '을/를')} 얻었다. "
        f"모분산의 불편추정값은? ({rounding(2)})",
        key=compute(unbiased_variance, count=count, total=total, total_of_squares=squares),
        why="모분산의 불편추정값은 편차 제곱의 합 Σx² − (Σx)²/n을 n − 1로 나눈 값이다.",
        wrongs=[
            Wrong(centred / count, "n으로 나누었습니다. 이것은 최대가능도 추정값이며 모분산보다 작게 치우칩니다."),
            Wrong(sqrt(value), "표준편차를 답했습니다. 물음은 분산입니다."),
            Wrong(centred / (count - 2), "n − 2로 나누었습니다. 모평균만 추정했으므로 n − 1로 나눕니다."),
            Wrong(float(centred), "편차 제곱의 합을 나누지 않고 답했습니다."),
            Wrong(squares / count - mean, "평균을 제곱하지 않고 뺐습니다."),
            Wrong(float(value) / count, "표본평균의 분산 s²/n을 구했습니다."),
        ],
        steps=[
            "s² = {Σx² − (Σx)²/n}/(n − 1)",
            f"(Σx)²/n = {total}²/{count} = {total}·{mean} = {total * mean}",
            f"편차 제곱의 합 = {squares} − {total * mean} = {centred}",
            f"s² = {centred}/{count - 1} = {show(float(value), 2)}",
        ],
    )


_PARAMETERS = (
    "어느 쇼핑몰의 평균 구매 횟수",
    "한 공장의 하루 평균 불량 수",
    "한 병원의 하루 평균 응급 환자 수",
    "한 물류센터의 평균 처리 시간",
    "한 지자체의 하루 평균 민원 수",
)


@template("estimate.point", "least_error", "평균제곱오차가 가장 작은 추정량", version=2)
def least(draw: Draw) -> Draft:
    """Which of three estimators has the least mean squared error, from their means and variances."""
    what, parameter = draw.pick(_PARAMETERS), draw.integer(10, 60)
    step = 4 if draw.is_extended else 2
    biases = [Fraction(draw.integer(-2 * step, 2 * step), step) for _ in range(3)]
    variances = [Fraction(draw.integer(3, 45), 10) for _ in range(3)]
    errors = [float(variance + bias**2) for variance, bias in zip(variances, biases, strict=True)]
    best = errors.index(min(errors))
    draw.require(len(set(biases)) == 3 and sorted(errors)[1] > errors[best] + 0.2 and max(errors) < 9.9)
    draw.require(variances.index(min(variances)) != best or abs(biases[best]) > min(map(abs, biases)))
    names = ("A", "B", "C")
    rows = tuple((f"추정량 {n}", plain(parameter + b), plain(v)) for n, b, v in zip(names, biases, variances, strict=True))
    return Draft(
        stem=f"{with_particle(what, '을/를')} θ라 하자. θ = {parameter}일 때 세 추정량의 기댓값과 분산이 다음과 같다. 평균제곱오차(MSE)가 "
        f"가장 작은 추정량과 그 값은? ({rounding(2)})",
        data=Table(columns=("추정량", "기댓값", "분산"), rows=rows),
        key=compute(
            least_error,
            parameter=parameter,
            means=[float(parameter + bias) for bias in biases],
            variances=[float(variance) for variance in variances],
        ),
        label=_estimator(names[best], errors[best]),
        why="평균제곱오차는 분산과 편향의 제곱을 더한 값이므로, 조금 치우쳐도 분산이 작으면 더 작을 수 있다.",
        wrongs=_least_wrongs(draw, biases, variances, best),
        steps=["MSE = 분산 + 편향², 편향 = 기댓값 − θ"]
        + [
            f"{name}: {plain(v)} + {inside(b)}² = {plain(v)} + {plain(b**2)} = {show(error, 2)}"
            for name, v, b, error in zip(names, variances, biases, errors, strict=True)
        ]
        + [f"가장 작은 것은 추정량 {names[best]}이다."],
    )


def _estimator(name: str, error: float) -> str:
    return f"추정량 {name}, {show(error, 2)}"


def _least_wrongs(draw: Draw, biases: list[Fraction], variances: list[Fraction], best: int) -> list[Wrong]:
    """Misconceptions about every estimator; only two that keep the right one."""
    found: list[tuple[int, float, str]] = []
    for place, name in enumerate("ABC"):
        bias, variance = abs(float(biases[place])), float(variances[place])
        found += [
            (place, variance + bias**2, f"추정량 {name}의 평균제곱오차는 맞지만 가장 작지 않습니다."),
            (place, variance, f"추정량 {name}의 분산만 보았습니다. 편향의 제곱을 더해야 합니다."),
            (place, bias**2, f"추정량 {name}의 편향의 제곱만 보았습니다. 분산을 더해야 합니다."),
            (place, variance + bias, f"추정량 {name}의 편향을 제곱하지 않고 더했습니다."),
            (place, sqrt(variance) + bias**2, f"추정량 {name}의 분산 대신 표준편차를 더했습니다."),
        ]
    kept = draw.sample([one for one in found if one[0] == best][1:], 2)
    chosen = [*(one for one in found if one[0] != best), *kept]
    return within([Wrong(value, why, _estimator("ABC"[place], value)) for place, value, why in chosen], 0.01, 9.99)
