"""Time that a scan may take, and how it says that it is spent."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar


class OutOfTime(Exception):
    """The budget is spent. Carries nothing of the text."""


class Budget:
    """A deadline that counts down from its creation (monotonic clock, so a clock change moves nothing).

    `seconds` may be 0: then nothing is scanned and everything is reported as not looked into.
    """

    __slots__ = ("_deadline",)

    def __init__(self, seconds: float) -> None:
        self._deadline = time.monotonic() + seconds

    @property
    def left(self) -> float:
        """Seconds left; 0 when it is spent."""
        return max(0.0, self._deadline - time.monotonic())

    @property
    def spent(self) -> bool:
        """Whether no time is left."""
        return time.monotonic() >= self._deadline

    def check(self) -> None:
        """Raises OutOfTime when no time is left."""
        if self.spent:
            raise OutOfTime


_current: ContextVar[Budget | None] = ContextVar("budget", default=None)


@contextmanager
def spending(budget: Budget) -> Iterator[None]:
    """Make `budget` the one that `check_current` asks, in this thread or task."""
    token = _current.set(budget)
    try:
        yield
    finally:
        _current.reset(token)


def check_current() -> None:
    """Raises OutOfTime when the scan that is under way has no time left; for slow work deep inside a scan."""
    budget = _current.get()
    if budget is not None:
        budget.check()
