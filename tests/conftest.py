"""Every test has a data folder of its own; none reads or writes the developer's."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC
from pathlib import Path
from random import Random

import pytest

from quizapp.exercises.supply import Supply
from quizapp.paths import default_bank, folders
from quizapp.study.days import study_day
from quizapp.usecases.desk import Desk
from quizapp.usecases.opening import open_desk
from quizapp.usecases.welcome import note_welcomed
from tests.sample_bank import OTHER_KINDS, write_bank


class FakeClock:
    """A clock that a test moves by hand; it starts on 2027-03-01 00:00 UTC."""

    def __init__(self) -> None:
        self.utc_ms = 1_803_859_200_000
        self.ticks_ms = 0

    def now_ms(self) -> int:
        return self.utc_ms

    def today(self) -> int:
        return study_day(self.utc_ms, UTC)

    def monotonic_ms(self) -> int:
        return self.ticks_ms

    def pass_ms(self, ms: int) -> None:
        self.utc_ms += ms
        self.ticks_ms += ms


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch) -> Path:
    """The data folder."""
    folder = tmp_path / "home"
    monkeypatch.setenv("QUIZAPP_HOME", str(folder))
    return folder


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def bank_folder(tmp_path) -> Path:
    """A small bank: two subjects, eight items, one card, one skill."""
    return write_bank(tmp_path / "bank")


@pytest.fixture
def make_desk(clock, home):
    """Opens desks on a bank's folder and closes them at the end."""
    desks = []

    def make(folder: Path, supply=None, *, is_first_time: bool = False) -> Desk:
        desk = replace(open_desk(folder, folders(), lambda: None), clock=clock, chance=Random(7), supply=supply or Supply())
        if not is_first_time:
            note_welcomed(desk)
        desks.append(desk)
        return desk

    yield make
    for desk in desks:
        desk.close()


@pytest.fixture
def desk(make_desk, bank_folder) -> Desk:
    """A desk on the small bank."""
    return make_desk(bank_folder)


@pytest.fixture
def real_desk(make_desk) -> Desk:
    """A desk on the bank that comes with the program."""
    return make_desk(default_bank())


@pytest.fixture
def kinds_desk(bank_folder, make_desk) -> Desk:
    """A desk on the small bank with a term, a cloze and an order added."""
    path = bank_folder / "1_first" / "1-1-1.yaml"
    path.write_text(path.read_text(encoding="utf-8") + OTHER_KINDS, encoding="utf-8")
    return make_desk(bank_folder)


@pytest.fixture
def quizapp(home):
    """Runs the program in a process of its own."""

    def run(*arguments, given="", status=0, **environment):
        done = subprocess.run(
            [sys.executable, "-m", "quizapp", *arguments],
            input=given if isinstance(given, bytes) else given.encode(),
            capture_output=True,
            check=False,
            env=os.environ | {"PYTHONWARNINGS": "error"} | environment,
        )
        out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        assert done.returncode == status, (out, err)
        assert "Traceback" not in err
        return out, err

    return run


@pytest.fixture
def bank(tmp_path) -> str:
    """The folder of the small bank."""
    return str(write_bank(tmp_path / "bank"))
