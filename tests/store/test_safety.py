"""What must never happen: a value in the clear, a chain that lies, a record kept past its time, a key that opens too much."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import delete, func, select, update

from gateway.model import Action, Envelope, HeldPart, Incomplete, Reason
from gateway.store import access, clock, places, quarantine, register, retention, rights, search, submissions
from gateway.store.errors import StoreError
from gateway.store.keys import (
    WrongPassphrase,
    generate_quarantine_keys,
    load_private_key,
    load_public_key,
    needs_passphrase,
)
from gateway.store.retention import Schedule
from gateway.store.schema import daily, held, metadata, notice_marks, notices
from gateway.store.schema import register as register_table
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

# -- no value in the clear -----------------------------------------------------------------------------------


async def test_no_value_and_no_sender_reaches_the_database_files(
    tmp_path: Path, keys: tuple[Path, Path]
) -> None:
    store = Store.open(
        f"sqlite:///{tmp_path}/db/e.db", hash_key=tmp_path / "k", quarantine_public_key=keys[0]
    )
    hostile = finding("CA_QC_NAM", f"att/1/{CANARY}/B3")
    part = HeldPart(f"att/1/{CANARY}", CANARY.encode() * 50, f"text/{CANARY}", CANARY)
    inspection = decided(hostile, held=(part,), incomplete=(Incomplete(Reason.ENCRYPTED, f"field/{CANARY}"),))
    message = mail(to=(f"info+{CANARY}@regie.example.org",))
    store.record(message, inspection, reply="250", door="smtp")
    await store.hold(message, inspection)
    await store.keep_submission("feedback", {"comments": CANARY}, decided(finding()))
    store.record(post(), decided(finding(segment=f"field/{CANARY}")), reply="422", door="http")
    store.flush()
    store.close()
    written = _everything_under(tmp_path)
    assert len(written) > 10_000
    for secret in (CANARY, CANARY.lower(), SENDER, "192.0.2.7"):
        assert secret.encode() not in written, secret


def _everything_under(directory: Path) -> bytes:
    return b"".join(file.read_bytes() for file in directory.rglob("*") if file.is_file())


@pytest.mark.postgresql
async def test_no_value_reaches_a_dump_of_postgresql(
    postgresql, tmp_path: Path, keys: tuple[Path, Path]
) -> None:
    store = Store.open(postgresql.fresh(), hash_key=tmp_path / "k", quarantine_public_key=keys[0])
    message = mail()
    store.record(message, held_inspection(), reply="250", door="smtp")
    await store.hold(message, held_inspection())
    await store.keep_submission("feedback", {"comments": CANARY}, decided(finding()))
    store.flush()
    with store.database.read() as connection:
        dump = b"".join(
            repr(tuple(row)).encode()
            for table in metadata.sorted_tables
            for row in connection.execute(table.select())
        )
    assert CANARY.encode() not in dump
    assert SENDER.encode() not in dump
    store.close()


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("header/subject", "header/subject"),
        ("body/0", "body/0"),
        ("att/2/sheet1/B3", "att/2/sheet1/B3"),
        ("att/1/page-12", "att/1/page-12"),
        ("field/comments", "field/comments"),
        ("field/TREMBLAY Marie 1975", "field/…"),
        ("field/046/454/286", "field/…/…/…"),
        ("att/1/sheet/TREM75521217", "att/1/sheet/…"),
        ("header/x-nas-046454286", "header/…"),
        ("att/1/1234567", "att/1/…"),
    ],
)
def test_a_place_is_told_without_what_a_sender_named(path: str, shown: str) -> None:
    assert places.place(path) == shown


@pytest.mark.parametrize(
    ("address", "box"),
    [
        ("Info@Regie.Example.ORG", "info@regie.example.org"),
        ("info+TREM75521217@regie.example.org", "info@regie.example.org"),
        ("nas046454286@regie.example.org", "nas#@regie.example.org"),
        ("postmaster", "postmaster"),
        ("in\x00fo@x.example", "info@x.example"),
    ],
)
def test_a_mailbox_is_kept_without_what_a_sender_added(address: str, box: str) -> None:
    assert places.mailbox(address) == box


# -- the register --------------------------------------------------------------------------------------------


def filled(store: Store) -> None:
    for number in range(5):
        with store.database.write() as connection:
            register.append(connection, store.secret, "incident", {"number": number, "text": "é"})


def test_an_untouched_register_verifies(store: Store) -> None:
    filled(store)
    check = register.verify(store.database, store.secret)
    assert (check.entries, check.broken) == (5, None)
    assert register.head(store.database) == (5, check.head)


@pytest.mark.parametrize(
    ("tampering", "broken"),
    [
        (update(register_table).where(register_table.c.seq == 3).values(detail='{"number":9}'), 3),
        (update(register_table).where(register_table.c.seq == 2).values(at=1), 2),
        (delete(register_table).where(register_table.c.seq == 4), 4),
        (update(register_table).where(register_table.c.seq == 5).values(kind="other"), 5),
    ],
    ids=["detail changed", "time changed", "entry removed", "kind changed"],
)
def test_a_register_that_was_changed_from_outside_does_not_verify(
    store: Store, tampering, broken: int
) -> None:
    filled(store)
    with store.database.write() as connection:
        connection.execute(tampering)
    assert register.verify(store.database, store.secret).broken == broken


def test_cutting_the_end_off_shows_by_the_noted_head(store: Store) -> None:
    filled(store)
    noted = register.head(store.database)
    with store.database.write() as connection:
        connection.execute(delete(register_table).where(register_table.c.seq == 5))
    assert register.verify(store.database, store.secret).broken is None
    assert register.head(store.database) != noted


def test_nobody_without_the_store_s_key_can_write_an_entry_that_verifies(
    store: Store, tmp_path: Path
) -> None:
    from gateway.store.secret import load_secret

    filled(store)
    with store.database.write() as connection:
        register.append(connection, load_secret(tmp_path / "another.key"), "incident", {"forged": True})
    assert register.verify(store.database, store.secret).broken == 6


# -- retention and destruction -------------------------------------------------------------------------------


async def test_everything_past_its_time_goes_by_itself_and_the_register_says_so(store: Store) -> None:
    message = mail()
    store.record(message, decided(finding()), reply="250", door="smtp")
    await store.hold(message, held_inspection())
    await store.keep_submission("feedback", {"comments": "x"}, decided())
    store.flush()
    later = clock.now() + 91 * clock.DAY
    gone = retention.apply(store.database, store.secret, Schedule(), at=later)
    assert {kind: gone[kind] for kind in ("notices", "quarantine", "submissions")} == {
        "notices": 1, "quarantine": 1, "submissions": 1,
    }  # fmt: skip
    with store.database.read() as connection:
        assert connection.scalar(select(func.count()).select_from(notices)) == 0
        assert connection.scalar(select(func.count()).select_from(notice_marks)) == 0
        assert connection.scalar(select(held.c.sealed)) is None
        # The daily totals stay: they are about nobody.
        assert connection.scalar(select(daily.c.messages).where(daily.c.scope == "")) == 1
    assert [entry.kind for entry in register.entries(store.database)] == [
        "quarantine.expired",
        "retention.applied",
    ]
    assert submissions.listed(store.database) == []


async def _aged(url: str, tmp_path: Path, keys: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """A notice of forty days ago."""
    now = clock.now()
    monkeypatch.setattr(clock, "now", lambda: now - 40 * clock.DAY)
    store = Store.open(url, hash_key=tmp_path / "k", quarantine_public_key=keys[0])
    store.record(mail(), decided(finding()), reply="250", door="smtp")
    store.close()
    monkeypatch.setattr(clock, "now", lambda: now)


@pytest.mark.parametrize(
    ("schedule", "left"), [(Schedule(notices=30), 0), (Schedule(notices=50), 1), (None, 1)]
)
async def test_the_store_applies_the_schedule_it_was_opened_with_and_no_other(
    url: str,
    tmp_path: Path,
    keys: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
    schedule: Schedule | None,
    left: int,
) -> None:
    await _aged(url, tmp_path, keys, monkeypatch)
    store = Store.open(url, hash_key=tmp_path / "k", retention=schedule)
    store.close()  # the writer's first turn has done its chores
    store = Store.open(url, hash_key=tmp_path / "k")
    assert len(search.page(store.database, search.Filter(), None)) == left
    store.close()


async def test_what_is_not_due_stays(store: Store) -> None:
    store.record(mail(), decided(finding()), reply="250", door="smtp")
    await store.hold(mail(), held_inspection())
    store.flush()
    gone = retention.apply(store.database, store.secret, Schedule(), at=clock.now() + 29 * clock.DAY)
    assert set(gone.values()) == {0}


async def test_destroyed_ciphertext_is_gone_from_the_sqlite_files(
    tmp_path: Path, keys: tuple[Path, Path]
) -> None:
    store = Store.open(
        f"sqlite:///{tmp_path}/db/e.db", hash_key=tmp_path / "k", quarantine_public_key=keys[0]
    )
    message = mail()
    await store.hold(message, held_inspection())
    with store.database.read() as connection:
        sealed = connection.scalar(select(held.c.sealed))
    assert sealed is not None
    probe = sealed[40:120]
    assert any(probe in file.read_bytes() for file in (tmp_path / "db").iterdir())
    quarantine.close_item(store.database, store.secret, message.id, "refused", username="alice", detail={})
    assert not any(probe in file.read_bytes() for file in (tmp_path / "db").iterdir())
    with pytest.raises(StoreError):
        quarantine.close_item(
            store.database, store.secret, message.id, "refused", username="alice", detail={}
        )
    store.close()


async def test_two_instances_expire_each_item_once(url: str, tmp_path: Path, keys: tuple[Path, Path]) -> None:
    stores = [Store.open(url, hash_key=tmp_path / "k", quarantine_public_key=keys[0]) for _ in range(2)]
    for _ in range(5):
        await stores[0].hold(mail(), held_inspection())
    later = clock.now() + 31 * clock.DAY
    assert sum(quarantine.expire(s.database, s.secret, later) for s in stores) == 5
    assert len(list(register.entries(stores[0].database))) == 5
    for store in stores:
        store.close()


# -- keys ----------------------------------------------------------------------------------------------------


async def test_an_item_opens_under_its_own_id_only(store: Store, keys: tuple[Path, Path]) -> None:
    first, second = mail(), mail()
    await store.hold(first, held_inspection())
    await store.hold(second, held_inspection())
    with store.database.write() as connection:
        other = connection.scalar(select(held.c.sealed).where(held.c.id == second.id))
        connection.execute(update(held).where(held.c.id == first.id).values(sealed=other))
    key = load_private_key(keys[1], passphrase=PASSPHRASE)
    with pytest.raises(StoreError, match="cannot be opened"):
        quarantine.open_item(store.database, first.id, key, username="alice", why="opened")


async def test_rotation_seals_everything_anew_and_the_old_key_opens_nothing(
    store: Store, keys: tuple[Path, Path], tmp_path: Path
) -> None:
    before = [mail() for _ in range(3)]
    for message in before:
        await store.hold(message, held_inspection())
    old = load_private_key(keys[1], passphrase=PASSPHRASE)
    new_public = generate_quarantine_keys(tmp_path / "n.pub", tmp_path / "n.key", passphrase=PASSPHRASE)
    moved = quarantine.replace_keys(store.database, store.secret, old, new_public, keys[0], username="alice")
    assert moved == 3
    assert load_public_key(keys[0]) == new_public
    after = mail()
    await store.hold(after, held_inspection())
    new = load_private_key(tmp_path / "n.key", passphrase=PASSPHRASE)
    for message in (*before, after):
        parcel = quarantine.open_item(store.database, message.id, new, username="alice", why="opened")
        assert parcel.message.raw == message.raw
        with pytest.raises(StoreError):
            quarantine.open_item(store.database, message.id, old, username="alice", why="opened")


def test_a_kms_command_wraps_and_unwraps_the_key(tmp_path: Path) -> None:
    rot = ("tr", r"\000-\377", r"\200-\377\000-\177")  # stands for a KMS: its own inverse
    public = generate_quarantine_keys(tmp_path / "p", tmp_path / "k", wrap_command=rot)
    assert not needs_passphrase(tmp_path / "k")
    assert load_private_key(tmp_path / "k", unwrap_command=rot).public == public
    with pytest.raises(StoreError, match="unwrap_command"):
        load_private_key(tmp_path / "k")
    with pytest.raises(StoreError, match="failed"):
        load_private_key(tmp_path / "k", unwrap_command=("false",))


def test_key_files_are_never_overwritten_and_readable_by_their_owner_only(tmp_path: Path) -> None:
    generate_quarantine_keys(tmp_path / "p", tmp_path / "k", passphrase=PASSPHRASE)
    with pytest.raises(StoreError, match="rotate"):
        generate_quarantine_keys(tmp_path / "p", tmp_path / "k2", passphrase=PASSPHRASE)
    assert (tmp_path / "k").stat().st_mode & 0o077 == 0
    with pytest.raises(WrongPassphrase):
        load_private_key(tmp_path / "k", passphrase="another")
    with pytest.raises(WrongPassphrase):
        load_private_key(tmp_path / "k")


# -- rights --------------------------------------------------------------------------------------------------


async def test_a_person_s_records_are_found_by_address_exported_and_destroyed_with_a_record(
    store: Store,
) -> None:
    mine, other = mail(), mail(sender="someone@else.example")
    for message in (mine, other):
        store.record(message, decided(finding()), reply="250", door="smtp")
        await store.hold(message, held_inspection())
    store.flush()
    found = rights.find(store.database, store.secret, SENDER.upper(), username="alice")
    assert [row["id"] for row in found.notices] == [mine.id]
    assert [row["id"] for row in found.held] == [mine.id]
    told = json.dumps(rights.export(found))
    assert mine.id in told
    assert found.sender not in told
    counts = rights.destroy(
        store.database, store.secret, found.sender, username="alice", reference="A-2026-17"
    )
    assert counts == {"notices": 1, "quarantine": 1}
    assert rights.find(store.database, store.secret, SENDER, username="alice").empty
    assert search.one(store.database, other.id, None) is not None
    (entry,) = [entry for entry in register.entries(store.database) if entry.kind == "rights.destroyed"]
    assert entry.detail["reference"] == "A-2026-17"
    assert found.sender not in json.dumps(dict(entry.detail))
    assert "rights.destroyed" in [row["what"] for row in access.recent(store.database)]


async def test_opening_an_item_leaves_a_trace(store: Store, keys: tuple[Path, Path]) -> None:
    message = mail()
    await store.hold(message, held_inspection())
    key = load_private_key(keys[1], passphrase=PASSPHRASE)
    quarantine.open_item(store.database, message.id, key, username="alice", why="opened")
    (row,) = access.recent(store.database, target=message.id)
    assert (row["username"], row["what"]) == ("alice", "quarantine.opened")


# -- search --------------------------------------------------------------------------------------------------


def test_pages_follow_each_other_without_gap_or_repeat(store: Store) -> None:
    for number in range(57):
        box = MAILBOX if number % 2 else "b@regie.example.org"
        store.record(mail(to=(box, "c@regie.example.org")), decided(finding()), reply="250", door="smtp")
    store.flush()
    scopes = [f"mailbox:{MAILBOX}", "mailbox:b@regie.example.org", "mailbox:c@regie.example.org"]
    for visible in (None, scopes):
        seen, before = [], None
        while rows := search.page(store.database, search.Filter(), visible, limit=10, before=before):
            seen += [row["id"] for row in rows]
            before = (rows[-1]["at"], rows[-1]["id"])
        assert len(seen) == len(set(seen)) == 57


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (search.Filter(), 4),
        (search.Filter(action="block"), 1),
        (search.Filter(channel="form"), 1),
        (search.Filter(entity_type="CA_SIN"), 2),
        (search.Filter(entity_type="CA_SIN", action="block"), 1),
        (search.Filter(scope="form:feedback"), 1),
        (search.Filter(scope=f"mailbox:{MAILBOX}", entity_type="CA_QC_NAM"), 1),
        (search.Filter(mode="monitor"), 1),
        (search.Filter(rule="nowhere"), 0),
        (search.Filter(since=1 << 60), 0),
    ],
)
def test_each_filter_lets_through_what_it_says(store: Store, wanted: search.Filter, count: int) -> None:
    store.record(mail(), decided(finding()), reply="250", door="smtp")
    store.record(mail(), decided(finding("CA_SIN"), action=Action.BLOCK), reply="550", door="smtp")
    store.record(
        mail(), decided(action=Action.PASS, monitored=True, would=Action.REDACT), reply="250", door="smtp"
    )
    store.record(post(), decided(finding("CA_SIN")), reply="422", door="http")
    store.flush()
    assert len(search.page(store.database, wanted, None)) == count


def test_two_people_may_open_the_key_at_the_same_moment(tmp_path: Path) -> None:
    """The library's own threads would wait for each other for ever; in a process of its own, for they cannot be stopped."""
    public, private = tmp_path / "q.pub", tmp_path / "q.key"
    generate_quarantine_keys(public, private, passphrase=PASSPHRASE)
    program = (
        "import sys; from concurrent.futures import ThreadPoolExecutor; from pathlib import Path\n"
        "from gateway.store.keys import load_private_key\n"
        "def opened(_): return load_private_key(Path(sys.argv[1]), passphrase=sys.argv[2]).public.id\n"
        "with ThreadPoolExecutor(4) as threads: print(len(set(threads.map(opened, range(4)))))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(private), PASSPHRASE],
        capture_output=True,
        timeout=120,
        check=True,
    )
    assert done.stdout.strip() == b"1"


async def test_a_sender_whose_address_is_not_utf_8_is_noted_and_held_like_any_other(
    store: Store, keys: tuple[Path, Path]
) -> None:
    sender = b"caf\xe9@example.net".decode("utf-8", "surrogateescape")
    odd = replace(mail(), envelope=Envelope(mail_from=sender, rcpt_to=(MAILBOX,)))
    store.record(odd, decided(finding()), reply="250", door="smtp")
    await store.hold(odd, held_inspection())
    assert store.flush()
    assert search.one(store.database, odd.id, None) is not None
    opened = quarantine.open_item(
        store.database, odd.id, load_private_key(keys[1], passphrase=PASSPHRASE), username="o", why="opened"
    )
    assert opened.message.envelope.mail_from == odd.envelope.mail_from
