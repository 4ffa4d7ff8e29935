"""A table of the bank in whatever arrangement fits the width."""

from __future__ import annotations

from rich.cells import cell_len

from quizapp.items import Table
from quizapp.tui.text import hanging, indented, padded, wrapped

GAP = "   "
LEAST_CELLS = 14
"""Columns are not made narrower than this: their words would stand one below the other."""
INDENT = "  "


def fitting_table(table: Table, width: int) -> list[str]:
    """The table within *width* cells: as it is, else turned on its side, else with broken lines in its columns, else cell by cell."""
    for arrangement in (table, _turned(table)):
        lines = table_lines(arrangement)
        if cell_len(lines[0]) <= width:
            return lines
    return _broken(table, width) or _stacked(table, width)


def table_lines(table: Table) -> list[str]:
    """The table as lines of equal cell width: a header, a rule, the rows. Columns of numbers stand on their decimal points."""
    columns = _columns(table)
    return _rows([[[cell] for cell in row] for row in zip(*columns, strict=True)], _widths(columns))


def _columns(table: Table) -> list[list[str]]:
    """The columns, each with its heading first; columns of numbers are set to the right."""
    columns = []
    for at, heading in enumerate(table.columns):
        cells = [str(row[at]) for row in table.rows]
        if all(map(_is_number, cells)):
            cells = _on_the_point(cells)
            width = max(map(cell_len, [heading, *cells]))
            columns.append([padded(cell, width, right=True) for cell in (heading, *cells)])
        else:
            columns.append([heading, *cells])
    return columns


def _on_the_point(cells: list[str]) -> list[str]:
    """Numbers with spaces behind those that have fewer decimals, so that all points stand in one place when set to the right."""
    behind = [len(cell) - cell.index(".") if "." in cell else 0 for cell in cells]
    if any(cell.endswith("%") for cell in cells):
        return cells  # the sign stands at the end of all of them
    return [cell + " " * (max(behind) - own) for cell, own in zip(cells, behind, strict=True)]


def _widths(columns: list[list[str]]) -> list[int]:
    return [max(map(cell_len, column)) for column in columns]


def _rows(rows: list[list[list[str]]], widths: list[int]) -> list[str]:
    """Rows of cells, each cell in lines, below each other; a rule below the first row."""
    lines = []
    for row in rows:
        for at in range(max(map(len, row))):
            parts = [padded(cell[at] if at < len(cell) else "", width) for cell, width in zip(row, widths, strict=True)]
            lines.append(GAP.join(parts))
        if row is rows[0]:
            lines.append(GAP.join("-" * width for width in widths))
    return lines


def _broken(table: Table, width: int) -> list[str]:
    """The table with its widest columns narrowed and their cells in several lines; nothing where they would be too narrow."""
    columns = _columns(table)
    widths = _widths(columns)
    room = width - len(GAP) * (len(widths) - 1)
    narrowed = list(widths)
    while sum(narrowed) > room:
        widest = max(range(len(narrowed)), key=lambda at: narrowed[at])
        if narrowed[widest] <= LEAST_CELLS:
            return []
        narrowed[widest] -= 1
    return _rows(
        [[indented(cell, own, len(INDENT)) for cell, own in zip(row, narrowed, strict=True)] for row in zip(*columns, strict=True)],
        narrowed,
    )


def _stacked(table: Table, width: int) -> list[str]:
    """A line for every cell below the first one of its row, each under its heading."""
    name = min(max(map(cell_len, table.columns[1:]), default=0), width // 2)
    lines = []
    for row in table.rows:
        lines += hanging(f"{table.columns[0]}  ", str(row[0]), width)
        for column, cell in zip(table.columns[1:], row[1:], strict=True):
            *above, last = wrapped(column, name)
            lines += [INDENT + line for line in above]
            lines += hanging(f"{INDENT}{padded(last, name)}  ", str(cell), width)
    return lines


def _turned(table: Table) -> Table:
    names = (table.columns[0], *(str(row[0]) for row in table.rows))
    rows = tuple((column, *(row[at] for row in table.rows)) for at, column in enumerate(table.columns) if at)
    return Table(columns=names, rows=rows)


def _is_number(text: str) -> bool:
    return text.lstrip("+-−").replace(",", "").replace(".", "").rstrip("%").isdigit() or text in {"?", "-", ""}
