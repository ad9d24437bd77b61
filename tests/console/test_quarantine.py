"""Quarantine by the people who may: preview, the redacted copy, two people for the original, refusal, destruction."""

import asyncio
import io
import threading
import zipfile
from concurrent.futures import ThreadPoolExecutor
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from aiosmtpd.smtp import SMTP

from gateway.model import Channel, Envelope, HeldPart, Incomplete, Message, Reason
from gateway.pipeline import new_id
from gateway.smtp.places import fixed
from gateway.smtp.relay import NextHop
from gateway.smtp.release import NotDelivered, deliver
from gateway.store import quarantine, register
from tests.console.conftest import Console
from tests.store.builders import MAILBOX, PASSPHRASE, SENDER, decided

SIN = "046 454 286"  # passes the check; the 0 series is never issued


def held_mail(console: Console, text: str = f"Mon NAS est le {SIN}.") -> Message:
    """A mail whose text attachment is held."""
    mail = EmailMessage(policy=policy.SMTP)
    mail["From"], mail["To"], mail["Subject"] = f"Citoyenne <{SENDER}>", MAILBOX, "Ma demande"
    mail["Date"], mail["Message-ID"] = "Mon, 02 Nov 2026 10:00:00 -0500", "<original@example.net>"
    mail.set_content("Bonjour, voir la pièce jointe.")
    mail.add_attachment(text, filename="demande.txt")
    raw = mail.as_bytes()
    envelope = Envelope(SENDER, (MAILBOX,), mail_options=("BODY=8BITMIME", "SIZE=999"))
    message = Message(new_id(), Channel.EMAIL, raw, envelope)
    extraction = console.services.inspector.reader(message)
    (path,) = {
        segment.path.split("/")[1] for segment in extraction.segments if segment.path.startswith("att/")
    }
    part = HeldPart(f"att/{path}", extraction.part(f"att/{path}"), "text/plain", "UNREDACTABLE")
    inspection = decided(held=(part,), incomplete=(Incomplete(Reason.UNREADABLE, part.path),))
    asyncio.run(console.store.hold(message, inspection))
    return message


def state_of(console: Console, message: Message) -> str:
    item = quarantine.item(console.store.database, message.id)
    assert item is not None
    return str(item["state"])


def test_the_preview_shows_the_part_without_what_was_found_and_is_logged(
    console: Console, people: dict[str, str]
) -> None:
    message = held_mail(console)
    officer = console.client("officer")
    page = console.post(officer, f"/quarantine/{message.id}/preview", {"passphrase": PASSPHRASE})
    assert page.status_code == 200
    assert "Mon NAS est le" in page.text
    assert SIN not in page.text
    assert 'sandbox=""' in page.text
    assert "aperçu caviardé ouvert" in page.text
    assert state_of(console, message) == "held"


def test_a_wrong_passphrase_opens_nothing(console: Console, people: dict[str, str]) -> None:
    message = held_mail(console)
    answer = console.post(
        console.client("officer"), f"/quarantine/{message.id}/preview", {"passphrase": "non"}
    )
    assert answer.status_code == 422
    assert "Mon NAS" not in answer.text


def test_the_redacted_copy_goes_out_in_one_step_and_the_original_is_destroyed(
    console: Console, people: dict[str, str]
) -> None:
    message = held_mail(console)
    answer = console.post(
        console.client("officer"), f"/quarantine/{message.id}/redacted", {"passphrase": PASSPHRASE}
    )
    assert answer.status_code == 303, answer.text
    ((envelope, content),) = console.released
    copy = message_from_bytes(content, policy=policy.default)
    assert (envelope.mail_from, envelope.rcpt_to) == (SENDER, (MAILBOX,))
    assert "Mon NAS est le" in copy.get_content()
    assert SIN not in content.decode()
    assert copy["Date"] == "Mon, 02 Nov 2026 10:00:00 -0500"
    assert copy["From"] == f"Citoyenne <{SENDER}>"
    assert copy["References"] == "<original@example.net>"
    assert state_of(console, message) == "released"


