"""Bayes' theorem for a test: posterior by numpy, the base rate behind a posterior by `scipy.optimize.brentq`.

https://numpy.org/doc/stable/reference/generated/numpy.dot.html
https://docs.scipy.org/doc/scipy/reference/generated/scipy.optimize.brentq.html
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from itertools import product

from quizapp.exercises.catalogue.confusion_tables import HAND_DENOMINATOR, SCENES, Scene
from quizapp.exercises.catalogue.probability_parts import exact_text, quoted, quotient
from quizapp.exercises.catalogue.wording import plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.numbers import show


def posterior_of(prior: float, sensitivity: float, false_alarm: float) -> float:
    import numpy as np

    joint = np.array([prior, 1 - prior]) * np.array([sensitivity, false_alarm])
    return float(joint[0] / joint.sum())


def posterior_ratio(priors: list[float], sensitivity: float, false_alarm: float) -> float:
    import numpy as np

    hits = np.array(priors) * sensitivity
    posteriors = hits / (hits + (1 - np.array(priors)) * false_alarm)
    return float(posteriors[1] / posteriors[0])


def prior_behind(posterior: float, sensitivity: float, false_alarm: float) -> float:
    from scipy.optimize import brentq

    def excess(prior: float) -> float:
        return prior * sensitivity / (prior * sensitivity + (1 - prior) * false_alarm) - posterior

    return float(brentq(excess, 0.0001, 0.9999, xtol=1e-15))


def _posterior(prior: Fraction, sensitivity: Fraction, false_alarm: Fraction) -> Fraction:
    hits = prior * sensitivity
    return hits / (hits + (1 - prior) * false_alarm)


@cache
def _cases(*, extended: bool) -> list[tuple[Fraction, Fraction, Fraction]]:
    """Base rate, sensitivity and false alarm rate; on the paper those whose posterior is a hand fraction."""
    percents = (range(2, 31), range(70, 99, 2), range(2, 26, 3)) if extended else (range(5, 35, 5), range(60, 100, 5), range(5, 35, 5))
    cases = [(Fraction(p, 100), Fraction(s, 100), Fraction(f, 100)) for p, s, f in product(*percents)]
    return [case for case in cases if extended or _posterior(*case).denominator <= HAND_DENOMINATOR]


@cache
def _priors(sensitivity: Fraction, false_alarm: Fraction, *, extended: bool) -> list[Fraction]:
    """The base rates of the cases with these rates."""
    return [prior for prior, *rates in _cases(extended=extended) if rates == [sensitivity, false_alarm]]


def _premise(draw: Draw, scene: Scene, sensitivity: Fraction, false_alarm: Fraction) -> str:
    """The test's two rates in words; the false alarms as such or as the specificity."""
    to_positive, to_negative = (quoted(name, "으로/로") for name in (scene.positive, scene.negative))
    if draw.pick([True, False]):
        other = f"실제 '{scene.negative}'의 {plain(100 * false_alarm)}%를 {to_positive} 잘못 판정한다."
    else:
        other = f"실제 '{scene.negative}'의 {plain(100 - 100 * false_alarm)}%를 {to_negative} 맞게 판정한다."
    return f"{scene.model}은 실제 '{scene.positive}'의 {plain(100 * sensitivity)}%를 {to_positive} 맞게 판정하고, {other}"


