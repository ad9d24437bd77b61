"""No sequence of line ends makes a second message, even at a next hop that takes every one of them for an end of data.

The sequences are those of SMTP smuggling (CVE-2023-51764, -51765, -51766, CVE-2024-27305) and their like.
"""

import asyncio
import re

import pytest

from gateway.settings import Settings
from gateway.smtp.places import fixed
from gateway.smtp.relay import Connection, NextHop
from gateway.smtp.server import start_smtp
from tests.smtp.certificates import tls_of, trusting_all
from tests.smtp.conversation import set_smtp, talk

EHLO, MAIL, RCPT = b"EHLO c.test\r\n", b"MAIL FROM:<a@c.test>\r\n", b"RCPT TO:<info@org.test>\r\n"
SECOND = b"MAIL FROM:<evil@c.test>\r\nRCPT TO:<victim@org.test>\r\nDATA\r\nSubject: evil\r\n\r\nsecond\r\n"
ENDS = [
    b"\n.\n", b"\n.\r\n", b"\r.\r", b"\r.\r\n", b"\r.\n", b"\n.\r", b"\r\n.\n", b"\r\n.\r", b"\n\n.\r\n", b"\r\r\n.\r\r\n",
    b"\r\n.\r\r\n", b"\r\n\0.\r\n", b"\r\n.\0\r\n", b"\r\0\n.\r\0\n", b"\r\n\0\0.\0\r\n", b"\0\n.\0\n",
    b"\r\n.\x85\r\n", b"\x85.\x85", b"\x0b.\x0b", b"\r\n. \r\n", b"\r\n.\t\r\n", b"\r\n..\r\n", b"\r\n..\n", b"\n..\n",
]  # fmt: skip


class LenientHop:
    """A next hop that takes CR, LF, and CRs before LF for line ends and overlooks NULs, in commands and content alike."""

    def __init__(self) -> None:
        self.delivered: list[bytes] = []
        self.senders: list[bytes] = []
        self.raw = b""

    async def __call__(self, reader, writer):
        writer.write(b"220 lenient\r\n")
        rest, content = b"", None
        while data := await reader.read(65536):
            self.raw += data
            rest += data
            await asyncio.sleep(0.01)  # what belongs together has come
            *lines, rest = re.split(rb"\r+\n|\r(?!\n)|\n", rest.replace(b"\0", b""))
            for line in lines:
                if content is None:
                    writer.write(self.command(line))
                    content = [] if line.upper() == b"DATA" else None
                elif line == b".":
                    self.delivered.append(b"\r\n".join(content))
                    writer.write(b"250 2.0.0 queued\r\n")
                    content = None
                else:
                    content.append(line.removeprefix(b"."))
        writer.close()

    def command(self, line: bytes) -> bytes:
        if line.upper().startswith(b"MAIL"):
            self.senders.append(line)
        return b"354 go\r\n" if line.upper() == b"DATA" else b"250 2.0.0 ok\r\n"


