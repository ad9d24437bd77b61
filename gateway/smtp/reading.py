"""The octets of a message as the client sends them: whole buffers, and only as many as we may keep."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from gateway.octets import first_place
from gateway.smtp.content import malformed
from gateway.smtp.wire import Wire

_END: Final = b"\r\n.\r\n"
_DOTTED: Final = b"\r\n."  # a line that is stuffed, or the end
_SMALL: Final = 64 * 1024
_BIG: Final = 2 * 1024 * 1024
_EDGE: Final = 4096


class _Kept:
    """What has come of a message, in pieces that are joined once; small ones are put together at once."""

    def __init__(self) -> None:
        self._pieces: list[bytes | bytearray] = []
        self._size = 0

    def add(self, piece: bytes) -> None:
        self._size += len(piece)
        if not self._pieces or len(self._pieces[-1]) >= _SMALL:
            self._pieces.append(piece)
            return
        last = self._pieces[-1]
        if isinstance(last, bytes):
            last = self._pieces[-1] = bytearray(last)
        last += piece
        if len(last) >= _SMALL:  # of nothing but bytes, much can be joined while other threads run
            self._pieces[-1] = bytes(last)

    async def whole(self) -> bytes:
        """All of it, which is then held here no more. What is big is put together beside the other sessions."""
        pieces, self._pieces = self._pieces, []
        if self._size > _BIG:
            pieces[-1] = bytes(pieces[-1])  # one bytearray among them, and the others would have to wait
            return await asyncio.to_thread(b"".join, pieces)
        return bytes(pieces[0]) if len(pieces) == 1 else b"".join(pieces)


async def read_octets(wire: Wire, octets: int, heard: Callable[[], None], *, keep: bool) -> bytes:
    """Exactly so many octets; empty when they are not to be kept. `heard` is called for every piece that arrives.

    Raises ConnectionResetError when the client goes away.
    """
    kept, left = _Kept(), octets
    while left:
        piece = wire.take(left)
        if not piece:
            await wire.more()
            heard()
            continue
        left -= len(piece)
        if keep:
            kept.add(piece)
    return await kept.whole()


@dataclass(frozen=True, slots=True)
class Content:
    """A message as it came, its dots unstuffed.

    `whole`: every line end is CR LF, and there is no null octet. `dotted`: a line may begin with a dot.
    """

    octets: bytes = field(repr=False)
    whole: bool
    dotted: bool = True


async def read_content(wire: Wire, limit: int, heard: Callable[[], None]) -> Content | None:
    """The message up to CRLF.CRLF, dots unstuffed (RFC 5321 §4.5.2); None when it is over `limit` octets.

    What comes after it stays in the wire. Raises ConnectionResetError when the client goes away. Every piece is looked
    at as it comes, so that a big message never holds up the other sessions.
    """
    kept, whole, any_stuffed, size = _Kept(), True, False, -2
    waiting = b"\r\n"  # what may belong together with what comes next; at first, as if a line had ended
    while True:
        piece = wire.take()
        if not piece:
            await wire.more()
            heard()
            continue
        waiting += piece
        dotted = first_place(_DOTTED, waiting, 0, len(waiting))
        end = first_place(_END, waiting, dotted, len(waiting)) if dotted >= 0 else -1
        cut = end + 2 if end >= 0 else _cut(waiting)
        if size <= limit:
            start = 2 if size < 0 else 0
            stuffed = 0 <= dotted < cut - 2
            ready = waiting[:cut].replace(_DOTTED, b"\r\n")[start:] if stuffed else waiting[start:cut]
            any_stuffed = any_stuffed or stuffed
            whole = whole and not malformed(ready)
            kept.add(ready)
        else:
            kept = _Kept()
        waiting = waiting[cut:]
        size += cut
        if end >= 0:
            wire.give_back(waiting[3:])
            return None if size > limit else Content(await kept.whole(), whole, any_stuffed)


def _cut(octets: bytes) -> int:
    """How much of `octets` can be dealt with whatever comes next: up to the line end before the last line's beginning."""
    line_end = octets.rfind(b"\r\n", -_EDGE)
    return line_end if line_end >= 0 else max(0, len(octets) - len(_END))
