"""What the doors rely on: recorded once, held durably, nothing lost while the database is away."""

import asyncio
import errno
import json
import subprocess
import sys
import time
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from gateway.model import Action
from gateway.store import clock, quarantine
from gateway.store.errors import StoreError, StoreUnavailable
from gateway.store.keys import generate_quarantine_keys, load_private_key
from gateway.store.schema import daily, daily_types, held, notice_marks, notices
from gateway.store.store import Store
from tests.store.builders import (
    CANARY,
    MAILBOX,
    PASSPHRASE,
    SENDER,
    decided,
    finding,
    held_inspection,
    mail,
    post,
)


def rows_of(store: Store, table=notices):
    with store.database.read() as connection:
        return [dict(row) for row in connection.execute(select(table)).mappings()]


def test_a_recorded_message_is_listed_with_types_places_and_evidence(store: Store) -> None:
    message = mail()
    store.record(message, decided(finding(), finding("CA_SIN", "header/subject")), reply="250", door="smtp")
    assert store.flush()
    (row,) = rows_of(store)
    assert (row["id"], row["channel"], row["action"], row["reply"]) == (message.id, "email", "redact", "250")
    assert json.loads(row["counts"]) == {"CA_QC_NAM": 1, "CA_SIN": 1}
    assert json.loads(row["findings"])[0] == {
        "segment": "body/0", "type": "CA_QC_NAM", "score": 0.95, "recognizer": "nam",
        "evidence": ["pattern", "check-digit"],
    }  # fmt: skip
    assert {row["mark"] for row in rows_of(store, notice_marks)} == {
        "type:CA_QC_NAM", "type:CA_SIN", f"mailbox:{MAILBOX}",
    }  # fmt: skip


def test_recording_the_same_message_twice_counts_it_once(store: Store) -> None:
    message = mail()
    for _ in range(3):
        store.record(message, decided(finding()), reply="250", door="smtp")
        store.flush()
    assert len(rows_of(store)) == 1
    assert [row["messages"] for row in rows_of(store, daily) if row["scope"] == ""] == [1]
    assert [row["findings"] for row in rows_of(store, daily_types) if row["scope"] == ""] == [1]


def test_daily_totals_agree_with_the_notices(store: Store) -> None:
    for number in range(120):
        action = (Action.PASS, Action.REDACT, Action.BLOCK)[number % 3]
        found = () if action is Action.PASS else (finding(),)
        store.record(
            mail(to=(f"box{number % 4}@regie.example.org",)),
            decided(*found, action=action),
            reply="250",
            door="smtp",
        )
    for _ in range(30):
        store.record(
            post(),
            decided(finding("CA_SIN"), action=Action.BLOCK, rule="feedback-personal"),
            reply="422",
            door="http",
        )
    assert store.flush()
    with store.database.read() as connection:
        total = connection.scalar(select(func.sum(daily.c.messages)).where(daily.c.scope == ""))
        box = connection.scalar(
            select(func.sum(daily.c.messages)).where(daily.c.scope == "mailbox:box1@regie.example.org")
        )
        form = connection.scalar(select(func.sum(daily.c.messages)).where(daily.c.scope == "form:feedback"))
    assert (total, box, form) == (150, 30, 30)


@pytest.mark.parametrize(
    ("moment", "zone", "day"),
    [
        ("2026-11-26T03:30:00+00:00", "America/Toronto", 20261125),
        ("2026-11-26T05:00:00+00:00", "America/Toronto", 20261126),
        ("2026-07-01T03:59:59+00:00", "America/Toronto", 20260630),
        ("2026-07-01T04:00:00+00:00", "America/Toronto", 20260701),
        ("2026-07-01T02:30:00+00:00", "America/St_Johns", 20260701),
        ("2026-07-01T02:29:59+00:00", "America/St_Johns", 20260630),
        ("2026-11-26T03:30:00+00:00", "UTC", 20261126),
    ],
)
def test_a_message_counts_on_the_day_that_staff_had(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str, zone: str, day: int
) -> None:
    at = int(datetime.fromisoformat(moment).timestamp()) * clock.SECOND
    monkeypatch.setattr(clock, "now", lambda: at)
    with closing(Store.open(f"sqlite:///{tmp_path}/e.db", hash_key=tmp_path / "k", zone=zone)) as store:
        store.record(mail(), decided(finding()), reply="250", door="smtp")
        assert store.flush()
        assert {row["day"] for row in rows_of(store, daily)} == {day}
        assert {row["day"] for row in rows_of(store, daily_types)} == {day}


