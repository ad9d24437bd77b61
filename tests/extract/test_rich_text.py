"""Rich Text Format: code pages, what stands in the midst of a text or beside it, and bytes that are no text."""

from __future__ import annotations

import re

import pytest

from gateway.model import CannotRedact
from tests.extract import make
from tests.extract.reading import opened, text
from tests.extract.test_redaction import MARKER, edits_for, everything

NEW = MARKER.encode("ascii", "namereplace").replace(rb"\N{LATIN SMALL LETTER E WITH ACUTE}", rb"\u233?")


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (rb"{\rtf1\pc n\'82 le}", "né le"),
        (rb"{\rtf1\mac n\'8e le}", "né le"),
        (rb"{\rtf1\ansi\ansicpg1251 \'c4\'e0}", "Да"),
        (rb"{\rtf1\ansi{\fonttbl{\f0\fcharset0 A;}{\f3\fcharset204 B;}}\f3 \'c4\'e0\f0 \'e9{\f3 \'c4}\'e9}", "ДаéДé"),
        (rb"{\rtf1\ansi\ansicpg932 \'82\'4f\'82P\'82 x}", "０１‚ x"),
        (rb"{\rtf1\ansi\ansicpg99999 \'e9}", "é"),
    ],
)  # fmt: skip
def test_bytes_are_read_in_the_code_page_of_the_document_or_the_font(documents, content, shown):
    assert shown in text(opened(documents, content))


@pytest.mark.parametrize(("sign", "shown"), [(b"\\\n", "\n"), (b"\\\r\n", "\n"), (b"\\\t", "\t")])
def test_a_backslash_at_the_end_of_a_line_ends_a_paragraph(documents, sign, shown):
    content = rb"{\rtf1\ansi\cocoartf2709 Jean Roy" + sign + rb"NAS 046 454 286" + sign + rb"fin}"
    document = opened(documents, content)

    assert f"Jean Roy{shown}NAS 046 454 286{shown}fin" in text(document)
    assert document.rewrite(edits_for(document, ["046 454 286"]), {}) == content.replace(b"046 454 286", NEW)


def test_a_character_of_two_bytes_is_cut_whole(documents):
    content = rb"{\rtf1\ansi\ansicpg932 a\'82\'4f\'82Pb}"
    document = opened(documents, content)
    assert document.rewrite(edits_for(document, ["０１"]), {}) == rb"{\rtf1\ansi\ansicpg932 a" + NEW + b"b}"


@pytest.mark.parametrize(
    "between",
    [
        rb"{\*\bkmkstart signet}",
        rb"{\*\atnid L}{\*\annotation vu}",
        rb"{\footnote vu}",
        rb"{\v 999}",
        rb"\v 999\v0 ",
        rb"{\deleted 999}",
        rb"{\*\inconnu 999}",
    ],
)
def test_a_value_around_something_else_is_one(documents, between):
    document = opened(documents, rb"{\rtf1\ansi NAS 046" + between + rb" 454 286 fin}")
    content = document.rewrite(edits_for(document, ["046 454 286"]), {})
    assert content == rb"{\rtf1\ansi NAS " + NEW + between + b" fin}"


@pytest.mark.parametrize(
    "around",
    [
        b"{\\*\\inconnu %s}b}",
        b"a{\\info{\\title %s}{\\author b}}}",
        b"{\\*\\docvar {a}{%s}}b}",
        b"a{\\*\\generator %s;}b}",
        b"a}%s",
        b"a}{\\rtf1 %s}",
        b"a{\\field{\\*\\fldinst FORMTEXT {\\*\\formfield{\\*\\ffname x}{\\*\\ffdeftext %s}}}{\\fldrslt b}}}",
    ],
)
def test_what_stands_beside_the_text_does_not_run_into_it(documents, around):
    document = opened(documents, b"{\\rtf1\\ansi " + around % b"046 454 286")
    assert "046 454 286" in [line.strip(";") for line in text(document).split("\n")]


