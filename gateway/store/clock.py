"""Times as the store keeps them: whole microseconds since 1970, UTC."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

SECOND: Final = 1_000_000
DAY: Final = 86_400 * SECOND
_QUARTER: Final = 900 * SECOND


def now() -> int:
    """The time in microseconds."""
    return time.time_ns() // 1000


def day_of(at: int, zone: str = "UTC") -> int:
    """The day of a time where the clocks of `zone` stand (an IANA name), as 20261124."""
    return _day(at // _QUARTER, zone)


@lru_cache(maxsize=64)
def _day(quarter: int, zone: str) -> int:
    """The day of a quarter of an hour: no zone's day begins within one."""
    day = datetime.fromtimestamp(quarter * _QUARTER / SECOND, ZoneInfo(zone))
    return day.year * 10000 + day.month * 100 + day.day


def moment_of(at: int) -> datetime:
    """The time as an aware datetime."""
    return datetime.fromtimestamp(at / SECOND, UTC)


def date_of(day: int) -> date:
    """The date that 20261124 stands for."""
    return date(day // 10000, day // 100 % 100, day % 100)
