"""The drill: what to study today, chosen by memory and by the exam date."""

from __future__ import annotations

from random import Random

from quizapp.errors import NothingToAskError
from quizapp.items import Card, Question
from quizapp.store import memories
from quizapp.study.choosing import Candidate
from quizapp.study.plan import Step, queue
from quizapp.study.sitting import Sitting
from quizapp.usecases import config
from quizapp.usecases.desk import Desk
from quizapp.usecases.prospects import aim, is_leech, prospects
from quizapp.usecases.recall import calibration, recalled
from quizapp.usecases.remember import memory_of
from quizapp.usecases.start import MAX_SEED, begin, check_topics

MOST = 200
SLACK = 1.5
"""More is queued than the minutes should take, for a learner who is faster today; the time itself ends the sitting."""


def start_drill(desk: Desk, topics: tuple[str, ...] = (), *, minutes: float | None = None, count: int | None = None) -> Sitting:
    """A new drill within *topics*, ended by *count* or by *minutes* (the learner's own setting where neither is given).

    Raises UnknownTopicError and NothingToAskError.
    """
    check_topics(desk, topics)
    if count is None and minutes is None:
        minutes = todays_minutes(desk)
    steps = todays_queue(desk, topics, count or MOST, minutes * 60 * SLACK if minutes else float("inf"))
    if not steps:
        raise NothingToAskError(topics)
    seed = desk.chance.randrange(MAX_SEED)
    chosen = [Candidate(step.prospect.key, step.prospect.syllabus) for step in steps]
    return begin(desk, "drill", topics, chosen, seed, Random(seed), limit_ms=round(minutes * 60_000) if minutes else 0)


def todays_minutes(desk: Desk) -> int:
    """The minutes meant for today; on a rest day the longest of the week, as the learner asks for a drill all the same."""
    today = desk.clock.today()
    (minutes,) = config.minutes_on(desk.database, range(today, today + 1))
    return minutes or max(config.minutes_on(desk.database, range(today, today + config.WEEKDAYS))) or config.MOST_MINUTES


def todays_queue(desk: Desk, topics: tuple[str, ...], count: int, seconds: float) -> list[Step]:
    """What to ask today, in order."""
    retention = float(config.get(desk.database, "retention"))
    return queue(prospects(desk, topics), desk.clock.today(), aim(desk), retention, count=count, seconds=seconds, most_new=_new_left(desk))


def _new_left(desk: Desk) -> int | None:
    """How much new matter the learner wants today after what was met today already; None without a limit."""
    most, today = config.most_new(desk.database), desk.clock.today()
    return None if most is None else max(0, most - memories.first_met_on(desk.database, today))


def reason(desk: Desk, question: Question) -> str:
    """Why this is asked now, for the learner."""
    row = memories.get(desk.database, question.origin.key)
    if row is None:
        return "새로 만나는 것"
    memory, day, exam = memory_of(row), desk.clock.today(), config.exam_day(desk.database)
    correction = calibration(desk.database)
    later, until = (exam, "시험일까지") if exam is not None and exam > day else (day + 7, "일주일")
    why = f"기억 {recalled(memory, day, correction):.0%}, {until} 두면 {recalled(memory, later, correction):.0%}로 떨어짐"
    return f"{why} · 자주 틀리는 것" if is_leech(row) else why


def related_card(desk: Desk, question: Question) -> Card | None:
    """For an item that is forgotten again and again: a card on the same point, to be shown with the feedback."""
    row = memories.get(desk.database, question.origin.key)
    if row is None or not is_leech(row):
        return None
    refs = desk.bank.refs((question.syllabus,))
    point = next((ref.point for ref in refs if ref.id == question.origin.item), None)
    cards = (ref.id for ref in refs if ref.kind == "card" and ref.point == point and ref.id != question.origin.item)
    card = desk.bank.item(next(cards, ""))
    return card if isinstance(card, Card) else None
