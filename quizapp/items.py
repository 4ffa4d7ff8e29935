"""What is asked, as frozen values: items of the bank, computed exercises, and the question that a learner sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

Cell = str | int | float

BLANK = re.compile(r"\{\{([^{}]+)\}\}")
"""A blank of a cloze, its accepted forms separated by |."""


class Form(StrEnum):
    """How a question is answered."""

    CHOICE = "choice"
    NUMBER = "number"
    TERM = "term"
    """A term is typed."""
    ORDER = "order"
    """The steps' numbers are typed in their right order."""
    CARD = "card"
    """The learner turns the card over and grades the own memory from 1 to 4."""


TRUE_OR_FALSE = "ox"
"""The variant of a choice item of which one choice is put to the learner."""

TYPED_FORMS = {Form.NUMBER, Form.TERM, Form.ORDER}


class Difficulty(StrEnum):
    """How heavy an exercise's numbers are: as on the paper, or a little more."""

    PAPER = "paper"
    EXTENDED = "extended"


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a stem. Every row has as many cells as there are columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


Data = Table | str | None
"""What stands below a stem: a table, verbatim text such as a program's output, or nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of the choices, with the reason why it is right or wrong."""

    text: str
    why: str
    correct: bool = False
    value: float | None = None
    """The number behind the text, in exercises."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What every entry of the bank has."""

    id: str
    syllabus: str
    point: str
    level: int
    revision: int
    reference: str
    checked: str | None = None
    """The date on which a law's wording was read."""
    corrected: str | None = None
    """The date on which a wrong key was corrected; answers given before are graded again."""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceItem(Item):
    """A question with one right choice among several."""

    stem: str
    choices: tuple[Choice, ...]
    explanation: str
    data: Data = None
    emphasis: tuple[str, ...] = ()
    keep_order: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Card(Item):
    """A flashcard."""

    front: str
    back: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TermItem(Item):
    """A question that is answered with a typed term."""

    stem: str
    answers: tuple[str, ...]
    """Accepted forms; the first is the one that is shown."""
    explanation: str
    data: Data = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClozeItem(Item):
    """A text with blanks, written {{like this}} or {{like this|or so}}; one of them is asked."""

    text: str
    explanation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderItem(Item):
    """Steps that stand in one right order."""

    stem: str
    steps: tuple[str, ...]
    """In the right order."""
    explanation: str


KINDS: dict[str, type[Any]] = {"choice": ChoiceItem, "term": TermItem, "cloze": ClozeItem, "order": OrderItem, "card": Card}
"""The kinds of entries by the names that the bank's files use."""


def kind_of(item: Item) -> str:
    """The kind's name."""
    return next(name for name, kind in KINDS.items() if type(item) is kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """A misconception with the value it leads to and a sentence of feedback."""

    value: float
    why: str
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """A rendered numeric exercise; the same template, difficulty, seed and version give the same one."""

    skill: str
    template: str
    seed: int
    difficulty: Difficulty
    version: int
    stem: str
    data: Data
    answer: float | str
    """The key in full precision, or the label of the right decision."""
    value: float
    """The number that is the key or stands behind the label."""
    shown: str
    decimals: int
    unit: str
    choices: tuple[Choice, ...]
    """Sorted; empty where the exercise is typed only."""
    mistakes: tuple[Mistake, ...]
    steps: tuple[str, ...]
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a question came from, as the answer log names it: an item with its revision, or a template with its seed."""

    item: str = ""
    revision: int = 0
    skill: str = ""
    template: str = ""
    seed: int = 0
    difficulty: str = ""
    version: int = 0
    variant: str = ""
    """How an item was asked where it was not as it stands: `TRUE_OR_FALSE`."""

    @property
    def key(self) -> str:
        """What is remembered: the item, or the skill whatever its template and numbers."""
        return f"skill:{self.skill}" if self.skill else f"item:{self.item}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a learner is asked, frozen: wording, numbers and the order of the choices."""

    origin: Origin
    form: Form
    syllabus: str
    stem: str
    shown: str
    """The right answer as it is shown: the key's text, or the rounded number."""
    data: Data = None
    emphasis: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    value: float | None = None
    decimals: int = 0
    unit: str = ""
    mistakes: tuple[Mistake, ...] = ()
    accepted: tuple[str, ...] = ()
    """Typed answers that are right: the forms of a term, or the one right order of the numbers."""
    explanation: str = ""
    reference: str = ""
    steps: tuple[str, ...] = ()
    code: str = ""

    @property
    def is_true_or_false(self) -> bool:
        """Whether one choice of an item is put to the learner, to be called right or wrong (O/X)."""
        return self.origin.variant == TRUE_OR_FALSE

    @property
    def right_number(self) -> int:
        """The number (from 1) of the right choice; 0 where there are no choices."""
        return next((number for number, choice in enumerate(self.choices, 1) if choice.correct), 0)


def plain_values(value: Any) -> dict[str, Any]:
    """The fields of any of these dataclasses as JSON can hold them."""
    return asdict(value)


def texts_of(item: Item) -> list[str]:
    """Everything that a learner may read of *item*, the reference aside."""
    skipped = {"id", "syllabus", "point", "reference", "checked", "corrected"}
    return list(_texts({name: value for name, value in plain_values(item).items() if name not in skipped}))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)


def data_from(raw: Any) -> Data:
    """A stem's table or text from what JSON held."""
    if not isinstance(raw, dict):
        return raw or None
    return Table(columns=tuple(raw["columns"]), rows=tuple(tuple(row) for row in raw["rows"]))


def question_from(raw: dict[str, Any]) -> Question:
    """The question that `plain_values` wrote."""
    return Question(
        **raw
        | {
            "origin": Origin(**raw["origin"]),
            "form": Form(raw["form"]),
            "data": data_from(raw["data"]),
            "emphasis": tuple(raw["emphasis"]),
            "accepted": tuple(raw["accepted"]),
            "choices": tuple(Choice(**choice) for choice in raw["choices"]),
            "mistakes": tuple(Mistake(**mistake) for mistake in raw["mistakes"]),
            "steps": tuple(raw["steps"]),
        }
    )


def item_from(kind: str, raw: dict[str, Any]) -> Item:
    """The item of *kind* that `plain_values` wrote."""
    values = {name: tuple(value) if isinstance(value, list) else value for name, value in raw.items()}
    if "data" in raw:
        values["data"] = data_from(raw["data"])
    if "choices" in raw:
        values["choices"] = tuple(Choice(**choice) for choice in raw["choices"])
    item: Item = KINDS[kind](**values)
    return item
