"""Scaling by a norm: rows by `sklearn.preprocessing.normalize`, columns by `MaxAbsScaler`, decimal scaling with numpy.

https://scikit-learn.org/stable/modules/generated/sklearn.preprocessing.normalize.html
https://scikit-learn.org/stable/modules/generated/sklearn.preprocessing.MaxAbsScaler.html
https://numpy.org/doc/stable/reference/generated/numpy.log10.html
"""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

from quizapp.exercises.catalogue.wording import plain, rounding, signed, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show


class _Grid(NamedTuple):
    """What a table of counts holds: whose rows, which columns."""

    place: str
    row: str
    columns: tuple[str, str, str, str]


_GRIDS = (
    _Grid("어느 쇼핑몰에서 고객별로 센 구매 수량", "고객", ("도서", "식품", "의류", "가전")),
    _Grid("한 병원에서 의사별로 센 진료 건수", "의사", ("초진", "재진", "상담", "검사")),
    _Grid("어느 물류센터에서 차량별로 센 배송 건수", "차량", ("동구", "서구", "남구", "북구")),
    _Grid("한 지자체에서 민원 문서별로 센 단어 수", "문서", ("도로", "소음", "주차", "환경")),
    _Grid("어느 공장에서 설비별로 센 경보 횟수", "설비", ("온도", "압력", "진동", "전류")),
)

_CHANGES = (
    ("어느 쇼핑몰의 상품군별 전월 대비 증감", "상품군", ("방문(천 명)", "주문(백 건)", "반품(건)")),
    ("한 병원의 진료과별 전월 대비 증감", "진료과", ("외래(백 명)", "입원(명)", "대기(분)")),
    ("어느 물류센터의 노선별 계획 대비 차이", "노선", ("물량(백 건)", "시간(분)", "비용(만 원)")),
    ("한 공장의 설비별 기준 대비 편차", "설비", ("온도(℃)", "압력(kPa)", "회전(rpm)")),
    ("한 지자체의 동별 전년 대비 증감", "행정동", ("인구(백 명)", "민원(건)", "사고(건)")),
)
_LEDGERS = (
    ("어느 쇼핑몰의 상품별 월 손익(만 원)", "손익"),
    ("한 물류센터의 품목별 재고 증감(개)", "증감"),
    ("한 공장 센서의 기준 대비 편차(mV)", "편차"),
    ("한 지자체의 동별 인구 증감(명)", "증감"),
    ("한 병원의 진료과별 환자 수 증감(명)", "증감"),
)

_TRIPLES = ((1, 2, 2), (2, 3, 6), (1, 4, 8), (4, 4, 7), (2, 6, 9), (6, 6, 7), (3, 4, 12), (2, 5, 14), (2, 10, 11), (8, 9, 12))
_QUADRUPLES = ((1, 1, 3, 5), (1, 2, 2, 4), (1, 1, 7, 7), (2, 4, 5, 6), (2, 2, 4, 5), (1, 3, 3, 9), (1, 4, 4, 4), (1, 5, 5, 7))
"""Counts whose L2 norm is a whole number."""
_TENS = ((1, 2, 2, 4), (1, 1, 7, 7), (1, 3, 3, 9), (1, 5, 5, 7), (2, 4, 4, 8))
"""Those whose norm is 5 or 10, so that the normalised values have one decimal."""


_NORM_NAMES = {"l1": "L1", "l2": "L2", "max": "최대"}
_NORM_RULES = {"l1": "절댓값의 합", "l2": "제곱합의 제곱근", "max": "절댓값의 최댓값"}
_NORM_TAKEN = {
    "l1": "행의 합, 곧 L1 노름으로 나누었습니다.",
    "l2": "제곱합의 제곱근, 곧 L2 노름으로 나누었습니다.",
    "max": "행의 최댓값, 곧 최대 노름으로 나누었습니다.",
}


def row_normalised(rows: list[list[float]], row: int, column: int, norm: str) -> float:
    from sklearn.preprocessing import normalize

    return float(normalize(rows, norm=norm)[row, column])


def max_abs_scaled(rows: list[list[float]], row: int, column: int) -> float:
    from sklearn.preprocessing import MaxAbsScaler

    return float(MaxAbsScaler().fit_transform(rows)[row, column])


