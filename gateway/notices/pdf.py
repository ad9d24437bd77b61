"""A one-page PDF written by hand (ISO 32000-1): text in a standard font, nothing else, so nothing to go wrong."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import Final

_WIDTH, _HEIGHT, _MARGIN = 612, 792, 72  # US Letter, in points
_COLUMNS: Final = 84  # characters of 11-point Helvetica that fit between the margins


def one_page(blocks: Sequence[tuple[str, Sequence[str]]]) -> bytes:
    """A PDF with one titled block per language. Characters outside Windows-1252 become "?"."""
    y, operators = _HEIGHT - _MARGIN, []
    for title, paragraphs in blocks:
        operators.append(_show("/F2", 16, y, title))
        y -= 26
        for paragraph in paragraphs:
            for line in textwrap.wrap(paragraph, _COLUMNS):
                operators.append(_show("/F1", 11, y, line))
                y -= 15
            y -= 6
        y -= 20
    return _file(b"\n".join(operators))


def _show(font: str, size: int, y: int, text: str) -> bytes:
    encoded = text.encode("cp1252", "replace")
    for special in (b"\\", b"(", b")"):
        encoded = encoded.replace(special, b"\\" + special)
    return b"BT %s %d Tf %d %d Td (%s) Tj ET" % (font.encode(), size, _MARGIN, y, encoded)


def _file(content: bytes) -> bytes:
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>"
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>" % (_WIDTH, _HEIGHT),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        font % b"Helvetica",
        font % b"Helvetica-Bold",
    )
    out, offsets = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)
