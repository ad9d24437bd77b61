"""Parameters of Content-Type and Content-Disposition: quoting, RFC 2231 sections and charsets, RFC 2047 abuse."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote_to_bytes

from gateway.mime.charset import Text
from gateway.mime.words import HeaderText

_TYPE: Final = re.compile(
    rb"(?:\s|\([^()]*+\))*+([^\s/;=\"()]++)(?:\s|\([^()]*+\))*+/(?:\s|\([^()]*+\))*+([^\s/;=\"(,]++)"
)
_PARAMETER: Final = re.compile(
    rb"(?<![^\s;=\"()])([^\s;=\"()]++)\s*+=\s*+(?:\"((?:[^\"\\]++|\\.)*+)\"?|([^;]*+))", re.DOTALL
)
_SECTION: Final = re.compile(rb"([^*]++)(?:\*(\d{1,4}))?(\*)?\Z")
_QUOTED_PAIR: Final = re.compile(rb"\\([\"\\])")
_CHARSET: Final = re.compile(rb"([^']*)'[^']*'(.*)\Z", re.DOTALL)
_FOLD: Final = re.compile(rb"\r?\n(?=[ \t])")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter, its RFC 2231 sections joined.

    `spans` are where its sections stand in the field's value, the later ones with what separates them from the first.
    """

    name: str
    data: bytes = field(repr=False)
    text: str = field(repr=False)
    spans: tuple[tuple[int, int], ...]


def media_type(value: bytes) -> str:
    """The lower-case type/subtype at the start of a Content-Type value; "" when there is none."""
    found = _TYPE.match(value)
    return f"{found[1].decode('latin-1')}/{found[2].decode('latin-1')}".lower() if found else ""


def parameters(value: bytes) -> list[Parameter]:
    """Every parameter in `value`, repeated ones repeated: what to make of those is the caller's to say."""
    plain: list[Parameter] = []
    sections: dict[bytes, list[tuple[int, bool, bytes, tuple[int, int]]]] = {}
    last = 0
    for found in _PARAMETER.finditer(value):
        gap, last = value[last : found.start()], found.end()
        raw = _QUOTED_PAIR.sub(rb"\1", found[2]) if found[2] is not None else found[3].strip()
        name = _SECTION.match(found[1].lower())
        if name is not None and (name[2] or name[3]):
            start = (
                found.start()
                if gap.strip(b"; \t\r\n") or name[1] not in sections
                else found.start() - len(gap)
            )
            sections.setdefault(name[1], []).append((int(name[2] or 0), bool(name[3]), raw, (start, last)))
        else:
            raw = _FOLD.sub(b"", raw)
            text = raw.decode("ascii") if raw.isascii() and b"=?" not in raw else HeaderText(raw).text
            plain.append(Parameter(found[1].lower().decode("latin-1"), raw, text, (found.span(),)))
    return plain + [_joined(name, parts) for name, parts in sections.items()]


def _joined(name: bytes, sections: list[tuple[int, bool, bytes, tuple[int, int]]]) -> Parameter:
    """RFC 2231 §3-4: sections in order of number; those with a star are percent-encoded, the first names a charset."""
    sections = sorted(sections, key=lambda section: section[0])
    charset, pieces = "", []
    for number, (_, extended, raw, _) in enumerate(sections):
        if extended and number == 0 and (found := _CHARSET.match(raw)):
            charset, raw = found[1].decode("latin-1"), found[2]
        pieces.append(unquote_to_bytes(raw) if extended else raw)
    data = b"".join(pieces)
    text = HeaderText(data).text if not charset and b"=?" in data else Text(data, charset).text
    return Parameter(name.decode("latin-1"), data, text, tuple(section[3] for section in sections))


def write_parameter(name: str, text: str) -> bytes:
    """`name=` and `text` as a parameter: quoted ASCII, or RFC 2231 in UTF-8."""
    if text.isascii() and text.isprintable():
        escaped = text.replace("\\", "\\\\").replace('"', '\\"')
        return f'{name}="{escaped}"'.encode()
    safe = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
    encoded = b"".join(
        bytes((byte,)) if byte in safe else b"%%%02X" % byte for byte in text.encode("utf-8", "replace")
    )
    return name.encode() + b"*=utf-8''" + encoded