def test_the_sender_is_kept_as_a_keyed_hash_only(store: Store) -> None:
    store.record(mail(), decided(finding()), reply="250", door="smtp")
    store.flush()
    (row,) = rows_of(store)
    assert row["sender"] == store.secret.sender(f" <{SENDER.upper()}> ")
    assert SENDER not in json.dumps(row)


async def test_what_is_held_opens_with_the_private_key_only_and_holds_envelope_and_bytes(
    store: Store, keys: tuple[Path, Path]
) -> None:
    message = mail()
    await store.hold(message, held_inspection())
    key = load_private_key(keys[1], passphrase=PASSPHRASE)
    parcel = quarantine.open_item(store.database, message.id, key, username="alice", why="opened")
    assert parcel.message.raw == message.raw
    assert parcel.message.envelope.mail_from == SENDER
    assert parcel.message.envelope.rcpt_to == (MAILBOX,)
    assert parcel.parts[0].content == f"{CANARY} in a document".encode()
    with pytest.raises(StoreError, match="passphrase"):
        load_private_key(keys[1], passphrase="wrong")


async def test_without_a_key_nothing_is_held_and_the_door_is_told(url: str, tmp_path: Path) -> None:
    store = Store.open(url, hash_key=tmp_path / "k")
    with pytest.raises(StoreUnavailable):
        await store.hold(mail(), held_inspection())
    store.close()


async def test_a_database_away_at_the_start_neither_stops_the_start_nor_loses_a_notice(
    tmp_path: Path,
) -> None:
    blocker = tmp_path / "db"
    blocker.write_text("a file where the directory should be")
    store = Store.open(f"sqlite:///{blocker}/ecluse.db", hash_key=tmp_path / "store.key")
    messages = [mail() for _ in range(50)]
    for message in messages:
        started = time.perf_counter()
        store.record(message, decided(finding()), reply="250", door="smtp")
        assert time.perf_counter() - started < 1.0
    assert not await store.ping()
    with pytest.raises(StoreUnavailable):
        await store.hold(mail(), held_inspection())
    blocker.unlink()
    await _until(store.ping)
    store.flush()
    await _until_async(lambda: len(rows_of(store)) == 50)
    assert {row["id"] for row in rows_of(store)} == {message.id for message in messages}
    store.close()


def test_notices_that_a_dead_process_left_behind_are_adopted_once(url: str, tmp_path: Path) -> None:
    blocker = tmp_path / "db"
    blocker.write_text("")
    dying = Store.open(f"sqlite:///{blocker}/x.db", hash_key=tmp_path / "store.key", spill=tmp_path / "spill")
    message = mail()
    dying.record(message, decided(finding()), reply="250", door="smtp")
    dying.close()
    (left,) = (tmp_path / "spill").glob("*.jsonl")
    left.write_bytes(left.read_bytes() + b'{"id": "cut off by the cra')
    store = Store.open(url, hash_key=tmp_path / "store.key", spill=tmp_path / "spill")
    deadline = time.monotonic() + 5
    while not rows_of(store) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert [row["id"] for row in rows_of(store)] == [message.id]
    assert not list((tmp_path / "spill").glob("*.jsonl"))
    store.close()


