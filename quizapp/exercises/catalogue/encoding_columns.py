"""Encoding categories: one-hot columns, ordinal codes, target means, as `sklearn.preprocessing` encodes them.

https://scikit-learn.org/stable/modules/generated/sklearn.preprocessing.OneHotEncoder.html
https://scikit-learn.org/stable/modules/generated/sklearn.preprocessing.OrdinalEncoder.html
https://scikit-learn.org/stable/modules/generated/sklearn.preprocessing.TargetEncoder.html
"""

from __future__ import annotations

from fractions import Fraction
from math import prod

from quizapp.exercises.catalogue.wording import plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Cell, Table
from quizapp.korean import with_particle
from quizapp.numbers import show

_TABLES = (
    ("한 병원의 외래 자료", ("진료과", "보험 구분", "접수 방법", "거주 지역")),
    ("어느 쇼핑몰의 주문 자료", ("상품군", "결제 수단", "유입 경로", "배송 지역")),
    ("한 물류센터의 출고 자료", ("차량 종류", "권역", "포장 방식", "화물 등급")),
    ("한 공장의 점검 자료", ("설비 종류", "생산 라인", "근무 조", "고장 유형")),
    ("한 지자체의 민원 자료", ("민원 유형", "접수 창구", "담당 부서", "행정동")),
)
"""A register and its categorical columns."""

_ORDERS = (
    ("한 병원 환자의 통증 정도", ("없음", "약함", "중간", "심함")),
    ("어느 쇼핑몰 회원의 만족도", ("매우 불만", "불만", "만족", "매우 만족")),
    ("한 공장 설비의 위험도", ("저", "중", "고")),
    ("한 지자체 민원의 긴급도", ("낮음", "보통", "높음", "매우 높음")),
    ("한 물류센터 화물의 파손 정도", ("정상", "경미", "중간", "심각")),
    ("한 물류센터 상자의 크기", ("소", "중", "대", "특대")),
)
"""An ordinal quantity and its values from the least to the largest; sorted as text they stand otherwise."""

_TARGETS = (
    ("어느 쇼핑몰", "유입 경로", ("검색", "광고", "추천", "직접"), "구매액(만 원)", "구매"),
    ("한 병원", "진료과", ("내과", "외과", "안과", "치과"), "대기 시간(분)", "재방문"),
    ("한 은행", "직업군", ("사무", "생산", "판매", "기타"), "대출액(백만 원)", "연체"),
    ("한 물류센터", "권역", ("동부", "서부", "남부", "북부"), "배송 시간(시간)", "지연"),
    ("한 공장", "생산 라인", ("A", "B", "C", "D"), "가동 시간(시간)", "고장"),
)
"""Who, a categorical column with its values, a measured target, a target that happens (1) or not (0)."""


def encoded_columns(levels: list[int], numeric: int, drop: str | None) -> float:
    from sklearn.preprocessing import OneHotEncoder

    encoder = OneHotEncoder(categories=[list(range(count)) for count in levels], drop=drop)
    encoder.fit([[0] * len(levels)])
    return float(len(encoder.get_feature_names_out()) + numeric)


def mean_ordinal_code(values: list[str], order: list[str]) -> float:
    from sklearn.preprocessing import OrdinalEncoder

    codes = OrdinalEncoder(categories=[order]).fit_transform([[value] for value in values])
    return float(codes.mean())


def target_mean(categories: list[str], targets: list[int], category: str) -> float:
    import numpy as np

    return float(np.mean(np.array(targets)[np.array(categories) == category]))


def smoothed_target_mean(counts: list[int], positives: list[int], position: int, weight: float) -> float:
    import numpy as np
    from sklearn.preprocessing import TargetEncoder

    labels = np.arange(len(counts))
    column = np.repeat(labels, counts).reshape(-1, 1)
    target = np.concatenate([np.arange(count) < ones for count, ones in zip(counts, positives, strict=True)]).astype(float)
    encoder = TargetEncoder(target_type="continuous", smooth=weight).fit(column, target)
    return float(encoder.encodings_[0][position])


