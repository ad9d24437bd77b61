"""Where a next hop may stand: an address, a socket at a path, or whatever DNS says of a domain."""

from __future__ import annotations

import asyncio
import re
import socket
import ssl
from collections.abc import Awaitable, Callable, Sequence
from typing import Final, NamedTuple

from gateway.settings import LOOPBACK, split_host_port, within
from gateway.smtp.resolve import Resolver, Target
from gateway.smtp.wire import Wire

_SMTP_PORT: Final = 25
_DOMAIN: Final = re.compile(r"\Amx:([^:]+)(?::(\d+))?\Z")


class Place(NamedTuple):
    """One place to connect to: a name, an address or, where it begins with "/", a path; `name` stands in its certificate."""

    host: str
    port: int
    name: str


#: The places to try, in order. Raises DnsFailed.
Places = Callable[[], Awaitable[Sequence[Place]]]


def fixed(host: str, port: int) -> Places:
    """One place that is always the same."""
    place = Place(host, port, host)

    async def places() -> Sequence[Place]:
        return (place,)

    return places


def places_of(next_hop: str, resolver: Resolver) -> Places:
    """The places that a setting names: "host:port", "unix:/path", "mx:domain", "mx:domain:port", "srv:_smtp._tcp.domain"."""
    if next_hop.startswith("unix:"):
        return fixed(next_hop.removeprefix("unix:"), 0)
    if match := _DOMAIN.match(next_hop):
        domain, port = match[1], int(match[2] or _SMTP_PORT)
        return _looked_up(lambda: resolver.mx(domain, port))
    if next_hop.startswith("srv:"):
        service = next_hop.removeprefix("srv:")
        return _looked_up(lambda: resolver.srv(service))
    return fixed(*split_host_port(next_hop))


def _looked_up(targets: Callable[[], Awaitable[Sequence[Target]]]) -> Places:
    async def places() -> Sequence[Place]:
        return [Place(*target) for target in await targets()]

    return places


async def connect(place: Place, tls: ssl.SSLContext | None) -> Wire:
    """A connection to a place, under TLS from the first octet on where `tls` is given. Raises OSError."""
    name = place.name if tls is not None else None
    loop = asyncio.get_running_loop()
    if place.host.startswith("/"):
        _, wire = await loop.create_unix_connection(Wire, place.host, ssl=tls, server_hostname=name)
    else:
        _, wire = await loop.create_connection(Wire, place.host, place.port, ssl=tls, server_hostname=name)
    return wire


def nearby(wire: Wire) -> bool:
    """Whether what is written there stays on this machine."""
    peer, here = wire.detail("peername"), wire.detail("socket")
    if isinstance(peer, tuple):
        return within(peer[0], LOOPBACK)
    return getattr(here, "family", None) == socket.AF_UNIX
