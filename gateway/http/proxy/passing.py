"""A request handed to the site as it came, and its answer handed back, both as streams."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import aiohttp
from aiohttp import hdrs, web
from multidict import CIMultiDict
from yarl import URL

from gateway.http.body import Body, streamed
from gateway.http.proxy.headers import returned

#: Fields that aiohttp would add where the client sent none.
_NOT_OURS: Final = (hdrs.ACCEPT, hdrs.ACCEPT_ENCODING, hdrs.USER_AGENT, hdrs.CONTENT_TYPE)
_CONNECT_SECONDS: Final = 10.0


class SiteDown(Exception):
    """The site could not be reached, or hung up before it answered."""


class SiteSlow(Exception):
    """The site did not answer in time."""


class Passed(web.StreamResponse):
    """An answer with the site's own fields and none of ours. `begins` says that content follows at once: one packet for both."""

    def __init__(self, answer: aiohttp.ClientResponse, headers: CIMultiDict[str], *, begins: bool) -> None:
        super().__init__(status=answer.status, reason=answer.reason, headers=headers)
        self._send_headers_immediately = not begins

    async def _prepare_headers(self) -> None:
        given = {name.lower() for name in self.headers}
        await super()._prepare_headers()
        for name in (hdrs.SERVER, hdrs.CONTENT_TYPE):
            if name.lower() not in given:
                self.headers.pop(name, None)


async def pass_on(
    request: web.BaseRequest,
    client: aiohttp.ClientSession,
    url: str,
    headers: Mapping[str, str],
    body: Body | None,
    seconds: float,
) -> web.StreamResponse:
    """Ask the site and stream its answer. `body` replaces the request's; None streams that through.

    Raises SiteDown, SiteSlow while nothing was answered yet; later trouble breaks the connection, so that the client
    sees that the answer is not whole.
    """
    data: Any = request.content if request.body_exists else None
    if body is not None:
        data = streamed(body) if body.is_big else body.load()
    timeout = aiohttp.ClientTimeout(total=None, sock_connect=_CONNECT_SECONDS, sock_read=seconds)
    try:
        answer = await client.request(
            request.method,
            URL(url, encoded=True),
            data=data,
            headers=headers,
            skip_auto_headers=_NOT_OURS,
            allow_redirects=False,
            timeout=timeout,
        )
    except TimeoutError:
        raise SiteSlow from None
    except aiohttp.ClientError:
        raise SiteDown from None
    async with answer:
        fields = [
            (name.decode("utf-8", "surrogateescape"), value.decode("utf-8", "surrogateescape"))
            for name, value in answer.raw_headers
        ]
        try:
            first = answer.content.read_nowait()
        except aiohttp.ClientError:
            raise SiteDown from None
        response = Passed(answer, returned(fields), begins=bool(first))
        await response.prepare(request)
        try:
            if first:
                await response.write(first)
            async for chunk in answer.content.iter_any():
                await response.write(chunk)
            await response.write_eof()
        except (aiohttp.ClientError, TimeoutError):
            if request.transport is not None:
                request.transport.abort()
        return response
