"""Errors of a regression on the scale of its values, and R², as `sklearn.metrics` computes them.

https://scikit-learn.org/stable/modules/model_evaluation.html#regression-metrics
https://numpy.org/doc/stable/reference/generated/numpy.sqrt.html
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from itertools import combinations_with_replacement
from math import isqrt, sqrt
from statistics import correlation, median

from quizapp.exercises.catalogue.confusion_tables import require_hand_fractions
from quizapp.exercises.catalogue.loss_parts import MEASURES, measure_table
from quizapp.exercises.catalogue.wording import inside, plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.korean import with_particle
from quizapp.numbers import show


def mse(actual: list[float], predicted: list[float]) -> float:
    from sklearn.metrics import mean_squared_error

    return float(mean_squared_error(actual, predicted))


def rmse(actual: list[float], predicted: list[float]) -> float:
    from sklearn.metrics import root_mean_squared_error

    return float(root_mean_squared_error(actual, predicted))


def mae(actual: list[float], predicted: list[float]) -> float:
    from sklearn.metrics import mean_absolute_error

    return float(mean_absolute_error(actual, predicted))


def r_squared(actual: list[float], predicted: list[float]) -> float:
    from sklearn.metrics import r2_score

    return float(r2_score(actual, predicted))


def rmse_of_r_squared(sst: float, size: int, r2: float) -> float:
    import numpy as np

    return float(np.sqrt((1 - r2) * sst / size))


_ERRORS = {
    "MSE": ("평균제곱오차(MSE)", mse, "Σ(y − ŷ)²/n"),
    "RMSE": ("평균제곱근오차(RMSE)", rmse, "√(Σ(y − ŷ)²/n)"),
    "MAE": ("평균절대오차(MAE)", mae, "Σ|y − ŷ|/n"),
}
"""What is asked: its name, what computes it, and its formula."""


@cache
def _even_errors(size: int) -> tuple[tuple[int, ...], ...]:
    """All sizes of *size* errors up to 7, three of them different, whose mean square is the square of a half or a whole number."""
    found = []
    for errors in combinations_with_replacement(range(8), size):
        quadruple, rest = divmod(4 * sum(error * error for error in errors), size)
        if not rest and isqrt(quadruple) ** 2 == quadruple and len(set(errors)) >= 3 and errors.count(0) < 2:
            found.append(errors)
    return tuple(found)


def _error_wrongs(asked: str, errors: list[float]) -> list[Wrong]:
    """What people take for the mean error *asked*, which stands in the list too where it is another's."""
    size, squares, wide = len(errors), sum(error * error for error in errors), [abs(error) for error in errors]
    bias = abs(sum(errors)) / size
    rule = f"{asked} = {_ERRORS[asked][2]}입니다."
    values = {
        "MSE": [
            (sqrt(squares / size), f"제곱근을 씌웠습니다. {rule}"),
            (sum(wide) / size, f"절댓값을 평균했습니다. {rule}"),
            (squares, f"n으로 나누지 않았습니다. {rule}"),
            (squares / (size - 1), f"n − 1로 나누었습니다. {rule}"),
            (squares / (2 * size), f"½을 곱했습니다. {rule}"),
            ((sum(wide) / size) ** 2, f"절댓값을 평균한 뒤에 제곱했습니다. {rule}"),
            (max(wide) ** 2, f"가장 큰 오차만 제곱했습니다. {rule}"),
        ],
        "RMSE": [
            (squares / size, f"제곱근을 씌우지 않았습니다. {rule}"),
            (sum(wide) / size, f"절댓값을 평균했습니다. {rule}"),
            (sqrt(squares), f"n으로 나누지 않고 제곱근을 씌웠습니다. {rule}"),
            (sqrt(squares) / size, f"제곱근을 씌운 뒤에 n으로 나누었습니다. {rule}"),
            (sqrt(squares / (size - 1)), f"n − 1로 나누었습니다. {rule}"),
            (bias, f"제곱하지 않아 양과 음의 오차가 지워졌습니다. {rule}"),
            (max(wide), f"가장 큰 오차만 보았습니다. {rule}"),
        ],
        "MAE": [
            (sqrt(squares / size), f"제곱하여 평균한 뒤 제곱근을 씌웠습니다. {rule}"),
            (squares / size, f"제곱을 평균했습니다. {rule}"),
            (bias, f"절댓값을 씌우지 않아 양과 음의 오차가 지워졌습니다. {rule}"),
            (sum(wide), f"n으로 나누지 않았습니다. {rule}"),
            (sum(wide) / (size - 1), f"n − 1로 나누었습니다. {rule}"),
            (median(wide), f"절댓값의 중앙값을 구했습니다. {rule}"),
            (sum(wide) / (2 * size), f"½을 곱했습니다. {rule}"),
        ],
    }
    return [Wrong(float(value), why) for value, why in values[asked]]


