"""What is decided by validation errors (numpy): a model and its generalisation gap, the one-standard-error rule, early stopping.

https://numpy.org/doc/stable/reference/generated/numpy.argmin.html
https://numpy.org/doc/stable/reference/generated/numpy.argmax.html
"""

from __future__ import annotations

from itertools import accumulate

from quizapp.exercises.catalogue.hypothesis_parts import compared
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show

_TREES = ("어느 쇼핑몰의 이탈 예측", "한 병원의 재입원 예측", "한 공장의 불량 예측", "한 물류센터의 지연 예측", "한 은행의 연체 예측")
_NETS = (
    "어느 쇼핑몰의 상품 영상 분류",
    "한 병원의 흉부 영상 판독",
    "한 공장의 센서 이상 탐지",
    "한 물류센터의 송장 문자 인식",
    "한 지자체의 민원 문장 분류",
)


def gap_of_best(training: list[float], validation: list[float]) -> float:
    import numpy as np

    best = np.argmin(validation)
    return float(np.subtract(validation, training)[best])


def error_allowed(errors: list[float], spreads: list[float]) -> float:
    import numpy as np

    best = np.argmin(errors)
    return float(np.add(errors, spreads)[best])


def last_epoch(losses: list[float], patience: int) -> float:
    import numpy as np

    waited = [epoch - np.argmin(losses[: epoch + 1]) for epoch in range(len(losses))]
    return float(1 + np.argmax(np.equal(waited, patience)))


def _gap_label(depth: int, gap: float) -> str:
    return f"깊이 {depth}, 격차 {show(gap, 1)}"


def _gap_wrongs(depths: list[int], training: list[int], validation: list[int], best: int) -> list[Wrong]:
    """Other depths with their gaps, and other differences."""
    chosen = depths[best]
    found = [(chosen, validation[best] - training[-1], "깊이는 맞지만, 모든 깊이에서 가장 작은 훈련 오차를 뺐습니다.")]
    for i, depth in enumerate(depths):
        if i != best:
            why = f"깊이 {depth}의 격차는 맞지만, 검증 오차가 가장 작은 깊이는 {chosen}입니다."
            found.append((depth, validation[i] - training[i], why))
        if i:
            step = f"깊이 {depths[i - 1]}에서 {depth}까지"
            found.append((depth, abs(validation[i] - validation[i - 1]), f"{step} 검증 오차가 바뀐 크기를 답했습니다."))
            found.append((depth, training[i - 1] - training[i], f"{step} 훈련 오차가 줄어든 크기를 답했습니다."))
    return [Wrong(value / 10, why, _gap_label(depth, value / 10)) for depth, value, why in found if value < 100]


