"""Rank correlation: Spearman's and Kendall's coefficient of data without ties.

https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.spearmanr.html
https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.kendalltau.html
"""

from __future__ import annotations

import statistics
from fractions import Fraction
from itertools import combinations

from quizapp.exercises.catalogue.confusion_tables import require_hand_fractions
from quizapp.exercises.catalogue.corr_pearson import PAIRS, ranked
from quizapp.exercises.catalogue.wording import rounding, signed, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle

JUDGED = (
    ("두 심사위원이 공공데이터 공모작", ("심사위원 갑", "심사위원 을")),
    ("두 상품 기획자가 신상품 후보", ("기획자 갑", "기획자 을")),
    ("두 전문의가 위험도로 검사 영상", ("전문의 갑", "전문의 을")),
    ("두 정비사가 시급도로 설비", ("정비사 갑", "정비사 을")),
    ("추천 모형과 판매량으로 상품", ("추천 모형", "판매량")),
)
"""Who put what in order, and the names of both orders."""


def spearman(x: list[float], y: list[float]) -> float:
    from scipy.stats import spearmanr

    return float(spearmanr(x, y).statistic)


def kendall(x: list[float], y: list[float]) -> float:
    from scipy.stats import kendalltau

    return float(kendalltau(x, y).statistic)


def pairs_of(x: list[int], y: list[int]) -> tuple[int, int]:
    """How many pairs agree in their order, and how many do not."""
    signs = [(a - c) * (b - d) for (a, b), (c, d) in combinations(list(zip(x, y, strict=True)), 2)]
    return sum(sign > 0 for sign in signs), sum(sign < 0 for sign in signs)


def _rank_wrongs(squares: float, distances: float, size: int) -> list[Wrong]:
    """What people take for 1 − 6Σd²/(n(n² − 1))."""
    rule = "ρ = 1 − 6Σd²/{n(n² − 1)}입니다."
    top, bottom = 6 * squares, size * (size * size - 1)
    return [
        Wrong(top / bottom, f"1에서 빼지 않았습니다. {rule}"),
        Wrong(1 - top / size**3, f"분모를 n³으로 놓았습니다. {rule}"),
        Wrong(1 - squares / bottom, f"6을 곱하지 않았습니다. {rule}"),
        Wrong(1 - 6 * distances / bottom, f"순위의 차를 제곱하지 않았습니다. {rule}"),
        Wrong(1 - top / (size * (size - 1)), f"분모를 n(n − 1)로 놓았습니다. {rule}"),
        Wrong(-(1 - top / bottom), "한쪽의 순위를 거꾸로 매겼습니다. 두 변수의 순위는 같은 방향으로 매깁니다."),
        Wrong(1 - 3 * squares / bottom, f"6이 아니라 3을 곱했습니다. {rule}"),
    ]


@template("corr.rank", "spearman", "자료에서 스피어만 순위상관계수")
def spearman_of_data(draw: Draw) -> Draft:
    """Spearman's coefficient of two columns without ties."""
    (place, first, second), size = draw.pick(PAIRS), draw.integer(7, 8) if draw.is_extended else draw.integer(5, 6)
    low = draw.integer(8, 30), draw.integer(10, 40)
    x, y = ([start + step for step in draw.sample(range(30), size)] for start in low)
    ranks = [[int(rank) for rank in ranked(column)] for column in (x, y)]
    gaps = [a - b for a, b in zip(*ranks, strict=True)]
    squares, bottom = sum(gap * gap for gap in gaps), size * (size * size - 1)
    rho = 1 - Fraction(6 * squares, bottom)
    require_hand_fractions(draw, rho)
    draw.require(Fraction(1, 20) < abs(rho) < 1)
    agree, turned = pairs_of(x, y)
    wrongs = [
        *_rank_wrongs(squares, sum(map(abs, gaps)), size),
        Wrong(statistics.correlation(x, y), "순위가 아니라 값으로 구했습니다. 이는 피어슨 상관계수입니다."),
        Wrong((agree - turned) / (agree + turned), "순서가 맞는 쌍과 뒤집힌 쌍을 세었습니다. 이는 켄달의 타우입니다."),
    ]
    return Draft(
        stem=f"{place} {with_particle(first, '과/와')} {with_particle(second, '이/가')} 다음과 같다. 두 변수의 스피어만 순위상관계수는? "
        f"({rounding(2)})",
        data=Table(columns=("번호", *map(str, range(1, size + 1))), rows=((first, *x), (second, *y))),
        key=compute(spearman, x=x, y=y),
        why="스피어만 순위상관계수는 순위의 피어슨 상관계수이며, 같은 값이 없으면 1 − 6Σd²/{n(n² − 1)}과 같다.",
        wrongs=within(wrongs, -1, 1),
        steps=[
            f"순위(작은 것부터): {first.partition('(')[0]} {_listed(ranks[0])} / {second.partition('(')[0]} {_listed(ranks[1])}",
            f"순위의 차 d = {', '.join(signed(gap, 0) for gap in gaps)}, Σd² = {squares}",
            f"ρ = 1 − 6·{squares}/({size}·{size * size - 1}) = 1 − {6 * squares}/{bottom} = {signed(float(rho), 2)}",
        ],
    )


