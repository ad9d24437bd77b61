"""Where notice rows stand until the database has them: JSON lines, metadata only, on two pages that take turns.

A row is written before its message is answered, into the page cache: it outlives the process (kill -9), and after `keep` a power
cut. A page is locked by the process that writes it. Pages that a dead process left are adopted by whoever comes next, so a row
is lost never; ids make writing one twice harmless.
"""

from __future__ import annotations

import fcntl
import json
import os
import secrets
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from gateway.store.rows import Row, dumps


class Page:
    """One file of rows, locked while it is ours."""

    def __init__(self, directory: Path) -> None:
        """Make the file. It gets the name by which others look for it once it is locked. Raises OSError."""
        directory.mkdir(parents=True, exist_ok=True)
        self.file = directory / f"notices-{os.getpid()}-{secrets.token_hex(4)}.jsonl"
        draft = self.file.with_suffix(".new")
        self._descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o600)
        fcntl.flock(self._descriptor, fcntl.LOCK_EX)
        draft.rename(self.file)
        self.empty = True

    def add(self, row: Row) -> None:
        """Write a row. Raises OSError; a line that was cut off spoils no other, since each begins and ends with a line end."""
        self.empty = False
        line = b"\n" + dumps(row).encode() + b"\n"
        if os.write(self._descriptor, line) != len(line):
            raise OSError("the disk is full")

    def sync(self) -> None:
        """The rows are on the disk when this returns."""
        os.fsync(self._descriptor)

    def clear(self) -> None:
        """Its rows are in the database."""
        os.ftruncate(self._descriptor, 0)
        self.empty = True

    def close(self) -> None:
        """Let go of it: an empty one is removed, one with rows is for the next process to adopt."""
        if self.empty:
            self.file.unlink(missing_ok=True)
        os.close(self._descriptor)


class Journal:
    """This process's pages, and those that others left behind."""

    def __init__(self, directory: Path) -> None:
        """Pages go to `directory`, which is made with the first row."""
        self._directory = directory
        self._page: Page | None = None
        self._spare: list[Page] = []
        self._turned: list[Page] = []

    def add(self, row: Row) -> None:
        """Write a row on the page that lies open. Raises OSError when the disk cannot take it."""
        if self._page is None:
            self._page = self._spare.pop() if self._spare else Page(self._directory)
        self._page.add(row)

    def turn(self) -> None:
        """The rows so far stay on their page; those to come go to another."""
        if self._page is not None and not self._page.empty:
            self._turned.append(self._page)
            self._page = None

    def written(self) -> None:
        """Every row on a page that was turned is in the database."""
        while self._turned:
            page = self._turned.pop()
            page.clear()
            self._spare.append(page)

    def keep(self) -> None:
        """The rows so far survive a power cut when this returns. Raises OSError."""
        for page in (*self._turned, *([self._page] if self._page else [])):
            page.sync()

    def waiting(self) -> Iterator[list[Row]]:
        """The rows of each page that was turned and of each that nobody holds; those of the latter go when the caller asks on."""
        for page in self._turned:
            yield _rows(page.file)
        for file in sorted(self._directory.glob("notices-*.jsonl")):
            with suppress(BlockingIOError, FileNotFoundError), file.open("rb") as orphan:
                fcntl.flock(orphan, fcntl.LOCK_EX | fcntl.LOCK_NB)
                yield _rows(file)
                file.unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of all pages."""
        for page in (*self._turned, *self._spare, *([self._page] if self._page else [])):
            page.close()
        self._page, self._turned, self._spare = None, [], []


def _rows(file: Path) -> list[Row]:
    """The whole lines of `file`: one that was cut off by a crash was never promised."""
    rows = []
    for line in file.read_bytes().split(b"\n"):
        with suppress(ValueError):
            rows.append(json.loads(line))
    return rows
