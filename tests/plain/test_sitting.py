"""A sitting as text: commands in either mode of the keyboard, the mark of a guess, taking back, stopping and going on."""

import io
from dataclasses import replace

import pytest

from quizapp.plain.sitting import run_sitting
from quizapp.store import answers
from quizapp.usecases.start import start_quiz, unfinished
from tests.questions import number_question


def typed(desk, sitting, *lines):
    """What is shown when *lines* are typed."""
    out = io.StringIO()
    run_sitting(desk, sitting, io.StringIO("".join(f"{line}\n" for line in lines)), out)
    return out.getvalue()


def quiz(desk, kind="choice", count=3):
    return start_quiz(desk, ("1",), count, 5, (kind,))


def log(desk):
    return [(row["response"], row["unsure"], row["undone"]) for row in answers.log(desk.database)]


@pytest.mark.parametrize(("undo", "stop"), [("u", "q"), ("ㅕ", "ㅂ"), ("\u1167", "\u1107"), ("Ｕ", "ㅃ"), ("\ufeffU", "Q")])
def test_commands_work_in_either_mode_of_the_keyboard(desk, undo, stop):
    shown = typed(desk, quiz(desk), "1", undo, "2", stop, "3")
    assert log(desk) == [("1", False, True), ("2", False, False)]
    assert "되돌렸습니다" in shown
    assert "그만둡니다" in shown


@pytest.mark.parametrize(("kind", "line"), [("term", "정확도"), ("order", "1234"), ("cloze", "가"), ("choice", "1"), ("ox", "2")])
@pytest.mark.parametrize("mark", ["?", "？", " ? "])
def test_every_kind_can_be_marked_as_a_guess(kinds_desk, kind, line, mark):
    shown = typed(kinds_desk, quiz(kinds_desk, kind, 1), mark, mark, mark, line)
    assert log(kinds_desk) == [(line, True, False)]
    assert "? = 찍음" in shown
    assert shown.count("찍음 표시를 지웠습니다") == 1


def test_a_number_can_be_marked_as_a_guess_and_may_be_zero(desk):
    shown = typed(desk, replace(quiz(desk, count=1), slots=(number_question(),)), "?", "0")
    assert log(desk) == [("0", True, False)]
    assert "0이나 ?" not in shown


def test_zero_marks_a_choice_as_ever(desk):
    shown = typed(desk, quiz(desk, count=1), "0", "1")
    assert log(desk) == [("1", True, False)]
    assert "0이나 ? = 찍음" in shown


def test_a_card_has_no_mark_and_says_so(kinds_desk):
    shown = typed(kinds_desk, quiz(kinds_desk, "card", 1), "?", "", "?", "4")
    assert log(kinds_desk) == [("4", False, False)]
    assert shown.count("카드에는 찍음 표시가 없습니다") == 2
    assert "0이나" not in shown


def test_the_last_answer_is_taken_back_before_the_result(desk):
    shown = typed(desk, quiz(desk, count=1), "1", "ㅕ", "2", "")
    assert log(desk) == [("1", False, True), ("2", False, False)]
    assert shown.count("u = 마지막 답 되돌리기") == 2
    assert shown.count("끝났습니다") == 1
    assert unfinished(desk) is None


def test_the_end_of_the_input_shows_the_result(desk):
    assert "끝났습니다. 1문항" in typed(desk, quiz(desk, count=1), "1")
    assert unfinished(desk) is None


def test_a_stopped_sitting_names_the_command_that_goes_on_with_it(desk, bank_folder):
    shown = typed(desk, quiz(desk), "1")
    assert f"`quizapp resume --plain --bank {bank_folder}`" in shown
    shown = typed(desk, unfinished(desk), "2", "3")
    assert "[2/3]" in shown
    assert "3문항 가운데" in shown


def test_the_bank_of_the_program_needs_no_naming(real_desk):
    assert "`quizapp resume --plain`" in typed(real_desk, start_quiz(real_desk, ("1",), 2, 5, ("choice",)))


def test_what_is_no_text_in_the_input_s_encoding_costs_nothing(kinds_desk):
    raw = io.TextIOWrapper(io.BytesIO("정확도\n".encode("cp949") + "정확도\n".encode()), encoding="utf-8", errors="surrogateescape")
    out = io.StringIO()
    run_sitting(kinds_desk, quiz(kinds_desk, "term", 1), raw, out)
    assert "UTF-8" in out.getvalue()
    assert log(kinds_desk) == [("정확도", False, False)]
