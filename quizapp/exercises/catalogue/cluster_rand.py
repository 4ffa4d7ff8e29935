"""Two clusterings of the same objects: the Rand index, as `sklearn.metrics.rand_score` computes it.

https://scikit-learn.org/stable/modules/generated/sklearn.metrics.rand_score.html
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from quizapp.exercises.catalogue.wording import rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show

_SORTED = (
    ("고객", "명", "전문가가 나눈 등급"),
    ("문서", "건", "담당자가 붙인 주제"),
    ("환자", "명", "의사가 나눈 유형"),
    ("부품", "개", "검사원이 나눈 유형"),
    ("민원", "건", "접수한 부서"),
)


def rand_index(first: list[int], second: list[int]) -> float:
    from sklearn.metrics import rand_score

    return float(rand_score(first, second))


def _rand_wrongs(first: Sequence[int], second: Sequence[int], pairs: tuple[int, int, int, int]) -> list[Wrong]:
    """What people take for the Rand index; *pairs*: together in both, apart in both, together in one alone."""
    together, apart, first_alone, second_alone = pairs
    total, size = sum(pairs), len(first)
    expected = (together + first_alone) * (together + second_alone) / total
    largest = together + (first_alone + second_alone) / 2
    purity = sum(max(Counter(a for a, b in zip(first, second, strict=True) if b == group).values()) for group in set(second)) / size
    same_number = sum(a == b for a, b in zip(first, second, strict=True))
    wrongs = [
        Wrong(together / total, "두 결과에서 모두 같은 군집인 쌍만 셌습니다. 모두 다른 군집인 쌍도 일치입니다."),
        Wrong(apart / total, "두 결과에서 모두 다른 군집인 쌍만 셌습니다. 모두 같은 군집인 쌍도 일치입니다."),
        Wrong((first_alone + second_alone) / total, "일치하지 않는 쌍의 비율을 구했습니다."),
        Wrong(together / (total - apart), "모두 다른 군집인 쌍을 빼고 센 자카드 지수를 구했습니다."),
        Wrong(same_number / size, "번호가 같은 것의 비율을 구했습니다. 군집 번호에는 뜻이 없으므로 쌍으로 견줍니다."),
        Wrong((together - expected) / (largest - expected) if largest != expected else 0, "우연을 뺀 수정 랜드 지수(ARI)를 구했습니다."),
        Wrong((together + apart) / (size * (size - 1)), "쌍의 순서를 나누어 n(n − 1)로 나누었습니다. 쌍의 수는 n(n − 1)/2입니다."),
        Wrong(together / (together + first_alone), "사람의 결과에서 같은 군집인 쌍만 분모로 하였습니다."),
        Wrong((together + apart + first_alone) / total, "사람의 결과에서만 같은 군집인 쌍까지 일치로 셌습니다."),
        Wrong((together + apart + second_alone) / total, "군집화 결과에서만 같은 군집인 쌍까지 일치로 셌습니다."),
        Wrong(purity, "군집마다 가장 많은 유형의 수를 더하여 나눈 순도(purity)를 구했습니다."),
    ]
    return within(wrongs, 0, 1)


@template("cluster.silhouette", "rand", "두 군집 결과의 랜드 지수")
def rand(draw: Draw) -> Draft:
    """The Rand index of a clustering and a known grouping of a few objects."""
    who, unit, truth = draw.pick(_SORTED)
    size, groups = (8, 3) if draw.is_extended else (6, draw.pick([2, 3]))
    known = sorted([*range(1, groups + 1), *(draw.integer(1, groups) for _ in range(size - groups))])
    numbers, moved = draw.shuffled(range(1, groups + 1)), draw.sample(range(size), size // 2)
    found = [draw.integer(1, groups) if n in moved else numbers[group - 1] for n, group in enumerate(known)]
    draw.require(len(set(found)) == groups)
    is_same = [(known[i] == known[j], found[i] == found[j]) for i, j in combinations(range(size), 2)]
    pairs = (is_same.count((True, True)), is_same.count((False, False)), is_same.count((True, False)), is_same.count((False, True)))
    together, apart, total = pairs[0], pairs[1], len(is_same)
    draw.require(min(pairs) > 0 and together + apart > total / 3)
    names = [str(n) for n in range(1, size + 1)]
    return Draft(
        stem=f"{who} {size}{with_particle(unit, '을/를')} 군집화한 결과를 {with_particle(truth, '과/와')} 견주려 한다. 두 결과의 "
        f"랜드 지수(Rand index)는? ({rounding(2)})",
        data=Table(columns=(who, *names), rows=((truth, *("가나다"[n - 1] for n in known)), ("군집 번호", *found))),
        key=compute(rand_index, first=known, second=found),
        why="랜드 지수는 모든 쌍 가운데 두 결과에서 모두 같은 군집이거나 모두 다른 군집인 쌍의 비율이다.",
        wrongs=_rand_wrongs(known, found, pairs),
        steps=[
            f"쌍의 수 = {size}·{size - 1}/2 = {total}",
            f"두 결과에서 모두 같은 군집인 쌍 = {together}",
            f"두 결과에서 모두 다른 군집인 쌍 = {apart}",
            f"랜드 지수 = ({together} + {apart})/{total} = {together + apart}/{total} = {show((together + apart) / total, 2)}",
        ],
    )
