"""The proxy's door: it listens, finds the site, inspects what is submitted, and passes the rest through unread."""

from __future__ import annotations

import asyncio
import logging
import re
import socket
import time
from typing import Any, Final

import aiohttp
from aiohttp import HttpVersion11, web
from aiohttp.web_protocol import RequestHandler
from starlette.requests import Request
from starlette.responses import Response

from gateway.formbody.form import is_json
from gateway.formbody.spelling import MalformedBody, UnsupportedBody
from gateway.http import pages
from gateway.http.body import Body, BodyTooBig, BodyTruncated, NoRoom, receive
from gateway.http.problems import problem
from gateway.http.proxy.asking import KEPT_SECONDS, Question, SiteDown, SiteSlow, Upstream
from gateway.http.proxy.headers import onward
from gateway.http.proxy.http1 import Http1
from gateway.http.proxy.http2.pool import Http2
from gateway.http.proxy.passing import pass_on
from gateway.http.proxy.sites import BadTarget, Site, Sites
from gateway.http.proxy.websocket import is_websocket, tunnel
from gateway.http.submission import decide, deferred, well_formed
from gateway.services import Services
from gateway.settings import SettingsError, SiteSettings, within

_SUBMISSIONS: Final = (
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "text/plain",
    "application/graphql",
)
#: type "/" subtype (RFC 9110 §8.3.1): of anything else, servers read as much as they like.
_MEDIA: Final = re.compile(r"[!#$%&'*+.^_`|~0-9a-z-]+/[!#$%&'*+.^_`|~0-9a-z-]+")
_QUERY: Final = "application/x-www-form-urlencoded"
_LONGEST_LINE: Final = 32 * 1024
#: aiohttp's own lines would name paths and addresses.
_SILENT: Final = logging.getLogger("ecluse.proxy")
_SILENT.disabled = True


class _Answered(Exception):
    """The request ends here, with an answer of our own."""

    def __init__(self, response: Response) -> None:
        super().__init__()
        self.response = response


