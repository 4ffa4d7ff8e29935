"""Drives the app in a test: a script of keys, and what the screen then shows."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable

from textual.pilot import Pilot
from textual.widgets import Static

from quizapp.tui.app import QuizApp


def drive(app: QuizApp, *steps: str | Callable[[QuizApp], object], size: tuple[int, int] = (80, 24)) -> None:
    """Runs *app* and takes the steps: a key is pressed, a function is called with the app and awaited where it can be."""

    async def run() -> None:
        async with app.run_test(size=size) as pilot:
            await settle(pilot)
            for step in steps:
                if callable(step):
                    waited = step(app)
                    if inspect.isawaitable(waited):
                        await waited
                else:
                    await pilot.press(step)
                await settle(pilot)

    asyncio.run(run())


async def settle(pilot: Pilot[None]) -> None:
    """Waits until messages are handled and what was called after a refresh has run."""
    await pilot.pause()
    await pilot.pause()


def screen_text(app: QuizApp) -> str:
    """The screen as a terminal shows it, line by line."""
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


def text_of(app: QuizApp, selector: str) -> str:
    """The text of one Static."""
    return str(app.screen.query_one(selector, Static).content)
