"""The progress screen: names at once, figures as they come, every key under both layouts."""

import asyncio

import pytest

from quizapp.tui.app import QuizApp
from quizapp.tui.screens.progress import VIEWS, ProgressScreen
from quizapp.tui.widgets.progress_tree import ProgressTree
from quizapp.usecases import config
from quizapp.usecases.figures import FIGURES
from tests.practised import practise
from tests.tui.driver import drive, screen_text, text_of


@pytest.fixture
def practised(kinds_desk, clock):
    config.put(kinds_desk.database, "exam-date", "2027-04-03")
    return practise(kinds_desk, clock)


async def all_figures(app):
    """Waits until every figure has come."""
    for _ in range(400):
        if len(app.screen._made) == len(FIGURES):
            return
        await asyncio.sleep(0.02)
    raise AssertionError(app.screen._made.keys())


def shows(*texts):
    def check(app):
        shown = screen_text(app)
        assert all(text in shown for text in texts), shown

    return check


def test_the_tree_shows_names_first_and_then_the_figures(practised):
    drive(QuizApp(practised), "p", shows("1 첫째 과목", "2 둘째 과목"), all_figures, shows("만난 것 7/13", "오늘 다시 볼 것"))


@pytest.mark.parametrize("keys", ["123456", "１２３４５６"])
def test_a_number_shows_its_view(practised, keys):
    told = {
        "1": "정답률", "2": "이어서 공부한 날", "3": "다시 만났을 때 맞힌 비율", "4": "계획대로",
        "5": "아직 본 모의고사가 없습니다", "6": "문항마다",
    }  # fmt: skip
    steps = [step for key, text in zip(keys, told.values(), strict=True) for step in (key, shows(text))]
    drive(QuizApp(practised), "p", all_figures, *steps)


def test_tab_goes_round_the_views(practised):
    def view(name):
        return lambda app: [app.screen._view] == [name] or pytest.fail(app.screen._view)

    names = list(VIEWS)
    forth = [step for name in [*names[1:], names[0]] for step in ("tab", view(name))]
    drive(QuizApp(practised), "p", *forth, "shift+tab", view(names[-1]))


def test_arrows_fold_and_unfold_and_enter_practises_the_topic(practised):
    app = QuizApp(practised)

    def code(wanted):
        return lambda app: app.screen.query_one(ProgressTree).code == wanted or pytest.fail(app.screen.query_one(ProgressTree).code)

    drive(app, "p", "down", "right", "down", code("1-1-1"), "left", code("1-1"), "left", "left", code("1"), "enter", shows("퀴즈", "1/"))


def test_space_folds_what_the_cursor_is_on(practised):
    opened = []

    def note(app):
        opened.append(app.screen.query_one(ProgressTree).cursor_node.is_expanded)

    drive(QuizApp(practised), "p", note, "space", note, "space", note)
    assert opened == [True, False, True]


def test_the_views_scroll_where_they_are_longer_than_the_screen(practised):
    offsets = []

    def note(app):
        offsets.append(app.screen.query_one("#figure").scroll_offset.y)

    back = ("up", "ㅏ", "pageup")
    for down, up in zip(("j", "ㅓ", "down", "pagedown", "space"), ("k", *back, "pageup"), strict=True):
        drive(QuizApp(practised), "p", all_figures, "4", note, down, note, up, up, note, size=(60, 16))
        assert offsets[-3] == offsets[-1] == 0 < offsets[-2]


@pytest.mark.parametrize("key", ["escape", "q", "ㅂ"])
def test_the_way_back_is_home(practised, key):
    drive(QuizApp(practised), "p", key, lambda app: app.screen.NAME == "home" or pytest.fail(app.screen.NAME))


@pytest.mark.parametrize("key", ["p", "ㅔ"])
def test_home_opens_it(desk, key):
    drive(QuizApp(desk), key, lambda app: isinstance(app.screen, ProgressScreen) or pytest.fail(app.screen.NAME), all_figures)


def test_where_there_is_nothing_yet_each_view_says_what_to_do(desk):
    told = {"2": "0일", "3": "아직 다시 만난", "4": "시험일을 적으면", "5": "아직 본", "6": "모두"}
    drive(QuizApp(desk), "p", all_figures, *(step for key, text in told.items() for step in (key, shows(text))))


def test_a_wide_screen_shows_the_tree_and_a_view_beside_it(practised):
    drive(QuizApp(practised), "p", all_figures, shows("정답률", "이어서 공부한 날"), "3", shows("정답률", "다시 만났을 때"), size=(160, 50))


@pytest.mark.parametrize("width", [60, 80, 100, 160])
def test_numbers_of_the_tree_end_at_one_cell_at_every_width(practised, width):
    def check(app):
        lines = [str(node.label) for node in app.screen.query_one(ProgressTree).root.children]
        ends = {len(line) - len(line.rstrip()) for line in lines}
        assert len(ends) == 1

    drive(QuizApp(practised), "p", all_figures, check, size=(width, 24))


def test_the_headline_of_the_views_marks_one_without_colour(practised):
    drive(QuizApp(practised), "p", "4", lambda app: "[4 앞날]" in text_of(app, "#views") or pytest.fail(text_of(app, "#views")))
