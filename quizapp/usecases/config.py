"""Settings by name, checked before they are kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from quizapp.errors import SettingError
from quizapp.store import settings
from quizapp.store.database import Database


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting: its default, what it means, and how its text is read."""

    default: str
    meaning: str
    read: Callable[[str], str]


def _date(text: str) -> str:
    return date.fromisoformat(text).isoformat() if text else ""


def _minutes(text: str) -> str:
    if not 1 <= int(text) <= 600:
        raise ValueError(text)
    return str(int(text))


SETTINGS = {
    "exam-date": Setting("", "시험일 (2027-04-03 꼴, 비우면 없음)", _date),
    "minutes": Setting("20", "하루에 공부할 시간 (분, 1–600)", _minutes),
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


def exam_day(database: Database) -> int | None:
    """The study day of the exam; None where no date is set."""
    text = get(database, "exam-date")
    return date.fromisoformat(text).toordinal() if text else None


def _known(name: str) -> Setting:
    if name not in SETTINGS:
        raise SettingError(name, f"있는 설정: {', '.join(SETTINGS)}")
    return SETTINGS[name]
