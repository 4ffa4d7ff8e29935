"""Reads a bank's folder: what is good becomes values, what is not becomes problems with file and line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from quizapp.bank import schema
from quizapp.bank.files import UnreadableFileError, bank_files, content, passed_over
from quizapp.bank.messages import schema_message
from quizapp.bank.problems import Problem
from quizapp.bank.strict_yaml import Document, StrictYamlError, parse
from quizapp.errors import BankUnreadableError
from quizapp.items import KINDS, Item
from quizapp.syllabus import Exam, Syllabus, Topic

Model = TypeVar("Model")

REQUIRED = {"exam.yaml", "syllabus.yaml"}
"""Files without which nothing can be asked."""
NO_EXAM = Exam("", "", minutes=0, choices=0, points=0, pass_average=0, pass_subject=0, calculator=False, subjects=())
"""Stands for rules that cannot be read, so that the other files are looked at all the same."""
_CELL_TYPES = {"str", "int", "float"}
_TAGS = {"(table)", "(text)", "(none)"}


@dataclass(frozen=True, slots=True)
class Entry:
    """An item with the place it came from."""

    item: Item
    file: str
    line: int
    names_a_law: bool


@dataclass(frozen=True, slots=True)
class Point:
    """A point that items may ask, with the place it is named."""

    code: str
    point: str
    know: str
    file: str
    line: int


@dataclass
class LoadedBank:
    """A bank as its files say it, with all that was wrong on the way."""

    exam: Exam
    syllabus: Syllabus
    skills: dict[str, str] = field(default_factory=dict)
    skill_lines: dict[str, int] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    terms: list[schema.GlossaryModel] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def is_usable(self) -> bool:
        """Whether the exam's rules and the syllabus could be read; without them nothing can be asked."""
        return self.exam is not NO_EXAM and bool(self.syllabus.topics)


def read_bank(folder: Path) -> LoadedBank:
    """The bank in *folder*. Raises BankUnreadableError where the exam's rules or the syllabus cannot be read."""
    bank = read_files(folder)
    if not bank.is_usable:
        raise BankUnreadableError(folder, str(next(problem for problem in bank.problems if problem.file in REQUIRED)))
    return bank


def read_files(folder: Path) -> LoadedBank:
    """All that can be read in *folder*, usable or not, with what is wrong. Raises BankUnreadableError where there is no folder."""
    if not folder.is_dir():
        raise BankUnreadableError(folder, "폴더가 없습니다")
    problems: list[Problem] = []
    exam = _validated(folder / "exam.yaml", "exam.yaml", schema.EXAM, problems)
    bank = LoadedBank(exam=exam[0].value() if exam else NO_EXAM, syllabus=_syllabus(folder, problems), problems=problems)
    for path in bank_files(folder):
        name = _name(path, folder)
        if name not in REQUIRED:
            _read_file(bank, path, name)
    ignored = "읽지 않는 파일입니다. 문항은 과목 폴더 바로 아래의 .yaml에 둡니다"
    bank.problems += [Problem(_name(path, folder), 1, "ignored-file", "-", ignored, warning=True) for path in passed_over(folder)]
    _refuse_unknown_codes_and_repeated_ids(bank)
    return bank


def _name(path: Path, folder: Path) -> str:
    """The file's name in findings: below the bank's folder, and printable."""
    return "".join(letter if letter.isprintable() else "?" for letter in path.relative_to(folder).as_posix())


def _syllabus(folder: Path, problems: list[Problem]) -> Syllabus:
    """The topics, of a code that is there twice the first."""
    name = "syllabus.yaml"
    read = _validated(folder / name, name, schema.TOPICS, problems)
    topics: dict[str, Topic] = {}
    for at, model in enumerate(read[0] if read else ()):
        if model.code in topics:
            problems.append(Problem(name, _line(read, at), "duplicate-code", "-", f"같은 코드가 두 번 있습니다: {model.code}"))
        else:
            topics[model.code] = model.value()
    for at, model in enumerate(read[0] if read else ()):
        if (parent := model.value().parent) and parent not in topics:
            problems.append(Problem(name, _line(read, at), "no-parent", "-", f"{model.code}의 위 코드가 없습니다: {parent}"))
    return Syllabus(tuple(topics.values()))


