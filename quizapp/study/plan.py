"""What to study today so that it counts on the exam day.

Asking something now is worth what it adds to the expected score on that day, per second. Forgetting is slow at first sight and the exam
some weeks away, so nearly everything adds something, and most of it would add more if it were asked later. What is asked today is
therefore what loses most by waiting: for every prospect the best course that begins today (now, and up to a few times until the
exam) is held against the best one that does not. Time has a price in that comparison, the one at which all courses together fill the time
that is left (a Lagrange multiplier of the knapsack); without it everything would be asked again for ever. A course is followed in
expectation: the two outcomes of an answer are merged into the one stability that leaves the same recall on the exam day.

Chosen by measurement: see `benchmarks/planning.py` and docs/planning.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import comb
from typing import NamedTuple

from quizapp.study.course import Course, courses_of, standing_stability
from quizapp.study.forgetting import Expectation, forgetting
from quizapp.study.memory import Memory
from quizapp.syllabus import Exam

MOST_LATER, SCARCE = 2, 0.5
"""Times that a course asks something again after today: a third changed the measured scores by less than their error. Where there is not
time to ask half of everything once, one is enough to consider, and a large bank is planned twice as fast."""
PRICED = 400
"""Prospects from which the price of time is found; of more, every so-manieth is taken."""
HALVINGS = 14
SEVERAL = 2
"""Reviews of a memory that was followed in expectation: more than the first, as its first grade is not one."""
PASS_POINTS = 10.0
"""Points of the score that passing a subject's least result is worth: makes questions of a subject in danger count more."""


@dataclass(frozen=True, slots=True)
class Prospect:
    """Something that could be asked."""

    key: str
    syllabus: str
    memory: Memory | None
    """None for what was never asked."""
    weight: float
    """Questions of the paper that it stands for."""
    prior: float
    """Probability that it is known without having been asked here (0 to 1)."""
    seconds: float
    """Expected time of an answer, its feedback included."""

    @property
    def subject(self) -> str:
        """The code of its subject."""
        return self.syllabus.partition("-")[0]


@dataclass(frozen=True, slots=True)
class Aim:
    """The exam, and the time there is until then."""

    exam: Exam
    day: int
    """The exam's study day, later than today."""
    seconds: tuple[float, ...]
    """Time on each study day from today to the one before the exam."""

    @property
    def guess(self) -> float:
        """The probability of a right answer without knowing."""
        return 1 / self.exam.choices


@dataclass(frozen=True, slots=True)
class Step:
    """A prospect in the queue."""

    prospect: Prospect
    value: float
    """What is lost per second if it is not asked today, in questions of the paper; negative where waiting is better."""

    @property
    def is_new(self) -> bool:
        """Whether it was never asked."""
        return self.prospect.memory is None


@dataclass(frozen=True, slots=True)
class Day:
    """One day ahead, in expectation."""

    day: int
    seconds: float
    new: int
    reviews: int
    score: float
    """Expected points of 100 on the exam day if studying stopped after this day."""
    standing: tuple[Prospect, ...]
    """All prospects after this day."""


def queue(
    prospects: Iterable[Prospect],
    today: int,
    aim: Aim | None,
    retention: float,
    *,
    count: int,
    seconds: float,
    most_new: int | None = None,
) -> list[Step]:
    """The steps of today, best first and then mixed: at most *count*, together at most *seconds*; nothing that was asked today already.

    At most *most_new* of them were never asked before.
    Without an *aim* reviews are due when recall has fallen to *retention*, the most forgotten first, and new matter follows by weight.
    """
    open_ones = [one for one in prospects if one.memory is None or one.memory.last_day < today]
    steps = _by_urgency(_weighed(open_ones, today, aim)) if aim else _due(open_ones, today, retention)
    chosen: list[Step] = []
    left, new = seconds, 0
    for step in steps:
        if len(chosen) == count:
            break
        if step.prospect.seconds <= left and not (step.is_new and new == most_new):
            chosen.append(step)
            left -= step.prospect.seconds
            new += step.is_new
    return interleaved(chosen)


def interleaved(steps: Sequence[Step]) -> list[Step]:
    """The same steps in nearly the same order, but never two of one topic in a row where another is left."""
    rest, mixed = list(steps), list[Step]()
    while rest:
        last = mixed[-1].prospect.syllabus if mixed else ""
        mixed.append(rest.pop(next((at for at, step in enumerate(rest) if step.prospect.syllabus != last), 0)))
    return mixed


def expected_right(prospects: Sequence[Prospect], today: int, aim: Aim) -> dict[str, float]:
    """Questions right on the exam day by subject, if all the time is used by the plan."""
    return _expected(_weighed(prospects, today, aim), aim.guess)


class _Weighed(NamedTuple):
    """Prospects with their courses, and what decides between them."""

    prospects: Sequence[Prospect]
    courses: Sequence[Course]
    stress: Mapping[str, float]
    """How much more a subject's questions count."""
    price: float
    """Of a second, in questions of the paper."""


def _weighed(prospects: Sequence[Prospect], today: int, aim: Aim) -> _Weighed:
    time = sum(aim.seconds)
    is_scarce = time < SCARCE * sum(prospect.seconds for prospect in prospects)
    courses = courses_of(((one.memory, one.prior) for one in prospects), today, aim.day, 1 if is_scarce else MOST_LATER)
    flat = dict.fromkeys((prospect.subject for prospect in prospects), 1.0)
    evenly = _Weighed(prospects, courses, flat, _price(prospects, courses, flat, time))
    stress = {subject: _stress(aim.exam, subject, right) for subject, right in _expected(evenly, aim.guess).items()}
    return _Weighed(prospects, courses, stress, _price(prospects, courses, stress, time))


