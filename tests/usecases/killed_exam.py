"""A learner at a mock paper in another process, to be killed: does at random what can be done, and prints each deed once it is kept."""

import sys
from pathlib import Path
from random import Random

from quizapp.errors import NoOpenExamError, StrikeRefusedError
from quizapp.paths import folders
from quizapp.store import exams
from quizapp.usecases import exam
from quizapp.usecases.opening import open_desk
from tests.exams import new_paper

desk = open_desk(Path(sys.argv[1]), folders(), lambda: None)
chance = Random(int(sys.argv[2]))
DEEDS = (
    lambda paper: exam.go(desk, paper, chance.randrange(len(paper.questions))),
    lambda paper: exam.choose(desk, paper, str(chance.randint(1, 4))),
    lambda paper: exam.clear(desk, paper),
    lambda paper: exam.toggle_unsure(desk, paper),
    lambda paper: exam.toggle_flag(desk, paper),
    lambda paper: exam.toggle_strike(desk, paper, str(chance.randint(1, 4))),
)


def tell(*words):
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


try:
    paper = exam.opened(desk, exam.unfinished_exam(desk))
except NoOpenExamError:
    paper = exam.opened(desk, new_paper(desk))
tell("open", paper.id, len(exams.deeds_of(desk.database, paper.id)), desk.clock.monotonic_ms())
while True:
    if chance.random() < 0.01:
        exam.submit(desk, paper, by_time=False)
        tell("submitted", paper.id)
        paper = exam.opened(desk, new_paper(desk))
    else:
        try:
            after = chance.choice(DEEDS)(paper)
        except StrikeRefusedError:
            continue
        if after is paper:
            continue
        paper = after
    tell("kept", paper.id, len(exams.deeds_of(desk.database, paper.id)), desk.clock.monotonic_ms())