@template("validate.errors", "gap", "검증 오차로 고른 깊이와 일반화 격차")
def gap(draw: Draw) -> Draft:
    """The depth with the least validation error, and the gap between its errors."""
    task, step, count = draw.pick(_TREES), 1 if draw.is_extended else 5, 5 if draw.is_extended else 4
    depths, best = sorted(draw.sample(range(1, 10), count)), draw.integer(0, count - 1)
    falls = [step * draw.integer(4, 40 // step) for _ in range(count - 1)]
    turns = [step * draw.integer(1, 3 if i < best else 25 // step) for i in range(count - 1)]
    training = [start := draw.integer(180, 260), *(start - fall for fall in accumulate(falls))]
    widens = [fall + turn if i >= best else max(0, fall - turn) for i, (fall, turn) in enumerate(zip(falls, turns, strict=True))]
    gaps = list(accumulate(widens, initial=draw.integer(3, 20)))
    validation = [t + one for t, one in zip(training, gaps, strict=True)]
    draw.require(validation.index(min(validation)) == best and min(training) >= 5 and max(gaps) < 100)
    draw.require(len(set(gaps)) == count and len(set(validation)) == count)
    chosen, key = depths[best], gaps[best] / 10
    return Draft(
        stem=f"{with_particle(task, '을/를')} 위한 의사결정나무의 깊이를 바꾸어 가며 오차를 구한 결과가 다음과 같다. 검증 오차가 가장 작은 "
        "깊이를 고를 때, 그 깊이와 일반화 격차(검증 오차 − 훈련 오차, %p)는?",
        data=Table(
            columns=("오차(%)", *(f"깊이 {depth}" for depth in depths)),
            rows=(("훈련", *(show(one / 10, 1) for one in training)), ("검증", *(show(one / 10, 1) for one in validation))),
        ),
        key=compute(gap_of_best, training=[one / 10 for one in training], validation=[one / 10 for one in validation]),
        decimals=1,
        label=_gap_label(chosen, key),
        why="모형은 검증 오차가 가장 작은 것으로 고른다. 훈련 오차는 복잡할수록 줄고, 격차가 크면 과대적합이다.",
        wrongs=compared(draw, f"깊이 {chosen}", key, _gap_wrongs(depths, training, validation, best)),
        steps=[
            f"검증 오차가 가장 작은 것은 깊이 {chosen}의 {show(validation[best] / 10, 1)}%이다.",
            f"격차 = {show(validation[best] / 10, 1)} − {show(training[best] / 10, 1)} = {show(key, 1)}%p",
        ],
    )


def _rule_label(name: str, limit: float) -> str:
    return f"{name}, 기준 {show(limit, 1)}%"


def _rule_wrongs(names: list[str], errors: list[int], spreads: list[int], best: int) -> list[Wrong]:
    """Other limits with the simplest models that they allow, and other models for the right limit."""
    least, limit = errors[best], errors[best] + spreads[best]

    def simplest(allowed: float) -> str:
        return next((name for name, error in zip(names, errors, strict=True) if error <= allowed), names[best])

    limits = [
        (least, "표준오차를 더하지 않고 가장 작은 오차를 기준으로 삼았습니다."),
        (least - spreads[best], "표준오차를 더하지 않고 뺐습니다."),
        (least + 2 * spreads[best], "표준오차의 2배를 더했습니다. 1-표준오차 규칙은 1배를 더합니다."),
        (least + max(spreads), "가장 큰 표준오차를 더했습니다. 오차가 가장 작은 모형의 표준오차를 더합니다."),
        (least + min(spreads), "가장 작은 표준오차를 더했습니다. 오차가 가장 작은 모형의 표준오차를 더합니다."),
        (least + spreads[0], "가장 단순한 모형의 표준오차를 더했습니다. 오차가 가장 작은 모형의 표준오차를 더합니다."),
    ]
    found = [(simplest(allowed), allowed, why) for allowed, why in limits]
    found.append((names[best], limit, "기준은 맞지만 오차가 가장 작은 모형을 골랐습니다. 기준 안에서 가장 단순한 모형을 고릅니다."))
    found.append((names[-1], limit, "기준은 맞지만 가장 복잡한 모형을 골랐습니다. 기준 안에서 가장 단순한 모형을 고릅니다."))
    found.append((names[0], limit, "기준은 맞지만 기준을 넘는 모형까지 보아 가장 단순한 모형을 골랐습니다."))
    return [Wrong(allowed / 10, why, _rule_label(name, allowed / 10)) for name, allowed, why in found]


@template("validate.errors", "one_standard_error", "1-표준오차 규칙으로 고른 모형")
def one_standard_error(draw: Draw) -> Draft:
    """The simplest model within one standard error of the least error."""
    task, count = draw.pick(_TREES), 5 if draw.is_extended else 4
    names = [f"모형 {'ABCDE'[i]}" for i in range(count)]
    best, step = draw.integer(1, count - 1), 1 if draw.is_extended else 2
    least = draw.integer(140, 240)
    rises = draw.sample(range(1, 15), count - 1)
    errors = [least + step * rise for rise in (*sorted(rises[:best], reverse=True), 0, *sorted(rises[best:]))]
    spreads = [step * draw.integer(3, 16) for _ in range(count)]
    limit = least + spreads[best]
    chosen = next(i for i, error in enumerate(errors) if error <= limit)
    draw.require(limit not in errors)
    return Draft(
        stem=f"{with_particle(task, '을/를')} 위한 모형을 단순한 것부터 차례로 교차 검증하여 평균 오차와 그 표준오차를 구한 결과가 다음과 "
        "같다. 1-표준오차 규칙(one-standard-error rule)으로 고른 모형과, 그때 허용하는 오차의 기준은?",
        data=Table(
            columns=("구분", *names),
            rows=(("평균 오차(%)", *(show(one / 10, 1) for one in errors)), ("표준오차(%p)", *(show(one / 10, 1) for one in spreads))),
        ),
        key=compute(error_allowed, errors=[one / 10 for one in errors], spreads=[one / 10 for one in spreads]),
        decimals=1,
        label=_rule_label(names[chosen], limit / 10),
        why="오차가 가장 작은 모형의 '오차 + 표준오차'를 기준으로, 오차가 그 안에 드는 모형 가운데 가장 단순한 것을 고른다.",
        wrongs=compared(draw, names[chosen], limit / 10, _rule_wrongs(names, errors, spreads, best)),
        steps=[
            f"오차가 가장 작은 것은 {names[best]}: {show(least / 10, 1)}%, 표준오차 {show(spreads[best] / 10, 1)}%p",
            f"기준 = {show(least / 10, 1)} + {show(spreads[best] / 10, 1)} = {show(limit / 10, 1)}%",
            f"단순한 것부터 보아 기준 안에 드는 첫 모형은 오차 {show(errors[chosen] / 10, 1)}%의 {names[chosen]}이다.",
        ],
    )


def _stop_label(stop: int, kept: int) -> str:
    return f"{stop}에폭에 멈춤, {kept}에폭의 모형"


def _stop_wrongs(draw: Draw, losses: list[int], patience: int, stop: int, best: int) -> list[Wrong]:
    """Other epochs to stop at, or to take the model from; epochs count from 1."""
    least = losses.index(min(losses)) + 1
    rises = [epoch for epoch in range(2, len(losses) + 1) if losses[epoch - 1] > losses[epoch - 2]]
    at_stop = draw.pick(
        [
            (stop, stop, "멈춘 에폭의 모형을 썼습니다. 검증 손실이 가장 작았던 모형으로 되돌립니다."),
            (stop, stop - 1, "멈추기 직전의 모형을 썼습니다. 검증 손실이 가장 작았던 모형으로 되돌립니다."),
        ]
    )
    found = [
        at_stop,
        (stop + 1, best, "한 에폭 늦게 멈추었습니다. 나아지지 않은 에폭가 인내심만큼 이어지면 바로 멈춥니다."),
        (stop - 1, best, "한 에폭 일찍 멈추었습니다. 가장 작은 손실의 다음 에폭부터 셉니다."),
        (best, best, "손실이 가장 작은 에폭에서 바로 멈추었습니다. 인내심만큼 더 기다립니다."),
        (rises[0], rises[0] - 1, "손실이 처음 커진 에폭에서 멈추었습니다. 인내심만큼 더 기다립니다."),
        (stop - 1, best - 1, "에폭를 0부터 세었습니다. 표의 에폭는 1부터 셉니다."),
        (stop + 1, best + 1, "에폭를 하나씩 밀려 세었습니다."),
        (len(losses), least, "조기 종료를 하지 않고 끝까지 학습했습니다."),
        (rises[min(patience, len(rises)) - 1], best, "손실이 커진 에폭를 이어지지 않아도 세었습니다. 나아지면 처음부터 다시 셉니다."),
    ]
    return [Wrong(one, why, _stop_label(one, kept)) for one, kept, why in found if 1 <= kept <= one <= len(losses)]


@template("validate.errors", "early_stop", "조기 종료의 에폭와 되돌릴 모형")
def early_stop(draw: Draw) -> Draft:
    """The epoch at which training stops by patience, and the one whose model is kept."""
    task, patience = draw.pick(_NETS), 3 if draw.is_extended else draw.integer(2, 3)
    step = 1 if draw.is_extended else 2
    losses = [draw.integer(70, 95)]
    for _ in range(8):
        losses.append(losses[-1] + step * draw.pick([-4, -3, -2, -1, 1, 2, 3]))
    waited = [epoch - losses.index(min(losses[: epoch + 1])) for epoch in range(9)]
    draw.require(patience in waited and min(losses) >= 10)
    stop = waited.index(patience) + 1
    best = stop - patience
    draw.require(best >= 2 and stop <= 8 and losses.count(losses[best - 1]) == losses.count(min(losses)) == 1)
    return Draft(
        stem=f"{with_particle(task, '을/를')} 위한 신경망을 학습하며 에폭마다 구한 검증 손실이 다음과 같다. 가장 작은 손실이 "
        f"{patience}에폭 동안 이어서 나아지지 않으면 멈추는 조기 종료(patience = {patience})를 쓰고 가장 좋았던 모형으로 되돌릴 때, "
        "멈추는 에폭와 되돌릴 모형은?",
        data=Table(columns=("에폭", *map(str, range(1, 10))), rows=(("검증 손실", *(show(loss / 100, 2) for loss in losses)),)),
        key=compute(last_epoch, losses=[loss / 100 for loss in losses], patience=patience),
        decimals=0,
        label=_stop_label(stop, best),
        why="가장 작은 손실이 나온 뒤로 인내심만큼의 에폭가 지나면 멈추고, 그때까지 가장 작은 손실의 모형을 쓴다.",
        wrongs=_stop_wrongs(draw, losses, patience, stop, best),
        steps=[
            f"{stop}에폭까지 가장 작은 손실은 {best}에폭의 {show(losses[best - 1] / 100, 2)}이다.",
            f"그 뒤 {patience}에폭({', '.join(show(loss / 100, 2) for loss in losses[best:stop])}) 동안 나아지지 않았다.",
            f"{best} + {patience} = {stop}에폭에 멈추고 {best}에폭의 모형으로 되돌린다.",
        ],
    )
