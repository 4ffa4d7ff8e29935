"""The wrong-answer notebook over a real desk: what enters it, what leaves it, what it shows, and that it is always what the log gives."""

import json

import pytest

from quizapp.errors import NothingToAskError, UnknownTopicError
from quizapp.exercises.supply import Supply
from quizapp.items import Difficulty
from quizapp.sheet.notebook import notebook_html, notebook_markdown
from quizapp.store import marks, slips
from quizapp.study.sitting import Stage
from quizapp.usecases import exam
from quizapp.usecases.answer import answer, undo
from quizapp.usecases.ask import ask, question_of
from quizapp.usecases.notebook import (
    NO_REASON,
    Filter,
    Kind,
    by_misconception,
    by_topic,
    entries,
    retry,
    reviewed,
    reviewer,
    rows,
    state_words,
)
from quizapp.usecases.slips import differences, rebuild
from quizapp.usecases.start import start_quiz
from quizapp.usecases.statistics import notebook_counts
from tests.exams import answered_paper, opened_paper
from tests.notebooks import given_for, study

DAY_MS = 86_400_000
LUCKY = Filter(kind=Kind.LUCKY)


def keys(desk, wanted=Filter()):  # noqa: B008 - a frozen value
    return [entry.key for entry in entries(desk, wanted)]


def test_nothing_wrong_leaves_the_notebook_empty(desk, clock):
    study(desk, "oo")
    assert entries(desk, Filter()) == []
    assert slips.everything(desk.database) == []
    with pytest.raises(NothingToAskError):
        retry(desk, [])


def test_what_was_wrong_retires_after_right_answers_on_two_days(desk, clock):
    study(desk, "xo")
    (entry,) = entries(desk, Filter())
    for expected in (0, 1):
        assert entries(desk, Filter())[0].rights == expected
        clock.pass_ms(DAY_MS)
        study(desk, "o", sitting=retry(desk, entries(desk, Filter())))
    assert entries(desk, Filter()) == []
    assert slips.get(desk.database, entry.name).wrong == 1


def test_two_right_answers_on_one_day_are_not_enough_and_a_wrong_one_begins_anew(desk, clock):
    study(desk, "xo")
    clock.pass_ms(DAY_MS)
    for how, rights in (("o", 1), ("o", 1), ("x", 0), ("o", 1)):
        study(desk, how, sitting=retry(desk, entries(desk, Filter())))
        (entry,) = entries(desk, Filter())
        assert entry.rights == rights
    assert entry.count == 2
    assert state_words(entry) == "2번 틀림 · 맞힌 날 1/2"


def test_a_guess_that_was_right_has_a_list_of_its_own_and_makes_up_for_nothing(desk, clock):
    study(desk, "?o")
    assert keys(desk) == []
    (entry,) = entries(desk, LUCKY)
    assert state_words(entry) == "찍어서 맞음 · 맞힌 날 0/2"
    assert [group.heading for group in by_misconception([entry])] == ["찍어서 맞음"]
    for _ in range(2):
        clock.pass_ms(DAY_MS)
        study(desk, "o", sitting=retry(desk, entries(desk, LUCKY)))
    assert entries(desk, LUCKY) == []


def test_an_answer_taken_back_was_never_wrong(desk, clock):
    sitting = ask(desk, start_quiz(desk, ("1-1-1-2",), 1, 3, ("choice",)), may_wait=True)
    sitting, _ = answer(desk, sitting, given_for(question_of(sitting), "x"), unsure=False, elapsed_ms=5)
    assert len(keys(desk)) == 1
    undo(desk, sitting)
    assert keys(desk) == []
    assert differences(desk.database) == []


