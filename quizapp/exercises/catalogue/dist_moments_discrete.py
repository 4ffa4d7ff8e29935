"""Two more discrete distributions: waiting for the first hit (`scipy.stats.geom`), drawing without replacement (`hypergeom`).

https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.geom.html
https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.hypergeom.html
SciPy's `geom` counts the trials up to and with the first hit; `hypergeom` takes the total, the marked ones and the sample.
"""

from __future__ import annotations

from fractions import Fraction
from math import comb, perm

from quizapp.exercises.catalogue.confusion_tables import require_hand_fractions
from quizapp.exercises.catalogue.probability_parts import TRIALS, binomial, power
from quizapp.exercises.catalogue.wording import plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.korean import with_particle
from quizapp.numbers import show


def first_hit(trial: int, rate: float) -> float:
    from scipy.stats import geom

    return float(geom.pmf(trial, rate))


def first_hit_within(trial: int, rate: float) -> float:
    from scipy.stats import geom

    return float(geom.cdf(trial, rate))


def marked_in_sample(hits: int, total: int, marked: int, size: int) -> float:
    from scipy.stats import hypergeom

    return float(hypergeom.pmf(hits, total, marked, size))


@template("dist.moments", "geometric", "처음 나올 때까지의 시행 수(기하분포)")
def geometric(draw: Draw) -> Draft:
    """The probability that the first hit comes at a given trial, or by then."""
    trial, by_then = draw.pick(TRIALS), draw.pick([True, False])
    rate = Fraction(draw.pick(trial.rates) + (draw.pick([-5, 5]) if draw.is_extended else 0), 100)
    k = draw.integer(3, 7) if draw.is_extended else draw.integer(2, 4)
    p, q = float(rate), float(1 - rate)
    value = 1 - q**k if by_then else q ** (k - 1) * p
    draw.require(0.01 < value < 0.99)
    asked = f"{k}번째까지 한 번이라도 나올" if by_then else f"{k}번째에 처음 나올"
    steps = (
        [f"P(X ≤ k) = 1 − (1 − p)ᵏ, p = {plain(p)}, k = {k}", f"1 − {power(1 - rate, k)} = 1 − {plain(q**k)} = {show(value, 3)}"]
        if by_then
        else [
            f"P(X = k) = (1 − p)ᵏ⁻¹·p, p = {plain(p)}, k = {k}",
            f"{power(1 - rate, k - 1)}·{plain(p)} = {plain(q ** (k - 1))}·{plain(p)} = {show(value, 3)}",
        ]
    )
    return Draft(
        stem=f"{trial.premise.format(plain(100 * rate))} 하나씩 차례로 살필 때, {with_particle(trial.hit, '이/가')} {asked} 확률은? "
        f"({rounding(3)})",
        key=compute(first_hit_within if by_then else first_hit, trial=k, rate=p),
        decimals=3,
        why="기하분포에서 처음 나오기 전의 시행은 모두 실패이므로, 실패의 확률을 거듭 곱한다.",
        wrongs=within(_geometric_wrongs(k, p, by_then=by_then), 0, 0.9995),
        steps=steps,
    )


def _geometric_wrongs(k: int, p: float, *, by_then: bool) -> list[Wrong]:
    q = 1 - p
    late, early = q ** (k - 1) * p, 1 - q**k
    other = (
        Wrong(late, f"정확히 {k}번째에 처음 나올 확률만 구했습니다. 그보다 앞선 경우도 더합니다.")
        if by_then
        else Wrong(early, f"{k}번째까지 한 번이라도 나올 확률을 구했습니다. 물음은 정확히 {k}번째입니다.")
    )
    return [
        other,
        Wrong(1 - q ** (k - 1), "지수를 k − 1로 썼습니다. k번 모두 나오지 않을 확률을 뺍니다.")
        if by_then
        else Wrong(q**k * p, "앞선 실패를 k번으로 셌습니다. k번째에 처음 나오려면 실패는 k − 1번입니다."),
        Wrong(1 - q ** (k + 1), "지수를 k + 1로 썼습니다. k번 모두 나오지 않을 확률을 뺍니다.")
        if by_then
        else Wrong(q ** (k - 1), "마지막에 나올 확률 p를 곱하지 않았습니다."),
        Wrong(binomial(1, k, p), f"이항분포로 {k}번 가운데 한 번일 확률을 구했습니다. 순서가 정해져 있지 않은 경우입니다."),
        Wrong(q**k, f"{k}번 모두 나오지 않을 확률을 구했습니다."),
        Wrong(p ** (k - 1) * q, "성공과 실패의 확률을 바꾸었습니다."),
        Wrong(k * p, "확률을 시행 수만큼 더했습니다."),
        Wrong(p, "앞의 실패를 곱하지 않고 한 번의 확률을 답했습니다."),
        Wrong(p**k, "나올 확률을 시행 수만큼 곱했습니다."),
    ]


