"""A mock paper as plain text: a line of input, the question it leads to. The end of the input leaves the paper to be gone on with."""

from __future__ import annotations

from collections.abc import Callable
from typing import TextIO

from quizapp.errors import QuizappError, TimeIsOverError
from quizapp.korean import key_of
from quizapp.plain import read, say, show_choices, show_feedback, show_stem
from quizapp.study.attempt import Paper
from quizapp.study.grading import Mark
from quizapp.study.scoring import Outcome, by_branch
from quizapp.usecases import exam, exam_words
from quizapp.usecases.desk import Desk
from quizapp.usecases.exam_clock import ticking
from quizapp.usecases.exam_result import ExamResult, ExamSummary, exam_result

HELP = """\
1-4: 답하고 다음 문항으로   n: 다음   p: 앞   g 34: 34번으로   e: 다음 빈 문항
0: 찍음 표시 (답하기 앞에)   f: 문항 표시   x 3: 보기 3 지우기   c: 답 비우기
s: 제출   q: 나가기 (나중에 `quizapp exam resume`으로 이어서)"""
REVIEWS: dict[str, tuple[str, Callable[[Outcome], bool]]] = {
    "a": ("모두", lambda _: True),
    "w": ("틀린 것", lambda outcome: not outcome.is_correct),
    "u": ("찍은 것", lambda outcome: outcome.entry.is_unsure),
    "f": ("표시한 것", lambda outcome: outcome.entry.was_flagged),
}


def run_exam(desk: Desk, paper: Paper, source: TextIO, out: TextIO) -> None:
    """Shows question after question and takes a line for each, until the paper is handed in, the time runs out or the input ends."""
    say(out, HELP)
    paper = exam.opened(desk, paper)
    with ticking(desk, lambda: paper):  # the paper of the moment: it is replaced by what each line leads to
        _show(desk, paper, out)
        for line in source:
            command, argument = _read(line)
            if command == "q" or exam.is_over(desk, paper):
                break
            if command == "s" and _confirms(paper, source, out):
                break
            try:
                before, paper = paper, _after(desk, paper, command, argument)
            except TimeIsOverError:
                break
            except QuizappError as error:
                say(out, str(error))
            else:
                _show_change(desk, before, paper, out)
        else:
            command = "q"
    if command == "s" or exam.is_over(desk, paper):
        exam.submit(desk, paper, by_time=exam.is_over(desk, paper))
        show_exam_result(desk, exam_result(desk, paper.id), source, out)
    else:
        exam.left(desk, paper)
        say(out, f"\n시험지를 덮습니다. 답과 시계는 저장되었습니다. 이어서 보기: `{desk.command('exam resume --plain')}`")


def show_exam_result(desk: Desk, result: ExamResult, source: TextIO, out: TextIO) -> None:
    """Score, pass rule, subjects, 세부항목, time and what marks were worth; then the questions that a line of input asks for."""
    score, label = result.score, desk.bank.syllabus.label
    title = exam_words.form_title(result.paper.form)
    say(out, f"\n모의고사({title}) 결과: {score.points:.2f}점, {exam_words.verdict_words(desk, result)}")
    for part in score.subjects:
        say(out, f"  {label(part.code)}: {part.correct}/{part.questions} ({part.points:.0f}점){' 과락' if score.is_failed(part) else ''}")
    say(out, "세부항목별")
    for part in by_branch(result.outcomes):
        say(out, f"  {label(part.code)}: {part.correct}/{part.questions}")
    worth = (*exam_words.worth_words(result), *exam_words.forecast_words(desk, result))
    for sentence in (*exam_words.time_words(desk, result), *worth):
        say(out, sentence)
    offers = ", ".join(f"{key} {name}" for key, (name, _) in REVIEWS.items())
    say(out, f"\n다시 보기: {offers}, q 끝")
    for line in source:
        command, _ = _read(line)
        if command not in REVIEWS:
            break
        for outcome in filter(REVIEWS[command][1], result.outcomes):
            _review(outcome, out)
        say(out, f"\n다시 보기: {offers}, q 끝")


