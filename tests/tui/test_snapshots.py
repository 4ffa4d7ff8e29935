"""How the screens look, at two sizes and in both themes; `pytest --snapshot-update` after a change that is meant."""

import asyncio
import json
import time
from dataclasses import asdict, replace

import pytest
from textual.widgets import TextArea

from quizapp.store import settings
from quizapp.tui.app import THEME_SETTING, QuizApp
from quizapp.tui.themes import DARK, LIGHT
from quizapp.tui.widgets.answer_input import AnswerInput
from quizapp.tui.widgets.field import Field
from quizapp.usecases import config, exam, marks
from quizapp.usecases.notebook import Filter, entries
from quizapp.usecases.start import start_quiz
from quizapp.usecases.summary import KEPT, Before, SubjectGauge, is_present, refreshed
from tests.exams import answered_paper, opened_paper
from tests.notebooks import study
from tests.practised import DAY_MS, practise
from tests.tui.driver import settle
from tests.tui.test_progress import all_figures

SIZES = [(80, 24), (160, 50)]
ALL_SIZES = [(80, 24), (100, 30), (160, 50)]


@pytest.fixture(autouse=True)
def in_utc(monkeypatch):
    """Days and hours are shown where the learner is; here that is Greenwich."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture(params=[DARK.name, LIGHT.name], ids=["dark", "light"])
def themed(request, kinds_desk):
    """The small bank's desk under one of the themes."""
    settings.put(kinds_desk.database, THEME_SETTING, request.param)
    return kinds_desk


def quiz(desk, kind="choice", topics=("1-1-1-2",)):
    return QuizApp(desk, start_quiz(desk, topics, 2, 3, (kind,)))


async def summarised(pilot):
    """Waits until the first screen has what takes time."""
    for _ in range(400):
        if is_present(pilot.app.desk, pilot.app.screen.summary):
            break
        await asyncio.sleep(0.02)
    await settle(pilot)


@pytest.mark.parametrize("size", ALL_SIZES, ids=str)
def test_home(themed, clock, snap_compare, size):
    config.put(themed.database, "exam-date", "2027-04-03")
    refreshed(practise(themed, clock, days=6))
    clock.pass_ms(DAY_MS)
    assert snap_compare(QuizApp(practise(themed, clock, days=1)), terminal_size=size, run_before=summarised)


def enough_for_a_forecast(desk):
    """A summary as it stands after some weeks: the small bank alone never gives enough for numbers."""
    gauges = (SubjectGauge("1", 3.1, 4, 0.002), SubjectGauge("2", 2.2, 4, 0.09))
    return replace(
        refreshed(desk), pass_probability=0.71, interval=(0.58, 0.82), score=65.2, subjects=gauges, before=Before(700_000, 0.68, 64.0, 2)
    )


@pytest.mark.parametrize("size", ALL_SIZES, ids=str)
def test_home_with_a_forecast(themed, clock, snap_compare, size):
    settings.put(themed.database, KEPT, json.dumps(asdict(enough_for_a_forecast(practise(themed, clock)))))
    assert snap_compare(QuizApp(themed), terminal_size=size, run_before=summarised)


@pytest.mark.parametrize("size", ALL_SIZES, ids=str)
def test_welcome(make_desk, bank_folder, snap_compare, size):
    app = QuizApp(make_desk(bank_folder, is_first_time=True))
    assert snap_compare(app, press=["enter", "enter"], terminal_size=size)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_feedback(themed, snap_compare, size):
    assert snap_compare(quiz(themed), press=["1", "enter"], terminal_size=size)


def test_question_with_a_picked_choice(themed, snap_compare):
    assert snap_compare(quiz(themed), press=["3"], terminal_size=(80, 24))


def test_typed_question(themed, snap_compare):
    async def stop_the_blinking(pilot):
        pilot.app.screen.query_one(AnswerInput).cursor_blink = False

    assert snap_compare(quiz(themed, "term"), press=[*"wjdghk"], terminal_size=(80, 24), run_before=stop_the_blinking)


