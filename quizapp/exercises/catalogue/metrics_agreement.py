"""Agreement of two raters beyond chance: Cohen's kappa from a table (`sklearn.metrics.cohen_kappa_score`), compared, and backwards.

https://scikit-learn.org/stable/modules/generated/sklearn.metrics.cohen_kappa_score.html
https://numpy.org/doc/stable/reference/generated/numpy.dot.html
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from itertools import product

from quizapp.exercises.catalogue.confusion_tables import require_hand_fractions
from quizapp.exercises.catalogue.wording import are_told_apart, plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show

_RATERS = (
    ("두 판독의가 같은 영상", "장을", ("이상", "정상", "보류")),
    ("두 검사원이 같은 부품", "개를", ("불량", "양품", "재검")),
    ("두 상담원이 같은 문의", "건을", ("긴급", "일반", "보류")),
    ("두 심사자가 같은 신청서", "건을", ("적격", "부적격", "보완")),
    ("두 작업자가 같은 상품평", "건을", ("긍정", "부정", "중립")),
)


def kappa(counts: list[list[int]]) -> float:
    import numpy as np
    from sklearn.metrics import cohen_kappa_score

    first, second = np.indices(np.shape(counts)).reshape(2, -1)
    return float(cohen_kappa_score(first, second, sample_weight=np.ravel(counts)))


def best_kappa(tables: list[list[int]]) -> float:
    from sklearn.metrics import cohen_kappa_score

    first, second = [1, 1, 0, 0], [1, 0, 1, 0]
    return float(max(cohen_kappa_score(first, second, sample_weight=counts) for counts in tables))


def observed_agreement(kappa: float, first: list[float], second: list[float]) -> float:
    import numpy as np

    expected = np.dot(first, second)
    return float(expected + kappa * (1 - expected))


def _shares(counts: Sequence[Sequence[int]]) -> tuple[Fraction, Fraction]:
    """The observed agreement, and the one that chance alone would give."""
    total = sum(map(sum, counts))
    observed = Fraction(sum(row[n] for n, row in enumerate(counts)), total)
    columns = map(sum, zip(*counts, strict=True))
    return observed, sum((Fraction(sum(row) * column, total**2) for row, column in zip(counts, columns, strict=True)), Fraction(0))


def _kappa(observed: Fraction, expected: Fraction) -> Fraction:
    return (observed - expected) / (1 - expected)


def _draw_ratings(draw: Draw) -> list[list[int]]:
    """The counts of two raters who often agree: two classes in even shares on the paper, three classes beyond it."""
    if draw.is_extended:
        return [[draw.integer(18, 60) if row == column else draw.integer(2, 14) for column in range(3)] for row in range(3)]
    total = draw.pick([50, 100, 100, 200])
    first, second = (draw.integer(2, 8) * total // 10 for _ in range(2))
    both = draw.integer(1, min(first, second) - 1)
    counts = [[both, first - both], [second - both, total - first - second + both]]
    draw.require(min(map(min, counts)) > 0)
    return counts


def _kappa_wrongs(counts: list[list[int]]) -> list[Wrong]:
    """What people take for kappa."""
    observed, expected = _shares(counts)
    total, size = sum(map(sum, counts)), len(counts)
    first = Fraction(sum(counts[0]) * sum(row[0] for row in counts), total**2)
    even = Fraction(1, size)
    return [
        Wrong(float(observed), "관측 일치율을 그대로 썼습니다. 카파는 우연히 일치할 몫을 뺍니다."),
        Wrong(float(expected), "우연 일치율을 구했습니다. 카파는 관측 일치율에서 이 값을 뺀 뒤 1 − 우연 일치율로 나눕니다."),
        Wrong(float(observed - expected), "우연 일치율을 빼기만 하고 1 − 우연 일치율로 나누지 않았습니다."),
        Wrong(float((observed - expected) / observed), "1 − 우연 일치율이 아니라 관측 일치율로 나누었습니다."),
        Wrong(float((1 - observed) / (1 - expected)), "관측 불일치율을 우연 불일치율로 나눈 값이며, 1에서 이 값을 빼야 카파입니다."),
        Wrong(
            float(_kappa(observed, even)),
            f"우연 일치율을 1/{with_particle(str(size), '으로/로')} 놓았습니다. 두 사람의 판정 비율에서 구해야 합니다.",
        ),
        Wrong(float(_kappa(observed, first)), "우연 일치율에 첫 범주의 곱만 넣었습니다. 모든 범주의 곱을 더해야 합니다."),
    ]


@template("metrics.agreement", "kappa", "두 사람의 판정표에서 코헨의 카파")
def kappa_of_table(draw: Draw) -> Draft:
    """Cohen's kappa of a table of two raters."""
    who, unit, names = draw.pick(_RATERS)
    counts = _draw_ratings(draw)
    observed, expected = _shares(counts)
    score, total, digits = _kappa(observed, expected), sum(map(sum, counts)), 4
    draw.require(score > Fraction(1, 10))
    require_hand_fractions(draw, score)
    rows, columns = [sum(row) for row in counts], [sum(column) for column in zip(*counts, strict=True)]
    products = " + ".join(f"({row}/{total})({column}/{total})" for row, column in zip(rows, columns, strict=True))
    shown = [plain(round(float(value), digits)) for value in (observed, expected, observed - expected, 1 - expected)]
    return Draft(
        stem=f"{who} {total}{unit} 따로 판정한 결과가 다음과 같다. 두 판정의 코헨의 카파(Cohen's kappa)는? ({rounding(2)})",
        data=Table(
            columns=("첫째＼둘째", *names[: len(counts)]),
            rows=tuple((name, *row) for name, row in zip(names, counts, strict=False)),
        ),
        key=compute(kappa, counts=counts),
        why="카파는 우연을 넘은 일치(관측 일치율 − 우연 일치율)를 우연을 넘을 수 있는 최대(1 − 우연 일치율)로 나눈 값이다.",
        wrongs=within(_kappa_wrongs(counts), -1, 1),
        by_hand=float(score),
        steps=[
            "κ = (p₀ − pₑ)/(1 − pₑ)",
            f"관측 일치율 p₀ = {sum(row[n] for n, row in enumerate(counts))}/{total} = {shown[0]}",
            f"우연 일치율 pₑ = {products} = {shown[1]}",
            f"κ = {shown[2]}/{shown[3]} = {show(float(score), 2)}",
        ],
    )


