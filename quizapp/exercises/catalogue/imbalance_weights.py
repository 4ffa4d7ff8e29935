"""Imbalanced classes: balanced class weights, n/(k·n_c), and the error rate of a model that they give.

https://scikit-learn.org/stable/modules/generated/sklearn.utils.class_weight.compute_class_weight.html
https://scikit-learn.org/stable/modules/generated/sklearn.utils.class_weight.compute_sample_weight.html
"""

from __future__ import annotations

from fractions import Fraction

from quizapp.exercises.catalogue.wording import plain, rounding
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show

_SCENES = (
    ("어느 병원의 퇴원 환자", ("재입원", "일반 퇴원", "전원")),
    ("한 공장의 부품 검사", ("불량", "양품", "재검사")),
    ("어느 쇼핑몰의 주문", ("반품", "확정", "교환")),
    ("한 물류센터의 배송", ("지연", "정시", "조기")),
    ("한 카드사의 거래", ("사기", "정상", "보류")),
)
"""Whose records, and their classes: the rare one, the usual one, another."""


def balanced_weight(counts: list[int], which: int) -> float:
    import numpy as np
    from sklearn.utils.class_weight import compute_class_weight

    classes = np.arange(len(counts))
    weights = compute_class_weight("balanced", classes=classes, y=np.repeat(classes, counts))
    return float(weights[which])


def balanced_error(actual: list[int], is_wrong: list[int], counts: list[int]) -> float:
    import numpy as np
    from sklearn.utils.class_weight import compute_sample_weight

    labels, errors = np.repeat(actual, counts), np.repeat(is_wrong, counts)
    return float(np.average(errors, weights=compute_sample_weight("balanced", labels)))


