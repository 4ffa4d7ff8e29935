"""Putting aside: until tomorrow, or for good; and taking it back."""

from __future__ import annotations

from quizapp.errors import NotRestingError
from quizapp.store import rests, sittings
from quizapp.study.sitting import Sitting, Stage
from quizapp.usecases.ask import question_of
from quizapp.usecases.desk import Desk


def bury(desk: Desk, sitting: Sitting) -> Sitting:
    """The current item or skill is not asked again before tomorrow."""
    return _put_aside(desk, sitting, desk.clock.today() + 1)


def suspend(desk: Desk, sitting: Sitting) -> Sitting:
    """The current item or skill is not asked again by the drill until its rest is lifted."""
    return _put_aside(desk, sitting, rests.FOR_GOOD)


def suspended(desk: Desk) -> list[str]:
    """The keys that rest for good."""
    return [key for key, day in rests.resting(desk.database, desk.clock.today()).items() if day == rests.FOR_GOOD]


def is_suspended(desk: Desk, key: str) -> bool:
    """Whether *key* rests for good."""
    return key in suspended(desk)


def toggle_suspended(desk: Desk, key: str) -> bool:
    """Takes *key* out of the drill for good, or ends that; whether it rests now."""
    if is_suspended(desk, key):
        rests.lift(desk.database, key)
        return False
    rests.put(desk.database, key, rests.FOR_GOOD, desk.clock.now_ms())
    return True


def lift(desk: Desk, name: str) -> None:
    """Ends the rest of an item or skill, named with or without the kind before it. Raises NotRestingError."""
    if not any(rests.lift(desk.database, key) for key in (name, f"item:{name}", f"skill:{name}")):
        raise NotRestingError(name)


def _put_aside(desk: Desk, sitting: Sitting, until_day: int) -> Sitting:
    """Lets the current question rest; one that is not answered yet leaves the sitting."""
    rests.put(desk.database, question_of(sitting).origin.key, until_day, desk.clock.now_ms())
    if sitting.stage is not Stage.ASKING or sitting.is_followed:
        return sitting
    sittings.drop(desk.database, sitting.id, sitting.position)
    return sitting.without_current()
