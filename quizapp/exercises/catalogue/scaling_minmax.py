"""Min–max scaling: x' = (x − min) / (max − min), as `sklearn.preprocessing.MinMaxScaler` computes it.

https://scikit-learn.org/stable/modules/generated/sklearn.preprocessing.MinMaxScaler.html
"""

from __future__ import annotations

import math

from quizapp.exercises.catalogue.scaling_parts import (
    EVEN_SPANS,
    HEAVY_SPANS,
    MEASURES,
    SUMMARY_SPANS,
    one_row,
    quartiles,
    spread,
    summarised,
)
from quizapp.exercises.catalogue.wording import inside, plain, rounding, signed, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show

_RANGES = ((-1, 1), (-2, 2), (1, 5), (1, 3), (2, 10), (10, 20))
_HEAVY_RANGES = ((-1, 1), (-3, 3), (1, 7), (5, 25), (20, 80))


def min_max_scaled(values: list[float], x: float) -> float:
    from sklearn.preprocessing import MinMaxScaler

    scaler = MinMaxScaler().fit([[value] for value in values])
    return float(scaler.transform([[x]])[0, 0])


def value_of_scaled(low: float, high: float, scaled: float) -> float:
    from sklearn.preprocessing import MinMaxScaler

    scaler = MinMaxScaler().fit([[low], [high]])
    return float(scaler.inverse_transform([[scaled]])[0, 0])


def scaled_to_range(low: float, high: float, x: float, feature_range: tuple[int, int]) -> float:
    from sklearn.preprocessing import MinMaxScaler

    scaler = MinMaxScaler(feature_range=feature_range).fit([[low], [high]])
    return float(scaler.transform([[x]])[0, 0])


def _span(draw: Draw) -> int:
    return draw.pick(HEAVY_SPANS if draw.is_extended else EVEN_SPANS)


@template("scaling.minmax", "from_data", "자료에서 한 값의 최소–최대 정규화")
def from_data(draw: Draw) -> Draft:
    """The scaled value of one value of a small sample."""
    measure, span = draw.pick(MEASURES), _span(draw)
    low = draw.integer(measure.low, measure.high)
    high, size, decimals = low + span, 7 if draw.is_extended else 5, 3 if draw.is_extended else 2
    inner = draw.sample(range(low + 1, high), size - 2)
    values, x = draw.shuffled([low, high, *inner]), inner[0]
    mean, deviation = sum(values) / size, spread(values)
    wrongs = [
        Wrong(x / high, "최댓값으로만 나누었습니다(x/최댓값). 최솟값을 뺀 뒤 범위로 나눕니다."),
        Wrong((high - x) / span, "최댓값에서 값을 뺐습니다. 그러면 최솟값이 1, 최댓값이 0이 됩니다."),
        Wrong((x - low) / high, "최솟값은 뺐지만 범위가 아니라 최댓값으로 나누었습니다."),
        Wrong((x - mean) / span, "최솟값이 아니라 평균을 뺐습니다(평균 정규화)."),
        Wrong((x - low) / deviation, "범위가 아니라 표준편차로 나누었습니다."),
        Wrong((x - mean) / deviation, "표준화 점수(z)를 구했습니다. 물음은 최소–최대 정규화입니다."),
        Wrong(sorted(values).index(x) / (size - 1), "값이 아니라 순위를 0과 1 사이로 바꾸었습니다."),
        Wrong(x / sum(values), "자료의 합으로 나누었습니다(구성비)."),
    ]
    return Draft(
        stem=f"{measure.place} 자료 {size}건이 다음과 같다. 이를 0과 1 사이로 최소–최대 정규화할 때, "
        f"{with_particle(str(x), '은/는')} 얼마로 바뀌는가? ({rounding(decimals)})",
        data=one_row(measure.what, values),
        key=compute(min_max_scaled, values=values, x=x),
        decimals=decimals,
        why="최소–최대 정규화는 최솟값에서 떨어진 거리를 범위(최댓값 − 최솟값)로 나눈 값이다.",
        wrongs=within(wrongs, 0, 1),
        steps=[
            "x′ = (x − 최솟값)/(최댓값 − 최솟값)",
            f"최솟값 = {low}, 최댓값 = {high}",
            f"x′ = ({x} − {low})/({high} − {low}) = {x - low}/{span} = {show((x - low) / span, decimals)}",
        ],
    )


