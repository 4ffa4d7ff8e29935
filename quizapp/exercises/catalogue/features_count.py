"""How many columns derived variables give: polynomial terms, interactions alone, one-hot columns beside them, a limit on all.

https://scikit-learn.org/stable/modules/generated/sklearn.preprocessing.PolynomialFeatures.html
https://scikit-learn.org/stable/modules/generated/sklearn.preprocessing.OneHotEncoder.html
https://docs.scipy.org/doc/scipy/reference/generated/scipy.special.comb.html
"""

from __future__ import annotations

from collections.abc import Callable
from math import comb, perm

from quizapp.exercises.computation import Computation, compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle

_PLACES = (
    ("한 공장의 설비 센서", "센서 측정값"),
    ("어느 병원의 혈액 검사", "검사 수치"),
    ("한 물류센터의 화물", "치수와 무게"),
    ("어느 쇼핑몰의 회원", "구매 지표"),
    ("한 지자체의 대기 측정소", "오염 물질 농도"),
    ("어느 은행의 대출 심사", "재무 지표"),
    ("한 발전소의 풍력 터빈", "운전 기록"),
    ("어느 구청의 교차로", "교통 지표"),
)
"""Where numeric variables come from, and what they are."""

_CATEGORIES = (("요일", 7), ("계절", 4), ("혈액형", 4), ("배송 권역", 6), ("회원 등급", 5), ("결제 수단", 3), ("근무 조", 3), ("업종", 8))
"""Categorical variables and their number of levels."""


def polynomial_columns(variables: int, degree: int, interaction_only: bool, include_bias: bool) -> float:
    import numpy as np
    from sklearn.preprocessing import PolynomialFeatures

    expansion = PolynomialFeatures(degree, interaction_only=interaction_only, include_bias=include_bias)
    return float(expansion.fit(np.zeros((1, variables))).n_output_features_)


def new_columns(variables: int, degree: int, interaction_only: bool, include_bias: bool) -> float:
    import numpy as np
    from sklearn.preprocessing import PolynomialFeatures

    expansion = PolynomialFeatures(degree, interaction_only=interaction_only, include_bias=include_bias)
    return float(expansion.fit(np.zeros((1, variables))).n_output_features_ - variables)


def columns_side_by_side(numeric: int, levels: list[int], binary: int, drop: str | None) -> float:
    import numpy as np
    from sklearn.preprocessing import OneHotEncoder, PolynomialFeatures

    terms = PolynomialFeatures(2, include_bias=False).fit(np.zeros((1, numeric))).n_output_features_
    encoder = OneHotEncoder(categories=[np.arange(count) for count in levels], drop=drop)
    dummies = encoder.fit(np.zeros((1, len(levels)))).get_feature_names_out()
    return float(terms + len(dummies) + binary)


def columns_one_after_another(numeric: int, levels: list[int], binary: int, drop: str | None) -> float:
    import numpy as np
    from sklearn.preprocessing import OneHotEncoder, PolynomialFeatures

    encoder = OneHotEncoder(categories=[np.arange(count) for count in levels], drop=drop)
    dummies = encoder.fit(np.zeros((1, len(levels)))).get_feature_names_out()
    width = numeric + len(dummies) + binary
    return float(PolynomialFeatures(2, include_bias=False).fit(np.zeros((1, width))).n_output_features_)


def most_variables(limit: int, others: int, products_only: bool) -> float:
    import numpy as np
    from scipy.special import comb

    variables = np.arange(1, limit)
    columns = variables + comb(variables, 2) + (0 if products_only else variables)
    return float(variables[columns + others <= limit].max())


def _powers_too(n: int, degree: int) -> int:
    """Terms of degree 1 to *degree*, powers among them."""
    return comb(n + degree, degree) - 1


def _products(n: int, degree: int) -> int:
    """Products of 1 to *degree* different variables."""
    return sum(comb(n, size) for size in range(1, degree + 1))


def _question(draw: Draw, n: int, degree: int, bias: int, only_new: bool, terms: str) -> str:
    """The stem: how many columns there are, or how many more than before."""
    place, what = draw.pick(_PLACES)
    constant = "상수항 열도 넣는다" if bias else "상수항 열은 넣지 않는다"
    asked = "원래 자료보다 늘어나는 열은" if only_new else "변환한 뒤의 열은 모두"
    return (
        f"{place} 자료의 수치형 변수 {n}개({what})에서 파생변수를 만든다. 원래 변수를 남기고 {degree}차까지의 {terms}을 더하며, "
        f"{constant}. {asked} 몇 개인가?"
    )


