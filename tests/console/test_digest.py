"""The daily summary: right numbers, both languages, no value, sent to a real server by the command."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from email import message_from_bytes, policy
from pathlib import Path
from threading import Event, Thread

from aiosmtpd.smtp import SMTP
from typer.testing import CliRunner

from gateway.cli import app
from gateway.console.digest import compose_digest
from gateway.model import Action
from gateway.notices.catalog import load_catalog
from gateway.store import clock
from gateway.store.store import Store
from tests.store.builders import CANARY, MAILBOX, SENDER, decided, finding, held_inspection, mail


def filled(store: Store) -> date:
    store.record(mail(), decided(finding(), finding("CA_SIN")), reply="250", door="smtp")
    store.record(mail(), decided(finding(), action=Action.BLOCK), reply="550", door="smtp")
    store.record(mail(), held_inspection(), reply="250", door="smtp")
    store.record(mail(to=("autre@regie.example.org",)), decided(finding()), reply="250", door="smtp")
    store.flush()
    return clock.moment_of(clock.now()).date()


def test_a_summary_counts_the_mailbox_s_own_messages_in_both_languages(tmp_path: Path) -> None:
    store = Store.open(f"sqlite:///{tmp_path}/e.db", hash_key=tmp_path / "k")
    today = filled(store)
    content = compose_digest(store.database, load_catalog(), MAILBOX, today, "ecluse@regie.example.org")
    assert content is not None
    summary = message_from_bytes(content, policy=policy.default)
    text = summary.get_content()
    assert f"Messages reçus le {today} : 3." in text
    assert "Refused" not in text
    assert "Blocked: 1" in text
    assert "2 health insurance numbers, 1 social insurance number" in text
    assert "Parties retenues en quarantaine : 1." in text
    assert summary["Auto-Submitted"] == "auto-generated"
    assert CANARY not in text
    assert SENDER not in text
    assert (
        compose_digest(store.database, load_catalog(), "vide@regie.example.org", today, "x@y.example") is None
    )
    store.close()


class _Sink:
    def __init__(self) -> None:
        self.got: list[tuple[str, list[str]]] = []

    async def handle_DATA(self, server, session, envelope) -> str:
        self.got.append((envelope.mail_from, envelope.rcpt_tos))
        return "250 2.0.0 ok"


@contextmanager
def listening() -> Iterator[tuple[_Sink, int]]:
    sink, loop, ready, port = _Sink(), asyncio.new_event_loop(), Event(), 0

    async def open_door() -> asyncio.Server:
        return await loop.create_server(lambda: SMTP(sink, hostname="127.0.0.1"), "127.0.0.1", 0)

    def run() -> None:
        nonlocal port
        server = loop.run_until_complete(open_door())
        port = server.sockets[0].getsockname()[1]
        ready.set()
        loop.run_forever()
        server.close()

    thread = Thread(target=run, daemon=True)
    thread.start()
    assert ready.wait(10)
    yield sink, port
    loop.call_soon_threadsafe(loop.stop)
    thread.join(10)


def test_the_command_sends_it_with_the_null_sender(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/e.db"
    store = Store.open(url, hash_key=tmp_path / "k", spill=tmp_path / "spill")
    today = filled(store)
    store.close()
    with listening() as (sink, port):
        config = tmp_path / "ecluse.toml"
        config.write_text(
            f'[store]\nurl = "{url}"\nkey_file = "{tmp_path}/k"\nspill_directory = "{tmp_path}/spill"\n'
            f'[smtp]\nnext_hop = "127.0.0.1:{port}"\n'
        )
        arguments = ["digest", MAILBOX, "vide@regie.example.org", "--from", "ecluse@regie.example.org"]
        done = CliRunner().invoke(app, [*arguments, "--day", today.isoformat(), "--config", str(config)])
    assert done.exit_code == 0, done.output
    assert [((sender or "").strip("<>"), to) for sender, to in sink.got] == [("", [MAILBOX])]
    assert "vide@regie.example.org: nothing came" in done.output
