"""Questions from items and exercises: choices shuffled, a blank chosen, steps mixed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Any

from quizapp.items import (
    BLANK,
    TRUE_OR_FALSE,
    Card,
    Choice,
    ChoiceItem,
    ClozeItem,
    Exercise,
    Form,
    Item,
    OrderItem,
    Origin,
    Question,
    TermItem,
)

HIDDEN = "____"


def from_item(item: Item, rng: Random) -> Question:
    """The item as it is asked; what is left to chance comes from *rng*."""
    for kind, ask in _ASK.items():
        if isinstance(item, kind):
            return ask(item, rng)
    raise TypeError(f"nothing to ask of {type(item).__name__}")


def true_or_false(item: ChoiceItem, rng: Random) -> Question:
    """One choice of *item* put to the learner: is it the answer? (O/X). The reason belongs to the right verdict: it is said once."""
    choice = rng.choice([next(one for one in item.choices if one.correct), rng.choice([one for one in item.choices if not one.correct])])
    verdicts = (("O  물음의 답이다", choice.correct), ("X  물음의 답이 아니다", not choice.correct))
    asked = _choice(item, rng)
    return replace(
        asked,
        origin=replace(asked.origin, variant=TRUE_OR_FALSE),
        stem=f"{item.stem}\n\n보기: {choice.text}",
        choices=tuple(Choice(text=text, why=choice.why if correct else "", correct=correct) for text, correct in verdicts),
        shown=next(text for text, correct in verdicts if correct),
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


def _common(item: Item) -> dict[str, Any]:
    return {"origin": Origin(item=item.id, revision=item.revision), "syllabus": item.syllabus, "reference": item.reference}


def _choice(item: ChoiceItem, rng: Random) -> Question:
    choices = list(item.choices)
    if not item.keep_order:
        rng.shuffle(choices)
    return Question(
        **_common(item),
        form=Form.CHOICE,
        stem=item.stem,
        emphasis=item.emphasis,
        data=item.data,
        choices=tuple(choices),
        shown=next(choice.text for choice in choices if choice.correct),
        explanation=item.explanation,
    )


def _term(item: TermItem, _: Random) -> Question:
    return Question(
        **_common(item),
        form=Form.TERM,
        stem=item.stem,
        data=item.data,
        shown=item.answers[0],
        accepted=item.answers,
        explanation=item.explanation,
    )


def _cloze(item: ClozeItem, rng: Random) -> Question:
    """One blank is asked, the others are filled in."""
    blanks = list(BLANK.finditer(item.text))
    asked = rng.choice(blanks)
    stem, end = "", 0
    for blank in blanks:
        stem += item.text[end : blank.start()] + (HIDDEN if blank is asked else blank[1].split("|")[0])
        end = blank.end()
    accepted = tuple(form.strip() for form in asked[1].split("|"))
    return Question(
        **_common(item),
        form=Form.TERM,
        stem=f"빈칸에 들어갈 말은?\n\n{stem}{item.text[end:]}",
        shown=accepted[0],
        accepted=accepted,
        explanation=item.explanation,
    )


def _order(item: OrderItem, rng: Random) -> Question:
    """The steps mixed and numbered; the answer is their numbers in the right order."""
    mixed = list(item.steps)
    while mixed == list(item.steps):
        rng.shuffle(mixed)
    right = "".join(str(mixed.index(step) + 1) for step in item.steps)
    return Question(
        **_common(item),
        form=Form.ORDER,
        stem=item.stem,
        choices=tuple(Choice(text=step, why=f"{item.steps.index(step) + 1}번째입니다.") for step in mixed),
        shown=right,
        accepted=(right,),
        explanation=item.explanation,
    )


def _card(item: Card, _: Random) -> Question:
    return Question(**_common(item), form=Form.CARD, stem=item.front, shown=item.back)


_ASK: dict[type[Any], Callable[[Any, Random], Question]] = {
    ChoiceItem: _choice,
    TermItem: _term,
    ClozeItem: _cloze,
    OrderItem: _order,
    Card: _card,
}
