"""The least-squares line used: predictions from sums and from a summary, a residual, a value that was lost.

https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.linregress.html
https://numpy.org/doc/stable/reference/generated/numpy.linalg.solve.html
https://numpy.org/doc/stable/reference/generated/numpy.polyval.html
"""

from __future__ import annotations

from fractions import Fraction

from quizapp.exercises.catalogue.regression_line import PAIRS, Line, draw_line, line_table
from quizapp.exercises.catalogue.wording import inside, plain, rounding, signed, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show


def prediction_of_sums(n: int, sum_x: int, sum_y: int, sum_xy: int, sum_xx: int, x: int) -> float:
    import numpy as np

    intercept, slope = np.linalg.solve([[n, sum_x], [sum_x, sum_xx]], [sum_y, sum_xy])
    return float(intercept + slope * x)


def residual_of(x: list[int], y: list[int], row: int) -> float:
    from scipy.stats import linregress

    line = linregress(x, y)
    return float(y[row] - (line.intercept + line.slope * x[row]))


def prediction_of_summary(means: list[float], deviations: list[float], correlation: float, x: float) -> float:
    import numpy as np

    slope = correlation * deviations[1] / deviations[0]
    return float(np.polyval([slope, means[1] - slope * means[0]], x))


def missing_value(slope: float, intercept: float, x: list[int], known: list[int]) -> float:
    import numpy as np

    return float(len(x) * np.polyval([slope, intercept], np.mean(x)) - np.sum(known))


def _equation(line: Line) -> str:
    """ŷ = a + bx with the line's numbers."""
    sign = "+" if line.slope > 0 else "−"
    return f"ŷ = {plain(line.intercept)} {sign} {plain(abs(line.slope))}x"


def _sums_wrongs(line: Line, x: int) -> list[Wrong]:
    """What people predict at *x* from sums."""
    mean_x, mean_y = line.means
    raw, slope = line.raw_slope, line.slope
    return [
        Wrong(float(raw * x), "절편 없이 Σxy/Σx²을 기울기로 하여 구했습니다."),
        Wrong(float(mean_y + raw * (x - mean_x)), "편차의 곱을 쓰지 않고 Σxy/Σx²을 기울기로 하여 구했습니다."),
        Wrong(float(slope * x), "절편을 더하지 않았습니다."),
        Wrong(float(mean_y + slope * x), "x̄를 빼지 않고 ȳ에 b·x를 더했습니다."),
        Wrong(float(mean_y - slope * (x - mean_x)), "기울기의 부호를 바꾸었습니다."),
        Wrong(float(mean_y), "x의 값과 관계없이 ȳ를 답했습니다."),
        Wrong(float(mean_y / mean_x * x), "평균의 비 ȳ/x̄에 x를 곱했습니다."),
        Wrong(float(line.at(x + 1)), "한 단위 뒤의 값을 구했습니다."),
    ]


@template("regression.line", "from_sums", "합계에서 예측값")
def from_sums(draw: Draw) -> Draft:
    """A prediction from n and the five sums."""
    place, *what = draw.pick(PAIRS)
    line = draw_line(draw, ends=not draw.is_extended)
    x = draw.integer(2, 14)
    draw.require(x not in line.x and x != line.means[0] and line.at(x) > 0)
    n, (mean_x, mean_y), (sxx, sxy, _) = line.size, line.means, line.sums
    sums = {
        "sum_x": sum(line.x),
        "sum_y": sum(line.y),
        "sum_xy": sum(a * b for a, b in zip(line.x, line.y, strict=True)),
        "sum_xx": sum(a * a for a in line.x),
    }
    slope = float(show(float(line.slope), 3))
    names = "와 ".join(f"{name}({words.partition('(')[0]})" for name, words in zip("xy", what, strict=True))
    return Draft(
        stem=f"{with_particle(place, '을/를')} {n}번 조사하여 {names}의 합계를 구하니 다음과 같다. "
        f"단순회귀로 예측할 때, x = {x}에서의 ŷ는? ({rounding(1)})",
        data=Table(columns=("n", "Σx", "Σy", "Σxy", "Σx²"), rows=((n, *sums.values()),)),
        key=compute(prediction_of_sums, n=n, **sums, x=x),
        decimals=1,
        why="Sxx = Σx² − n·x̄², Sxy = Σxy − n·x̄·ȳ로 기울기를 구하고, ŷ = ȳ + b(x − x̄)로 예측한다.",
        wrongs=within(_sums_wrongs(line, x), 0, 99),
        steps=[
            f"x̄ = {sums['sum_x']}/{n} = {plain(mean_x)}, ȳ = {sums['sum_y']}/{n} = {plain(mean_y)}",
            f"Sxx = {sums['sum_xx']} − {n}·{plain(mean_x)}² = {plain(sxx)}",
            f"Sxy = {sums['sum_xy']} − {n}·{plain(mean_x)}·{plain(mean_y)} = {plain(sxy)}",
            f"b = {plain(sxy)}/{plain(sxx)} = {plain(slope)}",
            f"ŷ = {plain(mean_y)} + {inside(slope)}·({x} − {plain(mean_x)}) = {show(float(mean_y) + slope * float(x - mean_x), 1)}",
        ],
        by_hand=float(mean_y) + slope * float(x - mean_x),
    )


