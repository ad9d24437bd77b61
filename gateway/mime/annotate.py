"""What the gateway adds to a message: trace header fields, and the notice on top of the body.

Everything is spliced in; with header fields only, nothing else changes by a byte.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, field
from email.header import Header
from functools import lru_cache
from typing import Final

from gateway.mime.charset import Text, ascii_fallback
from gateway.mime.extraction import header_end
from gateway.mime.fields import read_fields
from gateway.mime.html import HtmlText
from gateway.mime.lens import BARE_CR, Splice, apply, newline_of
from gateway.mime.structure import Entity, Tree, read
from gateway.mime.transfer import Identity, QuotedPrintable, decode

_OURS: Final = b"x-ecluse-"
_MBOX: Final = re.compile(rb">?From [^\n]*\n")
_PARTS: Final = 1000
_DEPTH: Final = 10
_GLANCE: Final = 64 * 1024
_LINE: Final = 76
_HTML_LINE: Final = 200
#: Before a message that begins with a blank, which would go on with whatever field stands above it.
_BELOW: Final = ("X-Ecluse-Below", "no field")


@dataclass(frozen=True, slots=True)
class Banner:
    """The notice: as plain text, and as a fragment of HTML with inline styles."""

    text: str = field(repr=False)
    html: str = field(repr=False)


def annotate(
    raw: bytes,
    *,
    headers: Sequence[tuple[str, str]] = (),
    banner: Banner | None = None,
    subject_tag: str = "",
    keep_signed: bool = False,
) -> bytes:
    """`raw` with `headers` on top, without any X-Ecluse-* field that came with it, and with `banner` in its body.

    The banner goes on top of the first text/plain and of the first text/html body, in the charset and transfer
    encoding that they have, else into a new part of a multipart/mixed. Where neither can be, `subject_tag` is put
    before the subject. `keep_signed` leaves signed parts as they are. Never raises.
    """
    newline = newline_of(raw[: 64 * 1024])
    splices = [(start, end, b"") for start, end in _incoming(raw)]
    top = _top(raw)
    if headers and raw[top : top + 1] in (b" ", b"\t"):
        headers = [*headers, _BELOW]
    if not (splices or top or banner or subject_tag) and len(raw) <= _GLANCE:
        return _written(headers, newline) + raw
    splices.append((top, top, _written(headers, newline)))
    placed: list[Splice[bytes]] = []
    if banner is not None:
        placed = _place(raw, banner, newline, keep_signed)
    if subject_tag and not placed:
        placed = [_tagged(raw, subject_tag, newline)]
    return apply(
        raw,
        sorted((splice for splice in (*splices, *placed) if splice[0] < splice[1] or splice[2]), key=_order),
    )


def _order(splice: Splice[bytes]) -> tuple[int, int]:
    return splice[0], splice[1]


# -- header fields ----------------------------------------------------------------------------------------


def _incoming(raw: bytes) -> list[tuple[int, int]]:
    """Where X-Ecluse-* fields stand that did not come from us, as any reader may see them."""
    top = raw.find(b"\n\r\n", 0, _GLANCE)
    if top >= 0 and raw[:top].lower().find(_OURS) < 0:
        return []  # no header reaches beyond its first empty line
    header = read_fields(raw, 0, len(raw))
    found = {(item.start, item.end) for item in header.items if item.name.startswith(_OURS)}
    if BARE_CR.search(raw, 0, header.body):
        loose = read_fields(BARE_CR.sub(b"\n", raw), 0, len(raw)).items
        found |= {(item.start, item.value_end) for item in loose if item.name.startswith(_OURS)}
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _top(raw: bytes) -> int:
    """Where our fields go: at the very top, under the first line of an mbox file if one came along."""
    found = _MBOX.match(raw)
    return found.end() if found else 0


def _written(headers: Sequence[tuple[str, str]], newline: bytes) -> bytes:
    end = newline.decode()
    lines = [f"{name}: {ascii_fallback(' '.join(value.split()))}{end}" for name, value in headers]
    return "".join(lines).encode("ascii", "ignore")


def _tagged(raw: bytes, tag: str, newline: bytes) -> Splice[bytes]:
    """`tag` before the subject, as an encoded word where it is not ASCII."""
    text = f"{' '.join(tag.split())} "
    encoded = (
        text.encode() if text.isascii() else Header(text, "utf-8").encode(linesep="\r\n").encode() + b" "
    )
    for item in read_fields(raw, 0, len(raw)).items:
        if item.name == b"subject":
            return (
                item.value,
                item.value,
                encoded if raw[item.value - 1 : item.value] != b":" else b" " + encoded,
            )
    return _top(raw), _top(raw), b"Subject: " + encoded.rstrip() + newline


# -- banner -----------------------------------------------------------------------------------------------


def _place(raw: bytes, banner: Banner, newline: bytes, keep_signed: bool) -> list[Splice[bytes]]:
    """The banner in the first body of each kind, else in a part of its own; nothing where neither can be."""
    lines = BARE_CR.sub(b"\n", raw) if b"\n" not in raw else raw
    tree = read(lines, max_parts=_PARTS, max_depth=_DEPTH)
    placed: list[Splice[bytes]] = []
    for media in ("text/plain", "text/html"):
        body = next((entity for entity in tree.entities if _is_body(entity, media)), None)
        if body is not None and not (keep_signed and _is_signed(body)):
            placed += _into(raw, body, banner)
    if placed or any(_is_body(entity, "text/plain", "text/html") for entity in tree.entities):
        return placed
    return _new_part(raw, tree, banner, newline)


def _is_body(entity: Entity, *media: str) -> bool:
    attached = entity.disposition == "attachment" or (entity.parent is not None and bool(entity.file_name))
    return entity.type in media and not attached


def _is_signed(entity: Entity) -> bool:
    above = entity.parent
    while above is not None and above.type != "multipart/signed":
        above = above.parent
    return above is not None


def _into(raw: bytes, body: Entity, banner: Banner) -> list[Splice[bytes]]:
    transfer = decode(raw, body.encoding, body.body, body.end)
    ascii_only = isinstance(transfer, Identity) and transfer.data.isascii()
    text = Text(transfer.data, body.parameter("charset"), ascii_only=ascii_only)
    line_end = newline_of(transfer.data).decode()
    if body.type == "text/html":
        splice = _html_splice(text, banner.html, line_end)
    else:
        splice = (0, 0, _plain(text, banner.text, line_end, wrap=isinstance(transfer, Identity)))
    pulled = transfer.pull(text.pull([splice]))
    opening = header_end(raw, body)
    return [(start + body.body, end + body.body, opening + new) for start, end, new in pulled]


def _plain(text: Text, banner: str, line_end: str, *, wrap: bool) -> str:
    """The banner's lines for a plain body: no trailing blanks, which format=flowed would take for soft breaks."""
    lines = [line.rstrip() for line in text.writable(banner).splitlines()]
    if wrap:
        lines = [piece for line in lines for piece in (_wrapped(line) if len(line) > _LINE else (line,))]
    return line_end.join(lines) + line_end * 2


