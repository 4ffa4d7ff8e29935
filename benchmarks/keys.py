"""From a key to what it shows, through a terminal: Enter to feedback (the durable write included), Enter to the next question.

python -m benchmarks.keys [--questions 100] [--json]
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from benchmarks.report import arguments, show, summary
from benchmarks.terminal import Terminal


def main() -> None:
    """Measures and prints."""
    options = arguments(__doc__ or "", questions=100)
    feedback: list[float] = []
    following: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        environment = {"QUIZAPP_HOME": folder, "PYTHONPATH": os.pathsep.join(filter(None, [str(Path.cwd()), os.environ.get("PYTHONPATH")]))}
        command = ["-m", "quizapp", "quiz", "--kind", "choice", "--count", str(options.questions)]
        with Terminal(command, environment) as terminal:
            terminal.seconds_until(f"1/{options.questions}")
            terminal.settle(1.5)  # what is done in idle time after the start is not measured here
            for number in range(1, options.questions):
                terminal.press("1")
                terminal.settle()
                feedback.append(terminal.seconds_until("맞았습니다", "골랐습니다", since=terminal.press("\r")))
                terminal.settle()
                following.append(terminal.seconds_until(f"{number + 1}/{options.questions}", since=terminal.press("\r")))
                terminal.settle()
    wanted = {"wanted_median_ms": 16, "wanted_p99_ms": 50}
    show([summary("Enter to feedback", feedback) | wanted, summary("Enter to the next question", following) | wanted], as_json=options.json)


if __name__ == "__main__":
    main()
