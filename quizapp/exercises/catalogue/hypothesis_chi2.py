"""The χ² test of independence of two variables, without a correction for continuity.

https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.chi2_contingency.html
https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.contingency.expected_freq.html
https://numpy.org/doc/stable/reference/generated/numpy.prod.html
"""

from __future__ import annotations

from collections.abc import Callable

from quizapp.exercises.catalogue.cross_tables import CROSSINGS, Counts, even_counts, round_counts
from quizapp.exercises.catalogue.hypothesis_parts import Judged, compared, conclusion, critical_chi2, judged, verdict
from quizapp.exercises.catalogue.wording import plain, rounding
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import rounded, show


def expected_count(observed: list[list[int]], row: int, column: int) -> float:
    from scipy.stats.contingency import expected_freq

    return float(expected_freq(observed)[row, column])


def chi_square(observed: list[list[int]]) -> float:
    from scipy.stats import chi2_contingency

    return float(chi2_contingency(observed, correction=False).statistic)


def degrees_of_freedom(shape: list[int]) -> float:
    import numpy as np

    return float(np.prod(np.subtract(shape, 1)))


def largest_contribution(observed: list[list[int]]) -> float:
    import numpy as np
    from scipy.stats.contingency import expected_freq

    expected = expected_freq(observed)
    return float(np.max((np.array(observed) - expected) ** 2 / expected))


@template("test.chi2", "expected", "교차표에서 한 칸의 기대도수")
def expected(draw: Draw) -> Draft:
    """The expected count of one cell under independence."""
    counts = round_counts(draw, *((3, 3) if draw.is_extended else (2, 3)))
    i, j = draw.pick(counts.places())
    rows, columns, total, value = counts.row_totals, counts.column_totals, counts.total, counts.expected(i, j)
    observed, crossing = counts.cells[i][j], counts.crossing
    wrong_row, wrong_column = draw.pick([k for k in range(len(rows)) if k != i]), draw.pick([k for k in range(len(columns)) if k != j])
    draw.require(abs(value - observed) >= 1)
    return Draft(
        stem=f"{crossing.place} {total}{crossing.unit}의 {with_particle(crossing.names[0], '과/와')} {crossing.names[1]}의 교차표가 다음과 "
        f"같다. 두 변수가 독립일 때, '{crossing.rows[i]}'이면서 '{crossing.columns[j]}'인 칸의 기대도수는? ({rounding(1)})",
        data=counts.shown(),
        key=compute(expected_count, observed=counts.plain(), row=i, column=j),
        decimals=1,
        why="독립일 때의 기대도수는 (행 합계 × 열 합계)/전체이다.",
        wrongs=[
            Wrong(observed, "관측도수를 그대로 답했습니다. 기대도수는 행과 열의 합계로 구합니다."),
            Wrong(rows[i] / len(columns), "행 합계를 열의 수로 나누었습니다. 열 합계의 비율에 따라 나눕니다."),
            Wrong(columns[j] / len(rows), "열 합계를 행의 수로 나누었습니다. 행 합계의 비율에 따라 나눕니다."),
            Wrong(total / len(rows) / len(columns), "전체를 칸의 수로 나누었습니다. 행과 열의 합계를 반영하지 않았습니다."),
            Wrong(
                float(counts.expected(wrong_row, j)),
                f"'{crossing.rows[wrong_row]}'의 행 합계를 썼습니다. 물음의 행은 '{crossing.rows[i]}'입니다.",
            ),
            Wrong(
                float(counts.expected(i, wrong_column)),
                f"'{crossing.columns[wrong_column]}'의 열 합계를 썼습니다. 물음의 열은 '{crossing.columns[j]}'입니다.",
            ),
        ],
        steps=[
            "E = (행 합계 × 열 합계)/전체",
            f"E = {rows[i]}·{columns[j]}/{total} = {show(float(value), 1)}",
        ],
    )


def _gap_terms(counts: Counts) -> list[tuple[int, int, int]]:
    """Of every cell: the count, the expected one, and the difference."""
    return [(counts.cells[i][j], int(counts.expected(i, j)), counts.cells[i][j] - int(counts.expected(i, j))) for i, j in counts.places()]


def _distance(terms: list[tuple[int, int, int]], expected: list[float]) -> float:
    """The χ² of the counts against other expected ones."""
    return sum((o - e) ** 2 / e for (o, _, _), e in zip(terms, expected, strict=True))


