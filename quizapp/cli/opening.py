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


def open_learner_desk(bank: Path | None) -> Desk:
    """The desk on the bank."""
    from quizapp.paths import folders
    from quizapp.usecases.opening import open_desk

    return open_desk(bank_folder(bank), folders(), _tell_compiling)


def open_home(bank: Path | None) -> None:
    """Shows the first screen until the learner leaves."""
    from quizapp.tui.app import run

    run(open_learner_desk(bank))


def tell_notices(desk: Desk) -> None:
    """What happened while opening, for the learner, on standard error; the first screen shows it itself."""
    for notice in desk.notices:
        sys.stderr.write(f"{notice}\n")
    sys.stderr.flush()


def _tell_compiling() -> None:
    sys.stderr.write("문제은행을 준비하고 있습니다…\n")
    sys.stderr.flush()
