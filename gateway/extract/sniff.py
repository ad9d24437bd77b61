"""What a file is, by its content; its name and declared type are believed only for kinds of text."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Final

#: No text has one of them.
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f]")
_SIGNATURES: Final = (
    (0, b"%PDF-", "pdf"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (0, b"\x89PNG\r\n\x1a\n", "image"),
    (0, b"\xff\xd8\xff", "image"),
    (0, b"GIF87a", "image"),
    (0, b"GIF89a", "image"),
    (6, b"\0\0\0\0", "bitmap"),
    (0, b"II*\0", "image"),
    (0, b"MM\0*", "image"),
    (8, b"WEBP", "image"),
    (0, b"\x1f\x8b\x08", "gzip"),
    (4, b"1AY&SY", "bzip2"),
    (4, b"\x17\x72\x45\x38\x50\x90", "bzip2"),
    (0, b"\0\0\0\x0cjP  \r\n\x87\n", "image"),
    (4, b"ftypavif", "image"),
    (0, b"\xfd7zXZ\0", "xz"),
    (0, b"7z\xbc\xaf\x27\x1c", "archive"),
    (0, b"Rar!\x1a\x07", "archive"),
    (0, b"MSCF", "archive"),
    (0, b"07070", "archive"),  # cpio
    (0, b"\xc7\x71", "archive"),
    (0, b"!<arch>\n", "archive"),
    (0, b"xar!", "archive"),
    (2, b"-lh", "archive"),
    (0, b"\x1f\x9d", "archive"),  # compress
    (0, b"\x28\xb5\x2f\xfd", "archive"),  # Zstandard
    (0, b"\x04\x22\x4d\x18", "archive"),  # LZ4
    (0, b"LZIP\x01", "archive"),
    (0, b"\x5d\0\0", "archive"),  # LZMA alone
    (32769, b"CD001", "archive"),  # ISO 9660
    (257, b"ustar", "tar"),
    (0, b"\x78\x9f\x3e\x22", "tnef"),
)
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OFFICE: Final = (
    b"[Content_Types].xml",
    b"mimetypeapplication/vnd.oasis.opendocument",
    b"word/",
    b"xl/",
    b"ppt/",
)
_RTF: Final = re.compile(rb"(?:\xef\xbb\xbf)?[ \t\r\n\0]{0,200}\{\\rt")  # Word asks for no more
_MBOX: Final = re.compile(rb"From [^\r\n]{1,200}\r?\n[!-9;-~]{1,70}:")
#: Header fields, MIME-Version among them: a page or a message that was saved with all that belongs to it.
_MAIL: Final = re.compile(
    rb"\s{0,20}(?:[!-9;-~]{1,70}+:[^\r\n]{0,998}+\r?\n(?:[ \t][^\r\n]{0,998}+\r?\n){0,20}+){0,40}?MIME-Version:",
    re.IGNORECASE,
)
#: Files written as text, which we do not decode: yEnc, BinHex (RFC 1741).
_WRITTEN: Final = re.compile(rb"(?:\A|\n)(?:=ybegin |\(This file must be converted with BinHex)")
_XML_IN_EBCDIC: Final = "<?xm".encode("cp037")
_TEXT_TYPES: Final = ("text/", "application/json", "application/xml", "application/csv", "application/ics")
_TEXT_ENDINGS: Final = frozenset(
    ".txt .csv .tsv .json .xml .ics .vcf .md .log .htm .html .xhtml .text .yml .yaml .svg .fodt .fods .fodp .mht .mhtml".split()
)


_FILE_INSIDE: Final = re.compile(
    rb";base64,|(?::binary-data|:binaryData|:binData)[\s>]|>\s{0,9}[A-Za-z0-9+/]{60}", re.IGNORECASE
)


def kind_of(content: bytes, declared_type: str, filename: str) -> str:
    """ "pdf", "office", "zip", "text", …; "unknown" when nothing fits."""
    if content.startswith(_ZIP):
        head = content[:4096]
        return "office" if any(mark in head for mark in _OFFICE[:2]) or _is_office(content) else "zip"
    if kind := _by_signature(content):
        return kind
    if (
        b"PK\x05\x06" in content[-65_600:]
    ):  # an archive with something before it: a program that unpacks itself
        return "zip"
    if _MBOX.match(content):
        return "mbox"
    if _WRITTEN.search(content, 0, 4096) or content.startswith(_XML_IN_EBCDIC):
        return "unknown"
    ending = PurePosixPath(filename.lower()).suffix
    declared = declared_type.lower()
    if declared == "message/rfc822" or ending == ".eml" or _MAIL.match(content):
        return "mail"
    if (
        declared.startswith(_TEXT_TYPES) or ending in _TEXT_ENDINGS or _looks_like_text(content)
    ) and _is_text(content):
        return "text"
    return "unknown"


def holds_files(text: bytes) -> bool:
    """Whether a file of text has the marks of other files in it: data: URIs, flat office documents."""
    return _FILE_INSIDE.search(text) is not None


def is_signed(head: bytes) -> bool:
    """Whether the first thousand octets of a file say already that it is neither text nor mail nor unknown."""
    return head.startswith(_ZIP) or bool(_by_signature(head))


def _by_signature(content: bytes) -> str:
    for offset, mark, kind in _SIGNATURES:
        if content.startswith(mark, offset):
            if kind != "bitmap":
                return kind
            if content.startswith(b"BM"):
                return "image"
    if _RTF.match(content):
        return "rtf"
    return "pdf" if b"%PDF-" in content[:1024] else ""


def _is_office(content: bytes) -> bool:
    """The central directory, at the end, names the parts that only office documents have."""
    tail = content[-65_536:]
    return b"[Content_Types].xml" in tail or b"META-INF/manifest.xml" in tail


def _is_text(content: bytes) -> bool:
    return b"\0" not in content or content[:2] in (b"\xff\xfe", b"\xfe\xff") or _is_wide(content[:400])


def _is_wide(head: bytes) -> bool:
    """UTF-16 without its mark: Latin text has a NUL in every second byte, and none in the others."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    return min(even, odd) == 0 and max(even, odd) * 4 > len(head)


def _looks_like_text(content: bytes) -> bool:
    return _CONTROL.search(content, 0, 4096) is None