@template("scaling.minmax", "inverse", "요약 출력과 정규화한 값에서 원래 값")
def inverse(draw: Draw) -> Draft:
    """The value behind a scaled one, minimum and maximum read from a summary."""
    measure, decimals = draw.pick(MEASURES), 2 if draw.is_extended else 1
    span = draw.pick(HEAVY_SPANS if draw.is_extended else SUMMARY_SPANS)
    summary = summarised(draw, draw.integer(measure.low, measure.high), span)
    low, high = summary.low, summary.high
    scaled = draw.multiple(0.06, 0.94, 0.01) if draw.is_extended else draw.multiple(0.05, 0.95, 0.05)
    middle = summary.upper - summary.lower
    wrongs = [
        Wrong(scaled * high, "최댓값에 정규화한 값을 곱했습니다. 범위에 곱한 뒤 최솟값을 더합니다."),
        Wrong(high - scaled * span, "최댓값에서 뺐습니다. 정규화한 값은 최솟값에서 잰 거리입니다."),
        Wrong(scaled * span, "최솟값을 더하지 않았습니다."),
        Wrong(low + scaled * high, "범위(max − min)가 아니라 최댓값을 곱했습니다."),
        Wrong(summary.mean + scaled * summary.deviation, "평균 + 값·표준편차로 풀었습니다. 이는 표준화의 역변환입니다."),
        Wrong(summary.median + scaled * middle, "중앙값 + 값·사분위범위로 풀었습니다. 이는 로버스트 변환의 역변환입니다."),
        Wrong(low + scaled * middle, "범위가 아니라 사분위범위를 곱했습니다."),
        Wrong(summary.lower + scaled * middle, "최솟값과 최댓값 대신 25%와 75%의 값을 썼습니다."),
    ]
    return Draft(
        stem=f"다음은 {with_particle(measure.place, '을/를')} 모은 훈련 자료의 describe() 출력이다. 이 자료로 0과 1 사이의 최소–최대 "
        f"정규화를 맞추었다. 정규화한 값이 {plain(scaled)}인 관측값의 원래 {with_particle(measure.what, '은/는')}? ({rounding(decimals)})",
        data=summary.text(),
        key=compute(value_of_scaled, low=low, high=high, scaled=scaled),
        decimals=decimals,
        why="x = 최솟값 + x′·(최댓값 − 최솟값)이다. 정규화의 식을 x에 대하여 푼다.",
        wrongs=within(wrongs, 0, high),
        steps=[
            "x = 최솟값 + x′·(최댓값 − 최솟값)",
            f"최댓값 − 최솟값 = {high} − {low} = {span}",
            f"x′·범위 = {plain(scaled)}·{span} = {plain(scaled * span)}",
            f"x = {low} + {plain(scaled * span)} = {show(low + scaled * span, decimals)}",
        ],
    )


@template("scaling.minmax", "feature_range", "0과 1이 아닌 범위로 바꾸기")
def feature_range(draw: Draw) -> Draft:
    """The value scaled to a range other than 0 to 1."""
    measure, span, decimals = draw.pick(MEASURES), _span(draw), 3 if draw.is_extended else 2
    bottom, top = draw.pick(_HEAVY_RANGES if draw.is_extended else _RANGES)
    low = draw.integer(measure.low, measure.high)
    high, x, width = low + span, low + draw.integer(1, span - 1), top - bottom
    share = (x - low) / span
    wrongs = [
        Wrong(bottom + share, "0과 1 사이의 값에 새 범위의 폭을 곱하지 않고 하한만 더했습니다."),
        Wrong(share, "0과 1 사이로 정규화한 데서 멈추었습니다."),
        Wrong(share * width, "새 범위의 하한을 더하지 않았습니다."),
        Wrong(share * top, "새 범위의 상한만 곱했습니다. 폭을 곱하고 하한을 더합니다."),
        Wrong(bottom + share * top, "새 범위의 폭(상한 − 하한)이 아니라 상한을 곱했습니다."),
        Wrong(top - share * width, "새 범위의 상한에서 뺐습니다. 최솟값이 상한으로, 최댓값이 하한으로 뒤집힙니다."),
        Wrong(bottom + x / high * width, "최솟값을 빼지 않고 최댓값으로만 나눈 비율을 썼습니다."),
        Wrong(bottom + (x - low) / high * width, "범위가 아니라 최댓값으로 나눈 비율을 썼습니다."),
        Wrong((x - (low + high) / 2) / span, "중간값을 빼고 범위로 나누었습니다. 그러면 −0.5와 0.5 사이가 됩니다."),
    ]
    rows = (("훈련 자료의 최솟값", low), ("훈련 자료의 최댓값", high), ("변환할 값", x))
    return Draft(
        stem=f"{with_particle(measure.place, '을/를')} 신경망에 넣기 전에 [{plain(bottom)}, {plain(top)}] 범위로 최소–최대 변환한다. "
        f"훈련 자료가 다음과 같을 때, 변환된 값은? ({rounding(decimals)})",
        data=Table(columns=("항목", measure.what), rows=rows),
        key=compute(scaled_to_range, low=low, high=high, x=x, feature_range=(bottom, top)),
        decimals=decimals,
        why="먼저 0과 1 사이의 비율을 구하고, 새 범위의 폭을 곱한 뒤 새 하한을 더한다.",
        wrongs=within(wrongs, bottom, top),
        steps=[
            "x′ = a + (x − 최솟값)/(최댓값 − 최솟값)·(b − a)",
            f"b − a = {plain(top)} − {inside(bottom)} = {width}",
            f"x′ = {plain(bottom)} + ({x} − {low})/({high} − {low})·{width} = {plain(bottom)} + {(x - low) * width}/{span}",
            f"x′ = {signed(bottom + share * width, decimals)}",
        ],
    )


