"""A mock paper: its forms, how many questions each 세부항목 gives, which ones, and where their keys stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Protocol, TypeVar

from quizapp.items import Question
from quizapp.syllabus import Exam, Subject, Syllabus, branch_of

FULL, HALF = "full", "half"
SUBJECT = "subject-"
"""Before the code of the one subject that a form asks."""
LEVEL_SHARES = {1: 30, 2: 45, 3: 25}
"""How the levels of the written questions are mixed: mostly what a prepared learner should know, some of it easy, some hard."""

T = TypeVar("T")
D = TypeVar("D", bound="Drawable")


class Drawable(Protocol):
    """What the draw needs to know of an item."""

    @property
    def id(self) -> str:
        """The item's id."""

    @property
    def syllabus(self) -> str:
        """Its code."""

    @property
    def point(self) -> str:
        """What it asks; unique within a subject."""

    @property
    def level(self) -> int:
        """From 1, easy, to 3."""


@dataclass(frozen=True, slots=True)
class PaperForm:
    """A kind of paper: which subjects with how many questions, and the minutes for them."""

    name: str
    """As commands and files name it: full, half, subject-3."""
    subjects: tuple[Subject, ...]
    minutes: int

    @property
    def questions(self) -> int:
        """How many questions the paper has."""
        return sum(subject.questions for subject in self.subjects)


@dataclass(frozen=True, slots=True)
class Shortage:
    """A code that has fewer questions than the form takes from it."""

    code: str
    lacking: int
    is_calculation: bool = False
    """Whether exercises are lacking (of a subject) and not written questions (of a 세부항목)."""


