"""Settings as a learner reads them."""

from __future__ import annotations

from datetime import date

from quizapp.usecases.config import ON

WEEKDAYS = "월화수목금토일"
LABELS = {
    "exam-date": "시험일",
    "minutes": "하루 공부",
    "rest-days": "쉬는 날",
    "new-per-day": "하루에 새로",
    "retention": "다시 묻는 때",
    "choice-shuffle": "보기 섞기",
    "unsure-key": "찍음 키",
    "theme": "밝기",
    "reduced-motion": "움직임 줄이기",
}
"""The settings in the order shown, with their names."""


def value_words(name: str, value: str, today: int) -> str:
    """A setting's value for people."""
    if name == "exam-date":
        return _exam(value, today)
    if name == "minutes":
        parts = value.split()
        return f"날마다 {value}분" if len(parts) == 1 else "  ".join(f"{day} {part}" for day, part in zip(WEEKDAYS, parts, strict=True))
    if name == "rest-days":
        days = value.split()
        return "없음" if not days else f"{len(days)}일: {days[0]}" + (" …" if len(days) > 1 else "")
    if name == "new-per-day":
        return "제한 없음" if value == "0" else f"{value}개까지"
    if name == "retention":
        return f"기억이 {float(value):.0%}로 떨어지면"
    if name in {"choice-shuffle", "reduced-motion"}:
        return "켬" if value == ON else "끔"
    return value


def day_words(day: int) -> str:
    """A day as '2027-04-03 토'."""
    found = date.fromordinal(day)
    return f"{found.isoformat()} {WEEKDAYS[found.weekday()]}"


def date_words(day: int) -> str:
    """A day without its year: '11월 30일'."""
    found = date.fromordinal(day)
    return f"{found.month}월 {found.day}일"


def days_left(day: int, today: int) -> str:
    """How far an exam is: 'D-134', 'D-Day', or that it is over."""
    return "지남" if day < today else "D-Day" if day == today else f"D-{day - today}"


def hours_words(minutes: float) -> str:
    """A time: '12시간 05분', '7분'; what is short is not called nothing."""
    if 0 < minutes < 1:
        return "1분 미만"
    whole, rest = divmod(round(minutes), 60)
    return f"{whole}시간 {rest:02}분" if whole else f"{rest}분"


def _exam(value: str, today: int) -> str:
    if not value:
        return "정하지 않음"
    day = date.fromisoformat(value).toordinal()
    return f"{day_words(day)}  ({days_left(day, today)})"
