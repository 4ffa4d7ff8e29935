"""The binomial distribution: `scipy.stats.binom` with the number of trials n and the rate p.

https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.binom.html
"""

from __future__ import annotations

from fractions import Fraction
from math import comb

from quizapp.exercises.catalogue.probability_parts import RARE_TRIALS, TRIALS, binomial, power
from quizapp.exercises.catalogue.wording import plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import rounded, show


def exact_hits(hits: int, trials: int, rate: float) -> float:
    from scipy.stats import binom

    return float(binom.pmf(hits, trials, rate))


def some_hit(trials: int, rate: float) -> float:
    from scipy.stats import binom

    return float(binom.sf(0, trials, rate))


def likelier_pass(trials: list[int], allowed: list[int], rate: float) -> float:
    from scipy.stats import binom

    return float(max(binom.cdf(allowed, trials, rate)))


def rarer_pass(trials: list[int], allowed: list[int], rate: float) -> float:
    from scipy.stats import binom

    return float(min(binom.cdf(allowed, trials, rate)))


@template("dist.binomial", "exactly", "정확히 k번일 확률")
def exactly(draw: Draw) -> Draft:
    """The probability of exactly k hits among a few trials."""
    trial, decimals = draw.pick(TRIALS), 3
    rate = Fraction(draw.pick(trial.rates) + (draw.pick([-5, 5]) if draw.is_extended else 0), 100)
    n = draw.integer(5, 8) if draw.is_extended else draw.integer(3, 5)
    k = draw.integer(1, n - 1)
    p, q, ways = float(rate), float(1 - rate), comb(n, k)
    value = binomial(k, n, p)
    draw.require(value > 0.01)
    return Draft(
        stem=f"{trial.premise.format(plain(100 * rate))} {trial.pick.format(n)} {with_particle(trial.hit, '이/가')} 정확히 "
        f"{k}{trial.counter}일 확률은? ({rounding(decimals)})",
        key=compute(exact_hits, hits=k, trials=n, rate=p),
        decimals=decimals,
        why="이항분포의 확률은 nCk·pᵏ·(1 − p)ⁿ⁻ᵏ이다. 성공이 놓이는 순서의 수 nCk를 곱한다.",
        wrongs=within(_exactly_wrongs(k, n, p), 0, 1),
        steps=[
            "P(X = k) = nCk·pᵏ·(1 − p)ⁿ⁻ᵏ",
            f"n = {n}, k = {k}, p = {plain(rate)}, 1 − p = {plain(1 - rate)}",
            f"P(X = {k}) = {n}C{k}·{power(rate, k)}·{power(1 - rate, n - k)}",
            f"P(X = {k}) = {ways}·{plain(p**k)}·{plain(q ** (n - k))} = {show(value, decimals)}",
        ],
    )


def _exactly_wrongs(k: int, n: int, p: float) -> list[Wrong]:
    q = 1 - p
    at_most = sum(binomial(hits, n, p) for hits in range(k + 1))
    return [
        Wrong(
            p**k * q ** (n - k), f"{n}C{k} = {with_particle(str(comb(n, k)), '을/를')} 곱하지 않았습니다. 성공이 놓이는 순서를 모두 셉니다."
        ),
        Wrong(binomial(n - k, n, p), "p와 1 − p의 지수를 바꾸었습니다. 성공의 확률 p를 k번 곱합니다."),
        Wrong(at_most, f"{k}번 이하일 확률을 구했습니다. 물음은 정확히 {k}번입니다."),
        Wrong(1 - at_most + binomial(k, n, p), f"{k}번 이상일 확률을 구했습니다. 물음은 정확히 {k}번입니다."),
        Wrong(comb(n, k) * p**k, "나머지가 성공하지 않을 확률 (1 − p)ⁿ⁻ᵏ을 곱하지 않았습니다."),
        Wrong(
            n * p**k * q ** (n - k),
            f"순서의 수로 {with_particle(f'{n}C{k}', '이/가')} 아니라 n = {with_particle(str(n), '을/를')} 곱했습니다.",
        ),
        Wrong(k / n, "관측된 비율 k/n을 확률로 보았습니다."),
    ]


