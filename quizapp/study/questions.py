"""Questions from items and exercises."""

from __future__ import annotations

from random import Random

from quizapp.items import ChoiceItem, Exercise, Form, Origin, Question


def from_item(item: ChoiceItem, rng: Random) -> Question:
    """The item as it is asked, its choices shuffled by *rng* unless their order means something."""
    choices = list(item.choices)
    if not item.keep_order:
        rng.shuffle(choices)
    return Question(
        origin=Origin(item=item.id, revision=item.revision),
        form=Form.CHOICE,
        syllabus=item.syllabus,
        stem=item.stem,
        emphasis=item.emphasis,
        data=item.data,
        choices=tuple(choices),
        shown=next(choice.text for choice in choices if choice.correct),
        explanation=item.explanation,
        reference=item.reference,
    )


def from_exercise(exercise: Exercise, syllabus: str, *, typed: bool) -> Question:
    """The exercise as it is asked: with its choices, or *typed* as a number. One without choices is typed, a decision never is."""
    is_decision = isinstance(exercise.answer, str)
    form = Form.NUMBER if not exercise.choices or (typed and not is_decision) else Form.CHOICE
    return Question(
        origin=Origin(
            skill=exercise.skill,
            template=exercise.template,
            seed=exercise.seed,
            difficulty=exercise.difficulty.value,
            version=exercise.version,
        ),
        form=form,
        syllabus=syllabus,
        stem=exercise.stem,
        data=exercise.data,
        choices=exercise.choices if form is Form.CHOICE else (),
        shown=exercise.shown,
        value=exercise.value,
        decimals=exercise.decimals,
        unit=exercise.unit,
        mistakes=exercise.mistakes,
        explanation=next((choice.why for choice in exercise.choices if choice.correct), ""),
        steps=exercise.steps,
        code=exercise.code,
    )
