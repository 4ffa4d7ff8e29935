"""Another sitting like one that has ended."""

from __future__ import annotations

from quizapp.items import Question, kind_of
from quizapp.study.sitting import Sitting, Slot
from quizapp.usecases.desk import Desk
from quizapp.usecases.start import DEFAULT_KINDS, EXERCISE, OX, WRITTEN_KINDS, start_quiz


def start_again(desk: Desk, sitting: Sitting) -> Sitting:
    """A new sitting of the same verb, topics, kinds and length. Raises NothingToAskError."""
    if sitting.verb == "drill":
        from quizapp.usecases.drill import start_drill

        minutes = sitting.limit_ms / 60_000 or None
        return start_drill(desk, sitting.topics, minutes=minutes, count=None if minutes else len(sitting.slots))
    return start_quiz(desk, sitting.topics, len(sitting.slots), kinds=sitting.kinds or _kinds_in(desk, sitting))


def _kinds_in(desk: Desk, sitting: Sitting) -> tuple[str, ...]:
    """The kinds of a quiz that was taken up again, from what it holds; kinds that are asked together belong to it together."""
    found = {kind for slot in sitting.slots if (kind := _kind(desk, slot))}
    for together in (DEFAULT_KINDS, WRITTEN_KINDS):
        if found & set(together):
            found |= set(together)
    return tuple(sorted(found)) or DEFAULT_KINDS


def _kind(desk: Desk, slot: Slot) -> str:
    """The kind of one question; empty for an item that the bank has no more."""
    if not isinstance(slot, Question) or slot.origin.skill:
        return EXERCISE
    if slot.is_true_or_false:
        return OX
    item = desk.bank.item(slot.origin.item)
    return kind_of(item) if item is not None else ""
