"""Sitting a mock paper: begin, go on, answer, mark, pause, hand in. What is done is in the data file before the screen shows it."""

from __future__ import annotations

from dataclasses import asdict, replace

from quizapp.errors import NoOpenExamError, ResponseFormatError, StrikeRefusedError, TimeIsOverError
from quizapp.items import Question
from quizapp.store import answers, exams, sittings
from quizapp.store.answers import Given, Review
from quizapp.store.database import Database
from quizapp.store.exams import DeedRow, ExamRow
from quizapp.study.attempt import Deed, Kind, Paper, attempted, struck_value
from quizapp.study.forecast import Forecast
from quizapp.study.grading import choice_number, grade, is_fast, mark
from quizapp.study.paper import FULL
from quizapp.study.watch import Watch
from quizapp.usecases import slips
from quizapp.usecases.answer import MAX_ELAPSED_MS, PACE_WINDOW
from quizapp.usecases.desk import Clock, Desk
from quizapp.usecases.papers import MAX_SEED, DrawnPaper, PaperOrder, check_form, form_of
from quizapp.usecases.remember import after
from quizapp.usecases.start import slot_from, slot_values

LAST_PAPERS = 3
"""Papers whose questions the next one leaves out as far as the bank allows."""


def order_paper(desk: Desk, form: str, seed: int | None, *, is_timed: bool) -> PaperOrder:
    """What a paper of that form is drawn from.

    With a *seed* the same bank gives the same paper; without one, what the last papers asked is left out as far as the bank allows.
    Raises UnknownFormError and PaperShortError.
    """
    chosen = form_of(desk.bank, form)
    check_form(desk.bank, chosen)
    if seed is not None:
        return PaperOrder(chosen, seed, is_timed)
    return PaperOrder(chosen, desk.chance.randrange(MAX_SEED), is_timed, _recent_keys(desk))


def _recent_keys(desk: Desk) -> dict[str, int]:
    recent: dict[str, int] = {}
    for ago, row in enumerate(exams.all_of(desk.database)[: -LAST_PAPERS - 1 : -1], 1):
        for question in _questions(desk, row.id):
            recent.setdefault(question.origin.key, ago)
    return recent


# Beginning, leaving, coming back


def begin_exam(desk: Desk, drawn: DrawnPaper) -> Paper:
    """A drawn paper, frozen in the data file; its clock stands until it is opened. What could not be made for it is noted."""
    order, now = drawn.order, desk.clock.now_ms()
    for wanted, reason in drawn.failed:
        sittings.note_failure(desk.database, wanted.skill, wanted.seed, reason, now)
    row = exams.begin(
        desk.database,
        form=order.form.name,
        seed=order.seed,
        allowed_ms=order.form.minutes * 60_000 if order.is_timed else None,
        started_ms=now,
        slots=[slot_values(question) for question in drawn.questions],
    )
    return paper_of(desk, row)


def unfinished_exam(desk: Desk) -> Paper:
    """The paper that was begun last and not handed in, exactly as it was. Raises NoOpenExamError."""
    row = exams.unfinished(desk.database)
    if row is None:
        raise NoOpenExamError
    return paper_of(desk, row)


def paper_of(desk: Desk, row: ExamRow) -> Paper:
    """The paper that is kept as *row*, its clock standing."""
    questions = _questions(desk, row.id)
    deeds = (Deed(Kind(deed.kind), deed.position, deed.value, deed.used_ms) for deed in exams.deeds_of(desk.database, row.id))
    return Paper(
        id=row.id,
        form=row.form,
        seed=row.seed,
        started_ms=row.started_ms,
        allowed_ms=row.allowed_ms,
        questions=questions,
        attempt=attempted(len(questions), deeds),
        watch=Watch(row.used_ms),
    )


def opened(desk: Desk, paper: Paper) -> Paper:
    """The paper with its clock running; how long it was closed is noted. Raises SittingFinishedError."""
    row = exams.get(desk.database, paper.id)
    is_first = row is None or not exams.deeds_of(desk.database, paper.id)
    closed = 0 if is_first or row is None else max(0, desk.clock.now_ms() - row.seen_ms)
    now = _done(desk, paper, Kind.OPEN, paper.attempt.position, closed)
    return replace(now, watch=now.watch.started(desk.clock.monotonic_ms()))


def left(desk: Desk, paper: Paper) -> Paper:
    """The paper closed, to be gone on with later; also what a pause begins with."""
    keep_clock(desk.database, desk.clock, paper)
    return replace(paper, watch=paper.watch.stopped(desk.clock.monotonic_ms()))


def proceeded(desk: Desk, paper: Paper, paused_ms: int) -> Paper:
    """The paper after a pause of so many milliseconds, its clock running again. Raises SittingFinishedError."""
    now = _done(desk, paper, Kind.PAUSE, paper.attempt.position, paused_ms)
    return replace(now, watch=now.watch.started(desk.clock.monotonic_ms()))


def keep_clock(database: Database, clock: Clock, paper: Paper) -> None:
    """Keeps how long the paper has been open; about once a second, so that a kill costs no more of it."""
    exams.tick(database, paper.id, _used(clock, paper), clock.now_ms())


def is_over(desk: Desk, paper: Paper) -> bool:
    """Whether the time has run out."""
    return paper.remaining_ms(desk.clock.monotonic_ms()) == 0


# On the answer sheet; each raises TimeIsOverError once the time has run out, and SittingFinishedError after the paper was handed in


def go(desk: Desk, paper: Paper, position: int) -> Paper:
    """The question at *position* is shown; before the first and after the last there is nothing to go to."""
    if position == paper.attempt.position or not 0 <= position < len(paper.questions):
        return paper
    return _in_time(desk, paper, Kind.GO, position, 0)


