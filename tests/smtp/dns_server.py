"""A small real DNS server on loopback: it answers from a zone over UDP, or fails as it is told."""

import asyncio

import dns.message
import dns.rcode
import dns.rdatatype
import dns.rrset


class DnsServer(asyncio.DatagramProtocol):
    """`zone` maps (name, type) to (TTL, records); `fault` is None, "silent" or an rcode's name. `asked` counts questions."""

    def __init__(self) -> None:
        self.zone: dict[tuple[str, str], tuple[int, list[str]]] = {}
        self.fault: str | None = None
        self.asked: list[tuple[str, str]] = []

    async def __aenter__(self) -> "DnsServer":
        loop = asyncio.get_running_loop()
        self.transport, _ = await loop.create_datagram_endpoint(lambda: self, ("127.0.0.1", 0))
        return self

    async def __aexit__(self, *_exc: object) -> None:
        self.transport.close()

    @property
    def address(self) -> str:
        """Where it listens, as a setting says it."""
        return "{}:{}".format(*self.transport.get_extra_info("sockname"))

    def datagram_received(self, data, peer):
        question = dns.message.from_wire(data)
        name, kind = question.question[0].name.to_text(), dns.rdatatype.to_text(question.question[0].rdtype)
        self.asked.append((name, kind))
        if self.fault == "silent":
            return
        answer = dns.message.make_response(question)
        if self.fault is not None:
            answer.set_rcode(dns.rcode.from_text(self.fault))
        elif (name, kind) in self.zone:
            answer.answer.append(dns.rrset.from_text(name, *self._record(name, kind)))
        elif not any(known == name for known, _ in self.zone):
            answer.set_rcode(dns.rcode.NXDOMAIN)
        self.transport.sendto(answer.to_wire(), peer)

    def _record(self, name, kind):
        ttl, records = self.zone[name, kind]
        return ttl, "IN", kind, *records
