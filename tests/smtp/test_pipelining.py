"""Commands that come together (RFC 2920): said to the next hop together, answered in order, each in the next hop's words."""

import asyncio
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.smtp import relay
from gateway.smtp.content import malformed, normalised
from gateway.smtp.reading import Content, read_content
from gateway.smtp.server import start_smtp
from tests.smtp.conversation import set_smtp

EHLO, MAIL, CLEAN = b"EHLO c.test\r\n", b"MAIL FROM:<a@c.test>\r\n", b"Subject: x\r\n\r\nbonjour\r\n.\r\n"


def rcpt(name: str) -> bytes:
    return b"RCPT TO:<%s@org.test>\r\n" % name.encode()


class PipeliningHop:
    """A next hop that answers by recipient: `says` maps the first word, or an address, to its reply. Keeps what comes at once."""

    def __init__(self, says=None, offers=b"PIPELINING"):
        self.says, self.offers = says or {}, offers
        self.delay = 0.0  # seconds before each answer
        self.heard: list[bytes] = []  # the octets of each read
        self.delivered: list[bytes] = []

    async def __call__(self, reader, writer):
        writer.write(b"220 hop ESMTP\r\n")
        waiting = b""
        while octets := await reader.read(65536):
            self.heard.append(octets)
            waiting += octets
            while b"\r\n" in waiting:
                line, _, waiting = waiting.partition(b"\r\n")
                await asyncio.sleep(self.delay)
                if line == b"DATA" and self.says.get("DATA", "354").startswith("354"):
                    writer.write(b"354 go\r\n")
                    while not waiting.endswith(b"\r\n.\r\n"):
                        waiting += await reader.read(65536)
                    self.delivered.append(waiting)
                    waiting = b""
                    writer.write(b"250 2.0.0 queued\r\n")
                elif (reply := self._reply(line)) == "close":
                    writer.close()
                    return
                else:
                    writer.write(reply.encode() + b"\r\n")
        writer.close()

    def _reply(self, line: bytes) -> str:
        word = line.split()[0].decode()
        if word == "EHLO":
            return f"250-hop\r\n250 {self.offers.decode()}"
        address = line.partition(b"<")[2].partition(b"@")[0].decode()
        return self.says.get(address) or self.says.get(word, f"250 2.1.5 {address or 'ok'}")


@pytest.fixture
async def before(services_for):
    """Opens a door before a PipeliningHop, says octets all at once, and gives the replies."""
    services, _ = services_for
    opened = []

    async def converse(hop: PipeliningHop, *said: bytes) -> list[str]:
        server = await asyncio.start_server(hop, "127.0.0.1", 0)
        set_smtp(
            services, next_hop=f"127.0.0.1:{server.sockets[0].getsockname()[1]}", relay_domains=["org.test"]
        )
        door = await start_smtp(services)
        opened.extend((server, door))
        reader, writer = await asyncio.open_connection(*door.address)
        writer.write(EHLO)
        async with asyncio.timeout(20):
            while not (await reader.readline()).startswith(b"250 "):
                pass
            for octets in said:
                writer.write(octets)
                await asyncio.sleep(0.05 if len(said) > 1 else 0)
            writer.write(b"QUIT\r\n")
            replies = (await reader.read()).decode().splitlines()
        writer.close()
        return replies

    yield converse
    for server, door in zip(opened[::2], opened[1::2], strict=True):
        await door.drain(0.1)
        server.close()


async def test_what_comes_together_is_said_together(before):
    hop = PipeliningHop()
    replies = await before(hop, MAIL + rcpt("one") + rcpt("two") + b"DATA\r\n" + CLEAN)

    assert [reply[:3] for reply in replies] == ["250", "250", "250", "354", "250", "221"]
    assert hop.heard[1:3] == [MAIL + rcpt("one") + rcpt("two"), b"DATA\r\n"]
    assert len(hop.delivered) == 1


async def test_a_next_hop_without_pipelining_hears_one_command_at_a_time(before):
    hop = PipeliningHop(offers=b"8BITMIME")
    replies = await before(hop, MAIL + rcpt("one") + rcpt("two") + b"DATA\r\n" + CLEAN)

    assert [reply[:3] for reply in replies] == ["250", "250", "250", "354", "250", "221"]
    assert hop.heard[1:4] == [MAIL, rcpt("one"), rcpt("two")]