_BOXES = (
    ("부품 {}개 가운데 {}개가 불량이다.", "부품 {}개를", "불량품", "개"),
    ("혈액 검체 {}개 가운데 {}개가 양성이다.", "검체 {}개를", "양성 검체", "개"),
    ("택배 {}건 가운데 {}건이 파손되었다.", "택배 {}건을", "파손된 택배", "건"),
    ("직원 {}명 가운데 {}명이 분석가이다.", "직원 {}명을", "분석가", "명"),
    ("주문 {}건 가운데 {}건이 해외 주문이다.", "주문 {}건을", "해외 주문", "건"),
    ("민원 {}건 가운데 {}건이 긴급 민원이다.", "민원 {}건을", "긴급 민원", "건"),
    ("진료 기록 {}건 가운데 {}건에 오류가 있다.", "기록 {}건을", "오류 있는 기록", "건"),
    ("설문 응답 {}장 가운데 {}장이 무효이다.", "응답 {}장을", "무효 응답", "장"),
    ("센서 {}대 가운데 {}대가 고장이다.", "센서 {}대를", "고장 난 센서", "대"),
)


@template("dist.moments", "hypergeometric", "비복원추출의 확률(초기하분포)")
def hypergeometric(draw: Draw) -> Draft:
    """The probability of so many marked ones in a sample without replacement."""
    premise, pick, name, counter = draw.pick(_BOXES)
    total, size = draw.integer(*((9, 16) if draw.is_extended else (5, 12))), draw.integer(*((3, 5) if draw.is_extended else (2, 4)))
    marked = draw.integer(2, total - 2)
    hits = draw.integer(1, min(size - 1, marked))
    rest, missed = total - marked, size - hits
    draw.require(missed <= rest)
    ways = comb(marked, hits) * comb(rest, missed)
    value = Fraction(ways, comb(total, size))
    require_hand_fractions(draw, value)
    decimals = 3 if draw.is_extended else 2
    left, right = f"{marked}C{hits}", f"{rest}C{missed}"
    return Draft(
        stem=f"{premise.format(total, marked)} 이 가운데 {pick.format(size)} 한꺼번에 임의로 뽑을 때, {with_particle(name, '이/가')} "
        f"정확히 {hits}{counter} 뽑힐 확률은? ({rounding(decimals)})",
        key=compute(marked_in_sample, hits=hits, total=total, marked=marked, size=size),
        decimals=decimals,
        why="비복원추출의 확률은 뽑는 조합의 수로 센다: (해당하는 것의 조합)·(나머지의 조합)/(전체의 조합).",
        wrongs=within(_drawn_wrongs(hits, total, marked, size, counter), 0, 0.999),
        steps=[
            f"P = {left}·{right}/{total}C{size}",
            f"{left} = {comb(marked, hits)}, {right} = {comb(rest, missed)}, {total}C{size} = {comb(total, size)}",
            f"P = {comb(marked, hits)}·{comb(rest, missed)}/{comb(total, size)} = {value} = {show(float(value), decimals)}",
        ],
    )


def _drawn_wrongs(hits: int, total: int, marked: int, size: int, counter: str) -> list[Wrong]:
    rest, missed = total - marked, size - hits
    value = comb(marked, hits) * comb(rest, missed) / comb(total, size)
    chances = {k: comb(marked, k) * comb(rest, size - k) / comb(total, size) for k in range(size + 1)}
    return [
        Wrong(binomial(hits, size, marked / total), "복원추출(이항분포)로 구했습니다. 한꺼번에 뽑으면 뽑을 때마다 비율이 달라집니다."),
        Wrong(
            perm(marked, hits) * perm(rest, missed) / perm(total, size), "한 가지 순서로 뽑힐 확률만 구했습니다. 순서의 수를 곱해야 합니다."
        ),
        Wrong(comb(marked, hits) / comb(total, size), "나머지를 뽑는 조합의 수를 곱하지 않았습니다."),
        Wrong(
            sum(chances[k] for k in chances if k >= hits), f"{hits}{counter} 이상일 확률을 구했습니다. 물음은 정확히 {hits}{counter}입니다."
        ),
        Wrong(marked / total, "전체에서의 비율을 답했습니다."),
        Wrong(1 - value, "여사건의 확률을 답했습니다."),
        Wrong(hits / marked, "뽑을 수를 해당하는 것의 수로 나누었습니다."),
    ]