def decimal_scaled(values: list[float], x: float) -> float:
    import numpy as np

    digits = np.floor(np.log10(np.abs(values).max())) + 1
    return float(x / 10**digits)


def missing_part(known: list[float], scaled: float) -> float:
    import numpy as np

    norm = known[0] / scaled
    return float(np.sqrt(norm**2 - np.square(known).sum()))


def _norms(values: list[int]) -> dict[str, float]:
    return {"l1": sum(map(abs, values)), "l2": sqrt(sum(value * value for value in values)), "max": max(map(abs, values))}


def _norm_text(values: list[int], norm: str) -> str:
    if norm == "max":
        return f"max({', '.join(map(str, values))})"
    if norm == "l1":
        return " + ".join(map(str, values))
    return f"√({' + '.join(f'{value}²' for value in values)}) = √{sum(value * value for value in values)}"


@template("scaling.norm", "row", "표의 한 행을 L1, L2, 최대 노름으로 정규화")
def row(draw: Draw) -> Draft:
    """One cell after its row was divided by its norm."""
    grid, norm, decimals = draw.pick(_GRIDS), draw.pick(["l1", "l2", "max"]), 3 if draw.is_extended else 2
    target = draw.shuffled(draw.pick(_QUADRUPLES if draw.is_extended else _TRIPLES))
    size, at = len(target), draw.integer(0, 2)
    rows = [target, *([draw.integer(1, 12) for _ in target] for _ in range(2))]
    which = draw.sample(range(size), 1)[0]
    rows[0], rows[at] = rows[at], rows[0]
    draw.require(len({tuple(line) for line in rows}) == 3)
    cell, norms, column = target[which], _norms(target), _norms([line[which] for line in rows])
    wrongs = [
        *(Wrong(cell / norms[other], _NORM_TAKEN[other]) for other in norms if other != norm),
        Wrong(cell / column[norm], "행이 아니라 열의 노름으로 나누었습니다. 물음은 행마다 정규화하라고 했습니다."),
        Wrong(cell / column["max"], "열의 최댓값으로 나누었습니다. 이는 열마다 하는 최대 절댓값 변환입니다."),
        Wrong(cell / norms["l2"] ** 2, "제곱합으로 나누었습니다. L2 노름은 제곱합의 제곱근입니다."),
        Wrong((cell - min(target)) / (max(target) - min(target)), "행 안에서 최소–최대 정규화를 했습니다."),
        Wrong(cell / sum(map(sum, rows)), "표 전체의 합으로 나누었습니다."),
        Wrong(cell * size / norms["l1"], "노름이 아니라 행의 평균으로 나누었습니다."),
    ]
    names = [f"{grid.row} {letter}" for letter in "ABC"]
    return Draft(
        stem=f"다음은 {grid.place}이다. 행마다 {_NORM_NAMES[norm]} 노름으로 나누어 정규화할 때, {names[at]}의 "
        f"‘{grid.columns[which]}’ 값은 얼마로 바뀌는가? ({rounding(decimals)})",
        data=Table(columns=(grid.row, *grid.columns[:size]), rows=tuple((n, *line) for n, line in zip(names, rows, strict=True))),
        key=compute(row_normalised, rows=rows, row=at, column=which, norm=norm),
        decimals=decimals,
        why=f"행의 값을 그 행의 {_NORM_NAMES[norm]} 노름({_NORM_RULES[norm]})으로 나눈다.",
        wrongs=within(wrongs, 0, 1),
        steps=[
            f"{_NORM_NAMES[norm]} 노름 = {_NORM_RULES[norm]}",
            f"{names[at]}의 노름 = {_norm_text(target, norm)} = {plain(norms[norm])}",
            f"{cell}/{plain(norms[norm])} = {show(cell / norms[norm], decimals)}",
        ],
    )


