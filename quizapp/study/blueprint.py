"""What is expected before anything was asked: how the paper's questions spread over the bank, and how much is known at first sight."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from statistics import fmean

from quizapp.study.choosing import SKILL, Candidate
from quizapp.study.grading import Grade
from quizapp.syllabus import Exam, branch_of

PRIOR, PRIOR_ANSWERS, BRANCH_ANSWERS = 0.4, 8, 4
"""What a candidate knows before any answer, and how many first answers that guess is worth, overall and of a 세부항목."""


def questions_stood_for(candidates: Iterable[Candidate], weights: Mapping[str, int | None], exam: Exam) -> dict[str, float]:
    """The expected number of the paper's questions by key; together they are those of the subjects that have any candidate.

    A subject's calculations spread over its skills, all other questions over its points (a skill is a point as well), both by the
    *weights* of the 세부항목 (one that has none weighs 1). Entries on one point share its questions.
    """
    by_subject: dict[str, list[Candidate]] = {subject.code: [] for subject in exam.subjects}
    for one in candidates:
        by_subject[one.syllabus.partition("-")[0]].append(one)
    share: dict[str, float] = {}
    for subject in exam.subjects:
        own = by_subject[subject.code]
        entries = Counter([(one.syllabus, one.point) for one in own])
        share.update(dict.fromkeys([one.key for one in own], 0.0))
        skills = [one for one in own if one.kind == SKILL]
        calculations = fmean(subject.calculations) if skills else 0.0
        for group, questions in ((own, subject.questions - calculations), (skills, calculations)):
            points = Counter([branch_of(code) for code, _ in {(one.syllabus, one.point) for one in group}])
            total = sum(weights.get(branch) or 1 for branch in points)
            of_point = {branch: questions * (weights.get(branch) or 1) / total / count for branch, count in points.items()}
            for one in group:
                share[one.key] += of_point[branch_of(one.syllabus)] / entries[one.syllabus, one.point]
    return share


def known_at_first_sight(first_grades: Iterable[tuple[str, int]]) -> dict[str, float]:
    """The share known when met for the first time, by 세부항목 and ("") over all, from the first grade of everything met.

    A 세부항목 is shrunk towards the whole while little of it was met, and the whole towards PRIOR.
    """
    met, known = Counter[str](), Counter[str]()
    for branch, grade in first_grades:
        met[branch] += 1
        known[branch] += grade >= Grade.GOOD
    whole = (known.total() + PRIOR * PRIOR_ANSWERS) / (met.total() + PRIOR_ANSWERS)
    return {"": whole} | {branch: (known[branch] + whole * BRANCH_ANSWERS) / (met[branch] + BRANCH_ANSWERS) for branch in met}
