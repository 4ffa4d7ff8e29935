"""Imbalanced classes: SMOTE's synthetic points, and the rows left after over- or undersampling.

https://scikit-learn.org/stable/modules/generated/sklearn.neighbors.NearestNeighbors.html
https://scikit-learn.org/stable/modules/generated/sklearn.utils.resample.html
https://scikit-learn.org/stable/modules/generated/sklearn.model_selection.train_test_split.html
SMOTE is not in scikit-learn: its neighbour is found there, the point between both is x + λ(neighbour − x).
"""

from __future__ import annotations

from fractions import Fraction
from statistics import fmean

from quizapp.exercises.catalogue.wording import inside, plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show

_RECORDS = (
    ("거래", "사기", "정상", "시간당 건수", "해외 결제 수"),
    ("부품", "불량", "양품", "온도 이탈 수", "진동 등급"),
    ("환자", "재입원", "일반", "복용 약 수", "동반 질환 수"),
    ("주문", "반품", "확정", "할인 등급", "문의 수"),
    ("배송", "지연", "정시", "거리 등급", "경유지 수"),
)
"""What a row is, the rare and the usual class, and two variables."""

_SCENES = (
    ("어느 병원의 퇴원 환자", "재입원", "일반"),
    ("한 공장의 부품 검사", "불량", "양품"),
    ("어느 쇼핑몰의 주문", "반품", "확정"),
    ("한 물류센터의 배송", "지연", "정시"),
    ("한 카드사의 거래", "사기", "정상"),
)


def synthetic_value(minority: list[list[int]], base: int, nearest: int, gap: float, feature: int) -> float:
    import numpy as np
    from sklearn.neighbors import NearestNeighbors

    points = np.array(minority)
    order = NearestNeighbors(n_neighbors=nearest + 1).fit(points).kneighbors(points[[base]], return_distance=False)[0]
    synthetic = points[base] + gap * (points[order[nearest]] - points[base])
    return float(synthetic[feature])


def rows_oversampled(majority: int, minority: int, ratio: float) -> float:
    import numpy as np
    from sklearn.utils import resample

    drawn = resample(np.arange(minority), n_samples=round(ratio * majority), random_state=0)
    return float(majority + len(drawn))


def rows_undersampled(majority: int, minority: int, ratio: float) -> float:
    import numpy as np
    from sklearn.utils import resample

    drawn = resample(np.arange(majority), replace=False, n_samples=round(minority / ratio), random_state=0)
    return float(len(drawn) + minority)


def rows_added(majority: int, minority: int, held_out: float, ratio: float) -> float:
    import numpy as np
    from sklearn.model_selection import train_test_split

    labels = np.repeat([0, 1], [majority, minority])
    train, _ = train_test_split(labels, test_size=held_out, stratify=labels, random_state=0)
    return float(ratio * np.sum(train == 0) - np.sum(train == 1))


@template("imbalance.weights", "smote", "SMOTE로 만드는 점의 좌표")
def smote(draw: Draw) -> Draft:
    """A coordinate of the point that SMOTE makes between a rare record and its nearest rare neighbour."""
    thing, rare, usual, *variables = draw.pick(_RECORDS)
    gap, nearest = draw.multiple(0.2, 0.8, 0.05 if draw.is_extended else 0.1), 2 if draw.is_extended else 1
    points = draw.sample([(x, y) for x in range(1, 16) for y in range(1, 13)], 6)
    classes, feature = [rare] * 4 + [usual] * 2, draw.integer(0, 1)
    squares = [(x - points[0][0]) ** 2 + (y - points[0][1]) ** 2 for x, y in points]
    near = sorted(range(1, 6), key=squares.__getitem__)
    rares = [i for i in near if i < 4]
    mate = points[rares[nearest - 1]]
    start, end = points[0][feature], mate[feature]
    draw.require(len(set(squares)) == 6 and near[0] >= 4 and gap != 0.5 and abs(end - start) >= 2)
    order = draw.shuffled(range(6))
    names = {index: f"{thing} {letter}" for index, letter in zip(order, "ABCDEF", strict=True)}
    rows = tuple((names[i], classes[i], *points[i]) for i in order)
    which = "가장 가까운 이웃(k = 1)" if nearest == 1 else "둘째로 가까운 이웃(k = 2 가운데 먼 쪽)"
    return Draft(
        stem=f"소수 클래스 ‘{with_particle(rare + '’', '을/를')} SMOTE로 과대표집한다. {names[0]}에서, 두 변수의 유클리드 거리가 "
        f"{which} 쪽으로 λ = {plain(gap)}만큼 간 점을 만들 때, 새 점의 {with_particle(variables[feature], '은/는')}? ({rounding(2)})",
        data=Table(columns=(thing, "클래스", *variables), rows=rows),
        key=compute(synthetic_value, minority=[list(p) for p in points[:4]], base=0, nearest=nearest, gap=gap, feature=feature),
        why="SMOTE는 같은 소수 클래스의 이웃까지 가는 선분 위에 x + λ·(이웃 − x)인 점을 만든다.",
        wrongs=within(_smote_wrongs(points, near, nearest, gap, feature), 0, 20),
        steps=[
            f"‘{rare}’ 가운데 거리의 제곱: {', '.join(f'{names[i]} {squares[i]}' for i in rares)}",
            f"{'가장' if nearest == 1 else '둘째로'} 가까운 이웃 = {names[rares[nearest - 1]]}",
            f"새 값 = x + λ·(이웃 − x) = {start} + {plain(gap)}·({end} − {start})",
            f"= {start} + {plain(gap)}·{inside(end - start)} = {show(start + gap * (end - start), 2)}",
        ],
    )