@pytest.fixture
async def lenient(services_for):
    """(address of a door, lenient next hop), for a way to treat malformed content."""
    services, _ = services_for
    hop = LenientHop()
    server = await asyncio.start_server(hop, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    doors = []

    async def make(malformed):
        smtp = {
            **services.settings.smtp.model_dump(),
            "next_hop": f"127.0.0.1:{port}",
            "malformed": malformed,
        }
        services.settings = Settings.model_validate({"smtp": smtp})
        doors.append(await start_smtp(services))
        return doors[-1].address, hop

    yield make
    for door in doors:
        await door.drain(0.1)
    server.close()


def name(value):
    return repr(value)[2:-1].replace("\\", "") if isinstance(value, bytes) else value


def wire(content: bytes, command: str) -> list[bytes]:
    """What a client says to send `content`, which DATA leaves as it stands: an attacker does not stuff dots."""
    if command == "DATA":
        return [b"DATA\r\n", content + b"\r\n.\r\n"]
    half = len(content) // 2
    return [
        b"BDAT %d\r\n%b" % (half, content[:half]),
        b"BDAT %d LAST\r\n%b" % (len(content) - half, content[half:]),
    ]


@pytest.mark.parametrize("malformed", ["normalise", "refuse"])
@pytest.mark.parametrize("command", ["DATA", "BDAT"])
@pytest.mark.parametrize(
    "text",
    [
        b"Bonjour%b",
        b"Mon NAS est le 046 454 286%b",
        b"Mon NAS est le 046 454%b286 ",
        b"%bMon NAS est le 046 454 286 ",
    ],
    ids=["clean", "behind-a-value", "inside-a-value", "before-a-value"],
)
@pytest.mark.parametrize("end", ENDS, ids=name)
async def test_one_message_stays_one(lenient, end, text, command, malformed):
    address, hop = await lenient(malformed)
    content = b"Subject: x\r\n\r\n" + text % end + SECOND
    replies = await talk(address, b"", EHLO, MAIL, RCPT, *wire(content, command))

    assert replies[-1][:3] in (b"250", b"550")
    assert len(hop.delivered) <= 1
    assert (replies[-1][:3] == b"250") == (len(hop.delivered) == 1)
    assert all(b"evil" not in sender for sender in hop.senders)
    assert b"\0" not in hop.raw
    assert hop.raw.count(b"\r") == hop.raw.count(b"\n") == hop.raw.count(b"\r\n")
    for mail in hop.delivered:
        assert b"second" in mail
        assert b"046 454 286" not in mail


@pytest.mark.parametrize("split", range(1, 6))
async def test_the_true_end_is_found_wherever_packets_part_it(lenient, split):
    address, hop = await lenient("normalise")
    reader, writer = await asyncio.open_connection(*address)
    content = b"DATA\r\nSubject: x\r\n\r\nbonjour\r\n.\r\n"
    async with asyncio.timeout(20):
        writer.write(EHLO + MAIL + RCPT + content[:-split])
        await writer.drain()
        await asyncio.sleep(0.05)
        assert hop.delivered == []
        writer.write(content[-split:] + b"QUIT\r\n")
        said = await reader.read()
    assert said.splitlines()[-2].startswith(b"250")
    assert len(hop.delivered) == 1
    writer.close()


@pytest.mark.parametrize("octet", [b"\r", b"\0", b"\x0b", b"\x1f", b"\x7f"], ids=name)
@pytest.mark.parametrize("verb", [b"MAIL FROM:", b"RCPT TO:"])
async def test_a_command_is_not_smuggled_in_an_address(lenient, verb, octet):
    address, hop = await lenient("normalise")
    inside = octet.join((b"a", b"MAIL FROM:<evil@c.test>", b"b@org.test"))
    before = [MAIL] if verb.startswith(b"RCPT") else []
    replies = await talk(address, b"", EHLO, *before, b'%b<"%b">\r\n' % (verb, inside))
    assert replies[-1].startswith(b"501 ")
    assert hop.senders == [MAIL.rstrip()] * len(before)


async def test_what_leaves_by_any_way_has_whole_line_ends(services_for):
    """Also what comes from elsewhere than a client: the quarantine, the digest."""
    hop = LenientHop()
    server = await asyncio.start_server(hop, "127.0.0.1", 0)
    connection: Connection = await NextHop([fixed(*server.sockets[0].getsockname())], "gate.test").fresh()
    await connection.command(b"DATA")
    await connection.content(b"Subject: x\n\none\n.\nRSET\r\ntwo\0\r")
    await connection.finish()
    connection.close()
    server.close()
    assert hop.delivered == [b"Subject: x\r\n\r\none\r\n.\r\nRSET\r\ntwo"]


@pytest.mark.parametrize(
    "injected",
    [b"MAIL FROM:<evil@c.test>\r\n", b"EHLO evil\r\nMAIL FROM:<evil@c.test>\r\nRCPT TO:<b@org.test>\r\n"],
)
async def test_what_comes_in_the_clear_behind_starttls_is_discarded(services_for, certificate, injected):
    services, hop = services_for
    set_smtp(services, **tls_of(certificate))
    door = await start_smtp(services)
    reader, writer = await asyncio.open_connection(*door.address)
    async with asyncio.timeout(20):
        await reader.readline()
        writer.write(EHLO)
        while (await reader.readline())[3:4] == b"-":
            pass
        writer.write(b"STARTTLS\r\n" + injected)
        assert (await reader.readline()).startswith(b"220")
        await writer.start_tls(trusting_all())
        said = []
        for line in (b"NOOP\r\n", RCPT, b"DATA\r\n", MAIL):
            writer.write(line)
            said.append((await reader.readline())[:3])
    assert said == [b"250", b"503", b"503", b"503"]
    assert hop.delivered == []
    writer.close()
    await door.drain(0.1)
