"""Which of the question screen's actions make sense at a stage of a sitting."""

from __future__ import annotations

from quizapp.items import TYPED_FORMS, Form
from quizapp.study.sitting import Sitting, Stage
from quizapp.usecases.ask import is_waiting, question_of


def is_possible(action: str, sitting: Sitting, *, card_is_turned: bool) -> bool:
    """Whether *action* (a name from the registry of commands) can be taken now."""
    stage = sitting.stage
    if stage is Stage.FINISHED or is_waiting(sitting):
        return action in {"back", "help"}
    question = question_of(sitting)
    typed, asking, in_drill = question.form in TYPED_FORMS, stage is Stage.ASKING, sitting.verb == "drill"
    hidden_card = question.form is Form.CARD and not card_is_turned
    allowed = {
        "choose": asking and not typed and not hidden_card,
        "unsure": asking and not typed and question.form is not Form.CARD,
        "confirm": asking and not typed and not hidden_card,
        "turn": asking and hidden_card,
        "unsure_typed": asking and typed,
        "next": not asking,
        "read_on": not asking,
        "code": not asking and bool(question.code),
        "undo": bool(sitting.responses),
        "bury": in_drill,
        "suspend": in_drill,
    }
    return allowed.get(action, True)
