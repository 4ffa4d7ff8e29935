"""Simulated learners over the structure of a real bank, under two laws of memory that the planner does not know."""

from __future__ import annotations

from dataclasses import dataclass
from math import comb, exp, log

import numpy as np
from numpy.typing import NDArray

from quizapp.study.blueprint import questions_stood_for
from quizapp.study.choosing import SKILL
from quizapp.study.forgetting import forgetting
from quizapp.study.grading import Grade
from quizapp.study.paper import quotas
from quizapp.study.sitting import READING_MS
from quizapp.syllabus import Exam, branch_of
from quizapp.usecases.desk import Desk
from quizapp.usecases.prospects import DRILL_KINDS, SECONDS
from quizapp.usecases.start import candidates

Floats = NDArray[np.float64]
Ints = NDArray[np.int_]

FIRST_DAY = 740_000
"""The study day on which everybody begins."""
GUESSED = {"choice": 0.25, SKILL: 0.25}
ADMITTED = 0.6
"""Share of guesses that the learner marks as such."""
TRANSFER = 0.2
"""Share of what is known of a 세세항목 that also helps with what was never met in it."""


@dataclass(frozen=True)
class Pool:
    """The bank's entries as arrays; points are numbered, several entries may share one."""

    exam: Exam
    keys: list[str]
    syllabus: list[str]
    kinds: list[str]
    code: Ints
    branch: Ints
    point: Ints
    seconds: Floats
    guess: Floats
    weight: Floats
    """Questions of the paper by entry, as the planner counts them."""
    point_weight: Floats
    """Questions of the paper by point."""
    point_subject: Ints
    quotas: dict[str, int]
    """Questions of a paper by 세부항목."""


def pool_of(desk: Desk) -> Pool:
    """The entries that a drill may ask."""
    ones = candidates(desk, (), DRILL_KINDS)
    weights = {topic.code: topic.weight for topic in desk.bank.syllabus.topics}
    shares = questions_stood_for(ones, weights, desk.bank.exam)
    points = {name: at for at, name in enumerate(sorted({(one.syllabus, one.point) for one in ones}))}
    codes = {name: at for at, name in enumerate(sorted({one.syllabus for one in ones}))}
    branches = {name: at for at, name in enumerate(sorted({branch_of(one.syllabus) for one in ones}))}
    subjects = {subject.code: at for at, subject in enumerate(desk.bank.exam.subjects)}
    point = np.array([points[one.syllabus, one.point] for one in ones])
    weight = np.array([shares[one.key] for one in ones])
    return Pool(
        exam=desk.bank.exam,
        keys=[one.key for one in ones],
        syllabus=[one.syllabus for one in ones],
        kinds=[one.kind for one in ones],
        code=np.array([codes[one.syllabus] for one in ones]),
        branch=np.array([branches[branch_of(one.syllabus)] for one in ones]),
        point=point,
        seconds=np.array([SECONDS[one.kind] + READING_MS / 1000 for one in ones]),
        guess=np.array([GUESSED.get(one.kind, 0.0) for one in ones]),
        weight=weight,
        point_weight=np.bincount(point, weight),
        quotas={code: count for subject in desk.bank.exam.subjects for code, count in quotas(subject, desk.bank.syllabus).items()},
        point_subject=np.array([subjects[code.partition("-")[0]] for code, _ in sorted(points)]),
    )


class Learner:
    """What every learner has: prior knowledge that differs by topic and point, honesty about guesses, a pace."""

    card_share = 0.7
    """How much of a question on the paper a remembered card answers."""

    def __init__(self, pool: Pool, rng: np.random.Generator) -> None:
        self.pool, self.rng = pool, rng
        ability = rng.normal(-0.4, 0.5) + rng.normal(0, 0.8, pool.branch.max() + 1)[pool.branch]
        point_ease = rng.normal(0, 1.0, len(pool.point_weight))[pool.point]
        self.knew = rng.random(len(pool.keys)) < 1 / (1 + np.exp(-(ability + point_ease)))

    def recall(self, day: int) -> Floats:
        """The probability that each entry is remembered on study *day*."""
        raise NotImplementedError

    def review(self, entry: int, day: int, *, knew: bool) -> None:
        """What an answer with its feedback leaves."""
        raise NotImplementedError

    def knowledge(self, day: int) -> Floats:
        """Recall, helped by what is known of the same 세세항목."""
        own = self.recall(day)
        near = np.bincount(self.pool.code, own) / np.bincount(self.pool.code)
        return np.asarray(1 - (1 - own) * (1 - TRANSFER * near[self.pool.code]))

    def answer(self, entry: int, day: int, knowledge: float) -> Grade:
        """Answers, learns from the feedback, and returns the grade that the program would see."""
        knew = self.rng.random() < knowledge
        right = knew or self.rng.random() < self.pool.guess[entry]
        admitted = not knew and self.rng.random() < ADMITTED
        self.review(entry, day, knew=knew)
        if not right:
            return Grade.AGAIN
        return Grade.HARD if admitted else Grade.GOOD

    def sit(self, day: int) -> tuple[float, float]:
        """Expected points of 100, and the probability of passing, in an exam on *day*: exact, by convolution over the subjects."""
        pool, guess = self.pool, 1 / self.pool.exam.choices
        shares = np.array([self.card_share if kind == "card" else 1.0 for kind in pool.kinds])
        known = np.zeros(len(pool.point_weight))
        np.maximum.at(known, pool.point, self.knowledge(day) * shares)
        right = np.bincount(pool.point_subject, pool.point_weight * (guess + (1 - guess) * known))
        return 100 * right.sum() / sum(subject.questions for subject in pool.exam.subjects), passed(pool.exam, right)