def _listed(ranks: list[int]) -> str:
    return ", ".join(map(str, ranks))


@template("corr.rank", "kendall", "두 순위에서 켄달의 타우")
def kendall_of_ranks(draw: Draw) -> Draft:
    """Kendall's tau of two rankings."""
    (told, judges), size = draw.pick(JUDGED), 6 if draw.is_extended else draw.pick([4, 5, 5])
    x, y = draw.shuffled(range(1, size + 1)), draw.shuffled(range(1, size + 1))
    agree, turned = pairs_of(x, y)
    pairs, squares = agree + turned, sum((a - b) ** 2 for a, b in zip(x, y, strict=True))
    tau = (agree - turned) / pairs
    draw.require(turned and agree != turned)
    rule = "τ = (C − D)/{n(n − 1)/2}입니다."
    wrongs = [
        Wrong(agree / pairs, f"순서가 맞는 쌍의 비율에서 멈추었습니다. {rule}"),
        Wrong(turned / pairs, f"뒤집힌 쌍의 비율을 구했습니다. {rule}"),
        Wrong(-tau, f"뒤집힌 쌍에서 맞는 쌍을 뺐습니다. {rule}"),
        Wrong(tau / 2, f"쌍의 수를 n(n − 1)로 세었습니다. {rule}"),
        Wrong((agree - turned) / size**2, f"쌍의 수를 n²으로 세었습니다. {rule}"),
        Wrong(1 - 6 * squares / (size * (size * size - 1)), "스피어만 순위상관계수를 구했습니다. 물음은 켄달의 타우입니다."),
        Wrong((agree - turned) / size, f"쌍의 수가 아니라 대상의 수로 나누었습니다. {rule}"),
        Wrong(1 - turned / agree if agree else 0, f"뒤집힌 쌍을 맞는 쌍으로 나누어 1에서 뺐습니다. {rule}"),
    ]
    by_first = sorted(zip(x, y, strict=True))
    return Draft(
        stem=f"{told} {size}개의 순위를 매긴 결과가 다음과 같다. 두 순위의 켄달의 타우(τ)는? ({rounding(2)})",
        data=Table(columns=("대상", *"ABCDEF"[:size]), rows=((judges[0], *x), (judges[1], *y))),
        key=compute(kendall, x=x, y=y),
        why="켄달의 타우는 두 순위에서 순서가 맞는 쌍 C와 뒤집힌 쌍 D의 차를 전체 쌍의 수 n(n − 1)/2로 나눈 값이다.",
        wrongs=within(wrongs, -1, 1),
        steps=[
            f"{judges[0]}의 순위대로 놓으면 {judges[1]}: {_listed([b for _, b in by_first])}",
            f"뒤에 더 큰 수가 오는 쌍 C = {agree}, 더 작은 수가 오는 쌍 D = {turned}",
            f"전체 쌍 = {size}·{size - 1}/2 = {pairs}",
            f"τ = ({agree} − {turned})/{pairs} = {signed(tau, 2)}",
        ],
    )
