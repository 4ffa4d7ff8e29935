"""What the strict reading refuses, each with its line."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.bank.strict_yaml import MAX_BYTES, StrictYamlError, parse


@pytest.mark.parametrize(
    ("raw", "line", "code"),
    [
        (b"a: 1\nb: 2\na: 3\n", 3, "duplicate-key"),
        (b"a: &x 1\nb: *x\n", 1, "alias"),
        (b"a: !!python/object:os.system 1\n", 1, "tag"),
        (b"a: [1, 2\nb: 3\n", 2, "yaml-syntax"),
        (b"a: 1\n---\nb: 2\n", 1, "many-documents"),
        ("a: 가\nb: \x00\n".encode(), 2, "control-character"),
        ("a: 1\nb: x\u202ey\n".encode(), 2, "control-character"),
        ("a: 가\nb: 나\n".encode("cp949"), 1, "not-utf8"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", 1, "not-utf8"),
        (b"? [a]\n: 1\n", 1, "key"),
        (b'a: 1\nb: "\\e[31mred"\n', 2, "control-character"),
        (b'a: "x\\u202ey"\n', 1, "control-character"),
        (b'a: "\\0"\n', 1, "control-character"),
        (b'a: "\\r"\n', 1, "control-character"),
        (b'a: 1\n"k\\e": 2\n', 2, "control-character"),
        (b'a: "\\u061c"\n', 1, "control-character"),
        (b'a: "\\U000e0041"\n', 1, "control-character"),
        ("a: \u3164\n".encode(), 1, "control-character"),
        pytest.param(b"[" * 5000, 1, "too-deep", id="too-deep"),
        pytest.param(b"x" * (MAX_BYTES + 1), 1, "too-large", id="too-large"),
    ],
)
def test_what_a_bank_must_not_hold_is_refused_with_its_line(raw, line, code):
    with pytest.raises(StrictYamlError) as refused:
        parse(raw)
    assert (refused.value.code, refused.value.line) == (code, line)


def test_an_alias_bomb_is_refused_before_it_grows():
    bomb = "a: &a [x, x]\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20))
    with pytest.raises(StrictYamlError) as refused:
        parse(bomb.encode())
    assert refused.value.code == "alias"


def test_scalars_are_read_as_json_would_and_not_as_yaml_1_1():
    document = parse(b"a: no\nb: 12:30\nc: 010\nd: 1.50\ne: true\nf: null\ng: '3'\nh: 2026-01-02\ni: -7\n")
    assert document.value == {
        "a": "no", "b": "12:30", "c": "010", "d": 1.5, "e": True, "f": None, "g": "3", "h": "2026-01-02", "i": -7,
    }  # fmt: skip


def test_text_is_composed_to_nfc():
    assert parse("a: \u1112\u1161\u11ab".encode()).value == {"a": "한"}
    assert parse(rb'"\u1112\u1161\u11ab": "\u1112\u1161"').value == {"한": "하"}


@pytest.mark.parametrize(
    "text",
    [
        "a: [1, 2\nb: 3", "a: {b: 1", "a: 'x", 'a: "x', "a: b: c", "a\nb: 1", "- a\nb: 1", "a:\n  - b\n c: 1", "a: @x", "a: `x`",
        'a: "\\q"', "\ta: 1", "a:\n\t- b", "a: ]", "a: }", "a: - b", "a: |x\n b", "a: 1\n%b", "&: 1", "a: * b", "a: !<x", "? a\n- b",
        "a: 'x'y", "%YAML 9.9\n--- a", "a: 1\n... b", "[a, b: ]: c", "- - -\n -", "a: >9x\n b", "{a: b:}", "---- \n- 'a",
    ],
)  # fmt: skip
def test_what_the_parser_refuses_is_told_in_korean(text):
    try:
        parse(text.encode())
    except StrictYamlError as refused:
        assert not re.search("[A-Za-z]{3}", refused.message.removeprefix("YAML"))


def test_every_value_knows_its_line():
    document = parse(b"- id: x\n  choices:\n    - text: a\n    - text: b\n")
    assert document.line((0, "choices", 1, "text")) == 4
    assert document.line((0, "choices", 1, "absent")) == 4


@given(st.binary(max_size=300))
def test_no_bytes_at_all_raise_anything_else(raw):
    try:
        parse(raw)
    except StrictYamlError as refused:
        assert refused.line >= 1
