"""The field for typed answers, where an input method composes at the terminal's own cursor."""

import asyncio

import pytest

from quizapp.tui.app import QuizApp
from quizapp.tui.widgets.answer_input import AnswerInput
from quizapp.usecases.start import start_quiz


@pytest.mark.parametrize(("typed", "back", "column"), [("", 0, 0), ("가나", 0, 4), ("0.67", 0, 4), ("가a나", 1, 3), ("가나다", 3, 0)])
def test_the_terminal_s_cursor_stands_where_the_next_letter_will(kinds_desk, typed, back, column):
    app = QuizApp(kinds_desk, start_quiz(kinds_desk, ("1",), 1, 5, ("term",)))

    async def look():
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            await pilot.pause()
            await pilot.press(*typed, *["left"] * back)
            await pilot.pause()
            field = app.screen.query_one(AnswerInput)
            assert field.has_focus
            inside = field.content_region
            assert app.cursor_position == (inside.x + column, inside.y)

    asyncio.run(look())
