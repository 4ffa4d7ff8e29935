"""What the commands share: options, opening bank and desk, output for programs."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from quizapp.bank.compiled import Bank
    from quizapp.bank.load import LoadedBank
    from quizapp.usecases.desk import Desk

bank_option = click.option("--bank", "bank", type=click.Path(path_type=Path), help="다른 문제은행 폴더")
json_option = click.option("--json", "as_json", is_flag=True, help="프로그램이 읽을 꼴로 (한 줄에 하나)")
plain_option = click.option("--plain", is_flag=True, help="화면 대신 글로 (파이프, 화면 읽기 프로그램)")
topic_option = click.option("--topic", "topics", multiple=True, metavar="CODE", help="출제기준 코드, 여러 번 쓸 수 있음 (예: 3-2)")
seed_option = click.option("--seed", type=click.IntRange(0, 2**31 - 1), help="같은 번호면 같은 문제")


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


def print_json(rows: Iterable[dict[str, Any]]) -> None:
    """One object a line."""
    for row in rows:
        click.echo(json.dumps(row, ensure_ascii=False))


def _tell_compiling() -> None:
    click.echo("문제은행을 준비하고 있습니다…", err=True)
