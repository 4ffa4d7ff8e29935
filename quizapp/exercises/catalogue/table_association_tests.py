"""Association in tables of counts: McNemar's statistic and Cramér's V by numpy, a risk behind an odds ratio by `scipy.special`.

https://numpy.org/doc/stable/reference/generated/numpy.square.html
https://docs.scipy.org/doc/scipy/reference/generated/scipy.special.expit.html
SciPy has no McNemar test; its Cramér's V (`scipy.stats.contingency.association`) takes the counts, not χ².
"""

from __future__ import annotations

from fractions import Fraction
from math import sqrt

from quizapp.exercises.catalogue.hypothesis_parts import Judged, conclusion, judged, verdict
from quizapp.exercises.catalogue.wording import plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Cell, Table
from quizapp.korean import with_particle
from quizapp.numbers import show

_PAIRED = (
    ("같은 환자를 두 판독 모형으로 판독한 결과", ("모형 A", "모형 B"), ("정답", "오답")),
    ("같은 부품을 두 검사 장비로 판정한 결과", ("장비 A", "장비 B"), ("적중", "실패")),
    ("같은 고객에게 교육 전과 후에 물은 가입 의향", ("전", "후"), ("있음", "없음")),
    ("같은 주민에게 홍보 전과 후에 물은 정책 찬반", ("전", "후"), ("찬성", "반대")),
    ("같은 주문을 두 경로로 보낸 배송의 도착", ("경로 A", "경로 B"), ("정시", "지연")),
)
"""What was found twice, the two occasions, and the two outcomes."""

_CRITICAL = 3.84
"""What a paper prints for χ² with one degree of freedom at 0.05."""

_EVENTS = (
    ("한 병원에서 비흡연 환자", "흡연 환자", "재입원"),
    ("한 공장에서 기존 공정 부품", "새 공정 부품", "불량"),
    ("어느 쇼핑몰에서 쿠폰을 받지 않은 회원", "쿠폰을 받은 회원", "구매"),
    ("한 물류센터에서 직행 경로 택배", "우회 경로 택배", "지연"),
    ("한 지자체에서 새 상수도관", "노후 상수도관", "누수"),
)
"""The reference group, the exposed one, and the event."""

_VARIABLES = (
    ("어느 쇼핑몰의 회원", "명", "연령대", "선호 상품군"),
    ("한 병원의 환자", "명", "진료과", "만족도"),
    ("한 공장의 제품", "개", "생산 라인", "판정 등급"),
    ("한 물류센터의 택배", "건", "권역", "배송 결과"),
    ("한 지자체의 민원", "건", "접수 창구", "민원 유형"),
)


def exposed_risk(risk: float, ratio: float) -> float:
    import numpy as np
    from scipy.special import expit, logit

    return float(expit(logit(risk) + np.log(ratio)))


def mcnemar(first_only: int, second_only: int, correction: float) -> float:
    import numpy as np

    return float(np.square(np.abs(first_only - second_only) - correction) / (first_only + second_only))


def cramers_v(chi2: float, size: int, rows: int, columns: int) -> float:
    import numpy as np

    return float(np.sqrt(chi2 / (size * (np.minimum(rows, columns) - 1))))


def _mcnemar_label(value: float, rejects: bool) -> str:
    return f"{verdict(rejects)}, χ² = {show(value, 2)}"


def _mcnemar_wrongs(cells: list[int], correction: int) -> list[Judged]:
    """Other statistics of a paired table with their decisions."""
    a, b, c, d = cells
    value, gap = (abs(b - c) - correction) ** 2 / (b + c), abs(b - c)
    slip = "연속성 수정을 하지 않았습니다." if correction else "연속성 수정을 했습니다. 물음은 수정하지 않은 값입니다."
    found = [
        ((gap - 1 + correction) ** 2 / (b + c), slip),
        ((gap - correction) / sqrt(b + c), "제곱하지 않은 z를 χ²으로 보았습니다."),
        ((abs(a - d) - correction) ** 2 / (a + d), "두 번의 결과가 같은 칸을 썼습니다. 맥니마 검정은 결과가 달라진 칸을 씁니다."),
        ((gap - correction) ** 2 / sum(cells), "전체 수로 나누었습니다. 결과가 달라진 두 칸의 합으로 나눕니다."),
        ((gap - correction) ** 2 / (b + c) / 2, "칸의 수 2로 다시 나누었습니다."),
        ((gap - correction) ** 2 / max(b, c), "결과가 달라진 두 칸 가운데 큰 쪽으로만 나누었습니다."),
        (b * b / c if b > c else c * c / b, "달라진 칸의 제곱을 다른 칸으로 나누었습니다."),
    ]
    flipped = Judged(value, value <= _CRITICAL, "값은 맞지만 판정이 반대입니다. χ²이 3.84보다 클 때 기각합니다.")
    return [flipped, *(Judged(one, one > _CRITICAL, why) for one, why in found if one < 10)]


