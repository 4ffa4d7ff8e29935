"""What cross-validation costs: fits of grids, of repeated folds, of leaving one out, uses of a row, by `sklearn.model_selection`.

https://scikit-learn.org/stable/modules/generated/sklearn.model_selection.ParameterGrid.html
https://scikit-learn.org/stable/modules/generated/sklearn.model_selection.GridSearchCV.html
https://scikit-learn.org/stable/modules/generated/sklearn.model_selection.RepeatedKFold.html
https://scikit-learn.org/stable/modules/generated/sklearn.model_selection.LeaveOneOut.html
"""

from __future__ import annotations

from math import prod

from quizapp.exercises.catalogue.wording import plain, rounding
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Cell, Table
from quizapp.korean import with_particle
from quizapp.numbers import show

_SEARCHES: tuple[tuple[str, str, dict[str, tuple[float, ...]]], ...] = (
    (
        "랜덤 포레스트",
        "어느 쇼핑몰의 이탈 예측",
        {"n_estimators": (100, 200, 300, 500, 800), "max_depth": (3, 5, 7, 9), "max_features": (2, 3, 4)},
    ),
    (
        "그래디언트 부스팅",
        "한 병원의 재입원 예측",
        {"n_estimators": (50, 100, 150, 200), "learning_rate": (0.01, 0.05, 0.1, 0.2), "max_depth": (2, 3, 4, 5)},
    ),
    ("서포트 벡터 머신", "한 공장의 불량 예측", {"C": (0.1, 1, 10, 100, 1000), "gamma": (0.001, 0.01, 0.1, 1), "degree": (2, 3, 4)}),
    (
        "인공신경망",
        "한 물류센터의 지연 예측",
        {"hidden_units": (16, 32, 64, 128), "learning_rate": (0.001, 0.01, 0.1), "dropout": (0.1, 0.2, 0.3, 0.5)},
    ),
    (
        "의사결정나무",
        "한 은행의 연체 예측",
        {"max_depth": (2, 4, 6, 8, 10), "min_samples_leaf": (1, 5, 10, 20), "max_leaf_nodes": (8, 16, 32)},
    ),
)
"""A model, what it is for, and the values that its hyperparameters may take."""

_TASKS = ("어느 쇼핑몰의 이탈 예측", "한 병원의 재입원 예측", "한 공장의 불량 예측", "한 물류센터의 지연 예측", "한 은행의 연체 예측")


def fits_of_grid(grid: dict[str, list[float]], folds: int) -> float:
    from sklearn.model_selection import ParameterGrid

    return float(len(ParameterGrid(grid)) * folds + 1)


def minutes_saved(rows: int, folds: int, seconds: float) -> float:
    import numpy as np
    from sklearn.model_selection import KFold, LeaveOneOut

    fits = LeaveOneOut().get_n_splits(np.zeros(rows)) - KFold(n_splits=folds).get_n_splits()
    return float(fits * seconds / 60)


def minutes_of_repeats(folds: int, repeats: int, models: int, seconds: float) -> float:
    from sklearn.model_selection import RepeatedKFold

    return float(RepeatedKFold(n_splits=folds, n_repeats=repeats).get_n_splits() * models * seconds / 60)


@template("validate.split", "grid", "격자 탐색의 학습 횟수")
def grid(draw: Draw) -> Draft:
    """How often a grid search with cross-validation fits, the last fit on all rows included."""
    (model, task, every), folds = draw.pick(_SEARCHES), draw.integer(3, 10) if draw.is_extended else draw.pick([3, 4, 5, 10])
    count = 3 if draw.is_extended else draw.integer(2, 3)
    names = draw.sample(list(every), count)
    values = {name: sorted(draw.sample(every[name], draw.integer(2, len(every[name])))) for name in names}
    sizes = [len(one) for one in values.values()]
    combinations, total = prod(sizes), sum(sizes)
    draw.require(combinations != total)
    rows: list[tuple[Cell, ...]] = [(name, ", ".join(map(str, one))) for name, one in values.items()]
    return Draft(
        stem=f"{with_particle(task, '을/를')} 위하여 {model}의 하이퍼파라미터를 다음 후보값으로 격자 탐색하며 {folds}-폴드 교차 검증한다. "
        "가장 좋은 조합으로 전체 자료를 다시 한 번 학습하는 것까지 셀 때, 모형을 학습하는 횟수는?",
        data=Table(columns=("하이퍼파라미터", "후보값"), rows=tuple(rows)),
        key=compute(fits_of_grid, grid=values, folds=folds),
        decimals=0,
        unit="번",
        why="격자 탐색은 후보값의 모든 조합을 폴드마다 학습하고, 마지막에 고른 조합으로 한 번 더 학습한다.",
        wrongs=[
            Wrong(combinations + 1, "폴드의 수를 곱하지 않았습니다. 조합마다 폴드의 수만큼 학습합니다."),
            Wrong(combinations * folds, "마지막에 전체 자료로 다시 학습하는 한 번을 빠뜨렸습니다."),
            Wrong(total * folds + 1, "후보값의 수를 더했습니다. 조합의 수는 곱으로 구합니다."),
            Wrong(combinations * (folds - 1) + 1, "검증에 쓰는 폴드를 뺐습니다. 학습은 폴드의 수만큼 되풀이합니다."),
            Wrong(combinations * (folds + 1), "조합마다 전체 자료로 다시 학습했습니다. 고른 조합으로 한 번만 합니다."),
            Wrong(combinations * (folds + 1) + 1, "조합마다 전체 자료로 한 번 더 학습하고, 마지막에 또 학습했습니다."),
            Wrong(2 * combinations * folds + 1, "학습과 검증을 따로 세었습니다. 물음은 학습하는 횟수입니다."),
            Wrong((combinations + total) * folds + 1, "조합에 더하여 후보값을 하나씩 따로 학습했습니다."),
        ],
        steps=[
            f"조합의 수 = {'·'.join(map(str, sizes))} = {combinations}",
            f"교차 검증의 학습 횟수 = {combinations}·{folds} = {combinations * folds}",
            f"전체 = {combinations * folds} + 1 = {combinations * folds + 1}",
        ],
    )


