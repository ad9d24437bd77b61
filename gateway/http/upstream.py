"""A form's post handed on to the site behind it, and the site's answer handed back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Final
from urllib.parse import urlsplit

import aiohttp
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from gateway.http.body import Body, streamed
from gateway.http.problems import problem
from gateway.http.proxy.headers import end_to_end, onward
from gateway.settings import FormSettings

#: Fields that aiohttp would add where the client sent none.
_NOT_OURS: Final = ("Accept", "Accept-Encoding", "User-Agent", "Content-Type")
_LONG: Final = 64 * 1024  # octets of a site's answer that are read before ours begins


async def forward(request: Request, settings: FormSettings, body: Body) -> Response:
    """Post to the form's upstream as it came; its answer, redirects and errors included, is returned."""
    headers = onward(
        (
            (name.decode("latin-1"), value.decode("utf-8", "surrogateescape"))
            for name, value in request.headers.raw
        ),
        peer=request.client.host if request.client else "",
        scheme=request.url.scheme,
        host=request.headers.get("host", ""),
        upstream_host=urlsplit(settings.upstream).netloc.rpartition("@")[2],
        trusted=False,
    )
    for name in ("X-Api-Key", *(("Authorization",) if request.state.key_in_authorization else ())):
        headers.popall(name, None)
    headers["Content-Length"] = str(body.size)
    session: aiohttp.ClientSession = request.app.state.client()
    request.state.delivered = True
    try:
        answer = await session.request(
            request.method,
            settings.upstream,
            data=streamed(body) if body.is_big else body.load(),
            headers=headers,
            skip_auto_headers=_NOT_OURS,
            allow_redirects=False,
            timeout=aiohttp.ClientTimeout(
                total=None, sock_connect=settings.timeout, sock_read=settings.timeout
            ),
        )
        return await _returned(answer)
    except aiohttp.ClientConnectorError:  # no connection at all: nothing was delivered
        request.state.delivered = False
        return problem(request, "upstream-down", 502)
    except TimeoutError:
        return problem(request, "upstream-slow", 504)
    except aiohttp.ClientError:
        return problem(request, "upstream-down", 502)


async def _returned(answer: aiohttp.ClientResponse) -> Response:
    """The site's answer; a long one is handed on as it comes."""
    start = bytearray()
    while len(start) <= _LONG and (chunk := await answer.content.readany()):
        start += chunk
    whole = answer.content.at_eof()
    status, content = answer.status, bytes(start)
    response = Response(content, status) if whole else StreamingResponse(_rest(answer, content), status)
    fields = ((name.decode("latin-1"), value.decode("latin-1")) for name, value in answer.raw_headers)
    for name, value in end_to_end(fields):
        if name.lower() not in ("content-length", "date"):  # uvicorn gives both
            response.headers.append(name, value)
    if whole:
        answer.release()
    return response


async def _rest(answer: aiohttp.ClientResponse, start: bytes) -> AsyncIterator[bytes]:
    """Trouble on the way breaks the connection: the client sees that the answer is not whole."""
    async with answer:
        yield start
        async for chunk in answer.content.iter_any():
            yield chunk
