"""Association rules: support, confidence and lift from baskets, from counts, backwards, and compared (`numpy` on logical columns).

https://numpy.org/doc/stable/reference/generated/numpy.mean.html
https://numpy.org/doc/stable/reference/generated/numpy.logical_and.html
"""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from quizapp.exercises.catalogue.wording import plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show

SHOPS = (
    ("어느 편의점의 구매 기록", "거래", ("우유", "빵", "달걀", "두부", "치즈")),
    ("한 온라인 서점의 주문 기록", "주문", ("소설", "만화", "수험서", "잡지", "시집")),
    ("한 병원의 검사 처방 기록", "처방", ("혈액", "소변", "심전도", "초음파", "엑스선")),
    ("한 공장의 부품 교체 기록", "교체", ("벨트", "필터", "센서", "펌프", "밸브")),
    ("한 도서관의 대출 기록", "대출", ("역사", "과학", "예술", "여행", "요리")),
)
"""Where baskets come from, what one is called, and what may lie in it."""

_NAMES = {"support": "지지도(support)", "confidence": "신뢰도(confidence)", "lift": "향상도(lift)"}
_FORMULAS = {
    "support": "P(A∩B)",
    "confidence": "P(A∩B)/P(A)",
    "lift": "P(A∩B)/(P(A)·P(B))",
}


def rule_support(baskets: list[list[str]], left: str, right: str) -> float:
    import numpy as np

    a, b = (np.array([item in basket for basket in baskets]) for item in (left, right))
    return float(np.mean(a & b))


def rule_confidence(baskets: list[list[str]], left: str, right: str) -> float:
    import numpy as np

    a, b = (np.array([item in basket for basket in baskets]) for item in (left, right))
    return float(np.mean(a & b) / np.mean(a))


def rule_lift(baskets: list[list[str]], left: str, right: str) -> float:
    import numpy as np

    a, b = (np.array([item in basket for basket in baskets]) for item in (left, right))
    return float(np.mean(a & b) / (np.mean(a) * np.mean(b)))


def lift_of_counts(total: int, left: int, right: int, both: int) -> float:
    import numpy as np

    p_left, p_right, p_both = np.array([left, right, both]) / total
    return float(p_both / (p_left * p_right))


def confidence_of_counts(left: int, both: int) -> float:
    import numpy as np

    return float(np.divide(both, left))


def both_of_lift(total: int, p_left: float, p_right: float, lift: float) -> float:
    import numpy as np

    return float(np.prod([total, p_left, p_right, lift]))


def best_lift(left: list[float], right: list[float], both: list[float]) -> float:
    import numpy as np

    return float(np.max(np.array(both) / (np.array(left) * np.array(right))))


class Rule(NamedTuple):
    """The counts behind a rule A → B."""

    total: int
    left: int
    right: int
    both: int

    def measure(self, name: str) -> Fraction:
        """Support, confidence or lift."""
        if name == "support":
            return Fraction(self.both, self.total)
        if name == "confidence":
            return Fraction(self.both, self.left)
        return Fraction(self.both * self.total, self.left * self.right)

    def steps(self, name: str, decimals: int) -> list[str]:
        """The solution from the counts on."""
        if name == "lift":
            sum_up = [
                f"향상도 = ({self.both}/{self.total})/(({self.left}/{self.total})·({self.right}/{self.total}))",
                f"= {self.both}·{self.total}/({self.left}·{self.right}) = {show(float(self.measure(name)), decimals)}",
            ]
        else:
            below = self.total if name == "support" else self.left
            sum_up = [f"{_NAMES[name].partition('(')[0]} = {self.both}/{below} = {show(float(self.measure(name)), decimals)}"]
        return [f"{_NAMES[name].partition('(')[0]} = {_FORMULAS[name]}", *sum_up]


