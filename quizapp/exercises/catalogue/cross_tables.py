"""Tables of counts by two variables: what they are about, how they are drawn and shown. Registers no template."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from quizapp.exercises.draw import Draw
from quizapp.items import Cell, Table


@dataclass(frozen=True, slots=True)
class Crossing:
    """Two variables that are counted together, and their categories."""

    place: str
    unit: str
    names: tuple[str, str]
    rows: tuple[str, str, str]
    columns: tuple[str, str, str]


CROSSINGS = (
    Crossing("어느 쇼핑몰의 회원", "명", ("연령대", "결제 수단"), ("20대", "30대", "40대"), ("카드", "간편", "이체")),
    Crossing("한 병원의 환자", "명", ("진료과", "만족도"), ("내과", "외과", "안과"), ("만족", "보통", "불만")),
    Crossing("한 공장의 제품", "개", ("생산 라인", "판정"), ("1라인", "2라인", "3라인"), ("양품", "재작업", "불량")),
    Crossing("어느 물류센터의 택배", "건", ("권역", "배송 결과"), ("수도권", "영남", "호남"), ("정시", "지연", "반송")),
    Crossing("한 지자체의 민원", "건", ("시간대", "창구"), ("오전", "오후", "야간"), ("앱", "전화", "방문")),
)


@dataclass(frozen=True, slots=True)
class Counts:
    """A table of counts."""

    crossing: Crossing
    cells: tuple[tuple[int, ...], ...]

    @property
    def row_totals(self) -> list[int]:
        """The sums of the rows."""
        return [sum(row) for row in self.cells]

    @property
    def column_totals(self) -> list[int]:
        """The sums of the columns."""
        return [sum(column) for column in zip(*self.cells, strict=True)]

    @property
    def total(self) -> int:
        """How many there are."""
        return sum(self.row_totals)

    def expected(self, row: int, column: int) -> Fraction:
        """The count that independence leads to expect."""
        return Fraction(self.row_totals[row] * self.column_totals[column], self.total)

    def places(self) -> list[tuple[int, int]]:
        """Row and column of every cell, row by row."""
        return [(i, j) for i, row in enumerate(self.cells) for j in range(len(row))]

    def plain(self) -> list[list[int]]:
        """The counts as a computation takes them."""
        return [list(row) for row in self.cells]

    def name(self, row: int, column: int) -> str:
        """What a cell is called."""
        return f"{self.crossing.rows[row]}·{self.crossing.columns[column]}"

    def shown(self) -> Table:
        """The counts with their totals."""
        rows: list[tuple[Cell, ...]] = [(name, *row, sum(row)) for name, row in zip(self.crossing.rows, self.cells, strict=False)]
        columns = self.crossing.columns[: len(self.cells[0])]
        return Table(columns=("구분", *columns, "합계"), rows=(*rows, ("합계", *self.column_totals, self.total)))


def even_counts(draw: Draw, rows: int, columns: int) -> Counts:
    """Counts whose expected ones are whole numbers from 6 to 60, and that differ from them in every column."""
    first, second = ([draw.integer(1, 4) for _ in range(size)] for size in (rows, columns))
    unit = draw.pick([2, 3, 4, 5, 6, 8, 10, 12])
    gaps = [[draw.integer(-8, 8) for _ in range(columns - 1)] for _ in range(rows - 1)]
    gaps = [[*row, -sum(row)] for row in gaps]
    gaps.append([-sum(column) for column in zip(*gaps, strict=True)])
    expected = [[unit * a * b for b in second] for a in first]
    counts = tuple(tuple(e + d for e, d in zip(*pair, strict=True)) for pair in zip(expected, gaps, strict=True))
    flat = [e for row in expected for e in row]
    draw.require(min(flat) >= 6 and max(flat) <= 60 and all(any(column) for column in zip(*gaps, strict=True)))
    draw.require(min(map(min, counts)) >= 2 and 2 * sum(abs(d) for row in gaps for d in row) <= sum(flat))
    return Counts(draw.pick(CROSSINGS), counts)


def round_counts(draw: Draw, rows: int, columns: int) -> Counts:
    """Counts whose total is a round number."""
    cells = [[draw.integer(6, 40) for _ in range(columns)] for _ in range(rows)]
    missing = draw.pick([100, 150, 200, 250]) - sum(map(sum, cells))
    cells[draw.integer(0, rows - 1)][draw.integer(0, columns - 1)] += missing
    draw.require(min(map(min, cells)) >= 6 and max(map(max, cells)) <= 60)
    return Counts(draw.pick(CROSSINGS), tuple(map(tuple, cells)))
