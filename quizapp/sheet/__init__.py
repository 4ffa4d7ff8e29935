"""What is printed: practice sheets as Markdown or HTML, their solutions on pages of their own; `paper` and `notebook` are others."""

from __future__ import annotations

import re
from html import escape

from quizapp.items import Data, Exercise, Table

_STYLE = """
@page { size: A4; margin: 1.5cm 2cm; }
@media print { body { margin: 0 auto !important; } }
body { font: 11pt/1.6 "Noto Sans KR", "Malgun Gothic", "Apple SD Gothic Neo", sans-serif; margin: 2cm auto; max-width: 17cm; }
section { break-inside: avoid; margin-bottom: 1.6em; }
h2 { break-before: page; }
table { border-collapse: collapse; margin: .6em 0; }
td, th { border: 1px solid #999; padding: .15em .7em; text-align: right; }
td:first-child, th:first-child { text-align: left; }
ol { list-style: none; padding-left: 0; display: grid; grid-template-columns: 1fr 1fr; }
pre { background: #f4f4f4; padding: .6em; white-space: pre-wrap; font-size: 9pt; }
.room { height: 5em; }
"""
TITLE = "계산 연습"

_HYPHEN = re.compile(r"(?<![\w)-])-(?=\d)")
"""A hyphen that stands for a minus sign."""


def markdown(exercises: list[Exercise], *, answers: bool) -> str:
    """The exercises as Markdown, with the worked solutions after them where *answers* are wanted."""
    parts = [f"# {TITLE}\n"]
    for number, exercise in enumerate(exercises, 1):
        parts.append(f"**{number}.** {plain_markdown(exercise.stem)}\n")
        parts.extend(markdown_data(exercise.data))
        parts.extend(f"   {at}) {plain_markdown(_printed(choice.text))}  " for at, choice in enumerate(exercise.choices, 1))
        parts.append("" if exercise.choices else f"   답: ____________ {exercise.unit}\n")
    if answers:
        parts.append("\n# 풀이\n")
        for number, exercise in enumerate(exercises, 1):
            parts.append(f"**{number}.** {plain_markdown(_answer(exercise))}\n")
            parts.extend(f"{plain_markdown(rule)}\n" for rule in _rules(exercise))
            parts.append("```text\n" + "\n".join(exercise.steps) + "\n```\n")
            parts.append("```python\n" + exercise.code + "\n```\n")
    return "\n".join(parts)


def html(exercises: list[Exercise], *, answers: bool) -> str:
    """The exercises as a page that prints well; the solutions, where *answers* are wanted, begin on a new sheet."""
    body = [f"<h1>{TITLE}</h1>"]
    for number, exercise in enumerate(exercises, 1):
        body.append(
            f"<section><p><b>{number}.</b> {html_lines(exercise.stem)}</p>{html_data(exercise.data)}{_html_choices(exercise)}</section>"
        )
    if answers:
        body.append("<h2>풀이</h2>")
        for number, exercise in enumerate(exercises, 1):
            steps = "<br>".join(map(escape, [*_rules(exercise), *exercise.steps]))
            body.append(
                f"<section><p><b>{number}.</b> {escape(_answer(exercise))}</p><p>{steps}</p><pre>{escape(exercise.code)}</pre></section>"
            )
    return html_page(TITLE, _STYLE, body)


def html_page(title: str, style: str, body: list[str]) -> str:
    """A whole page that needs nothing else to be shown or printed."""
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{style}</style>'
    return f'<!doctype html>\n<html lang="ko"><head>{head}</head>\n<body>\n' + "\n".join(body) + "\n</body></html>"


def skill_table(rows: list[dict[str, str | None]]) -> str:
    """The skills with their topics and templates (*rows* as `usecases.export.template_rows` gives them) as a Markdown table."""
    skills: dict[str, tuple[str, list[str]]] = {}
    for row in rows:
        _, titles = skills.setdefault(str(row["skill"]), (row["syllabus"] or "-", []))
        titles.append(str(row["title"]))
    lines = [
        f"| {code} | `{skill}` | {' · '.join(titles)} |"
        for skill, (code, titles) in sorted(skills.items(), key=lambda entry: (entry[1][0], entry[0]))
    ]
    count = sum(len(titles) for _, titles in skills.values())
    return "\n".join([f"{len(skills)} skills, {count} templates.\n", "| 코드 | 기술 | 틀 |", "| --- | --- | --- |", *lines, ""])


def _answer(exercise: Exercise) -> str:
    number = next((f"{at}) " for at, choice in enumerate(exercise.choices, 1) if choice.correct), "")
    return f"{number}{_printed(exercise.shown)}{exercise.unit}"


def _rules(exercise: Exercise) -> list[str]:
    """Why the key is right, where the exercise has choices to say it."""
    return [choice.why for choice in exercise.choices if choice.correct]


def _printed(cell: object) -> str:
    """A number or text as it is printed: with true minus signs."""
    return _HYPHEN.sub("−", str(cell))


def plain_markdown(text: str) -> str:
    """*text* with what Markdown would read as its own made plain."""
    return "".join(f"\\{letter}" if letter in "\\`*_[]<>#|~" else letter for letter in text)


def markdown_data(data: Data) -> list[str]:
    """A stem's table or text."""
    if isinstance(data, Table):
        rows = [data.columns, ("---",) * len(data.columns), *data.rows]
        return ["| " + " | ".join(_printed(cell).replace("|", "\\|") for cell in row) + " |" for row in rows] + [""]
    return [f"```text\n{data}\n```\n"] if data else []


def html_data(data: Data) -> str:
    """A stem's table or text."""
    if isinstance(data, Table):
        head = "".join(f"<th>{escape(column)}</th>" for column in data.columns)
        rows = "".join("<tr>" + "".join(f"<td>{escape(_printed(cell))}</td>" for cell in row) + "</tr>" for row in data.rows)
        return f"<table><tr>{head}</tr>{rows}</table>"
    return f"<pre>{escape(data)}</pre>" if data else ""


def _html_choices(exercise: Exercise) -> str:
    if not exercise.choices:
        return f'<div class="room">답: ____________ {escape(exercise.unit)}</div>'
    return (
        "<ol>"
        + "".join(f"<li>{at}) {escape(_printed(choice.text))}</li>" for at, choice in enumerate(exercise.choices, 1))
        + '</ol><div class="room"></div>'
    )


def html_lines(text: str) -> str:
    """*text* with its line breaks, nothing of it read as markup."""
    return escape(text).replace("\n", "<br>")
