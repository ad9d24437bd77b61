"""Idempotency-Key on form posts (draft-ietf-httpapi-idempotency-key-header-07): what was delivered once is not delivered again.

The store holds keyed hashes and the status, so that all workers know. An answer's content stays in this process'
memory only, for a while; when it is no longer there, the repeated answer is the status alone and says so.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Final

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from gateway.http.body import Body, Loaded
from gateway.http.limits import LONGEST_IDEMPOTENCY_KEY
from gateway.http.problems import problem
from gateway.services import Services
from gateway.store import idempotency
from gateway.store.writer import AWAY

#: A key as it is sent: quoted (RFC 9651 §3.3.3, without its escapes), or bare, as most clients send it.
KEY: Final = (
    rf'"([\x20\x21\x23-\x5b\x5d-\x7e]{{1,{LONGEST_IDEMPOTENCY_KEY}}})"'
    rf"|([\x21\x23-\x7e][\x21-\x7e]{{0,{LONGEST_IDEMPOTENCY_KEY - 1}}})"
)
_KEY: Final = re.compile(KEY)
_MOST: Final = 128
_LARGEST: Final = 64 * 1024
_SECONDS: Final = 600.0
_EMPTY_STATUS: Final = (204, 205, 304)


class Answers:
    """The last answers given, in memory: few, small and for ten minutes."""

    def __init__(self) -> None:
        self._answers: OrderedDict[str, tuple[float, Response]] = OrderedDict()

    def keep(self, key: str, response: Response) -> None:
        """Remember the answer to the request of `key`, when it is small."""
        if not isinstance(response, StreamingResponse) and len(response.body) <= _LARGEST:
            self._answers[key] = (time.monotonic() + _SECONDS, response)
        while self._answers and (len(self._answers) > _MOST or self._oldest() < time.monotonic()):
            self._answers.popitem(last=False)

    def _oldest(self) -> float:
        return next(iter(self._answers.values()))[0]

    def get(self, key: str) -> Response | None:
        """The answer, or None when it is no longer here."""
        until, response = self._answers.get(key, (0.0, None))
        return response if until > time.monotonic() else None


async def once(
    request: Request, form_id: str, body: Body, work: Callable[[], Awaitable[Response]]
) -> Response:
    """The answer of `work`, done once for each Idempotency-Key; simply done when the request has none.

    `work` sets `request.state.delivered` while something may have gone on
    to the site behind or been kept: only then is the key used up.
    """
    request.state.delivered = False
    given = request.headers.getlist("idempotency-key")
    if not given:
        return await work()
    match = _KEY.fullmatch(given[0].strip()) if len(given) == 1 else None
    if match is None:
        return problem(request, "idempotency-key", 400)
    services: Services = request.app.state.services
    store, answers = services.store, request.app.state.answers
    key = store.secret.idempotency(form_id, request.state.key, match[1] or match[2])
    async with Loaded(body, services.heavy) as raw:
        digest = store.secret.idempotency(request.headers.get("content-type", ""), raw)
        raw = b""
    seconds = services.settings.http.idempotency_hours * 3600
    try:
        claim = await asyncio.to_thread(idempotency.claim, store.database, key, digest, seconds)
    except AWAY as error:
        services.audit.failure("http.idempotency", error)
        return problem(request, "deferred", 503, headers={"Retry-After": "60"})
    if not claim.same:
        return problem(request, "idempotency-reused", 422)
    if not claim.fresh:
        return _again(request, answers.get(key), claim.status)
    status = 500
    try:
        response = await work()
        status = response.status_code
        if request.state.delivered:
            answers.keep(key, response)
        return response
    finally:
        await _settle(services, key, status if request.state.delivered else 0)


async def _settle(services: Services, key: str, status: int) -> None:
    """Note the outcome. When the store is away the key stays taken: better refused than delivered twice."""
    database = services.store.database
    try:
        if status:
            await asyncio.to_thread(idempotency.finish, database, key, status)
        else:
            await asyncio.to_thread(idempotency.forget, database, key)
    except AWAY as error:
        services.audit.failure("http.idempotency", error)


def _again(request: Request, answer: Response | None, status: int) -> Response:
    if status == 0:
        return problem(request, "idempotency-running", 409, headers={"Retry-After": "5"})
    if answer is None:
        content = b"" if status in _EMPTY_STATUS else b'{"status":"repeated"}'
        answer = Response(content, status, media_type="application/json" if content else None)
        answer.headers["Idempotency-Replayed"] = "status"
        return answer
    repeated = Response(answer.body, answer.status_code)
    repeated.raw_headers = [*answer.raw_headers, (b"idempotency-replayed", b"answer")]
    return repeated
