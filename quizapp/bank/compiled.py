"""The checked bank compiled into a SQLite file in the cache folder, so that a start reads only the items that are shown.

The file's name carries the digest of the YAML files: another content is another file, and a copy in use is never overwritten.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizapp.bank.files import UnreadableFileError, bank_files, content
from quizapp.errors import BankUnreadableError, DataFolderError
from quizapp.refusals import reason_of
from quizapp.syllabus import Exam, Subject, Syllabus, Topic, is_within

# The models of items cost some 10 ms and are imported where an item is really read: the first screen reads none.
if TYPE_CHECKING:
    from quizapp.bank.load import LoadedBank
    from quizapp.bank.problems import Problem
    from quizapp.items import Item

_SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE item (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    syllabus TEXT NOT NULL,
    point TEXT NOT NULL,
    level INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    corrected TEXT,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX item_of_topic ON item (syllabus);
CREATE VIRTUAL TABLE item_text USING fts5 (words, initials, content = '');
CREATE TABLE term (
    position INTEGER PRIMARY KEY,
    term TEXT NOT NULL,
    english TEXT NOT NULL,
    meaning TEXT NOT NULL,
    syllabus TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE term_text USING fts5 (words, initials, content = '');
"""


@dataclass(frozen=True, slots=True)
class ItemRef:
    """What choosing questions needs to know of an item."""

    id: str
    kind: str
    syllabus: str
    point: str
    level: int


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of the glossary."""

    term: str
    english: str
    meaning: str
    syllabus: str


class Bank:
    """A compiled bank, opened for reading."""

    def __init__(self, connection: sqlite3.Connection, digest: str = "") -> None:
        self._connection = connection
        self.digest = digest
        """Of the files it was compiled from."""
        meta = {name: json.loads(body) for name, body in connection.execute("SELECT name, body FROM meta")}
        exam = meta["exam"]
        subjects = tuple(Subject(**subject | {"calculations": tuple(subject["calculations"])}) for subject in exam["subjects"])
        self.exam = Exam(**exam | {"subjects": subjects})
        self.syllabus = Syllabus(tuple(Topic(**topic) for topic in meta["topics"]))
        self.skills: dict[str, str] = meta["skills"]
        """The topic of each skill."""
        self.problems = _problems(meta["problems"])
        """What was left out when the bank was compiled."""

    def refs(self, topics: Iterable[str] = ()) -> list[ItemRef]:
        """The items within any of *topics* (all of them where none is given), in the order of the syllabus."""
        wanted = tuple(topics)
        rows = self._connection.execute("SELECT id, kind, syllabus, point, level FROM item ORDER BY position")
        refs = [ItemRef(*row) for row in rows]
        return [ref for ref in refs if not wanted or any(is_within(ref.syllabus, topic) for topic in wanted)]

    def ref(self, identity: str) -> ItemRef | None:
        """What choosing needs to know of the item of that id."""
        row = self._connection.execute("SELECT id, kind, syllabus, point, level FROM item WHERE id = ?", (identity,)).fetchone()
        return ItemRef(*row) if row else None

    def item(self, identity: str) -> Item | None:
        """The item of that id, or None where the bank no longer has it."""
        from quizapp.items import item_from

        row = self._connection.execute("SELECT kind, body FROM item WHERE id = ?", (identity,)).fetchone()
        return item_from(row[0], json.loads(row[1])) if row else None

    def items(self) -> Iterator[tuple[str, Item]]:
        """Every item with its kind, in the order of the syllabus."""
        from quizapp.items import item_from

        for kind, body in self._connection.execute("SELECT kind, body FROM item ORDER BY position"):
            yield kind, item_from(kind, json.loads(body))

    def search(self, query: str, most: int = 50) -> list[ItemRef]:
        """The items in whose text every word of *query* occurs, best first; a word of initial consonants (ㅈㅎㄷ) finds 정확도."""
        from quizapp.bank.search import search_terms

        match = search_terms(query)
        if not match:
            return []
        rows = self._connection.execute(
            "SELECT id, kind, syllabus, point, level FROM item_text JOIN item ON item.position = item_text.rowid"
            " WHERE item_text MATCH ? ORDER BY item_text.rank LIMIT ?",
            (match, most),
        )
        return [ItemRef(*row) for row in rows]

    def search_terms(self, query: str, most: int = 50) -> list[Term]:
        """The terms of the glossary in whose text every word of *query* occurs: the one of that name first, then those called so."""
        from quizapp.bank.search import is_match, search_terms
        from quizapp.korean import initials

        match = search_terms(query)
        if not match:
            return []
        rows = self._connection.execute(
            "SELECT term, english, meaning, syllabus FROM term_text JOIN term ON term.position = term_text.rowid"
            " WHERE term_text MATCH ? ORDER BY term_text.rank LIMIT ?",
            (match, most),
        )
        wanted = query.strip().casefold()

        def distance(term: Term) -> tuple[bool, bool]:
            names = (term.term.casefold(), term.english.casefold())
            return wanted not in {*names, initials(names[0])}, not is_match(query, " ".join(names))

        return sorted((Term(*row) for row in rows), key=distance)

    def term(self, name: str) -> Term | None:
        """The term of that name."""
        row = self._connection.execute("SELECT term, english, meaning, syllabus FROM term WHERE term = ?", (name,)).fetchone()
        return Term(*row) if row else None

    def headings(self, identities: Iterable[str]) -> dict[str, str]:
        """The beginnings of items, by id: what is asked."""
        found = {}
        for identity in identities:
            row = self._connection.execute(
                "SELECT COALESCE(json_extract(body, '$.stem'), json_extract(body, '$.front'), json_extract(body, '$.text')) FROM item"
                " WHERE id = ?",
                (identity,),
            ).fetchone()
            if row:
                found[identity] = " ".join(str(row[0]).split())
        return found

    def corrected(self) -> list[str]:
        """The ids of items whose key was once wrong."""
        return [identity for (identity,) in self._connection.execute("SELECT id FROM item WHERE corrected IS NOT NULL")]

    def revisions(self) -> dict[str, int]:
        """The present revision of every item."""
        return dict(self._connection.execute("SELECT id, revision FROM item"))

    def counts(self) -> Counter[tuple[str, str]]:
        """How many entries of each kind lie at or below each code; skills count as the kind "skill"."""
        counts: Counter[tuple[str, str]] = Counter()
        placed = [(ref.syllabus, ref.kind) for ref in self.refs()] + [(code, "skill") for code in self.skills.values()]
        for code, kind in placed:
            parts = code.split("-")
            counts.update(("-".join(parts[:depth]), kind) for depth in range(1, len(parts) + 1))
        return counts

    @property
    def size(self) -> int:
        """How many items it has."""
        return int(self._connection.execute("SELECT COUNT(*) FROM item").fetchone()[0])

    def close(self) -> None:
        """Closes the file."""
        self._connection.close()


def fingerprint(folder: Path) -> str:
    """A digest of the names and contents of the bank's files, and of the modules that read them: a new program compiles anew."""
    digest = hashlib.blake2b(digest_size=12)
    for path in [*bank_files(folder), *sorted(Path(__file__).parent.glob("*.py"))]:
        digest.update(os.fsencode(path.name))
        with suppress(UnreadableFileError):  # it becomes a problem when the bank is read
            digest.update(hashlib.blake2b(content(path)).digest())
    return digest.hexdigest()


