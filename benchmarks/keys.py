"""From a key to what it shows, through a terminal: Enter to feedback (the durable write included), Enter to the next question.

In turn with what it cannot be faster than: a minimal Textual app in a second terminal that puts a screen of text at a key, and a durable
write of SQLite alone.

python -m benchmarks.keys [--questions 100] [--json]
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from benchmarks.report import arguments, show, summary
from benchmarks.terminal import Terminal

MINIMAL = """
import os
os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
from textual.app import App
from textual.widgets import Static
class Minimal(App):
    BINDINGS = [("enter", "turn", "")]
    number = 0
    def compose(self):
        yield Static("page 0")
    def action_turn(self):
        self.number += 1
        lines = [f"{line} {self.number} 다음 중 가장 적절한 것은 무엇인가 하는 물음의 한 줄" for line in range(18)]
        self.query_one(Static).update("\\n".join([f"page {self.number} shown", *lines]))
Minimal().run()
"""
WANTED = {"wanted_median_ms": 16, "wanted_p99_ms": 50}


def durable_write(path: Path) -> Callable[[], float]:
    """Writes a row as durably as the answer log does, and tells how long it took."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE answer (id INTEGER PRIMARY KEY, shown TEXT)")

    def write() -> float:
        start = time.perf_counter()
        connection.execute("INSERT INTO answer (shown) VALUES (?)", ("물음" * 300,))
        return time.perf_counter() - start

    return write


def main() -> None:
    """Measures and prints."""
    options = arguments(__doc__ or "", questions=100)
    floor, writes, feedback, following = list[float](), list[float](), list[float](), list[float]()
    with tempfile.TemporaryDirectory() as folder:
        environment = {"QUIZAPP_HOME": folder, "PYTHONPATH": os.pathsep.join(filter(None, [str(Path.cwd()), os.environ.get("PYTHONPATH")]))}
        command = ["-m", "quizapp", "quiz", "--kind", "choice", "--count", str(options.questions)]
        with Terminal(command, environment) as terminal, Terminal(["-c", MINIMAL], environment) as minimal:
            terminal.seconds_until(f"1/{options.questions}")
            minimal.seconds_until("page 0")
            write = durable_write(Path(folder) / "bare.db")
            terminal.settle(1.5)  # what is done in idle time after the start is not measured here
            for number in range(1, options.questions):
                floor.append(minimal.seconds_until(f"page {number} shown", since=minimal.press("\r")))
                minimal.settle()
                writes.append(write())
                terminal.press("1")
                terminal.settle()
                feedback.append(terminal.seconds_until("맞았습니다", "골랐습니다", since=terminal.press("\r")))
                terminal.settle()
                following.append(terminal.seconds_until(f"{number + 1}/{options.questions}", since=terminal.press("\r")))
                terminal.settle()
    rows = [summary("minimal Textual app, a key to a screen of text", floor), summary("SQLite, a durable write", writes)]
    for name, seconds in (("Enter to feedback", feedback), ("Enter to the next question", following)):
        rows.append(summary(name, seconds) | {"ratio": round(median(seconds) / median(floor), 2)} | WANTED)
    show(rows, as_json=options.json)


if __name__ == "__main__":
    main()