def test_bytes_as_they_are_are_read_and_not_rewritten(documents):
    document = opened(documents, b"{\\rtf1\\ansi a\\bin15 NAS 046 454 286 b}")
    with pytest.raises(CannotRedact):
        document.rewrite(edits_for(document, ["046 454 286"]), {})


def test_a_theme_is_opened(documents):
    theme = make.zipped(("[Content_Types].xml", b"<Types/>"), ("theme/theme1.xml", b"<a>NAS 046 454 286</a>"))
    document = opened(documents, b"{\\rtf1{\\*\\themedata " + theme.hex().encode() + b"}a}")
    content = document.rewrite(edits_for(document, ["046 454 286"]), {})
    digits = content.split(b"themedata ")[1].split(b"}")[0].replace(b"\n", b"")
    assert b"046 454 286" not in everything(bytes.fromhex(digits.decode()))


@pytest.mark.parametrize("before", [b"", b" \r\n", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("begin", [b"{\\rtf1", b"{\\rt"])
def test_what_word_takes_for_rich_text_is_read_as_such(documents, before, begin):
    document = opened(documents, before + begin + b" NAS 046 {\\b 454} 286}", "a.doc")
    content = document.rewrite(edits_for(document, ["046 454 286"]), {})
    assert content == before + begin + b" NAS " + NEW + b"{\\b }}"


def test_a_replacement_counts_on_one_character_to_skip(documents):
    document = opened(documents, rb"{\rtf1\ansi\uc0 NAS \u48 46 454 286}")
    content = document.rewrite(edits_for(document, ["046 454 286"]), {})
    assert content == rb"{\rtf1\ansi\uc0 NAS {\uc1 " + NEW + b"}}"


def test_characters_of_a_font_of_symbols_are_those_of_ascii(documents):
    content = rb"{\rtf1 NAS \u61488?\u-4044?6}"
    assert "NAS 046" in opened(documents, content, "a.rtf").segments[0].text


def test_a_heading_of_two_lines_is_one_cell(documents):
    row = rb"\trowd\cellx9\cellx18 Date\line de\par naissance\cell NAS\cell\row"
    content = (
        rb"{\rtf1 avant\par "
        + row
        + rb"\trowd\cellx9\cellx18 1985-04-12\par\cell 046\cell\row\pard apr\'e8s\par}"
    )
    said = opened(documents, content, "a.rtf").segments[0].text
    assert "avant\nDate de naissance\tNAS\t\n1985-04-12 \t046\t\naprès\n" in said


@pytest.mark.parametrize(
    "change", [rb"{\deleted\revauthdel1 %s}{\revised\revauth1 999}", rb"\revised 999\plain\deleted %s\plain "]
)
def test_a_value_as_it_was_before_tracked_changes_is_read(documents, change):
    document = opened(documents, rb"{\rtf1\ansi NAS 046 " + change % b"454 286" + rb" fin}")
    content = document.rewrite(edits_for(document, ["046 454 286"]), {})
    assert content == rb"{\rtf1\ansi NAS " + NEW + change % b"" + b" fin}"


@pytest.mark.parametrize("beside", [rb"{\v 9}", rb"{\deleted 9}", rb"{\revised 9}"])
@pytest.mark.parametrize("line", [rb"NAS 046 454 286%s\par fin", rb"NAS\par %s046 454 286 fin"])
def test_a_value_beside_something_else_at_a_line_end_is_one(documents, beside, line):
    document = opened(documents, rb"{\rtf1\ansi " + line % beside + rb"}")
    assert any(re.search(r"(?<!\d)046 454 286(?!\d)", segment.text) for segment in document.segments)


def test_hidden_and_deleted_end_by_themselves(documents):
    document = opened(documents, rb"{\rtf1\ansi a\v\deleted b\deleted0 c\v0 d}")
    assert [segment.text.strip() for segment in document.segments] == ["abcd", "ad"]
