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

MOST_MINUTES, MOST_NEW = 600, 200
WEEKDAYS = 7
ON, OFF = "on", "off"
NIGHT, DAY = "밤", "낮"
FREE_KEYS = "056789abdgivyz"
"""Keys that mean nothing else where one marks a guess."""


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


def _number(text: str) -> str:
    if not 0 <= int(text) <= MOST_NEW:
        raise ValueError(text)
    return str(int(text))


def _switch(text: str) -> str:
    return {"켬": ON, "끔": OFF, ON: ON, OFF: OFF}[text.lower()]


def _key(text: str) -> str:
    if len(text) != 1 or text.lower() not in FREE_KEYS:
        raise ValueError(text)
    return text.lower()


def _theme(text: str) -> str:
    return {NIGHT: NIGHT, DAY: DAY}[text]


def _parts(text: str) -> list[str]:
    return [part for part in re.split(r"[\s,]+", text) if part]


SETTINGS = {
    "exam-date": Setting("", "시험일 (2027-04-03 꼴, 비우면 없음)", _date),
    "minutes": Setting("20", "하루에 공부할 시간, 분. 하나면 날마다, 일곱이면 월요일부터 (예: '20 20 20 20 20 60 0')", _minutes),
    "rest-days": Setting("", "쉬는 날 (예: '2027-02-16 2027-02-17')", _dates),
    "retention": Setting("0.9", "시험일이 없을 때, 기억이 이만큼으로 떨어지면 다시 묻습니다 (0.7–0.97)", _retention),
    "new-per-day": Setting("0", f"하루에 새로 만날 것, 0이면 제한 없음 (0–{MOST_NEW})", _number),
    "choice-shuffle": Setting(ON, "보기를 섞을지 (on/off). 모의고사는 늘 섞습니다", _switch),
    "unsure-key": Setting("0", f"찍음을 표시하는 키 ({' '.join(FREE_KEYS)} 가운데 하나)", _key),
    "theme": Setting(NIGHT, f"화면의 밝기 ({NIGHT}/{DAY})", _theme),
    "reduced-motion": Setting(OFF, "움직임을 줄일지 (on/off)", _switch),
}


CHOICES = {"choice-shuffle": (ON, OFF), "theme": (NIGHT, DAY), "reduced-motion": (ON, OFF), "unsure-key": tuple(FREE_KEYS)}
"""Settings with few values."""
STEPS = {"minutes": 5.0, "new-per-day": 5.0, "retention": 0.01}
"""By how much a number is made more or less at once."""


def stepped(name: str, value: str, step: int) -> str | None:
    """The value after *value*, or before it; None where it has to be typed. It may be one that `put` refuses."""
    if name in CHOICES:
        values = CHOICES[name]
        return values[(values.index(value) + step) % len(values)]
    if name not in STEPS:
        return None
    return " ".join(f"{float(part) + step * STEPS[name]:.4g}" for part in value.split())


def get(database: Database, name: str) -> str:
    """The setting's value. Raises SettingError for a name that is none."""
    return settings.get(database, name, _known(name).default)


def put(database: Database, name: str, value: str) -> str:
    """Keeps a setting and returns it as it was understood. Raises SettingError for a name or value that is none."""
    setting = _known(name)
    try:
        understood = setting.read(value.strip())
    except (ValueError, KeyError):
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


def most_new(database: Database) -> int | None:
    """The most new things a day; None without a limit."""
    return int(get(database, "new-per-day")) or None


def is_on(database: Database, name: str) -> bool:
    """Whether a switch is on."""
    return get(database, name) == ON


def minutes_on(database: Database, days: range) -> list[int]:
    """The minutes meant for studying on each of *days*: by weekday, none on a rest day."""
    by_weekday = [int(part) for part in get(database, "minutes").split()]
    resting = {date.fromisoformat(text).toordinal() for text in get(database, "rest-days").split()}
    return [0 if day in resting else by_weekday[date.fromordinal(day).weekday() % len(by_weekday)] for day in days]


def _known(name: str) -> Setting:
    if name not in SETTINGS:
        raise SettingError(name, f"있는 설정: {', '.join(SETTINGS)}")
    return SETTINGS[name]
