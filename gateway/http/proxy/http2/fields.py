"""Header fields as HTTP/2 has them (RFC 9113 §8.2, §8.3). Pure."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from typing import Final
from urllib.parse import unquote, urlsplit

Pairs = Iterable[tuple[bytes, bytes]]

_NAME: Final = re.compile(rb"[!#$%&'*+.^_`|~0-9a-z-]+")
_FORBIDDEN: Final = re.compile(rb"[\0\r\n]")
_STATUS: Final = re.compile(rb"[2-9][0-9]{2}")
#: Answers that have no content.
EMPTY: Final = (204, 304)


class Malformed(Exception):
    """What a site sent is no answer (RFC 9113 §8.1.1)."""


def asked(method: str, url: str, headers: Mapping[str, str]) -> list[tuple[bytes, bytes]]:
    """The fields of a request; `headers` has its Host, and no field of one connection.

    Where that is empty the site's own name stands for it: without one a request is none (RFC 9113 §8.3.1).
    """
    parts = urlsplit(url)
    after_origin = url[len(parts.scheme) + 3 + len(parts.netloc) :]
    path = after_origin if after_origin.startswith("/") else f"/{after_origin}"
    fields = [
        (b":method", method.encode("ascii")),
        (b":scheme", parts.scheme.encode("ascii")),
        (b":path", path.encode("utf-8", "surrogateescape")),
    ]
    host = headers["Host"] or parts.netloc.rpartition("@")[2]
    fields.append((b":authority", host.encode("utf-8", "surrogateescape")))
    if parts.username is not None and "Authorization" not in headers:
        said = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        fields.append((b"authorization", b"Basic " + b64encode(said.encode("utf-8"))))
    for name, value in headers.items():
        if name.lower() != "host":
            fields.append(
                (name.lower().encode("ascii"), value.encode("utf-8", "surrogateescape").strip(b" \t"))
            )
    return fields


def answered(pairs: Pairs) -> tuple[int, list[tuple[str, str]]]:
    """(status, fields) of an answer's head. Raises Malformed."""
    pairs = list(pairs)
    if not pairs or pairs[0][0] != b":status" or not _STATUS.fullmatch(pairs[0][1]):
        raise Malformed
    fields = []
    for name, value in pairs[1:]:
        if not _NAME.fullmatch(name) or _FORBIDDEN.search(value):
            raise Malformed
        fields.append((name.decode("ascii"), value.strip(b" \t").decode("utf-8", "surrogateescape")))
    return int(pairs[0][1]), fields


def length(method: str, status: int, fields: list[tuple[str, str]]) -> int | None:
    """How many octets of content must come; None: whatever comes. Raises Malformed."""
    stated = [value for name, value in fields if name == "content-length"]
    if len(stated) > 1 or not all(value.isascii() and value.isdigit() for value in stated):
        raise Malformed
    if method == "HEAD" or status in EMPTY:
        return 0
    return int(stated[0]) if stated else None
