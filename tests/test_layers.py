"""What the floors promise: contracts between modules, and what a process really imports."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.sample_bank import write_bank

HEAVY = ("numpy", "scipy", "sklearn", "pydantic", "yaml", "sqlite_utils")


def imported_by(code: str) -> set[str]:
    """The top-level modules in a child process after *code*: the only proof that a deferral defers."""
    script = f"{code}\nimport sys\nprint('|'.join(sorted({{name.partition('.')[0] for name in sys.modules}})))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split("|"))


def test_the_contracts_between_modules_hold():
    done = subprocess.run([str(Path(sys.executable).with_name("lint-imports"))], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_showing_the_version_imports_no_textual():
    loaded = imported_by("from quizapp.cli.commands import quizapp\ntry:\n    quizapp(['--version'])\nexcept SystemExit:\n    pass")
    assert not {"textual", *HEAVY} & loaded


@pytest.mark.parametrize("face", ["textual", "plain", "exam"])
def test_the_first_question_of_a_second_start_imports_nothing_heavy(tmp_path, face):
    bank = write_bank(tmp_path / "bank")
    start = f"from quizapp.cli.opening import open_learner_desk; from pathlib import Path; desk = open_learner_desk(Path({str(bank)!r}))"
    subprocess.run([sys.executable, "-c", start], check=True, capture_output=True)
    if face == "textual":
        use = """
import asyncio
from quizapp.tui.app import QuizApp
from quizapp.usecases.start import start_quiz
app = QuizApp(desk, start_quiz(desk, ("1",), 3))
async def look():
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.screen.NAME == "question"
asyncio.run(look())
"""
    elif face == "exam":
        use = """
import io
from quizapp.plain.exam import run_exam
from tests.exams import new_paper
run_exam(desk, new_paper(desk), io.StringIO("1\\n"), io.StringIO())
"""
    else:
        use = """
import io
from quizapp.plain.sitting import run_sitting
from quizapp.usecases.start import start_quiz
run_sitting(desk, start_quiz(desk, ("1",), 3), io.StringIO(""), io.StringIO())
"""
    assert not set(HEAVY) & imported_by(start + "\n" + use)


def test_listing_the_exercises_imports_no_scikit_learn():
    assert not {"sklearn", "scipy", "numpy"} & imported_by("from quizapp.exercises.template import templates; templates()")
