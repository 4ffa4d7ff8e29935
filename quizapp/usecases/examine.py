"""Looking through the data file: whether it is sound, and whether what is derived is what the log gives."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from quizapp.errors import DatabaseDamagedError
from quizapp.store import sums
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
            wrong += [f"오답노트가 기록과 다릅니다: {entry} (`quizapp db rebuild`로 고칩니다)" for entry in slips.differences(database)]
            if not sums.are_true(database):
                wrong.append("날마다·주제마다의 합계가 기록과 다릅니다 (`quizapp db rebuild`로 고칩니다)")
            return found + wrong
    except DatabaseDamagedError as error:
        return [str(error)]
