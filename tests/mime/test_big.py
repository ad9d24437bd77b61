"""Big parts are read piece by piece: the pieces give what the whole gives."""

import base64
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.mime import lens
from gateway.mime.base64 import Base64, tolerant
from gateway.mime.lens import BARE_CR, apply, has_bare_cr
from gateway.mime.message import index
from gateway.mime.plain import CONTROLS, has_controls
from gateway.octets import first_place
from gateway.smtp.content import malformed, normalised

CONTENT = random.Random(7).randbytes(2_000_000)


@pytest.mark.parametrize("width", [76, 60, 75, 1000, 3_000_000])
@pytest.mark.parametrize("newline", [b"\r\n", b"\n"])
def test_a_big_attachment_decodes_whatever_its_lines(width, newline):
    encoded = base64.b64encode(CONTENT)
    raw = newline.join(encoded[at : at + width] for at in range(0, len(encoded), width)) + newline
    part = Base64(raw)

    assert part.clean
    assert part.data == CONTENT
    assert part.raw == raw


@pytest.mark.parametrize("odd", [b"!", b"=", b" ", b"\0"])
@pytest.mark.parametrize("place", [0, 524_288, 1_500_001])
def test_one_odd_octet_anywhere_in_a_big_attachment_is_seen(odd, place):
    raw = base64.encodebytes(CONTENT)
    part = Base64(raw[:place] + odd + raw[place:])

    assert not part.clean
    assert tolerant(part.raw)[: place // 2 // 3 * 3] == CONTENT[: place // 2 // 3 * 3]


@given(st.text(st.characters(max_codepoint=0x110), max_size=80))
def test_control_characters_are_seen_as_the_pattern_sees_them(text):
    assert has_controls(text.encode("utf-8", "surrogatepass")) == bool(CONTROLS.search(text))


@given(st.lists(st.sampled_from([b"\r", b"\n", b"\r\n", b"\0", b"a", b"."]), max_size=12).map(b"".join))
def test_what_is_malformed_is_what_mending_changes(content):
    assert malformed(content) == (normalised(content) != content)
    assert has_bare_cr(content) == bool(BARE_CR.search(content))


@pytest.mark.parametrize("before", range(262_141, 262_146))
@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n", b"\r\r\n", b"\r\n\n"])
def test_a_line_end_is_whole_or_not_wherever_the_pieces_meet(before, end):
    content = b"x" * before + end + b"x\r\n"

    assert malformed(content) == (end != b"\r\n")
    assert has_bare_cr(content) == (end in (b"\r", b"\r\r\n"))


@pytest.mark.parametrize("before", [262_144 - 60, 262_144 - 8, 262_144 - 4, 262_144, 524_288])
def test_parts_are_cut_wherever_the_delimiter_stands(before):
    head = b"Content-Type: multipart/mixed; boundary=b1\r\n\r\n"
    text = b"x" * (before - len(head) - len(b"--b1\r\n\r\n")) + b"\r\n--b1\r\n\r\nthe second\r\n--b1--\r\n"
    segments = index(head + b"--b1\r\n\r\n" + text).segments

    assert [segment.text.strip("x") for segment in segments] == ["", "the second"]


@given(st.binary(max_size=40), st.integers(0, 3), st.integers(0, 40), st.integers(0, 40))
def test_what_is_sought_piece_by_piece_is_found_where_the_whole_has_it(raw, length, start, end):
    big, wanted = raw * 20_000, raw[-length:] or b"\0"

    place = first_place(wanted, big, start * 20_000, end * 20_000)
    assert place == big.find(wanted, start * 20_000, end * 20_000)


@given(
    st.lists(
        st.sampled_from(
            [b"QUJD", b"R", b"\r\n", b"=", b"!", b" ", base64.b64encode(CONTENT[:1500]), b"ab" * 700]
        ),
        max_size=8,
    ).map(b"".join)
)
def test_the_head_of_an_attachment_is_what_the_whole_begins_with(raw):
    assert Base64(raw).data.startswith(Base64(raw).head)


def test_a_big_message_is_spliced_as_a_small_one(monkeypatch):
    monkeypatch.setattr(lens, "_MUCH", 1_000_000)
    splices = [
        (0, 0, b"on top"),
        (5, 300_000, b""),
        (300_000, 300_000, b"between"),
        (len(CONTENT), len(CONTENT), b"below"),
    ]
    assert apply(CONTENT, splices) == b"on top" + CONTENT[:5] + b"between" + CONTENT[300_000:] + b"below"


@given(
    st.lists(
        st.sampled_from([b"\r\n", b"a: b", b"NAS 046 454 286", b" ", b"Content-Type: text/html", b"<p>"]),
        max_size=12,
    ).map(b"".join)
)
def test_a_message_whose_line_ends_were_looked_at_already_is_read_as_any_other(content):
    known, unknown = index(content, whole=True), index(content)

    assert known.segments == unknown.segments
    assert known.incomplete == unknown.incomplete