def _line(read: tuple[object, Document] | None, at: int) -> int:
    return read[1].line((at,)) if read else 1


def _read_file(bank: LoadedBank, path: Path, name: str) -> None:
    if name == "skills.yaml" and (skills := _validated(path, name, schema.SKILLS, bank.problems)):
        bank.skills.update(skills[0])
        bank.skill_lines.update({skill: skills[1].line((skill,)) for skill in skills[0]})
    elif name == "glossary.yaml" and (terms := _validated(path, name, schema.TERMS, bank.problems)):
        bank.terms += terms[0]
    elif "/" in name and path.name == "points.yaml":
        if points := _validated(path, name, schema.POINTS, bank.problems):
            named = enumerate(points[0])
            bank.points += [Point(point.code, point.point, point.know, name, points[1].line((at,))) for at, point in named]
    elif "/" in name:
        _read_items(bank, path, name)
    elif name not in {"skills.yaml", "glossary.yaml"}:
        bank.problems.append(Problem(name, 1, "unknown-file", "-", "문제은행이 모르는 파일입니다. 문항은 과목 폴더에 둡니다", warning=True))


def _document(path: Path, name: str, problems: list[Problem]) -> Document | None:
    try:
        return parse(content(path))
    except StrictYamlError as error:
        problems.append(error.problem(name))
    except UnreadableFileError as error:
        problems.append(Problem(name, 1, "unreadable", "-", f"읽을 수 없습니다: {error}"))
    return None


def _validated(path: Path, name: str, adapter: TypeAdapter[Model], problems: list[Problem]) -> tuple[Model, Document] | None:
    """The whole file as the schema's value with its document, or None after its problems were added to *problems*."""
    document = _document(path, name, problems)
    if document is None:
        return None
    try:
        return adapter.validate_python(document.value), document
    except ValidationError as error:
        problems.extend(_schema_problems(error, document, name, "-", ()))
        return None


def _read_items(bank: LoadedBank, path: Path, name: str) -> None:
    document = _document(path, name, bank.problems)
    if document is None:
        return
    if not isinstance(document.value, list):
        bank.problems.append(Problem(name, 1, "schema", "-", "문항의 목록이어야 합니다 (각 문항은 '- '로 시작)"))
        return
    for position, raw in enumerate(document.value):
        identity = str(raw.get("id", "-")) if isinstance(raw, dict) else "-"
        try:
            model = schema.ITEM.validate_python(raw)
        except ValidationError as error:
            bank.problems.extend(_schema_problems(error, document, name, identity, (position,)))
            continue
        bank.entries.append(Entry(model.value(), name, document.line((position,)), model.names_a_law))


def _schema_problems(error: ValidationError, document: Document, name: str, identity: str, base: tuple[int, ...]) -> Iterator[Problem]:
    told: set[tuple[int | str, ...]] = set()
    for detail in error.errors(include_url=False, include_input=False):
        # The tags of the unions stand in pydantic's path but not in the file.
        place = tuple(part for at, part in enumerate(detail["loc"]) if not (at == 0 and part in KINDS) and part not in _TAGS)
        message = schema_message(detail)
        if len(place) > 1 and place[-1] in _CELL_TYPES and isinstance(place[-2], int):  # a cell, once for each type that it could have
            place, message = place[:-1], "글이나 수여야 합니다"
            if place in told:
                continue
            told.add(place)
        where = ".".join(str(part + 1) if isinstance(part, int) else part for part in place)
        yield Problem(name, document.line((*base, *place)), "schema", identity, f"{where}: {message}" if where else message)


def _refuse_unknown_codes_and_repeated_ids(bank: LoadedBank) -> None:
    kept: list[Entry] = []
    first: dict[str, Entry] = {}
    for entry in bank.entries:
        item = entry.item
        if bank.syllabus.topics and item.syllabus not in bank.syllabus:
            bank.problems.append(Problem(entry.file, entry.line, "unknown-code", item.id, f"출제기준에 없는 코드입니다: {item.syllabus}"))
        elif earlier := first.get(item.id):
            bank.problems.append(
                Problem(entry.file, entry.line, "duplicate-id", item.id, f"같은 id가 {earlier.file}:{earlier.line}에 있습니다")
            )
        else:
            first[item.id] = entry
            kept.append(entry)
    bank.entries[:] = kept
