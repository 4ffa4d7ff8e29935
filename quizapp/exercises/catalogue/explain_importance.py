"""What a variable adds to a model: permutation importance, Shapley values, contributions in a linear model, with numpy.

https://scikit-learn.org/stable/modules/permutation_importance.html
https://shap.readthedocs.io/en/latest/example_notebooks/overviews/An%20introduction%20to%20explainable%20AI%20with%20Shapley%20values.html
https://numpy.org/doc/stable/reference/generated/numpy.mean.html
"""

from __future__ import annotations

from typing import NamedTuple

from quizapp.exercises.catalogue.wording import inside, plain, rounding, signed
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Cell, Table
from quizapp.korean import with_particle
from quizapp.numbers import show


class _Scene(NamedTuple):
    """A model that is explained: which, what it predicts for whom, its variables with a plausible least and largest value."""

    model: str
    target: str
    one: str
    variables: tuple[tuple[str, int, int], ...]


_SCENES = (
    _Scene(
        "한 병원의 재원 일수 예측 모형",
        "재원 일수(일)",
        "환자",
        (("나이", 30, 80), ("검사 횟수", 2, 20), ("투약 수", 1, 15), ("체온", 36, 40)),
    ),
    _Scene(
        "어느 쇼핑몰의 구매액 예측 모형",
        "구매액(만 원)",
        "회원",
        (("방문 횟수", 2, 30), ("체류 시간", 5, 60), ("쿠폰 수", 1, 12), ("나이", 20, 60)),
    ),
    _Scene(
        "한 공장의 설비 온도 예측 모형", "온도(℃)", "설비", (("가동 시간", 2, 24), ("회전수", 10, 60), ("습도", 30, 80), ("부하", 20, 90))
    ),
    _Scene(
        "한 물류센터의 배송 시간 예측 모형",
        "배송 시간(시간)",
        "주문",
        (("거리", 5, 60), ("무게", 1, 30), ("경유지", 1, 9), ("적재율", 30, 90)),
    ),
    _Scene(
        "한 지자체의 전력 수요 예측 모형",
        "전력 수요(MWh)",
        "구역",
        (("기온", 10, 35), ("세대 수", 20, 90), ("상가 수", 5, 50), ("습도", 30, 80)),
    ),
)

_SCORES = (("결정계수(R²)", 1), ("RMSE", -1), ("MAE", -1))
"""How a model is judged, and whether more (1) or less (−1) is better."""


def largest_importance(baseline: float, permuted: list[list[float]], sign: int) -> float:
    import numpy as np

    importances = sign * (baseline - np.mean(permuted, axis=1))
    return float(importances.max())


def shapley_value(nobody: float, first: float, second: float, both: float) -> float:
    import numpy as np

    return float(np.mean([first - nobody, both - second]))


def linear_contribution(coefficient: float, value: float, values: list[float]) -> float:
    import numpy as np

    return float(coefficient * (value - np.mean(values)))


def missing_contribution(base: float, prediction: float, others: list[float]) -> float:
    import numpy as np

    return float(prediction - base - np.sum(others))


def _part(name: str, value: float, decimals: int) -> str:
    return f"{name}, {show(value, decimals)}"


def _permutation_wrongs(draw: Draw, baseline: float, runs: dict[str, list[float]], sign: int, best: str, decimals: int) -> list[Wrong]:
    """Other variables, and other values of the right one: only two, so that the choices never name one alone."""
    found = []
    for name, scores in runs.items():
        drops, mean = [sign * (baseline - score) for score in scores], sum(scores) / len(scores)
        told = [
            (mean, "섞은 뒤의 점수를 그대로 썼습니다. 기준 점수에서 나빠진 폭을 구합니다."),
            (max(drops), "가장 크게 나빠진 회차만 보았습니다. 회차의 평균을 냅니다."),
            (drops[0], "첫 회차만 보았습니다. 회차의 평균을 냅니다."),
            (sum(drops) / len(drops) / baseline, "나빠진 폭을 기준 점수로 나누었습니다. 순열 중요도는 나빠진 폭 그 자체입니다."),
            (sum(drops), "회차의 폭을 더하기만 했습니다. 회차의 수로 나눕니다."),
        ]
        if name == best:
            found += [Wrong(value, f"변수는 맞지만 {why}", _part(name, value, decimals)) for value, why in draw.sample(told, 2)]
        else:
            value = sum(drops) / len(drops)
            found.append(Wrong(value, f"{name}의 순열 중요도는 맞지만 가장 크지 않습니다.", _part(name, value, decimals)))
            found += [Wrong(value, f"{name}에서 {why}", _part(name, value, decimals)) for value, why in draw.sample(told, 1)]
    return [wrong for wrong in found if 0 < wrong.value < 10]


