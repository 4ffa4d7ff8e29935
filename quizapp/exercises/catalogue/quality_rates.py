"""Quality of data as rates in percent: completeness, uniqueness, validity, counted with numpy.

https://numpy.org/doc/stable/reference/generated/numpy.mean.html
https://numpy.org/doc/stable/reference/generated/numpy.unique.html
"""

from __future__ import annotations

from typing import NamedTuple

from quizapp.exercises.catalogue.wording import plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Cell, Table
from quizapp.korean import with_particle
from quizapp.numbers import show


class _Register(NamedTuple):
    """Records whose quality is checked: which, their columns, the column that identifies one."""

    name: str
    columns: tuple[str, ...]
    identifier: str


_REGISTERS = (
    _Register("한 병원의 환자 등록 자료", ("생년월일", "연락처", "주소", "혈액형", "보험 구분"), "환자 번호"),
    _Register("어느 쇼핑몰의 회원 자료", ("이메일", "연락처", "주소", "생년월일", "가입 경로"), "회원 번호"),
    _Register("한 물류센터의 배송 자료", ("받는 사람", "연락처", "우편번호", "무게", "출고 시각"), "송장 번호"),
    _Register("한 공장의 설비 점검 자료", ("설비 코드", "점검일", "점검자", "온도", "진동"), "점검 번호"),
    _Register("한 지자체의 시설물 자료", ("시설 코드", "준공일", "주소", "관리 부서", "면적"), "시설 번호"),
)


class _Range(NamedTuple):
    """A column with a rule: its name, the least and the largest value allowed, how far beyond them typing errors go."""

    name: str
    low: int
    high: int
    beyond: int


_RANGES = (
    _Range("환자의 나이(세)", 0, 120, 40),
    _Range("설문 만족도(점)", 1, 10, 9),
    _Range("냉장 창고의 온도(℃)", 2, 8, 6),
    _Range("출고 상자의 무게(kg)", 1, 30, 25),
    _Range("시험 점수(점)", 0, 100, 50),
)


def completeness(records: int, missing: list[int]) -> float:
    import numpy as np

    return float(100 * (1 - np.mean(missing) / records))


def uniqueness(times: list[int], identifiers: list[int]) -> float:
    import numpy as np

    occurrences = np.repeat(times, identifiers)
    keys = np.repeat(np.arange(occurrences.size), occurrences)
    return float(100 * np.unique(keys).size / keys.size)


def validity(values: list[float | None], low: float, high: float) -> float:
    import numpy as np

    column = np.array(values, dtype=float)
    filled = column[~np.isnan(column)]
    return float(100 * np.mean((filled >= low) & (filled <= high)))


def lowest_validity(filled: list[int], valid: list[int]) -> float:
    import numpy as np

    return float(100 * np.min(np.divide(valid, filled)))


def _completeness_wrongs(records: int, required: list[int], optional: int) -> list[Wrong]:
    """What people take for the filled share of the required cells, in percent."""
    missing, cells = sum(required), records * len(required)
    return [
        Wrong(100 - 100 * (missing + optional) / (cells + records), "선택 항목까지 넣어 구했습니다. 물음은 필수 항목의 완전성입니다."),
        Wrong(100 - 100 * missing / (cells + records), "분모에 선택 항목의 칸까지 넣었습니다. 필수 항목의 칸으로만 나눕니다."),
        Wrong(100 - 100 * missing / records, "칸의 수가 아니라 레코드 수로 나누었습니다. 분모는 레코드 수에 필수 항목 수를 곱한 값입니다."),
        Wrong(100 - 100 * max(required) / records, "결측이 가장 많은 필수 항목 하나의 완전성을 구했습니다."),
        Wrong(100 - 100 * min(required) / records, "결측이 가장 적은 필수 항목 하나의 완전성을 구했습니다."),
        Wrong(100 - 100 * missing / (cells - missing), "결측을 전체 칸이 아니라 채워진 칸의 수로 나누었습니다."),
        Wrong(100 - 100 * optional / records, "선택 항목의 완전성을 구했습니다."),
        Wrong(100 * missing / cells, "결측의 비율을 구했습니다. 완전성은 채워진 비율입니다."),
    ]