def test_filters_by_subject_often_and_exam(desk, clock):
    exam.submit(desk, answered_paper(desk, opened_paper(desk), "xooo"), by_time=False)
    (first,) = entries(desk, Filter(kind=Kind.EXAM))
    assert first.slip.in_exams == 1
    study(desk, "xoo", topics=("2",))
    assert [key for key in keys(desk) if key != first.key] == keys(desk, Filter("2"))
    assert keys(desk, Filter("1")) == [first.key]
    assert keys(desk, Filter("2", Kind.EXAM)) == []
    for _ in range(2):
        study(desk, "x", sitting=retry(desk, entries(desk, Filter("2"))))
    assert keys(desk, Filter(kind=Kind.OFTEN)) == keys(desk, Filter("2"))
    with pytest.raises(UnknownTopicError):
        entries(desk, Filter("9"))


def test_groups_by_topic_follow_the_syllabus_and_by_misconception_their_number(desk, clock):
    study(desk, "xx", topics=("2",))
    study(desk, "xx", topics=("1-1-1-2",))
    assert [group.heading for group in by_topic(desk, entries(desk, Filter()))] == ["1-1-1-2 표와 글", "2-1-1-1 계산"]
    groups = by_misconception(entries(desk, Filter()))
    assert sum(len(group.entries) for group in groups) == 4
    totals = [int(group.heading.partition("번")[0]) for group in groups]
    assert totals == sorted(totals, reverse=True)
    assert all("까닭을" in group.heading for group in groups)


def test_an_exercise_stands_under_its_template_and_the_misconception_of_the_wrong_value(desk, clock):
    sitting = study(desk, "x", topics=("2",), kinds=("exercise",))
    (entry,) = entries(desk, Filter())
    question = sitting.slots[0]
    assert entry.name == f"template:{question.origin.template}"
    assert entry.key == "skill:scaling.standard"
    (group,) = by_misconception([entry])
    assert group.heading.startswith("1번  ")
    assert group.heading.removeprefix("1번  ") in {mistake.why for mistake in question.mistakes}
    again = ask(desk, retry(desk, [entry]), may_wait=True)
    assert question_of(again).origin.template == question.origin.template
    assert question_of(again).syllabus == "2-1-1-1"


def test_a_typed_value_that_no_misconception_leads_to_says_so(make_desk, bank_folder, clock):
    from quizapp.exercises.make import make

    desk = make_desk(bank_folder, Supply(lambda *_: make("scaling.standard", 1, Difficulty.PAPER)))
    sitting = start_quiz(desk, ("2",), 1, 3, ("exercise",))
    while not sitting.slots[0].typed:
        sitting = start_quiz(desk, ("2",), 1, sitting.slots[0].seed, ("exercise",))
    sitting = ask(desk, sitting, may_wait=True)
    answer(desk, sitting, "123456", unsure=False, elapsed_ms=5)
    (group,) = by_misconception(entries(desk, Filter()))
    assert group.heading == f"1번  {NO_REASON}"


def test_every_kind_of_question_comes_back_as_it_was_asked(kinds_desk, clock):
    for kind, topic in (("choice", "1"), ("term", "1"), ("cloze", "1"), ("order", "1"), ("card", "1"), ("ox", "2"), ("exercise", "2")):
        sitting = start_quiz(kinds_desk, (topic,), 1, 3, (kind,))
        sitting = ask(kinds_desk, sitting, may_wait=True)
        question = question_of(sitting)
        given = given_for(question, "x")
        sitting, _ = answer(kinds_desk, sitting, given, unsure=False, elapsed_ms=5)
        clock.pass_ms(1000)
        one = next(one for one in reviewed(kinds_desk, entries(kinds_desk, Filter())) if one.question == question)
        assert (one.response, one.is_correct) == (given, False)
    assert differences(kinds_desk.database) == []
    assert all(json.dumps(row, ensure_ascii=False) for row in rows(kinds_desk, entries(kinds_desk, Filter())))


def test_what_the_bank_no_longer_has_is_shown_but_not_asked(desk, clock, bank_folder, make_desk):
    study(desk, "xxx", topics=("2",))
    (bank_folder / "2_second" / "2-1-1.yaml").unlink()
    later = make_desk(bank_folder)
    found = entries(later, Filter())
    assert len(reviewed(later, found)) == 3
    with pytest.raises(NothingToAskError):
        retry(later, found)


