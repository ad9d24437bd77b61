"""Addresses as an administrator writes them, and whether one lies in a network."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def check_host_port(value: str) -> str:
    """`value` itself. Raises ValueError where it is not HOST:PORT."""
    host, separator, port = value.rpartition(":")
    if not separator or not host or not port.isdigit() or not 0 <= int(port) <= 65535:
        raise ValueError("expected HOST:PORT, for example 127.0.0.1:2525")
    return value


def check_milter_address(value: str) -> str:
    """`value` itself: HOST:PORT, unix:/PATH or nothing. Raises ValueError."""
    return value if not value or (value.startswith("unix:/") and len(value) > 6) else check_host_port(value)


def check_next_hop(value: str) -> str:
    """`value` itself: HOST:PORT, unix:/PATH, mx: or srv:. Raises ValueError."""
    if re.fullmatch(r"unix:/.+|mx:[^\s:/]+(:\d{1,5})?|srv:_[^\s:/.]+\._tcp\.[^\s:/]+", value):
        return value
    if value.startswith(("unix:", "mx:", "srv:")):
        raise ValueError("expected unix:/PATH, mx:DOMAIN[:PORT] or srv:_SERVICE._tcp.DOMAIN")
    return check_host_port(value)


def check_upstream(value: str) -> str:
    """`value` itself: the http(s) address of a form, or nothing. Raises ValueError."""
    if value and not re.fullmatch(r"https?://[^/?#\s]+([/?][^#\s]*)?", value):
        raise ValueError("expected http://HOST[:PORT][/PATH] or https://…")
    return value


def check_time_zone(value: str) -> str:
    """`value` itself, a time zone of the IANA data base. Raises ValueError."""
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError("no such time zone; expected a name as America/Toronto") from None
    return value


def split_host_port(value: str) -> tuple[str, int]:
    """("host", port) of "host:port"; IPv6 hosts may stand in brackets."""
    host, _, port = value.rpartition(":")
    return host.strip("[]"), int(port)


def within(address: str, networks: Sequence[IPv4Network | IPv6Network]) -> bool:
    """Whether an IP address lies in one of `networks`; an IPv4 address mapped into IPv6 counts as what it is.

    What is no IP address (a Unix socket's peer) lies nowhere.
    """
    if (peer := _peer(address)) is None:
        return False
    for network in networks:  # noqa: SIM110 - asked of every message, and `any` takes twice as long
        if peer in network:
            return True
    return False


@lru_cache(maxsize=1024)
def _peer(address: str) -> IPv4Address | IPv6Address | None:
    """Asked several times of every message's client: looking it up costs a twentieth of reading it."""
    try:
        peer = ip_address(address.partition("%")[0])
    except ValueError:
        return None
    return (peer.ipv4_mapped or peer) if isinstance(peer, IPv6Address) else peer
