"""Coefficients in their models: Wald's statistic of a logistic regression, F of nested models, the most significant variable (numpy).

https://numpy.org/doc/stable/reference/generated/numpy.square.html
https://numpy.org/doc/stable/reference/generated/numpy.divide.html
"""

from __future__ import annotations

from math import sqrt

from quizapp.exercises.catalogue.hypothesis_parts import Judged, compared, conclusion, judged, verdict
from quizapp.exercises.catalogue.wording import plain, rounding, signed
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show

_EVENTS = (
    ("어느 쇼핑몰 회원의 이탈", "미접속 일수"),
    ("한 병원 환자의 재입원", "동반 질환 수"),
    ("한 공장 부품의 불량", "가공 온도"),
    ("한 물류센터 택배의 지연", "배송 거리"),
    ("한 은행 대출의 연체", "부채 비율"),
)
"""What a logistic regression explains, and by which variable."""

_OUTPUTS = (
    ("쇼핑몰 매출", ("광고비", "방문자 수", "상품 수", "할인율")),
    ("병원 재원 일수", ("나이", "동반 질환 수", "수술 시간", "응급 여부")),
    ("배송 시간", ("거리", "경유지 수", "적재량", "차량 연식")),
    ("전력 사용량", ("가동 시간", "기온", "설비 수", "인원")),
    ("공공자전거 대여량", ("강수량", "기온", "요일", "정류장 수")),
)
"""What a regression explains, and by which variables."""

_CRITICAL = {0.05: 3.84, 0.01: 6.63}
"""What a paper prints for χ² with one degree of freedom."""


def wald_statistic(coefficient: float, error: float) -> float:
    import numpy as np

    return float(np.square(np.divide(coefficient, error)))


def nested_f(reduced: float, full: float, dropped: int, df: int) -> float:
    import numpy as np

    return float(np.divide((reduced - full) / dropped, full / df))


def largest_t(coefficients: list[float], errors: list[float]) -> float:
    import numpy as np

    return float(np.max(np.abs(np.divide(coefficients, errors))))


def _wald_label(value: float, rejects: bool) -> str:
    return f"{verdict(rejects)}, W = {show(value, 2)}"


def _wald_wrongs(b: float, error: float, critical: float) -> list[Judged]:
    """Other statistics of a coefficient with their decisions."""
    value = (b / error) ** 2
    found = [
        (abs(b) / error, "계수를 표준오차로 나눈 z를 제곱하지 않았습니다."),
        (b * b / error, "표준오차를 제곱하지 않았습니다. 비 전체를 제곱합니다."),
        (abs(b) / error**2, "계수를 제곱하지 않았습니다. 비 전체를 제곱합니다."),
        ((abs(b) - error) ** 2 / error**2, "계수에서 표준오차를 뺀 뒤에 제곱했습니다."),
        (value / 2, "W를 2로 나누었습니다. W는 비의 제곱 그대로입니다."),
        (2 * value, "W에 2를 곱했습니다. 이는 가능도비 통계량의 꼴입니다."),
    ]
    flipped = Judged(value, value <= critical, "값은 맞지만 판정이 반대입니다. W가 임계값보다 클 때 기각합니다.")
    return [flipped, *(Judged(one, one > critical, why) for one, why in found if one < 10)]


