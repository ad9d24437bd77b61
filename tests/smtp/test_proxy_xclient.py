"""Who the client is, as what stands before us says: PROXY, XCLIENT, XFORWARD."""

import random
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.smtp import commands
from tests.smtp.conversation import set_smtp, talk, transaction

V2 = b"\r\n\r\n\x00\r\nQUIT\n"


@pytest.mark.parametrize(
    "header",
    [
        b"PROXY TCP4 203.0.113.9 198.51.100.1 40000 25\r\n",
        V2
        + b"\x21\x11"
        + struct.pack("!H", 12)
        + bytes([203, 0, 113, 9, 198, 51, 100, 1])
        + struct.pack("!HH", 40000, 25),
    ],
    ids=["v1", "v2"],
)
async def test_the_client_is_whom_the_load_balancer_says(services_for, header, open_door):
    services, hop = services_for
    set_smtp(services, proxy_protocol=True, relay_domains=["org.test"])
    door = await open_door(services)
    replies = await talk(door.address, *transaction(header))

    assert [reply[:3] for reply in replies] == [b"220", b"250", b"250", b"250", b"354", b"250"]
    assert b"([203.0.113.9])" in hop.delivered[0]


async def test_a_client_behind_the_balancer_has_its_own_rights_only(services_for, open_door):
    services, _ = services_for
    set_smtp(services, proxy_protocol=True, relay_domains=["org.test"])
    door = await open_door(services)
    header = b"PROXY TCP4 203.0.113.9 198.51.100.1 40000 25\r\n"
    replies = await talk(
        door.address, header, b"EHLO c.test\r\n", b"XFORWARD ADDR=1.2.3.4\r\n", b"XCLIENT ADDR=1.2.3.4\r\n",
        b"MAIL FROM:<a@c.test>\r\n", b"RCPT TO:<x@elsewhere.test>\r\n",
    )  # fmt: skip

    assert [reply[:3] for reply in replies] == [b"220", b"250", b"550", b"550", b"250", b"554"]


@pytest.mark.parametrize(
    "header",
    [b"EHLO c.test\r\n", b"PROXY TCP4 x y 1 2\r\n", b"PROXY " + b"A" * 200 + b"\r\n", V2 + b"\xff" * 60],
)
async def test_what_is_no_proxy_header_is_hung_up_on(services_for, header, open_door):
    services, _ = services_for
    set_smtp(services, proxy_protocol=True)
    door = await open_door(services)

    assert await talk(door.address, header) == [b""]


async def test_random_octets_before_a_session_deliver_nothing_and_never_hang(services_for, open_door):
    services, hop = services_for
    set_smtp(services, proxy_protocol=True)
    door = await open_door(services)
    rng = random.Random(20261124)
    starts = (b"", b"PROXY ", b"PROXY TCP4 ", V2, V2 + b"\x21\x11\x00\x0c", V2 + b"\x21\x21\x00\x24")
    for _ in range(80):
        header = rng.choice(starts) + rng.randbytes(rng.randrange(1, 60)) + b"\r\n" * 20 + bytes(300)
        (reply,) = await talk(door.address, header)
        assert reply == b"" or (reply.startswith(b"220") and header.startswith(V2))

    assert hop.delivered == []


async def test_a_proxy_header_from_a_stranger_is_hung_up_on(services_for, open_door):
    services, _ = services_for
    set_smtp(services, proxy_protocol=True, trusted_peers=["192.0.2.0/24"])
    door = await open_door(services)

    assert await talk(door.address, b"PROXY TCP4 203.0.113.9 198.51.100.1 40000 25\r\n") == [b""]


async def test_a_health_check_of_the_balancer_is_greeted(services_for, open_door):
    services, _ = services_for
    set_smtp(services, proxy_protocol=True)
    door = await open_door(services)

    assert (await talk(door.address, b"PROXY UNKNOWN\r\n"))[0].startswith(b"220")