@template("scaling.norm", "max_abs", "음수가 섞인 표의 최대 절댓값 변환")
def max_abs(draw: Draw) -> Draft:
    """One cell after its column was divided by its largest absolute value."""
    place, row_name, columns = draw.pick(_CHANGES)
    size, decimals = 5 if draw.is_extended else 4, 3 if draw.is_extended else 2
    limit = draw.pick([24, 28, 32, 36, 45, 48] if draw.is_extended else [8, 10, 12, 15, 16, 20])
    rows = [[draw.integer(-limit + 1, limit - 1) for _ in columns] for _ in range(size)]
    which, (lowest, at) = draw.integer(0, 2), draw.sample(range(size), 2)
    rows[lowest][which] = -limit
    column, cell, names = [values[which] for values in rows], rows[at][which], [f"{row_name} {letter}" for letter in "ABCDE"[:size]]
    highest = max(column)
    draw.require(cell and highest > 0)
    wrongs = [
        Wrong(cell / highest, "절댓값을 보지 않고 열의 최댓값으로 나누었습니다. −1보다 작은 값이 생깁니다."),
        Wrong(cell / max(map(abs, rows[at])), "열이 아니라 행에서 가장 큰 절댓값으로 나누었습니다."),
        Wrong((cell + limit) / (highest + limit), "최소–최대 정규화를 했습니다. 최대 절댓값 변환은 0을 0으로 둡니다."),
        Wrong(-cell / limit, "가장 큰 절댓값이 아니라 최솟값을 그대로 나누어 부호가 뒤집혔습니다."),
        Wrong(cell / sum(map(abs, column)), "절댓값의 합으로 나누었습니다. 이는 L1 노름입니다."),
        Wrong(cell / _norms(column)["l2"], "제곱합의 제곱근으로 나누었습니다. 이는 L2 노름입니다."),
        Wrong((cell - sum(column) / size) / limit, "평균을 먼저 뺐습니다. 최대 절댓값 변환은 값을 옮기지 않습니다."),
        Wrong(cell / (highest + limit), "가장 큰 절댓값이 아니라 범위로 나누었습니다."),
    ]
    return Draft(
        stem=f"다음은 {place}이다. 열마다 최대 절댓값 변환(MaxAbsScaler)을 할 때, {names[at]}의 ‘{columns[which]}’ 값은 얼마로 "
        f"바뀌는가? ({rounding(decimals)})",
        data=Table(columns=(row_name, *columns), rows=tuple((name, *values) for name, values in zip(names, rows, strict=True))),
        key=compute(max_abs_scaled, rows=rows, row=at, column=which),
        decimals=decimals,
        why="최대 절댓값 변환은 열의 값을 그 열에서 가장 큰 절댓값으로 나누어 −1과 1 사이로 만든다.",
        wrongs=wrongs,
        steps=[
            "x′ = x/max|x|",
            f"‘{columns[which]}’ 열의 max|x| = |−{limit}| = {limit}",
            f"x′ = {plain(cell)}/{limit} = {signed(cell / limit, decimals)}",
        ],
    )


