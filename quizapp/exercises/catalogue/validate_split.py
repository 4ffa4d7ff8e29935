"""How cross-validation and hold-out splits divide the rows, as `sklearn.model_selection` does it.

https://scikit-learn.org/stable/modules/generated/sklearn.model_selection.KFold.html
https://scikit-learn.org/stable/modules/generated/sklearn.model_selection.StratifiedKFold.html
https://scikit-learn.org/stable/modules/generated/sklearn.model_selection.TimeSeriesSplit.html
https://scikit-learn.org/stable/modules/generated/sklearn.model_selection.train_test_split.html
"""

from __future__ import annotations

from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.korean import with_particle

_TASKS = (
    ("어느 쇼핑몰의 회원 이탈", "이탈"),
    ("한 병원의 환자 재입원", "재입원"),
    ("한 공장의 부품 불량", "불량"),
    ("한 물류센터의 배송 지연", "지연"),
    ("한 은행의 대출 연체", "연체"),
    ("한 지자체의 상수도 누수", "누수"),
)
"""What is predicted, and its positive class."""

_SERIES = (
    "어느 쇼핑몰의 주별 매출",
    "한 병원의 주별 외래 환자",
    "한 공장의 주별 전력 사용량",
    "한 물류센터의 주별 출고량",
    "한 지자체의 주별 대여량",
)


def training_rows(rows: int, folds: int, fold: int) -> float:
    from sklearn.model_selection import KFold

    splits = list(KFold(n_splits=folds).split(range(rows)))
    return float(len(splits[fold - 1][0]))


def positives_of_fold(positives: int, negatives: int, folds: int, part: int) -> float:
    import numpy as np
    from sklearn.model_selection import StratifiedKFold

    y = np.repeat([1, 0], [positives, negatives])
    split = next(StratifiedKFold(n_splits=folds).split(np.zeros(len(y)), y))
    return float(np.sum(y[split[part]]))


def training_weeks(weeks: int, splits: int, split: int) -> float:
    from sklearn.model_selection import TimeSeriesSplit

    parts = list(TimeSeriesSplit(n_splits=splits).split(range(weeks)))
    return float(len(parts[split - 1][0]))


def rows_left(rows: int, test_share: float, validation_share: float) -> float:
    from sklearn.model_selection import train_test_split

    rest, _ = train_test_split(range(rows), test_size=test_share, random_state=0)
    training, _ = train_test_split(rest, test_size=validation_share, random_state=0)
    return float(len(training))


@template("validate.split", "fold_size", "나누어떨어지지 않는 k-폴드의 학습 행 수")
def fold_size(draw: Draw) -> Draft:
    """The training rows of one fold where the rows do not divide evenly."""
    (what, _), folds = draw.pick(_TASKS), draw.integer(6, 12) if draw.is_extended else draw.pick([4, 5, 6, 8, 10])
    size, extra = draw.integer(11, 90), draw.integer(1, folds - 1)
    fold, rows = draw.integer(1, folds), folds * size + extra
    mine, other = (size + 1, size) if fold <= extra else (size, size + 1)
    return Draft(
        stem=f"{with_particle(what, '을/를')} 예측하는 자료 {rows}행을 {folds}-폴드 교차 검증한다. 행을 순서대로 나누되, 나누어떨어지지 "
        f"않으면 앞의 폴드부터 한 행씩 더 넣는다. {fold}번째 폴드를 검증에 쓸 때, 학습에 쓰는 행의 수는?",
        key=compute(training_rows, rows=rows, folds=folds, fold=fold),
        decimals=0,
        unit="행",
        why="k-폴드는 한 폴드를 검증에, 나머지 k − 1개를 학습에 쓰며, 나머지 행은 앞의 폴드부터 하나씩 들어간다.",
        wrongs=[
            Wrong(rows - other, f"나머지 {extra}행이 들어가는 폴드를 잘못 세었습니다. 앞의 {extra}개 폴드가 한 행씩 많습니다."),
            Wrong(rows - 2 * mine, "폴드 둘을 뺐습니다. 검증에 쓰는 폴드는 하나입니다."),
            Wrong((folds - 1) * size, "나머지 행을 버렸습니다. 나머지도 폴드에 들어갑니다."),
            Wrong((folds - 1) * (size + 1), "모든 폴드에 한 행씩 더 넣었습니다."),
            Wrong(rows - 1, "한 행만 검증에 썼습니다. 이는 LOOCV입니다."),
            Wrong(mine, "검증에 쓰는 행의 수를 답했습니다. 물음은 학습에 쓰는 행의 수입니다."),
            Wrong(rows - size - extra, "나머지 행을 모두 검증 폴드에 넣었습니다."),
            Wrong(rows, "모든 행을 학습에 썼습니다. 한 폴드는 검증에 남깁니다."),
        ],
        steps=[
            f"{rows} = {folds}·{size} + {extra}이므로 앞의 {extra}개 폴드는 {size + 1}행, 나머지 폴드는 {size}행",
            f"{fold}번째 폴드는 {mine}행",
            f"학습 행 = {rows} − {mine} = {rows - mine}",
        ],
    )


