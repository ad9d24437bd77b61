"""One request and its answer: a stream of an HTTP/2 connection."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Protocol

from aiohttp import ClientError, StreamReader
from aiohttp.http_exceptions import HttpProcessingError

from gateway.http.body import Body, streamed
from gateway.http.proxy.asking import Question, SiteDown, SiteSlow
from gateway.http.proxy.http2.fields import EMPTY, Malformed, answered, length


class NotProcessed(Exception):
    """The site says that it did nothing with the request: it may be asked again (RFC 9113 §8.7)."""


class WantsHttp1(NotProcessed):
    """The site answers this in HTTP/1.1 only."""


class Line(Protocol):
    """What an exchange needs of its connection."""

    async def send(self, stream: int, octets: bytes, *, ends: bool, seconds: float) -> None:
        """Send as much at a time as the site and the network take, until all is sent.

        Raises SiteSlow where they take nothing for so long, SiteDown.
        """

    def taken(self, stream: int, octets: int) -> None:
        """So much was used up: the site may send as much again."""

    def leave(self, exchange: Exchange) -> None:
        """The exchange is over; a stream that is not is reset."""


class Exchange:
    """See `asking.Answer`. `seconds` of the question bound every wait that is the site's turn."""

    reason: str | None = None
    version = "2"

    def __init__(self, line: Line, stream: int, question: Question) -> None:
        self.stream, self.status = stream, 0
        self.fields: list[tuple[str, str]] = []
        self._line, self._question = line, question
        self._expected: int | None = None
        self._came = self._unread = 0
        self._content = bytearray()
        self._ended = self._left = False
        self._trouble: Exception | None = None
        self._news = asyncio.Event()
        self._upload: asyncio.Task[None] | None = None
        self.sent = question.content is None

    @property
    def is_over(self) -> bool:
        """Whether both sides have said all."""
        return self._ended and self.sent

    @property
    def is_empty(self) -> bool:
        """Whether the answer has no content, of whatever length its head tells (RFC 9110 §8.6)."""
        return self.status in EMPTY

    # -- what the connection hears ------------------------------------------------------------------------

    def head(self, pairs: list[tuple[bytes, bytes]]) -> None:
        """The answer begins. Raises Malformed."""
        self.status, self.fields = answered(pairs)
        self._expected = length(self._question.method, self.status, self.fields)
        self._news.set()

    def fits(self, octets: int, *, ends: bool) -> bool:
        """Whether so much more content, then perhaps the end, is what the answer has said of itself."""
        if not self.status:
            return False
        whole = self._came + octets
        return self._expected is None or (whole == self._expected if ends else whole <= self._expected)

    def content(self, piece: bytes, octets: int) -> None:
        """More content; with its padding it took `octets` of the window."""
        self._came += len(piece)
        self._unread += octets
        self._content += piece
        self._news.set()

    def end(self) -> None:
        """The answer is complete. Raises Malformed."""
        if not self.fits(0, ends=True):
            raise Malformed
        self._ended = True
        self._news.set()

    def fail(self, trouble: Exception) -> None:
        """Nothing more will come."""
        if not self._ended and self._trouble is None:
            self._trouble = trouble
            self._news.set()
        if self._upload is not None:
            self._upload.cancel()

    # -- what the asker does ------------------------------------------------------------------------------

    async def begin(self) -> None:
        """Send the content, and wait for the answer's head. Raises SiteDown, SiteSlow, NotProcessed."""
        if self._question.content is not None:
            self._upload = asyncio.create_task(self._send(self._question.content))
        while not self.status:
            await self._more()
        if self._trouble is not None:  # it broke off at once, and nobody has seen any of it
            raise SiteDown

    def at_hand(self) -> bytes:
        """See `asking.Answer`."""
        content = bytes(self._content)
        self._content.clear()
        if self._unread:
            self._line.taken(self.stream, self._unread)
            self._unread = 0
        return content

    async def rest(self) -> AsyncIterator[bytes]:
        """See `asking.Answer`."""
        while True:
            if content := self.at_hand():
                yield content
            elif self._ended:
                return
            else:
                try:
                    await self._more()
                except NotProcessed:
                    raise SiteDown from None

    async def close(self) -> None:
        """See `asking.Answer`."""
        if self._left:
            return
        self._left = True
        if self._upload is not None and not self.sent:
            self._upload.cancel()
        self.at_hand()
        self._line.leave(self)

    async def _more(self) -> None:
        """Wait until something new has come. While the client still sends, that is what is waited for."""
        self._news.clear()
        while not self._news.is_set():
            if self._trouble is not None:
                raise self._trouble
            try:
                async with asyncio.timeout(self._question.seconds):
                    await self._news.wait()
            except TimeoutError:
                if self.sent:
                    raise SiteSlow from None

    async def _send(self, content: Body | StreamReader) -> None:
        pieces = streamed(content) if isinstance(content, Body) else content.iter_any()
        size, seconds = 0, self._question.seconds
        try:
            async for piece in pieces:
                size += len(piece)
                ends = size == content.size if isinstance(content, Body) else content.at_eof()
                await self._line.send(self.stream, piece, ends=ends, seconds=seconds)
                if ends:
                    break
            else:
                await self._line.send(self.stream, b"", ends=True, seconds=seconds)
            self.sent = True
            self._news.set()
        except (SiteDown, SiteSlow) as trouble:
            self.fail(trouble)
        except (ClientError, HttpProcessingError, ConnectionError):  # it is the client that went away
            self.fail(SiteDown())
