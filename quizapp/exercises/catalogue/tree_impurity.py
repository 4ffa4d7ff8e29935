"""Impurity of a node and what a split takes from it, as scikit-learn's decision trees measure them (entropy has the logarithm to 2).

https://scikit-learn.org/stable/modules/tree.html#mathematical-formulation
https://scikit-learn.org/stable/auto_examples/tree/plot_unveil_tree_structure.html
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import log, log2, log10

from quizapp.exercises.catalogue.loss_distributions import entropy_bits
from quizapp.exercises.catalogue.wording import plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show

GROUPS = (
    ("어느 쇼핑몰의 이탈 예측", "방문 <= 4.5", ("유지", "휴면", "이탈", "복귀")),
    ("한 병원의 중증도 판정", "체온 <= 38.2", ("경증", "중등증", "중증", "위급")),
    ("한 공장의 품질 등급 판정", "두께 <= 1.25", ("상", "중", "하", "폐기")),
    ("한 물류센터의 배송 방식 판정", "무게 <= 7.5", ("일반", "특급", "예약", "방문")),
    ("한 지자체의 민원 부서 판정", "길이 <= 120.5", ("교통", "환경", "복지", "주택")),
)
"""What a tree decides, one of its questions, and the classes."""

_TARGETS = (
    ("배송 시간(분)", "배송 시간"),
    ("하루 매출(만 원)", "매출"),
    ("재원 일수(일)", "재원 일수"),
    ("설비 수명(개월)", "수명"),
    ("시간당 대여량(대)", "대여량"),
)


def node_impurity(counts: list[int], criterion: str) -> float:
    from sklearn.tree import DecisionTreeClassifier

    classes = list(range(len(counts)))
    tree = DecisionTreeClassifier(criterion=criterion, max_depth=1)
    tree.fit([[number] for number in classes], classes, sample_weight=counts)
    return float(tree.tree_.impurity[0])


def split_gain(left: list[int], right: list[int], criterion: str) -> float:
    import numpy as np
    from sklearn.tree import DecisionTreeClassifier

    side, actual = np.indices((2, len(left))).reshape(2, -1)
    tree = DecisionTreeClassifier(criterion=criterion, max_depth=1)
    tree.fit(side[:, None], actual, sample_weight=[*left, *right])
    impurity, weight = tree.tree_.impurity, tree.tree_.weighted_n_node_samples
    return float(impurity[0] - np.average(impurity[1:], weights=weight[1:]))


def variance_reduction(left: list[int], right: list[int]) -> float:
    import numpy as np
    from sklearn.tree import DecisionTreeRegressor

    side = np.repeat([0, 1], [len(left), len(right)])
    tree = DecisionTreeRegressor(max_depth=1).fit(side[:, None], [*left, *right])
    impurity, weight = tree.tree_.impurity, tree.tree_.weighted_n_node_samples
    return float(impurity[0] - np.average(impurity[1:], weights=weight[1:]))


def gini_index(counts: Sequence[int]) -> Fraction:
    """The Gini index of a node's counts."""
    return 1 - sum((Fraction(count, sum(counts)) ** 2 for count in counts), Fraction(0))


def _gini_wrongs(counts: Sequence[int]) -> list[Wrong]:
    """What people take for the Gini index of a node."""
    gini, total, kinds = gini_index(counts), sum(counts), len(counts)
    shares = [count / total for count in counts]
    ordered = sorted(shares, reverse=True)
    return [
        Wrong(float(1 - gini), "비율의 제곱을 더하기만 했습니다. 1에서 빼야 합니다."),
        Wrong(1 - ordered[0], "가장 많은 클래스의 비율을 1에서 뺀 오분류율을 구했습니다."),
        Wrong(entropy_bits(shares), "엔트로피를 구했습니다. 지니 지수는 로그를 쓰지 않습니다."),
        Wrong(float(gini) / 2, "서로 다른 두 클래스의 비율의 곱을 한 번씩만 더했습니다. 2를 곱해야 합니다."),
        Wrong(float(gini) * kinds / (kinds - 1), "지니 지수를 그 최댓값 1 − 1/K로 나누었습니다."),
        Wrong(1 - ordered[0] ** 2, "가장 많은 클래스의 비율만 제곱하여 뺐습니다. 모든 클래스의 제곱을 뺍니다."),
        Wrong(2 * ordered[0] * (1 - ordered[0]), "가장 많은 클래스와 나머지의 두 클래스로 보고 구했습니다."),
        Wrong(1 - sum(share**2 for share in ordered[:-1]) if kinds > 2 else 0, "가장 적은 클래스를 빠뜨렸습니다."),
    ]


