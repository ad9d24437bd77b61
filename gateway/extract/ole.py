"""Legacy DOC, XLS, PPT and Outlook MSG (compound files): read, never edited. A value in one withholds it.

Words stand in such files as UTF-16 or Windows-1252 runs; both readings are scanned, and cells through calamine.
"""

from __future__ import annotations

import io
import re
import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import islice, pairwise
from typing import Final

import compressed_rtf
import olefile

from gateway.extract import rtf
from gateway.extract.biff import number_formats, pictures_joined
from gateway.extract.doc import document_texts
from gateway.extract.guessed import EPOCH, guess
from gateway.extract.numberformats import shown
from gateway.extract.ppt import slide_texts
from gateway.extract.readers import Context
from gateway.extract.strings import lines, words
from gateway.extract.unread import Unread
from gateway.extract.zipfiles import Unreadable
from gateway.mime.html import HtmlText
from gateway.model import Extraction, Reason, Segment, SegmentKind

_ATTACHED: Final = "__substg1.0_37010102"  # PR_ATTACH_DATA_BIN ([MS-OXMSG] §2.2.2)
_HTML_BODIES: Final = ("__substg1.0_10130102", "__substg1.0_1013001F", "__substg1.0_1013001E")  # PR_HTML
_HEADERS: Final = ("__substg1.0_007D001F", "__substg1.0_007D001E")  # PR_TRANSPORT_MESSAGE_HEADERS
_WORKBOOKS: Final = frozenset(("Workbook", "Book"))
_EMBEDDED: Final = ("Ole10Native", "Package", "CONTENTS")
_HEADER: Final = 4096  # bytes in which an embedded file's own wrapping ends
_FILE: Final = re.compile(
    rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1|PK\x03\x04|%PDF-|\{\\rtf|\x89PNG\r\n|\xff\xd8\xff[\xc0-\xfe]"
)
_PICTURE: Final = re.compile(rb"\x89PNG\r\n\x1a\n|\xff\xd8\xff[\xdb\xe0\xe1\xee]")
_MOST_PICTURES: Final = 30
_DEFLATED: Final = re.compile(rb"(?<!IDAT)\x78[\x01\x5e\x9c\xda]")
_MOST_PACKED: Final = 20_000  # of two bytes that begin one: the pictures of 50 MB hold about 3,000 by chance
_PIECE: Final = 4096  # octets inflated at once: a chance hit is damaged in the first ones
_LEAST_PACKED: Final = 64  # octets that a damaged one gives
_SURELY_PACKED: Final = 1024  # octets that chance does not give
_COMPRESSED: Final = (b"LZFu", b"MELA")
_HTML_TAG: Final = re.compile(rb"\{\\\*\\htmltag[0-9]{0,4} ?([^{}]{1,100000})\}")
_BIRTHDAY: Final = struct.pack("<HH", 0x0040, 0x3A42)  # PtypTime, its property id
_TICKS_FROM: Final = datetime(1601, 1, 1, tzinfo=UTC)  # of 100 ns
_MOST_TICKS: Final = 160_000_000_000_000_000  # the year 2108
_FIRST_YEAR: Final = 1850
_SECRET: Final = ("EncryptedPackage", "EncryptionInfo", "EncryptedSummary")


def read(content: bytes, path: str, context: Context) -> Extraction:
    """A compound file. Raises Unreadable: damaged, or encrypted."""
    try:
        ole = olefile.OleFileIO(io.BytesIO(content))
    except (OSError, ValueError, IndexError):
        raise Unreadable(Reason.UNREADABLE) from None
    names = ["/".join(entry) for entry in ole.listdir()]
    if any(name in _SECRET for name in names) or _is_encrypted(content):
        raise Unreadable(Reason.ENCRYPTED)
    segments: list[Segment] = []
    if books := sorted(_WORKBOOKS & set(names), reverse=True):
        formats = number_formats(ole.openstream(books[0]).read(), wide=books[0] == "Workbook")
        segments += workbook_cells(content, path, formats)
    if "WordDocument" in names:
        segments += _word_segments(ole, path)
    if "PowerPoint Document" in names:
        slides = slide_texts(ole.openstream("PowerPoint Document").read())
        segments.append(Segment(f"{path}/slides", slides, redactable=False))
    total, most = 0, context.limits.archive_files
    reason = Reason.TOO_BIG if len(names) > most else None
    if ole.parsing_issues:  # of the directory or the table of sectors: streams may be missing
        reason = reason or Reason.UNREADABLE
    for number, name in enumerate(names[:most]):
        data = ole.openstream(name).read()
        total += len(data)
        if total > context.limits.archive_bytes:
            raise Unreadable(Reason.TOO_BIG)
        place = f"{path}/stream{number}"
        inner = _file_in(name, data)
        if inner is not None:
            document = context.open_inside(*inner, place)
            segments.extend(replace(segment, redactable=False) for segment in document.segments)
            reason = reason or next((item.reason for item in document.incomplete), None)
            continue
        held = pictures_joined(data) if name.rpartition("/")[2] in _WORKBOOKS else data
        for document in (*_pictures(held, place, context), *_packed(held, place, context)):
            segments.extend(replace(segment, redactable=False) for segment in document.segments)
            reason = reason or next((item.reason for item in document.incomplete), None)
        text = "\n".join((words(data), rich_text(data, place, context), birthday(data)))
        if text.strip():
            segments.append(Segment(place, text, redactable=False))
    if left := _left(content, segments):
        segments.append(Segment(f"{path}/left", left, redactable=False))
    return Unread(content, reason, path, segments)


def _left(content: bytes, segments: Sequence[Segment]) -> str:
    """The lines with figures that no stream shows: of streams that were deleted, or that damage hides from the directory."""
    shown = "\n".join(segment.text for segment in segments)
    return "\n".join(dict.fromkeys(line for line, _, _ in lines(content) if line.strip() not in shown))


def _word_segments(ole: olefile.OleFileIO[bytes], path: str) -> Iterator[Segment]:
    """The text of a Word document. Raises Unreadable."""
    main = ole.openstream("WordDocument").read()
    for number, text in enumerate(document_texts(main, lambda name: ole.openstream(name).read())):
        yield Segment(f"{path}/text{number or ''}", text, redactable=False)


def _file_in(name: str, data: bytes) -> tuple[bytes, str] | None:
    """A file that a stream is, with a name for it: an attachment, an HTML body, an embedded document."""
    if name.endswith(_ATTACHED):
        return data, "attachment"
    if name.endswith(_HTML_BODIES):
        return data, "body.html"
    if name.endswith(_HEADERS):
        return (data.decode("utf-16-le", "replace").encode() if name.endswith("F") else data), "headers.eml"
    found = _FILE.search(data, 0, _HEADER) if name.endswith(_EMBEDDED) else _FILE.match(data)
    return (data[found.start() :], "embedded") if found else None


def _pictures(data: bytes, path: str, context: Context) -> Iterator[Extraction]:
    """Pictures that stand in the midst of a stream, as Word, Excel and PowerPoint keep them."""
    starts = [found.start() for found in islice(_PICTURE.finditer(data), _MOST_PICTURES + 1)]
    if len(starts) > _MOST_PICTURES:
        yield Unread(b"", Reason.TOO_BIG, path)
    for number, (start, end) in enumerate(pairwise([*starts, len(data)][: _MOST_PICTURES + 1])):
        place = f"{path}/picture{number}"
        document = context.open_inside(data[start:end], "", place)
        if end < len(data) and document.incomplete:  # what begins at `end` may be its own thumbnail
            document = context.open_inside(data[start:], "", place)
        yield document


def _packed(data: bytes, path: str, context: Context) -> Iterator[Extraction]:
    """Objects and drawings that stand deflated in the midst of a stream ([MS-PPT] §2.10.34, [MS-ODRAW] §2.2.31). Raises
    Unreadable."""
    left = min(context.limits.archive_bytes, len(data) * context.limits.archive_ratio)
    view = memoryview(data)
    for number, found in enumerate(_DEFLATED.finditer(data)):
        if number >= _MOST_PACKED:
            raise Unreadable(Reason.TOO_BIG)
        inner, is_whole = _inflated(view[found.start() :], left)
        left -= len(inner)
        if left < 0:
            raise Unreadable(Reason.TOO_BIG)
        if not is_whole and len(inner) < _LEAST_PACKED:  # two bytes that only look like the beginning of one
            continue
        place = f"{path}/packed{number}"
        if _FILE.match(inner):
            yield context.open_inside(inner, "", place)
            continue
        reason = None if is_whole or len(inner) < _SURELY_PACKED else Reason.UNREADABLE
        text = words(inner)
        yield Unread(b"", reason, place, [Segment(place, text)] if text.strip() else ())


def _inflated(packed: memoryview, most: int) -> tuple[bytes, bool]:
    """What `packed` holds, up to where it is damaged or to little more than `most` octets; whether no damage was met."""
    tool, found, size = zlib.decompressobj(), list[bytes](), 0
    for at in range(0, len(packed), _PIECE):
        before, piece = tool.copy(), packed[at : at + _PIECE]
        try:
            found.append(tool.decompress(piece, most + 1 - size))
        except zlib.error:
            return b"".join((*found, *_until_damage(before, piece))), False
        size += len(found[-1])
        if size > most or tool.eof:
            break
    return b"".join(found), True


def _until_damage(tool: zlib._Decompress, piece: memoryview) -> Iterator[bytes]:
    """What octet after octet of `piece` gives."""
    for at in range(len(piece)):
        try:
            yield tool.decompress(piece[at : at + 1])
        except zlib.error:
            return


def _is_encrypted(content: bytes) -> bool:
    import msoffcrypto

    try:
        return bool(msoffcrypto.OfficeFile(io.BytesIO(content)).is_encrypted())
    except Exception:
        return False


def birthday(data: bytes) -> str:
    """PidTagBirthday ([MS-OXPROPS] §2.764) among the properties of a contact, with its label, or nothing."""
    at = data.find(_BIRTHDAY)
    if at < 0:
        return ""
    for start in (at + 8, at + 4):  # in a message's file flags stand before it, in TNEF nothing
        ticks = int.from_bytes(data[start : start + 8], "little")
        day = _TICKS_FROM + timedelta(microseconds=ticks // 10) if ticks < _MOST_TICKS else _TICKS_FROM
        if day.year >= _FIRST_YEAR:
            return f"Date de naissance / Birthday: {day.date().isoformat()}"
    return ""


def rich_text(data: bytes, path: str, context: Context) -> str:
    """The text of compressed RTF ([MS-OXRTFCP]) that stands in `data`, or nothing; of HTML that was put into it
    ([MS-OXRTFEX]), also what its tags say."""
    at = next((at for mark in _COMPRESSED if (at := data.find(mark)) >= 8), -1)
    if at < 0:
        return ""
    try:
        source = compressed_rtf.decompress(data[at - 8 :])
        text = rtf.read(_HTML_TAG.sub(b"", source), path, context).segments[0].text
    except Exception:  # a truncated stream: its words were read above as they stand
        return ""
    tags = HtmlText("".join(tag.decode("cp1252", "replace") for tag in _HTML_TAG.findall(source)))
    return "\n".join(said for said in (text, tags.attributes, tags.hidden) if said)


def workbook_cells(
    content: bytes, path: str, formats: Sequence[Mapping[tuple[int, int], str]] = ()
) -> list[Segment]:
    """The cells of a workbook that we do not write (XLS, XLSB), a segment a sheet. `formats` are the format codes of numbers
    by row and column, for each sheet. Raises Unreadable."""
    import python_calamine

    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        opened = [book.get_sheet_by_name(name) for name in book.sheet_names]
        sheets = [(sheet.start or (0, 0), sheet.to_python()) for sheet in opened]
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # a panic of the parser is no Exception
        raise Unreadable(Reason.UNREADABLE) from None
    found = []
    for number, (start, rows) in enumerate(sheets):
        codes = formats[number] if len(formats) == len(sheets) else {}
        cells = [
            [_shown(value, codes.get((start[0] + y, start[1] + x), "")) for x, value in enumerate(row)]
            for y, row in enumerate(rows)
        ]
        texts = (
            (f"sheet{number}", cells),
            (f"sheet{number}@guessed", [[guess(text, EPOCH) for text in row] for row in cells]),
        )
        found += [
            Segment(f"{path}/{name}", text, SegmentKind.CELL, redactable=False)
            for name, table in texts
            if (text := "\n".join(map("\t".join, table))).strip()
            and (table is cells or any(map(str.isdigit, text)))
        ]
    return found


def _shown(value: object, code: str) -> str:
    if isinstance(value, (int, float)) and not isinstance(value, bool) and float(value).is_integer():
        return shown(str(int(value)), code, EPOCH)
    return str(value)
