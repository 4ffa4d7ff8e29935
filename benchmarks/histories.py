"""A learner's file of any size: answers over many days to what the bank has, memories and sums made from them."""

from __future__ import annotations

from random import Random

from quizapp.items import Form
from quizapp.store.identity import new_id
from quizapp.usecases.desk import Desk
from quizapp.usecases.prospects import DRILL_KINDS, FORMS
from quizapp.usecases.remember import rebuild
from quizapp.usecases.start import candidates

DAY_MS = 86_400_000
SHOWN = '{"choices":["보기 0 글","보기 1 글","보기 2 글","보기 3 글"]}'
COLUMNS = (
    "id, at_ms, day, sitting, position, key, syllabus, item, revision, skill, template, seed, difficulty, version, variant, form, shown,"
    " response, correct, unsure, elapsed_ms, grade"
)


def write_history(desk: Desk, answers: int, days: int = 90, seed: int = 1) -> None:
    """Puts *answers* answers of the last *days* days into the desk's empty file."""
    chance, today, now = Random(seed), desk.clock.today(), desk.clock.now_ms()
    pool = candidates(desk, (), DRILL_KINDS)
    rows = []
    for number in range(answers):
        ago = days - number * days // answers
        one = chance.choice(pool)
        kind, _, name = one.key.partition(":")
        item, skill = (name, "") if kind == "item" else ("", name)
        at_ms = now - ago * DAY_MS + number
        correct = chance.random() < 0.45 + 0.4 * number / answers
        unsure = chance.random() < 0.15
        grade = 1 if not correct else 2 if unsure else 3
        form = FORMS[one.kind]
        elapsed = chance.randrange(4_000, 90_000)
        rows.append(
            (
                new_id(at_ms), at_ms, today - ago, f"sitting-{number // 20}", number % 20, one.key, one.syllabus, item, int(bool(item)),
                skill, "", 0, "", 0, "", form.value, SHOWN if form is Form.CHOICE else "{}", "1", int(correct), int(unsure), elapsed, grade,
            )
        )  # fmt: skip
    with desk.database.transaction() as connection:
        connection.executemany(f"INSERT INTO answer ({COLUMNS}) VALUES ({', '.join('?' * 22)})", rows)  # noqa: S608 - constants
    rebuild(desk.database)
    desk.database.checkpoint()
