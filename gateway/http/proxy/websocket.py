"""A WebSocket of the site, message by message in both directions (RFC 6455). What is said in it is not inspected."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

import aiohttp
from aiohttp import WSMsgType, web
from yarl import URL

from gateway.http.proxy.asking import SiteDown

Socket = aiohttp.ClientWebSocketResponse | web.WebSocketResponse


def is_websocket(request: web.BaseRequest) -> bool:
    """Whether the client asks for one."""
    return request.method == "GET" and request.headers.get("Upgrade", "").strip().lower() == "websocket"


async def tunnel(
    request: web.BaseRequest,
    client: aiohttp.ClientSession,
    url: str,
    headers: Mapping[str, str],
    largest: int,
) -> web.StreamResponse:
    """Open the site's WebSocket, then ours, and carry messages of up to `largest` octets. Raises SiteDown."""
    wanted = request.headers.get("Sec-WebSocket-Protocol", "")
    protocols = [name.strip() for name in wanted.split(",") if name.strip()]
    own = {name: value for name, value in headers.items() if not name.lower().startswith("sec-websocket-")}
    try:
        site = await client.ws_connect(
            URL(url, encoded=True),
            protocols=protocols,
            headers=own,
            autoclose=False,
            autoping=False,
            max_msg_size=largest,
        )
    except (aiohttp.ClientError, TimeoutError):
        raise SiteDown from None
    async with site:
        ours = web.WebSocketResponse(
            protocols=(site.protocol,) if site.protocol else (),
            autoclose=False,
            autoping=False,
            max_msg_size=largest,
            compress=False,
        )
        await ours.prepare(request)
        directions = [asyncio.create_task(_carry(ours, site)), asyncio.create_task(_carry(site, ours))]
        await asyncio.wait(directions, return_when=asyncio.FIRST_COMPLETED)
        for direction in directions:
            direction.cancel()
        await asyncio.gather(*directions, return_exceptions=True)
        return ours


async def _carry(source: Socket, target: Socket) -> None:
    """Every message of one side to the other, until it closes."""
    while True:
        message = await source.receive()
        match message.type:
            case WSMsgType.TEXT:
                await target.send_str(message.data)
            case WSMsgType.BINARY:
                await target.send_bytes(message.data)
            case WSMsgType.PING:
                await target.ping(message.data)
            case WSMsgType.PONG:
                await target.pong(message.data)
            case WSMsgType.CLOSE:
                await target.close(code=message.data or 1000, message=(message.extra or "").encode())
                return
            case _:
                await target.close(code=1011)
                return
