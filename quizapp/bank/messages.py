"""What pydantic and the YAML parser find wrong, in Korean. What is not known here is told in general, never in English."""

from __future__ import annotations

import re
from typing import Any

from quizapp.items import KINDS

_SCHEMA = {
    "missing": "꼭 있어야 하는 칸입니다",
    "extra_forbidden": "모르는 칸입니다",
    "string_type": "글이어야 합니다 (수처럼 보이는 글은 따옴표로 감싸세요)",
    "int_type": "정수여야 합니다",
    "float_type": "수여야 합니다",
    "float_parsing": "수여야 합니다",
    "finite_number": "수여야 합니다",
    "bool_type": "true 또는 false여야 합니다",
    "list_type": "목록이어야 합니다",
    "dict_type": "이름: 값의 모음이어야 합니다",
    "model_type": "이름: 값의 모음이어야 합니다",
    "model_attributes_type": "이름: 값의 모음이어야 합니다",
    "string_pattern_mismatch": "꼴이 맞지 않습니다",
    "string_too_short": "비어 있습니다",
    "string_too_long": "너무 깁니다 ({max_length}자까지)",
    "union_tag_not_found": f"kind가 없습니다 ({', '.join(KINDS)})",
    "union_tag_invalid": f"모르는 kind입니다 ({', '.join(KINDS)})",
    "too_short": "개수가 모자랍니다 ({min_length}개부터)",
    "too_long": "개수가 너무 많습니다 ({max_length}개까지)",
    "greater_than_equal": "{ge:g} 이상이어야 합니다",
    "less_than_equal": "{le:g} 이하여야 합니다",
}
_YAML = (
    ("',' or ']'", "[로 연 목록에 쉼표나 ]가 빠졌습니다"),
    ("',' or '}'", "{로 연 모음에 쉼표나 }가 빠졌습니다"),
    ("expected key|<block end>", "이름이 와야 할 자리입니다. 들여쓰기를 보세요"),
    ("'-' indicator", "'- '가 와야 할 자리입니다. 들여쓰기를 보세요"),
    ("mapping values are not allowed", "이 자리에는 '이름: 값'이 올 수 없습니다. 글에 ': '가 있으면 따옴표로 감싸세요"),
    ("mapping keys are not allowed", "이 자리에는 이름이 올 수 없습니다"),
    ("block sequence entries|sequence entries are not", "이 자리에는 '- '가 올 수 없습니다. 들여쓰기를 보세요"),
    ("expected ':'", "이름 뒤에 ':'가 없습니다"),
    ("unexpected end of stream|unexpected document indicator", "따옴표가 닫히지 않았습니다"),
    ("cannot start any token", "이 글자로는 시작할 수 없습니다. 탭이면 빈칸으로 바꾸고, 글이면 따옴표로 감싸세요"),
    ("tab character", "들여쓰기에 탭이 있습니다. 빈칸을 쓰세요"),
    ("escape", "큰따옴표 안의 \\ 표시를 알 수 없습니다. 작은따옴표로 감싸거나 \\\\로 적으세요"),
    ("node content", "값이 와야 할 자리입니다"),
    ("document start", "글의 시작이 아닙니다. 맨 앞의 들여쓰기와 ---를 보세요"),
    ("alphabetic or numeric", "&나 *로 시작하는 글은 따옴표로 감싸세요"),
    ("tag|URI", "!로 시작하는 글은 따옴표로 감싸세요"),
    ("comment|block scalar|indentation indicator|chomping", "|나 > 뒤에는 줄을 바꿉니다"),
    ("directive|%YAML", "%로 시작하는 글은 따옴표로 감싸세요"),
)
"""Parts of the parser's sentences (of libyaml and of the Python one), and what they mean."""
_KOREAN = re.compile("[가-힣]")


def schema_message(detail: Any) -> str:
    """One of pydantic's error details as a sentence; our own rules speak Korean already."""
    known = _SCHEMA.get(detail["type"])
    if known is not None:
        return known.format(**detail.get("ctx", {}))
    return str(detail["msg"]) if _KOREAN.match(detail["msg"]) else "값이 알맞지 않습니다"


def yaml_message(problem: str | None) -> str:
    """The parser's sentence in Korean."""
    known = (korean for part, korean in _YAML if re.search(part, problem or ""))
    return next(known, "문법에 맞지 않습니다. 들여쓰기, 따옴표, ': '를 보세요")
