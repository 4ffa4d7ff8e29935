"""Other losses of classifiers: hinge (`hinge_loss`), Brier (`brier_score_loss`) and focal loss (numpy; no library has it).

https://scikit-learn.org/stable/modules/generated/sklearn.metrics.hinge_loss.html
https://scikit-learn.org/stable/modules/generated/sklearn.metrics.brier_score_loss.html
https://numpy.org/doc/stable/reference/generated/numpy.log.html
"""

from __future__ import annotations

from math import log, sqrt
from typing import TYPE_CHECKING

from quizapp.exercises.catalogue.loss_parts import (
    EVENTS,
    both_sides,
    forecasts,
    ln,
    mean_of,
    mixed_labels,
    plain,
    printed_losses,
    right_side,
    sum_text,
)
from quizapp.exercises.catalogue.probability_parts import raised
from quizapp.exercises.computation import compute
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show

if TYPE_CHECKING:
    from quizapp.exercises.draw import Draw


def mean_hinge(labels: list[int], decisions: list[float]) -> float:
    """Mean hinge loss of labels −1 and 1."""
    from sklearn.metrics import hinge_loss

    return float(hinge_loss(labels, decisions))


def brier_score(labels: list[int], probabilities: list[float]) -> float:
    """Mean squared error of the probabilities."""
    from sklearn.metrics import brier_score_loss

    return float(brier_score_loss(labels, probabilities))


def focal_loss(labels: list[int], probabilities: list[float], gamma: float) -> float:
    """Mean focal loss without class weights."""
    import numpy as np

    right = np.where(np.array(labels) == 1, probabilities, 1 - np.array(probabilities))
    return float(np.mean(-((1 - right) ** gamma) * np.log(right)))


def _table(event: str, labels: list[int], name: str, values: list[float]) -> Table:
    columns = ("관측", *(str(number) for number in range(1, len(labels) + 1)))
    return Table(columns=columns, rows=((f"실제 {event}", *labels), (name, *values)))


@template("loss.classification", "hinge", "결정값에서 힌지 손실")
def hinge(draw: Draw) -> Draft:
    """The mean hinge loss of labels −1 and 1 and decision values."""
    who, event = draw.pick(EVENTS)
    size = draw.integer(5, 6) if draw.is_extended else 4
    labels = [2 * label - 1 for label in mixed_labels(draw, size)]
    step = 0.05 if draw.is_extended else 0.1
    margins = [
        draw.multiple(1.1, 2, step),
        -draw.multiple(0.2, 1.2, step),
        *(draw.multiple(0.2, 1.8, step) for _ in range(size - 2)),
    ]
    margins = draw.shuffled(margins)
    decisions = [round(label * margin, 2) for label, margin in zip(labels, margins, strict=True)]
    losses = [round(max(0, 1 - margin), 2) for margin in margins]
    total = round(sum(losses), 2)
    return Draft(
        stem=f"{with_particle(who.format(size), '을/를')} 서포트 벡터 머신으로 분류한 결정값 f(x)와 실제 결과(1 = {event}, −1 = 아님)가 "
        "다음과 같다. 힌지(hinge) 손실의 평균은? (소수 셋째 자리에서 반올림)",
        data=_table(event, labels, "결정값 f(x)", decisions),
        key=compute(mean_hinge, labels=labels, decisions=decisions),
        why="힌지 손실은 max(0, 1 − y·f(x))의 평균이다. 여백 1을 넘겨 맞힌 관측의 손실은 0이다.",
        wrongs=_hinge_wrongs(labels, decisions, margins, total),
        steps=[
            "손실 = max(0, 1 − y·f(x))",
            f"y·f(x) = {', '.join(plain(margin) for margin in margins)}",
            f"손실 = {', '.join(plain(loss) for loss in losses)}",
            f"평균 = {plain(total)}/{size} = {show(total / size, 2)}",
        ],
    )


