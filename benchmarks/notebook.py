"""The wrong-answer notebook over a large log: opening the list, its counts for the first screen, and an answer that changes it.

python -m benchmarks.notebook [--answers 100000] [--runs 15] [--json]

The rival is the same list read from the log itself, through the view of what counts.
"""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from benchmarks.report import arguments, show, summary
from quizapp.items import Form, Origin, plain_values
from quizapp.paths import Folders, default_bank
from quizapp.store import sittings
from quizapp.study.questions import from_item
from quizapp.usecases.desk import Desk
from quizapp.usecases.notebook import Filter, by_misconception, by_topic, entries
from quizapp.usecases.opening import open_desk
from quizapp.usecases.slips import rebuild
from quizapp.usecases.statistics import notebook_counts

DAY_MS = 86_400_000
RIGHT = 0.72
PER_SITTING = 500
INSERT = "INSERT INTO answer VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
FROM_THE_LOG = (
    "SELECT key, COUNT(*), MAX(at_ms) FROM counted AS wrong WHERE correct = 0 GROUP BY key HAVING (SELECT COUNT(DISTINCT day) FROM counted"
    " WHERE counted.key = wrong.key AND correct = 1 AND unsure = 0 AND at_ms > MAX(wrong.at_ms)) < 2"
)


def main() -> None:
    """Measures and prints."""
    options = arguments(__doc__ or "", answers=100_000, runs=15)
    with tempfile.TemporaryDirectory() as folder:
        desk = open_desk(default_bank(), Folders(Path(folder), Path(folder) / "cache"), lambda: None)
        fill(desk, options.answers)
        started = time.perf_counter()
        kept = rebuild(desk.database)
        seconds = time.perf_counter() - started
        rows = [
            summary("the list by topic", measured(lambda: by_topic(desk, entries(desk, Filter())), options.runs)) | {"wanted_ms": 100},
            summary("the list by misconception", measured(lambda: by_misconception(entries(desk, Filter())), options.runs)),
            summary("the counts for the first screen", measured(lambda: notebook_counts(desk), options.runs)),
            summary("from the log", measured(lambda: desk.database.connection.execute(FROM_THE_LOG).fetchall(), 3)),
            {"what": "made anew from the log", "entries": kept, "open": len(entries(desk, Filter())), "seconds": round(seconds, 2)},
        ]
        show(rows, as_json=options.json)
        desk.close()


def measured(call: Callable[[], object], runs: int) -> list[float]:
    """Seconds of each of so many calls."""
    seconds = []
    for _ in range(runs):
        started = time.perf_counter()
        call()
        seconds.append(time.perf_counter() - started)
    return seconds


def fill(desk: Desk, count: int) -> None:
    """Puts *count* answers in: three of four to items, the others to exercises with all that they showed."""
    rng = Random(1)
    items = [from_item(item, rng) for kind, item in desk.bank.items() if kind == "choice"]
    exercises = [
        next(question for question in items[at:]).__class__(
            origin=Origin(skill=skill, template=f"{skill}.t{at % 3}", seed=at, difficulty="paper", version=1),
            form=Form.CHOICE,
            syllabus=code,
            stem=f"{skill}의 값은? " + "조건을 길게 적는다. " * 10,
            shown="1",
            choices=items[at % len(items)].choices,
            steps=("공식에 수를 넣는다.",) * 8,
            code="print(1)\n" * 12,
        )
        for at, (skill, code) in enumerate(sorted(desk.bank.skills.items()) * 3)
    ]
    start_ms = desk.clock.now_ms() - 200 * DAY_MS
    with desk.database.transaction() as connection:
        for at in range(count):
            if at % PER_SITTING == 0:
                chosen = [rng.choice(exercises if number % 4 == 0 else items) for number in range(PER_SITTING)]
                slots = [{"question": plain_values(question)} for question in chosen]
                sitting = sittings.put(connection, "quiz", 1, (), start_ms, slots).id
            question = chosen[at % PER_SITTING]
            correct = rng.random() < RIGHT
            right = question.right_number
            response = right if correct else right % len(question.choices) + 1
            at_ms = start_ms + at * 200 * DAY_MS // count
            origin = question.origin
            shown = plain_values(question) if origin.skill else {"choices": [choice.text for choice in question.choices]}
            connection.execute(
                INSERT,
                (
                    f"{at:08}", at_ms, at_ms // DAY_MS, sitting, at % PER_SITTING, origin.key, question.syllabus, origin.item,
                    origin.revision, origin.skill, origin.template, origin.seed, origin.difficulty, origin.version, "", "choice",
                    json.dumps(shown, ensure_ascii=False), str(response), int(correct),
                    int(rng.random() < 0.1), 30_000, 3 if correct else 1,
                ),
            )  # fmt: skip


if __name__ == "__main__":
    main()
