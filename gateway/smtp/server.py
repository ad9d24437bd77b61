"""The SMTP door: it listens, keeps the sessions, and holds the next hop that they share."""

from __future__ import annotations

import asyncio
import socket
import ssl
import time
from collections.abc import Callable, Mapping, Sequence, Set
from functools import lru_cache, partial
from typing import Final, cast

from gateway.policy.model import Rule
from gateway.services import Services, until_quiet
from gateway.settings import SettingsError, SmtpSettings, split_host_port, within
from gateway.smtp.auth import Login, mechanisms
from gateway.smtp.courtesy import Courtesy
from gateway.smtp.hop import next_hop_of, own_name
from gateway.smtp.peers import may_relay
from gateway.smtp.relay import Answer, Connection, NextHopDown
from gateway.smtp.session import Session

_HANDSHAKE: Final = 30.0  # seconds
#: Clients over the limit that are told so under TLS at once (more are just hung up on), and the seconds each has.
_FAREWELLS: Final = 20
_FAREWELL: Final = 3.0


class _Full(asyncio.Protocol):
    """What a client meets when all places are taken."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Tell it to come back (RFC 5321 §3.8) and hang up."""
        transport = cast(asyncio.Transport, transport)  # uvloop's is none by class
        transport.write(
            b"421 4.3.2 Trop de connexions, reessayez plus tard / Too many connections, try again later\r\n"
        )
        transport.close()


def tls_context(settings: SmtpSettings) -> ssl.SSLContext | None:
    """What TLS to clients is spoken with, None without a certificate. Raises SettingsError when it cannot be used."""
    if settings.tls_certificate is None:
        return None
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    try:
        context.load_cert_chain(settings.tls_certificate, settings.tls_key)
    except (OSError, ssl.SSLError) as error:
        raise SettingsError(
            f"smtp.tls_certificate: {settings.tls_certificate}: {error.strerror or error}"
        ) from None
    return context


class SmtpDoor:
    """The listening door: its sessions, and the next hop that they share."""

    def __init__(self, services: Services) -> None:
        self.services, self.settings = services, services.settings.smtp
        self.hostname = own_name(self.settings)
        self.next_hop = next_hop_of(self.settings)
        # An LMTP server answers for each recipient by itself (RFC 2033 §4.2), SMTP for all: one recipient at a time.
        self.most_recipients = 1 if self.next_hop.lmtp else self.settings.max_recipients
        self.courtesy = Courtesy(services)
        # Asked several times of every message.
        self._trusted = lru_cache(maxsize=1024)(partial(within, networks=self.settings.trusted_peers))
        self.tls: ssl.SSLContext | None = None
        self.load_certificate()
        self.sessions: set[Session] = set()
        self._server: asyncio.Server | None = None
        self._secure: SecureListener | None = None
        self._capabilities: tuple[float, dict[bytes, bytes]] = (0.0, {})

    async def open(self, sock: socket.socket | None = None, secure: socket.socket | None = None) -> None:
        """Start to accept connections, on `sock` when it is given; on `secure` those that begin with TLS."""
        loop, host_port = asyncio.get_running_loop(), split_host_port(self.settings.listen)
        if sock is not None:
            self._server = await loop.create_server(self._session, sock=sock)
        else:
            self._server = await loop.create_server(self._session, *host_port)
        if secure is not None:
            self._secure = SecureListener(self, secure)
        self.services.listening.add("smtp")

    def _session(self) -> asyncio.BaseProtocol:
        return Session(self) if len(self.sessions) < self.settings.max_connections else _Full()

    def load_certificate(self) -> None:
        """Read the certificate anew, for connections from now on. Raises SettingsError when it cannot be used."""
        context = tls_context(self.settings)
        if self.tls is None:
            self.tls = context
        elif self.settings.tls_certificate is not None:  # the listeners hold on to theirs
            self.tls.load_cert_chain(self.settings.tls_certificate, self.settings.tls_key)

    @property
    def address(self) -> tuple[str, int]:
        """Where the door listens."""
        assert self._server is not None
        host, port = self._server.sockets[0].getsockname()[:2]
        return host, port

    def rule_for(self, address: str, mail_from: str) -> Rule:
        """The rule for a recipient; behind a queue it is one that never refuses."""
        refusing = self.settings.mode == "before-queue"
        return self.services.inspector.rule_for_mail(address, mail_from, refusing=refusing)

    def trusts(self, session: Session) -> bool:
        """Whether the peer may speak for others (XFORWARD, XCLIENT, PROXY)."""
        return self._trusted(session.peer)

    def crowded(self, session: Session) -> bool:
        """Whether the peer has more connections than one client may, and is not one of ours."""
        if self.trusts(session):
            return False
        open_now = sum(other.peer == session.peer for other in self.sessions)
        return open_now > self.settings.max_connections_per_client

    def may_relay(self, session: Session, recipient: str) -> bool:
        """Whether the peer may send to `recipient` through us."""
        return may_relay(session.peer, recipient, self.settings.relay_networks, self.settings.relay_domains)

    async def mechanisms(self, session: Session) -> tuple[bytes, ...]:
        """How the peer may log in at the next hop."""
        if self.settings.auth == "off" or (self.settings.auth == "tls" and not session.under_tls):
            return ()
        return mechanisms((await self.capabilities()).get(b"AUTH", b""))

    async def capabilities(self) -> Mapping[bytes, bytes]:
        """What the next hop announces, asked at most once a minute; nothing while it is down."""
        at, known = self._capabilities
        if known and time.monotonic() < at + 60.0:
            return known
        try:
            connection = await self.next_hop.acquire()
        except NextHopDown:
            return known
        self.next_hop.release(connection)
        self._capabilities = (time.monotonic(), dict(connection.capabilities))
        return self._capabilities[1]

    def check(self, connection: Connection, options: Sequence[str], announced: Set[bytes]) -> None:
        """Raises NextHopDown where this next hop lacks what was announced and the client therefore asks for.

        It would refuse the parameter for good (555); later, the message may meet the other one again.
        """
        if connection.lacking(options) & announced:
            raise NextHopDown

    async def begin(
        self,
        lines: Sequence[bytes],
        options: Sequence[str],
        announced: Set[bytes],
        xforward: dict[str, str],
        login: Login | None = None,
    ) -> tuple[Connection, list[Answer]]:
        """Say MAIL and the RCPTs that came with it to the next hop, on the connection of `login` where there is one.

        An idle connection that has died meanwhile is replaced, once. Raises NextHopDown when not even MAIL was answered.
        """
        if login is not None:
            connection = await login.ready()
            return connection, await self._mail(connection, lines, xforward)
        connection = self.next_hop.idle() or await self.next_hop.fresh()
        if options:
            self._check_idle(connection, options, announced)
        try:
            return connection, await self._mail(connection, lines, xforward)
        except NextHopDown:
            connection.close()
            if not connection.used:
                raise
        connection = await self.next_hop.fresh()
        self._check_idle(connection, options, announced)
        return connection, await self._mail(connection, lines, xforward)

    def _check_idle(self, connection: Connection, options: Sequence[str], announced: Set[bytes]) -> None:
        try:
            self.check(connection, options, announced)
        except NextHopDown:
            self.next_hop.release(connection)
            raise

    async def _mail(
        self, connection: Connection, lines: Sequence[bytes], xforward: dict[str, str]
    ) -> list[Answer]:
        if before := _announced(xforward, connection) if xforward else []:
            lines = [*before, *lines]
        answers = (await connection.commands(lines))[len(before) :]
        if not answers or (answers[0].code == 421 and connection.used):
            raise NextHopDown
        return answers

    async def drain(self, seconds: float) -> None:
        """Stop accepting, let messages under way finish for `seconds`, then close what is left."""
        self.services.listening.discard("smtp")
        for listening in (self._server, self._secure):
            if listening is not None:
                listening.close()
        await until_quiet(self.sessions, seconds)
        await self.courtesy.finish(5.0)
        for session in list(self.sessions):
            session.close()
        self.next_hop.close()