def _key(n: int, degree: int, bias: int, only_new: bool, powers: bool) -> Computation:
    function = new_columns if only_new else polynomial_columns
    return compute(function, variables=n, degree=degree, interaction_only=not powers, include_bias=bool(bias))


def _last_steps(n: int, terms: int, bias: int, only_new: bool) -> list[str]:
    columns = terms + bias
    found = [f"상수항 열을 넣으면 {terms} + 1 = {columns}" if bias else f"상수항 열은 없으므로 모두 {terms}개"]
    return [*found, f"원래 열 {n}개를 빼면 {columns} − {n} = {columns - n}"] if only_new else found


def _term_wrongs(n: int, degree: int, bias: int, only_new: bool, powers: bool) -> list[Wrong]:
    """What people count as the terms, with or without powers."""
    terms, others = (_powers_too, _products) if powers else (_products, _powers_too)
    columns, beside = terms(n, degree) + bias, bias - n * only_new
    ordered = sum(n**size if powers else perm(n, size) for size in range(1, degree + 1))
    return [
        Wrong(columns - n * only_new + 1 - 2 * bias, f"상수항 열을 {'빠뜨렸습니다' if bias else '더했습니다'}."),
        Wrong(
            others(n, degree) + beside,
            f"거듭제곱 항을 {'빠뜨렸습니다. 제곱도 새 항입니다' if powers else '함께 세었습니다. 곱하는 변수는 서로 달라야 합니다'}.",
        ),
        Wrong(n * degree + beside, "변수마다 거듭제곱만 세고 변수끼리의 곱을 빠뜨렸습니다."),
        Wrong(ordered + beside, "곱하는 차례만 다른 같은 항을 여러 번 세었습니다."),
        Wrong(comb(n + degree - 1, degree) if powers else comb(n, degree), f"정확히 {degree}차인 항만 세었습니다."),
        Wrong(columns - n * (not only_new), f"원래 열 {n}개를 {'빼지 않았습니다' if only_new else '빼고 세었습니다'}."),
        *([Wrong(n**degree, "변수의 수를 차수만큼 거듭제곱했습니다.")] if powers else []),
        *([Wrong(2**n, "변수의 모든 부분집합을 세었습니다.")] if not powers and n < 7 else []),
    ]


@template("features.count", "polynomial", "다항 특성의 열 수")
def polynomial(draw: Draw) -> Draft:
    """How many columns a polynomial expansion gives in all, or how many of them are new."""
    sizes = [(n, 2) for n in range(9, 15)] + [(n, 3) for n in range(6, 11)] + [(n, 4) for n in range(3, 7)]
    n, degree = draw.pick(sizes if draw.is_extended else [(n, 2) for n in range(3, 11)] + [(n, 3) for n in range(3, 7)])
    bias, only_new = draw.integer(0, 1), draw.pick([True, False])
    return Draft(
        stem=_question(draw, n, degree, bias, only_new, "모든 항(거듭제곱과 변수끼리의 곱)"),
        key=_key(n, degree, bias, only_new, powers=True),
        decimals=0,
        unit="개",
        why="변수 n개의 1차부터 d차까지의 항은 C(n + d, d) − 1개이고, 상수항과 원래 열은 따로 더하거나 뺀다.",
        wrongs=_term_wrongs(n, degree, bias, only_new, powers=True),
        steps=[
            "1차부터 d차까지의 항 = C(n + d, d) − 1",
            f"C({n + degree}, {degree}) − 1 = {comb(n + degree, degree)} − 1 = {_powers_too(n, degree)}",
            *_last_steps(n, _powers_too(n, degree), bias, only_new),
        ],
    )


