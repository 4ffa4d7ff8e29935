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


def term_question() -> Question:
    """A question whose answer is a term."""
    return Question(
        origin=Origin(item="sample-term-0009", revision=1),
        form=Form.TERM,
        syllabus="1-1-1-1",
        stem="무엇이라고 하는가?",
        shown="검정력",
        accepted=("검정력", "power", "1-β"),
    )


def order_question() -> Question:
    """A question whose answer is an order of three steps."""
    steps = tuple(Choice(text=text, why=f"{number}번째입니다.") for number, text in ((2, "둘째"), (1, "첫째"), (3, "셋째")))
    return Question(
        origin=Origin(item="sample-order-0009", revision=1),
        form=Form.ORDER,
        syllabus="1-1-1-1",
        stem="순서는?",
        shown="213",
        choices=steps,
        accepted=("213",),
    )


def card_question() -> Question:
    """A card."""
    return Question(origin=Origin(item="sample-card-c009", revision=1), form=Form.CARD, syllabus="1-1-1-1", stem="앞면", shown="뒷면")
