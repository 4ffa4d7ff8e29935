"""The entry of the program."""

from __future__ import annotations

import errno
import os
import sys

from quizapp.cli import streams
from quizapp.cli.opening import has_screen, open_home
from quizapp.errors import OutputError
from quizapp.refusals import reason_of

NOT_WRITTEN = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF}
"""What standard output answers where it takes no more; an error of another file names the file."""

# Textual 8.2.7 and later ask the terminal for a keyboard protocol under which several terminals lose Hangul; it reads this once, at import.
os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")


def main() -> None:
    """Runs a command; a failure is told in one sentence on standard error and ends with status 1."""
    streams.prepare()
    try:
        try:
            _run()
        finally:
            sys.stdout.flush()  # a full disk is met here and told, not by the interpreter at its end
    except BrokenPipeError:  # the reader of our output has gone
        streams.drop_output()
        sys.exit(0)
    except KeyboardInterrupt:
        sys.stderr.write("\nquizapp: 그만둡니다. 여기까지의 답은 저장되었습니다.\n")
        sys.exit(130)
    except Exception as error:  # noqa: BLE001 - a learner is told what to do; what a developer needs goes into a file
        if isinstance(error, OSError) and error.errno in NOT_WRITTEN and error.filename is None:
            streams.drop_output()
            sys.exit(f"quizapp: {OutputError(reason_of(error))}")
        from quizapp.reports import sentence

        sys.exit(f"quizapp: {sentence()}")


def _run() -> None:
    """The first screen at once where nothing else was asked for (the command-line library costs 10 ms), else the command."""
    if len(sys.argv) == 1 and has_screen():
        open_home(None)
        return
    from quizapp.cli.usage import run

    run()
