"""k-anonymity and l-diversity: sizes of the groups of records that share their quasi-identifiers, counted with numpy.

https://numpy.org/doc/stable/reference/generated/numpy.unique.html
https://numpy.org/doc/stable/reference/generated/numpy.count_nonzero.html
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import product
from typing import NamedTuple

from quizapp.exercises.computation import compute
from quizapp.exercises.draw import Draw
from quizapp.exercises.template import Draft, Wrong, template
from quizapp.items import Table
from quizapp.korean import with_particle


class _Register(NamedTuple):
    """Records of people: whose, the quasi-identifiers with their values, the sensitive column with its values."""

    place: str
    quasi: tuple[tuple[str, tuple[str, ...]], ...]
    sensitive: str
    secrets: tuple[str, ...]


_AGES, _SEXES = ("연령대", ("20대", "30대", "40대", "50대")), ("성별", ("남", "여"))

_REGISTERS = (
    _Register("한 병원의 퇴원 기록", (_AGES, ("거주지", ("동구", "서구", "남구")), _SEXES), "진단명", ("위염", "천식", "골절", "당뇨")),
    _Register("한 지자체의 복지 상담 기록", (_AGES, ("거주지", ("읍", "면", "동")), _SEXES), "상담 내용", ("채무", "의료", "주거", "취업")),
    _Register(
        "어느 보험사의 청구 기록", (_AGES, ("지역", ("서울", "부산", "대전")), _SEXES), "청구 사유", ("입원", "수술", "통원", "치과")
    ),
    _Register(
        "한 물류회사의 병가 기록", (_AGES, ("직무", ("운전", "분류", "사무")), _SEXES), "병가 사유", ("허리", "감기", "수술", "우울")
    ),
)


def smallest_group(quasi_identifiers: list[list[str]]) -> float:
    import numpy as np

    _, sizes = np.unique(quasi_identifiers, axis=0, return_counts=True)
    return float(sizes.min())


def smallest_diversity(counts: list[list[int]]) -> float:
    import numpy as np

    return float(np.count_nonzero(counts, axis=1).min())


def records_in_small_groups(sizes: list[int], k: int) -> float:
    import numpy as np

    groups = np.array(sizes)
    return float(groups[groups < k].sum())


def smallest_merged_group(counts: list[list[int]]) -> float:
    import numpy as np

    merged = np.array(counts).reshape(len(counts), -1, 2).sum(axis=2)
    return float(merged.min())


def _whole(wrongs: Iterable[Wrong]) -> list[Wrong]:
    """The misconceptions that lead to a whole number: a size of a group cannot be another."""
    return [wrong for wrong in wrongs if float(wrong.value).is_integer()]


def _sizes(records: Iterable[Sequence[str]]) -> list[int]:
    return list(Counter(map(tuple, records)).values())


def _k_wrongs(people: list[list[str]], secrets: list[str]) -> list[Wrong]:
    """What people take for the k of records."""
    sizes = _sizes(people)
    k = min(sizes)
    return _whole(
        [
            Wrong(max(sizes), "가장 큰 동질 집합의 크기를 구했습니다. k는 가장 작은 동질 집합이 정합니다."),
            Wrong(len(sizes), "동질 집합의 수를 셌습니다. k는 집합 하나에 든 레코드 수의 최솟값입니다."),
            Wrong(min(_sizes(zip(*zip(*people, strict=True), secrets, strict=True))), "민감한 값까지 준식별자로 보고 묶었습니다."),
            Wrong(len(people) / len(sizes), "동질 집합의 평균 크기를 구했습니다. k는 최솟값입니다."),
            Wrong(min(_sizes(person[:1] for person in people)), "첫째 준식별자만으로 묶었습니다. 준식별자를 모두 함께 봅니다."),
            Wrong(min(_sizes(person[1:2] for person in people)), "둘째 준식별자만으로 묶었습니다. 준식별자를 모두 함께 봅니다."),
            Wrong(k - 1, "가장 작은 집합에서 자신을 빼고 셌습니다. k에는 자신도 들어갑니다."),
            Wrong(len(set(secrets)), "서로 다른 민감한 값의 수를 셌습니다. k는 준식별자로 묶은 레코드의 수입니다."),
            Wrong(max(Counter(secrets).values()), "민감한 값으로 묶었습니다. 동질 집합은 준식별자로 묶습니다."),
        ]
    )


@template("privacy.k_anonymity", "k_of_records", "레코드 표가 만족하는 k")
def k_of_records(draw: Draw) -> Draft:
    """The k of a table of records."""
    register, columns = draw.pick(_REGISTERS), 3 if draw.is_extended else 2
    sizes = [draw.integer(1, 6) for _ in range(draw.integer(3, 4) if draw.is_extended else draw.integer(2, 3))]
    draw.require(12 <= sum(sizes) <= 16 if draw.is_extended else 7 <= sum(sizes) <= 11)
    quasi = register.quasi[:columns]
    groups = draw.sample(list(product(*(draw.sample(values, 2) for _, values in quasi))), len(sizes))
    draw.require(all(len(set(values)) > 1 for values in zip(*groups, strict=True)))
    people = draw.shuffled([list(group) for group, size in zip(groups, sizes, strict=True) for _ in range(size)])
    secrets = [draw.pick(register.secrets) for _ in people]
    names = [name for name, _ in quasi]
    return Draft(
        stem=f"{register.place}에서 뽑은 자료가 다음과 같다. 준식별자는 {'·'.join(names)}, 민감한 속성은 {register.sensitive}이다. "
        "이 자료가 만족하는 k-익명성의 가장 큰 k는?",
        data=Table(
            columns=("번호", *names, register.sensitive),
            rows=tuple((row, *person, secret) for row, (person, secret) in enumerate(zip(people, secrets, strict=True), 1)),
        ),
        key=compute(smallest_group, quasi_identifiers=people),
        decimals=0,
        why="준식별자의 값이 모두 같은 레코드가 동질 집합이고, 그 크기의 최솟값이 k이다.",
        wrongs=_k_wrongs(people, secrets),
        steps=[
            "k = 동질 집합 크기의 최솟값",
            *(f"({', '.join(group)}): {size}건" for group, size in zip(groups, sizes, strict=True)),
            f"k = min({', '.join(map(str, sizes))}) = {min(sizes)}",
        ],
    )


def _pair(k: int, diversity: int) -> str:
    return f"k = {k}, l = {diversity}"


def _pair_wrongs(draw: Draw, counts: list[list[int]]) -> list[Wrong]:
    """Wrong pairs of k and l: few enough keep one half that counting halves does not give the right pair away."""
    sizes, kinds = [sum(row) for row in counts], [sum(map(bool, row)) for row in counts]
    k, least, smallest_cell = min(sizes), min(kinds), min(cell for row in counts for cell in row if cell)
    keep_k = [
        (k, max(kinds), "k는 맞지만 l을 값의 종류가 가장 많은 집합에서 구했습니다."),
        (k, len(counts[0]), "k는 맞지만 l을 표 전체의 값의 종류로 보았습니다."),
        (k, kinds[sizes.index(k)], "k는 맞지만 l도 가장 작은 집합에서 구했습니다. l은 모든 집합의 최솟값입니다."),
        (k, max(counts[sizes.index(k)]), "k는 맞지만 l을 가장 많은 값의 레코드 수로 보았습니다."),
    ]
    keep_l = [
        (max(sizes), least, "l은 맞지만 k를 가장 큰 동질 집합에서 구했습니다."),
        (len(counts), least, "l은 맞지만 k를 동질 집합의 수로 보았습니다."),
        (smallest_cell, least, "l은 맞지만 민감한 값까지 함께 묶어 k를 구했습니다."),
        (sizes[kinds.index(least)], least, "l은 맞지만 k도 값의 종류가 가장 적은 집합에서 구했습니다."),
    ]
    neither = [
        (max(sizes), max(kinds), "k와 l을 모두 가장 큰 값으로 구했습니다. 둘 다 최솟값입니다."),
        (least, k, "k와 l을 바꾸었습니다. 레코드의 수가 k, 값의 종류가 l입니다."),
        (len(counts), len(counts[0]), "동질 집합의 수와 값의 종류를 표 전체에서 셌습니다."),
        (smallest_cell, max(kinds), "칸의 최솟값을 k로, 가장 많은 종류를 l로 보았습니다."),
        (max(sizes), len(counts[0]), "가장 큰 집합의 크기를 k로, 표 전체의 값의 종류를 l로 보았습니다."),
        (smallest_cell, len(counts[0]), "칸의 최솟값을 k로, 표 전체의 값의 종류를 l로 보았습니다."),
    ]
    pairs = draw.sample(keep_k, 2) + draw.sample(keep_l, 2) + neither
    possible = [(size, diversity, why) for size, diversity, why in pairs if size >= diversity or "바꾸었습니다" in why]
    return [Wrong(diversity, why, _pair(size, diversity)) for size, diversity, why in possible]


@template("privacy.k_anonymity", "k_and_l", "동질 집합별 집계에서 k와 l")
def k_and_l(draw: Draw) -> Draft:
    """The largest k and l of a cross table of groups and sensitive values."""
    register, groups = draw.pick(_REGISTERS), 4 if draw.is_extended else 3
    names = draw.sample([f"{first}·{second}" for first, second in product(register.quasi[0][1], register.quasi[1][1])], groups)
    counts = [[draw.pick([0, 0, 1, 1, 2, 3]) for _ in register.secrets] for _ in names]
    sizes, kinds = [sum(row) for row in counts], [sum(map(bool, row)) for row in counts]
    draw.require(
        min(sizes) >= 2 and max(sizes) <= 9 and len(set(sizes)) > 1 and len(set(kinds)) > 1 and all(map(any, zip(*counts, strict=True)))
    )
    first, second = register.quasi[0][0], register.quasi[1][0]
    return Draft(
        stem=f"{with_particle(register.place, '을/를')} 준식별자({first}·{second})로 묶어 {with_particle(register.sensitive, '을/를')} "
        "센 결과가 다음과 같다. 이 자료가 만족하는 k-익명성의 가장 큰 k와, 서로 다른 값의 수로 정의한 l-다양성의 가장 큰 l은?",
        data=Table(columns=("동질 집합", *register.secrets), rows=tuple((name, *row) for name, row in zip(names, counts, strict=True))),
        key=compute(smallest_diversity, counts=counts),
        decimals=0,
        label=_pair(min(sizes), min(kinds)),
        why="k는 동질 집합에 든 레코드 수의 최솟값, l은 동질 집합에 든 서로 다른 민감한 값의 수의 최솟값이다.",
        wrongs=_pair_wrongs(draw, counts),
        steps=[
            "k = min(레코드 수), l = min(서로 다른 민감한 값의 수)",
            *(f"{name}: {size}건, 값 {kind}종" for name, size, kind in zip(names, sizes, kinds, strict=True)),
            f"k = {min(sizes)}, l = {min(kinds)}",
        ],
    )


def _suppression_wrongs(sizes: list[int], k: int) -> list[Wrong]:
    """What people take for the number of records in groups smaller than *k*."""
    small = [size for size in sizes if size < k]
    return [
        Wrong(len(small), "k보다 작은 동질 집합의 수를 셌습니다. 물음은 그 집합에 든 레코드의 수입니다."),
        Wrong(
            sum(small) + k * sizes.count(k),
            f"크기가 꼭 {k}인 집합도 삭제했습니다. {k}건이면 k = {with_particle(str(k), '을/를')} 만족합니다.",
        ),
        Wrong(sum(sizes) - sum(small), "삭제하고 남는 레코드의 수를 구했습니다."),
        Wrong(sum(k - size for size in small), "집합을 k건으로 채우는 데 모자라는 수를 더했습니다. 물음은 삭제할 레코드의 수입니다."),
        Wrong(k * len(small), "k보다 작은 집합의 수에 k를 곱했습니다. 집합마다 든 레코드의 수를 더합니다."),
        Wrong(min(small), "가장 작은 집합만 삭제했습니다. k보다 작은 집합을 모두 삭제해야 합니다."),
        Wrong(sum(size for size in sizes if size > k), "크기가 k보다 큰 집합의 레코드를 더했습니다. 삭제할 것은 k보다 작은 집합입니다."),
        Wrong(sizes.count(1), "한 건뿐인 집합만 삭제했습니다. k보다 작은 집합을 모두 삭제해야 합니다."),
    ]


@template("privacy.k_anonymity", "suppression", "k를 만족하려고 삭제할 레코드 수")
def suppression(draw: Draw) -> Draft:
    """How many records lie in groups smaller than k."""
    register, k = draw.pick(_REGISTERS), draw.integer(4, 7) if draw.is_extended else draw.integer(3, 5)
    cells = [f"{first}·{second}" for first, second in product(register.quasi[0][1], register.quasi[1][1])]
    names = sorted(draw.sample(cells, 9 if draw.is_extended else 6))
    sizes = [draw.integer(1, 14 if draw.is_extended else 8) for _ in names]
    small = [size for size in sizes if size < k]
    draw.require(2 <= len(small) < len(sizes) and k in sizes)
    return Draft(
        stem=f"{with_particle(register.place, '을/를')} 공개하려고 준식별자의 값이 같은 레코드를 센 결과가 다음과 같다. k = {k}인 "
        "k-익명성에 어긋나는 동질 집합의 레코드를 모두 삭제할 때, 삭제할 레코드는 몇 건인가?",
        data=Table(columns=("동질 집합", "레코드 수"), rows=tuple(zip(names, sizes, strict=True))),
        key=compute(records_in_small_groups, sizes=sizes, k=k),
        decimals=0,
        unit="건",
        why="레코드 수가 k보다 작은 동질 집합만 k-익명성에 어긋나므로, 그 집합의 레코드를 모두 더한다.",
        wrongs=_suppression_wrongs(sizes, k),
        steps=[
            f"어긋나는 집합: 레코드 수 < {k}",
            f"해당하는 크기: {', '.join(map(str, small))}",
            f"삭제할 레코드 = {' + '.join(map(str, small))} = {sum(small)}",
        ],
    )


@template("privacy.k_anonymity", "generalised", "연령대를 넓게 묶은 뒤의 k")
def generalised(draw: Draw) -> Draft:
    """The k after neighbouring age bands are merged."""
    register, most = draw.pick(_REGISTERS), 19 if draw.is_extended else 9
    places = draw.sample(register.quasi[1][1], 3)
    counts = [[draw.integer(1, most) for _ in _AGES[1]] for _ in places]
    merged = [row[at] + row[at + 1] for row in counts for at in (0, 2)]
    cells = [cell for row in counts for cell in row]
    larger = [max(row[at : at + 2]) for row in counts for at in (0, 2)]
    wrongs = [
        Wrong(min(cells), "묶기 전의 k를 구했습니다. 묶으면 두 연령대의 레코드가 한 동질 집합이 됩니다."),
        Wrong(max(merged), "묶은 뒤의 가장 큰 동질 집합을 구했습니다. k는 최솟값입니다."),
        Wrong(min(map(sum, counts)), "네 연령대를 모두 한데 묶었습니다. 물음은 둘씩 묶는 것입니다."),
        Wrong(min(map(sum, zip(*counts, strict=True))), "연령대가 아니라 다른 준식별자를 한데 묶었습니다."),
        Wrong(min(larger), "묶이는 두 연령대 가운데 큰 쪽의 수를 썼습니다. 두 수를 더해야 합니다."),
        Wrong(min(row[1] + row[2] for row in counts), "30대와 40대를 묶었습니다. 물음은 20·30대와 40·50대를 묶는 것입니다."),
        Wrong(len(merged), "묶은 뒤의 동질 집합의 수를 셌습니다. k는 레코드 수의 최솟값입니다."),
        Wrong(sum(sorted(cells)[:2]), "가장 작은 두 칸을 더했습니다. 같은 행에서 이웃한 연령대끼리 묶습니다."),
        Wrong(sum(merged) / len(merged), "묶은 뒤의 평균 크기를 구했습니다. k는 최솟값입니다."),
    ]
    second = register.quasi[1][0]
    return Draft(
        stem=f"{with_particle(register.place, '을/를')} {with_particle(second, '과/와')} 연령대(준식별자)로 센 결과가 다음과 같다. "
        "연령대를 20~39세(20대·30대)와 40~59세(40대·50대)로 범주화하여 공개하면, 이 자료가 만족하는 k-익명성의 가장 큰 k는?",
        data=Table(columns=(second, *_AGES[1]), rows=tuple((place, *row) for place, row in zip(places, counts, strict=True))),
        key=compute(smallest_merged_group, counts=counts),
        decimals=0,
        why="범주화하면 묶인 칸의 레코드가 한 동질 집합이 되고, 그 크기의 최솟값이 새 k이다.",
        wrongs=_whole(wrongs),
        steps=["새 동질 집합의 크기 = 묶이는 두 연령대의 합"]
        + [f"{place}: {a} + {b} = {a + b}, {c} + {d} = {c + d}" for place, (a, b, c, d) in zip(places, counts, strict=True)]
        + [f"k = min({', '.join(map(str, merged))}) = {min(merged)}"],
    )
