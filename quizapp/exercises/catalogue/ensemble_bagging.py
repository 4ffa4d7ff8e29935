"""What bagging rests on: rows that a bootstrap leaves out (`scipy.stats.binom`), the mean over their trees, its variance.

https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.binom.html
https://numpy.org/doc/stable/reference/generated/numpy.fill_diagonal.html
"""

from __future__ import annotations

from math import exp

from quizapp.exercises.catalogue.probability_parts import power
from quizapp.exercises.catalogue.wording import plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show

_ROWS = (
    ("한 공장의 부품", "개"),
    ("어느 쇼핑몰의 고객", "명"),
    ("한 병원의 환자", "명"),
    ("한 물류센터의 배송", "건"),
    ("한 지자체의 민원", "건"),
)
_TARGETS = ("배송 시간", "하루 매출", "재원 일수", "전력 수요", "설비 수명")


def left_out_percent(rows: int, draws: int) -> float:
    from scipy.stats import binom

    return float(100 * binom.pmf(0, draws, 1 / rows))


def in_bag_percent(rows: int, draws: int) -> float:
    from scipy.stats import binom

    return float(100 * binom.sf(0, draws, 1 / rows))


def variance_of_mean(models: int, variance: float, correlation: float) -> float:
    import numpy as np

    covariance = np.full((models, models), correlation * variance)
    np.fill_diagonal(covariance, variance)
    return float(covariance.mean())


def _left_out_wrongs(rows: int, draws: int, *, is_left_out: bool) -> list[Wrong]:
    """What people take for the chance that a row is left out of a bootstrap sample, or is in it."""
    found = [
        ((1 - 1 / rows) ** (draws - 1), "뽑는 횟수를 하나 적게 세었습니다."),
        ((1 - 1 / rows) ** (draws + 1), "뽑는 횟수를 하나 많게 세었습니다."),
        ((1 - 1 / draws) ** rows, "행의 수와 뽑는 횟수를 바꾸었습니다."),
        (1 - draws / rows, "되돌려 놓지 않고 뽑는 것으로 보았습니다. 부트스트랩은 복원 추출입니다."),
        (exp(-1), "행의 수만큼 뽑을 때의 극한값 e⁻¹ ≈ 0.368을 썼습니다."),
        (1 - 1 / rows, "한 번 뽑을 때의 확률을 구했습니다."),
        ((1 - 1 / rows) ** rows, "행의 수만큼 뽑는 것으로 보았습니다."),
        (1 - (1 - 1 / rows) ** draws, "반대 사건의 확률을 구했습니다."),
    ]
    return within((Wrong(100 * (p if is_left_out else 1 - p), why) for p, why in found), 0.1, 99.9)


@template("ensemble.vote", "bootstrap", "부트스트랩 표본에서 빠질 확률")
def bootstrap(draw: Draw) -> Draft:
    """The chance that a given row is left out of a bootstrap sample, or in it, in percent."""
    what, unit = draw.pick(_ROWS)
    rows = draw.pick([12, 15, 16, 25, 30, 40, 50]) if draw.is_extended else draw.pick([4, 5, 8, 10, 16, 20, 25, 40, 50, 100])
    draws = draw.integer(6, 14) if draw.is_extended else draw.integer(3, 6)
    is_left_out = draw.pick([True, True, False])
    draw.require(draws != rows)
    stay = out = float(show(1 - 1 / rows, 4))
    for _ in range(draws - 1):
        out = float(show(out * stay, 4))
    answer = 100 * (out if is_left_out else 1 - out)
    asked = "한 번도 뽑히지 않을" if is_left_out else "한 번이라도 뽑힐"
    return Draft(
        stem=f"{what} {rows}{unit}의 자료에서 하나를 뽑고 되돌려 놓기를 {draws}번 되풀이하여 표본을 만든다. "
        f"정해진 하나가 이 부트스트랩 표본에 {asked} 확률은? (%, {rounding(1)})",
        key=compute(left_out_percent if is_left_out else in_bag_percent, rows=rows, draws=draws),
        decimals=1,
        unit="%",
        why="한 번 뽑을 때 빠질 확률이 1 − 1/n이고 뽑기는 독립이므로, m번 모두 빠질 확률은 (1 − 1/n)ᵐ이다.",
        wrongs=_left_out_wrongs(rows, draws, is_left_out=is_left_out),
        steps=[
            f"한 번 뽑을 때 빠질 확률 = 1 − 1/{rows} = {plain(stay)}",
            f"{draws}번 모두 빠질 확률 = {power(stay, draws)} = {plain(out)}",
            f"답 = {show(answer, 1)}%" if is_left_out else f"답 = 1 − {plain(out)} = {show(answer, 1)}%",
        ],
        by_hand=answer,
    )


def _variance_wrongs(models: int, variance: float, correlation: float) -> list[Wrong]:
    """What people take for the variance of a mean of correlated predictions."""
    shared, own = correlation * variance, (1 - correlation) * variance
    return [
        Wrong(variance / models, "예측들이 서로 독립이라고 보아 σ²/B를 구했습니다."),
        Wrong(shared, "B가 아주 클 때의 극한 ρσ²만 구했습니다."),
        Wrong(own / models, "상관으로 남는 ρσ²을 더하지 않았습니다."),
        Wrong(shared / models + own, "B로 나눌 항을 바꾸었습니다. 상관으로 남는 항은 줄지 않습니다."),
        Wrong(shared + variance / models, "둘째 항에 1 − ρ를 곱하지 않았습니다."),
        Wrong(variance, "평균해도 분산이 줄지 않는다고 보았습니다."),
        Wrong(shared + own / models**0.5, "B가 아니라 B의 제곱근으로 나누었습니다."),
        Wrong(shared + own / (models - 1), "B가 아니라 B − 1로 나누었습니다."),
    ]


