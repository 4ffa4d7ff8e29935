"""The files of a bank's folder: which are read, which are passed over; none is read that could keep the program waiting."""

from __future__ import annotations

import stat
from pathlib import Path

from quizapp.refusals import reason_of

MAX_BYTES = 4_000_000
"""Largest file read; the largest real ones are a tenth of this."""
_ELSEWHERE = ("*.yml", "*/*.yml", *(f"{'*/' * depth}*.y*ml" for depth in (2, 3, 4)))
"""Where YAML files lie that nobody reads: with another ending, or deeper than a subject's folder."""


class UnreadableFileError(Exception):
    """A file that cannot be read, with the reason in Korean."""


def bank_files(folder: Path) -> list[Path]:
    """Every file of the bank in *folder*, in the order of reading."""
    return sorted([*folder.glob("*.yaml"), *folder.glob("*/*.yaml")])


def passed_over(folder: Path) -> list[Path]:
    """The YAML files in *folder* that are not read because of their place or ending."""
    found = {path for pattern in _ELSEWHERE for path in folder.glob(pattern)} - set(bank_files(folder))
    return sorted(path for path in found if not any(part.startswith(".") for part in path.relative_to(folder).parts))


def content(path: Path) -> bytes:
    """What the file holds, one byte more than MAX_BYTES at most. Raises UnreadableFileError, also for pipes and devices."""
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            raise UnreadableFileError("폴더입니다" if stat.S_ISDIR(mode) else "보통 파일이 아닙니다")
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UnreadableFileError(reason_of(error)) from error
