"""The first time: three questions, each of which may be left, then straight to a question; never again."""

import pytest

from quizapp.tui.app import QuizApp
from quizapp.usecases import config
from quizapp.usecases.welcome import is_first_time
from tests.tui.driver import drive, screen_text


@pytest.fixture
def first_desk(make_desk, bank_folder):
    return make_desk(bank_folder, is_first_time=True)


def name(wanted):
    return lambda app: wanted == app.screen.NAME or pytest.fail(app.screen.NAME)


def shows(*texts):
    def check(app):
        shown = screen_text(app)
        assert all(text in shown for text in texts), shown

    return check


def test_enter_alone_leads_to_the_first_question(first_desk):
    drive(QuizApp(first_desk), name("welcome"), "enter", "enter", "enter", name("question"))
    assert not is_first_time(first_desk)
    assert (config.get(first_desk.database, "exam-date"), config.get(first_desk.database, "minutes")) == ("", "20")


def test_what_is_answered_is_kept(first_desk):
    typed = [*"2027-04-03", "enter", *"45", "enter"]
    drive(QuizApp(first_desk), *typed, shows("2027-04-03 토", "날마다 45분", "3/3"), "space", name("question"))
    assert (config.get(first_desk.database, "exam-date"), config.get(first_desk.database, "minutes")) == ("2027-04-03", "45")


def test_what_makes_no_sense_is_told_and_asked_again(first_desk):
    drive(QuizApp(first_desk), "7", "enter", shows("! 설정을 바꿀 수 없습니다", "1/3"), name("welcome"))


def test_the_placement_asks_over_the_whole_syllabus(first_desk):
    subjects = set()

    def note(app):
        subjects.update(slot.syllabus[0] for slot in app.screen._sitting.slots)

    drive(QuizApp(first_desk), "enter", "enter", "down", "enter", name("question"), note)
    assert subjects == {"1", "2"}


@pytest.mark.parametrize("steps", [["escape"], ["enter", "escape"], ["enter", "enter", "escape"], ["enter", "enter", "up", "enter"]])
def test_it_can_be_skipped_at_every_step_and_is_not_shown_again(first_desk, steps):
    drive(QuizApp(first_desk), *steps, name("home"))
    drive(QuizApp(first_desk), name("home"))


def test_home_is_the_way_back_from_the_first_question_and_leaving_it_ends_the_app(first_desk):
    app = QuizApp(first_desk)
    drive(app, "enter", "enter", "enter", "escape", name("home"), "p", name("progress"), "escape", name("home"))


def test_help_tells_the_keys(first_desk):
    drive(QuizApp(first_desk), "f4", shows("적은 값을 저장하고 다음으로"))


def test_who_has_answers_already_is_not_welcomed(first_desk, make_desk, bank_folder, clock):
    from tests.practised import practise

    practise(first_desk, clock, days=1)
    drive(QuizApp(make_desk(bank_folder, is_first_time=True)), name("home"))
