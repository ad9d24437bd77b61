"""CPU per message of both mail doors behind a real Postfix, in turns: before-queue proxy and milter.

Needs root and Postfix. Run: python -m benchmarks.mail_doors [messages]
Prints milliseconds of CPU for the gateway, for Postfix, and together; and the same for Postfix without any filter.
"""

from __future__ import annotations

import smtplib
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from pathlib import Path

import psutil

from benchmarks.results import keep
from tests.integration.conftest import gateway
from tests.integration.postfix import SNIPPETS, Postfix, free_port, wait_for_port

CLIENTS, A_SESSION, ROUNDS = 4, 10, 3
HEAD = (
    b"From: Marie <marie@citizen.test>\r\nTo: info@org.test\r\nSubject: Heures\r\nMessage-ID: <1@citizen.test>\r\n"
    b"Date: Tue, 24 Nov 2026 10:00:00 -0500\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
)
LINE = b"Bonjour, je voudrais connaitre vos heures d'ouverture et la liste de vos succursales.\r\n"
MESSAGES = {
    "clean, 4 KiB": HEAD + LINE * 46,
    "one value, 4 KiB": HEAD + b"Mon NAS est le 046 454 286.\r\n" + LINE * 46,
    "clean, 90 KiB": HEAD + LINE * 1050,
}


def cpu(pids: list[int]) -> float:
    """Seconds of CPU of processes, their living children, and those that are gone."""
    total = 0.0
    for pid in pids:
        process = psutil.Process(pid)
        own = process.cpu_times()
        total += own.user + own.system + own.children_user + own.children_system
        for child in process.children(recursive=True):
            with_children = child.cpu_times()
            total += with_children.user + with_children.system
    return total


def load(port: int, content: bytes, count: int) -> None:
    """Send `count` messages over a few connections."""

    def session(number: int) -> None:
        with smtplib.SMTP("127.0.0.1", port, local_hostname="citizen.test", timeout=60) as client:
            for _ in range(number):
                client.sendmail("marie@citizen.test", ["info@org.test"], content)

    with ThreadPoolExecutor(CLIENTS) as pool:
        list(pool.map(session, [A_SESSION] * (count // A_SESSION)))


@contextmanager
def site(kind: str, folder: Path):
    """(client port, gateway's process ids, Postfix's master) of one arrangement; mail is thrown away at the end of it."""
    client, there, back = free_port(), free_port(), free_port()
    main = "virtual_transport = discard:\n"
    if kind == "proxy":
        master = (SNIPPETS / "before-queue.master.cf").read_text(encoding="utf-8")
        for old, new in (
            ("smtp      inet", f"127.0.0.1:{client} inet"),
            (":2525", f":{there}"),
            (":2526", f":{back}"),
        ):
            master = master.replace(old, new)
    else:
        master = f"127.0.0.1:{client} inet n - n - 20 smtpd\n"
    if kind == "milter":
        main += (
            (SNIPPETS / "milter.main.cf")
            .read_text(encoding="utf-8")
            .replace("127.0.0.1:2527", f"127.0.0.1:{there}")
        )
    master += "discard   unix  -       -       n       -       -       discard\n"
    smtp = there if kind == "proxy" else free_port()
    door = {"ECLUSE_MILTER__LISTEN": f"127.0.0.1:{there}"} if kind == "milter" else {}
    serving = nullcontext() if kind == "none" else gateway(folder, smtp, back, **door)
    before = set(psutil.Process().children())
    with serving:
        ours = [process.pid for process in set(psutil.Process().children()) - before]
        with Postfix(master, main) as running:
            wait_for_port(client)
            yield client, ours, int((running.base / "queue/pid/master.pid").read_text())


def measure(kind: str, content: bytes, count: int) -> tuple[float, float]:
    """Milliseconds of CPU a message: (gateway, Postfix)."""
    with tempfile.TemporaryDirectory() as folder, site(kind, Path(folder)) as (port, ours, master):
        load(port, content, 40)
        started = cpu(ours), cpu([master])
        load(port, content, count)
        time.sleep(0.5)
        return (cpu(ours) - started[0]) * 1000 / count, (cpu([master]) - started[1]) * 1000 / count


def main(count: int, say: Callable[[str], None] = print) -> None:
    """Print the table: medians of a few rounds, in which the arrangements take turns."""
    say(
        f"{'message':18}{'arrangement':12}{'gateway':>10}{'Postfix':>10}{'together':>10}   ms of CPU a message"
    )
    for name, content in MESSAGES.items():
        taken: dict[str, list[tuple[float, float]]] = {"none": [], "proxy": [], "milter": []}
        for _ in range(ROUNDS):
            for kind, rounds in taken.items():
                rounds.append(measure(kind, content, count))
        for kind, rounds in taken.items():
            ours, theirs = (statistics.median(column) for column in zip(*rounds, strict=True))
            say(f"{name:18}{kind:12}{ours:10.2f}{theirs:10.2f}{ours + theirs:10.2f}")
            row = {"gateway ms": ours, "Postfix ms": theirs, "together ms": ours + theirs}
            keep({"message": name, "arrangement": kind, **row})


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 400)
