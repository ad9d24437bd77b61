"""The next hop that the settings name."""

from __future__ import annotations

import socket

from gateway.settings import SmtpSettings, split_host_port
from gateway.smtp.places import places_of
from gateway.smtp.relay import NextHop
from gateway.smtp.resolve import Resolver


def own_name(settings: SmtpSettings) -> str:
    """How we greet, as client and as server: `hostname`, else the machine's name."""
    return settings.hostname or socket.gethostname().encode("ascii", "ignore").decode() or "localhost"


def next_hop_of(settings: SmtpSettings) -> NextHop:
    """Where mail goes on to, with those that take its place; connects only when used."""
    resolver = Resolver([split_host_port(server) for server in settings.dns_servers], own_name(settings))
    return NextHop(
        [places_of(hop, resolver) for hop in (settings.next_hop, *settings.next_hop_failover)],
        own_name(settings),
        tls=settings.next_hop_tls,
        lmtp=settings.next_hop_protocol == "lmtp",
    )
