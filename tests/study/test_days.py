"""A study day ends at four in the morning where the learner is."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from quizapp.study.days import study_day

SEOUL = ZoneInfo("Asia/Seoul")


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2027, 3, 2, 3, 59, tzinfo=SEOUL), date(2027, 3, 1)),
        (datetime(2027, 3, 2, 4, 0, tzinfo=SEOUL), date(2027, 3, 2)),
        (datetime(2027, 3, 1, 23, 59, tzinfo=SEOUL), date(2027, 3, 1)),
        (datetime(2027, 2, 28, 19, 30, tzinfo=UTC), date(2027, 3, 1)),
    ],
)
def test_a_night_belongs_to_the_day_before(moment, day):
    assert study_day(int(moment.timestamp() * 1000), SEOUL) == day.toordinal()