def test_two_officers_at_once_release_it_once(console: Console, people: dict[str, str]) -> None:
    message = held_mail(console)
    under_way, go_on = threading.Event(), threading.Event()

    async def slow(envelope: Envelope, content: bytes) -> None:
        under_way.set()
        await asyncio.to_thread(go_on.wait, 60)
        console.released.append((envelope, content))

    console.services.release = slow
    one, two = console.client("officer"), console.client("second")
    path, sent = f"/quarantine/{message.id}", {"passphrase": PASSPHRASE}
    with ThreadPoolExecutor(1) as threads:
        first = threads.submit(console.post, one, f"{path}/redacted", sent, timeout=90)
        assert under_way.wait(60)
        for way in ("redacted", "refuse"):
            answer = console.post(two, f"{path}/{way}", sent, timeout=90)
            assert (answer.status_code, "en ce moment" in answer.text) == (422, True)
        go_on.set()
        assert first.result().status_code == 303
    assert console.post(two, f"{path}/redacted", sent, timeout=90).status_code == 422
    assert len(console.released) == 1


def test_a_release_that_failed_may_be_tried_again_at_once(console: Console, people: dict[str, str]) -> None:
    message, release = held_mail(console), console.services.release

    async def down(envelope: Envelope, content: bytes) -> None:
        raise NotDelivered(451)

    officer = console.client("officer")
    for service, expected in ((down, 422), (release, 303)):
        console.services.release = service
        sent = {"passphrase": PASSPHRASE}
        answer = console.post(officer, f"/quarantine/{message.id}/redacted", sent, timeout=90)
        assert answer.status_code == expected
    assert len(console.released) == 1


def test_the_original_takes_a_reason_and_a_second_person(console: Console, people: dict[str, str]) -> None:
    message = held_mail(console)
    first, second = console.client("officer"), console.client("second")
    path = f"/quarantine/{message.id}"
    assert console.post(first, f"{path}/original", {"passphrase": PASSPHRASE}).status_code == 422
    assert console.post(first, f"{path}/ask", {"reason": "court"}).status_code == 422
    assert console.post(first, f"{path}/ask", {"reason": f"Il faut son NAS {SIN}"}).status_code == 422
    assert console.post(first, f"{path}/ask", {"reason": "Pièce exigée pour un appel"}).status_code == 303
    assert console.post(first, f"{path}/original", {"passphrase": PASSPHRASE}).status_code == 422
    assert console.released == []
    assert console.post(second, f"{path}/original", {"passphrase": PASSPHRASE}).status_code == 303
    ((envelope, content),) = console.released
    assert envelope.mail_from == SENDER
    assert content.endswith(message.raw[message.raw.index(b"From:") :])
    assert b"X-Ecluse-Action: released" in content
    (entry,) = [e for e in register.entries(console.store.database) if e.kind == "quarantine.released"]
    assert entry.detail["asked_by"] == "officer"
    assert entry.detail["by"] == "second"
    assert register.verify(console.store.database, console.store.secret).broken is None


def test_when_the_next_hop_does_not_take_it_nothing_is_destroyed(
    console: Console, people: dict[str, str]
) -> None:
    message = held_mail(console)

    async def down(envelope: Envelope, content: bytes) -> None:
        raise NotDelivered(451)

    console.services.release = down
    answer = console.post(
        console.client("officer"), f"/quarantine/{message.id}/redacted", {"passphrase": PASSPHRASE}
    )
    assert answer.status_code == 422
    assert state_of(console, message) == "held"


def encrypted_archive() -> bytes:
    """A ZIP archive whose one member needs a password (APPNOTE 4.4.4, bit 0)."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("demande.txt", "Bonjour")
    raw = bytearray(content.getvalue())
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    return bytes(raw)


def half_readable_archive() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("lisible.txt", "Bonjour")
        archive.writestr("dossier.zip", encrypted_archive())
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "kind", "filename", "reason"),
    [
        (b"\x00\x01\x02", "x-strange", "a.bin", "UNKNOWN_TYPE"),
        (encrypted_archive(), "zip", "dossier.zip", "ENCRYPTED"),
        (half_readable_archive(), "zip", "dossiers.zip", "ENCRYPTED"),
    ],
)
def test_what_cannot_be_read_in_full_has_no_redacted_copy(
    console: Console, people: dict[str, str], content: bytes, kind: str, filename: str, reason: str
) -> None:
    """A file's name is not what is in it: the copy would hold the name alone, and the original be destroyed."""
    mail = EmailMessage(policy=policy.SMTP)
    mail["From"], mail["To"], mail["Subject"] = SENDER, MAILBOX, "x"
    mail.set_content("Bonjour")
    mail.add_attachment(content, "application", kind, filename=filename)
    message = Message(new_id(), Channel.EMAIL, mail.as_bytes(), Envelope(SENDER, (MAILBOX,)))
    part = HeldPart("att/0", content, f"application/{kind}", reason)
    asyncio.run(console.store.hold(message, decided(held=(part,))))
    officer = console.client("officer")
    page = console.post(officer, f"/quarantine/{message.id}/preview", {"passphrase": PASSPHRASE}).text
    assert "Le contenu ne peut pas être montré en entier" in page
    answer = console.post(officer, f"/quarantine/{message.id}/redacted", {"passphrase": PASSPHRASE})
    assert answer.status_code == 422
    assert (console.released, state_of(console, message)) == ([], "held")