@template("regression.line", "residual", "회귀직선에서 한 관측의 잔차")
def residual(draw: Draw) -> Draft:
    """The residual of one observation of the data behind a line."""
    place, *what = draw.pick(PAIRS)
    line = draw_line(draw, ends=True)
    row = draw.integer(0, line.size - 1)
    x, y = line.x[row], line.y[row]
    draw.require(line.at(line.x[row]) != line.y[row])
    fitted, mean_y = line.at(x), line.means[1]
    other = line.at(line.x[row - 1])
    return Draft(
        stem=f"{with_particle(place, '을/를')} 잰 다음 자료에서 최소제곱법으로 회귀직선 {_equation(line)}를 얻었다. "
        f"{row + 1}번 관측의 잔차는? ({rounding(2)})",
        data=line_table((f"x: {what[0]}", f"y: {what[1]}"), line),
        key=compute(residual_of, x=line.x, y=line.y, row=row),
        why="잔차는 실제값에서 예측값을 뺀 y − ŷ이다.",
        wrongs=[
            Wrong(float(fitted - y), "예측값에서 실제값을 뺐습니다. 잔차는 y − ŷ입니다."),
            Wrong(float(fitted), "예측값을 답했습니다. 잔차는 실제값에서 예측값을 뺀 값입니다."),
            Wrong(float(y - mean_y), "실제값에서 평균을 뺀 편차를 구했습니다."),
            Wrong(float(fitted - mean_y), "예측값에서 평균을 뺀 값(회귀로 설명된 편차)을 구했습니다."),
            Wrong(float((y - fitted) ** 2), "잔차를 제곱했습니다."),
            Wrong(float(y - line.slope * x), "절편을 빼지 않았습니다."),
            Wrong(float(y - other), "다른 관측의 x로 예측한 값을 뺐습니다."),
        ],
        steps=[
            f"ŷ = {plain(line.intercept)} + {inside(line.slope)}·{x} = {plain(fitted)}",
            f"잔차 = y − ŷ = {y} − {inside(fitted)} = {signed(float(y - fitted), 2)}",
        ],
    )


def _summary_wrongs(means: tuple[int, int], deviations: tuple[int, int], r: Fraction, x: int) -> list[Wrong]:
    """What people predict from means, standard deviations and the correlation."""
    (mean_x, mean_y), (sx, sy) = means, deviations
    gap = x - mean_x
    return [
        Wrong(float(mean_y + r * gap * Fraction(sx, sy)), "기울기를 r·sx/sy로 놓았습니다. r·sy/sx입니다."),
        Wrong(float(mean_y + r * gap), "상관계수를 기울기로 썼습니다. sy/sx를 곱해야 합니다."),
        Wrong(float(mean_y + gap * Fraction(sy, sx)), "상관계수를 곱하지 않아 r = 1로 보았습니다."),
        Wrong(float(mean_y - r * gap * Fraction(sy, sx)), "x − x̄의 부호를 바꾸었습니다."),
        Wrong(float(mean_y + r * r * gap * Fraction(sy, sx)), "상관계수를 제곱하여 곱했습니다."),
        Wrong(float(mean_y + r * gap * Fraction(sy * sy, sx * sx)), "표준편차의 비가 아니라 분산의 비를 곱했습니다."),
        Wrong(float(r * x * Fraction(sy, sx)), "절편을 더하지 않았습니다."),
        Wrong(float(mean_y + r * x * Fraction(sy, sx)), "x̄를 빼지 않고 ȳ에 b·x를 더했습니다."),
    ]