@template("dist.binomial", "at_least_one", "적어도 한 번일 확률")
def at_least_one(draw: Draw) -> Draft:
    """The probability of one hit or more among many trials, by the complement."""
    trial, decimals = draw.pick(RARE_TRIALS), 3 if draw.is_extended else 2
    percent = draw.integer(1, 14) if draw.is_extended else draw.pick([2, 3, 4, 5, 8, 10, 15, 20])
    n = draw.integer(7, 40) if draw.is_extended else draw.pick([5, 6, 8, 10, 12, 15, 20])
    p, rest = percent / 100, Fraction(100 - percent, 100)
    q = float(rest)
    none = float(rounded(q**n, 3))
    draw.require(0.1 < q**n < 0.9)
    helpers = ", ".join(f"{power(rest, exponent)} = {show(q**exponent, 3)}" for exponent in (n - 1, n))
    return Draft(
        stem=f"{trial.premise.format(percent)} {trial.pick.format(n)} {with_particle(trial.hit, '이/가')} 적어도 1{trial.counter} "
        f"나올 확률은? (단, {helpers}이고, {rounding(decimals)})",
        key=compute(some_hit, trials=n, rate=p),
        decimals=decimals,
        why="적어도 한 번의 확률은 여사건(한 번도 없음)의 확률을 1에서 뺀 값이다: 1 − (1 − p)ⁿ.",
        wrongs=within(
            [
                Wrong(n * p, "확률을 시행 수만큼 더했습니다. np는 평균이고, 겹치는 경우를 여러 번 셉니다."),
                Wrong(q**n, "한 번도 나오지 않을 확률을 답했습니다. 이것을 1에서 뺍니다."),
                Wrong(binomial(1, n, p), "정확히 한 번일 확률만 구했습니다. 두 번 이상도 더해야 합니다."),
                Wrong(1 - q ** (n - 1), "지수를 n − 1로 썼습니다. n번 모두 나오지 않을 확률을 뺍니다."),
                Wrong(1 - q**n - binomial(1, n, p), "두 번 이상일 확률을 구했습니다. 정확히 한 번인 경우가 빠졌습니다."),
                Wrong(q ** (n - 1), "한 번도 나오지 않을 확률을, 그것도 지수를 하나 적게 써서 답했습니다."),
                Wrong(1 - p**n, "모두 성공일 확률을 1에서 뺐습니다. 뺄 것은 한 번도 나오지 않을 확률입니다."),
            ],
            0,
            0.9995,
        ),
        steps=["P(X ≥ 1) = 1 − P(X = 0) = 1 − (1 − p)ⁿ", f"1 − {power(rest, n)} = 1 − {show(none, 3)} = {show(1 - none, decimals)}"],
        by_hand=1 - none,
    )


_LOTS = ("부품 묶음", "센서 묶음", "마스크 묶음", "수입 식품 묶음", "의약품 묶음", "배터리 묶음")
_PLANS = ((2, 0), (3, 0), (4, 0), (5, 0), (3, 1), (4, 1), (5, 1))
"""How many are drawn and how many of them may be defective."""


def _pass_terms(plan: tuple[int, int], p: float) -> list[float]:
    """The probabilities of 0 up to the allowed number of defective ones, rounded as they are written down."""
    n, allowed = plan
    return [float(rounded(binomial(hits, n, p), 4)) for hits in range(allowed + 1)]


def _passing(plan: tuple[int, int], p: float) -> float:
    return sum(binomial(hits, plan[0], p) for hits in range(plan[1] + 1))


def _passing_step(name: str, plan: tuple[int, int], rate: Fraction) -> str:
    """The line of the solution that computes a plan's probability."""
    n, allowed = plan
    formula = power(1 - rate, n) + (f" + {n}·{plain(rate)}·{power(1 - rate, n - 1)}" if allowed else "")
    terms = f"{' + '.join(map(plain, _pass_terms(plan, float(rate))))} = " if allowed else ""
    return f"{name}: P(X ≤ {allowed}) = {formula} = {terms}{show(_passing(plan, float(rate)), 3)}"


