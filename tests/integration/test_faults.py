"""Deliveries among faults everywhere, and the book-keeping that judges (long run: `python -m benchmarks.faults`)."""

import asyncio
import os

import pytest

from benchmarks.faults.__main__ import Run
from benchmarks.faults.ledger import Attempt, Ledger
from benchmarks.faults.mail import VALUE, Mail
from benchmarks.faults.stores import PostgresqlStore, SqliteStore
from tests.store.conftest import postgresql_binaries


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def store(request, tmp_path):
    """Where the gateway keeps what it withholds."""
    if request.param == "postgresql" and postgresql_binaries() is None:
        reason = "no PostgreSQL server here: apt-get install postgresql"
        pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)
    own = SqliteStore(tmp_path) if request.param == "sqlite" else PostgresqlStore()
    yield own
    own.close()


@pytest.mark.slow
def test_nothing_is_lost_doubled_or_halved_whatever_befalls_the_gateway(store, tmp_path):
    run = Run(tmp_path, store, deliveries=100, seed=7, rate=0.04, pause=1.0)
    asyncio.run(run.go())
    assert run.ledger.verdict == {"lost": 0, "doubled by us": 0, "half or changed": 0, "never settled": 0}
    assert run.not_in_quarantine == set()
    assert run.ledger.faults.total() > 10


def ledger(heard, copies, *, cause="", killed=False):
    """One attempt that heard `heard`, and what the next hop made of it."""
    book = Ledger({"1.0": Attempt(1, heard, cause, begun=1.0, ended=2.0)}, kills=[1.5] * killed)
    for answered in copies:
        book.deliver(b"X-Attempt: 1.0\r\n\r\n", answered=answered, wrong="")
    return book


@pytest.mark.parametrize(
    ("book", "lost", "doubled"),
    [
        (ledger("250", [True]), 0, 0),
        (ledger("250", []), 1, 0),
        (ledger("250", [True, True]), 0, 1),
        (ledger("451", [True]), 0, 1),
        (ledger("451", [False]), 0, 0),
        (ledger("550", [True]), 0, 1),
        (ledger("", [True]), 0, 1),
        (ledger("", [True], killed=True), 0, 0),
        (ledger("451", [True], killed=True), 0, 1),
        (ledger("", [True], cause="sender hung up"), 0, 0),
    ],
)
def test_what_counts_as_lost_and_doubled(book, lost, doubled):
    assert (len(book.lost), len(book.doubled)) == (lost, doubled)


def test_what_counts_as_half_or_changed():
    end = b"fin / end\r\n"
    clean, value = (
        Mail(1, "clean", b"Subject: x\r\n\r\nun\r\n" + end),
        Mail(1, "value", b"\r\n%b\r\nun\r\n" % VALUE + end),
    )
    ours = b"Received: from c.test\r\n\tby gate.test\r\nX-Ecluse-Action: pass\r\n"
    assert clean.wrong(ours + clean.wire("1.0"), "1.0") == ""
    assert clean.wrong(ours + clean.wire("1.0").replace(b"un", b"deux"), "1.0") == "changed"
    assert value.wrong(value.wire("1.0"), "1.0") == "the value is in it"
    assert value.wrong(value.wire("1.0").replace(VALUE, b"[...]"), "1.0") == ""
    assert value.wrong(value.wire("1.0").replace(VALUE, b"[...]")[:-12], "1.0") == "half of it"
