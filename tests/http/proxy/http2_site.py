"""A site that speaks HTTP/2 (in the clear, prior knowledge) and breaks its rules on demand, by path."""

from __future__ import annotations

import asyncio
import json
import threading
from collections import Counter

from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.errors import ErrorCodes
from h2.events import (
    DataReceived,
    RemoteSettingsChanged,
    RequestReceived,
    StreamEnded,
    StreamReset,
    WindowUpdated,
)
from h2.exceptions import ProtocolError
from h2.settings import SettingCodes, Settings
from hyperframe.frame import (
    ContinuationFrame,
    DataFrame,
    Frame,
    GoAwayFrame,
    HeadersFrame,
    PingFrame,
    PushPromiseFrame,
    RstStreamFrame,
    SettingsFrame,
    WindowUpdateFrame,
)

CONTENT = bytes(range(256)) * (40 * 1024)  # 10 MiB


class Http2Site:
    """The site in a thread of its own.

    `received` is every submission: (method, path, fields, body); `asked` counts requests by path; `resets` the codes with
    which the other side reset streams; `connections` counts connections. `streams` is how many it allows at a time.
    """

    def __init__(self, streams: int = 128) -> None:
        self.received: list[tuple[str, str, list[tuple[str, str]], bytes]] = []
        self.asked: Counter[str] = Counter()
        self.resets: list[int] = []
        self.connections = self.most_at_once = 0
        self.streams = streams
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._started = threading.Event()
        self.port = 0

    def __enter__(self) -> Http2Site:
        self._thread.start()
        assert self._started.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(10)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def _run(self) -> None:
        asyncio.set_event_loop(self.loop)
        server = self.loop.run_until_complete(self.loop.create_server(lambda: _Line(self), "127.0.0.1", 0))
        self.port = server.sockets[0].getsockname()[1]
        self._started.set()
        self.loop.run_forever()