async def test_xclient_makes_the_session_somebody_elses(services_for, open_door):
    services, hop = services_for
    set_smtp(services, relay_domains=["org.test"])
    door = await open_door(services)
    replies = await talk(
        door.address, b"", b"EHLO edge.test\r\n", b"XCLIENT NAME=mail.c.test ADDR=IPV6:2001:db8::9 HELO=mail.c.test\r\n",
        *transaction()[1:],
    )  # fmt: skip

    assert [reply[:3] for reply in replies] == [
        b"220",
        b"250",
        b"220",
        b"250",
        b"250",
        b"250",
        b"354",
        b"250",
    ]
    assert b"from mail.c.test ([2001:db8::9])" in hop.delivered[0]


async def test_xclient_needs_trust_syntax_and_no_transaction(services_for, open_door):
    services, _ = services_for
    door = await open_door(services)
    hello, mail = b"EHLO c.test\r\n", b"MAIL FROM:<a@c.test>\r\n"
    said = [
        hello,
        b"XCLIENT\r\n",
        b"XCLIENT ADDR=nowhere\r\n",
        b"XCLIENT FOO=1\r\n",
        mail,
        b"XCLIENT ADDR=192.0.2.1\r\n",
    ]
    replies = await talk(door.address, b"", *said)

    assert [reply[:3] for reply in replies[2:]] == [b"501", b"501", b"501", b"250", b"503"]


async def test_after_xclient_a_stranger_is_a_stranger(services_for, open_door):
    services, _ = services_for
    set_smtp(services, relay_domains=["org.test"])
    door = await open_door(services)
    said = [
        b"EHLO c.test\r\n",
        b"XCLIENT ADDR=203.0.113.9\r\n",
        b"EHLO c.test\r\n",
        b"MAIL FROM:<a@c.test>\r\n",
    ]
    replies = await talk(
        door.address,
        b"",
        *said,
        b"RCPT TO:<x@elsewhere.test>\r\n",
        b"RSET\r\n",
        b"XCLIENT ADDR=127.0.0.1\r\n",
    )

    assert [reply[:3] for reply in replies[4:]] == [b"250", b"554", b"250", b"550"]


async def test_what_xforward_said_holds_for_one_message(services_for, open_door):
    services, hop = services_for
    door = await open_door(services)
    once = transaction()[2:]
    await talk(
        door.address, b"", b"EHLO c.test\r\n", b"XFORWARD ADDR=203.0.113.9 HELO=real.test\r\n", *once, *once
    )

    assert b"from real.test ([203.0.113.9])" in hop.delivered[0]
    assert b"from c.test ([127.0.0.1])" in hop.delivered[1]


UNKNOWN = ("[UNAVAILABLE]", "[tempunavail]")
SAID = st.text(st.characters(max_codepoint=255)) | st.sampled_from(UNKNOWN)


def xtext(text: str) -> str:
    """As RFC 3461 §4 has it."""
    return "".join(one if "!" <= one <= "~" and one not in "+=" else f"+{ord(one):02X}" for one in text)


@given(
    st.dictionaries(
        st.sampled_from([name for name in commands.XCLIENT_NAMES if name != "ADDR"]), SAID, min_size=1
    ),
    st.ip_addresses().map(str) | st.sampled_from(UNKNOWN),
    st.sampled_from((str.upper, str.lower)),
)
def test_what_xclient_says_is_read(said, address, cased):
    attributes = {**said, "ADDR": address}
    argument = " ".join(f"{cased(name)}={xtext(text)}" for name, text in attributes.items())

    read = {name: "" if text in UNKNOWN else text for name, text in attributes.items()}
    assert commands.xclient(argument) == read
    assert commands.client_address(read) == read["ADDR"]


@pytest.mark.parametrize(
    "argument",
    [
        None, "", " ", "NAME", "=x", "FOO=1", "NAME=x FOO=1", "NAME=x HELO", "NAME = x", "ADDR=nowhere", "ADDR=192.0.2",
        "ADDR=IPV6:192.0.2", "ADDR=IPV4:192.0.2.1", "NAME=x ADDR=[192.0.2.1]",
    ],
)  # fmt: skip
def test_what_is_no_xclient_argument_is_refused(argument):
    assert commands.xclient(argument) is None
