"""Legacy Word and PowerPoint documents: their text as it is shown, whatever pieces it is stored in."""

import struct

import pytest

from gateway.extract.doc import document_texts
from gateway.extract.ppt import slide_texts
from gateway.extract.zipfiles import Unreadable
from gateway.model import Reason
from tests.extract.compound import compound
from tests.extract.reading import opened, text


def word(*pieces: tuple[str, bool], version: int = 0xC1) -> tuple[bytes, bytes]:
    """The streams of a document in such pieces (text, whether it is stored in two octets a character), backwards."""
    main, places, count = bytearray(0x400), [0], 0
    entries = {}
    for number, (said, wide) in reversed(list(enumerate(pieces))):
        entries[number] = len(main) if wide else len(main) * 2 | 0x40000000
        main += said.encode("utf-16-le" if wide else "cp1252")
    for said, _ in pieces:
        count += len(said)
        places.append(count)
    plc = struct.pack(f"<{len(places)}I", *places) + b"".join(
        struct.pack("<HIH", 0, entries[number], 0) for number in range(len(pieces))
    )
    table = b"\1\2\0xx\2" + struct.pack("<I", len(plc)) + plc
    struct.pack_into("<HH", main, 0, 0xA5EC, version)
    struct.pack_into("<H", main, 10, 0x0200)
    struct.pack_into("<II", main, 0x1A2, 8, len(table))
    return bytes(main), bytes(8) + table


def test_a_value_in_two_pieces_is_one(documents):
    main, table = word(("Mon NAS est 046 4", False), ("54 286, merci é", True))
    document = opened(documents, compound({"WordDocument": main, "1Table": table}), "a.doc")
    assert "Mon NAS est 046 454 286, merci é" in text(document)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("NAS\x070\x074\x076\x07\x07fin\r", ["NAS\t0\t4\t6\t\nfin\n"]),
        ("NAS\x07\x07046\x07\x07", ["NAS\t\n046\t\n"]),
        ("A\x07Date de\rnaissance\x07\x07apr\xe8s\rfin\r", ["A\tDate de naissance\t\naprès\nfin\n"]),
        ("NAS 046\x1e454\x1f\x1e286", ["NAS 046-454-286"]),
        ("NAS \x13 FORMTEXT \x14046\x15 454 286", ["NAS   FORMTEXT  046  454 286", "NAS 046  454 286"]),
        ("NAS 046\x02\x05 454 286", ["NAS 046 454 286"]),
        ("NAS \uf030\uf034\uf036", ["NAS 046"]),
    ],
)
def test_special_characters_say_what_they_show(said, shown):
    main, table = word((said, True))
    assert document_texts(main, lambda name: {"1Table": table}[name]) == shown


def test_the_text_of_word_95_is_read():
    main = bytearray(0x400) + "Né le 1985-04-12".encode("cp1252")
    struct.pack_into("<HH", main, 0, 0xA5DC, 0x68)
    struct.pack_into("<II", main, 0x18, 0x400, len(main))
    assert document_texts(bytes(main), lambda name: b"") == ["Né le 1985-04-12"]


@pytest.mark.parametrize("table", [b"", b"\2\xff\xff\xff\xff", b"\3"])
def test_a_document_without_its_pieces_says_so(documents, table):
    main, _ = word(("Mon NAS", False))
    with pytest.raises(Unreadable):
        document_texts(main, lambda name: bytes(8) + table)
    document = documents.open(
        compound({"WordDocument": main, "1Table": bytes(8) + table}), "", "a.doc", "a", 1
    )
    assert [item.reason for item in document.incomplete] == [Reason.UNREADABLE]


def test_short_texts_of_slides_are_read():
    def atom(kind: int, data: bytes) -> bytes:
        return struct.pack("<HHI", 0, kind, len(data)) + data

    inside = (
        atom(0x0FA8, b"NAS")
        + atom(0x0FA0, "é".encode("utf-16-le"))
        + atom(0x0FA8, b"0")
        + atom(0x0FA8, b"4\r6")
    )
    document = struct.pack("<HHI", 0xF, 0x03E8, len(inside)) + inside
    assert slide_texts(document) == "NAS\né\n0\n4\n6"
    assert slide_texts(document[:-1]) == "NAS\né\n0\n4\n"
