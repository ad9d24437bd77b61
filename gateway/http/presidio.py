"""Presidio's REST interface on our detector, so that its clients switch by changing a URL. docs/presidio.md lists what differs.

Nothing of Presidio is imported: the shapes are those of its analyzer's and anonymizer's `app.py` (2.2.36x).
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from gateway.http.adhoc import TOO_LONG, AdHoc, BadPattern, Finder, Hit, ad_hoc, finder
from gateway.http.anonymizer import OPERATORS, REVERSE_OPERATORS, BadOperation, anonymized, deanonymized
from gateway.http.body import BodyTooBig, BodyTruncated, Loaded, NoRoom, read_body
from gateway.http.limits import LIGHT, MOST_TEXTS
from gateway.http.problems import problem
from gateway.model import Finding
from gateway.services import Services
from recognizers.types import ENTITY_TYPES

LANGUAGES: Final = ("en", "fr")
_NOTHING_SERVES: Final = "No matching recognizers were found to serve the request."


class BadRequest(Exception):
    """What the client must change, in Presidio's own words where it has them. Never holds what was sent."""


async def _object(request: Request) -> dict[str, Any]:
    services: Services = request.app.state.services
    sent = await read_body(request, services.settings.http.max_body)
    async with Loaded(sent, services.heavy) as raw:
        try:
            body = json.loads(raw)
            json.dumps(
                body, ensure_ascii=False
            ).encode()  # half a surrogate pair is no character (RFC 8259 §8.2)
        except (ValueError, RecursionError):
            raise BadRequest("Invalid request json") from None
    if not isinstance(body, dict):
        raise BadRequest("Invalid request json")
    return body


def _answering(
    work: Callable[[Request], Awaitable[Any]],
) -> Callable[[Request], Coroutine[Any, Any, Response]]:
    async def endpoint(request: Request) -> Response:
        try:
            return JSONResponse(await work(request))
        except (BadRequest, BadOperation, BadPattern) as error:
            return problem(request, "malformed", 422, error=str(error))
        except BodyTooBig:
            return problem(request, "too-big", 413)
        except BodyTruncated:
            return problem(request, "malformed", 400)
        except NoRoom:
            return problem(request, "deferred", 503, headers={"Retry-After": "60"})

    endpoint.__name__, endpoint.__doc__ = work.__name__, work.__doc__
    return endpoint


# -- analyzer -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Wish:
    """What a request asks for, beside its texts. `correlation_id` and `trace` are taken and mean nothing here."""

    entities: frozenset[str]
    threshold: float
    allowed: Sequence[str]
    allowed_patterns: Sequence[Finder]
    explained: bool
    context: Sequence[str]
    recognizers: Sequence[AdHoc]

    def allows(self, value: str) -> bool:
        """Whether the allow list has `value`. Raises BadPattern."""
        try:
            return value in self.allowed or any(next(find(value), None) for find in self.allowed_patterns)
        except TimeoutError:
            raise BadPattern(TOO_LONG) from None


def _wish(body: Mapping[str, Any]) -> _Wish:
    """Raises BadRequest, BadPattern."""
    language = body.get("language")
    if not language:
        raise BadRequest("No language provided")
    if language not in LANGUAGES:
        raise BadRequest(_NOTHING_SERVES)
    recognizers = ad_hoc(body.get("ad_hoc_recognizers"), language)
    asked = _strings(body, "entities") or [*ENTITY_TYPES, *(one.entity_type for one in recognizers)]
    recognizers = [one for one in recognizers if one.entity_type in asked]
    known = frozenset(asked) & frozenset(ENTITY_TYPES)
    if not known and not recognizers:
        raise BadRequest(_NOTHING_SERVES)
    threshold = body.get("score_threshold") or 0.0
    if not isinstance(threshold, (int, float)):
        raise BadRequest("score_threshold is a number")
    allowed = _strings(body, "allow_list")
    by_pattern = body.get("allow_list_match") == "regex" and allowed
    flags = {"flags": body["regex_flags"]} if "regex_flags" in body else {}
    return _Wish(
        known,
        threshold,
        () if by_pattern else allowed,
        [finder("|".join(allowed), **flags)] if by_pattern else (),
        bool(body.get("return_decision_process")),
        _strings(body, "context"),
        recognizers,
    )


def _strings(body: Mapping[str, Any], key: str) -> Sequence[str]:
    value = body.get(key) or ()
    if not isinstance(value, (list, tuple)) or not all(isinstance(one, str) for one in value):
        raise BadRequest(f"{key} is a list of strings")
    return value


