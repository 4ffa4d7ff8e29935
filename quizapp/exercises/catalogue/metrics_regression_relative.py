"""Relative errors of a regression: MAPE and RMSLE, as `sklearn.metrics` computes them (MAPE as a fraction there, in percent here).

https://scikit-learn.org/stable/modules/model_evaluation.html#mean-absolute-percentage-error
https://scikit-learn.org/stable/modules/generated/sklearn.metrics.root_mean_squared_log_error.html
"""

from __future__ import annotations

from fractions import Fraction
from math import log, log10, sqrt
from statistics import median

from quizapp.exercises.catalogue.loss_parts import measure_table
from quizapp.exercises.catalogue.wording import plain, rounding
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Cell, Table
from quizapp.korean import with_particle
from quizapp.numbers import show

_COUNTS = (
    ("어느 물류센터의 하루 출고 건수", "출고"),
    ("한 병원의 하루 외래 환자 수", "환자"),
    ("한 공장의 하루 생산량", "생산"),
    ("어느 쇼핑몰의 하루 주문 건수", "주문"),
    ("한 지자체의 하루 민원 건수", "민원"),
)
"""What is counted and predicted, and its short name."""

_PLACES = (("지점", "판매량"), ("창고", "출고량"), ("병동", "입원 환자 수"), ("공장", "생산량"), ("정류장", "승차 인원"))
"""Two of which are compared, and what is predicted for each."""

_PERCENTS = (2, 4, 5, 6, 8, 10, 12, 15, 16, 20, 24, 25, 28, 30, 32)


def mape(actual: list[float], predicted: list[float]) -> float:
    from sklearn.metrics import mean_absolute_percentage_error

    return float(100 * mean_absolute_percentage_error(actual, predicted))


def least_mape(first: list[list[float]], second: list[list[float]]) -> float:
    from sklearn.metrics import mean_absolute_percentage_error

    return float(100 * min(mean_absolute_percentage_error(actual, predicted) for actual, predicted in (first, second)))


def rmsle(actual: list[float], predicted: list[float]) -> float:
    from sklearn.metrics import root_mean_squared_log_error

    return float(root_mean_squared_log_error(actual, predicted))


