"""Drawing a paper from bank and exercises. Nothing here touches the data file, so that a thread beside the screen can do it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

from quizapp.bank.compiled import Bank, ItemRef
from quizapp.errors import PaperShortError, UnknownFormError
from quizapp.exercises.supply import Failure, Order, Supply
from quizapp.items import ChoiceItem, Difficulty, Form, Question
from quizapp.study.paper import (
    PaperForm,
    Shortage,
    calculation_order,
    forms,
    quotas,
    shares,
    shortages,
    with_even_keys,
    written_items,
)
from quizapp.study.questions import from_exercise, from_item
from quizapp.syllabus import Subject, branch_of

MAX_SEED = 2**31 - 1
SEEDS_A_SKILL = 4
"""Seeds tried of a skill before another skill takes its place: a template may have no choices or find no numbers."""


@dataclass(frozen=True, slots=True)
class PaperOrder:
    """What a paper is drawn from, beside the bank: the same order gives the same paper."""

    form: PaperForm
    seed: int
    is_timed: bool = True
    recent: Mapping[str, int] = field(default_factory=dict)
    """What the learner's last papers asked, by key: how many papers ago, 1 for the last. Left out as far as the bank allows."""


@dataclass(frozen=True, slots=True)
class DrawnPaper:
    """A paper before anybody sits it."""

    order: PaperOrder
    questions: tuple[Question, ...]
    failed: tuple[tuple[Order, str], ...]
    """Exercises that could not be made, and why."""


@dataclass(slots=True)
class _Draw:
    bank: Bank
    supply: Supply
    recent: Mapping[str, int]
    rng: Random
    refs: list[ItemRef]
    used: set[tuple[str, str]] = field(default_factory=set)
    failed: list[tuple[Order, str]] = field(default_factory=list)


def form_of(bank: Bank, name: str) -> PaperForm:
    """The form of that name. Raises UnknownFormError."""
    known = {form.name: form for form in forms(bank.exam)}
    if name not in known:
        raise UnknownFormError(name, tuple(known))
    return known[name]


def lacking(bank: Bank, form: PaperForm) -> list[Shortage]:
    """What the bank lacks for *form*; nothing where it has enough."""
    return shortages(form, bank.syllabus, _choice_items(bank), bank.skills.values())


def check_form(bank: Bank, form: PaperForm) -> None:
    """Raises PaperShortError where the bank has too few questions for *form*."""
    if missing := lacking(bank, form):
        possible = next((other.name for other in forms(bank.exam) if other != form and not lacking(bank, other)), "")
        raise PaperShortError(form.name, [(one.code, one.lacking, one.is_calculation) for one in missing], possible)


def draw_paper(bank: Bank, supply: Supply, order: PaperOrder) -> DrawnPaper:
    """The paper of *order*. Exercises are waited for: some seconds where scikit-learn has not been loaded. Raises PaperShortError."""
    form = order.form
    check_form(bank, form)
    draw = _Draw(bank, supply, order.recent, Random(order.seed), _choice_items(bank))
    questions: list[Question] = []
    is_fixed: list[bool] = []
    for subject in form.subjects:
        entries = _subject(draw, subject)
        draw.rng.shuffle(entries)
        questions.extend(question for question, _ in entries)
        is_fixed.extend(fixed for _, fixed in entries)
    return DrawnPaper(order, tuple(with_even_keys(questions, is_fixed, draw.rng)), tuple(draw.failed))


def _subject(draw: _Draw, subject: Subject) -> list[tuple[Question, bool]]:
    """The subject's questions, each with whether its choices stand in an order that must stay."""
    quota = quotas(subject, draw.bank.syllabus)
    computed = _calculations(draw, subject, quota)
    for question in computed:
        quota[branch_of(question.syllabus)] -= 1
    own = [ref for ref in draw.refs if ref.syllabus.partition("-")[0] == subject.code]
    chosen = list(written_items(quota, own, draw.recent, draw.used, draw.rng))
    if (missing := subject.questions - len(computed) - len(chosen)) > 0:  # exercises that a short 세부항목 counted on could not be made
        rest = [ref for ref in own if ref not in chosen]
        elsewhere = shares(Counter(branch_of(ref.syllabus) for ref in rest), missing)
        chosen += written_items(elsewhere, rest, draw.recent, draw.used, draw.rng)
    items = [item for ref in chosen if isinstance(item := draw.bank.item(ref.id), ChoiceItem)]
    return [(question, True) for question in computed] + [(from_item(item, draw.rng), item.keep_order) for item in items]


def _calculations(draw: _Draw, subject: Subject, quota: Mapping[str, int]) -> list[Question]:
    """As many exercises as the paper has of this subject; one that cannot be made gives its place to another skill."""
    skills = {name: code for name, code in draw.bank.skills.items() if quota.get(branch_of(code))}
    written = Counter(branch_of(ref.syllabus) for ref in draw.refs)
    least, most = subject.calculations
    needed = sum(max(0, wanted - written[branch]) for branch, wanted in quota.items())
    wanted = draw.rng.randint(max(least, needed), most)
    room = dict(quota)
    made: list[Question] = []
    for skill in calculation_order(skills, quota, written, draw.recent, draw.rng):
        branch = branch_of(skills[skill])
        if len(made) == wanted:
            break
        if room[branch] and (question := _exercise(draw, skill, skills[skill])):
            room[branch] -= 1
            made.append(question)
    return made


def _exercise(draw: _Draw, skill: str, code: str) -> Question | None:
    for _ in range(SEEDS_A_SKILL):
        order = Order(skill, draw.rng.randrange(MAX_SEED), Difficulty.PAPER)
        made = draw.supply.take(order)
        if isinstance(made, Failure):
            draw.failed.append((order, made.reason))
            continue
        question = from_exercise(made, code, typed=False)
        if question.form is Form.CHOICE:
            return question
    return None


def _choice_items(bank: Bank) -> list[ItemRef]:
    return [ref for ref in bank.refs() if ref.kind == "choice"]