@template("test.coefficient", "wald", "로지스틱 회귀계수의 왈드 검정")
def wald(draw: Draw) -> Draft:
    """Wald's statistic of a logistic coefficient and the decision."""
    (event, name), alpha = draw.pick(_EVENTS), draw.pick(list(_CRITICAL))
    error = draw.multiple(0.15, 0.9, 0.05) if draw.is_extended else draw.multiple(0.1, 0.8, 0.1)
    ratio = draw.multiple(1.2, 3, 0.05 if draw.is_extended else 0.1)
    b, critical = round(error * ratio * draw.pick([1, 1, -1]), 6), _CRITICAL[alpha]
    value, other = ratio**2, 0.05 if alpha == 0.01 else 0.01
    draw.require(abs(value - critical) > 0.1)
    rejects, ratio_text = value > critical, signed(b / error, 2)
    return Draft(
        stem=f"{with_particle(event, '을/를')} 설명하는 로지스틱 회귀에서 '{name}'의 계수는 {plain(b)}, 표준오차는 {plain(error)}이다. "
        f"계수가 0이라는 귀무가설을 왈드(Wald) 검정할 때, 유의수준 {alpha}에서의 판정과 통계량 W는? (자유도 1인 χ² 분포의 임계값은 "
        f"유의수준 {alpha}에서 {critical}, {other}에서 {_CRITICAL[other]}이고, {rounding(2)})",
        key=compute(wald_statistic, coefficient=b, error=error),
        label=_wald_label(value, rejects),
        why="왈드 통계량은 계수를 표준오차로 나눈 값의 제곱이고, 자유도 1인 χ² 분포의 임계값보다 크면 기각한다.",
        wrongs=judged(draw, rejects, _wald_label, _wald_wrongs(b, error, critical)),
        steps=[
            "W = (계수/표준오차)²",
            f"계수/표준오차 = {plain(b)}/{plain(error)} = {ratio_text}",
            f"W = ({ratio_text})² = {show(value, 2)}",
            f"{show(value, 2)} {'>' if rejects else '<'} {critical}이므로 {conclusion(rejects)}",
        ],
    )


@template("test.coefficient", "nested", "중첩된 두 회귀모형의 F")
def nested(draw: Draw) -> Draft:
    """F of dropping some variables from a model."""
    (goal, names), dropped, total = draw.pick(_OUTPUTS), draw.integer(1, 3), draw.integer(4, 6)
    df = draw.integer(13, 40) if draw.is_extended else draw.pick([10, 12, 15, 20, 24, 25, 30])
    mean = draw.integer(3, 25) if draw.is_extended else draw.integer(2, 12)
    gain, full = draw.integer(mean, 8 * mean) * dropped, mean * df
    reduced, n, kept = full + gain, df + total + 1, total - dropped
    f = gain / dropped / mean
    draw.require(1 <= f <= 8 and gain % mean)
    return Draft(
        stem=f"관측값 {n}개로 {with_particle(goal, '을/를')} 설명하는 두 선형회귀모형을 적합한 결과가 다음과 같다. 축소모형은 완전모형에서 "
        f"'{names[0]}' 등 변수 {dropped}개를 뺀 것이다. 뺀 변수의 계수가 모두 0이라는 귀무가설을 검정하는 F 통계량은? "
        f"(두 모형 모두 절편이 있고, {rounding(2)})",
        data=Table(columns=("모형", "변수의 수", "잔차제곱합"), rows=(("완전모형", total, full), ("축소모형", kept, reduced))),
        key=compute(nested_f, reduced=reduced, full=full, dropped=dropped, df=df),
        why="F = ((SSE축소 − SSE완전)/q)/(SSE완전/(n − p − 1))이고, q는 뺀 변수의 수, p는 완전모형의 변수의 수이다.",
        wrongs=[
            Wrong(gain / mean, "늘어난 잔차제곱합을 뺀 변수의 수로 나누지 않았습니다."),
            Wrong(gain / dropped / (reduced / (df + dropped)), "분모에 축소모형의 평균제곱을 썼습니다. 완전모형의 것을 씁니다."),
            Wrong(gain / dropped / (full / n), "분모의 자유도로 관측값의 수 n을 썼습니다."),
            Wrong(gain / dropped / (full / (df + 1)), "분모의 자유도에서 절편을 빼지 않았습니다."),
            Wrong(gain / total / mean, "뺀 변수의 수가 아니라 완전모형의 변수의 수로 나누었습니다."),
            Wrong(reduced / (df + dropped) / mean, "두 모형의 평균제곱의 비를 구했습니다. 분자는 늘어난 잔차제곱합에서 구합니다."),
            Wrong(gain / dropped / (full / (df + dropped)), "분모의 자유도로 축소모형의 것을 썼습니다."),
            Wrong(gain / kept / mean, "뺀 변수가 아니라 남은 변수의 수로 나누었습니다."),
        ],
        steps=[
            f"뺀 변수의 수 q = {total} − {kept} = {dropped}",
            f"분자 = ({reduced} − {full})/{dropped} = {plain(gain / dropped)}",
            f"분모 = {full}/({n} − {total} − 1) = {full}/{df} = {mean}",
            f"F = {plain(gain / dropped)}/{mean} = {show(f, 2)}",
        ],
    )