class ProxyDoor:
    """The listening door in front of the sites of the settings."""

    def __init__(self, services: Services) -> None:
        """Raises SettingsError for a site that no form rule of the policy covers."""
        self._services, self._settings = services, services.settings.proxy
        self._sites = Sites(self._settings.sites)
        for name in self._settings.sites:
            if services.inspector.policy.rule_for_form(name) is None:
                raise SettingsError(
                    f"proxy.sites.{name}: no form rule of the policy covers it; add it to a rule's forms"
                )
        self._client = aiohttp.ClientSession(
            auto_decompress=False,
            cookie_jar=aiohttp.DummyCookieJar(),
            connector=aiohttp.TCPConnector(limit=0, keepalive_timeout=KEPT_SECONDS),
            max_line_size=_LONGEST_LINE,
            max_field_size=_LONGEST_LINE,
        )
        self._ways = {name: self._way(site) for name, site in self._settings.sites.items()}
        self._server = _Server(self._answer, self._failed)
        self._listener: asyncio.Server | None = None

    def _way(self, site: SiteSettings) -> Upstream:
        http1 = Http1(self._client)
        if site.http2 == "always":
            return Http2(site.upstream, None)
        agreed = site.http2 == "auto" and site.upstream.startswith(
            "https:"
        )  # there is no agreeing in the clear
        return Http2(site.upstream, http1) if agreed else http1

    async def open(self, sock: socket.socket) -> None:
        """Start to accept connections on `sock`."""
        self._listener = await asyncio.get_running_loop().create_server(self._server, sock=sock)
        self._services.listening.add("proxy")

    async def drain(self, seconds: float) -> None:
        """Stop accepting, let requests under way finish for `seconds`, then close what is left."""
        self._services.listening.discard("proxy")
        if self._listener is not None:
            self._listener.close()
        await self._server.shutdown(seconds)
        for way in self._ways.values():
            await way.close()
        await self._client.close()

    # -- one request --------------------------------------------------------------------------------------

    async def _answer(self, request: web.BaseRequest) -> web.StreamResponse:
        try:
            return await self._respond(request)
        except _Answered as end:
            return _ours(end.response)
        except SiteDown:
            return _ours(_excuse(_as_seen(request), "upstream-down", 502))
        except SiteSlow:
            return _ours(_excuse(_as_seen(request), "upstream-slow", 504))

    async def _respond(self, request: web.BaseRequest) -> web.StreamResponse:
        target, _, query = request.raw_path.partition("?")
        hosts = request.headers.getall("Host", [])
        try:
            site = self._sites.find(hosts[0] if len(hosts) == 1 else "", target)
        except BadTarget:
            raise _Answered(problem(_as_seen(request), "malformed", 400)) from None
        # RFC 9112 §6.1: before HTTP/1.1 there was no Transfer-Encoding, so that the body ends who knows where.
        unframed = request.version < HttpVersion11 and "Transfer-Encoding" in request.headers
        # A fragment is none of a target, and some servers end the path there; CONNECT asks for a tunnel.
        strange = "#" in request.raw_path or request.method == "CONNECT"
        if unframed or strange or len(hosts) > 1 or len(request.headers.getall("Content-Type", [])) > 1:
            raise _Answered(problem(_as_seen(request), "malformed", 400))
        if site is None:
            raise _Answered(_excuse(_as_seen(request), "not-found", 404))
        peer = request.remote or ""
        headers = onward(
            request.headers.items(),
            peer=peer,
            scheme=request.scheme,
            host=hosts[0] if hosts else "",
            upstream_host=hosts[0] if site.settings.preserve_host and hosts else site.upstream_host,
            trusted=within(peer, self._settings.trusted_peers),
        )
        if site.settings.inspect_query and query:
            asked = Body(query.encode("ascii", "replace"))
            query = (await self._inspected(_as_seen(request), site, asked, _QUERY)).load().decode("ascii")
        if is_websocket(request):
            if request.body_exists:  # nobody would look at it
                raise _Answered(problem(_as_seen(request), "malformed", 400))
            return await tunnel(
                request, self._client, site.url(target, query), headers, self._services.settings.http.max_body
            )
        body = await self._submission(request, site)
        if body is not None:
            headers["Content-Length"] = str(body.size)
        content = body if body is not None else request.content if request.body_exists else None
        question = Question(request.method, site.url(target, query), headers, content, site.settings.timeout)
        return await pass_on(request, self._ways[site.name], question)

    async def _submission(self, request: web.BaseRequest, site: Site) -> Body | None:
        """What is submitted, inspected; None for what is no submission and streams through."""
        if not request.body_exists:
            return None
        seen = _as_seen(request)
        declared = request.headers.get("Content-Type", "")
        media = declared.partition(";")[0].strip().lower()
        if "Content-Type" in request.headers and not _MEDIA.fullmatch(media):
            raise _Answered(problem(seen, "malformed", 400))
        if not _is_submission(media):
            if site.settings.other_bodies == "refuse":
                raise _Answered(problem(seen, "malformed", 415))
            await _continue(request)
            return None
        if ",".join(request.headers.getall("Content-Encoding", ["identity"])).strip().lower() != "identity":
            raise _Answered(problem(seen, "malformed", 415, "compressed bodies are not accepted"))
        await _continue(request)
        try:
            body = await _read(request, self._services.settings.http.max_body)
        except BodyTooBig:
            raise _Answered(problem(seen, "too-big", 413)) from None
        except BodyTruncated:
            raise _Answered(problem(seen, "malformed", 400)) from None
        except NoRoom:
            raise _Answered(deferred(seen)) from None
        return await self._inspected(seen, site, body, declared) if body.size else body

    async def _inspected(self, seen: Request, site: Site, body: Body, content_type: str) -> Body:
        """What may go on: `body` itself when nothing was cut. Raises _Answered."""
        services, started = self._services, time.monotonic()
        rule = services.inspector.policy.rule_for_form(site.name)
        if rule is None:
            raise _Answered(deferred(seen))
        try:
            await well_formed(services, body, content_type, site.settings)
        except MalformedBody as error:
            status = 415 if isinstance(error, UnsupportedBody) else 400
            raise _Answered(problem(seen, "malformed", status, str(error))) from None
        decided = await decide(services, seen, body, content_type, rule, site.name, site.settings)
        onward = decided.onward
        reply = str(onward.status_code if isinstance(onward, Response) else 200)
        seconds = time.monotonic() - started
        services.audit.message(
            decided.message, decided.inspection, door="proxy", reply=reply, seconds=seconds
        )
        services.store.record(decided.message, decided.inspection, reply=reply, door="proxy")
        if isinstance(onward, Response):
            raise _Answered(onward)
        return onward

    def _failed(self, request: web.BaseRequest, status: int, error: BaseException | None) -> web.Response:
        """What aiohttp could not read or we could not answer: no word of the request in it."""
        if status >= 500 and error is not None:
            self._services.audit.failure("proxy", error)
        kind = "malformed" if status < 500 else "error"
        return _ours(problem(_as_seen(request), kind, status))