def test_the_redacted_copy_of_a_long_part_is_all_of_it(console: Console, people: dict[str, str]) -> None:
    message = held_mail(console, f"Mon NAS est le {SIN}.\n" + "Bonjour.\n" * 30_000 + "Au revoir.")
    officer = console.client("officer")
    answer = console.post(officer, f"/quarantine/{message.id}/redacted", {"passphrase": PASSPHRASE})
    assert answer.status_code == 303
    ((_, content),) = console.released
    assert "Au revoir." in message_from_bytes(content, policy=policy.default).get_content()


def test_refusing_destroys_and_offers_a_courteous_message_in_both_languages(
    console: Console, people: dict[str, str]
) -> None:
    message = held_mail(console)
    officer = console.client("officer")
    assert console.post(officer, f"/quarantine/{message.id}/refuse").status_code == 303
    page = officer.get(f"/console/quarantine/{message.id}").text
    assert "Merci de votre compréhension" in page
    assert "Thank you for your understanding" in page
    assert "destruction vérifiée" in page
    gone = console.post(officer, f"/quarantine/{message.id}/preview", {"passphrase": PASSPHRASE})
    assert gone.status_code == 422


def test_the_key_can_be_brought_when_the_server_has_none(
    console: Console, people: dict[str, str], tmp_path: Path
) -> None:
    message = held_mail(console)
    key_file = tmp_path / "q.key"
    key = key_file.read_bytes()
    key_file.unlink()
    officer = console.client("officer")
    without = console.post(officer, f"/quarantine/{message.id}/preview", {"passphrase": PASSPHRASE})
    assert without.status_code == 422
    files = {"key": ("q.key", key, "application/octet-stream")}
    page = console.post(officer, f"/quarantine/{message.id}/preview", {"passphrase": PASSPHRASE}, files=files)
    assert "Mon NAS est le" in page.text


class _Sink:
    """An SMTP server that keeps what it is given, and refuses one address."""

    def __init__(self) -> None:
        self.got: list[tuple[str, list[str], bytes]] = []

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("nobody"):
            return "550 5.1.1 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 ok"

    async def handle_DATA(self, server, session, envelope):
        self.got.append((envelope.mail_from, envelope.rcpt_tos, envelope.content))
        return "250 2.0.0 ok"


@pytest.fixture
async def sink():
    handler = _Sink()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(handler, hostname="127.0.0.1"), "127.0.0.1", 0)
    handler.address = server.sockets[0].getsockname()[:2]  # type: ignore[attr-defined]
    yield handler
    server.close()


async def test_a_released_message_reaches_a_real_server_byte_for_byte(sink) -> None:
    envelope = Envelope(SENDER, (MAILBOX, "b@regie.example.org"), mail_options=("BODY=8BITMIME", "SIZE=3"))
    content = "Subject: é\r\n\r\n.point\r\nfin\r\n".encode()
    await deliver(NextHop([fixed(*sink.address)], "ecluse.test"), envelope, content)
    ((sender, recipients, got),) = sink.got
    assert (sender, recipients, got) == (SENDER, [MAILBOX, "b@regie.example.org"], content)


async def test_one_refused_recipient_and_nothing_is_delivered(sink) -> None:
    with pytest.raises(NotDelivered):
        await deliver(
            NextHop([fixed(*sink.address)], "ecluse.test"),
            Envelope(SENDER, (MAILBOX, "nobody@x.example")),
            b"a\r\n",
        )
    assert sink.got == []
