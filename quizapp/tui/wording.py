"""Sentences about a question that depend on its form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.items import Form, Question

if TYPE_CHECKING:
    from quizapp.study.grading import Mark
    from quizapp.study.sitting import Sitting


VERBS = {"quiz": "퀴즈", "drill": "오늘 학습"}
CARD_GRADES = ("다시", "어려움", "알맞음", "쉬움")
USUAL_GRADE = 3


def field_hint(question: Question) -> str:
    """What the empty field says."""
    if question.form is Form.TERM:
        return "용어를 입력하세요"
    if question.form is Form.ORDER:
        return f"순서대로 번호를 입력하세요 (예: {''.join(str(number) for number in range(len(question.choices), 0, -1))})"
    unit = f", 단위 {question.unit}" if question.unit else ""
    return f"수를 입력하세요 (예: {'1.2345'[: 2 + question.decimals] if question.decimals else '12'}{unit})"


def choice_name(question: Question, number: int) -> str:
    """How a choice is spoken of."""
    return "OX"[number - 1] if question.is_true_or_false else f"{number}번"


def verdict_line(question: Question, picked: int, given: str, verdict: Mark, *, unsure: bool) -> str:
    """The line that says how it went."""
    if question.form is Form.CARD:
        return f"{'✓' if verdict.correct else '✗'} {CARD_GRADES[int(given) - 1]}"
    right = choice_name(question, question.right_number) if picked else f"{question.shown}{question.unit}"
    guess = " (찍음)" if unsure else ""
    if verdict.correct:
        return f"✓ 맞았습니다{guess}" + ("" if picked else f"  정답 {right}")
    if picked:
        return f"✗ {choice_name(question, picked)}{'를' if question.is_true_or_false else '을'} 골랐습니다{guess}  정답 {right}"
    return f"✗ {given}{f': {verdict.feedback}' if verdict.feedback else ''}{guess}  정답 {right}"


def time_left(sitting: Sitting) -> str:
    """How many questions were answered and how much of the sitting's time is left."""
    minutes = -(-max(0, sitting.limit_ms - sitting.spent_ms) // 60_000)
    return f"{len(sitting.responses)}문항 · 남은 {minutes}분"