@template("table.association", "mcnemar", "짝지어진 교차표에서 맥니마 검정의 판정")
def paired(draw: Draw) -> Draft:
    """McNemar's statistic with or without a correction, and the decision."""
    (what, occasions, outcomes), step = draw.pick(_PAIRED), 1 if draw.is_extended else draw.pick([1, 2])
    a, d = (draw.integer(20, 70) for _ in range(2))
    b, c = (step * draw.integer(2, 18) for _ in range(2))
    correction = draw.pick([0, 1])
    value = (abs(b - c) - correction) ** 2 / (b + c)
    draw.require(
        b != c and 1 <= value < 10 and abs(value - _CRITICAL) > 0.1 and (draw.is_extended or b + c in (10, 12, 15, 16, 18, 20, 24, 25))
    )
    rows: list[tuple[Cell, ...]] = [(f"{occasions[0]} {outcomes[0]}", a, b), (f"{occasions[0]} {outcomes[1]}", c, d)]
    rejects, gap = value > _CRITICAL, f"|{b} − {c}| − 1" if correction else f"{b} − {c}"
    return Draft(
        stem=f"다음은 {what}이다. 두 비율이 같다는 귀무가설을 맥니마 검정으로 유의수준 0.05에서 검정할 때, 판정과 χ² 통계량은? "
        f"(연속성 수정을 {'하여 분자에서 1을 빼고' if correction else '하지 않고'}, 자유도 1의 임계값은 {_CRITICAL}, {rounding(2)})",
        data=Table(columns=("구분", *(f"{occasions[1]} {outcome}" for outcome in outcomes)), rows=tuple(rows)),
        key=compute(mcnemar, first_only=b, second_only=c, correction=correction),
        label=_mcnemar_label(value, rejects),
        why="맥니마 검정은 두 번의 결과가 서로 다른 칸 b와 c로 (b − c)²/(b + c)를 구하며, 수정할 때는 |b − c|에서 1을 뺀다.",
        wrongs=judged(draw, rejects, _mcnemar_label, _mcnemar_wrongs([a, b, c, d], correction)),
        steps=[
            f"결과가 달라진 칸 b = {b}, c = {c}",
            f"χ² = ({gap})²/({b} + {c}) = {(abs(b - c) - correction) ** 2}/{b + c} = {show(value, 2)}",
            f"{show(value, 2)} {'>' if rejects else '<'} {_CRITICAL}이므로 {conclusion(rejects)}",
        ],
    )


def _v_wrongs(mean: float, rows: int, columns: int) -> list[Wrong]:
    """What people take for Cramér's V; *mean* is χ²/N."""
    least, df = min(rows, columns) - 1, (rows - 1) * (columns - 1)
    wrongs = [
        Wrong(mean / least, "마지막에 제곱근을 씌우지 않았습니다."),
        Wrong(sqrt(mean), "k − 1로 나누지 않았습니다. 이는 2×2 표에서 쓰는 φ입니다."),
        Wrong(sqrt(mean / (least + 1)), "작은 쪽의 범주 수에서 1을 빼지 않았습니다."),
        Wrong(sqrt(mean / (max(rows, columns) - 1)), "행의 수와 열의 수 가운데 큰 값을 썼습니다. 작은 값을 씁니다."),
        Wrong(sqrt(mean / df), "k − 1 대신 자유도로 나누었습니다."),
        Wrong(sqrt(mean / (mean + 1)), "분할계수(contingency coefficient)를 구했습니다. 물음은 V입니다."),
        Wrong(sqrt(mean / sqrt(df)), "자유도의 제곱근으로 나누었습니다(추프로프의 T)."),
        Wrong(sqrt(mean * least), "k − 1로 나누지 않고 곱했습니다."),
        Wrong(mean, "제곱근도 씌우지 않고 k − 1로도 나누지 않았습니다."),
    ]
    return within(wrongs, 0, 1)