@template("quality.rates", "completeness", "필수 항목의 완전성")
def completeness_of_columns(draw: Draw) -> Draft:
    """The filled share of the required cells of a register."""
    register, count = draw.pick(_REGISTERS), 4 if draw.is_extended else 3
    records = draw.pick([120, 160, 240, 360]) if draw.is_extended else draw.pick([50, 100, 200, 300, 500])
    names = draw.sample(register.columns, count + 1)
    missing = [draw.integer(1, records // 5) for _ in names]
    optional = draw.integer(0, count)
    required = [number for at, number in enumerate(missing) if at != optional]
    cells, total = records * count, sum(required)
    draw.require(draw.is_extended or 1000 * total % cells == 0)
    rows = tuple((name, "선택" if at == optional else "필수", number) for at, (name, number) in enumerate(zip(names, missing, strict=True)))
    return Draft(
        stem=f"{register.name} {records:,}건의 결측을 센 결과가 다음과 같다. 완전성을 필수 항목의 전체 칸 가운데 채워진 칸의 비율로 "
        f"정의할 때, 이 자료의 완전성은 몇 %인가? ({rounding(1)})",
        data=Table(columns=("항목", "구분", "결측 건수"), rows=rows),
        key=compute(completeness, records=records, missing=required),
        decimals=1,
        unit="%",
        why="완전성은 필수 항목의 칸(레코드 수·필수 항목 수) 가운데 채워진 칸의 비율이다.",
        wrongs=within(_completeness_wrongs(records, required, missing[optional]), 0, 100),
        steps=[
            "완전성 = (필수 칸 − 필수 칸의 결측)/필수 칸 × 100",
            f"필수 칸 = {records}·{count} = {cells}",
            f"필수 칸의 결측 = {' + '.join(map(str, required))} = {total}",
            f"완전성 = {cells - total}/{cells} × 100 = {show(100 * (cells - total) / cells, 1)}%",
        ],
    )


def _uniqueness_wrongs(times: list[int], identifiers: list[int]) -> list[Wrong]:
    """What people take for distinct identifiers over records, in percent."""
    records, distinct = sum(t * n for t, n in zip(times, identifiers, strict=True)), sum(identifiers)
    once, repeated = identifiers[0], distinct - identifiers[0]
    return [
        Wrong(100 * once / records, "한 번만 나온 번호의 레코드만 셌습니다. 되풀이된 번호도 하나로 셉니다."),
        Wrong(100 * once / distinct, "한 번만 나온 번호의 비율을 구했습니다. 분모는 전체 레코드 수입니다."),
        Wrong(100 - 100 * repeated / records, "되풀이된 번호의 수만 뺐습니다. 번호마다 하나를 남긴 나머지 레코드를 모두 뺍니다."),
        Wrong(
            100 * distinct / (distinct + repeated), "되풀이된 번호를 모두 두 번 나온 것으로 보았습니다. 나온 횟수를 곱하여 레코드를 셉니다."
        ),
        Wrong(100 * (records - distinct) / records, "중복률을 구했습니다. 유일성은 100%에서 이를 뺀 값입니다."),
        Wrong(
            100 - 100 * (records - distinct) / distinct, "중복된 레코드를 서로 다른 번호의 수로 나누었습니다. 분모는 전체 레코드 수입니다."
        ),
        Wrong(100 * (records - once) / records, "되풀이된 번호의 레코드가 차지하는 비율을 구했습니다."),
        Wrong(100 * repeated / distinct, "되풀이된 번호의 비율을 구했습니다."),
    ]


@template("quality.rates", "uniqueness", "식별 번호의 유일성")
def uniqueness_of_identifiers(draw: Draw) -> Draft:
    """Distinct identifiers over records, from how often identifiers occur."""
    register = draw.pick(_REGISTERS)
    times = [1, 2, 3, 4] if draw.is_extended else [1, 2, 3]
    records = draw.integer(150, 400) if draw.is_extended else draw.pick([80, 100, 120, 150, 160, 200, 240, 250])
    repeated = [draw.integer(1, records // (4 * t)) for t in times[1:]]
    identifiers = [records - sum(t * n for t, n in zip(times[1:], repeated, strict=True)), *repeated]
    distinct = sum(identifiers)
    terms = " + ".join(f"{t}·{n}" for t, n in zip(times, identifiers, strict=True))
    return Draft(
        stem=f"{register.name}에서 {with_particle(register.identifier, '이/가')} 몇 번씩 나오는지 센 결과가 다음과 같다. 유일성을 "
        f"전체 레코드 수에 대한 서로 다른 {register.identifier} 수의 비율로 정의할 때, 이 자료의 유일성은 몇 %인가? ({rounding(1)})",
        data=Table(
            columns=(f"{with_particle(register.identifier, '이/가')} 나온 횟수", *(f"{t}회" for t in times)),
            rows=((f"{register.identifier} 수", *identifiers),),
        ),
        key=compute(uniqueness, times=times, identifiers=identifiers),
        decimals=1,
        unit="%",
        why="번호가 몇 번 나오든 하나로 세어 서로 다른 번호의 수를 전체 레코드 수로 나눈다.",
        wrongs=within(_uniqueness_wrongs(times, identifiers), 0, 100),
        steps=[
            "유일성 = 서로 다른 번호의 수/전체 레코드 수 × 100",
            f"서로 다른 번호의 수 = {' + '.join(map(str, identifiers))} = {distinct}",
            f"전체 레코드 수 = {terms} = {records}",
            f"유일성 = {distinct}/{records} × 100 = {show(100 * distinct / records, 1)}%",
        ],
    )


def _validity_wrongs(values: list[int | None], low: int, high: int) -> list[Wrong]:
    """What people take for the share of the filled values that keep the rule, in percent."""
    filled = [value for value in values if value is not None]
    valid = sum(low <= value <= high for value in filled)
    return [
        Wrong(100 * valid / len(values), "결측까지 분모에 넣었습니다. 물음은 값이 있는 칸으로 나누라고 했습니다."),
        Wrong(100 * len(filled) / len(values), "완전성(값이 있는 칸의 비율)을 구했습니다."),
        Wrong(100 * (1 - valid / len(filled)), "규칙에 어긋난 값의 비율을 구했습니다."),
        Wrong(100 * sum(low < value < high for value in filled) / len(filled), "경계에 있는 값을 뺐습니다. 이상과 이하는 경계를 넣습니다."),
        Wrong(100 * sum(value <= high for value in filled) / len(filled), "상한만 확인했습니다. 하한보다 작은 값도 규칙에 어긋납니다."),
        Wrong(100 * sum(value >= low for value in filled) / len(filled), "하한만 확인했습니다. 상한보다 큰 값도 규칙에 어긋납니다."),
        Wrong(
            100 * (valid + values.count(None)) / len(values), "결측을 규칙에 맞는 값으로 세었습니다. 결측은 분자와 분모에서 모두 뺍니다."
        ),
        Wrong(100 * len({v for v in filled if low <= v <= high}) / len(filled), "같은 값을 한 번만 셌습니다. 건수로 셉니다."),
    ]


@template("quality.rates", "validity", "범위 규칙에 대한 유효성")
def validity_of_values(draw: Draw) -> Draft:
    """The share of the filled values that lie within a range."""
    rule, blanks = draw.pick(_RANGES), draw.integer(1, 3) if draw.is_extended else draw.integer(1, 2)
    size = draw.pick([7, 9, 11, 12]) if draw.is_extended else draw.pick([5, 8, 10])
    below, above = draw.integer(1, 2), draw.integer(1, 2)
    beyond = [
        *(rule.low - draw.integer(1, rule.beyond) for _ in range(below)),
        *(rule.high + draw.integer(1, rule.beyond) for _ in range(above)),
    ]
    edges = [draw.pick([rule.low, rule.high]) for _ in range(draw.integer(0, 1))]
    kept = [*edges, *(draw.integer(rule.low, rule.high) for _ in range(size - len(beyond) - len(edges)))]
    values = draw.shuffled([*beyond, *kept, *[None] * blanks])
    row: list[Cell] = ["결측" if value is None else value for value in values]
    return Draft(
        stem=f"{with_particle(rule.name, '을/를')} 적은 칸 {len(values)}개가 다음과 같다. 규칙은 ‘{rule.low} 이상 {rule.high} 이하’이다. "
        f"유효성을 값이 있는 칸 가운데 규칙에 맞는 칸의 비율로 정의할 때, 이 열의 유효성은 몇 %인가? ({rounding(1)})",
        data=Table(columns=("순번", *(str(number) for number in range(1, len(values) + 1))), rows=(("값", *row),)),
        key=compute(validity, values=values, low=rule.low, high=rule.high),
        decimals=1,
        unit="%",
        why="유효성은 값이 있는 칸 가운데 정해진 형식과 범위를 지키는 칸의 비율이고, 결측은 완전성에서 따진다.",
        wrongs=_validity_wrongs(values, rule.low, rule.high),
        steps=[
            "유효성 = 규칙에 맞는 칸/값이 있는 칸 × 100",
            f"값이 있는 칸 = {len(values)} − {blanks} = {size}",
            f"규칙에 어긋난 값: {', '.join(plain(value) for value in sorted(beyond))}",
            f"규칙에 맞는 칸 = {size} − {len(beyond)} = {len(kept)}",
            f"유효성 = {len(kept)}/{size} × 100 = {show(100 * len(kept) / size, 1)}%",
        ],
    )


def _verdict(name: str, share: float) -> str:
    return f"{name}, {show(share, 1)}%"


def _failing_wrongs(draw: Draw, records: int, rows: list[tuple[str, int, int]], worst: int, limit: int) -> list[Wrong]:
    """Other columns, and other shares of the right one: only two, so that the choices never name one alone; none keeps the rule."""
    found = []
    for at, (name, filled, valid) in enumerate(rows):
        if at != worst:
            told = [
                (100 * valid / records, f"{name}에서 결측까지 분모에 넣었습니다. 값이 있는 칸으로 나누면 기준을 지킵니다."),
                (100 * filled / records, f"{name}의 완전성(값이 있는 칸의 비율)입니다. 물음은 유효성입니다."),
            ]
            found += [(name, *pair) for pair in told]
    name, filled, valid = rows[worst]
    kept = [
        (name, 100 * valid / records, "항목은 맞지만 결측까지 분모에 넣었습니다."),
        (name, 100 * filled / records, "항목은 맞지만 완전성을 구했습니다."),
        (name, 100 * (1 - (filled - valid) / valid), "항목은 맞지만 어긋난 건수를 값이 있는 칸이 아니라 규칙에 맞는 칸으로 나누었습니다."),
    ]
    return [Wrong(share, why, _verdict(who, share)) for who, share, why in found + draw.sample(kept, 2) if 10 <= share < limit]


@template("quality.rates", "failing_column", "유효성 기준에 어긋나는 항목")
def failing_column(draw: Draw) -> Draft:
    """Which column fails a rule on validity, where the share of all records misleads."""
    register, count, limit = draw.pick(_REGISTERS), 4 if draw.is_extended else 3, draw.pick([90, 95])
    records = draw.pick([160, 240, 320, 480]) if draw.is_extended else draw.pick([100, 200, 250, 400, 500])
    names, worst = draw.sample(register.columns, count), draw.integer(0, count - 1)
    step = 1 if draw.is_extended else records // 50
    filled = [records - step * draw.integer(1, records // step // 4) for _ in names]
    valid = [f - draw.integer(0, f * (100 - limit) // 100 - 1) for f in filled]
    valid[worst] = filled[worst] * draw.integer(limit - 15, limit - 1) // 100
    shares = [100 * v / f for v, f in zip(valid, filled, strict=True)]
    draw.require(min(shares) < limit - 0.5 and (draw.is_extended or 1000 * valid[worst] % filled[worst] == 0))
    rows = list(zip(names, filled, valid, strict=True))
    draw.require(any(100 * v / records < shares[worst] for at, v in enumerate(valid) if at != worst))
    return Draft(
        stem=f"{register.name} {records:,}건을 점검한 결과가 다음과 같다. 값이 있는 칸 가운데 규칙에 맞는 칸의 비율인 유효성이 {limit}% "
        f"이상이어야 할 때, 기준에 어긋나는 항목과 그 유효성은? ({rounding(1)})",
        data=Table(columns=("항목", "값이 있는 칸", "규칙에 맞는 칸"), rows=tuple(rows)),
        key=compute(lowest_validity, filled=filled, valid=valid),
        decimals=1,
        label=_verdict(names[worst], shares[worst]),
        why="유효성의 분모는 전체 레코드 수가 아니라 값이 있는 칸의 수이며, 그 비율이 기준보다 작은 항목이 어긋난다.",
        wrongs=_failing_wrongs(draw, records, rows, worst, limit),
        steps=["유효성 = 규칙에 맞는 칸/값이 있는 칸 × 100"]
        + [f"{name}: {v}/{f} × 100 = {show(100 * v / f, 1)}%" for name, f, v in rows]
        + [f"{limit}%보다 작은 항목: {names[worst]}"],
    )
