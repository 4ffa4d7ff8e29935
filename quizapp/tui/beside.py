"""Work beside the screens that takes seconds."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock, Thread

_ONE_AT_A_TIME = Lock()


def beside(work: Callable[[], None]) -> None:
    """Runs *work* in a thread, after what was given before it.

    No Textual worker: asyncio waits for those before the app may end, and nobody who leaves should wait for a plan.
    """

    def in_turn() -> None:
        with _ONE_AT_A_TIME:
            work()

    Thread(target=in_turn, daemon=True).start()
