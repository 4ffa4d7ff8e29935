"""The wrong-answer notebook for paper: every question as it was asked, the own answer, the reasons, the own note."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape

from quizapp.items import Question
from quizapp.sheet import html_data, html_lines, html_page, markdown_data, plain_markdown
from quizapp.usecases.notebook import Entry, Group
from quizapp.usecases.review import Reviewed

_STYLE = """
@page { size: A4; margin: 1.6cm 1.8cm; }
@media print { body { margin: 0 auto !important; } }
body { font: 10.5pt/1.6 "Noto Sans KR", "Malgun Gothic", "Apple SD Gothic Neo", sans-serif; margin: 2cm auto; max-width: 17.4cm; }
h2 { font-size: 13pt; border-bottom: 2px solid #222; margin: 1.4em 0 .8em; break-after: avoid; }
section { break-inside: avoid; margin-bottom: 1.8em; }
section p { margin: 0 0 .4em; }
table { border-collapse: collapse; margin: .5em 0; }
td, th { border: 1px solid #888; padding: .1em .6em; text-align: right; }
td:first-child, th:first-child { text-align: left; }
ol { list-style: none; padding: 0; margin: .3em 0; }
li { margin: .15em 0; }
pre { background: #f4f4f4; padding: .5em; white-space: pre-wrap; font-size: 9pt; }
.state, .why { color: #444; font-size: 9pt; }
.right { font-weight: bold; }
.note { border-left: 3px solid #444; padding-left: .8em; white-space: pre-wrap; }
"""
TITLE = "오답노트"
Review = Callable[[Entry], Reviewed | None]


def notebook_markdown(groups: list[Group], review: Review) -> str:
    """The groups as Markdown."""
    parts = [f"# {TITLE}\n"]
    for group in groups:
        parts.append(f"## {plain_markdown(group.heading)}\n")
        for entry, one in _reviewed(group, review):
            question = one.question
            parts.append(f"**{one.number}.** {plain_markdown(question.stem)}\n")
            parts.extend(markdown_data(question.data))
            for at, choice in enumerate(question.choices, 1):
                text = f"{_sign(one, at)}{at}) {plain_markdown(choice.text)}"
                parts.append(f"- {text}: {plain_markdown(choice.why)}" if choice.why else f"- {text}")
            parts.append(f"\n{plain_markdown(_answers(one))} ({plain_markdown(one.line)})\n")
            if rule := _rule(question):
                parts.append(f"{plain_markdown(rule)}\n")
            if question.steps:
                parts.append("```text\n" + "\n".join(question.steps) + "\n```\n")
            if entry.note:
                parts.append("\n".join(f"> {plain_markdown(line)}" for line in f"메모: {entry.note}".splitlines()) + "\n")
    return "\n".join(parts)


def notebook_html(groups: list[Group], review: Review) -> str:
    """The groups as a page that prints well."""
    body = [f"<h1>{TITLE}</h1>"]
    for group in groups:
        body.append(f"<h2>{escape(group.heading)}</h2>")
        body.extend(_html_entry(entry, one) for entry, one in _reviewed(group, review))
    return html_page(TITLE, _STYLE, body)


def _html_entry(entry: Entry, one: Reviewed) -> str:
    question = one.question
    choices = "".join(
        f'<li class="{"right" if choice.correct else "why"}">{_sign(one, at)}{at}) {escape(choice.text)}'
        f'<br><span class="why">{escape(choice.why)}</span></li>'
        for at, choice in enumerate(question.choices, 1)
    )
    steps = f"<p>{'<br>'.join(map(escape, question.steps))}</p>" if question.steps else ""
    note = f'<p class="note">{html_lines(entry.note)}</p>' if entry.note else ""
    return (
        f"<section><p><b>{one.number}.</b> {html_lines(question.stem)}</p>{html_data(question.data)}<ol>{choices}</ol>"
        f'<p>{escape(_answers(one))} <span class="state">{escape(one.line)}</span></p>'
        f"<p>{html_lines(_rule(question))}</p>{steps}{note}</section>"
    )


def _reviewed(group: Group, review: Review) -> Iterator[tuple[Entry, Reviewed]]:
    for entry in group.entries:
        one = review(entry)
        if one is not None:
            yield entry, one


def _rule(question: Question) -> str:
    """The explanation, where it says more than the reason of the right choice."""
    return "" if any(choice.why == question.explanation for choice in question.choices) else question.explanation


def _sign(one: Reviewed, number: int) -> str:
    """Right, chosen, or neither."""
    return "✓ " if one.question.choices[number - 1].correct else "✗ " if number == one.picked else ""


def _answers(one: Reviewed) -> str:
    question = one.question
    right = f"{question.right_number}번" if question.right_number else f"{question.shown}{question.unit}"
    own = f"{one.picked}번" if one.picked else one.response
    return f"내 답 {own}{' (찍음)' if one.is_unsure else ''}, 정답 {right}"
