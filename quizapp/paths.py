"""Where things lie: the data folder, the cache folder and the bank that comes with the program."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders of one installation. Nothing is made before something is written there."""

    data: Path
    """What must not be lost: the answer log and its backups."""
    cache: Path
    """What can be made again: the compiled bank."""

    def database(self, exam_id: str) -> Path:
        """The answer log of one exam; each exam has a file of its own, so that ids of different banks never meet."""
        return self.data / f"{exam_id}.db"


def folders() -> Folders:
    """The folders in force: below QUIZAPP_HOME where it is set, else where the platform keeps such files."""
    home = os.environ.get("QUIZAPP_HOME")
    if home:
        root = Path(home).expanduser().absolute()
        return Folders(data=root, cache=root / "cache")
    import platformdirs

    return Folders(
        data=Path(platformdirs.user_data_dir("quizapp", appauthor=False)),
        cache=Path(platformdirs.user_cache_dir("quizapp", appauthor=False)),
    )


def default_bank() -> Path:
    """The bank that comes with the program: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent
    installed = package / "question_bank"
    return installed if installed.is_dir() else package.parent / "question_bank"
