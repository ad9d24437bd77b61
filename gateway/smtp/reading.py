"""The octets of a message as the client sends them: whole buffers, and only as many as we may keep."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Final

CHUNK: Final = 256 * 1024


async def read_octets(
    reader: asyncio.StreamReader, octets: int, heard: Callable[[], None], *, keep: bool
) -> bytes:
    """Exactly so many octets; empty when they are not to be kept. `heard` is called for every piece that arrives.

    Raises ConnectionResetError when the client goes away.
    """
    kept, left = bytearray(), octets
    while left:
        piece = await reader.read(min(left, CHUNK))
        if not piece:
            raise ConnectionResetError
        heard()
        left -= len(piece)
        if keep:
            kept += piece
    return bytes(kept)


async def read_content(reader: asyncio.StreamReader, limit: int, heard: Callable[[], None]) -> bytes | None:
    """The message up to CRLF.CRLF, dots unstuffed (RFC 5321 §4.5.2); None when it is over `limit` octets.

    What comes after it stays in the reader. Raises ConnectionResetError when the client goes away.
    """
    buffer, too_big = bytearray(b"\r\n"), False
    while True:
        chunk = await reader.read(CHUNK)
        if not chunk:
            raise ConnectionResetError
        heard()
        searched = max(0, len(buffer) - 4)
        buffer += chunk
        end = buffer.find(b"\r\n.\r\n", searched)
        if end >= 0:
            rest = bytes(buffer[end + 5 :])
            if rest:
                reader._buffer[:0] = rest  # type: ignore[attr-defined]
            return None if too_big or end > limit else bytes(buffer[: end + 2]).replace(b"\r\n.", b"\r\n")[2:]
        if len(buffer) > limit:
            too_big = True
            del buffer[:-4]