def _smote_wrongs(points: list[tuple[int, int]], near: list[int], nearest: int, gap: float, feature: int) -> list[Wrong]:
    rares = [i for i in near if i < 4]
    at = [point[feature] for point in points]
    start, end = at[0], at[rares[nearest - 1]]
    other = rares[1 if nearest == 1 else 0]
    base, mate = points[0][1 - feature], points[rares[nearest - 1]][1 - feature]
    return [
        Wrong(end + gap * (start - end), "이웃에서 기준점 쪽으로 재었습니다. 기준점에서 이웃 쪽으로 λ만큼 갑니다."),
        Wrong(start + gap * (at[near[0]] - start), "다수 클래스까지 넣어 이웃을 골랐습니다. SMOTE는 소수 클래스 안에서 이웃을 찾습니다."),
        Wrong(start + gap * (at[other] - start), "이웃을 잘못 골랐습니다. 두 변수의 거리로 차례를 정합니다."),
        Wrong((start + end) / 2, "λ를 쓰지 않고 두 점의 가운데를 잡았습니다."),
        Wrong(start - gap * (end - start), "이웃의 반대쪽으로 갔습니다. 기준점과 이웃 사이에 점을 만듭니다."),
        Wrong(start + gap * end, "이웃과의 차가 아니라 이웃의 값에 λ를 곱했습니다."),
        Wrong(start + gap * (fmean(at[:4]) - start), "이웃이 아니라 소수 클래스의 평균 쪽으로 갔습니다."),
        Wrong(base + gap * (mate - base), "다른 변수의 값을 구했습니다."),
    ]


@template("imbalance.weights", "rows", "과대표집이나 과소표집 뒤의 전체 건수")
def rows(draw: Draw) -> Draft:
    """How many rows there are after one class was resampled to a given ratio."""
    (place, rare, usual), is_over = draw.pick(_SCENES), draw.pick([True, False])
    ratio = draw.pick([Fraction(p, 100) for p in ((15, 30, 35, 60, 75, 80) if draw.is_extended else (20, 25, 40, 50))])
    few, many = (
        (draw.integer(21, 180), 20 * draw.integer(30, 240)) if draw.is_extended else (10 * draw.integer(2, 20), 100 * draw.integer(5, 40))
    )
    made, kept = ratio * many, few / ratio
    draw.require(few < made and made.denominator == kept.denominator == 1 and few < 0.15 * many)
    total = many + int(made) if is_over else few + int(kept)
    how = f"‘{rare}’ 클래스를 과대표집" if is_over else f"‘{usual}’ 클래스를 과소표집"
    return Draft(
        stem=f"{place} 자료는 ‘{usual}’ {many}건, ‘{rare}’ {few}건이다. ‘{rare}’의 건수가 ‘{usual}’ 건수의 {plain(ratio * 100)}%가 되도록 "
        f"{how}하면, 표집한 뒤의 전체 건수는?",
        key=compute(rows_oversampled if is_over else rows_undersampled, majority=many, minority=few, ratio=float(ratio)),
        decimals=0,
        unit="건",
        why="과대표집은 다수 클래스를 그대로 두고 소수 클래스를 늘리며, 과소표집은 소수 클래스를 그대로 두고 다수 클래스를 줄인다.",
        wrongs=_rows_wrongs(many, few, ratio, is_over),
        steps=[
            f"{rare} : {usual} = {plain(ratio)} : 1이 되어야 한다.",
            f"{rare} = {plain(ratio)}·{many} = {plain(made)}" if is_over else f"{usual} = {few}/{plain(ratio)} = {plain(kept)}",
            f"전체 = {many} + {plain(made)} = {total}" if is_over else f"전체 = {plain(kept)} + {few} = {total}",
        ],
    )