@template("scaling.norm", "decimal", "십진 스케일링")
def decimal(draw: Draw) -> Draft:
    """One value divided by the power of ten that brings all below 1."""
    place, what = draw.pick(_LEDGERS)
    digits = 4 if draw.is_extended else 3
    unit = 10 ** (digits - 1)
    top = draw.pick([-1, 1]) * (unit + draw.pick([0, 1, 1]) * draw.integer(1, 9 * unit - 1))
    x, *rest = (draw.pick([-1, 1]) * draw.integer(unit // 20, unit - 1) for _ in range(4))
    values = draw.shuffled([top, x, *rest])
    power, low, high = 10**digits, min(values), max(values)
    draw.require(len(set(values)) == 5 and high > 0)
    return Draft(
        stem=f"다음은 {place}이다. 모든 값의 절댓값이 1보다 작아지도록 10의 거듭제곱으로 나누는 십진 스케일링"
        f"(v′ = v/10ʲ, j는 가장 작은 정수)을 할 때, {with_particle(plain(x), '은/는')} 얼마로 바뀌는가? ({rounding(digits)})",
        data=Table(columns=("번호", "1", "2", "3", "4", "5"), rows=((what, *values),)),
        key=compute(decimal_scaled, values=values, x=x),
        decimals=digits,
        why="십진 스케일링은 가장 큰 절댓값까지 1보다 작게 하는 가장 작은 10의 거듭제곱으로 모든 값을 나눈다.",
        wrongs=[
            Wrong(x / 10 ** len(str(abs(x))), "그 값의 자릿수만 보았습니다. j는 자료에서 가장 큰 절댓값이 정합니다."),
            Wrong(x / 10 ** len(str(high)), "절댓값을 보지 않고 최댓값의 자릿수로 나누었습니다."),
            Wrong(10 * x / power, "10의 거듭제곱이 하나 모자랍니다. 가장 큰 절댓값이 1보다 작아지지 않습니다."),
            Wrong(x / power / 10, "10의 거듭제곱이 하나 많습니다. 조건을 만족하는 가장 작은 j를 씁니다."),
            Wrong(x / abs(top), "가장 큰 절댓값으로 나누었습니다. 이는 최대 절댓값 변환입니다."),
            Wrong((x - low) / (high - low), "최소–최대 정규화를 했습니다."),
            Wrong(abs(x) / power if x < 0 else (x - sum(values) / 5) / power, _lost_sign(x)),
            Wrong(x / sum(map(abs, values)), "절댓값의 합으로 나누었습니다. 이는 L1 노름입니다."),
        ],
        steps=[
            "v′ = v/10ʲ, j는 max|v′| < 1인 가장 작은 정수",
            f"{power // 10} ≤ max|v| = {abs(top)} < {power}이므로 10ʲ = {power}, j = {digits}",
            f"v′ = {plain(x)}/{power} = {signed(x / power, digits)}",
        ],
    )


def _lost_sign(x: int) -> str:
    return (
        "음수의 부호를 버렸습니다. 십진 스케일링은 부호를 지킵니다."
        if x < 0
        else "평균을 먼저 뺐습니다. 십진 스케일링은 값을 옮기지 않습니다."
    )


@template("scaling.norm", "missing", "정규화한 값에서 지워진 원래 값")
def missing(draw: Draw) -> Draft:
    """A cell that was lost, from the rest of its row and one L2-normalised value."""
    grid, factor = draw.pick(_GRIDS), draw.integer(7, 19) if draw.is_extended else draw.integer(1, 6)
    values = [factor * part for part in draw.shuffled(draw.pick(_TENS))]
    lost, given, *others = draw.shuffled(range(4))
    norm = round(_norms(values)["l2"])
    scaled, known = values[given] / norm, [values[given], *(values[at] for at in others)]
    squares, rest = sum(value * value for value in known), sum(known)
    normalised = ("정규화한 값", *(scaled if at == given else "–" for at in range(4)))
    cells = ["?" if at == lost else value for at, value in enumerate(values)]
    wrongs = [
        Wrong(norm - rest, "L1 노름으로 보고 값의 합을 뺐습니다. 물음은 L2 노름입니다."),
        Wrong(norm, "노름을 구한 데서 멈추었습니다."),
        Wrong(sqrt(norm**2 - known[0] ** 2), "아는 값 가운데 하나의 제곱만 뺐습니다."),
        Wrong(norm - sqrt(squares), "제곱이 아니라 노름끼리 뺐습니다."),
        Wrong(norm - known[0], "노름에서 정규화한 값이 있는 칸의 원래 값만 뺐습니다."),
        Wrong(norm**2 - squares, "제곱근을 씌우지 않았습니다."),
        Wrong(values[lost] / norm, "정규화한 값을 구했습니다. 물음은 원래 값입니다."),
        Wrong(rest / 3, "아는 값의 평균으로 채웠습니다."),
    ]
    return Draft(
        stem=f"다음은 {grid.place} 가운데 한 {grid.row}의 행과, 그 행을 L2 노름으로 나눈 값의 일부이다. 모든 값이 양수일 때, "
        f"지워진 ‘{grid.columns[lost]}’의 원래 값은? ({rounding(1)})",
        data=Table(columns=("구분", *grid.columns), rows=(("원래 값", *cells), normalised)),
        key=compute(missing_part, known=known, scaled=scaled),
        decimals=1,
        why="노름은 원래 값/정규화한 값이고, 노름의 제곱에서 아는 값의 제곱합을 빼면 지워진 값의 제곱이 남는다.",
        wrongs=within(wrongs, 0, norm**2),
        steps=[
            f"노름 = 원래 값/정규화한 값 = {known[0]}/{plain(scaled)} = {norm}",
            f"지워진 값의 제곱 = {norm}² − ({' + '.join(f'{value}²' for value in known)})",
            f"{norm**2} − {squares} = {norm**2 - squares}",
            f"지워진 값 = √{norm**2 - squares} = {show(values[lost], 1)}",
        ],
    )
