"""Bytes as text: the charset ladder, and edits of the text led back to bytes.

Ladder: byte order mark → declared → UTF-8 → UTF-16 by its NULs → windows-1252. Digits and A-Z read the same in every
charset that mail commonly uses, so a wrong accent never hides a number.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from gateway.mime.lens import Splice, apply, merge
from gateway.mime.plain import has_controls
from gateway.model import CannotRedact
from gateway.octets import first_place

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NULL: Final = 0
_MARKS: Final = tuple(mark for mark, _ in _BOMS)
#: Codecs that are no charsets, or cost more than linear time.
_REFUSED: Final = frozenset(
    {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"}
)
#: Read as their windows superset, as browsers and mail programs do (WHATWG Encoding §4.2).
_SUPERSETS: Final = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "latin_1": "cp1252",
    "iso8859-9": "cp1254",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "utf_8_sig": "utf-8",
}
#: Of DOS and of old Macintosh: tried where nobody says how a text's accents are written.
OLD_CHARSETS: Final = ("cp850", "mac_roman")
_STATEFUL: Final = ("utf-7", "iso2022", "hz")
_TYPOGRAPHY: Final = str.maketrans(
    {
        "«": '"',
        "»": '"',
        "“": '"',
        "”": '"',
        "’": "'",
        "‘": "'",
        "–": "-",
        "—": "-",
        "…": "...",
        "œ": "oe",
        "Œ": "OE",
    }
)


def _byte_for_byte(error: UnicodeError) -> tuple[str | bytes, int]:
    """A byte that the charset does not have is read as windows-1252, else Latin-1: nothing is lost."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(_SINGLE[byte] for byte in error.object[error.start : error.end]), error.end


def _single(byte: int) -> str:
    try:
        return bytes((byte,)).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


_SINGLE: Final = [_single(byte) for byte in range(256)]
_LENIENT: Final = "ecluse.lenient"
codecs.register_error(_LENIENT, _byte_for_byte)


@lru_cache(maxsize=512)
def codec_of(name: str) -> str:
    """The codec for a declared charset, "" when it has none that is safe."""
    if not name or len(name) > 40 or not name.isascii() or "\0" in name:
        return ""
    try:
        info = codecs.lookup(name.strip().strip("'\""))
    except (LookupError, ValueError):
        return _by_number(name)
    if info.name in _REFUSED or not info._is_text_encoding:
        return ""
    return _SUPERSETS.get(info.name, info.name)


@lru_cache(maxsize=512)
def strict_codec(name: str) -> str:
    """The codec of exactly that name, not of its superset; "" when there is none."""
    try:
        return codecs.lookup(name.strip()).name if 0 < len(name) <= 40 and name.isascii() else ""
    except (LookupError, ValueError):
        return ""


def _by_number(name: str) -> str:
    """windows-1252, cp-1252, x-cp1252, ansi_1252 … for what Python knows as cp1252."""
    number = re.search(r"(?:windows|win|cp|ibm|ansi|x-cp)[-_ ]?(\d{3,5})", name.lower())
    return codec_of(f"cp{number.group(1)}") if number and number.group(0) != f"cp{number.group(1)}" else ""


def ascii_fallback(text: str) -> str:
    """`text` without accents and typographic signs, for a place that can hold only ASCII."""
    if text.isascii():
        return text
    return (
        unicodedata.normalize("NFKD", text.translate(_TYPOGRAPHY)).encode("ascii", "ignore").decode("ascii")
    )


