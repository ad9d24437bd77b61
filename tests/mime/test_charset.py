"""The charset ladder, and edits of text in every charset that Python reads."""

import encodings.aliases
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gateway.mime.charset import Text, codec_of
from gateway.mime.lens import apply
from gateway.mime.message import index
from gateway.model import CannotRedact

META = "<meta charset={}><p>NAS {} fin"
CODECS = sorted({codec for name in encodings.aliases.aliases.values() if (codec := codec_of(name))})


@pytest.mark.parametrize("codec", CODECS)
def test_a_value_is_cut_out_of_every_charset_and_all_else_stays(codec):
    text = "Été, NAS 046 454 286; fin — œuvre. 日本 ok"
    try:
        data = text.encode(codec, "ignore")
        text = data.decode(codec)
    except UnicodeError:
        pytest.skip("the codec has no encoder")
    source = Text(data, codec)
    if "046" not in source.text:
        pytest.skip("the codec has no digits")
    start = source.text.index("046")
    edited = apply(data, source.pull([(start, start + 11, "[retiré]")]))
    again = Text(edited, codec).text
    assert again.replace("[retire]", "[retiré]") == source.text.replace("046 454 286", "[retiré]")


@given(
    st.data(),
    st.sampled_from(
        [
            "utf-8",
            "utf-7",
            "iso-2022-jp",
            "shift_jis",
            "utf-16-le",
            "gb18030",
            "cp1252",
            "hz",
            "euc-jp",
            "cp037",
        ]
    ),
    st.text(st.sampled_from("ab 046é日本語ｱ€+&~-\U0001f600"), max_size=30),
)
@settings(max_examples=300, deadline=None)
def test_edits_change_the_text_exactly_so_or_are_refused(data, codec, text):
    raw = text.encode(codec, "ignore")
    source = Text(raw, codec)
    places = sorted(data.draw(st.lists(st.integers(0, len(source.text)), max_size=4, unique=True)))
    edits = [(a, b, "[x]") for a, b in zip(places[::2], places[1::2], strict=False)]
    try:
        edited = apply(raw, source.pull(edits))
    except CannotRedact:
        return
    if codec not in (
        "utf-16-le",
        "utf-8",
    ):  # an edit may bring about, or remove, what looks like a byte order mark
        assert Text(edited, codec).text == apply(source.text, edits)


@given(
    st.binary(max_size=60),
    st.sampled_from(["", "utf-8", "us-ascii", "iso-8859-1", "utf-16", "utf-7", "x-nope", "idna"]),
)
@settings(deadline=None)
def test_any_bytes_read_under_any_charset(data, charset):
    assert isinstance(Text(data, charset).text, str)


@given(
    st.binary(max_size=40), st.binary(max_size=40), st.sampled_from(["utf-8", "", "big5", "utf-7", "gb18030"])
)
@settings(deadline=None)
def test_a_value_among_broken_bytes_goes_or_is_refused(before, after, charset):
    raw = before + b"046454286" + after
    source = Text(raw, charset)
    start = source.text.find("046454286")
    if start < 0:
        return
    try:
        edited = apply(raw, source.pull([(start, start + 9, "[x]")]))
    except CannotRedact:
        return
    assert "046454286" not in Text(edited, charset).text


@pytest.mark.parametrize(
    ("data", "declared", "text"),
    [
        pytest.param("é 046".encode("utf-8-sig"), "iso-8859-1", "é 046", id="the byte order mark wins"),
        pytest.param("né".encode(), "", "né", id="UTF-8 without a charset"),
        pytest.param("né".encode("latin-1"), "", "né", id="windows-1252 without a charset"),
        pytest.param("né".encode(), "us-ascii", "né", id="UTF-8 declared as ASCII"),
        pytest.param("né".encode(), "iso-8859-1", "né", id="UTF-8 declared as Latin-1"),
        pytest.param(b"\x80 n\xe9", "iso-8859-1", "€ né", id="Latin-1 is windows-1252"),
        pytest.param("né 046".encode("utf-16-le"), "", "né 046", id="UTF-16 by its NULs"),
        pytest.param(b"caf\xc3\xa9 n\xe9", "utf-8", "café né", id="one bad byte among UTF-8"),
        pytest.param(b"n\xe9", "x-unknown", "né", id="unknown charset"),
        pytest.param(b"n\xe9", "windows1252", "né", id="a name that Python does not know"),
        pytest.param(b"a\x81b", "windows-1252", "a\x81b", id="a byte that windows-1252 lacks"),
    ],
)
def test_the_ladder(data, declared, text):
    assert Text(data, declared).text == text


def test_latin_1_is_not_given_windows_signs():
    source = Text(b"n\xe9 046", "iso-8859-1")
    assert apply(b"n\xe9 046", source.pull([(3, 6, "[é—’]")])) == b"n\xe9 [\xe9-']"


def test_a_7bit_part_stays_7bit():
    source = Text(b"NAS 046", "utf-8", ascii_only=True)
    assert apply(b"NAS 046", source.pull([(4, 7, "[retiré]")])) == b"NAS [retire]"


@pytest.mark.parametrize("declared", ["text/html", "text/html; charset=utf-8", "text/html; charset=us-ascii"])
@pytest.mark.parametrize(
    ("charset", "written"),
    [("utf-7", b"+ADA-46 454 286"), ("iso-2022-jp", "０４６".encode("iso-2022-jp") + b" 454 286")],
)
def test_a_charset_that_html_declares_by_itself_is_read_though_it_looks_like_ascii(
    declared, charset, written
):
    raw = f"Content-Type: {declared}\r\n\r\n{META.format(charset, '{}')}".encode().replace(b"{}", written)
    found = [unicodedata.normalize("NFKC", segment.text) for segment in index(raw).segments]
    assert any("NAS 046 454 286" in text for text in found)


def test_a_charset_that_cannot_be_what_it_is_declared_in_is_not_believed():
    raw = f"Content-Type: text/html\r\n\r\n{META.format('utf-16', '046')}".encode()
    assert [segment.text for segment in index(raw).segments if "046" in segment.text] == ["NAS 046 fin"]
