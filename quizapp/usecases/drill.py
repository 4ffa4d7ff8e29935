"""The drill: what to study today, chosen by memory and by the exam date."""

from __future__ import annotations

from collections import Counter
from random import Random

from quizapp.errors import NothingToAskError
from quizapp.items import Question
from quizapp.store import answers, memories
from quizapp.store.memories import MemoryRow
from quizapp.study.choosing import Candidate
from quizapp.study.memory import Memory, recall
from quizapp.study.plan import Prospect, Step, queue
from quizapp.study.sitting import Sitting
from quizapp.usecases import config
from quizapp.usecases.desk import Desk
from quizapp.usecases.start import DEFAULT_KINDS, MAX_SEED, WRITTEN_KINDS, begin, candidates, check_topics

DRILL_KINDS = (*DEFAULT_KINDS, *WRITTEN_KINDS, "card")
MOST = 200
SECONDS = {"choice": 60.0, "term": 30.0, "cloze": 30.0, "order": 45.0, "card": 15.0, "skill": 120.0}
"""Time of an answer until the learner's own is known; feedback included."""
GUESS = {"choice": 0.25}
PRIOR, PRIOR_ANSWERS = 0.4, 8
"""What a candidate knows of a topic before any answer, and how many answers that guess is worth."""


def start_drill(desk: Desk, topics: tuple[str, ...] = (), *, minutes: float | None = None, count: int | None = None) -> Sitting:
    """A new drill within *topics*, ended by *count* or by *minutes* (the learner's own setting where neither is given).

    Raises UnknownTopicError and NothingToAskError.
    """
    check_topics(desk, topics)
    limit = (minutes if minutes is not None else _minutes(desk)) if count is None else float("inf")
    steps = _queue(desk, topics, count or MOST, limit)
    if not steps:
        raise NothingToAskError(topics)
    seed = desk.chance.randrange(MAX_SEED)
    chosen = [Candidate(step.prospect.key, step.prospect.syllabus) for step in steps]
    return begin(desk, "drill", topics, chosen, seed, Random(seed))


def reason(desk: Desk, question: Question) -> str:
    """Why this is asked now, for the learner."""
    row = memories.get(desk.database, question.origin.key)
    if row is None:
        return "새로 만나는 것"
    memory, day = _memory(row), desk.clock.today()
    exam = config.exam_day(desk.database)
    if exam is not None and exam > day:
        return f"기억 {recall(memory, day):.0%}, 시험일까지 두면 {recall(memory, exam):.0%}"
    return f"기억 {recall(memory, day):.0%}, 일주일 두면 {recall(memory, day + 7):.0%}"


def _minutes(desk: Desk) -> float:
    return float(config.get(desk.database, "minutes"))


def _queue(desk: Desk, topics: tuple[str, ...], count: int, minutes: float) -> list[Step]:
    return queue(_prospects(desk, topics), desk.clock.today(), config.exam_day(desk.database), count=count, seconds=minutes * 60)


def _prospects(desk: Desk, topics: tuple[str, ...]) -> list[Prospect]:
    rows = {row.key: row for row in memories.everything(desk.database)}
    kinds = {f"item:{ref.id}": ref.kind for ref in desk.bank.refs(topics)}
    pool = candidates(desk, topics, DRILL_KINDS)
    sizes = Counter(_branch(candidate.syllabus) for candidate in pool)
    weights = {topic.code: topic.weight or 1 for topic in desk.bank.syllabus.topics}
    priors = _priors(desk)
    return [
        Prospect(
            key=candidate.key,
            syllabus=candidate.syllabus,
            memory=_memory(rows[candidate.key]) if candidate.key in rows else None,
            weight=weights.get(_branch(candidate.syllabus), 1) / sizes[_branch(candidate.syllabus)],
            guess=GUESS.get(kinds.get(candidate.key, "skill"), 0.0),
            prior=priors.get(_branch(candidate.syllabus), PRIOR),
            seconds=SECONDS[kinds.get(candidate.key, "skill")],
        )
        for candidate in pool
    ]


def _priors(desk: Desk) -> dict[str, float]:
    """How much of each 세부항목 is known at first sight: the share right so far, shrunk towards PRIOR while answers are few."""
    given: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for tally in answers.tallies(desk.database):
        given[_branch(tally.syllabus)] += tally.answers
        right[_branch(tally.syllabus)] += tally.correct
    return {branch: (right[branch] + PRIOR * PRIOR_ANSWERS) / (given[branch] + PRIOR_ANSWERS) for branch in given}


def _memory(row: MemoryRow) -> Memory:
    return Memory(row.stability, row.difficulty, row.last_day, row.due_day, row.reviews, row.lapses)


def _branch(code: str) -> str:
    return "-".join(code.split("-")[:3])