def test_topics(themed, snap_compare):
    assert snap_compare(QuizApp(themed), press=["t", "down", "right", "space"], terminal_size=(80, 24))


def test_help(themed, snap_compare):
    assert snap_compare(quiz(themed), press=["question_mark"], terminal_size=(80, 24))


def test_result(themed, snap_compare):
    app = QuizApp(themed, start_quiz(themed, ("1-1-1-2",), 1, 3, ("choice",)))
    assert snap_compare(app, press=["1", "enter", "enter"], terminal_size=(80, 24))


def marked_paper(desk):
    """A paper of four questions: a guess that is flagged and has a choice struck out, an answer, the third question shown."""
    paper = answered_paper(desk, opened_paper(desk), "x")
    paper = exam.toggle_flag(desk, exam.toggle_unsure(desk, paper))
    return exam.toggle_strike(desk, answered_paper(desk, paper, "-xx"), "1" if paper.questions[2].right_number != 4 else "2")


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_exam_room(themed, snap_compare, size):
    assert snap_compare(QuizApp(themed, marked_paper(themed)), terminal_size=size)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_exam_result(themed, snap_compare, size):
    assert snap_compare(QuizApp(themed, marked_paper(themed)), press=["ctrl+s", "enter"], terminal_size=size)


def test_exam_hand_in(themed, snap_compare):
    assert snap_compare(QuizApp(themed, marked_paper(themed)), press=["ctrl+s"], terminal_size=(80, 24))


def test_exam_review(themed, snap_compare):
    assert snap_compare(QuizApp(themed, marked_paper(themed)), press=["ctrl+s", "enter", "1"], terminal_size=(80, 24))


@pytest.mark.parametrize("size", ALL_SIZES, ids=str)
@pytest.mark.parametrize("view", ["1", "2", "3", "4"])
def test_progress(themed, clock, snap_compare, size, view):
    config.put(themed.database, "exam-date", "2027-04-03")

    async def open_view(pilot):
        await pilot.press("p")
        await settle(pilot)
        await all_figures(pilot.app)
        await pilot.press(view)
        await settle(pilot)

    assert snap_compare(QuizApp(practise(themed, clock)), terminal_size=size, run_before=open_view)


@pytest.mark.parametrize("size", ALL_SIZES, ids=str)
def test_settings(themed, snap_compare, size):
    config.put(themed.database, "exam-date", "2027-04-03")
    config.put(themed.database, "minutes", "20 20 20 20 20 60 0")
    assert snap_compare(QuizApp(themed), press=["s", "down", "down"], terminal_size=size)


def test_exam_forms(themed, snap_compare):
    assert snap_compare(QuizApp(themed), press=["m"], terminal_size=(80, 24))


@pytest.fixture
def studied(themed):
    """Some things wrong, one of them starred and noted."""
    study(themed, "xx")
    study(themed, "x?o", topics=("2",))
    study(themed, "x", kinds=("term",))
    first = entries(themed, Filter())[0].key
    marks.toggle_star(themed, first)
    marks.keep_note(themed, first, "표의 행이 실제, 열이 예측")
    return themed


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_notebook(studied, snap_compare, size):
    assert snap_compare(QuizApp(studied, Filter()), terminal_size=size)


def test_notebook_by_misconception(studied, snap_compare):
    assert snap_compare(QuizApp(studied, Filter()), press=["g"], terminal_size=(80, 24))


def test_notebook_note(studied, snap_compare):
    async def stop_the_blinking(pilot):
        await pilot.press("n")
        pilot.app.screen.query_one(TextArea).cursor_blink = False

    assert snap_compare(QuizApp(studied, Filter()), terminal_size=(80, 24), run_before=stop_the_blinking)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_browser(studied, snap_compare, size):
    async def search(pilot):
        await pilot.press("slash")
        pilot.app.screen.query_one(Field).cursor_blink = False
        await pilot.press(*"예측", "down", "enter")
        await pilot.pause()

    assert snap_compare(QuizApp(studied), terminal_size=size, run_before=search)
