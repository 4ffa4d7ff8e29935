"""Something happens to the data file while a window is open: a sentence with the way out, never a traceback."""

import asyncio
from contextlib import ExitStack, suppress

from quizapp.errors import DatabaseBusyError
from quizapp.reports import sentence
from quizapp.store.backup import backup
from quizapp.store.restore import restore
from quizapp.tui.app import QuizApp
from quizapp.usecases.answer import answer
from quizapp.usecases.ask import ask
from quizapp.usecases.start import start_quiz
from tests.store.files import count, damage
from tests.tui.driver import drive, screen_text, settle
from tests.tui.test_windows import home, shown


def one_answer(desk):
    answer(desk, ask(desk, start_quiz(desk, ("1",), 1), may_wait=True), "1", unsure=False, elapsed_ms=9)


def test_damage_found_beside_the_app_is_told_on_the_first_screen_and_nothing_more_is_written(desk, tmp_path):
    one_answer(desk)
    copy = backup(desk.database.path, desk.database.path.parent / "backups" / "sample-exam-good.db")
    damage(desk.database.path, "zeroed", "template_failure")
    texts = []

    async def run():
        app = QuizApp(desk)
        async with app.run_test(size=(100, 30)) as pilot:
            await app.workers.wait_for_complete()
            await settle(pilot)
            texts.append("".join(screen_text(app).split()))
            await pilot.press("enter")
            await settle(pilot)
            texts.append("".join(screen_text(app).split()))
            home(app)

    asyncio.run(run())
    for text in texts:
        assert "기록파일이손상되었습니다" in text
        assert copy.name in text
    assert [file.name for file in copy.parent.iterdir()] == [copy.name]


def test_a_restore_under_an_open_window_ends_its_sitting_with_a_sentence(desk, tmp_path):
    one_answer(desk)
    copy = backup(desk.database.path, tmp_path / "copy.db")
    app = QuizApp(desk, start_quiz(desk, ("1",), 3))

    def put_back(_):
        restore(copy, desk.database.path, "stamp")

    drive(
        app, "1", "enter", "enter", put_back, "1", "enter", shown("이답은저장하지않았습니다"), "escape", home, "down", "enter", "1", "enter"
    )
    assert count(desk.database.path) == 2


def test_a_failure_with_a_sentence_of_its_own_is_told_by_it(tmp_path):
    told = []
    for failure in (DatabaseBusyError(tmp_path), ValueError()):
        with suppress(type(failure)), ExitStack() as leaving:
            leaving.push(lambda *_: told.append(sentence()))
            raise failure
    assert told[0] == str(DatabaseBusyError(tmp_path))
    assert "예상하지 못한" in told[1]