@template("explain.importance", "permutation", "순열 중요도가 가장 큰 변수")
def permutation(draw: Draw) -> Draft:
    """Which variable has the largest permutation importance, from the scores after shuffling."""
    scene, (metric, sign), repeats = draw.pick(_SCENES), draw.pick(_SCORES), 5 if draw.is_extended else 3
    decimals, unit = (3, 1000) if draw.is_extended else (2, 100)
    baseline = draw.integer(80 * unit // 100, 95 * unit // 100) if sign > 0 else draw.integer(2 * unit, 4 * unit)
    names = [name for name, _, _ in draw.sample(scene.variables, 4 if draw.is_extended else 3)]
    drops = {name: [draw.integer(unit // 100, 22 * unit // 100) for _ in range(repeats)] for name in names}
    runs = {name: [(baseline - sign * drop) / unit for drop in row] for name, row in drops.items()}
    sums = {name: sum(row) for name, row in drops.items()}
    best = max(sums, key=sums.__getitem__)
    draw.require(sorted(sums.values())[-2] <= sums[best] - repeats and max(map(max, drops.values())) not in drops[best])
    rows: list[tuple[Cell, ...]] = [(name, *scores) for name, scores in runs.items()]
    value = sums[best] / repeats / unit
    return Draft(
        stem=f"{scene.model}의 검증 자료 {with_particle(metric, '은/는')} {plain(baseline / unit)}이다. 한 변수의 값만 섞고 다시 잰 "
        f"{with_particle(metric, '이/가')} 다음과 같을 때, 순열 중요도({repeats}회의 평균)가 가장 큰 변수와 "
        f"그 값은? ({rounding(decimals)})",
        data=Table(columns=("섞은 변수", *(f"{run}회" for run in range(1, repeats + 1))), rows=tuple(rows)),
        key=compute(largest_importance, baseline=baseline / unit, permuted=[*runs.values()], sign=sign),
        decimals=decimals,
        label=_part(best, value, decimals),
        why="순열 중요도는 변수의 값을 섞었을 때 기준 점수에서 나빠진 폭의 평균이며, 클수록 모형이 그 변수에 많이 기댄다.",
        wrongs=_permutation_wrongs(draw, baseline / unit, runs, sign, best, decimals),
        steps=[
            f"순열 중요도 = {'기준 점수 − 섞은 뒤 점수의 평균' if sign > 0 else '섞은 뒤 오차의 평균 − 기준 오차'}",
            *(
                f"{name}: 나빠진 폭 {', '.join(plain(drop / unit) for drop in row)}, 평균 {plain(sums[name] / unit)}/{repeats} = "
                f"{show(sums[name] / unit / repeats, decimals)}"
                for name, row in drops.items()
            ),
            f"가장 큰 것은 {best}의 {show(value, decimals)}이다.",
        ],
    )


def _shapley_wrongs(nobody: float, first: float, second: float, both: float) -> list[Wrong]:
    """What people take for the Shapley value of the first of two variables."""
    return [
        Wrong(first - nobody, "먼저 넣는 순서에서만 셈했습니다. 두 순서의 평균을 냅니다."),
        Wrong(both - second, "나중에 넣는 순서에서만 셈했습니다. 두 순서의 평균을 냅니다."),
        Wrong((second - nobody + both - first) / 2, "다른 변수의 섀플리 값을 구했습니다."),
        Wrong((both - nobody) / 2, "전체 변화를 반씩 나누었습니다. 변수마다 보탠 만큼 나눕니다."),
        Wrong((first + both - second) / 2, "혼자일 때의 예측에서 아무 변수도 없을 때의 예측을 빼지 않았습니다."),
        Wrong(first - nobody + both - second, "두 순서에서 보탠 값을 더하기만 했습니다. 2로 나눕니다."),
        Wrong(both - nobody, "두 변수가 함께 보탠 전체 변화를 구했습니다."),
        Wrong(both - first, "다른 변수를 나중에 넣어 보탠 값을 구했습니다."),
    ]


@template("explain.importance", "shapley", "두 변수의 섀플리 값")
def shapley(draw: Draw) -> Draft:
    """The Shapley value of one of two variables from the predictions of all their sets."""
    scene, unit, decimals = draw.pick(_SCENES), 100 if draw.is_extended else 2, 3 if draw.is_extended else 2
    first_name, second_name = (name for name, _, _ in draw.sample(scene.variables, 2))
    start = draw.integer(20 * unit, 60 * unit)
    alone = [start + draw.pick([-1, 1]) * draw.integer(2 * unit, 15 * unit) for _ in range(2)]
    together = start + draw.integer(-8 * unit, 24 * unit)
    draw.require(together - sum(alone) + start and len({start, *alone, together}) == 4)
    nobody, first, second, both = (number / unit for number in (start, *alone, together))
    value = (first - nobody + both - second) / 2
    rows = (("없음", nobody), (first_name, first), (second_name, second), (f"{first_name}, {second_name}", both))
    return Draft(
        stem=f"{scene.model}이 한 {with_particle(scene.one, '을/를')} 예측한 값을, 쓸 수 있는 변수의 집합에 따라 구한 결과가 다음과 같다. "
        f"{first_name}의 섀플리(Shapley) 값은? ({rounding(decimals)})",
        data=Table(columns=("쓴 변수", scene.target), rows=rows),
        key=compute(shapley_value, nobody=nobody, first=first, second=second, both=both),
        decimals=decimals,
        why="섀플리 값은 변수를 넣는 모든 순서에서 그 변수가 보탠 값을 평균한 것이다.",
        wrongs=_shapley_wrongs(nobody, first, second, both),
        steps=[
            "섀플리 값 = 모든 순서에서 보탠 값의 평균",
            f"{first_name} 먼저: {plain(first)} − {plain(nobody)} = {plain(first - nobody)}",
            f"{first_name} 나중: {plain(both)} − {plain(second)} = {plain(both - second)}",
            f"평균 = ({plain(first - nobody)} + {inside(both - second)})/2 = {signed(value, decimals)}",
        ],
    )


def _contribution_wrongs(coefficient: float, value: int, mean: float, middle: float, total: float) -> list[Wrong]:
    """What people take for the contribution of a variable in a linear model."""
    return [
        Wrong(coefficient * value, "평균을 빼지 않고 계수에 값을 곱했습니다. 기준은 평균 예측입니다."),
        Wrong(coefficient * mean, "평균에서의 항을 구했습니다. 값과 평균의 차이에 계수를 곱합니다."),
        Wrong(coefficient * (mean - value), "평균에서 값을 뺐습니다. 값에서 평균을 뺍니다."),
        Wrong(value - mean, "계수를 곱하지 않았습니다."),
        Wrong(coefficient, "계수를 그대로 썼습니다. 기여는 이 관측의 값에 따라 다릅니다."),
        Wrong(coefficient * (value - middle), "평균이 아니라 중앙값을 뺐습니다."),
        Wrong(total, "모든 변수의 기여를 더했습니다. 물음은 한 변수의 기여입니다."),
        Wrong((value - mean) / coefficient, "계수를 곱하지 않고 나누었습니다."),
    ]


@template("explain.importance", "linear_contribution", "선형 모형에서 한 변수의 기여")
def contribution(draw: Draw) -> Draft:
    """What one variable adds to a linear model's prediction, measured from the mean prediction of background data."""
    scene, decimals, size = draw.pick(_SCENES), 3 if draw.is_extended else 2, 5 if draw.is_extended else 4
    variables = draw.sample(scene.variables, 2)
    step, scale = (1, 100) if draw.is_extended else (5, 100)
    coefficients = [draw.pick([-1, 1]) * draw.integer(20 // step, 180 // step) * step / scale for _ in variables]
    samples = [[draw.integer(low, high) for _ in range(size)] for _, low, high in variables]
    values = [draw.integer(low, high) for _, low, high in variables]
    means = [sum(sample) / size for sample in samples]
    parts = [c * (x - m) for c, x, m in zip(coefficients, values, means, strict=True)]
    draw.require(abs(values[0] - means[0]) >= 1 and means[0] != int(means[0]))
    ordered = sorted(samples[0])
    middle = (ordered[(size - 1) // 2] + ordered[size // 2]) / 2
    name, gap = variables[0][0], values[0] - means[0]
    rows: list[tuple[Cell, ...]] = [(v[0], c, *s, x) for v, c, s, x in zip(variables, coefficients, samples, values, strict=True)]
    return Draft(
        stem=f"{scene.model}(선형 회귀)을 SHAP으로 설명하면서 배경 자료 {size}건의 평균 예측을 기준값으로 삼았다. "
        f"회귀계수와 값이 다음과 같을 때, 새 {scene.one}의 예측에 {with_particle(name, '이/가')} 기여한 값(SHAP 값)은? "
        f"(변수는 서로 독립으로 보며, {rounding(decimals)})",
        data=Table(columns=("변수", "회귀계수", *(f"배경 {n}" for n in range(1, size + 1)), f"새 {scene.one}"), rows=tuple(rows)),
        key=compute(linear_contribution, coefficient=coefficients[0], value=values[0], values=samples[0]),
        decimals=decimals,
        why="선형 모형에서 변수의 기여는 회귀계수에 (값 − 평균)을 곱한 것이고, 기여를 모두 더하면 예측값과 평균 예측값의 차이가 된다.",
        wrongs=_contribution_wrongs(coefficients[0], values[0], means[0], middle, sum(parts)),
        steps=[
            "기여 = 회귀계수·(값 − 평균)",
            f"{name}의 평균 = {sum(samples[0])}/{size} = {plain(means[0])}",
            f"값 − 평균 = {values[0]} − {plain(means[0])} = {plain(gap)}",
            f"기여 = {inside(coefficients[0])}·{inside(gap)} = {signed(parts[0], decimals)}",
        ],
    )


def _missing_wrongs(base: float, prediction: float, others: list[float]) -> list[Wrong]:
    """What people take for the contribution that an output does not show."""
    known = sum(others)
    return [
        Wrong(prediction - known, "기준값을 빼지 않았습니다. 기여의 합은 예측값과 기준값의 차이입니다."),
        Wrong(prediction - base, "다른 변수의 기여를 빼지 않았습니다."),
        Wrong(prediction - base + known, "다른 변수의 기여를 빼지 않고 더했습니다."),
        Wrong(base - prediction - known, "기준값에서 예측값을 뺐습니다. 기여의 합은 예측값 − 기준값입니다."),
        Wrong(known + base - prediction, "부호를 거꾸로 썼습니다. 예측값 − 기준값에서 다른 기여를 뺍니다."),
        Wrong(prediction - base - sum(map(abs, others)), "다른 변수의 기여를 절댓값으로 바꾸어 뺐습니다."),
        Wrong(-known, "기여를 모두 더하면 0이 된다고 보았습니다. 합은 예측값 − 기준값입니다."),
        Wrong(known / len(others), "다른 변수의 기여를 평균했습니다."),
    ]


@template("explain.importance", "missing_shap", "SHAP 출력에서 지워진 기여")
def missing_shap(draw: Draw) -> Draft:
    """The SHAP value that is missing in an output, from base value and prediction."""
    scene, decimals = draw.pick(_SCENES), 2 if draw.is_extended else 1
    unit = 10**decimals
    names = [name for name, _, _ in draw.sample(scene.variables, 4 if draw.is_extended else 3)]
    parts = [draw.pick([-1, 1]) * draw.integer(unit // 2, 12 * unit) for _ in names]
    base = draw.integer(20 * unit, 70 * unit)
    prediction = base + sum(parts)
    hidden = draw.integer(0, len(names) - 1)
    others = [part for at, part in enumerate(parts) if at != hidden]
    draw.require(prediction > 0 and min(others) < 0 < max(others))
    shown = ["?" if at == hidden else f"{'+' if part > 0 else '-'}{show(abs(part) / unit, decimals)}" for at, part in enumerate(parts)]
    lines = [f"{'base value':<12}{show(base / unit, decimals):>8}", f"{'f(x)':<12}{show(prediction / unit, decimals):>8}"]
    numbers = [number / unit for number in others]
    known, change = sum(others) / unit, (prediction - base) / unit
    return Draft(
        stem=f"다음은 {scene.model}이 한 {with_particle(scene.one, '을/를')} 예측한 값을 SHAP으로 설명한 출력의 전부이다. base "
        f"value는 평균 예측값, f(x)는 이 {scene.one}의 예측값이다. 지워진 {names[hidden]}의 SHAP 값은? ({rounding(decimals)})",
        data="\n".join([*lines, *(f"{value:>8}  {name}" for name, value in zip(names, shown, strict=True))]),
        key=compute(missing_contribution, base=base / unit, prediction=prediction / unit, others=numbers),
        decimals=decimals,
        why="SHAP 값을 모두 더하면 예측값에서 기준값(base value)을 뺀 값이 된다.",
        wrongs=_missing_wrongs(base / unit, prediction / unit, numbers),
        steps=[
            "Σ SHAP = f(x) − base value",
            f"f(x) − base value = {plain(prediction / unit)} − {plain(base / unit)} = {plain(change)}",
            f"나머지 SHAP의 합 = {' + '.join(map(inside, numbers))} = {plain(known)}",
            f"{names[hidden]} = {plain(change)} − {inside(known)} = {signed(parts[hidden] / unit, decimals)}",
        ],
    )