def _with_relative_errors(draw: Draw, size: int, bases: list[int]) -> tuple[list[int], list[int]]:
    """Actual values from *bases* and predictions that miss them by whole percents."""
    actual = [draw.pick(bases) for _ in range(size)]
    percents = [draw.pick([percent for percent in _PERCENTS if not y * percent % 100]) * draw.pick([-1, 1]) for y in actual]
    draw.require(min(percents) < 0 < max(percents) and len({abs(percent) for percent in percents}) > 1)
    return actual, [y + y * percent // 100 for y, percent in zip(actual, percents, strict=True)]


def _shares(actual: list[int], predicted: list[int]) -> list[Fraction]:
    """The signed errors in percent of the actual values."""
    return [Fraction(100 * (y - p), y) for y, p in zip(actual, predicted, strict=True)]


def _mape_wrongs(actual: list[int], predicted: list[int]) -> list[Wrong]:
    """What people take for the mean absolute percentage error, in percent."""
    shares, size = [float(abs(share)) for share in _shares(actual, predicted)], len(actual)
    errors = [abs(y - p) for y, p in zip(actual, predicted, strict=True)]
    other_base = [100 * e / p for e, p in zip(errors, predicted, strict=True)]
    symmetric = [200 * e / (y + p) for e, y, p in zip(errors, actual, predicted, strict=True)]
    return [
        Wrong(sum(other_base) / size, "오차를 예측값으로 나누었습니다. MAPE는 실제값으로 나눕니다."),
        Wrong(abs(float(sum(_shares(actual, predicted)))) / size, "절댓값을 씌우지 않아 양과 음의 오차가 지워졌습니다."),
        Wrong(100 * sum(errors) / sum(actual), "오차의 합을 실제값의 합으로 나누었습니다(WAPE). 건마다 나눈 뒤에 평균합니다."),
        Wrong(sum(symmetric) / size, "실제값과 예측값의 평균으로 나누었습니다(sMAPE). MAPE는 실제값으로 나눕니다."),
        Wrong(sqrt(sum(share**2 for share in shares) / size), "백분율 오차를 제곱하여 평균한 뒤 제곱근을 씌웠습니다."),
        Wrong(median(shares), "백분율 오차의 중앙값을 구했습니다. 평균을 구합니다."),
        Wrong(sum(shares), "n으로 나누지 않고 백분율 오차를 더하기만 했습니다."),
        Wrong(sum(errors) / size, "백분율이 아닌 오차의 평균(MAE)을 구했습니다."),
    ]


@template("metrics.regression", "mape", "실제값과 예측값에서 MAPE")
def mape_of_data(draw: Draw) -> Draft:
    """The mean absolute percentage error of a few predictions."""
    place, what = draw.pick(_COUNTS)
    bases = [125, 150, 175, 225, 250, 300, 350, 450] if draw.is_extended else [20, 40, 50, 60, 80, 100, 120, 200]
    actual, predicted = _with_relative_errors(draw, 5 if draw.is_extended else 4, bases)
    shares = [abs(share) for share in _shares(actual, predicted)]
    fractions = [f"{abs(y - p)}/{y}" for y, p in zip(actual, predicted, strict=True)]
    total = sum(shares)
    return Draft(
        stem=f"{with_particle(place, '을/를')} 예측한 결과가 다음과 같다. 평균절대백분율오차(MAPE)는 몇 %인가? ({rounding(1)})",
        data=measure_table(what, {"실제": list(actual), "예측": list(predicted)}),
        key=compute(mape, actual=actual, predicted=predicted),
        decimals=1,
        unit="%",
        why="MAPE는 건마다 오차의 절댓값을 실제값으로 나눈 백분율의 평균이다.",
        wrongs=_mape_wrongs(actual, predicted),
        steps=[
            "MAPE = (100/n)·Σ|y − ŷ|/y",
            f"|y − ŷ|/y = {', '.join(fractions)}",
            f"백분율 = {', '.join(f'{plain(share)}%' for share in shares)}, 합 = {plain(total)}%",
            f"MAPE = {plain(total)}/{len(shares)} = {show(float(total / len(shares)), 1)}%",
        ],
    )


def _verdict(name: str, value: float) -> str:
    return f"{name}, {show(value, 1)}%"


def _comparison_wrongs(draw: Draw, names: list[str], data: list[tuple[list[int], list[int]]], best: int) -> list[Wrong]:
    """The other place, and other errors of both; only two of the right place, so that the choices never name one place alone."""
    other = 1 - best
    value = float(sum(map(abs, _shares(*data[other]))) / len(data[other][0]))
    why = f"MAPE가 더 큰 곳입니다. 오차의 크기는 작아도 {names[other]}의 규모에 견주면 큽니다."
    found = [Wrong(value, why, _verdict(names[other], value))]
    for place, count in ((best, 2), (other, 4)):
        wrongs = [wrong for wrong in _mape_wrongs(*data[place]) if 10 <= wrong.value < 99]
        told = [Wrong(wrong.value, f"{names[place]}: {wrong.why}", _verdict(names[place], wrong.value)) for wrong in wrongs]
        found += draw.sample(told, count)
    return found


@template("metrics.regression", "compare", "상대 오차로 견준 두 곳의 예측")
def compare(draw: Draw) -> Draft:
    """Which of two places is predicted better relative to its size, where the absolute errors say the opposite."""
    kind, what = draw.pick(_PLACES)
    size, names = 4 if draw.is_extended else 3, [f"{kind} A", f"{kind} B"]
    bases = draw.shuffled([[75, 125, 150, 175], [250, 300, 350, 450]] if draw.is_extended else [[20, 40, 50, 60], [100, 120, 150, 200]])
    data = [_with_relative_errors(draw, size, base) for base in bases]
    shares = [[abs(share) for share in _shares(*pair)] for pair in data]
    means = [float(sum(share) / size) for share in shares]
    absolute = [sum(abs(y - p) for y, p in zip(*pair, strict=True)) for pair in data]
    best = means.index(min(means))
    draw.require(means[best] >= 10 and (means[0] - means[1]) * (absolute[0] - absolute[1]) < 0)  # two digits: labels sort as words
    rows: list[tuple[Cell, ...]] = [(f"{names[i]} {row}", *data[i][at]) for i in (0, 1) for at, row in enumerate(("실제", "예측"))]
    return Draft(
        stem=f"두 {kind}의 {with_particle(what, '을/를')} {size}일 동안 예측한 결과가 다음과 같다. 평균절대백분율오차(MAPE)로 견줄 때, "
        f"더 정확하게 예측한 곳과 그 값은? ({rounding(1)})",
        data=Table(columns=("구분", *(f"{day}일째" for day in range(1, size + 1))), rows=tuple(rows)),
        key=compute(least_mape, first=[*data[0]], second=[*data[1]]),
        decimals=1,
        label=_verdict(names[best], means[best]),
        why="규모가 다른 두 곳은 실제값에 대한 상대 오차인 MAPE로 견주며, 작은 쪽이 더 정확하다.",
        wrongs=_comparison_wrongs(draw, names, data, best),
        steps=["MAPE = (100/n)·Σ|y − ŷ|/y"]
        + [
            f"{name}: ({' + '.join(map(plain, share))})/{size} = {show(mean, 1)}%"
            for name, share, mean in zip(names, shares, means, strict=True)
        ]
        + [f"MAPE가 작은 {names[best]}의 예측이 더 정확하다."],
    )


_HALVINGS = {
    4: ((0, 0, 0, 2), (0, 1, 2, 2), (1, 1, 1, 3), (0, 2, 2, 2), (0, 0, 2, 2)),
    6: ((0, 0, 0, 1, 1, 2), (0, 0, 1, 1, 1, 3), (1, 1, 1, 1, 2, 2), (0, 0, 1, 2, 2, 3), (1, 1, 2, 2, 2, 2), (0, 1, 1, 2, 3, 3)),
}
"""By the number of records: how often predictions double, whose mean square has a root that a paper prints (1, 2, 9/4, 3, 4)."""

_ROOTS = {1: ("1", 1.0), 2: ("√2", 1.414), Fraction(9, 4): ("1.5", 1.5), 3: ("√3", 1.732), 4: ("2", 2.0)}


def _rmsle_wrongs(base: int, powers: list[int], actual: list[int], predicted: list[int]) -> list[Wrong]:
    """What people take for the root of the mean squared difference of log(1 + value)."""
    size, squares, unit = len(powers), sum(power**2 for power in powers), log(base)
    plain_logs = [log(p / y) for y, p in zip(actual, predicted, strict=True)]
    return [
        Wrong(unit**2 * squares / size, "제곱근을 씌우지 않았습니다(MSLE)."),
        Wrong(unit * sum(map(abs, powers)) / size, "로그 차이의 절댓값을 평균했습니다. 제곱하여 평균한 뒤 제곱근을 씌웁니다."),
        Wrong(log10(base) * sqrt(squares / size), "상용로그를 썼습니다. 물음은 자연로그를 쓰라고 했습니다."),
        Wrong(sqrt(squares / size), f"로그의 밑을 {with_particle(str(base), '으로/로')} 썼습니다. 물음은 자연로그를 쓰라고 했습니다."),
        Wrong(unit * abs(sum(powers)) / size, "제곱하지 않아 양과 음의 로그 차이가 지워졌습니다."),
        Wrong(sqrt(sum(value**2 for value in plain_logs) / size), "값에 1을 더하지 않고 로그를 씌웠습니다."),
        Wrong(unit * sqrt(squares / (size - 1)), "n − 1로 나누었습니다. 물음은 n으로 나누라고 했습니다."),
        Wrong(unit * sqrt(squares), "n으로 나누지 않고 제곱근을 씌웠습니다."),
    ]


@template("metrics.regression", "rmsle", "실제값과 예측값에서 RMSLE")
def rmsle_of_data(draw: Draw) -> Draft:
    """The root mean squared logarithmic error of predictions that are off by powers of 2 or 3 (after adding 1)."""
    (place, what), base = draw.pick(_COUNTS), draw.pick([2, 3])
    powers = [power * draw.pick([-1, 1]) for power in draw.shuffled(draw.pick(_HALVINGS[6 if draw.is_extended else 4]))]
    draw.require(min(powers) < 0 < max(powers) and base ** max(map(abs, powers)) <= 9)
    factors = [draw.integer(3, 12) for _ in powers]
    actual = [factor * base ** max(0, -power) - 1 for factor, power in zip(factors, powers, strict=True)]
    predicted = [factor * base ** max(0, power) - 1 for factor, power in zip(factors, powers, strict=True)]
    squares = sum(power**2 for power in powers)
    mean = Fraction(squares, len(powers))
    root, by_hand = _ROOTS[mean]
    unit = {2: 0.693, 3: 1.099}[base]
    return Draft(
        stem=f"{with_particle(place, '을/를')} 예측한 결과가 다음과 같다. RMSLE(ln(값 + 1)의 차이로 구한 평균제곱근오차)는? "
        f"(n으로 나누고, ln 2 = 0.693, ln 3 = 1.099, √2 = 1.414, √3 = 1.732, {rounding(2)})",
        data=measure_table(what, {"실제": list(actual), "예측": list(predicted)}),
        key=compute(rmsle, actual=actual, predicted=predicted),
        by_hand=unit * by_hand,
        why="RMSLE는 값에 1을 더한 로그의 차이를 제곱하여 평균한 뒤 제곱근을 씌운 값이다.",
        wrongs=_rmsle_wrongs(base, powers, actual, predicted),
        steps=[
            "RMSLE = √(Σ(ln(ŷ + 1) − ln(y + 1))²/n)",
            f"(ŷ + 1)/(y + 1) = {', '.join(f'{p + 1}/{y + 1}' for y, p in zip(actual, predicted, strict=True))}",
            f"로그 차이 = ln {base}의 {', '.join(map(plain, powers))}배",
            f"제곱의 합 = {' + '.join(str(power**2) for power in powers)} = {squares}, 평균 = {squares}/{len(powers)} = {plain(mean)}",
            f"RMSLE = √{plain(mean)}·ln {base} = {root}·{unit} = {show(unit * by_hand, 2)}",
        ],
    )