@template("scaling.minmax", "new_value", "훈련 자료의 범위를 벗어난 새 값")
def new_value(draw: Draw) -> Draft:
    """A new value beyond the training data, scaled by the minimum and maximum of the training data."""
    measure, span = draw.pick(MEASURES), _span(draw)
    low = draw.integer(measure.low, measure.high)
    high, size, decimals = low + span, 7 if draw.is_extended else 5, 3 if draw.is_extended else 2
    values = draw.shuffled([low, high, *draw.sample(range(low + 1, high), size - 2)])
    distance = draw.integer(1, span // 2)
    x = draw.pick([low - distance, high + distance])
    draw.require(x > 0)
    mean, deviation, (lower, median, upper) = sum(values) / size, spread(values), quartiles(values)
    wrongs = [
        Wrong(float(x > high), "새 값을 넣어 다시 맞추었거나 끝값으로 잘랐습니다. 척도는 훈련 자료의 것을 그대로 씁니다."),
        Wrong(x / high, "최댓값으로만 나누었습니다. 최솟값을 뺀 뒤 범위로 나눕니다."),
        Wrong((x - low) / high, "범위가 아니라 최댓값으로 나누었습니다."),
        Wrong((x - mean) / span, "최솟값이 아니라 평균을 뺐습니다(평균 정규화)."),
        Wrong((x - mean) / deviation, "표준화 점수(z)를 구했습니다. 물음은 최소–최대 정규화입니다."),
        Wrong(float((x - median) / (upper - lower)), "중앙값과 사분위범위를 썼습니다. 이는 로버스트 변환입니다."),
        Wrong((low - x) / span, "부호가 반대입니다. 값에서 최솟값을 뺍니다."),
        Wrong((high - x) / span, "최댓값에서 값을 뺐습니다. 최솟값을 빼야 합니다."),
    ]
    return Draft(
        stem=f"{measure.place}의 훈련 자료가 다음과 같다. 이 자료에 0과 1 사이의 최소–최대 정규화를 맞춘 뒤 그 척도를 고치지 않고, 결과를 "
        f"자르지도 않을 때(clip=False), 새로 들어온 {with_particle(str(x), '은/는')} 얼마로 바뀌는가? ({rounding(decimals)})",
        data=one_row(measure.what, values),
        key=compute(min_max_scaled, values=values, x=x),
        decimals=decimals,
        why="새 값도 훈련 자료의 최솟값과 범위로 바꾸므로, 범위를 벗어난 값은 0보다 작거나 1보다 클 수 있다.",
        wrongs=within(wrongs, 0 if x > high else -math.inf, math.inf),
        steps=[
            "x′ = (x − 최솟값)/(최댓값 − 최솟값)",
            f"훈련 자료의 최솟값 = {low}, 최댓값 = {high}",
            f"x′ = ({x} − {low})/({high} − {low}) = {plain(x - low)}/{span} = {signed((x - low) / span, decimals)}",
        ],
    )
