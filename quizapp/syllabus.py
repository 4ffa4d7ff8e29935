"""The exam's rules and its syllabus as values. No exam is known by name here: both come from the bank's files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property


@dataclass(frozen=True, slots=True)
class Subject:
    """One subject of the paper."""

    code: str
    questions: int
    calculations: tuple[int, int]
    """Least and most numeric exercises that a mock paper has in this subject."""


@dataclass(frozen=True, slots=True)
class Exam:
    """The rules of the written exam."""

    id: str
    title: str
    minutes: int
    choices: int
    points: float
    """Points a question is worth."""
    pass_average: float
    """Least average over the subjects, in points of 100."""
    pass_subject: float
    """Least result in each subject, in points of 100 (below it: 과락)."""
    calculator: bool
    subjects: tuple[Subject, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """A node of the syllabus; the number of parts in its code is its level (1 과목 … 4 세세항목)."""

    code: str
    name: str
    weight: int | None = None
    """Relative weight in past papers, on 세부항목 only."""

    @property
    def level(self) -> int:
        """1 for a 과목, 2 주요항목, 3 세부항목, 4 세세항목."""
        return self.code.count("-") + 1

    @property
    def parent(self) -> str:
        """The code one level up; empty for a subject."""
        return self.code.rpartition("-")[0]


def is_within(code: str, topic: str) -> bool:
    """Whether *code* is *topic* or lies below it: 3-2-1-4 is within 3-2, 3-21 is not."""
    return code == topic or code.startswith(topic + "-")


@cache
def branch_of(code: str) -> str:
    """The code of the 세부항목 that *code* lies in: 3-2-1 of 3-2-1-4."""
    return "-".join(code.split("-")[:3])


@dataclass(frozen=True)
class Syllabus:
    """The tree of topics, in the order of the official document."""

    topics: tuple[Topic, ...]

    @cached_property
    def _by_code(self) -> dict[str, Topic]:
        return {topic.code: topic for topic in self.topics}

    def __contains__(self, code: str) -> bool:
        return code in self._by_code

    def __getitem__(self, code: str) -> Topic:
        return self._by_code[code]

    @property
    def subjects(self) -> tuple[Topic, ...]:
        """The topics of the first level."""
        return self.children("")

    def children(self, code: str) -> tuple[Topic, ...]:
        """The topics directly below *code*; of the empty code, the subjects."""
        return tuple(topic for topic in self.topics if topic.parent == code)

    def label(self, code: str) -> str:
        """Code and name as shown to a learner: '4-1-1-1 평가 지표'. An unknown code is shown as it is."""
        topic = self._by_code.get(code)
        return f"{code} {topic.name}" if topic else code
