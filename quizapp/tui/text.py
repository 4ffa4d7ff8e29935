"""The one door through which text of the bank reaches the screen: never as markup, widths in terminal cells."""

from __future__ import annotations

import re

from rich.cells import cell_len, chop_cells, set_cell_size
from textual.content import Content

CURSOR = ">"
"""Stands before what is chosen: a background alone would not show without colour, and arrowheads are not in every terminal's font."""

_WORD = re.compile(r"\s*\S+")
"""A word with the space before it."""
_WIDEST_LETTER = 2
_BAR_CELLS, _LEAST_BAR = 20, 4
_FURTHER_IN = 4


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


def shortened(text: str, width: int) -> str:
    """*text* in exactly *width* cells, filled or cut."""
    return padded(text, width) if cell_len(text) <= width else set_cell_size(text, max(0, width - 1)) + "…"


def wrapped(text: str, width: int) -> list[str]:
    """*text* in lines of at most *width* cells, broken between words; a word that is wider is cut."""
    return [line for paragraph in text.split("\n") for line in _paragraph(paragraph, max(_WIDEST_LETTER, width))]


def _paragraph(text: str, width: int) -> list[str]:
    lines, line, used = list[str](), "", 0
    for word in _WORD.findall(text):
        cells = cell_len(word)
        if line and used + cells > width:
            lines.append(line)
            line, used = "", 0
            word = word.lstrip()  # noqa: PLW2901 - the space before it stays at the end of the line
            cells = cell_len(word)
        if cells > width:
            *whole, word = chop_cells(word, width)  # noqa: PLW2901 - what is left of it begins the next line
            lines += whole
            cells = cell_len(word)
        line, used = line + word, used + cells
    return [*lines, line]


def hanging(head: str, text: str, width: int) -> list[str]:
    """*text* after *head*; further lines begin below its first letter."""
    indent = cell_len(head)
    first, *rest = wrapped(text, width - indent)
    return [head + first, *(" " * indent + line for line in rest)]


def indented(text: str, width: int, indent: int) -> list[str]:
    """*text* of one paragraph in lines of at most *width* cells, all but the first one *indent* cells further in."""
    first, *more = wrapped(text, width)
    rest = wrapped(text[len(first) :].strip(), width - indent) if more else []
    return [first, *(" " * indent + line for line in rest)]


def verbatim(text: str, width: int) -> list[str]:
    """Code or a program's output: every line as it is; what does not fit goes on below, further in."""
    lines = []
    for line in text.splitlines():
        if cell_len(line) <= width:
            lines.append(line)
            continue
        margin = " " * min(len(line) - len(line.lstrip()), width // 2)
        lines += [margin + part for part in indented(line.strip(), width - len(margin), _FURTHER_IN)]
    return lines


def bar(share: float, width: int) -> str:
    """A bar of *width* cells filled to *share* (0 to 1); ASCII, because block signs are two cells wide in some terminals."""
    filled = round(max(0.0, min(1.0, share)) * width)
    return "=" * filled + "." * (width - filled)


def bar_line(name: str, names: int, share: float, behind: str, width: int) -> str:
    """A name in *names* cells, a bar, and something behind it, in at most *width* cells: the bar gives way first, then the name."""
    room = width - cell_len(behind) - 1
    cells = min(_BAR_CELLS, room - names)
    if cells < _LEAST_BAR:
        return f"{shortened(name, room)} {behind}"
    return f"{padded(name, names)}{bar(share, cells)} {behind}"
