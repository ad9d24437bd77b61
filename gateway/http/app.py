"""The HTTP door: scan API, form gateway, health and metrics."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from gateway.http import presidio
from gateway.http.forms import submit
from gateway.http.idempotency import Answers
from gateway.http.keys import Endpoint, KeyRefused, Keyring, guarded, refused
from gateway.http.openapi import DOCUMENT
from gateway.http.problems import problem
from gateway.http.scan import redact, scan
from gateway.http.widget import FILES, widget_file
from gateway.services import Services

if TYPE_CHECKING:
    import aiohttp


class _Door(Starlette):
    """The application. What is asked for most is answered without trying routes and going through layers: they cost as
    much as reading a short text."""

    def __init__(self, routes: list[Route], direct: Mapping[str, Endpoint]) -> None:
        super().__init__(routes=routes)
        self._direct = direct

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        endpoint = None
        if scope["type"] == "http" and scope["method"] == "POST":
            endpoint = self._direct.get(scope["path"])
        if endpoint is None:
            await super().__call__(scope, receive, send)
            return
        scope["app"] = self
        request = Request(scope, receive, send)
        try:
            response = await endpoint(request)
        except KeyRefused as error:
            response = await refused(request, error)
        except Exception as error:
            response = await uncaught(request, error)
        await response(scope, receive, send)


def create_app(services: Services) -> Starlette:
    """The application. The caller mounts the console and serves it."""
    direct = {"/v1/scan": guarded("scan", scan), "/v1/redact": guarded("redact", redact)}
    app = _Door(_routes(direct), direct)
    app.state.services = services
    app.state.client = _Client()
    app.state.answers = Answers()
    app.state.keyring = Keyring(services.settings.http)
    app.add_exception_handler(KeyRefused, refused)
    app.add_exception_handler(404, lambda request, _: problem(request, "not-found", 404))
    app.add_exception_handler(405, lambda request, _: problem(request, "method", 405))

    app.add_exception_handler(Exception, uncaught)
    return app


async def uncaught(request: Request, error: Exception) -> Response:
    """The answer to what nobody foresaw: no word of the request in it, nor in the log."""
    services: Services = request.app.state.services
    services.audit.failure("http", error)
    return problem(request, "error", 500)


def _routes(direct: Mapping[str, Endpoint]) -> list[Route]:
    """What is asked for most stands first: routes are tried in order."""
    return [
        *(Route(path, endpoint, methods=["POST"]) for path, endpoint in direct.items()),
        Route("/v1/forms/{form_id}", guarded("forms", submit), methods=["POST"]),
        Route("/analyze", guarded("presidio", presidio.analyze), methods=["POST"]),
        Route("/anonymize", guarded("presidio", presidio.anonymize), methods=["POST"]),
        Route("/deanonymize", guarded("presidio", presidio.deanonymize), methods=["POST"]),
        Route("/anonymizers", guarded("presidio", presidio.anonymizers)),
        Route("/deanonymizers", guarded("presidio", presidio.deanonymizers)),
        Route("/supportedentities", guarded("presidio", presidio.supported_entities)),
        Route("/recognizers", guarded("presidio", presidio.recognizers)),
        Route("/health", presidio.health),
        Route("/health/live", live),
        Route("/health/ready", ready),
        Route("/metrics", guarded("metrics", metrics)),
        Route("/openapi.json", description),
        *(Route(f"/widget/{name}", partial(widget_file, name=name)) for name in FILES),
    ]


class _Client:
    """One HTTP client session for the whole process, opened when first needed."""

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None

    def __call__(self) -> aiohttp.ClientSession:
        import aiohttp

        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(auto_decompress=False, cookie_jar=aiohttp.DummyCookieJar())
        return self._session

    async def close(self) -> None:
        """Close its connections."""
        if self._session is not None:
            await self._session.close()


async def description(_request: Request) -> JSONResponse:
    """The interface as OpenAPI."""
    return JSONResponse(DOCUMENT)


async def live(_request: Request) -> JSONResponse:
    """Always 200."""
    return JSONResponse({"status": "live"})


async def ready(request: Request) -> JSONResponse:
    """200 only when SMTP listens and the store answers; the scanner is warm before anything listens."""
    services: Services = request.app.state.services
    checks = {"smtp": "smtp" in services.listening, "scanner": True, "store": await services.store.ping()}
    for door, listen in (
        ("milter", services.settings.milter.listen),
        ("proxy", services.settings.proxy.listen),
    ):
        if listen:
            checks[door] = door in services.listening
    return JSONResponse(
        {"ready": all(checks.values()), "checks": checks}, 200 if all(checks.values()) else 503
    )


async def metrics(request: Request) -> Response:
    """Counters and times, without any content."""
    services: Services = request.app.state.services
    return PlainTextResponse(services.audit.exposition(), media_type="text/plain; version=0.0.4")