async def _analyze(request: Request) -> Any:
    """Presidio's POST /analyze: the findings of a text, or of each of a list of texts."""
    body = await _object(request)
    text = body.get("text")
    if not text:
        raise BadRequest("No text provided")
    texts = text if isinstance(text, list) else [text]
    if len(texts) > MOST_TEXTS or not all(isinstance(one, str) for one in texts):
        raise BadRequest(f"text is a string or a list of {MOST_TEXTS} strings at most")
    services: Services = request.app.state.services
    find = partial(_each, services, body, texts)
    light = (
        sum(map(len, texts)) <= LIGHT and not body.get("ad_hoc_recognizers") and not body.get("allow_list")
    )
    found = (
        find()
        if light
        else await asyncio.get_running_loop().run_in_executor(services.inspector.threads, find)
    )
    return found if isinstance(text, list) else found[0]


def _each(services: Services, body: Mapping[str, Any], texts: Sequence[str]) -> list[list[dict[str, Any]]]:
    """Raises BadRequest, BadPattern. To compile what came with the request takes time, too."""
    wish = _wish(body)
    return [_found(services, wish, text) for text in texts]


def _found(services: Services, wish: _Wish, text: str) -> list[dict[str, Any]]:
    results = [_hit(hit, wish.explained) for one in wish.recognizers for hit in one.find(text, wish.context)]
    if wish.entities:
        scanned = services.inspector.find(text, wish.entities, label=" ".join(wish.context))
        if scanned.incomplete:
            raise BadRequest("The text took too long to analyze; send it in pieces.")
        results += [_result(finding, wish.explained) for finding in scanned.findings]
    kept = [
        one
        for one in results
        if one["score"] >= wish.threshold and not wish.allows(text[one["start"] : one["end"]])
    ]
    return sorted(kept, key=lambda one: (one["start"], one["end"]))


def _result(finding: Finding, explained: bool) -> dict[str, Any]:
    score = round(finding.score, 3)
    checked = True if "check-digit" in finding.evidence else None
    why = (
        _explanation(finding.recognizer, None, score, ", ".join(finding.evidence), checked)
        if explained
        else None
    )
    return _dto(finding.entity_type, finding.start, finding.end, score, finding.recognizer, why)


def _hit(hit: Hit, explained: bool) -> dict[str, Any]:
    why = _explanation(hit.recognizer, hit.pattern_name, hit.score, None, None) if explained else None
    return _dto(hit.entity_type, hit.start, hit.end, hit.score, hit.recognizer, why)


def _dto(
    entity_type: str, start: int, end: int, score: float, recognizer: str, why: dict[str, Any] | None
) -> dict[str, Any]:
    return {
        "analysis_explanation": why,
        "start": start,
        "end": end,
        "score": score,
        "entity_type": entity_type,
        "recognition_metadata": {"recognizer_name": recognizer},
    }


def _explanation(
    recognizer: str, pattern_name: str | None, score: float, why: str | None, checked: bool | None
) -> dict[str, Any]:
    return {
        "recognizer": recognizer,
        "pattern_name": pattern_name,
        "pattern": None,
        "original_score": score,
        "score": score,
        "textual_explanation": why,
        "score_context_improvement": 0,
        "supportive_context_word": "",
        "validation_result": checked,
    }


async def _supported(request: Request) -> Any:
    """Presidio's GET /supportedentities."""
    _language_served(request)
    return sorted(ENTITY_TYPES)


async def _recognizers(request: Request) -> Any:
    """Presidio's GET /recognizers."""
    from recognizers.registry import MODULES

    _language_served(request)
    return sorted(MODULES)


def _language_served(request: Request) -> None:
    if request.query_params.get("language", "en") not in LANGUAGES:
        raise BadRequest(_NOTHING_SERVES)


async def health(request: Request) -> Response:
    """Presidio's GET /health."""
    return PlainTextResponse("Presidio Analyzer service is up")


# -- anonymizer -----------------------------------------------------------------------------------------------


async def _anonymize(request: Request) -> Any:
    """Presidio's POST /anonymize."""
    return anonymized(await _object(request))


async def _deanonymize(request: Request) -> Any:
    """Presidio's POST /deanonymize."""
    return deanonymized(await _object(request))


async def _anonymizers(request: Request) -> Any:
    """Presidio's GET /anonymizers."""
    return list(OPERATORS)


async def _deanonymizers(request: Request) -> Any:
    """Presidio's GET /deanonymizers."""
    return list(REVERSE_OPERATORS)


analyze, anonymize, deanonymize = _answering(_analyze), _answering(_anonymize), _answering(_deanonymize)
supported_entities, recognizers = _answering(_supported), _answering(_recognizers)
anonymizers, deanonymizers = _answering(_anonymizers), _answering(_deanonymizers)
