"""Start, supervise, drain, reload: what `ecluse serve` does around the workers.

The listening sockets are opened once, so that a port in use is said at once and no connection is lost when a
worker is replaced. With more than one worker, each is a forked process on the same sockets; names and patterns
are loaded before the fork and shared. SIGTERM/SIGINT drain, SIGHUP reloads policy and certificates.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import os
import signal
import socket
import stat
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from gateway.settings import Settings, SettingsError, split_host_port

_BACKLOG: Final = 1024
_CRASH_WINDOW: Final = 10.0  # a worker that dies sooner than this counts as failing to start
_SIGNAL_AT_PARENTS_DEATH: Final = 1  # PR_SET_PDEATHSIG
#: What asks for a stop, and for a reload; the latter is blocked while nobody listens for it, so that none is lost.
STOPS: Final = frozenset((signal.SIGTERM, signal.SIGINT))
RELOAD: Final = frozenset((signal.SIGHUP,))
#: What a supervisor waits for.
_HEARD: Final = STOPS | RELOAD | {signal.SIGCHLD}
_SEVERAL: Final = 64  # signals heard at once at most
_CRASHES: Final = 5  # so many in a row, and we stop instead of spinning


@dataclass(frozen=True, slots=True)
class Listeners:
    """The open listening sockets; those of doors that are closed are None."""

    smtp: socket.socket
    http: socket.socket
    milter: socket.socket | None = None
    proxy: socket.socket | None = None
    smtp_tls: socket.socket | None = None


def bind(settings: Settings) -> Listeners:
    """Open every listening socket. Raises SettingsError that names the setting and says what to do."""
    return Listeners(
        _listen(settings.smtp.listen, "smtp.listen"),
        _listen(settings.http.listen, "http.listen"),
        _listen_milter(settings.milter.listen),
        _listen_if(settings.proxy.listen, "proxy.listen"),
        _listen_if(settings.smtp.listen_tls, "smtp.listen_tls"),
    )


def _listen_milter(address: str) -> socket.socket | None:
    if not address:
        return None
    path = address.removeprefix("unix:")
    return _listen_at(path) if path != address else _listen(address, "milter.listen")


def _listen_at(path: str) -> socket.socket:
    """A socket at a path, for its owner and group; one that a dead process left there is replaced."""
    sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        with contextlib.suppress(FileNotFoundError, ConnectionRefusedError):
            sock.connect(path)
            raise OSError(0, "something listens there already")
        with contextlib.suppress(FileNotFoundError):
            if stat.S_ISSOCK(os.stat(path).st_mode):
                os.unlink(path)
        mask = os.umask(0o117)  # for us and our group, from the first moment on
        try:
            sock.bind(path)
        finally:
            os.umask(mask)
        sock.listen(_BACKLOG)
    except OSError as error:
        sock.close()
        raise SettingsError(
            f"milter.listen = unix:{path}: cannot listen there: {error.strerror or error}. "
            "Is another instance running? Does the folder exist, and may we write to it?"
        ) from None
    return sock


def _listen_if(address: str, setting: str) -> socket.socket | None:
    return _listen(address, setting) if address else None


def _listen(address: str, setting: str) -> socket.socket:
    host, port = split_host_port(address)
    try:
        return socket.create_server(
            (host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET, backlog=_BACKLOG
        )
    except OSError as error:
        raise SettingsError(
            f"{setting} = {address}: cannot listen there: {error.strerror}. "
            "Is another instance running? Choose another port, or stop what uses it."
        ) from None


def serve(settings: Settings) -> int:
    """Run until told to stop; gives the exit status. Raises SettingsError before anything listens for long."""
    workers = settings.workers or os.cpu_count() or 1
    if workers == 1:
        return _serve(settings, workers)
    with tempfile.TemporaryDirectory(prefix="ecluse-metrics-", ignore_cleanup_errors=True) as folder:
        # Must stand in the environment before prometheus_client is first imported.
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = folder
        return _serve(settings, workers)


def _serve(settings: Settings, workers: int) -> int:
    from gateway import worker

    signal.pthread_sigmask(
        signal.SIG_BLOCK, RELOAD
    )  # one that comes during the start waits until it is heard
    listeners = bind(settings)
    prepared = worker.prepare(settings)
    gc.freeze()  # what is loaded by now stays: no collection walks through it again, and forked workers go on sharing it
    if workers == 1:
        return worker.run(settings, listeners, prepared)

    def work() -> int:
        # A worker that is replaced after a reload must not bring the old policy back.
        rooms = worker.renewed(settings, prepared) if supervisor.reloaded else prepared
        return worker.run(settings, listeners, rooms)

    supervisor = Supervisor(workers, work)
    return supervisor.run()


class Supervisor:
    """Keeps `count` forked workers running `work`, each of which gives an exit status.

    Signals come through a pipe, one by one: none is dealt with between a fork and the note that it was made, and none is missed
    between a look at what is to be done and the wait for more.
    """

    def __init__(self, count: int, work: Callable[[], int]) -> None:
        self._count, self._work = count, work
        self._started: dict[int, float] = {}
        self._stopping = False
        self._crashes = 0
        self.reloaded = False  # whether SIGHUP came

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
            self.reloaded = True
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
                status = self._work()
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