def test_a_corrected_key_takes_the_entry_out(desk, clock, bank_folder, make_desk):
    sitting = start_quiz(desk, ("2",), 3, 3, ("choice",))
    for _ in range(3):
        sitting = ask(desk, sitting, may_wait=True)
        first = next(n for n, choice in enumerate(question_of(sitting).choices, 1) if choice.text.startswith("가"))
        sitting, _ = answer(desk, sitting, str(first), unsure=False, elapsed_ms=5)
        sitting = sitting.proceeded()
    path = bank_folder / "2_second" / "2-1-1.yaml"
    text = path.read_text(encoding="utf-8").replace("나 보기 7, correct: true,", "나 보기 7,")
    text = text.replace("가 보기 7,", "가 보기 7, correct: true,").replace(
        "id: sample-item-0007\n", "id: sample-item-0007\n  corrected: '2027-03-02'\n"
    )
    path.write_text(text, encoding="utf-8")
    later = make_desk(bank_folder)
    assert "item:sample-item-0007" in keys(desk) or len(keys(later)) == 2
    assert "item:sample-item-0007" not in keys(later)
    assert differences(later.database) == []


def test_the_log_gives_the_same_notebook_again(desk, clock):
    sitting = study(desk, "xox", topics=("2",))
    study(desk, "x?", topics=("1",))
    before = slips.everything(desk.database)
    desk.database.connection.execute("UPDATE slip SET wrong = 9")
    assert len(differences(desk.database)) == len(before)
    assert rebuild(desk.database) == len(before)
    assert slips.everything(desk.database) == before
    assert sitting.stage is Stage.FINISHED


def test_a_clock_set_back_changes_nothing_of_what_the_log_gives(desk, clock):
    study(desk, "xo")
    clock.utc_ms -= 3 * DAY_MS
    for how in "oxo":
        found = entries(desk, Filter())
        study(desk, how, sitting=retry(desk, found)) if found else None


def test_the_counts_for_the_first_screen(desk, clock):
    assert notebook_counts(desk) == (0, 0)
    study(desk, "xx")
    assert notebook_counts(desk) == (2, 0)
    clock.pass_ms(30 * DAY_MS)
    assert notebook_counts(desk) == (2, 2)
    assert all(entry.is_due for entry in entries(desk, Filter()))


def test_it_is_printed_with_questions_answers_reasons_and_notes(kinds_desk, clock):
    desk = kinds_desk
    study(desk, "xxx", topics=("1-1-1-1",))
    study(desk, "x", topics=("1-1-1-2",), kinds=("term",))
    key = next(key for key in keys(desk) if key == "item:sample-item-0001")
    marks.put_note(desk.database, key, "배열은 [0]부터 *꼭*", 1)
    groups = by_topic(desk, entries(desk, Filter()))
    printed = notebook_markdown(groups, reviewer(desk))
    assert printed.startswith("# 오답노트\n\n## 1-1-1-1")
    assert "배열 a\\[i\\]" in printed
    assert "> 메모: 배열은 \\[0\\]부터 \\*꼭\\*" in printed
    assert "내 답 모름, 정답 정확도" in printed
    assert printed.count("✗ ") == 3
    page = notebook_html(groups, reviewer(desk))
    assert page.count("<section>") == 4
    assert "배열 a[i]와 [b]x" in page
    assert '<p class="note">배열은 [0]부터 *꼭*</p>' in page


def test_programs_get_a_line_an_entry(desk, clock):
    study(desk, "xx")
    found = list(rows(desk, entries(desk, Filter())))
    assert {row["wrong"] for row in found} == {1}
    assert all(row["choices"][int(row["response"]) - 1] != row["right"] for row in found)
    assert all(row["misconceptions"][0]["count"] == 1 for row in found)
