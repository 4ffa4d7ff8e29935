"""Study days: numbered, and changing at four in the morning, so that a night's work belongs to the day before."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo

BOUNDARY_HOURS = 4


def study_day(at_ms: int, zone: tzinfo | None) -> int:
    """The number of the study day (proleptic Gregorian ordinal, as `date.toordinal`) at *at_ms* (UTC ms) in *zone* (None: the system's)."""
    local = datetime.fromtimestamp(at_ms / 1000, zone) if zone else datetime.fromtimestamp(at_ms / 1000).astimezone()
    return (local - timedelta(hours=BOUNDARY_HOURS)).date().toordinal()
