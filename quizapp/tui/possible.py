"""Which of the question screen's actions make sense at a stage of a sitting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from quizapp.items import TYPED_FORMS, Form
from quizapp.study.sitting import Sitting, Stage
from quizapp.tui.commands import Command
from quizapp.tui.wording import CARD_GRADES
from quizapp.usecases.ask import is_waiting, question_of


def is_possible(action: str, sitting: Sitting, *, card_is_turned: bool) -> bool:
    """Whether *action* (a name from the registry of commands) can be taken now."""
    stage = sitting.stage
    if stage is Stage.FINISHED or is_waiting(sitting):
        return action in {"back", "help", "next"}
    question = question_of(sitting)
    typed, asking, in_drill = question.form in TYPED_FORMS, stage is Stage.ASKING, sitting.verb == "drill"
    hidden_card = question.form is Form.CARD and not card_is_turned
    allowed = {
        "choose": asking and not typed and not hidden_card,
        "judge": asking and question.is_true_or_false,
        "unsure": asking and question.form is not Form.CARD,
        "confirm": asking and not typed and not hidden_card,
        "submit": asking and typed,
        "turn": asking and hidden_card,
        "next": not asking,
        "read_on": not asking,
        **dict.fromkeys(("note", "star", "report"), not asking),
        "code": not asking and bool(question.code),
        "undo": bool(sitting.responses),
        "bury": in_drill,
        "suspend": in_drill,
    }
    return allowed.get(action, True)


def footer(commands: Iterable[Command], sitting: Sitting) -> Iterator[Command]:
    """*commands* as the footer shows them: with the numbers of as many choices as there are, and O and X instead of numbers."""
    if sitting.stage is Stage.FINISHED or is_waiting(sitting):
        yield from (command for command in commands if command.name != "next")  # it only tries again what could not be kept
        return
    question = question_of(sitting)
    for command in commands:
        if command.name != "choose":
            yield command
        elif not question.is_true_or_false:
            yield replace(command, shown_key=f"1-{len(question.choices) or len(CARD_GRADES)}")
