"""A sitting as plain text: a question, a line of input, the feedback. The end of the input leaves the sitting to be gone on with."""

from __future__ import annotations

from typing import TextIO

from quizapp.errors import QuizappError
from quizapp.items import Form, Question
from quizapp.korean import key_of
from quizapp.plain import read, say, show_choices, show_feedback, show_result, show_stem
from quizapp.study.sitting import Sitting, Stage
from quizapp.usecases.answer import answer, undo
from quizapp.usecases.ask import ask, order_ahead, question_of
from quizapp.usecases.desk import Desk

HELP = "u = 앞 답 되돌리기, q = 그만 (여기까지의 답은 저장됩니다)"
DRILL_HELP = "\n  l = 내일로, s = 빼기"
UNSURE = "? = 찍음 표시"
HINTS = {
    Form.CHOICE: f"번호로 답합니다. 0이나 {UNSURE}",
    Form.TERM: f"용어를 입력하세요. {UNSURE}",
    Form.ORDER: f"순서대로 번호를 입력하세요. {UNSURE}",
    Form.CARD: "Enter를 누르면 답을 봅니다.",
}


def run_sitting(desk: Desk, sitting: Sitting, source: TextIO, out: TextIO) -> None:
    """Asks the sitting's questions, reading one answer a line, until it is finished or the input ends; then it can be taken up again."""
    say(out, HELP + (DRILL_HELP if sitting.verb == "drill" else ""))
    while True:
        if sitting.stage is Stage.FINISHED and _takes_last_back(sitting, source, out):
            sitting = undo(desk, sitting)
        sitting = ask(desk, sitting, may_wait=True)
        if sitting.stage is Stage.FINISHED:
            show_result(sitting, out)
            return
        order_ahead(desk, sitting)
        _show_question(desk, sitting, out)
        after = _answered(desk, sitting, source, out)
        if after is None:
            say(out, f"\n그만둡니다. 여기까지의 답은 저장되었습니다. 이어서 풀기: `{desk.command('resume --plain')}`")
            return
        sitting = after


def _takes_last_back(sitting: Sitting, source: TextIO, out: TextIO) -> bool:
    """Whether the learner takes the last answer back, which nothing can once the result is shown."""
    if not sitting.responses:
        return False
    say(out, "\n모두 답했습니다. Enter = 결과 보기, u = 마지막 답 되돌리기")
    return key_of(read(source.readline())) == "u"


def _answered(desk: Desk, sitting: Sitting, source: TextIO, out: TextIO) -> Sitting | None:
    """The sitting after one question was answered or the last answer taken back; None where the learner stops."""
    question = question_of(sitting)
    unsure = is_turned = False
    started = desk.clock.monotonic_ms()
    for line in source:
        given = read(line)
        key = key_of(given)
        try:
            if key == "q":
                return None
            if key == "u":
                return _taken_back(desk, sitting, out)
            if sitting.verb == "drill" and key in {"l", "s"}:
                return _put_aside(desk, sitting, key, out)
            if key == "?" or (key == "0" and question.form is Form.CHOICE):
                unsure = _toggled(question, out, unsure=unsure)
            elif question.form is Form.CARD and not is_turned:
                is_turned = True
                say(out, f"{question.shown}\n  1 다시, 2 어려움, 3 알맞음, 4 쉬움")
            else:
                elapsed = desk.clock.monotonic_ms() - started
                return _judged(desk, sitting, given, out, unsure=unsure, elapsed_ms=elapsed)
        except QuizappError as error:
            say(out, str(error))
    return None


def _judged(desk: Desk, sitting: Sitting, given: str, out: TextIO, *, unsure: bool, elapsed_ms: int) -> Sitting:
    """The sitting with the answer kept and its feedback shown."""
    sitting, verdict = answer(desk, sitting, given, unsure=unsure, elapsed_ms=elapsed_ms)
    question = question_of(sitting)
    if question.form is not Form.CARD:
        show_feedback(question, sitting.last_response.given, verdict, out)
    if sitting.verb == "drill" and not verdict.correct:
        _show_related_card(desk, question, out)
    return sitting.proceeded()


def _taken_back(desk: Desk, sitting: Sitting, out: TextIO) -> Sitting:
    before = undo(desk, sitting)
    say(out, "앞의 답을 되돌렸습니다. 다시 답하세요.")
    return before


def _put_aside(desk: Desk, sitting: Sitting, key: str, out: TextIO) -> Sitting:
    from quizapp.usecases.rest import bury, suspend

    after = (bury if key == "l" else suspend)(desk, sitting)
    say(out, "내일까지 묻지 않습니다." if key == "l" else f"오늘 학습에서 뺐습니다. 뺀 것 보기: `{desk.command('suspended')}`")
    return after


def _toggled(question: Question, out: TextIO, *, unsure: bool) -> bool:
    """The mark of a guess, set or taken back; a card has none."""
    if question.form is Form.CARD:
        say(out, "카드에는 찍음 표시가 없습니다. 답을 보고 얼마나 알았는지 스스로 매깁니다.")
        return False
    say(out, "찍음 표시를 지웠습니다." if unsure else "찍음으로 표시했습니다. 답하세요.")
    return not unsure


def _show_question(desk: Desk, sitting: Sitting, out: TextIO) -> None:
    """The question with its table and choices, why it is asked now, and how it is answered."""
    question = question_of(sitting)
    say(out, f"\n[{sitting.position + 1}/{len(sitting.slots)}] {question.syllabus}")
    show_stem(question, out)
    show_choices(question, out)
    if sitting.verb == "drill":
        from quizapp.usecases.drill import reason

        say(out, f"  ({reason(desk, question)})")
    unit = f" (단위 {question.unit})" if question.unit else ""
    say(out, f"  {HINTS.get(question.form, f'수를 입력하세요{unit}. {UNSURE}')}")


def _show_related_card(desk: Desk, question: Question, out: TextIO) -> None:
    from quizapp.usecases.drill import related_card

    card = related_card(desk, question)
    if card is not None:
        say(out, f"  함께 볼 카드: {card.front}\n  {card.back}")
