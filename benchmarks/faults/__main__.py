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
import ssl
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.faults.deliveries import Deliveries, report
from benchmarks.faults.hop import FaultyHop
from benchmarks.faults.stores import PostgresqlStore, RunStore, SqliteStore
from benchmarks.faults.trouble import Gateway, TroubleOnBothSides
from tests.smtp.certificates import make_certificate


class Run(Deliveries):
    """Deliveries to the SMTP door, before a next hop that fails at every step."""

    def __init__(
        self, folder: Path, store: RunStore, deliveries: int, seed: int, rate: float, pause: float
    ) -> None:
        super().__init__(store, deliveries, seed, pause)
        self.folder = folder
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        (folder / "hop").mkdir()
        context.load_cert_chain(*make_certificate(folder / "hop"))
        self.hop = FaultyHop(random.Random(seed), rate, context, self.book)

    async def go(self) -> None:
        """From the first message to the last."""
        await self.hop.up()
        gateway = Gateway(self.folder, self.hop.port, self.store)
        try:
            await gateway.up()
            dice = random.Random(self.seed + 1)
            await self.send_all(gateway.port, TroubleOnBothSides(gateway, self.hop, self.ledger, dice))
            await gateway.up()
        finally:
            await asyncio.to_thread(gateway.stop)
            self.hop.down()
        self.ledger.faults.update({f"next hop, {what}": count for what, count in self.hop.faults.items()})


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


if __name__ == "__main__":
    sys.exit(main())
