"""Looking through the data file: whether it is sound, and whether the memories are what the log gives."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from quizapp.errors import DatabaseDamagedError
from quizapp.store.database import open_database
from quizapp.store.health import check, dangling
from quizapp.usecases import slips
from quizapp.usecases.remember import differences


def findings(path: Path) -> list[str]:
    """What is wrong with the data file at *path*, a line each; damage comes with the way out."""
    try:
        with closing(open_database(path)) as database:
            check(database)
            found = dangling(database)
            wrong = [f"기억 상태가 기록과 다릅니다: {key} (`quizapp db rebuild`로 고칩니다)" for key in differences(database)]
            book = [f"오답노트가 기록과 다릅니다: {entry} (`quizapp db rebuild`로 고칩니다)" for entry in slips.differences(database)]
            return found + wrong + book
    except DatabaseDamagedError as error:
        return [str(error)]
