"""The app as plain text: one line in, some lines out. For pipes, for screen readers, and where there is no terminal."""

from __future__ import annotations

from typing import Any, TextIO

from quizapp.items import Data, Exercise, Form, Question, Table
from quizapp.korean import normalized
from quizapp.study.grading import Mark, choice_number
from quizapp.study.sitting import Sitting
from quizapp.syllabus import Syllabus


def show_stem(question: Question, out: TextIO) -> None:
    """What is asked, and the table or text below it."""
    say(out, question.stem)
    show_data(question.data, out)


def show_feedback(question: Question, given: str, verdict: Mark, out: TextIO) -> None:
    """Right or wrong, the right answer, and why, choice by choice. *given* is empty where nothing was answered."""
    if verdict.correct:
        say(out, f"O 맞았습니다: {question.shown}{question.unit}")
    else:
        chosen = question.choices[choice_number(question, given) - 1].text if given and question.form is Form.CHOICE else given
        say(out, f"X 틀렸습니다: {chosen}" if given else "X 답하지 않았습니다")
        if verdict.feedback:
            say(out, f"  {verdict.feedback}")
        say(out, f"  정답: {question.shown}{question.unit}")
    for position, choice in enumerate(question.choices, 1):
        say(out, f"  {position}. {'(정답) ' if choice.correct else ''}{choice.text}: {choice.why}")
    for line in (question.explanation, *question.steps):
        if line:
            say(out, f"  {line}")
    if question.code:
        say(out, "  코드:\n" + "\n".join(f"    {line}" for line in question.code.splitlines()))
    if question.reference:
        say(out, f"  근거: {question.reference}")


def show_result(sitting: Sitting, out: TextIO) -> None:
    """How the sitting went."""
    total = len(sitting.responses)
    correct = sum(response.correct for response in sitting.responses)
    guessed = sum(response.correct and response.unsure for response in sitting.responses)
    share = f" ({correct / total:.0%})" if total else ""
    say(out, f"\n끝났습니다. {total}문항 가운데 {correct}개 맞음{share}" + (f", 그 가운데 찍어서 맞힌 것 {guessed}개" if guessed else ""))


def show_choices(asked: Question | Exercise, out: TextIO) -> None:
    """The choices by number."""
    for position, choice in enumerate(asked.choices, 1):
        say(out, f"  {position}. {choice.text}")


def show_exercise(exercise: Exercise, out: TextIO) -> None:
    """An exercise with its answer and worked solution."""
    say(out, f"\n{exercise.template} · 씨앗 {exercise.seed} · {exercise.difficulty}\n{exercise.stem}")
    show_data(exercise.data, out)
    show_choices(exercise, out)
    say(out, f"정답 {exercise.shown}{exercise.unit}")
    for line in exercise.steps:
        say(out, f"  {line}")
    say(out, "코드\n" + "\n".join(f"  {line}" for line in exercise.code.splitlines()))


def show_statistics(summary: dict[str, Any], out: TextIO) -> None:
    """The sums in all and by subject."""
    say(out, f"푼 문항 {summary['answers']}개, 맞음 {summary['correct']}개, {summary['minutes']}분")
    for subject in summary["subjects"]:
        share = "-" if subject["accuracy"] is None else f"{subject['accuracy']:.0%}"
        say(out, f"  {subject['code']} {subject['name']}: {subject['correct']}/{subject['answers']} ({share})")
    _show_drill_statistics(summary, out)


_PREDICTORS = {"constant": "평균", "moving_average": "이동평균", "fsrs": "FSRS", "recalibrated": "내 기록에 맞춘 FSRS"}


def _show_drill_statistics(summary: dict[str, Any], out: TextIO) -> None:
    say(out, f"오늘 다시 볼 것 {summary['due']}개, 아직 만나지 않은 것 {summary['new']}개")
    if summary["leeches"]:
        say(out, f"자주 잊는 것 {len(summary['leeches'])}개: {', '.join(summary['leeches'])}")
    if summary["recall_best"]:
        losses = ", ".join(f"{_PREDICTORS[name]} {loss:.3f}" for name, loss in summary["recall_log_loss"].items())
        say(out, f"다시 만났을 때 맞힌 비율 {summary['retention']:.0%}")
        say(out, f"예측의 로그 손실(작을수록 좋음): {losses}. 지금 쓰는 것: {_PREDICTORS[summary['recall_best']]}")
        for row in summary["calibration"]:
            say(out, f"  예측 {row['predicted']:4.0%} → 실제 {row['right']:4.0%} ({row['answers']}번)")


def show_plan(summary: dict[str, Any], out: TextIO) -> None:
    """The days until the exam, and what they lead to."""
    say(out, f"시험일 {summary['exam_date']}, 남은 {len(summary['days'])}일")
    say(out, f"하루 {summary['minutes_a_day']:g}분이면 시험일 예상 {summary['score']:.1f}점 (지금 그만두면 {summary['score_now']:.1f}점)")
    say(out, f"하루 {summary['extra_minutes']}분을 더하면 {summary['score_with_extra']:.1f}점")
    say(out, "날짜           분   새로  복습  예상 점수")
    for day in summary["days"]:
        say(out, f"{day['date']} {day['minutes']:>5.0f} {day['new']:>6} {day['reviews']:>5} {day['score']:>9.1f}")


def show_bank_stats(
    total: dict[str, int], by_code: dict[str, dict[str, int]], syllabus: Syllabus, open_points: int, unread_laws: list[str], out: TextIO
) -> None:
    """What a bank has, topic by topic, and what it lacks."""
    say(out, "모두: " + ", ".join(f"{kind} {count}" for kind, count in sorted(total.items())))
    for topic in syllabus.topics:
        counts = " ".join(f"{kind} {count}" for kind, count in sorted(by_code[topic.code].items())) or "없음"
        say(out, f"{'  ' * (topic.level - 1)}{syllabus.label(topic.code)}: {counts}")
    say(out, f"아직 묻지 않은 논점 {open_points}개 (--json으로 볼 수 있음)")
    say(out, f"글을 읽지 못한 법령 {len(unread_laws)}개" + (f": {', '.join(unread_laws)}" if unread_laws else ""))


def show_data(data: Data, out: TextIO) -> None:
    """A table row by row, or text as written."""
    if isinstance(data, Table):
        for cells in (data.columns, *data.rows):
            say(out, "  | " + " | ".join(str(cell) for cell in cells) + " |")
    elif data:
        say(out, "\n".join(f"  {line}" for line in data.splitlines()))


def read(line: str) -> str:
    """What was typed in a line, without the mark that some programs put at the beginning of a file."""
    return normalized(line).strip("\ufeff \t\r\n")


def say(out: TextIO, text: str) -> None:
    """A line, at once: who reads on may be waiting for it."""
    out.write(text + "\n")
    out.flush()
