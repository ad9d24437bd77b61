"""Three gateways behind HAProxy on one PostgreSQL, one killed with -9 in mid-traffic: `python -m benchmarks.scale_out`.

Prints how many messages were lost (none may be), came twice, and are missing from the shared register once the killed gateway has
started again (none may be); and the rate with one gateway and with three. Needs root's `haproxy` and `postgresql` packages.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.results import keep
from tests.integration.cluster import Cluster, CountingHop, Senders, missing
from tests.store.conftest import PostgreSQL, postgresql_binaries

THREADS = 16


def run(server: PostgreSQL, gateways: int, count: int, *, kill: bool) -> None:
    """One arrangement, one line."""
    with tempfile.TemporaryDirectory() as folder, CountingHop() as hop:
        cluster = Cluster(Path(folder), server.fresh(), hop.port, gateways)
        with cluster.running():
            begin = time.monotonic()
            senders = Senders(cluster.port, count, THREADS)
            if kill:
                while sum(senders.accepted.values()) < count // 3:
                    time.sleep(0.01)
                cluster.kill_one()
            assert senders.join(600)
            seconds = time.monotonic() - begin
            if kill:
                cluster.start_it_again()
            time.sleep(2)
            recorded = cluster.recorded()
        lost, twice = count - len(hop.arrived), sum(hop.arrived.values()) - len(hop.arrived)
        what = f"{gateways} gateways{', one killed' if kill else ''}" if gateways > 1 else "1 gateway"
        sys.stdout.write(
            f"{what:24}{count / seconds:8.0f} messages/s   lost {lost}, twice {twice}, retried {senders.retried}, "
            f"not in the register {max(0, count - recorded)}\n"
        )
        missed = {"lost": lost, "twice": twice, "not in the register": max(0, count - recorded)}
        keep({"arrangement": what, "messages/s": count / seconds, **missed})


def main() -> int:
    """Print the lines."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=3000)
    count = parser.parse_args().count
    binaries = postgresql_binaries()
    if binaries is None or missing():
        sys.stdout.write("haproxy or postgresql is missing (apt install haproxy postgresql)\n")
        return 1
    with tempfile.TemporaryDirectory(prefix="ecluse-pg-") as folder:
        server = PostgreSQL(binaries, Path(folder))
        try:
            run(server, 1, count, kill=False)
            run(server, 3, count, kill=False)
            run(server, 3, count, kill=True)
        finally:
            server.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