@template("regression.line", "from_summary", "평균, 표준편차, 상관계수에서 예측값")
def from_summary(draw: Draw) -> Draft:
    """A prediction from both means, both standard deviations and the correlation."""
    place, *what = draw.pick(PAIRS)
    means = draw.integer(20, 60), draw.integer(60, 140)
    deviations = draw.integer(2, 9), draw.integer(4, 20)
    r = Fraction(draw.pick([1, 1, -1]) * (draw.integer(31, 94) if draw.is_extended else 5 * draw.integer(6, 18)), 100)
    x = means[0] + draw.pick([1, -1]) * draw.integer(2, 12)
    slope = r * Fraction(deviations[1], deviations[0])
    draw.require(deviations[0] != deviations[1] and (100 % slope.denominator == 0 or draw.is_extended))
    shown = float(show(float(slope), 3))
    return Draft(
        stem=f"{with_particle(place, '을/를')} 요약하니 다음과 같고 상관계수는 {plain(r)}이다. 단순회귀로 x = {x}일 때의 "
        f"y를 예측한 값은? ({rounding(1)})",
        data=Table(
            columns=("변수", "평균", "표준편차"),
            rows=tuple((f"{n}: {w}", m, s) for n, w, m, s in zip("xy", what, means, deviations, strict=True)),
        ),
        key=compute(prediction_of_summary, means=list(means), deviations=list(deviations), correlation=float(r), x=x),
        decimals=1,
        why="기울기는 b = r·sy/sx이고 직선은 (x̄, ȳ)를 지나므로, ŷ = ȳ + b(x − x̄)이다.",
        wrongs=within(_summary_wrongs(means, deviations, r, x), 0, 400),
        steps=[
            "b = r·sy/sx, ŷ = ȳ + b(x − x̄)",
            f"b = {inside(r)}·{deviations[1]}/{deviations[0]} = {plain(shown)}",
            f"x − x̄ = {x} − {means[0]} = {plain(x - means[0])}",
            f"ŷ = {means[1]} + {inside(shown)}·{inside(x - means[0])} = {show(means[1] + shown * (x - means[0]), 1)}",
        ],
        by_hand=means[1] + shown * (x - means[0]),
    )


def _missing_wrongs(line: Line, row: int) -> list[Wrong]:
    """What people take for the value of y that was lost."""
    known = [y for n, y in enumerate(line.y) if n != row]
    mean_x, mean_y = line.means
    x = line.x[row]
    return [
        Wrong(float(line.at(x)), "그 x에서의 예측값을 답했습니다. 실제값은 직선 위에 있지 않을 수 있습니다."),
        Wrong(float(mean_y), "ȳ를 답했습니다. ȳ에서 합계를 구하여 나머지를 빼야 합니다."),
        Wrong(float(Fraction(sum(known), len(known))), "남은 y의 평균을 답했습니다."),
        Wrong(float(line.size * line.intercept - sum(known)), "ȳ를 구할 때 b·x̄를 빠뜨렸습니다."),
        Wrong(float(sum(known) / line.size), "남은 y의 합을 전체 개수로 나누었습니다."),
        Wrong(float(line.size * (line.slope * mean_x) - sum(known)), "ȳ를 구할 때 절편을 빠뜨렸습니다."),
        Wrong(float(2 * line.at(x) - line.y[row]), "잔차의 부호를 바꾸었습니다."),
    ]


@template("regression.line", "missing", "회귀직선에서 지워진 관측값")
def missing(draw: Draw) -> Draft:
    """The lost value of y: the line passes through the means."""
    place, *what = draw.pick(PAIRS)
    line = draw_line(draw, ends=True)
    row = draw.integer(0, line.size - 1)
    draw.require(line.at(line.x[row]) != line.y[row])
    known = [y for n, y in enumerate(line.y) if n != row]
    (mean_x, mean_y), n = line.means, line.size
    shown: list[int | str] = [*line.y]
    shown[row] = "?"
    return Draft(
        stem=f"{with_particle(place, '을/를')} 잰 {n}쌍의 자료 모두로 최소제곱 회귀직선 {_equation(line)}를 구한 뒤, "
        f"y 하나가 지워졌다. 지워진 값은? ({rounding(1)})",
        data=Table(columns=("번호", *(str(k) for k in range(1, n + 1))), rows=((f"x: {what[0]}", *line.x), (f"y: {what[1]}", *shown))),
        key=compute(missing_value, slope=float(line.slope), intercept=float(line.intercept), x=line.x, known=known),
        decimals=1,
        why="최소제곱 직선은 (x̄, ȳ)를 지나므로 ȳ = a + b·x̄이고, y의 합은 n·ȳ이다.",
        wrongs=within(_missing_wrongs(line, row), 0, 99),
        steps=[
            f"x̄ = {sum(line.x)}/{n} = {plain(mean_x)}",
            f"ȳ = {plain(line.intercept)} + {inside(line.slope)}·{plain(mean_x)} = {plain(mean_y)}",
            f"y의 합 = {n}·{plain(mean_y)} = {sum(line.y)}",
            f"지워진 값 = {sum(line.y)} − ({' + '.join(map(str, known))}) = {show(line.y[row], 1)}",
        ],
    )