def _statistic_wrongs(counts: Counts) -> list[Wrong]:
    terms, shape = _gap_terms(counts), (len(counts.cells), len(counts.cells[0]))
    even = counts.total / len(terms)
    columns = [counts.column_totals[j] / shape[0] for _, j in counts.places()]
    rows = [counts.row_totals[i] / shape[1] for i, _ in counts.places()]
    corrected = sum((abs(d) - 0.5) ** 2 / e for _, e, d in terms)
    wrongs = [
        Wrong(sum(d * d / o for o, _, d in terms), "차의 제곱을 관측도수로 나누었습니다. 기대도수로 나눕니다."),
        Wrong(sum(abs(d) / e for _, e, d in terms), "차를 제곱하지 않고 절댓값을 기대도수로 나누었습니다."),
        Wrong(_distance(terms, [even] * len(terms)), "모든 칸의 기대도수를 '전체/칸의 수'로 놓았습니다."),
        Wrong(_distance(terms, columns), "열 합계를 행에 똑같이 나누어 기대도수로 놓았습니다. 행 합계의 비율에 따라 나눕니다."),
        Wrong(_distance(terms, rows), "행 합계를 열에 똑같이 나누어 기대도수로 놓았습니다. 열 합계의 비율에 따라 나눕니다."),
        Wrong(sum(d * d / e for _, e, d in terms[: shape[1]]), "첫 행의 칸만 더했습니다. 모든 칸을 더합니다."),
        Wrong(sum(d * d / e for _, e, d in terms) / shape[0] / shape[1], "칸의 수로 나누어 평균했습니다. 합이 χ²입니다."),
    ]
    if shape == (2, 2):
        wrongs.append(Wrong(corrected, "연속성 수정을 했습니다. 물음은 수정하지 않은 값입니다."))
    return wrongs


@template("test.chi2", "statistic", "교차표에서 χ² 통계량")
def statistic(draw: Draw) -> Draft:
    """The χ² of a table whose expected counts are whole."""
    counts = even_counts(draw, *((2, 3) if draw.is_extended else (2, 2)))
    crossing, terms = counts.crossing, _gap_terms(counts)
    products = [f"{counts.row_totals[i]}·{counts.column_totals[j]}" for i, j in counts.places()]
    parts = [rounded(d * d / e, 3) for _, e, d in terms]
    draw.require(0.5 <= sum(parts) <= 30)
    return Draft(
        stem=f"{crossing.place} {counts.total}{crossing.unit}의 {with_particle(crossing.names[0], '과/와')} {crossing.names[1]}의 교차표가 "
        f"다음과 같다. 두 변수의 독립성을 검정하는 χ² 통계량은? (연속성 수정은 하지 않고, {rounding(2)})",
        data=counts.shown(),
        key=compute(chi_square, observed=counts.plain()),
        why="χ²은 모든 칸에서 (관측도수 − 기대도수)²/기대도수를 더한 값이다.",
        wrongs=_statistic_wrongs(counts),
        steps=[
            "χ² = Σ(O − E)²/E, E = (행 합계 × 열 합계)/전체",
            f"E = {', '.join(f'{product}/{counts.total} = {e}' for product, (_, e, _) in zip(products, terms, strict=True))}",
            f"O − E = {', '.join(plain(d) for _, _, d in terms)}",
            f"(O − E)²/E = {', '.join(f'{d * d}/{e}' for _, e, d in terms)}",
            f"χ² = {' + '.join(map(str, parts))} = {show(float(sum(parts)), 2)}",
        ],
        by_hand=float(sum(parts)),
    )


def _df_label(df: float, rejects: bool) -> str:
    return f"{verdict(rejects)}, 자유도 {df:.0f}"


def _df_wrongs(rows: int, columns: int, chi2: float, alpha: float) -> list[Judged]:
    """Other degrees of freedom with the decisions that they lead to."""
    df, low, high = (rows - 1) * (columns - 1), min(rows, columns), max(rows, columns)
    wrong = {
        rows * columns - 1: "칸의 수에서 1을 뺐습니다. 이는 한 변수의 적합도 검정에서 쓰는 자유도입니다.",
        rows * columns: "칸의 수를 자유도로 놓았습니다.",
        rows + columns - 2: "(행의 수 − 1)과 (열의 수 − 1)을 더했습니다. 두 값을 곱합니다.",
        low - 1: "범주가 적은 쪽의 수에서만 1을 뺐습니다. 두 쪽에서 1씩 뺀 값을 곱합니다.",
        low: "범주가 적은 쪽의 범주 수를 자유도로 놓았습니다.",
        high: "범주가 많은 쪽의 범주 수를 자유도로 놓았습니다.",
        rows + columns - 1: "행의 수와 열의 수를 더한 뒤 1을 뺐습니다.",
    }
    found = [Judged(one, chi2 > critical_chi2(alpha, one), why) for one, why in wrong.items() if one != df and one < 10]
    flipped = "자유도는 맞지만 판정이 반대입니다. χ²이 임계값보다 클 때 기각합니다."
    return [*found, Judged(df, chi2 <= critical_chi2(alpha, df), flipped)]


