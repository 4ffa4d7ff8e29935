"""Opens a bank: the compiled copy where its files have not changed, else after compiling them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from quizapp.bank.compiled import Bank, compiled_path, open_compiled, write_compiled
from quizapp.errors import BankUnreadableError


def open_bank(folder: Path, cache: Path, on_compile: Callable[[], None]) -> Bank:
    """The bank in *folder*, ready for questions; *on_compile* is called before the files have to be read.

    Raises BankUnreadableError, and DataFolderError where the cache folder cannot be written.
    """
    path = compiled_path(folder, cache)
    bank = open_compiled(path)
    if bank is None:
        on_compile()
        # pydantic and YAML cost about 70 ms and are needed only when a file has changed.
        from quizapp.bank.load import read_bank

        write_compiled(read_bank(folder), path)
        bank = open_compiled(path)
    if bank is None:
        raise BankUnreadableError(folder, f"정리한 사본을 읽을 수 없습니다: {path}")
    return bank
