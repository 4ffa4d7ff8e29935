"""Questions for tests, made by hand."""

from __future__ import annotations

from quizapp.items import Choice, Form, Mistake, Origin, Question


def choice_question(number: int = 1, *, right: int = 2) -> Question:
    """A question with four choices of which *right* is right."""
    choices = tuple(Choice(text=f"보기 {n}", why=f"까닭 {n}", correct=n == right) for n in range(1, 5))
    return Question(
        origin=Origin(item=f"sample-item-{number:04}", revision=1),
        form=Form.CHOICE,
        syllabus="1-1-1-1",
        stem="물음",
        shown=f"보기 {right}",
        choices=choices,
    )


def number_question(value: float = 2 / 3, decimals: int = 2, unit: str = "") -> Question:
    """A question whose answer is typed."""
    return Question(
        origin=Origin(skill="metrics.f_score", template="metrics.f_score.sample", seed=5, difficulty="paper", version=1),
        form=Form.NUMBER,
        syllabus="2-1-1-1",
        stem="값은?",
        shown=f"{value:.{decimals}f}",
        value=value,
        decimals=decimals,
        unit=unit,
        mistakes=(Mistake(value=0.75, why="정밀도를 F1로 보았습니다.", shown="0.75"),),
    )
