"""Next hops by DNS: MX (RFC 5321 §5.1) and SRV (RFC 2782), each answer kept as long as it says.

An answer that has run out serves on while DNS fails (RFC 8767): mail for a server that is there should not wait for a
name server that is not. Without any answer, `DnsFailed`: the client hears 451, whatever DNS said, for what names the
next hop is our setting and not the sender's.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from gateway.audit import log

_SECONDS: Final = 10.0  # for one question, all name servers and repeats together
_LEAST_TTL, _MOST_TTL = 5.0, 3600.0
_STALE: Final = 86_400.0  # how long an answer that has run out serves on while DNS fails
_REFUSED: Final = 5.0  # how long DNS is not asked again after it failed
_MOST_TARGETS: Final = 20


class DnsFailed(Exception):
    """DNS gave no next hop: it failed, or has none. Carries no text of its own."""


class Target(NamedTuple):
    """Where to connect: an address, a port, and the host name that it was found under."""

    host: str
    port: int
    name: str


@dataclass(slots=True)
class _Kept:
    targets: tuple[Target, ...]
    until: float
    stale_until: float


class Resolver:
    """Looks next hops up. One per worker; `servers` are (address, port) of name servers, none means the system's.

    `own_name` is how we greet: where an MX names us, only those preferred over it are next hops (RFC 5321 §5.1).
    """

    def __init__(
        self,
        servers: Sequence[tuple[str, int]] = (),
        own_name: str = "",
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._servers, self._own_name = tuple(servers), own_name.rstrip(".").lower()
        self._kept: dict[tuple[str, str, int], _Kept] = {}
        self._asking: dict[tuple[str, str, int], asyncio.Task[_Kept]] = {}
        self._clock = clock
        self._draw = random.SystemRandom()

    async def mx(self, domain: str, port: int) -> Sequence[Target]:
        """The mail servers of a domain, most preferred first, equals in random order. Raises DnsFailed."""
        return await self._cached(("mx", domain, port), lambda: self._ask_mx(domain, port))

    async def srv(self, service: str) -> Sequence[Target]:
        """The servers of a service ("_smtp._tcp.example.org"), by priority and weight. Raises DnsFailed."""
        return await self._cached(("srv", service, 0), lambda: self._ask_srv(service))

    async def _cached(
        self, key: tuple[str, str, int], ask: Callable[[], Awaitable[_Kept]]
    ) -> Sequence[Target]:
        kept, now = self._kept.get(key), self._clock()
        if kept is None or kept.until <= now:
            asking = self._asking.get(key)
            if asking is None:  # however many messages wait for it, it is asked once
                asking = self._asking[key] = asyncio.ensure_future(self._renewed(key, kept, ask))
                asking.add_done_callback(lambda _: self._asking.pop(key, None))
            kept = await asyncio.shield(asking)
        if not kept.targets:
            raise DnsFailed
        return kept.targets

    async def _renewed(
        self, key: tuple[str, str, int], old: _Kept | None, ask: Callable[[], Awaitable[_Kept]]
    ) -> _Kept:
        import dns.exception

        try:
            async with asyncio.timeout(_SECONDS):
                kept = await ask()
        except (DnsFailed, TimeoutError, OSError, dns.exception.DNSException) as error:
            now = self._clock()
            log.warning("dns failed", door="smtp", setting="smtp.next_hop", error=type(error).__name__)
            if old is None or old.stale_until <= now:
                old = _Kept((), now, now)
            kept = _Kept(old.targets, now + _REFUSED, old.stale_until)
        self._kept[key] = kept
        return kept

    # -- questions ------------------------------------------------------------------------------------------

    async def _ask_mx(self, domain: str, port: int) -> _Kept:
        answer = await self._resolve(domain, "MX", none_is_fine=True)
        if answer is None:  # "the domain is treated as if it had an implicit MX of itself" (RFC 5321 §5.1)
            return await self._located([(domain, port)], _MOST_TTL)
        records = list(answer)
        self._draw.shuffle(records)
        records.sort(key=lambda record: record.preference)
        names = [(_text(record.exchange), record.preference) for record in records]
        ours = [preference for name, preference in names if name == self._own_name]
        names = [(name, preference) for name, preference in names if not ours or preference < min(ours)]
        return await self._located([(name, port) for name, _ in names if name], answer.rrset.ttl)

    async def _ask_srv(self, service: str) -> _Kept:
        answer = await self._resolve(service, "SRV")
        records = sorted(answer, key=lambda record: (record.priority, self._drawn(record.weight)))
        names = [(_text(record.target), record.port) for record in records if _text(record.target)]
        return await self._located(names, answer.rrset.ttl)

    def _drawn(self, weight: int) -> float:
        """A place in the order, so that each comes first in proportion to its weight (RFC 2782); 0 comes last, mostly."""
        return self._draw.expovariate(weight or 0.01)

    async def _located(self, names: Sequence[tuple[str, int]], ttl: float) -> _Kept:
        """The addresses of hosts, in the order of the hosts; one whose address cannot be found is left out."""
        found = await asyncio.gather(
            *(self._addresses(name) for name, _ in names[:_MOST_TARGETS]), return_exceptions=True
        )
        targets: list[Target] = []
        for (name, port), addresses in zip(names, found, strict=False):
            if isinstance(addresses, tuple):
                targets += [Target(address, port, name) for address in addresses[0]]
                ttl = min(ttl, addresses[1])
        if not targets:
            raise DnsFailed
        until = self._clock() + min(max(ttl, _LEAST_TTL), _MOST_TTL)
        return _Kept(tuple(targets[:_MOST_TARGETS]), until, until + _STALE)

    async def _addresses(self, name: str) -> tuple[list[str], float]:
        """(IPv6 and IPv4 addresses, the shorter of their times to live) of a host. Raises DnsFailed or the library's."""
        answers = [
            answer
            for kind in ("AAAA", "A")
            if (answer := await self._resolve(name, kind, none_is_fine=True)) is not None
        ]
        if not answers:
            raise DnsFailed
        return [record.address for answer in answers for record in answer], min(
            answer.rrset.ttl for answer in answers
        )

    async def _resolve(self, name: str, kind: str, *, none_is_fine: bool = False) -> Any:
        """The library's answer; None for a name that has none of this kind, where that is fine."""
        import dns.resolver

        try:
            return await self._library().resolve(f"{name.rstrip('.')}.", kind)
        except dns.resolver.NoAnswer:
            if none_is_fine:
                return None
            raise

    def _library(self) -> Any:
        """dnspython, loaded when a next hop is first looked up."""
        import dns.asyncresolver
        import dns.nameserver

        resolver = dns.asyncresolver.Resolver(configure=not self._servers)
        if self._servers:
            resolver.nameservers = [dns.nameserver.Do53Nameserver(*server) for server in self._servers]
        resolver.lifetime = _SECONDS
        return resolver


def _text(name: Any) -> str:
    """A host name without the dot at its end; "" for the root, which says that there is none (RFC 7505, RFC 2782)."""
    return str(name.to_text(omit_final_dot=True)).lower().rstrip(".")