def _rows_wrongs(many: int, few: int, ratio: Fraction, is_over: bool) -> list[Wrong]:
    over, under = many * (1 + ratio), few * (1 + 1 / ratio)
    wrongs = [
        (under if is_over else over, f"{'과소' if is_over else '과대'}표집한 뒤의 건수를 구했습니다."),
        (Fraction(many + few), "표집하기 전의 건수입니다."),
        (Fraction(2 * many if is_over else 2 * few), "두 클래스를 1 : 1로 맞추었습니다. 물음의 비를 써야 합니다."),
        (many * ratio if is_over else few / ratio, "표집한 클래스의 건수만 답했습니다. 물음은 전체 건수입니다."),
        (over + few if is_over else under - few + many, "표집하기 전의 건수를 겹쳐 더했습니다."),
        (many / (1 - ratio) if is_over else few / ratio - few, "비를 다수 클래스가 아니라 전체에 대한 비율로 보았습니다."),
        (many + few + ratio * few if is_over else many + few - ratio * many, "비율을 그 클래스의 원래 건수에 곱했습니다."),
    ]
    return [Wrong(float(value), why) for value, why in wrongs if value.denominator == 1]


@template("imbalance.weights", "train_only", "나눈 뒤 훈련 자료에서 새로 만드는 건수")
def train_only(draw: Draw) -> Draft:
    """How many rare rows are made when only the training part of a stratified split is oversampled."""
    place, rare, usual = draw.pick(_SCENES)
    held_out, ratio = draw.pick([20, 25, 30, 40]), draw.pick([50, 60, 80]) if draw.is_extended else 100
    many, few = (
        (20 * draw.integer(20, 99), 20 * draw.integer(2, 9)) if draw.is_extended else (100 * draw.integer(4, 30), 20 * draw.integer(1, 8))
    )
    kept = 100 - held_out
    train_many, train_few = many * kept // 100, few * kept // 100
    target = train_many * ratio // 100
    draw.require(many * kept * ratio % 10_000 == 0 and few < many / 5)
    goal = "건수와 같아지도록" if ratio == 100 else f"건수의 {ratio}%가 되도록"
    return Draft(
        stem=f"{place} 자료는 ‘{usual}’ {many}건, ‘{rare}’ {few}건이다. {kept}%를 훈련 자료로, {held_out}%를 평가 자료로 층화 분할한 뒤, "
        f"훈련 자료에서만 ‘{rare}’의 건수가 ‘{usual}’ {goal} SMOTE로 과대표집한다. 새로 만드는 건수는?",
        key=compute(rows_added, majority=many, minority=few, held_out=held_out / 100, ratio=ratio / 100),
        decimals=0,
        unit="건",
        why="층화 분할한 훈련 자료에서만 과대표집하며, 새로 만드는 건수는 목표 건수에서 이미 있는 건수를 뺀 것이다.",
        wrongs=[
            Wrong(many * ratio / 100 - few, "나누기 전의 전체 자료를 과대표집했습니다. 평가 자료는 그대로 두어야 합니다."),
            Wrong(target, f"훈련 자료에 이미 있는 ‘{rare}’의 건수를 빼지 않았습니다."),
            Wrong(target - few, f"훈련 자료가 아니라 전체 ‘{rare}’의 건수를 뺐습니다."),
            Wrong(many * ratio / 100 - train_few, f"전체 ‘{usual}’의 건수를 목표로 삼았습니다."),
            Wrong((many - train_many) * ratio / 100 - (few - train_few), "평가 자료에서 만드는 건수를 구했습니다."),
            Wrong(train_many + target, "과대표집한 뒤의 훈련 자료 건수를 구했습니다. 물음은 새로 만드는 건수입니다."),
            Wrong(train_few, f"훈련 자료에 이미 있는 ‘{rare}’의 건수를 답했습니다."),
            Wrong(train_many + train_few, "과대표집하기 전의 훈련 자료 건수를 구했습니다."),
        ],
        steps=[
            f"훈련 자료: {usual} {many}·{plain(kept / 100)} = {train_many}, {rare} {few}·{plain(kept / 100)} = {train_few}",
            f"목표로 하는 {rare} = {train_many}·{plain(ratio / 100)} = {target}",
            f"새로 만드는 건수 = {target} − {train_few} = {target - train_few}",
        ],
    )