@template("table.association", "cramers_v", "χ²에서 크라메르의 V")
def strength(draw: Draw) -> Draft:
    """Cramér's V of a table's χ², whose root comes out even."""
    place, unit, first, second = draw.pick(_VARIABLES)
    rows, columns = draw.pick([(3, 5), (4, 5), (5, 3), (4, 6), (6, 4)] if draw.is_extended else [(3, 3), (3, 4), (4, 3), (3, 5), (5, 3)])
    v, size = Fraction(draw.integer(10, 60), 100), 50 * draw.integer(2, 12)
    least = min(rows, columns) - 1
    chi2 = v**2 * size * least
    draw.require(5 <= chi2 <= 99 and (10 * chi2).denominator == 1)
    return Draft(
        stem=f"{place} {size}{unit}의 {with_particle(first, '과/와')} {with_particle(second, '을/를')} {rows}행 {columns}열의 교차표로 "
        f"정리하여 χ² 통계량 {with_particle(plain(chi2), '을/를')} 얻었다. 크라메르의 V(Cramér's V)는? ({rounding(2)})",
        key=compute(cramers_v, chi2=float(chi2), size=size, rows=rows, columns=columns),
        why="V = √(χ²/(N·(k − 1)))이고, k는 행의 수와 열의 수 가운데 작은 값이다.",
        wrongs=_v_wrongs(float(chi2) / size, rows, columns),
        steps=[
            "V = √(χ²/(N·(k − 1))), k = min(행의 수, 열의 수)",
            f"k − 1 = {least + 1} − 1 = {least}",
            f"χ²/(N·(k − 1)) = {plain(chi2)}/({size}·{least}) = {plain(v**2)}",
            f"V = √{plain(v**2)} = {show(float(v), 2)}",
        ],
    )


@template("table.association", "risk_of_odds_ratio", "기준 위험과 오즈비에서 노출군의 위험")
def risk_behind_odds(draw: Draw) -> Draft:
    """The exposed group's risk from the reference group's risk and the odds ratio."""
    reference, exposed, event = draw.pick(_EVENTS)
    percent = draw.integer(6, 60) if draw.is_extended else draw.pick([10, 20, 25, 30, 40, 50, 60])
    risk, ratio = Fraction(percent, 100), Fraction(draw.integer(3, 18), 2 if draw.is_extended else draw.pick([2, 3, 4]))
    odds = risk / (1 - risk) * ratio
    value = odds / (1 + odds)
    draw.require(ratio != 1 and Fraction(1, 20) <= value <= Fraction(19, 20) and (draw.is_extended or value.denominator <= 20))
    return Draft(
        stem=f"{reference}의 {event} 비율은 {plain(risk)}이고, 이에 대한 {exposed}의 {event} 오즈비는 {ratio}이다. "
        f"{exposed}의 {event} 비율은? ({rounding(3)})",
        key=compute(exposed_risk, risk=float(risk), ratio=float(ratio)),
        decimals=3,
        why="기준 집단의 오즈에 오즈비를 곱하여 오즈를 구하고, 오즈/(1 + 오즈)로 비율로 바꾼다.",
        wrongs=within(
            [
                Wrong(float(risk * ratio), "비율에 오즈비를 곱했습니다. 오즈비는 오즈에 곱합니다."),
                Wrong(float(odds), "오즈를 비율로 바꾸지 않았습니다. 오즈/(1 + 오즈)가 비율입니다."),
                Wrong(float(risk / (1 - risk)), "기준 집단의 오즈만 구했습니다."),
                Wrong(float(1 / (1 + odds)), f"{with_particle(event, '이/가')} 없는 비율을 구했습니다."),
                Wrong(float(risk * ratio / (1 + risk * ratio)), "기준 집단의 비율을 오즈로 바꾸지 않고 오즈비를 곱했습니다."),
                Wrong(float(risk / (risk + (1 - risk) * ratio)), "오즈비를 곱하지 않고 나누었습니다."),
                Wrong(float(ratio / (1 + ratio)), "오즈비를 오즈로 보았습니다. 기준 집단의 오즈를 곱해야 합니다."),
            ],
            0,
            1,
        ),
        steps=[
            f"기준 오즈 = {plain(risk)}/(1 − {plain(risk)}) = {risk / (1 - risk)}",
            f"{exposed}의 오즈 = {risk / (1 - risk)}·{ratio} = {odds}",
            f"비율 = 오즈/(1 + 오즈) = ({odds})/(1 + {odds}) = {value} = {show(float(value), 3)}",
        ],
    )
