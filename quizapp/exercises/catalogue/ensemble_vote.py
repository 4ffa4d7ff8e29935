"""What a committee of models gains: the majority's accuracy and the soft vote.

https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.binom.html
https://numpy.org/doc/stable/reference/generated/numpy.average.html
https://numpy.org/doc/stable/reference/generated/numpy.polymul.html
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import comb

from quizapp.exercises.catalogue.probability_parts import power
from quizapp.exercises.catalogue.wording import plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show

_TASKS = (
    ("한 공장의 불량 판정", ("불량", "양품")),
    ("어느 쇼핑몰의 이탈 예측", ("이탈", "유지")),
    ("한 병원의 재입원 예측", ("재입원", "회복")),
    ("한 물류센터의 지연 예측", ("지연", "정시")),
    ("한 지자체의 부정수급 판정", ("부정", "적정")),
)


def majority_accuracy(models: int, accuracy: float) -> float:
    from scipy.stats import binom

    return float(binom.sf(models // 2, models, accuracy))


def majority_error(models: int, accuracy: float) -> float:
    from scipy.stats import binom

    return float(binom.cdf(models // 2, models, accuracy))


def majority_of_three(accuracies: list[float]) -> float:
    import numpy as np

    first, second, third = ([p, 1 - p] for p in accuracies)
    by_errors = np.polymul(np.polymul(first, second), third)
    return float(by_errors[:2].sum())


def error_of_three(accuracies: list[float]) -> float:
    import numpy as np

    first, second, third = ([p, 1 - p] for p in accuracies)
    by_errors = np.polymul(np.polymul(first, second), third)
    return float(by_errors[2:].sum())


def _turned(wrongs: list[Wrong], *, is_error: bool) -> list[Wrong]:
    """The misconceptions of an accuracy, or those of the error that it leaves; never certainty."""
    found = [Wrong(1 - wrong.value, wrong.why) for wrong in wrongs] if is_error else wrongs
    return within(found, 0.005, 0.994)


def soft_vote(probabilities: list[list[float]], weights: list[int]) -> float:
    import numpy as np

    return float(np.average(probabilities, axis=0, weights=weights).max())


def _majority_wrongs(models: int, p: float) -> list[Wrong]:
    """What people take for the accuracy of a majority."""
    need = models // 2 + 1
    terms = {k: comb(models, k) * p**k * (1 - p) ** (models - k) for k in range(models + 1)}
    bare = sum(p**k * (1 - p) ** (models - k) for k in range(need, models + 1))
    right = sum(terms[k] for k in range(need, models + 1))
    return [
        Wrong(p, "모형 하나의 값을 그대로 답했습니다."),
        Wrong(p**models, "모든 모형이 맞아야 한다고 보았습니다. 과반이 맞으면 됩니다."),
        Wrong(1 - (1 - p) ** models, "하나라도 맞으면 된다고 보았습니다. 과반이 맞아야 합니다."),
        Wrong(terms[need], f"꼭 {need}개만 맞는 경우를 셌습니다. 그보다 많이 맞는 경우도 더합니다."),
        Wrong(bare, "어느 모형이 맞는지를 고르는 조합의 수를 곱하지 않았습니다."),
        Wrong(1 - right, "정확도와 오류율을 바꾸어 답했습니다."),
        Wrong(p**need, f"정해진 {need}개가 맞는 경우만 셌습니다."),
        Wrong(1 - (1 - p) ** need, f"정해진 {need}개가 모두 틀리지만 않으면 된다고 보았습니다."),
    ]


@template("ensemble.vote", "majority", "독립인 모형들의 다수결 정확도와 오류율")
def majority(draw: Draw) -> Draft:
    """The accuracy or the error of a majority of equally accurate independent models."""
    task, _ = draw.pick(_TASKS)
    models = draw.pick([5, 5, 7]) if draw.is_extended else 3
    p, is_error = draw.integer(55, 93) / 100, draw.pick([True, False])
    need, q = models // 2 + 1, round(1 - p, 2)
    shown = [float(show(comb(models, k) * p**k * q ** (models - k), 4)) for k in range(need, models + 1)]
    powers = [f"{comb(models, k)}·{power(p, k)}·{power(q, models - k)}" for k in range(need, models)]
    right = sum(shown)
    last = f"오류율 = 1 − {plain(right)} = {show(1 - right, 2)}"
    return Draft(
        stem=f"{with_particle(task, '을/를')} 하는 이진 분류 모형 {models}개의 정확도는 모두 {plain(p)}이고, 맞고 틀림은 서로 독립이다. "
        f"다수결(하드 보팅)의 {'오류율은' if is_error else '정확도는'}? ({rounding(2)})",
        key=compute(majority_error if is_error else majority_accuracy, models=models, accuracy=p),
        why="다수결은 과반의 모형이 맞을 때 맞으므로, 그 정확도는 이항분포에서 과반 이상이 맞을 확률이다.",
        wrongs=_turned(_majority_wrongs(models, p), is_error=is_error),
        steps=[
            f"다수결이 맞으려면 {models}개 가운데 {need}개 이상이 맞아야 한다.",
            *(
                f"{k}개: {formula} = {plain(value)}"
                for k, formula, value in zip(range(need, models + 1), [*powers, power(p, models)], shown, strict=True)
            ),
            f"정확도 = {' + '.join(map(plain, shown))} = {plain(right) if is_error else show(right, 2)}",
            *([last] if is_error else []),
        ],
        by_hand=1 - right if is_error else right,
    )


def _three_wrongs(ps: Sequence[Fraction]) -> list[Wrong]:
    """What people take for the accuracy of a majority of three unequal models."""
    a, b, c = ps
    mean = sum(ps, Fraction(0)) / 3
    two = a * b * (1 - c) + a * c * (1 - b) + b * c * (1 - a)
    return [
        Wrong(float(mean), "세 모형의 값을 평균했습니다."),
        Wrong(float(max(ps)), "가장 정확한 모형의 값을 답했습니다."),
        Wrong(float(a * b * c), "셋 다 맞는 경우만 셌습니다. 둘만 맞아도 됩니다."),
        Wrong(float(two), "둘만 맞는 경우만 셌습니다. 셋 다 맞는 경우도 더합니다."),
        Wrong(float(1 - (1 - a) * (1 - b) * (1 - c)), "하나라도 맞으면 된다고 보았습니다. 둘 이상이 맞아야 합니다."),
        Wrong(float(1 - two - a * b * c), "정확도와 오류율을 바꾸어 답했습니다."),
        Wrong(float(sorted(ps)[1]), "가운데 모형의 값을 답했습니다."),
        Wrong(float(max(a * b, a * c, b * c)), "가장 정확한 두 모형이 모두 맞는 경우만 셌습니다."),
    ]


@template("ensemble.vote", "three", "정확도가 다른 세 모형의 다수결 정확도와 오류율")
def three(draw: Draw) -> Draft:
    """The accuracy or the error of a majority of three independent models that differ."""
    task, _ = draw.pick(_TASKS)
    grid, is_error = 50 if draw.is_extended else 20, draw.pick([True, False])
    ps = [Fraction(draw.integer(grid // 2 + 1, grid - 1), grid) for _ in range(3)]
    a, b, c = ps
    draw.require(len(set(ps)) == 3)
    terms = [(a, b, 1 - c), (a, 1 - b, c), (1 - a, b, c), (a, b, c)]
    values = [float(show(float(x * y * z), 4)) for x, y, z in terms]
    names, right = ("A, B만", "A, C만", "B, C만", "셋 다"), sum(values)
    return Draft(
        stem=f"{with_particle(task, '을/를')} 하는 모형 A, B, C의 정확도는 {plain(a)}, {plain(b)}, {plain(c)}이고 맞고 틀림은 독립이다. "
        f"셋의 다수결 {'오류율은' if is_error else '정확도는'}? ({rounding(2)})",
        key=compute(error_of_three if is_error else majority_of_three, accuracies=list(map(float, ps))),
        why="다수결은 셋 가운데 둘 이상이 맞을 때 맞으므로, 둘만 맞는 세 경우와 셋 다 맞는 경우의 확률을 더한다.",
        wrongs=_turned(_three_wrongs(ps), is_error=is_error),
        steps=[
            *(f"{n} 맞음: {plain(x)}·{plain(y)}·{plain(z)} = {plain(v)}" for n, (x, y, z), v in zip(names, terms, values, strict=True)),
            f"정확도 = {' + '.join(map(plain, values))} = {plain(right) if is_error else show(right, 2)}",
            *([f"오류율 = 1 − {plain(right)} = {show(1 - right, 2)}"] if is_error else []),
        ],
        by_hand=1 - right if is_error else right,
    )


def _vote(name: str, value: float) -> str:
    return f"{name}, {show(value, 2)}"


def _vote_wrongs(draw: Draw, first: Sequence[Fraction], weights: Sequence[int], names: Sequence[str], best: int) -> list[Wrong]:
    """Other classes and other values; only one of them names the right class. *first*: the first class's probabilities."""
    total = sum(weights)
    weighted = sum((w * p for w, p in zip(weights, first, strict=True)), Fraction(0)) / total
    flat = sum(first, Fraction(0)) / len(first)
    heaviest = first[weights.index(max(weights))]
    votes = Fraction(sum(p > Fraction(1, 2) for p in first), len(first))
    found = []
    for place, name in enumerate(names):
        own = [
            (name, votes if place == 0 else 1 - votes, f"확률이 아니라 '{name}'에 투표한 모형의 비율(하드 보팅)을 구했습니다."),
            (name, flat if place == 0 else 1 - flat, f"가중치를 쓰지 않고 '{name}'의 확률을 단순 평균했습니다."),
            (name, heaviest if place == 0 else 1 - heaviest, f"가중치가 가장 큰 모형의 '{name}' 확률만 썼습니다."),
            (name, max(first) if place == 0 else 1 - min(first), f"'{name}'의 확률 가운데 가장 큰 값을 썼습니다."),
        ]
        if place == best:
            found += draw.sample(own, 1)
        else:
            right = weighted if place == 0 else 1 - weighted
            found += [(name, right, f"'{name}'의 가중 평균은 맞지만, 더 높은 클래스를 골라야 합니다."), *own]
    return [Wrong(float(value), why, _vote(name, float(value))) for name, value, why in found]