def _largest_wrongs(draw: Draw, names: list[str], values: list[float], errors: list[float], best: int) -> list[Wrong]:
    """Other variables, and other values of the right one."""
    found = []
    for i, (name, b, error) in enumerate(zip(names, map(abs, values), errors, strict=True)):
        if i != best:
            found.append((i, b / error, f"'{name}'의 |t|는 맞지만, '{names[best]}'의 |t|가 더 큽니다."))
        head = f"'{name}'에서 " if i != best else "변수는 맞지만 "
        found += [
            (i, b / error**2, f"{head}계수를 표준오차의 제곱으로 나누었습니다."),
            (i, b, f"{head}계수의 크기를 그대로 답했습니다. 계수의 크기는 단위에 따라 달라집니다."),
            (i, b / sqrt(error), f"{head}표준오차에 다시 제곱근을 씌워 나누었습니다."),
        ]
    wrongs = [Wrong(value, why, _t_label(names[i], value)) for i, value, why in found if value < 10]
    return compared(draw, names[best], abs(values[best]) / errors[best], wrongs)


def _t_label(name: str, value: float) -> str:
    return f"{name}, |t| = {show(value, 2)}"


@template("test.coefficient", "most_significant", "출력에서 가장 유의한 변수")
def most_significant(draw: Draw) -> Draft:
    """The variable with the largest |t|, where the size of the coefficients misleads."""
    goal, every = draw.pick(_OUTPUTS)
    names = sorted(draw.sample(every, 4 if draw.is_extended else 3))
    errors = [draw.pick([0.05, 0.15, 0.25, 0.35, 0.6, 1.25] if draw.is_extended else [0.1, 0.2, 0.4, 0.5, 0.8, 1.2]) for _ in names]
    ratios = [draw.multiple(0.8, 5, 0.1) * draw.pick([1, 1, -1]) for _ in names]
    values = [round(error * t, 6) for error, t in zip(errors, ratios, strict=True)]
    sizes = list(map(abs, ratios))
    best = sizes.index(max(sizes))
    draw.require(len(set(errors)) == len(names) and sorted(sizes)[-2] < max(sizes) - 0.2)
    draw.require(max(range(len(names)), key=lambda i: abs(values[i])) != best or draw.pick([True, False, False]))
    return Draft(
        stem=f"다음은 {with_particle(goal, '을/를')} 설명하는 회귀모형의 출력이다. 계수가 0이라는 귀무가설의 t검정에서 p값이 가장 작은 "
        f"변수와 그 |t|는? ({rounding(2)})",
        data=Table(
            columns=("변수", "계수", "표준오차"),
            rows=tuple((name, signed(b, 3), show(error, 2)) for name, b, error in zip(names, values, errors, strict=True)),
        ),
        key=compute(largest_t, coefficients=values, errors=errors),
        label=_t_label(names[best], sizes[best]),
        why="자유도가 같으므로 |t| = |계수|/표준오차가 가장 큰 변수의 p값이 가장 작다.",
        wrongs=_largest_wrongs(draw, names, values, errors, best),
        steps=["|t| = |계수|/표준오차"]
        + [
            f"{name}: {plain(abs(b))}/{plain(error)} = {show(abs(b) / error, 2)}"
            for name, b, error in zip(names, values, errors, strict=True)
        ]
        + [f"|t|가 가장 큰 변수는 '{names[best]}'이다."],
    )