def show_exams(papers: list[ExamSummary], out: TextIO) -> None:
    """Every paper in a line."""
    if not papers:
        say(out, "아직 본 모의고사가 없습니다. `quizapp exam`으로 시작합니다.")
    for summary in papers:
        state = exam_words.summary_words(summary) if summary.score is None else exam_words.score_words(summary.score)
        say(out, f"{summary.row.id}  {exam_words.day_words(summary.row.started_ms)}  {exam_words.form_title(summary.row.form)}  {state}")


def _read(line: str) -> tuple[str, str]:
    """A command with its argument, whatever the keyboard's layout: 'x 3' and 'x3' alike."""
    given = read(line)
    first = key_of(given[:1])
    return (first, given[1:].strip()) if first.isalpha() else (given, "")


def _after(desk: Desk, paper: Paper, command: str, argument: str) -> Paper:
    here = paper.attempt.position
    match command:
        case "n" | "":
            return exam.go(desk, paper, here + 1)
        case "p":
            return exam.go(desk, paper, here - 1)
        case "g":
            return exam.go_to_number(desk, paper, argument)
        case "e":
            target = paper.attempt.next_of(paper.attempt.open_positions)
            return paper if target is None else exam.go(desk, paper, target)
        case "0":
            return exam.toggle_unsure(desk, paper)
        case "f":
            return exam.toggle_flag(desk, paper)
        case "x":
            return exam.toggle_strike(desk, paper, argument)
        case "c":
            return exam.clear(desk, paper)
        case "s":
            return paper
    return exam.go(desk, exam.choose(desk, paper, command), here + 1)


def _show_change(desk: Desk, before: Paper, paper: Paper, out: TextIO) -> None:
    """Another question in full; of the same one only what is marked now."""
    if paper.attempt.position != before.attempt.position:
        _show(desk, paper, out)
        return
    if before.attempt == paper.attempt or before.attempt.current.response != paper.attempt.current.response:
        say(out, "  더 갈 문항이 없습니다. s로 제출하거나 g 번호로 옮깁니다.")
    say(out, f"  [{_marks(paper) or '표시 없음'}]")


def _show(desk: Desk, paper: Paper, out: TextIO) -> None:
    attempt, question = paper.attempt, paper.question
    subject = desk.bank.syllabus.label(question.syllabus.partition("-")[0])
    now = desk.clock.monotonic_ms()
    say(out, f"\n[{attempt.position + 1}/{len(paper.questions)}] {subject}  {exam_words.clock_words(paper, now)}")
    if sentence := exam_words.warning_words(paper, now):
        say(out, f"! {sentence}")
    show_stem(question, out)
    show_choices(question, out)
    if marks := _marks(paper):
        say(out, f"  [{marks}]")


def _marks(paper: Paper) -> str:
    entry = paper.attempt.current
    marks = [f"답 {entry.response}"] if entry.response else []
    marks += ["찍음"] if entry.is_unsure else []
    marks += ["문항 표시"] if entry.is_flagged else []
    marks += [f"지운 보기 {', '.join(map(str, sorted(entry.struck)))}"] if entry.struck else []
    return ", ".join(marks)


def _confirms(paper: Paper, source: TextIO, out: TextIO) -> bool:
    """Whether the learner hands in although something is open; where nothing is, there is nothing to ask."""
    lines = exam_words.open_words(paper.attempt)
    if not lines:
        return True
    say(out, "\n".join(["", *lines, "이대로 제출하려면 s나 y, 더 보려면 다른 것을 입력하세요."]))
    return _read(source.readline())[0] in {"s", "y"}


def _review(outcome: Outcome, out: TextIO) -> None:
    question, response = outcome.question, outcome.entry.response
    say(out, f"\n{exam_words.review_line(outcome)}")
    show_stem(question, out)
    why = "" if outcome.is_correct or not response else question.choices[response - 1].why
    show_feedback(question, str(response or ""), Mark(outcome.is_correct, why), out)