def forms(exam: Exam) -> list[PaperForm]:
    """The forms that *exam* has, the largest first: the whole paper, half of it, each subject alone."""
    whole = sum(subject.questions for subject in exam.subjects)

    def form(name: str, subjects: Iterable[Subject]) -> PaperForm:
        chosen = tuple(subjects)
        return PaperForm(name, chosen, exam.minutes * sum(subject.questions for subject in chosen) // whole)

    halves = (
        Subject(subject.code, subject.questions // 2, ((subject.calculations[0] + 1) // 2, (subject.calculations[1] + 1) // 2))
        for subject in exam.subjects
    )
    return [form(FULL, exam.subjects), form(HALF, halves), *(form(f"{SUBJECT}{subject.code}", [subject]) for subject in exam.subjects)]


def shares(weights: Mapping[T, int], count: int) -> dict[T, int]:
    """*count* dealt out by *weights*, as closely as whole numbers allow (largest remainders; of equal ones, the first)."""
    total = sum(weights.values())
    dealt = {name: weight * count // total for name, weight in weights.items()}
    by_remainder = sorted(weights, key=lambda name: -(weights[name] * count % total))
    for name in by_remainder[: count - sum(dealt.values())]:
        dealt[name] += 1
    return dealt


def quotas(subject: Subject, syllabus: Syllabus) -> dict[str, int]:
    """How many of the subject's questions each of its 세부항목 gives; one without a weight weighs 1."""
    weights = {topic.code: topic.weight or 1 for topic in syllabus.topics if topic.level == 3 and topic.code.startswith(subject.code + "-")}
    return shares(weights, subject.questions)


def shortages(form: PaperForm, syllabus: Syllabus, items: Iterable[Drawable], skills: Iterable[str]) -> list[Shortage]:
    """What a bank lacks for *form*: *items* are its choice items, *skills* the codes of its skills. Nothing where it has enough."""
    written = Counter(branch_of(item.syllabus) for item in items)
    computed = Counter(branch_of(code) for code in skills)
    found = []
    for subject in form.subjects:
        least, most = subject.calculations
        quota = quotas(subject, syllabus)
        possible = sum(min(computed[branch], wanted) for branch, wanted in quota.items())
        if possible < least:
            found.append(Shortage(subject.code, least - possible, is_calculation=True))
        spare = most
        for branch, wanted in quota.items():
            by_exercise = max(0, min(wanted - written[branch], computed[branch], spare))
            spare -= by_exercise
            if (lacking := wanted - written[branch] - by_exercise) > 0:
                found.append(Shortage(branch, lacking))
        if not quota and subject.questions:
            found.append(Shortage(subject.code, subject.questions))
    return found


def calculation_order(
    skills: Mapping[str, str], quota: Mapping[str, int], written: Mapping[str, int], recent: Mapping[str, int], rng: Random
) -> list[str]:
    """The skills (code by name) in the order in which their exercises should fill a subject's calculations.

    First those without which a 세부항목 has too few questions; then what was in none of the learner's last papers (*recent*: how many
    papers back, 1 for the last, by `skill:` key), another topic each time, by the weights of the 세부항목.
    """
    sizes = Counter(branch_of(code) for code in skills.values())
    drawn = {
        name: rng.random() ** (sizes[branch_of(code)] / quota[branch_of(code)])
        for name, code in sorted(skills.items())
        if quota.get(branch_of(code))
    }
    nth: Counter[str] = Counter()
    places: dict[str, tuple[bool, int, int]] = {}
    for name in sorted(drawn, key=lambda name: (_age(recent, f"skill:{name}"), -drawn[name])):
        branch = branch_of(skills[name])
        nth.update((skills[name], branch))
        is_needed = nth[branch] <= quota[branch] - written.get(branch, 0)
        places[name] = (not is_needed, _age(recent, f"skill:{name}"), nth[skills[name]])
    return sorted(places, key=lambda name: places[name])


def written_items(
    quota: Mapping[str, int], items: Iterable[D], recent: Mapping[str, int], used: set[tuple[str, str]], rng: Random
) -> Iterator[D]:
    """The written questions of a subject: as many of each 세부항목 as *quota* says (fewer where there are not so many).

    No point twice where there are enough (*used*: subject and point of what the paper has already; it grows), then what was in none of
    the last papers (*recent*, by `item:` key), then the level whose turn it is, then the topic met least so far.
    """
    pools: dict[str, list[tuple[float, D]]] = {}
    for item in sorted(items, key=lambda item: item.id):
        pools.setdefault(branch_of(item.syllabus), []).append((rng.random(), item))
    levels = [level for level, count in shares(LEVEL_SHARES, sum(quota.values())).items() for _ in range(count)]
    rng.shuffle(levels)
    topics: Counter[str] = Counter()
    scarce_first = sorted(quota, key=lambda branch: (len(pools.get(branch, ())) - quota[branch], branch))
    for branch in (code for code in scarce_first for _ in range(quota[code])):
        wanted = levels.pop()
        pool = pools.get(branch, [])
        if not pool:
            continue

        def cost(entry: tuple[float, D], wanted: int = wanted) -> tuple[bool, int, int, int, float]:
            chance, item = entry
            is_used = (item.syllabus.partition("-")[0], item.point) in used
            return is_used, _age(recent, f"item:{item.id}"), abs(item.level - wanted), topics[item.syllabus], chance

        best = min(pool, key=cost)
        pool.remove(best)
        item = best[1]
        if item.level != wanted and item.level in levels:  # its own turn is taken now, the one that was passed over comes later
            levels[levels.index(item.level)] = wanted
        topics[item.syllabus] += 1
        used.add((item.syllabus.partition("-")[0], item.point))
        yield item


def with_even_keys(questions: Sequence[Question], is_fixed: Sequence[bool], rng: Random) -> list[Question]:
    """The *questions* with every number the key equally often, as far as those whose order *is_fixed* allow."""
    places = max((len(question.choices) for question in questions), default=0)
    counts = Counter(question.right_number for question, fixed in zip(questions, is_fixed, strict=True) if fixed)
    keys = []
    for _ in range(sum(not fixed for fixed in is_fixed)):
        least = min(range(1, places + 1), key=lambda number: (counts[number], rng.random()))
        counts[least] += 1
        keys.append(least)
    rng.shuffle(keys)
    return [question if fixed else _with_key_at(question, keys.pop()) for question, fixed in zip(questions, is_fixed, strict=True)]


def subject_positions(questions: Sequence[Question]) -> dict[str, range]:
    """The positions of each subject's questions on a paper, by the subject's code, in the order of the paper."""
    codes = [question.syllabus.partition("-")[0] for question in questions]
    return {code: range(codes.index(code), codes.index(code) + codes.count(code)) for code in dict.fromkeys(codes)}


def _with_key_at(question: Question, number: int) -> Question:
    """Key and the choice at *number* change places; a question with fewer choices stays as it is."""
    if number > len(question.choices):
        return question
    choices = list(question.choices)
    key = question.right_number - 1
    choices[key], choices[number - 1] = choices[number - 1], choices[key]
    return replace(question, choices=tuple(choices))


def _age(recent: Mapping[str, int], key: str) -> int:
    """0 for what was in none of the last papers; the more the later it was."""
    return 1000 - recent[key] if key in recent else 0
