"""The notebook's entries from answers: one more answer, or all of them replayed from the log."""

from __future__ import annotations

import json
from collections.abc import Iterable

from quizapp.errors import NumberFormatError, ResponseFormatError
from quizapp.items import Form, Question, question_from
from quizapp.store import exams, slips
from quizapp.store.answers import Given
from quizapp.store.database import Database
from quizapp.store.slips import AskedRow, SlipRow
from quizapp.study.grading import mark
from quizapp.study.slips import Slip, Told, Track


def slip_from(row: SlipRow) -> Slip:
    """The entry that is kept as *row*."""
    return Slip(
        wrong=Track(row.wrong, row.wrong_answer, row.wrong_rights, row.wrong_day),
        lucky=Track(row.lucky, row.lucky_answer, row.lucky_rights, row.lucky_day),
        in_exams=row.in_exams,
        reasons=tuple((reason, count) for reason, count in json.loads(row.reasons)),
    )


def after(database: Database, given: Given, identity: str) -> SlipRow | None:
    """The entry that the answer just *given* leaves, None where nothing ever went wrong.

    It goes on top of what is kept, unless it is the first slip or the clock stood still or was set back: then the log is read again.
    """
    origin = given.question.origin
    entry = slips.entry_of(origin)
    kept = slips.get(database, entry)
    if kept is None and given.correct and not given.unsure:
        return None
    if kept is None or kept.last_ms >= given.at_ms:
        return left(database, origin.key).get(entry)
    told = Told(
        answer=identity,
        day=given.day,
        correct=given.correct,
        unsure=given.unsure,
        in_exam=exams.get(database, given.sitting) is not None,
        reason="" if given.correct else reason_of(given.question, given.response),
    )
    title = kept.title if given.correct and not given.unsure else title_of(given.question)
    return _row(slip_from(kept).after(told), entry, origin.key, given.question.syllabus, title, given.at_ms)


def left(database: Database, key: str) -> dict[str, SlipRow | None]:
    """What the log gives for the entries of *key*: of an item one, of a skill one a template; None for what is no longer wrong."""
    gone: dict[str, SlipRow | None] = dict.fromkeys(slips.entries_of(database, key))
    return gone | _replayed(slips.answers_of(database, key))


def refresh(database: Database, keys: Iterable[str]) -> None:
    """Makes the entries of *keys* anew from the log."""
    for key in keys:
        with database.transaction() as connection:
            for entry, row in left(database, key).items():
                slips.put(connection, entry, row)


def differences(database: Database) -> list[str]:
    """The entries that are not kept as the log gives them."""
    from_log = {entry: row for entry, row in _replayed(slips.answers_of(database)).items() if row}
    kept = {row.entry: row for row in slips.everything(database)}
    return sorted(entry for entry in from_log.keys() | kept.keys() if from_log.get(entry) != kept.get(entry))


def rebuild(database: Database) -> int:
    """Makes all entries anew from the log, and returns how many there are."""
    rows = [row for row in _replayed(slips.answers_of(database)).values() if row]
    slips.replace_all(database, rows)
    return len(rows)


def title_of(question: Question) -> str:
    """The beginning of what is asked, in one line."""
    return " ".join(question.stem.split())[: slips.TITLE_LETTERS]


def reason_of(question: Question, response: str) -> str:
    """The misconception that leads to a wrong *response*: why the choice is wrong, or what gives the value typed; empty for none known."""
    if question.form is Form.CARD:
        return ""
    try:
        return mark(question, response).feedback
    except (ResponseFormatError, NumberFormatError):  # the question was put in another form once
        return ""


def question_asked(row: AskedRow) -> Question | None:
    """The question of an answer as it was asked; None where the file kept too little of it."""
    kept = row.slot["question"] if row.slot and "question" in row.slot else row.shown
    return question_from(kept) if kept and "origin" in kept else None


def _replayed(asked: Iterable[AskedRow]) -> dict[str, SlipRow | None]:
    states: dict[str, Slip] = {}
    titles: dict[str, str] = {}
    last: dict[str, AskedRow] = {}
    for one in asked:
        question = question_asked(one) if not one.correct or one.unsure else None
        if question is not None:
            titles[one.entry] = title_of(question)
        told = Told(
            answer=one.id,
            day=one.day,
            correct=one.correct,
            unsure=one.unsure,
            in_exam=one.verb == exams.VERB,
            reason=reason_of(question, one.response) if question is not None and not one.correct else "",
        )
        states[one.entry] = states.get(one.entry, Slip()).after(told)
        last[one.entry] = one
    return {entry: None if slip.is_clean else _row_of(slip, last[entry], titles.get(entry, "")) for entry, slip in states.items()}


def _row_of(slip: Slip, last: AskedRow, title: str) -> SlipRow:
    return _row(slip, last.entry, last.key, last.syllabus, title or last.entry.partition(":")[2], last.at_ms)


def _row(slip: Slip, entry: str, key: str, syllabus: str, title: str, last_ms: int) -> SlipRow:
    return SlipRow(
        entry=entry,
        key=key,
        syllabus=syllabus,
        title=title,
        last_ms=last_ms,
        wrong=slip.wrong.count,
        wrong_answer=slip.wrong.last,
        wrong_rights=slip.wrong.rights,
        wrong_day=slip.wrong.right_day,
        lucky=slip.lucky.count,
        lucky_answer=slip.lucky.last,
        lucky_rights=slip.lucky.rights,
        lucky_day=slip.lucky.right_day,
        in_exams=slip.in_exams,
        reasons=json.dumps(slip.reasons, ensure_ascii=False, separators=(",", ":")),
    )
