"""What the learner adds to a question: a note, a star, and a report (신고) where something in it seems wrong."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from quizapp import __version__
from quizapp.errors import DataFolderError
from quizapp.items import Question, plain_values
from quizapp.reports import FOLDER
from quizapp.store import marks
from quizapp.store.backup import free_name
from quizapp.usecases.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """Something that can be marked."""

    key: str
    """item:…, skill:… or term:…"""
    title: str
    question: Question | None = None
    """As it was asked, where it was."""
    response: str = ""


def of_question(question: Question, response: str) -> Marked:
    """What was asked; notes and stars are kept for the item or the skill."""
    return Marked(key=question.origin.key, title=" ".join(question.stem.split()), question=question, response=response)


def note_of(desk: Desk, key: str) -> str:
    """The learner's note; empty for none."""
    return marks.note(desk.database, key)


def keep_note(desk: Desk, key: str, text: str) -> None:
    """Keeps a note, durable when this returns; nothing but spaces is none."""
    kept = text if text.strip() else ""
    if kept != marks.note(desk.database, key):
        marks.put_note(desk.database, key, kept, desk.clock.now_ms())


def is_starred(desk: Desk, key: str) -> bool:
    """Whether it has a star."""
    return marks.is_starred(desk.database, key)


def toggle_star(desk: Desk, key: str) -> bool:
    """Gives a star or takes it away; whether it has one now."""
    if marks.is_starred(desk.database, key):
        marks.take_star(desk.database, key)
        return False
    marks.put_star(desk.database, key, desk.clock.now_ms())
    return True


def report(desk: Desk, marked: Marked, sentence: str) -> Path:
    """Writes a file beside the data with all that is needed to check what the learner doubts, and returns where it is.

    Nothing is sent. Raises DataFolderError where it cannot be written.
    """
    written = datetime.fromtimestamp(desk.clock.now_ms() / 1000, UTC)
    folder = desk.database.path.parent / FOLDER
    name = re.sub("[^a-z0-9]+", "-", marked.key.casefold()).strip("-")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = free_name(folder / f"{written:%Y%m%d-%H%M%S}-{name}.json")
        text = json.dumps(_report(desk, marked, sentence, written), ensure_ascii=False, indent=2)
        path.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise DataFolderError(folder, error.strerror or str(error)) from error
    return path


def _report(desk: Desk, marked: Marked, sentence: str, written: datetime) -> dict[str, Any]:
    question = marked.question
    origin = plain_values(question.origin) if question else {}
    return {
        "sentence": sentence,
        "written": written.isoformat(timespec="seconds"),
        "program": __version__,
        "exam": desk.bank.exam.id,
        "bank": desk.bank.digest,
        "key": marked.key,
        "title": marked.title,
        **{name: value for name, value in origin.items() if value},
        "make_again": f"quizapp exercise make {origin['template']} --seed {origin['seed']} --difficulty {origin['difficulty']}"
        if origin.get("template")
        else None,
        "response": marked.response or None,
        "question": plain_values(question) if question else None,
        "note": marks.note(desk.database, marked.key) or None,
    }
