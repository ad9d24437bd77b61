"""A connection to a site in HTTP/2: many exchanges at a time, none of which may starve the others or fill the memory."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from typing import Final, cast

from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.errors import ErrorCodes
from h2.events import (
    DataReceived,
    Event,
    RemoteSettingsChanged,
    ResponseReceived,
    StreamEnded,
    StreamReset,
    WindowUpdated,
)
from h2.exceptions import H2Error
from h2.settings import SettingCodes, Settings

from gateway.http.proxy.asking import KEPT_SECONDS, Question, SiteDown, SiteSlow
from gateway.http.proxy.http2.exchange import Exchange, NotProcessed, WantsHttp1
from gateway.http.proxy.http2.fields import Malformed, asked
from gateway.http.proxy.http2.frames import DATA, GOAWAY, Frame, Frames, TooLarge

#: Exchanges at a time, if the site allows as many.
_MOST_EXCHANGES: Final = 100
#: Octets of an answer that may wait for a slow client.
_WINDOW: Final = 256 * 1024
#: Of the connection: twice what slow clients may hold back, so that they never hold up the others.
_WHOLE_WINDOW: Final = 2 * _MOST_EXCHANGES * _WINDOW
_LARGEST_HEAD: Final = 64 * 1024
#: Requests on one connection, far from the end of the stream numbers.
_MOST_REQUESTS: Final = 1_000_000
#: A connection with exchanges on which nothing comes for so long is asked whether it is alive.
_BEAT_SECONDS: Final = 15.0
#: Frames in a beat, with no content and no answer between them, that no honest site needs.
_MOST_IDLE_FRAMES: Final = 2000
#: Octets that wait for a site which sends and does not read.
_MOST_WAITING: Final = 4 * 1024 * 1024


#: What is still to be sent may take so long when we hang up.
_GOODBYE_SECONDS: Final = 5.0


class _Abuse(Exception):
    """The site only keeps us busy."""


class Connection(asyncio.Protocol):
    """See the module. `gone` is called once, when it takes no more requests."""

    def __init__(self, gone: Callable[[Connection], None]) -> None:
        self._loop = asyncio.get_running_loop()
        #: Done when the site's settings have come; fails with SiteDown, or WantsHttp1 where TLS did not agree on HTTP/2.
        self.ready: asyncio.Future[None] = self._loop.create_future()
        self._gone, self._frames = gone, Frames()
        self._exchanges: dict[int, Exchange] = {}
        self._h2 = H2Connection(H2Configuration(header_encoding=None, validate_inbound_headers=False))
        self._transport: asyncio.Transport | None = None
        self._idle: asyncio.TimerHandle | None = None
        self._beat: asyncio.TimerHandle | None = None
        self._room = asyncio.Event()  # whoever waits to send looks again
        self._retired = self._over = self._paused = self._pinged = False
        self._requests = self._idle_frames = 0
        self._heard = 0.0

    # -- what the pool sees -------------------------------------------------------------------------------

    @property
    def capacity(self) -> int:
        """How many more requests it takes now."""
        if self._retired:
            return 0
        return min(_MOST_EXCHANGES, self._h2.remote_settings.max_concurrent_streams) - len(self._exchanges)

    async def ask(self, question: Question) -> Exchange:
        """Send a request, and wait for its answer's head. Raises SiteDown, SiteSlow, NotProcessed."""
        stream = self._h2.get_next_available_stream_id()
        exchange = Exchange(self, stream, question)
        fields = asked(question.method, question.url, question.headers)
        try:
            self._h2.send_headers(stream, fields, end_stream=exchange.sent)
        except H2Error:
            # What was compressed and never sent stands in our table of fields, not in the site's: in the next request it
            # would read those of another visitor.
            self._retire()
            raise SiteDown from None
        self._exchanges[stream] = exchange
        if self._idle is not None:
            self._idle.cancel()
        self._requests += 1
        if self._requests >= _MOST_REQUESTS:
            self._retire()
        self._flush()
        try:
            await exchange.begin()
        except BaseException as error:
            await exchange.close()
            if isinstance(error, SiteSlow):
                self._retire()  # nobody else shall wait on a line that may be dead, or whose window is gone
            raise
        return exchange

    def close(self) -> None:
        """Say goodbye and hang up; exchanges under way fail."""
        self._end()

    # -- what an exchange sees ----------------------------------------------------------------------------

    async def send(self, stream: int, octets: bytes, *, ends: bool, seconds: float) -> None:
        """See `exchange.Line`."""
        rest = memoryview(octets)
        while True:
            size = min(len(rest), await self._may_send(stream, seconds)) if rest else 0
            piece, rest = rest[:size], rest[size:]
            try:
                self._h2.send_data(stream, piece.tobytes(), end_stream=ends and not rest)
            except H2Error:
                raise SiteDown from None
            self._idle_frames = 0
            self._flush()
            if not rest:
                return

    async def _may_send(self, stream: int, seconds: float) -> int:
        """How many octets may be sent now, at least one."""
        try:
            async with asyncio.timeout(seconds):
                while True:
                    window = self._h2.local_flow_control_window(stream)
                    if window > 0 and not self._paused:
                        return min(window, self._h2.max_outbound_frame_size)
                    await self._room.wait()
        except TimeoutError:
            raise SiteSlow from None
        except H2Error:
            raise SiteDown from None

    def taken(self, stream: int, octets: int) -> None:
        """See `exchange.Line`."""
        if not self._over:
            self._h2.acknowledge_received_data(octets, stream)
            self._flush()

    def leave(self, exchange: Exchange) -> None:
        """See `exchange.Line`."""
        del self._exchanges[exchange.stream]
        if not exchange.is_over:
            self._reset(exchange, ErrorCodes.CANCEL)
            self._flush()
        if self._exchanges or self._over:
            return
        if self._retired:
            self._end()
        else:
            self._idle = self._loop.call_later(KEPT_SECONDS, self._end)

    # -- what the network says ----------------------------------------------------------------------------

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Send our settings, if the site speaks HTTP/2."""
        self._transport = cast(asyncio.Transport, transport)
        tls = transport.get_extra_info("ssl_object")
        if tls is not None and tls.selected_alpn_protocol() != "h2":
            self.ready.set_exception(WantsHttp1())
            self._over = True
            self._transport.close()  # without a word, that would be HTTP/2
            return
        own = {
            SettingCodes.ENABLE_PUSH: 0,
            SettingCodes.INITIAL_WINDOW_SIZE: _WINDOW,
            SettingCodes.MAX_HEADER_LIST_SIZE: _LARGEST_HEAD,
        }
        self._h2.local_settings = Settings(client=True, initial_values=own)
        self._h2.initiate_connection()
        self._h2.increment_flow_control_window(_WHOLE_WINDOW)
        self._flush()
        self._heard = self._loop.time()
        self._beat = self._loop.call_later(_BEAT_SECONDS, self._on_beat)

    def data_received(self, data: bytes) -> None:
        """Frames came."""
        self._heard, self._pinged = self._loop.time(), False
        if self._over:
            return
        try:
            for frame in self._frames.take(data):
                self._take(frame)
        except (H2Error, TooLarge, _Abuse):
            self._end()
        else:
            self._flush()

    def pause_writing(self) -> None:
        """The network takes no more for now."""
        self._paused = True

    def resume_writing(self) -> None:
        """It does again."""
        self._paused = False
        self._look_again()

    def connection_lost(self, error: Exception | None) -> None:
        """Whatever was under way has failed."""
        self._end()

    # -- inside -------------------------------------------------------------------------------------------

    def _take(self, frame: Frame) -> None:
        if frame.kind == GOAWAY:
            for unseen in self._exchanges.values():
                if unseen.stream > frame.last_stream:
                    unseen.fail(NotProcessed())
            self._retire()
            return
        self._idle_frames += 1
        if self._idle_frames > _MOST_IDLE_FRAMES:
            raise _Abuse
        exchange = self._exchanges.get(frame.stream)
        if frame.kind == DATA and exchange is not None:
            if not exchange.fits(frame.content, ends=frame.ends):
                self._break(exchange)  # before h2 counts, which would end the connection
            elif frame.ends and exchange.is_empty:  # h2 would miss the content whose length a 304 tells
                exchange.end()
                self._reset(exchange, ErrorCodes.NO_ERROR)
            elif frame.content:
                self._idle_frames = 0
        for event in self._h2.receive_data(frame.octets):
            self._hear(event)

    def _hear(self, event: Event) -> None:
        match event:
            case RemoteSettingsChanged():
                if not self.ready.done():
                    self.ready.set_result(None)
                    self._idle = self._loop.call_later(KEPT_SECONDS, self._end)
                self._look_again()
            case WindowUpdated():
                self._look_again()
            case ResponseReceived() | DataReceived() | StreamEnded() | StreamReset():
                exchange = self._exchanges.get(event.stream_id)
                if exchange is not None:
                    self._tell(exchange, event)

    def _tell(self, exchange: Exchange, event: Event) -> None:
        try:
            match event:
                case ResponseReceived():
                    self._idle_frames = 0
                    exchange.head([(bytes(name), bytes(value)) for name, value in event.headers])
                case DataReceived():
                    exchange.content(event.data, event.flow_controlled_length)
                case StreamEnded():
                    exchange.end()
                case StreamReset(error_code=ErrorCodes.REFUSED_STREAM):
                    exchange.fail(NotProcessed())
                case StreamReset(error_code=ErrorCodes.HTTP_1_1_REQUIRED):
                    exchange.fail(WantsHttp1())
                case _:
                    exchange.fail(SiteDown())
        except Malformed:
            self._break(exchange)

    def _break(self, exchange: Exchange) -> None:
        """The answer is none: its stream ends, the others go on."""
        exchange.fail(SiteDown())
        self._reset(exchange, ErrorCodes.PROTOCOL_ERROR)

    def _reset(self, exchange: Exchange, code: ErrorCodes) -> None:
        if not self._over:
            with contextlib.suppress(H2Error):  # the stream is closed already
                self._h2.reset_stream(exchange.stream, code)

    def _look_again(self) -> None:
        self._room.set()
        self._room.clear()

    def _on_beat(self) -> None:
        """Every _BEAT_SECONDS: is the site still there?"""
        self._idle_frames = 0
        if self._exchanges and self._heard <= self._loop.time() - _BEAT_SECONDS:
            if self._pinged:
                self._end()
                return
            self._pinged = True
            self._h2.ping(bytes(8))
            self._flush()
        self._beat = self._loop.call_later(_BEAT_SECONDS, self._on_beat)

    def _flush(self) -> None:
        if self._transport is None or self._over:
            return
        if octets := self._h2.data_to_send():
            self._transport.write(octets)
            if self._transport.get_write_buffer_size() > _MOST_WAITING:
                self._transport.abort()

    def _retire(self) -> None:
        """Take no more requests; those under way go on."""
        if self._retired:
            return
        self._retired = True
        self._gone(self)
        if not self._exchanges:
            self._end()

    def _end(self) -> None:
        """Hang up."""
        if self._over:
            return
        with contextlib.suppress(H2Error):  # h2 has said so itself
            self._h2.close_connection()
        self._flush()
        self._over = True
        for timer in (self._idle, self._beat):
            if timer is not None:
                timer.cancel()
        if not self.ready.done():
            self.ready.set_exception(SiteDown())
            self.ready.exception()  # nobody may be waiting
        for exchange in self._exchanges.values():
            exchange.fail(SiteDown())
        self._retire()
        if self._transport is not None:
            self._transport.close()
            self._loop.call_later(_GOODBYE_SECONDS, self._transport.abort)
