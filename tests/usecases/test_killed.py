"""Killed at any moment, no answered question is lost, and the sitting goes on where it was."""

import random
import subprocess
import sys
import time

from quizapp.usecases.remember import differences


def kill_at_random(bank_folder, make_desk, times, seed):
    chance = random.Random(seed)
    acknowledged = 0
    for _ in range(times):
        process = subprocess.Popen([sys.executable, "-m", "tests.usecases.killed", str(bank_folder)], stdout=subprocess.PIPE, text=True)
        first = process.stdout.readline().split()
        assert first[0] == "start"
        assert int(first[1]) >= acknowledged, "an acknowledged answer is gone"
        time.sleep(chance.uniform(0.0, 0.08))
        process.kill()
        lines = process.stdout.read().splitlines()
        process.stdout.close()
        process.wait()
        whole = [line for line in lines if line.startswith("kept ") and line[5:].isdigit()]
        acknowledged = max([acknowledged, *(int(line[5:]) for line in whole[:-1])])
    desk = make_desk(bank_folder)
    kept = desk.database.connection.execute("SELECT COUNT(*) FROM answer").fetchone()[0]
    assert kept >= acknowledged > 0
    assert desk.database.connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert differences(desk.database) == []
    doubled = "SELECT 1 FROM counted GROUP BY sitting, position HAVING COUNT(*) > 1"
    assert desk.database.connection.execute(doubled).fetchone() is None


def test_no_answer_is_lost_in_a_hundred_kills(bank_folder, make_desk):
    kill_at_random(bank_folder, make_desk, 100, seed=2)
