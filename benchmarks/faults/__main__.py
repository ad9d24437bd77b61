"""Thousands of deliveries among faults at every step, of sender, gateway, store and next hop: `python -m benchmarks.faults`.

    --deliveries 5000   how many messages
    --seed 1            the dice; the same seed draws the same faults, though not at the same instants
    --rate 0.04         how often a step of the next hop fails
    --pause 1.0         seconds between troubles of the gateway (killed, stopped, disk full, store away, clock wrong …)
    --postgresql        quarantine and notices in a PostgreSQL server, which is stopped now and then; SQLite otherwise

Exit status 0: nothing was lost, doubled by the gateway, halved or left unsettled, and every part that was withheld is in
quarantine. What each of these means stands in `ledger.py`.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import re
import ssl
import sys
import tempfile
import time
from pathlib import Path
from typing import Protocol

from benchmarks.faults.hop import FaultyHop
from benchmarks.faults.ledger import Ledger
from benchmarks.faults.mail import Mail, draw
from benchmarks.faults.sender import Sender
from benchmarks.faults.stores import PostgresqlStore, RunStore, SqliteStore
from benchmarks.faults.trouble import Gateway, TroubleOnBothSides
from tests.smtp.certificates import make_certificate

SENDERS = 16
_ID = re.compile(rb"^X-Ecluse-Id: (\w+)\r$", re.M)


def read_attempt(content: bytes) -> tuple[int, str]:
    """The number of a message that arrived, and the name of the attempt by which it came; (-1, "") for a stranger."""
    found = re.search(rb"^X-Attempt: ((\d+)\.\d+)\r$", content, re.M)
    return (int(found[2]), found[1].decode()) if found else (-1, "")


def message_id(content: bytes) -> str:
    """The gateway's id of a message that arrived; "" where it has none."""
    found = _ID.search(content)
    return found[1].decode() if found else ""


class Judged(Protocol):
    """What a report needs of a run."""

    deliveries: int
    ledger: Ledger
    withheld: set[str]

    @property
    def not_in_quarantine(self) -> set[str]:
        """Messages that came without a part that nobody has."""


class Run:
    """One run: `withheld` are the ids of messages that came without a part."""

    def __init__(
        self, folder: Path, store: RunStore, deliveries: int, seed: int, rate: float, pause: float
    ) -> None:
        self.folder, self.deliveries, self.seed, self.pause = folder, deliveries, seed, pause
        self.store = store
        self.ledger, self.withheld = Ledger(), set[str]()
        self._mails: dict[int, Mail] = {}
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        (folder / "hop").mkdir()
        context.load_cert_chain(*make_certificate(folder / "hop"))
        self.hop = FaultyHop(random.Random(seed), rate, context, self._keep)

    def _keep(self, content: bytes, answered: bool) -> None:
        number, name = read_attempt(content)
        mail = self._mails.get(number)
        self.ledger.deliver(
            content, answered=answered, wrong=mail.wrong(content, name) if mail else "nobody sent it"
        )
        if mail is not None and mail.kind == "held" and (id_ := message_id(content)):
            self.withheld.add(id_)

    async def go(self) -> None:
        """From the first message to the last."""
        await self.hop.up()
        gateway = Gateway(self.folder, self.hop.port, self.store)
        try:
            await gateway.up()
            trouble = TroubleOnBothSides(gateway, self.hop, self.ledger, random.Random(self.seed + 1))
            await self._send_all(gateway.port, asyncio.create_task(trouble.run(self.pause)))
            await gateway.up()
        finally:
            await asyncio.to_thread(gateway.stop)
            self.hop.down()
        self.ledger.faults.update({f"next hop, {what}": count for what, count in self.hop.faults.items()})

    async def _send_all(self, port: int, trouble: asyncio.Task[None]) -> None:
        waiting = iter(range(self.deliveries))

        async def send(dice: random.Random) -> None:
            sender = Sender(port, self.ledger, dice)
            for number in waiting:
                mail = self._mails[number] = draw(number, dice)
                await sender.deliver(mail)

        dice = (random.Random(self.seed + 2 + sender) for sender in range(SENDERS))
        sending = asyncio.gather(*(send(own) for own in dice))
        await asyncio.wait([sending, trouble], return_when=asyncio.FIRST_COMPLETED)
        if trouble.done():
            trouble.result()  # it never ends by itself
        await sending
        trouble.cancel()
        await asyncio.wait([trouble])

    @property
    def not_in_quarantine(self) -> set[str]:
        """Messages that came without a part that nobody has."""
        return self.withheld - self.store.kept()


def main() -> int:
    """Run, print, judge."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--deliveries", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=0.04)
    parser.add_argument("--pause", type=float, default=1.0)
    parser.add_argument("--postgresql", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="ecluse-faults-") as folder:
        store = PostgresqlStore() if options.postgresql else SqliteStore(Path(folder))
        try:
            run = Run(Path(folder), store, options.deliveries, options.seed, options.rate, options.pause)
            begin = time.monotonic()
            asyncio.run(run.go())
            return report(run, time.monotonic() - begin)
        finally:
            store.close()


def report(run: Judged, seconds: float) -> int:
    """Print what happened; 1 when a promise was broken."""
    ledger, write = run.ledger, sys.stdout.write
    verdict = {**ledger.verdict, "withheld and not in quarantine": len(run.not_in_quarantine)}
    taken = {ledger.attempts[name].message for name in ledger.taken if name in ledger.attempts}
    write(
        f"{run.deliveries} messages in {len(ledger.attempts)} attempts, {seconds:.0f} s: {len(taken)} arrived, "
        f"{len(ledger.refused)} were refused for good by the next hop, {len(run.withheld)} copies came without a part\n"
    )
    write("faults: " + ", ".join(f"{what} {count}" for what, count in sorted(ledger.faults.items())) + "\n")
    write(f"killed with -9: {len(ledger.kills)}\n")
    write("copies that nobody here can help: " + (str(ledger.copies) if ledger.copies else "none") + "\n")
    write("".join(f"{what}: {count}\n" for what, count in verdict.items()))
    for name in [*ledger.lost, *ledger.doubled, *ledger.damaged][:20]:
        write(f"  {name} {ledger.attempts.get(name.split(':')[0])} {ledger.taken.get(name)}\n")
    return int(any(verdict.values()))


if __name__ == "__main__":
    sys.exit(main())
