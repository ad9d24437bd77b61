"""A real Postfix that asks Écluse as its milter, while all befalls the gateway: `python -m benchmarks.faults.milter`.

    --deliveries 1000   how many messages
    --seed 1            the dice
    --pause 1.0         seconds between troubles of the gateway

Needs root and Postfix. Exit status 0: what the sender heard 250 for is in the mailbox once, whole, without the value, and
what was withheld from it is in quarantine.
"""

from __future__ import annotations

import argparse
import asyncio
import mailbox
import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.faults.deliveries import Deliveries, report
from benchmarks.faults.stores import SqliteStore
from benchmarks.faults.trouble import Gateway, Trouble
from tests.integration.postfix import SNIPPETS, Postfix, free_port, wait_for_port

_MORE = """\
smtpd_client_connection_count_limit = 0
smtpd_error_sleep_time = 0
smtpd_soft_error_limit = 1000
smtpd_hard_error_limit = 1000
mailbox_size_limit = 0
virtual_mailbox_limit = 0
milter_command_timeout = 10s
milter_content_timeout = 20s
"""
#: What Postfix itself puts on top, and the fields without which it lets no mail go.
_ENVELOPE = re.compile(rb"\A(?:(?:Return-Path|Delivered-To|X-Original-To):[^\r]*\r\n)*")
_MISSING = re.compile(rb"Date: [^\r]*\r\nFrom: a@c\.test\r\n\r\n")


class MilterRun(Deliveries):
    """Deliveries to a Postfix whose first port asks the milter."""

    def __init__(self, folder: Path, deliveries: int, seed: int, pause: float) -> None:
        super().__init__(SqliteStore(folder), deliveries, seed, pause)
        self._folder = folder
        self._asking, self._plain, self._milter = free_port(), free_port(), free_port()

    def postfix(self) -> Postfix:
        """One that asks the milter on its first port, with the lines that we ship."""
        master = (SNIPPETS / "milter.master.cf").read_text(encoding="utf-8")
        master = master.replace("127.0.0.1:2526", f"127.0.0.1:{self._plain}")
        main = (SNIPPETS / "milter.main.cf").read_text(encoding="utf-8")
        main = main.replace("127.0.0.1:2527", f"127.0.0.1:{self._milter}")
        return Postfix(f"{master}127.0.0.1:{self._asking} inet n - n - - smtpd\n", main + _MORE)

    async def go(self) -> None:
        """From the first message to the last."""
        wait_for_port(self._plain)
        milter = {
            "ECLUSE_MILTER__LISTEN": f"127.0.0.1:{self._milter}",
            "ECLUSE_MILTER__MESSAGE_DEADLINE": "4",
        }
        gateway = Gateway(self._folder, free_port(), self.store, milter)
        try:
            await gateway.up()
            dice = random.Random(self.seed + 1)
            await self.send_all(self._asking, Trouble(gateway, self.ledger, dice))
            await gateway.up()
        finally:
            await asyncio.to_thread(gateway.stop)

    def collect(self, postfix: Postfix) -> None:
        """Wait until Postfix's queue is empty, and book what is in the mailbox."""
        queue = ["postqueue", "-c", postfix.base / "conf", "-p"]
        end = time.monotonic() + 120
        while b"empty" not in subprocess.run(queue, capture_output=True).stdout and time.monotonic() < end:
            time.sleep(1)
        box = mailbox.Maildir(postfix.base / "mail" / "staff", create=False)
        for key in box.keys():  # noqa: SIM118 - iterating over a mailbox gives parsed messages
            content = _ENVELOPE.sub(b"", box.get_bytes(key).replace(b"\n", b"\r\n"))
            self.book(_MISSING.sub(b"\r\n", content, count=1), answered=True)


def main() -> int:
    """Run, print, judge."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--deliveries", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pause", type=float, default=1.0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="ecluse-faults-") as folder:
        run = MilterRun(Path(folder), options.deliveries, options.seed, options.pause)
        begin = time.monotonic()
        with run.postfix() as postfix:
            asyncio.run(run.go())
            run.collect(postfix)
        return report(run, time.monotonic() - begin)


if __name__ == "__main__":
    sys.exit(main())
