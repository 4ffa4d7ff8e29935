"""The one door through which text of the bank reaches the screen: never as markup, widths in terminal cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

if TYPE_CHECKING:
    from quizapp.items import Table  # 7 ms of import that the first screen does not need

COLUMN_GAP = "   "


def plain(text: str) -> Content:
    """*text* as written: `a[i]` and `[/]` stay what they are."""
    return Content(text)


def emphasised(text: str, words: tuple[str, ...]) -> Content:
    """*text* with the last occurrence of each of *words* set off (bold and underlined, so that it shows without colour)."""
    content = Content(text)
    for word in words:
        start = text.rfind(word)
        if start >= 0:
            content = content.stylize("bold underline", start, start + len(word))
    return content


def padded(text: str, width: int, *, right: bool = False) -> str:
    """*text* filled with spaces to *width* terminal cells."""
    spaces = " " * max(0, width - cell_len(text))
    return spaces + text if right else text + spaces


def table_lines(table: Table) -> list[str]:
    """The table as lines of equal cell width: a header, a rule, the rows; columns of numbers are set to the right."""
    cells = [table.columns, *(tuple(str(cell) for cell in row) for row in table.rows)]
    widths = [max(cell_len(row[at]) for row in cells) for at in range(len(table.columns))]
    numeric = [all(_is_number(row[at]) for row in cells[1:]) for at in range(len(widths))]
    lines = [COLUMN_GAP.join(padded(row[at], width, right=numeric[at]) for at, width in enumerate(widths)) for row in cells]
    rule = COLUMN_GAP.join("-" * width for width in widths)
    return [lines[0], rule, *lines[1:]]


def fitting_table(table: Table, width: int) -> list[str]:
    """The table within *width* cells: as it is, else turned on its side, else one cell a line under the name of its row."""
    for arrangement in (table, _turned(table)):
        lines = table_lines(arrangement)
        if cell_len(lines[0]) <= width:
            return lines
    name = max(cell_len(column) for column in table.columns)
    return [
        line
        for row in table.rows
        for line in (f"{row[0]}", *(f"  {padded(column, name)}  {cell}" for column, cell in zip(table.columns[1:], row[1:], strict=True)))
    ]


def _turned(table: Table) -> Table:
    from quizapp.items import Table

    names = (table.columns[0], *(str(row[0]) for row in table.rows))
    rows = tuple((column, *(row[at] for row in table.rows)) for at, column in enumerate(table.columns) if at)
    return Table(columns=names, rows=rows)


def _is_number(text: str) -> bool:
    return text.lstrip("+-−").replace(",", "").replace(".", "").rstrip("%").isdigit() or text in {"?", "-", ""}


def bar(share: float, width: int) -> str:
    """A bar of *width* cells filled to *share* (0 to 1); ASCII, because block signs are two cells wide in some terminals."""
    filled = round(max(0.0, min(1.0, share)) * width)
    return "=" * filled + "." * (width - filled)
