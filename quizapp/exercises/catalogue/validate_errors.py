"""What errors are made of: bias and variance at a point (numpy), the spread of the folds' scores (`scipy.stats.sem`).

https://numpy.org/doc/stable/reference/generated/numpy.var.html
https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.sem.html
"""

from __future__ import annotations

from math import sqrt

from quizapp.exercises.catalogue.hypothesis_parts import standard_error, steady_sample
from quizapp.exercises.catalogue.samples import even_sample
from quizapp.exercises.catalogue.wording import inside, plain, rounding
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show

_POINTS = (
    ("어느 쇼핑몰의 하루 매출(백만 원)", 40, 90),
    ("한 병원의 하루 외래 환자(명)", 50, 120),
    ("한 공장의 시간당 생산량(개)", 60, 110),
    ("한 물류센터의 배송 시간(분)", 30, 80),
    ("한 지자체의 하루 전력 사용량(MWh)", 45, 95),
)
"""What is predicted at one point, and between which values the truth lies."""

_TASKS = ("어느 쇼핑몰의 이탈 예측", "한 병원의 재입원 예측", "한 공장의 불량 예측", "한 물류센터의 지연 예측", "한 은행의 연체 예측")


def expected_error(predictions: list[float], truth: float, noise: float) -> float:
    import numpy as np

    bias = np.mean(predictions) - truth
    return float(bias**2 + np.var(predictions) + noise)


def fold_bound(scores: list[float]) -> float:
    import numpy as np
    from scipy.stats import sem

    return float(np.mean(scores) - sem(scores))


@template("validate.errors", "expected_error", "편향과 분산에서 기대 예측 오차")
def expected(draw: Draw) -> Draft:
    """The expected squared error at a point from the predictions of models that were fitted to different samples."""
    (what, low, high), size = draw.pick(_POINTS), 6 if draw.is_extended else draw.integer(4, 5)
    mean, noise = draw.integer(low, high), draw.integer(1, 9)
    predictions = even_sample(draw, size, mean)
    bias = draw.integer(1, 5) * draw.pick([-1, 1])
    truth, squares = mean - bias, sum((value - mean) ** 2 for value in predictions)
    variance = squares // size
    value = bias**2 + variance + noise
    names = tuple(str(number) for number in range(1, size + 1))
    return Draft(
        stem=f"{with_particle(what, '을/를')} 예측하는 모형을 서로 다른 훈련 표본 {size}개로 학습하여, 같은 지점에서 예측한 값이 다음과 "
        f"같다. 그 지점의 참값은 {truth}, 잡음의 분산은 {noise}이다. 이 지점의 기대 예측 오차(제곱 오차의 기댓값)는? (분산은 n으로 나누고, "
        f"{rounding(1)})",
        data=Table(columns=("훈련 표본", *names), rows=(("예측값", *predictions),)),
        key=compute(expected_error, predictions=predictions, truth=truth, noise=noise),
        decimals=1,
        why="기대 예측 오차 = 편향² + 분산 + 잡음의 분산(줄일 수 없는 오차)이다.",
        wrongs=[
            Wrong(bias**2 + variance, "잡음의 분산을 더하지 않았습니다. 줄일 수 없는 오차도 들어갑니다."),
            Wrong(abs(bias) + variance + noise, "편향을 제곱하지 않았습니다."),
            Wrong(bias**2 + sqrt(variance) + noise, "분산 대신 표준편차를 더했습니다."),
            Wrong(bias**2 + squares / (size - 1) + noise, "분산을 n − 1로 나누었습니다. 물음은 n으로 나누라고 했습니다."),
            Wrong(variance + noise, "편향의 제곱을 더하지 않았습니다."),
            Wrong(bias**2 + noise, "분산을 더하지 않았습니다."),
            Wrong(bias**2 + variance + noise**2, "잡음의 분산을 다시 제곱했습니다."),
            Wrong((abs(bias) + sqrt(variance)) ** 2 + noise, "편향과 표준편차를 더한 뒤에 제곱했습니다."),
            Wrong(bias**2 + squares + noise, "편차 제곱의 합을 n으로 나누지 않았습니다."),
        ],
        steps=[
            f"예측의 평균 = {sum(predictions)}/{size} = {mean}, 편향 = {mean} − {truth} = {plain(bias)}",
            f"분산 = {squares}/{size} = {variance}",
            f"기대 예측 오차 = {inside(bias)}² + {variance} + {noise} = {show(value, 1)}",
        ],
    )


@template("validate.errors", "fold_bound", "교차 검증 점수의 평균과 표준오차")
def bound(draw: Draw) -> Draft:
    """The mean of the folds' scores less their standard error."""
    task, folds, mean = draw.pick(_TASKS), draw.integer(6, 7) if draw.is_extended else 5, draw.integer(72, 88)
    gaps, scale = steady_sample(draw, folds, 0), draw.pick([0.3, 0.4, 0.5, 0.6, 0.8, 1.2])
    scores = [round(mean + scale * gap, 1) for gap in gaps]
    error, squares = round(scale * standard_error(gaps), 6), round(scale**2 * sum(gap**2 for gap in gaps), 6)
    variance, value = round(squares / (folds - 1), 6), mean - error
    return Draft(
        stem=f"{with_particle(task, '을/를')} 위한 모형을 {folds}-폴드 교차 검증한 정확도가 다음과 같다. '평균 − 1·표준오차'는 몇 %인가? "
        f"(표준오차는 분산을 n − 1로 나누어 구하고, {rounding(1)})",
        data=Table(columns=("폴드", *map(str, range(1, folds + 1))), rows=(("정확도(%)", *scores),)),
        key=compute(fold_bound, scores=scores),
        decimals=1,
        unit="%",
        why="평균의 표준오차는 폴드 점수의 표준편차를 √k로 나눈 값이다.",
        wrongs=[
            Wrong(mean - sqrt(variance), "표준오차가 아니라 표준편차를 뺐습니다. 표준편차를 √k로 나눕니다."),
            Wrong(mean + error, "표준오차를 빼지 않고 더했습니다."),
            Wrong(mean - sqrt(variance) / folds, "표준편차를 √k가 아니라 k로 나누었습니다."),
            Wrong(mean - variance / folds, "제곱근을 씌우지 않고 분산/k를 뺐습니다."),
            Wrong(mean - sqrt(squares / folds), "분산을 n으로 나눈 표준편차를 뺐습니다."),
            Wrong(mean, "평균을 그대로 답했습니다."),
            Wrong(mean - 1.96 * error, "1.96배를 뺐습니다. 물음은 1배입니다."),
            Wrong(min(scores), "가장 낮은 점수를 답했습니다."),
            Wrong(mean - (max(scores) - min(scores)) / 2, "범위의 반을 뺐습니다."),
        ],
        steps=[
            f"평균 = {plain(sum(scores))}/{folds} = {mean}",
            f"분산 = {plain(squares)}/({folds} − 1) = {plain(variance)}",
            f"표준오차 = √({plain(variance)}/{folds}) = {plain(error)}",
            f"평균 − 표준오차 = {mean} − {plain(error)} = {show(value, 1)}",
        ],
    )
