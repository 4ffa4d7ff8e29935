"""Starting a quiz, and going on with one that was interrupted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from random import Random
from typing import Any

from quizapp.errors import NothingToAskError, UnknownTopicError
from quizapp.items import TRUE_OR_FALSE, ChoiceItem, Difficulty, Question, plain_values, question_from
from quizapp.store import answers, memories, sittings
from quizapp.study.choosing import SKILL, Candidate, choose
from quizapp.study.questions import from_item, true_or_false
from quizapp.study.sitting import Planned, Response, Sitting, Slot
from quizapp.syllabus import is_within
from quizapp.usecases import config
from quizapp.usecases.desk import Desk

DEFAULT_COUNT = 10
EXERCISE, OX = "exercise", TRUE_OR_FALSE
"""Kinds of questions that are no kind of item: computed ones, and single choices of choice items put as true or false."""
DEFAULT_KINDS = ("choice", EXERCISE)
"""What the paper asks; the kinds that are typed or turned are asked for by name, and by the drill."""
WRITTEN_KINDS = ("term", "cloze", "order")
MAX_SEED = 2**31 - 1
ROTATION = 2520
"""Divided by every number of templates that a skill may have, up to ten."""
TYPED_SHARE = 0.5
"""Share of exercises that are typed and not chosen: typing is the better practice, choosing is what the exam does."""


def start_quiz(
    desk: Desk,
    topics: tuple[str, ...] = (),
    count: int = DEFAULT_COUNT,
    seed: int | None = None,
    kinds: tuple[str, ...] = DEFAULT_KINDS,
) -> Sitting:
    """A new quiz of *count* questions of these *kinds* within *topics* (everything, where none is given).

    With a *seed* the same bank gives the same quiz; without one, what was never asked comes first. Raises UnknownTopicError and
    NothingToAskError.
    """
    check_topics(desk, topics)
    history = {} if seed is not None else memories.last_answered(desk.database)
    chosen_seed = desk.chance.randrange(MAX_SEED) if seed is None else seed
    rng = Random(chosen_seed)
    weights = {topic.code: topic.weight for topic in desk.bank.syllabus.topics}
    chosen = choose(candidates(desk, topics, kinds), count, weights, history, rng)
    if not chosen:
        raise NothingToAskError(topics)
    return begin(desk, "quiz", topics, chosen, chosen_seed, rng, kinds=kinds)


def begin(
    desk: Desk,
    verb: str,
    topics: tuple[str, ...],
    chosen: list[Candidate],
    seed: int,
    rng: Random,
    *,
    kinds: tuple[str, ...] = (),
    limit_ms: int = 0,
) -> Sitting:
    """A new sitting that asks what was *chosen*, kept so that it can be taken up again; with a limit it ends after that time."""
    slots = [_slot(desk, candidate, rng, ox=OX in kinds, rotates=verb == "drill") for candidate in chosen]
    row = sittings.begin(desk.database, verb, seed, topics, desk.clock.now_ms(), [slot_values(slot) for slot in slots], limit_ms)
    return Sitting(id=row.id, verb=verb, topics=topics, slots=tuple(slots), limit_ms=limit_ms, kinds=kinds)


def sit_again(desk: Desk, questions: Iterable[Question], *, same_template: bool = False) -> Sitting:
    """A quiz on the same items and skills, with other numbers and another order of choices; of a skill, any template or the same one.

    Raises NothingToAskError where none is left in the bank.
    """
    present = desk.bank.revisions()
    chosen = []
    for question in questions:
        origin = question.origin
        if origin.item in present or origin.skill in desk.bank.skills:
            key = f"skill:{origin.template}" if same_template and origin.template else origin.key
            chosen.append(Candidate(key, question.syllabus))
    if not chosen:
        raise NothingToAskError(())
    seed = desk.chance.randrange(MAX_SEED)
    return begin(desk, "quiz", (), chosen, seed, Random(seed))


def check_topics(desk: Desk, topics: tuple[str, ...]) -> None:
    """Raises UnknownTopicError for a code that the syllabus does not have."""
    for topic in topics:
        if topic not in desk.bank.syllabus:
            raise UnknownTopicError(topic)


def unfinished(desk: Desk) -> Sitting | None:
    """The sitting that was interrupted last, exactly as it was; None where there is none."""
    row = sittings.unfinished(desk.database)
    if row is None:
        return None
    slots = tuple(slot_from(values) for values in sittings.slots_of(desk.database, row.id))
    responses = tuple(
        Response(
            answer=given["id"],
            position=given["position"],
            given=given["response"],
            correct=bool(given["correct"]),
            unsure=bool(given["unsure"]),
            elapsed_ms=given["elapsed_ms"],
        )
        for given in answers.of_sitting(desk.database, row.id)
    )
    return Sitting(id=row.id, verb=row.verb, topics=row.topics, slots=slots, responses=responses, limit_ms=row.limit_ms)


def keep_slot(desk: Desk, sitting: Sitting, *positions: int) -> None:
    """Keeps the slots at *positions* as they are now."""
    sittings.freeze(desk.database, sitting.id, {position: slot_values(sitting.slots[position]) for position in positions})


def candidates(desk: Desk, topics: tuple[str, ...], kinds: tuple[str, ...]) -> list[Candidate]:
    """What may be asked: the items of these *kinds* and, where they are wanted, the skills, within *topics*."""
    wanted = {"choice" if kind == OX else kind for kind in kinds}
    items = [Candidate(f"item:{ref.id}", ref.syllabus, ref.kind, ref.point) for ref in desk.bank.refs(topics) if ref.kind in wanted]
    skills = [
        Candidate(f"skill:{skill}", code, SKILL, skill)
        for skill, code in desk.bank.skills.items()
        if EXERCISE in wanted and (not topics or any(is_within(code, topic) for topic in topics))
    ]
    return items + skills


def _slot(desk: Desk, candidate: Candidate, rng: Random, *, ox: bool, rotates: bool) -> Slot:
    kind, _, name = candidate.key.partition(":")
    if kind == "skill":
        last = answers.last_seed(desk.database, candidate.key) if rotates else None
        seed = rng.randrange(MAX_SEED) if last is None else _next_seed(last, rng)
        return Planned(name, seed, Difficulty.PAPER, typed=rng.random() < TYPED_SHARE)
    item = desk.bank.item(name)
    if item is None:
        raise NothingToAskError((candidate.syllabus,))
    if isinstance(item, ChoiceItem) and not config.is_on(desk.database, "choice-shuffle"):
        item = replace(item, keep_order=True)
    return true_or_false(item, rng) if ox and isinstance(item, ChoiceItem) else from_item(item, rng)


def _next_seed(last: int, rng: Random) -> int:
    """A fresh seed that names another template than *last*: the one after it, as a skill's seed chooses by its remainder."""
    return (last + 1) % ROTATION + ROTATION * rng.randrange(MAX_SEED // ROTATION)


def slot_values(slot: Slot) -> dict[str, Any]:
    """The slot as the data file keeps it."""
    return {"planned" if isinstance(slot, Planned) else "question": plain_values(slot)}


def slot_from(values: dict[str, Any]) -> Slot:
    """The slot that `slot_values` wrote."""
    if "planned" in values:
        planned = values["planned"]
        return Planned(**planned | {"difficulty": Difficulty(planned["difficulty"])})
    return question_from(values["question"])
