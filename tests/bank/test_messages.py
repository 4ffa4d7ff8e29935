"""Every fault that the schema can find is told in Korean: broken variants of every field of every model are fed to it."""

import re

import pytest
from pydantic import ValidationError

from quizapp.bank import schema
from quizapp.bank.messages import schema_message, yaml_message

BROKEN = [
    None, "", "x", "가" * 5000, "1-1-1-1", 0, 1, -1, 7, 10**17, 1.5, -0.5, True, [], [""], [None], [1], [[]], [1] * 50, ["가" * 5000],
    ["a", "a", "a"], {}, {"a": 1}, [{}], [{"text": "a"}, {"text": "a"}], {"columns": [], "rows": []}, {"columns": [None], "rows": [[None]]},
    {"columns": ["a"], "rows": [["a", "b"]]}, {"columns": 1}, {"columns": ["a"] * 20, "rows": [["a"] * 20] * 50},
]  # fmt: skip
COMMON = {"id": "a-b", "syllabus": "1-1-1-1", "point": "p", "level": 1, "reference": "r"}
TEXT = {"stem": "s", "explanation": "e"}
CHOICES = [{"text": "a", "why": "w", "correct": True}, {"text": "b", "why": "w"}]
SOUND = {
    "choice": (schema.ITEM, COMMON | TEXT | {"kind": "choice", "choices": CHOICES}),
    "card": (schema.ITEM, COMMON | {"kind": "card", "front": "f", "back": "b"}),
    "term": (schema.ITEM, COMMON | TEXT | {"kind": "term", "answers": ["a"]}),
    "cloze": (schema.ITEM, COMMON | {"kind": "cloze", "text": "{{a}}", "explanation": "e"}),
    "order": (schema.ITEM, COMMON | TEXT | {"kind": "order", "steps": ["a", "b", "c"]}),
    "points": (schema.POINTS, {"code": "1-1-1-1", "point": "p", "know": "k"}),
    "glossary": (schema.TERMS, {"term": "t", "english": "e", "meaning": "m", "code": "1"}),
    "syllabus": (schema.TOPICS, {"code": "1", "name": "n"}),
    "exam": (
        schema.EXAM,
        {
            "id": "a", "title": "t", "minutes": 1, "choices": 4, "points": 1.0, "pass_average": 60, "pass_subject": 40, "calculator": False,
            "subjects": [{"code": "1", "questions": 1, "calculations": [0, 1]}],
        },
    ),
    "skills": (schema.SKILLS, {"a.b": "1-1-1-1"}),
}  # fmt: skip
OPTIONAL = ("revision", "checked", "corrected", "tags", "emphasis", "data", "keep_order", "variants", "weight", "unseen", "unknown")


def variants(raw):
    """*raw* and what is in it, each field missing, broken in every way, and fields that it does not have."""
    yield from BROKEN
    for name in (*raw, *OPTIONAL):
        yield {key: value for key, value in raw.items() if key != name}
        yield from (raw | {name: broken} for broken in BROKEN)
    for name, parts in raw.items():
        if isinstance(parts, list) and isinstance(parts[0], dict):
            yield from (raw | {name: [part, *parts[1:]]} for part in variants(parts[0]))


@pytest.mark.parametrize("kind", SOUND)
def test_no_fault_of_any_field_is_told_in_another_language(kind):
    adapter, sound = SOUND[kind]
    in_list = adapter in (schema.POINTS, schema.TERMS, schema.TOPICS)
    adapter.validate_python([sound] if in_list else sound)
    types = set()
    for raw in (*BROKEN, *variants(sound)):
        for value in ([raw], raw) if in_list else (raw,):
            try:
                adapter.validate_python(value)
            except ValidationError as error:
                for detail in error.errors(include_url=False, include_input=False):
                    types.add(detail["type"])
                    said = schema_message(detail)
                    for word in ("true", "false", "kind", "choice", "term", "cloze", "order", "card", "correct"):
                        said = said.replace(word, "")
                    assert not re.search("[A-Za-z{}]{2}", said.replace("{{답}}", "")), (detail, said)
                    assert "알맞지 않습니다" not in said, detail
    assert len(types) > (2 if kind == "skills" else 5)


def test_what_is_not_known_is_told_in_general():
    assert schema_message({"type": "url_parsing", "msg": "Input should be a URL", "ctx": {}}) == "값이 알맞지 않습니다"
    assert yaml_message("something new") == yaml_message(None)
