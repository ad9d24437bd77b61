"""AUTH, passed to the next hop unread (RFC 4954): it knows who may log in, and nothing of it is kept or logged here.

Whoever has logged in has the connection on which the next hop heard it for himself, message after message: it never
serves another client. When it breaks the client is told to come again (421), for nobody here could log in for him.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import Final

from gateway.smtp.relay import Answer, Connection, NextHop, NextHopDown

#: Those that end with the reply. Others go on to a security layer of their own (GSSAPI, DIGEST-MD5) or vouch for the TLS
#: connection itself (EXTERNAL, …-PLUS), and the next hop's is another one than the client's.
_MECHANISMS: Final = frozenset(
    b"PLAIN LOGIN CRAM-MD5 SCRAM-SHA-1 SCRAM-SHA-256 SCRAM-SHA-512 OAUTHBEARER XOAUTH2".split()
)
_COMMAND: Final = re.compile(r"([A-Za-z0-9_-]{1,20})(?: +(=|[A-Za-z0-9+/]+={0,2}))?\s*", re.ASCII)
_RESPONSE: Final = re.compile(rb"(?:\*|[A-Za-z0-9+/]*={0,2})\r?\n")
#: "The maximum length … is 12288 octets" (RFC 4954 §4).
LONGEST: Final = 12288
_MOST_STEPS: Final = 8
#: How often a client may try in one session.
TRIES: Final = 3

#: Says a challenge to the client, and gives the line that it answers.
Ask = Callable[[bytes], Awaitable[bytes]]

_UNKNOWN: Final = Answer(504, (b"5.5.4 Unrecognized authentication type",))
_BAD_RESPONSE: Final = Answer(501, (b"5.5.2 Cannot decode the response",))


def mechanisms(offered: bytes) -> tuple[bytes, ...]:
    """Of the mechanisms that the next hop offers, those that can be passed on.

    SCRAM goes where its -PLUS is offered: the next hop would take a client that hears of no -PLUS for one under attack
    (RFC 5802 §6).
    """
    names = offered.upper().split()
    return tuple(name for name in names if name in _MECHANISMS and name + b"-PLUS" not in names)


def command(argument: str | None) -> tuple[bytes, bytes] | None:
    """(mechanism, initial response or nothing) of AUTH; None on bad syntax."""
    match = _COMMAND.fullmatch(argument or "")
    if match is None or len(argument or "") > LONGEST:
        return None
    return match[1].upper().encode("ascii"), (match[2] or "").encode("ascii")


async def log_in(next_hop: NextHop, mechanism: bytes, initial: bytes, ask: Ask) -> tuple[Login | None, bytes]:
    """The login, if the next hop takes it, and the reply for the client. Raises NextHopDown."""
    connection, login = await next_hop.fresh(), None
    try:
        offered = mechanisms(connection.capabilities.get(b"AUTH", b""))
        answer = await _pass_on(connection, mechanism, initial, ask) if mechanism in offered else _UNKNOWN
        if answer.code == 235:
            login = Login(connection)
    finally:
        if login is None:
            connection.close()
    return login, answer.wire


async def _pass_on(connection: Connection, mechanism: bytes, initial: bytes, ask: Ask) -> Answer:
    answer = await connection.command(b" ".join((b"AUTH", mechanism, initial)).rstrip())
    for _ in range(_MOST_STEPS):
        if answer.code != 334:
            return answer
        line = await ask(answer.wire)
        if len(line) > LONGEST or not _RESPONSE.fullmatch(line):
            return _BAD_RESPONSE
        answer = await connection.command(line.rstrip(b"\r\n"))
    raise NextHopDown


class Login:
    """The connection on which a client has logged in."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._unfinished = False

    async def ready(self) -> Connection:
        """The connection, ready for MAIL. Raises NextHopDown when it is no more."""
        if self.connection.closing:
            raise NextHopDown
        if self._unfinished:
            if (await self.connection.command(b"RSET")).code != 250:
                self.connection.close()
                raise NextHopDown
            self._unfinished = False
        return self.connection

    def give_up(self) -> None:
        """What was begun is void; the next hop hears so before the next message."""
        self._unfinished = True
