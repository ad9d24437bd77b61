"""A gateway as it is run, and what befalls it: killed, stopped, reloaded, its disk full, its store locked, its clock wrong."""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from types import MappingProxyType

import psutil

from benchmarks.faults.hop import FaultyHop
from benchmarks.faults.ledger import Ledger
from benchmarks.faults.stores import RunStore
from tests.integration.conftest import ROOT
from tests.integration.postfix import free_port
from tests.smtp.certificates import make_certificate

_CLOCK = Path(__file__).with_name("clock")


class Gateway:
    """`ecluse serve` in `folder`, which is started again whenever it ends, as systemd does."""

    def __init__(
        self, folder: Path, next_hop: int, store: RunStore, settings: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        self.folder, self.port, self.store = folder, free_port(), store
        certificate, key = make_certificate(folder)
        self._clock = folder / "clock"
        self.set_clock(0)
        self._environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join((str(_CLOCK), str(ROOT))),
            "TEST_CLOCK_FILE": str(self._clock),
            "ECLUSE_WORKERS": "2",
            "ECLUSE_SMTP__LISTEN": f"127.0.0.1:{self.port}",
            "ECLUSE_SMTP__NEXT_HOP": f"127.0.0.1:{next_hop}",
            "ECLUSE_SMTP__HOSTNAME": "gate.test",
            "ECLUSE_SMTP__MESSAGE_DEADLINE": "4",
            "ECLUSE_SMTP__ANSWER_DEADLINE": "8",
            "ECLUSE_SMTP__TLS_CERTIFICATE": str(certificate),
            "ECLUSE_SMTP__TLS_KEY": str(key),
            "ECLUSE_HTTP__LISTEN": f"127.0.0.1:{free_port()}",
            "ECLUSE_STORE__URL": store.url,
            "ECLUSE_POLICY__FILE": str(ROOT / "config" / "policy.toml"),
            "ECLUSE_NAMES__ENABLED": "false",
            **settings,
        }
        self._log = (folder / "log").open("ab")
        self.process = self._start()

    def _start(self) -> subprocess.Popen[bytes]:
        command = [Path(sys.executable).with_name("ecluse"), "serve"]
        return subprocess.Popen(
            command, cwd=self.folder, env=self._environment, stdout=self._log, stderr=self._log
        )

    def keep_running(self) -> None:
        """Start it again where it has ended."""
        if self.process.poll() is not None:
            self.process = self._start()

    async def up(self, seconds: float = 120.0) -> None:
        """Until it listens, started again as often as it ends."""
        end = time.monotonic() + seconds
        while True:
            self.keep_running()
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", self.port)
            except OSError:
                assert time.monotonic() < end, "the gateway does not start"
                await asyncio.sleep(0.1)
            else:
                writer.close()
                return

    def processes(self) -> list[psutil.Process]:
        """The supervisor, its workers, and theirs."""
        try:
            top = psutil.Process(self.process.pid)
            return [top, *top.children(recursive=True)]
        except psutil.NoSuchProcess:
            return []

    def workers(self) -> list[psutil.Process]:
        """Those that hold the doors."""
        return [process for process in self.processes()[1:] if process.ppid() == self.process.pid]

    def set_clock(self, seconds: int) -> None:
        """So far from the true time."""
        self._clock.write_text(str(seconds), encoding="ascii")

    def kill(self) -> None:
        """Ended at once."""
        self.process.kill()
        self.process.wait(10)
        self._log.close()

    def stop(self) -> None:
        """Drained and ended."""
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(60)
        self._log.close()


class Trouble:
    """Makes trouble until told to stop, of one kind after the other as the dice say."""

    def __init__(self, gateway: Gateway, ledger: Ledger, dice: random.Random) -> None:
        self._gateway, self._ledger, self._dice = gateway, ledger, dice
        self._kinds: list[Callable[[], Awaitable[None]]] = [
            self._kill_worker, self._kill_worker, self._end_worker, self._reload, self._hung_worker,
            self._store_away, self._full_disk, self._power_cut, self._wrong_clock,
        ]  # fmt: skip

    async def run(self, pause: float) -> None:
        """For ever, with about `pause` seconds between."""
        while True:
            await asyncio.sleep(pause * (0.5 + self._dice.random()))
            kind = self._dice.choice(self._kinds)
            self._ledger.faults[kind.__name__.strip("_").replace("_", " ")] += 1
            with contextlib.suppress(psutil.NoSuchProcess, ProcessLookupError):
                await kind()
            await self._gateway.up()

    def _signal_worker(self, number: signal.Signals) -> psutil.Process | None:
        workers = self._gateway.workers()
        if not workers:
            return None
        worker = self._dice.choice(workers)
        if number is signal.SIGKILL:
            self._ledger.kills.append(time.monotonic())
        worker.send_signal(number)
        return worker

    async def _kill_worker(self) -> None:
        self._signal_worker(signal.SIGKILL)

    async def _end_worker(self) -> None:
        self._signal_worker(signal.SIGTERM)

    async def _reload(self) -> None:
        self._gateway.process.send_signal(signal.SIGHUP)

    async def _hung_worker(self) -> None:
        if worker := self._signal_worker(signal.SIGSTOP):
            try:
                await asyncio.sleep(self._dice.random() * 2)
            finally:
                worker.send_signal(signal.SIGCONT)

    async def _store_away(self) -> None:
        await self._gateway.store.trouble(self._dice.random() * 7)

    async def _full_disk(self) -> None:
        """No file may grow, the log's neither; as when the disk is full."""
        self._let_files_grow(0)
        try:
            await asyncio.sleep(self._dice.random() * 3)
        finally:
            self._let_files_grow(psutil.RLIM_INFINITY)

    def _let_files_grow(self, size: int) -> None:
        for process in self._gateway.workers():
            with contextlib.suppress(psutil.NoSuchProcess):
                process.rlimit(psutil.RLIMIT_FSIZE, (size, psutil.RLIM_INFINITY))

    async def _power_cut(self) -> None:
        self._ledger.kills.append(time.monotonic())
        alive = self._gateway.processes()  # the first is the supervisor: it shall start nothing any more
        while alive:
            for process in alive:
                with contextlib.suppress(psutil.NoSuchProcess):
                    process.kill()
            alive = [process for parent in alive for process in _children(parent)]
        self._gateway.process.wait(10)

    async def _wrong_clock(self) -> None:
        self._gateway.set_clock(self._dice.choice((0, 3600, -3600, 86_400, -86_400 * 400, 86_400 * 9000)))


class TroubleOnBothSides(Trouble):
    """The next hop goes away now and then, too."""

    def __init__(self, gateway: Gateway, hop: FaultyHop, ledger: Ledger, dice: random.Random) -> None:
        super().__init__(gateway, ledger, dice)
        self._hop = hop
        self._kinds.append(self._no_next_hop)

    async def _no_next_hop(self) -> None:
        self._hop.down()
        await asyncio.sleep(self._dice.random() * 2)
        await self._hop.up()


def _children(process: psutil.Process) -> list[psutil.Process]:
    try:
        return list(process.children())
    except psutil.NoSuchProcess:
        return []
