"""One connection's octets, to a client or to the next hop: lines in, answers gathered and written once.

In place of asyncio's streams. What comes is looked at where it lies, so that commands sent together cost one turn of the
loop; one timer serves a whole connection; and nothing is read on while a message is being worked on.
"""

from __future__ import annotations

import asyncio
import math
import ssl
from typing import Final, cast

_MOST_WAITING: Final = 512 * 1024  # octets that wait unread before the peer is held back


class LineTooLong(Exception):
    """A line that is longer than allowed; it is skipped."""


class Wire(asyncio.Protocol):
    """A connection. Whatever waits raises ConnectionResetError when the peer is gone, or out of time (see `give`)."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._transport: asyncio.Transport | None = None
        self._waiting, self._at = (
            b"",
            0,
        )  # what has come, empty once taken; where what nobody has taken begins
        self._out: list[bytes | memoryview] = []
        self._arrival: asyncio.Future[bool] | None = (
            None  # whether something came; else the peer says no more
        )
        self._room: asyncio.Future[None] | None = None  # done when the transport takes more; None: it does
        self._held_back = self._skipping = False
        self._deadline, self._timer = math.inf, cast("asyncio.TimerHandle | None", None)
        self._due = math.inf  # when the timer wakes us
        self.under_tls = self.ended = False  # `ended`: the peer says no more

    # -- asyncio's side -----------------------------------------------------------------------------------

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin."""
        self._transport = cast(asyncio.Transport, transport)  # uvloop's is one by its methods only
        self.under_tls = transport.get_extra_info("sslcontext") is not None

    def data_received(self, data: bytes) -> None:
        """Keep what comes until it is taken."""
        if self._waiting:
            data, self._at = self._waiting[self._at :] + data, 0
        self._waiting = data
        if len(data) > _MOST_WAITING and self._transport is not None and not self._held_back:
            self._held_back = True
            self._transport.pause_reading()
        if (arrival := self._arrival) is not None:
            self._arrival = None
            if not arrival.done():
                arrival.set_result(True)

    def eof_received(self) -> bool:
        """The peer says no more, and may still listen: Exim closes its half behind a pipelined QUIT."""
        self.ended = True
        self._nothing_comes()
        return not self.under_tls  # under TLS there are no halves

    def connection_lost(self, error: Exception | None) -> None:
        """Nothing comes or goes any more."""
        self._transport, self.ended = None, True
        if self._timer is not None:
            self._timer.cancel()
        self._nothing_comes()
        _wake(self._room)

    def _nothing_comes(self) -> None:
        if self._arrival is not None and not self._arrival.done():
            self._arrival.set_result(False)

    def pause_writing(self) -> None:
        """The peer is slow."""
        self._room = self._loop.create_future()

    def resume_writing(self) -> None:
        """It has caught up."""
        _wake(self._room)
        self._room = None

    # -- in -----------------------------------------------------------------------------------------------

    def line(self, most: int) -> bytes | None:
        """The next line with its line end, None while it has not come whole.

        Raises LineTooLong for one of more than `most` octets, when it has been skipped to its end.
        """
        if not (line := self._waiting):
            return None
        at = self._at
        end = line.find(b"\n", at) + 1
        if not end:
            if len(line) - at > most:
                self._waiting, self._at, self._skipping = b"", 0, True
            return None
        if end < len(line):
            line, self._at = line[at:end], end
        else:  # as from whoever waits for each answer
            if at:
                line = line[at:]
            self._waiting, self._at = b"", 0
        if len(line) > most or self._skipping:
            self._skipping = False
            raise LineTooLong
        return line

    def take(self, most: int = _MOST_WAITING * 2) -> bytes:
        """What has come and was not taken yet, `most` octets of it; empty when nothing has."""
        taken = self._waiting[self._at : self._at + most]
        self._at += len(taken)
        if self._at == len(self._waiting):
            self._waiting, self._at = b"", 0
        return taken

    def give_back(self, octets: bytes) -> None:
        """What was taken too much."""
        self._waiting, self._at = octets + self._waiting[self._at :], 0

    @property
    def quiet(self) -> bool:
        """Whether nothing has come that was not taken."""
        return not self._waiting

    async def more(self) -> None:
        """Write what was said, and wait until more comes than waits now."""
        if self._out:
            self._write()
        if self._room is not None:
            before = self._waiting
            await self.flush()
            if self._waiting is not before:
                return
        if self.ended or self._transport is None:
            raise ConnectionResetError
        if self._held_back:
            self._held_back = False
            self._transport.resume_reading()
        self._arrival = arrival = self._loop.create_future()
        if not await arrival:
            raise ConnectionResetError

    # -- out ----------------------------------------------------------------------------------------------

    def say(self, octets: bytes | memoryview) -> None:
        """Have `octets` written with the next `flush` or `more`."""
        self._out.append(octets)

    async def flush(self) -> None:
        """Write what was said, and wait until the peer is ready for more."""
        if self._out:
            self._write()
        while self._room is not None:
            await asyncio.shield(self._room)
            if self._transport is None:
                raise ConnectionResetError

    def _write(self) -> None:
        if self._transport is None:
            self._out.clear()
            raise ConnectionResetError
        if len(self._out) == 1:
            self._transport.write(self._out[0])
        else:
            self._transport.writelines(self._out)
        self._out.clear()

    # -- time, TLS, the end -------------------------------------------------------------------------------

    def give(self, seconds: float) -> None:
        """The peer has so many seconds from now on; then the connection is dropped."""
        self._deadline = deadline = self._loop.time() + seconds
        if deadline < self._due:
            if self._timer is not None:
                self._timer.cancel()
            self._wake_at(deadline)

    def undisturbed(self) -> None:
        """The peer has all the time it wants, until more is said of it."""
        self._deadline = math.inf

    def _wake_at(self, due: float) -> None:
        self._due, self._timer = due, self._loop.call_at(due, self._tick)

    def _tick(self) -> None:
        """One timer is moved on for as long as it takes, instead of being made anew with every line."""
        self._due, self._timer = math.inf, None
        if self._deadline <= self._loop.time():
            self.abort()
        elif self._deadline < math.inf:
            self._wake_at(self._deadline)

    async def start_tls(self, context: ssl.SSLContext, name: str | None = None) -> None:
        """Go on under TLS: as client of the server of that name, as server without one.

        What came in the clear before is gone (RFC 3207 §6). Raises OSError.
        """
        await self.flush()
        if self._transport is None:
            raise ConnectionResetError
        self._waiting, self._at = b"", 0
        transport = await self._loop.start_tls(
            self._transport, self, context, server_side=name is None, server_hostname=name
        )
        if transport is None or self.ended:
            raise ConnectionResetError
        self._transport = transport
        self.under_tls = True

    def detail(self, name: str) -> object:
        """What the transport knows of that name (`peername`, `ssl_object` …)."""
        return self._transport.get_extra_info(name) if self._transport is not None else None

    @property
    def closing(self) -> bool:
        """Whether the connection is gone or about to be, as far as we know yet."""
        return self.ended or self._transport is None or self._transport.is_closing()

    def close(self) -> None:
        """Write what was said and hang up."""
        if self._transport is not None:
            if self._out:
                self._transport.writelines(self._out)
                self._out = []
            self._transport.close()

    def abort(self) -> None:
        """Hang up at once."""
        if self._transport is not None:
            self._transport.abort()


def _wake(waiter: asyncio.Future[None] | None) -> None:
    if waiter is not None and not waiter.done():
        waiter.set_result(None)
