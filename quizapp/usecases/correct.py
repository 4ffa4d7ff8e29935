"""After a key was corrected in the bank: past answers are graded again, by the words that were chosen."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.items import ChoiceItem
from quizapp.store import answers
from quizapp.usecases.desk import Desk
from quizapp.usecases.remember import refresh


@dataclass(frozen=True, slots=True)
class Corrected:
    """An item with a corrected key, and how many past answers changed."""

    item: str
    now_right: int
    now_wrong: int


def regrade(desk: Desk) -> list[Corrected]:
    """Grades the past answers to corrected items again, and returns the items where something changed. Doing it twice changes nothing."""
    found = []
    for identity in desk.bank.corrected():
        item = desk.bank.item(identity)
        if not isinstance(item, ChoiceItem):
            continue
        verdicts = {choice.text: choice.correct for choice in item.choices}
        changed = [
            (answer, verdicts[chosen])
            for answer, chosen, was_correct in answers.choices_of(desk.database, identity)
            if chosen in verdicts and verdicts[chosen] != was_correct
        ]
        if changed:
            answers.regrade(desk.database, changed, desk.clock.now_ms())
            refresh(desk.database, [f"item:{identity}"])
            now_right = sum(correct for _, correct in changed)
            found.append(Corrected(identity, now_right, len(changed) - now_right))
    return found
