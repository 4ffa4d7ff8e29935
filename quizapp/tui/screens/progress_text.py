"""The figures of the progress screen as text: every column in its place, numbers to the right."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from quizapp.tui.text import bar, padded, plain
from quizapp.usecases.config_words import WEEKDAYS, hours_words
from quizapp.usecases.exam_words import day_words, form_title

COLUMNS = {"숙달": 4, "정답률": 6, "만남": 8, "볼 것": 5}
BAR_CELLS = 20
LEVELS = ((1, "."), (10, ":"), (25, "+"), (50, "#"))
"""Answers a day from which on a sign stands for it; each sign has a colour of its own in the style sheet as well."""
SOON_DAYS = 4
NAME_CELLS, LABEL_CELLS = 24, 18


def percent(share: float | None) -> str:
    """A share in four cells."""
    return "   -" if share is None else f"{share:4.0%}"


def topic_line(label: str, row: dict[str, Any] | None, width: int, *, with_bar: bool) -> str:
    """A topic with its figures, which end at the same cell whatever the label; without figures while there are none."""
    if row is None:
        return _in_columns(label, "", [""] * len(COLUMNS), width, with_bar=with_bar)
    numbers = [percent(row["mastery"]), percent(row["accuracy"]), f"{row['met']}/{row['items']}", str(row["due"] or "-")]
    return _in_columns(label, bar(row["mastery"] or 0, BAR_CELLS), numbers, width, with_bar=with_bar)


def topics_header(width: int, *, with_bar: bool) -> str:
    """The names of the columns."""
    return _in_columns("단원", "", list(COLUMNS), width, with_bar=with_bar)


def _in_columns(label: str, drawn: str, numbers: list[str], width: int, *, with_bar: bool) -> str:
    texts = [padded(text, cells, right=True) for text, cells in zip(numbers, COLUMNS.values(), strict=True)]
    ending = "".join(f"  {text}" for text in [*([padded(drawn, BAR_CELLS)] if with_bar else []), *texts])
    room = width - cell_len(ending)
    return padded(label if cell_len(label) <= room else set_cell_size(label, room - 1) + "…", room) + ending


def calendar_text(figures: dict[str, Any]) -> Content:
    """Twelve weeks, a column each; a sign for how many answers a day had."""
    days = figures["days"]
    weeks = [days[at : at + 7] for at in range(0, len(days), 7)]
    months = ["" if at and week[0]["date"][5:7] == weeks[at - 1][0]["date"][5:7] else week[0]["date"][5:7] for at, week in enumerate(weeks)]
    lines = [plain("      " + "".join(padded(f"{int(month)}월" if month else "", 4) for month in months)).stylize("$muted")]
    for at, name in enumerate(WEEKDAYS):
        line = plain(f"  {name}  ")
        for week in weeks:
            line += _day_cell(week[at]["answers"]) if at < len(week) else plain("")
        lines.append(line)
    answers, minutes = sum(day["answers"] for day in days), sum(day["minutes"] for day in days)
    sums = [
        ("이어서 공부한 날", f"{figures['streak']:>6}일", ""),
        ("이번 주", f"{sum(day['answers'] for day in weeks[-1]):>6}문항", hours(sum(day["minutes"] for day in weeks[-1]))),
        ("12주", f"{answers:>6}문항", hours(minutes)),
        ("가장 많이 푼 날", f"{max(day['answers'] for day in days):>6}문항", ""),
    ]
    lines += [plain(""), plain("      ") + Content("   ").join(_legend()), plain("")]
    lines += [plain(f"  {padded(name, LABEL_CELLS)}{padded(count, 12)}{time}") for name, count, time in sums]
    return Content("\n").join(lines)


def _day_cell(answers: int) -> Content:
    level = sum(answers >= least for least, _ in LEVELS)
    if not level:
        return plain(" -  ").stylize("$muted")
    return plain(f" {LEVELS[level - 1][1] * 2} ").stylize(("$muted", "$foreground", "$accent", "bold $accent")[level - 1])


def _legend() -> list[Content]:
    ends = [least - 1 for least, _ in LEVELS[1:]]
    words = [f"{least}–{end}" for (least, _), end in zip(LEVELS, ends, strict=False)] + [f"{LEVELS[-1][0]}+"]
    return [plain("- 0").stylize("$muted"), *(_day_cell(least) + plain(word) for (least, _), word in zip(LEVELS, words, strict=True))]


def recall_text(report: dict[str, Any]) -> Content:
    """True retention by interval."""
    if report["retention"] is None:
        return plain("  아직 다시 만난 문항이 없습니다. 며칠 뒤 다시 풀면 얼마나 기억하는지 여기에 보입니다.")
    lines = [f"  다시 만났을 때 맞힌 비율 {percent(report['retention'])}", "", "  지난 날     답   맞힘"]
    for row in report["retention_by_interval"]:
        name = f"{row['from_days']}–{row['to_days']}일" if row["to_days"] else f"{row['from_days']}일 이상"
        lines.append(f"  {padded(name, 9)} {row['answers']:>5}   {percent(row['retention'])}  {bar(row['retention'] or 0, BAR_CELLS)}")
    lines += ["", "  예측(가로)과 실제(세로): 비스듬한 줄에 가까울수록 정직함"]
    return plain("\n".join(lines))


def ahead_text(figures: dict[str, Any] | None) -> Content:
    """The score that the plan leads to, and the next days."""
    if figures is None:
        return plain("  시험일을 적으면 그날까지의 계획과 예상 점수가 보입니다. 첫 화면에서 s를 눌러 설정을 여세요.")
    days = figures["days"]
    lines = [
        f"  시험일 {figures['exam_date']} (D-{len(days)})   계획대로 {figures['score']:.1f}점 · 지금 그만두면 {figures['score_now']:.1f}점",
        f"  하루 {figures['extra_minutes']}분을 더하면 {figures['score_with_extra']:.1f}점",
        "",
        "  날짜            분  복습  새로",
    ]
    for day in days[:SOON_DAYS]:
        name = WEEKDAYS[date.fromisoformat(day["date"]).weekday()]
        lines.append(f"  {day['date'][5:]} {name} {day['minutes']:>9.0f} {day['reviews']:>5} {day['new']:>5}")
    lines += ["", "  시험일까지의 예상 점수 (가로줄은 합격선)"]
    return plain("\n".join(lines))


def papers_text(papers: list[dict[str, Any]], most: int = 8) -> Content:
    """The latest papers, the newest first."""
    if not papers:
        return plain("  아직 본 모의고사가 없습니다. 첫 화면에서 m을 누르면 볼 수 있습니다.")
    content = plain("")
    for paper in reversed(papers[-most:]):
        sign = "✓ 합격" if paper["passed"] else "✗ 불합격"
        line = plain(f"  {day_words(paper['at_ms'])}  {padded(form_title(paper['form']), 8)} {paper['points']:>6.2f}점  ")
        content += line + plain(f"{sign}\n").stylize("$success" if paper["passed"] else "$error")
    return content + plain("\n  점수가 걸어온 길 (가로줄은 합격선)")


def time_text(subjects: list[dict[str, Any]]) -> Content:
    """Time by subject."""
    lines = ["  " + padded("과목", NAME_CELLS) + padded("", BAR_CELLS) + "      시간   문항마다"]
    for one in subjects:
        pace = "-" if one["seconds_an_answer"] is None else f"{one['seconds_an_answer']:.0f}초"
        name = padded(f"{one['code']} {one['name']}", NAME_CELLS)
        lines.append(f"  {name}{bar(one['share'] or 0, BAR_CELLS)}  {hours(one['minutes'])}  {padded(pace, 9, right=True)}")
    lines.append(f"  {padded('모두', NAME_CELLS)}{padded('', BAR_CELLS)}  {hours(sum(one['minutes'] for one in subjects))}")
    return plain("\n".join(lines))


def hours(minutes: float) -> str:
    """A time in eleven cells."""
    return padded(hours_words(minutes), 11, right=True)


def day_of(start: str, offset: int) -> str:
    """The day *offset* days after *start*, as month and day."""
    return f"{date.fromisoformat(start) + timedelta(offset):%m-%d}"