def _rule_wrongs(rule: Rule, asked: str) -> list[Wrong]:
    """What people take for the measure *asked* of a rule."""
    name = _NAMES[asked].partition("(")[0]
    either = rule.left + rule.right - rule.both
    found = {
        "support": (rule.measure("support"), "지지도를 구했습니다. 지지도는 전체 가운데 두 항목이 함께 있는 비율입니다."),
        "confidence": (rule.measure("confidence"), "신뢰도를 구했습니다. 신뢰도는 앞 항목이 있는 것 가운데 뒤 항목도 있는 비율입니다."),
        "lift": (rule.measure("lift"), "향상도를 구했습니다. 향상도는 신뢰도를 뒤 항목의 지지도로 나눈 값입니다."),
        "reverse": (Fraction(rule.both, rule.right), "앞뒤를 바꾼 규칙의 신뢰도를 구했습니다."),
        "jaccard": (Fraction(rule.both, either), f"둘 가운데 하나라도 있는 수로 나누었습니다. {name}의 분모가 아닙니다."),
        "inverse": (1 / rule.measure("lift"), "향상도의 분자와 분모를 바꾸었습니다."),
        "by_left": (
            rule.measure("confidence") / Fraction(rule.left, rule.total),
            "신뢰도를 뒤 항목이 아니라 앞 항목의 지지도로 나누었습니다.",
        ),
        "product": (Fraction(rule.left * rule.right, rule.total**2), "두 항목의 지지도를 곱했습니다. 서로 독립일 때 함께 있을 비율입니다."),
        "left": (Fraction(rule.left, rule.total), "앞 항목만의 지지도를 구했습니다."),
        "right": (Fraction(rule.right, rule.total), "뒤 항목만의 지지도를 구했습니다."),
        "either": (Fraction(either, rule.total), "하나라도 있는 비율을 구했습니다."),
    }
    kept = {
        "support": ("confidence", "reverse", "jaccard", "product", "left", "right", "either"),
        "confidence": ("support", "reverse", "jaccard", "lift", "product", "left", "right", "either"),
        "lift": ("support", "confidence", "reverse", "inverse", "by_left", "jaccard"),
    }[asked]
    return within((Wrong(float(found[key][0]), found[key][1]) for key in kept), 0, 10 if asked == "lift" else 1)


@template("rules.lift", "from_baskets", "거래 목록에서 규칙의 지지도, 신뢰도, 향상도")
def from_baskets(draw: Draw) -> Draft:
    """Support, confidence or lift of a rule, counted in a list of baskets."""
    place, unit, items = draw.pick(SHOPS)
    size = draw.pick([9, 11, 12]) if draw.is_extended else draw.pick([6, 8, 10])
    baskets = [sorted(draw.sample(items, draw.integer(2, 4)), key=items.index) for _ in range(size)]
    left, right = draw.sample(items, 2)
    sides = [[item in basket for basket in baskets] for item in (left, right)]
    rule = Rule(size, sum(sides[0]), sum(sides[1]), sum(a and b for a, b in zip(*sides, strict=True)))
    asked = draw.pick(list(_NAMES))
    draw.require(rule.both > 1 and rule.left != rule.right and rule.left < size and rule.right < size and rule.measure("lift") != 1)
    draw.require(draw.is_extended or rule.measure(asked).denominator <= 20)
    return Draft(
        stem=f"{with_particle(place, '이/가')} 다음과 같다. 규칙 '{left} → {right}'의 {with_particle(_NAMES[asked], '은/는')}? "
        f"({rounding(2)})",
        data=Table(columns=(unit, "항목"), rows=tuple((n, ", ".join(basket)) for n, basket in enumerate(baskets, 1))),
        key=compute(
            {"support": rule_support, "confidence": rule_confidence, "lift": rule_lift}[asked], baskets=baskets, left=left, right=right
        ),
        why={
            "support": "지지도는 전체 가운데 두 항목이 함께 들어 있는 비율이다.",
            "confidence": "신뢰도는 앞 항목이 들어 있는 것 가운데 뒤 항목도 들어 있는 비율이다.",
            "lift": "향상도는 신뢰도를 뒤 항목의 지지도로 나눈 값이며, 1보다 크면 우연보다 자주 함께 나온다.",
        }[asked],
        wrongs=_rule_wrongs(rule, asked),
        steps=[f"A = {left}: {rule.left}, B = {right}: {rule.right}, 함께: {rule.both}, 전체: {size}", *rule.steps(asked, 2)],
    )