def _column_wrongs(levels: list[int], numeric: int, merged: int, *, drops: bool) -> list[Wrong]:
    """What people take for the number of columns after one-hot encoding; *merged* categories are no longer there."""
    kept, dropped = sum(levels) + numeric, sum(levels) - len(levels) + numeric
    forgotten = Wrong(kept, "열을 빼지 않았습니다. 물음은 변수마다 한 열을 뺍니다.")
    needless = Wrong(dropped, "변수마다 한 열을 뺐습니다. 물음은 빼지 않습니다.")
    right = dropped if drops else kept
    return [
        forgotten if drops else needless,
        Wrong(right + merged, "범주를 묶기 전의 수로 셌습니다."),
        Wrong(kept - 1, "모든 변수를 통틀어 한 열만 뺐습니다. 열은 변수마다 따로 정합니다."),
        Wrong(right - numeric, "수치형 변수의 열을 더하지 않았습니다. 그대로 남아 입력이 됩니다."),
        Wrong(prod(levels) + numeric, "범주의 수를 곱했습니다. 원-핫 인코딩의 열은 변수마다 더합니다."),
        Wrong(len(levels) + numeric, "인코딩하기 전의 변수를 셌습니다(서열 인코딩이라면 이 수입니다)."),
        Wrong(kept + len(levels), "원래의 범주형 열을 지우지 않고 남겨 두었습니다."),
        Wrong(right + 1, "상수(절편) 열을 더했습니다. 인코딩은 상수 열을 만들지 않습니다."),
        Wrong(right - 1, "상수(절편) 열이 있다고 보고 한 열을 더 뺐습니다."),
    ]


@template("encoding.columns", "one_hot", "원-핫 인코딩 뒤의 입력 열 수")
def one_hot(draw: Draw) -> Draft:
    """How many columns a register has after one-hot encoding, with or without dropping the first category."""
    (place, names), count = draw.pick(_TABLES), 4 if draw.is_extended else 3
    levels, numeric = [draw.integer(2, 15 if draw.is_extended else 8) for _ in range(count)], draw.integer(2, 9)
    drops = draw.pick([True, False])
    grouped = ""
    if draw.is_extended:  # the largest column keeps its frequent categories and one for the rest
        at = levels.index(max(levels))
        kept = draw.integer(3, 8)
        draw.require(kept + 2 <= levels[at])
        grouped = f"{with_particle(names[at], '은/는')} 많이 나오는 {kept}개를 뺀 나머지 범주를 '그 밖' 하나로 묶는다. "
    shown, levels = list(levels), [kept + 1 if grouped and i == at else level for i, level in enumerate(levels)]
    parts = [level - 1 if drops else level for level in levels]
    rule = "변수마다 첫 범주의 열은 뺀다(drop='first')" if drops else "열을 빼지 않는다(drop=None)"
    rows: list[tuple[Cell, ...]] = [*zip(names[:count], shown, strict=True)]
    return Draft(
        stem=f"{place}에서 범주형 변수의 범주 수가 다음과 같고, 이 밖에 수치형 변수가 {numeric}개 있다. {grouped}범주형 변수를 모두 원-핫 "
        f"인코딩하되 {rule}. 수치형 변수는 그대로 둘 때, 모형에 들어가는 열은 모두 몇 개인가?",
        data=Table(columns=("범주형 변수", "범주 수"), rows=tuple(rows)),
        key=compute(encoded_columns, levels=levels, numeric=numeric, drop="first" if drops else None),
        decimals=0,
        unit="개",
        why="원-핫 인코딩은 변수마다 범주의 수만큼(첫 범주를 빼면 하나 적게) 열을 만들며, 수치형 변수의 열을 더한다.",
        wrongs=_column_wrongs(levels, numeric, sum(shown) - sum(levels), drops=drops),
        steps=[
            f"열 = Σ({'범주 수 − 1' if drops else '범주 수'}) + 수치형 변수",
            f"범주형: {' + '.join(map(str, parts))} = {sum(parts)}",
            f"모두 = {sum(parts)} + {numeric} = {sum(parts) + numeric}",
        ],
    )