@template("prob.bayes", "posterior", "양성 판정이 맞을 확률")
def posterior(draw: Draw) -> Draft:
    """The posterior probability of the positive class after a positive result."""
    scene, decimals = draw.pick(SCENES), 3 if draw.is_extended else 2
    prior, sensitivity, false_alarm = draw.pick(_cases(extended=draw.is_extended))
    hits, alarms = prior * sensitivity, (1 - prior) * false_alarm
    value = float(hits / (hits + alarms))
    judged = quoted(scene.positive, "으로/로")
    return Draft(
        stem=f"{_premise(draw, scene, sensitivity, false_alarm)} 판정 대상의 {plain(100 * prior)}%가 실제 '{scene.positive}'이다. {judged} "
        f"판정된 대상이 실제 '{scene.positive}'일 확률은? ({rounding(decimals)})",
        key=compute(posterior_of, prior=float(prior), sensitivity=float(sensitivity), false_alarm=float(false_alarm)),
        decimals=decimals,
        why="베이즈 정리: 맞게 판정된 양성의 몫을, 양성으로 판정된 전체(참양성과 위양성)로 나눈다.",
        wrongs=[
            Wrong(float(sensitivity), "조건을 바꾸어, 실제 양성이 양성으로 판정될 확률(민감도)을 답했습니다."),
            Wrong(float(hits), "실제 양성이면서 양성으로 판정될 결합확률입니다. 양성 판정의 확률로 나누어야 합니다."),
            Wrong(float(hits + alarms), "양성으로 판정될 확률입니다. 이것은 나누는 수입니다."),
            Wrong(float(sensitivity / (sensitivity + false_alarm)), "대상 가운데 실제 양성의 비율을 곱하지 않았습니다."),
            Wrong(1 - value, "양성으로 판정되었지만 실제는 음성일 확률을 구했습니다."),
            Wrong(float(prior), "판정을 보기 전의 비율(사전확률)을 답했습니다."),
            *within([Wrong(float(hits / alarms), "참양성을 위양성으로 나누었습니다. 이 값은 오즈입니다.")], 0, 1),
        ],
        steps=[
            f"실제 '{scene.positive}'이면서 {judged} 판정: {plain(prior)}·{plain(sensitivity)} = {plain(hits)}",
            f"실제 '{scene.negative}'인데 {judged} 판정: {plain(1 - prior)}·{plain(false_alarm)} = {plain(alarms)}",
            f"{judged} 판정될 확률 = {plain(hits)} + {plain(alarms)} = {plain(hits + alarms)}",
            f"사후확률 = {plain(hits)}/{plain(hits + alarms)} = {show(value, decimals)}",
        ],
    )


@template("prob.bayes", "base_rate", "사전확률이 바뀔 때 사후확률의 변화")
def base_rate(draw: Draw) -> Draft:
    """How many times the posterior becomes where the base rate changes."""
    scene, (first, sensitivity, false_alarm) = draw.pick(SCENES), draw.pick(_cases(extended=draw.is_extended))
    second = draw.pick(_priors(sensitivity, false_alarm, extended=draw.is_extended))
    draw.require(first < second)
    before, after = (_posterior(prior, sensitivity, false_alarm) for prior in (first, second))
    flagged = [prior * sensitivity + (1 - prior) * false_alarm for prior in (first, second)]
    value = float(after / before)
    return Draft(
        stem=f"{_premise(draw, scene, sensitivity, false_alarm)} 이 모형을 실제 '{scene.positive}'의 비율이 {plain(100 * first)}%인 "
        f"집단에서 {plain(100 * second)}%인 집단으로 옮겨 쓰면, {quoted(scene.positive, '으로/로')} 판정된 대상이 실제 "
        f"'{scene.positive}'일 확률은 몇 배가 되는가? ({rounding(2)})",
        key=compute(posterior_ratio, priors=[float(first), float(second)], sensitivity=float(sensitivity), false_alarm=float(false_alarm)),
        unit="배",
        why="민감도와 위양성률이 같아도 사후확률은 사전확률에 따라 달라지며, 오르는 배수는 사전확률의 배수보다 작다.",
        wrongs=[
            Wrong(float(second / first), "사전확률의 배수를 답했습니다. 분모인 양성 판정의 확률도 함께 바뀝니다."),
            Wrong(1.0, "민감도가 같으면 사후확률도 같다고 보았습니다. 사후확률은 사전확률에 따라 달라집니다."),
            Wrong(float(flagged[1] / flagged[0]), "양성으로 판정될 확률의 배수를 구했습니다."),
            Wrong(float(after - before), "두 사후확률의 차를 구했습니다. 물음은 배수입니다."),
            Wrong(float(before / after), "바꾸기 전의 값을 바꾼 뒤의 값으로 나누었습니다."),
            Wrong(float(after / (1 - after) * (1 - before) / before), "사후확률이 아니라 사후 오즈의 배수를 구했습니다."),
            Wrong(float((1 - before) / (1 - after)), "잘못 판정되었을 확률의 비를 구했습니다."),
        ],
        steps=[
            "사후확률 = 사전확률·민감도/(사전확률·민감도 + (1 − 사전확률)·위양성률)",
            *(
                f"{plain(100 * prior)}%일 때: {plain(prior * sensitivity)}/({plain(prior * sensitivity)} + "
                f"{plain((1 - prior) * false_alarm)}) = {exact_text(result)}"
                for prior, result in ((first, before), (second, after))
            ),
            f"배수 = {quotient(after, before)} = {show(value, 2)}",
        ],
    )


