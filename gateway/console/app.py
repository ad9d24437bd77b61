"""The console as one sub-application: security headers, sessions, the route table, and nothing else."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gateway.console import sessions
from gateway.console.forms import BadForm, read_form
from gateway.console.routes import PAGES, Page
from gateway.console.texts import LANGUAGES, negotiate
from gateway.console.visit import Visit
from gateway.services import Services
from gateway.store.writer import AWAY

LANGUAGE_COOKIE: Final = "ecluse_lang"
_HEADERS: Final = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; "
        "form-action 'self'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "x-robots-tag": "noindex",
}


def create_console(services: Services) -> ASGIApp:
    """The console, to be mounted at /console. Remembers the policy in force in the store."""
    memory = PolicyMemory(services)
    with suppress(*AWAY):  # a database that is away is asked again with the first page
        memory.note()
    routes: list[Route | Mount] = [_route(page, services, memory) for page in PAGES]
    static = StaticFiles(directory=Path(__file__).with_name("static"))
    return _Headers(Starlette(routes=[Mount("/static", static, name="static"), *routes]))


def _route(page: Page, services: Services, memory: PolicyMemory) -> Route:
    async def endpoint(request: Request) -> Response:
        visit = Visit(services, request, _language(request))
        try:
            return await _answer(page, visit, memory)
        except BadForm:
            return visit.refuse(400, "error.form")
        except AWAY as error:
            services.audit.failure("console.store", error)
            return visit.refuse(503, "error.store")
        except Exception as error:
            services.audit.failure("console", error)
            return visit.refuse(500, "error.unexpected")

    return Route(page.path, endpoint, methods=[page.method])


async def _answer(page: Page, visit: Visit, memory: PolicyMemory) -> Response:
    cookie = visit.request.cookies.get(sessions.COOKIE, "")
    visit.session = await run_in_threadpool(sessions.resume, visit.store, cookie)
    if page.roles and (visit.session is None or visit.session.stage != "full"):
        return visit.go("/login", next=_target(visit)) if page.method == "GET" else visit.go("/login")
    if page.roles and visit.user.role not in page.roles:
        return visit.refuse(403, "error.forbidden")
    if page.roles and _must_settle(visit) and not page.path.startswith(("/account", "/logout")):
        return visit.go("/account")
    asked = [*visit.request.path_params.values(), *visit.request.query_params.values()]
    if any("\0" in str(text) for text in asked):  # PostgreSQL's texts cannot hold it
        raise BadForm
    if page.method == "POST":
        visit.form = await read_form(visit.request, visit.services.settings.http.max_body)
        if not _is_ours(visit):
            return visit.refuse(403, "error.csrf")
    return await run_in_threadpool(_settled, page, visit, memory)


def _settled(page: Page, visit: Visit, memory: PolicyMemory) -> Response:
    memory.note()
    return page.handler(visit)


class PolicyMemory:
    """Keeps the rules in force in the store, under their hash: asked at each page, done once a hash."""

    def __init__(self, services: Services) -> None:
        self._services, self._known = services, set[str]()

    def note(self) -> None:
        """Keep the policy now in force. Raises what a database that is away raises."""
        policy = self._services.inspector.policy
        if policy.hash and policy.hash not in self._known:
            rules = {rule.id: rule.model_dump(mode="json") for rule in policy.rules}
            self._services.store.remember_policy(policy.hash, json.dumps(rules, ensure_ascii=False))
            self._known.add(policy.hash)


def _must_settle(visit: Visit) -> bool:
    """A password that somebody else chose, or a missing second factor, comes first."""
    wanted = visit.services.settings.console.require_totp
    return visit.user.must_change or (wanted and visit.user.local and not visit.user.has_totp)


def _target(visit: Visit) -> str:
    path = visit.request.url.path.removeprefix(visit.root)
    return path + (f"?{visit.request.url.query}" if visit.request.url.query else "")


def _is_ours(visit: Visit) -> bool:
    """Whether a post comes from one of our own pages: the session's token, and what the browser says of its origin."""
    headers = visit.request.headers
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin", "")
    if origin and urlsplit(origin).netloc != headers.get("host", ""):
        return False
    return visit.session is None or visit.form.get("csrf") == visit.session.csrf


def _language(request: Request) -> str:
    chosen = request.cookies.get(LANGUAGE_COOKIE, "")
    return chosen if chosen in LANGUAGES else negotiate(request.headers.get("accept-language", ""))


class _Headers:
    """Puts the security headers on every answer; pages are never kept by a cache, static files for an hour."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_static = "/static/" in scope.get("path", "")

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                caching = "public, max-age=3600" if is_static else "no-store"
                extra = {**_HEADERS, "cache-control": caching}
                given = {name for name, _ in message["headers"]}
                message["headers"] = [
                    *message["headers"],
                    *((k.encode(), v.encode()) for k, v in extra.items() if k.encode() not in given),
                ]
            await send(message)

        await self._app(scope, receive, sending)
