"""What somebody is told whose submission was blocked: a page to a browser, places and types to a program."""

from __future__ import annotations

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response

from gateway.formbody import form
from gateway.http import pages
from gateway.http.offsets import utf16_places
from gateway.http.problems import prefers_english, problem
from gateway.model import Finding, Inspection, Message
from gateway.policy.model import Rule
from gateway.services import Services
from gateway.settings import FormSettings


def refused(
    services: Services,
    request: Request,
    message: Message,
    inspection: Inspection,
    rule: Rule,
    settings: FormSettings,
) -> Response:
    """422: the page with the visitor's own text, or problem details with field, type and offsets."""
    organisation = services.inspector.policy.organisation
    decision = inspection.decision
    body = form.index(message.raw, message.content_type, untouched=settings.untouched)
    if pages.wants_page(request):
        language = pages.language_of(request, body, settings, decision.language)
        catalog = services.inspector.composer.catalog
        return pages.blocked(language, body, decision, rule, organisation, catalog)
    language = "en" if prefers_english(request) else "fr"
    utf16 = request.query_params.get("offsets") == "utf-16"
    places = {path: utf16_places(spelled.text) for path, spelled in body.fields.items()} if utf16 else {}
    return problem(
        request,
        "blocked",
        422,
        rule.quote.in_language(language),
        errors=[_error(finding, body, places.get(finding.segment, int)) for finding in decision.findings],
        secure_url=organisation.secure_url.in_language(language),
    )


def _error(finding: Finding, body: form.FormBody, place: Callable[[int], int]) -> dict[str, object]:
    start, end = place(finding.start), place(finding.end)
    field = body.names.get(finding.segment, finding.segment)
    return {"field": field, "entity_type": finding.entity_type, "start": start, "end": end}
