"""What the short name of a time zone stands for: CET is one hour east of Greenwich; CST is in
America or in China, so it stands for nothing.

The names are those of the system's time zones, at the very day: summer time has names of its own.
"""

from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

_UNIVERSAL = ("UTC", "GMT", "Z")
_MONTHS = range(1, 13)


def offset(name: str, when: datetime) -> timedelta | None:
    """How far east a zone of this name is at this time, which has no zone; None where several are,
    or none is."""
    if name in _UNIVERSAL:
        return timedelta()
    times = [when.replace(tzinfo=zone, fold=fold) for zone in _called(name, when.year)
             for fold in (0, 1)]  # fmt: skip
    offsets = {time.utcoffset() for time in times if time.tzname() == name}
    return offsets.pop() if len(offsets) == 1 else None


@lru_cache(maxsize=64)
def _called(name: str, year: int) -> tuple[ZoneInfo, ...]:
    """The zones that have this name in some month of a year."""
    days = [datetime(year, month, 1) for month in _MONTHS]
    return tuple(
        zone for zone in _all() if any(day.replace(tzinfo=zone).tzname() == name for day in days)
    )


@lru_cache(maxsize=1)
def _all() -> tuple[ZoneInfo, ...]:
    return tuple(ZoneInfo(key) for key in sorted(available_timezones()))
