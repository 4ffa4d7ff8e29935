"""Opening bank and desk for the commands; nothing here needs the command-line library, so that the first screen does without it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizapp.bank.compiled import Bank
    from quizapp.bank.load import LoadedBank
    from quizapp.usecases.desk import Desk


def has_screen() -> bool:
    """Whether a person sits at a terminal that can show screens."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def bank_folder(bank: Path | None) -> Path:
    """The folder asked for, or the bank that comes with the program."""
    from quizapp.paths import default_bank

    return bank or default_bank()


def open_compiled_bank(bank: Path | None) -> Bank:
    """The bank, compiled."""
    from quizapp.bank.open import open_bank
    from quizapp.paths import folders

    return open_bank(bank_folder(bank), folders().cache, _tell_compiling)


def read_source_bank(bank: Path | None) -> LoadedBank:
    """The bank as its files say it."""
    from quizapp.bank.load import read_bank

    return read_bank(bank_folder(bank))


def open_learner_desk(bank: Path | None, *, on_screen: bool = False) -> Desk:
    """The desk on the bank. What the learner should know is told on standard error, unless the first screen will show it."""
    from quizapp.paths import folders
    from quizapp.usecases.opening import open_desk

    desk = open_desk(bank_folder(bank), folders(), _tell_compiling)
    if not on_screen:
        for notice in desk.notices:
            _tell(notice)
    return desk


def open_home(bank: Path | None) -> None:
    """Shows the first screen until the learner leaves."""
    from quizapp.tui.app import run

    run(open_learner_desk(bank, on_screen=True))


def close_with_a_copy(desk: Desk) -> None:
    """Ends a sitting without a screen as idle time ends one with a screen: with the day's copy of the data file."""
    from quizapp.usecases.idle import copy_of_today

    if told := copy_of_today(desk):
        _tell(told)
    desk.close()


def _tell(sentence: str) -> None:
    """A remark to the learner beside the command's output."""
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()


def _tell_compiling() -> None:
    _tell("문제은행을 준비하고 있습니다…")
