"""A site that is asked in HTTP/1.1."""

from __future__ import annotations

from collections.abc import AsyncIterator
from functools import cache
from typing import Any, Final

import aiohttp
from aiohttp import hdrs
from yarl import URL

from gateway.http.body import Body, streamed
from gateway.http.proxy.asking import CONNECT_SECONDS, Question, SiteDown, SiteSlow

#: Fields that aiohttp would add where the client sent none.
_NOT_OURS: Final = (hdrs.ACCEPT, hdrs.ACCEPT_ENCODING, hdrs.USER_AGENT, hdrs.CONTENT_TYPE)


class Http1:
    """See `asking.Upstream`; the client is its owner's to close."""

    def __init__(self, client: aiohttp.ClientSession) -> None:
        self._client = client

    async def ask(self, question: Question) -> Http1Answer:
        """See `asking.Upstream`."""
        data: Any = question.content
        if isinstance(data, Body):
            data = streamed(data) if data.is_big else data.load()
        try:
            answer = await self._client.request(
                question.method,
                URL(question.url, encoded=True),
                data=data,
                headers=question.headers,
                skip_auto_headers=_NOT_OURS,
                allow_redirects=False,
                timeout=_patience(question.seconds),
            )
        except TimeoutError:
            raise SiteSlow from None
        except aiohttp.ClientError:
            raise SiteDown from None
        return Http1Answer(answer)

    async def close(self) -> None:
        """See `asking.Upstream`."""


@cache
def _patience(seconds: float) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(total=None, sock_connect=CONNECT_SECONDS, sock_read=seconds)


class Http1Answer:
    """See `asking.Answer`."""

    version = "1.1"

    def __init__(self, answer: aiohttp.ClientResponse) -> None:
        self._answer = answer
        self.status, self.reason = answer.status, answer.reason
        self.fields = [
            (name.decode("utf-8", "surrogateescape"), value.decode("utf-8", "surrogateescape"))
            for name, value in answer.raw_headers
        ]

    def at_hand(self) -> bytes:
        """See `asking.Answer`."""
        try:
            return self._answer.content.read_nowait()
        except aiohttp.ClientError:
            raise SiteDown from None

    async def rest(self) -> AsyncIterator[bytes]:
        """See `asking.Answer`."""
        try:
            async for chunk in self._answer.content.iter_any():
                yield chunk
        except TimeoutError:
            raise SiteSlow from None
        except aiohttp.ClientError:
            raise SiteDown from None

    async def close(self) -> None:
        """See `asking.Answer`."""
        self._answer.release()
        await self._answer.wait_for_close()