@template("validate.split", "leave_one_out", "LOOCV와 k-폴드의 학습 시간 차이")
def leave_one_out(draw: Draw) -> Draft:
    """By how many minutes k-fold is faster than leaving one out."""
    task, folds, seconds = draw.pick(_TASKS), draw.pick([5, 10]), draw.pick([3, 6, 12, 15, 24, 30])
    rows = draw.integer(60, 400) if draw.is_extended else 10 * draw.integer(6, 40)
    value = (rows - folds) * seconds / 60
    return Draft(
        stem=f"{with_particle(task, '을/를')} 위한 자료 {rows}행으로 모형을 검증하려고 한다. 모형을 한 번 학습하는 데 {seconds}초가 걸릴 때"
        f"(자료의 크기와 무관), LOOCV(단일 관측값 제거 교차 검증) 대신 {folds}-폴드 교차 검증을 하면 학습 시간이 몇 분 줄어드는가? "
        f"({rounding(1)})",
        key=compute(minutes_saved, rows=rows, folds=folds, seconds=seconds),
        decimals=1,
        unit="분",
        why="LOOCV는 행의 수 n만큼, k-폴드는 k번 학습하므로, 줄어드는 시간은 (n − k)번의 학습 시간이다.",
        wrongs=[
            Wrong(rows * seconds / 60, "LOOCV의 시간을 답했습니다. k-폴드의 시간을 뺍니다."),
            Wrong(folds * seconds / 60, "k-폴드의 시간을 답했습니다. LOOCV의 시간에서 뺍니다."),
            Wrong((rows - 1 - folds) * seconds / 60, "LOOCV가 n − 1번 학습한다고 보았습니다. n − 1은 한 번의 학습에 쓰는 행의 수입니다."),
            Wrong((rows - folds + 1) * seconds / 60, "k-폴드가 k − 1번 학습한다고 보았습니다. k번 학습합니다."),
            Wrong((rows - rows // folds) * seconds / 60, "k-폴드의 학습 횟수로 폴드의 크기 n/k를 썼습니다."),
            Wrong(rows * seconds / 60 / folds, "LOOCV의 시간을 k로 나누었습니다."),
            Wrong((rows + folds) * seconds / 60, "두 방법의 시간을 더했습니다."),
            Wrong(rows * (folds - 1) * seconds / 60, "행마다 k − 1번 학습한다고 보았습니다."),
        ],
        steps=[
            f"LOOCV의 학습 횟수 = {rows}, {folds}-폴드의 학습 횟수 = {folds}",
            f"차이 = {rows} − {folds} = {rows - folds}번",
            f"시간 = {rows - folds}·{seconds}/60 = {show(value, 1)}분",
        ],
    )


@template("validate.split", "repeated", "반복 k-폴드의 학습 시간")
def repeated(draw: Draw) -> Draft:
    """The minutes that several models take in repeated cross-validation."""
    task, folds, repeats = draw.pick(_TASKS), draw.pick([4, 5, 8, 10]), draw.integer(2, 10 if draw.is_extended else 5)
    models, seconds = draw.integer(2, 6), draw.multiple(1.5, 9.5, 0.5) if draw.is_extended else draw.pick([2, 3, 4, 6, 9, 12])
    value = folds * repeats * models * seconds / 60
    draw.require(models != repeats)
    return Draft(
        stem=f"{with_particle(task, '을/를')} 위한 모형 {models}개를 {folds}-폴드 교차 검증으로 견주되, 폴드를 새로 나누어 {repeats}번 "
        f"되풀이한다. 모형을 한 번 학습하는 데 {plain(seconds)}초가 걸릴 때, 학습에 드는 시간은 모두 몇 분인가? ({rounding(1)})",
        key=compute(minutes_of_repeats, folds=folds, repeats=repeats, models=models, seconds=seconds),
        decimals=1,
        unit="분",
        why="반복 k-폴드는 모형마다 (폴드의 수)·(반복 수)번 학습한다.",
        wrongs=[
            Wrong(value / repeats, "반복 수를 곱하지 않았습니다."),
            Wrong(value / models, "모형의 수를 곱하지 않았습니다."),
            Wrong(value / folds, "폴드의 수를 곱하지 않았습니다."),
            Wrong((folds - 1) * repeats * models * seconds / 60, "검증에 쓰는 폴드를 뺐습니다. 학습은 폴드의 수만큼 되풀이합니다."),
            Wrong((folds + repeats) * models * seconds / 60, "폴드의 수와 반복 수를 더했습니다. 두 수를 곱합니다."),
            Wrong(folds * (repeats + 1) * models * seconds / 60, "처음 한 번에 반복을 더하여 세었습니다. 모두 합쳐 반복 수만큼입니다."),
            Wrong((folds + 1) * repeats * models * seconds / 60, "반복마다 전체 자료로 한 번 더 학습했습니다."),
            Wrong(2 * value, "학습과 검증을 따로 세었습니다. 물음은 학습에 드는 시간입니다."),
        ],
        steps=[
            f"학습 횟수 = {models}·{folds}·{repeats} = {models * folds * repeats}",
            f"시간 = {models * folds * repeats}·{plain(seconds)}/60 = {show(value, 1)}분",
        ],
    )


def training_uses(rows: int, folds: int, repeats: int, models: int) -> float:
    from sklearn.model_selection import RepeatedKFold

    splitter = RepeatedKFold(n_splits=folds, n_repeats=repeats, random_state=0)
    return float(models * sum(0 in training for training, _ in splitter.split(range(rows))))


def validation_uses(rows: int, folds: int, repeats: int, models: int) -> float:
    from sklearn.model_selection import RepeatedKFold

    splitter = RepeatedKFold(n_splits=folds, n_repeats=repeats, random_state=0)
    return float(models * sum(0 in validation for _, validation in splitter.split(range(rows))))


@template("validate.split", "row_uses", "반복 k-폴드에서 한 행이 쓰이는 횟수")
def row_uses(draw: Draw) -> Draft:
    """How often one row serves for training, or for validation, while several models go through repeated folds."""
    task, folds, repeats = draw.pick(_TASKS), draw.pick([4, 5, 8, 10]), draw.integer(2, 9 if draw.is_extended else 4)
    models, rows = draw.integer(2, 7 if draw.is_extended else 5), folds * draw.integer(6, 40)
    is_training = draw.pick([True, True, False])
    value = models * repeats * (folds - 1 if is_training else 1)
    draw.require(len({models, repeats, folds, rows // folds}) == 4)
    asked, other, rule = ("학습", "검증", f"{folds} − 1") if is_training else ("검증", "학습", "1")
    return Draft(
        stem=f"{with_particle(task, '을/를')} 위한 자료 {rows}행으로 모형 {models}개를 {folds}-폴드 교차 검증하되, 폴드를 새로 나누어 모두 "
        f"{repeats}번 되풀이한다. 자료의 한 행이 {asked}에 쓰이는 횟수는 모두 몇 번인가?",
        key=compute(training_uses if is_training else validation_uses, rows=rows, folds=folds, repeats=repeats, models=models),
        decimals=0,
        unit="번",
        why="k-폴드에서 한 행은 한 번 검증에, 나머지 k − 1번 학습에 쓰이며, 반복과 모형마다 이것이 되풀이된다.",
        wrongs=[
            Wrong(models * repeats * (1 if is_training else folds - 1), f"{other}에 쓰이는 횟수를 구했습니다. 물음은 {asked}입니다."),
            Wrong(models * repeats * folds, "모형을 학습하는 횟수를 답했습니다. 한 행은 그 가운데 일부에만 쓰입니다."),
            Wrong(value / models, "모형의 수를 곱하지 않았습니다."),
            Wrong(value / repeats, "반복 수를 곱하지 않았습니다."),
            Wrong(
                models * (repeats + 1) * (folds - 1 if is_training else 1),
                "처음 한 번에 반복을 더하여 세었습니다.",
            ),
            Wrong(models + repeats * (folds - 1 if is_training else 1), "모형의 수를 곱하지 않고 더했습니다."),
            Wrong(rows // folds * (folds - 1 if is_training else 1), f"한 번에 {asked}에 쓰는 행의 수를 구했습니다."),
        ],
        steps=[
            f"한 번의 {folds}-폴드에서 한 행이 {asked}에 쓰이는 횟수 = {rule}" + (f" = {folds - 1}" if is_training else ""),
            f"전체 = {models}·{repeats}·{folds - 1 if is_training else 1} = {value}번",
        ],
    )