@template("imbalance.weights", "balanced", "균형 클래스 가중치")
def balanced(draw: Draw) -> Draft:
    """The balanced weight of one class."""
    (place, names), decimals = draw.pick(_SCENES), 3 if draw.is_extended else 2
    if draw.is_extended:
        counts = [5 * draw.integer(6, 24), 5 * draw.integer(50, 120), 5 * draw.integer(20, 48)]
    else:
        total, share = 100 * draw.integer(2, 20), draw.pick([4, 5, 8, 10, 15, 20, 25, 30, 35, 40])
        counts = [total * share // 100, total * (100 - share) // 100]
    classes, total, which = len(counts), sum(counts), draw.integer(0, 1)
    own, name = counts[which], names[which]
    return Draft(
        stem=f"{place} 자료의 클래스별 건수가 다음과 같다. 클래스 가중치를 n/(클래스 수 × 그 클래스의 건수)로 정하는 균형 방식"
        f"(class_weight='balanced')에서 ‘{name}’ 클래스의 가중치는? ({rounding(decimals)})",
        data=Table(columns=("클래스", *names[:classes]), rows=(("건수", *counts),)),
        key=compute(balanced_weight, counts=counts, which=which),
        decimals=decimals,
        why="균형 가중치는 n/(k·n_c)이며, 건수가 적은 클래스일수록 크고 건수를 곱하면 클래스마다 n/k로 같다.",
        wrongs=_weight_wrongs(counts, which, names[1 - which]),
        steps=[
            f"n = {' + '.join(map(str, counts))} = {total}, 클래스 수 k = {classes}",
            f"가중치 = n/(k·n_c) = {total}/({classes}·{own}) = {total}/{classes * own}",
            f"{total}/{classes * own} = {show(total / (classes * own), decimals)}",
        ],
    )


def _weight_wrongs(counts: list[int], which: int, other_name: str) -> list[Wrong]:
    total, classes, own, other = sum(counts), len(counts), counts[which], counts[1 - which]
    rule = "가중치는 n/(클래스 수 × 클래스의 건수)입니다."
    return [
        Wrong(total / own, f"클래스 수로 나누지 않았습니다. {rule}"),
        Wrong(classes * own / total, "비를 거꾸로 썼습니다. 가중치는 건수에 반비례합니다."),
        Wrong(own / total, "클래스의 비율을 구했습니다. 가중치는 이 비율에 반비례합니다."),
        Wrong(total / (classes * other), f"‘{other_name}’ 클래스의 가중치를 구했습니다."),
        Wrong(other / own, f"두 클래스의 건수 비를 구했습니다. {rule}"),
        Wrong(1 - own / total, f"1에서 클래스의 비율을 뺐습니다. {rule}"),
        Wrong((total - own) / (classes * own), f"분자에서 그 클래스의 건수를 뺐습니다. {rule}"),
    ]


@template("imbalance.weights", "weighted_error", "균형 가중치를 곱한 오분류율")
def weighted_error(draw: Draw) -> Draft:
    """The error rate of a model when every record has the balanced weight of its class."""
    (place, (rare, usual, _)), decimals = draw.pick(_SCENES), 3 if draw.is_extended else 2
    step = 1 if draw.is_extended else 10
    few, many = draw.pick([20, 25, 40, 50, 80]), draw.pick([100, 200, 250, 400, 500])
    missed, false = draw.integer(few // 5, few * 3 // 5), step * draw.integer(10 // step, many // (4 * step))
    total, rates = few + many, (Fraction(missed, few), Fraction(false, many))
    draw.require(many >= 4 * few and (draw.is_extended or all(not 100 % rate.denominator for rate in rates)))
    error = sum(rates) / 2
    return Draft(
        stem=f"{place} 자료로 ‘{with_particle(rare + '’', '을/를')} 찾는 모형을 검증한 결과가 다음과 같다. 각 건에 그 클래스의 균형 가중치 "
        f"n/(클래스 수 × 클래스의 건수)를 곱하여 구한 오분류율(틀린 건의 가중치 합 ÷ 가중치의 총합)은? ({rounding(decimals)})",
        data=Table(columns=("클래스", "건수", "틀린 건수"), rows=((rare, few, missed), (usual, many, false))),
        key=compute(balanced_error, actual=[1, 1, 0, 0], is_wrong=[1, 0, 1, 0], counts=[missed, few - missed, false, many - false]),
        decimals=decimals,
        why="균형 가중치를 쓰면 클래스마다 가중치의 합이 같으므로, 가중 오분류율은 클래스별 오분류율의 단순 평균이다.",
        wrongs=_error_wrongs((few, many), (missed, false), (rare, usual)),
        steps=[
            f"가중치는 {rare} {total}/(2·{few}), {usual} {total}/(2·{many})이고, 건수를 곱하면 둘 다 {plain(total / 2)}",
            f"{rare}의 오분류율 = {missed}/{few} = {plain(rates[0])}, {usual}의 오분류율 = {false}/{many} = {plain(rates[1])}",
            f"가중 오분류율 = ({plain(rates[0])} + {plain(rates[1])})/2 = {show(float(error), decimals)}",
        ],
    )


def _error_wrongs(sizes: tuple[int, int], errors: tuple[int, int], names: tuple[str, str]) -> list[Wrong]:
    (few, many), (missed, false), (rare, usual) = sizes, errors, names
    mean = (missed / few + false / many) / 2
    return [
        Wrong((missed + false) / (few + many), "가중치를 곱하지 않은 전체 오분류율입니다."),
        Wrong((missed / many + false / few) / (few / many + many / few), "두 클래스의 가중치를 서로 바꾸어 곱했습니다."),
        Wrong(missed / few, f"‘{rare}’ 클래스의 오분류율만 구했습니다."),
        Wrong(false / many, f"‘{usual}’ 클래스의 오분류율만 구했습니다."),
        Wrong(2 * mean, "두 클래스의 오분류율을 더하고 2로 나누지 않았습니다."),
        Wrong(1 - mean, "가중 정확도를 구했습니다. 물음은 오분류율입니다."),
        Wrong(missed / few / 2, f"‘{usual}’ 클래스의 틀린 건을 더하지 않았습니다."),
    ]
