"""An invisible layer of text for a page that became a picture: it can still be searched, copied and read aloud.

The layer has fonts of its own, without shapes and with a map to Unicode, so that every script can be written.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name

_CODES: Final = 250  # characters a font, from code 1 on
_WIDTH: Final = 500  # of every character, in thousandths
_MAP_HEAD: Final = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
    b"1 begincodespacerange <00> <FF> endcodespacerange\n"
)
_MAP_FOOT: Final = b"endcmap CMapName currentdict /CMap defineresource pop end end\n"


@dataclass(frozen=True, slots=True)
class Word:
    """A word whose baseline begins at (x, y) and runs for `length` points at `angle` radians."""

    text: str = field(repr=False)
    x: float
    y: float
    length: float
    size: float
    angle: float


def layer(document: pikepdf.Pdf, words: Sequence[Word]) -> tuple[Dictionary, bytes]:
    """The fonts, and the operators that show `words` in text rendering mode 3 (ISO 32000-1 §9.3.6)."""
    chars = sorted({char for word in words for char in word.text})
    codes = {char: (number // _CODES, number % _CODES + 1) for number, char in enumerate(chars)}
    fonts = Dictionary()
    for start in range(0, max(len(chars), 1), _CODES):
        fonts[f"/F{start // _CODES}"] = _font(document, chars[start : start + _CODES])
    out = [b"BT 3 Tr"]
    for word in words:
        out.append(_shown(word, codes))
    return fonts, b"\n".join((*out, b"ET"))


def _shown(word: Word, codes: dict[str, tuple[int, int]]) -> bytes:
    stretch = max(1.0, min(1000.0, 100 * word.length / (word.size * len(word.text) * _WIDTH / 1000)))
    cosine, sine = math.cos(word.angle), math.sin(word.angle)
    out = [
        b"%.2f Tz %.4f %.4f %.4f %.4f %.2f %.2f Tm" % (stretch, cosine, sine, -sine, cosine, word.x, word.y)
    ]
    font, run = -1, b""
    for char in word.text:
        number, code = codes[char]
        if number != font:
            if run:
                out.append(b"<%s> Tj" % run)
            out.append(b"/F%d %.2f Tf" % (number, word.size))
            font, run = number, b""
        run += b"%02X" % code
    return b" ".join((*out, b"<%s> Tj" % run))


def _font(document: pikepdf.Pdf, chars: Sequence[str]) -> pikepdf.Object:
    names = [Name(f"/g{number}") for number in range(len(chars))]
    nothing = document.make_stream(b"%d 0 d0" % _WIDTH)
    lines = [
        b"<%02X> <%s>" % (n + 1, char.encode("utf-16-be").hex().upper().encode())
        for n, char in enumerate(chars)
    ]
    maps = b"".join(
        b"%d beginbfchar\n%s\nendbfchar\n" % (len(part), b"\n".join(part))
        for part in (lines[at : at + 100] for at in range(0, len(lines), 100))
    )
    return document.make_indirect(
        Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, _WIDTH, 1000]),
            FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), Resources=Dictionary(),
            CharProcs=Dictionary({str(name): nothing for name in names}),
            Encoding=Dictionary(Type=Name.Encoding, Differences=Array([1, *names])),
            FirstChar=1, LastChar=max(len(chars), 1), Widths=Array([_WIDTH] * max(len(chars), 1)),
            ToUnicode=document.make_stream(_MAP_HEAD + maps + _MAP_FOOT),
        )
    )  # fmt: skip
