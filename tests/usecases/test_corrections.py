"""Edits to the bank: wording keeps progress, a new revision leaves the figures, a corrected key grades past answers again."""

import pytest

from quizapp.store import answers, memories, sums
from quizapp.usecases.answer import answer
from quizapp.usecases.ask import ask, question_of
from quizapp.usecases.start import start_quiz
from quizapp.usecases.statistics import statistics


@pytest.fixture
def answered(desk, bank_folder):
    """Item 7 was answered with its first choice, which the bank said was wrong."""
    sitting = ask(desk, start_quiz(desk, ("2",), 4), may_wait=True)
    while question_of(sitting).origin.item != "sample-item-0007":
        sitting, _ = answer(desk, sitting, "1", unsure=False, elapsed_ms=5)
        sitting = ask(desk, sitting.proceeded(), may_wait=True)
    first = next(n for n, choice in enumerate(question_of(sitting).choices, 1) if choice.text.startswith("가"))
    answer(desk, sitting, str(first), unsure=False, elapsed_ms=5)
    return bank_folder / "2_second" / "2-1-1.yaml"


def edit(path, *changes):
    head, seventh = path.read_text(encoding="utf-8").split("- id: sample-item-0007")
    for old, new in changes:
        assert old in seventh
        seventh = seventh.replace(old, new, 1)
    path.write_text(head + "- id: sample-item-0007" + seventh, encoding="utf-8")


def of_seven(desk):
    return [row for row in answers.log(desk.database) if row["item"] == "sample-item-0007"]


def test_wording_alone_changes_no_figure(desk, answered, bank_folder, make_desk):
    before = statistics(desk)
    edit(answered, ("다음 중 7번 물음의", "다음 가운데 7번 물음의"))
    assert statistics(make_desk(bank_folder)) == before


def test_a_new_revision_leaves_the_old_answers_out_of_the_figures(desk, answered, bank_folder, make_desk):
    before = statistics(desk)["answers"]
    edit(answered, ("revision: 1", "revision: 2"))
    again = make_desk(bank_folder)
    assert statistics(again)["answers"] == before - 1
    assert len(of_seven(again)) == 1


def test_a_corrected_key_grades_past_answers_again_and_says_so_once(desk, answered, bank_folder, make_desk):
    assert [row["correct"] for row in of_seven(desk)] == [False]
    lapsed = memories.get(desk.database, "item:sample-item-0007")
    edit(
        answered,
        ("revision: 1", "revision: 2\n  corrected: '2027-03-01'"),
        ("{text: 가 보기 7,", "{text: 가 보기 7, correct: true,"),
        ("{text: 나 보기 7, correct: true,", "{text: 나 보기 7,"),
    )
    again = make_desk(bank_folder)
    assert any("다시 채점" in notice and "맞음으로 1개" in notice for notice in again.notices)
    ((correct, grade),) = again.database.connection.execute("SELECT correct, grade FROM counted WHERE item = 'sample-item-0007'").fetchall()
    assert (correct, grade) == (1, 3)
    assert memories.get(again.database, "item:sample-item-0007").stability > lapsed.stability
    assert [row["correct"] for row in of_seven(again)] == [False]  # the log itself is never changed
    assert sums.are_true(again.database)
    assert sum(one.correct for one in sums.tallies(again.database) if one.item == "sample-item-0007") == 1
    assert make_desk(bank_folder).notices == []


def test_a_deleted_item_keeps_its_history(desk, answered, bank_folder, make_desk):
    before = statistics(desk)["answers"]
    answered.write_text(answered.read_text(encoding="utf-8").split("- id: sample-item-0007")[0], encoding="utf-8")
    again = make_desk(bank_folder)
    assert statistics(again)["answers"] == before
