"""The HTTP door: scan API, form gateway, health and metrics."""

from __future__ import annotations

from functools import partial

import aiohttp
from fastapi import Depends, FastAPI
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from gateway.http import presidio
from gateway.http.forms import submit
from gateway.http.idempotency import Answers
from gateway.http.keys import KeyRefused, Keyring, needs, refused
from gateway.http.openapi import DOCUMENT
from gateway.http.problems import problem
from gateway.http.scan import redact, scan
from gateway.http.widget import FILES, widget_file
from gateway.services import Services


def create_app(services: Services) -> FastAPI:
    """The application. The caller mounts the console and serves it."""
    app = FastAPI(docs_url=None, redoc_url=None)
    app.openapi = lambda: DOCUMENT  # type: ignore[method-assign]
    app.state.services = services
    app.state.client = _Client()
    app.state.answers = Answers()
    app.state.keyring = Keyring(services.settings.http)
    key = {scope: [Depends(needs(scope))] for scope in ("scan", "redact", "forms", "presidio", "metrics")}
    app.add_api_route("/v1/scan", scan, methods=["POST"], dependencies=key["scan"])
    app.add_api_route("/v1/redact", redact, methods=["POST"], dependencies=key["redact"])
    app.add_api_route("/v1/forms/{form_id}", submit, methods=["POST"], dependencies=key["forms"])
    for name in FILES:
        app.add_route(f"/widget/{name}", partial(widget_file, name=name), methods=["GET"])
    app.add_api_route("/health/live", live, methods=["GET"])
    app.add_api_route("/health/ready", ready, methods=["GET"])
    app.add_api_route("/metrics", metrics, methods=["GET"], dependencies=key["metrics"])
    app.add_api_route("/health", presidio.health, methods=["GET"])
    for path, method, page in (
        ("/analyze", "POST", presidio.analyze),
        ("/anonymize", "POST", presidio.anonymize),
        ("/supportedentities", "GET", presidio.supported_entities),
        ("/recognizers", "GET", presidio.recognizers),
    ):
        app.add_api_route(path, page, methods=[method], dependencies=key["presidio"])
    app.add_exception_handler(KeyRefused, refused)
    app.add_exception_handler(404, lambda request, _: problem(request, "not-found", 404))
    app.add_exception_handler(405, lambda request, _: problem(request, "method", 405))

    async def uncaught(request: Request, error: Exception) -> Response:
        services.audit.failure("http", error)
        return problem(request, "error", 500)

    app.add_exception_handler(Exception, uncaught)
    return app


class _Client:
    """One HTTP client session for the whole process, opened when first needed."""

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None

    def __call__(self) -> aiohttp.ClientSession:
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(auto_decompress=False, cookie_jar=aiohttp.DummyCookieJar())
        return self._session

    async def close(self) -> None:
        """Close its connections."""
        if self._session is not None:
            await self._session.close()


async def live() -> JSONResponse:
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
