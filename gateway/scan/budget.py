"""Time that a scan may take, and how it says that it is spent."""

from __future__ import annotations

import time
from contextvars import ContextVar


class Budget:
    """A deadline that counts down from its creation (monotonic clock, so a clock change moves nothing).

    `seconds` may be 0: then nothing is scanned and everything is reported as not looked into.
    """

    __slots__ = ("_deadline", "cut_short")

    def __init__(self, seconds: float) -> None:
        self._deadline = time.monotonic() + seconds
        #: Whether something deep inside stopped early for want of time, so that what it gave is not all.
        self.cut_short = False

    @property
    def left(self) -> float:
        """Seconds left; 0 when it is spent."""
        return max(0.0, self._deadline - time.monotonic())

    @property
    def spent(self) -> bool:
        """Whether no time is left."""
        return time.monotonic() >= self._deadline


_current: ContextVar[Budget | None] = ContextVar("budget", default=None)


class spending:  # noqa: N801 - a context manager, as `contextlib` names its own
    """Make `budget` the one that `out_of_time` asks, in this thread or task."""

    __slots__ = ("_budget", "_token")

    def __init__(self, budget: Budget) -> None:
        self._budget = budget

    def __enter__(self) -> None:
        self._token = _current.set(self._budget)

    def __exit__(self, *raised: object) -> None:
        _current.reset(self._token)


def out_of_time() -> bool:
    """Whether the scan under way has no time left; then it is marked as cut short. For slow work deep inside a scan."""
    budget = _current.get()
    if budget is None or not budget.spent:
        return False
    budget.cut_short = True
    return True