class _Server(web.Server):
    """aiohttp's server with its own words for errors replaced: they would quote the request."""

    def __init__(self, answer: Any, failed: Any) -> None:
        super().__init__(answer)
        self.failed = failed

    def __call__(self) -> RequestHandler:
        return _Handler(
            self,
            loop=asyncio.get_running_loop(),
            access_log=_SILENT,
            logger=_SILENT,
            auto_decompress=False,
            max_line_size=_LONGEST_LINE,
            max_field_size=_LONGEST_LINE,
        )


class _Handler(RequestHandler):
    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,
    ) -> web.StreamResponse:
        """See `ProxyDoor._failed`."""
        if request.writer.output_size > 0:
            raise ConnectionError
        assert isinstance(self._manager, _Server)
        response: web.Response = self._manager.failed(request, status, exc)
        response.force_close()
        return response


def _is_submission(media: str) -> bool:
    return media in _SUBMISSIONS or is_json(media)


async def _continue(request: web.BaseRequest) -> None:
    """RFC 9110 §10.1.1: the client waits before it sends."""
    if request.headers.get("Expect", "").strip().lower() == "100-continue" and request.transport is not None:
        request.transport.write(b"HTTP/1.1 100 Continue\r\n\r\n")


async def _read(request: web.BaseRequest, limit: int) -> Body:
    try:
        return await receive(request.content.iter_any(), request.content_length or 0, limit)
    except (aiohttp.ClientError, aiohttp.http_exceptions.HttpProcessingError, ConnectionError):
        raise BodyTruncated from None


def _as_seen(request: web.BaseRequest) -> Request:
    """The request as our pages and problem details read one."""
    fields = [(name.lower(), value) for name, value in request.raw_headers]
    query = request.raw_path.partition("?")[2].encode("ascii", "replace")
    scope = {"type": "http", "method": request.method, "path": "/", "headers": fields, "query_string": query}
    return Request(scope)


def _excuse(seen: Request, kind: str, status: int) -> Response:
    """A page for a browser, problem details for a program."""
    return pages.trouble(seen, kind, status) if pages.wants_page(seen) else problem(seen, kind, status)


def _ours(response: Response) -> web.Response:
    headers = [
        (name.decode("latin-1"), value.decode("latin-1"))
        for name, value in response.raw_headers
        if name != b"content-length"
    ]
    return web.Response(body=bytes(response.body), status=response.status_code, headers=headers)


async def start_proxy(services: Services, sock: socket.socket) -> ProxyDoor:
    """Open the proxy's door. Raises SettingsError."""
    door = ProxyDoor(services)
    await door.open(sock)
    return door
