"""Memories follow the log: with every answer, after undo, after a rebuild, in whatever order logs were merged."""

from random import Random

import pytest

from quizapp.store import memories
from quizapp.usecases.answer import answer, undo
from quizapp.usecases.ask import ask, question_of
from quizapp.usecases.remember import differences, rebuild
from quizapp.usecases.start import start_quiz

DAY_MS = 86_400_000


@pytest.fixture
def studied(desk, clock):
    """A desk with some weeks of answers, some of them taken back."""
    chance = Random(3)
    for _ in range(12):
        sitting = start_quiz(desk, ("1",), 4)
        for _ in range(4):
            sitting = ask(desk, sitting, may_wait=True)
            sitting, _ = answer(
                desk, sitting, str(chance.randint(1, 4)), unsure=chance.random() < 0.2, elapsed_ms=chance.randint(300, 9000)
            )
            if chance.random() < 0.3:
                sitting = undo(desk, sitting)
                sitting, _ = answer(desk, sitting, "2", unsure=False, elapsed_ms=500)
            sitting = sitting.proceeded()
            clock.pass_ms(20_000)
        clock.pass_ms(chance.randint(0, 4) * DAY_MS)
    return desk


def test_every_answer_leaves_the_memory_that_the_log_gives(studied):
    assert differences(studied.database) == []


def test_rebuilding_restores_the_same_memories(studied):
    before = memories.everything(studied.database)
    with studied.database.transaction() as connection:
        connection.execute("UPDATE memory SET stability = 99")
        connection.execute("DELETE FROM memory WHERE key = ?", (before[0].key,))
    assert len(differences(studied.database)) == len(before)
    assert rebuild(studied.database) == len(before)
    assert memories.everything(studied.database) == before


def test_taking_the_only_answer_back_leaves_no_memory(desk):
    sitting = ask(desk, start_quiz(desk, ("1",), 3), may_wait=True)
    sitting, _ = answer(desk, sitting, "1", unsure=False, elapsed_ms=5)
    undo(desk, sitting)
    assert memories.everything(desk.database) == []


def test_the_order_in_which_rows_were_merged_does_not_matter(studied):
    before = memories.everything(studied.database)
    rows = studied.database.connection.execute("SELECT * FROM answer").fetchall()
    undone = studied.database.connection.execute("SELECT * FROM undo").fetchall()
    Random(1).shuffle(rows)
    with studied.database.transaction() as connection:
        connection.execute("DELETE FROM undo")
        connection.execute("DELETE FROM answer")
        connection.executemany(f"INSERT INTO answer VALUES ({', '.join('?' * len(rows[0]))})", rows)
        connection.executemany("INSERT INTO undo VALUES (?, ?, ?)", undone)
    rebuild(studied.database)
    assert memories.everything(studied.database) == before


@pytest.mark.parametrize("back_ms", [0, 1, 40_000, 3 * DAY_MS])
def test_a_clock_that_stands_still_or_is_set_back_leaves_the_memories_of_the_log(desk, clock, back_ms):
    chance = Random(5)
    for turn in range(20):
        sitting = ask(desk, start_quiz(desk, ("1-1-1-2",), 1), may_wait=True)
        answer(desk, sitting, str(chance.randint(1, 4)), unsure=False, elapsed_ms=900)
        clock.pass_ms(-back_ms if turn % 3 else 60_000)
        assert differences(desk.database) == []


def test_a_right_and_fast_answer_counts_as_easy_once_the_pace_is_known(desk):
    grades = []
    for _ in range(6):
        sitting = start_quiz(desk, ("1",), 5)
        for _ in range(5):
            sitting = ask(desk, sitting, may_wait=True)
            fast = len(grades) >= 25
            sitting, _ = answer(desk, sitting, str(question_of(sitting).right_number), unsure=False, elapsed_ms=200 if fast else 5000)
            sitting = sitting.proceeded()
            grades.append(desk.database.connection.execute("SELECT grade FROM answer ORDER BY rowid DESC").fetchone()[0])
    assert set(grades[:20]) == {3}
    assert grades[25] == 4
