"""The wrong-answer notebook (오답노트): what was answered wrong and not yet made up for, chosen, grouped, looked at and asked again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import count
from typing import Any

from quizapp.errors import UnknownTopicError
from quizapp.store import marks, memories, slips
from quizapp.study.sitting import Sitting
from quizapp.study.slips import OFTEN, RIGHTS, Slip
from quizapp.syllabus import is_within
from quizapp.usecases import start
from quizapp.usecases.desk import Desk
from quizapp.usecases.review import Reviewed, of_answer
from quizapp.usecases.slips import slip_from

MOST_ASKED = 100
"""Questions of one sitting; those wrong most often come in first."""
NO_REASON = "알려진 오해와 맞지 않는 답"


class Kind(StrEnum):
    """Which slips are wanted."""

    ALL = "all"
    OFTEN = "often"
    LUCKY = "unsure"
    """Right answers that were guessed."""
    EXAM = "exam"


KIND_NAMES = {Kind.ALL: "모두", Kind.OFTEN: "자주 틀림", Kind.LUCKY: "찍어서 맞음", Kind.EXAM: "모의고사"}


@dataclass(frozen=True, slots=True)
class Filter:
    """What of the notebook is wanted."""

    subject: str = ""
    """A subject's code (or any other code of the syllabus); empty for all."""
    kind: Kind = Kind.ALL


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the notebook."""

    name: str
    key: str
    syllabus: str
    title: str
    slip: Slip
    answer: str
    """The id of the answer for which it stands here."""
    is_due: bool
    is_starred: bool
    note: str

    @property
    def count(self) -> int:
        """How often it was wrong."""
        return self.slip.wrong.count

    @property
    def rights(self) -> int:
        """Days with a right answer since; at two it retires."""
        return (self.slip.wrong if self.answer == self.slip.wrong.last else self.slip.lucky).rights


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under one heading."""

    heading: str
    entries: tuple[Entry, ...]


def entries(desk: Desk, wanted: Filter) -> list[Entry]:
    """The open entries that are *wanted*, in the order of the syllabus, those most often wrong first. Raises UnknownTopicError."""
    if wanted.subject and wanted.subject not in desk.bank.syllabus:
        raise UnknownTopicError(wanted.subject)
    today = desk.clock.today()
    due = {row.key: row.due_day <= today for row in memories.everything(desk.database)}
    starred, notes = set(marks.stars(desk.database)), marks.notes(desk.database)
    found = []
    for row in slips.open_entries(desk.database, RIGHTS):
        slip = slip_from(row)
        track = slip.lucky if wanted.kind is Kind.LUCKY else slip.wrong
        if track.is_open and _is_wanted(row.syllabus, slip, wanted):
            found.append(
                Entry(
                    name=row.entry,
                    key=row.key,
                    syllabus=row.syllabus,
                    title=row.title,
                    slip=slip,
                    answer=track.last,
                    is_due=due.get(row.key, False),
                    is_starred=row.key in starred,
                    note=notes.get(row.key, ""),
                )
            )
    order = {topic.code: position for position, topic in enumerate(desk.bank.syllabus.topics)}
    return sorted(found, key=lambda entry: (order.get(entry.syllabus, len(order)), -entry.count, entry.name))


def by_topic(desk: Desk, chosen: Iterable[Entry]) -> list[Group]:
    """Under the codes of the syllabus, in its order."""
    groups: dict[str, list[Entry]] = {}
    for entry in chosen:
        groups.setdefault(entry.syllabus, []).append(entry)
    return [Group(desk.bank.syllabus.label(code), tuple(found)) for code, found in groups.items()]


def by_misconception(chosen: Iterable[Entry]) -> list[Group]:
    """Under the misconceptions that led to the wrong answers, the most frequent first; an entry stands under each of its own.

    What was never wrong, only guessed, stands by itself at the end.
    """
    groups: dict[str, list[tuple[int, Entry]]] = {}
    guessed = []
    for entry in chosen:
        if not entry.slip.reasons:
            guessed.append(entry)
        for reason, times in entry.slip.reasons:
            groups.setdefault(reason or NO_REASON, []).append((times, entry))
    ordered = sorted(groups.items(), key=lambda group: (group[0] == NO_REASON, -sum(times for times, _ in group[1])))
    made = [
        Group(f"{sum(times for times, _ in found)}번  {reason}", tuple(entry for _, entry in sorted(found, key=lambda pair: -pair[0])))
        for reason, found in ordered
    ]
    return [*made, Group(KIND_NAMES[Kind.LUCKY], tuple(guessed))] if guessed else made


def reviewed(desk: Desk, chosen: Iterable[Entry]) -> list[Reviewed]:
    """The questions of the entries as they were asked, with the learner's own answers; those that nothing was kept of are left out."""
    return [one for one in map(reviewer(desk), chosen) if one is not None]


def reviewer(desk: Desk) -> Callable[[Entry], Reviewed | None]:
    """Gives an entry's question as `reviewed` does, numbering one after the other."""
    numbers = count(1)

    def review(entry: Entry) -> Reviewed | None:
        return of_answer(desk, entry.answer, next(numbers), state_words(entry))

    return review


def state_words(entry: Entry) -> str:
    """How often it was wrong and how far it is from retiring."""
    wrong = f"{entry.count}번 틀림" if entry.count else "찍어서 맞음"
    exam = f" (모의고사 {entry.slip.in_exams})" if entry.slip.in_exams else ""
    return f"{wrong}{exam} · 맞힌 날 {entry.rights}/{RIGHTS}"


def retry(desk: Desk, chosen: list[Entry]) -> Sitting:
    """A quiz on the entries, mixed, with other numbers and another order of choices. Raises NothingToAskError where none can be asked."""
    worst = sorted(chosen, key=lambda entry: -entry.count)[:MOST_ASKED]
    questions = [one.question for one in reviewed(desk, worst)]
    desk.chance.shuffle(questions)
    return start.sit_again(desk, questions, same_template=True)


def rows(desk: Desk, chosen: Iterable[Entry]) -> Iterable[dict[str, Any]]:
    """The entries for programs."""
    for entry in chosen:
        one = of_answer(desk, entry.answer, 1, "")
        question = one.question if one else None
        yield {
            "entry": entry.name,
            "key": entry.key,
            "syllabus": entry.syllabus,
            "title": entry.title,
            "wrong": entry.count,
            "in_exams": entry.slip.in_exams,
            "guessed_right": entry.slip.lucky.count,
            "right_days": entry.rights,
            "due": entry.is_due,
            "starred": entry.is_starred,
            "note": entry.note,
            "misconceptions": [{"reason": reason or None, "count": times} for reason, times in reversed(entry.slip.reasons)],
            "answer": entry.answer,
            "stem": question.stem if question else None,
            "choices": [choice.text for choice in question.choices] if question else None,
            "response": one.response if one else None,
            "right": question.shown if question else None,
            "seed": question.origin.seed if question and question.origin.template else None,
        }


def _is_wanted(syllabus: str, slip: Slip, wanted: Filter) -> bool:
    if wanted.subject and not is_within(syllabus, wanted.subject):
        return False
    return (wanted.kind is not Kind.OFTEN or slip.wrong.count >= OFTEN) and (wanted.kind is not Kind.EXAM or slip.in_exams > 0)
