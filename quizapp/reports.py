"""What a developer needs of a failure, in a file; the learner gets a sentence."""

from __future__ import annotations

import sys
import traceback
from datetime import UTC, datetime

from quizapp import __version__
from quizapp.errors import QuizappError
from quizapp.paths import folders

FOLDER = "reports"
"""Where reports lie, within the data folder."""


def sentence() -> str:
    """What the learner is told of the exception being handled: its own sentence where it has one, else that a report was kept."""
    error = sys.exception()
    return str(error) if isinstance(error, QuizappError) else keep_report()


def keep_report() -> str:
    """Writes the exception being handled into a file of the data folder.

    Returns the sentence for the learner, with the file's path, or with the trace's last line where no file can be written.
    """
    try:
        folder = folders().data / FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{datetime.now(UTC):%Y%m%d-%H%M%S}.txt"
        path.write_text(f"quizapp {__version__}, Python {sys.version}\n\n{traceback.format_exc()}", encoding="utf-8")
    except OSError:
        where = traceback.format_exc().splitlines()[-1]
    else:
        where = str(path)
    return f"예상하지 못한 문제가 생겼습니다. 저장된 답은 그대로입니다. 자세한 내용: {where}"
