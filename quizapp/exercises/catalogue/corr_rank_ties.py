"""Rank correlation with ties, and backwards from a coefficient to the squared differences or the pairs behind it.

https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.spearmanr.html
https://docs.scipy.org/doc/scipy/reference/generated/scipy.special.comb.html
"""

from __future__ import annotations

import statistics
from fractions import Fraction

from quizapp.exercises.catalogue.confusion_tables import require_hand_fractions
from quizapp.exercises.catalogue.corr_pearson import PAIRS, ranked
from quizapp.exercises.catalogue.corr_rank import JUDGED, pairs_of, spearman
from quizapp.exercises.catalogue.wording import inside, plain, rounding, signed, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle


def squares_of_spearman(rho: float, size: int) -> float:
    from scipy.special import comb

    return float((1 - rho) * comb(size + 1, 3))


def discordant_pairs(tau: float, size: int) -> float:
    from scipy.special import comb

    return float((1 - tau) / 2 * comb(size, 2))


def concordant_pairs(tau: float, size: int) -> float:
    from scipy.special import comb

    return float((1 + tau) / 2 * comb(size, 2))


def _with_tie(draw: Draw, size: int, low: int) -> list[int]:
    """*size* values in random order, two of them the same."""
    values = sorted(low + step for step in draw.sample(range(24), size - 1))
    return draw.shuffled([*values, draw.pick(values)])


@template("corr.rank", "ties", "같은 값이 있는 자료의 스피어만 순위상관계수")
def ties(draw: Draw) -> Draft:
    """Spearman's coefficient where each column holds one value twice."""
    (place, first, second), size = draw.pick(PAIRS), draw.integer(6, 7) if draw.is_extended else 5
    x, y = (_with_tie(draw, size, draw.integer(8, 30)) for _ in range(2))
    ranks = ranked(x), ranked(y)
    gaps = [a - b for a, b in zip(*ranks, strict=True)]
    squares = sum(Fraction(gap) ** 2 for gap in gaps)
    about_mean = Fraction(size**3 - size - 6, 12)
    rho = 1 - squares / (2 * about_mean)
    require_hand_fractions(draw, rho)
    draw.require(Fraction(1, 20) < abs(rho) < Fraction(19, 20))
    names = [name.partition("(")[0] for name in (first, second)]
    return Draft(
        stem=f"{place} {with_particle(first, '과/와')} {with_particle(second, '이/가')} 다음과 같다. 같은 값에는 순위의 평균을 줄 때, "
        f"두 변수의 스피어만 순위상관계수(두 순위의 피어슨 상관계수)는? ({rounding(2)})",
        data=Table(columns=("번호", *map(str, range(1, size + 1))), rows=((first, *x), (second, *y))),
        key=compute(spearman, x=x, y=y),
        why="같은 값이 있으면 평균 순위를 주고 두 순위의 피어슨 상관계수를 구하며, 1 − 6Σd²/{n(n² − 1)}과는 조금 다르다.",
        wrongs=within(_tie_wrongs(x, y, float(rho)), -1, 1),
        steps=[
            *(f"{name}의 순위: {', '.join(map(plain, row))}" for name, row in zip(names, ranks, strict=True)),
            f"Σd² = {' + '.join(f'{inside(gap)}²' for gap in gaps)} = {plain(squares)}",
            f"두 순위의 편차 제곱합은 저마다 S = ({size}³ − {size})/12 − (2³ − 2)/12 = {plain(about_mean)}",
            f"ρ = 1 − Σd²/(2S) = 1 − {plain(squares)}/{plain(2 * about_mean)} = {signed(float(rho), 2)}",
        ],
    )


def _tie_wrongs(x: list[int], y: list[int], right: float) -> list[Wrong]:
    size = len(x)

    def formula(first: list[float], second: list[float]) -> float:
        return 1 - 6 * sum((a - b) ** 2 for a, b in zip(first, second, strict=True)) / (size * (size * size - 1))

    lowest = [[sorted(column).index(value) + 1.0 for value in column] for column in (x, y)]
    apart = [[sorted(range(size), key=column.__getitem__).index(i) + 1.0 for i in range(size)] for column in (x, y)]
    dense = [[sorted(set(column)).index(value) + 1.0 for value in column] for column in (x, y)]
    agree, turned = pairs_of(x, y)
    return [
        Wrong(formula(ranked(x), ranked(y)), "같은 값이 있는데 1 − 6Σd²/{n(n² − 1)}을 썼습니다. 이 식은 같은 순위가 없을 때만 맞습니다."),
        Wrong(formula(*lowest), "같은 값에 앞선 순위를 함께 주었습니다. 물음은 평균 순위입니다."),
        Wrong(formula(*apart), "같은 값에 나온 차례대로 다른 순위를 주었습니다. 물음은 평균 순위입니다."),
        Wrong(statistics.correlation(*dense), "같은 값 다음의 순위를 건너뛰지 않았습니다."),
        Wrong(statistics.correlation(x, y), "순위가 아니라 값으로 구했습니다. 이는 피어슨 상관계수입니다."),
        Wrong((agree - turned) / (size * (size - 1) / 2 - 1), "순서가 맞는 쌍과 뒤집힌 쌍으로 구했습니다. 이는 켄달의 타우입니다."),
        Wrong(1 - right, "1에서 빼지 않았습니다."),
        Wrong(-right, "한쪽의 순위를 거꾸로 매겼습니다. 두 변수의 순위는 같은 방향으로 매깁니다."),
    ]