def test_what_was_recorded_before_a_kill_is_in_the_register_after_the_next_start(
    url: str, tmp_path: Path
) -> None:
    """kill -9 at any moment: not even the row of the message before is missing, and none is counted twice."""
    gateway = subprocess.Popen(
        [sys.executable, "-c", _RECORDING, url, str(tmp_path)],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    assert gateway.stdout is not None
    recorded = [gateway.stdout.readline() for _ in range(300)]
    gateway.kill()
    recorded += gateway.stdout.readlines()
    store = Store.open(url, hash_key=tmp_path / "store.key", spill=tmp_path / "spill")
    store.flush()
    kept = [row["id"] for row in rows_of(store)]
    store.close()
    assert {line.decode().strip() for line in recorded if line.endswith(b"\n")} <= set(kept)
    assert [row["messages"] for row in rows_of(store, daily) if row["scope"] == ""] == [len(kept)]
    assert not list((tmp_path / "spill").iterdir())


_RECORDING = """
import sys
from pathlib import Path
from gateway.store.store import Store
from tests.store.builders import decided, finding, mail
folder = Path(sys.argv[2])
store = Store.open(sys.argv[1], hash_key=folder / "store.key", spill=folder / "spill")
while True:
    message = mail()
    store.record(message, decided(finding()), reply="250", door="smtp")
    print(message.id, flush=True)
"""


def test_a_disk_that_takes_no_journal_costs_no_notice(store: Store, tmp_path: Path, monkeypatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("gateway.store.journal.Page.add", full)
    store.record(mail(), decided(finding()), reply="250", door="smtp")
    store.flush()
    assert len(rows_of(store)) == 1


@pytest.mark.postgresql
async def test_mail_flows_while_postgresql_is_down_and_notices_catch_up(postgresql, tmp_path: Path) -> None:
    store = Store.open(postgresql.fresh(), hash_key=tmp_path / "store.key")
    store.record(mail(), decided(finding()), reply="250", door="smtp")
    store.flush()
    postgresql.stop()
    try:
        for _ in range(20):
            store.record(mail(), decided(finding()), reply="250", door="smtp")
        assert not await store.ping()
    finally:
        postgresql.start()
    await _until(store.ping)
    await _until_async(lambda: len(rows_of(store)) == 21)
    store.close()


def test_two_instances_share_one_database(url: str, tmp_path: Path) -> None:
    stores = [Store.open(url, hash_key=tmp_path / "store.key", spill=tmp_path / str(n)) for n in range(2)]
    for number in range(200):
        stores[number % 2].record(mail(), decided(finding()), reply="250", door="smtp")
    assert all(store.flush() for store in stores)
    assert len(rows_of(stores[0])) == 200
    assert [row["messages"] for row in rows_of(stores[0], daily) if row["scope"] == ""] == [200]
    for store in stores:
        store.close()


async def test_a_submission_is_kept_sealed(store: Store) -> None:
    from gateway.store import submissions

    key = await store.keep_submission("feedback", {"comments": CANARY}, decided(finding()))
    assert CANARY.encode() not in rows_of(store, submissions.submissions)[0]["sealed"]
    read = submissions.read(store.database, store.secret, key, username="alice")
    assert read is not None
    assert read["fields"] == {"comments": CANARY}


async def _until(condition, seconds: float = 15.0) -> None:
    deadline = time.monotonic() + seconds
    while not await condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        await asyncio.sleep(0.1)


async def _until_async(condition, seconds: float = 15.0) -> None:
    async def wrapped() -> bool:
        return condition()

    await _until(wrapped, seconds)


def test_a_damaged_item_keeps_no_other_from_the_new_key(
    store: Store, keys: tuple[Path, Path], tmp_path: Path
) -> None:
    old = load_private_key(keys[1], passphrase=PASSPHRASE)
    new = generate_quarantine_keys(tmp_path / "new.pub", tmp_path / "new.key", passphrase=PASSPHRASE)
    messages = [mail() for _ in range(4)]
    for message in messages:
        asyncio.run(store.hold(message, held_inspection()))
    with store.database.write() as connection:
        damaged = update(held).where(held.c.id == messages[1].id)
        connection.execute(damaged.values(sealed=b"\0" * 200))
    for again in (3, 0):
        with pytest.raises(StoreError, match=rf"^{again} item.*{messages[1].id}$"):
            quarantine.replace_keys(store.database, store.secret, old, new, keys[0], username="officer")
    by_key = {row["id"]: row["key_id"] for row in quarantine.items(store.database)}
    assert by_key == {
        message.id: (old.public.id if message is messages[1] else new.id) for message in messages
    }