@template("metrics.regression", "from_data", "실제값과 예측값에서 MSE, RMSE, MAE")
def from_data(draw: Draw) -> Draft:
    """One of the three mean errors of a few predictions."""
    (place, what), asked = draw.pick(MEASURES), draw.pick(list(_ERRORS))
    scale = 0.5 if draw.is_extended else 1
    sizes = draw.pick(_even_errors(6 if draw.is_extended else draw.integer(4, 5)))
    errors = [scale * size * draw.pick([-1, 1]) or 0 for size in draw.shuffled(sizes)]  # or 0: no −0.0
    actual = [scale * draw.integer(round(20 / scale), round(60 / scale)) for _ in errors]
    predicted = [y - error for y, error in zip(actual, errors, strict=True)]
    draw.require(min(errors) < 0 < max(errors))
    name, function, formula = _ERRORS[asked]
    terms = [abs(error) if asked == "MAE" else error**2 for error in errors]
    mean = sum(terms) / len(terms)
    steps = [
        f"{asked} = {formula}",
        f"y − ŷ = {', '.join(map(plain, errors))}",
        f"{'절댓값' if asked == 'MAE' else '제곱'}의 합 = {' + '.join(map(plain, terms))} = {plain(sum(terms))}",
        f"평균 = {plain(sum(terms))}/{len(terms)} = {plain(mean) if asked == 'RMSE' else show(mean, 2)}",
    ]
    return Draft(
        stem=f"{with_particle(place, '을/를')} 예측한 결과가 다음과 같다. {with_particle(name, '은/는')}? (n으로 나누고, {rounding(2)})",
        data=measure_table(what, {"실제": actual, "예측": predicted}),
        key=compute(function, actual=actual, predicted=predicted),
        why=f"{asked} = {formula}이다.",
        wrongs=_error_wrongs(asked, errors),
        steps=steps + ([f"RMSE = √{plain(mean)} = {show(sqrt(mean), 2)}"] if asked == "RMSE" else []),
    )


def _r_squared_wrongs(actual: list[int], predicted: list[int], sse: int, sst: int) -> list[Wrong]:
    """What people take for R²."""
    size, center = len(actual), sum(actual) / len(actual)
    explained = sum((value - center) ** 2 for value in predicted)
    absolute = sum(abs(y - p) for y, p in zip(actual, predicted, strict=True)) / sum(abs(y - center) for y in actual)
    return [
        Wrong(sse / sst, "SSE/SST를 구했습니다. R² = 1 − SSE/SST입니다."),
        Wrong(explained / sst, "예측값의 편차 제곱합을 SST로 나누었습니다. 예측이 최소제곱 적합이 아니면 1 − SSE/SST와 다릅니다."),
        Wrong(correlation(actual, predicted) ** 2, "상관계수의 제곱을 구했습니다. 예측의 치우침까지 반영하는 것은 1 − SSE/SST입니다."),
        Wrong(1 - sqrt(sse / sst), "SSE/SST에 제곱근을 씌우고 1에서 뺐습니다."),
        Wrong(sqrt(max(0, 1 - sse / sst)), "R²에 제곱근을 씌웠습니다. 물음은 R²입니다."),
        Wrong(1 - absolute, "제곱 대신 절댓값의 합으로 구했습니다. R²는 제곱합의 비로 구합니다."),
        Wrong(1 - sse / (size - 2) / (sst / (size - 1)), "자유도로 나눈 수정 R²를 구했습니다. 물음은 R²입니다."),
        Wrong(1 - sse / size / (sst / (size - 1)), "SSE는 n으로, SST는 n − 1로 나누었습니다. 두 제곱합을 그대로 나눕니다."),
    ]


