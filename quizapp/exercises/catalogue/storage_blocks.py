"""Distributed storage: blocks of files, replicas, disk space, failures that it survives; the arithmetic with numpy.

https://hadoop.apache.org/docs/stable/hadoop-project-dist/hadoop-hdfs/HdfsDesign.html
https://hadoop.apache.org/docs/stable/hadoop-project-dist/hadoop-hdfs/HDFSErasureCoding.html
https://numpy.org/doc/stable/reference/generated/numpy.ceil.html
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil
from typing import NamedTuple

from quizapp.exercises.catalogue.wording import plain
from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle
from quizapp.numbers import show

_FILES = (
    ("한 병원의 영상 자료", ("CT", "MRI", "초음파", "내시경")),
    ("어느 쇼핑몰의 로그", ("접속", "검색", "주문", "결제")),
    ("한 공장의 센서 기록", ("온도", "진동", "전류", "압력")),
    ("한 물류센터의 위치 기록", ("입고", "이동", "출고", "반품")),
    ("한 지자체의 교통 자료", ("버스", "지하철", "택시", "자전거")),
)

_SOURCES = ("한 병원의 생체 신호", "어느 쇼핑몰의 클릭 로그", "한 공장의 센서 자료", "물류 차량의 위치 자료", "한 지자체의 교통 카드 자료")


class _Scheme(NamedTuple):
    """A way of storing: data blocks and the blocks added to them, any *extra* of which may be lost."""

    name: str
    data: int
    extra: int

    def needed(self, volume: int) -> Fraction:
        return volume * Fraction(self.data + self.extra, self.data)


_SCHEMES = (
    _Scheme("2중 복제", 1, 1),
    _Scheme("3중 복제", 1, 2),
    _Scheme("4중 복제", 1, 3),
    _Scheme("RS(3, 2)", 3, 2),
    _Scheme("RS(6, 3)", 6, 3),
    _Scheme("RS(10, 4)", 10, 4),
    _Scheme("XOR(2, 1)", 2, 1),
)


def block_replicas(sizes: list[int], block: int, replication: int) -> float:
    import numpy as np

    blocks = np.ceil(np.divide(sizes, block))
    return float(blocks.sum() * replication)


def raw_storage(daily: float, days: int, kept: float, replication: int, reserved: float) -> float:
    import numpy as np

    return float(np.prod([daily, days, kept, replication]) / (1 - reserved))


def original_capacity(disks: list[float], replication: int, reserved: float) -> float:
    import numpy as np

    return float(np.sum(disks) * (1 - reserved) / replication)


def least_storage(volume: float, data: list[int], extra: list[int], failures: int) -> float:
    import numpy as np

    needed = volume * (1 + np.divide(extra, data))
    return float(needed[np.array(extra) >= failures].min())


def _block_wrongs(sizes: list[int], block: int, replication: int) -> list[Wrong]:
    """What people take for the number of stored blocks."""
    blocks = sum(-(-size // block) for size in sizes)
    other = 64 if block == 128 else 128
    return [
        Wrong(blocks, "복제를 곱하지 않았습니다. 블록마다 복제본이 있습니다."),
        Wrong(sum(size // block for size in sizes) * replication, "마지막의 덜 찬 블록을 버렸습니다. 나머지도 블록 하나를 씁니다."),
        Wrong(ceil(sum(sizes) / block) * replication, "파일을 합친 크기를 나누었습니다. 한 블록에는 한 파일의 자료만 들어갑니다."),
        Wrong(blocks * (replication - 1), "복제 계수에서 1을 뺐습니다. 복제 계수는 원본을 넣어 센 수입니다."),
        Wrong(blocks * (replication + 1), "복제 계수에 원본을 더했습니다. 복제 계수는 원본을 넣어 센 수입니다."),
        Wrong(sum(size // block + 1 for size in sizes) * replication, "나누어떨어지는 파일에도 블록을 하나 더했습니다."),
        Wrong(sum(-(-size // other) for size in sizes) * replication, f"블록의 크기를 {other}MB로 놓았습니다. 물음은 {block}MB입니다."),
    ]


@template("storage.blocks", "blocks_of_files", "HDFS에 저장되는 블록 복제본의 수")
def blocks_of_files(draw: Draw) -> Draft:
    """How many block replicas a few files become."""
    (place, kinds), count = draw.pick(_FILES), 4 if draw.is_extended else 3
    block, replication = draw.pick([64, 128, 256] if draw.is_extended else [64, 128]), draw.pick([2, 3])
    sizes = [draw.integer(1, 6) * block + draw.pick([0, 1, 1, 1]) * draw.integer(2, block // 10) * 5 for _ in range(count)]
    draw.require(max(sizes) < 1000 or draw.is_extended)
    blocks = [-(-size // block) for size in sizes]
    names = kinds[:count]
    return Draft(
        stem=f"{with_particle(place, '을/를')} 블록의 크기가 {block}MB, 복제 계수가 {replication}인 HDFS에 파일마다 따로 저장한다. "
        "파일의 크기가 다음과 같을 때, 데이터노드에 저장되는 블록 복제본은 모두 몇 개인가?",
        data=Table(columns=("파일", *names), rows=(("크기(MB)", *sizes),)),
        key=compute(block_replicas, sizes=sizes, block=block, replication=replication),
        decimals=0,
        unit="개",
        why="파일마다 크기를 블록의 크기로 나누어 올림한 수를 더하고, 복제 계수를 곱한다.",
        wrongs=_block_wrongs(sizes, block, replication),
        steps=[
            "복제본의 수 = 복제 계수 × Σ(파일 크기/블록 크기의 올림)",
            *(f"{name}: {size}/{block} → {number}개" for name, size, number in zip(names, sizes, blocks, strict=True)),
            f"블록 = {' + '.join(map(str, blocks))} = {sum(blocks)}",
            f"복제본 = {replication} × {sum(blocks)} = {replication * sum(blocks)}",
        ],
    )


def _raw_wrongs(volume: Fraction, kept: Fraction, replication: int, reserved: Fraction) -> list[Wrong]:
    """What people take for the disk space that *volume* of raw data needs."""
    data, left = volume * kept, 1 - reserved
    return [
        Wrong(float(data * replication), "비워 둘 공간을 넣지 않았습니다."),
        Wrong(float(data * replication * (1 + reserved)), "비워 둘 비율만큼 더했습니다. 쓸 수 있는 비율로 나누어야 합니다."),
        Wrong(float(data * replication * left), "쓸 수 있는 비율을 곱했습니다. 필요한 디스크는 나누어 구합니다."),
        Wrong(float(data / left), "복제 계수를 곱하지 않았습니다."),
        Wrong(float(data * (replication + 1) / left), "복제 계수에 원본을 더했습니다. 복제 계수는 원본을 넣어 센 수입니다."),
        Wrong(float(volume * replication / left), "압축을 반영하지 않았습니다."),
        Wrong(float(volume * (1 - kept) * replication / left), "압축으로 줄어든 크기를 곱했습니다. 남는 크기를 곱합니다."),
        Wrong(float(data * replication / reserved), "비워 둘 비율로 나누었습니다. 쓸 수 있는 비율로 나눕니다."),
    ]


@template("storage.blocks", "raw_storage", "복제와 여유를 더한 디스크 용량")
def storage_needed(draw: Draw) -> Draft:
    """The disk space for daily data over a time, with compression, replication and reserve."""
    source, replication = draw.pick(_SOURCES), draw.pick([2, 3])
    kept = draw.pick(
        [Fraction(35, 100), Fraction(45, 100), Fraction(55, 100)] if draw.is_extended else [Fraction(n, 10) for n in (3, 4, 6)]
    )
    reserved = draw.pick([Fraction(15, 100), Fraction(3, 10)] if draw.is_extended else [Fraction(1, 5), Fraction(1, 4), Fraction(2, 5)])
    daily, days = Fraction(draw.integer(1, 20), 10), draw.pick([45, 75, 90, 120] if draw.is_extended else [10, 20, 30, 50, 60, 100])
    volume = daily * days
    data = volume * kept
    needed = data * replication / (1 - reserved)
    draw.require(draw.is_extended or (needed * 10).denominator == 1)
    return Draft(
        stem=f"{with_particle(source, '은/는')} 하루 {plain(daily)}TB씩 쌓이며, 저장할 때 원래 크기의 {plain(kept * 100)}%로 압축된다. "
        f"복제 계수가 {replication}인 HDFS에 {days}일분을 보관하고 디스크의 {plain(reserved * 100)}%는 작업 공간으로 비워 두려면, 디스크는 "
        "모두 몇 TB가 필요한가? (소수 둘째 자리에서 반올림)",
        key=compute(raw_storage, daily=float(daily), days=days, kept=float(kept), replication=replication, reserved=float(reserved)),
        decimals=1,
        unit="TB",
        why="압축한 크기에 복제 계수를 곱하고, 디스크 가운데 쓸 수 있는 비율로 나눈다.",
        wrongs=_raw_wrongs(volume, kept, replication, reserved),
        steps=[
            "필요한 디스크 = 하루 자료 × 일수 × 압축 뒤의 비율 × 복제 계수/(1 − 비워 둘 비율)",
            f"압축한 자료 = {plain(daily)} × {days} × {plain(kept)} = {plain(data)}",
            f"복제본까지 = {plain(data)} × {replication} = {plain(data * replication)}",
            f"필요한 디스크 = {plain(data * replication)}/{plain(1 - reserved)} = {show(float(needed), 1)}TB",
        ],
    )


def _capacity_wrongs(nodes: int, spare: int, disk: int, replication: int, reserved: Fraction) -> list[Wrong]:
    """What people take for the original data that a cluster holds, *spare* nodes of which may fail."""
    left = nodes - spare
    usable = left * disk * (1 - reserved)
    failed = f"고장에 대비할 {spare}대를 빼지 않았습니다. 남은 데이터노드에 복제본이 모두 들어가야 합니다."
    return [
        Wrong(float(nodes * disk * (1 - reserved) / replication), failed),
        Wrong(float(usable), "복제 계수로 나누지 않았습니다. 같은 자료가 복제 계수만큼 저장됩니다."),
        Wrong(float(Fraction(left * disk, replication)), "비워 둘 공간을 빼지 않았습니다."),
        Wrong(float(left * disk * reserved / replication), "비워 둘 비율을 곱했습니다. 쓸 수 있는 비율을 곱합니다."),
        Wrong(float(usable / (replication + 1)), "복제 계수에 원본을 더했습니다. 복제 계수는 원본을 넣어 센 수입니다."),
        Wrong(float(usable / (replication - 1)), "복제 계수에서 1을 뺐습니다. 복제 계수는 원본을 넣어 센 수입니다."),
        Wrong(float(left * disk / (1 + reserved) / replication), "1 + 비율로 나누었습니다. 비워 둘 공간은 디스크에서 뺍니다."),
        Wrong(
            float(nodes * disk * (1 - reserved) / (replication + spare)),
            "고장 난 대수를 복제 계수에 더했습니다. 데이터노드의 수에서 뺍니다.",
        ),
    ]


@template("storage.blocks", "original_capacity", "고장에 대비하여 저장할 수 있는 원본")
def capacity(draw: Draw) -> Draft:
    """The original data that a cluster holds when some of its nodes may fail."""
    source, replication, spare = draw.pick(_SOURCES), draw.pick([2, 3]), draw.integer(1, 2)
    nodes = draw.integer(8, 40) if draw.is_extended else draw.integer(5, 20)
    disk = draw.pick([12, 14, 18, 22] if draw.is_extended else [4, 6, 8, 10, 16, 20])
    reserved = draw.pick([Fraction(15, 100), Fraction(3, 10)] if draw.is_extended else [Fraction(1, 5), Fraction(1, 4)])
    left = nodes - spare
    usable = left * disk * (1 - reserved)
    original = usable / replication
    draw.require(draw.is_extended or (original * 10).denominator == 1)
    return Draft(
        stem=f"디스크가 {disk}TB인 데이터노드 {nodes}대의 HDFS에 {with_particle(source, '을/를')} 저장한다. 복제 계수는 {replication}이고, "
        f"디스크의 {plain(reserved * 100)}%는 작업 공간으로 비워 둔다. 데이터노드 {spare}대가 고장 나 빠져도 나머지에 복제본이 모두 "
        "들어가게 하려면, 원본은 몇 TB까지 저장할 수 있는가? (소수 둘째 자리에서 반올림)",
        key=compute(original_capacity, disks=[disk] * left, replication=replication, reserved=float(reserved)),
        decimals=1,
        unit="TB",
        why="빠질 데이터노드를 뺀 나머지 디스크에서 비워 둘 공간을 빼고, 복제 계수로 나눈다.",
        wrongs=_capacity_wrongs(nodes, spare, disk, replication, reserved),
        steps=[
            "원본 = 남는 데이터노드 × 디스크 × (1 − 비워 둘 비율)/복제 계수",
            f"남는 디스크 = ({nodes} − {spare}) × {disk} = {left * disk}",
            f"쓸 수 있는 디스크 = {left * disk} × {plain(1 - reserved)} = {plain(usable)}",
            f"원본 = {plain(usable)}/{replication} = {show(float(original), 1)}TB",
        ],
    )


def _choice(scheme: _Scheme, needed: Fraction) -> str:
    return f"{scheme.name}, {show(float(needed), 0)}TB"


def _scheme_wrongs(draw: Draw, schemes: list[_Scheme], best: _Scheme, volume: int, failures: int) -> list[Wrong]:
    """The other schemes, and other volumes of the right one: only two, so that the choices never name one alone."""
    found = []
    for scheme in schemes:
        if scheme != best:
            strong = scheme.extra >= failures
            fault = "디스크가 더 많이 듭니다." if strong else f"데이터노드 {scheme.extra}대의 고장만 견딥니다."
            found.append((scheme, scheme.needed(volume), f"{scheme.name}의 용량은 맞지만 {fault}"))
            share = volume * (1 + Fraction(scheme.extra, scheme.data + scheme.extra))
            found.append((scheme, share, f"{scheme.name}에서 추가 블록을 전체 블록의 수로 나누었습니다. 데이터 블록의 수로 나눕니다."))
    kept = [
        (best, best.needed(volume) - volume, "방식은 맞지만 추가 블록만의 용량을 구했습니다."),
        (best, volume * (1 + Fraction(best.extra, best.data + best.extra)), "방식은 맞지만 추가 블록의 수를 전체 블록 수로 나누었습니다."),
        (best, volume * Fraction(best.data + best.extra, best.extra), "방식은 맞지만 전체 블록 수를 추가 블록 수로 나누었습니다."),
    ]
    return [
        Wrong(float(tb), why, _choice(scheme, tb)) for scheme, tb, why in found + draw.sample(kept, 2) if max(100, volume + 1) <= tb < 1000
    ]


@template("storage.blocks", "cheapest_scheme", "고장을 견디는 가장 작은 저장 방식")
def cheapest_scheme(draw: Draw) -> Draft:
    """Which scheme survives some failures with the least disk space."""
    source, failures = draw.pick(_SOURCES), draw.integer(1, 3)
    volume = draw.integer(101, 299) if draw.is_extended else draw.integer(8, 39) * 6
    schemes = draw.sample(_SCHEMES, 5 if draw.is_extended else 4)
    strong = [scheme for scheme in schemes if scheme.extra >= failures]
    draw.require(1 < len(strong) < len(schemes))
    costs = [scheme.needed(volume) for scheme in strong]
    best, least = strong[costs.index(min(costs))], min(costs)
    draw.require(costs.count(least) == 1)
    return Draft(
        stem=f"{source} {volume}TB를 저장한다. 데이터 블록 d개마다 복제본이나 패리티로 추가 블록 p개를 두면, 그 d + p개 가운데 어느 p개를 "
        f"잃어도 자료를 되살릴 수 있다. 블록은 저마다 다른 데이터노드에 둔다. 데이터노드 {failures}대가 한꺼번에 고장 나도 자료를 잃지 "
        "않는 방식 가운데 디스크가 가장 적게 드는 것과 그때의 디스크 용량은? (소수 첫째 자리에서 반올림)",
        data=Table(columns=("방식", "데이터 블록 d", "추가 블록 p"), rows=tuple(schemes)),
        key=compute(
            least_storage, volume=volume, data=[one.data for one in schemes], extra=[one.extra for one in schemes], failures=failures
        ),
        decimals=0,
        label=_choice(best, least),
        why="추가 블록의 수만큼 고장을 견디고, 디스크는 원본의 (d + p)/d배가 든다.",
        wrongs=_scheme_wrongs(draw, schemes, best, volume, failures),
        steps=[
            f"견디는 고장 = p, 디스크 = 원본 × (d + p)/d; 조건은 p ≥ {failures}",
            *(f"{one.name}: {volume} × {one.data + one.extra}/{one.data} = {show(float(one.needed(volume)), 1)}TB" for one in strong),
            f"가장 작은 것은 {best.name}의 {show(float(least), 0)}TB이다.",
        ],
    )