def _by_urgency(weighed: _Weighed) -> list[Step]:
    """The most urgent first: by what the best course that begins today has over the best one that does not, per second."""
    steps = []
    for one, course in zip(weighed.prospects, weighed.courses, strict=True):
        worth, cost = one.weight * weighed.stress[one.subject], weighed.price * one.seconds
        now, later = _most_net(course.now, worth, cost) - cost, _most_net(course.later, worth, cost)
        steps.append(Step(one, (now - later) / one.seconds))
    return sorted(steps, key=lambda step: (-step.value, step.prospect.key))


def _most_net(rises: Sequence[float], worth: float, cost: float) -> float:
    """The greatest gain less cost over the numbers of answers 0, 1, 2 and so on."""
    return max([worth * rise - cost * times for times, rise in enumerate(rises)])


def days_ahead(prospects: Sequence[Prospect], today: int, aim: Aim, most_new: int | None = None) -> Iterator[Day]:
    """The days until the exam as the plan would fill them with at most *most_new* new things each, every answer taken in expectation."""
    model = Expectation(forgetting())
    standing = {prospect.key: prospect for prospect in prospects}
    for offset, seconds in enumerate(aim.seconds):
        day = today + offset
        rest = replace(aim, seconds=aim.seconds[offset:])
        steps = queue(standing.values(), day, rest, 0.0, count=len(standing), seconds=seconds, most_new=most_new) if seconds else []
        for step in steps:
            before = step.prospect
            if before.memory is None:
                state = model.first_asked(before.prior, aim.day - day)
            else:
                known = before.memory
                state = model.asked(standing_stability(model, known), known.difficulty, day - known.last_day, aim.day - day)
            standing[before.key] = replace(before, memory=Memory(*state, last_day=day, due_day=day, reviews=SEVERAL, lapses=0))
        spent = sum(step.prospect.seconds for step in steps)
        new = sum(step.is_new for step in steps)
        yield Day(day, spent, new, len(steps) - new, score(standing.values(), aim), tuple(standing.values()))


def rises(prospects: Sequence[Prospect], today: int, exam_day: int) -> list[float]:
    """By how much one answer today raises the recall of each on *exam_day*."""
    return [course.now[0] for course in courses_of(((one.memory, one.prior) for one in prospects), today, exam_day, 0)]


def score(prospects: Iterable[Prospect], aim: Aim) -> float:
    """Expected points of 100 on the exam day without further study."""
    model, right = Expectation(forgetting()), 0.0
    for one in prospects:
        known = model.recall(standing_stability(model, one.memory), aim.day - one.memory.last_day) if one.memory else one.prior
        right += one.weight * (aim.guess + (1 - aim.guess) * known)
    return 100 * right / sum(subject.questions for subject in aim.exam.subjects)


def _price(prospects: Sequence[Prospect], courses: Sequence[Course], stress: Mapping[str, float], time: float) -> float:
    """The price of a second (in questions of the paper) at which the best courses together take *time*."""
    stride = max(1, len(prospects) // PRICED)
    offers = [
        (one.seconds, one.weight * stress[one.subject], course.best)
        for one, course in zip(prospects[::stride], courses[::stride], strict=True)
    ]
    low, high = 0.0, max((worth * max(best) / seconds for seconds, worth, best in offers), default=0.0)
    for _ in range(HALVINGS):
        price = (low + high) / 2
        taken = sum(seconds * _times(worth, price * seconds, best) for seconds, worth, best in offers)
        low, high = (price, high) if taken * stride > time else (low, price)
    return high


def _times(worth: float, cost: float, best: Sequence[float]) -> int:
    """How often it pays to ask something at *cost* each."""
    chosen, most = 0, 0.0
    for times, rise in enumerate(best):
        if worth * rise - cost * times > most:
            chosen, most = times, worth * rise - cost * times
    return chosen


def _expected(weighed: _Weighed, guess: float) -> dict[str, float]:
    """Questions right on the exam day by subject, everything asked as often as it pays."""
    right = dict.fromkeys(weighed.stress, 0.0)
    for one, course in zip(weighed.prospects, weighed.courses, strict=True):
        times = _times(one.weight * weighed.stress[one.subject], weighed.price * one.seconds, course.best)
        right[one.subject] += one.weight * (guess + (1 - guess) * (course.idle + course.best[times]))
    return right


def _stress(exam: Exam, code: str, right: float) -> float:
    """How much more than its own points a question of a subject counts, because the subject may miss its least result.

    With *right* of *n* questions expected, P(X ≥ k) of a binomial rises by C(n−1, k−1) p^(k−1) (1−p)^(n−k) a question.
    """
    questions = next((subject.questions for subject in exam.subjects if subject.code == code), 0)
    if not questions:
        return 1.0
    needed = -int(-exam.pass_subject * questions // 100)
    share = min(1.0, max(0.0, right / questions))
    slope = comb(questions - 1, needed - 1) * share ** (needed - 1) * (1 - share) ** (questions - needed)
    return 1 + PASS_POINTS * slope / exam.points


def _due(prospects: Iterable[Prospect], today: int, retention: float) -> list[Step]:
    """Without a day to aim at: what is due, the most forgotten first; then what is new, by weight and by what is not known yet."""
    model, steps = forgetting(), []
    for one in prospects:
        if one.memory is None:
            steps.append(Step(one, one.weight * (1 - one.prior) / one.seconds / 1e6))
        elif (known := model.recall(one.memory.stability, today - one.memory.last_day)) < retention or one.memory.due_day <= today:
            steps.append(Step(one, 1 + retention - known))
    return sorted(steps, key=lambda step: (-step.value, step.prospect.key))
