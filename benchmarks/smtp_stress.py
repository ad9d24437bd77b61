"""What the mail path adds and what it stands: latency, a huge attachment beside small mail, memory, empty lines, open sessions.

    python -m benchmarks.smtp_stress [--workers 2] [--messages 400]

Latency: one session at a time, a new connection for each mail of 2 KB, straight to the sink, through Écluse, and through
Écluse while another client sends attachments of 25 MB without end: through Écluse, and, for what the machine makes of two
clients that share it, past it to a sink of their own. Memory: by how much the gateway's processes together grow
at most (/proc, resident) while one mail of 40 MB passes. Empty lines: CPU for a mail of 2 MB of nothing but line ends, beside
stock aiosmtpd relaying it. Sessions: a thousand of them open at once, and one more mail.
"""

from __future__ import annotations

import argparse
import multiprocessing
import smtplib
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psutil

from benchmarks.mail_kinds import text, with_pdf
from benchmarks.results import keep
from benchmarks.smtp_path import arrangement, sink
from tests.integration.conftest import gateway
from tests.integration.postfix import free_port

SMALL, HUGE = (content.replace(b"\n", b"\r\n") for content in (text(2_048), with_pdf(25 * 2**20)))
BIG, FIRST = (with_pdf(size).replace(b"\n", b"\r\n") for size in (40_000_000, 100_000))
EMPTY = SMALL + b"\r\n" * 2**20
OPEN = 1000


def deliver(port: int, content: bytes) -> float:
    """Seconds that one mail takes, from the connection to the last answer."""
    begin = time.perf_counter()
    with smtplib.SMTP("127.0.0.1", port, "citizen.test", timeout=300) as client:
        client.sendmail("a@citizen.test", ["info@org.test"], content)
    return time.perf_counter() - begin


def latency(port: int, count: int) -> tuple[float, float]:
    """(median, 99th of a hundred) in milliseconds."""
    for _ in range(20):
        deliver(port, SMALL)
    taken = sorted(deliver(port, SMALL) * 1000 for _ in range(count))
    return statistics.median(taken), taken[len(taken) * 99 // 100]


@contextmanager
def huge_mail(port: int) -> Iterator[None]:
    """Attachments of 25 MB, one after the other, for the time of the block; raises when not even one got through.

    From a process of their own: smtplib goes through each line by line, and would stop the clock of the small mails.
    """
    stop, sent = multiprocessing.Event(), multiprocessing.Value("i", 0)

    def send() -> None:
        while not stop.is_set():
            deliver(port, HUGE)
            sent.value += 1

    process = multiprocessing.get_context("fork").Process(target=send)
    process.start()
    yield
    stop.set()
    process.join()
    if not sent.value:
        raise RuntimeError("no huge mail was taken")


def family() -> list[psutil.Process]:
    """The gateway's or relay's processes: our children but the sink."""
    mine = psutil.Process().children(recursive=True)
    return [process for process in mine if process.name() != "smtp-sink"]


def resident() -> int:
    """Octets of all of them together."""
    return sum(process.memory_info().rss for process in family() if process.is_running())


def cpu() -> float:
    """Seconds of CPU of all of them together."""
    times = [process.cpu_times() for process in family()]
    return sum(one.user + one.system for one in times)


def growth(port: int, content: bytes) -> float:
    """By how many megabytes memory grows at most while a mail passes."""
    deliver(port, FIRST)  # what is started when first needed, is started
    time.sleep(1)
    before, most = resident(), [0]
    done = threading.Event()

    def watch() -> None:
        while not done.is_set():
            most[0] = max(most[0], resident())
            time.sleep(0.01)

    thread = threading.Thread(target=watch)
    thread.start()
    deliver(port, content)
    done.set()
    thread.join()
    return (most[0] - before) / 1e6


def empty_lines(port: int, times: int) -> float:
    """Seconds of CPU for 2 MB of line ends, which are sent so many `times`: a clock of hundredths needs some."""
    deliver(port, SMALL)
    time.sleep(1)
    before = cpu()
    for _ in range(times):
        deliver(port, EMPTY)
    time.sleep(1)
    return (cpu() - before) / times


def open_sessions(port: int) -> float:
    """How long one mail takes while a thousand other sessions are open, in milliseconds."""
    with ExitStack() as stack:
        for _ in range(OPEN):
            client = stack.enter_context(smtplib.SMTP("127.0.0.1", port, "citizen.test", timeout=60))
            client.ehlo()
        return statistics.median(deliver(port, SMALL) * 1000 for _ in range(20))


def main(say: Callable[[str], None] = print) -> int:
    """Print the rows."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--workers", type=int, default=psutil.cpu_count() or 1)
    parser.add_argument("--messages", type=int, default=400, help="of each latency")
    options = parser.parse_args()

    def row(what: str, value: float, unit: str, beside: float | None = None) -> None:
        say(f"{what:46}{value:12.2f} {unit:8}" + (f"{beside:10.2f}" if beside is not None else ""))
        keep({"what": what, "value": value, "unit": unit, "ratio": beside})

    with tempfile.TemporaryDirectory() as name, sink() as hop, sink() as other:
        folder = Path(name)
        with arrangement("aiosmtpd", hop, folder, 1) as port:
            slow = empty_lines(port, 3)
        ports = {"ECLUSE_WORKERS": str(options.workers), "ECLUSE_SMTP__MAX_CONNECTIONS": str(OPEN + 50)}
        with gateway(folder, port := free_port(), hop, **ports):
            straight = latency(hop, options.messages)
            quiet = latency(port, options.messages)
            row("latency of 2 KB, straight to the sink, p50", straight[0], "ms")
            row("added by Écluse, p50", quiet[0] - straight[0], "ms")
            row("through Écluse, p99", quiet[1], "ms")
            with huge_mail(port):
                beside = latency(port, options.messages)
            row("beside attachments of 25 MB, p99", beside[1], "ms", beside[1] / quiet[1])
            with huge_mail(other):
                past = latency(port, options.messages)
            row("beside them where they go past Écluse, p99", past[1], "ms", past[1] / quiet[1])
            fast = empty_lines(port, 30)
            row("2 MB of empty lines, aiosmtpd, CPU", slow * 1000, "ms")
            row("2 MB of empty lines, Écluse, CPU", fast * 1000, "ms", slow / max(fast, 1e-3))
            row(f"with {OPEN} sessions open, p50", open_sessions(port), "ms")
        with gateway(folder, port := free_port(), hop, ECLUSE_WORKERS="1"):
            grown = growth(port, BIG)
            row("memory for a mail of 40 MB", grown, "MB", grown / (len(BIG) / 1e6))
    return 0


if __name__ == "__main__":
    sys.exit(main())