@template("features.count", "interactions", "교호작용 항만 더한 열 수")
def interactions(draw: Draw) -> Draft:
    """How many columns there are when only products of different variables are added."""
    sizes = [(n, 2) for n in range(11, 17)] + [(n, 3) for n in range(8, 12)] + [(n, 4) for n in range(5, 8)]
    n, degree = draw.pick(sizes if draw.is_extended else [(n, 2) for n in range(4, 11)] + [(n, 3) for n in range(4, 8)])
    bias, only_new = draw.integer(0, 1), draw.pick([True, False])
    counts = [comb(n, size) for size in range(1, degree + 1)]
    return Draft(
        stem=_question(draw, n, degree, bias, only_new, "교호작용 항(서로 다른 변수의 곱, 거듭제곱은 없음)"),
        key=_key(n, degree, bias, only_new, powers=False),
        decimals=0,
        unit="개",
        why="서로 다른 변수 k개의 곱은 C(n, k)개이므로 1차부터 더하고, 상수항과 원래 열은 따로 더하거나 뺀다.",
        wrongs=_term_wrongs(n, degree, bias, only_new, powers=False),
        steps=[
            "서로 다른 변수 k개의 곱 = C(n, k)개",
            " + ".join(f"C({n}, {size})" for size in range(1, degree + 1)) + f" = {' + '.join(map(str, counts))} = {sum(counts)}",
            *_last_steps(n, sum(counts), bias, only_new),
        ],
    )


@template("features.count", "pipeline", "전처리 파이프라인을 거친 열 수")
def pipeline(draw: Draw) -> Draft:
    """How many columns a pipeline of one-hot encoding and quadratic terms gives; in extended numbers the terms are made of all columns."""
    place, what = draw.pick(_PLACES)
    categories = draw.sample(_CATEGORIES, 2)
    levels = [count for _, count in categories]
    n, binary, drop = draw.integer(2, 5), draw.integer(1, 3), draw.pick([None, "first"])
    dummies = sum(levels) - (2 if drop else 0)
    width, terms = n + dummies + binary, n * (n + 3) // 2
    rule = "첫 수준의 열을 뺀다" if drop else "모든 수준의 열을 둔다"
    rows = ((what, "수치형", f"{n}개"), *((name, "범주형", f"수준 {count}개") for name, count in categories))
    if draw.is_extended:
        how = f"먼저 범주형을 원-핫 인코딩하고({rule}), 그다음 모든 열을 2차 다항 특성(제곱과 두 열의 곱, 상수항 없음)으로 변환한다"
        last = [f"전체 = {n} + {dummies} + {binary} = {width}", f"2차 항까지 = {width}·({width} + 3)/2 = {width * (width + 3) // 2}"]
    else:
        how = (
            f"범주형은 원-핫 인코딩하고({rule}), 수치형만 2차 다항 특성(제곱과 두 변수의 곱, 상수항 없음)으로 바꾸며, 이진형은 그대로 둔다"
        )
        last = [f"수치형: {n}·({n} + 3)/2 = {terms}", f"전체 = {terms} + {dummies} + {binary} = {terms + dummies + binary}"]
    function = columns_one_after_another if draw.is_extended else columns_side_by_side
    return Draft(
        stem=f"{place} 자료의 변수는 다음과 같다. {how}. 변환한 뒤의 열은 1차 항까지 세어 모두 몇 개인가?",
        data=Table(columns=("변수", "종류", "크기"), rows=(*rows, ("예/아니요 변수", "이진형", f"{binary}개"))),
        key=compute(function, numeric=n, levels=levels, binary=binary, drop=drop),
        decimals=0,
        unit="개",
        why="범주형은 수준마다(첫 수준을 빼면 하나 적게) 열이 되고, 변수 n개의 2차까지의 항은 n(n + 3)/2개이다.",
        wrongs=_pipeline_wrongs(n, levels, binary, drop is not None, draw.is_extended),
        steps=[f"범주형: {' + '.join(f'({count} − 1)' if drop else str(count) for count in levels)} = {dummies}", *last],
    )


