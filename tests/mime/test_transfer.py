"""Transfer encodings: what decodes, and that an edit of the content changes the content exactly so."""

import base64
import binascii
import quopri
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gateway.mime.base64 import Base64
from gateway.mime.lens import apply, merge
from gateway.mime.transfer import QuotedPrintable, decode

CONTENT = st.lists(
    st.sampled_from(
        [b"046 454 286 ", "é".encode(), b"=", b"\r\n", b" ", b"\t", b"\x00", b"abc", b"\xff", b"."]
    )
    | st.binary(max_size=5)
).map(b"".join)


@st.composite
def edits_of(draw, data):
    """Up to three edits of `data`, apart from each other."""
    places = sorted(draw(st.lists(st.integers(0, len(data)), min_size=0, max_size=6, unique=True)))
    pairs = zip(places[::2], places[1::2], strict=False)
    return [
        (start, end, draw(st.sampled_from([b"", b"[x]", "[retiré]".encode() * 9]))) for start, end in pairs
    ]


@given(st.data(), CONTENT, st.sampled_from([b"\r\n", b"\n"]))
@settings(deadline=None)
def test_quoted_printable_content_changes_exactly_as_edited(data, content, newline):
    raw = quopri.encodestring(content.replace(b"\r\n", b"\n")).replace(b"\n", newline)
    part = QuotedPrintable(raw)
    edits = data.draw(edits_of(part.data))
    edited = apply(raw, part.pull(edits))
    assert QuotedPrintable(edited).data == apply(part.data, edits)


@given(st.data(), CONTENT, st.integers(4, 80), st.sampled_from([b"\r\n", b"\n"]))
@settings(deadline=None)
def test_base64_content_changes_exactly_as_edited_in_lines_no_longer_than_before(
    data, content, width, newline
):
    encoded = binascii.b2a_base64(content, newline=False)
    raw = newline.join(encoded[at : at + width] for at in range(0, len(encoded), width)) + newline
    part = Base64(raw)
    assert part.data == content
    edits = data.draw(edits_of(content))
    edited = apply(raw, part.pull(edits))
    assert base64.b64decode(edited) == apply(content, edits)
    assert max(map(len, edited.split(newline))) <= max(width, 76)


@given(st.binary(max_size=200), st.sampled_from(["base64", "quoted-printable", "7bit", "x-unknown"]))
@settings(deadline=None)
def test_any_bytes_decode(raw, encoding):
    assert isinstance(decode(raw, encoding).data, bytes)


@given(
    st.data(), st.lists(st.sampled_from([b"aGVsbG8=", b"YQ", b"\r\n", b"=", b"!", b" ", b"-- list", b"A"]))
)
@settings(deadline=None)
def test_edits_of_broken_base64_never_raise(data, pieces):
    part = Base64(b"".join(pieces))
    edits = data.draw(edits_of(part.data))
    part.pull(edits)


def test_a_value_cut_by_a_soft_break_goes_and_the_break_stays():
    raw = b"NAS 046 45=\r\n4 286, fin=C3=A9\r\n"
    part = QuotedPrintable(raw)
    start = part.data.index(b"046")
    assert apply(raw, part.pull([(start, start + 11, b"[x]")])) == b"NAS [x]=\r\n, fin=C3=A9\r\n"


def test_blanks_after_a_soft_break_are_padding():
    assert QuotedPrintable(b"046 45= \t\r\n4 286").data == b"046 454 286"


def test_a_long_replacement_is_folded_within_76_characters():
    raw = b"x" * 70 + b"046" + b"y" * 3 + b"\r\n"
    edited = apply(raw, QuotedPrintable(raw).pull([(70, 73, "[numéro retiré du message]".encode())]))
    assert QuotedPrintable(edited).data == b"x" * 70 + "[numéro retiré du message]".encode() + b"yyy\r\n"
    assert max(map(len, edited.split(b"\r\n"))) <= 76


@pytest.mark.parametrize(
    ("raw", "content"),
    [
        pytest.param(b"aGk=\r\naGk=", b"hihi", id="padding in the middle"),
        pytest.param(b"aGkhaGkhQ", b"hi!hi!", id="one character left over"),
        pytest.param(b"aGk", b"hi", id="padding missing"),
        pytest.param(b"aG k=\r\n\r\n", b"hi", id="blanks inside"),
        pytest.param(b"", b"", id="empty"),
        pytest.param(b"====", b"", id="padding only"),
    ],
)
def test_base64_is_read_as_the_most_lenient_mail_program_does(raw, content):
    assert Base64(raw).data == content


def test_base64_lines_before_the_edit_keep_their_bytes():
    content = bytes(range(256)) * 4
    raw = base64.encodebytes(content).replace(b"\n", b"\r\n")
    edited = apply(raw, Base64(raw).pull([(600, 609, b"[x]")]))
    changed_line = 600 * 4 // 3 // 76
    lines = raw.split(b"\r\n")
    assert edited.split(b"\r\n")[:changed_line] == lines[:changed_line]
    assert re.fullmatch(rb"(?:[A-Za-z0-9+/]{76}\r\n)*[A-Za-z0-9+/]{1,76}=*\r\n", edited)


def test_two_edits_of_the_same_place_are_one():
    assert merge([(3, 6, b"[a]"), (3, 6, b"[a]"), (4, 8, b"[b]")]) == [(3, 8, b"[a]")]
