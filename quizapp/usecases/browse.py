"""Looking things up: items, cards, terms, skills and the learner's own notes, by parts of words and by initial consonants."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from random import Random

from quizapp.bank.search import is_match
from quizapp.exercises.titles import titles_of
from quizapp.items import ChoiceItem, Question
from quizapp.store import answers, marks, memories
from quizapp.study.memory import recall
from quizapp.study.questions import from_item
from quizapp.usecases.desk import Desk
from quizapp.usecases.remember import memory_of
from quizapp.usecases.rest import is_suspended
from quizapp.usecases.review import of_answer

MOST_ITEMS, MOST_TERMS, MOST_SKILLS = 50, 12, 12
HISTORY = 12
"""Past answers that are shown."""
KIND_NAMES = {
    "choice": "선택형", "card": "카드", "term": "용어 쓰기", "cloze": "빈칸", "order": "순서", "glossary": "용어", "skill": "계산",
    "note": "메모", "gone": "없어짐",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A line of what was found."""

    key: str
    kind: str
    title: str
    syllabus: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """Everything about one thing."""

    found: Found
    question: Question | None
    """The item with all its reasons; of a skill, the exercise that was asked last."""
    picked: int
    response: str
    text: str
    """What a term means, what a skill asks."""
    facts: tuple[str, ...]
    """Memory and past answers, a line each."""
    note: str
    is_starred: bool
    is_suspended: bool


def find(desk: Desk, query: str) -> list[Found]:
    """What *query* finds: terms, skills, notes, then items, the best first; with nothing asked, what has a star or a note."""
    if not query.strip():
        return _own(desk)
    terms = [
        Found(f"term:{term.term}", "glossary", f"{term.term}: {term.meaning}", term.syllabus) for term in desk.bank.search_terms(query)
    ]
    skills = [skill for skill in desk.bank.skills if is_match(query, " ".join((skill, *titles_of(skill))))]
    noted = [key for key, text in marks.notes(desk.database).items() if is_match(query, text)]
    refs = desk.bank.search(query, MOST_ITEMS)
    headings = desk.bank.headings(ref.id for ref in refs)
    items = [Found(f"item:{ref.id}", ref.kind, headings.get(ref.id, ref.id), ref.syllabus) for ref in refs]
    notes = [replace(found_of(desk, key), kind="note") for key in noted]
    skill_lines = [found_of(desk, f"skill:{skill}") for skill in skills[:MOST_SKILLS]]
    return [*terms[:MOST_TERMS], *skill_lines, *notes, *items]


def found_of(desk: Desk, key: str) -> Found:
    """The line of something known by its key, also where the bank no longer has it."""
    kind, _, name = key.partition(":")
    if kind == "term" and (term := desk.bank.term(name)):
        return Found(key, "glossary", f"{term.term}: {term.meaning}", term.syllabus)
    if kind == "skill" and name in desk.bank.skills:
        return Found(key, "skill", ", ".join(titles_of(name)) or name, desk.bank.skills[name])
    if kind == "item" and (ref := desk.bank.ref(name)):
        return Found(key, ref.kind, desk.bank.headings([name])[name], ref.syllabus)
    return Found(key, "gone", name, "")


def detail(desk: Desk, found: Found) -> Detail:
    """Everything about what was found."""
    kind, _, name = found.key.partition(":")
    past = answers.history(desk.database, found.key, HISTORY)
    question, picked, response, text = None, 0, "", ""
    if kind == "item" and (item := desk.bank.item(name)):
        question = from_item(replace(item, keep_order=True) if isinstance(item, ChoiceItem) else item, Random(0))
    elif kind == "term" and (term := desk.bank.term(name)):
        text = f"{term.term}  {term.english}\n\n{term.meaning}"
    elif kind == "skill":
        text = "\n".join(f"· {title}" for title in titles_of(name)) or name
    if question is None and past and (last := of_answer(desk, past[0].id, 1, "")):
        question, picked, response = last.question, last.picked, last.response
    return Detail(
        found=found,
        question=question,
        picked=picked,
        response=response,
        text=text,
        facts=tuple(_facts(desk, found.key, past)),
        note=marks.note(desk.database, found.key),
        is_starred=marks.is_starred(desk.database, found.key),
        is_suspended=is_suspended(desk, found.key),
    )


def _own(desk: Desk) -> list[Found]:
    """What the learner marked: stars first, then notes."""
    starred = marks.stars(desk.database)
    noted = [key for key in marks.notes(desk.database) if key not in starred]
    return [found_of(desk, key) for key in (*starred, *noted)]


def _facts(desk: Desk, key: str, past: list[answers.Past]) -> list[str]:
    if not past:
        return [] if key.startswith("term:") else ["아직 만나지 않았습니다."]
    lines = []
    if row := memories.get(desk.database, key):
        today = desk.clock.today()
        due = "오늘 다시 볼 것" if row.due_day <= today else f"다음 복습 {date.fromordinal(row.due_day):%Y-%m-%d}"
        lines.append(f"기억 {recall(memory_of(row), today):.0%} · {due} · {row.reviews}번 풀고 {row.lapses}번 잊음")
    lines.append("지금까지  " + "  ".join(_answer_words(one) for one in past))
    return lines


def _answer_words(one: answers.Past) -> str:
    """A past answer: the day, right or wrong, and whether it was a guess."""
    return f"{datetime.fromtimestamp(one.at_ms / 1000).astimezone():%m-%d}{'✓' if one.correct else '✗'}{'?' if one.unsure else ''}"
