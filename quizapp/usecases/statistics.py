"""What the answer log says, summed for people and programs."""

from __future__ import annotations

from typing import Any

from quizapp.store import exams, memories, rests, sittings, slips, sums
from quizapp.store.sums import Tally
from quizapp.study.slips import RIGHTS
from quizapp.usecases.desk import Desk


def statistics(desk: Desk) -> dict[str, Any]:
    """Answers, right ones, accuracy (a fraction, None without answers) and minutes: in all, by subject and by 세세항목 that was met.

    Answers to an earlier revision of an item are not counted: it asked something else.
    """
    tallies = _of_present_revisions(desk)
    subjects = [
        {"code": topic.code, "name": topic.name, **_sums([tally for tally in tallies if tally.syllabus.split("-")[0] == topic.code])}
        for topic in desk.bank.syllabus.subjects
    ]
    codes = sorted({tally.syllabus for tally in tallies})
    topics = [{"code": code, **_sums([tally for tally in tallies if tally.syllabus == code])} for code in codes]
    return {**_sums(tallies), "subjects": subjects, "topics": topics}


def drill_statistics(desk: Desk) -> dict[str, Any]:
    """What the drill knows: things due today and never met, forgotten again and again, and how well answers are predicted."""
    from quizapp.usecases.prospects import DRILL_KINDS, is_leech
    from quizapp.usecases.recall import recall_report
    from quizapp.usecases.start import candidates

    today = desk.clock.today()
    rows = {row.key: row for row in memories.everything(desk.database)}
    resting = rests.resting(desk.database, today)
    keys = [one.key for one in candidates(desk, (), DRILL_KINDS)]
    return {
        "due": sum(key in rows and rows[key].due_day <= today and key not in resting for key in keys),
        "new": sum(key not in rows and key not in resting for key in keys),
        **recall_report(desk.database, desk.bank.exam),
        "leeches": [row.key.partition(":")[2] for row in rows.values() if is_leech(row)],
    }


def interrupted(desk: Desk) -> tuple[int, int] | None:
    """Questions answered and asked in the sitting that was interrupted last; None where there is none."""
    row = sittings.unfinished(desk.database)
    return sittings.progress(desk.database, row.id) if row else None


def notebook_counts(desk: Desk) -> tuple[int, int]:
    """How many entries of the wrong-answer notebook are open, and how many of them should be looked at today."""
    return slips.open_count(desk.database, RIGHTS, desk.clock.today())


def has_open_paper(desk: Desk) -> bool:
    """Whether a mock paper waits to be gone on with."""
    return exams.unfinished(desk.database) is not None


def _of_present_revisions(desk: Desk) -> list[Tally]:
    revisions = desk.bank.revisions()
    return [tally for tally in sums.tallies(desk.database) if tally.revision >= revisions.get(tally.item, 0)]


def _sums(tallies: list[Tally]) -> dict[str, Any]:
    given = sum(tally.answers for tally in tallies)
    correct = sum(tally.correct for tally in tallies)
    return {
        "answers": given,
        "correct": correct,
        "accuracy": round(correct / given, 4) if given else None,
        "unsure": sum(tally.unsure for tally in tallies),
        "minutes": round(sum(tally.elapsed_ms for tally in tallies) / 60_000, 1),
    }
