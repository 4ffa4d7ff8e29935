"""What is said about papers and their results, the same on every face."""

from __future__ import annotations

from datetime import datetime

from quizapp.study.attempt import Attempt, Paper
from quizapp.study.paper import FULL, HALF, SUBJECT, PaperForm
from quizapp.study.scoring import Outcome, Score, Share, seconds_a_question, share
from quizapp.study.watch import clock_text, warning
from quizapp.usecases.desk import Desk
from quizapp.usecases.exam_result import ExamResult, ExamSummary
from quizapp.usecases.forecast import said_before
from quizapp.usecases.forecast_words import chance_words

LISTED = 10
"""Question numbers that a sentence names before it says how many more there are."""


def form_title(name: str) -> str:
    """A form's name for the learner."""
    return {FULL: "전체", HALF: "반"}.get(name, f"{name.removeprefix(SUBJECT)}과목")


def form_detail(form: PaperForm) -> str:
    """A form's questions and minutes."""
    return f"{form.questions}문항 {form.minutes}분"


def clock_words(paper: Paper, monotonic_ms: int) -> str:
    """The clock: what is left, or how long it has been where the time is not limited."""
    remaining = paper.remaining_ms(monotonic_ms)
    return f"지난 {clock_text(paper.watch.at(monotonic_ms))}" if remaining is None else f"남은 {clock_text(remaining)}"


def warning_words(paper: Paper, monotonic_ms: int) -> str:
    """The warning that stands now; empty for none."""
    remaining = paper.remaining_ms(monotonic_ms)
    minutes = 0 if remaining is None or paper.allowed_ms is None else warning(remaining, paper.allowed_ms)
    return f"남은 시간이 {minutes}분이 채 되지 않습니다." if minutes else ""


def summary_words(summary: ExamSummary) -> str:
    """How far an unfinished paper is: '34/80  남은 58:12'."""
    clock = "시간 제한 없음" if summary.remaining_ms is None else f"남은 {clock_text(summary.remaining_ms)}"
    return f"{summary.answered}/{summary.questions}  {clock}"


def open_words(attempt: Attempt) -> list[str]:
    """What is open before a paper is handed in: the blanks and the flagged questions by number, the guesses by count."""
    lines = []
    if blanks := attempt.open_positions:
        lines.append(f"빈 문항 {len(blanks)}개: {_numbers(blanks)}")
    if flagged := attempt.flagged_positions:
        lines.append(f"표시한 문항 {len(flagged)}개: {_numbers(flagged)}")
    if unsure := [at for at, entry in enumerate(attempt.entries) if entry.is_unsure and entry.response]:
        lines.append(f"찍은 문항 {len(unsure)}개: {_numbers(unsure)}")
    return lines


def day_words(at_ms: int) -> str:
    """A day and hour where the learner is."""
    return f"{datetime.fromtimestamp(at_ms / 1000).astimezone():%Y-%m-%d %H:%M}"


def score_words(score: Score) -> str:
    """A score in a line: '72.50점 합격'."""
    return f"{score.points:.2f}점 {'합격' if score.passed else '불합격'}"


def verdict_words(desk: Desk, result: ExamResult) -> str:
    """Passed, or why not: which subjects alone fail it, or that the average is missed."""
    score, exam = result.score, desk.bank.exam
    if score.passed:
        return "합격"
    subjects = ", ".join(f"{part.code}과목" for part in score.failed)
    reasons = [f"과락 {subjects} ({exam.pass_subject:g}점 미만)"] if score.failed else []
    if not score.reaches_average:
        reasons.append(f"평균 {exam.pass_average:g}점 미달")
    return f"불합격: {', '.join(reasons)}"


def forecast_words(desk: Desk, result: ExamResult) -> list[str]:
    """What was forecast before this paper, beside what came."""
    said = said_before(desk, result.paper.id)
    return [f"앞서의 예측: {chance_words(said)} → {score_words(result.score)}"] if said else []


def time_words(desk: Desk, result: ExamResult) -> list[str]:
    """The time: of a question against what the exam leaves for one, of the paper, and what was not spent on it."""
    budget, attempt = seconds_a_question(desk.bank.exam), result.paper.attempt
    seconds = [outcome.entry.elapsed_ms / 1000 for outcome in result.outcomes]
    slow = [outcome for outcome in result.outcomes if outcome.entry.elapsed_ms > 1000 * budget]
    average = sum(seconds) / len(seconds)
    lines = [f"문항당 {average:.0f}초 (예산 {budget:.0f}초), 예산을 넘긴 문항 {len(slow)}개{_right(share(slow))}"]
    used = f"쓴 시간 {clock_text(attempt.used_ms)}"
    lines.append(used if result.paper.allowed_ms is None else f"{used} / {clock_text(result.paper.allowed_ms)}")
    if attempt.by_time:
        lines.append("시간이 다 되어 저절로 제출되었습니다.")
    if attempt.pauses:
        lines.append(f"쉰 시간 {clock_text(attempt.paused_ms)} ({attempt.pauses}번)")
    if attempt.closings:
        lines.append(f"닫혀 있던 시간 {clock_text(attempt.closed_ms)} ({attempt.closings}번)")
    return lines


def worth_words(result: ExamResult) -> list[str]:
    """What guesses, flags and changes of answer were worth, and which keys were corrected since."""
    outcomes = result.outcomes
    unsure = share(one for one in outcomes if one.entry.is_unsure and one.entry.response)
    flagged = share(one for one in outcomes if one.entry.was_flagged)
    blanks = sum(not one.entry.response for one in outcomes)
    changed = [one for one in outcomes if one.first_was_right is not None]
    gained = sum(one.is_correct and not one.first_was_right for one in changed)
    lost = sum(bool(one.first_was_right) and not one.is_correct for one in changed)
    lines = [f"찍은 문항 {unsure.count}개{_right(unsure)}"]
    if lucky := [one.position for one in outcomes if one.entry.is_unsure and one.is_correct]:
        lines.append(f"찍어서 맞힌 문제: {_numbers(lucky)}")
    lines.append(f"표시한 문항 {flagged.count}개{_right(flagged)}")
    still = len(changed) - gained - lost
    lines.append(f"답을 바꾼 문항 {len(changed)}개: 틀림에서 맞음 {gained}, 맞음에서 틀림 {lost}, 그대로 틀림 {still}")
    if blanks:
        lines.append(f"답하지 않은 문항 {blanks}개")
    if regraded := [one.position for one in outcomes if one.is_regraded]:
        lines.append(f"정답이 바로잡혀 다시 채점한 문항: {_numbers(regraded)}")
    return lines


def review_line(outcome: Outcome) -> str:
    """How a question went, in a line: its number, right, wrong or blank, guess, flag, seconds, earlier answers."""
    entry = outcome.entry
    parts = [f"{outcome.position + 1}번", f"{entry.elapsed_ms / 1000:.0f}초"]
    if entry.is_unsure:
        parts.append("찍음")
    if entry.was_flagged:
        parts.append("표시")
    if entry.earlier:
        parts.append(f"답을 바꿈: {' → '.join(str(number) for number in (*entry.earlier, entry.response or '비움'))}")
    if outcome.is_regraded:
        parts.append("정답이 바로잡혀 다시 채점함")
    return " · ".join(parts)


def _numbers(positions: list[int]) -> str:
    shown = ", ".join(str(at + 1) for at in positions[:LISTED])
    return shown + (f" 외 {len(positions) - LISTED}개" if len(positions) > LISTED else "")


def _right(found: Share) -> str:
    return f" (맞음 {found.correct})" if found.count else ""
