"""The header of one part of a multipart form (RFC 7578): its name, whether it is a file, and of what type.

What the site behind us might read otherwise than we do raises MalformedBody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from gateway.formbody.spelling import MalformedBody, UnsupportedBody, ascii_compatible
from gateway.model import Placeholder

_FIELD: Final = re.compile(
    rb"(?i)^content-(disposition|type|transfer-encoding|encoding)[ \t]*:[ \t]*((?:[^\r\n]|\r\n[ \t])*)",
    re.MULTILINE,
)
#: Fields that no form needs (RFC 7578 §4.8), and what follows the type; a length says nothing.
_OTHER: Final = re.compile(
    rb"(?i)^(?!content-(?:disposition|type|transfer-encoding|encoding|length)[ \t]*:)[^\r\n]+"
    rb"|(?<=\n)content-type[ \t]*:[^;\r\n]*;([^\r\n]*)",
    re.MULTILINE,
)
_PARAMETER: Final = rb';\s*([\w!#$&^.+*-]+)\s*=\s*(?:"(%s)"|([^\s;"]+))'
#: As RFC 2616 quotes (curl), and as browsers do, to whom a backslash is one (HTML §4.10.21.8).
_QUOTED: Final = tuple(re.compile(_PARAMETER % inside) for inside in (rb'(?:[^"\\]|\\.)*', rb'[^"]*'))
_TYPE: Final = re.compile(rb"(?i)^content-type[ \t]*:[ \t]*([^\r\n;]*)", re.MULTILINE)
_LONGEST: Final = 16 * 1024
_AS_IT_IS: Final = frozenset((b"", b"7bit", b"8bit", b"binary"))
_CHARSET: Final = re.compile(rb'(?i);\s*charset\s*=\s*"?([^\s;"]+)')
#: Types of a part without a file name that are text as it stands.
_TEXT: Final = ("", "application/json", "application/xml", "application/x-www-form-urlencoded")


@dataclass(frozen=True, slots=True)
class FileName:
    """Where a file's name stands in the body; `extended`: percent-encoded, as `filename*` has it (RFC 8187)."""

    start: int
    end: int
    extended: bool


@dataclass(frozen=True, slots=True)
class PartHeader:
    """What the header says. `media` is "" where it says nothing of a type. `named` is where the name stands, `others` where
    the fields stand that no form needs."""

    name: str
    media: str
    filenames: tuple[FileName, ...]
    named: tuple[tuple[int, int], ...]
    others: tuple[tuple[int, int], ...]

    @property
    def is_file(self) -> bool:
        """Whether the part is a file, by its name or by its type."""
        text = self.media in _TEXT or self.media.startswith("text/") or self.media.endswith("+json")
        return bool(self.filenames) or not text


def read(raw: bytes, start: int, end: int) -> PartHeader:
    """The header that stands at raw[start:end]. Raises MalformedBody."""
    if end - start > _LONGEST:
        raise MalformedBody("multipart part with too long a header")
    fields: dict[bytes, tuple[int, bytes]] = {}
    for match in _FIELD.finditer(raw, start, end):
        if fields.setdefault(match[1].lower(), (match.start(2), match[2])) != (match.start(2), match[2]):
            raise MalformedBody("multipart part whose header says something twice")
    at, disposition = fields.get(b"disposition", (0, b""))
    if disposition[:9].lower() != b"form-data":
        raise MalformedBody("multipart part without a name")
    names, filenames = [], []
    named: tuple[tuple[int, int], ...] = ()
    for match in _parameters(disposition[9:]):
        if match[1].lower() == b"name*":  # stands in no form (RFC 7578 §4.2)
            raise MalformedBody("multipart part with two names")
        if match[1].lower() == b"name":
            names.append(match[2] if match[3] is None else match[3])
            first, last = match.span(2 if match[3] is None else 3)
            named = ((at + 9 + first, at + 9 + last),)
        elif match[1].lower() in (b"filename", b"filename*"):
            first, last = match.span(2 if match[3] is None else 3)
            extended = match[1].endswith(b"*")
            filenames.append(FileName(at + 9 + first, at + 9 + last, extended))
    if len(names) != 1 or len({one.extended for one in filenames}) != len(filenames):
        raise MalformedBody("multipart part without a name" if not names else "multipart part with two names")
    if fields.get(b"transfer-encoding", (0, b""))[1].strip().lower() not in _AS_IT_IS:
        raise UnsupportedBody("unsupported transfer encoding of a part")
    if fields.get(b"encoding", (0, b"identity"))[1].strip().lower() != b"identity":
        raise UnsupportedBody("compressed part")
    declared = fields.get(b"type", (0, b""))[1]
    if (
        not filenames
        and (charset := _CHARSET.search(declared))
        and not ascii_compatible(charset[1].decode("latin-1"))
    ):
        raise UnsupportedBody("unsupported charset")
    media = declared.partition(b";")[0].strip().lower().decode("ascii", "replace")
    others = tuple(
        one.span(1 if one[1] is not None else 0) for one in _OTHER.finditer(raw, start, end) if one[0].strip()
    )
    return PartHeader(names[0].decode("utf-8", "replace"), media, tuple(filenames), named, others)


def _parameters(rest: bytes) -> Iterator[re.Match[bytes]]:
    for pattern in _QUOTED:
        if not pattern.sub(b"", rest).strip(b"; \t\r\n"):
            return pattern.finditer(rest)
    raise MalformedBody("multipart part with a broken header")


def withheld(raw: bytes, start: int, end: int, placeholder: Placeholder) -> Iterator[tuple[int, int, bytes]]:
    """The splices that make the header at raw[start:end] the one of a part whose content gave way to `placeholder`."""
    for number, name in enumerate(read(raw, start, end).filenames):
        new = b'; filename="%s"' % placeholder.filename.encode("ascii") if number == 0 else b""
        yield raw.rindex(b";", start, name.start), name.end + (raw[name.end : name.end + 1] == b'"'), new
    for found in _TYPE.finditer(raw, start, end):
        yield *found.span(), b"Content-Type: " + placeholder.content_type.encode("ascii")
