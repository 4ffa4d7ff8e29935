"""Systematic and cluster samples: numbers at a fixed interval with `numpy.arange`, whole groups with `numpy.sum`.

https://numpy.org/doc/stable/reference/generated/numpy.arange.html
https://numpy.org/doc/stable/reference/generated/numpy.sum.html
"""

from __future__ import annotations

from quizapp.exercises.catalogue.wording import plain, within
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle


def numbered(total: int, sample: int, start: int, order: int) -> int:
    import numpy as np

    chosen = np.arange(start, total + 1, total // sample)
    return int(chosen[order - 1])


def first_number(total: int, sample: int, found: int) -> int:
    import numpy as np

    interval = total // sample
    return int(np.mod(found - 1, interval) + 1)


def larger_sample(sizes: list[int], chosen: list[int], rate: float) -> float:
    import numpy as np

    clusters = np.take(sizes, chosen).sum()
    strata = np.sum(sizes) * rate
    return float(max(clusters, strata))


_LISTS = (
    ("고지서", "장"),
    ("진료 기록", "건"),
    ("주문 기록", "건"),
    ("생산된 부품", "개"),
    ("민원 서류", "건"),
    ("택배 상자", "개"),
)


def _draw_list(draw: Draw) -> tuple[str, str, int, int, int]:
    """What is listed, its counter, how many there are, how many are sampled, and the interval."""
    interval = draw.integer(11, 60) if draw.is_extended else draw.pick([8, 10, 12, 15, 20, 25, 30, 40, 50])
    sample = draw.integer(21, 99) if draw.is_extended else 10 * draw.integer(2, 12)
    name, counter = draw.pick(_LISTS)
    draw.require(interval * sample <= 6000 and interval != sample)
    return name, counter, interval * sample, sample, interval


@template("sampling.design", "systematic", "계통추출에서 j번째로 뽑히는 번호")
def systematic(draw: Draw) -> Draft:
    """The number that a systematic sample takes in a given place."""
    name, counter, total, sample, k = _draw_list(draw)
    start, order = draw.integer(2, k - 1), draw.integer(4, min(sample, 20))
    value = start + (order - 1) * k
    return Draft(
        stem=f"1번부터 {total}번까지 번호를 매긴 {name} {total}{counter}에서 {sample}{with_particle(counter, '을/를')} 계통추출한다. "
        f"첫 구간에서 임의로 뽑힌 번호가 {start}번일 때, {order}번째로 뽑히는 번호는?",
        key=compute(numbered, total=total, sample=sample, start=start, order=order),
        decimals=0,
        unit="번",
        why="추출 간격은 k = N/n이고, j번째 번호는 첫 번호에 간격을 j − 1번 더한 값이다.",
        wrongs=within(
            [
                Wrong(start + order * k, "간격을 한 번 더 더했습니다. 첫 번호가 이미 첫 번째입니다."),
                Wrong(order * k, "첫 번호를 쓰지 않고 간격의 배수를 답했습니다."),
                Wrong((order - 1) * k, "첫 번호를 더하지 않았습니다."),
                Wrong(start + (order - 1) * sample, "추출 간격이 아니라 표본의 크기를 더해 갔습니다."),
                Wrong(order + (start - 1) * k, "첫 번호와 순서를 바꾸어 넣었습니다."),
                Wrong(start + (order - 2) * k, "간격을 한 번 덜 더했습니다."),
                Wrong(start + (order - 1) * (k + 1), "간격을 하나 크게 잡았습니다. 간격은 N/n입니다."),
                Wrong(start + (order - 1) * (k - 1), "간격을 하나 작게 잡았습니다. 간격은 N/n입니다."),
            ],
            1,
            total,
        ),
        steps=[f"추출 간격 k = N/n = {total}/{sample} = {k}", f"{order}번째 번호 = {start} + ({order} − 1)·{k} = {value}"],
    )


@template("sampling.design", "systematic_start", "뽑힌 번호에서 계통추출의 첫 번호")
def systematic_start(draw: Draw) -> Draft:
    """The first number of a systematic sample, from one of the numbers taken."""
    name, counter, total, sample, k = _draw_list(draw)
    start, order = draw.integer(2, k - 1), draw.integer(4, min(sample, 40))
    found = start + (order - 1) * k
    return Draft(
        stem=f"1번부터 {total}번까지 번호를 매긴 {name} {total}{counter}에서 {sample}{with_particle(counter, '을/를')} 계통추출하였더니 "
        f"{found}번이 표본에 들어 있다. 첫 구간에서 임의로 뽑힌 번호는?",
        key=compute(first_number, total=total, sample=sample, found=found),
        decimals=0,
        unit="번",
        why="뽑힌 번호들은 간격 k = N/n만큼 떨어져 있으므로, 첫 번호는 뽑힌 번호를 k로 나눈 나머지이다.",
        wrongs=within(
            [
                Wrong(order - 1, "나머지가 아니라 몫을 답했습니다."),
                Wrong(order, "몇 번째로 뽑힌 것인지를 답했습니다."),
                Wrong(found % sample, "추출 간격이 아니라 표본의 크기로 나눈 나머지를 구했습니다."),
                Wrong(k - start, "다음 구간까지 남은 수를 구했습니다."),
                Wrong(start - 1, "나머지에서 다시 1을 뺐습니다. 번호는 1부터 셉니다."),
                Wrong(start + 1, "나머지에 1을 더했습니다. 나머지가 그대로 첫 번호입니다."),
                Wrong(found % (k + 1), "간격을 하나 크게 잡았습니다. 간격은 N/n입니다."),
                Wrong(found % (k - 1), "간격을 하나 작게 잡았습니다. 간격은 N/n입니다."),
            ],
            1,
            k,
        ),
        steps=[
            f"추출 간격 k = N/n = {total}/{sample} = {k}",
            f"{found} = {order - 1}·{k} + {start}",
            f"첫 번호 = {start}",
        ],
    )


_GROUPS = (
    ("한 은행의 다섯 지점에 등록된 고객", "지점", "명"),
    ("한 구의 다섯 학교에 다니는 학생", "학교", "명"),
    ("다섯 창고에 있는 상자", "창고", "개"),
    ("한 병원의 다섯 병동에 입원한 환자", "병동", "명"),
    ("다섯 공장에 설치된 센서", "공장", "개"),
    ("한 시의 다섯 동에 사는 가구", "동", "가구"),
)


@template("sampling.design", "cluster", "집락추출과 층화추출의 표본 크기 비교")
def cluster(draw: Draw) -> Draft:
    """Which plan gives the larger sample: whole groups, or a share of every group."""
    whole, group, counter = draw.pick(_GROUPS)
    step = 4 if draw.is_extended else 20
    sizes = [step * draw.integer(80 // step, 300 // step) for _ in range(5)]
    chosen = sorted(draw.sample(range(5), 2))
    percent = draw.pick([30, 35, 40, 45, 50])
    strata, clusters = sum(sizes) * percent / 100, sum(sizes[place] for place in chosen)
    draw.require(len(set(sizes)) == 5 and strata % 1 == 0 and abs(strata - clusters) > 15 and min(strata, clusters) >= 100)
    values, names = (clusters, int(strata)), ("집락추출", "층화추출")
    best = values.index(max(values))
    order = "가나다라마"
    picked = "와 ".join(order[place] for place in chosen)
    return Draft(
        stem=f"{whole}의 수가 다음과 같다. 집락추출은 {group} 둘을 임의로 뽑아 그 안을 모두 조사하고, 층화추출은 {group}마다 "
        f"{percent}%를 뽑아 조사한다. 집락추출에서 {group} {with_particle(picked, '이/가')} 뽑혔을 때, 표본이 더 많은 방법과 그 크기는?",
        data=Table(columns=(group, *order), rows=((f"수({counter})", *sizes),)),
        key=compute(larger_sample, sizes=sizes, chosen=chosen, rate=percent / 100),
        decimals=0,
        label=_plan(names[best], values[best], counter),
        why="집락추출은 뽑힌 집락의 전부가 표본이고, 층화추출은 모든 층에서 정한 비율만큼이 표본이다.",
        wrongs=_cluster_wrongs(draw, (sizes, chosen, percent), best, counter),
        steps=[
            f"집락추출: {' + '.join(str(sizes[place]) for place in chosen)} = {clusters}",
            f"층화추출: ({' + '.join(map(str, sizes))})·{plain(percent / 100)} = {sum(sizes)}·{plain(percent / 100)} = {plain(strata)}",
            f"더 많은 것은 {names[best]}이다.",
        ],
    )


def _plan(name: str, size: float, counter: str) -> str:
    return f"{name}, {size:.0f}{counter}"


def _cluster_wrongs(draw: Draw, plan: tuple[list[int], list[int], int], best: int, counter: str) -> list[Wrong]:
    """Misconceptions about both plans; only two that keep the right one, and all of three digits."""
    sizes, chosen, percent = plan
    total, inside, rate = sum(sizes), sum(sizes[place] for place in chosen), percent / 100
    kinds: list[list[tuple[float, str]]] = [
        [
            (total - inside, "뽑히지 않은 집락의 크기를 더했습니다."),
            (total * 2 // 5, "뽑힌 집락의 크기가 아니라 다섯 집락의 평균에 2를 곱했습니다."),
            (max(sizes[place] for place in chosen), "뽑힌 집락 가운데 하나만 셌습니다."),
        ],
        [
            (total * (1 - rate), "뽑히지 않는 나머지의 수를 구했습니다."),
            (inside * rate, "뽑힌 둘에서만 비율만큼 셌습니다. 층화추출은 모든 층에서 뽑습니다."),
            (max(sizes) * 5 * rate, "모든 층이 가장 큰 층과 같다고 보았습니다."),
        ],
    ]
    other = 1 - best
    names, value = ("집락추출", "층화추출"), (inside, total * rate)[1 - best]
    kept = [Wrong(v, f"방법은 맞지만 {why}", _plan(names[best], v, counter)) for v, why in draw.sample(kinds[best], 2)]
    changed = [Wrong(v, f"표본이 더 적은 방법을 골랐고, {why}", _plan(names[other], v, counter)) for v, why in kinds[other]]
    right = Wrong(value, f"{names[other]}의 크기는 맞지만 더 적습니다.", _plan(names[other], value, counter))
    return [wrong for wrong in within([*kept, right, *changed], 100, 999) if wrong.value % 1 == 0]
