"""Drift of a variable: the population stability index Σ (current − expected)·ln(current/expected), with numpy.

https://numpy.org/doc/stable/reference/generated/numpy.log.html
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from math import log

from quizapp.exercises.catalogue.loss_distributions import TOPICS, distribution_table
from quizapp.exercises.catalogue.loss_parts import ln
from quizapp.exercises.catalogue.wording import inside, plain, rounding
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show

_EXPECTED, _CURRENT = "기준", "현재"
_RULE = "PSI가 0.1 미만이면 유지, 0.1 이상 0.25 미만이면 점검, 0.25 이상이면 재학습"

_Shares = Sequence[Fraction]


def stability_index(expected: list[float], current: list[float]) -> float:
    import numpy as np

    ratio = np.divide(current, expected)
    return float(np.sum(np.subtract(current, expected) * np.log(ratio)))


def largest_contribution(expected: list[float], current: list[float]) -> float:
    import numpy as np

    ratio = np.divide(current, expected)
    return float(np.max(np.subtract(current, expected) * np.log(ratio)))


def stability_of_counts(expected: list[int], current: list[int]) -> float:
    import numpy as np

    e, c = np.divide(expected, np.sum(expected)), np.divide(current, np.sum(current))
    return float(np.sum((c - e) * np.log(c / e)))


def _shares(draw: Draw, size: int, parts: int) -> list[Fraction]:
    """*size* shares in whole parts of 1/*parts*."""
    cuts = [0, *sorted(draw.sample(range(1, parts), size - 1)), parts]
    return [Fraction(high - low, parts) for low, high in pairwise(cuts)]


def _two_distributions(draw: Draw, size: int, parts: int) -> tuple[list[Fraction], list[Fraction]]:
    """Expected and current shares in whole parts of 1/*parts*, none more than four times the other."""
    expected, current = _shares(draw, size, parts), _shares(draw, size, parts)
    draw.require(max(max(c / e, e / c) for e, c in zip(expected, current, strict=True)) <= 4)
    return expected, current


def _drifted(draw: Draw, size: int, parts: int) -> tuple[list[Fraction], list[Fraction]]:
    """Expected shares, and current ones after parts of 1/*parts* have moved from one class to another, up to a half in all."""
    expected = _shares(draw, size, parts)
    current = list(expected)
    for _ in range(draw.integer(1, parts // 2)):
        source, target = draw.sample(range(size), 2)
        current[source] -= Fraction(1, parts)
        current[target] += Fraction(1, parts)
    draw.require(min(current) > 0 and current != expected)
    return expected, current


def _printed_log(expected: Fraction, current: Fraction) -> float:
    """ln(current/expected) from the printed logarithm of the ratio above one."""
    return ln(current / expected) if current >= expected else -ln(expected / current)


def _helpers(expected: _Shares, current: _Shares) -> str:
    """The logarithms that the paper prints: of the ratios above one."""
    ratios = {max(c / e, e / c) for e, c in zip(expected, current, strict=True)} - {Fraction(1)}
    return ", ".join(f"ln({ratio}) = {show(ln(ratio), 3)}" for ratio in sorted(ratios))


def _terms(expected: _Shares, current: _Shares) -> list[float]:
    return [float(c - e) * log(c / e) for e, c in zip(expected, current, strict=True)]


def _terms_by_hand(expected: _Shares, current: _Shares) -> list[float]:
    """The terms from the printed logarithms, kept to four decimals."""
    return [round(float(c - e) * _printed_log(e, c), 4) for e, c in zip(expected, current, strict=True)]


def _term_lines(names: Sequence[str], expected: _Shares, current: _Shares) -> list[str]:
    """The line of a solution for every class."""
    return [
        f"{name}: ({plain(c)} − {plain(e)})·ln({plain(c)}/{plain(e)}) = {inside(c - e)}·{inside(_printed_log(e, c))} = {plain(term)}"
        for name, e, c, term in zip(names, expected, current, _terms_by_hand(expected, current), strict=True)
        if e != c
    ]


def _psi_values(expected: _Shares, current: _Shares) -> list[tuple[float, str]]:
    """What people take for the index, and why it is not."""
    pairs = [(float(e), float(c)) for e, c in zip(expected, current, strict=True)]
    psi = sum(_terms(expected, current))
    return [
        (sum(c * log(c / e) for e, c in pairs), "현재 비율로 무게를 주었습니다(KL 발산). PSI는 두 비율의 차이로 무게를 줍니다."),
        (sum(e * log(e / c) for e, c in pairs), "기준 비율로 무게를 주었습니다(KL 발산). PSI는 두 비율의 차이로 무게를 줍니다."),
        (sum(abs(log(c / e)) for e, c in pairs), "비율의 차이를 곱하지 않고 로그의 절댓값만 더했습니다."),
        (psi / log(10), "상용로그를 썼습니다. 물음은 자연로그입니다."),
        (psi / log(2), "밑이 2인 로그를 썼습니다. 물음은 자연로그입니다."),
        (sum(abs(c - e) for e, c in pairs), "비율 차이의 절댓값만 더했습니다. 차이에 로그를 곱하여 더합니다."),
        (sum((c - e) ** 2 / e for e, c in pairs), "차이의 제곱을 기준 비율로 나누어 더했습니다. 이는 카이제곱의 식입니다."),
        (sum(max(0.0, (c - e)) * log(c / e) for e, c in pairs), "비율이 늘어난 범주만 더했습니다. 줄어든 범주의 항도 양수입니다."),
        (psi / len(pairs), "범주의 수로 나누었습니다. PSI는 범주의 항을 더한 값입니다."),
    ]


@template("monitoring.drift", "psi", "범주별 비율에서 모집단 안정성 지수")
def psi_of_shares(draw: Draw) -> Draft:
    """The population stability index of two distributions."""
    topic, names = draw.pick(TOPICS)
    size = draw.integer(4, 5) if draw.is_extended else draw.integer(3, 4)
    expected, current = _two_distributions(draw, size, 20 if draw.is_extended else 10)
    by_hand = sum(_terms_by_hand(expected, current))
    draw.require(0.03 < by_hand < 0.7)
    return Draft(
        stem=f"{topic}의 훈련 자료(기준)와 운영 자료(현재)의 분포가 다음과 같다. 모집단 안정성 지수(PSI)는? (단, "
        f"{_helpers(expected, current)}이고, {rounding(3)})",
        data=distribution_table(topic, names, {_EXPECTED: [*map(float, expected)], _CURRENT: [*map(float, current)]}),
        key=compute(stability_index, expected=[*map(float, expected)], current=[*map(float, current)]),
        decimals=3,
        why="PSI는 범주마다 (현재 − 기준)에 ln(현재/기준)을 곱하여 더한 값이다.",
        wrongs=[Wrong(value, why) for value, why in _psi_values(expected, current)],
        steps=[
            "PSI = Σ(현재 − 기준)·ln(현재/기준)",
            *_term_lines(names[:size], expected, current),
            f"PSI = {show(by_hand, 3)}",
        ],
        by_hand=by_hand,
    )


def _part(name: str, value: float) -> str:
    return f"{name}, {show(value, 3)}"


def _driver_wrongs(draw: Draw, names: Sequence[str], expected: _Shares, current: _Shares, driver: int) -> list[Wrong]:
    """Other classes, and other contributions of the right one: only two, so that the choices never name one alone."""
    found: list[tuple[int, float, str]] = []
    rows = list(zip(expected, current, _terms(expected, current), strict=True))
    for at, (e, c, term) in enumerate(rows):
        told = [
            (float(c) * log(c / e), "현재 비율로 무게를 주었습니다."),
            (float(e) * log(e / c), "기준 비율로 무게를 주었습니다."),
            (abs(float(c - e)), "비율 차이의 절댓값만 구했습니다."),
            (abs(log(c / e)), "로그의 절댓값만 구했습니다."),
            (term / log(10), "상용로그를 썼습니다."),
        ]
        told = [(value, why) for value, why in told if value > 0]
        if at == driver:
            found += [(at, value, f"범주는 맞지만 {why}") for value, why in draw.sample(told, 2)]
        elif e != c:
            found.append((at, term, "이 범주의 항은 맞지만 가장 크지 않습니다."))
            found += [(at, value, f"항이 가장 큰 범주가 아니며, {why}") for value, why in draw.sample(told, 1)]
    return [Wrong(value, f"{names[at]}: {why}", _part(names[at], value)) for at, value, why in found]


@template("monitoring.drift", "driver", "PSI를 가장 크게 하는 범주")
def driver_of_drift(draw: Draw) -> Draft:
    """Which class adds most to the index, where the largest absolute difference is another's."""
    topic, names = draw.pick(TOPICS)
    size = 5 if draw.is_extended else 4
    expected, current = _two_distributions(draw, size, 50 if draw.is_extended else 20)
    terms = _terms(expected, current)
    gaps = [abs(c - e) for e, c in zip(expected, current, strict=True)]
    driver = terms.index(max(terms))
    draw.require(gaps[driver] < max(gaps) and sorted(terms)[-2] < max(terms) - 0.005)
    by_hand = _terms_by_hand(expected, current)
    return Draft(
        stem=f"{topic}의 훈련 자료(기준)와 운영 자료(현재)의 분포가 다음과 같다. 모집단 안정성 지수(PSI)를 이루는 항이 가장 큰 범주와 "
        f"그 값은? (단, {_helpers(expected, current)}이고, {rounding(3)})",
        data=distribution_table(topic, names, {_EXPECTED: [*map(float, expected)], _CURRENT: [*map(float, current)]}),
        key=compute(largest_contribution, expected=[*map(float, expected)], current=[*map(float, current)]),
        decimals=3,
        label=_part(names[driver], terms[driver]),
        why="항은 (현재 − 기준)·ln(현재/기준)이므로, 같은 차이라도 기준 비율이 작은 범주에서 더 크다.",
        wrongs=_driver_wrongs(draw, names, expected, current, driver),
        steps=[
            "항 = (현재 − 기준)·ln(현재/기준)",
            *_term_lines(names[:size], expected, current),
            f"가장 큰 것은 {names[driver]}의 {show(by_hand[driver], 3)}이다.",
        ],
        by_hand=by_hand[driver],
    )


def _decision(psi: float) -> str:
    return "유지" if psi < 0.1 else "점검" if psi < 0.25 else "재학습"


def _verdict(psi: float, decision: str) -> str:
    return f"PSI = {show(psi, 3)}, {decision}"


def _retrain_wrongs(draw: Draw, expected: _Shares, current: _Shares, psi: float) -> list[Wrong]:
    """Other indexes with their decisions: only two keep the right one."""
    right = _decision(psi)
    found = [Wrong(value, why, _verdict(value, _decision(value))) for value, why in _psi_values(expected, current)]
    found = [wrong for wrong in found if _decision(float(show(wrong.value, 3))) == _decision(wrong.value)]
    keeping = [wrong for wrong in found if _decision(wrong.value) == right]
    changing = [wrong for wrong in found if _decision(wrong.value) != right]
    return [*draw.sample(keeping, 2), *changing]


@template("monitoring.drift", "retrain", "건수에서 PSI를 구하여 재학습 판단")
def retrain(draw: Draw) -> Draft:
    """What a rule says about the index of two samples of different size."""
    topic, names = draw.pick(TOPICS)
    size = draw.integer(4, 5) if draw.is_extended else draw.integer(3, 4)
    expected, current = _drifted(draw, size, 20 if draw.is_extended else 10)
    totals = draw.sample([120, 160, 240, 300, 360, 500] if draw.is_extended else [50, 100, 200, 400, 1000], 2)
    counts = [[int(share * total) for share in shares] for shares, total in zip((expected, current), totals, strict=True)]
    by_hand = sum(_terms_by_hand(expected, current))
    psi = sum(_terms(expected, current))
    draw.require(0.02 < psi < 0.7 and min(abs(psi - 0.1), abs(psi - 0.25)) > 0.005)
    shares = [", ".join(plain(share) for share in row) for row in (expected, current)]
    return Draft(
        stem=f"다음은 {with_particle(topic, '을/를')} 훈련 자료(기준) {totals[0]:,}건과 운영 자료(현재) {totals[1]:,}건에서 센 결과이다. "
        f"{_RULE}하기로 하였을 때, 모집단 안정성 지수(PSI)와 판단은? (단, {_helpers(expected, current)}이고, {rounding(3)})",
        data=Table(columns=(topic, *names[:size]), rows=((_EXPECTED, *counts[0]), (_CURRENT, *counts[1]))),
        key=compute(stability_of_counts, expected=counts[0], current=counts[1]),
        decimals=3,
        label=_verdict(psi, _decision(psi)),
        why="건수를 비율로 바꾸어 (현재 − 기준)·ln(현재/기준)을 더하고, 그 값을 기준과 견준다.",
        wrongs=_retrain_wrongs(draw, expected, current, psi),
        steps=[
            "PSI = Σ(현재 − 기준)·ln(현재/기준)",
            f"기준 비율: {shares[0]} / 현재 비율: {shares[1]}",
            *_term_lines(names[:size], expected, current),
            f"PSI = {show(by_hand, 3)} → {_decision(psi)}",
        ],
        by_hand=by_hand,
    )
