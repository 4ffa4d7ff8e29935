"""A strict reading of YAML: no anchors, no tags, no duplicate keys, no YAML 1.1 scalars; every value knows its line.

Built on the parser's events and not on a composed tree, because only there can depth and aliases be refused before they cost anything.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from quizapp.bank.files import MAX_BYTES
from quizapp.bank.messages import yaml_message
from quizapp.bank.problems import Problem

MAX_DEPTH = 12

_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
_HIDDEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\u3164\ud800-\udfff"
    r"\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
"""Control, bidirectional and invisible characters, which could disguise a text, and halves of characters; tab and line feed are allowed."""

Path = tuple[str | int, ...]


class StrictYamlError(Exception):
    """Something that the strict reading refuses, with its line."""

    def __init__(self, line: int, code: str, message: str) -> None:
        super().__init__(message)
        self.line, self.code, self.message = line, code, message

    def problem(self, file: str) -> Problem:
        """The finding in *file*."""
        return Problem(file, self.line, self.code, "-", self.message)


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed file: its value, and the line of every value in it by path."""

    value: Any
    lines: dict[Path, int]

    def line(self, path: Path) -> int:
        """The line of the value at *path*, or of the nearest one around it that exists."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def parse(raw: bytes) -> Document:
    """The document in *raw*. Raises StrictYamlError with line and rule for whatever a bank file must not hold."""
    if len(raw) > MAX_BYTES:
        raise StrictYamlError(1, "too-large", f"파일이 너무 큽니다 (한도 {MAX_BYTES:,}바이트)")
    try:
        text = unicodedata.normalize("NFC", raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise StrictYamlError(line, "not-utf8", "UTF-8 글이 아닙니다. 편집기에서 UTF-8로 저장하세요") from None
    text = text.replace("\r\n", "\n")
    if hidden := _HIDDEN.search(text):
        raise _hidden(text.count("\n", 0, hidden.start()) + 1, hidden[0])
    try:
        return _Builder(yaml.parse(text, Loader=_PARSER)).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if "nesting depth" in str(error.problem):  # newer parsers have a limit of their own, reached before ours sees an event
            raise _too_deep(mark.line + 1 if mark else 1) from None
        raise StrictYamlError(mark.line + 1 if mark else 1, "yaml-syntax", f"YAML 문법 오류: {yaml_message(error.problem)}") from None
    except yaml.YAMLError:
        raise StrictYamlError(1, "yaml-syntax", f"YAML 문법 오류: {yaml_message(None)}") from None


class _Builder:
    """Turns events into values, refusing on the way."""

    def __init__(self, events: Iterator[yaml.Event]) -> None:
        self._events = events
        self._lines: dict[Path, int] = {}

    def document(self) -> Document:
        for event in self._events:
            if isinstance(event, yaml.NodeEvent):
                value = self._value(event, ())
                if any(isinstance(later, yaml.DocumentStartEvent) for later in self._events):
                    raise StrictYamlError(1, "many-documents", "한 파일에는 문서 하나만 둡니다 (--- 로 나누지 않습니다)")
                return Document(value, self._lines)
        return Document(None, self._lines)

    def _value(self, event: yaml.Event, path: Path) -> Any:
        line = _line(event)
        self._lines[path] = line
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise StrictYamlError(line, "alias", "앵커(&)와 별칭(*)은 쓸 수 없습니다. 이 글자로 시작하는 글은 따옴표로 감싸세요")
        if tag := getattr(event, "tag", None):
            raise StrictYamlError(line, "tag", f"태그는 쓸 수 없습니다: {tag!r}")
        if len(path) > MAX_DEPTH:
            raise _too_deep(line)
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        return self._mapping(path)

    def _sequence(self, path: Path) -> list[Any]:
        values: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            values.append(self._value(event, (*path, len(values))))
        return values

    def _mapping(self, path: Path) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            line = _line(event)
            if not isinstance(event, yaml.ScalarEvent):
                raise StrictYamlError(line, "key", "이름 자리에는 글만 올 수 있습니다")
            name = _text(event)
            if name in values:
                raise StrictYamlError(line, "duplicate-key", f"같은 이름이 두 번 있습니다: {name}")
            values[name] = self._value(next(self._events), (*path, name))
            self._lines[*path, name] = line
        return values


def _too_deep(line: int) -> StrictYamlError:
    return StrictYamlError(line, "too-deep", f"{MAX_DEPTH}단계보다 깊이 포갤 수 없습니다")


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _hidden(line: int, character: str) -> StrictYamlError:
    return StrictYamlError(line, "control-character", f"보이지 않는 제어 문자 U+{ord(character):04X}가 있습니다")


def _text(event: yaml.ScalarEvent) -> str:
    """The text of a key or value, composed. Escapes in double quotes can write what the file itself does not hold."""
    if hidden := _HIDDEN.search(event.value):
        raise _hidden(_line(event), hidden[0])
    return unicodedata.normalize("NFC", event.value)


def _scalar(event: yaml.ScalarEvent) -> Any:
    """A quoted or block scalar is text; a plain one may be true, false, null or a number as JSON writes it."""
    text = _text(event)
    if not event.implicit[0]:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text
