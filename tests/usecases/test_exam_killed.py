"""Killed at any moment, a mock paper comes back with every answer, flag and strike, and its clock within two seconds."""

import json
import random
import subprocess
import sys
import time

import pytest

from quizapp.store import exams
from quizapp.usecases.exam import paper_of
from quizapp.usecases.remember import differences


def kill_at_random(bank_folder, make_desk, times, seed):
    chance = random.Random(seed)
    desk = make_desk(bank_folder)
    kept, ran_ms, submitted = {}, {}, set()
    for turn in range(times):
        command = [sys.executable, "-m", "tests.usecases.killed_exam", str(bank_folder), str(seed * 1000 + turn)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        lines = [process.stdout.readline()]
        time.sleep(chance.uniform(0.0, 0.12))
        process.kill()
        lines += process.stdout.read().splitlines(keepends=True)
        process.stdout.close()
        process.wait()
        times_of = {}
        for line in lines:
            if not line.endswith("\n"):
                continue  # torn by the kill
            what, paper, *numbers = line.split()
            if what == "submitted":
                submitted.add(paper)
            else:
                kept[paper] = max(kept.get(paper, 0), int(numbers[0]))
                times_of.setdefault(paper, []).append(int(numbers[1]))
        for paper, moments in times_of.items():
            ran_ms[paper] = ran_ms.get(paper, 0) + moments[-1] - moments[0]
    assert len(kept) > 1
    for paper, deeds in kept.items():
        row = exams.get(desk.database, paper)
        rows = exams.deeds_of(desk.database, paper)
        assert len(rows) >= deeds, "an acknowledged deed is gone"
        assert abs(row.used_ms - ran_ms[paper]) <= 2_000
        attempt = paper_of(desk, row).attempt
        assert attempt.is_over == (row.ended_ms is not None)
        assert attempt.is_over or paper not in submitted
        if attempt.is_over:
            logged = desk.database.connection.execute(
                "SELECT position, response, unsure FROM counted WHERE sitting = ? ORDER BY position", (paper,)
            )
            answered = [(at, str(entry.response), entry.is_unsure) for at, entry in enumerate(attempt.entries) if entry.response]
            assert [tuple(given) for given in logged] == answered, "handed in and not in the log"
    assert desk.database.connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert differences(desk.database) == []


def test_nothing_is_lost_in_some_kills(bank_folder, make_desk):
    kill_at_random(bank_folder, make_desk, 20, seed=3)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(4, 9))
def test_nothing_is_lost_in_a_hundred_kills(bank_folder, make_desk, seed):
    kill_at_random(bank_folder, make_desk, 100, seed)


def test_a_paper_killed_while_nobody_does_anything_loses_less_than_two_seconds(bank_folder, make_desk, home):
    command = [sys.executable, "-m", "quizapp", "exam", "--subject", "1", "--plain", "--bank", str(bank_folder)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    while "[1/4]" not in process.stdout.readline():
        pass
    began = time.monotonic()
    time.sleep(2.6)
    process.kill()
    passed = time.monotonic() - began
    process.communicate()
    listed = subprocess.run([*command[:4], "list", "--json", "--bank", str(bank_folder)], capture_output=True, text=True, check=True)
    assert abs(15 * 60 - passed - json.loads(listed.stdout)["remaining_s"]) < 2
