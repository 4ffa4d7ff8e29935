"""Which loss prefers what: the constant that minimises a loss, and the better of two models under a loss.

https://numpy.org/doc/stable/reference/generated/numpy.mean.html
https://numpy.org/doc/stable/reference/generated/numpy.quantile.html
https://scikit-learn.org/stable/modules/generated/sklearn.metrics.mean_squared_error.html
https://scikit-learn.org/stable/modules/generated/sklearn.metrics.mean_absolute_error.html
"""

from __future__ import annotations

from math import ceil, sqrt
from typing import TYPE_CHECKING

from quizapp.exercises.catalogue.loss_parts import MEASURES, MODELS, mean_of, measure_table, plain, sum_text
from quizapp.exercises.computation import compute
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.korean import with_particle
from quizapp.numbers import show

if TYPE_CHECKING:
    from quizapp.exercises.draw import Draw

_LOSSES = ((None, "제곱 손실(MSE)"), (0.5, "절대 손실(MAE)"), (0.3, "τ = 0.3인 핀볼 손실"), (0.7, "τ = 0.7인 핀볼 손실"))
"""The quantile that minimises a loss (None: the mean does), and the loss."""


def best_for_squares(values: list[int]) -> float:
    """The constant with the least squared loss."""
    import numpy as np

    return float(np.mean(values))


def best_for_pinball(values: list[int], tau: float) -> float:
    """The constant with the least pinball loss; for τ = 0.5 the median, which has the least absolute loss."""
    import numpy as np

    return float(np.quantile(values, tau, method="inverted_cdf"))


def least_squared(actual: list[int], first: list[int], second: list[int]) -> float:
    """The smaller of two mean squared errors."""
    from sklearn.metrics import mean_squared_error

    return float(min(mean_squared_error(actual, first), mean_squared_error(actual, second)))


def least_absolute(actual: list[int], first: list[int], second: list[int]) -> float:
    """The smaller of two mean absolute errors."""
    from sklearn.metrics import mean_absolute_error

    return float(min(mean_absolute_error(actual, first), mean_absolute_error(actual, second)))


@template("loss.regression", "best_constant", "손실을 가장 작게 하는 상수 예측")
def best_constant(draw: Draw) -> Draft:
    """The one number that, as the prediction of every row, has the least squared, absolute or pinball loss."""
    place, what = draw.pick(MEASURES)
    size = draw.pick([7, 9]) if draw.is_extended else 5
    low = draw.integer(4, 20)
    values = draw.shuffled([*(low + shift for shift in draw.sample(range(9), size - 1)), low + draw.integer(12, 24)])
    tau, loss = draw.pick(_LOSSES)
    draw.require(tau or (sum(values) * 10) % size == 0)
    if tau is None:
        key = compute(best_for_squares, values=values)
        steps = ["제곱 손실을 미분하여 0으로 두면 c = Σy/n", f"c = {sum(values)}/{size} = {show(sum(values) / size, 1)}"]
    else:
        key = compute(best_for_pinball, values=values, tau=tau)
        steps = [
            "핀볼 손실은 τ 분위수에서 가장 작고, 절대 손실은 τ = 0.5인 경우이다",
            f"τ 분위수: 그 값 이하인 관측의 비율이 처음으로 {with_particle(str(tau), '을/를')} 넘는 값",
            f"작은 것부터: {', '.join(map(str, sorted(values)))}",
            f"{size}·{tau} = {plain(size * tau)} → {ceil(size * tau)}번째 값",
            f"c = {sorted(values)[ceil(size * tau) - 1]}",
        ]
    return Draft(
        stem=f"{with_particle(place, '을/를')} 언제나 같은 값 c로 예측하려 한다. 다음 관측값에 대하여 {loss}의 합을 가장 작게 하는 "
        "c는? (소수 둘째 자리에서 반올림)",
        data=measure_table(what, {"관측": list(values)}),
        key=key,
        decimals=1,
        why="제곱 손실은 평균에서, 절대 손실은 중앙값에서, 핀볼 손실은 τ 분위수에서 가장 작다.",
        wrongs=_constant_wrongs(sorted(values), tau or 0.5),
        steps=steps,
    )


def _constant_wrongs(values: list[int], tau: float) -> list[Wrong]:
    size, spread = len(values), values[-1] - values[0]
    return [
        Wrong(sum(values) / size, "평균은 제곱 손실을 가장 작게 하는 값입니다."),
        Wrong(values[ceil(size * 0.5) - 1], "중앙값은 절대 손실을 가장 작게 하는 값입니다."),
        Wrong(values[ceil(size * 0.3) - 1], "τ = 0.3인 핀볼 손실을 가장 작게 하는 0.3 분위수입니다."),
        Wrong(values[ceil(size * 0.7) - 1], "τ = 0.7인 핀볼 손실을 가장 작게 하는 0.7 분위수입니다."),
        Wrong((values[0] + values[-1]) / 2, "최솟값과 최댓값의 가운데는 가장 큰 오차 하나만 작게 합니다."),
        Wrong(values[-1], "최댓값으로 예측하면 과소 예측은 없지만 손실의 합이 커집니다."),
        Wrong(values[0], "최솟값으로 예측하면 과대 예측은 없지만 손실의 합이 커집니다."),
        Wrong(sum(values[1:-1]) / (size - 2), "양 끝을 뺀 절사 평균입니다. 물은 손실은 모든 관측을 셉니다."),
        Wrong(values[0] + tau * spread, "범위를 비율로 나누었습니다. 분위수는 값의 순서로 정합니다."),
    ]