@lru_cache(maxsize=256)
def _wrapped(line: str) -> tuple[str, ...]:
    """The sentences of a notice are few, and the same for many messages."""
    return tuple(textwrap.wrap(line, _LINE, break_long_words=False, break_on_hyphens=False))


def _html_splice(text: Text, banner: str, line_end: str) -> Splice[str]:
    top = HtmlText(text.text).top
    lines = banner if text.encodable(banner) else banner.encode("ascii", "xmlcharrefreplace").decode("ascii")
    return top, top, line_end + _short_lines(lines, line_end) + line_end


def _short_lines(html: str, line_end: str) -> str:
    """Line ends between tags, so that no line nears the 998 octets that SMTP allows (RFC 5322 §2.1.1)."""
    pieces: list[str] = []
    length = 0
    for piece in re.split(r"(?<=>)(?=<)", html):
        if length + len(piece) > _HTML_LINE and pieces:
            pieces.append(line_end)
            length = 0
        pieces.append(piece)
        length += len(piece)
    return "".join(pieces)


def _new_part(raw: bytes, tree: Tree, banner: Banner, newline: bytes) -> list[Splice[bytes]]:
    """A text part before the first part of a multipart/mixed."""
    root = tree.root
    if root.type != "multipart/mixed" or not root.children:
        return []
    first = root.children[0].start
    delimiter = raw.rfind(b"--", root.body, max(raw.rfind(b"\n", 0, first - 1), root.body) + 3)
    boundary = raw[delimiter:first].rstrip()
    if delimiter < 0 or not boundary:
        return []
    transfer = QuotedPrintable(b"")
    body = transfer.pull([(0, 0, _lines(banner.text, newline).encode())])[0][2]
    head = (
        boundary,
        b"Content-Type: text/plain; charset=utf-8",
        b"Content-Transfer-Encoding: quoted-printable",
        b"",
        body,
        b"",
    )
    return [(delimiter, delimiter, newline.join(head))]


def _lines(banner: str, newline: bytes) -> str:
    return newline.decode().join(line.rstrip() for line in banner.splitlines())
