"""A question that was answered, to be looked at again with everything that is said after an answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from quizapp.items import ChoiceItem, Form, Question
from quizapp.store import slips
from quizapp.study.questions import from_item
from quizapp.study.scoring import Outcome
from quizapp.usecases.desk import Desk
from quizapp.usecases.exam_result import with_present_key
from quizapp.usecases.exam_words import day_words, review_line
from quizapp.usecases.slips import question_asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """One answer with its question as it was asked."""

    number: int
    """As it is numbered on the page."""
    question: Question
    response: str
    """Empty where nothing was answered."""
    is_correct: bool
    is_unsure: bool
    line: str
    """How it went, in a line."""

    @property
    def picked(self) -> int:
        """The number of the choice; 0 where the answer was typed or none was given."""
        return int(self.response) if self.response and self.question.form is Form.CHOICE else 0


def of_outcome(outcome: Outcome) -> Reviewed:
    """A question of a mock paper."""
    return Reviewed(
        number=outcome.position + 1,
        question=outcome.question,
        response=str(outcome.entry.response or ""),
        is_correct=outcome.is_correct,
        is_unsure=outcome.entry.is_unsure,
        line=review_line(outcome),
    )


def of_answer(desk: Desk, identity: str, number: int, line: str) -> Reviewed | None:
    """An answer of the log by its id, with the key that holds now; None where it was taken back, or too little of its question was kept."""
    row = slips.answer(desk.database, identity)
    question = None if row is None else question_asked(row) or _made_anew(desk, row.key, row.shown)
    if row is None or question is None:
        return None
    if question.origin.item in set(desk.bank.corrected()):
        question = with_present_key(desk.bank, question)
    when = f"{day_words(row.at_ms)} · {line}" if line else day_words(row.at_ms)
    return Reviewed(number=number, question=question, response=row.response, is_correct=row.correct, is_unsure=row.unsure, line=when)


def _made_anew(desk: Desk, key: str, shown: object) -> Question | None:
    """The question of a choice item from the bank, its choices in the order that the log kept."""
    item = desk.bank.item(key.partition(":")[2])
    if not isinstance(item, ChoiceItem) or not isinstance(shown, dict):
        return None
    texts = list(shown.get("choices", ()))
    question = from_item(item, Random(0))
    by_text = {choice.text: choice for choice in question.choices}
    if set(texts) != set(by_text):
        return None
    return replace(question, choices=tuple(by_text[text] for text in texts))
