"""From the start of the process to the first frame and the first question, beside a minimal Textual app, in turn and in one run.

python -m benchmarks.startup [--runs 9] [--json]
"""

from __future__ import annotations

import os
import tempfile
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
    def compose(self):
        yield Static("first frame")
Minimal().run()
"""


def main() -> None:
    """Measures and prints."""
    options = arguments(__doc__ or "", runs=9)
    with tempfile.TemporaryDirectory() as folder:
        environment = {"QUIZAPP_HOME": folder, "PYTHONPATH": os.pathsep.join(filter(None, [str(Path.cwd()), os.environ.get("PYTHONPATH")]))}
        minimal, frame, question, memory = [], [], [], []
        with Terminal(["-m", "quizapp"], environment) as terminal:
            first_start = [terminal.seconds_until("빅데이터분석기사")]
        for _ in range(options.runs):
            with Terminal(["-c", MINIMAL], environment) as terminal:
                minimal.append(terminal.seconds_until("first frame"))
            with Terminal(["-m", "quizapp"], environment) as terminal:
                frame.append(terminal.seconds_until("빅데이터분석기사"))
            with Terminal(["-m", "quizapp", "quiz", "--kind", "choice"], environment) as terminal:
                question.append(terminal.seconds_until("1/10"))
                terminal.settle(0.6)
                memory.append(terminal.resident_megabytes())
    rows = [
        summary("minimal Textual app, first frame", minimal),
        summary("quizapp, first frame", frame) | {"ratio": round(median(frame) / median(minimal), 2), "wanted": 1.35},
        summary("quizapp, first question", question) | {"ratio": round(median(question) / median(minimal), 2), "wanted": 1.8},
        summary("quizapp, first start of all", first_start) | {"wanted_ms": 2000},
        {"what": "memory before the first exercise", "median_mb": round(median(memory), 1), "wanted_mb": 60},
    ]
    show(rows, as_json=options.json)


if __name__ == "__main__":
    main()
