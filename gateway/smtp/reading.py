"""The octets of a message as the client sends them: whole buffers, and only as many as we may keep."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from gateway.smtp.wire import Wire

_END: Final = b"\r\n.\r\n"
_SMALL: Final = 64 * 1024


class _Kept:
    """What has come of a message, in pieces that are joined once; small ones are put together at once."""

    def __init__(self) -> None:
        self._pieces: list[bytes | bytearray] = []
        self.size = 0

    def add(self, piece: bytes) -> None:
        self.size += len(piece)
        if not self._pieces or len(self._pieces[-1]) >= _SMALL:
            self._pieces.append(piece)
            return
        last = self._pieces[-1]
        if isinstance(last, bytes):
            last = self._pieces[-1] = bytearray(last)
        last += piece

    def cut(self, octets: int) -> None:
        """Forget so many octets at the end."""
        self.size -= octets
        while octets:
            last = self._pieces.pop()
            if len(last) > octets:
                self._pieces.append(last[:-octets])
            octets -= min(octets, len(last))

    def whole(self) -> bytes:
        """All of it, which is then held here no more."""
        pieces, self._pieces = self._pieces, []
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
    return kept.whole()


async def read_content(wire: Wire, limit: int, heard: Callable[[], None]) -> bytes | None:
    """The message up to CRLF.CRLF, dots unstuffed (RFC 5321 §4.5.2); None when it is over `limit` octets.

    What comes after it stays in the wire. Raises ConnectionResetError when the client goes away.
    """
    kept, too_big = _Kept(), False
    before = b"\r\n"  # the octets in front of the next piece: the end may stand across
    while True:
        piece = wire.take()
        if not piece:
            await wire.more()
            heard()
            continue
        start = _end_in(before, piece)
        before = (before + piece[-4:])[-4:]
        kept.add(piece)
        if start is not None:
            wire.give_back(piece[start + 3 :])
            if too_big or kept.size - len(piece) + start > limit:
                return None
            kept.cut(len(piece) - start)
            return _unstuffed(kept.whole())
        if kept.size > limit + len(_END):
            too_big, kept = True, _Kept()


def _end_in(before: bytes, piece: bytes) -> int | None:
    """Where in `piece` the line begins that is only a dot (below 0: in what came before it); None where there is none."""
    across = (before + piece[:4]).find(_END)
    if across >= 0:
        return across - len(before) + 2
    inside = piece.find(_END)
    return inside + 2 if inside >= 0 else None


def _unstuffed(content: bytes) -> bytes:
    if content.startswith(b"."):
        content = content[1:]
    return content.replace(b"\r\n.", b"\r\n")