class Text:
    """`data` read under the ladder. `skip` bytes of byte order mark stand before the text.

    `ascii_only` says that nothing but ASCII may be written (a 7bit part); `literal` that `declared` is a codec to
    be used as it is.
    """

    __slots__ = ("_ascii_only", "_data", "_exact", "_strict", "codec", "skip", "text")

    def __init__(
        self, data: bytes, declared: str = "", *, ascii_only: bool = False, literal: bool = False
    ) -> None:
        self._data, self._ascii_only = data, ascii_only
        is_ascii = data.isascii()
        self._strict = strict_codec(declared) if declared or not is_ascii else "ascii"
        self._exact = True  # no octet is read as something that the charset does not have
        if literal:
            self.codec, self.skip = declared, 0
            self.text, self._exact = _decoded(data, declared)
            return
        if is_ascii and is_ascii_superset(codec := codec_of(declared) or "cp1252") and _NULL not in data[:64]:
            self.codec, self.skip, self.text = codec, 0, data.decode("ascii")
            return
        self.codec, self.skip = _ladder(data, codec_of(declared))
        self.text, self._exact = _decoded(data[self.skip :], self.codec)

    @property
    def is_guess(self) -> bool:
        """Whether it is read as windows-1252 in places, which may have been something else."""
        return self.codec == "cp1252" or (self.codec == "utf-8" and not self._exact)

    @property
    def has_controls(self) -> bool:
        """Whether there may be a control character in it."""
        if is_ascii_superset(self.codec):  # there it stands in the bytes, too
            return has_controls(self._data)
        return has_controls(self.text.encode("utf-8", "surrogatepass"))

    def may_hold(self, stem: bytes) -> bool:
        """Whether `stem`, of ASCII, may stand in it."""
        return not is_ascii_superset(self.codec) or first_place(stem, self._data, 0, len(self._data)) >= 0

    def pull(self, splices: Sequence[Splice[str]]) -> list[Splice[bytes]]:
        """Splices of the text as splices of the bytes, in the part's own charset (or ASCII where it lacks a sign).

        Raises CannotRedact("") when the bytes of a character cannot be told exactly.
        """
        wanted = merge(splices)
        if not wanted:
            return []
        if len(self.text) == len(self._data) - self.skip:
            return [(a + self.skip, b + self.skip, self._encode(new)) for a, b, new in wanted]
        if (
            self.codec == "utf-8"
            and "\ufffd" not in self.text
            and (pulled := self._pull_utf8(wanted)) is not None
        ):
            return pulled
        return self._pull_stepwise(wanted)

    def encodable(self, text: str) -> bool:
        """Whether `text` can be written as it is: in what was declared, not only in the superset that it is read as."""
        if self._ascii_only and not text.isascii():
            return False
        try:
            if self._strict and _SUPERSETS.get(self._strict) == self.codec:
                text.encode(self._strict)
            return text.encode(self.codec).decode(self.codec) == text
        except UnicodeError:
            return False

    def writable(self, text: str) -> str:
        """`text`, without typographic signs or without accents where the charset lacks them."""
        if self.encodable(text):
            return text
        plainer = text.translate(_TYPOGRAPHY)
        return plainer if self.encodable(plainer) else ascii_fallback(text)

    def _encode(self, text: str) -> bytes:
        candidate = self.writable(text)
        if self.encodable(candidate):
            return candidate.encode(self.codec)
        raise CannotRedact("")

    def _pull_utf8(self, wanted: Sequence[Splice[str]]) -> list[Splice[bytes]] | None:
        """By encoding what stands between the edits; None where the bytes were not valid UTF-8."""
        pulled, char, byte = [], 0, self.skip
        for start, end, new in wanted:
            try:
                first = byte + len(self.text[char:start].encode())
                byte = first + len(self.text[start:end].encode())
            except UnicodeEncodeError:
                return None
            pulled.append((first, byte, self._encode(new)))
            char = end
        tail = self.text[char:].encode("utf-8", "replace")
        return pulled if byte + len(tail) == len(self._data) and self._data.endswith(tail) else None

    def _pull_stepwise(self, wanted: Sequence[Splice[str]]) -> list[Splice[bytes]]:
        """By decoding byte by byte: an edit reaches from one resting point of the decoder to another."""
        chars, places = self._resting_points()
        pulled: list[Splice[bytes]] = []
        for low, high, group in _grouped(wanted, chars):
            text = self.text[chars[low] : chars[high]]
            new = apply(text, [(a - chars[low], b - chars[low], c) for a, b, c in group])
            pulled.append((places[low], places[high], self._encode_exact(text, new, group)))
        return pulled

    def _encode_exact(self, old: str, new: str, group: Sequence[Splice[str]]) -> bytes:
        if len(group) == 1 and new == group[0][2]:
            return self._encode(new)
        kept = set(old)
        plain = "".join(sign if sign.isascii() or sign in kept else self.writable(sign) for sign in new)
        for candidate in (new, plain):
            if self.encodable(candidate):
                return candidate.encode(self.codec)
        raise CannotRedact("")

    def _resting_points(self) -> tuple[list[int], list[int]]:
        """Where, in characters and in bytes, the decoder holds nothing back: parallel lists, both ends included."""
        decoder = codecs.getincrementaldecoder(self.codec)(_LENIENT)
        rest, chars, places, count = decoder.getstate(), [0], [self.skip], 0
        pieces = []
        for place in range(self.skip, len(self._data)):
            out = decoder.decode(self._data[place : place + 1], place == len(self._data) - 1)
            count += len(out)
            pieces.append(out)
            if decoder.getstate() == rest:
                if chars[-1] == count and len(chars) > 1:
                    places[-1] = place + 1
                else:
                    chars.append(count)
                    places.append(place + 1)
        if "".join(pieces) != self.text:
            raise CannotRedact("")
        if chars[-1] != count:
            chars.append(count)
            places.append(len(self._data))
        return chars, places


