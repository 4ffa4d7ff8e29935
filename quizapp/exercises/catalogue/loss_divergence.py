"""Kullback–Leibler divergence and cross-entropy of two distributions.

https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.entropy.html
With a second argument `entropy` gives KL; its logarithm is natural unless a base is given.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from math import log, log2
from typing import TYPE_CHECKING

from quizapp.exercises.catalogue.loss_distributions import (
    TOPICS,
    cross_bits,
    distribution_table,
    entropy_bits,
    kl_bits,
)
from quizapp.exercises.catalogue.loss_parts import factor, ln, plain, sum_text
from quizapp.exercises.computation import compute
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.korean import with_particle
from quizapp.numbers import show

if TYPE_CHECKING:
    from quizapp.exercises.draw import Draw

_EXPONENTS = {4: ((2, 2, 2, 2), (1, 2, 3, 3)), 5: ((1, 3, 3, 3, 3), (2, 2, 2, 3, 3), (1, 2, 3, 4, 4))}
"""Shares that are powers of ½ and sum to one, by the number of classes."""


def kl_divergence(p: list[float], q: list[float]) -> float:
    """Kullback–Leibler divergence KL(P‖Q) in bits."""
    from scipy.stats import entropy

    return float(entropy(p, q, base=2))


def cross_entropy(p: list[float], q: list[float]) -> float:
    """Cross-entropy H(P, Q) in bits: the entropy of P plus KL(P‖Q)."""
    from scipy.stats import entropy

    return float(entropy(p, base=2) + entropy(p, q, base=2))


def smaller_divergence(p: list[float], first: list[float], second: list[float]) -> float:
    """The smaller of KL(P‖first) and KL(P‖second), natural logarithm."""
    from scipy.stats import entropy

    return float(min(entropy(p, first), entropy(p, second)))


def divergence_left(p: list[float], cross: float) -> float:
    """KL(P‖Q) in bits from the cross-entropy H(P, Q)."""
    from scipy.stats import entropy

    return float(cross - entropy(p, base=2))


def _halves(draw: Draw, size: int) -> list[float]:
    """*size* shares that are powers of ½."""
    return [0.5**exponent for exponent in draw.shuffled(draw.pick(_EXPONENTS[size]))]


@template("loss.divergence", "kl", "두 분포의 쿨백–라이블러 발산")
def kl(draw: Draw) -> Draft:
    """KL(P‖Q) or KL(Q‖P) of two distributions whose shares are powers of ½."""
    topic, names = draw.pick(TOPICS)
    size = 5 if draw.is_extended else 4
    p, q = _halves(draw, size), _halves(draw, size)
    forward = draw.pick([True, False])
    first, second = (p, q) if forward else (q, p)
    a, b = ("P", "Q") if forward else ("Q", "P")
    terms = [(x, y) for x, y in zip(first, second, strict=True) if x != y]
    draw.require(terms)
    return Draft(
        stem=f"{topic}의 기준 분포 P와 이번 달 분포 Q가 다음과 같다. 쿨백–라이블러 발산 KL({a}‖{b})는? "
        "(로그의 밑은 2, 소수 넷째 자리에서 반올림)",
        data=distribution_table(topic, names, {"P": p, "Q": q}),
        key=compute(kl_divergence, p=first, q=second),
        decimals=3,
        why=f"KL({a}‖{b})는 앞의 분포 {a}로 무게를 준 로그 비의 합이고, 방향을 바꾸면 값이 달라진다.",
        wrongs=_kl_wrongs(first, second),
        steps=[
            f"KL({a}‖{b}) = Σ {a.lower()}·log₂({a.lower()}/{b.lower()})",
            "비가 1인 항은 0이므로 나머지만 더한다.",
            *(f"{x}·log₂({x}/{y}) = {x}·{factor(log2(x / y))} = {plain(x * log2(x / y))}" for x, y in terms),
            f"합 = {show(kl_bits(first, second), 3)}",
        ],
    )


def _kl_wrongs(first: list[float], second: list[float]) -> list[Wrong]:
    pairs = list(zip(first, second, strict=True))
    return [
        Wrong(kl_bits(second, first), "방향을 바꾸어 구했습니다. KL은 대칭이 아니며 앞의 분포로 무게를 줍니다."),
        Wrong(kl_bits(first, second) * log(2), "자연로그를 썼습니다. 물음은 밑이 2인 로그입니다."),
        Wrong(cross_bits(first, second), "교차 엔트로피를 구했습니다. KL은 여기서 앞 분포의 엔트로피를 뺍니다."),
        Wrong(entropy_bits(first), "앞 분포의 엔트로피만 구했습니다."),
        Wrong(sum(x * abs(log2(x / y)) for x, y in pairs), "로그 비의 절댓값을 더했습니다. 음의 항도 그대로 더합니다."),
        Wrong(sum(max(0, x * log2(x / y)) for x, y in pairs), "양의 항만 더했습니다. 음의 항도 더합니다."),
        Wrong(sum(abs(x - y) for x, y in pairs) / 2, "총변동 거리를 구했습니다."),
        Wrong((kl_bits(first, second) + kl_bits(second, first)) / 2, "두 방향의 KL을 평균했습니다. 물음은 한 방향입니다."),
        Wrong(kl_bits(first, second) / len(first), "범주 수로 나누었습니다. 무게가 이미 확률이므로 나누지 않습니다."),
    ]


@template("loss.divergence", "cross_entropy", "두 분포의 교차 엔트로피")
def cross(draw: Draw) -> Draft:
    """The cross-entropy H(P, Q) of two distributions whose shares are powers of ½."""
    topic, names = draw.pick(TOPICS)
    size = 5 if draw.is_extended else 4
    p, q = _halves(draw, size), _halves(draw, size)
    draw.require(p != q)
    terms = [x * -log2(y) for x, y in zip(p, q, strict=True)]
    return Draft(
        stem=f"{topic}의 실제 분포 P와 모형이 예측한 분포 Q가 다음과 같다. 교차 엔트로피 H(P, Q)는? "
        "(로그의 밑은 2, 소수 넷째 자리에서 반올림)",
        data=distribution_table(topic, names, {"P": p, "Q": q}),
        key=compute(cross_entropy, p=p, q=q),
        decimals=3,
        unit="비트",
        why="교차 엔트로피는 실제 분포 P로 무게를 준 −log₂ q의 합이며, H(P) + KL(P‖Q)와 같다.",
        wrongs=[
            Wrong(kl_bits(p, q), "KL(P‖Q)만 구했습니다. 교차 엔트로피는 여기에 H(P)를 더한 값입니다."),
            Wrong(entropy_bits(p), "실제 분포의 엔트로피 H(P)만 구했습니다. 예측 Q가 쓰이지 않았습니다."),
            Wrong(entropy_bits(q), "예측 분포의 엔트로피 H(Q)를 구했습니다. 무게는 실제 분포 P로 줍니다."),
            Wrong(cross_bits(q, p), "P와 Q를 바꾸어 구했습니다. 로그는 예측 Q에, 무게는 실제 P에 붙습니다."),
            Wrong(cross_bits(p, q) * log(2), "자연로그를 썼습니다. 물음은 밑이 2인 로그입니다."),
            Wrong(entropy_bits(p) + entropy_bits(q), "두 분포의 엔트로피를 더했습니다. 더할 것은 H(P)와 KL(P‖Q)입니다."),
            Wrong(-sum(log2(y) for y in q) / size, "−log₂ q를 무게 없이 평균했습니다."),
            Wrong(cross_bits(p, q) + kl_bits(p, q), "교차 엔트로피에 KL을 또 더했습니다."),
        ],
        steps=[
            "H(P, Q) = −Σ p·log₂ q",
            *(f"{x}·(−log₂ {y}) = {x}·{plain(-log2(y))} = {plain(x * -log2(y))}" for x, y in zip(p, q, strict=True)),
            f"합 = {sum_text(map(plain, terms))} = {show(sum(terms), 3)}",
        ],
    )


@template("loss.divergence", "from_cross_entropy", "교차 엔트로피에서 쿨백–라이블러 발산")
def gap(draw: Draw) -> Draft:
    """KL(P‖Q) from the cross-entropy and the true distribution."""
    topic, names = draw.pick(TOPICS)
    size = 5 if draw.is_extended else 4
    p = _halves(draw, size)
    own, eighths = entropy_bits(p), draw.integer(1, 12)
    extra = eighths / 8 if not draw.is_extended else eighths / 8 + draw.pick([0.05, 0.1])
    given = round(own + extra, 3)
    return Draft(
        stem=f"{topic}의 실제 분포 P가 다음과 같고, 모형이 예측한 분포 Q의 교차 엔트로피 H(P, Q)는 {plain(given)}비트이다. 예측을 고쳐서 "
        "줄일 수 있는 손실, 곧 KL(P‖Q)는? (로그의 밑은 2, 소수 넷째 자리에서 반올림)",
        data=distribution_table(topic, names, {"P": p}),
        key=compute(divergence_left, p=p, cross=given),
        decimals=3,
        unit="비트",
        why="H(P, Q) = H(P) + KL(P‖Q)이고 H(P)는 예측으로 바꿀 수 없으므로, 줄일 수 있는 것은 KL(P‖Q)이다.",
        wrongs=[
            Wrong(own, "줄일 수 없는 쪽인 H(P)를 답했습니다."),
            Wrong(given, "교차 엔트로피를 그대로 답했습니다. 여기서 H(P)를 뺍니다."),
            Wrong(max(given - log2(size), 0), "H(P) 대신 균등 분포의 엔트로피를 뺐습니다."),
            Wrong(given - own * log(2), "H(P)를 자연로그로 구하여 뺐습니다. 두 값의 밑이 같아야 합니다."),
            Wrong(given / own, "교차 엔트로피를 H(P)로 나누었습니다. 두 값의 차가 KL입니다."),
            Wrong(extra * log(2), "차를 자연로그 단위로 바꾸었습니다. 물음은 밑이 2인 로그입니다."),
            Wrong(extra / given, "차가 교차 엔트로피에서 차지하는 비율을 구했습니다."),
            Wrong(extra / 2, "차를 절반으로 나누었습니다. KL은 두 엔트로피의 차 그대로입니다."),
        ],
        steps=[
            "KL(P‖Q) = H(P, Q) − H(P), H(P) = −Σ p·log₂ p",
            f"H(P) = {sum_text(f'{x}·{plain(-log2(x))}' for x in p)} = {plain(own)}",
            f"KL(P‖Q) = {plain(given)} − {plain(own)} = {show(extra, 3)}",
        ],
    )


@template("loss.divergence", "closer", "기준 분포에 더 가까운 분포")
def closer(draw: Draw) -> Draft:
    """Which of two months is closer to the reference by KL(P‖Q), natural logarithm."""
    topic, names = draw.pick(TOPICS)
    months = draw.pick([("3월", "6월"), ("4월", "9월"), ("2월", "8월"), ("5월", "7월")])
    size = 3 if draw.is_extended else 2
    p, *others = (_tenths(draw, size) for _ in range(3))
    draw.require(p not in others and others[0] != others[1])
    values = [sum(x / 10 * _ln_ratio(x, y) for x, y in zip(p, q, strict=True)) for q in others]
    best = values.index(min(values))
    far = kl_bits(*([x / 10 for x in row] for row in (p, others[1 - best]))) * log(2)
    draw.require(abs(values[0] - values[1]) > 0.02 and min(values) > 0.015 and show(max(values), 3) == show(far, 3))
    ratios = {max(Fraction(x, y), Fraction(y, x)) for q in others for x, y in zip(p, q, strict=True)} - {Fraction(1)}
    helpers = ", ".join(f"ln({ratio}) = {show(ln(ratio), 3)}" for ratio in sorted(ratios))
    shares = [[x / 10 for x in row] for row in (p, *others)]
    return Draft(
        stem=f"{topic}의 기준 분포 P와 두 달의 분포가 다음과 같다. 쿨백–라이블러 발산 KL(P‖Q)(Q는 그 달의 분포, 자연로그)로 볼 때 기준에 "
        f"더 가까운 달과 그 값은? (단, {helpers}이고, 소수 넷째 자리에서 반올림)",
        data=distribution_table(topic, names, dict(zip(("P", *months), shares, strict=True))),
        key=compute(smaller_divergence, p=shares[0], first=shares[1], second=shares[2]),
        decimals=3,
        label=_verdict(months[best], values[best]),
        why="KL(P‖Q)는 두 분포가 같을 때 0이고, 작을수록 Q가 P에 가깝다.",
        wrongs=_closer_wrongs(draw, months, best, shares),
        steps=[
            "KL(P‖Q) = Σ p·ln(p/q)",
            *(
                f"{month}: {sum_text(_term(x, y) for x, y in zip(p, q, strict=True) if x != y)} = {show(value, 3)}"
                for month, q, value in zip(months, others, values, strict=True)
            ),
            f"{show(values[best], 3)} < {show(values[1 - best], 3)}이므로 {with_particle(months[best], '이/가')} 더 가깝다.",
        ],
        by_hand=values[best],
    )


def _tenths(draw: Draw, size: int) -> list[int]:
    """*size* shares in tenths."""
    cuts = [0, *sorted(draw.sample(range(1, 10), size - 1)), 10]
    return [high - low for low, high in pairwise(cuts)]


def _ln_ratio(x: int, y: int) -> float:
    """ln(x/y) from the printed logarithm of the ratio above one."""
    return ln(Fraction(x, y)) if x >= y else -ln(Fraction(y, x))


def _term(x: int, y: int) -> str:
    return f"{plain(x / 10)}·{factor(_ln_ratio(x, y))}"


def _closer_wrongs(draw: Draw, months: tuple[str, str], best: int, shares: list[list[float]]) -> list[Wrong]:
    """Misconceptions about both months; only two that keep the right one, so that the choices never name one month alone."""
    p, *others = shares
    kinds = [
        ("KL(Q‖P)를 구했습니다. 앞의 분포로 무게를 줍니다.", [kl_bits(q, p) * log(2) for q in others]),
        ("교차 엔트로피를 구했습니다.", [cross_bits(p, q) * log(2) for q in others]),
        ("로그의 밑을 2로 썼습니다.", [kl_bits(p, q) for q in others]),
        ("총변동 거리를 구했습니다.", [sum(abs(x - y) for x, y in zip(p, q, strict=True)) / 2 for q in others]),
        ("양의 항만 더했습니다.", [sum(max(0, x * log(x / y)) for x, y in zip(p, q, strict=True)) for q in others]),
        ("차의 제곱을 더했습니다.", [sum((x - y) ** 2 for x, y in zip(p, q, strict=True)) for q in others]),
    ]
    far = 1 - best
    other = kl_bits(p, others[far]) * log(2)
    kept = [Wrong(v[best], f"달은 맞지만 {why}", _verdict(months[best], v[best])) for why, v in draw.sample(kinds, 2)]
    changed = [Wrong(v[far], f"먼 달을 골랐고, {why}", _verdict(months[far], v[far])) for why, v in draw.sample(kinds, 3)]
    return [*kept, Wrong(other, "KL이 큰 달을 골랐습니다. 작을수록 가깝습니다.", _verdict(months[far], other)), *changed]


def _verdict(month: str, value: float) -> str:
    return f"{month}, KL = {show(value, 3)}"
