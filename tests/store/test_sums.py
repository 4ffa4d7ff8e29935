"""The log summed by day and by topic, whatever happens to an answer."""

from quizapp.store import answers, sums
from quizapp.store.sums import DaySum, Tally
from quizapp.usecases.examine import findings
from quizapp.usecases.remember import rebuild
from tests.questions import number_question
from tests.store.test_answers import append, database, given  # noqa: F401 - a fixture


def test_every_answer_is_in_the_sums_of_its_day_and_topic(database):  # noqa: F811
    append(database, given(0))
    append(database, given(1, day=740_001, correct=False, unsure=True))
    append(database, given(2, number_question(), day=740_001))
    assert sums.days(database, 740_001) == [DaySum(740_001, "1", 1, 0, 1, 1200), DaySum(740_001, "2", 1, 1, 0, 1200)]
    assert Tally("1-1-1-1", "sample-item-0000", 1, 1, 1, 0, 1200) in sums.tallies(database)
    assert sums.days_studied(database) == [740_001, 740_000]
    assert sums.are_true(database)


def test_sums_follow_undo_and_regrading(database):  # noqa: F811
    first, second = append(database, given(0)), append(database, given(1))
    answers.regrade(database, [(first, False), (second, True)], 1_800_000_001_000)
    assert [one.correct for one in sums.days(database, 0)] == [1]
    assert sums.are_true(database)
    answers.undo(database, second, 1_800_000_002_000, "item:sample-item-0001", lambda: None)
    assert [(one.answers, one.correct) for one in sums.days(database, 0)] == [(1, 0)]
    assert sums.are_true(database)


def test_wrong_sums_are_found_and_made_anew(database):  # noqa: F811
    append(database, given(0))
    with database.transaction() as connection:
        connection.execute("UPDATE day_sum SET correct = 9")
    assert not sums.are_true(database)
    assert any("합계" in line for line in findings(database.path))
    rebuild(database)
    assert sums.are_true(database)
