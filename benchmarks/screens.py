"""From the key press to the first paint of each screen, with an empty file, a small one and a large one.

python -m benchmarks.screens [--answers 100000] [--small 1500] [--runs 7] [--json]
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks.histories import write_history
from benchmarks.report import arguments, show, summary
from quizapp.paths import Folders, default_bank
from quizapp.tui.app import QuizApp
from quizapp.usecases.desk import Desk
from quizapp.usecases.opening import open_desk
from quizapp.usecases.welcome import note_welcomed

SCREENS = {"home": "", "progress": "p", "settings": "s", "topics": "t", "notebook": "o", "browser": "slash", "exam_forms": "m"}
"""Each screen with the key that opens it from home."""
MOST_OVER_EMPTY_MS = 100


def filled(folder: Path, answers: int) -> Desk:
    """A desk on a file with so many answers."""
    desk = open_desk(default_bank(), Folders(folder, folder), lambda: None)
    note_welcomed(desk)
    if answers:
        write_history(desk, answers)
    return desk


async def first_paint(desk: Desk, screen: str, key: str) -> float:
    """Seconds until the *screen* that *key* opens has been painted; of home, from the start of the app."""
    app, begun = QuizApp(desk), time.perf_counter()
    async with app.run_test(size=(80, 24)):
        await painted(app, "home")
        if key:
            begun = time.perf_counter()
            app.simulate_key(key)
            await painted(app, screen)
        return time.perf_counter() - begun


async def painted(app: QuizApp, screen: str) -> None:
    """Waits until *screen* is in front and has been painted; a Pilot would wait for the threads beside it too."""
    done = asyncio.Event()
    while getattr(app.screen, "NAME", "") != screen or not app.screen.is_mounted:
        await asyncio.sleep(0.001)
    app.screen.call_after_refresh(done.set)
    await done.wait()


def main() -> None:
    """Measures and prints."""
    options = arguments(__doc__ or "", answers=100_000, small=1500, runs=7)
    rows, empty = [], dict[str, float]()
    for name, answers in (("empty", 0), ("small", options.small), ("large", options.answers)):
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            desk = filled(Path(folder), answers)
            for screen, key in SCREENS.items():
                seconds = [asyncio.run(first_paint(desk, screen, key)) for _ in range(options.runs)]
                row = summary(f"{screen}, {name} file", seconds)
                if name == "empty":
                    empty[screen] = median(seconds)
                else:
                    row |= {"over_empty_ms": round(1000 * (median(seconds) - empty[screen]), 1), "wanted_ms": MOST_OVER_EMPTY_MS}
                rows.append(row)
            desk.close()
    show(rows, as_json=options.json)


if __name__ == "__main__":
    main()