@template("dist.binomial", "compare", "합격할 확률이 더 높거나 낮은 검사 방식")
def compare(draw: Draw) -> Draft:
    """Which of two sampling inspections passes a lot more, or less, often."""
    lot, higher, names = draw.pick(_LOTS), draw.pick([True, False]), draw.pick([("A안", "B안"), ("1안", "2안"), ("가안", "나안")])
    percent = draw.integer(4, 24) if draw.is_extended else draw.pick([10, 20, 30])
    plans = draw.sample([*_PLANS, (6, 1), (8, 1), (8, 0)] if draw.is_extended else _PLANS, 2)
    rate, p = Fraction(percent, 100), percent / 100
    passing = [_passing(plan, p) for plan in plans]
    draw.require(abs(passing[0] - passing[1]) > 0.02)
    draw.require(all(not most or show(sum(_pass_terms((n, most), p)), 3) == show(_passing((n, most), p), 3) for n, most in plans))
    best = passing.index(max(passing) if higher else min(passing))
    trials, allowed = [n for n, _ in plans], [most for _, most in plans]
    word = "높은" if higher else "낮은"
    return Draft(
        stem=f"{lot}에서 n개를 임의로 뽑아 불량품이 c개 이하이면 그 묶음을 합격시킨다. 불량률이 {percent}%이고 불량 여부가 서로 독립일 때, "
        f"합격할 확률이 더 {word} 방식과 그 확률은? ({rounding(3)})",
        data=Table(columns=("방식", "n", "c"), rows=tuple((name, *plan) for name, plan in zip(names, plans, strict=True))),
        key=compute(likelier_pass if higher else rarer_pass, trials=trials, allowed=allowed, rate=p),
        decimals=3,
        label=_plan(names[best], passing[best]),
        why="합격할 확률은 이항분포에서 불량품이 c개 이하일 확률 P(X ≤ c)이다.",
        wrongs=_compare_wrongs(draw, names, plans, best, p),
        steps=[
            "합격할 확률 = P(X ≤ c) = Σ nCk·pᵏ·(1 − p)ⁿ⁻ᵏ (k = 0, …, c)",
            *(_passing_step(name, plan, rate) for name, plan in zip(names, plans, strict=True)),
            f"합격할 확률이 더 {word} 것은 {names[best]}이다.",
        ],
    )


def _plan(name: str, value: float) -> str:
    return f"{name}, {show(value, 3)}"


def _compare_wrongs(draw: Draw, names: tuple[str, str], plans: list[tuple[int, int]], best: int, p: float) -> list[Wrong]:
    """Misconceptions about both plans; only two that keep the right one."""
    kinds = []
    for n, c in plans:
        kinds.append(
            [
                (1 - _passing((n, c), p), "불합격할 확률을 구했습니다."),
                (binomial(c, n, p) if c else 1 - n * p, "불량품이 정확히 c개일 확률만 구했습니다." if c else "1 − np로 어림했습니다."),
                (binomial(n - c, n, p) if c else p**n, "p와 1 − p를 바꾸었습니다."),
                ((1 - p) ** (n - c), "c개를 뺀 나머지가 모두 양품일 확률만 구했습니다."),
                (c / n, "허용하는 불량의 비율 c/n을 확률로 보았습니다."),
            ]
        )
    other = 1 - best
    right = _passing(plans[other], p)
    kept = [Wrong(v, f"방식은 맞지만 {why}", _plan(names[best], v)) for v, why in draw.sample(kinds[best], 2)]
    changed = [Wrong(v, f"다른 방식을 골랐고, {why}", _plan(names[other], v)) for v, why in kinds[other]]
    found = [*kept, Wrong(right, f"{names[other]}의 확률은 맞지만 견주는 방향이 반대입니다.", _plan(names[other], right)), *changed]
    return within(found, 0, 1)