@template("tree.impurity", "gini", "나무의 출력에서 노드의 지니 지수")
def gini_of_node(draw: Draw) -> Draft:
    """The Gini index of a node whose counts stand in a printed tree."""
    task, question, every = draw.pick(GROUPS)
    kinds = 4 if draw.is_extended else 3
    total = draw.integer(40, 90) if draw.is_extended else draw.pick([10, 20, 20, 40, 50, 100])
    step = 1 if draw.is_extended else total // 10 if total != 40 else 4
    counts = [step * draw.integer(1, total // step) for _ in range(kinds - 1)]
    counts = draw.shuffled([*counts, total - sum(counts)])
    names, gini, decimals = draw.sample(every, kinds), gini_index(counts), 3 if draw.is_extended else 2
    draw.require(min(counts) > 0 and counts.count(max(counts)) == 1)
    lines = [question, "gini = ?", f"samples = {total}", f"value = {counts}", f"class = {names[counts.index(max(counts))]}"]
    digits = 4 if draw.is_extended else 2
    shares = [show(count / total, digits) for count in counts]
    return Draft(
        stem=f"{task} 의사결정나무(클래스: {', '.join(names)})의 한 노드가 다음과 같이 출력되었다. ?로 가려진 지니 지수는? "
        f"({rounding(decimals)})",
        data="\n".join(lines),
        key=compute(node_impurity, counts=counts, criterion="gini"),
        decimals=decimals,
        why="지니 지수는 1에서 클래스별 비율의 제곱합을 뺀 값이며, 한 클래스만 있으면 0이다.",
        wrongs=within(_gini_wrongs(counts), 0, 1),
        steps=[
            "지니 지수 = 1 − Σp²",
            f"비율: {', '.join(f'{count}/{total} = {share}' for count, share in zip(counts, shares, strict=True))}",
            f"Σp² = {' + '.join(f'{share}²' for share in shares)} = {plain(round(sum(float(share) ** 2 for share in shares), 4))}",
            f"지니 지수 = {show(float(gini), decimals)}",
        ],
        by_hand=1 - round(sum(float(share) ** 2 for share in shares), 4),
    )


def _bits(share: float) -> float:
    """−log₂ of a share as a paper prints it: three decimals."""
    return float(show(-log2(share), 3))


def _entropy_wrongs(shares: Sequence[float]) -> list[Wrong]:
    """What people take for the entropy of a node."""
    entropy, terms = entropy_bits(shares), [share * -log2(share) for share in shares]
    return [
        Wrong(entropy * log(2), "자연로그를 썼습니다. 물음은 밑이 2인 로그입니다."),
        Wrong(entropy * log10(2), "상용로그를 썼습니다. 물음은 밑이 2인 로그입니다."),
        Wrong(1 - sum(share**2 for share in shares), "지니 지수를 구했습니다."),
        Wrong(1 - max(shares), "오분류율을 구했습니다."),
        Wrong(max(terms), "항 하나만 구했습니다. 모든 클래스의 항을 더합니다."),
        Wrong(sum(map(_bits, shares)) / len(shares), "비율로 가중하지 않고 −log₂ p를 단순 평균했습니다."),
        Wrong(sum((1 - share) * _bits(share) for share in shares), "p가 아니라 1 − p로 가중했습니다."),
        Wrong(max(map(_bits, shares)), "가장 적은 클래스의 −log₂ p만 구했습니다."),
        Wrong(log2(len(shares)), "클래스의 비율이 모두 같을 때의 최댓값 log₂ K를 구했습니다."),
        Wrong(entropy / log2(len(shares)), "최댓값 log₂ K로 나눈 값을 구했습니다."),
    ]


@template("tree.impurity", "entropy", "노드의 엔트로피")
def entropy_of_node(draw: Draw) -> Draft:
    """The entropy of a node's counts with printed logarithms."""
    task, _, every = draw.pick(GROUPS)
    kinds = draw.pick([3, 4]) if draw.is_extended else draw.pick([2, 3, 3])
    total = draw.pick([25, 40, 50]) if draw.is_extended else draw.pick([10, 20, 40, 50])
    step = 1 if draw.is_extended else total // 10
    counts = [step * draw.integer(1, total // step) for _ in range(kinds - 1)]
    counts = draw.shuffled([*counts, total - sum(counts)])
    draw.require(min(counts) > 0 and len(set(counts)) > 1)
    shares = [count / total for count in counts]
    printed = sorted({*shares, *(round(1 - share, 6) for share in shares)} - {0.5, 1})
    terms = [plain(round(share * _bits(share), 4)) for share in shares]
    helpers = ", ".join(f"log₂ {plain(share)} = −{show(_bits(share), 3)}" for share in printed)
    return Draft(
        stem=f"{task} 의사결정나무의 한 노드에 든 {total}건의 클래스가 다음과 같다. 이 노드의 엔트로피는? (로그의 밑은 2"
        + (f", 단, {helpers}이고" if helpers else "")
        + f", {rounding(2)})",
        data=Table(columns=("클래스", *draw.sample(every, kinds)), rows=(("건수", *counts),)),
        key=compute(node_impurity, counts=counts, criterion="entropy"),
        why="엔트로피는 클래스별 비율로 −log₂ p를 가중하여 더한 값이다.",
        wrongs=within(_entropy_wrongs(shares), 0, log2(kinds) + 1.3),
        steps=[
            "엔트로피 = −Σ p·log₂ p",
            *(
                f"{count}/{total} = {plain(share)}: {plain(share)}·{plain(_bits(share))} = {term}"
                for count, share, term in zip(counts, shares, terms, strict=True)
            ),
            f"합 = {' + '.join(terms)} = {show(sum(share * _bits(share) for share in shares), 2)}",
        ],
        by_hand=sum(share * _bits(share) for share in shares),
    )


def _variance(values: Sequence[int], ddof: int = 0) -> Fraction:
    mean = Fraction(sum(values), len(values))
    return sum(((value - mean) ** 2 for value in values), Fraction(0)) / (len(values) - ddof)


def _variance_wrongs(left: Sequence[int], right: Sequence[int]) -> list[Wrong]:
    """What people take for the reduction of variance by a split."""
    every, size = [*left, *right], len(left) + len(right)
    parent, children = _variance(every), (_variance(left), _variance(right))
    after = (len(left) * children[0] + len(right) * children[1]) / size
    unbiased = (len(left) * _variance(left, 1) + len(right) * _variance(right, 1)) / size
    return [
        Wrong(float(parent - sum(children) / 2), "자식의 분산을 건수로 가중하지 않고 단순 평균하여 뺐습니다."),
        Wrong(float(after), "분할 뒤의 가중 분산만 구했습니다. 분할 전의 분산에서 빼야 합니다."),
        Wrong(float(parent), "분할 전의 분산만 구했습니다."),
        Wrong(float(parent - sum(children)), "자식의 분산을 가중하지 않고 모두 뺐습니다."),
        Wrong(float(_variance(every, 1) - unbiased), "분산을 n − 1로 나누어 구했습니다. 물음은 n으로 나눕니다."),
        Wrong(float(size * (parent - after)), "분산이 아니라 제곱합의 감소량을 구했습니다."),
        Wrong(float(parent - min(children)), "분산이 작은 자식만 뺐습니다."),
        Wrong(float((parent - after) / parent), "감소량을 분할 전의 분산으로 나눈 비율을 구했습니다."),
    ]


@template("tree.impurity", "variance", "회귀나무 분할의 분산 감소량")
def variance(draw: Draw) -> Draft:
    """By how much a regression tree's split lowers the variance."""
    place, what = draw.pick(_TARGETS)
    sizes = (draw.integer(3, 4), draw.integer(3, 5)) if draw.is_extended else draw.pick([(2, 3), (3, 2), (2, 4), (4, 2), (3, 3)])
    low, gap = draw.integer(2, 12), draw.integer(3, 8)
    left = [low + draw.integer(0, 6) for _ in range(sizes[0])]
    right = [low + gap + draw.integer(0, 6) for _ in range(sizes[1])]
    means = [Fraction(sum(side), len(side)) for side in (left, right, left + right)]
    parent, children = _variance(left + right), (_variance(left), _variance(right))
    draw.require(0 not in children and (draw.is_extended or all(mean.denominator == 1 for mean in means)))
    size = sum(sizes)
    after = (sizes[0] * children[0] + sizes[1] * children[1]) / size
    shown = [plain(round(float(value), 2)) for value in (parent, *children, after)]
    draw.require(abs(float(parent - after) - (float(shown[0]) - float(shown[3]))) < 0.02)
    return Draft(
        stem=f"{with_particle(place, '을/를')} 예측하는 회귀나무에서 한 노드가 다음과 같이 두 자식으로 나뉘었다. 이 분할의 분산 감소량은? "
        f"(분산은 n으로 나누고 자식의 분산은 건수로 가중하며, {rounding(1)})",
        data=Table(columns=("자식", what), rows=(("왼쪽", ", ".join(map(str, left))), ("오른쪽", ", ".join(map(str, right))))),
        key=compute(variance_reduction, left=left, right=right),
        decimals=1,
        why="분산 감소량은 분할 전의 분산에서 자식의 분산을 건수로 가중 평균한 값을 뺀 것이다.",
        wrongs=within(_variance_wrongs(left, right), 0, 1000),
        steps=[
            "분산 감소량 = 분할 전 분산 − Σ(건수/전체)·자식 분산",
            "평균: " + ", ".join(f"{name} {show(float(mean), 2)}" for name, mean in zip(("왼쪽", "오른쪽", "전체"), means, strict=True)),
            f"분산: 전체 {shown[0]}, 왼쪽 {shown[1]}, 오른쪽 {shown[2]}",
            f"가중 평균 = ({sizes[0]}·{shown[1]} + {sizes[1]}·{shown[2]})/{size} = {shown[3]}",
            f"감소량 = {shown[0]} − {shown[3]} = {show(float(parent - after), 1)}",
        ],
        by_hand=float(shown[0]) - float(shown[3]),
    )
