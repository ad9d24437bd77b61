"""A request's body on its way through: small ones in memory, big ones in an unnamed file that only we can read.

Why a file and not memory (`memfd_create`): a thousand slow uploads would be a thousand bodies in memory. Why enciphered:
an unnamed file (O_TMPFILE) leaves nothing in the directory, but its blocks stay on the disk until others are written
over them; under a key that was never anywhere but in this process' memory, they say nothing.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
import weakref
from collections.abc import AsyncIterator, Iterator
from typing import IO, Final

from cryptography.hazmat.primitives.ciphers import Cipher, CipherContext
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CTR
from starlette.requests import Request

#: Octets of a body that stay in memory.
IN_MEMORY: Final = 1024 * 1024
_CHUNK: Final = 256 * 1024


class BodyTooBig(Exception):
    """The body is over the limit: nothing of it is used."""


class BodyTruncated(Exception):
    """The client went away, or sent less than it announced."""


class NoRoom(Exception):
    """The file for a big body cannot be written: a full disk, as a rule."""


class Body:
    """A body that is written once, then read as often as wanted; its file goes with it. Raises NoRoom."""

    def __init__(self, content: bytes = b"") -> None:
        self.size = 0
        self._parts: list[bytes] = []
        self._file: IO[bytes] | None = None
        self._cipher: Cipher[CTR] | None = None
        self._encrypt: CipherContext | None = None
        if content:
            self.write(content)

    @property
    def is_big(self) -> bool:
        """Whether it is in a file."""
        return self._file is not None

    def write(self, chunk: bytes) -> None:
        """Add `chunk` at its end. Raises NoRoom."""
        self.size += len(chunk)
        if self._file is None and self.size <= IN_MEMORY:
            self._parts.append(chunk)
            return
        try:
            self._write_to_file(chunk)
        except OSError:
            raise NoRoom from None

    def _write_to_file(self, chunk: bytes) -> None:
        if self._file is None:
            self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115 - closed with us
            weakref.finalize(self, self._file.close)
            # A key for each file, so that the counter may begin at 0.
            self._cipher = Cipher(AES(os.urandom(32)), CTR(bytes(16)))
            self._encrypt = self._cipher.encryptor()
            for part in self._parts:
                self._append(part)
            self._parts.clear()
        self._append(chunk)

    def _append(self, content: bytes) -> None:
        assert self._file is not None
        assert self._encrypt is not None
        for start in range(0, len(content), _CHUNK):
            sealed = memoryview(self._encrypt.update(content[start : start + _CHUNK]))
            while sealed:  # an unbuffered file may take less than it is given
                sealed = sealed[self._file.write(sealed) :]

    def chunks(self) -> Iterator[bytes]:
        """Its bytes in pieces."""
        if self._file is None or self._cipher is None:
            yield from self._parts
            return
        decrypt, position = self._cipher.decryptor(), 0
        while chunk := os.pread(self._file.fileno(), _CHUNK, position):
            position += len(chunk)
            yield decrypt.update(chunk)

    def load(self) -> bytes:
        """All its bytes."""
        if self._file is None or self._cipher is None:
            return b"".join(self._parts)
        # In one piece: many small ones would leave holes in the heap.
        return self._cipher.decryptor().update(os.pread(self._file.fileno(), self.size, 0))


class Loaded:
    """The bytes of `body`. A big one waits for its turn at `heavy`: memory is bounded, however many are under way."""

    __slots__ = ("_body", "_heavy")

    def __init__(self, body: Body, heavy: asyncio.Semaphore) -> None:
        self._body, self._heavy = body, heavy

    async def __aenter__(self) -> bytes:
        if not self._body.is_big:
            return self._body.load()
        await self._heavy.acquire()
        try:
            return await asyncio.to_thread(self._body.load)
        except BaseException:
            self._heavy.release()
            raise

    async def __aexit__(self, *_: object) -> None:
        if self._body.is_big:
            self._heavy.release()


async def streamed(body: Body) -> AsyncIterator[bytes]:
    """Its bytes in pieces, for a client or a site to take at its own speed."""
    for chunk in body.chunks():
        yield chunk


async def receive(pieces: AsyncIterator[bytes], announced: int, limit: int) -> Body:
    """The body that comes in `pieces`. Raises BodyTooBig, NoRoom; nothing is left of what came until then."""
    if announced > limit:
        raise BodyTooBig
    body = Body()
    async for chunk in pieces:
        if body.size + len(chunk) > limit:
            raise BodyTooBig
        body.write(chunk)
    return body


async def read_body(request: Request, limit: int) -> Body:
    """The whole body of a request. Raises BodyTooBig, BodyTruncated, NoRoom."""
    announced = header(request, b"content-length")
    if announced.isdecimal() and int(announced) > limit:
        raise BodyTooBig
    body, more, take = Body(), True, request.receive
    while more:
        message = await take()
        if message["type"] == "http.disconnect":
            raise BodyTruncated
        more = message.get("more_body", False)
        if chunk := message.get("body", b""):
            if body.size + len(chunk) > limit:
                raise BodyTooBig
            body.write(chunk)
    return body


def header(request: Request, name: bytes) -> str:
    """The first header field of that (lower-case) name, "" without one; at a third of the price of all of them as a mapping."""
    for field, value in request.scope["headers"]:
        if field == name:
            return str(value.decode("latin-1"))
    return ""
