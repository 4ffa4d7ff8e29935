"""A walk through every screen that the first one opens, with an empty, a small and a large file."""

import asyncio
import time
from statistics import median

import pytest

from benchmarks.histories import write_history
from benchmarks.screens import MOST_OVER_EMPTY_MS, SCREENS, first_paint
from quizapp.paths import default_bank
from quizapp.tui.app import QuizApp
from tests.tui.driver import settle

WAIT_S = 60
MACHINE_FACTOR = 3
"""Machines that run tests are busy with others; `benchmarks.screens` says the numbers themselves."""


async def walk(desk):
    """Opens every screen, waits for what is computed beside it, and comes back by Esc."""
    app = QuizApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for screen, key in SCREENS.items():
            if key:
                await pilot.press(key)
                await settle(pilot)
            assert screen == app.screen.NAME
            if screen == "progress":
                begun = time.monotonic()
                while len(app.screen._made) < 6 and time.monotonic() - begun < WAIT_S:
                    await asyncio.sleep(0.05)
                for view in "123456":
                    await pilot.press(view)
                    await settle(pilot)
            if key:
                await pilot.press("escape")
                await settle(pilot)
            assert app.screen.NAME == "home"


@pytest.mark.parametrize("answers", [0, 300])
def test_every_screen_opens_and_esc_comes_back(make_desk, answers):
    desk = make_desk(default_bank())
    if answers:
        write_history(desk, answers)
    asyncio.run(walk(desk))


@pytest.mark.long
def test_every_screen_opens_with_a_large_file_nearly_as_fast_as_with_an_empty_one(make_desk):
    desk = make_desk(default_bank())

    def paints():
        return {screen: median(asyncio.run(first_paint(desk, screen, key)) for _ in range(5)) for screen, key in SCREENS.items()}

    empty = paints()
    write_history(desk, 100_000)
    asyncio.run(walk(desk))
    large = paints()
    slower = {screen: round(1000 * (large[screen] - empty[screen])) for screen in SCREENS}
    assert max(slower.values()) <= MACHINE_FACTOR * MOST_OVER_EMPTY_MS, slower