@template("metrics.regression", "r_squared", "실제값과 예측값에서 결정계수")
def r_squared_of_data(draw: Draw) -> Draft:
    """R² of a few predictions, which are no least-squares fit."""
    (place, what), decimals = draw.pick(MEASURES), 3 if draw.is_extended else 2
    size, center = 6 if draw.is_extended else draw.integer(4, 5), draw.integer(20, 60)
    deviations = [draw.integer(-8, 8) for _ in range(size - 1)]
    deviations.append(-sum(deviations))
    errors = [draw.integer(0, 3) * draw.pick([-1, 1]) for _ in range(size)]
    actual = [center + deviation for deviation in deviations]
    predicted = [y - error for y, error in zip(actual, errors, strict=True)]
    sse, sst = sum(error**2 for error in errors), sum(deviation**2 for deviation in deviations)
    draw.require(abs(deviations[-1]) <= 10 and len(set(deviations)) >= 3 and len(set(predicted)) > 1 and 5 * sse >= sst > 2 * sse)
    require_hand_fractions(draw, Fraction(sse, sst))
    return Draft(
        stem=f"{with_particle(place, '을/를')} 예측한 결과가 다음과 같다. 결정계수 R² = 1 − SSE/SST는? ({rounding(decimals)})",
        data=measure_table(what, {"실제": list(actual), "예측": list(predicted)}),
        key=compute(r_squared, actual=actual, predicted=predicted),
        decimals=decimals,
        why="R²는 평균으로만 예측했을 때의 제곱합 SST에서 예측이 줄인 몫, 1 − SSE/SST이다.",
        wrongs=within(_r_squared_wrongs(actual, predicted, sse, sst), 0, 1),
        steps=[
            f"ȳ = {sum(actual)}/{size} = {center}",
            f"SSE = Σ(y − ŷ)² = {' + '.join(f'{inside(error)}²' for error in errors)} = {sse}",
            f"SST = Σ(y − ȳ)² = {' + '.join(f'{inside(deviation)}²' for deviation in deviations)} = {sst}",
            f"R² = 1 − {sse}/{sst} = {show(1 - sse / sst, decimals)}",
        ],
    )


@template("metrics.regression", "inverse", "결정계수와 총제곱합에서 RMSE")
def inverse(draw: Draw) -> Draft:
    """The RMSE behind R², the total sum of squares and the number of records."""
    place, what = draw.pick(MEASURES)
    size = draw.integer(12, 60) if draw.is_extended else draw.pick([10, 20, 25, 40, 50])
    sigma = Fraction(draw.integer(5, 40), 2) if draw.is_extended else Fraction(draw.integer(2, 12))
    share = Fraction(5 * draw.integer(3, 17) if draw.is_extended else 10 * draw.integer(2, 8), 100) ** 2
    sst, r2 = sigma**2 * size, 1 - share
    draw.require(sst.denominator == 1 and sst <= 20_000)
    root = sqrt(share) * float(sigma)
    return Draft(
        stem=f"{with_particle(place, '을/를')} 예측하는 모형을 검증 자료 {size}건에 적용하였다. 실제 {what}의 총제곱합(SST)은 "
        f"{plain(sst)}, 결정계수(R² = 1 − SSE/SST)는 {plain(r2)}이다. 평균제곱근오차(RMSE)는? (n으로 나누고, {rounding(2)})",
        key=compute(rmse_of_r_squared, sst=float(sst), size=size, r2=float(r2)),
        why="SSE = (1 − R²)·SST이고, RMSE = √(SSE/n)이다.",
        wrongs=[
            Wrong(float(share * sigma**2), "제곱근을 씌우지 않고 MSE를 구했습니다."),
            Wrong(sqrt(r2) * float(sigma), "1 − R²가 아니라 R²를 SST에 곱했습니다. 설명되지 않은 몫이 SSE입니다."),
            Wrong(float(share * sigma), "1 − R²를 제곱근 밖에서 곱했습니다. SSE를 먼저 구한 뒤에 제곱근을 씌웁니다."),
            Wrong(float(sigma) * sqrt(1 - sqrt(r2)), "R²가 아니라 R을 1에서 뺐습니다."),
            Wrong(root * sqrt(size / (size - 2)), "n − 2로 나누었습니다. 물음은 n으로 나누라고 했습니다."),
            Wrong(float(sigma), "SST/n의 제곱근, 곧 실제 값의 표준편차를 구했습니다."),
            Wrong(root / sqrt(size), "n으로 두 번 나누었습니다. SSE는 n으로 한 번만 나눕니다."),
        ],
        steps=[
            f"SSE = (1 − R²)·SST = {plain(share)}·{plain(sst)} = {plain(share * sst)}",
            f"MSE = SSE/n = {plain(share * sst)}/{size} = {plain(share * sigma**2)}",
            f"RMSE = √{plain(share * sigma**2)} = {show(root, 2)}",
        ],
    )
