"""Forked workers: started, watched, replaced when they end by themselves, stopped and reloaded together."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import socket
import sys
import time
import traceback
from collections.abc import Callable
from typing import Final, NoReturn

from gateway.settings import SettingsError

#: What asks for a stop, and for a reload; the latter is blocked while nobody listens for it, so that none is lost.
STOPS: Final = frozenset((signal.SIGTERM, signal.SIGINT))
RELOAD: Final = frozenset((signal.SIGHUP,))
#: What a supervisor waits for.
_HEARD: Final = STOPS | RELOAD | {signal.SIGCHLD}
_SEVERAL: Final = 64  # signals heard at once at most
#: Seconds; a worker that ends by itself sooner than this after its start counts as a crash, whatever its status.
_CRASH_WINDOW: Final = 10.0
_CRASHES: Final = 5  # so many in a row, and we stop instead of spinning
#: Seconds before a worker that ended by itself is replaced, doubled by each crash in a row.
_PAUSE: Final = 0.1
_CRASHED: Final = (
    1  # the exit status of a worker that an exception ended, and of a gateway whose workers keep ending
)
_REFUSED: Final = 2  # the exit status of a worker that cannot start with these settings
_LONGEST_REFUSAL: Final = 65_536  # octets of what it says of them; far more than any
_SIGNAL_AT_PARENTS_DEATH: Final = 1  # PR_SET_PDEATHSIG


class Supervisor:
    """Keeps `count` forked workers running `work`, each of which is told whether a reload came and gives an exit status.

    Signals come through a pipe, one by one: none is dealt with between a fork and the note that it was made, and none is missed
    between a look at what is to be done and the wait for more. A worker whose `work` raises SettingsError says so through a
    socket, a datagram each. At the start that stops them all: however many meet the same wrong setting, it is said once, by us.
    Later (a certificate that is being exchanged) the others go on, and the one that replaces a worker is tried again.
    """

    def __init__(self, count: int, work: Callable[[bool], int], *, debugging: bool = False) -> None:
        """`debugging`: show the traceback of what ended a worker, though its text may quote a message; else its type only."""
        self._count, self._work, self._debugging = count, work, debugging
        self._refusals, self._refusing = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._refusal = ""
        self._started: dict[int, float] = {}
        self._begun = time.monotonic()
        self._stopping = False
        self._crashes = 0
        self._reloaded = False  # whether SIGHUP came

    def run(self) -> int:
        """Fork, watch and replace workers until a stop signal; 0 after a clean stop, 1 when they keep ending by themselves.

        Raises SettingsError, the worker's, when one of the first cannot start; the others have then ended.
        """
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
                if self._refusal:
                    raise SettingsError(self._refusal)
                return _CRASHED if self._crashes >= _CRASHES else 0
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
            self._be_worker(parent)
        self._started[pid] = time.monotonic()
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _HEARD)

    def _be_worker(self, parent: int) -> NoReturn:
        """In the forked process: work, and end there whatever happens; what ended it is said first."""
        _drain_when_alone(parent)
        signal.set_wakeup_fd(-1)
        for number in _HEARD:
            signal.signal(number, signal.SIG_DFL)
        # What asks for a reload waits until the worker listens for it.
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _HEARD - RELOAD)
        status = _CRASHED
        try:
            status = self._work(self._reloaded)
        except SettingsError as error:
            with contextlib.suppress(BlockingIOError):  # others have said it so often that there is no room
                self._refusing.send(str(error).encode(errors="backslashreplace"), socket.MSG_DONTWAIT)
            status = _REFUSED
        except BaseException as error:
            if self._debugging:
                traceback.print_exc()
            else:
                _say(
                    f"a worker ended with an unexpected {type(error).__name__}; run again as `ecluse --debug serve` for details"
                )
        finally:
            try:
                sys.stdout.flush()
            finally:
                os._exit(status)

    def _reap(self) -> None:
        """Take note of the workers that have ended."""
        while self._started:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                self._started.clear()
                return
            if not pid:
                return
            started = self._started.pop(pid, None)
            if started is None:  # no worker: an orphan, left to us where we are a container's first process
                continue
            if not self._stopping:
                self._has_ended(time.monotonic() - started, os.waitstatus_to_exitcode(status))

    def _has_ended(self, lived: float, status: int) -> None:
        """A worker ended by itself after `lived` seconds: `status` is its exit status, or minus the signal that ended it.

        One of the first that could not start stops all. Any other is replaced after a pause, which grows with each that ended
        too soon after its start, until there were too many of these in a row.
        """
        refusal = self._refused()
        self._crashes = self._crashes + 1 if lived < _CRASH_WINDOW else 0
        if refusal and time.monotonic() - self._begun < _CRASH_WINDOW:
            self._refusal = refusal
            self._hear(signal.SIGTERM)
            return
        if refusal:
            _say(f"a worker cannot be replaced; the others go on, and it is tried again: {refusal}")
            self._crashes = min(self._crashes, _CRASHES - 1)
        if self._crashes >= _CRASHES:
            _say(
                f"{_CRASHES} workers in a row ended by themselves, each within {_CRASH_WINDOW:.0f} seconds; "
                f"the last with status {status}"
            )
            self._hear(signal.SIGTERM)
        else:
            time.sleep(_PAUSE * 2**self._crashes)

    def _refused(self) -> str:
        """What a worker that could not start said of it; "" when none said anything."""
        with contextlib.suppress(BlockingIOError):
            said = self._refusals.recv(_LONGEST_REFUSAL, socket.MSG_DONTWAIT)
            return said.decode(errors="replace")
        return ""

    def _forward(self, number: int) -> None:
        for pid in self._started:
            os.kill(pid, number)  # one that has ended is there until it is reaped


def _say(line: str) -> None:
    """One line to who started the gateway, if it can be written."""
    with contextlib.suppress(OSError):
        print(f"ecluse: {line}", file=sys.stderr)


def _drain_when_alone(parent: int) -> None:
    """Have the kernel send us SIGTERM when our supervisor dies (Linux): orphans would keep the ports from the next one."""
    with contextlib.suppress(AttributeError):
        ctypes.CDLL(None).prctl(_SIGNAL_AT_PARENTS_DEATH, signal.SIGTERM, 0, 0, 0)
    if os.getppid() != parent:  # it died before we asked
        os._exit(1)
