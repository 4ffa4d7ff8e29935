"""Imputation of missing values by a centre of the observed ones or by the nearest records, and what it does to mean and variance.

https://scikit-learn.org/stable/modules/generated/sklearn.impute.SimpleImputer.html
https://scikit-learn.org/stable/modules/generated/sklearn.impute.KNNImputer.html
https://numpy.org/doc/stable/reference/generated/numpy.var.html
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import sqrt
from statistics import fmean, median, mode

from quizapp.exercises.catalogue.confusion_tables import require_hand_fractions
from quizapp.exercises.catalogue.scaling_parts import MEASURES
from quizapp.exercises.catalogue.stats_parts import around
from quizapp.exercises.catalogue.wording import rounding
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Cell, Table
from quizapp.korean import with_particle
from quizapp.numbers import show

_MISSING = "결측"
_RULES = {"mean": "평균", "median": "중앙값", "most_frequent": "최빈값"}
_GROUPS = (("평일", "휴일"), ("상반기", "하반기"), ("1구역", "2구역"), ("A군", "B군"), ("1분기", "2분기"))
_RECORDS = (
    ("매장", "직원 수", "계산대 수", "하루 매출(만 원)"),
    ("설비", "사용 연수", "정비 횟수", "고장 시간(시간)"),
    ("환자", "복용 약 수", "동반 질환 수", "입원비(만 원)"),
    ("회원", "방문 수", "찜한 상품 수", "월 구매액(천 원)"),
    ("배송 구역", "기사 수", "차량 수", "하루 물량(백 건)"),
)
"""What a row is, the two variables that the distance uses, and the one with a missing value."""


def filled_value(values: list[float | None], strategy: str) -> float:
    import numpy as np
    from sklearn.impute import SimpleImputer

    column = np.array(values, dtype=float).reshape(-1, 1)
    return float(SimpleImputer(strategy=strategy).fit(column).statistics_[0])


def value_of_neighbours(records: list[list[float | None]], row: int, k: int) -> float:
    import numpy as np
    from sklearn.impute import KNNImputer

    filled = KNNImputer(n_neighbors=k).fit_transform(np.array(records, dtype=float))
    return float(filled[row, -1])


def variance_filled(values: list[float | None], ddof: int) -> float:
    import numpy as np
    from sklearn.impute import SimpleImputer

    column = np.array(values, dtype=float).reshape(-1, 1)
    return float(np.var(SimpleImputer(strategy="mean").fit_transform(column), ddof=ddof))


def mean_filled_by_group(first: list[float | None], second: list[float | None]) -> float:
    import numpy as np
    from sklearn.impute import SimpleImputer

    columns = [np.array(group, dtype=float).reshape(-1, 1) for group in (first, second)]
    return float(np.mean(np.vstack([SimpleImputer(strategy="mean").fit_transform(column) for column in columns])))


def _with_gaps(draw: Draw, values: Sequence[int], gaps: int) -> list[float | None]:
    """*values* with *gaps* missing ones somewhere between them."""
    order = draw.shuffled([True] * len(values) + [False] * gaps)
    rest = iter(values)
    return [next(rest) if is_known else None for is_known in order]


def _cells(values: Sequence[float | None]) -> list[Cell]:
    return [_MISSING if value is None else value for value in values]


def _row(what: str, values: Sequence[float | None]) -> Table:
    return Table(columns=("번호", *(str(number) for number in range(1, len(values) + 1))), rows=((what, *_cells(values)),))


def _center_wrongs(values: list[int], gaps: int, rule: str) -> list[Wrong]:
    asked = f"물음의 대치값은 {_RULES[rule]}입니다."
    return [
        Wrong(fmean(values), f"관측값의 평균을 구했습니다. {asked}"),
        Wrong(median(values), f"관측값의 중앙값을 구했습니다. {asked}"),
        Wrong(mode(values), f"관측값의 최빈값을 구했습니다. {asked}"),
        Wrong(sum(values) / (len(values) + gaps), "관측값의 합을 결측까지 센 전체 건수로 나누었습니다. 결측은 세지 않습니다."),
        Wrong(median([*values, *[0] * gaps]), "결측을 0으로 보고 가운데 값을 찾았습니다. 결측은 늘어놓지 않습니다."),
        Wrong((min(values) + max(values)) / 2, "최솟값과 최댓값의 가운데를 구했습니다."),
        Wrong(fmean(sorted(values)[:-1]), "가장 큰 값을 빼고 평균했습니다."),
        Wrong(max(values), "가장 큰 관측값을 골랐습니다."),
    ]


@template("missing.impute", "fill", "결측값을 대신하는 평균, 중앙값, 최빈값")
def fill(draw: Draw) -> Draft:
    """The value that replaces the missing ones by the rule asked for."""
    measure, rule, gaps = draw.pick(MEASURES), draw.pick(list(_RULES)), draw.integer(1, 3)
    size, decimals = (draw.pick([9, 11]), 2) if draw.is_extended else (draw.pick([5, 8]), 1)
    low = draw.integer(measure.low, measure.high)
    common, *others = (low + step for step in draw.sample(range(12), size - 2))
    values = [common, common, *others, low + draw.integer(16, 30)]
    observed = draw.shuffled(values)
    ordered, total = ", ".join(map(str, sorted(values))), sum(values)
    steps = {
        "mean": [f"관측값의 합 = {total}, 관측값의 수 = {size}", f"평균 = {total}/{size} = {show(fmean(values), decimals)}"],
        "median": [f"관측값을 크기순으로: {ordered}", f"가운데 값 = {show(median(values), decimals)}"],
        "most_frequent": [f"관측값을 크기순으로: {ordered}", f"가장 자주 나온 값 = {common}"],
    }
    cells = _with_gaps(draw, observed, gaps)
    return Draft(
        stem=f"{measure.place} 자료 {size + gaps}건 가운데 {gaps}건이 결측이다. 결측값을 관측값의 "
        f"{with_particle(_RULES[rule], '으로/로')} 대치할 때, 채워 넣는 값은? ({rounding(decimals)})",
        data=_row(measure.what, cells),
        key=compute(filled_value, values=cells, strategy=rule),
        decimals=decimals,
        why=f"대치하는 값은 결측을 뺀 관측값만으로 구한 {_RULES[rule]}이다.",
        wrongs=_center_wrongs(values, gaps, rule),
        steps=[f"결측 {gaps}건을 빼고 관측값 {size}건만 쓴다.", *steps[rule]],
    )


@template("missing.impute", "nearest", "k-최근접 이웃으로 채우는 값")
def nearest(draw: Draw) -> Draft:
    """The value that the nearest records give, by the Euclidean distance in two other variables."""
    thing, *variables = draw.pick(_RECORDS)
    k, donors, decimals = (3, 6, 2) if draw.is_extended else (2, 5, 1)
    base, *points = draw.sample([(x, y) for x in range(2, 12) for y in range(1, 10)], donors + 1)
    targets = [draw.integer(20, 90) for _ in points]
    offsets = [(x - base[0], y - base[1]) for x, y in points]
    squares = [dx * dx + dy * dy for dx, dy in offsets]
    draw.require(len(set(squares)) == donors == len(set(targets)))
    near = sorted(range(donors), key=squares.__getitem__)
    at = draw.integer(0, donors)
    records: list[list[float | None]] = [[*point, target] for point, target in zip(points, targets, strict=True)]
    records.insert(at, [*base, None])
    names = [f"{thing} {letter}" for letter in "ABCDEFG"[: donors + 1]]
    others = names[:at] + names[at + 1 :]
    chosen = [targets[i] for i in near[:k]]
    return Draft(
        stem=f"{names[at]}의 {with_particle(variables[2], '이/가')} 결측이다. 나머지 두 변수의 유클리드 거리(척도 변환 없음)가 가장 가까운 "
        f"다른 {thing} {k}건의 단순 평균으로 대치할 때(k = {k}), 채워 넣는 값은? ({rounding(decimals)})",
        data=Table(columns=(thing, *variables), rows=tuple((n, *_cells(r)) for n, r in zip(names, records, strict=True))),
        key=compute(value_of_neighbours, records=records, row=at, k=k),
        decimals=decimals,
        why=f"k-최근접 이웃 대치는 관측된 변수로 잰 거리가 가장 가까운 {k}건의 평균을 쓴다.",
        wrongs=_neighbour_wrongs(offsets, targets, near, k),
        steps=[
            f"거리의 제곱 = ({variables[0]} 차)² + ({variables[1]} 차)²",
            *(f"{name}: {abs(dx)}² + {abs(dy)}² = {s}" for name, (dx, dy), s in zip(others, offsets, squares, strict=True)),
            f"가까운 {k}건: {', '.join(others[i] for i in near[:k])}",
            f"대치하는 값 = ({' + '.join(map(str, chosen))})/{k} = {show(fmean(chosen), decimals)}",
        ],
    )


def _neighbour_wrongs(offsets: list[tuple[int, int]], targets: list[int], near: list[int], k: int) -> list[Wrong]:
    every = range(len(targets))
    by_first, by_second = sorted(every, key=lambda i: abs(offsets[i][0])), sorted(every, key=lambda i: abs(offsets[i][1]))
    weights = [1 / sqrt(dx * dx + dy * dy) for dx, dy in offsets]
    weighted = sum(targets[i] * weights[i] for i in near[:k]) / sum(weights[i] for i in near[:k])

    def mean_of(chosen: Sequence[int]) -> float:
        return fmean(targets[i] for i in chosen)

    return [
        Wrong(targets[near[0]], "가장 가까운 한 건의 값만 썼습니다."),
        Wrong(mean_of(near[: k + 1]), f"이웃을 {k + 1}건 썼습니다. 물음의 이웃은 {k}건입니다."),
        Wrong(mean_of(near), "모든 관측값의 평균을 썼습니다. 가까운 이웃만 평균합니다."),
        Wrong(mean_of(near[-k:]), "가장 먼 것들을 골라 평균했습니다."),
        Wrong(weighted, "거리의 역수로 가중 평균했습니다. 물음은 단순 평균입니다."),
        Wrong(mean_of(by_first[:k]), "첫째 변수의 차만으로 이웃을 골랐습니다. 두 변수의 거리를 써야 합니다."),
        Wrong(mean_of(by_second[:k]), "둘째 변수의 차만으로 이웃을 골랐습니다. 두 변수의 거리를 써야 합니다."),
        Wrong(median(targets), "모든 관측값의 중앙값을 썼습니다."),
    ]


@template("missing.impute", "variance", "평균 대치 뒤의 분산")
def variance(draw: Draw) -> Draft:
    """The variance of a column after its missing values were replaced by the mean."""
    measure, ddof = draw.pick(MEASURES), draw.integer(0, 1)
    size, gaps = (draw.integer(5, 6), draw.integer(2, 5)) if draw.is_extended else (draw.integer(4, 5), draw.integer(1, 4))
    mean, total = draw.integer(measure.low, measure.high) + 12, size + gaps
    known = around(draw, size, mean, 9 if draw.is_extended else 6)
    squares = sum((value - mean) ** 2 for value in known)
    cells, divisor = _with_gaps(draw, known, gaps), total - ddof
    require_hand_fractions(draw, Fraction(squares, divisor))
    named = "n − 1로" if ddof else "n으로"
    draw.require(min(known) > 0)
    return Draft(
        stem=f"{measure.place} 자료 {total}건 가운데 {gaps}건이 결측이어서 관측값의 평균으로 대치하였다. 대치한 뒤 {total}건의 분산은? "
        f"(분산은 {named} 나누고, {rounding(2)})",
        data=_row(measure.what, cells),
        key=compute(variance_filled, values=cells, ddof=ddof),
        why="평균으로 채운 값은 편차가 0이라 제곱합은 그대로인데 나누는 수는 커지므로, 분산이 작아진다.",
        wrongs=_variance_wrongs(known, gaps, ddof),
        steps=[
            f"관측값의 평균 = {sum(known)}/{size} = {mean}. 대치한 값의 편차는 0이므로 편차 제곱의 합 = {squares}",
            f"나누는 수 = {f'{total} − 1 = {divisor}' if ddof else total}",
            f"분산 = {squares}/{divisor} = {show(squares / divisor, 2)}",
        ],
    )


def _variance_wrongs(known: list[int], gaps: int, ddof: int) -> list[Wrong]:
    size, total, mean = len(known), len(known) + gaps, fmean(known)
    squares, named = sum((value - mean) ** 2 for value in known), "n − 1로" if ddof else "n으로"
    alone, right = squares / (size - ddof), squares / (total - ddof)
    return [
        Wrong(alone, "관측값만의 분산입니다. 평균 대치는 건수를 늘려 분산을 줄입니다."),
        Wrong(squares / (total - 1 + ddof), f"나누는 수가 틀렸습니다. 물음은 {named} 나누라고 했습니다."),
        Wrong(squares / (size - 1 + ddof), f"관측값만의 분산을 구했고, {named} 나누지도 않았습니다."),
        Wrong(sqrt(right), "대치한 뒤의 표준편차를 구했습니다. 물음은 분산입니다."),
        Wrong(sqrt(alone), "관측값만의 표준편차를 구했습니다. 물음은 대치한 뒤의 분산입니다."),
        Wrong(right + gaps * size * mean**2 / total / (total - ddof), "결측을 0으로 채우고 분산을 구했습니다."),
        Wrong(sum(abs(value - mean) for value in known) / total, "편차를 제곱하지 않고 절댓값을 평균했습니다."),
        Wrong(alone * total / size, "분산이 건수의 비만큼 커진다고 보았습니다. 제곱합은 그대로이고 나누는 수가 커집니다."),
    ]


@template("missing.impute", "group_mean", "집단별 평균 대치 뒤의 전체 평균")
def group_mean(draw: Draw) -> Draft:
    """The overall mean after each missing value was replaced by the mean of its group."""
    measure, names = draw.pick(MEASURES), draw.pick(_GROUPS)
    sizes = draw.pick([(5, 7), (7, 5), (4, 8)] if draw.is_extended else [(4, 6), (6, 4), (3, 5), (5, 3)])
    gaps = [draw.integer(1, size - 2) for size in sizes]
    means = [draw.integer(measure.low, measure.high) + 8 for _ in sizes]
    known = [around(draw, size - gap, mean) for mean, size, gap in zip(means, sizes, gaps, strict=True)]
    groups = [_with_gaps(draw, values, gap) for values, gap in zip(known, gaps, strict=True)]
    draw.require(abs(means[0] - means[1]) >= 4)
    order = draw.shuffled([0] * sizes[0] + [1] * sizes[1])
    rest = [iter(_cells(group)) for group in groups]
    total, weighted = sum(sizes), sizes[0] * means[0] + sizes[1] * means[1]
    return Draft(
        stem=f"{measure.place} 자료 {total}건에 결측이 있다. 결측값을 같은 구분({names[0]}, {names[1]})에 속한 관측값의 평균으로 대치할 "
        f"때, 대치한 뒤 {total}건의 전체 평균은? ({rounding(2)})",
        data=Table(
            columns=("번호", *(str(i) for i in range(1, total + 1))),
            rows=(("구분", *(names[which] for which in order)), (measure.what, *(next(rest[which]) for which in order))),
        ),
        key=compute(mean_filled_by_group, first=groups[0], second=groups[1]),
        why="집단별 평균으로 채우면 각 집단의 평균은 그대로이고, 전체 평균은 결측까지 센 건수로 가중된다.",
        wrongs=_group_wrongs(names, means, known, sizes),
        steps=[
            *(f"{n}: 관측값의 평균 = {sum(v)}/{len(v)} = {m}" for n, v, m in zip(names, known, means, strict=True)),
            f"대치한 뒤의 합 = {sizes[0]}·{means[0]} + {sizes[1]}·{means[1]} = {weighted}",
            f"전체 평균 = {weighted}/{total} = {show(weighted / total, 2)}",
        ],
        by_hand=weighted / total,
    )


def _group_wrongs(names: tuple[str, str], means: list[int], known: list[list[int]], sizes: tuple[int, int]) -> list[Wrong]:
    (first, second), total = sizes, sum(sizes)
    observed = [value for values in known for value in values]
    crossed = sum(observed) + (first - len(known[0])) * means[1] + (second - len(known[1])) * means[0]
    return [
        Wrong(fmean(observed), "관측값 전체의 평균입니다. 전체 평균으로 대치하면 이 값이 그대로 남습니다."),
        Wrong(fmean(means), "두 집단의 평균을 건수로 가중하지 않고 평균했습니다."),
        Wrong(crossed / total, "다른 구분의 평균으로 채웠습니다."),
        Wrong(sum(observed) / total, "결측을 0으로 두고 평균했습니다."),
        Wrong((second * means[0] + first * means[1]) / total, "두 집단의 건수를 바꾸어 가중했습니다."),
        *(Wrong(mean, f"{name} 자료의 평균만 구했습니다.") for name, mean in zip(names, means, strict=True)),
    ]