@template("prob.bayes", "prior", "사후확률에서 사전확률")
def prior_needed(draw: Draw) -> Draft:
    """The base rate behind an observed posterior."""
    scene, decimals = draw.pick(SCENES), 3 if draw.is_extended else 2
    sensitivity, false_alarm = (Fraction(5 * draw.integer(*ends), 100) for ends in ((12, 19), (1, 6)))
    after = Fraction(draw.integer(30, 90) if draw.is_extended else 5 * draw.integer(4, 18), 100)
    odds, ratio = after / (1 - after), sensitivity / false_alarm
    before = odds / ratio
    value = float(before / (1 + before))
    draw.require(0.03 < value < 0.6 and (draw.is_extended or (before / (1 + before)).denominator <= HAND_DENOMINATOR))
    return Draft(
        stem=f"{_premise(draw, scene, sensitivity, false_alarm)} 이 모형이 {quoted(scene.positive, '으로/로')} 판정한 것의 "
        f"{plain(100 * after)}%가 실제 '{scene.positive}'이었다면, 판정 대상 가운데 실제 '{scene.positive}'의 비율은? "
        f"(비율로 답하고, {rounding(decimals)})",
        key=compute(prior_behind, posterior=float(after), sensitivity=float(sensitivity), false_alarm=float(false_alarm)),
        decimals=decimals,
        why="사후 오즈 = 사전 오즈·가능도비(민감도/위양성률)이므로, 사후 오즈를 가능도비로 나누고 비율로 되돌린다.",
        wrongs=within(_prior_wrongs(after, sensitivity, false_alarm), 0, 1),
        steps=[
            "사후 오즈 = 사전 오즈·(민감도/위양성률)",
            f"사후 오즈 = {plain(after)}/{plain(1 - after)} = {exact_text(odds)}",
            f"가능도비 = {plain(sensitivity)}/{plain(false_alarm)} = {exact_text(ratio)}",
            f"사전 오즈 = {quotient(odds, ratio)} = {exact_text(before)}",
            f"비율 = 오즈/(1 + 오즈) = {quotient(before, 1 + before)} = {show(value, decimals)}",
        ],
    )


def _prior_wrongs(after: Fraction, sensitivity: Fraction, false_alarm: Fraction) -> list[Wrong]:
    """What people take for the prior behind the posterior *after*."""
    odds, ratio = after / (1 - after), sensitivity / false_alarm
    before = odds / ratio
    forward = _posterior(after, sensitivity, false_alarm)
    return [
        Wrong(float(before), "사전 오즈를 비율로 되돌리지 않았습니다. 비율은 오즈/(1 + 오즈)입니다."),
        Wrong(float(after / ratio), "사후확률을 오즈로 바꾸지 않고 가능도비로 나누었습니다."),
        Wrong(float(after * sensitivity), "사후확률에 민감도를 곱했습니다. 조건이 서로 반대인 두 확률입니다."),
        Wrong(float(forward), "사후확률을 사전확률로 넣어 한 번 더 갱신했습니다. 거꾸로 풀어야 합니다."),
        Wrong(float(1 / (1 + before)), "실제 음성의 비율을 구했습니다."),
        Wrong(float(after), "양성으로 판정된 것 가운데의 비율을 전체의 비율로 보았습니다."),
        Wrong(float(odds * false_alarm / (1 + odds * false_alarm)), "가능도비 대신 위양성률만 곱했습니다. 민감도로도 나누어야 합니다."),
        Wrong(float(after * false_alarm), "사후확률에 위양성률을 곱했습니다. 오즈로 바꾸어 가능도비로 나눕니다."),
    ]
