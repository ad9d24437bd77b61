"""Presidio's REST interface on our detector, so that its clients switch by changing a URL. docs/presidio.md lists what differs.

Nothing of Presidio is imported: the shapes are those of its analyzer's and anonymizer's `app.py` (2.2.36x).
"""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from gateway.http.body import BodyTooBig, BodyTruncated, loaded, read_body
from gateway.http.problems import problem
from gateway.model import Finding
from gateway.services import Services
from recognizers.types import ENTITY_TYPES

_LANGUAGES: Final = ("en", "fr")
_MOST_TEXTS: Final = 1000
_LIGHT: Final = 16 * 1024  # characters that are scanned on the event loop; more goes to a thread


class BadRequest(Exception):
    """What the client must change, in Presidio's own words where it has them. Never holds what was sent."""


async def _object(request: Request) -> dict[str, Any]:
    services: Services = request.app.state.services
    try:
        sent = await read_body(request, services.settings.http.max_body)
        async with loaded(sent, services.heavy) as raw:
            body = json.loads(raw)
        json.dumps(body, ensure_ascii=False).encode()  # half a surrogate pair is no character (RFC 8259 §8.2)
    except (ValueError, RecursionError):
        raise BadRequest("Invalid request json") from None
    if not isinstance(body, dict):
        raise BadRequest("Invalid request json")
    return body


def _answering(work: Callable[[Request], Any]) -> Callable[[Request], Any]:
    async def endpoint(request: Request) -> Response:
        try:
            return JSONResponse(await work(request))
        except BadRequest as error:
            return problem(request, "malformed", 422, error=str(error))
        except BodyTooBig:
            return problem(request, "too-big", 413)
        except BodyTruncated:
            return problem(request, "malformed", 400)

    endpoint.__name__, endpoint.__doc__ = work.__name__, work.__doc__
    return endpoint


async def _analyze(request: Request) -> Any:
    """Presidio's POST /analyze: the findings of a text, or of each of a list of texts."""
    body = await _object(request)
    text = body.get("text")
    if not text:
        raise BadRequest("No text provided")
    if not body.get("language"):
        raise BadRequest("No language provided")
    if body["language"] not in _LANGUAGES:
        raise BadRequest("No matching recognizers were found to serve the request.")
    texts = text if isinstance(text, list) else [text]
    if len(texts) > _MOST_TEXTS or not all(isinstance(one, str) for one in texts):
        raise BadRequest("text is a string or a list of strings")
    threads = request.app.state.services.inspector.threads
    find = partial(_each, request, body, texts)
    light = sum(map(len, texts)) <= _LIGHT
    found = find() if light else await asyncio.get_running_loop().run_in_executor(threads, find)
    return found if isinstance(text, list) else found[0]


def _each(request: Request, body: Mapping[str, Any], texts: Sequence[str]) -> list[list[dict[str, Any]]]:
    return [_found(request, body, one) for one in texts]


def _found(request: Request, body: Mapping[str, Any], text: str) -> list[dict[str, Any]]:
    services: Services = request.app.state.services
    entities = body.get("entities") or ENTITY_TYPES
    if not isinstance(entities, (list, tuple)) or not all(isinstance(entity, str) for entity in entities):
        raise BadRequest("entities is a list of strings")
    known = frozenset(entities) & frozenset(ENTITY_TYPES)
    threshold = body.get("score_threshold") or 0.0
    allowed = body.get("allow_list") or ()
    if not isinstance(threshold, (int, float)) or not isinstance(allowed, (list, tuple)):
        raise BadRequest("score_threshold is a number, allow_list a list")
    if not known:
        raise BadRequest("No matching recognizers were found to serve the request.")
    scanned = services.inspector.find(text, known)
    if scanned.incomplete:
        raise BadRequest("The text took too long to analyze; send it in pieces.")
    explained = bool(body.get("return_decision_process"))
    return [
        _result(finding, explained)
        for finding in scanned.findings
        if finding.score >= threshold and text[finding.start : finding.end] not in allowed
    ]


