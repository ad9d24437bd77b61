"""A text part under every reading: charsets, HTML, flowed lines, and base64 that programs decode differently."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from gateway.mime import secure
from gateway.mime.base64 import Base64
from gateway.mime.charset import OLD_CHARSETS, Text, codec_of, is_ascii_superset
from gateway.mime.embedded import UU_BEGIN, Embedded, uuencoded
from gateway.mime.flowed import FlowedText
from gateway.mime.html import HtmlText
from gateway.mime.limits import Budget
from gateway.mime.parameters import Parameter
from gateway.mime.parts import ReadOnlyPlace, TextPlace
from gateway.mime.plain import PlainText
from gateway.mime.transfer import Identity, Transfer
from gateway.model import Reason, Segment, SegmentKind
from gateway.octets import first_place

if TYPE_CHECKING:
    from gateway.mime.reader import Reader

_META: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE)
_HTML_TEXTS: Final = (("shown", ""), ("attributes", "/attributes"), ("hidden", "/hidden"), ("seen", "/seen"))
_NULL: Final = 0
_MARKUP: Final = re.compile(rb"<[A-Za-z!/]")
_PGP: Final = b"-----BEGIN PGP "
_PGP_SIGNED: Final = _PGP + b"SIGNED MESSAGE"
_PGP_MESSAGE: Final = _PGP + b"MESSAGE"
#: Files inside text that some programs show, and we do not decode: yEnc, BinHex (RFC 1741).
_OTHER_FILE: Final = re.compile(
    rb"^(?:=ybegin [^\r\n]*(?:name|size)=|\(This file must be converted with BinHex)", re.MULTILINE
)
#: A letter with an accent, or a blank between digits, in the charsets of DOS and of old Macintosh: signs that no other text
#: has there.
_OLD: Final = re.compile(rb"[a-z][\x82-\x84\x87-\x8b\x8d-\x90\x98\x99\x9b\x9d][a-z]|[0-9][\xca\xff][0-9]")
#: How these begin.
_BINHEX: Final = b"(This file must be converted with BinHex"
_YENC: Final = b"=ybegin "


class TextReader:
    """Reads text parts that stand in `depth` messages, multiparts and files into `reader`."""

    __slots__ = ("_budget", "_depth", "_reader")

    def __init__(self, reader: Reader, budget: Budget, depth: int) -> None:
        self._reader, self._budget, self._depth = reader, budget, depth

    def read(
        self,
        path: str,
        transfer: Transfer,
        start: int,
        media: str,
        parameters: Sequence[Parameter],
        kind: SegmentKind = SegmentKind.BODY,
    ) -> None:
        """The segments of the text part at `path`, whose content begins at message[start]."""
        data = transfer.data
        if not self._budget.take_text(len(data)):
            self._reader.report(Reason.TOO_BIG, path)
            return
        named = {item.name: item.text for item in reversed(parameters)}
        charset = named.get("charset", "").strip()
        told = _told_inside(data) if media == "text/html" else ""
        is_ascii = data.isascii()
        is_7bit = is_ascii and isinstance(transfer, Identity)
        if told and not charset and not (is_ascii and is_ascii_superset(codec_of(told))):
            charset = told
        place = TextPlace(path, transfer, start)
        self._reading(place, Text(data, charset, ascii_only=is_7bit), media, named, path, kind)
        if media == "text/*" and _MARKUP.search(data):
            html = Text(data, charset, ascii_only=is_7bit)
            self._reading(place, html, "text/html", named, f"{path}/html", kind, distinct=False)
        others = {told, *(item.text for item in parameters if item.name == "charset")}
        for other in sorted(others - {charset, named.get("charset", "")}):
            if (codec := codec_of(other)) and not is_ascii_superset(codec):
                self._reading(
                    place, Text(data, other), media, named, f"{path}/alt{len(place.readings)}", kind
                )
        if not is_ascii and place.readings[0][0].is_guess and _OLD.search(data):
            for old in OLD_CHARSETS:
                self._reading(
                    place,
                    Text(data, old, literal=True),
                    media,
                    named,
                    f"{path}/alt{len(place.readings)}",
                    kind,
                )
        codec = codec_of(charset)
        if (codec and not is_ascii_superset(codec)) or _NULL in data:
            self._reading(
                place,
                Text(data, "cp1252", literal=True),
                media,
                named,
                f"{path}/alt{len(place.readings)}",
                kind,
            )
        if isinstance(transfer, Base64) and not transfer.clean:
            self._unclean(path, transfer, start, kind)
        if _stands(_PGP, data):
            self._pgp(path, data)
        if (_stands(_BINHEX, data) or _stands(_YENC, data)) and _OTHER_FILE.search(data):
            self._reader.report(Reason.UNKNOWN_TYPE, path)

    def _pgp(self, path: str, data: bytes) -> None:
        if _PGP_SIGNED in data:
            self._reader.signed = True
        if _PGP_MESSAGE in data:
            encrypted = secure.pgp_encrypted(data)
            self._reader.report(Reason.SECURED if encrypted else Reason.UNKNOWN_TYPE, path)

    def _reading(
        self,
        place: TextPlace,
        text: Text,
        media: str,
        named: dict[str, str],
        path: str,
        kind: SegmentKind,
        *,
        distinct: bool = True,
    ) -> None:
        number = len(place.readings)
        if distinct and any(text.text == other.text for other, _ in place.readings):
            return
        if media == "text/html":
            html = HtmlText(text.text)
            place.readings.append((text, html))
            for which, suffix in _HTML_TEXTS:
                content: str = getattr(html, which)
                if content.strip() or not suffix:
                    self._add(place, number, which, f"{path}{suffix}", content, kind)
            self._files(place, number, html.embedded)
        elif named.get("format", "").lower() == "flowed":
            delsp = named.get("delsp", "").lower() == "yes"
            flowed = FlowedText(text.text, delsp=delsp)
            place.readings.append((text, flowed))
            self._add(place, number, "", path, flowed.text, kind)
            self._files(place, number, _uuencoded(text))
            if delsp and flowed.text != text.text:
                place.readings.append((text, None))
                self._add(place, number + 1, "", f"{path}/unflowed", text.text, kind)
        else:
            lens = PlainText(text.text) if text.has_controls else None
            place.readings.append((text, lens))
            self._add(place, number, "", path, lens.text if lens else text.text, kind)
            self._files(place, number, _uuencoded(text))

    def _files(self, place: TextPlace, number: int, files: Sequence[Embedded]) -> None:
        if number == 0:
            for file in files:
                self._reader.embedded(place, number, file, self._depth)

    def _add(
        self, place: TextPlace, number: int, which: str, path: str, text: str, kind: SegmentKind
    ) -> None:
        place.keys[path] = (number, which)
        self._reader.add(Segment(path, text, kind), place)

    def _unclean(self, path: str, transfer: Base64, start: int, kind: SegmentKind) -> None:
        """Base64 with padding in the middle or with other text in it: how a reader sees it who skips all that, and
        the text itself (lists put their footers there)."""
        joined = Text(transfer.joined()).text
        known = {segment.text for segment in self._reader.segments if segment.path.startswith(path)}
        if joined not in known and not any(
            joined.startswith(text) and len(joined) - len(text) < 3 for text in known
        ):
            self._reader.add(Segment(f"{path}/joined", joined, kind, redactable=False), ReadOnlyPlace(path))
        self.loose(path, transfer, start, kind)

    def loose(self, path: str, transfer: Base64, start: int, kind: SegmentKind = SegmentKind.BODY) -> None:
        """The lines among base64 that are none, as somebody sees them who does not decode it."""
        loose = transfer.loose()
        if loose is not None:
            low, high = loose
            place = TextPlace(path, Identity(transfer.raw[low:high]), start + low)
            self._reading(place, Text(transfer.raw[low:high]), "text/plain", {}, f"{path}/loose", kind)


def may_hold_more(data: bytes, text: Text) -> bool:
    """Whether plain text, read as `text`, may have another reading or more in it than itself."""
    if _NULL in data or (not data.isascii() and text.is_guess and _OLD.search(data)):
        return True
    return any(_stands(mark, data) for mark in (_PGP, _BINHEX, _YENC)) or bool(_uuencoded(text))


def _uuencoded(text: Text) -> list[Embedded]:
    return uuencoded(text.text) if text.may_hold(UU_BEGIN) else []


def _stands(mark: bytes, data: bytes) -> bool:
    return first_place(mark, data, 0, len(data)) >= 0


def _told_inside(data: bytes) -> str:
    """The charset that HTML declares by itself, if it may be the one that the declaration is written in; "" if not."""
    found = _META.search(data, 0, 4096)
    codec = codec_of(found[1].decode("ascii")) if found else ""
    if not found or not codec or not found[0].decode(codec, "replace").isascii():
        return ""
    return found[1].decode("ascii")