class SecureListener:
    """Accepts connections that begin with TLS (RFC 8314).

    Each counts from the start, before its handshake: asyncio's own server would hold any number that never make one.
    """

    def __init__(self, door: SmtpDoor, sock: socket.socket) -> None:
        self._door, self._sock, self._loop = door, sock, asyncio.get_running_loop()
        self._beginning: dict[asyncio.Task[None], str] = {}
        self._farewells: set[asyncio.Task[None]] = set()
        sock.setblocking(False)
        self._accepting = self._loop.create_task(self._accept())

    async def _accept(self) -> None:
        while True:
            try:
                connection, address = await self._loop.sock_accept(self._sock)
            except OSError:  # no descriptor is free
                await asyncio.sleep(1.0)
                continue
            if self._has_room(peer := address[0]):
                session = partial(Session, self._door, secure=True)
                self._beginning[
                    task := self._loop.create_task(self._begin(connection, session, _HANDSHAKE))
                ] = peer
                task.add_done_callback(self._beginning.pop)
            elif len(self._farewells) < _FAREWELLS:
                self._farewells.add(task := self._loop.create_task(self._begin(connection, _Full, _FAREWELL)))
                task.add_done_callback(self._farewells.discard)
            else:
                connection.close()

    def _has_room(self, peer: str) -> bool:
        door, settings = self._door, self._door.settings
        if len(door.sessions) + len(self._beginning) >= settings.max_connections:
            return False
        if within(peer, settings.trusted_peers):
            return True
        open_now = sum(session.peer == peer for session in door.sessions)
        return open_now + list(self._beginning.values()).count(peer) < settings.max_connections_per_client

    async def _begin(
        self, connection: socket.socket, protocol: Callable[[], asyncio.BaseProtocol], seconds: float
    ) -> None:
        try:
            await self._loop.connect_accepted_socket(
                protocol,
                connection,
                ssl=self._door.tls,
                ssl_handshake_timeout=seconds,
                ssl_shutdown_timeout=seconds,
            )
        except OSError:  # it speaks no TLS, or not in time
            connection.close()

    def close(self) -> None:
        """Accept nothing any more."""
        self._accepting.cancel()
        for task in (*self._beginning, *self._farewells):
            task.cancel()
        self._sock.close()


def _announced(xforward: Mapping[str, str], connection: Connection) -> list[bytes]:
    """The XFORWARD command for what this next hop wants to know of the client; none when it wants nothing."""
    offered = connection.capabilities.get(b"XFORWARD", b"").decode("ascii", "ignore").upper().split()
    wanted = [f"{name}={value}" for name, value in xforward.items() if name in offered]
    return [b"XFORWARD " + " ".join(wanted).encode("utf-8", "surrogateescape")] if wanted else []


async def start_smtp(
    services: Services, *, sock: socket.socket | None = None, secure: socket.socket | None = None
) -> SmtpDoor:
    """Open the SMTP door."""
    door = SmtpDoor(services)
    await door.open(sock, secure)
    return door
