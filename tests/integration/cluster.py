"""Several gateways behind HAProxy that share PostgreSQL, a next hop that counts, and senders that try until they hear 250."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import signal
import smtplib
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psutil
from sqlalchemy import func, select

from gateway.store.database import Database
from gateway.store.keys import generate_quarantine_keys
from gateway.store.schema import notices
from tests.integration.conftest import ROOT
from tests.integration.postfix import free_port, wait_for_port

NEEDED = ("haproxy",)
_NUMBER = re.compile(rb"^X-Number: (\d+)", re.M)


def missing() -> list[str]:
    """The programs that are not here."""
    return [name for name in NEEDED if shutil.which(name) is None]


class CountingHop:
    """A next hop in a thread of its own: how often each numbered message arrived, and how it was."""

    def __init__(self) -> None:
        self.arrived: Counter[int] = Counter()
        self.content: dict[int, bytes] = {}
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._started = threading.Event()
        self.port = 0

    def __enter__(self) -> CountingHop:
        self._thread.start()
        assert self._started.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._serve, "127.0.0.1", 0, limit=2**24))
        self.port = server.sockets[0].getsockname()[1]
        self._started.set()
        self._loop.run_forever()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            writer.write(b"220 hop\r\n")
            while line := await reader.readline():
                command = line[:4].upper()
                if command == b"DATA":
                    writer.write(b"354 go\r\n")
                    content = await reader.readuntil(b"\r\n.\r\n")
                    if found := _NUMBER.search(content):
                        self.content[int(found[1])] = content
                        self.arrived[int(found[1])] += 1
                writer.write(b"250-hop\r\n250 8BITMIME\r\n" if command == b"EHLO" else b"250 2.0.0 ok\r\n")
                if command == b"QUIT":
                    break
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()


class Cluster:
    """`count` gateways; `port` is HAProxy's, `gateways` their processes."""

    def __init__(self, folder: Path, url: str, hop: int, count: int) -> None:
        self.folder, self.url, self.hop, self.count = folder, url, hop, count
        self.port = free_port()
        self.gateways: list[subprocess.Popen[bytes]] = []
        self._ports = [(free_port(), free_port()) for _ in range(count)]

    @contextmanager
    def running(self):
        """From all started to all stopped."""
        generate_quarantine_keys(self.folder / "q.pub", self.folder / "q.key")
        with ExitStack() as stack:
            stack.callback(lambda: [_end(one) for one in self.gateways])
            for number in range(self.count):
                (self.folder / f"gateway{number}").mkdir()
                self.gateways.append(self._start(number))
            self._balance(self._ports, stack)
            yield self

    def _start(self, number: int) -> subprocess.Popen[bytes]:
        folder, (smtp, http) = self.folder / f"gateway{number}", self._ports[number]
        environment = {
            **os.environ,
            "ECLUSE_SMTP__LISTEN": f"127.0.0.1:{smtp}",
            "ECLUSE_SMTP__NEXT_HOP": f"127.0.0.1:{self.hop}",
            "ECLUSE_SMTP__HOSTNAME": f"gate{number}.test",
            "ECLUSE_HTTP__LISTEN": f"127.0.0.1:{http}",
            "ECLUSE_POLICY__FILE": str(ROOT / "config" / "policy.toml"),
            "ECLUSE_NAMES__ENABLED": "false",
            "ECLUSE_STORE__URL": self.url,
            "ECLUSE_STORE__KEY_FILE": str(self.folder / "store.key"),
            "ECLUSE_QUARANTINE__PUBLIC_KEY_FILE": str(self.folder / "q.pub"),
        }
        with (folder / "log").open("ab") as output:
            command = [Path(sys.executable).with_name("ecluse"), "serve"]
            process = subprocess.Popen(command, cwd=folder, env=environment, stdout=output, stderr=output)
        wait_for_port(smtp)
        return process

    def _balance(self, ports: list[tuple[int, int]], stack: ExitStack) -> None:
        servers = "".join(
            f"    server gateway{number} 127.0.0.1:{smtp} check port {http} inter 500ms fall 1 rise 1\n"
            for number, (smtp, http) in enumerate(ports)
        )
        (self.folder / "haproxy.cfg").write_text(
            "defaults\n    mode tcp\n    timeout connect 2s\n    timeout client 60s\n    timeout server 60s\n"
            f"listen mail\n    bind 127.0.0.1:{self.port}\n    balance roundrobin\n    option redispatch\n"
            f"    option httpchk GET /health/ready\n{servers}",
            encoding="utf-8",
        )
        process = subprocess.Popen(
            ["haproxy", "-db", "-f", str(self.folder / "haproxy.cfg")], stderr=subprocess.DEVNULL
        )
        stack.callback(_end, process)
        wait_for_port(self.port)
        time.sleep(1.5)  # until it has asked all of them whether they are ready

    def kill_one(self) -> None:
        """kill -9, children and all."""
        victim = psutil.Process(self.gateways[0].pid)
        for process in [*victim.children(recursive=True), victim]:
            process.send_signal(signal.SIGKILL)

    def start_it_again(self) -> None:
        """The one that was killed, in the folder that it left."""
        self.gateways[0].wait(10)
        self.gateways[0] = self._start(0)

    def recorded(self) -> int:
        """How many messages the shared register knows."""
        database = Database(self.url)
        with database.read() as connection:
            count = connection.execute(select(func.count()).select_from(notices)).scalar() or 0
        database.close()
        return int(count)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(40)
    except subprocess.TimeoutExpired:
        process.kill()


class Senders:
    """Threads that send numbered messages, each until it is told 250, as an MTA's queue does."""

    def __init__(self, port: int, count: int, threads: int) -> None:
        self._port, self._numbers = port, iter(range(count))
        self._lock = threading.Lock()
        self.accepted: Counter[int] = Counter()
        self.retried = 0
        self.threads = [threading.Thread(target=self._run, daemon=True) for _ in range(threads)]
        for thread in self.threads:
            thread.start()

    def join(self, seconds: float) -> bool:
        """Whether all was sent in time."""
        end = time.monotonic() + seconds
        for thread in self.threads:
            thread.join(max(0.0, end - time.monotonic()))
        return not any(thread.is_alive() for thread in self.threads)

    def _run(self) -> None:
        while True:
            with self._lock:
                number = next(self._numbers, None)
            if number is None:
                return
            while not self._send(number):
                with self._lock:
                    self.retried += 1
                time.sleep(0.05)

    def _send(self, number: int) -> bool:
        value = "Mon NAS est le 130 692 544." if number % 7 == 0 else "Quand ouvrez-vous?"
        content = (
            f"X-Number: {number}\r\nSubject: x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{value}\r\n"
        )
        try:
            with smtplib.SMTP("127.0.0.1", self._port, "sender.test", timeout=20) as client:
                client.sendmail("a@c.test", ["info@org.test"], content.encode())
        except (smtplib.SMTPException, OSError):
            return False
        with self._lock:
            self.accepted[number] += 1
        return True