def _result(finding: Finding, explained: bool) -> dict[str, Any]:
    explanation = {"recognizer": finding.recognizer, "textual_explanation": ", ".join(finding.evidence)}
    return {
        "analysis_explanation": explanation if explained else None,
        "start": finding.start,
        "end": finding.end,
        "score": round(finding.score, 3),
        "entity_type": finding.entity_type,
        "recognition_metadata": {"recognizer_name": finding.recognizer},
    }


async def _anonymize(request: Request) -> Any:
    """Presidio's POST /anonymize: the text with the given results replaced, redacted, masked, hashed or kept."""
    body = await _object(request)
    text, results = body.get("text"), body.get("analyzer_results")
    if not isinstance(text, str) or not text or not isinstance(results, list):
        raise BadRequest("Invalid input, text can not be empty")
    operators = body.get("anonymizers") or {}
    if not isinstance(operators, dict):
        raise BadRequest("anonymizers is an object")
    items = []
    pieces: list[str] = []
    position = length = 0
    for start, end, entity in _spans(results, len(text)):
        operator = operators.get(entity) or operators.get("DEFAULT") or {"type": "replace"}
        name, new = _applied(operator, entity, text[start:end])
        pieces += (text[position:start], new)
        length += start - position
        items.append(
            {"operator": name, "entity_type": entity, "start": length, "end": length + len(new), "text": new}
        )
        length, position = length + len(new), end
    return {"text": "".join((*pieces, text[position:])), "items": items[::-1]}


def _spans(results: Sequence[Any], length: int) -> list[tuple[int, int, str]]:
    """The results in order; of overlapping ones the first and longest stays."""
    spans = []
    for result in results:
        try:
            start, end, entity = int(result["start"]), int(result["end"]), str(result["entity_type"])
        except (KeyError, TypeError, ValueError):
            raise BadRequest("Invalid input, analyzer_results must have start, end and entity_type") from None
        if not 0 <= start < end <= length:
            raise BadRequest("Invalid input, a result stands outside of the text")
        spans.append((start, end, entity))
    out: list[tuple[int, int, str]] = []
    for span in sorted(spans, key=lambda one: (one[0], -one[1])):
        if not out or span[0] >= out[-1][1]:
            out.append(span)
    return out


def _applied(operator: Any, entity: str, value: str) -> tuple[str, str]:
    kind = operator.get("type") if isinstance(operator, dict) else None
    if kind == "replace":
        return kind, str(operator.get("new_value") or f"<{entity}>")
    if kind == "redact":
        return kind, ""
    if kind == "keep":
        return kind, value
    if kind == "hash":
        algorithm = hashlib.sha512 if operator.get("hash_type") == "sha512" else hashlib.sha256
        return kind, algorithm(value.encode("utf-8")).hexdigest()
    if kind == "mask":
        char, count = str(operator.get("masking_char") or "*")[:1], operator.get("chars_to_mask")
        if not isinstance(count, int):
            raise BadRequest("Invalid input, chars_to_mask must be a number")
        count = max(0, min(count, len(value)))
        masked = (
            value[: len(value) - count] + char * count
            if operator.get("from_end")
            else char * count + value[count:]
        )
        return kind, masked
    raise BadRequest("Invalid operator class: replace, redact, mask, hash and keep exist here")


async def _supported(request: Request) -> Any:
    """Presidio's GET /supportedentities."""
    return sorted(ENTITY_TYPES)


async def _recognizers(request: Request) -> Any:
    """Presidio's GET /recognizers."""
    from recognizers.registry import MODULES

    return sorted(MODULES)


async def health(request: Request) -> Response:
    """Presidio's GET /health."""
    return PlainTextResponse("Presidio Analyzer service is up")


analyze, anonymize = _answering(_analyze), _answering(_anonymize)
supported_entities, recognizers = _answering(_supported), _answering(_recognizers)
