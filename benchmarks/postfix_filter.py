"""A real Postfix with Écluse before its queue, beside the same Postfix with other filters: `python -m benchmarks.postfix_filter`.

Twenty sessions of smtp-source, a connection for each message, one in seven with identity data; the filters take turns, three
rounds, medians. CPU is that of the filter's processes, and of Postfix's, for one message; latency is that of one client at a
time, from connecting to the answer to QUIT. "none" is Postfix alone; see `benchmarks/mail_filters.py` for the others. A filter
that is not installed is left out, and said. Needs root, Postfix and HAProxy.
"""

from __future__ import annotations

import argparse
import os
import shutil
import smtplib
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import psutil

from benchmarks import mail_filters
from benchmarks.mail_kinds import NAMES, Kind, text
from benchmarks.mail_kinds import kinds as mails
from benchmarks.results import keep
from benchmarks.smtp_path import SESSIONS, send
from tests.integration.conftest import gateway
from tests.integration.postfix import SNIPPETS, Postfix, free_port, wait_for_port

ROUNDS, LATENCIES = 3, 150
KINDS = ("none", "null", "ecluse, proxy", "ecluse, milter", "rspamd, milter", "amavis, proxy")
SIZES = ("text, 2 KB", "text, 200 KB")


class Figures(NamedTuple):
    """Messages a second; CPU of the filter and of Postfix, ms a message; latency in ms."""

    rate: float
    ours: float
    postfix: float
    p50: float
    p99: float


@contextmanager
def site(kind: str, folder: Path, example: bytes) -> Iterator[tuple[int, int | None, int]]:
    """(client's port, filter's process, Postfix's master); mail is thrown away at the end of it."""
    client, there, back = free_port(), free_port(), free_port()
    main = "virtual_transport = discard:\ndefault_process_limit = 200\n"
    if kind in ("none", "ecluse, milter", "rspamd, milter"):
        master = f"127.0.0.1:{client} inet n - n - 20 smtpd\n"
    else:
        master = _replaced(
            "before-queue.master.cf", "smtp      inet", f"127.0.0.1:{client} inet", there, back
        )
    if kind.endswith("milter"):
        main += _replaced("milter.main.cf", "127.0.0.1:2527", f"127.0.0.1:{there}", there, back)
    master += "discard   unix  -       -       n       -       -       discard\n"
    with ExitStack() as stack:
        ours = None if kind == "none" else stack.enter_context(_filter(kind, folder, there, back, example))
        running = stack.enter_context(Postfix(master, main))
        wait_for_port(client)
        yield client, ours, int((running.base / "queue/pid/master.pid").read_text())


def _replaced(snippet: str, old: str, new: str, there: int, back: int) -> str:
    text = (SNIPPETS / snippet).read_text(encoding="utf-8").replace(old, new)
    return text.replace(":2525", f":{there}").replace(":2526", f":{back}")


def _filter(
    kind: str, folder: Path, there: int, back: int, example: bytes
) -> AbstractContextManager[int | None]:
    if kind.startswith("ecluse"):
        return _ecluse(folder, there, back, milter=kind.endswith("milter"))
    if kind.startswith("rspamd"):
        return mail_filters.rspamd(there, example)
    return (mail_filters.null if kind == "null" else mail_filters.amavis)(there, back)


@contextmanager
def _ecluse(folder: Path, there: int, back: int, *, milter: bool) -> Iterator[int]:
    smtp = free_port() if milter else there
    door = {"ECLUSE_MILTER__LISTEN": f"127.0.0.1:{there}"} if milter else {}
    before = set(psutil.Process().children())
    with gateway(folder, smtp, back, ECLUSE_WORKERS=str(os.cpu_count()), **door):
        yield next(process.pid for process in set(psutil.Process().children()) - before)


def cpu(pid: int | None) -> float:
    """Seconds of CPU of a process, its living children, and those that are gone."""
    if pid is None:
        return 0.0
    total = 0.0
    for process in (psutil.Process(pid), *psutil.Process(pid).children(recursive=True)):
        times = process.cpu_times()
        total += times.user + times.system + times.children_user + times.children_system
    return total


