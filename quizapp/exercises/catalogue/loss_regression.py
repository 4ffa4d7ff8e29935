"""Losses of regression: Huber, pinball and squared loss, from tables of actual and predicted values.

https://docs.scipy.org/doc/scipy/reference/generated/scipy.special.huber.html
https://scikit-learn.org/stable/modules/generated/sklearn.metrics.mean_pinball_loss.html
The missing prediction is solved with numpy: https://numpy.org/doc/stable/reference/generated/numpy.sqrt.html
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from quizapp.exercises.catalogue.loss_parts import MEASURES, mean_of, measure_table, plain, sum_text, within
from quizapp.exercises.computation import compute
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.korean import with_particle
from quizapp.numbers import show

if TYPE_CHECKING:
    from quizapp.exercises.draw import Draw


def huber_loss(actual: list[float], predicted: list[float], delta: float) -> float:
    """Mean Huber loss."""
    import numpy as np
    from scipy.special import huber

    return float(huber(delta, np.subtract(actual, predicted)).mean())


def pinball_loss(actual: list[float], predicted: list[float], tau: float) -> float:
    """Mean pinball loss."""
    from sklearn.metrics import mean_pinball_loss

    return float(mean_pinball_loss(actual, predicted, alpha=tau))


def missing_prediction(actual: list[int], predicted: list[int], mse: float, y: int, sign: int) -> float:
    """The prediction of the row left out, above (sign 1) or below (−1) its actual value y."""
    import numpy as np

    rest = np.sum(np.subtract(actual, predicted) ** 2)
    return float(y + sign * np.sqrt((len(actual) + 1) * mse - rest))


def _drawn_errors(draw: Draw, size: int, widest: int) -> list[float]:
    """Errors of both signs; in halves where the numbers may be heavier."""
    step = 0.5 if draw.is_extended else 1
    errors: list[float] = [draw.multiple(step, widest, step) * draw.pick([-1, 1]) for _ in range(size)]
    draw.require(min(errors) < 0 < max(errors))
    return [error if draw.is_extended else int(error) for error in errors]


def _sizes(errors: list[float]) -> str:
    return ", ".join(plain(abs(error)) for error in errors)


@template("loss.regression", "huber", "예측값 표에서 평균 후버 손실")
def huber(draw: Draw) -> Draft:
    """The mean Huber loss of a table of actual and predicted values."""
    place, what = draw.pick(MEASURES)
    errors = _drawn_errors(draw, draw.integer(5, 6) if draw.is_extended else 4, 6)
    delta = draw.pick([1.5, 2.5]) if draw.is_extended else draw.pick([1, 2])
    actual = [draw.integer(20, 60) for _ in errors]
    predicted = [y - error for y, error in zip(actual, errors, strict=True)]
    wide = [abs(error) for error in errors]
    draw.require(min(wide) <= delta < max(wide))
    inner = [e**2 / 2 for e in wide]
    outer = [delta * (e - delta / 2) for e in wide]
    losses = [i if e <= delta else o for e, i, o in zip(wide, inner, outer, strict=True)]
    swapped = mean_of([o if e <= delta else i for e, i, o in zip(wide, inner, outer, strict=True)])
    return Draft(
        stem=f"{with_particle(place, '을/를')} 예측한 결과가 다음과 같다. 경계 δ = {delta}인 후버(Huber) 손실의 평균은? "
        "(단, 오차의 크기가 δ 이하인 구간의 손실은 ½e²이고, 소수 셋째 자리에서 반올림)",
        data=measure_table(what, {"실제": list(actual), "예측": predicted}),
        key=compute(huber_loss, actual=actual, predicted=predicted, delta=delta),
        why="오차가 δ 이하이면 ½e², δ를 넘으면 δ(|e| − ½δ)를 쓰고 평균한다.",
        wrongs=_huber_wrongs(wide, delta, losses, swapped),
        steps=[
            f"|e| ≤ {delta}: ½e², |e| > {delta}: {delta}·(|e| − ½·{delta})",
            f"|e| = {_sizes(errors)}",
            f"손실 = {', '.join(plain(loss) for loss in losses)}",
            f"합 = {plain(sum(losses))}",
            f"평균 = {plain(sum(losses))}/{len(losses)} = {show(mean_of(losses), 2)}",
        ],
    )


def _huber_wrongs(wide: list[float], delta: float, losses: list[float], swapped: float) -> list[Wrong]:
    kept = [loss for e, loss in zip(wide, losses, strict=True) if e <= delta]
    no_half = mean_of([e**2 if e <= delta else delta * (e - delta / 2) for e in wide])
    cut_off = mean_of([e**2 / 2 if e <= delta else delta * e for e in wide])
    return [
        Wrong(mean_of([e**2 / 2 for e in wide]), "δ를 넘는 오차에도 ½e²을 썼습니다. 경계 밖은 일차식입니다."),
        Wrong(mean_of([e**2 for e in wide]), "평균제곱오차를 구했습니다. 후버 손실은 δ 밖에서 일차식입니다."),
        Wrong(mean_of(wide), "평균절대오차를 구했습니다. 후버 손실은 δ 안에서 ½e²입니다."),
        Wrong(mean_of([min(e, delta) ** 2 / 2 for e in wide]), "오차를 δ에서 잘라 제곱했습니다. 경계 밖도 계속 커집니다."),
        Wrong(sum(kept) / len(wide), "δ를 넘는 오차를 버렸습니다. 후버 손실은 이상치도 일차식으로 셉니다."),
        Wrong(no_half, "δ 안의 손실에서 ½을 빠뜨렸습니다."),
        Wrong(cut_off, "δ 밖의 손실에서 −½δ²을 빠뜨렸습니다. 그러면 경계에서 이어지지 않습니다."),
        Wrong(swapped, "두 구간의 식을 바꾸어 썼습니다. 작은 오차에 제곱을 씁니다."),
        Wrong(sum(losses), "손실의 합입니다. 관측 수로 나누어야 평균입니다."),
    ]


@template("loss.regression", "pinball", "분위수 예측의 핀볼 손실")
def pinball(draw: Draw) -> Draft:
    """The mean pinball loss of quantile forecasts."""
    place, what = draw.pick(MEASURES)
    errors = _drawn_errors(draw, draw.integer(5, 6) if draw.is_extended else 4, 8)
    tau = draw.pick([0.15, 0.35, 0.65, 0.85] if draw.is_extended else [0.1, 0.2, 0.3, 0.7, 0.8, 0.9])
    actual = [draw.integer(20, 60) for _ in errors]
    predicted = [y - error for y, error in zip(actual, errors, strict=True)]
    rest = round(1 - tau, 2)
    under, over = sum(e for e in errors if e > 0), -sum(e for e in errors if e < 0)
    draw.require(under != over)
    size, total = len(errors), tau * under + rest * over
    return Draft(
        stem=f"{place}의 {tau} 분위수를 예측한 결과가 다음과 같다. 분위수 τ = {with_particle(str(tau), '으로/로')} 하는 "
        "핀볼(pinball, 분위수) 손실의 평균은? (소수 셋째 자리에서 반올림)",
        data=measure_table(what, {"실제": list(actual), "예측": predicted}),
        key=compute(pinball_loss, actual=actual, predicted=predicted, tau=tau),
        why="실제가 예측보다 크면 오차에 τ를, 작으면 오차의 크기에 1 − τ를 곱하여 평균한다.",
        wrongs=_pinball_wrongs(errors, tau, rest),
        steps=[
            "y > ŷ이면 τ·(y − ŷ), y < ŷ이면 (1 − τ)·(ŷ − y)",
            f"y − ŷ = {', '.join(plain(error) for error in errors)}",
            f"y > ŷ인 쪽: {tau}·{plain(under)} = {plain(tau * under)}",
            f"y < ŷ인 쪽: {rest}·{plain(over)} = {plain(rest * over)}",
            f"평균 = ({plain(tau * under)} + {plain(rest * over)})/{size} = {show(total / size, 2)}",
        ],
    )


def _pinball_wrongs(errors: list[float], tau: float, rest: float) -> list[Wrong]:
    size, under, over = len(errors), sum(e for e in errors if e > 0), -sum(e for e in errors if e < 0)
    return [
        Wrong((rest * under + tau * over) / size, "τ와 1 − τ를 바꾸어 곱했습니다. τ는 실제가 예측보다 큰 쪽에 붙습니다."),
        Wrong((under + over) / size, "평균절대오차를 구했습니다. 핀볼 손실은 방향에 따라 무게를 달리합니다."),
        Wrong(tau * (under + over) / size, "모든 오차에 τ를 곱했습니다. 예측이 큰 쪽에는 1 − τ를 곱합니다."),
        Wrong(rest * (under + over) / size, "모든 오차에 1 − τ를 곱했습니다. 예측이 작은 쪽에는 τ를 곱합니다."),
        Wrong(tau * under / size, "예측이 실제보다 작은 쪽만 더했습니다. 큰 쪽도 1 − τ로 셉니다."),
        Wrong(rest * over / size, "예측이 실제보다 큰 쪽만 더했습니다. 작은 쪽도 τ로 셉니다."),
        Wrong(tau * under + rest * over, "손실의 합입니다. 관측 수로 나누어야 평균입니다."),
        Wrong(mean_of([e**2 * (tau if e > 0 else rest) for e in errors]), "오차를 제곱하여 무게를 주었습니다."),
    ]


@template("loss.regression", "missing_prediction", "평균제곱오차에서 빠진 예측값")
def missing(draw: Draw) -> Draft:
    """The prediction of the last row, from the mean squared error of all rows."""
    place, what = draw.pick(MEASURES)
    errors = [int(error) for error in _drawn_errors(draw, draw.integer(4, 5) if draw.is_extended else 3, 5)]
    gap, sign = draw.integer(2, 9), draw.pick([-1, 1])
    actual = [draw.integer(20, 60) for _ in errors]
    predicted = [value - error for value, error in zip(actual, errors, strict=True)]
    y, size, rest = draw.integer(20, 60), len(errors) + 1, sum(error**2 for error in errors)
    mse = (rest + gap**2) / size
    draw.require((100 * (rest + gap**2)) % size == 0)
    side = "크다" if sign > 0 else "작다"
    return Draft(
        stem=f"{with_particle(place, '을/를')} {size}번 예측한 평균제곱오차(MSE, n으로 나눔)가 {plain(mse)}이고, 앞의 {size - 1}번은 "
        f"다음과 같다. {size}번째 실제값은 {y}이고 예측값은 이보다 {side}. {size}번째 예측값은? (소수 둘째 자리에서 반올림)",
        data=measure_table(what, {"실제": list(actual), "예측": list(predicted)}),
        key=compute(missing_prediction, actual=actual, predicted=predicted, mse=mse, y=y, sign=sign),
        decimals=1,
        why="MSE에 n을 곱한 제곱오차의 합에서 알려진 제곱오차를 빼면 남은 제곱오차이고, 그 제곱근이 오차의 크기이다.",
        wrongs=_missing_wrongs(y, sign, mse, [abs(error) for error in errors], gap),
        steps=[
            "제곱오차의 합 = n·MSE",
            f"n·MSE = {size}·{plain(mse)} = {rest + gap**2}",
            f"알려진 제곱오차의 합 = {sum_text(error**2 for error in errors)} = {rest}",
            f"남은 제곱오차 = {rest + gap**2} − {rest} = {gap**2}, 오차의 크기 = √{gap**2} = {gap}",
            f"예측값 = {y} {'+' if sign > 0 else '−'} {gap} = {y + sign * gap}",
        ],
    )


def _missing_wrongs(y: int, sign: int, mse: float, wide: list[int], gap: int) -> list[Wrong]:
    size, rest = len(wide) + 1, sum(error**2 for error in wide)
    wrongs = [
        Wrong(y + sign * gap**2, "제곱오차를 그대로 오차로 썼습니다. 제곱근을 씌워야 합니다."),
        Wrong(y + sign * sqrt(mse), "평균제곱오차의 제곱근을 마지막 오차로 썼습니다. 알려진 오차를 빼지 않았습니다."),
        Wrong(y + sign * sqrt(size * mse), "알려진 제곱오차를 빼지 않았습니다."),
        Wrong(y + sign * mse, "평균제곱오차를 오차로 썼습니다."),
        Wrong(y + sign * gap / sqrt(size), "남은 제곱오차를 다시 n으로 나누었습니다. 남은 것은 한 관측의 제곱오차입니다."),
        Wrong(y + sign * gap**2 / 2, "남은 제곱오차의 절반을 오차로 썼습니다. 제곱근을 씌워야 합니다."),
    ]
    if mse > rest / (size - 1):
        wrongs.append(Wrong(y + sign * sqrt(mse - rest / (size - 1)), "합이 아니라 평균끼리 빼고 제곱근을 씌웠습니다."))
    if (size - 1) * mse > rest:
        wrongs.append(Wrong(y + sign * sqrt((size - 1) * mse - rest), "n이 아니라 n − 1을 곱했습니다."))
    if size * mse > sum(wide):
        wrongs.append(Wrong(y + sign * (size * mse - sum(wide)), "제곱하지 않은 오차를 뺐습니다."))
    return within(wrongs, 0, 100)
