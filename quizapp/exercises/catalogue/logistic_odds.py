"""A logistic regression's output read: probability and decision (`scipy.special.expit`), factor of the odds (`numpy.exp`).

https://docs.scipy.org/doc/scipy/reference/generated/scipy.special.expit.html
https://numpy.org/doc/stable/reference/generated/numpy.exp.html
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import exp
from typing import NamedTuple

from quizapp.exercises.catalogue.wording import inside, plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.korean import with_particle
from quizapp.numbers import rounded, show


class Scene(NamedTuple):
    """Who is judged, which event is predicted and its absence, and by what: name in an output, words, unit."""

    who: str
    event: str
    absence: str
    columns: tuple[tuple[str, str, str], tuple[str, str, str]]


SCENES = (
    Scene("쇼핑몰 고객", "이탈", "유지", (("gap", "방문 간격", "주"), ("claims", "문의 건수", "건"))),
    Scene("퇴원 환자", "재입원", "회복", (("stays", "입원 횟수", "회"), ("drugs", "복용 약", "종"))),
    Scene("부품", "불량", "양품", (("heat", "과열 시간", "시간"), ("age", "금형 사용", "개월"))),
    Scene("택배", "지연", "정시", (("rain", "강수량", "cm"), ("stops", "경유지", "곳"))),
    Scene("민원", "재접수", "종결", (("wait", "처리 기간", "주"), ("steps", "처리 단계", "개"))),
)


def probability(coefficients: list[float], intercept: float, x: list[float]) -> float:
    import numpy as np
    from scipy.special import expit

    return float(expit(intercept + np.dot(coefficients, x)))


def odds_factor(coefficient: float, change: float) -> float:
    import numpy as np

    return float(np.exp(coefficient * change))


def _power(z: float) -> float:
    """e^z as a paper prints it: four significant digits at most."""
    value = exp(z)
    return float(rounded(value, 3 if value < 10 else 2))


def _printed(exponents: Iterable[float]) -> str:
    """The helper values, rising by the exponent."""
    return ", ".join(f"e^({plain(z)}) = {plain(_power(z))}" for z in sorted({round(z, 6) for z in exponents}))


def _output(columns: Sequence[tuple[str, str, str]], coefficients: Sequence[float], intercept: float) -> str:
    """The coefficients as a program prints them."""
    lines = [("const", intercept), *((name, value) for (name, _, _), value in zip(columns, coefficients, strict=True))]
    return "\n".join([f"{'':<8}{'coef':>10}", *(f"{name:<8}{show(value, 2):>10}" for name, value in lines)])


def _legend(scene: Scene) -> str:
    """What the output's names stand for."""
    return ", ".join(f"{name}: {words}" for name, words, _ in scene.columns)


class _Case(NamedTuple):
    """A model of two columns and one row."""

    coefficients: tuple[float, float]
    intercept: float
    x: tuple[int, int]

    @property
    def z(self) -> float:
        """The linear predictor."""
        return round(self.intercept + sum(b * x for b, x in zip(self.coefficients, self.x, strict=True)), 6)

    @property
    def text(self) -> str:
        """The linear predictor as a sum."""
        terms = [f"{inside(b)}·{x}" for b, x in zip(self.coefficients, self.x, strict=True)]
        return f"{plain(self.intercept)} + {terms[0]} + {terms[1]} = {plain(self.z)}"


