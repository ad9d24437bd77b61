"""POST /v1/forms/{form_id}: what a web form posts to."""

from __future__ import annotations

import time
from typing import Final

import aiohttp
from starlette.requests import Request
from starlette.responses import Response

from gateway.formbody import form
from gateway.formbody.spelling import MalformedBody
from gateway.http import pages
from gateway.http.body import BodyTooBig, BodyTruncated, read_body
from gateway.http.idempotency import once
from gateway.http.problems import problem
from gateway.http.refusal import refused
from gateway.model import Channel, Defer, Forward, Inspection, Message, Refuse
from gateway.pipeline import new_id
from gateway.policy.model import Rule
from gateway.services import Services
from gateway.settings import FormSettings
from gateway.store.errors import StoreUnavailable

_PASSED: Final = (
    "content-type",
    "accept",
    "accept-language",
    "user-agent",
    "cookie",
    "referer",
    "origin",
    "authorization",
)
_HOP_BY_HOP: Final = frozenset(
    "connection keep-alive proxy-authenticate proxy-authorization te trailer transfer-encoding upgrade content-length "
    "content-encoding".split()
)


async def submit(request: Request) -> Response:
    """Decide about a form post by its form's rule; pass it on, keep it, or say kindly why not."""
    services: Services = request.app.state.services
    form_id = request.path_params["form_id"]
    rule = services.inspector.policy.rule_for_form(form_id)
    settings = services.settings.forms.get(form_id)
    if rule is None or (settings is None and services.settings.forms):
        return problem(request, "unknown-form", 404)
    settings = settings or FormSettings()
    content_type = request.headers.get("content-type", "")
    try:
        raw = await read_body(request, services.settings.http.max_body)
        if request.headers.get("content-encoding", "identity").lower() != "identity":
            raise MalformedBody("compressed bodies are not accepted")
        form.index(raw, content_type, untouched=settings.untouched)
    except BodyTooBig:
        return problem(request, "too-big", 413)
    except BodyTruncated:
        return problem(request, "malformed", 400)
    except MalformedBody as error:
        unsupported = "unsupported" in str(error) or "compressed" in str(error)
        return problem(request, "malformed", 415 if unsupported else 400, str(error))
    return await once(
        request, form_id, (content_type, raw), lambda: _decide(request, form_id, raw, rule, settings)
    )


async def _decide(request: Request, form_id: str, raw: bytes, rule: Rule, settings: FormSettings) -> Response:
    services: Services = request.app.state.services
    started = time.monotonic()
    content_type = request.headers.get("content-type", "")
    message = Message(new_id(), Channel.FORM, raw, content_type=content_type, form_id=form_id)
    inspection = await services.inspector.inspect_async(message, rule)
    response = await _carry_out(request, message, inspection, rule, settings)
    code = str(response.status_code)
    services.audit.message(
        message,
        inspection,
        door="http",
        reply=code,
        seconds=time.monotonic() - started,
        key=request.state.key,
    )
    services.store.record(message, inspection, reply=code, door="http")
    return response


async def _carry_out(
    request: Request, message: Message, inspection: Inspection, rule: Rule, settings: FormSettings
) -> Response:
    services: Services = request.app.state.services
    match inspection.outcome:
        case Refuse():
            return refused(services, request, message, inspection, rule, settings)
        case Defer():
            return problem(request, "deferred", 503, headers={"Retry-After": "60"})
        case Forward(content):
            try:
                if inspection.held:
                    await services.store.hold(message, inspection)
                if settings.upstream:
                    return await _forward(request, settings, content)
                return await _keep(request, message, inspection, settings, content)
            except StoreUnavailable:
                return problem(request, "deferred", 503, headers={"Retry-After": "60"})


async def _keep(
    request: Request, message: Message, inspection: Inspection, settings: FormSettings, content: bytes
) -> Response:
    """No upstream: the redacted fields are kept for staff."""
    services: Services = request.app.state.services
    body = form.index(content, message.content_type, untouched=settings.untouched)
    fields = {
        body.names[path]: spelled.text for path, spelled in body.fields.items() if not path.endswith("#key")
    }
    await services.store.keep_submission(message.form_id, fields, inspection)
    request.state.delivered = True
    if pages.wants_page(request):
        return pages.received(pages.language_of(request, body, settings, inspection.decision.language))
    return Response(
        b'{"status":"received","id":"%s"}' % message.id.encode(), 202, media_type="application/json"
    )


async def _forward(request: Request, settings: FormSettings, content: bytes) -> Response:
    """Post to the form's upstream as it came; its answer, redirects and errors included, is returned."""
    headers = {name: value for name, value in request.headers.items() if name in _PASSED}
    if request.state.key_in_authorization:
        del headers["authorization"]
    session: aiohttp.ClientSession = request.app.state.client()
    request.state.delivered = True
    try:
        async with session.request(
            request.method,
            settings.upstream,
            data=content,
            headers=headers,
            allow_redirects=False,
            timeout=aiohttp.ClientTimeout(total=settings.timeout),
        ) as answer:
            body = await answer.read()
            response = Response(body, answer.status)
            for name, value in answer.headers.items():
                if name.lower() not in _HOP_BY_HOP:
                    response.headers.append(name, value)
            return response
    except aiohttp.ClientConnectorError:  # no connection at all: nothing was delivered
        request.state.delivered = False
        return problem(request, "upstream-down", 502)
    except TimeoutError:
        return problem(request, "upstream-slow", 504)
    except aiohttp.ClientError:
        return problem(request, "upstream-down", 502)