async def test_some_recipients_refused_the_others_get_the_message(before):
    hop = PipeliningHop({"two": "550 5.1.1 nobody", "three": "452 4.2.2 full"})
    group = MAIL + rcpt("one") + rcpt("two") + rcpt("three") + rcpt("four") + b"DATA\r\n"
    replies = await before(hop, group + CLEAN)

    assert replies[:5] == [
        "250 2.1.5 a",
        "250 2.1.5 one",
        "550 5.1.1 nobody",
        "452 4.2.2 full",
        "250 2.1.5 four",
    ]
    assert [reply[:3] for reply in replies[5:]] == ["354", "250", "221"]
    assert len(hop.delivered) == 1


async def test_all_recipients_refused_nothing_is_sent_and_what_looks_like_commands_is_refused(before):
    """The client said DATA before it knew: it must wait for 354, and one that does not gets its lines refused."""
    hop = PipeliningHop({"RCPT": "550 5.1.1 nobody"})
    replies = await before(hop, MAIL + rcpt("one") + rcpt("two") + b"DATA\r\n")

    assert [reply[:3] for reply in replies] == ["250", "550", "550", "503", "221"]
    assert hop.delivered == []
    assert not any(b"DATA" in octets for octets in hop.heard)


@pytest.mark.parametrize("lenient", [False, True])
async def test_a_sender_refused_no_recipient_is_taken(before, lenient):
    hop = PipeliningHop(
        {"MAIL": "550 5.7.1 not you", "a": "550 5.7.1 not you"}
        | ({} if lenient else {"RCPT": "503 5.5.1 need MAIL"})
    )
    replies = await before(hop, MAIL + rcpt("one") + b"DATA\r\n" + b"NOOP\r\n")

    assert [reply[:3] for reply in replies] == ["550", "503", "503", "250", "221"]
    assert hop.delivered == []


@pytest.mark.parametrize("dies_at", ["a", "one", "two"])
async def test_a_next_hop_that_dies_in_the_middle_of_a_group_defers_what_it_did_not_answer(before, dies_at):
    hop = PipeliningHop({dies_at: "close"})
    replies = await before(hop, MAIL + rcpt("one") + rcpt("two") + b"DATA\r\n")

    answered = ["a", "one", "two"].index(dies_at)
    assert [reply[:3] for reply in replies] == ["250"] * answered + ["451"] * (3 - answered) + ["503", "221"]
    assert hop.delivered == []


async def test_a_kept_connection_that_died_is_replaced_under_a_whole_group(before):
    hop = PipeliningHop()
    message = MAIL + rcpt("one") + b"DATA\r\n" + CLEAN
    gone = PipeliningHop._reply

    def once(self, line):
        if line.startswith(b"MAIL") and len(self.delivered) == 1 and not getattr(self, "died", False):
            self.died = True
            return "close"
        return gone(self, line)

    hop._reply = once.__get__(hop)
    replies = await before(hop, message + message)

    assert [reply[:3] for reply in replies] == ["250", "250", "354", "250"] * 2 + ["221"]
    assert hop.died
    assert len(hop.delivered) == 2


async def test_what_comes_while_the_next_hop_answers_is_heard(before):
    hop = PipeliningHop()
    hop.delay = 0.1
    replies = await before(hop, MAIL + rcpt("one"), b"DATA\r\n", CLEAN)

    assert [reply[:3] for reply in replies] == ["250", "250", "354", "250", "221"]


async def test_content_that_looks_like_commands_is_content(before):
    hop = PipeliningHop()
    content = b"Subject: x\r\n\r\nQUIT\r\nRSET\r\n" + MAIL + rcpt("evil") + b"DATA\r\n..\r\n.\r\n"
    replies = await before(
        hop, MAIL + rcpt("one") + b"DATA\r\n" + content + MAIL + rcpt("two") + b"DATA\r\n" + CLEAN
    )

    assert [reply[:3] for reply in replies] == ["250", "250", "354", "250"] * 2 + ["221"]
    assert content in hop.delivered[0]
    assert len(hop.delivered) == 2


async def test_answers_keep_their_order_whoever_gives_them(before):
    hop = PipeliningHop()
    refused = b"RCPT TO:<x@elsewhere.test>\r\n"
    group = (
        MAIL
        + rcpt("one")
        + b"RCPT TO:nonsense\r\n"
        + rcpt("two")
        + b"BOGUS\r\n"
        + b"NOOP\r\n"
        + rcpt("three")
    )
    replies = await before(hop, group + refused)

    assert replies[:2] == ["250 2.1.5 a", "250 2.1.5 one"]
    assert [reply[:3] for reply in replies[2:]] == ["501", "250", "500", "250", "250", "250", "221"]
    assert replies[3] == "250 2.1.5 two"


