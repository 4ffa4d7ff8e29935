"""Centres of a sample: mean, median and mode of a frequency table, the trimmed mean, the mean of a group behind the overall mean.

https://numpy.org/doc/stable/reference/generated/numpy.average.html
https://numpy.org/doc/stable/reference/generated/numpy.median.html
https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.mode.html
https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.trim_mean.html
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from statistics import fmean, median

from quizapp.exercises.catalogue.scaling_parts import MEASURES, one_row
from quizapp.exercises.catalogue.wording import plain, rounding, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show

COUNTED = (
    ("어느 병원 환자의 연간 방문 횟수", "방문 횟수", "환자 수", 1),
    ("한 공장 제품의 흠집 수", "흠집 수", "제품 수", 0),
    ("어느 쇼핑몰 주문의 상품 개수", "상품 개수", "주문 수", 1),
    ("한 물류센터 기사의 하루 지연 건수", "지연 건수", "기사 수", 0),
    ("한 지자체 가구의 자동차 수", "자동차 수", "가구 수", 0),
    ("어느 은행 고객의 상품 보유 수", "보유 수", "고객 수", 1),
)
"""What was counted: of what, the value, its frequency, the smallest value."""

_BRANCHES = (
    ("어느 병원 진료과별 평균 대기 시간(분)", ("내과", "외과", "안과", "소아과")),
    ("한 물류회사 센터별 평균 배송 시간(시간)", ("동부", "서부", "남부", "북부")),
    ("어느 쇼핑몰 등급별 평균 구매액(천 원)", ("일반", "우수", "최우수", "신규")),
    ("한 공장 라인별 평균 무게(g)", ("1라인", "2라인", "3라인", "4라인")),
    ("한 지자체 구별 평균 만족도(점)", ("동구", "서구", "남구", "북구")),
)


def weighted_mean(values: list[int], counts: list[int]) -> float:
    import numpy as np

    return float(np.average(values, weights=counts))


def median_of_counts(values: list[int], counts: list[int]) -> float:
    import numpy as np

    return float(np.median(np.repeat(values, counts)))


def mode_of_counts(values: list[int], counts: list[int]) -> float:
    import numpy as np
    from scipy.stats import mode

    return float(mode(np.repeat(values, counts)).mode)


def trimmed_mean(values: list[float], share: float) -> float:
    from scipy.stats import trim_mean

    return float(trim_mean(values, share))


def missing_mean(overall: float, size: int, known_sizes: list[int], known_means: list[float]) -> float:
    import numpy as np

    total = overall * (size + np.sum(known_sizes))
    return float((total - np.dot(known_sizes, known_means)) / size)


_CENTERS = {"평균": weighted_mean, "중앙값": median_of_counts, "최빈값": mode_of_counts}


@template("stats.center", "of_table", "도수분포표의 평균, 중앙값, 최빈값")
def of_table(draw: Draw) -> Draft:
    """One of the three centres of a frequency table."""
    (place, what, counted, first), asked = draw.pick(COUNTED), draw.pick(list(_CENTERS))
    size, classes = (draw.pick([25, 32, 40]), 6) if draw.is_extended else (draw.pick([10, 20]), 5)
    cuts = [0, *sorted(draw.sample(range(1, size), classes - 1)), size]
    counts = [high - low for low, high in pairwise(cuts)]
    values = list(range(first, first + classes))
    every = [value for value, count in zip(values, counts, strict=True) for _ in range(count)]
    top, total, middle = max(counts), sum(every), median(every)
    mode = values[counts.index(top)]
    draw.require(counts.count(top) == 1 and len({total / size, middle, mode}) == 3 and max(counts) <= 0.6 * size)
    lines = {
        "평균": [
            f"Σxf = {' + '.join(f'{x}·{f}' for x, f in zip(values, counts, strict=True))} = {total}",
            f"평균 = Σxf/n = {total}/{size} = {show(total / size, 2)}",
        ],
        "중앙값": [
            f"누적 도수: {', '.join(str(sum(counts[: i + 1])) for i in range(classes))}",
            f"{f'{size // 2}번째와 {size // 2 + 1}번째 값의 평균' if size % 2 == 0 else f'{size // 2 + 1}번째 값'} = {show(middle, 2)}",
        ],
        "최빈값": [f"도수가 가장 큰 값: {with_particle(what, '이/가')} {mode}인 {counted} {top}", f"최빈값 = {show(mode, 2)}"],
    }
    return Draft(
        stem=f"{with_particle(place, '을/를')} 조사한 도수분포표가 다음과 같다. {what}의 {with_particle(asked, '은/는')}? ({rounding(2)})",
        data=Table(columns=(what, *map(str, values)), rows=((counted, *counts),)),
        key=compute(_CENTERS[asked], values=values, counts=counts),
        why=_RULES[asked],
        wrongs=_table_wrongs(values, counts, asked),
        steps=lines[asked],
    )


_RULES = {
    "평균": "도수분포표의 평균은 값에 도수를 곱하여 더한 것을 전체 도수로 나눈 값이다.",
    "중앙값": "중앙값은 자료를 도수만큼 늘어놓았을 때 가운데에 있는 값이다.",
    "최빈값": "최빈값은 도수가 가장 큰 값이며, 도수 그 자체가 아니다.",
}


def _table_wrongs(values: list[int], counts: list[int], asked: str) -> list[Wrong]:
    size, total = sum(counts), sum(x * f for x, f in zip(values, counts, strict=True))
    every = [value for value, count in zip(values, counts, strict=True) for _ in range(count)]
    wrongs = [
        Wrong(total / size, f"평균을 구했습니다. 물음은 {asked}입니다."),
        Wrong(median(every), f"중앙값을 구했습니다. 물음은 {asked}입니다."),
        Wrong(values[counts.index(max(counts))], f"최빈값을 구했습니다. 물음은 {asked}입니다."),
        Wrong(fmean(values), "도수를 쓰지 않고 값만의 한가운데를 구했습니다."),
        Wrong(total / sum(values), "도수가 아니라 값의 합으로 나누었습니다."),
        Wrong(size / len(counts), "값이 아니라 도수를 평균했습니다."),
        Wrong(median(counts), "값이 아니라 도수의 가운데를 찾았습니다."),
        Wrong(max(counts), "값이 아니라 가장 큰 도수를 답했습니다."),
    ]
    return within(wrongs, 0, max(values) + 4)


@template("stats.center", "trimmed", "절사평균")
def trimmed(draw: Draw) -> Draft:
    """The mean after the same share was cut off both ends."""
    measure = draw.pick(MEASURES)
    size, percent = draw.pick([(12, 10), (15, 10), (14, 15), (15, 20)] if draw.is_extended else [(10, 10), (10, 20), (5, 20)])
    low = draw.integer(measure.low, measure.high) + 20
    near = [low + step for step in draw.sample(range(20), size - 2)]
    ordered = sorted([*near, low + draw.integer(24, 50), low - draw.integer(0, 18)])
    cut = size * percent // 100
    kept = ordered[cut:-cut]
    whole = "" if size * percent % 100 == 0 else "자르는 개수의 소수점 아래는 버리고, "
    return Draft(
        stem=f"{measure.place} 자료 {size}건이 다음과 같다. 크기순으로 양 끝에서 각각 {percent}%를 잘라 낸 절사평균은? "
        f"({whole}{rounding(2)})",
        data=one_row(measure.what, draw.shuffled(ordered)),
        key=compute(trimmed_mean, values=ordered, share=percent / 100),
        why="절사평균은 양 끝에서 같은 수만큼 버리고 남은 값만의 평균이다.",
        wrongs=_trim_wrongs(ordered, cut),
        steps=[
            f"크기순: {', '.join(map(str, ordered))}",
            f"한쪽에서 자르는 수 = {size}·{plain(percent / 100)} {'=' if not whole else '→'} {cut}",
            f"남은 값의 합 = {sum(kept)}, 남은 값의 수 = {len(kept)}",
            f"절사평균 = {sum(kept)}/{len(kept)} = {show(fmean(kept), 2)}",
        ],
    )


def _trim_wrongs(ordered: list[int], cut: int) -> list[Wrong]:
    size, kept = len(ordered), ordered[cut:-cut]
    return [
        Wrong(fmean(ordered), "자르지 않고 전체를 평균했습니다."),
        Wrong(fmean(ordered[:-cut]), "큰 쪽만 잘랐습니다. 양 끝에서 같은 수만큼 자릅니다."),
        Wrong(fmean(ordered[cut:]), "작은 쪽만 잘랐습니다. 양 끝에서 같은 수만큼 자릅니다."),
        Wrong(sum(kept) / size, "남은 값의 합을 전체 건수로 나누었습니다. 남은 건수로 나눕니다."),
        Wrong((sum(kept) + cut * (kept[0] + kept[-1])) / size, "자르지 않고 경계의 값으로 바꾸었습니다. 이는 윈저화 평균입니다."),
        Wrong(median(ordered), "중앙값을 구했습니다. 절사평균은 남은 값을 모두 평균합니다."),
        Wrong(fmean(ordered[cut + 1 : -cut - 1]), "한쪽에서 하나씩 더 잘랐습니다."),
        Wrong((kept[0] + kept[-1]) / 2, "남은 값의 양 끝만 평균했습니다."),
    ]


@template("stats.center", "missing_group", "전체 평균에서 한 집단의 평균")
def missing_group(draw: Draw) -> Draft:
    """The mean of one group from the overall mean and the other groups' sizes and means."""
    place, names = draw.pick(_BRANCHES)
    groups = 4 if draw.is_extended else 3
    cuts = [0, *sorted(draw.sample(range(8, 97), 3)), 100]
    sizes = [high - low for low, high in pairwise(cuts)] if draw.is_extended else [10 * draw.integer(1, 6) for _ in range(groups)]
    means, hidden = [draw.integer(20, 70) for _ in range(groups - 1)], draw.integer(0, groups - 1)
    tenths = draw.integer(200, 700)
    own, rest = sizes[hidden], sizes[:hidden] + sizes[hidden + 1 :]
    known = sum(n * m for n, m in zip(rest, means, strict=True))
    draw.require(len(set(sizes)) == groups and len(set(means)) == groups - 1 and not 100 * (10 * known + own * tenths) % sum(sizes))
    asked = Fraction(tenths, 10)
    overall = (known + own * asked) / sum(sizes)
    cells: list[int | str] = [*means]
    cells.insert(hidden, "?")
    return Draft(
        stem=f"{with_particle(place, '을/를')} 조사한 표에서 한 칸이 지워졌다. 전체 {sum(sizes)}건의 평균이 "
        f"{plain(overall)}일 때, {names[hidden]}의 평균은? ({rounding(1)})",
        data=Table(columns=("구분", "건수", "평균"), rows=tuple(zip(names[:groups], sizes, cells, strict=True))),
        key=compute(missing_mean, overall=float(overall), size=own, known_sizes=rest, known_means=means),
        decimals=1,
        why="전체 평균은 건수로 가중한 평균이므로, 전체의 합에서 다른 집단의 합을 빼고 그 집단의 건수로 나눈다.",
        wrongs=_group_wrongs(own, rest, means, float(overall)),
        steps=[
            f"전체의 합 = {plain(overall)}·{sum(sizes)} = {plain(known + own * asked)}",
            f"다른 집단의 합 = {' + '.join(f'{n}·{m}' for n, m in zip(rest, means, strict=True))} = {known}",
            f"{names[hidden]}의 합 = {plain(known + own * asked)} − {known} = {plain(own * asked)}",
            f"평균 = {plain(own * asked)}/{own} = {show(float(asked), 1)}",
        ],
    )


def _group_wrongs(own: int, rest: list[int], means: list[int], overall: float) -> list[Wrong]:
    size, known = sum(rest), sum(n * m for n, m in zip(rest, means, strict=True))
    others = known / size
    wrongs = [
        Wrong((len(rest) + 1) * overall - sum(means), "건수로 가중하지 않고 평균끼리 셈했습니다."),
        Wrong(overall, "전체 평균을 그대로 답했습니다."),
        Wrong(fmean(means), "다른 집단의 평균을 건수 없이 평균했습니다."),
        Wrong(others, "다른 집단만의 가중평균을 구했습니다."),
        Wrong(2 * overall - others, "두 쪽의 건수가 같다고 보고 전체 평균의 반대편을 잡았습니다."),
        Wrong(overall + (overall - others) * own / size, "두 쪽의 건수를 바꾸어 가중했습니다."),
        Wrong(((size + own) * overall - own * sum(means)) / own, "다른 집단의 평균에도 지워진 집단의 건수를 곱했습니다."),
    ]
    return within(wrongs, 1, 120)
