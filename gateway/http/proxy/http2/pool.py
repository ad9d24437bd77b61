"""The connections to one site that may speak HTTP/2, and what becomes of a site that does not."""

from __future__ import annotations

import asyncio
import ssl
from typing import Final
from urllib.parse import urlsplit

from gateway.http.body import Body
from gateway.http.proxy.asking import CONNECT_SECONDS, Answer, Question, SiteDown, SiteSlow, Upstream
from gateway.http.proxy.http2.connection import Connection
from gateway.http.proxy.http2.exchange import NotProcessed, WantsHttp1

#: A site may refuse a request that it has not looked at (as when it restarts); it is asked again so many times in all.
_ATTEMPTS: Final = 3
#: A site that speaks HTTP/1.1 only is asked after so long whether it still does.
_HTTP1_SECONDS: Final = 300.0


class Http2:
    """See `asking.Upstream`. `http1` is for a site that does not agree on HTTP/2; None: nothing else will do."""

    def __init__(self, upstream: str, http1: Upstream | None) -> None:
        parts = urlsplit(upstream)
        self._host, self._port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
        self._http1 = http1
        self._tls: ssl.SSLContext | None = None
        if parts.scheme == "https":
            self._tls = ssl.create_default_context()
            self._tls.set_alpn_protocols(["h2", "http/1.1"] if http1 else ["h2"])
        self._connections: list[Connection] = []
        self._opening: asyncio.Task[None] | None = None
        self._http1_until = float("-inf")

    async def ask(self, question: Question) -> Answer:
        """See `asking.Upstream`. Asked again is only what the site says that it has not looked at."""
        for _ in range(_ATTEMPTS):
            asked = await self._way()
            try:
                return await asked.ask(question)
            except NotProcessed as refusal:
                if isinstance(refusal, WantsHttp1):
                    self._speaks_http1()
                if not isinstance(question.content, Body | None):
                    break  # what the client has sent is gone
        raise SiteDown

    async def close(self) -> None:
        """See `asking.Upstream`."""
        if self._opening is not None:
            self._opening.cancel()
        for connection in list(self._connections):
            connection.close()

    async def _way(self) -> Connection | Upstream:
        """A connection that has room, or HTTP/1.1. Raises SiteDown, SiteSlow."""
        while True:
            if self._http1 is not None and asyncio.get_running_loop().time() < self._http1_until:
                return self._http1
            for connection in self._connections:
                if connection.capacity > 0:
                    return connection
            if self._opening is None:  # one at a time, whoever waits for it
                self._opening = asyncio.create_task(self._open())
                self._opening.add_done_callback(self._opened)
            await asyncio.shield(self._opening)

    async def _open(self) -> None:
        connection: Connection | None = None
        try:
            async with asyncio.timeout(CONNECT_SECONDS):
                _, connection = await asyncio.get_running_loop().create_connection(
                    lambda: Connection(self._forget),
                    self._host,
                    self._port,
                    ssl=self._tls,
                    server_hostname=self._host if self._tls else None,
                )
                await connection.ready
        except WantsHttp1:
            self._speaks_http1()
        except TimeoutError:
            if connection is not None:
                connection.close()
            raise SiteSlow from None
        except OSError:
            raise SiteDown from None
        else:
            if connection.capacity <= 0:
                connection.close()
                raise SiteDown
            self._connections.append(connection)

    def _opened(self, task: asyncio.Task[None]) -> None:
        self._opening = None
        if not task.cancelled():
            task.exception()  # nobody may be waiting any more

    def _forget(self, connection: Connection) -> None:
        if connection in self._connections:
            self._connections.remove(connection)

    def _speaks_http1(self) -> None:
        """Raises SiteDown where nothing but HTTP/2 will do."""
        if self._http1 is None:
            raise SiteDown
        self._http1_until = asyncio.get_running_loop().time() + _HTTP1_SECONDS
