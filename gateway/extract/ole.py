"""Legacy DOC, XLS, PPT and Outlook MSG (compound files): read, never edited. A value in one withholds it.

Words stand in such files as UTF-16 or Windows-1252 runs; both readings are scanned, and cells through calamine.
"""

from __future__ import annotations

import io
from typing import Final

import compressed_rtf
import olefile

from gateway.extract import rtf
from gateway.extract.readers import Context
from gateway.extract.strings import words
from gateway.extract.unread import Unread
from gateway.extract.zipfiles import Unreadable
from gateway.model import Extraction, Reason, Segment, SegmentKind

_ATTACHED: Final = "__substg1.0_37010102"  # PR_ATTACH_DATA_BIN ([MS-OXMSG] §2.2.2)
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
    segments = [*(workbook_cells(content, path) if {"Workbook", "Book"} & set(names) else ())]
    total, reason = 0, None
    for number, name in enumerate(names[: context.limits.archive_files]):
        data = ole.openstream(name).read()
        total += len(data)
        if total > context.limits.archive_bytes:
            raise Unreadable(Reason.TOO_BIG)
        place = f"{path}/stream{number}"
        if name.endswith(_ATTACHED):
            document = context.open_inside(data, "attachment", place)
            segments.extend(document.segments)
            reason = reason or next((item.reason for item in document.incomplete), None)
            continue
        text = "\n".join((words(data), rich_text(data, place, context)))
        if text.strip():
            segments.append(Segment(place, text, redactable=False))
    return Unread(content, reason, path, segments)


def _is_encrypted(content: bytes) -> bool:
    import msoffcrypto

    try:
        return bool(msoffcrypto.OfficeFile(io.BytesIO(content)).is_encrypted())
    except Exception:
        return False


def rich_text(data: bytes, path: str, context: Context) -> str:
    """The text of compressed RTF ([MS-OXRTFCP]) that stands in `data`, or nothing."""
    at = data.find(b"LZFu")
    if at < 8:
        return ""
    try:
        document = rtf.read(compressed_rtf.decompress(data[at - 8 :]), path, context)
    except Exception:  # a truncated stream: its words were read above as they stand
        return ""
    return document.segments[0].text


def workbook_cells(content: bytes, path: str) -> list[Segment]:
    """The cells of a workbook that we do not write (XLS, XLSB), a segment a sheet. Raises Unreadable."""
    import python_calamine

    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = [(name, book.get_sheet_by_name(name).to_python()) for name in book.sheet_names]
    except Exception:
        raise Unreadable(Reason.UNREADABLE) from None
    return [
        Segment(
            f"{path}/sheet{n}",
            "\n".join("\t".join(map(_shown, row)) for row in rows),
            SegmentKind.CELL,
            redactable=False,
        )
        for n, (_, rows) in enumerate(sheets)
    ]


def _shown(value: object) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
