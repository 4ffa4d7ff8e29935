"""What could be asked today, with what is known of it: memory, weight on the paper, first guess, time."""

from __future__ import annotations

from statistics import fmean

from quizapp.items import Form
from quizapp.store import answers, memories, rests
from quizapp.store.memories import MemoryRow
from quizapp.study.blueprint import known_at_first_sight, questions_stood_for
from quizapp.study.choosing import SKILL
from quizapp.study.grading import Grade
from quizapp.study.plan import Aim, Prospect
from quizapp.study.sitting import READING_MS
from quizapp.syllabus import branch_of, is_within
from quizapp.usecases import config
from quizapp.usecases.desk import Desk
from quizapp.usecases.remember import memory_of
from quizapp.usecases.start import DEFAULT_KINDS, WRITTEN_KINDS, candidates

DRILL_KINDS = (*DEFAULT_KINDS, *WRITTEN_KINDS, "card")
SECONDS = {"choice": 45.0, "term": 20.0, "cloze": 20.0, "order": 35.0, "card": 8.0, SKILL: 100.0}
"""Time of an answer until the learner's own is known, feedback aside."""
FORMS = {"choice": Form.CHOICE, "term": Form.TERM, "cloze": Form.TERM, "order": Form.ORDER, "card": Form.CARD, SKILL: Form.NUMBER}
PACE_WINDOW, PACE_PRIOR = 60, 10
"""Last answers of a form that tell the pace, and how many answers the first guess of it is worth."""
LEECH_LAPSES = 4
"""Times forgotten that make a leech: asking it again and again takes time that other matter would use better."""
LEECH_REST_DAYS = 7


def is_leech(row: MemoryRow) -> bool:
    """Whether this was forgotten so often that it is shown with more help, and more seldom."""
    return row.lapses >= LEECH_LAPSES


def aim(desk: Desk, *, extra_minutes: int = 0) -> Aim | None:
    """The exam and the time until then, with *extra_minutes* on every day that has any; None without a date that is still to come."""
    today, day = desk.clock.today(), config.exam_day(desk.database)
    if day is None or day <= today:
        return None
    minutes = config.minutes_on(desk.database, range(today, day))
    return Aim(desk.bank.exam, day, tuple(60.0 * (one + extra_minutes) if one else 0.0 for one in minutes))


def prospects(desk: Desk, topics: tuple[str, ...]) -> list[Prospect]:
    """Everything within *topics* that may be asked today; what rests and leeches just forgotten are left out."""
    today, rows = desk.clock.today(), memories.everything(desk.database)
    resting = {*rests.resting(desk.database, today), *(row.key for row in rows if _rests_as_leech(row, today))}
    return [one for one in _standing(desk, rows) if one.key not in resting and (not topics or _is_within_any(one.syllabus, topics))]


def everything(desk: Desk) -> list[Prospect]:
    """All that the bank has for a drill, resting or not."""
    return _standing(desk, memories.everything(desk.database))


def _standing(desk: Desk, memories_kept: list[MemoryRow]) -> list[Prospect]:
    rows = {row.key: row for row in memories_kept}
    pool = candidates(desk, (), DRILL_KINDS)
    weights = {topic.code: topic.weight for topic in desk.bank.syllabus.topics}
    shares = questions_stood_for(pool, weights, desk.bank.exam)
    priors = known_at_first_sight([(branch_of(one.syllabus), rows[one.key].first_grade) for one in pool if one.key in rows])
    seconds = _seconds(desk)
    return [
        Prospect(
            key=one.key,
            syllabus=one.syllabus,
            memory=memory_of(rows[one.key]) if one.key in rows else None,
            weight=shares[one.key],
            prior=priors.get(branch_of(one.syllabus), priors[""]),
            seconds=seconds[one.kind],
        )
        for one in pool
    ]


def _is_within_any(code: str, topics: tuple[str, ...]) -> bool:
    return any(is_within(code, topic) for topic in topics)


def _rests_as_leech(row: MemoryRow, today: int) -> bool:
    return is_leech(row) and row.last_grade == Grade.AGAIN and today - row.last_day < LEECH_REST_DAYS


def _seconds(desk: Desk) -> dict[str, float]:
    """The expected time of each kind by the learner's own pace, feedback included."""
    pace = {}
    for kind, first_guess in SECONDS.items():
        own = [elapsed / 1000 for elapsed in answers.recent_elapsed(desk.database, FORMS[kind].value, PACE_WINDOW)]
        pace[kind] = fmean([*own, *[first_guess] * PACE_PRIOR]) + READING_MS / 1000
    return pace
