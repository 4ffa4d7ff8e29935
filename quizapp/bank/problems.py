"""What is wrong in a bank, as data: which file, which line, which rule, which item."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding. Errors leave the item (or the file) out; warnings only tell."""

    file: str
    """Relative to the bank's folder."""
    line: int
    code: str
    item: str
    """The item's id, or '-' where there is none."""
    message: str
    warning: bool = False

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.code} {self.item} {self.message}"
