"""Jensen–Shannon divergence: the square of what `jensenshannon` returns.

https://docs.scipy.org/doc/scipy/reference/generated/scipy.spatial.distance.jensenshannon.html
https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.entropy.html
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from math import ceil, floor, log, log2, sqrt
from typing import TYPE_CHECKING

from quizapp.exercises.catalogue.loss_distributions import TOPICS, distribution_table, entropy_bits, kl_bits
from quizapp.exercises.catalogue.loss_parts import factor, plain, sum_text, within
from quizapp.exercises.computation import compute
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.numbers import rounded, show

if TYPE_CHECKING:
    from quizapp.exercises.draw import Draw


def js_divergence(p: list[float], q: list[float]) -> float:
    """Jensen–Shannon divergence in bits; SciPy returns its root."""
    from scipy.spatial.distance import jensenshannon

    return float(jensenshannon(p, q, base=2) ** 2)


def other_half(distance: float, known: float) -> float:
    """KL(Q‖M) from the Jensen–Shannon distance and KL(P‖M): the divergence is the mean of the two."""
    import numpy as np

    return float(2 * np.square(distance) - known)


def _parts(draw: Draw, whole: int, size: int) -> list[int]:
    """*size* counts with the sum *whole*, zero among them allowed."""
    cuts = [0, *sorted(draw.integer(0, whole) for _ in range(size - 1)), whole]
    return [high - low for low, high in pairwise(cuts)]


def _log_of_ratio(ratio: Fraction) -> float:
    """log₂ from the printed logarithm of the ratio above one."""
    size = float(rounded(log2(max(ratio, 1 / ratio)), 3))
    return size if ratio > 1 else -size


@template("loss.divergence", "js", "두 분포의 젠슨–섀넌 발산")
def js(draw: Draw) -> Draft:
    """The Jensen–Shannon divergence of two distributions, also where KL would be infinite."""
    topic, names = draw.pick(TOPICS)
    whole, size = (10, 4) if draw.is_extended else (4, 3)
    counts = [_parts(draw, whole, size), _parts(draw, whole, size)]
    draw.require(counts[0] != counts[1] and all(a + b for a, b in zip(*counts, strict=True)))
    p, q = ([count / whole for count in row] for row in counts)
    middle = [(x + y) / 2 for x, y in zip(p, q, strict=True)]
    ratios = [[Fraction(2 * a, a + b) for a, b in zip(*rows, strict=True)] for rows in (counts, counts[::-1])]
    inexact = {max(r, 1 / r) for row in ratios for r in row if r} - {Fraction(1), Fraction(2)}
    helpers = "".join(f", log₂({ratio}) = {show(_log_of_ratio(ratio), 3)}" for ratio in sorted(inexact))
    parts = [
        [(share, ratio, _log_of_ratio(ratio)) for share, ratio in zip(row, of, strict=True) if share and ratio != 1]
        for row, of in zip((p, q), ratios, strict=True)
    ]
    halves = [float(show(sum(share * bits for share, _, bits in row), 3)) for row in parts]
    lines = [" + ".join(f"{plain(share)}·{factor(bits)}" for share, _, bits in row) or "0" for row in parts]
    return Draft(
        stem=f"{topic}의 지난달 분포 P와 이번 달 분포 Q가 다음과 같다. 젠슨–섀넌 발산(제곱근을 씌우지 않은 값)은? (로그의 밑은 2, "
        f"0·log₂ 0 = 0{helpers}, 소수 셋째 자리에서 반올림)",
        data=distribution_table(topic, names, {"P": p, "Q": q}),
        key=compute(js_divergence, p=p, q=q),
        why="두 분포의 평균 M에 대한 KL(P‖M)과 KL(Q‖M)을 평균한 값이며, 대칭이고 밑이 2이면 1을 넘지 않는다.",
        wrongs=_js_wrongs(p, q, middle),
        steps=[
            "M = (P + Q)/2, JS = ½·KL(P‖M) + ½·KL(Q‖M)",
            f"M = ({', '.join(map(plain, middle))})",
            *(f"KL({n}‖M) = {line} = {show(x, 3)}" for n, line, x in zip("PQ", lines, halves, strict=True)),
            f"JS = ({sum_text(show(x, 3) for x in halves)})/2 = {show(sum(halves) / 2, 2)}",
        ],
        by_hand=sum(halves) / 2,
    )


def _js_wrongs(p: list[float], q: list[float], middle: list[float]) -> list[Wrong]:
    one, other = kl_bits(p, middle), kl_bits(q, middle)
    value = (one + other) / 2
    wrongs = [
        Wrong(sqrt(value), "제곱근을 씌운 젠슨–섀넌 거리입니다. 물음은 발산입니다."),
        Wrong(one + other, "½을 곱하지 않고 두 KL을 더했습니다."),
        Wrong(one, "KL(P‖M)만 구했습니다. KL(Q‖M)과 평균합니다."),
        Wrong(other, "KL(Q‖M)만 구했습니다. KL(P‖M)과 평균합니다."),
        Wrong(value * log(2), "자연로그를 썼습니다. 물음은 밑이 2인 로그입니다."),
        Wrong(value**2, "발산을 제곱했습니다. 제곱하여 발산이 되는 것은 거리입니다."),
        Wrong(entropy_bits(middle), "M의 엔트로피입니다. 여기서 H(P)와 H(Q)의 평균을 뺍니다."),
        Wrong(sum(abs(x - y) for x, y in zip(p, q, strict=True)) / 2, "총변동 거리를 구했습니다."),
        Wrong(value / 2, "평균한 뒤 ½을 또 곱했습니다."),
    ]
    if all(q):
        wrongs.append(Wrong(kl_bits(p, q), "M을 거치지 않고 KL(P‖Q)를 구했습니다."))
    return wrongs


@template("loss.divergence", "from_js_distance", "젠슨–섀넌 거리의 출력에서 남은 KL")
def from_distance(draw: Draw) -> Draft:
    """KL(Q‖M) from what SciPy printed: the distance and KL(P‖M)."""
    topic, _ = draw.pick(TOPICS)
    distance = draw.multiple(0.25, 0.75, 0.05) if draw.is_extended else draw.multiple(0.2, 0.8, 0.1)
    square = round(distance**2, 4)
    known = draw.integer(ceil(170 * square), floor(230 * square)) / 200  # within 15 % of the mean, as two real KLs are
    draw.require(known != square)
    answer = 2 * square - known
    return Draft(
        stem=f"{topic}의 지난달 분포 P, 이번 달 분포 Q와 둘의 평균 M = (P + Q)/2에 대하여 SciPy가 다음과 같이 출력하였다. KL(Q‖M)은? "
        "(jensenshannon은 젠슨–섀넌 거리, 곧 발산의 제곱근을 돌려준다. 로그의 밑은 2, 소수 넷째 자리에서 반올림)",
        data=f">>> jensenshannon(p, q, base=2)\n{plain(distance)}\n>>> entropy(p, m, base=2)    # KL(P||M)\n{plain(known)}",
        key=compute(other_half, distance=distance, known=known),
        decimals=3,
        unit="비트",
        why="출력을 제곱한 것이 발산이고, 발산은 KL(P‖M)과 KL(Q‖M)의 평균이므로 두 배에서 아는 쪽을 뺀다.",
        wrongs=_distance_wrongs(distance, square, known),
        steps=[
            "거리² = ½·KL(P‖M) + ½·KL(Q‖M), KL(Q‖M) = 2·거리² − KL(P‖M)",
            f"거리² = {plain(distance)}² = {plain(square)}",
            f"2·{plain(square)} = {plain(2 * square)}",
            f"KL(Q‖M) = {plain(2 * square)} − {plain(known)} = {show(answer, 3)}",
        ],
    )


def _distance_wrongs(distance: float, square: float, known: float) -> list[Wrong]:
    wrongs = [
        Wrong(2 * distance - known, "출력을 제곱하지 않았습니다. jensenshannon은 발산의 제곱근입니다."),
        Wrong(distance - known, "제곱하지도 두 배 하지도 않고 뺐습니다."),
        Wrong(square - known, "발산을 두 배 하지 않고 뺐습니다. 발산은 두 KL의 평균입니다."),
        Wrong(square - known / 2, "½을 곱한 KL(Q‖M)까지만 구했습니다. 두 배 해야 합니다."),
        Wrong(2 * square, "KL(P‖M)을 빼지 않았습니다."),
        Wrong(square, "KL(Q‖M)이 발산과 같다고 보았습니다. 발산은 두 KL의 평균입니다."),
        Wrong(2 * square + known, "KL(P‖M)을 빼지 않고 더했습니다."),
        Wrong(known, "KL(P‖M)과 KL(Q‖M)이 같다고 보았습니다. 대칭인 것은 둘의 평균입니다."),
        Wrong(2 * sqrt(distance) - known, "제곱하지 않고 제곱근을 한 번 더 씌웠습니다."),
    ]
    return within(wrongs, 0, 1)
