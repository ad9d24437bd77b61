"""Three gateways behind HAProxy on one PostgreSQL; one is killed in mid-traffic, and comes back."""

from __future__ import annotations

import os
import time

import pytest

from tests.integration.cluster import Cluster, CountingHop, Senders, missing
from tests.store.conftest import postgresql  # noqa: F401 - a fixture

COUNT, THREADS = 400, 4


def test_one_gateway_of_three_is_killed_and_nothing_is_lost(postgresql, tmp_path):  # noqa: F811
    if absent := missing():
        reason = f"not installed: {', '.join(absent)}"
        pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)
    with CountingHop() as hop:
        cluster = Cluster(tmp_path, postgresql.fresh(), hop.port, 3)
        with cluster.running():
            senders = Senders(cluster.port, COUNT, THREADS)
            while sum(senders.accepted.values()) < COUNT // 3:
                time.sleep(0.01)
            cluster.kill_one()
            assert senders.join(60)
            cluster.start_it_again()
            end = time.monotonic() + 10
            while cluster.recorded() < COUNT and time.monotonic() < end:
                time.sleep(0.1)
            recorded = cluster.recorded()

    assert sorted(hop.arrived) == list(range(COUNT))
    assert set(senders.accepted.values()) == {1}
    # What the victim had handed over and not yet answered came again, by the sender's choice.
    assert sum(hop.arrived.values()) - COUNT <= THREADS
    assert COUNT <= recorded <= sum(hop.arrived.values())