class _Line(asyncio.Protocol):
    def __init__(self, site: Http2Site) -> None:
        self.site = site
        self.h2 = H2Connection(H2Configuration(client_side=False, header_encoding="utf-8"))
        self.requests: dict[int, tuple[list[tuple[str, str]], bytearray]] = {}
        self.tasks: dict[int, asyncio.Task[None]] = {}
        self.room = asyncio.Event()
        self.last = 0
        self.stalled: set[int] = set()

    def connection_made(self, transport) -> None:
        self.site.connections += 1
        self.transport = transport
        self.h2.local_settings = Settings(
            client=False, initial_values={SettingCodes.MAX_CONCURRENT_STREAMS: self.site.streams}
        )
        self.h2.initiate_connection()
        self.flush()

    def connection_lost(self, error) -> None:
        for task in self.tasks.values():
            task.cancel()

    def flush(self) -> None:
        self.transport.write(self.h2.data_to_send())

    def raw(self, *frames: Frame) -> None:
        self.flush()
        self.transport.write(b"".join(frame.serialize() for frame in frames))

    def data_received(self, data: bytes) -> None:
        try:
            events = self.h2.receive_data(data)
        except ProtocolError:
            self.transport.close()
            return
        for event in events:
            if isinstance(event, RequestReceived):
                fields = list(event.headers)
                path = dict(fields)[":path"]
                self.last = event.stream_id
                self.site.asked[path] += 1
                self.requests[event.stream_id] = fields, bytearray()
                if (begin := getattr(self, "begin_" + path.strip("/").replace("-", "_"), None)) is not None:
                    del self.requests[event.stream_id]
                    self.start(event.stream_id, begin(event.stream_id))
                self.site.most_at_once = max(self.site.most_at_once, self.h2.open_inbound_streams)
            elif isinstance(event, DataReceived):
                if event.stream_id in self.requests:
                    self.requests[event.stream_id][1].extend(event.data)
                if event.stream_id not in self.stalled:
                    self.h2.acknowledge_received_data(event.flow_controlled_length, event.stream_id)
            elif isinstance(event, StreamEnded) and event.stream_id in self.requests:
                fields, body = self.requests.pop(event.stream_id)
                named = dict(fields)
                self.site.received.append((named[":method"], named[":path"], fields, bytes(body)))
                name = named[":path"].partition("?")[0].strip("/").replace("-", "_")
                answer = getattr(self, "do_" + name, self.do_anything)
                self.start(event.stream_id, answer(event.stream_id))
            elif isinstance(event, StreamReset):
                self.site.resets.append(int(event.error_code))
                self.requests.pop(event.stream_id, None)
                if event.stream_id in self.tasks:
                    self.tasks[event.stream_id].cancel()
            elif isinstance(event, WindowUpdated | RemoteSettingsChanged):
                self.room.set()
                self.room.clear()
        self.flush()

    def start(self, stream: int, work) -> None:
        self.tasks[stream] = asyncio.ensure_future(work)

    # -- what it can answer -------------------------------------------------------------------------------

    def head(self, stream: int, *fields: tuple[str, str], status: str = "200", ends: bool = False) -> None:
        self.h2.send_headers(stream, [(":status", status), *fields], end_stream=ends)
        self.flush()

    async def send(self, stream: int, content: bytes, *, ends: bool = True) -> None:
        view = memoryview(content)
        while view:
            while (window := self.h2.local_flow_control_window(stream)) <= 0:
                await self.room.wait()
            size = min(window, len(view), self.h2.max_outbound_frame_size)
            self.h2.send_data(stream, view[:size].tobytes())
            view = view[size:]
            self.flush()
        if ends:
            self.h2.end_stream(stream)
            self.flush()

    async def do_anything(self, stream: int) -> None:
        method, path, _, body = self.site.received[-1]
        answer = json.dumps({"method": method, "path": path, "octets": len(body)}).encode()
        self.head(
            stream,
            ("content-type", "application/json"),
            ("x-site", "yes"),
            ("set-cookie", "a=1"),
            ("set-cookie", "b=2"),
        )
        await self.send(stream, b"" if method == "HEAD" else answer)

    async def do_download(self, stream: int) -> None:
        self.head(stream, ("content-length", str(len(CONTENT))))
        await self.send(stream, CONTENT)

    async def do_events(self, stream: int) -> None:
        self.head(stream, ("content-type", "text/event-stream"))
        await self.send(stream, b"data: one\n\n", ends=False)

    async def do_slow(self, stream: int) -> None:
        await asyncio.sleep(20)

    async def do_halting(self, stream: int) -> None:
        self.head(stream, ("content-length", "1000"))
        await self.send(stream, b"half", ends=False)

    async def do_early_hints(self, stream: int) -> None:
        self.h2.send_headers(stream, [(":status", "103"), ("link", "</a.css>; rel=preload")])
        self.head(stream)
        await self.send(stream, b"after hints")

    async def do_trailers(self, stream: int) -> None:
        self.head(stream, ("trailer", "x-sum"))
        await self.send(stream, b"before trailers", ends=False)
        self.h2.send_headers(stream, [("x-sum", "1")], end_stream=True)
        self.flush()

    async def do_not_modified(self, stream: int) -> None:
        self.head(stream, ("content-length", "500"), ("etag", '"a"'), status="304", ends=True)

    async def do_not_modified_later(self, stream: int) -> None:
        self.head(stream, ("content-length", "500"), ("etag", '"a"'), status="304")
        await self.send(stream, b"")

    # -- what it must not ---------------------------------------------------------------------------------

    async def do_short(self, stream: int) -> None:
        self.head(stream, ("content-length", "1000"))
        await self.send(stream, b"short")

    async def do_short_trailers(self, stream: int) -> None:
        self.head(stream, ("content-length", "1000"))
        await self.send(stream, b"short", ends=False)
        self.h2.send_headers(stream, [("x-sum", "1")], end_stream=True)
        self.flush()

    async def do_long(self, stream: int) -> None:
        self.head(stream, ("content-length", "4"))
        await self.send(stream, b"much longer")

    async def do_nothing(self, stream: int) -> None:
        self.head(stream, ("content-length", "10"), ends=True)

    async def do_headless(self, stream: int) -> None:
        self.raw(DataFrame(stream, b"content without a head"))

    async def do_two_lengths(self, stream: int) -> None:
        self.head(stream, ("content-length", "4"), ("content-length", "4"))
        await self.send(stream, b"four")

    async def do_split(self, stream: int) -> None:
        """A field that would be two in HTTP/1.1."""
        self.coded(stream, (b":status", b"200"), (b"x-a", b"1\r\nset-cookie: b=2"))

    async def do_bad_name(self, stream: int) -> None:
        self.coded(stream, (b":status", b"200"), (b"x a:", b"1"))

    async def do_bad_status(self, stream: int) -> None:
        self.coded(stream, (b":status", b"20x"))

    async def do_switching(self, stream: int) -> None:
        self.coded(
            stream,
            (b":status", b"200"),
            (b"transfer-encoding", b"chunked"),
            (b"connection", b"x-a"),
            (b"x-a", b"1"),
        )

    def coded(self, stream: int, *fields: tuple[bytes, bytes]) -> None:
        block = self.h2.encoder.encode(list(fields))
        self.raw(HeadersFrame(stream, block, flags=["END_HEADERS", "END_STREAM"]))

    async def do_reset(self, stream: int) -> None:
        self.head(stream, ("content-length", "1000"))
        await self.send(stream, b"half", ends=False)
        self.h2.reset_stream(stream, ErrorCodes.INTERNAL_ERROR)
        self.flush()

    async def do_refused(self, stream: int) -> None:
        if self.site.asked["/refused"] == 1:
            self.h2.reset_stream(stream, ErrorCodes.REFUSED_STREAM)
            self.flush()
        else:
            await self.do_anything(stream)

    async def do_always_refused(self, stream: int) -> None:
        self.h2.reset_stream(stream, ErrorCodes.REFUSED_STREAM)
        self.flush()

    async def do_http1(self, stream: int) -> None:
        self.h2.reset_stream(stream, ErrorCodes.HTTP_1_1_REQUIRED)
        self.flush()

    async def do_hang_up(self, stream: int) -> None:
        self.transport.close()

    async def do_going(self, stream: int) -> None:
        """GOAWAY before this request, the first time."""
        if self.site.asked["/going"] == 1:
            self.raw(GoAwayFrame(0, last_stream_id=max(0, stream - 2)))
        else:
            await self.do_anything(stream)

    async def do_going_after(self, stream: int) -> None:
        """GOAWAY in the midst of the answer, which is then completed."""
        self.head(stream, ("content-length", str(len(CONTENT))))
        await self.send(stream, CONTENT[: 1024 * 1024], ends=False)
        self.raw(GoAwayFrame(0, last_stream_id=stream))
        await self.send(stream, CONTENT[1024 * 1024 :])

    async def do_going_in_anger(self, stream: int) -> None:
        """GOAWAY that counts the request as seen, and no answer."""
        self.raw(GoAwayFrame(0, last_stream_id=stream, error_code=ErrorCodes.ENHANCE_YOUR_CALM))
        self.transport.close()

    async def do_bomb(self, stream: int) -> None:
        """A head of a few octets that unfolds to megabytes: one long field, then a reference to it, many times."""
        self.head_bomb = self.h2.encoder.encode([(":status", "200"), ("x-long", "a" * 4000)])
        index = bytes([0x80 | 62])  # the first of the dynamic table
        self.raw(HeadersFrame(stream, self.head_bomb + index * 10_000, flags=["END_HEADERS", "END_STREAM"]))

    async def do_continuation(self, stream: int) -> None:
        """A head without an end."""
        self.raw(HeadersFrame(stream, self.h2.encoder.encode([(":status", "200")])))
        while not self.transport.is_closing():
            self.transport.write(ContinuationFrame(stream, b"\x00\x01a\x01b" * 1000).serialize())
            await asyncio.sleep(0)

    async def do_giant_frame(self, stream: int) -> None:
        self.transport.write(b"\xff\xff\xff" + DataFrame(stream, b"").serialize()[3:] + bytes(100_000))

    async def flood(self, *frames: Frame) -> None:
        octets = b"".join(frame.serialize() for frame in frames) * 100
        while not self.transport.is_closing():
            self.transport.write(octets)
            await asyncio.sleep(0)

    async def do_pings(self, stream: int) -> None:
        await self.flood(PingFrame(0, bytes(8)))

    async def do_settings(self, stream: int) -> None:
        await self.flood(SettingsFrame(0, {1: 4096}))

    async def do_empty(self, stream: int) -> None:
        self.head(stream)
        await self.flood(DataFrame(stream, b""))

    async def do_hints(self, stream: int) -> None:
        block = self.h2.encoder.encode([(":status", "103")])
        await self.flood(HeadersFrame(stream, block, flags=["END_HEADERS"]))

    async def do_over_window(self, stream: int) -> None:
        """More than the window that was given."""
        self.head(stream)
        while not self.transport.is_closing():
            self.transport.write(DataFrame(stream, bytes(16384)).serialize() * 10)
            await asyncio.sleep(0)

    async def do_pushed(self, stream: int) -> None:
        block = self.h2.encoder.encode(
            [(":method", "GET"), (":scheme", "http"), (":authority", "a"), (":path", "/")]
        )
        self.raw(PushPromiseFrame(stream, 2, block, flags=["END_HEADERS"]))

    # -- as soon as a request begins, its content unread --------------------------------------------------

    async def begin_stall(self, stream: int) -> None:
        """Never a window for the content: past the first 64 KiB nothing is taken, on the whole connection."""
        self.stalled.add(stream)

    async def begin_early(self, stream: int) -> None:
        """The answer comes before the content, which is not wanted."""
        self.head(stream, ("content-length", "5"), status="413")
        await self.send(stream, b"early")
        self.raw(RstStreamFrame(stream, ErrorCodes.NO_ERROR))

    async def begin_wide(self, stream: int) -> None:
        """More window than there can be."""
        self.raw(WindowUpdateFrame(stream, 2**31 - 1), WindowUpdateFrame(stream, 2**31 - 1))