@template("validate.split", "stratified", "층화 k-폴드에서 양성의 수")
def stratified(draw: Draw) -> Draft:
    """The positives in the training or the validation part of a stratified fold."""
    (what, positive), folds = draw.pick(_TASKS), draw.pick([4, 5, 6, 8, 10] if draw.is_extended else [4, 5, 10])
    per_fold, others = draw.integer(3, 25 if draw.is_extended else 12), draw.integer(16, 90)
    part = draw.pick([0, 1])
    positives, negatives = folds * per_fold, folds * others
    total, (name, value) = positives + negatives, (("학습", positives - per_fold), ("검증", per_fold))[part]
    other = ("검증", "학습")[part]
    return Draft(
        stem=f"{with_particle(what, '을/를')} 예측하는 자료 {total}행 가운데 '{positive}'(양성)이 {positives}행이다. 층화 {folds}-폴드 "
        f"교차 검증에서 한 폴드를 검증에 쓸 때, {name}에 쓰는 자료에 든 양성은 몇 행인가?",
        key=compute(positives_of_fold, positives=positives, negatives=negatives, folds=folds, part=part),
        decimals=0,
        unit="행",
        why="층화 k-폴드는 폴드마다 클래스의 비율을 전체와 같게 하므로, 양성도 k개로 똑같이 나뉜다.",
        wrongs=[
            Wrong(positives - value, f"{other}에 쓰는 자료의 양성을 구했습니다. 물음은 {name}에 쓰는 자료입니다."),
            Wrong(positives, "전체 자료의 양성을 답했습니다."),
            Wrong(value * negatives / positives, "음성의 수를 구했습니다. 물음은 양성입니다."),
            Wrong(value * total / positives, f"{name}에 쓰는 모든 행의 수를 구했습니다. 그 가운데 양성의 수를 구합니다."),
            Wrong(value * total / positives // 2, "두 클래스가 반반이라고 보았습니다. 층화는 전체의 비율을 지킵니다."),
            Wrong(positives / (folds - 1), "k가 아니라 k − 1로 나누었습니다."),
            Wrong(positives - 2 * per_fold if part == 0 else positives / (folds + 1), "폴드의 수를 하나 더 세었습니다."),
            Wrong(positives * positives / total, "양성의 수에 양성의 비율을 다시 곱했습니다."),
        ],
        steps=[
            f"폴드 하나의 양성 = {positives}/{folds} = {per_fold}",
            f"{name}에 쓰는 폴드는 {folds - 1 if part == 0 else 1}개",
            f"양성 = {per_fold}·{folds - 1 if part == 0 else 1} = {value}",
        ],
    )


@template("validate.split", "time_order", "시계열 교차 검증의 학습 구간")
def time_order(draw: Draw) -> Draft:
    """The training weeks of one split of an expanding window."""
    what, splits = draw.pick(_SERIES), draw.integer(4, 9) if draw.is_extended else draw.integer(3, 6)
    size, extra = draw.integer(6, 30), draw.integer(1, splits) if draw.is_extended else 0
    split, weeks = draw.integer(2, splits), (splits + 1) * size + extra
    value = split * size + extra
    remainder = "남는 주는 첫 구간에 넣고, " if extra else ""
    return Draft(
        stem=f"{with_particle(what, '을/를')} {weeks}주 동안 모은 자료로 {splits}번 나누는 시계열 교차 검증을 한다. 자료를 시간 순서대로 "
        f"{splits + 1}개의 같은 구간으로 나누어({remainder}i번째 분할은 앞의 i개 구간으로 학습하고 바로 다음 구간으로 검증), {split}번째 "
        "분할에서 학습에 쓰는 기간은 몇 주인가?",
        key=compute(training_weeks, weeks=weeks, splits=splits, split=split),
        decimals=0,
        unit="주",
        why="시계열 교차 검증은 검증 구간보다 앞선 자료만 학습에 쓰므로, 분할이 나아갈수록 학습 구간이 길어진다.",
        wrongs=[
            Wrong(weeks - size, "검증 구간을 뺀 나머지를 모두 학습에 썼습니다. 검증 구간보다 뒤의 자료는 쓸 수 없습니다."),
            Wrong(value + size, f"{split}번째 검증 구간까지 학습에 넣었습니다."),
            Wrong(value - size, f"{split - 1}번째 분할의 학습 구간을 구했습니다."),
            Wrong(size, "구간 하나의 길이를 답했습니다. 앞선 구간을 모두 학습에 씁니다."),
            Wrong(split * (weeks // splits), f"구간의 수를 {splits + 1}개가 아니라 {splits}개로 나누었습니다."),
            Wrong(weeks, "모든 자료를 학습에 썼습니다."),
            Wrong(weeks // 2, "자료를 반으로 나누었습니다."),
            Wrong(weeks - value, "학습에 쓰지 않는 기간을 답했습니다."),
        ],
        steps=[
            f"구간의 길이 = {weeks}/{splits + 1} = {size}" + (f", 나머지 {extra}" if extra else ""),
            f"{split}번째 분할의 학습 구간 = 앞의 {split}개 구간",
            f"학습 기간 = {split}·{size}{f' + {extra}' if extra else ''} = {value}",
        ],
    )


@template("validate.split", "hold_out", "두 번 나누는 홀드아웃의 학습 행 수")
def hold_out(draw: Draw) -> Draft:
    """The training rows after a test part and then a validation part were set aside."""
    (what, _), rows = draw.pick(_TASKS), 20 * draw.integer(10, 250) if draw.is_extended else 100 * draw.integer(4, 30)
    test, validation = draw.pick([10, 15, 20, 25, 30]), draw.pick([10, 20, 25, 30, 40])
    rest = rows * (100 - test) // 100
    value = rest * (100 - validation) // 100
    draw.require(rows * test % 100 == 0 and rest * validation % 100 == 0 and test != validation)
    return Draft(
        stem=f"{with_particle(what, '을/를')} 예측하는 자료 {rows}행에서 먼저 {test}%를 시험 자료로 떼고, 남은 자료의 {validation}%를 검증 "
        "자료로 떼었다. 모형의 학습에 쓰는 행의 수는?",
        key=compute(rows_left, rows=rows, test_share=test / 100, validation_share=validation / 100),
        decimals=0,
        unit="행",
        why="두 번째 비율은 시험 자료를 떼고 남은 자료에 곱한다. 학습 자료 = n(1 − 시험 비율)(1 − 검증 비율)이다.",
        wrongs=[
            Wrong(rows * (100 - test - validation) / 100, "두 비율을 모두 전체 자료에 곱했습니다. 검증 비율은 남은 자료에 곱합니다."),
            Wrong(rest, "검증 자료를 떼지 않았습니다."),
            Wrong(rows * (100 - validation) / 100, "시험 자료를 떼지 않았습니다."),
            Wrong(rest * validation / 100, "검증 자료의 행 수를 답했습니다."),
            Wrong(rows * test / 100, "시험 자료의 행 수를 답했습니다."),
            Wrong(rows * (10000 - test * validation) / 10000, "시험 자료에서 검증 자료를 떼었습니다. 검증 자료는 남은 자료에서 뗍니다."),
            Wrong(rows * test * (100 - validation) / 10000, "시험 자료에 검증 비율을 적용한 나머지를 구했습니다."),
            Wrong(rest * (100 - test) * (100 - validation) / 10000, "시험 자료를 두 번 떼었습니다."),
        ],
        steps=[
            f"남은 자료 = {rows}·(1 − {test / 100:g}) = {rest}",
            f"검증 자료 = {rest}·{validation / 100:g} = {rest - value}",
            f"학습 자료 = {rest} − {rest - value} = {value}",
        ],
        by_hand=value,
    )
