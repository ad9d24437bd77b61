"""aiosmtpd's protocol with the edges taken off on which mail gets lost: what every session of ours stands on."""

from __future__ import annotations

import asyncio
import logging
from typing import Any, Final

from aiosmtpd.smtp import SMTP

logging.getLogger("mail.log").setLevel(
    logging.CRITICAL
)  # it would print recipients, commands and message lines


class _Hooks:
    """aiosmtpd wants a handler object; ours is the session itself."""

    def __dir__(self) -> tuple[str, ...]:
        """No hooks: aiosmtpd looks for them at every connection."""
        return ()


NO_HOOKS: Final = _Hooks()


class _Lines(asyncio.StreamReader):
    """A reader whose session ends where the client has said all that it will."""

    async def readuntil(self, separator: Any = b"\n") -> bytes:
        """The next line. aiosmtpd would answer the end with an error, again and again."""
        try:
            return await super().readuntil(separator)
        except asyncio.IncompleteReadError:
            raise asyncio.CancelledError from None


class Plumbing(SMTP):
    """A session that does and answers what the client said before it closed its half of the connection."""

    def _cb_client_connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        reader.__class__ = _Lines  # aiosmtpd makes the reader itself
        super()._cb_client_connected(reader, writer)

    def eof_received(self) -> bool | None:
        """The client says no more and may still listen: Exim closes its half behind a pipelined QUIT.

        What it said is done and answered; aiosmtpd would drop it, and the message would come again.
        """
        kept = asyncio.StreamReaderProtocol.eof_received(self)
        return False if self._tls_protocol is not None else kept
