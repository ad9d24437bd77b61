"""uvicorn as the HTTP door is served: without signal handlers of its own, each short answer in one piece."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterator
from typing import Any, Final, cast

import uvicorn
from starlette.types import ASGIApp

try:
    from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol as _Protocol
except ImportError:  # no httptools for this Python
    from uvicorn.protocols.http.h11_impl import H11Protocol as _Protocol  # type: ignore[assignment]

_HEAD: Final = 4096  # octets; more is written at once


class _Gathering:
    """A transport that keeps the head of an answer until its body follows, or the loop's next turn comes.

    uvicorn writes them one by one: two packets, for each of which the client wakes up.
    """

    __slots__ = ("_held", "_loop", "_transport")

    def __init__(self, transport: asyncio.Transport) -> None:
        self._transport, self._loop, self._held = transport, asyncio.get_running_loop(), b""

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)

    def write(self, data: bytes) -> None:
        """Write `data` behind what is kept, or keep it."""
        if self._held:
            held, self._held = self._held, b""
            self._transport.write(held + data)
        elif len(data) > _HEAD:
            self._transport.write(data)
        else:
            self._held = data
            self._loop.call_soon(self._flush)

    def close(self) -> None:
        """Hang up when all is written."""
        self._flush()
        self._transport.close()

    def _flush(self) -> None:
        if self._held:
            held, self._held = self._held, b""
            self._transport.write(held)


class _Connection(_Protocol):
    """uvicorn's connection with a client."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin."""
        super().connection_made(cast(asyncio.Transport, _Gathering(cast(asyncio.Transport, transport))))


class _Server(uvicorn.Server):
    """uvicorn without its own signal handlers: the worker's decide."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def http_server(app: ASGIApp, **options: Any) -> uvicorn.Server:
    """A server for `app` that logs nothing and says nothing of itself; `options` are uvicorn's."""
    return _Server(
        uvicorn.Config(
            app,
            http=_Connection,
            log_config=None,
            access_log=False,
            server_header=False,
            lifespan="off",
            **options,
        )
    )
