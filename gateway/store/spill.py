"""Where notice rows wait on disk while the database is away: JSON lines, metadata only, one file a process.

A file is locked by the process that writes it. Files that a dead process left are adopted by whoever comes next,
so a row is written once and lost never; ids make writing one twice harmless.
"""

from __future__ import annotations

import fcntl
import json
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from gateway.store.rows import Row


class Spill:
    """This process's waiting rows, and those that others left behind."""

    def __init__(self, directory: Path) -> None:
        """Files go to `directory`, which is made when the first row must wait."""
        self._directory = directory
        self._out: IO[bytes] | None = None
        self._file = Path()

    def append(self, rows: list[Row]) -> None:
        """Keep `rows`; they are on disk when this returns. Raises OSError when the disk cannot take them."""
        out = self._out or self._open()
        out.write(b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows))
        out.flush()
        os.fsync(out.fileno())

    def _open(self) -> IO[bytes]:
        self._directory.mkdir(parents=True, exist_ok=True)
        self._file = self._directory / f"notices-{os.getpid()}-{secrets.token_hex(4)}.jsonl"
        descriptor = os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o600)
        self._out = open(descriptor, "ab")  # noqa: SIM115 — lives as long as the outage
        fcntl.flock(self._out, fcntl.LOCK_EX)
        return self._out

    def waiting(self) -> Iterator[tuple[Path, list[Row]]]:
        """Each file that is ours or nobody's, with its rows; the caller stores them and calls `done`."""
        for file in sorted(self._directory.glob("notices-*.jsonl")):
            if self._out is not None and file == self._file:
                yield file, _rows(file)
                continue
            try:
                with file.open("rb") as orphan:
                    fcntl.flock(orphan, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    yield file, _rows(file)
            except (BlockingIOError, FileNotFoundError):
                continue

    def done(self, file: Path) -> None:
        """The rows of `file` are in the database."""
        file.unlink(missing_ok=True)
        if file == self._file:
            self.close()

    def close(self) -> None:
        """Let go of our file; if rows still wait in it, the next process adopts it."""
        if self._out is not None:
            self._out.close()
            self._out = None


def _rows(file: Path) -> list[Row]:
    """The whole lines of `file`: a last line that was cut off by a crash was never promised."""
    rows = []
    for line in file.read_bytes().split(b"\n"):
        try:
            rows.append(json.loads(line))
        except ValueError:
            continue
    return rows