@template("ensemble.vote", "soft", "가중 소프트 보팅의 판정", version=2)
def soft(draw: Draw) -> Draft:
    """What a weighted soft vote decides, against the majority of the models."""
    task, names = draw.pick(_TASKS)
    size = 5 if draw.is_extended else 3
    weights, grid = [draw.integer(1, 5) for _ in range(size)], 100 if draw.is_extended else 20
    total = sum(weights)
    draw.require(len(set(weights)) > 1 and (draw.is_extended or total in {4, 5, 8, 10}))
    leans = [2 * draw.integer(grid // 20, grid - grid // 20) - grid for _ in range(size)]  # above 0 for the first class
    lean = sum(w * one for w, one in zip(weights, leans, strict=True))
    draw.require((sum(one > 0 for one in leans) > size / 2) != (lean > 0) and all(leans) and 25 * abs(lean) > grid * total)
    first, best = [Fraction(grid + one, 2 * grid) for one in leans], 0 if lean > 0 else 1
    weighted = Fraction(1, 2) + Fraction(lean, 2 * grid * total)
    value = weighted if best == 0 else 1 - weighted
    shares = first if best == 0 else [1 - p for p in first]
    terms = " + ".join(f"{w}·{plain(p)}" for w, p in zip(weights, shares, strict=True))
    rows = tuple((f"모형 {n}", w, float(p), float(1 - p)) for n, (w, p) in enumerate(zip(weights, first, strict=True), 1))
    return Draft(
        stem=f"{with_particle(task, '을/를')} 하는 모형 {size}개가 한 사례에 준 확률과 가중치가 다음과 같다. "
        f"가중 소프트 보팅으로 판정한 클래스와 그 확률은? ({rounding(2)})",
        data=Table(columns=("모형", "가중치", *names), rows=rows),
        key=compute(soft_vote, probabilities=[[float(p), float(1 - p)] for p in first], weights=weights),
        label=_vote(names[best], float(value)),
        why="소프트 보팅은 모형들의 확률을 (가중) 평균하여 가장 큰 클래스를 고르므로, 다수결과 다를 수 있다.",
        wrongs=_vote_wrongs(draw, first, weights, names, best),
        steps=[
            f"가중치의 합 = {total}",
            f"'{names[best]}' = ({terms})/{total} = {show(float(value), 2)}",
            f"'{names[1 - best]}' = 1 − {show(float(value), 2)} = {show(1 - float(value), 2)}",
            f"확률이 더 큰 클래스는 '{names[best]}'이다.",
        ],
    )