def _pipeline_wrongs(n: int, levels: list[int], binary: int, is_dropped: bool, is_chained: bool) -> list[Wrong]:
    def columns(dummies: int, terms: int) -> int:
        """All columns where *terms* more come of those that are multiplied: n·(n + 1)/2 with squares, n·(n − 1)/2 without."""
        width = n + dummies + binary
        base = width if is_chained else n
        return width + base * (base + terms) // 2

    kept, single = sum(levels) - 2 * is_dropped, columns(len(levels), 1)
    base = n + kept + binary if is_chained else n
    return [
        Wrong(
            columns(sum(levels) - 2 * (not is_dropped), 1),
            f"원-핫 인코딩에서 첫 수준의 열을 {'빼지 않았습니다' if is_dropped else '뺐습니다'}.",
        ),
        Wrong(columns(sum(levels) - 1, 1), "첫 수준의 열을 범주형 변수마다가 아니라 한 번만 뺐습니다."),
        Wrong(columns(kept, -1), "두 열의 곱만 세고 제곱 항을 빠뜨렸습니다."),
        Wrong(columns(kept, 1) + 1, "상수항 열을 더했습니다."),
        Wrong(columns(kept, 1) - base, "1차 항을 빠뜨리고 2차 항만 세었습니다."),
        Wrong(single, "범주형 변수를 저마다 열 하나로 세었습니다. 원-핫 인코딩은 수준마다 열을 만듭니다."),
        Wrong(n + kept + binary + base**2, "곱하는 차례만 다른 같은 항을 두 번 세었습니다."),
        Wrong(n + kept + binary + base, "제곱 항만 더하고 두 열의 곱을 빠뜨렸습니다."),
    ]


@template("features.count", "limit", "열 수의 한도 안에서 쓸 수 있는 변수의 수")
def limit(draw: Draw) -> Draft:
    """How many numeric variables one may expand so that all columns stay within a limit."""
    place, what = draw.pick(_PLACES)
    bound, others = (
        (draw.integer(80, 320), draw.integer(12, 40)) if draw.is_extended else (10 * draw.integer(4, 15), 5 * draw.integer(1, 6))
    )
    products_only = draw.pick([True, False])
    room = bound - others
    draw.require(room >= 20)
    shift = 1 if products_only else 3
    best = _most(room, lambda n: n * (n + shift) // 2)
    kind = "두 변수의 곱(제곱은 없음)" if products_only else "제곱과 두 변수의 곱"
    return Draft(
        stem=f"{place} 자료에서 모형에 넣을 열을 {bound}개까지로 하며, 그 가운데 {others}개는 범주형에서 만들었다. 수치형 변수({what})는 "
        f"원래 열에 {with_particle(kind, '을/를')} 모두 더하고 상수항은 넣지 않는다. 수치형 변수는 많아야 몇 개까지 쓸 수 있는가?",
        key=compute(most_variables, limit=bound, others=others, products_only=products_only),
        decimals=0,
        unit="개",
        why=f"수치형 n개가 만드는 열은 n(n + {shift})/2개이며, 이 수가 남은 자리를 넘지 않는 가장 큰 n을 찾는다.",
        wrongs=_limit_wrongs(bound, room, shift),
        steps=[
            f"수치형에 남은 자리 = {bound} − {others} = {room}",
            f"수치형 n개가 만드는 열 = n + {'n(n − 1)/2' if products_only else 'n(n + 1)/2'} = n(n + {shift})/2",
            *(f"n = {n}: {n}·{n + shift}/2 = {n * (n + shift) // 2} {'≤' if n == best else '>'} {room}" for n in (best, best + 1)),
            f"가장 큰 n = {best}",
        ],
    )


def _most(room: int, columns: Callable[[int], int]) -> int:
    """The greatest number of variables whose columns fit in *room*."""
    return max(n for n in range(1, room + 1) if columns(n) <= room)


def _limit_wrongs(bound: int, room: int, shift: int) -> list[Wrong]:
    best = _most(room, lambda n: n * (n + shift) // 2)
    return [
        Wrong(best + 1, "한도를 처음으로 넘는 수를 답했습니다."),
        Wrong(_most(bound, lambda n: n * (n + shift) // 2), "범주형에서 만든 열을 빼지 않고 한도 전체를 썼습니다."),
        Wrong(_most(room, lambda n: n * (n + 4 - shift) // 2), f"제곱 항을 {'함께 세었' if shift == 1 else '빠뜨렸'}습니다."),
        Wrong(_most(room, lambda n: n * (n + shift)), "곱하는 차례만 다른 같은 항을 두 번 세었습니다."),
        Wrong(_most(room, lambda n: n * n), "열의 수를 n²개로 보았습니다."),
        Wrong(_most(room, lambda n: n * (n + shift) // 2 + n), "원래 열을 두 번 세었습니다."),
        Wrong(room // 2, "변수마다 열이 둘씩이라고 보았습니다. 변수끼리의 곱도 세어야 합니다."),
        Wrong(_most(room, lambda n: n * (n + shift - 2) // 2), "원래 열을 세지 않았습니다. 원래 열도 한도에 들어갑니다."),
    ]
