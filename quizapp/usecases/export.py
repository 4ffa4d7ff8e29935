"""Items, templates and exercises as rows that other programs read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from quizapp.bank.compiled import Bank
from quizapp.items import ChoiceItem, Exercise, plain_values


def bank_rows(bank: Bank) -> Iterator[dict[str, Any]]:
    """Every entry of *bank*, in the order of the syllabus."""
    for kind, item in bank.items():
        row = {"id": item.id, "kind": kind, **plain_values(item)}
        if isinstance(item, ChoiceItem):
            row["choices"] = [{"text": choice.text, "correct": choice.correct, "why": choice.why} for choice in item.choices]
        yield row


def template_rows(bank: Bank) -> Iterator[dict[str, Any]]:
    """Every template with the topic that *bank* gives its skill (None where it gives none)."""
    from quizapp.exercises.template import templates

    for name, template in templates().items():
        yield {"skill": template.skill, "template": name, "title": template.title, "syllabus": bank.skills.get(template.skill)}


def exercise_row(bank: Bank, exercise: Exercise) -> dict[str, Any]:
    """An exercise with key, misconceptions, worked solution and code."""
    row = plain_values(exercise) | {"syllabus": bank.skills.get(exercise.skill)}
    del row["value"]
    row["mistakes"] = [{"value": mistake.value, "why": mistake.why} for mistake in exercise.mistakes]
    return row
