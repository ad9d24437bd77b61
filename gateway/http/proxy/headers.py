"""Which header fields go on to the site, and which come back (RFC 9110 §7.6, RFC 7239). Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from multidict import CIMultiDict

Fields = Iterable[tuple[str, str]]

#: Fields of one connection, not of the message.
HOP_BY_HOP: Final = frozenset(
    "connection keep-alive proxy-authenticate proxy-authorization proxy-connection te trailer transfer-encoding upgrade".split()
)
#: What only a proxy that we trust may say of a client.
_ABOUT_CLIENT: Final = frozenset(
    "forwarded x-forwarded-for x-forwarded-proto x-forwarded-host x-forwarded-port x-real-ip".split()
)
_VIA: Final = "ecluse"


def end_to_end(fields: Fields) -> list[tuple[str, str]]:
    """The fields that are not for one connection only: neither by their name nor because Connection names them."""
    return [(name, value) for _, name, value in _end_to_end(fields)]


def _end_to_end(fields: Fields) -> list[tuple[str, str, str]]:
    """The same, each behind its name in lower case."""
    lowered = [(name.lower(), name, value) for name, value in fields]
    dropped = HOP_BY_HOP
    for lower, _, value in lowered:
        if lower == "connection":
            dropped = dropped.union([option.strip().lower() for option in value.split(",")])
    return [field for field in lowered if field[0] not in dropped]


def onward(
    fields: Fields, *, peer: str, scheme: str, host: str, upstream_host: str, trusted: bool
) -> CIMultiDict[str]:
    """What goes on to the site, in the order in which it came.

    `peer` is the client's address; what the client says about itself counts only when it is `trusted`. `upstream_host`
    is the Host that the site shall see.
    """
    headers: CIMultiDict[str] = CIMultiDict()
    headers.add("Host", upstream_host)
    for lower, name, value in _end_to_end(fields):
        if lower in ("host", "expect") or (lower in _ABOUT_CLIENT and not trusted):
            continue
        headers.add(name, value)
    before = headers.popall("X-Forwarded-For", [])
    headers.add("X-Forwarded-For", ", ".join((*before, peer)) if peer else ", ".join(before))
    if "X-Forwarded-Proto" not in headers:
        headers.add("X-Forwarded-Proto", scheme)
    if "X-Forwarded-Host" not in headers:
        headers.add("X-Forwarded-Host", host)
    address = f'"[{peer}]"' if ":" in peer else peer or "unknown"
    forwarded = [*headers.popall("Forwarded", []), f'for={address};host="{_quoted(host)}";proto={scheme}']
    headers.add("Forwarded", ", ".join(forwarded))
    headers.add("Via", ", ".join((*headers.popall("Via", []), f"1.1 {_VIA}")))
    return headers


def returned(fields: Fields, version: str) -> CIMultiDict[str]:
    """What goes back to the client, repeated fields (Set-Cookie) each by itself. `version` is what the site spoke."""
    headers: CIMultiDict[str] = CIMultiDict(end_to_end(fields))
    headers.add("Via", ", ".join((*headers.popall("Via", []), f"{version} {_VIA}")))
    return headers


def _quoted(host: str) -> str:
    return host.replace("\\", "").replace('"', "")
