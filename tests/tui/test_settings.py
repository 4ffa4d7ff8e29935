"""The settings screen: every key, what is kept, what is refused, and that the app follows at once."""

import pytest

from quizapp.tui.app import QuizApp
from quizapp.usecases import config
from quizapp.usecases.config_words import LABELS
from quizapp.usecases.start import start_quiz
from tests.tui.driver import drive, screen_text, text_of


def shows(*texts):
    def check(app):
        shown = screen_text(app)
        assert all(text in shown for text in texts), shown

    return check


def at(name):
    """The keys to a setting from the top of the list."""
    return ["down"] * list(LABELS).index(name)


def test_a_date_is_typed_and_kept(desk):
    drive(QuizApp(desk), "s", "enter", *"2027-04-03", "enter", shows("2027-04-03 토", "D-34", "✓ 시험일"))
    assert config.get(desk.database, "exam-date") == "2027-04-03"


def test_what_makes_no_sense_is_told_and_stays_in_the_field(desk):
    drive(QuizApp(desk), "s", "enter", *"2027", "enter", shows("! 설정을 바꿀 수 없습니다", "정하지 않음"), "escape", "escape")
    assert config.get(desk.database, "exam-date") == ""


def test_escape_leaves_the_field_and_then_the_screen(desk):
    def name(wanted):
        return lambda app: wanted == app.screen.NAME or pytest.fail(app.screen.NAME)

    drive(QuizApp(desk), "s", "enter", "7", "escape", name("settings"), shows("바꾸기"), "escape", name("home"))
    assert config.get(desk.database, "exam-date") == ""


def test_arrows_change_numbers_and_switches_at_once(desk):
    drive(QuizApp(desk), "ㄴ", *at("new-per-day"), "right", "right", "left", shows("5개까지"))
    drive(QuizApp(desk), "s", *at("choice-shuffle"), "space", shows("보기 섞기       끔"), "enter", shows("보기 섞기       켬"))
    assert config.get(desk.database, "new-per-day") == "5"


def test_a_number_does_not_go_below_its_least(desk):
    drive(QuizApp(desk), "s", *at("new-per-day"), "left", shows("! 설정을 바꿀 수 없습니다", "제한 없음"))


def test_what_has_to_be_typed_says_so(desk):
    drive(QuizApp(desk), "s", "right", shows("Enter를 누르고 적으세요."))


def test_the_theme_and_motion_are_followed_at_once_and_kept(desk):
    app = QuizApp(desk)
    drive(app, "s", *at("theme"), "enter", "down", "enter")
    assert (app.theme, app.animation_level) == (config.DAY, "none")
    again = QuizApp(desk)
    drive(again)
    assert (again.theme, again.animation_level) == (config.DAY, "none")


@pytest.mark.parametrize("key", ["g", "ㅎ"])
def test_another_key_marks_a_guess_in_both_layouts_and_is_named_in_the_footer(desk, key):
    config.put(desk.database, "unsure-key", "g")
    told = "찍음으로 표시했습니다"
    drive(QuizApp(desk, start_quiz(desk, ("1",), 2, 3, ("choice",))), shows("g 찍음"), key, shows(told))
    unmarked = lambda app: told not in screen_text(app) or pytest.fail(told)  # noqa: E731
    drive(QuizApp(desk, start_quiz(desk, ("1",), 2, 3, ("choice",))), "0", unmarked, "f2", shows(told))


def test_the_setting_under_the_cursor_is_explained(desk):
    drive(QuizApp(desk), "s", *at("rest-days"), lambda app: "쉬는 날" in text_of(app, "#meaning") or pytest.fail(text_of(app, "#meaning")))


def test_config_lists_the_same_settings(quizapp, bank):
    out, _ = quizapp("config", "list", "--bank", bank)
    assert [line.split(" = ")[0] for line in out.splitlines()] == list(config.SETTINGS)
    assert quizapp("config", "set", "new-per-day", "5", "--bank", bank)[0] == "new-per-day = 5\n"
    assert quizapp("config", "get", "new-per-day", "--bank", bank)[0] == "5\n"
