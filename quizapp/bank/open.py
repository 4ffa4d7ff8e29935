"""Opens a bank: the compiled copy where its files have not changed, else after compiling them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from quizapp.bank.compiled import Bank, compiled_in_memory, compiled_path, open_compiled, write_compiled
from quizapp.errors import DataFolderError


def open_bank(folder: Path, cache: Path, on_compile: Callable[[], None]) -> Bank:
    """The bank in *folder*, ready for questions; *on_compile* is called before the files have to be read.

    Where the cache folder cannot be written, the copy lives in memory: slower at every start, but what only reads the bank needs no place
    to write. Raises BankUnreadableError.
    """
    path = compiled_path(folder, cache)
    bank = open_compiled(path)
    if bank is not None:
        return bank
    on_compile()
    # pydantic and YAML cost about 70 ms and are needed only when a file has changed.
    from quizapp.bank.load import read_bank

    read = read_bank(folder)
    try:
        write_compiled(read, path)
    except DataFolderError:
        return compiled_in_memory(read, path)
    return open_compiled(path) or compiled_in_memory(read, path)