def latencies(port: int, content: bytes, count: int) -> list[float]:
    """Milliseconds of `count` sessions, one after the other; raises when a message is refused."""
    taken = []
    for _ in range(count):
        begin = time.perf_counter()
        with smtplib.SMTP("127.0.0.1", port, "citizen.test", timeout=60) as client:
            client.sendmail("marie@citizen.test", ["info@org.test"], content)
        taken.append((time.perf_counter() - begin) * 1000)
    return sorted(taken)


def measure(kind: str, mail: Kind, seconds: float) -> Figures:
    """What one round of `kind` gives."""
    size = NAMES[mail.name]
    with (
        tempfile.TemporaryDirectory() as folder,
        site(kind, Path(folder), text(size, holding=True)) as (port, ours, master),
    ):
        send(port, mail, SESSIONS)
        count = max(SESSIONS, round(4 * SESSIONS * seconds / send(port, mail, 4 * SESSIONS)))
        before = cpu(ours), cpu(master)
        taken = send(port, mail, count)
        time.sleep(1)  # until the queue is empty
        ours_ms, postfix_ms = (
            (end - start) * 1000 / count for start, end in zip(before, (cpu(ours), cpu(master)), strict=True)
        )
        one_by_one = latencies(port, text(size).replace(b"\n", b"\r\n"), LATENCIES)
    p99 = one_by_one[int(len(one_by_one) * 0.99)]
    return Figures(count / taken, ours_ms, postfix_ms, statistics.median(one_by_one), p99)


def patiently(kind: str, mail: Kind, seconds: float) -> Figures:
    """`measure`, begun again twice when a server does not come up: a connection that begins meanwhile may have its port."""
    for _ in range(2):
        with suppress(AssertionError, OSError):
            return measure(kind, mail, seconds)
    return measure(kind, mail, seconds)


def present(say: Callable[[str], None]) -> list[str]:
    """The arrangements that can be measured here; says which cannot."""
    kinds = []
    for kind in KINDS:
        if program := mail_filters.missing(kind.partition(",")[0]):
            say(f"{kind}: left out, {program} is not installed")
        else:
            kinds.append(kind)
    return kinds


def compare(kinds: Sequence[str], mail: Kind, seconds: float) -> dict[str, Figures]:
    """The medians of the rounds, in which the arrangements take turns."""
    rounds: dict[str, list[Figures]] = {kind: [] for kind in kinds}
    for _ in range(ROUNDS):
        for kind in kinds:
            rounds[kind].append(patiently(kind, mail, seconds))
    return {
        kind: Figures(*map(statistics.median, zip(*values, strict=True))) for kind, values in rounds.items()
    }


def main(say: Callable[[str], None] = print) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=6.0, help="of each measurement")
    parser.add_argument("--sizes", nargs="*", default=list(SIZES), choices=SIZES)
    parser.add_argument("--kinds", nargs="*", default=list(KINDS), choices=KINDS)
    arguments = parser.parse_args()
    if shutil.which("smtp-source") is None or os.geteuid():
        say("needs Postfix (apt install postfix) and root")
        return 1
    kinds = [kind for kind in present(say) if kind in arguments.kinds]
    say(
        f"{'message':14}{'filter':16}{'messages/s':>11}{'of null':>9}{'filter':>9}{'Postfix':>9}{'p50':>8}{'p99 ms':>8}"
    )
    with tempfile.TemporaryDirectory() as folder:
        for mail in mails(Path(folder), arguments.sizes):
            _show(mail.name, compare(kinds, mail, arguments.seconds), say)
    return 0


def _show(size: str, middle: dict[str, Figures], say: Callable[[str], None]) -> None:
    for kind, one in middle.items():
        of_null = one.rate / middle["null"].rate if "null" in middle else None
        costs = f"{one.ours:9.2f}{one.postfix:9.2f}{one.p50:8.1f}{one.p99:8.1f}"
        say(f"{size:14}{kind:16}{one.rate:11.1f}{of_null or 0:9.2f}{costs}")
        cpu_ms = {"filter CPU ms": one.ours, "Postfix CPU ms": one.postfix}
        rates = {"messages/s": one.rate, "of the null filter": of_null}
        keep({"message": size, "filter": kind, **rates, **cpu_ms, "p50 ms": one.p50, "p99 ms": one.p99})


if __name__ == "__main__":
    sys.exit(main())
