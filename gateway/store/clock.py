"""Times as the store keeps them: whole microseconds since 1970, UTC."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Final

SECOND: Final = 1_000_000
DAY: Final = 86_400 * SECOND
_EPOCH: Final = date(1970, 1, 1).toordinal()


def now() -> int:
    """The time in microseconds."""
    return time.time_ns() // 1000


def day_of(at: int) -> int:
    """The UTC day of a time, as 20261124."""
    return _day(at // DAY)


@lru_cache(maxsize=16)
def _day(number: int) -> int:
    day = date.fromordinal(_EPOCH + number)
    return day.year * 10000 + day.month * 100 + day.day


def moment_of(at: int) -> datetime:
    """The time as an aware datetime."""
    return datetime.fromtimestamp(at / SECOND, UTC)


def date_of(day: int) -> date:
    """The date that 20261124 stands for."""
    return date(day // 10000, day // 100 % 100, day % 100)


def start_of(day: date) -> int:
    """The first microsecond of a UTC day."""
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()) * SECOND