async def test_more_recipients_than_are_said_at_once_are_all_answered(before):
    hop = PipeliningHop({"r7": "550 5.1.1 nobody"})
    group = MAIL + b"".join(rcpt(f"r{number}") for number in range(350))
    replies = await before(hop, group + b"DATA\r\n" + CLEAN)

    assert replies[1:351] == [
        f"250 2.1.5 r{number}" if number != 7 else "550 5.1.1 nobody" for number in range(350)
    ]
    assert replies[352][:3] == "250"


async def test_commands_cut_anywhere_are_commands(before):
    hop = PipeliningHop()
    whole = MAIL + rcpt("one") + b"DATA\r\n" + CLEAN
    replies = await before(hop, *(whole[at : at + 7] for at in range(0, len(whole), 7)))

    assert [reply[:3] for reply in replies] == ["250", "250", "354", "250", "221"]


async def test_a_line_that_never_ends_is_refused_and_the_next_one_heard(before):
    replies = await before(
        PipeliningHop(), b"NOOP " + b"x" * 300_000 + b"\r\nNOOP " + b"x" * 600 + b"\r\nNOOP\r\n"
    )

    assert [reply[:3] for reply in replies] == ["500", "500", "250", "221"]


class _Pieces:
    """What a wire gives, piece by piece."""

    def __init__(self, pieces):
        self.pieces, self.waiting, self.rest = pieces, b"", b""

    def take(self):
        taken, self.waiting = self.waiting, b""
        return taken

    async def more(self):
        if not self.pieces:
            raise ConnectionResetError
        self.waiting = self.pieces.pop(0)

    def give_back(self, octets):
        self.rest = octets


@given(
    st.lists(
        st.sampled_from([b"\r\n", b".", b"a", b"\r", b"\n", b"..", b"\r\n.\r\n", b"\r\n."]), max_size=9
    ).map(b"".join),
    st.lists(st.integers(1, 9), min_size=60, max_size=60),
    st.sampled_from([5, 100]),
)
def test_the_end_of_data_is_found_wherever_the_octets_are_cut(stream, cuts, limit):
    pieces, start = [], 0
    for cut in cuts:
        pieces.append(stream[start : start + cut])
        start += cut
    wire = _Pieces([piece for piece in pieces if piece])
    end = (b"\r\n" + stream).find(b"\r\n.\r\n")
    try:
        content = asyncio.run(read_content(wire, limit, lambda: None))
    except ConnectionResetError:
        assert end < 0
        return

    expected = (b"\r\n" + stream)[: end + 2].replace(b"\r\n.", b"\r\n")[2:]
    dotted = b"\r\n." in (b"\r\n" + stream)[: end + 2]
    assert content == (Content(expected, not malformed(stream[:end]), dotted) if end <= limit else None)
    assert dotted or b"\r\n." not in b"\r\n" + expected
    assert wire.rest + b"".join(wire.pieces) == stream[end + 3 :]


class _Said:
    """What is said on a wire."""

    def __init__(self):
        self.octets = b""

    def say(self, octets):
        self.octets += octets

    def give(self, _seconds):
        pass

    async def flush(self):
        pass


@pytest.mark.parametrize("size", [7, 64, 262_144])
@pytest.mark.parametrize("dotted", [True, False])
@given(
    octets=st.lists(
        st.sampled_from([b"\r\n", b".", b"a", b"\r", b"\n", b"\0", b"\r\n.", b"long" * 30]), max_size=30
    ).map(b"".join)
)
def test_content_is_stuffed_and_whole_wherever_it_is_cut(octets, size, dotted):
    """Not `dotted`: as far as it was told that no line begins with a dot."""
    octets = octets if dotted else octets.replace(b".", b"b")
    said = _Said()
    with patch.object(relay, "_CHUNK", size):
        asyncio.run(relay.Connection(said, 5.0).content(octets, dotted=dotted))

    wanted = (b"\r\n" + normalised(octets)).replace(b"\r\n.", b"\r\n..")[2:]
    assert said.octets == wanted + (b"" if wanted.endswith(b"\r\n") or not wanted else b"\r\n")
