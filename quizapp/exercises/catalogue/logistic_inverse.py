"""Logistic regression backwards: a probability after a change of the odds, and the value that gives a probability.

https://docs.scipy.org/doc/scipy/reference/generated/scipy.special.expit.html
https://docs.scipy.org/doc/scipy/reference/generated/scipy.special.logit.html
"""

from __future__ import annotations

from fractions import Fraction

from quizapp.exercises.catalogue.logistic_odds import SCENES
from quizapp.exercises.catalogue.loss_parts import ln
from quizapp.exercises.catalogue.wording import plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.korean import with_particle
from quizapp.numbers import show

_RATIOS = [Fraction(quarters, 4) for quarters in (1, 2, 3, 5, 6, 8, 9, 10, 12, 14, 16, 20)]
_PRINTED = [Fraction(2), Fraction(3), Fraction(4), Fraction(9), Fraction(7, 3), Fraction(3, 2)]
"""Odds whose logarithms are printed."""


def shifted_probability(p: float, odds_ratio: float) -> float:
    import numpy as np
    from scipy.special import expit, logit

    return float(expit(logit(p) + np.log(odds_ratio)))


def cutoff(coefficient: float, intercept: float, p: float) -> float:
    from scipy.special import logit

    return float((logit(p) - intercept) / coefficient)


def _shift_wrongs(p: Fraction, ratio: Fraction) -> list[Wrong]:
    """What people take for a probability after the odds were multiplied."""
    odds = p / (1 - p)
    return [
        Wrong(float(p * ratio), "확률에 오즈비를 곱했습니다. 오즈비는 오즈에 곱합니다."),
        Wrong(float(odds * ratio), "새 오즈를 확률로 바꾸지 않았습니다."),
        Wrong(float(p * ratio / (1 + p * ratio)), "확률을 오즈로 바꾸지 않고 오즈비를 곱하여 확률로 바꾸었습니다."),
        Wrong(float(odds / ratio / (1 + odds / ratio)), "오즈에 오즈비를 곱하지 않고 나누었습니다."),
        Wrong(float(ratio / (1 + ratio)), "처음 확률을 쓰지 않고 오즈비만 확률로 바꾸었습니다."),
        Wrong(float(odds), "처음 오즈를 답했습니다."),
        Wrong(float(1 - (1 - p) / ratio), "일어나지 않을 확률을 오즈비로 나누었습니다."),
        Wrong(float((odds + ratio) / (1 + odds + ratio)), "오즈에 오즈비를 곱하지 않고 더했습니다."),
    ]


@template("logistic.odds", "shifted", "오즈비만큼 바뀐 뒤의 확률")
def shifted(draw: Draw) -> Draft:
    """The probability after the odds were multiplied by an odds ratio."""
    scene = draw.pick(SCENES)
    _, words, unit = draw.pick(scene.columns)
    p = Fraction(draw.integer(10, 90), 100) if draw.is_extended else Fraction(draw.integer(2, 18), 20)
    ratio = Fraction(draw.integer(3, 60), 10) if draw.is_extended else draw.pick(_RATIOS)
    odds = p / (1 - p)
    new = odds * ratio
    draw.require(ratio != 1 and new < 20 and (draw.is_extended or (new / (1 + new)).denominator <= 25))
    before = float(show(float(odds), 3))
    after = float(show(before * float(ratio), 3))
    return Draft(
        stem=f"로지스틱 회귀에서 {with_particle(words, '이/가')} 1{unit} 늘 때 {scene.event}의 오즈비(odds ratio)는 {plain(ratio)}이다. "
        f"어느 {scene.who}의 {scene.event} 확률이 {plain(p)}일 때, 다른 값은 같고 {words}만 1{unit} 늘면 확률은? ({rounding(2)})",
        key=compute(shifted_probability, p=float(p), odds_ratio=float(ratio)),
        why="확률을 오즈 p/(1 − p)로 바꾸어 오즈비를 곱하고, 다시 확률 오즈/(1 + 오즈)로 바꾼다.",
        wrongs=within(_shift_wrongs(p, ratio), 0, 1),
        steps=[
            "오즈 = p/(1 − p)",
            f"처음 오즈 = {plain(p)}/{plain(1 - p)} = {plain(before)}",
            f"새 오즈 = {plain(before)}·{plain(ratio)} = {plain(after)}",
            f"새 확률 = {plain(after)}/{plain(1 + after)} = {show(float(new / (1 + new)), 2)}",
        ],
        by_hand=after / (1 + after),
    )


