"""POST /v1/forms/{form_id}: what a web form posts to."""

from __future__ import annotations

import time
from functools import partial

from starlette.requests import Request
from starlette.responses import Response

from gateway.formbody import form
from gateway.formbody.spelling import MalformedBody, UnsupportedBody
from gateway.http import pages
from gateway.http.body import Body, BodyTooBig, BodyTruncated, NoRoom, read_body
from gateway.http.idempotency import once
from gateway.http.problems import problem
from gateway.http.submission import decide, deferred, well_formed
from gateway.model import Inspection, Message
from gateway.policy.model import Rule
from gateway.services import Services
from gateway.settings import FormSettings


async def submit(request: Request) -> Response:
    """Decide about a form post by its form's rule; pass it on, keep it, or say kindly why not."""
    services: Services = request.app.state.services
    form_id = request.path_params["form_id"]
    rule = services.inspector.policy.rule_for_form(form_id)
    settings = services.settings.forms.get(form_id)
    if rule is None or (settings is None and services.settings.forms):
        return problem(request, "unknown-form", 404)
    settings = settings or FormSettings()
    try:
        body = await read_body(request, services.settings.http.max_body)
    except BodyTooBig:
        return problem(request, "too-big", 413)
    except BodyTruncated:
        return problem(request, "malformed", 400)
    except NoRoom:
        return deferred(request)
    try:
        if ",".join(request.headers.getlist("content-encoding") or ["identity"]).lower() != "identity":
            raise UnsupportedBody("compressed bodies are not accepted")
        if len(request.headers.getlist("content-type")) > 1:
            raise MalformedBody("two content types")
        await well_formed(services, body, request.headers.get("content-type", ""), settings)
        return await once(request, form_id, body, lambda: _decide(request, form_id, body, rule, settings))
    except MalformedBody as error:
        unsupported = isinstance(error, UnsupportedBody)
        return problem(request, "malformed", 415 if unsupported else 400, str(error))


async def _decide(request: Request, form_id: str, body: Body, rule: Rule, settings: FormSettings) -> Response:
    services: Services = request.app.state.services
    started = time.monotonic()
    keep = None if settings.upstream else partial(_keep, request, settings)
    content_type = request.headers.get("content-type", "")
    decided = await decide(services, request, body, content_type, rule, form_id, settings, keep)
    onward = decided.onward
    if isinstance(onward, Body):
        from gateway.http.upstream import forward

        response = await forward(request, settings, onward)
    else:
        response = onward
    code = str(response.status_code)
    services.audit.message(
        decided.message,
        decided.inspection,
        door="http",
        reply=code,
        seconds=time.monotonic() - started,
        key=request.state.key,
    )
    services.store.record(decided.message, decided.inspection, reply=code, door="http")
    return response


async def _keep(
    request: Request, settings: FormSettings, message: Message, inspection: Inspection, content: bytes
) -> Response:
    """No upstream: the redacted fields are kept for staff."""
    services: Services = request.app.state.services
    body = form.index(content, message.content_type, untouched=settings.untouched)
    others = body.keys | body.asides
    fields = {  # under their paths, for a name may come again
        path.removeprefix("field/"): spelled.text
        for path, spelled in body.fields.items()
        if path not in others
    }
    await services.store.keep_submission(message.form_id, fields, inspection)
    request.state.delivered = True
    if pages.wants_page(request):
        language = pages.language_of(request, body, settings, inspection.decision.language)
        return pages.received(language, services.inspector.policy.organisation)
    return Response(
        b'{"status":"received","id":"%s"}' % message.id.encode(), 202, media_type="application/json"
    )
