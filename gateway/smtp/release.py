"""A message on its way from quarantine to the next hop, under the envelope with which it came.

It goes straight to the next hop, past our own door, so it is not inspected (and not caught) again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest
from typing import Final

from gateway.model import Envelope
from gateway.smtp.relay import NEEDS, Connection, NextHop, NextHopDown

#: A recipient that lives elsewhere, or may, is taken, too (RFC 5321 §3.4).
_TAKEN: Final = (250, 251, 252)


class NotDelivered(Exception):
    """The next hop did not take the message for every recipient; nothing was delivered. `code` is its answer."""

    def __init__(self, code: int) -> None:
        super().__init__(str(code))
        self.code = code


async def deliver(next_hop: NextHop, envelope: Envelope, content: bytes) -> None:
    """Hand `content` to the next hop, the first that can be reached; when this returns, it has answered 250.

    All recipients or none: raises NotDelivered when one is refused, NextHopDown when the next hop fails. Over LMTP,
    where each recipient is delivered to by itself, those before the one that was refused have it.
    """
    for some in _transactions(envelope, one_by_one=next_hop.lmtp):
        connection = await next_hop.fresh()
        try:
            await _transaction(connection, some, content)
        finally:
            connection.close()


def _transactions(envelope: Envelope, *, one_by_one: bool) -> Iterator[Envelope]:
    if not one_by_one:
        yield envelope
        return
    for recipient, options in zip_longest(envelope.rcpt_to, envelope.rcpt_options, fillvalue=()):
        yield replace(envelope, rcpt_to=(str(recipient),), rcpt_options=(tuple(options),))


async def _transaction(connection: Connection, envelope: Envelope, content: bytes) -> None:
    if b"REQUIRETLS" in connection.lacking(envelope.mail_options):
        raise NextHopDown  # it may never travel in the clear (RFC 8689 §4.2.1)
    options = _allowed(connection, envelope.mail_options)
    await _expect(connection, b"MAIL FROM:<%s>%s" % (_wire(envelope.mail_from), options), *_TAKEN)
    for index, recipient in enumerate(envelope.rcpt_to):
        given = envelope.rcpt_options[index] if index < len(envelope.rcpt_options) else ()
        await _expect(
            connection, b"RCPT TO:<%s>%s" % (_wire(recipient), _allowed(connection, given)), *_TAKEN
        )
    await _expect(connection, b"DATA", 354)
    await connection.content(content)
    final = await connection.finish()
    if final.code != 250:
        raise NotDelivered(final.code)


async def _expect(connection: Connection, line: bytes, *codes: int) -> None:
    answer = await connection.command(line)
    if answer.code not in codes:
        raise NotDelivered(answer.code)


def _allowed(connection: Connection, options: Iterable[str]) -> bytes:
    """The parameters that the next hop understands; SIZE is left out, for the size may have changed."""
    kept = [
        option
        for option in map(_wire, options)
        if NEEDS.get(option.split(b"=")[0].upper(), b"-") in connection.capabilities
    ]
    return b"".join(b" " + option for option in kept)


def _wire(text: str) -> bytes:
    """An address or parameter as it came; raises NextHopDown for one that would break the line."""
    raw = text.strip("<>").encode("utf-8", "surrogateescape")
    if any(octet < 33 and octet != 32 for octet in raw):
        raise NextHopDown
    return raw
