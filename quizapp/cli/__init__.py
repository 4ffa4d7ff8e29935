"""The entry of the program."""

from __future__ import annotations

import os
import sys

from quizapp.cli.opening import has_screen, open_home

# Textual 8.2.7 and later ask the terminal for a keyboard protocol under which several terminals lose Hangul; it reads this once, at import.
os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")


def main() -> None:
    """Runs a command; a failure is told in one sentence on standard error and ends with status 1."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # pipes on Korean Windows are cp949, which lacks many signs
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        _run()
    except BrokenPipeError:  # the reader of our output has gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception:  # noqa: BLE001 - a learner is told what to do; what a developer needs goes into a file
        from quizapp.reports import sentence

        sys.exit(f"quizapp: {sentence()}")


def _run() -> None:
    """The first screen at once where nothing else was asked for (the command-line library costs 10 ms), else the command."""
    if len(sys.argv) == 1 and has_screen():
        open_home(None)
        return
    from quizapp.cli.commands import quizapp

    quizapp(prog_name="quizapp")