def passed(exam: Exam, right: Floats) -> float:
    """The probability of passing with so many questions expected right by subject (each binomial)."""
    total = np.ones(1)
    for subject, expected in zip(exam.subjects, right, strict=True):
        n, share = subject.questions, min(1.0, expected / subject.questions)
        counts = np.array([comb(n, k) * share**k * (1 - share) ** (n - k) for k in range(n + 1)])
        counts[np.arange(n + 1) / n * 100 < exam.pass_subject] = 0
        total = np.convolve(total, counts)
    questions = sum(subject.questions for subject in exam.subjects)
    return float(total[np.arange(len(total)) / questions * 100 >= exam.pass_average].sum())


class FsrsLearner(Learner):
    """FSRS-6 with weights of the learner's own; what was known before is a memory from before the first day."""

    def __init__(self, pool: Pool, rng: np.random.Generator) -> None:
        super().__init__(pool, rng)
        size = len(pool.keys)
        model = forgetting()
        weights = np.array(model.weights) * np.exp(rng.normal(0, 0.1, len(model.weights)))
        self.model = type(model)(tuple(weights), 0.9 ** (-1 / weights[20]) - 1)
        self.stability = np.where(self.knew, np.exp(rng.normal(log(60), 1.0, size)), 0.0)
        self.difficulty = np.clip(rng.normal(5.5, 1.5, size), 1, 10)
        self.since = FIRST_DAY - np.where(self.knew, rng.integers(5, 60, size), 0)

    def recall(self, day: int) -> Floats:
        known = self.stability > 0
        ages = (day - self.since) / np.where(known, self.stability, 1.0)
        return np.asarray(np.where(known, (1 + self.model.factor * ages) ** -self.model.weights[20], 0.0))

    def review(self, entry: int, day: int, *, knew: bool) -> None:
        grade = Grade.GOOD if knew else Grade.AGAIN
        if self.stability[entry] == 0:
            self.stability[entry] = self.model.first_stability(grade)
            self.difficulty[entry] = (self.difficulty[entry] + self.model.first_difficulty(grade)) / 2
        else:
            days = day - self.since[entry]
            self.stability[entry] = self.model.stability(self.stability[entry], self.difficulty[entry], days, grade)
            self.difficulty[entry] = self.model.difficulty(self.difficulty[entry], grade)
        self.since[entry] = day


class PowerLearner(Learner):
    """Another law: traces that fade by a power of time add up, with effects of person and point.

    The base-level learning of ACT-R (Anderson & Schooler 1991): activation = ln Σ tᵢ^−d; recall is logistic in it. No stability, no
    difficulty, no advantage of spacing but that of a later trace.
    """

    card_share = 0.8
    threshold, noise = -1.19, 0.857

    def __init__(self, pool: Pool, rng: np.random.Generator) -> None:
        super().__init__(pool, rng)
        self.decay = 0.4 * exp(rng.normal(0, 0.15))
        self.ease = rng.normal(0, 0.3) + rng.normal(0, 0.5, len(pool.point_weight))[pool.point]
        self.before = np.where(self.knew, np.exp(rng.normal(-0.3, 0.5, len(pool.keys))), 0.0)
        self.traces: list[list[int]] = [[] for _ in pool.keys]

    def recall(self, day: int) -> Floats:
        strength = self.before.copy()
        for entry, days in enumerate(self.traces):
            for since in days:
                strength[entry] += max(day - since, 0.5) ** -self.decay
        active = (np.log(np.maximum(strength, 1e-9)) - self.threshold) / self.noise + self.ease
        return np.asarray(np.where(strength > 0, 1 / (1 + np.exp(-active)), 0.0))

    def review(self, entry: int, day: int, *, knew: bool) -> None:  # noqa: ARG002 - what was not known leaves a trace by its feedback
        self.traces[entry].append(day)


LAWS: dict[str, type[Learner]] = {"fsrs": FsrsLearner, "other": PowerLearner}
