"""A site of some public body, as the proxy finds it: pages, downloads, a WebSocket, and every way of failing."""

from __future__ import annotations

import asyncio
import hashlib
import threading

from aiohttp import WSMsgType, web

DOWNLOAD = bytes(range(256)) * (200 * 1024)  # 50 MiB


class Site:
    """The site in a thread of its own; `received` is every submission: (method, target, headers, body)."""

    def __init__(self) -> None:
        self.received: list[tuple[str, str, list[tuple[str, str]], bytes]] = []
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._started = threading.Event()
        self.port = 0

    def __enter__(self) -> Site:
        self._thread.start()
        assert self._started.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._open())
        self._started.set()
        self._loop.run_forever()

    async def _open(self) -> None:
        app = web.Application(client_max_size=100 * 1024 * 1024)
        app.router.add_get("/download", self._download)
        app.router.add_get("/events", self._events)
        app.router.add_get("/ws", self._websocket)
        app.router.add_get("/moved", self._moved)
        app.router.add_get("/cookies", self._cookies)
        app.router.add_get("/half", self._half)
        app.router.add_get("/slow", self._slow)
        app.router.add_route("*", "/{path:.*}", self._any)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        listener = web.TCPSite(runner, "127.0.0.1", 0)
        await listener.start()
        self.port = runner.addresses[0][1]

    async def _any(self, request: web.Request) -> web.Response:
        body = await request.read()
        self.received.append((request.method, request.raw_path, list(request.headers.items()), body))
        return web.json_response({"method": request.method, "octets": len(body)}, headers={"X-Site": "yes"})

    async def _download(self, request: web.Request) -> web.StreamResponse:
        wanted = request.http_range
        part = DOWNLOAD[wanted] if "Range" in request.headers else DOWNLOAD
        response = web.StreamResponse(status=206 if "Range" in request.headers else 200)
        response.content_length = len(part)
        await response.prepare(request)
        for start in range(0, len(part) if request.method == "GET" else 0, 1024 * 1024):
            await response.write(part[start : start + 1024 * 1024])
        return response

    async def _events(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)
        await response.write(b"data: one\n\n")
        await asyncio.sleep(30)
        return response

    async def _websocket(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(protocols=("chat",))
        await socket.prepare(request)
        async for message in socket:
            if message.type is WSMsgType.TEXT and message.data == "bye":
                await socket.close(code=4001, message=b"done")
            elif message.type is WSMsgType.TEXT:
                await socket.send_str(message.data.upper())
            elif message.type is WSMsgType.BINARY:
                await socket.send_bytes(message.data[::-1])
        return socket

    async def _moved(self, request: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": "/elsewhere?a=1"})

    async def _cookies(self, request: web.Request) -> web.Response:
        response = web.Response(text="ok")
        response.headers.add("Set-Cookie", "a=1; Path=/")
        response.headers.add("Set-Cookie", "b=2; Path=/; HttpOnly")
        return response

    async def _half(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        response.content_length = 1000
        await response.prepare(request)
        await response.write(b"half")
        assert request.transport is not None
        request.transport.close()
        return response

    async def _slow(self, request: web.Request) -> web.Response:
        await asyncio.sleep(20)
        return web.Response(text="late")


def digest(content: bytes) -> str:
    """For comparing big bodies."""
    return hashlib.sha256(content).hexdigest()
