"""Who a client is to us: whether it may relay, speak for others, and open one more connection. Pure."""

from __future__ import annotations

import fnmatch
from collections.abc import Sequence
from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_address

Networks = Sequence[IPv4Network | IPv6Network]


def within(address: str, networks: Networks) -> bool:
    """Whether an IP address lies in one of `networks`; an IPv4 address mapped into IPv6 counts as what it is.

    What is no IP address (a Unix socket's peer) lies nowhere.
    """
    try:
        peer = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(peer, IPv6Address) and peer.ipv4_mapped is not None:
        peer = peer.ipv4_mapped
    return any(peer in network for network in networks)


def may_relay(client: str, recipient: str, networks: Networks, domains: Sequence[str]) -> bool:
    """Whether `client` may send to `recipient`: from our own networks anywhere, from elsewhere to our own domains.

    A recipient that hides another one (`user%other@ours`, `@a:user@b`, `"a@b"@ours`) is not ours (RFC 5321 §3.6.3
    leaves source routes to be refused). "postmaster" alone always is (RFC 5321 §4.5.1).
    """
    if within(client, networks):
        return True
    local, at, domain = recipient.rpartition("@")
    if not at:
        return recipient.lower() == "postmaster"
    if any(sign in local for sign in "@%!"):
        return False
    return any(fnmatch.fnmatchcase(domain.lower(), pattern.lower()) for pattern in domains)
