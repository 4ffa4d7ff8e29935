"""Work beside the screens that takes seconds."""

from __future__ import annotations

import sys
from collections.abc import Callable
from threading import Lock, Thread
from typing import Any

from textual.app import App

from quizapp.reports import sentence
from quizapp.tui.widgets.status_line import StatusLine

SWITCH_SECONDS = 0.0005
"""How long such a thread keeps Python's lock while a screen waits for it; usually it is 5 ms, at every turn of a first paint."""
_ONE_AT_A_TIME = Lock()


def beside(app: App[Any], work: Callable[[], None]) -> None:
    """Runs *work* in a thread, after what was given before it; what fails in it is told in the status line.

    No Textual worker: asyncio waits for those before the app may end, and nobody who leaves should wait for a plan.
    """

    def tell(text: str) -> None:
        for line in app.screen.query(StatusLine):
            line.complain(text)

    def in_turn() -> None:
        with _ONE_AT_A_TIME:
            try:
                work()
            except Exception:  # noqa: BLE001 - the desk is closed under it when the app ends; else it is told
                if app.is_running:
                    app.call_later(tell, sentence())

    sys.setswitchinterval(SWITCH_SECONDS)
    Thread(target=in_turn, daemon=True).start()
