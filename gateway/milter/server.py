"""The milter door: it listens for MTAs, and keeps their connections."""

from __future__ import annotations

import asyncio
import socket
from typing import Final

from gateway.audit import log
from gateway.milter.session import Session
from gateway.services import Services, until_quiet

_PROGRESS_SECONDS: Final = 10.0  # Postfix waits 30 s for an answer by default (milter_command_timeout)


class _Full(asyncio.Protocol):
    """What an MTA meets when all places are taken: it hears nothing, and defers."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Hang up."""
        transport.close()


class MilterDoor:
    """The listening door and its sessions."""

    def __init__(self, services: Services) -> None:
        self.services, self.settings = services, services.settings.milter
        self.progress_seconds = _PROGRESS_SECONDS
        self.sessions: set[Session] = set()
        self._server: asyncio.Server | None = None

    async def open(self, sock: socket.socket) -> None:
        """Start to accept connections on `sock`, which listens at an address or at a path."""
        loop = asyncio.get_running_loop()
        create = loop.create_unix_server if sock.family == socket.AF_UNIX else loop.create_server
        self._server = await create(self._session, sock=sock)
        self.services.listening.add("milter")

    def _session(self) -> asyncio.BaseProtocol:
        if len(self.sessions) < self.settings.max_connections:
            return Session(self)
        log.warning("too many connections", door="milter", limit=self.settings.max_connections)
        return _Full()

    async def drain(self, seconds: float) -> None:
        """Stop accepting, let messages under way finish for `seconds`, then close what is left."""
        self.services.listening.discard("milter")
        if self._server is not None:
            self._server.close()
        await until_quiet(self.sessions, seconds)
        for session in list(self.sessions):
            session.close()


async def start_milter(services: Services, *, sock: socket.socket) -> MilterDoor:
    """Open the milter door on a listening socket."""
    door = MilterDoor(services)
    await door.open(sock)
    return door
