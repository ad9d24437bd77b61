"""A gateway that is kept busy while a thousand sessions only hold on: `python -m benchmarks.soak [--seconds 600]`.

Half of the sessions said EHLO and nothing since, half send a message at one octet a second. Meanwhile eight senders send
mail of mixed sizes, some with values, some with attachments that are held. Prints the memory of the gateway's worker over
time, how many of the thousand are still there, and how long a small message took. Exit status 0: the memory of the last
tenth is within 5 % of that of the first tenth after the warm-up (a fifth of the time), all sessions held, no message failed.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

import psutil

from benchmarks.faults.ledger import Ledger
from benchmarks.faults.mail import draw
from benchmarks.faults.sender import Sender
from benchmarks.faults.trouble import Gateway
from tests.integration.postfix import wait_for_port

SENDERS = 8
MOST_CHANGE = 0.05


async def sink(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """A next hop that takes everything and keeps nothing."""
    writer.write(b"220 hop\r\n")
    try:
        while line := await reader.readline():
            if line.startswith(b"DATA"):
                writer.write(b"354 go\r\n")
                await reader.readuntil(b"\r\n.\r\n")
            writer.write(b"250-hop\r\n250 8BITMIME\r\n" if line.startswith(b"EHLO") else b"250 2.0.0 ok\r\n")
    except (OSError, asyncio.IncompleteReadError):
        pass
    finally:
        writer.close()


class Holding:
    """Sessions that hold on. `alive` is how many the gateway has not closed."""

    def __init__(self, port: int, count: int) -> None:
        self._port, self._count = port, count
        self._open: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []

    async def begin(self) -> None:
        """Connect them, and start to drip."""
        for number in range(self._count):
            reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
            self._open.append((reader, writer))
            said = [b"EHLO c.test\r\n"]
            if number % 2:
                said += [b"MAIL FROM:<a@c.test>\r\n", b"RCPT TO:<info@org.test>\r\n", b"DATA\r\n"]
            for line in (b"", *said):
                writer.write(line)
                while (await reader.readline())[3:4] == b"-":
                    pass

    async def drip(self) -> None:
        """One octet a second from every other session, for ever."""
        while True:
            for _, writer in self._open[1::2]:
                writer.write(b"x")
            for _, writer in self._open[::2]:
                if random.random() < 0.01:  # far below the idle time-out, and not all at once
                    writer.write(b"NOOP\r\n")
            await asyncio.sleep(1.0)

    @property
    def alive(self) -> int:
        """How many are still connected."""
        return sum(not reader.at_eof() and not writer.is_closing() for reader, writer in self._open)


async def run(folder: Path, seconds: float, sessions: int) -> int:
    """The whole soak; gives the exit status."""
    hop = await asyncio.start_server(sink, "127.0.0.1", 0, limit=2**26, backlog=1024)
    gateway = Gateway(folder, hop.sockets[0].getsockname()[1], workers=1)
    try:
        await asyncio.to_thread(wait_for_port, gateway.port)
        holding, ledger = Holding(gateway.port, sessions), Ledger()
        await holding.begin()
        drip = asyncio.create_task(holding.drip())
        end, memory = time.monotonic() + seconds, []
        numbers = itertools.count()

        async def send(dice: random.Random) -> None:
            sender = Sender(gateway.port, ledger, dice, accidents=False)
            while time.monotonic() < end:
                await sender.deliver(draw(next(numbers), dice, endless=False))

        tasks = [asyncio.create_task(send(random.Random(seed))) for seed in range(SENDERS)]
        while time.monotonic() < end:
            await asyncio.sleep(seconds / 100)
            memory.append(psutil.Process(gateway.process.pid).memory_info().rss / 2**20)
        await asyncio.gather(*tasks)
        alive = holding.alive
        drip.cancel()
    finally:
        await asyncio.to_thread(gateway.kill)
        hop.close()
    return report(memory, ledger, alive, sessions)


def report(memory: list[float], ledger: Ledger, alive: int, sessions: int) -> int:
    """Print, judge."""
    tenths = [statistics.median(memory[start : start + 10]) for start in range(0, 100, 10) if memory[start:]]
    first, last = tenths[2], tenths[-1]
    took = sorted(attempt.ended - attempt.begun for attempt in ledger.attempts.values())
    failed = sum(attempt.heard != "250" for attempt in ledger.attempts.values())
    change = last / first - 1
    sys.stdout.write(
        f"{len(took)} messages, {failed} failed; half took at most {took[len(took) // 2] * 1000:.0f} ms, "
        f"99 % at most {took[len(took) * 99 // 100] * 1000:.0f} ms\n"
        f"sessions that held on: {alive} of {sessions}\n"
        f"memory by tenths, MiB: {' '.join(f'{value:.0f}' for value in tenths)}; {change:+.1%} since the third\n"
    )
    return int(failed > 0 or alive < sessions or abs(change) > MOST_CHANGE)


def main() -> int:
    """Run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--sessions", type=int, default=1000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="ecluse-soak-") as folder:
        return asyncio.run(run(Path(folder), options.seconds, options.sessions))


if __name__ == "__main__":
    sys.exit(main())
