"""BDAT (RFC 3030): octets are counted, never searched for an end; what they hold is content, whatever it looks like."""

import pytest

EHLO, MAIL, RCPT = b"EHLO c.test\r\n", b"MAIL FROM:<a@c.test>\r\n", b"RCPT TO:<info@org.test>\r\n"
CLEAN = b"Subject: hi\r\n\r\nHello.\r\n.\r\nMAIL FROM:<evil@c.test>\r\n"
UNSAFE = b"Subject: NAM\r\n\r\nMon NAS est le 046 454 286.\r\n"


def bdat(content: bytes, last: bool = True) -> bytes:
    return b"BDAT %d%s\r\n%s" % (len(content), b" LAST" if last else b"", content)


async def test_a_message_in_one_chunk_arrives_whole_with_a_line_that_is_a_dot(gate):
    hop, converse = gate
    assert (await converse(EHLO, MAIL, RCPT, bdat(CLEAN)))[1:] == ["250"] * 4
    (delivered,) = hop.delivered
    assert delivered.endswith(CLEAN.replace(b"\r\n.\r\n", b"\r\n..\r\n"))


@pytest.mark.parametrize("size", [1, 7, 20])
async def test_a_value_cut_by_chunks_is_found(gate, size):
    hop, converse = gate
    pieces = [UNSAFE[at : at + size] for at in range(0, len(UNSAFE), size)]
    codes = await converse(
        EHLO, MAIL, RCPT, *(bdat(piece, last=False) for piece in pieces), b"BDAT 0 LAST\r\n"
    )
    assert set(codes[1:]) == {"250"}
    assert b"046 454 286" not in hop.delivered[0]


async def test_chunks_without_a_transaction_are_swallowed_not_obeyed(gate):
    hop, converse = gate
    assert await converse(EHLO, bdat(b"QUIT\r\n"), b"NOOP\r\n") == ["220", "250", "503", "250"]
    assert hop.delivered == []


async def test_data_after_bdat_is_out_of_order(gate):
    hop, converse = gate
    codes = await converse(EHLO, MAIL, RCPT, bdat(CLEAN, last=False), b"DATA\r\n", b"BDAT 0 LAST\r\n")
    assert codes[4:] == ["250", "503", "250"]
    assert len(hop.delivered) == 1


async def test_rset_forgets_the_chunks(gate):
    hop, converse = gate
    codes = await converse(
        EHLO, MAIL, RCPT, bdat(b"Subject: old\r\n", last=False), b"RSET\r\n", MAIL, RCPT, bdat(CLEAN)
    )
    assert codes[-1] == "250"
    assert b"Subject: old" not in hop.delivered[0]


async def test_an_unreadable_count_ends_the_session(gate):
    hop, converse = gate
    assert (await converse(EHLO, MAIL, RCPT, b"BDAT many LAST\r\n", b"NOOP\r\n"))[-2:] == ["501", "closed"]
    assert hop.delivered == []


async def test_the_next_hops_refusal_is_the_clients_to_hear(gate):
    hop, converse = gate
    hop.say = {"dot": "452 4.3.1 disk full"}
    assert (await converse(EHLO, MAIL, RCPT, bdat(CLEAN)))[-1] == "452"
