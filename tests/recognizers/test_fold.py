"""The folded text is ASCII, and every place in it leads back to the characters it came from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recognizers.fold import fold

INVISIBLE = "\u200b\u200d\u2060\ufeff\u00ad\u202d\u034f"
ANY_TEXT = st.text(alphabet=st.characters(codec="utf-8"), max_size=80)
HARD_TEXT = st.text(alphabet="TREM 0412&#;<>/tdéÃÂâ€=?\\nAC\u0301œ…１٣𝟎\u200b\u00ad\u202fТ½ﬁ%20", max_size=60)


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
