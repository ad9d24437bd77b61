"""The codec and the changes, against an MTA's own reading of them, and against bytes that are no milter protocol."""

import asyncio
import random
import struct
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gateway.milter import wire
from gateway.milter.changes import CannotExpress, changes
from tests.milter.mta import Mail

NAMES = st.sampled_from(
    [b"Subject", b"subject", b"To", b"X-Ecluse-Id", b"x-ecluse-action", b"Received", b"X"]
)
TEXTS = st.text(alphabet=" \tab:\r\xe9%", max_size=8).map(str.encode)
VALUES = st.lists(TEXTS, min_size=1, max_size=3).map(
    lambda lines: b"\n ".join(line.rstrip(b"\r") for line in lines)
)
FIELDS = st.lists(st.tuples(NAMES, VALUES), max_size=8)
BODIES = st.binary(max_size=60)
PACKETS = st.lists(st.tuples(st.sampled_from(b"ABCDEHKLMNOQRTUz\0"), st.binary(max_size=40)), max_size=12)


def packets(stream: bytes) -> list[tuple[bytes, bytes]]:
    """What is in a stream of packets."""
    found = []
    while stream:
        (length,) = struct.unpack("!I", stream[:4])
        assert length <= 65536
        found.append((stream[4:5], stream[5 : 4 + length]))
        stream = stream[4 + length :]
    return found


def is_ours(field: tuple[bytes, bytes]) -> bool:
    return field[0].lower().startswith(b"x-ecluse-")


@settings(max_examples=500, deadline=None)
@given(FIELDS, FIELDS, BODIES, BODIES)
def test_the_changes_make_of_the_one_message_the_other(before, after, old_body, new_body):
    old, new = Mail(before, old_body), Mail(after, new_body)
    changed = old.changed(packets(b"".join(changes(old.wire, new.wire))))
    assert changed.body == (new_body or (b"\r\n" if old_body else b""))

    def readable(fields):
        return sorted((name, value or b" ") for name, value in fields)

    assert readable(changed.fields) == readable(after)


@settings(max_examples=300, deadline=None)
@given(FIELDS, BODIES, st.data())
def test_an_edited_value_stays_in_its_place_and_trace_fields_stand_on_top(fields, body, data):
    edited = [(name, data.draw(st.sampled_from([value, value + b"!"]))) for name, value in fields]
    trace = [(b"X-Ecluse-Id", b" 1"), (b"X-Ecluse-Action", b" redact")]
    kept = [field for field in edited if not is_ours(field)]
    old, new = Mail(fields, body), Mail(trace + kept, body)
    assert old.changed(packets(b"".join(changes(old.wire, new.wire)))) == new


@pytest.mark.parametrize("content", [b"", b"Subject: x", b"no field\r\n\r\nx", b"A: 1\r\nB\r\n\r\n"])
def test_what_is_no_message_cannot_be_asked_for(content):
    with pytest.raises(CannotExpress):
        list(changes(b"Subject: y\r\n\r\nbody", content))


@settings(max_examples=300, deadline=None)
@given(PACKETS, st.lists(st.integers(1, 60), min_size=1, max_size=20))
def test_packets_are_the_same_however_the_stream_is_cut(sent, cuts):
    stream = b"".join(wire.packet(bytes((kind,)), data) for kind, data in sent)
    decoder, heard = wire.Decoder(), []
    while stream:
        size = cuts[len(heard) % len(cuts)]
        heard += decoder.feed(stream[:size])
        stream = stream[size:]
    assert heard == sent


@settings(max_examples=500, deadline=None)
@given(st.binary(max_size=80))
def test_no_bytes_raise_anything_but_the_protocol_error(data):
    for read in (wire.Decoder().feed, wire.negotiation, wire.client, wire.arguments, wire.header):
        with suppress(wire.ProtocolError):
            list(read(data))


@pytest.mark.parametrize("length", [0, wire.MOST + 1, 0xFFFFFFFF])
def test_a_packet_of_impossible_length_is_refused_before_it_is_read(length):
    with pytest.raises(wire.ProtocolError):
        list(wire.Decoder().feed(struct.pack("!I", length)))


@pytest.mark.parametrize(
    "data",
    [
        b"Subject",
        b"Subject\0x",
        b"Subject\0x\0y\0",
        b"\0x\0",
        b"Sub ject\0x\0",
        b"Sub:ject\0x\0",
        b"S\0a\nTo: b\0",
        b"S\0a\r\n\r\nbody\0",
    ],
)
def test_a_header_that_would_read_back_as_something_else_is_refused(data):
    with pytest.raises(wire.ProtocolError):
        wire.header(data)


def test_a_percent_sign_in_a_reply_is_doubled_for_the_mta():
    assert wire.reply(b"550-5.7.1 100%\r\n550 5.7.1 b\r\n")[5:] == b"550-5.7.1 100%%\r\n550 5.7.1 b\0"


@pytest.mark.parametrize(
    "stream",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        b"EHLO c.test\r\n",
        wire.packet(b"M", b"<a@c.test>\0"),
        wire.packet(b"O", b"\0"),
        wire.packet(b"z"),
        b"\xff" * 100,
    ],
)
async def test_a_peer_that_does_not_speak_milter_is_left_at_once(gate, stream):
    reader, writer = await asyncio.open_connection("127.0.0.1", gate.port)
    writer.write(stream)
    async with asyncio.timeout(5):
        assert await reader.read() == b""
    writer.close()


@pytest.mark.parametrize(
    "events",
    [
        [b"R<info@org.test>\0"],
        [b"LSubject\0x\0"],
        [b"E"],
        [b"M<a@c.test>\0", b"N", b"E"],
        [b"M<a@c.test>\0", b"M<a@c.test>\0"],
        [b"M<a@c.test>\0", b"Bbody"],
        [b"M<a@c.test>\0", b"N", b"LSubject\0x\0"],
        [b"M<a@c.test>\0", b"R<b@org.test>"],
        [b"O" + b"\0" * 12],
    ],
)
async def test_events_out_of_order_end_the_connection_and_let_nothing_pass(gate, events):
    mta = await gate.mta()
    for event in events:
        mta.say(event[:1], event[1:])
    heard = []
    while (packet := await mta.hear())[0]:
        heard.append(packet)
    assert heard == []
    assert gate.services.store.replies == []


async def test_random_events_never_upset_the_door(gate):
    chance = random.Random(7)
    usual = [
        (b"O", struct.pack("!III", 6, 0x1FF, 0x1FFFFF)),
        (b"C", b"c.test\x004\0\x19192.0.2.7\0"),
        (b"H", b"c.test\0"),
        (b"M", b"<a@c.test>\0"),
        (b"R", b"<info@org.test>\0"),
        (b"L", b"Subject\0 x\0"),
        (b"N", b""),
        (b"B", b"046 454 286\r\n"),
        (b"E", b""),
    ]
    for _ in range(300):
        mta = await gate.connect()
        for kind, data in usual:
            for _ in range(chance.choice((0, 1, 1, 1, 1, 1, 1, 2))):
                mta.say(kind, data if chance.random() < 0.97 else chance.randbytes(chance.randrange(9)))
            if chance.random() < 0.03:
                mta.say(chance.randbytes(1), data)
        mta.say(b"Q")
        heard = []
        while (packet := await mta.hear())[0]:
            heard.append(packet)
        assert {kind for kind, _ in heard} <= {b"O", b"c", b"y", b"i", b"m", b"b"}
    mta = await gate.mta()
    assert (await mta.send(Mail([(b"Subject", b" x")], b"y\r\n"))).code == "250"
    assert len(gate.door.sessions) == 1
