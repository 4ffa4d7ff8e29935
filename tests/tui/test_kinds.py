"""Terms, clozes, orders, cards and O/X on the screen and in plain text."""

import io

import pytest

from quizapp.plain.sitting import run_sitting
from quizapp.store import answers, rests
from quizapp.tui.app import QuizApp
from quizapp.usecases.ask import question_of
from quizapp.usecases.drill import start_drill
from quizapp.usecases.start import start_quiz
from tests.tui.driver import drive, screen_text


def log(desk):
    return [(row["form"], row["response"], row["correct"]) for row in answers.log(desk.database)]


def sitting_of(desk, kind):
    return start_quiz(desk, ("1",), 1, 5, (kind,))


@pytest.mark.parametrize(("kind", "form"), [("term", "term"), ("cloze", "term"), ("order", "order")])
def test_a_typed_kind_is_answered_on_the_screen(kinds_desk, kind, form):
    sitting = sitting_of(kinds_desk, kind)
    right = question_of(sitting).shown
    drive(QuizApp(kinds_desk, sitting), *right, "enter")
    assert log(kinds_desk) == [(form, right, True)]


def test_a_wrong_order_shows_the_place_of_every_step(kinds_desk):
    sitting = sitting_of(kinds_desk, "order")
    wrong = question_of(sitting).shown[::-1]
    seen = []
    drive(QuizApp(kinds_desk, sitting), *wrong, "enter", lambda app: seen.append(screen_text(app)))
    assert "4번째입니다." in seen[0]
    assert f"정답 {question_of(sitting).shown}" in seen[0]


def test_a_card_is_turned_and_graded(kinds_desk):
    seen = []
    app = QuizApp(kinds_desk, sitting_of(kinds_desk, "card"))
    look = lambda app: seen.append(screen_text(app))  # noqa: E731
    drive(app, look, "enter", look, "4", "enter")
    assert "뒷면" not in seen[0]
    assert "뒷면" in seen[1]
    assert "다시" in seen[1]
    assert log(kinds_desk) == [("card", "4", True)]


def test_the_usual_grade_of_a_card_is_one_enter_away(kinds_desk):
    drive(QuizApp(kinds_desk, sitting_of(kinds_desk, "card")), "enter", "enter")
    assert log(kinds_desk) == [("card", "3", True)]


def test_a_choice_is_put_as_true_or_false(kinds_desk):
    seen = []
    drive(QuizApp(kinds_desk, sitting_of(kinds_desk, "ox")), lambda app: seen.append(screen_text(app)), "1", "enter")
    assert "O  물음의 답이다" in seen[0]
    assert [row["variant"] for row in answers.log(kinds_desk.database)] == ["ox"]


@pytest.mark.parametrize(("kind", "given"), [("card", "\n3\n"), ("term", "정확도\n"), ("order", "abc\n1234\n"), ("ox", "1\n")])
def test_every_kind_is_answered_in_plain_text(kinds_desk, kind, given):
    out = io.StringIO()
    run_sitting(kinds_desk, sitting_of(kinds_desk, kind), io.StringIO(given), out)
    assert len(log(kinds_desk)) == 1
    assert "끝났습니다" in out.getvalue()


def test_a_drill_shows_its_time_and_puts_things_aside_by_either_keyboard(desk):
    sitting = start_drill(desk, ("1",), minutes=5)
    first, second = (slot.origin.key for slot in sitting.slots[:2])
    seen = []
    drive(QuizApp(desk, sitting), lambda app: seen.append(screen_text(app)), "ㅣ", "s", lambda app: seen.append(screen_text(app)))
    assert "0문항 · 남은 5분" in seen[0]
    assert "새로 만나는 것" in seen[0]
    assert "뺐습니다" in seen[1]
    assert rests.resting(desk.database, desk.clock.today()) == {first: desk.clock.today() + 1, second: rests.FOR_GOOD}
    assert answers.recent_elapsed(desk.database, "choice", 9) == []


def test_a_quiz_has_no_keys_for_putting_aside(desk):
    drive(QuizApp(desk, start_quiz(desk, ("1",), 3)), "l", "s")
    assert rests.resting(desk.database, desk.clock.today()) == {}


def test_a_plain_drill_puts_aside_too(desk):
    out = io.StringIO()
    sitting = start_drill(desk, ("1",), count=3)
    run_sitting(desk, sitting, io.StringIO("l\ns\n"), out)
    assert len(rests.resting(desk.database, desk.clock.today())) == 2
    assert "l = 내일로, s = 빼기" in out.getvalue()
