"""What a client may do through us. Pure."""

from __future__ import annotations

import fnmatch
from collections.abc import Sequence
from ipaddress import IPv4Network, IPv6Network

from gateway.settings import within


def may_relay(
    client: str, recipient: str, networks: Sequence[IPv4Network | IPv6Network], domains: Sequence[str]
) -> bool:
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