def go_to_number(desk: Desk, paper: Paper, number: str) -> Paper:
    """The question of that number (from 1) is shown. Raises ResponseFormatError for what is no question's number."""
    if not (number.isascii() and number.isdigit() and 1 <= int(number) <= len(paper.questions)):
        raise ResponseFormatError(number, f"1에서 {len(paper.questions)} 사이의 문항 번호를 쓰세요")
    return go(desk, paper, int(number) - 1)


def choose(desk: Desk, paper: Paper, response: str) -> Paper:
    """The choice of that number is the answer; the same one again changes nothing. Raises ResponseFormatError."""
    number = choice_number(paper.question, response)
    if number == paper.attempt.current.response:
        return paper
    return _in_time(desk, paper, Kind.ANSWER, paper.attempt.position, number)


def clear(desk: Desk, paper: Paper) -> Paper:
    """The question without an answer."""
    if not paper.attempt.current.response:
        return paper
    return _in_time(desk, paper, Kind.ANSWER, paper.attempt.position, 0)


def toggle_unsure(desk: Desk, paper: Paper) -> Paper:
    """The answer marked as a guess, or no longer."""
    return _in_time(desk, paper, Kind.UNSURE, paper.attempt.position, int(not paper.attempt.current.is_unsure))


def toggle_flag(desk: Desk, paper: Paper) -> Paper:
    """The question flagged to be looked at again, or no longer."""
    return _in_time(desk, paper, Kind.FLAG, paper.attempt.position, int(not paper.attempt.current.is_flagged))


def toggle_strike(desk: Desk, paper: Paper, response: str) -> Paper:
    """The choice of that number struck out, or no longer. Raises ResponseFormatError, and StrikeRefusedError for the answer itself."""
    number = choice_number(paper.question, response)
    if number == paper.attempt.current.response:
        raise StrikeRefusedError(number)
    return _in_time(desk, paper, Kind.STRIKE, paper.attempt.position, struck_value(paper.attempt.current.struck ^ {number}))


def scratch(desk: Desk, paper: Paper) -> str:
    """What is written on the blank page of the question."""
    return exams.scratch(desk.database, paper.id, paper.attempt.position)


def keep_scratch(desk: Desk, paper: Paper, text: str) -> None:
    """Keeps what is written on the blank page of the question."""
    if text != scratch(desk, paper):
        exams.put_scratch(desk.database, paper.id, paper.attempt.position, text)


# Handing in


def submit(desk: Desk, paper: Paper, *, by_time: bool) -> Paper:
    """Hands the paper in: it ends, and its answers are in the log with the memories they leave, all in one transaction.

    A blank is wrong but says nothing about memory, so it leaves none. Raises SittingFinishedError where it was handed in before.
    """
    deed = Deed(Kind.SUBMIT, paper.attempt.position, int(by_time), _used(desk.clock, paper))
    over = replace(paper, attempt=paper.attempt.after(deed), watch=Watch(deed.used_ms))
    said = _forecast_before(desk, paper)
    exams.submit(
        desk.database,
        paper.id,
        DeedRow(**asdict(deed)),
        desk.clock.now_ms(),
        _given(desk, over),
        lambda given: after(desk.database, Review(given.question.origin.key, given.grade, given.day, given.at_ms)),
        lambda given, answer: slips.after(desk.database, given, answer),
    )
    if said is not None:
        from quizapp.usecases.forecast import keep_forecast

        keep_forecast(desk, paper.id, said)
    return over


def _forecast_before(desk: Desk, paper: Paper) -> Forecast | None:
    """What is forecast of a whole paper before its answers count; None of another form, or where too little is known."""
    if paper.form != FULL:
        return None
    from quizapp.usecases.forecast import forecast_today

    said = forecast_today(desk)
    return said if said.enough_data else None


def _given(desk: Desk, paper: Paper) -> list[Given]:
    at_ms, day = desk.clock.now_ms(), desk.clock.today()
    pace = answers.recent_elapsed(desk.database, "choice", PACE_WINDOW)
    rows = []
    for position, (question, entry) in enumerate(zip(paper.questions, paper.attempt.entries, strict=True)):
        if not entry.response:
            continue
        response, elapsed = str(entry.response), min(entry.elapsed_ms, MAX_ELAPSED_MS)
        correct = mark(question, response).correct
        rows.append(
            Given(
                at_ms=at_ms,
                day=day,
                sitting=paper.id,
                position=position,
                question=question,
                response=response,
                correct=correct,
                unsure=entry.is_unsure,
                elapsed_ms=elapsed,
                grade=grade(question, response, correct=correct, unsure=entry.is_unsure, is_fast=is_fast(elapsed, pace)),
            )
        )
    return rows


def _in_time(desk: Desk, paper: Paper, kind: Kind, position: int, value: int) -> Paper:
    if is_over(desk, paper):
        raise TimeIsOverError
    return _done(desk, paper, kind, position, value)


def _done(desk: Desk, paper: Paper, kind: Kind, position: int, value: int) -> Paper:
    """The paper after a deed that is in the data file."""
    deed = Deed(kind, position, value, _used(desk.clock, paper))
    exams.add(desk.database, paper.id, DeedRow(**asdict(deed)), desk.clock.now_ms())
    return replace(paper, attempt=paper.attempt.after(deed))


def _used(clock: Clock, paper: Paper) -> int:
    used = paper.watch.at(clock.monotonic_ms())
    return used if paper.allowed_ms is None else min(used, paper.allowed_ms)


def _questions(desk: Desk, sitting: str) -> tuple[Question, ...]:
    slots = (slot_from(values) for values in sittings.slots_of(desk.database, sitting))
    return tuple(slot for slot in slots if isinstance(slot, Question))
