"""Templates: functions that draw one variant of an exercise, and the registry that finds them."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from quizapp.errors import UnknownExerciseError
from quizapp.exercises.computation import Computation
from quizapp.exercises.draw import Draw
from quizapp.items import Data


@dataclass(frozen=True, slots=True)
class Wrong:
    """A named misconception: the value it leads to, one sentence of feedback, and its label where the answer is a decision."""

    value: float
    why: str
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a template gives: everything but the choices, which are made of key and misconceptions."""

    stem: str
    """Korean exam wording with every convention stated."""
    key: Computation
    why: str
    """Why the key is right, in one sentence: the rule."""
    wrongs: list[Wrong]
    """At least three, better five or six, on both sides of the key."""
    steps: list[str]
    """The worked solution with these numbers: formula first, one operation a line, rounding last."""
    data: Data = None
    decimals: int = 2
    unit: str = ""
    label: str = ""
    """The right decision where the answer is one ("F = 4.2 > 3.9, 기각"); the key's value is then the number behind it."""
    by_hand: float | None = None
    """What the printed helper values lead to by hand; the exercise is drawn again where it would round differently."""


@dataclass(frozen=True, slots=True)
class Template:
    """One way of asking for a skill."""

    skill: str
    name: str
    """The skill's name and the template's own: metrics.f_score.from_counts."""
    title: str
    draft: Callable[[Draw], Draft] = field(repr=False)
    version: int = 1
    """Raised when the same seed gives another exercise than before."""
    typed_only: bool = False
    """No choices: the misconceptions cannot surround the key."""


_REGISTRY: dict[str, Template] = {}


def template(
    skill: str, name: str, title: str, *, version: int = 1, typed_only: bool = False
) -> Callable[[Callable[[Draw], Draft]], Callable[[Draw], Draft]]:
    """Registers the function below as the template *name* of *skill*; *title* is what a learner sees in a list."""

    def register(draft: Callable[[Draw], Draft]) -> Callable[[Draw], Draft]:
        full = f"{skill}.{name}"
        if full in _REGISTRY:
            raise ValueError(f"template {full} is registered twice")
        _REGISTRY[full] = Template(skill, full, title, draft, version, typed_only)
        return draft

    return register


@lru_cache(maxsize=1)
def templates() -> dict[str, Template]:
    """Every template by its full name, sorted; imports the catalogue, whose modules register themselves."""
    from quizapp.exercises import catalogue

    for module in pkgutil.iter_modules(catalogue.__path__):
        importlib.import_module(f"{catalogue.__name__}.{module.name}")
    return dict(sorted(_REGISTRY.items()))


def templates_of(skill_or_template: str) -> list[Template]:
    """The templates of a skill, or the one of that full name. Raises UnknownExerciseError."""
    found = [one for one in templates().values() if skill_or_template in (one.skill, one.name)]
    if not found:
        raise UnknownExerciseError(skill_or_template)
    return found