def _draw_case(draw: Draw, largest: float) -> _Case:
    """A model with even coefficients and a row whose linear predictor is not zero and at most *largest*."""
    grid = 20 if draw.is_extended else 10
    coefficients = draw.integer(2, grid * 9 // 10) / grid, draw.pick([1, -1]) * draw.integer(2, grid * 9 // 10) / grid
    x = draw.integer(1, 8), draw.integer(1, 6)
    intercept = -draw.integer(grid // 2, grid * 4) / grid
    case = _Case(coefficients, intercept, x)
    draw.require(0.15 <= abs(case.z) <= largest and abs(coefficients[0]) != abs(coefficients[1]))
    return case


def _probability_wrongs(case: _Case) -> list[Wrong]:
    """What people take for the probability of a row."""
    z, odds = case.z, _power(case.z)
    bare = _power(round(z - case.intercept, 6))
    return [
        Wrong(odds, "오즈 e^z까지만 구했습니다. 확률은 오즈/(1 + 오즈)입니다."),
        Wrong(1 / odds, "e^(−z)을 확률로 답했습니다."),
        Wrong(1 / (1 + odds), "부호를 바꾸어 일어나지 않을 확률을 구했습니다."),
        Wrong(bare / (1 + bare), "절편을 빠뜨리고 z를 구했습니다."),
        Wrong(z, "선형 결합 z를 그대로 확률로 보았습니다. 시그모이드를 거쳐야 합니다."),
        Wrong(1 - odds, "1에서 오즈를 뺐습니다."),
        Wrong((1 + z) / 2, "z를 직선으로 옮겨 (1 + z)/2로 보았습니다."),
        Wrong((odds - 1 / odds) / (odds + 1 / odds), "시그모이드 대신 쌍곡탄젠트를 썼습니다."),
    ]


@template("logistic.odds", "probability", "로지스틱 회귀의 출력에서 확률")
def probability_of_row(draw: Draw) -> Draft:
    """The probability of a row from a printed model."""
    scene, case, decimals = draw.pick(SCENES), _draw_case(draw, 2.5), 3 if draw.is_extended else 2
    (_, first, unit), (_, second, other) = scene.columns
    z, odds = case.z, _power(case.z)
    exponents = {z, -z, round(z - case.intercept, 6), 1.0}
    draw.require(max(map(abs, exponents)) < 6)
    return Draft(
        stem=f"{scene.who}의 {with_particle(scene.event, '을/를')} 예측하는 로지스틱 회귀의 출력이 다음과 같다"
        f"({_legend(scene)}). {first} {case.x[0]}{unit}, {second} {case.x[1]}{other}인 경우 {scene.event} 확률은? "
        f"(단, {_printed(exponents)}이고, {rounding(decimals)})",
        data=_output(scene.columns, case.coefficients, case.intercept),
        key=compute(probability, coefficients=list(case.coefficients), intercept=case.intercept, x=list(case.x)),
        decimals=decimals,
        why="선형 결합 z를 구하고, 확률 p = e^z/(1 + e^z) = 1/(1 + e^(−z))로 바꾼다.",
        wrongs=within(_probability_wrongs(case), 0, 1),
        steps=[
            "z = β₀ + β₁x₁ + β₂x₂, p = e^z/(1 + e^z)",
            f"z = {case.text}",
            f"e^({plain(z)}) = {plain(odds)}",
            f"p = {plain(odds)}/{plain(round(1 + odds, 3))} = {show(odds / (1 + odds), decimals)}",
        ],
        by_hand=odds / (1 + odds),
    )


def _factor_wrongs(b: float, change: int) -> list[Wrong]:
    """What people take for the factor of the odds after a change of several units."""
    one, factor = _power(b), _power(round(b * change, 6))
    return [
        Wrong(one, "한 단위가 늘 때의 오즈비입니다. 늘어난 만큼 곱해야 합니다."),
        Wrong(change * one, "한 단위의 오즈비에 늘어난 양을 곱했습니다. 오즈비는 거듭 곱합니다."),
        Wrong(1 + b * change, "로그를 풀지 않고 1 + β·변화량으로 보았습니다."),
        Wrong(abs(b * change), "로그 오즈의 변화량을 그대로 답했습니다. e를 밑으로 되돌려야 합니다."),
        Wrong(1 / factor, "계수의 부호를 바꾸었습니다."),
        Wrong(factor / (1 + factor), "오즈비를 확률로 바꾸었습니다. 물음은 오즈의 배수입니다."),
        Wrong(1 + factor, "오즈비를 늘어난 몫으로 보아 1을 더했습니다. 오즈비가 곧 배수입니다."),
        Wrong(abs(factor - 1), "늘거나 준 비율(배수 − 1)을 답했습니다. 물음은 몇 배인가입니다."),
    ]


@template("logistic.odds", "odds_factor", "설명변수가 늘 때 오즈의 배수")
def factor_of_change(draw: Draw) -> Draft:
    """By what factor the odds change when one column changes by several units."""
    scene, decimals = draw.pick(SCENES), 3 if draw.is_extended else 2
    case = _draw_case(draw, 9)
    place, change = draw.integer(0, 1), draw.integer(2, 6)
    b = case.coefficients[place]
    name, words, unit = scene.columns[place]
    exponents = {b, round(b * change, 6), round(-b * change, 6), *case.coefficients}
    draw.require(0.3 <= abs(b * change) <= 2.4)
    factor = _power(round(b * change, 6))
    return Draft(
        stem=f"{scene.who}의 {with_particle(scene.event, '을/를')} 예측하는 로지스틱 회귀의 출력이 다음과 같다({name}: {words}). "
        f"다른 변수가 같을 때, {with_particle(words, '이/가')} {change}{unit} 늘면 {scene.event}의 오즈는 몇 배가 되는가? "
        f"(단, {_printed(exponents)}이고, {rounding(decimals)})",
        data=_output(scene.columns, case.coefficients, case.intercept),
        key=compute(odds_factor, coefficient=b, change=change),
        decimals=decimals,
        unit="배",
        why="다른 변수가 같을 때 x가 Δ만큼 늘면 로그 오즈는 βΔ만큼 늘고, 오즈는 e^(βΔ)배가 된다.",
        wrongs=within(_factor_wrongs(b, change), 0, 30),
        steps=[
            "오즈의 배수 = e^(β·변화량)",
            f"β·변화량 = {inside(b)}·{change} = {plain(b * change)}",
            f"e^({plain(b * change)}) = {show(factor, decimals)}배",
        ],
        by_hand=factor,
    )


def _verdict(decision: str, p: float) -> str:
    return f"{with_particle(decision, '으로/로')} 판정, p = {show(p, 2)}"


@template("logistic.odds", "decide", "임계값에 따른 판정")
def decide(draw: Draw) -> Draft:
    """What a threshold other than one half decides for a row, and its probability."""
    scene, case = draw.pick(SCENES), _draw_case(draw, 1.4)
    (_, first, unit), (_, second, other) = scene.columns
    threshold = draw.integer(25, 75) / 100 if draw.is_extended else draw.pick([0.3, 0.35, 0.4, 0.6, 0.65, 0.7])
    odds = _power(case.z)
    p = odds / (1 + odds)
    is_event = p >= threshold
    draw.require(is_event != (p >= 0.5) and abs(p - threshold) > 0.02)
    decisions = {True: scene.event, False: scene.absence}
    values = [wrong for wrong in within(_probability_wrongs(case), 0, 1) if show(wrong.value, 2) != show(p, 2)]
    same = [wrong for wrong in values if (wrong.value >= threshold) is is_event]
    rivals = [Wrong(p, "확률은 맞지만 임계값을 0.5로 놓고 판정했습니다."), *(wrong for wrong in values if wrong not in same)]
    draw.require(same)
    otherwise = with_particle(f"'{scene.absence}'", "으로/로")
    wrongs = [(decisions[is_event], one) for one in draw.sample(same, 1)] + [(decisions[not is_event], one) for one in rivals]
    return Draft(
        stem=f"{scene.who}의 {with_particle(scene.event, '을/를')} 예측하는 로지스틱 회귀의 출력이 다음과 같다({_legend(scene)}). "
        f"확률이 {plain(threshold)} 이상이면 '{scene.event}', 아니면 {otherwise} 판정할 때, {first} {case.x[0]}{unit}, {second} "
        f"{case.x[1]}{other}인 경우의 판정과 확률은? (단, {_printed({case.z, -case.z, 0.5, 1})}이고, {rounding(2)})",
        data=_output(scene.columns, case.coefficients, case.intercept),
        key=compute(probability, coefficients=list(case.coefficients), intercept=case.intercept, x=list(case.x)),
        label=_verdict(decisions[is_event], p),
        why="확률 1/(1 + e^(−z))를 정해진 임계값과 견준다. 임계값 0.5는 선택일 뿐 로지스틱 회귀의 일부가 아니다.",
        wrongs=[Wrong(one.value, one.why, _verdict(decision, one.value)) for decision, one in wrongs],
        steps=[
            f"z = {case.text}",
            f"p = e^z/(1 + e^z) = {plain(odds)}/{plain(round(1 + odds, 3))} = {show(p, 2)}",
            f"{show(p, 2)} {'≥' if is_event else '<'} {plain(threshold)}이므로 '{decisions[is_event]}'",
        ],
        by_hand=p,
    )
