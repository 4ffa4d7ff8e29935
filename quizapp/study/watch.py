"""How long a paper has been open: counted on a clock that only grows, never by subtracting ticks."""

from __future__ import annotations

from dataclasses import dataclass

WARNING_MINUTES = (5, 15, 30)
WARNING_MS = 60_000
"""How long a warning stands."""


@dataclass(frozen=True, slots=True)
class Watch:
    """A stopwatch on monotonic milliseconds; while it stands, time passes outside of it."""

    used_ms: int = 0
    """What had been counted when it was last started or stopped."""
    since_ms: int | None = None
    """The monotonic time at which it was started; None while it stands."""

    def at(self, monotonic_ms: int) -> int:
        """The milliseconds counted by then."""
        return self.used_ms + (0 if self.since_ms is None else max(0, monotonic_ms - self.since_ms))

    def started(self, monotonic_ms: int) -> Watch:
        """Running from then on."""
        return Watch(self.at(monotonic_ms), monotonic_ms)

    def stopped(self, monotonic_ms: int) -> Watch:
        """Standing from then on."""
        return Watch(self.at(monotonic_ms))


def warning(remaining_ms: int, allowed_ms: int) -> int:
    """The minutes to warn of now (5, 15 or 30); 0 for none. A paper that allows no more than that is not warned of it."""
    for minutes in WARNING_MINUTES:
        limit = minutes * 60_000
        if limit - WARNING_MS < remaining_ms <= limit < allowed_ms:
            return minutes
    return 0


def clock_text(milliseconds: int) -> str:
    """Hours, minutes and seconds as they stand on the clock: 1:58:12, 58:12; a begun second counts as whole."""
    seconds = max(0, -(-milliseconds // 1000))
    hours, rest = divmod(seconds, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60:02}:{rest % 60:02}"