@template("ensemble.vote", "bagging_variance", "배깅 평균의 분산")
def bagging_variance(draw: Draw) -> Draft:
    """The variance of the mean of correlated models."""
    target = draw.pick(_TARGETS)
    models = draw.pick([8, 12, 16, 25, 30, 40]) if draw.is_extended else draw.pick([4, 5, 8, 10, 20])
    variance = draw.integer(11, 95) if draw.is_extended else draw.pick([4, 5, 8, 10, 12, 15, 16, 20, 24, 25, 30, 36, 40])
    correlation = draw.integer(5, 80) / 100 if draw.is_extended else draw.integer(1, 8) / 10
    shared, own = round(correlation * variance, 4), round((1 - correlation) * variance, 4)
    answer = shared + own / models
    return Draft(
        stem=f"{with_particle(target, '을/를')} 예측하는 배깅 모형에서 나무 하나의 예측의 분산은 {variance}, "
        f"서로 다른 두 나무의 예측의 상관계수는 {plain(correlation)}이다. 나무 {models}개의 예측을 평균한 값의 분산은? ({rounding(2)})",
        key=compute(variance_of_mean, models=models, variance=variance, correlation=correlation),
        why="상관계수가 ρ인 B개의 평균의 분산은 ρσ² + (1 − ρ)σ²/B이므로, 나무를 늘려도 ρσ²은 남는다.",
        wrongs=_variance_wrongs(models, variance, correlation),
        steps=[
            "평균의 분산 = ρσ² + (1 − ρ)σ²/B",
            f"ρσ² = {plain(correlation)}·{variance} = {plain(shared)}",
            f"(1 − ρ)σ²/B = {plain(own)}/{models} = {plain(round(own / models, 4))}",
            f"분산 = {plain(shared)} + {plain(round(own / models, 4))} = {show(answer, 2)}",
        ],
    )


def out_of_bag_mean(predictions: list[float], times: list[int]) -> float:
    import numpy as np

    return float(np.mean(np.array(predictions)[np.equal(times, 0)]))


@template("ensemble.vote", "out_of_bag", "배깅에서 한 행의 OOB 예측")
def out_of_bag(draw: Draw) -> Draft:
    """The out-of-bag prediction of one row: the mean over the trees whose sample left it out."""
    target, size = draw.pick(_TARGETS), draw.integer(7, 8) if draw.is_extended else draw.integer(5, 6)
    middle, times = draw.integer(25, 80), [draw.pick([0, 0, 1, 1, 2, 3]) for _ in range(size)]
    predictions = [middle + draw.integer(-12, 12) for _ in times]
    outside = [value for value, count in zip(predictions, times, strict=True) if not count]
    inside = [value for value, count in zip(predictions, times, strict=True) if count]
    draw.require(2 <= len(outside) <= size - 2 and max(times) > 1 and len(set(predictions)) == size)
    value, ordered = sum(outside) / len(outside), sorted(predictions)
    weighted = sum(p * count for p, count in zip(predictions, times, strict=True)) / sum(times)
    return Draft(
        stem=f"{with_particle(target, '을/를')} 예측하는 배깅 회귀나무들이 한 행을 예측한 값과, 그 행이 나무마다의 부트스트랩 표본에 뽑힌 "
        f"횟수가 다음과 같다. 이 행의 OOB(out-of-bag) 예측값은? ({rounding(1)})",
        data=Table(
            columns=("나무", *(str(number) for number in range(1, size + 1))),
            rows=(("예측값", *predictions), ("뽑힌 횟수", *times)),
        ),
        key=compute(out_of_bag_mean, predictions=predictions, times=times),
        decimals=1,
        why="OOB 예측은 그 행이 표본에 한 번도 뽑히지 않은 나무들의 예측만 평균한 값이다.",
        wrongs=[
            Wrong(sum(predictions) / size, "모든 나무의 예측을 평균했습니다. 그 행으로 학습한 나무는 뺍니다."),
            Wrong(sum(inside) / len(inside), "그 행으로 학습한 나무들만 평균했습니다. OOB는 그 반대입니다."),
            Wrong(weighted, "뽑힌 횟수로 가중하여 평균했습니다. 뽑히지 않은 나무만 씁니다."),
            Wrong(sum(outside) / size, "뽑히지 않은 나무의 합을 전체 나무의 수로 나누었습니다."),
            Wrong((ordered[(size - 1) // 2] + ordered[size // 2]) / 2, "모든 나무의 예측의 중앙값을 구했습니다."),
            Wrong(max(outside), "뽑히지 않은 나무 가운데 가장 큰 예측을 답했습니다."),
            Wrong(min(outside), "뽑히지 않은 나무 가운데 가장 작은 예측을 답했습니다."),
        ],
        steps=[
            f"뽑힌 횟수가 0인 나무의 예측: {', '.join(map(str, outside))}",
            f"OOB 예측 = ({' + '.join(map(str, outside))})/{len(outside)} = {sum(outside)}/{len(outside)} = {show(value, 1)}",
        ],
    )
