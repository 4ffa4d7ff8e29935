"""The next question of a sitting: written ones at once, exercises as soon as they are made."""

from __future__ import annotations

from quizapp.exercises.supply import Failure, Order
from quizapp.items import Question
from quizapp.store import sittings
from quizapp.study.questions import from_exercise
from quizapp.study.sitting import Planned, Sitting, Stage
from quizapp.usecases.desk import Desk
from quizapp.usecases.start import keep_slot

AHEAD = 3
"""Exercises ordered ahead of the question being asked."""


def order_ahead(desk: Desk, sitting: Sitting) -> None:
    """Has the next exercises of the sitting made in the background; costs nothing where there are none."""
    planned = [slot for slot in sitting.slots[sitting.position :] if isinstance(slot, Planned)]
    for slot in planned[:AHEAD]:
        desk.supply.order(_order(slot))


def ask(desk: Desk, sitting: Sitting, *, may_wait: bool) -> Sitting:
    """The sitting with a question in its current slot, or finished.

    Where the slot's exercise is not made yet, a later question is asked first; where there is none, the slot stays planned unless the
    caller *may_wait*. An exercise that cannot be made is dropped, and why is noted. Where something cannot be kept, the sitting is still as
    the caller has it, and can be asked again.
    """
    while sitting.stage is Stage.ASKING and isinstance(slot := sitting.current, Planned):
        if not may_wait and not desk.supply.is_ready(_order(slot)):
            order_ahead(desk, sitting)
            return _with_another_first(desk, sitting)
        made = desk.supply.take(_order(slot))
        if isinstance(made, Failure):
            sittings.note_failure(desk.database, slot.skill, slot.seed, made.reason, desk.clock.now_ms())
            sittings.drop(desk.database, sitting.id, sitting.position)
            sitting = sitting.without_current()
            if not may_wait:
                break  # what was dropped must reach the caller, whatever fails next; a slot that is still planned is asked for again
            continue
        sitting = sitting.filled(from_exercise(made, desk.bank.skills.get(made.skill, ""), typed=slot.typed))
        keep_slot(desk, sitting, sitting.position)
    if sitting.stage is Stage.FINISHED:
        sittings.end(desk.database, sitting.id, desk.clock.now_ms())
    return sitting


def is_waiting(sitting: Sitting) -> bool:
    """Whether the current exercise is still being made and nothing else can be asked."""
    return sitting.stage is Stage.ASKING and isinstance(sitting.current, Planned)


def question_of(sitting: Sitting) -> Question:
    """The question being asked or looked at; call `ask` first."""
    current = sitting.current
    if isinstance(current, Planned):
        raise TypeError("the current slot has no question yet")
    return current


def _with_another_first(desk: Desk, sitting: Sitting) -> Sitting:
    swapped = sitting.swapped()
    changed = [at for at, (old, new) in enumerate(zip(sitting.slots, swapped.slots, strict=True)) if old is not new]
    if changed:
        keep_slot(desk, swapped, *changed)
    return swapped


def _order(planned: Planned) -> Order:
    return Order(planned.skill, planned.seed, planned.difficulty)
