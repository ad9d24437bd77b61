"""A progress bar on a terminal; elsewhere a line now and then."""

from __future__ import annotations

import sys
import time
from typing import Final, TextIO

_WIDTH: Final = 28
_EVERY: Final = 30.0  # seconds between lines where there is no terminal


class Progress:
    """How far an audit is. Writes to standard error."""

    def __init__(self, total: int, done: int = 0, *, quiet: bool = False, out: TextIO | None = None) -> None:
        self._total, self._done, self._first = total, done, done
        self._out = out or sys.stderr
        self._quiet, self._terminal = quiet, self._out.isatty()
        self._began = self._said = time.monotonic()
        self._records = self._found = 0

    def add(self, records: int, found: int) -> None:
        """One more chunk is done."""
        self._done, self._records, self._found = self._done + 1, self._records + records, self._found + found
        now = time.monotonic()
        if self._quiet or (
            now - self._said < (0.1 if self._terminal else _EVERY) and self._done < self._total
        ):
            return
        self._said = now
        self._out.write(f"\r{self.line(now)}\x1b[K" if self._terminal else f"{self.line(now)}\n")
        self._out.flush()

    def line(self, now: float) -> str:
        """What is written: a bar, records a second, how many hold something, and the time that is left."""
        part = self._done / max(self._total, 1)
        full = round(part * _WIDTH)
        elapsed = max(now - self._began, 1e-6)
        left = elapsed / max(self._done - self._first, 1) * (self._total - self._done)
        return (
            f"[{'#' * full}{'.' * (_WIDTH - full)}] {part:4.0%}  {self._records} records, "
            f"{self._records / elapsed:.0f}/s, {self._found} with findings, {_clock(left)} left"
        )

    def close(self) -> None:
        """End the line."""
        if self._terminal and not self._quiet:
            self._out.write("\n")


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
