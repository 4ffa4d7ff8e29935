"""What the templates of divergences share: situations, tables of shares, entropies in bits. Registers no template."""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING

from quizapp.items import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

TOPICS = (
    ("쇼핑몰 유입 경로", ("검색", "광고", "추천", "직접", "기타")),
    ("병원 진료과별 접수", ("내과", "외과", "소아과", "안과", "기타")),
    ("공장 불량 유형", ("긁힘", "균열", "변색", "치수", "기타")),
    ("물류센터 배송 권역", ("동부", "서부", "남부", "북부", "기타")),
    ("공공 민원 유형", ("교통", "환경", "복지", "주택", "기타")),
)
"""What is shared out, and its classes."""


def entropy_bits(p: Sequence[float]) -> float:
    """The entropy H(P)."""
    return -sum(x * log2(x) for x in p if x)


def cross_bits(p: Sequence[float], q: Sequence[float]) -> float:
    """The cross-entropy H(P, Q)."""
    return -sum(x * log2(y) for x, y in zip(p, q, strict=True) if x)


def kl_bits(p: Sequence[float], q: Sequence[float]) -> float:
    """The divergence KL(P‖Q)."""
    return cross_bits(p, q) - entropy_bits(p)


def distribution_table(topic: str, names: Sequence[str], rows: dict[str, list[float]]) -> Table:
    """A row of shares for each distribution; as many classes as the shares."""
    columns = (topic, *names[: len(next(iter(rows.values())))])
    cells = {name: [int(share) if share in (0, 1) else share for share in shares] for name, shares in rows.items()}
    return Table(columns=columns, rows=tuple((name, *row) for name, row in cells.items()))
