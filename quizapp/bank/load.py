"""Reads a bank's folder: what is good becomes values, what is not becomes problems with file and line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from quizapp.bank import schema
from quizapp.bank.compiled import bank_files
from quizapp.bank.problems import Problem
from quizapp.bank.strict_yaml import Document, StrictYamlError, parse
from quizapp.errors import BankUnreadableError
from quizapp.items import KINDS, Item
from quizapp.syllabus import Exam, Syllabus

Model = TypeVar("Model")

_KOREAN = {
    "missing": "꼭 있어야 하는 칸입니다",
    "extra_forbidden": "모르는 칸입니다",
    "string_type": "글이어야 합니다 (수처럼 보이는 글은 따옴표로 감싸세요)",
    "int_type": "정수여야 합니다",
    "bool_type": "true 또는 false여야 합니다",
    "list_type": "목록이어야 합니다",
    "dict_type": "이름: 값의 모음이어야 합니다",
    "model_type": "이름: 값의 모음이어야 합니다",
    "string_pattern_mismatch": "꼴이 맞지 않습니다",
    "string_too_short": "비어 있습니다",
    "string_too_long": "너무 깁니다",
    "union_tag_not_found": f"kind가 없습니다 ({', '.join(KINDS)})",
    "union_tag_invalid": f"모르는 kind입니다 ({', '.join(KINDS)})",
    "too_short": "개수가 모자랍니다",
    "too_long": "개수가 너무 많습니다",
}


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
    skills: dict[str, str]
    entries: list[Entry] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    terms: list[schema.GlossaryModel] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_bank(folder: Path) -> LoadedBank:
    """The bank in *folder*. Raises BankUnreadableError where the exam's rules or the syllabus cannot be read."""
    if not folder.is_dir():
        raise BankUnreadableError(folder, "폴더가 없습니다")
    exam = _required(folder, "exam.yaml", schema.EXAM)
    topics = _required(folder, "syllabus.yaml", schema.TOPICS)
    bank = LoadedBank(exam=exam.value(), syllabus=Syllabus(tuple(topic.value() for topic in topics)), skills={})
    for path in bank_files(folder):
        name = path.relative_to(folder).as_posix()
        if name not in {"exam.yaml", "syllabus.yaml"}:
            _read_file(bank, path, name)
    _refuse_unknown_codes_and_repeated_ids(bank)
    return bank


def _required(folder: Path, name: str, adapter: TypeAdapter[Model]) -> Model:
    problems: list[Problem] = []
    read = _validated(folder / name, name, adapter, problems)
    if read is None:
        raise BankUnreadableError(folder, str(problems[0]))
    return read[0]


def _read_file(bank: LoadedBank, path: Path, name: str) -> None:
    if name == "skills.yaml" and (skills := _validated(path, name, schema.SKILLS, bank.problems)):
        bank.skills.update(skills[0])
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
        return parse(path.read_bytes())
    except StrictYamlError as error:
        problems.append(error.problem(name))
    except OSError as error:
        problems.append(Problem(name, 1, "unreadable", "-", f"읽을 수 없습니다: {error.strerror}"))
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
    for detail in error.errors(include_url=False, include_context=False, include_input=False):
        # The tags of the unions stand in pydantic's path but not in the file.
        place = tuple(
            part for at, part in enumerate(detail["loc"]) if not (at == 0 and part in KINDS) and part not in {"(table)", "(text)"}
        )
        where = ".".join(str(part + 1) if isinstance(part, int) else part for part in place)
        message = _KOREAN.get(detail["type"], detail["msg"])
        yield Problem(name, document.line((*base, *place)), "schema", identity, f"{where}: {message}" if where else message)


def _refuse_unknown_codes_and_repeated_ids(bank: LoadedBank) -> None:
    kept: list[Entry] = []
    first: dict[str, Entry] = {}
    for entry in bank.entries:
        item = entry.item
        if item.syllabus not in bank.syllabus:
            bank.problems.append(Problem(entry.file, entry.line, "unknown-code", item.id, f"출제기준에 없는 코드입니다: {item.syllabus}"))
        elif earlier := first.get(item.id):
            bank.problems.append(
                Problem(entry.file, entry.line, "duplicate-id", item.id, f"같은 id가 {earlier.file}:{earlier.line}에 있습니다")
            )
        else:
            first[item.id] = entry
            kept.append(entry)
    bank.entries[:] = kept
