"""Settings by name, checked before they are kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from quizapp.errors import SettingError
from quizapp.store import settings
from quizapp.store.database import Database
from quizapp.usecases.desk import Desk

MOST_MINUTES = 600
WEEKDAYS = 7


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting: its default, what it means, and how its text is read."""

    default: str
    meaning: str
    read: Callable[[str], str]


def _date(text: str) -> str:
    return date.fromisoformat(text).isoformat() if text else ""


def _minutes(text: str) -> str:
    minutes = [int(part) for part in _parts(text)]
    if len(minutes) not in {1, WEEKDAYS} or not all(0 <= one <= MOST_MINUTES for one in minutes) or not any(minutes):
        raise ValueError(text)
    return " ".join(map(str, minutes))


def _dates(text: str) -> str:
    return " ".join(sorted({date.fromisoformat(part).isoformat() for part in _parts(text)}))


def _retention(text: str) -> str:
    if not 0.7 <= float(text) <= 0.97:
        raise ValueError(text)
    return str(float(text))


def _parts(text: str) -> list[str]:
    return [part for part in re.split(r"[\s,]+", text) if part]


SETTINGS = {
    "exam-date": Setting("", "시험일 (2027-04-03 꼴, 비우면 없음)", _date),
    "minutes": Setting("20", "하루에 공부할 시간, 분. 하나면 날마다, 일곱이면 월요일부터 (예: '20 20 20 20 20 60 0')", _minutes),
    "rest-days": Setting("", "쉬는 날 (예: '2027-02-16 2027-02-17')", _dates),
    "retention": Setting("0.9", "시험일이 없을 때, 기억이 이만큼으로 떨어지면 다시 묻습니다 (0.7–0.97)", _retention),
}


def get(database: Database, name: str) -> str:
    """The setting's value. Raises SettingError for a name that is none."""
    return settings.get(database, name, _known(name).default)


def put(database: Database, name: str, value: str) -> str:
    """Keeps a setting and returns it as it was understood. Raises SettingError for a name or value that is none."""
    setting = _known(name)
    try:
        understood = setting.read(value.strip())
    except ValueError:
        raise SettingError(name, f"{setting.meaning}: {value!r}") from None
    settings.put(database, name, understood)
    return understood


def remark(desk: Desk, name: str) -> str:
    """What should be said of a setting as it is now; empty for nothing."""
    day = exam_day(desk.database) if name == "exam-date" else None
    if day is None or day > desk.clock.today():
        return ""
    return "시험일이 오늘이거나 지난 날이어서 계획에 쓰지 않습니다. 앞으로 올 시험일을 적으세요."


def exam_day(database: Database) -> int | None:
    """The study day of the exam; None where no date is set."""
    text = get(database, "exam-date")
    return date.fromisoformat(text).toordinal() if text else None


def minutes_on(database: Database, days: range) -> list[int]:
    """The minutes meant for studying on each of *days*: by weekday, none on a rest day."""
    by_weekday = [int(part) for part in get(database, "minutes").split()]
    resting = {date.fromisoformat(text).toordinal() for text in get(database, "rest-days").split()}
    return [0 if day in resting else by_weekday[date.fromordinal(day).weekday() % len(by_weekday)] for day in days]


def _known(name: str) -> Setting:
    if name not in SETTINGS:
        raise SettingError(name, f"있는 설정: {', '.join(SETTINGS)}")
    return SETTINGS[name]
