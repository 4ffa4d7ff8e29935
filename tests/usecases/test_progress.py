"""Progress: the tree, the days, time, papers, and what is remembered after so many days."""

import json

import pytest

from quizapp.usecases import exam
from quizapp.usecases.days import calendar, streak
from quizapp.usecases.progress import papers, time_by_subject, tree
from quizapp.usecases.recall import recall_report
from quizapp.usecases.statistics import statistics
from tests.exams import answered_paper, opened_paper
from tests.practised import DAY_MS, practise


@pytest.fixture
def practised(kinds_desk, clock):
    return practise(kinds_desk, clock)


def at(rows, code):
    return next(row for row in rows if row["code"] == code)


def test_the_tree_has_every_topic_and_parents_sum_their_children(practised):
    rows = tree(practised)
    assert [row["code"] for row in rows] == [topic.code for topic in practised.bank.syllabus.topics]
    for name in ("items", "met", "due", "answers", "correct"):
        assert at(rows, "1-1-1")[name] == at(rows, "1-1-1-1")[name] + at(rows, "1-1-1-2")[name]
        assert sum(row[name] for row in rows if row["level"] == 1) == sum(row[name] for row in rows if row["level"] == 4)
    assert sum(row["answers"] for row in rows if row["level"] == 1) == statistics(practised)["answers"]


def test_mastery_counts_what_was_never_met_as_unknown(practised):
    first, second = at(tree(practised), "1"), at(tree(practised), "2")
    assert 0 < first["mastery"] < first["recall"] <= 1
    assert (second["mastery"], second["recall"], second["accuracy"]) == (0, None, None)


def test_mastery_falls_with_time_and_things_become_due(practised, clock):
    before = at(tree(practised), "1")
    clock.pass_ms(60 * DAY_MS)
    after = at(tree(practised), "1")
    assert after["mastery"] < before["mastery"]
    assert after["due"] > before["due"]


def test_the_calendar_is_twelve_weeks_from_a_monday_to_today(practised):
    days = calendar(practised)
    assert (days[0]["date"], days[-1]["date"]) == ("2026-12-21", "2027-03-11")
    assert len(days) == 7 * 11 + 4
    assert [day["answers"] for day in days[-12:]] == [4, 4, 4, 0, 0, 4, 4, 4, 4, 4, 4, 4]
    assert days[-1]["minutes"] == pytest.approx(1.4, abs=0.05)


def test_a_streak_ends_where_a_day_was_left_out_and_waits_for_today(practised, clock):
    assert streak(practised) == 7
    clock.pass_ms(DAY_MS)
    assert streak(practised) == 7
    clock.pass_ms(DAY_MS)
    assert streak(practised) == 0


def test_time_is_told_by_subject(practised):
    first, second = time_by_subject(practised)
    assert (first["code"], first["share"], second["share"], second["seconds_an_answer"]) == ("1", 1, 0, None)
    assert first["seconds_an_answer"] == pytest.approx(21.5, abs=0.5)


def test_papers_are_told_the_oldest_first(kinds_desk):
    for answers in ("oooo", "xxxx"):
        exam.submit(kinds_desk, answered_paper(kinds_desk, opened_paper(kinds_desk), answers), by_time=False)
    assert [(paper["form"], paper["points"], paper["passed"]) for paper in papers(kinds_desk)] == [
        ("subject-1", 100, True),
        ("subject-1", 0, False),
    ]


def test_retention_is_told_by_interval_without_answers_of_the_same_day(practised):
    report = recall_report(practised.database, practised.bank.exam)
    rows = report["retention_by_interval"]
    assert [(row["from_days"], row["to_days"]) for row in rows] == [(1, 3), (4, 7), (8, 14), (15, 30), (31, None)]
    assert sum(row["answers"] for row in rows) > 0
    assert all((row["retention"] is None) == (row["answers"] == 0) for row in rows)


def test_stats_say_the_same_as_the_screen(quizapp, bank):
    (summary,) = [json.loads(line) for line in quizapp("stats", "--json", "--bank", bank)[0].splitlines()]
    assert {"tree", "calendar", "retention_by_interval", "time_by_subject", "papers"} <= summary.keys()
