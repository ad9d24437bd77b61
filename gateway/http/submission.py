"""A form post from its body to what is done about it, for the form gateway and the reverse proxy alike."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial

from starlette.requests import Request
from starlette.responses import Response

from gateway.formbody import form
from gateway.formbody.spelling import UnsupportedBody
from gateway.http.body import Body, Loaded, NoRoom
from gateway.http.problems import problem
from gateway.http.refusal import refused
from gateway.model import Channel, Defer, Forward, Inspection, Message, Refuse
from gateway.pipeline import new_id
from gateway.policy.model import Rule
from gateway.services import Services
from gateway.settings import FormSettings
from gateway.store.errors import StoreUnavailable

#: What is done with a post that has no site behind it: (message, inspection, content) -> our answer.
Keep = Callable[[Message, Inspection, bytes], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided, emptied of all content, and what happens: our own answer, or the body that goes on."""

    message: Message
    inspection: Inspection
    onward: Body | Response


async def well_formed(services: Services, body: Body, content_type: str, settings: FormSettings) -> None:
    """Raises MalformedBody for a body that is not what it says, UnsupportedBody for a file that nobody would get."""
    async with Loaded(body, services.heavy) as raw:
        read = partial(form.index, raw, content_type, untouched=settings.untouched)
        found = await asyncio.to_thread(read) if body.is_big else read()
    if found.incomplete and not settings.upstream:  # of a file only its text is read, and that is not kept
        raise UnsupportedBody("files are not accepted: there is no site behind this form")


async def decide(
    services: Services,
    request: Request,
    body: Body,
    content_type: str,
    rule: Rule,
    form_id: str,
    settings: FormSettings,
    keep: Keep | None = None,
) -> Decided:
    """Inspect the post under `rule`, and hold what must be held. What goes on is `body` itself when nothing was cut."""
    async with Loaded(body, services.heavy) as raw:
        message = Message(new_id(), Channel.FORM, raw, content_type=content_type, form_id=form_id)
        inspection = await services.inspector.inspect_async(message, rule)
        onward: Body | Response
        match inspection.outcome:
            case Refuse():
                onward = refused(services, request, message, inspection, rule, settings)
            case Defer():
                onward = deferred(request)
            case Forward(content):
                try:
                    if inspection.held:
                        await services.store.hold(message, inspection)
                    if keep is not None:
                        onward = await keep(message, inspection, content)
                    else:
                        onward = body if content is raw else Body(content)
                except (StoreUnavailable, NoRoom):
                    onward = deferred(request)
        return Decided(message.emptied(), inspection.emptied(), onward)


def deferred(request: Request) -> Response:
    """503: come again."""
    return problem(request, "deferred", 503, headers={"Retry-After": "60"})
