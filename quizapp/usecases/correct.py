"""After a key was corrected in the bank: past answers are graded again, by the words that were chosen."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.items import ChoiceItem
from quizapp.store import answers, exams
from quizapp.usecases import slips
from quizapp.usecases.desk import Desk
from quizapp.usecases.remember import refresh


@dataclass(frozen=True, slots=True)
class Corrected:
    """An item with a corrected key, and how many past answers changed."""

    item: str
    now_right: int
    now_wrong: int
    papers: frozenset[str]
    """The mock papers, by id, whose score changed."""


def regrade(desk: Desk) -> list[Corrected]:
    """Grades the past answers to corrected items again, and returns the items where something changed. Doing it twice changes nothing."""
    found = []
    papers = {row.id for row in exams.all_of(desk.database)}
    for identity in desk.bank.corrected():
        item = desk.bank.item(identity)
        if not isinstance(item, ChoiceItem):
            continue
        verdicts = {choice.text: choice.correct for choice in item.choices}
        changed = [one for one in answers.choices_of(desk.database, identity) if verdicts.get(one.text, one.correct) != one.correct]
        if changed:
            answers.regrade(desk.database, [(one.id, verdicts[one.text]) for one in changed], desk.clock.now_ms())
            refresh(desk.database, [f"item:{identity}"])
            slips.refresh(desk.database, [f"item:{identity}"])
            now_wrong = sum(one.correct for one in changed)
            touched = papers & {one.sitting for one in changed}
            found.append(Corrected(identity, len(changed) - now_wrong, now_wrong, frozenset(touched)))
    return found
