"""Itemsets of association rules: which are frequent (`numpy` on logical columns), and how many rules they give (`scipy.special.comb`).

https://numpy.org/doc/stable/reference/generated/numpy.all.html
https://docs.scipy.org/doc/scipy/reference/generated/scipy.special.comb.html
"""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from math import factorial

from quizapp.exercises.catalogue.rules_lift import SHOPS
from quizapp.exercises.catalogue.wording import plain
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle


def frequent_sets(baskets: list[list[str]], items: list[str], size: int, least: float) -> int:
    from itertools import combinations

    import numpy as np

    columns = np.array([[item in basket for item in items] for basket in baskets])
    supports = [np.all(columns[:, chosen], axis=1).mean() for chosen in combinations(range(len(items)), size)]
    return int(np.sum(np.array(supports) >= least))


def rules_of_sets(sizes: list[int], counts: list[int]) -> float:
    import numpy as np
    from scipy.special import comb

    rules_per_set = [sum(comb(size, left) for left in range(1, size)) for size in sizes]
    return float(np.dot(rules_per_set, counts))


def _frequent_wrongs(held: dict[int, dict[tuple[str, ...], int]], size: int, least: int, items: int) -> list[Wrong]:
    """What people take for the number of frequent itemsets of *size*."""
    count = {n: sum(number >= least for number in sets.values()) for n, sets in held.items()}
    singles = count[1]
    candidates = singles * (singles - 1) // 2
    every = {2: items * (items - 1) // 2, 3: items * (items - 1) * (items - 2) // 6}[size]
    return [
        Wrong(sum(number > least for number in held[size].values()), "최소 지지도와 같은 것을 뺐습니다."),
        Wrong(sum(number >= least - 1 for number in held[size].values()), "최소 지지도보다 한 건 적은 집합까지 셌습니다."),
        Wrong(candidates, "빈발 1-항목집합으로 만든 후보 2-항목집합의 수를 셌습니다. 후보의 지지도를 확인해야 합니다."),
        Wrong(every, f"항목 {size}개의 조합을 모두 셌습니다. 최소 지지도를 넘는 것만 빈발합니다."),
        Wrong(singles, "빈발 1-항목집합의 수를 셌습니다."),
        Wrong(sum(count.values()), "크기가 다른 빈발 항목집합까지 모두 셌습니다."),
        Wrong(sum(number > 0 for number in held[size].values()), "한 번이라도 함께 나온 조합을 모두 셌습니다."),
        Wrong(count[5 - size], f"빈발 {5 - size}-항목집합의 수를 셌습니다."),
    ]


@template("rules.lift", "frequent", "거래 목록에서 빈발 항목집합의 수")
def frequent(draw: Draw) -> Draft:
    """How many itemsets of two items reach the least support in a list of baskets."""
    place, unit, every = draw.pick(SHOPS)
    number = 10 if draw.is_extended else draw.pick([5, 6, 8])
    items = every if draw.is_extended else every[:4]
    size = draw.pick([2, 2, 3]) if draw.is_extended else 2
    baskets = [sorted(draw.sample(items, draw.integer(2, len(items) - 1)), key=items.index) for _ in range(number)]
    least = draw.integer(2, number // 2)
    held = {n: {chosen: sum(set(chosen) <= set(basket) for basket in baskets) for chosen in combinations(items, n)} for n in (1, 2, 3)}
    found = {chosen: count for chosen, count in held[size].items() if count >= least}
    share = Fraction(least, number)
    draw.require(found and not 100 % share.denominator)
    table = Table(columns=(unit, "항목"), rows=tuple((n, ", ".join(basket)) for n, basket in enumerate(baskets, 1)))
    return Draft(
        stem=f"{with_particle(place, '이/가')} 다음과 같다. 최소 지지도를 {with_particle(plain(share), '으로/로')} 할 때, 빈발 "
        f"{size}-항목집합은 몇 개인가? (지지도가 최소 지지도 이상이면 빈발)",
        data=table,
        key=compute(frequent_sets, baskets=baskets, items=list(items), size=size, least=float(share)),
        decimals=0,
        unit="개",
        why=f"빈발 {size}-항목집합은 항목 {size}개가 모두 든 {unit}의 비율이 최소 지지도 이상인 집합이다.",
        wrongs=_frequent_wrongs(held, size, least, len(items)),
        steps=[
            f"최소 지지도 {plain(share)} = {least}/{number}이므로, 함께 든 {with_particle(unit, '이/가')} {least}건 이상인 집합을 센다.",
            "단독: " + ", ".join(f"{item} {count}건" for (item,), count in held[1].items()),
            *(f"{{{', '.join(chosen)}}}: {count}건" for chosen, count in held[size].items() if count >= least - 1),
            f"{least}건 이상인 {size}-항목집합은 {len(found)}개이다.",
        ],
    )


def _rules_wrongs(sizes: tuple[int, ...], counts: list[int]) -> list[Wrong]:
    """What people take for the number of rules that frequent itemsets give."""
    pairs = list(zip(sizes, counts, strict=True))
    return [
        Wrong(sum(counts), "빈발 항목집합의 수를 그대로 답했습니다. 한 집합에서 규칙이 여럿 나옵니다."),
        Wrong(sum(2**size * count for size, count in pairs), "앞이나 뒤가 빈 규칙까지 셌습니다. 공집합과 전체를 뺀 2ᵏ − 2개입니다."),
        Wrong(sum((2**size - 1) * count for size, count in pairs), "공집합만 빼고, 뒤가 빈 규칙을 빼지 않았습니다."),
        Wrong(sum((2 ** (size - 1) - 1) * count for size, count in pairs), "A → B와 B → A를 하나로 셌습니다."),
        Wrong(sum(size * (size - 1) * count for size, count in pairs), "앞과 뒤에 항목이 하나씩인 규칙만 셌습니다."),
        Wrong(sum(size * count for size, count in pairs), "뒤에 항목이 하나인 규칙만 셌습니다."),
        Wrong(sum(2 * count for count in counts), "집합마다 방향을 바꾼 두 규칙만 셌습니다."),
        Wrong(sum(factorial(size) * count for size, count in pairs), "항목을 늘어놓는 순서(k!)를 셌습니다."),
        Wrong(
            sum((3**size - 2 ** (size + 1) + 1) * count for size, count in pairs),
            "부분집합에서 나오는 규칙까지 다시 셌습니다.",
        ),
        Wrong((2 ** sizes[-1] - 2) * counts[-1], "가장 큰 집합에서 나오는 규칙만 셌습니다."),
    ]


@template("rules.lift", "count_rules", "빈발 항목집합에서 나오는 규칙의 수")
def count_rules(draw: Draw) -> Draft:
    """How many candidate rules a list of frequent itemsets gives."""
    place, _, _ = draw.pick(SHOPS)
    sizes = draw.pick([(2, 3, 4), (3, 4, 5), (2, 3, 5)]) if draw.is_extended else draw.pick([(2, 3), (3, 4), (2, 3, 4), (2, 4)])
    tops = {2: 9, 3: 6, 4: 4, 5: 2}
    counts = [draw.integer(1, tops[size] + (3 if draw.is_extended else 0)) for size in sizes]
    total = sum((2**size - 2) * count for size, count in zip(sizes, counts, strict=True))
    told = ", ".join(f"{size}-항목집합 {count}개" for size, count in zip(sizes, counts, strict=True))
    return Draft(
        stem=f"{place}에서 찾은 빈발 항목집합은 (크기 2 이상만 세어) {told}이다. 각 집합의 항목을 앞과 뒤로 모두 나누어 쓰는 연관 규칙의 "
        "후보는 모두 몇 개인가? (앞과 뒤는 비어 있지 않다)",
        key=compute(rules_of_sets, sizes=list(sizes), counts=counts),
        decimals=0,
        unit="개",
        why="항목이 k개인 집합을 비어 있지 않은 앞과 뒤로 나누는 방법은 2ᵏ − 2가지이다.",
        wrongs=_rules_wrongs(sizes, counts),
        steps=["집합 하나의 규칙 = 2ᵏ − 2개"]
        + [
            f"{size}-항목집합: (2{'²³⁴⁵'[size - 2]} − 2)·{count} = {2**size - 2}·{count} = {(2**size - 2) * count}"
            for size, count in zip(sizes, counts, strict=True)
        ]
        + [f"합 = {total}개"],
    )
