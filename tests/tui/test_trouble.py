"""The data file cannot be written for a while: a sentence where one is, and Enter tries again."""

import asyncio
import sqlite3
from random import Random

import pytest
from textual import events

from quizapp.exercises.supply import Order, Supply
from quizapp.items import Difficulty, Exercise, Question
from quizapp.store import answers
from quizapp.study.choosing import SKILL, Candidate
from quizapp.study.sitting import Stage
from quizapp.tui.app import QuizApp
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.question import QuestionScreen
from quizapp.tui.screens.result import ResultScreen
from quizapp.tui.themes import LIGHT
from quizapp.usecases.ask import is_waiting, question_of
from quizapp.usecases.start import begin, start_quiz
from tests.tui.driver import drive, screen_text
from tests.tui.test_quiz import typed  # noqa: F401 - a fixture


def sample_exercise(skill, seed, difficulty):
    return Exercise(
        skill=skill,
        template=f"{skill}.sample",
        seed=seed,
        difficulty=Difficulty.PAPER,
        version=1,
        stem=f"{seed}의 값은?",
        data=None,
        answer=1.5,
        value=1.5,
        shown="1.5",
        decimals=1,
        unit="",
        choices=(),
        mistakes=(),
        steps=("1 + 0.5 = 1.5",),
        code="1.5",
    )


class Trouble:
    """Makes a data file refuse to be written, in one of the ways it can, and mends it; each is a step of a script."""

    def __init__(self, database):
        self._connection = database.connection
        self.rival = sqlite3.connect(database.path, isolation_level=None)

    def lock(self, _):
        self._connection.execute("PRAGMA busy_timeout = 20")
        self.rival.execute("BEGIN IMMEDIATE")

    def unlock(self, _):
        self.rival.execute("ROLLBACK")

    def fill(self, _):
        self._connection.execute("PRAGMA query_only = ON")

    def empty(self, _):
        self._connection.execute("PRAGMA query_only = OFF")


@pytest.fixture
def trouble_on():
    """Trouble with the data file of a desk."""
    made = []

    def make(desk):
        made.append(Trouble(desk.database))
        return made[-1]

    yield make
    for trouble in made:
        trouble.rival.close()


@pytest.fixture
def trouble(desk, trouble_on):
    return trouble_on(desk)


def told(app):
    text = "".join(screen_text(app).split())
    assert "저장하지못했습니다" in text


@pytest.mark.parametrize(("start", "end"), [("lock", "unlock"), ("fill", "empty")])
def test_the_last_feedback_stays_while_the_end_cannot_be_kept_and_enter_tries_again(desk, trouble, start, end):
    def stays(app):
        told(app)
        assert app.screen._sitting.stage is Stage.FEEDBACK

    def finished(app):
        assert isinstance(app.screen, ResultScreen)

    app = QuizApp(desk, start_quiz(desk, ("1",), 1, 4))
    drive(app, "1", "enter", getattr(trouble, start), "enter", stays, "enter", stays, getattr(trouble, end), "enter", finished)
    assert len(list(answers.log(desk.database))) == 1


async def until_made(app):
    """Waits until the exercise that is asked next is made."""
    while isinstance(app.screen, QuestionScreen) and is_waiting(app.screen._sitting):
        await asyncio.sleep(0.02)


def test_an_exercise_that_cannot_be_kept_is_asked_when_enter_is_pressed_again(bank_folder, make_desk, trouble_on):
    desk = make_desk(bank_folder, Supply(sample_exercise))
    trouble = trouble_on(desk)
    skill = Candidate("skill:scaling.standard", "2-1-1-1", SKILL, "scaling.standard")
    sitting = begin(desk, "quiz", ("2",), [skill, skill], 4, Random(4))

    def asks(number):
        def look(app):
            assert app.screen._sitting.stage is Stage.ASKING
            assert app.screen._sitting.position == number
            assert question_of(app.screen._sitting).stem in screen_text(app)

        return look

    async def until_ready(_):
        while not desk.supply.is_ready(Order(sitting.slots[1].skill, sitting.slots[1].seed, sitting.slots[1].difficulty)):
            await asyncio.sleep(0.02)

    app = QuizApp(desk, sitting)
    typing = [*"1.5", "enter"]
    drive(app, until_made, asks(0), *typing, until_ready, trouble.lock, "enter", told, trouble.unlock, "enter", until_made, asks(1))


def test_what_cannot_be_made_is_dropped_once_however_often_it_is_tried(bank_folder, make_desk, trouble_on):
    def fail(*_):
        raise ValueError("no such numbers")

    desk = make_desk(bank_folder, Supply(fail))
    trouble = trouble_on(desk)
    sitting = start_quiz(desk, ("2",), 4, 4, ("exercise", "choice"))
    written = [slot for slot in sitting.slots if isinstance(slot, Question)]
    assert len(written) == 3
    drive(QuizApp(desk, sitting), until_made, "1", "enter", trouble.lock, "enter", trouble.unlock, *["enter", until_made, "1", "enter"] * 3)
    assert len(list(answers.log(desk.database))) == len(written)
    (left,) = desk.database.connection.execute("SELECT COUNT(*) FROM sitting_question WHERE sitting = ?", (sitting.id,)).fetchone()
    assert left == len(written)


@pytest.mark.parametrize(("start", "end"), [("lock", "unlock"), ("fill", "empty")])
def test_the_theme_changes_though_it_cannot_be_kept_and_this_is_said(desk, trouble, start, end):
    def changed(app):
        assert app.theme == LIGHT.name
        assert isinstance(app.screen, HomeScreen)
        assert "밝기를 바꾸었지만 저장하지 못했습니다" in screen_text(app)

    drive(QuizApp(desk), getattr(trouble, start), "b", changed, getattr(trouble, end))


def test_a_card_whose_next_question_cannot_be_kept_is_gone_on_from_with_enter(kinds_desk):
    def finished(app):
        assert isinstance(app.screen, ResultScreen)

    execute = kinds_desk.database.connection.execute
    sitting = start_quiz(kinds_desk, ("1",), 1, 5, ("card",))
    app = QuizApp(kinds_desk, sitting)
    original = kinds_desk.database.transaction
    writes = []

    def second_write_fails():
        writes.append(1)
        execute(f"PRAGMA query_only = {'ON' if len(writes) == 2 else 'OFF'}")
        return original()

    kinds_desk.database.transaction = second_write_fails
    drive(app, "enter", "3", "enter", told, "enter", finished)
    assert len(list(answers.log(kinds_desk.database))) == 1


def test_a_pasted_flood_of_digits_is_refused_with_a_sentence(desk, typed):  # noqa: F811 - the fixture
    def paste(app):
        app.screen.focused.post_message(events.Paste("9" * 4500))

    def refused(app):
        assert "100자까지" in screen_text(app)

    drive(typed, paste, refused, *"0.75", "enter")
    assert [row["response"] for row in answers.log(desk.database)] == ["0.75"]
