"""What splits of a decision tree gain: entropy, gain ratio, the best of several questions.

https://scikit-learn.org/stable/modules/tree.html#mathematical-formulation
https://scikit-learn.org/stable/modules/generated/sklearn.tree.DecisionTreeClassifier.html
https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.entropy.html
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import log, log2

from quizapp.exercises.catalogue.loss_distributions import entropy_bits
from quizapp.exercises.catalogue.tree_impurity import GROUPS, gini_index, split_gain
from quizapp.exercises.catalogue.wording import are_told_apart, plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show

_Split = tuple[list[int], list[int]]
"""The counts of both classes in the left and in the right child."""


def gain_ratio(parent: float, sizes: list[int], entropies: list[float]) -> float:
    import numpy as np
    from scipy.stats import entropy

    gain = parent - np.average(entropies, weights=sizes)
    return float(gain / entropy(sizes, base=2))


def best_gain(splits: list[list[list[int]]]) -> float:
    import numpy as np
    from sklearn.tree import DecisionTreeClassifier

    gains = []
    side, actual = np.indices((2, 2)).reshape(2, -1)
    for left, right in splits:
        tree = DecisionTreeClassifier(max_depth=1).fit(side[:, None], actual, sample_weight=[*left, *right]).tree_
        gains.append(tree.impurity[0] - np.average(tree.impurity[1:], weights=tree.weighted_n_node_samples[1:]))
    return float(max(gains))


def _half_entropy(share: float) -> float:
    """The entropy of two classes as a paper prints it: three decimals."""
    return float(show(entropy_bits([share, 1 - share]), 3))


def _gain_wrongs(split: _Split) -> list[Wrong]:
    """What people take for the information gain of a split into two children."""
    left, right = split
    sizes, size = (sum(left), sum(right)), sum(left) + sum(right)
    parent, children = _half_entropy((left[0] + right[0]) / size), [_half_entropy(child[0] / sum(child)) for child in split]
    after = sum(weight * value for weight, value in zip(sizes, children, strict=True)) / size
    gini = gini_index([left[0] + right[0], left[1] + right[1]])
    gini -= sum((Fraction(sum(child), size) * gini_index(child) for child in split), Fraction(0))
    swapped = (sizes[1] * children[0] + sizes[0] * children[1]) / size
    return [
        Wrong(parent - sum(children) / 2, "자식의 엔트로피를 건수로 가중하지 않고 단순 평균하여 뺐습니다."),
        Wrong(after, "분할 뒤의 가중 평균 엔트로피를 구했습니다. 분할 전의 엔트로피에서 빼야 합니다."),
        Wrong(float(gini), "지니 지수의 감소량을 구했습니다. 정보이득은 엔트로피의 감소량입니다."),
        Wrong((parent - after) * log(2), "자연로그로 구했습니다. 물음은 밑이 2인 로그입니다."),
        Wrong(parent - min(children), "엔트로피가 낮은 자식만 뺐습니다."),
        Wrong(parent - swapped, "두 자식의 가중치를 서로 바꾸었습니다."),
        Wrong(1 - after, "분할 전의 엔트로피를 1로 놓았습니다. 실제 비율에서 구해야 합니다."),
        Wrong((parent - after) / parent, "정보이득을 분할 전의 엔트로피로 나누었습니다."),
    ]


@template("tree.impurity", "gain", "두 갈래 분할의 정보이득")
def gain(draw: Draw) -> Draft:
    """The information gain of a binary split, with printed entropies."""
    task, question, every = draw.pick(GROUPS)
    names = draw.sample(every, 2)
    grid, tops = (draw.pick([8, 10, 20]), 5) if draw.is_extended else (draw.pick([4, 5, 10]), 3)
    sizes = [grid * draw.integer(1, tops) for _ in range(2)]
    shares = draw.sample([n / grid for n in range(grid + 1)], 2)
    left, right = ([round(share * size), size - round(share * size)] for share, size in zip(shares, sizes, strict=True))
    size, first = sum(sizes), left[0] + right[0]
    draw.require(sizes[0] != sizes[1] and (draw.is_extended or size in {10, 20, 40, 50}) and not 100 * first % size)
    parent, children = _half_entropy(first / size), [_half_entropy(share) for share in shares]
    draw.require(abs(shares[0] - shares[1]) > 0.2 and 0 < first < size)
    after = (sizes[0] * children[0] + sizes[1] * children[1]) / size
    printed = sorted({min(share, round(1 - share, 6)) for share in (first / size, *shares)} | {0.25, 0.4})
    asked = with_particle(f"'{question}'", "을/를")
    helpers = ", ".join(f"H({plain(share)}) = {plain(_half_entropy(share))}" for share in printed)
    return Draft(
        stem=f"{task} 의사결정나무에서 {asked} 물어 한 노드를 나눈 결과가 다음과 같다. 이 분할의 정보이득은? (로그의 밑은 2, "
        f"두 클래스의 비율이 p, 1 − p일 때의 엔트로피를 H(p)라 하면 {helpers}, {rounding(2)})",
        data=Table(columns=("자식", *names), rows=(("예", *left), ("아니요", *right))),
        key=compute(split_gain, left=left, right=right, criterion="entropy"),
        why="정보이득은 분할 전의 엔트로피에서 자식의 엔트로피를 건수로 가중 평균한 값을 뺀 것이다.",
        wrongs=within(_gain_wrongs((left, right)), 0, 1),
        steps=[
            "정보이득 = H(분할 전) − Σ(건수/전체)·H(자식)",
            f"분할 전: {first}/{size}이므로 H = {plain(parent)}",
            f"자식: {left[0]}/{sizes[0]}에서 H = {plain(children[0])}, {right[0]}/{sizes[1]}에서 H = {plain(children[1])}",
            f"가중 평균 = ({sizes[0]}·{plain(children[0])} + {sizes[1]}·{plain(children[1])})/{size} = {plain(round(after, 4))}",
            f"정보이득 = {plain(parent)} − {plain(round(after, 4))} = {show(parent - after, 2)}",
        ],
        by_hand=parent - after,
    )


_RATIO_SIZES = ((2, 2, 4), (4, 4, 8), (8, 8, 16), (5, 5, 10), (10, 10, 20), (2, 2, 4, 8), (5, 5, 10, 20), (2, 2, 2, 2, 8))
"""Sizes of children whose shares are powers of ½."""


def _ratio_wrongs(parent: float, sizes: Sequence[int], entropies: Sequence[float]) -> list[Wrong]:
    """What people take for the gain ratio of a split."""
    total, kinds = sum(sizes), len(sizes)
    after = sum(size * value for size, value in zip(sizes, entropies, strict=True)) / total
    shares = [size / total for size in sizes]
    spread = entropy_bits(shares)
    return [
        Wrong(parent - after, "정보이득만 구했습니다. 분할 정보로 나누어야 이득비입니다."),
        Wrong((parent - after) * spread, "정보이득에 분할 정보를 곱했습니다. 나누어야 합니다."),
        Wrong((parent - after) / kinds, "정보이득을 가지의 수로 나누었습니다. 나눌 것은 분할 정보입니다."),
        Wrong((parent - after) / parent, "정보이득을 분할 전의 엔트로피로 나누었습니다."),
        Wrong((parent - sum(entropies) / kinds) / spread, "가지의 엔트로피를 건수로 가중하지 않았습니다."),
        Wrong((parent - after) / (spread * log(2)), "분할 정보를 자연로그로 구했습니다."),
        Wrong(after / spread, "분할 뒤의 엔트로피를 분할 정보로 나누었습니다."),
        Wrong((parent - after) / (1 - sum(share**2 for share in shares)), "분할 정보 대신 가지 비율의 지니 지수로 나누었습니다."),
    ]


@template("tree.impurity", "gain_ratio", "여러 갈래 분할의 이득비")
def ratio(draw: Draw) -> Draft:
    """The gain ratio of a split into several branches whose entropies are told."""
    task, _, _ = draw.pick(GROUPS)
    sizes = draw.shuffled(draw.pick(_RATIO_SIZES))
    if draw.is_extended:
        sizes = [3 * size for size in sizes]
    grid = 100 if draw.is_extended else 20
    entropies = [draw.integer(0, grid - 1) / grid for _ in sizes]
    parent = draw.integer(grid // 2, grid) / grid
    total = sum(sizes)
    after = sum(size * value for size, value in zip(sizes, entropies, strict=True)) / total
    shares = [Fraction(size, total) for size in sizes]
    spread = entropy_bits(list(map(float, shares)))
    draw.require(parent - after > 0.08 and entropies.count(0) < 2)
    terms = " + ".join(f"{share}·{plain(-log2(share))}" for share in shares)
    products = " + ".join(f"{size}·{plain(value)}" for size, value in zip(sizes, entropies, strict=True))
    return Draft(
        stem=f"{task} 의사결정나무에서 엔트로피가 {plain(parent)}인 노드 {total}건을 다음과 같이 {len(sizes)}갈래로 나누었다. "
        f"C4.5의 이득비(gain ratio)는? (로그의 밑은 2, {rounding(2)})",
        data=Table(
            columns=("가지", "건수", "엔트로피"), rows=tuple((n, *row) for n, row in enumerate(zip(sizes, entropies, strict=True), 1))
        ),
        key=compute(gain_ratio, parent=parent, sizes=sizes, entropies=entropies),
        why="이득비는 정보이득을 가지 크기의 엔트로피인 분할 정보로 나누어, 가지가 많은 분할이 유리한 것을 줄인다.",
        wrongs=within(_ratio_wrongs(parent, sizes, entropies), 0, 1.5),
        steps=[
            "이득비 = 정보이득/분할 정보",
            f"정보이득 = {plain(parent)} − ({products})/{total} = {plain(round(parent - after, 4))}",
            f"분할 정보 = −Σ(건수/전체)·log₂(건수/전체) = {terms} = {plain(spread)}",
            f"이득비 = {plain(round(parent - after, 4))}/{plain(spread)} = {show((parent - after) / spread, 2)}",
        ],
        by_hand=round(parent - after, 4) / spread,
    )


def _drop(split: _Split) -> Fraction:
    """By how much a split lowers the Gini index."""
    (a, b), (c, d) = split
    size = a + b + c + d
    after = Fraction(2 * a * b, (a + b) * size) + Fraction(2 * c * d, (c + d) * size)
    return Fraction(2 * (a + c) * (b + d), size**2) - after


def _named(question: str, value: Fraction) -> str:
    return f"물음 {question}, {show(float(value), 2)}"


def _best_wrongs(draw: Draw, splits: dict[str, _Split], best: str) -> list[Wrong]:
    """Other questions and other values; only one of them names the right question."""
    found = []
    for question, split in splits.items():
        left, right = split
        size = sum(left) + sum(right)
        parent = gini_index([left[0] + right[0], left[1] + right[1]])
        after = parent - _drop(split)
        flat = parent - sum(map(gini_index, split), Fraction(0)) / 2
        error = Fraction(min(left[0] + right[0], left[1] + right[1]) - min(left) - min(right), size)
        own = [
            (question, after, f"물음 {question}의 분할 뒤 지니 지수입니다. 분할 전에서 뺀 감소량을 견줍니다."),
            (question, flat, f"물음 {question}에서 자식의 지니 지수를 건수로 가중하지 않았습니다."),
        ]
        others = [
            (question, _drop(split), f"물음 {question}의 감소량은 맞지만, 물음 {best}의 감소량이 더 큽니다."),
            (question, error, f"물음 {question}에서 지니 지수가 아니라 오분류율의 감소량을 구했습니다."),
        ]
        found += draw.sample(own, 1) if question == best else others + own
    return [Wrong(float(value), why, _named(question, value)) for question, value, why in found if value > 0]


def _draw_splits(draw: Draw, size: int) -> tuple[dict[str, _Split], int]:
    """Three splits of one node of *size* records, and how many of them are of the first class."""
    first = draw.integer(size * 2 // 5, size * 3 // 5)
    splits: dict[str, _Split] = {}
    for question in "ABC":
        part = draw.integer(size // 5, size * 4 // 5)
        hits = draw.integer(max(0, part + first - size), min(part, first))
        splits[question] = ([hits, part - hits], [first - hits, size - part - first + hits])
    return splits, first


@template("tree.impurity", "best_split", "지니 지수가 가장 많이 줄어드는 물음", version=2)
def best_split(draw: Draw) -> Draft:
    """Which of three questions lowers a node's Gini index most, where the purest child misleads."""
    task, _, every = draw.pick(GROUPS)
    names = draw.sample(every, 2)
    size = draw.integer(24, 60) if draw.is_extended else draw.pick([10, 16, 20, 20])
    splits, first = _draw_splits(draw, size)
    drops = {question: _drop(split) for question, split in splits.items()}
    best, tempting = max(drops, key=drops.__getitem__), min(splits, key=lambda question: min(map(gini_index, splits[question])))
    draw.require(best != tempting and min(drops.values()) > Fraction(1, 200) and are_told_apart(drops.values(), 2))
    draw.require(all(gini_index(child) for child in splits[best]))
    return Draft(
        stem=f"{task} 의사결정나무에서 한 노드 {size}건을 '예'와 '아니요'로 나누는 세 물음의 결과({names[0]}:{names[1]})가 다음과 같다. "
        f"지니 지수가 가장 많이 줄어드는 물음과 그 감소량은? (자식은 건수로 가중하고, {rounding(2)})",
        data=Table(
            columns=("물음", "예", "아니요"),
            rows=tuple((question, f"{left[0]}:{left[1]}", f"{right[0]}:{right[1]}") for question, (left, right) in splits.items()),
        ),
        key=compute(best_gain, splits=[list(split) for split in splits.values()]),
        label=_named(best, drops[best]),
        why="분할의 좋고 나쁨은 자식 하나의 순수함이 아니라, 건수로 가중한 지니 지수가 줄어든 크기로 견준다.",
        wrongs=_best_wrongs(draw, splits, best),
        steps=[
            "감소량 = 지니(분할 전) − Σ(건수/전체)·지니(자식)",
            f"분할 전: 1 − ({first}/{size})² − ({size - first}/{size})² = {_shown(gini_index([first, size - first]))}",
        ]
        + [
            f"물음 {question}: 예 {_shown(gini_index(left))}, 아니요 {_shown(gini_index(right))}, 감소량 {show(float(drops[question]), 2)}"
            for question, (left, right) in splits.items()
        ]
        + [f"감소량이 가장 큰 것은 물음 {best}이다."],
    )


def _shown(value: Fraction) -> str:
    return plain(round(float(value), 3))