@cache
def _agreeing_tables(total: int, *, exact: bool) -> list[list[list[int]]]:
    """Tables of *total* whose margins are tenths of it and whose kappa lies from 0.2 to 0.9; *exact*: with an even fraction."""
    found = []
    for first, second in product(range(total // 10, total, total // 10), repeat=2):
        for both in range(1, min(first, second)):
            counts = [[both, first - both], [second - both, total - first - second + both]]
            if min(map(min, counts)) > 0:
                score = _kappa(*_shares(counts))
                if Fraction(1, 5) <= score <= Fraction(9, 10) and (not exact or score.denominator <= 20 or not 100 % score.denominator):
                    found.append(counts)
    return found


@template("metrics.agreement", "compare", "우연을 빼면 더 잘 일치하는 조", version=2)
def compare(draw: Draw) -> Draft:
    """Which of three pairs of raters has the highest kappa, where the plain agreement misleads."""
    who, unit, names = draw.pick(_RATERS)
    total = 120 if draw.is_extended else 100
    tables = dict(zip("ABC", draw.sample(_agreeing_tables(total, exact=not draw.is_extended), 3), strict=True))
    shares = {pair: _shares(counts) for pair, counts in tables.items()}
    scores = {pair: _kappa(*both) for pair, both in shares.items()}
    best, tempting = max(scores, key=scores.__getitem__), max(shares, key=lambda pair: shares[pair][0])
    draw.require(shares[best][0] < shares[tempting][0] and are_told_apart(scores.values(), 2))
    texts = {pair: [plain(round(float(value), 4)) for value in (*both, both[0] - both[1], 1 - both[1])] for pair, both in shares.items()}
    return Draft(
        stem=f"{who} {total}{unit} 따로 판정하는 일을 세 조가 하였다. 다음 결과에서 코헨의 카파가 가장 큰 조와 그 값은? ({rounding(2)})",
        data=Table(
            columns=("조", f"둘 다 {names[0]}", f"첫째만 {names[0]}", f"둘째만 {names[0]}", f"둘 다 {names[1]}"),
            rows=tuple((pair, *counts[0], *counts[1]) for pair, counts in tables.items()),
        ),
        key=compute(best_kappa, tables=[[*counts[0], *counts[1]] for counts in tables.values()]),
        label=_pair(best, scores[best]),
        why="일치율이 높아도 판정이 한 범주에 몰려 있으면 우연 일치율도 높으므로, 카파로 견준다.",
        wrongs=_compare_wrongs(draw, shares, best),
        steps=["κ = (p₀ − pₑ)/(1 − pₑ)"]
        + [
            f"{pair}조: p₀ = {p0}, pₑ = {pe}, κ = {top}/{bottom} = {show(float(scores[pair]), 2)}"
            for pair, (p0, pe, top, bottom) in texts.items()
        ]
        + [f"카파가 가장 큰 것은 {best}조이다."],
    )


def _pair(name: str, value: Fraction) -> str:
    return f"{name}조, κ = {show(float(value), 2)}"


def _compare_wrongs(draw: Draw, shares: dict[str, tuple[Fraction, Fraction]], best: str) -> list[Wrong]:
    """Other pairs, and other values; only one of them names the right pair."""
    found = []
    for pair, (observed, expected) in shares.items():
        values = [
            (pair, observed, f"{pair}조의 관측 일치율을 그대로 썼습니다. 카파는 우연히 일치할 몫을 뺍니다."),
            (pair, observed - expected, f"{pair}조의 우연 일치율을 빼기만 하고 1 − pₑ로 나누지 않았습니다."),
            (pair, _kappa(observed, expected), f"{pair}조의 카파는 맞지만 {best}조가 더 큽니다."),
            (pair, _kappa(observed, Fraction(1, 2)), f"{pair}조의 우연 일치율을 1/2로 놓았습니다."),
        ]
        found += draw.sample(values[:2], 1) if pair == best else values
    return [Wrong(float(value), why, _pair(pair, value)) for pair, value, why in found if value > 0]


def _inverse_wrongs(score: Fraction, first: Fraction, second: Fraction) -> list[Wrong]:
    """What people take for the observed agreement behind a kappa."""
    expected = first * second + (1 - first) * (1 - second)
    one = first * second
    return [
        Wrong(float(score * (1 - expected)), "우연 일치율을 더하지 않았습니다. p₀ = pₑ + κ(1 − pₑ)입니다."),
        Wrong(float(expected), "우연 일치율만 구했습니다. 여기에 κ(1 − pₑ)를 더해야 합니다."),
        Wrong(float(expected + score), "κ에 1 − pₑ를 곱하지 않고 우연 일치율에 더했습니다."),
        Wrong(float((1 + score) / 2), "우연 일치율을 1/2로 놓았습니다. 두 사람의 판정 비율에서 구해야 합니다."),
        Wrong(float(one + score * (1 - one)), "우연 일치율에 앞 범주의 곱만 넣었습니다. 두 범주의 곱을 더해야 합니다."),
        Wrong(float(1 - score * (1 - expected)), "1에서 κ(1 − pₑ)를 뺐습니다. pₑ에 더해야 합니다."),
        Wrong(float((1 - score) * (1 - expected)), "일치하지 않은 비율을 구했습니다."),
        Wrong(float(score), "κ를 일치율로 보았습니다. κ는 우연을 뺀 일치의 정도입니다."),
    ]


@template("metrics.agreement", "inverse", "카파에서 관측 일치율")
def inverse(draw: Draw) -> Draft:
    """The observed agreement behind a kappa and both raters' shares."""
    who, unit, names = draw.pick(_RATERS)
    grid = 20 if draw.is_extended else 10
    first, second = (Fraction(draw.integer(grid // 5, grid - grid // 5), grid) for _ in range(2))
    expected = first * second + (1 - first) * (1 - second)
    score = Fraction(draw.integer(13, 43), 50) if draw.is_extended else Fraction(draw.integer(4, 18), 20)
    observed = expected + score * (1 - expected)
    draw.require(expected not in {score, Fraction(1, 2)} and observed < 1 and observed <= 1 - abs(first - second))
    positive, negative = (with_particle(f"'{name}'", "으로/로") for name in names[:2])
    return Draft(
        stem=f"{who} 여러 {unit} '{names[0]}' 또는 {negative} 따로 판정하였다. {positive} 판정한 "
        f"비율은 첫째가 {plain(first)}, 둘째가 {plain(second)}이고, "
        f"코헨의 카파는 {plain(score)}이다. 두 판정이 실제로 일치한 비율은? ({rounding(2)})",
        key=compute(
            observed_agreement, kappa=float(score), first=[float(first), float(1 - first)], second=[float(second), float(1 - second)]
        ),
        why="κ = (p₀ − pₑ)/(1 − pₑ)를 관측 일치율에 대하여 풀면 p₀ = pₑ + κ(1 − pₑ)이다.",
        wrongs=within(_inverse_wrongs(score, first, second), 0, 0.994),
        steps=[
            "p₀ = pₑ + κ(1 − pₑ)",
            f"pₑ = {plain(first)}·{plain(second)} + {plain(1 - first)}·{plain(1 - second)} = {plain(expected)}",
            f"κ(1 − pₑ) = {plain(score)}·{plain(1 - expected)} = {plain(score * (1 - expected))}",
            f"p₀ = {plain(expected)} + {plain(score * (1 - expected))} = {show(float(observed), 2)}",
        ],
    )
