"""Principal components: shares of variance, how many components to keep, eigenvalues of a correlation matrix from shares.

https://numpy.org/doc/stable/reference/generated/numpy.cumsum.html
https://numpy.org/doc/stable/reference/generated/numpy.trace.html
scikit-learn's PCA names the shares explained_variance_ratio_: https://scikit-learn.org/stable/modules/generated/sklearn.decomposition.PCA.html
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import ceil, sqrt

from quizapp.exercises.catalogue.wording import plain, rounding
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show

TOPICS = (
    ("어느 쇼핑몰의 회원 설문 점수", ("가격", "품질", "배송")),
    ("한 공장의 설비 측정값", ("온도", "압력", "진동")),
    ("어느 병원의 환자 설문 점수", ("진료", "시설", "대기")),
    ("한 물류센터의 화물 제원", ("길이", "너비", "무게")),
    ("한 지자체의 대기 측정값", ("오존", "먼지", "습도")),
)
"""What is measured, and three of its variables."""


def single_share(eigenvalues: list[float], component: int) -> float:
    import numpy as np

    return float(100 * eigenvalues[component - 1] / np.sum(eigenvalues))


def cumulative_share(eigenvalues: list[float], components: int) -> float:
    import numpy as np

    shares = np.cumsum(eigenvalues) / np.sum(eigenvalues)
    return float(100 * shares[components - 1])


def components_needed(eigenvalues: list[float], share: float) -> float:
    import numpy as np

    shares = np.cumsum(eigenvalues) / np.sum(eigenvalues)
    return float(np.argmax(shares >= share) + 1)


def eigenvalue_of_share(variables: int, ratios: list[float], component: int) -> float:
    import numpy as np

    total = np.trace(np.eye(variables))
    return float(ratios[component - 1] * total)


def eigenvalue_of_cumulative(variables: int, ratios: list[float], component: int) -> float:
    import numpy as np

    total = np.trace(np.eye(variables))
    return float(np.diff(ratios, prepend=0)[component - 1] * total)


def _falling(draw: Draw, size: int, units: int) -> list[int]:
    """*size* different whole numbers with the sum *units*, from the largest, which is a quarter of it or more."""
    cuts = sorted(draw.sample(range(1, units), size - 1))
    parts = sorted((high - low for low, high in pairwise([0, *cuts, units])), reverse=True)
    draw.require(len(set(parts)) == size and 0.25 * units <= parts[0] <= 0.65 * units)
    return parts


def _table(eigenvalues: Sequence[float]) -> Table:
    columns = ("주성분", *(f"제{number}" for number in range(1, len(eigenvalues) + 1)))
    return Table(columns=columns, rows=(("고윳값", *eigenvalues),))


def _percent(value: float) -> str:
    return f"{show(100 * value, 1)}%"


@template("pca.variance", "ratio", "고윳값에서 분산 비율")
def ratio(draw: Draw) -> Draft:
    """The share of variance of one component, or of the first ones together."""
    topic, size = draw.pick(TOPICS)[0], draw.integer(5, 6) if draw.is_extended else draw.integer(4, 5)
    total, grid = (draw.pick([12, 15, 16, 25]), 20) if draw.is_extended else (draw.pick([4, 5, 8, 10, 12, 16, 20]), 10)
    values = [part / grid for part in _falling(draw, size, grid * total)]
    j, is_cumulative = draw.integer(2, 3), draw.pick([True, False])
    head = sum(values[:j])
    taken = head if is_cumulative else values[j - 1]
    asked = f"제{j}주성분까지의 누적 분산 비율은" if is_cumulative else f"제{j}주성분의 분산 비율은"
    key = (
        compute(cumulative_share, eigenvalues=values, components=j)
        if is_cumulative
        else compute(single_share, eigenvalues=values, component=j)
    )
    return Draft(
        stem=f"{topic} {with_particle(f'{size}개', '을/를')} 공분산행렬로 주성분분석한 고윳값이 다음과 같다. {asked}? "
        f"(%로 답하고, {rounding(1)})",
        data=_table(values),
        key=key,
        decimals=1,
        unit="%",
        why="주성분의 분산은 고윳값이고, 분산 비율은 고윳값을 고윳값의 총합(총분산)으로 나눈 값이다.",
        wrongs=_ratio_wrongs(values, j, is_cumulative),
        steps=[
            f"총분산 = {' + '.join(map(plain, values))} = {total}",
            *([f"제{j}주성분까지의 합 = {' + '.join(map(plain, values[:j]))} = {plain(head)}"] if is_cumulative else []),
            f"비율 = {plain(taken)}/{total} = {_percent(taken / total)}",
        ],
    )


def _ratio_wrongs(values: list[float], j: int, is_cumulative: bool) -> list[Wrong]:
    total, own, head, roots = sum(values), values[j - 1], sum(values[:j]), [sqrt(value) for value in values]
    picked = slice(0, j) if is_cumulative else slice(j - 1, j)
    asked = "처음부터 더한 누적 비율" if is_cumulative else "그 주성분 하나의 비율"
    shares = [
        (
            own / total if is_cumulative else head / total,
            f"{'한 주성분의 비율' if is_cumulative else '누적 비율'}을 구했습니다. 물음은 {asked}입니다.",
        ),
        (sum(values[picked]) / len(values), "고윳값을 총합이 아니라 변수의 수로 나누었습니다. 이는 상관행렬로 분석한 때의 식입니다."),
        (sum(roots[picked]) / sum(roots), "고윳값의 제곱근(표준편차)으로 비율을 구했습니다. 분산은 고윳값 그대로입니다."),
        (own / values[0], "고윳값을 총합이 아니라 가장 큰 고윳값으로 나누었습니다."),
        (1 - head / total, "남은 주성분의 비율을 구했습니다."),
        (sum(values[: j + 1]) / total, f"제{j + 1}주성분까지의 누적 비율을 구했습니다."),
        (sum(values[: j - 1]) / total, f"제{j - 1}주성분까지의 비율을 구했습니다."),
        (sum(v * v for v in values[picked]) / sum(v * v for v in values), "고윳값을 제곱하여 비율을 구했습니다."),
    ]
    return [*(Wrong(100 * share, why) for share, why in shares if share < 1), Wrong(sum(values[picked]), "고윳값을 그대로 %로 읽었습니다.")]


@template("pca.variance", "components", "누적 비율을 넘는 주성분의 수")
def components(draw: Draw) -> Draft:
    """How many components explain a given share of the variance."""
    topic, size = draw.pick(TOPICS)[0], draw.integer(7, 8) if draw.is_extended else 6
    total, grid = (draw.pick([12, 15, 16]), 20) if draw.is_extended else (draw.pick([4, 5, 8, 10, 20]), 10)
    values, goal = [part / grid for part in _falling(draw, size, grid * total)], draw.pick([70, 75, 80, 85, 90])
    sums, bound = [round(reached, 6) for reached in accumulate(values)], round(goal * total / 100, 6)
    needed = next(number for number, reached in enumerate(sums, 1) if reached >= bound)
    draw.require(bound not in sums)
    return Draft(
        stem=f"{topic} {with_particle(f'{size}개', '을/를')} 공분산행렬로 주성분분석한 고윳값이 다음과 같다. 누적 분산 비율이 {goal}% "
        "이상이 되도록 앞에서부터 주성분을 고르면, 필요한 주성분은 적어도 몇 개인가?",
        data=_table(values),
        key=compute(components_needed, eigenvalues=values, share=goal / 100),
        decimals=0,
        unit="개",
        why="고윳값을 큰 것부터 더한 값이 총분산의 기준 비율에 처음으로 이르는 곳까지 쓴다.",
        wrongs=_components_wrongs(values, goal / 100, needed),
        steps=[
            f"총분산 = {total}, 기준 = {plain(goal / 100)}·{total} = {plain(bound)}",
            *(
                f"제{number}주성분까지의 합 = {plain(reached)} {'≥' if reached >= bound else '<'} {plain(bound)}"
                for number, reached in enumerate(sums[:needed], 1)
            ),
            f"필요한 주성분은 {needed}개",
        ],
    )


def _components_wrongs(values: list[float], goal: float, needed: int) -> list[Wrong]:
    total, size, roots = sum(values), len(values), list(accumulate(sqrt(value) for value in values))
    gaps = [high - low for high, low in pairwise(values)]
    return [
        Wrong(needed - 1, "기준에 이르기 전의 수를 답했습니다. 기준 이상이 되려면 하나 더 있어야 합니다."),
        Wrong(needed + 1, "기준에 이른 뒤에도 하나를 더 넣었습니다."),
        Wrong(size - needed, "버리는 주성분의 수를 답했습니다."),
        Wrong(sum(value > 1 for value in values), "고윳값이 1보다 큰 것을 세었습니다. 이는 상관행렬에 쓰는 다른 기준입니다."),
        Wrong(sum(value > total / size for value in values), "고윳값이 평균보다 큰 것을 세었습니다. 물음은 누적 비율입니다."),
        Wrong(sum(reached < goal * roots[-1] for reached in roots) + 1, "고윳값의 제곱근을 더했습니다. 분산은 고윳값 그대로입니다."),
        Wrong(ceil(goal * size), f"변수 {size}개에 기준 비율을 곱했습니다."),
        Wrong(gaps.index(max(gaps)) + 1, "고윳값이 가장 크게 떨어지는 곳까지 골랐습니다. 물음은 누적 비율입니다."),
        Wrong(sum(value >= (1 - goal) * values[0] for value in values), "가장 큰 고윳값에 견준 크기로 골랐습니다."),
    ]


@template("pca.variance", "inverse", "분산 비율의 출력에서 상관행렬의 고윳값")
def inverse(draw: Draw) -> Draft:
    """An eigenvalue of a correlation matrix from printed shares: single ones on the paper, cumulative ones for extended numbers."""
    topic, size, j = draw.pick(TOPICS)[0], draw.pick([6, 7, 9, 12] if draw.is_extended else [5, 8, 10, 20]), draw.integer(1, 3)
    parts, grid = (6, 100) if draw.is_extended else (5, 50)
    single = [part / grid for part in _falling(draw, parts, grid)][:4]
    printed = [round(total, 2) for total in accumulate(single)] if draw.is_extended else single
    name = "explained_variance_ratio_" + (".cumsum()" if draw.is_extended else "")
    own, before = single[j - 1], printed[j - 2] if j > 1 else 0.0
    function = eigenvalue_of_cumulative if draw.is_extended else eigenvalue_of_share
    return Draft(
        stem=f"{topic} {with_particle(f'{size}개', '을/를')} 모두 표준화한 뒤 주성분분석하여 다음 출력을 얻었다. 상관행렬의 고윳값 가운데 "
        f"제{j}주성분의 것은? ({rounding(2)})",
        data=f"변수의 수: {size}\n{name}[:4]\n[{' '.join(show(value, 2) for value in printed)}]",
        key=compute(function, variables=size, ratios=printed, component=j),
        why="상관행렬의 고윳값의 합은 변수의 수와 같으므로, 고윳값 = 분산 비율 × 변수의 수이다.",
        wrongs=_inverse_wrongs(size, single, j),
        steps=[
            *([f"제{j}주성분의 비율 = {plain(printed[j - 1])} − {plain(before)} = {plain(own)}"] if draw.is_extended and j > 1 else []),
            f"총분산 = 표준화한 변수의 수 = {size}",
            f"고윳값 = {plain(own)}·{size} = {show(own * size, 2)}",
        ],
    )


def _inverse_wrongs(size: int, single: list[float], j: int) -> list[Wrong]:
    own, head = single[j - 1], sum(single[:j])
    return [
        Wrong(own, "분산 비율을 그대로 고윳값으로 읽었습니다. 여기에 총분산을 곱합니다."),
        Wrong(head * size, "누적 비율에 변수의 수를 곱했습니다. 제1주성분부터의 고윳값의 합입니다.")
        if j > 1
        else Wrong((1 - own) * size, "남은 주성분의 고윳값의 합을 구했습니다."),
        Wrong(own * (size - 1), "변수의 수에서 1을 뺀 값을 곱했습니다. 상관행렬의 대각합은 변수의 수입니다."),
        Wrong(own * 4, "출력에 나온 주성분의 수를 곱했습니다. 총분산은 변수의 수입니다."),
        Wrong(size, "총분산을 답했습니다. 여기에 그 주성분의 비율을 곱합니다."),
        Wrong(sqrt(own * size), "제곱근을 씌워 주성분의 표준편차를 구했습니다."),
        Wrong(own * (size + 1), "변수의 수에 1을 더하여 곱했습니다. 상관행렬의 대각합은 변수의 수입니다."),
        Wrong(1 / own, "분산 비율의 역수를 구했습니다."),
    ]
