"""The folded text is ASCII, and every place in it leads back to the characters it came from."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from recognizers.encoded import is_mistaken
from recognizers.fold import _fold_exotic, _fold_single, _has_markup, _signs, fold

INVISIBLE = "\u200b\u200d\u2060\ufeff\u00ad\u202d\u034f"
ANY_TEXT = st.text(alphabet=st.characters(codec="utf-8"), max_size=80)
HARD_TEXT = st.text(
    alphabet="TREM 0412\r\n&#;<>/tdéÃÂâ€=?\\nAC\u0301œ…１٣𝟎\u200b\u00ad\u202fТ½ﬁ%20ux+-k¿ÿÊ‚Ž–\ufffd├®√©¬†Çƒ",
    max_size=60,
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("TRÉM", "TREM", id="accents"),
        pytest.param("TRE\u0301M", "TREM", id="combining accents"),
        pytest.param("ＴＲＥＭ０４", "TREM04", id="full width"),
        pytest.param("٠٤١٢", "0412", id="Arabic-Indic digits"),
        pytest.param("𝟎𝟒①②", "0412", id="mathematical and circled digits"),
        pytest.param("0\ufe0f\u20e34", "04", id="keycaps"),
        pytest.param("ТRЕМ", "TREM", id="Cyrillic letters"),
        pytest.param("ΤREΜ", "TREM", id="Greek letters"),
        pytest.param("a\u00a0b\u202fc\u2009d", "a b c d", id="spaces"),
        pytest.param("1‐2–3−4", "1-2-3-4", id="dashes"),
        pytest.param("T\u200bR\u00adE\ufeffM", "TREM", id="invisible characters"),
        pytest.param("&#84;REM&nbsp;04&#x31;2", "TREM 0412", id="character references"),
        pytest.param("né\r\n\r\n04", "ne\n\n04", id="line ends of two characters"),
        pytest.param("<b>né</b>\r\n04\r", "ne\n04\r", id="line ends of two characters beside tags"),
        pytest.param("<b>TREM</b> 0412", "TREM 0412", id="tags inside a line"),
        pytest.param("<td>a</td><td>b</td>", " | a | b", id="table cells"),
        pytest.param("TREM%200412", "TREM 0412", id="percent-encoding"),
        pytest.param("NÃ©e 130Â 692", "Nee 130 692", id="UTF-8 read as Windows-1252"),
        pytest.param("04â\x80\x9312", "04-12", id="UTF-8 read as ISO 8859-1"),
        pytest.param("n=E9e f=C3=A9vrier 130=A0692", "nee fevrier 130 692", id="quoted-printable"),
        pytest.param("TREM 04=\n12 =20\n1925", "TREM 0412  \n1925", id="lines of quoted-printable"),
        pytest.param("NAM\n====\nnam=DESA0412", "NAM\n====\nnam=DESA0412", id="equals signs"),
        pytest.param("&amp;eacute;&amp;nbsp;&amp;#49;", "e 1", id="references escaped once more"),
        pytest.param("d%C3%A9c%C2%A01980", "dec 1980", id="percent-encoded UTF-8"),
        pytest.param(r"a\nb\tc\u00e9\d", "a\nb\tce\\d", id="escapes"),
        pytest.param(r"\u0035\u002d\x36\u{37} \\u00e9", "5-67 e", id="escapes of JavaScript"),
        pytest.param(r"\u00c3\u00a9 \xc3\xa9 \'e9\~5", "e e e 5", id="escapes of bytes and of RTF"),
        pytest.param(r"C:\users \d \u12", r"C:\users \d \u12", id="backslashes"),
        pytest.param("%42%45-%4e%2D%A0n%E9e%u00e9", "BE-N- neee", id="all percent-encoded"),
        pytest.param("10%50 25%de 3%42", "10%50 25%de 3%42", id="per cent"),
        pytest.param("n+AOk-e n&AOk-e 2+A2", "nee nee 2+A2", id="modified UTF-7"),
        pytest.param("nÃƒÂ© 29Ã‚Â\xa0dÃƒÆ’Ã‚Â©c", "ne 29 dec", id="UTF-8 misread twice and three times"),
        pytest.param(
            "n├®e 5┬á6 f√©vrier 5¬†6 dÔÇÖa",
            "nee 5 6 fevrier 5 6 d'a",
            id="UTF-8 read by MS-DOS and Macintoshes",
        ),
        pytest.param(
            "n\ufffde f\ufffd\ufffdvrier d\ufffda 5\ufffd6",
            "nee fevrier d'a 5\x7f6",
            id="replacement characters",
        ),
        pytest.param(
            "n‚e f‚vrier 5ÿ6 nŽ le 5, ‚mot’", "nee fevrier 5 6 ne le 5, 'mot'", id="bytes of MS-DOS"
        ),
        pytest.param("130?692 12?avril?1985", "130 692 12 avril 1985", id="lost blanks"),
        pytest.param("Quoi? 12?", "Quoi? 12?", id="questions"),
        pytest.param("N?e le 3, n? le 4, né? le 5", "Nee le 3, ne le 4, ne? le 5", id="a lost accent"),
        pytest.param("¹³⁰ m² ⁴", "130 m  4", id="a number in superscripts"),
        pytest.param("<div>a</div>\n<div>b</div>", "\na\n\nb\n", id="lines of HTML"),
        pytest.param("12 m²", "12 m ", id="a superscript is no digit"),
        pytest.param("5 < 6 & 7", "5 < 6 & 7", id="nothing to fold"),
    ],
)
def test_reads_as_a_person_would(text: str, folded: str) -> None:
    assert fold(text).text == folded


@given(ANY_TEXT | HARD_TEXT)
def test_folded_text_is_ascii(text: str) -> None:
    assert fold(text).text.isascii()


@given(ANY_TEXT | HARD_TEXT, st.data())
def test_spans_stay_inside_and_in_order(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    if not folded.text:
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    raw_start, raw_end = folded.span(start, end)
    assert 0 <= raw_start < raw_end <= len(text)
    assert folded.span(start, start + 1)[0] == raw_start


@given(HARD_TEXT, HARD_TEXT, st.lists(st.sampled_from(INVISIBLE), min_size=11, max_size=11))
def test_a_value_is_found_again_whatever_stands_around_and_inside(
    before: str, after: str, inside: list[str]
) -> None:
    value = "QKWZ31415926"
    written = "".join(char + hidden for char, hidden in zip(value, [*inside, ""], strict=True))
    text = f"{before}\n{written}\n{after}"
    folded = fold(text)
    at = folded.text.index(value)
    start, end = folded.span(at, at + len(value))
    assert text[start:end].startswith(written)
    assert start == len(before) + 1


@given(HARD_TEXT)
def test_the_way_there_and_back(text: str) -> None:
    folded = fold(text)
    for position in range(len(folded.text)):
        raw_start, _ = folded.span(position, position + 1)
        assert folded.folded_span(raw_start, raw_start)[0] <= position


@pytest.mark.parametrize(
    "escape", ["\\u{:04x}", "\\\\u{:04x}", "\\u{{{:x}}}", "\\x{:02x}", "%{:02X}", "&#{};"]
)
@given(HARD_TEXT, HARD_TEXT)
def test_a_value_of_escapes_is_all_that_is_found_of_them(escape: str, before: str, after: str) -> None:
    value = "QKWZ-3141 5926"
    written = "".join(escape.format(ord(char)) for char in value)
    text = f"{before}\n{written}\n{after}"
    folded = fold(text)
    at = folded.text.index(value)
    assert folded.span(at, at + len(value)) == (len(before) + 1, len(before) + 1 + len(written))


@given(st.text(alphabet="TREM 04é\x85\n\r<b>;&#12ā\u0301😀", max_size=40))
def test_lines_that_end_in_two_characters_lead_back_to_the_same_places(text: str) -> None:
    text = text.replace("\r", "\r\x85")  # what stands alone stays so
    lines = text.replace("\n", "\r\n")
    one, two = fold(text), fold(lines)
    assert two.text == one.text
    for start in range(len(one.text)):
        raw_start, raw_end = one.span(start, start + 1)
        begin, end = raw_start + text.count("\n", 0, raw_start), raw_end + text.count("\n", 0, raw_end)
        if one.text[start] != "\n":
            assert two.span(start, start + 1) == (begin, end)
            assert two.folded_span(begin, end) == one.folded_span(raw_start, raw_end)
    assert list(two.changed()) == list(one.changed())


@pytest.mark.parametrize("end", ["\r\n", "\r\x85", "\r", "\x85", "\r\r\n", "\r\u2028"])
@pytest.mark.parametrize("before", ["", "é", "😀", "<b>"])
def test_a_value_behind_line_ends_of_any_kind_is_found_where_it_stands(end: str, before: str) -> None:
    text = f"{before}{end * 3}QKWZ{end}"
    folded = fold(text)
    at = folded.text.index("QKWZ")
    assert text[slice(*folded.span(at, at + 4))] == "QKWZ"
    assert folded.folded_span(*folded.span(at, at + 4)) == (at, at + 4)


def test_cells_of_braille_are_read_one_by_one() -> None:
    text = "⠍⠕⠝ ⠝⠁⠎⠒⠀⠼⠁⠉⠚⠀⠼⠋⠊⠃⠀⠼⠑⠙⠙⠲"
    folded = fold(text)
    assert folded.text == "mon nas: 130 692 544."
    start = folded.text.index("130")
    assert text[slice(*folded.span(start, start + len("130 692 544")))] == "⠼⠁⠉⠚⠀⠼⠋⠊⠃⠀⠼⠑⠙⠙"


@given(st.lists(st.sampled_from([*"aé1. '", *map(chr, _signs())]), max_size=12).map("".join))
def test_signs_read_one_for_one_as_they_do_one_by_one(text: str) -> None:
    assume(not is_mistaken(text) and not _has_markup(text))
    assert _fold_single(text) == _fold_exotic(text).text
