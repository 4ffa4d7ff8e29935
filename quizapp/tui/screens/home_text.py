"""The lines of the first screen: as many of them, in the same places, whatever is known."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content

from quizapp.syllabus import Syllabus
from quizapp.tui.text import bar_line, padded, plain, shortened
from quizapp.usecases.config_words import date_words
from quizapp.usecases.forecast_words import percent
from quizapp.usecases.summary import Summary

NAME_CELLS, BEHIND_CELLS = 22, 32
CERTAIN, LITTLE = 0.01, 0.005
"""A change of the probability that is none."""


def plan_words(summary: Summary | None, today: int) -> str:
    """Today's plan: '복습  18  새로  12  약 25분'; of another day, or before the first time, places without numbers."""
    if summary is None or summary.day != today:
        return "복습   …  새로   …  약  …분"
    if not summary.reviews + summary.new:
        return "오늘 할 것을 다 했습니다"
    return f"복습 {summary.reviews:>3}  새로 {summary.new:>3}  약 {summary.minutes:>2}분"


def forecast_lines(summary: Summary | None, syllabus: Syllabus, week: str, width: int) -> list[str | Content]:
    """The forecast, a gauge for every subject, and what changed."""
    lines: list[str | Content] = [_spread(_chance(summary), week, width)]
    gauges = {one.code: one for one in summary.subjects} if summary is not None else {}
    risk = summary.risk if summary is not None else ""
    for subject in syllabus.subjects:
        gauge = gauges.get(subject.code)
        name = f"{subject.code} {subject.name}"
        if gauge is None or summary is None or summary.pass_probability is None:
            lines.append("  " + bar_line(name, NAME_CELLS, 0, padded("", BEHIND_CELLS), width - 2))
            continue
        behind = f" {gauge.expected:>4.1f}/{gauge.questions:<2}  과락 {_short_percent(gauge.fail_probability)}"
        mark = "  ← 가장 위험" if subject.code == risk else ""
        line = "  " + bar_line(name, NAME_CELLS, gauge.expected / gauge.questions, padded(behind + mark, BEHIND_CELLS), width - 2)
        lines.append(plain(line).stylize("bold") if mark else line)
    return [*lines, "", plain(shortened(_changes(summary), width)).stylize("$muted")]


def _chance(summary: Summary | None) -> str:
    if summary is None:
        return "합격 예측   …"
    if summary.pass_probability is None or summary.interval is None:
        return "합격 예측   40문항(과목마다 5)부터"
    low, high = (max(1, min(99, round(100 * end))) for end in summary.interval)
    return f"합격 예측  {percent(summary.pass_probability)}  ({low}–{high})  예상 {summary.score:.1f}점"


def _short_percent(share: float) -> str:
    """A probability in four cells, never a certainty."""
    return " <1%" if share < CERTAIN else ">99%" if share > 1 - CERTAIN else f"{share:4.0%}"


def _changes(summary: Summary | None) -> str:
    """What changed since the last day before."""
    if summary is None or summary.before is None:
        return ""
    before, parts = summary.before, []
    if summary.pass_probability is not None and before.pass_probability is not None:
        moved = summary.pass_probability - before.pass_probability
        parts.append(f"합격 {_signed(100 * moved, 0)}%p" if abs(moved) >= LITTLE else "합격 그대로")
    if summary.score is not None and before.score is not None:
        parts.append(f"예상 {_signed(summary.score - before.score, 1)}점")
    parts.append(f"새로 만난 것 {summary.met - before.met}개")
    since = "어제" if before.day == summary.day - 1 else date_words(before.day)
    return f"{since}보다  {' · '.join(parts)}"


def _signed(value: float, decimals: int) -> str:
    return f"{value:+.{decimals}f}".replace("-", "−")


def _spread(left: str, right: str, width: int) -> str:
    """Both on a line; where there is no room for both, the left one."""
    gap = width - cell_len(left) - cell_len(right)
    return shortened(left, width) if gap < 2 else left + " " * gap + right
