"""Forked workers: started, watched, replaced when they end by themselves, stopped and reloaded together."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import sys
import time
from collections.abc import Callable
from typing import Final

#: What asks for a stop, and for a reload; the latter is blocked while nobody listens for it, so that none is lost.
STOPS: Final = frozenset((signal.SIGTERM, signal.SIGINT))
RELOAD: Final = frozenset((signal.SIGHUP,))
#: What a supervisor waits for.
_HEARD: Final = STOPS | RELOAD | {signal.SIGCHLD}
_SEVERAL: Final = 64  # signals heard at once at most
_CRASH_WINDOW: Final = 10.0  # a worker that dies sooner than this counts as failing to start
_CRASHES: Final = 5  # so many in a row, and we stop instead of spinning
_SIGNAL_AT_PARENTS_DEATH: Final = 1  # PR_SET_PDEATHSIG


class Supervisor:
    """Keeps `count` forked workers running `work`, each of which is told whether a reload came and gives an exit status.

    Signals come through a pipe, one by one: none is dealt with between a fork and the note that it was made, and none is missed
    between a look at what is to be done and the wait for more.
    """

    def __init__(self, count: int, work: Callable[[bool], int]) -> None:
        self._count, self._work = count, work
        self._started: dict[int, float] = {}
        self._stopping = False
        self._crashes = 0
        self._reloaded = False  # whether SIGHUP came

    def run(self) -> int:
        """Fork, watch and replace workers until a stop signal; 0 after a clean stop, 1 when they keep dying."""
        heard, told = os.pipe()
        os.set_blocking(told, False)
        signal.set_wakeup_fd(told, warn_on_full_buffer=False)
        for number in _HEARD:
            signal.signal(number, lambda *_: None)  # its number is in the pipe
        signal.pthread_sigmask(signal.SIG_UNBLOCK, RELOAD)
        while True:
            while not self._stopping and len(self._started) < self._count:
                self._spawn()
            if not self._started:
                return 1 if self._crashes >= _CRASHES else 0
            for one in os.read(heard, _SEVERAL):
                self._hear(one)

    def _hear(self, number: int) -> None:
        if number in STOPS:
            self._stopping = True
            self._forward(signal.SIGTERM)
        elif number in RELOAD:
            self._reloaded = True
            self._forward(number)
        else:
            self._reap()

    def _spawn(self) -> None:
        parent = os.getpid()
        signal.pthread_sigmask(signal.SIG_BLOCK, _HEARD)
        pid = os.fork()
        if pid == 0:
            _drain_when_alone(parent)
            signal.set_wakeup_fd(-1)
            for number in _HEARD:
                signal.signal(number, signal.SIG_DFL)
            # What asks for a reload waits until the worker listens for it.
            signal.pthread_sigmask(signal.SIG_UNBLOCK, _HEARD - RELOAD)
            status = 1
            try:
                status = self._work(self._reloaded)
            finally:
                sys.stdout.flush()
                os._exit(status)
        self._started[pid] = time.monotonic()
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _HEARD)

    def _reap(self) -> None:
        """Take note of the workers that have ended; one that ended too soon is not replaced at once."""
        while self._started:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                self._started.clear()
                return
            if not pid:
                return
            lived = time.monotonic() - self._started.pop(pid, 0.0)
            if self._stopping:
                continue
            self._crashes = self._crashes + 1 if status and lived < _CRASH_WINDOW else 0
            if self._crashes >= _CRASHES:
                self._hear(signal.SIGTERM)
            elif status:
                time.sleep(0.1 * 2**self._crashes)

    def _forward(self, number: int) -> None:
        for pid in self._started:
            os.kill(pid, number)  # one that has ended is there until it is reaped


def _drain_when_alone(parent: int) -> None:
    """Have the kernel send us SIGTERM when our supervisor dies (Linux): orphans would keep the ports from the next one."""
    with contextlib.suppress(AttributeError):
        ctypes.CDLL(None).prctl(_SIGNAL_AT_PARENTS_DEATH, signal.SIGTERM, 0, 0, 0)
    if os.getppid() != parent:  # it died before we asked
        os._exit(1)