def _grouped(wanted: Sequence[Splice[str]], chars: Sequence[int]) -> list[tuple[int, int, list[Splice[str]]]]:
    """Edits with the resting points around them; edits between the same ones together."""
    groups: list[tuple[int, int, list[Splice[str]]]] = []
    for splice in wanted:
        low, high = max(0, bisect_right(chars, splice[0]) - 1), bisect_left(chars, splice[1])
        high = max(high, low)
        if groups and low < groups[-1][1]:
            groups[-1] = (groups[-1][0], max(high, groups[-1][1]), [*groups[-1][2], splice])
        else:
            groups.append((low, high, [splice]))
    return groups


@lru_cache(maxsize=512)
def is_ascii_superset(codec: str) -> bool:
    """Whether every ASCII byte means its ASCII character, always (so not UTF-7, ISO-2022, UTF-16, EBCDIC)."""
    if codec.startswith(_STATEFUL):
        return False
    try:
        return bytes(range(128)).decode(codec) == "".join(map(chr, range(128)))
    except UnicodeError:
        return False


def _decoded(data: bytes, codec: str) -> tuple[str, bool]:
    """(text, whether the charset has every octet of it)."""
    try:
        return data.decode(codec), True
    except UnicodeDecodeError:
        return data.decode(codec, _LENIENT), False


def _ladder(data: bytes, declared: str) -> tuple[str, int]:
    """(codec, length of the byte order mark)."""
    if data.startswith(_MARKS):
        return next((codec, len(mark)) for mark, codec in _BOMS if data.startswith(mark))
    if declared and not is_ascii_superset(declared):
        return _endian(declared, data), 0
    if b"\0" in data and (wide := _by_nulls(data)):
        return wide, 0
    if declared not in ("", "utf-8", "cp1252"):
        return declared, 0
    return ("utf-8" if declared == "utf-8" or is_utf8(data) else "cp1252"), 0


def _endian(codec: str, data: bytes) -> str:
    if codec == "utf-16":
        return _by_nulls(data) or "utf-16-be"  # RFC 2781 §4.3
    return "utf-32-be" if codec == "utf-32" else codec


def is_utf8(data: bytes) -> bool:
    """Whether `data` is text in UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _by_nulls(data: bytes) -> str:
    """UTF-16 without a mark: Latin text has a NUL in every second byte."""
    sample = data[:400]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 10 < len(sample) * 3:
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"