def _hinge_wrongs(labels: list[int], decisions: list[float], margins: list[float], total: float) -> list[Wrong]:
    size = len(margins)
    positive = [loss for loss in (1 - margin for margin in margins) if loss > 1e-9]
    missed = [1 - margin for margin in margins if margin < 0]
    return [
        Wrong(mean_of([1 - m for m in margins]), "음수를 0으로 자르지 않았습니다. 여백을 넘긴 관측의 손실은 0입니다."),
        Wrong(mean_of([max(0, -m) for m in margins]), "여백 1을 빼고 퍼셉트론 손실을 구했습니다."),
        Wrong(mean_of([max(0, 1 - f) for f in decisions]), "실제 값 y를 곱하지 않았습니다."),
        Wrong(total, "손실의 합입니다. 관측 수로 나누어야 평균입니다."),
        Wrong(mean_of([max(0, 1 - m) ** 2 for m in margins]), "제곱 힌지 손실을 구했습니다."),
        Wrong(len(missed) / size, "0–1 손실(오분류율)을 구했습니다. 힌지는 여백이 모자란 만큼 셉니다."),
        Wrong(sum(missed) / size, "틀린 관측만 셌습니다. 맞혀도 여백이 1보다 작으면 손실이 있습니다."),
        Wrong(total / len(positive), "손실이 0인 관측을 빼고 평균했습니다."),
        Wrong(mean_of([abs(y - f) for y, f in zip(labels, decisions, strict=True)]), "y와 f(x)의 차를 평균했습니다."),
    ]


@template("loss.classification", "brier", "확률 예보의 브라이어 점수")
def brier(draw: Draw) -> Draft:
    """The Brier score of a table of labels and probabilities."""
    who, event = draw.pick(EVENTS)
    size = draw.integer(5, 6) if draw.is_extended else draw.integer(4, 5)
    labels = mixed_labels(draw, size)
    given = forecasts(draw, labels, 20 if draw.is_extended else 10)
    gaps = [round(1 - right_side(label, p), 2) for label, p in zip(labels, given, strict=True)]
    total = round(sum(gap**2 for gap in gaps), 4)
    squares = [plain(gap**2) for gap in gaps]
    return Draft(
        stem=f"{with_particle(who.format(size), '을/를')} 두고 모형이 낸 {event} 확률과 실제 결과(1 = {event})가 다음과 같다. 브라이어 점수"
        "(Brier score, 양성 확률 기준)는? (소수 셋째 자리에서 반올림)",
        data=_table(event, labels, f"{event} 확률", given),
        key=compute(brier_score, labels=labels, probabilities=given),
        why="브라이어 점수는 양성 확률과 실제 값(0, 1)의 차를 제곱하여 평균한 것이며, 작을수록 좋다.",
        wrongs=_brier_wrongs(labels, given, gaps, total),
        steps=[
            "브라이어 점수 = Σ(p − y)²/n",
            f"|p − y| = {', '.join(map(plain, gaps))}",
            f"제곱의 합 = {sum_text(squares)} = {plain(total)}",
            f"평균 = {plain(total)}/{size} = {show(total / size, 2)}",
        ],
    )


def _brier_wrongs(labels: list[int], given: list[float], gaps: list[float], total: float) -> list[Wrong]:
    size = len(gaps)
    positives = sum(gap**2 for label, gap in zip(labels, gaps, strict=True) if label)
    return [
        Wrong(mean_of(gaps), "절대 오차를 평균했습니다. 브라이어 점수는 제곱을 평균합니다."),
        Wrong(sqrt(total / size), "제곱근을 씌웠습니다. 브라이어 점수는 제곱의 평균 그대로입니다."),
        Wrong(total, "제곱의 합입니다. 관측 수로 나누어야 합니다."),
        Wrong(total / size / 2, "½을 곱했습니다. 브라이어 점수에는 ½이 없습니다."),
        Wrong(2 * total / size, "두 범주의 제곱을 모두 더했습니다. 물음은 양성 확률만 씁니다."),
        Wrong(positives / size, "실제가 1인 관측만 더했습니다. 0인 관측의 p²도 더합니다."),
        Wrong(positives / sum(labels), "실제가 1인 관측만 평균했습니다. 0인 관측의 p²도 셉니다."),
        Wrong(mean_of([(1 - p) ** 2 for p in given]), "실제가 0인 관측에도 (1 − p)²을 썼습니다."),
        Wrong(mean_of([-log(1 - gap) for gap in gaps]), "로그 손실을 구했습니다. 브라이어 점수는 제곱 오차입니다."),
        Wrong(sum(gap > 0.5 for gap in gaps) / size, "임계값 0.5의 오분류율을 구했습니다."),
    ]


