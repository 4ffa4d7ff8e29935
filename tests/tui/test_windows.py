"""Another window works on the same sitting: this one says so and leads home."""

from quizapp.store import answers
from quizapp.study.sitting import Planned
from quizapp.tui.app import QuizApp
from quizapp.tui.screens.home import HomeScreen
from quizapp.usecases.answer import answer
from quizapp.usecases.ask import ask
from quizapp.usecases.start import start_quiz, unfinished
from tests.tui.driver import drive, screen_text


def shown(words):
    def look(app):
        assert words in "".join(screen_text(app).split())

    return look


def home(app):
    assert isinstance(app.screen, HomeScreen)


def test_undo_of_an_answer_that_another_window_has_built_on_is_refused_and_the_sitting_goes_on(desk, bank_folder, make_desk):
    sitting = start_quiz(desk, ("1",), 3)
    other = make_desk(bank_folder)

    def elsewhere(app):
        answer(other, ask(other, unfinished(other), may_wait=True), "1", unsure=False, elapsed_ms=9)

    app = QuizApp(desk, sitting)
    drive(app, "1", "enter", elsewhere, "u", shown("마지막답이아니게"), "escape", home, "enter", "2", "enter")
    assert [(row["position"], row["undone"]) for row in answers.log(desk.database)] == [(0, False), (1, False), (2, False)]


def test_an_exercise_that_another_window_has_answered_is_told_when_its_turn_comes(desk, clock, bank_folder, make_desk):
    sitting = start_quiz(desk, ("2",), 4)
    while not isinstance(sitting.slots[1], Planned):
        clock.pass_ms(1000)
        sitting = start_quiz(desk, ("2",), 4)
    other = make_desk(bank_folder)

    def elsewhere(app):
        answer(other, ask(other, unfinished(other), may_wait=True), "1", unsure=False, elapsed_ms=9)

    drive(QuizApp(desk, sitting), "1", "enter", elsewhere, "enter", shown("다른창에서이미답했습니다"), "escape", home)