@template("corr.rank", "squares", "스피어만 계수에서 순위 차의 제곱합")
def squares(draw: Draw) -> Draft:
    """The sum of the squared differences of ranks behind Spearman's coefficient."""
    told, _ = draw.pick(JUDGED)
    size = draw.pick([14, 19, 20, 21, 24, 25] if draw.is_extended else [4, 5, 9, 10, 11, 15, 16])
    rho = draw.pick([-1, 1, 1]) * draw.multiple(0.1, 0.95, 0.05)
    bottom = size * (size * size - 1)
    result = (1 - Fraction(str(rho))) * bottom / 6
    draw.require(result.denominator == 1 and not result % 2)
    wrongs = [
        Wrong(float((1 + Fraction(str(rho))) * bottom / 6), "1에 계수를 더했습니다. 1 − ρ = 6Σd²/{n(n² − 1)}입니다."),
        Wrong(rho * bottom / 6, "1에서 계수를 빼지 않았습니다. 1 − ρ = 6Σd²/{n(n² − 1)}입니다."),
        Wrong((1 - rho) * size**3 / 6, "n(n² − 1)이 아니라 n³을 곱했습니다."),
        Wrong((1 - rho) * bottom, "6으로 나누지 않았습니다. 6Σd² = (1 − ρ)·n(n² − 1)입니다."),
        Wrong((1 - rho) * bottom / 3, "6이 아니라 3으로 나누었습니다. 6Σd² = (1 − ρ)·n(n² − 1)입니다."),
        Wrong((1 - rho) * size * size * (size - 1) / 6, "n² − 1이 아니라 n(n − 1)을 곱했습니다."),
        Wrong((1 - rho) * bottom / 12, "6이 아니라 12로 나누었습니다. 6Σd² = (1 − ρ)·n(n² − 1)입니다."),
    ]
    return Draft(
        stem=f"{told} {size}개의 순위를 매겼다. 같은 순위는 없고, 두 순위의 스피어만 순위상관계수는 {plain(rho)}이다. 순위의 차 d의 제곱합 "
        "Σd²은?",
        key=compute(squares_of_spearman, rho=rho, size=size),
        decimals=0,
        why="1 − ρ = 6Σd²/{n(n² − 1)}을 Σd²에 대하여 풀면, Σd² = (1 − ρ)·n(n² − 1)/6이다.",
        wrongs=[wrong for wrong in wrongs if wrong.value > 0],
        steps=[
            "Σd² = (1 − ρ)·n(n² − 1)/6",
            f"n(n² − 1)/6 = {size}·{size * size - 1}/6 = {bottom // 6}",
            f"1 − ρ = 1 − {inside(rho)} = {plain(1 - rho)}",
            f"Σd² = {plain(1 - rho)}·{bottom // 6} = {plain(result)}",
        ],
    )


@template("corr.rank", "discordant", "켄달의 타우에서 순서가 뒤집힌 쌍의 수")
def discordant(draw: Draw) -> Draft:
    """How many pairs stand in opposite order behind Kendall's tau."""
    told, _ = draw.pick(JUDGED)
    size = draw.pick([14, 15, 20, 21, 24, 25] if draw.is_extended else [5, 6, 8, 9, 10, 11, 16])
    pairs = size * (size - 1) // 2
    turned = draw.integer(1, pairs - 1)
    tau = 1 - Fraction(2 * turned, pairs)
    wants_turned = draw.pick([True, False])
    draw.require(tau and not 100 % tau.denominator)
    result, other = (turned, pairs - turned) if wants_turned else (pairs - turned, turned)
    kind, sign = ("뒤집힌", "−") if wants_turned else ("같은", "+")
    factor = 1 - tau if wants_turned else 1 + tau
    return Draft(
        stem=f"{told} {size}개의 순위를 매겼다. 같은 순위는 없고, 두 순위의 켄달의 타우는 {plain(tau)}이다. 두 순위에서 순서가 서로 "
        f"{kind} 쌍은 몇 개인가?",
        key=compute(discordant_pairs if wants_turned else concordant_pairs, tau=float(tau), size=size),
        decimals=0,
        unit="개",
        why="같은 순서의 쌍 C와 뒤집힌 쌍 D는 C + D = n(n − 1)/2이고 C − D = τ·n(n − 1)/2이다.",
        wrongs=[
            Wrong(other, f"순서가 {'같은' if wants_turned else '뒤집힌'} 쌍의 수를 구했습니다."),
            Wrong(float(factor * pairs), "2로 나누지 않았습니다. 두 식을 더하거나 빼면 쌍의 수의 두 배가 남습니다."),
            Wrong(float(abs(tau) * pairs), "두 쌍의 수의 차를 구했습니다."),
            Wrong(float(factor / 2 * size * size / 2), "전체 쌍을 n²/2로 세었습니다. 전체 쌍은 n(n − 1)/2입니다."),
            Wrong(float(factor / 2 * size), "쌍이 아니라 대상의 수에 비율을 곱했습니다."),
            Wrong(pairs, "전체 쌍의 수를 답했습니다."),
            Wrong(float(abs(tau) * pairs / 2), "두 쌍의 수의 차를 2로 나누었습니다."),
        ],
        steps=[
            f"전체 쌍 = {size}·{size - 1}/2 = {pairs}",
            f"{'D' if wants_turned else 'C'} = (1 {sign} τ)/2·{pairs} = (1 {sign} {inside(tau)})/2·{pairs}",
            f"= {plain(factor / 2)}·{pairs} = {result}",
        ],
    )