@template("rules.lift", "from_counts", "건수에서 규칙의 신뢰도나 향상도")
def from_counts(draw: Draw) -> Draft:
    """Confidence or lift of a rule from counts that are told, some of them as complements."""
    place, _, items = draw.pick(SHOPS)
    left_name, right_name = draw.sample(items, 2)
    step = 1 if draw.is_extended else 20
    total = draw.integer(310, 980) if draw.is_extended else draw.pick([200, 400, 500, 800, 1000])
    left, right = (step * draw.integer(total // (step * 5), total // step * 3 // 5) for _ in range(2))
    both = step * draw.integer(1, min(left, right) // step - 1)
    rule, asked = Rule(total, left, right, both), draw.pick(["confidence", "lift", "lift"])
    draw.require(left != right and rule.measure("lift") != 1 and left + right - both < total)
    draw.require(draw.is_extended or rule.measure(asked).denominator <= 20)
    alone, told = right - both, draw.pick([True, False])
    known = f"{left_name} 없이 {with_particle(right_name, '이/가')} 든 것은 {alone}건" if told else f"둘이 함께 든 것은 {both}건"
    return Draft(
        stem=f"{place} {total:,}건 가운데 {with_particle(left_name, '이/가')} 든 것은 {left}건, {with_particle(right_name, '이/가')} "
        f"든 것은 {right}건이고, {known}이다. 규칙 '{left_name} → {right_name}'의 {with_particle(_NAMES[asked], '은/는')}? ({rounding(2)})",
        key=compute(lift_of_counts, **rule._asdict()) if asked == "lift" else compute(confidence_of_counts, left=left, both=both),
        why="신뢰도는 P(A∩B)/P(A)이고, 향상도는 신뢰도를 P(B)로 나눈 값이다.",
        wrongs=_rule_wrongs(rule, asked),
        steps=[
            f"A = {left_name}: {left}건, B = {right_name}: {right}건",
            f"함께 든 것 = {right} − {alone} = {both}건" if told else f"함께 든 것 = {both}건",
            *rule.steps(asked, 2),
        ],
    )


def _inverse_wrongs(total: int, p_left: Fraction, p_right: Fraction, lift: Fraction) -> list[Wrong]:
    """What people take for the number of baskets with both items."""
    return [
        Wrong(float(total * p_left * p_right), "향상도를 곱하지 않았습니다. 서로 독립일 때의 건수입니다."),
        Wrong(float(total * p_left * p_right / lift), "향상도를 곱하지 않고 나누었습니다."),
        Wrong(float(total * p_left * lift), "뒤 항목의 지지도를 곱하지 않았습니다."),
        Wrong(float(total * p_right * lift), "앞 항목의 지지도를 곱하지 않았습니다."),
        Wrong(float(total * min(p_left, p_right)), "적은 쪽의 건수를 답했습니다. 한쪽이 언제나 함께 들지는 않습니다."),
        Wrong(float(total * p_left * p_right * (1 + lift)), "향상도를 늘어난 몫으로 보아 1을 더하여 곱했습니다."),
        Wrong(float(total * abs(p_left - p_right)), "두 항목의 건수의 차이를 구했습니다."),
        Wrong(float(total * (p_left + p_right - p_left * p_right * lift)), "하나라도 든 건수를 구했습니다."),
    ]


@template("rules.lift", "inverse", "향상도에서 함께 든 건수")
def inverse(draw: Draw) -> Draft:
    """How many baskets hold both items, from both supports and the lift."""
    place, _, items = draw.pick(SHOPS)
    left_name, right_name = draw.sample(items, 2)
    grid = 50 if draw.is_extended else 20
    total = draw.pick([400, 500, 600, 800, 1000, 1200, 1500, 2000])
    p_left, p_right = (Fraction(draw.integer(grid // 10, grid // 2), grid) for _ in range(2))
    lift = Fraction(draw.integer(7, 30), 10) if draw.is_extended else Fraction(draw.integer(2, 12), 4)
    both = total * p_left * p_right * lift
    draw.require(both.denominator == 1 and both < total * min(p_left, p_right) and lift != 1 and p_left != p_right)
    return Draft(
        stem=f"{place} {total:,}건에서 {left_name}의 지지도는 {plain(p_left)}, {right_name}의 지지도는 {plain(p_right)}이고, 규칙 "
        f"'{left_name} → {right_name}'의 향상도(lift)는 {plain(lift)}이다. 두 항목이 함께 든 것은 몇 건인가?",
        key=compute(both_of_lift, total=total, p_left=float(p_left), p_right=float(p_right), lift=float(lift)),
        decimals=0,
        unit="건",
        why="향상도 = P(A∩B)/(P(A)·P(B))이므로, P(A∩B)는 두 지지도와 향상도의 곱이다.",
        wrongs=within(_inverse_wrongs(total, p_left, p_right, lift), 1, total),
        steps=[
            "P(A∩B) = 향상도·P(A)·P(B)",
            f"P(A)·P(B) = {plain(p_left)}·{plain(p_right)} = {plain(p_left * p_right)}",
            f"P(A∩B) = {plain(lift)}·{plain(p_left * p_right)} = {plain(p_left * p_right * lift)}",
            f"{total:,}·{plain(p_left * p_right * lift)} = {plain(both)}건",
        ],
    )


def _named(number: int, value: Fraction) -> str:
    return f"규칙 {number}, {show(float(value), 2)}"


def _compare_wrongs(draw: Draw, rules: list[Rule], best: int) -> list[Wrong]:
    """Other rules and other measures; only one of them names the right rule."""
    found = []
    for number, rule in enumerate(rules, 1):
        confidence, lift = rule.measure("confidence"), rule.measure("lift")
        own = [
            (number, confidence, f"규칙 {number}의 신뢰도를 구했습니다. 향상도는 이 값을 뒤 항목의 지지도로 나눕니다."),
            (number, confidence / Fraction(rule.left, rule.total), f"규칙 {number}의 신뢰도를 앞 항목의 지지도로 나누었습니다."),
        ]
        others = [
            (number, lift, f"규칙 {number}의 향상도는 맞지만, 규칙 {best}의 향상도가 더 큽니다."),
            (number, 1 / lift, f"규칙 {number}에서 향상도의 분자와 분모를 바꾸었습니다."),
        ]
        found += draw.sample(own, 1) if number == best else others + own
    return [Wrong(float(value), why, _named(number, value)) for number, value, why in found if value < 10]


@template("rules.lift", "compare", "향상도가 가장 큰 규칙 고르기", version=2)
def compare(draw: Draw) -> Draft:
    """Which of three rules has the highest lift, where the confidence misleads."""
    place, _, items = draw.pick(SHOPS)
    total, rules = 100 if draw.is_extended else 20, []
    held = {item: draw.integer(total // 5, total * 7 // 10) for item in items}
    pairs = [(a, b) if draw.pick([True, False]) else (b, a) for a, b in draw.sample(list(combinations(items, 2)), 3)]
    for a, b in pairs:
        least, most = max(total // 10, held[a] + held[b] - total), min(held[a], held[b])
        rules.append(Rule(total, held[a], held[b], draw.integer(least, most)))
    lifts, confidences = ([rule.measure(name) for rule in rules] for name in ("lift", "confidence"))
    best, tempting = max(range(3), key=lifts.__getitem__), max(range(3), key=confidences.__getitem__)
    draw.require(best != tempting and len(set(lifts)) == 3 and max(lifts) < 4)
    draw.require(draw.is_extended or max(lift.denominator for lift in lifts) <= 20)
    shares = [[float(Fraction(count, total)) for count in (rule.left, rule.right, rule.both)] for rule in rules]
    return Draft(
        stem=f"{place}에서 구한 지지도가 다음과 같다. 향상도(lift)가 가장 큰 규칙과 그 값은? ({rounding(2)})",
        data=Table(
            columns=("번호", "규칙 A → B", "P(A)", "P(B)", "P(A∩B)"),
            rows=tuple((n, f"{a} → {b}", *row) for n, ((a, b), row) in enumerate(zip(pairs, shares, strict=True), 1)),
        ),
        key=compute(best_lift, **dict(zip(("left", "right", "both"), map(list, zip(*shares, strict=True)), strict=True))),
        label=_named(best + 1, lifts[best]),
        why="뒤 항목이 흔하면 신뢰도는 저절로 높으므로, 뒤 항목의 지지도로 나눈 향상도로 견준다.",
        wrongs=_compare_wrongs(draw, rules, best + 1),
        steps=["향상도 = P(A∩B)/(P(A)·P(B))"]
        + [
            f"규칙 {n}: {plain(both)}/({plain(a)}·{plain(b)}) = {plain(both)}/{plain(a * b)} = {show(float(lift), 2)}"
            for n, ((a, b, both), lift) in enumerate(zip(shares, lifts, strict=True), 1)
        ]
        + [f"향상도가 가장 큰 것은 {best + 1}번 규칙이다."],
    )
