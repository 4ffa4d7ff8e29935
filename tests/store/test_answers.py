"""The log: append-only, undo is a row, positions are answered once."""

import pytest

from quizapp.errors import SittingMovedError
from quizapp.store import answers, sums
from quizapp.store.database import open_database
from quizapp.store.identity import new_id
from quizapp.store.memories import MemoryRow
from tests.questions import choice_question, number_question


@pytest.fixture
def database(home):
    database = open_database(home / "exam.db")
    with database.transaction() as connection:
        connection.execute("INSERT INTO sitting (id, verb, seed, topics, started_ms) VALUES ('s', 'quiz', 1, '[]', 1)")
    yield database
    database.close()


def given(position=0, question=None, **changes):
    values = {
        "at_ms": 1_800_000_000_000 + position,
        "day": 740_000,
        "sitting": "s",
        "position": position,
        "previous": "",
        "question": question or choice_question(position),
        "response": "2",
        "correct": True,
        "unsure": False,
        "elapsed_ms": 1200,
        "grade": 3,
    }
    return answers.Given(**values | changes)


def append(database, row):
    return answers.append(database, row, lambda: MemoryRow(row.question.origin.key, 2.3, 5.0, row.day, row.day + 2, 1, 0, 3, 3, row.at_ms))


def test_an_answer_is_kept_with_all_that_was_shown(database):
    append(database, given(0))
    append(database, given(1, number_question(), response="0.7", correct=False, grade=1))
    first, second = answers.log(database)
    assert first["shown"] == {"choices": ["보기 1", "보기 2", "보기 3", "보기 4"]}
    assert (first["item"], first["revision"], first["response"], first["correct"], first["undone"]) == (
        "sample-item-0000",
        1,
        "2",
        True,
        False,
    )
    assert (second["skill"], second["template"], second["seed"]) == ("metrics.f_score", "metrics.f_score.sample", 5)
    assert second["shown"]["value"] == number_question().value


def test_an_answer_taken_back_stays_in_the_log_and_counts_no_more(database):
    identity = append(database, given(0))
    answers.undo(database, identity, 1_800_000_000_500, "item:sample-item-0000", lambda: None)
    assert [row["undone"] for row in answers.log(database)] == [True]
    assert sums.tallies(database) == sums.days(database, 0) == []
    assert answers.of_sitting(database, "s") == []
    append(database, given(0))
    assert len(answers.of_sitting(database, "s")) == 1


def test_a_position_answered_in_another_window_is_refused(database):
    append(database, given(0))
    with pytest.raises(SittingMovedError):
        append(database, given(0))
    assert len(list(answers.log(database))) == 1


def test_identities_sort_by_time_and_never_repeat():
    made = [new_id(1_800_000_000_000 + step) for step in range(200)]
    assert made == sorted(made)
    assert len({new_id(1) for _ in range(1000)}) == 1000
    assert {identity[14] for identity in made} == {"7"}
