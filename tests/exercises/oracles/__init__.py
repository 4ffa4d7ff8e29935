"""Second, independent computations of every template's key: from what the learner is shown, never through the call that made the key."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable
from fractions import Fraction

from quizapp.items import Exercise, Table

Oracle = Callable[[Exercise], float]
_ORACLES: dict[str, Oracle] = {}
_NUMBER = re.compile(r"[-−]?\d[\d,]*(?:\.\d+)?")


def oracle(template: str) -> Callable[[Oracle], Oracle]:
    """Registers the function below as the second computation of *template*: from an exercise to the value behind its key."""

    def register(function: Oracle) -> Oracle:
        assert template not in _ORACLES, f"two oracles for {template}"
        _ORACLES[template] = function
        return function

    return register


def oracles() -> dict[str, Oracle]:
    """Every oracle by template; imports the modules beside this one."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
    return _ORACLES


def numbers(text: str) -> list[Fraction]:
    """All numbers of *text* in their order, exactly as written."""
    return [Fraction(found.replace("−", "-").replace(",", "")) for found in _NUMBER.findall(text)]


def table(exercise: Exercise) -> Table:
    """The exercise's table."""
    assert isinstance(exercise.data, Table)
    return exercise.data


def row(exercise: Exercise, name: str) -> list[Fraction]:
    """The numbers of the table's row whose first cell is *name*, exactly as written."""
    cells = next(cells for cells in table(exercise).rows if cells[0] == name)
    return [Fraction(str(cell)) for cell in cells[1:]]
