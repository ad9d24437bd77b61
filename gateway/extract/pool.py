"""The outside of the locked worker processes: a small pool that survives a crash, a hang and a memory hog.

A worker that overruns its time or its memory is killed and replaced; only the document that it was reading is affected.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import queue
import select
import signal
import struct
import subprocess
import sys
import threading
import time
from dataclasses import asdict
from typing import Any, Final

from gateway.extract.limits import DocumentLimits
from gateway.model import Reason

_MOST_OUTPUT: Final = 256 * 1024 * 1024
_DYING: Final = 1.0  # seconds that a process which closed its pipe has to be gone
_PIPE: Final = 1024 * 1024  # octets on their way: a document mostly goes in one piece, not in ten


class Overrun(Exception):
    """A worker was too slow, too big, or died. `reason` says which."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


def _wait(pipe: int, event: int, end: float) -> None:
    """Until something can be done with `pipe`, or it was closed. Raises Overrun when that is not before `end`.

    Not `select`, which knows no descriptor beyond 1023: a gateway with many sessions has those.
    """
    ready = select.poll()
    ready.register(pipe, event)
    if not ready.poll(max(0.0, end - time.monotonic()) * 1000):
        raise Overrun(Reason.TOO_SLOW)


class _Process:
    """One worker process."""

    def __init__(self, limits: DocumentLimits) -> None:
        environment = {
            "PATH": os.environ.get("PATH", ""),
            "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
            "OMP_THREAD_LIMIT": "1",
        }
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter, our own module
            [sys.executable, "-m", "gateway.extract.worker", json.dumps(asdict(limits))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            close_fds=True,
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._in, self._out = self._process.stdin.fileno(), self._process.stdout.fileno()
        os.set_blocking(self._in, False)
        for pipe in (self._in, self._out):
            with contextlib.suppress(OSError, AttributeError):  # more than a user may have, or not Linux
                fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE)

    def ask(
        self, head: dict[str, Any], body: bytes | memoryview, seconds: float
    ) -> tuple[dict[str, Any], bytes]:
        """One request and its answer. Raises Overrun; the process is then of no more use."""
        end = time.monotonic() + seconds
        encoded = json.dumps(head).encode("ascii")
        self._send(struct.pack("<I", len(encoded)) + encoded + struct.pack("<Q", len(body)), end)
        self._send(body, end)  # by itself: it is big, and not copied
        told = self._receive(struct.unpack("<I", self._receive(4, end))[0], end)
        answer = json.loads(told.decode("utf-8", "surrogatepass"))
        return answer, self._receive(struct.unpack("<Q", self._receive(8, end))[0], end)

    def _send(self, content: bytes | memoryview, end: float) -> None:
        view = memoryview(content)
        while view:
            _wait(self._in, select.POLLOUT, end)
            try:
                view = view[os.write(self._in, view) :]
            except BlockingIOError:
                continue
            except OSError:
                raise Overrun(Reason.UNREADABLE) from None

    def _receive(self, count: int, end: float) -> bytes:
        if count > _MOST_OUTPUT:
            raise Overrun(Reason.TOO_BIG)
        out = bytearray()
        while len(out) < count:
            _wait(self._out, select.POLLIN, end)
            chunk = os.read(self._out, min(count - len(out), 1 << 20))
            if not chunk:
                raise Overrun(self._why_it_ended())
            out += chunk
        return bytes(out)

    def _why_it_ended(self) -> Reason:
        """What a process that closed its end says: parsers in C and C++ abort when they get no more memory."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            if self._process.wait(_DYING) == -signal.SIGABRT:
                return Reason.TOO_BIG
        return Reason.UNREADABLE

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            assert stream is not None
            with contextlib.suppress(OSError):
                stream.close()


class Pool:
    """Hands requests to worker processes; threads wait for a free one. Processes start when first needed."""

    def __init__(self, limits: DocumentLimits) -> None:
        self._limits = limits
        self._free: queue.LifoQueue[_Process | None] = queue.LifoQueue()
        for _ in range(max(1, limits.workers)):
            self._free.put(None)
        self._lock = threading.Lock()
        self._all: set[_Process] = set()

    def ask(self, head: dict[str, Any], body: bytes | memoryview) -> tuple[dict[str, Any], bytes]:
        """One request and its answer. Raises Overrun."""
        try:
            process = self._free.get(timeout=self._limits.seconds * 2)
        except queue.Empty:
            raise Overrun(Reason.TOO_SLOW) from None
        try:
            process = process or self._start()
            answer = process.ask(head, body, self._limits.seconds)
        except BaseException as error:
            if process is not None:
                self._discard(process)
            self._free.put(None)
            if isinstance(error, (Overrun, KeyboardInterrupt)):
                raise
            raise Overrun(Reason.UNREADABLE) from None
        self._free.put(process)
        return answer

    def _start(self) -> _Process:
        process = _Process(self._limits)
        with self._lock:
            self._all.add(process)
        return process

    def _discard(self, process: _Process) -> None:
        with self._lock:
            self._all.discard(process)
        process.kill()

    def close(self) -> None:
        """End every worker."""
        with self._lock:
            processes, self._all = self._all, set()
        for process in processes:
            process.kill()