def _cutoff_wrongs(b: float, intercept: float, p: float) -> list[Wrong]:
    """What people take for the value at which the probability reaches *p*."""
    score = ln(p / (1 - p))
    return [
        Wrong(-intercept / b, "확률이 0.5가 되는 값을 구했습니다."),
        Wrong((p - intercept) / b, "확률을 로그 오즈로 바꾸지 않고 z에 그대로 넣었습니다."),
        Wrong((score + intercept) / b, "절편을 빼지 않고 더했습니다."),
        Wrong(score / b, "절편을 빠뜨렸습니다."),
        Wrong((-score - intercept) / b, "로그 오즈의 부호를 바꾸었습니다. 확률이 1 − p가 되는 값입니다."),
        Wrong((ln(p) - intercept) / b, "오즈가 아니라 확률의 로그를 넣었습니다."),
        Wrong((p / (1 - p) - intercept) / b, "오즈에 로그를 취하지 않고 z에 넣었습니다."),
    ]


@template("logistic.odds", "cutoff", "확률이 기준에 이르는 설명변수의 값")
def cutoff_of_probability(draw: Draw) -> Draft:
    """The value of the one column at which the probability reaches a threshold."""
    scene = draw.pick(SCENES)
    _, words, unit = draw.pick(scene.columns)
    p = draw.pick([0.1, 0.2, 0.25, 0.3, 0.4, 0.6, 0.7, 0.75, 0.8, 0.9])
    b = draw.integer(15, 90) / 100 if draw.is_extended else draw.integer(1, 9) / 10
    intercept = -draw.integer(20, 80) / 20 if draw.is_extended else -draw.integer(2, 10) / 2
    odds, score = Fraction(str(p)) / (1 - Fraction(str(p))), ln(p / (1 - p))
    x = (score - intercept) / b
    printed = [one for one in _PRINTED if one.denominator == 1 or one in {odds, 1 / odds}]
    helpers = ", ".join(f"ln({one}) = {show(ln(float(one)), 3)}" for one in printed)
    reached = with_particle(plain(p), "이/가")
    draw.require(1 <= x <= 40)
    return Draft(
        stem=f"{words}({unit})만으로 {scene.who}의 {scene.event} 확률을 구하는 로지스틱 회귀식이 "
        f"ln(p/(1 − p)) = {plain(intercept)} + {plain(b)}x이다. {scene.event} 확률이 {reached} 되는 x는? "
        f"(단, {helpers}이고, {rounding(1)})",
        key=compute(cutoff, coefficient=b, intercept=intercept, p=p),
        decimals=1,
        unit=unit,
        why="확률을 로그 오즈 ln(p/(1 − p))로 바꾸어 식에 넣고 x에 대하여 푼다.",
        wrongs=within(_cutoff_wrongs(b, intercept, p), 0, 200),
        steps=[
            f"p/(1 − p) = {plain(p)}/{plain(1 - p)}, ln(p/(1 − p)) = {plain(score)}",
            f"{plain(score)} = {plain(intercept)} + {plain(b)}x",
            f"x = ({plain(score)} + {plain(-intercept)})/{plain(b)} = {plain(score - intercept)}/{plain(b)} = {show(x, 1)}",
        ],
        by_hand=x,
    )
