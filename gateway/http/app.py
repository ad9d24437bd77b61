"""The HTTP door: scan API, form gateway, health and metrics."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from gateway.http import presidio
from gateway.http.forms import submit
from gateway.http.idempotency import Answers
from gateway.http.keys import KeyRefused, Keyring, guarded, refused
from gateway.http.openapi import DOCUMENT
from gateway.http.problems import problem
from gateway.http.scan import redact, scan
from gateway.http.widget import FILES, widget_file
from gateway.services import Services

if TYPE_CHECKING:
    import aiohttp


def create_app(services: Services) -> Starlette:
    """The application. The caller mounts the console and serves it."""
    app = Starlette(routes=_routes())
    app.state.services = services
    app.state.client = _Client()
    app.state.answers = Answers()
    app.state.keyring = Keyring(services.settings.http)
    app.add_exception_handler(KeyRefused, refused)
    app.add_exception_handler(404, lambda request, _: problem(request, "not-found", 404))
    app.add_exception_handler(405, lambda request, _: problem(request, "method", 405))

    async def uncaught(request: Request, error: Exception) -> Response:
        services.audit.failure("http", error)
        return problem(request, "error", 500)

    app.add_exception_handler(Exception, uncaught)
    return app


def _routes() -> list[Route]:
    """What is asked for most stands first: routes are tried in order."""
    return [
        Route("/v1/scan", guarded("scan", scan), methods=["POST"]),
        Route("/v1/redact", guarded("redact", redact), methods=["POST"]),
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