@template("loss.regression", "better_model", "두 회귀 모형 가운데 손실이 작은 쪽")
def better_model(draw: Draw) -> Draft:
    """Which of two models has the smaller loss, where the squared and the absolute loss disagree."""
    place, what = draw.pick(MEASURES)
    size = draw.integer(5, 6) if draw.is_extended else 4
    even = [draw.integer(1, 3) for _ in range(size)]
    uneven = [draw.pick([4, 5]), *(draw.integer(0, 2) for _ in range(size - 1))]
    errors = [[error * draw.pick([-1, 1]) for error in draw.shuffled(row)] for row in draw.shuffled([even, uneven])]
    absolute = [mean_of([abs(e) for e in row]) for row in errors]
    squared = [mean_of([e**2 for e in row]) for row in errors]
    draw.require((absolute[0] - absolute[1]) * (squared[0] - squared[1]) < 0 and max(squared) < 10)
    by_squares = draw.pick([True, False])
    used, unused = (squared, absolute) if by_squares else (absolute, squared)
    best = used.index(min(used))
    actual = [draw.integer(20, 60) for _ in range(size)]
    rows = [[y - e for y, e in zip(actual, row, strict=True)] for row in errors]
    loss, function = ("제곱 손실(MSE)", least_squared) if by_squares else ("절대 손실(MAE)", least_absolute)
    terms = [[e**2 if by_squares else abs(e) for e in row] for row in errors]
    return Draft(
        stem=f"두 모형으로 {with_particle(place, '을/를')} 예측한 결과가 다음과 같다. 평균 {with_particle(loss, '을/를')} 기준으로 더 "
        "나은 모형과 그 손실은? (n으로 나누고, 소수 셋째 자리에서 반올림)",
        data=measure_table(what, {"실제": list(actual), **{n: list(r) for n, r in zip(MODELS, rows, strict=True)}}),
        key=compute(function, actual=actual, first=rows[0], second=rows[1]),
        label=_verdict(best, used[best]),
        why="기준으로 삼은 손실이 작은 모형이 그 기준에서 낫다. 제곱 손실은 큰 오차 하나에 더 무겁게 반응한다.",
        wrongs=_model_wrongs(draw, best, used, unused, errors, "절대" if by_squares else "제곱"),
        steps=[
            "손실 = Σ(y − ŷ)²/n" if by_squares else "손실 = Σ|y − ŷ|/n",
            *(
                f"{name}: ({sum_text(term)})/{size} = {sum(term)}/{size} = {show(mean_of(term), 2)}"
                for name, term in zip(MODELS, terms, strict=True)
            ),
            f"{show(used[best], 2)} < {show(used[1 - best], 2)}이므로 {MODELS[best]}",
        ],
    )


def _model_wrongs(draw: Draw, best: int, used: list[float], unused: list[float], errors: list[list[int]], other: str) -> list[Wrong]:
    """Misconceptions about both models; only two that keep the right one, so that the choices never name one model alone."""
    size, worse = len(errors[0]), 1 - best
    signed = [abs(mean_of([float(e) for e in row])) for row in errors]
    roots = [sqrt(mean_of([float(e**2) for e in row])) for row in errors]
    kept = [
        (best, unused[best], f"모형은 맞지만 값은 {other} 손실입니다."),
        (best, used[best] / 2, "모형은 맞지만 손실에 ½을 곱했습니다. 물음의 정의에는 ½이 없습니다."),
        (best, used[best] * size / (size - 1), "모형은 맞지만 n이 아니라 n − 1로 나누었습니다."),
        (best, signed[best], "모형은 맞지만 오차의 부호를 그대로 두고 평균했습니다."),
        (best, roots[best], "모형은 맞지만 평균제곱오차의 제곱근을 구했습니다."),
    ]
    changed = [
        (worse, used[worse], "손실이 큰 쪽을 골랐습니다. 손실은 작을수록 낫습니다."),
        (worse, unused[worse], f"{other} 손실로 견주었습니다. 두 손실은 서로 다른 모형을 고를 수 있습니다."),
        (worse, used[worse] * size / (size - 1), "n − 1로 나누었고, 손실이 큰 쪽을 골랐습니다."),
        (worse, signed[worse], "오차의 부호를 그대로 더하여 양과 음이 지워졌습니다."),
        (worse, roots[worse], "제곱근을 씌웠고, 기준 손실이 큰 쪽을 골랐습니다."),
    ]
    found = draw.sample(kept, 2) + changed
    return [Wrong(value, why, _verdict(who, value)) for who, value, why in found if value < 10]


def _verdict(who: int, loss: float) -> str:
    return f"{MODELS[who]}, 손실 {show(loss, 2)}"