def _ordinal_wrongs(values: list[str], order: tuple[str, ...]) -> list[Wrong]:
    """What people take for the mean of the ordinal codes."""
    codes, top = [order.index(value) for value in values], len(order) - 1
    by_text, first = sorted(order), list(dict.fromkeys(values))
    average = Fraction(sum(codes), len(codes))
    found = [
        (Fraction(sum(map(by_text.index, values)), len(values)), "순서를 정해 주지 않아 가나다순으로 부호가 매겨진 경우입니다."),
        (Fraction(sum(map(first.index, values)), len(values)), "자료에 나온 차례대로 부호를 매겼습니다. 정한 순서를 따릅니다."),
        (average + 1, "1부터 부호를 매겼습니다. 물음은 0부터 매깁니다."),
        (top - average, "순서를 거꾸로 매겼습니다. 가장 낮은 값이 0입니다."),
        (average / top, "0과 1 사이로 바꾸었습니다. 물음은 정수 부호의 평균입니다."),
        (Fraction(sorted(codes)[len(codes) // 2]), "부호의 중앙값을 구했습니다."),
        (Fraction(sum(codes), len(codes) - 1), "값의 수보다 하나 적은 수로 나누었습니다."),
        (Fraction(top, 2), "부호의 범위의 가운데를 구했습니다. 자료에 나온 횟수를 반영해야 합니다."),
    ]
    return [Wrong(float(value), why) for value, why in found]


@template("encoding.columns", "ordinal", "순서대로 부호화한 열의 평균")
def ordinal(draw: Draw) -> Draft:
    """The mean of an ordinal column that is encoded in a given order."""
    (what, order), size = draw.pick(_ORDERS), draw.pick([11, 12]) if draw.is_extended else draw.integer(6, 8)
    values = [draw.pick(order) for _ in range(size)]
    draw.require(len(set(values)) >= 3)
    codes = [order.index(value) for value in values]
    pairs = ", ".join(f"{value} {code}" for code, value in enumerate(order))
    counts = " + ".join(f"{code}·{codes.count(code)}" for code in range(len(order)) if code in codes)
    return Draft(
        stem=f"{with_particle(what, '을/를')} {' < '.join(order)}의 순서에 따라 0부터 1씩 커지는 정수로 부호화(ordinal encoding)한다. "
        f"자료가 다음과 같을 때, 부호화한 열의 평균은? ({rounding(2)})",
        data=Table(columns=("번호", *(str(n) for n in range(1, size + 1))), rows=(("값", *values),)),
        key=compute(mean_ordinal_code, values=values, order=list(order)),
        why="서열 인코딩은 정한 순서의 자리를 0부터 센 정수로 바꾸며, 순서를 정해 주지 않으면 글자의 순서대로 매겨진다.",
        wrongs=_ordinal_wrongs(values, order),
        steps=[
            f"부호: {pairs}",
            f"부호의 합 = {counts} = {sum(codes)}",
            f"평균 = {sum(codes)}/{size} = {show(sum(codes) / size, 2)}",
        ],
    )


def _target_wrongs(groups: dict[str, list[int]], asked: str) -> list[Wrong]:
    """What people take for the mean target of a category."""
    inside, every = groups[asked], [value for values in groups.values() for value in values]
    others = [value for name, values in groups.items() if name != asked for value in values]
    means = {name: Fraction(sum(values), len(values)) for name, values in groups.items()}
    found = [
        (Fraction(sum(every), len(every)), "전체 평균을 구했습니다. 목표 인코딩은 그 범주의 평균을 씁니다."),
        (Fraction(sum(others), len(others)), "그 범주를 뺀 나머지의 평균을 구했습니다."),
        (Fraction(sum(inside), len(every)), "그 범주의 합을 전체 건수로 나누었습니다. 그 범주의 건수로 나눕니다."),
        (Fraction(sum(inside)), "그 범주의 합을 구했습니다. 건수로 나눕니다."),
        (Fraction(sorted(inside)[len(inside) // 2]), "그 범주의 중앙값을 구했습니다."),
        (sum(means.values(), Fraction(0)) / len(means), "범주별 평균을 다시 평균했습니다."),
    ]
    wrongs = [Wrong(float(value), why) for value, why in found]
    return wrongs + [Wrong(float(mean), f"'{name}'의 평균을 구했습니다.") for name, mean in means.items() if name != asked]


@template("encoding.columns", "target_mean", "범주의 목표 인코딩 값")
def target_mean_of_category(draw: Draw) -> Draft:
    """The mean target of one category of a small sample."""
    place, column, categories, target, _ = draw.pick(_TARGETS)
    names = draw.sample(categories, 4 if draw.is_extended else 3)
    groups = {name: [draw.integer(4, 60) for _ in range(draw.integer(2, 4))] for name in names}
    rows = draw.shuffled([(name, value) for name, values in groups.items() for value in values])
    asked = draw.pick(names)
    values = groups[asked]
    draw.require(len(values) > 2 or draw.is_extended)
    return Draft(
        stem=f"{place}의 훈련 자료가 다음과 같다. {with_particle(f'범주형 변수 {column}', '을/를')} {target}의 평균으로 바꾸는 목표 "
        f"인코딩(target encoding)을 할 때, '{asked}'의 값은? (평활은 하지 않으며, {rounding(2)})",
        data=Table(
            columns=("번호", *(str(n) for n in range(1, len(rows) + 1))),
            rows=((column, *(n for n, _ in rows)), (target, *(v for _, v in rows))),
        ),
        key=compute(target_mean, categories=[name for name, _ in rows], targets=[value for _, value in rows], category=asked),
        why="목표 인코딩은 범주를 그 범주에 든 행의 목표변수 평균으로 바꾼다.",
        wrongs=_target_wrongs(groups, asked),
        steps=[
            f"'{asked}'의 값 = '{asked}'인 행의 {target} 평균",
            f"합 = {' + '.join(map(str, values))} = {sum(values)}, 건수 = {len(values)}",
            f"{sum(values)}/{len(values)} = {show(sum(values) / len(values), 2)}",
        ],
    )


def _smoothing_wrongs(n: int, ones: int, overall: Fraction, weight: int) -> list[Wrong]:
    """What people take for the smoothed target mean of a category with *ones* events among *n*."""
    own = Fraction(ones, n)
    found = [
        (own, "평활하지 않은 범주의 비율을 구했습니다."),
        (overall, "전체의 비율을 구했습니다. 범주의 비율도 반영합니다."),
        ((own + overall) / 2, "두 비율을 같은 무게로 평균했습니다. 범주에는 건수, 전체에는 m의 무게를 줍니다."),
        ((weight * own + n * overall) / (n + weight), "무게를 바꾸었습니다. 범주의 비율에 건수, 전체의 비율에 m의 무게를 줍니다."),
        (Fraction(ones + weight, n + weight), "분자에 m을 그대로 더했습니다. m에 전체의 비율을 곱하여 더합니다."),
        (Fraction(ones, n + weight), "분자에 전체의 몫을 더하지 않았습니다."),
        ((ones + overall) / (n + 1), "m을 1로 보았습니다."),
        (Fraction(ones + 1, n + 2), "라플라스 평활(분자에 1, 분모에 2)을 했습니다."),
    ]
    return [Wrong(float(share), why) for share, why in found]


@template("encoding.columns", "target_smoothed", "평활한 목표 인코딩 값")
def target_smoothed(draw: Draw) -> Draft:
    """The target mean of a category, shrunk to the overall mean by a weight."""
    place, column, categories, _, event = draw.pick(_TARGETS)
    counts = [draw.integer(4, 60) if draw.is_extended else 5 * draw.integer(1, 12) for _ in categories]
    hits = [draw.integer(1, count - 1) for count in counts]
    at, weight = draw.integer(0, len(counts) - 1), draw.pick([4, 8, 12, 15] if draw.is_extended else [5, 10, 20])
    n, ones, overall = counts[at], hits[at], Fraction(sum(hits), sum(counts))
    value = (ones + weight * overall) / (n + weight)
    draw.require(abs(Fraction(ones, n) - overall) > Fraction(1, 20) and (draw.is_extended or not 100 % overall.denominator))
    return Draft(
        stem=f"{place}의 훈련 자료에서 {column}별 건수와 {event} 건수가 다음과 같다. 범주의 {event} 비율과 전체의 {event} 비율을 범주의 "
        f"건수와 m의 무게로 평균하는 평활을 m = {with_particle(str(weight), '으로/로')} 할 때, '{categories[at]}'의 목표 인코딩 값은? "
        f"({rounding(3)})",
        data=Table(columns=(column, *categories), rows=(("건수", *counts), (f"{event} 건수", *hits))),
        key=compute(smoothed_target_mean, counts=counts, positives=hits, position=at, weight=weight),
        decimals=3,
        why="건수가 적은 범주일수록 전체 비율 쪽으로 당겨지도록 (범주의 사건 수 + m·전체 비율)/(범주의 건수 + m)으로 구한다.",
        wrongs=within(_smoothing_wrongs(n, ones, overall, weight), 0, 1),
        steps=[
            "값 = (n·범주의 비율 + m·전체의 비율)/(n + m)",
            f"전체의 비율 = {sum(hits)}/{sum(counts)} = {plain(round(float(overall), 4))}",
            f"값 = ({ones} + {weight}·{plain(round(float(overall), 4))})/({n} + {weight}) = "
            f"{plain(round(float(ones + weight * overall), 3))}/{n + weight} = {show(float(value), 3)}",
        ],
    )
