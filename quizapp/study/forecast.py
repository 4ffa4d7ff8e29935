"""The probability of passing: from what is known of each 세부항목, by exact convolution, with an interval for what is not known.

The answers tell each probability only so far: recall may be off for a learner as a whole, and few first answers say little of what was
not met. These are drawn from distributions; for every draw the exam is computed exactly (questions of a 세부항목 are binomial, subjects
convolve, the pass rule cuts). The forecast is the mean of the draws, the interval their middle 80 %. `benchmarks/forecast.py` measured
which spreads make it honest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import comb, exp, log
from random import Random
from statistics import fmean

from quizapp.study.knowledge import BranchKnowledge
from quizapp.syllabus import Exam, Subject

DRAWS, SEED = 120, 1
SPREAD_OF_ALL, SPREAD_OF_SUBJECT = 0.25, 0.15
"""Standard deviations (in logits) by which recall of what was met may be off, over everything and in a subject."""
SPREAD_OF_PLANNED = 0.6
"""The first of these for a day ahead: plans are kept in part, and memory weeks ahead is known less well."""
FIRST_GUESS, GUESS_ANSWERS, BRANCH_ANSWERS = 0.5, 4, 6
"""Right at first sight before anything is known, how many answers that guess is worth, and how many the whole is worth to a 세부항목."""
NEIGHBOURS = 0.15
"""How far what is known of a 세부항목 helps with the rest of it; without it forecasts were 4 points too low."""
FEWEST_ANSWERS, FEWEST_OF_SUBJECT = 40, 5
"""First answers in all and in every subject below which no number is given."""
TAIL = 0.1
WORTH_EVERY = 10
"""What a question is worth changes little from draw to draw, and costs as much as five of them."""


@dataclass(frozen=True, slots=True)
class SubjectForecast:
    """One subject."""

    code: str
    expected: float
    """Questions right."""
    questions: int
    fail_probability: float
    """Of missing the subject's least result (과락)."""
    worth: float
    """By how much one more question right, in expectation, raises the probability of passing."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """The whole exam."""

    pass_probability: float
    interval: tuple[float, float]
    """The middle 80 % of what the probability may be."""
    score: float
    """Expected points of 100."""
    subjects: tuple[SubjectForecast, ...]
    enough_data: bool
    """Whether the numbers mean anything yet."""


def forecast(branches: Sequence[BranchKnowledge], exam: Exam, *, planned: bool = False) -> Forecast:
    """The forecast for a learner who knows *branches* on the day of the exam, or will know them if the plan is kept (*planned*).

    The same input gives the same forecast.
    """
    rng = Random(SEED)
    passed: list[float] = []
    rights: dict[str, list[float]] = {subject.code: [] for subject in exam.subjects}
    fails: dict[str, list[float]] = {subject.code: [] for subject in exam.subjects}
    worths: dict[str, list[float]] = {subject.code: [] for subject in exam.subjects}
    for turn in range(DRAWS):
        chances = _drawn(branches, exam, rng, SPREAD_OF_PLANNED if planned else SPREAD_OF_ALL)
        counts = {subject.code: _right_counts(branches, chances, subject) for subject in exam.subjects}
        for subject in exam.subjects:
            counted = counts[subject.code]
            rights[subject.code].append(sum(number * chance for number, chance in enumerate(counted)))
            fails[subject.code].append(sum(counted[: _needed(exam, subject)]))
        passed.append(pass_probability(exam, counts))
        if turn % WORTH_EVERY == 0:
            for subject in exam.subjects:
                worths[subject.code].append(_worth(exam, counts, subject, passed[-1]))
    ordered = sorted(passed)
    subjects = tuple(
        SubjectForecast(one.code, fmean(rights[one.code]), one.questions, fmean(fails[one.code]), fmean(worths[one.code]))
        for one in exam.subjects
    )
    questions = sum(subject.questions for subject in exam.subjects)
    return Forecast(
        pass_probability=fmean(passed),
        interval=(ordered[round(TAIL * (DRAWS - 1))], ordered[round((1 - TAIL) * (DRAWS - 1))]),
        score=100 * sum(subject.expected for subject in subjects) / questions,
        subjects=subjects,
        enough_data=_is_enough(branches, exam),
    )


def pass_probability(exam: Exam, counts: Mapping[str, Sequence[float]]) -> float:
    """P(pass) from the distribution of right answers of each subject: every least result reached, and the average."""
    total = [1.0]
    for subject in exam.subjects:
        enough = [chance if number >= _needed(exam, subject) else 0.0 for number, chance in enumerate(counts[subject.code])]
        total = _convolved(total, enough)
    questions = sum(subject.questions for subject in exam.subjects)
    least = -int(-exam.pass_average * questions // 100)
    return sum(total[least:])


def _worth(exam: Exam, counts: Mapping[str, Sequence[float]], subject: Subject, passed: float) -> float:
    """What a question more in *subject* adds to the probability of passing: each wrong answer turned right with an equal small chance."""
    counted = counts[subject.code]
    wrong = sum((subject.questions - number) * chance for number, chance in enumerate(counted))
    if wrong < 1:
        return 0.0
    moved = [0.0] * len(counted)
    for number, chance in enumerate(counted):
        turned = (subject.questions - number) / wrong / 2
        moved[number] += chance * (1 - turned)
        if turned:
            moved[number + 1] += chance * turned
    return 2 * (pass_probability(exam, {**counts, subject.code: moved}) - passed)


def _drawn(branches: Sequence[BranchKnowledge], exam: Exam, rng: Random, spread: float) -> dict[str, float]:
    """One possible probability of a right answer for each 세부항목."""
    right = sum(branch.first_right for branch in branches) + FIRST_GUESS * GUESS_ANSWERS
    wrong = sum(branch.first_wrong for branch in branches) + (1 - FIRST_GUESS) * GUESS_ANSWERS
    at_first_sight = rng.betavariate(right, wrong)
    off, guess = rng.gauss(0, spread), 1 / exam.choices
    subject_off = {subject.code: off + rng.gauss(0, SPREAD_OF_SUBJECT) for subject in exam.subjects}
    chances = {}
    for branch in branches:
        unmet = rng.betavariate(
            branch.first_right + BRANCH_ANSWERS * at_first_sight + 1e-6, branch.first_wrong + BRANCH_ANSWERS * (1 - at_first_sight) + 1e-6
        )
        met = _shifted(branch.right_if_met, subject_off[branch.code.partition("-")[0]]) if branch.met else 0.0
        chance = branch.met * met + (1 - branch.met) * max(unmet, guess)
        known = branch.met * max(0.0, met - guess) / (1 - guess)
        chances[branch.code] = chance + NEIGHBOURS * known * (1 - chance)
    return chances


def _shifted(chance: float, by: float) -> float:
    odds = log(max(1e-6, chance) / max(1e-6, 1 - chance)) + by
    return 1 / (1 + exp(-odds))


def _right_counts(branches: Sequence[BranchKnowledge], chances: Mapping[str, float], subject: Subject) -> list[float]:
    """The distribution of the number of right answers in a subject."""
    counts = [1.0]
    for branch in branches:
        if branch.code.partition("-")[0] == subject.code and branch.questions:
            n, chance = branch.questions, chances[branch.code]
            counts = _convolved(counts, [comb(n, k) * chance**k * (1 - chance) ** (n - k) for k in range(n + 1)])
    return counts


def _convolved(one: Sequence[float], other: Sequence[float]) -> list[float]:
    total = [0.0] * (len(one) + len(other) - 1)
    for at, chance in enumerate(one):
        if chance:
            for shift, factor in enumerate(other):
                total[at + shift] += chance * factor
    return total


def _needed(exam: Exam, subject: Subject) -> int:
    """The least number of right answers that is no 과락."""
    return -int(-exam.pass_subject * subject.questions // 100)


def _is_enough(branches: Sequence[BranchKnowledge], exam: Exam) -> bool:
    answers = {subject.code: 0.0 for subject in exam.subjects}
    for branch in branches:
        answers[branch.code.partition("-")[0]] += branch.first_right + branch.first_wrong
    return sum(answers.values()) >= FEWEST_ANSWERS and min(answers.values()) >= FEWEST_OF_SUBJECT