@template("test.chi2", "decide", "범주의 수와 χ²에서 자유도와 판정")
def decide(draw: Draw) -> Draft:
    """The degrees of freedom of a table and the decision by a printed χ² table."""
    crossing, alpha = draw.pick(CROSSINGS), draw.pick([0.05, 0.01])
    rows, columns = draw.pick([(2, 5), (5, 2), (3, 3)] if draw.is_extended else [(2, 3), (3, 2), (2, 4), (4, 2), (3, 3)])
    df, chi2 = (rows - 1) * (columns - 1), draw.multiple(1.5, 19.9, 0.01 if draw.is_extended else 0.1)
    critical, shown = critical_chi2(alpha, df), show(chi2, 2 if draw.is_extended else 1)
    draw.require(all(abs(chi2 - critical_chi2(alpha, one)) > 0.2 for one in range(1, 10)) and 0.4 < chi2 / critical < 2.5)
    rejects = chi2 > critical
    first, second = f"{crossing.names[0]}({rows}개 범주)", f"{crossing.names[1]}({columns}개 범주)"
    return Draft(
        stem=f"{with_particle(crossing.place, '을/를')} 조사하여 만든 {with_particle(first, '과/와')} {second}의 교차표에서 χ² 통계량이 "
        f"{shown}이다. 귀무가설이 '두 변수는 독립이다'일 때, 유의수준 {alpha}에서의 판정과 자유도는?",
        data=Table(
            columns=("자유도", *map(str, range(1, 10))),
            rows=tuple(
                (f"유의수준 {level}의 임계값", *(show(critical_chi2(level, one), 2) for one in range(1, 10))) for level in (0.05, 0.01)
            ),
        ),
        key=compute(degrees_of_freedom, shape=[rows, columns]),
        decimals=0,
        label=_df_label(df, rejects),
        why="독립성 검정의 자유도는 (행의 수 − 1)(열의 수 − 1)이고, χ²이 임계값보다 크면 기각한다.",
        wrongs=judged(draw, rejects, _df_label, _df_wrongs(rows, columns, chi2, alpha)),
        steps=[
            f"자유도 = (행의 수 − 1)(열의 수 − 1) = ({rows} − 1)·({columns} − 1) = {df}",
            f"자유도 {df}, 유의수준 {alpha}의 임계값 = {show(critical, 2)}",
            f"{shown} {'>' if rejects else '<'} {show(critical, 2)}이므로 {conclusion(rejects)}",
        ],
    )


def _driver_wrongs(draw: Draw, counts: Counts, best: tuple[int, int], label: Callable[[tuple[int, int], float], str]) -> list[Wrong]:
    """Other cells, and other values at the right one."""
    terms = dict(zip(counts.places(), _gap_terms(counts), strict=True))
    o, e, d = terms[best]
    at_best = [
        (d * d / o, "칸은 맞지만 차의 제곱을 관측도수로 나누었습니다. 기대도수로 나눕니다."),
        (abs(d) / e, "칸은 맞지만 차를 제곱하지 않고 기대도수로 나누었습니다."),
        (abs(d), "칸은 맞지만 차의 절댓값을 답했습니다. 제곱하여 기대도수로 나눕니다."),
    ]
    wrongs = [Wrong(value, why, label(best, value)) for value, why in at_best]
    for place, (count, expected, gap) in terms.items():
        value, by_count = gap * gap / expected, gap * gap / count
        if place != best:
            why = f"{counts.name(*place)}의 기여는 맞지만, {counts.name(*best)}의 기여가 더 큽니다."
            wrongs.append(Wrong(value, why, label(place, value)))
        if place != best and by_count > d * d / o:
            why = f"차의 제곱을 관측도수로 나누어 {with_particle(counts.name(*place), '을/를')} 골랐습니다. 기대도수로 나눕니다."
            wrongs.append(Wrong(by_count, why, label(place, by_count)))
    return compared(draw, counts.name(*best), d * d / e, wrongs)


@template("test.chi2", "driver", "χ²에 가장 크게 기여한 칸")
def driver(draw: Draw) -> Draft:
    """Which cell adds most to χ², where the largest count or difference misleads."""
    counts = even_counts(draw, *((3, 3) if draw.is_extended else (2, 3)))
    crossing, terms = counts.crossing, dict(zip(counts.places(), _gap_terms(counts), strict=True))
    values = {place: d * d / e for place, (_, e, d) in terms.items()}
    best = max(values, key=values.__getitem__)
    draw.require(sorted(values.values())[-2] < values[best] - 0.05 and 1 <= values[best] < 10)

    def label(place: tuple[int, int], value: float) -> str:
        return f"{counts.name(*place)}, {show(value, 2)}"

    return Draft(
        stem=f"{crossing.place} {counts.total}{crossing.unit}의 {with_particle(crossing.names[0], '과/와')} {crossing.names[1]}의 교차표가 "
        f"다음과 같다. 독립성 검정의 χ² 통계량에 가장 크게 기여한 칸과 그 기여는? ({rounding(2)})",
        data=counts.shown(),
        key=compute(largest_contribution, observed=counts.plain()),
        label=label(best, values[best]),
        why="한 칸의 기여는 (O − E)²/E이다. 차가 같아도 기대도수가 작은 칸이 더 크게 기여한다.",
        wrongs=_driver_wrongs(draw, counts, best, label),
        steps=["기여 = (O − E)²/E, E = (행 합계 × 열 합계)/전체"]
        + [f"{counts.name(*place)}: ({o} − {e})²/{e} = {d * d}/{e} = {show(values[place], 2)}" for place, (o, e, d) in terms.items()]
        + [f"가장 큰 것은 {counts.name(*best)}의 {show(values[best], 2)}이다."],
    )
