"""POST /v1/scan and /v1/redact: the detector as a service. What is sent is neither kept nor echoed, but redacted."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

from gateway.http.body import BodyTooBig, BodyTruncated, read_body
from gateway.http.problems import problem
from gateway.model import Decision
from gateway.services import Services

_LANGUAGES: Final = ("auto", "fr", "en")
_PROFILES: Final = ("email", "feedback")
_JSON: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class BadScan(Exception):
    """The request names no text, or a value that does not exist. The text is a fixed sentence."""


async def scan(request: Request) -> Response:
    """Decide about a text, or about several fields at once."""
    return await _judged(request, _result)


async def redact(request: Request) -> Response:
    """The texts with what the rule finds cut out, and nothing else."""
    return await _judged(
        request, lambda _, redacted, body: {"redacted": redacted if "fields" in body else redacted[""]}
    )


async def _judged(
    request: Request, answer: Callable[[Decision, dict[str, str], dict[str, Any]], Any]
) -> Response:
    services: Services = request.app.state.services
    try:
        body = _object(await read_body(request, services.settings.http.max_body))
        texts = _texts(body)
        profile, language = (
            _choice(body, "profile", _PROFILES, "email"),
            _choice(body, "language", _LANGUAGES, "auto"),
        )
        rule = services.inspector.rule_for_profile(profile)
    except BodyTooBig:
        return problem(request, "too-big", 413)
    except BodyTruncated:
        return problem(request, "malformed", 400)
    except (BadScan, LookupError) as error:
        return problem(request, "malformed", 422, str(error))
    decision, redacted = services.inspector.scan_texts(texts, rule, language)
    return Response(_JSON(answer(decision, redacted, body)), media_type="application/json")


def _object(raw: bytes) -> dict[str, Any]:
    try:
        body = json.loads(raw)
    except (ValueError, RecursionError):
        raise BadScan("The body is not JSON.") from None
    if not isinstance(body, dict):
        raise BadScan("The body is not a JSON object.")
    return body


def _texts(body: dict[str, Any]) -> dict[str, str]:
    text, fields = body.get("text"), body.get("fields")
    if isinstance(text, str) and fields is None:
        return {"": text}
    if isinstance(fields, dict) and text is None and all(isinstance(value, str) for value in fields.values()):
        return fields
    raise BadScan('Give either "text", a string, or "fields", an object of strings.')


def _choice(body: dict[str, Any], key: str, allowed: tuple[str, ...], default: str) -> str:
    value = body.get(key, default)
    if value not in allowed:
        raise BadScan(f'"{key}" is one of {", ".join(allowed)}.')
    return str(value)


def _result(decision: Decision, redacted: dict[str, str], body: dict[str, Any]) -> dict[str, Any]:
    several = "fields" in body
    findings = [
        {
            "entity_type": finding.entity_type,
            "start": finding.start,
            "end": finding.end,
            "score": round(finding.score, 3),
            **({"field": finding.segment} if several else {}),
        }
        for finding in decision.findings
    ]
    return {
        "action": decision.action.value,
        "rule": decision.rule,
        "language": decision.language,
        "findings": findings,
        "redacted": redacted if several else redacted[""],
    }