def compiled_path(folder: Path, cache: Path) -> Path:
    """Where the compiled copy of the bank in *folder*, as it is now, lies or will lie."""
    if not folder.is_dir():
        raise BankUnreadableError(folder, "폴더가 없습니다")
    place = hashlib.blake2b(os.fsencode(folder.resolve()), digest_size=4).hexdigest()
    return cache / f"bank-{place}-{fingerprint(folder)}.sqlite"


def open_compiled(path: Path) -> Bank | None:
    """The compiled bank at *path*, or None where there is none that can be read."""
    if not path.is_file():
        return None
    try:
        connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        return Bank(connection, path.stem.rpartition("-")[2])
    except (sqlite3.Error, ValueError, KeyError, TypeError):
        return None  # a torn or foreign file is made anew


def write_compiled(bank: LoadedBank, path: Path) -> None:
    """Writes *bank* to *path*: whole or not at all. Copies of the same folder's earlier contents are removed."""
    temporary = path.with_suffix(f".{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.unlink(missing_ok=True)
        with closing(sqlite3.connect(temporary)) as connection, connection:
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            _fill(connection, bank)
        temporary.replace(path)
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise DataFolderError(path.parent, reason_of(error) if isinstance(error, OSError) else str(error)) from error
    same_folder = path.stem.rpartition("-")[0]
    for old in path.parent.glob(f"{same_folder}-*.sqlite"):
        if old != path:
            with suppress(OSError):  # another window may still read it
                old.unlink()


def _problems(rows: list[dict[str, Any]]) -> tuple[Problem, ...]:
    if not rows:
        return ()
    from quizapp.bank.problems import Problem

    return tuple(Problem(**row) for row in rows)


def compiled_in_memory(bank: LoadedBank, path: Path) -> Bank:
    """*bank* compiled for this process alone, where no copy can be kept at *path*."""
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    _fill(connection, bank)
    return Bank(connection, path.stem.rpartition("-")[2])


def _fill(connection: sqlite3.Connection, bank: LoadedBank) -> None:
    from quizapp.bank.search import word_parts
    from quizapp.items import kind_of, plain_values, texts_of
    from quizapp.korean import initials

    connection.executescript(_SCHEMA)
    meta = {
        "exam": plain_values(bank.exam),
        "topics": [plain_values(topic) for topic in bank.syllabus.topics],
        "skills": bank.skills,
        "problems": [plain_values(problem) for problem in bank.problems],
    }
    connection.executemany("INSERT INTO meta VALUES (?, ?)", [(name, _json(body)) for name, body in meta.items()])
    order = {topic.code: position for position, topic in enumerate(bank.syllabus.topics)}
    entries = sorted((entry.item for entry in bank.entries), key=lambda item: (order[item.syllabus], item.id))
    for position, item in enumerate(entries):
        what = (item.id, kind_of(item), item.syllabus, item.point, item.level, item.revision, item.corrected)
        row = (position, *what, _json(plain_values(item)))
        connection.execute("INSERT INTO item VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        text = "\n".join(texts_of(item))
        connection.execute(
            "INSERT INTO item_text (rowid, words, initials) VALUES (?, ?, ?)", (position, word_parts(text), word_parts(initials(text)))
        )
    for position, term in enumerate(bank.terms):
        connection.execute("INSERT INTO term VALUES (?, ?, ?, ?, ?)", (position, term.term, term.english, term.meaning, term.code))
        text = " ".join((term.term, term.english, term.meaning, *term.variants))
        connection.execute(
            "INSERT INTO term_text (rowid, words, initials) VALUES (?, ?, ?)", (position, word_parts(text), word_parts(initials(text)))
        )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
