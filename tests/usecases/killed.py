"""A learner in another process, to be killed: answers as fast as it can and prints each answer's number once it is acknowledged."""

import sys
from pathlib import Path

from quizapp.paths import folders
from quizapp.usecases.answer import answer
from quizapp.usecases.ask import ask
from quizapp.usecases.opening import open_desk
from quizapp.usecases.start import start_quiz, unfinished

desk = open_desk(Path(sys.argv[1]), folders(), lambda: None)
count = desk.database.connection.execute("SELECT COUNT(*) FROM answer").fetchone()[0]
sys.stdout.write(f"start {count}\n")
sys.stdout.flush()
sitting = unfinished(desk) or start_quiz(desk, ("1",), 5)
while True:
    sitting = ask(desk, sitting, may_wait=True)
    if len(sitting.responses) == len(sitting.slots):
        sitting = start_quiz(desk, ("1",), 5)
        continue
    sitting, _ = answer(desk, sitting, "1", unsure=False, elapsed_ms=1)
    sitting = sitting.proceeded()
    count += 1
    sys.stdout.write(f"kept {count}\n")
    sys.stdout.flush()
