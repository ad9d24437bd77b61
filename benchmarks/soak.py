"""Hours of mixed mail in ten minutes: does the memory of the workers grow?

    python -m benchmarks.soak [--minutes 10] [--workers 2]

Eight senders keep the gateway busy with mail of 2 KB to 5 MB: clean, redacted (identity data), blocked (another mailbox's rule),
with attachments, in chunks, and some that hang up in the middle. Every few seconds each worker's resident memory is read
(/proc). After a warm-up of a quarter of the time, the median of the next quarter is compared with that of the last one.
Fails when a worker grew by more than five hundredths, or when an answer was not the expected one.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import psutil

from benchmarks.mail_kinds import text, with_pdf
from benchmarks.results import keep
from benchmarks.smtp_path import sink
from tests.integration.conftest import ROOT, gateway
from tests.integration.postfix import free_port

SENDERS, EVERY, MOST = 8, 3.0, 0.05
#: How often each comes, whether its recipient's rule blocks, and the code that must be answered.
TRAFFIC = (
    (40, text(2_048), "info", b"250"),
    (10, text(20_480, encoded=True), "info", b"250"),
    (10, text(2_048, holding=True), "info", b"250"),
    (5, text(2_048, holding=True), "closed", b"550"),
    (5, with_pdf(204_800), "info", b"250"),
    (2, text(204_800), "info", b"250"),
    (1, with_pdf(5_242_880), "info", b"250"),
)


async def sender(port: int, until: float, draw: random.Random, answers: Counter[str]) -> None:
    """Messages over connections that are kept for some, one after the other."""
    while time.monotonic() < until:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        await reader.readline()
        writer.write(b"EHLO soak.test\r\n")
        while (await reader.readline())[3:4] == b"-":
            pass
        try:
            for _ in range(draw.randrange(1, 20)):
                await _message(reader, writer, draw, answers)
        except ConnectionResetError:
            pass
        writer.close()


async def _message(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, draw: random.Random, answers: Counter[str]
) -> None:
    _, content, mailbox, wanted = draw.choices(TRAFFIC, [share for share, *_ in TRAFFIC])[0]
    wire = content.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    chunked = draw.random() < 0.2
    writer.write(b"MAIL FROM:<a@citizen.test>\r\nRCPT TO:<%s@org.test>\r\n" % mailbox.encode())
    if chunked:
        writer.write(b"BDAT %d LAST\r\n" % len(wire))
    else:
        writer.write(b"DATA\r\n")
        wire = wire.replace(b"\r\n.", b"\r\n..") + b".\r\n"
    for _ in range(2 if chunked else 3):
        await reader.readline()
    if draw.random() < 0.02:
        writer.write(wire[: len(wire) // 2])
        answers["hung up"] += 1
        raise ConnectionResetError
    writer.write(wire)
    await writer.drain()
    answer = await reader.readline()
    answers[
        "as expected" if answer.startswith(wanted) else f"{answer[:3].decode()} for {wanted.decode()}"
    ] += 1
    while answer[3:4] == b"-":
        answer = await reader.readline()


async def _watch(pids: list[int], until: float) -> list[list[int]]:
    """The resident memory of each process, every few seconds."""
    samples: list[list[int]] = []
    while time.monotonic() < until:
        await asyncio.sleep(EVERY)
        samples.append([psutil.Process(pid).memory_info().rss for pid in pids])
    return samples


async def _soak(port: int, pids: list[int], seconds: float) -> tuple[list[list[int]], Counter[str]]:
    answers: Counter[str] = Counter()
    until = time.monotonic() + seconds
    senders = (sender(port, until, random.Random(number), answers) for number in range(SENDERS))
    samples, *_ = await asyncio.gather(_watch(pids, until), *senders)
    return samples, answers


def _policy(folder: Path) -> Path:
    """The default policy, and a mailbox that takes no identity data at all."""
    default = (ROOT / "config/policy.toml").read_text(encoding="utf-8")
    head, mark, rules = default.partition("[[rule]]")
    first = mark + rules.partition(mark)[0]
    for was, is_now in (
        ("email-identity", "closed"),
        ('= "redact"', '= "block"'),
        ('["*"]', '["closed@org.test"]'),
    ):
        first = first.replace(was, is_now, 1)
    file = folder / "policy.toml"
    file.write_text(f"{head}{first}{mark}{rules}", encoding="utf-8")
    return file


def main(say: Callable[[str], None] = print) -> int:
    """Print each worker's memory; 1 when it grew."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--workers", type=int, default=psutil.cpu_count() or 1)
    options = parser.parse_args()
    port = free_port()
    with tempfile.TemporaryDirectory() as name, sink() as next_hop:
        folder = Path(name)
        settings = {
            "ECLUSE_WORKERS": str(options.workers),
            "ECLUSE_POLICY__FILE": str(_policy(folder)),
            "ECLUSE_LIMITS__OCR": "false",
        }
        with gateway(folder, port, next_hop, **settings):
            pids = _workers(port, options.workers)
            samples, answers = asyncio.run(_soak(port, pids, options.minutes * 60))
    quarter = len(samples) // 4
    grown = False
    for number, memory in enumerate(zip(*samples, strict=True), 1):
        before = statistics.median(memory[quarter : 2 * quarter]) / 1e6
        after = statistics.median(memory[-quarter:]) / 1e6
        grown = grown or after > before * (1 + MOST)
        say(f"worker {number}: {before:.1f} MB, then {after:.1f} MB ({(after / before - 1) * 100:+.1f} %)")
        keep({"worker": str(number), "MB": before, "MB at the end": after, "grown": after / before - 1})
    say("answers: " + ", ".join(f"{count} {what}" for what, count in sorted(answers.items())))
    return int(grown or not answers.keys() <= {"as expected", "hung up"})


def _workers(port: int, count: int) -> list[int]:
    """The processes that take mail on `port`, once there are so many: those that listen there and are nobody's parent."""
    while True:
        here = [item for item in psutil.Process().children(recursive=True) if _listens(item, port)]
        parents = {process.ppid() for process in here}
        workers = [process.pid for process in here if process.pid not in parents]
        if len(workers) == count:
            return workers
        time.sleep(0.2)


def _listens(process: psutil.Process, port: int) -> bool:
    connections = process.net_connections("tcp")
    return any(item.status == psutil.CONN_LISTEN and item.laddr.port == port for item in connections)


if __name__ == "__main__":
    sys.exit(main())
