"""Which questions a quiz asks: by the weights of the topics, what was never seen first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from random import Random

from quizapp.syllabus import branch_of

SKILL = "skill"
DAY_MS = 86_400_000


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that may be asked: the key under which it is remembered, and its topic."""

    key: str
    syllabus: str
    kind: str = ""
    """The kind of an item, or SKILL."""
    point: str = ""
    """What an item asks, or the skill itself."""


def choose(
    candidates: Iterable[Candidate], count: int, weights: Mapping[str, int | None], last_answered: Mapping[str, int], rng: Random
) -> list[Candidate]:
    """*count* of *candidates* in random order (all of them where there are fewer).

    A 세부항목 is met as often as its weight says, whatever the number of its candidates (weighted sampling without replacement:
    Efraimidis & Spirakis 2006, the largest u^(1/w)). What was never answered comes before what was, what was answered long ago before
    what was answered lately. *last_answered*: UTC ms by key. *weights*: by the code of a 세부항목; one that has none weighs 1.
    """
    pool = list(candidates)
    sizes = Counter(branch_of(candidate.syllabus) for candidate in pool)

    def rank(candidate: Candidate) -> tuple[int, float]:
        branch = branch_of(candidate.syllabus)
        weight = (weights.get(branch) or 1) / sizes[branch]
        return last_answered.get(candidate.key, 0) // DAY_MS, -(rng.random() ** (1 / weight))

    chosen = sorted(((rank(candidate), candidate.key, candidate) for candidate in pool), key=lambda entry: entry[:2])[:count]
    picked = [candidate for _, _, candidate in chosen]
    rng.shuffle(picked)
    return picked