@template("loss.classification", "focal", "불균형 분류의 초점 손실")
def focal(draw: Draw) -> Draft:
    """The mean focal loss, which lowers the weight of easy rows."""
    who, event = draw.pick(EVENTS)
    size = 4 if draw.is_extended else 3
    gamma = draw.pick([1, 2, 3]) if draw.is_extended else 2
    labels = mixed_labels(draw, size)
    given = forecasts(draw, labels, 20 if draw.is_extended else 10)
    right = [right_side(label, p) for label, p in zip(labels, given, strict=True)]
    losses = [float(show(-((1 - p) ** gamma) * ln(p), 4)) for p in right]
    weights = [plain((1 - p) ** gamma) for p in right]
    terms = [f"{w} × {show(-ln(p), 3)} = {plain(x)}" for w, p, x in zip(weights, right, losses, strict=True)]
    return Draft(
        stem=f"{event} 사례가 드문 자료에서 {with_particle(who.format(size), '을/를')} 두고 모형이 낸 {event} 확률과 실제 결과(1 = {event})"
        f"가 다음과 같다. 초점 손실(focal loss, γ = {gamma}, α 가중치 없음, 자연로그)의 평균은? "
        f"(단, {printed_losses(both_sides(given))}이고, 소수 넷째 자리에서 반올림)",
        data=_table(event, labels, f"{event} 확률", given),
        key=compute(focal_loss, labels=labels, probabilities=given, gamma=gamma),
        decimals=3,
        why="초점 손실은 −ln p에 (1 − p)^γ을 곱하여, 이미 잘 맞힌 관측의 무게를 줄인다. p는 실제 일어난 쪽의 확률이다.",
        wrongs=_focal_wrongs(given, right, gamma),
        steps=[
            "손실 = −(1 − p)^γ·ln p (p는 실제 일어난 쪽의 확률)",
            f"p = {', '.join(map(str, right))}, {raised('(1 − p)', gamma)} = {', '.join(weights)}",
            *terms,
            f"평균 = ({sum_text(map(plain, losses))})/{size} = {show(mean_of(losses), 3)}",
        ],
        by_hand=mean_of(losses),
    )


def _focal_wrongs(given: list[float], right: list[float], gamma: int) -> list[Wrong]:
    losses = [-((1 - p) ** gamma) * log(p) for p in right]
    return [
        Wrong(mean_of([-log(p) for p in right]), "교차 엔트로피를 구했습니다. (1 − p)^γ을 곱해야 합니다."),
        Wrong(mean_of([-(p**gamma) * log(p) for p in right]), "(1 − p)^γ이 아니라 p^γ을 곱했습니다. 쉬운 관측이 더 무거워집니다."),
        Wrong(mean_of([-gamma * (1 - p) * log(p) for p in right]), "(1 − p)에 γ를 거듭제곱하지 않고 곱했습니다."),
        Wrong(mean_of([-((1 - p) ** gamma) * log(p) for p in given]), "실제가 0인 관측에도 양성 확률을 썼습니다."),
        Wrong(sum(losses), "손실의 합입니다. 관측 수로 나누어야 평균입니다."),
        Wrong(mean_of([(1 - p) ** gamma for p in right]), "무게 (1 − p)^γ만 평균하고 −ln p를 곱하지 않았습니다."),
        Wrong(mean_of([-((1 - p) ** (gamma + 1)) * log(p) for p in right]), "거듭제곱을 한 번 더 했습니다. 지수는 γ입니다."),
        Wrong(mean_of([-p * (1 - p) ** gamma * log(p) for p in right]), "확률 p를 한 번 더 곱했습니다."),
        Wrong(mean_of(losses) / log(2), "로그의 밑을 2로 썼습니다. 물음은 자연로그입니다."),
    ]
