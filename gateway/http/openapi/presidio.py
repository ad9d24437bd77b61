"""Presidio's contract in the description: its analyzer's and its anonymizer's routes. docs/presidio.md lists what differs."""

from __future__ import annotations

from typing import Any, Final

from gateway.http.anonymizer import OPERATORS, REVERSE_OPERATORS
from gateway.http.limits import LONGEST_PATTERN, MOST_RECOGNIZERS, MOST_TEXTS
from gateway.http.openapi.terms import (
    COMMON,
    KEYED,
    PLAIN,
    TEXT,
    Schema,
    a_list,
    an_object,
    answer,
    answers,
    body,
    operation,
    ref,
)
from gateway.http.presidio import LANGUAGES
from recognizers.types import ENTITY_TYPES

_TAG: Final = "Presidio"
_TEXT: Final = {"type": "string", "minLength": 1}
_LANGUAGE: Final = {"enum": [*LANGUAGES]}
_SCORE: Final = {"type": "number", "minimum": 0, "maximum": 1}
_PATTERN: Final = an_object(
    {"name": TEXT, "regex": {"type": "string", "maxLength": LONGEST_PATTERN}, "score": _SCORE},
    "name",
    "regex",
    "score",
    more=False,
)

SCHEMAS: Final = {
    "Operator": an_object({"type": {"enum": [*OPERATORS, *REVERSE_OPERATORS]}, "key": TEXT}, "type"),
    "AdHocRecognizer": an_object(
        {
            "name": TEXT,
            "supported_language": _LANGUAGE,
            "supported_entity": _TEXT,
            "patterns": a_list(_PATTERN),
            "deny_list": a_list(TEXT),
            "context": a_list(TEXT),
        },
        "supported_entity",
    ),
    "PresidioResult": an_object(
        {
            "entity_type": TEXT,
            "start": {"type": "integer"},
            "end": {"type": "integer"},
            "score": {"type": "number"},
            "analysis_explanation": {"type": ["object", "null"]},
            "recognition_metadata": {"type": "object"},
        },
        "entity_type",
        "start",
        "end",
        "score",
    ),
}

_ANALYZE: Final = an_object(
    {
        "text": {"anyOf": [_TEXT, a_list(TEXT, 1, MOST_TEXTS)]},
        "language": _LANGUAGE,
        "entities": a_list({"enum": sorted(ENTITY_TYPES)}, 1),
        "score_threshold": {"type": "number"},
        "allow_list": a_list(TEXT),
        "allow_list_match": {"enum": ["exact", "regex"]},
        "return_decision_process": {"type": "boolean"},
        "context": a_list(TEXT),
        "correlation_id": {"type": "string", "description": "taken, and not kept"},
        "ad_hoc_recognizers": a_list(ref("AdHocRecognizer"), most=MOST_RECOGNIZERS),
    },
    "text",
    "language",
)
_ANONYMIZE: Final = an_object(
    {
        "text": _TEXT,
        "analyzer_results": a_list(ref("PresidioResult")),
        "anonymizers": {"type": "object", "additionalProperties": ref("Operator")},
    },
    "text",
    "analyzer_results",
)
_DEANONYMIZE: Final = an_object(
    {
        "text": _TEXT,
        "anonymizer_results": a_list(ref("PresidioResult")),
        "deanonymizers": {"type": "object", "additionalProperties": ref("Operator")},
    },
    "text",
    "deanonymizers",
)
_OPERATED: Final = answer("The text", an_object({"text": TEXT, "items": {"type": "array"}}, "text", "items"))


def _post(summary: str, success: Schema, taken: Schema, example: Any) -> Schema:
    requested = body(taken, example=example)
    return {
        "post": operation(summary, answers(success, *COMMON), _TAG, requestBody=requested, security=KEYED)
    }


def _names(summary: str) -> Schema:
    listed = answers(answer("Names", a_list(TEXT)), 401, 403, 422, 429)
    return {"get": operation(summary, listed, _TAG, security=KEYED)}


PATHS: Final = {
    "/analyze": _post(
        "Presidio's analyzer",
        answer("A list, or one for each text", {"type": "array"}),
        _ANALYZE,
        {"text": "Bonjour", "language": "fr"},
    ),
    "/anonymize": _post(
        "Presidio's anonymizer",
        _OPERATED,
        _ANONYMIZE,
        {
            "text": "Bonjour Marie",
            "analyzer_results": [{"start": 8, "end": 13, "score": 0.9, "entity_type": "PERSON"}],
        },
    ),
    "/deanonymize": _post(
        "Presidio's deanonymizer: opens what `encrypt` closed, with the caller's own key",
        _OPERATED,
        _DEANONYMIZE,
        {"text": "Bonjour", "anonymizer_results": [], "deanonymizers": {}},
    ),
    "/supportedentities": _names("Presidio's entity types"),
    "/recognizers": _names("Presidio's recognizers"),
    "/anonymizers": _names("Presidio's operators"),
    "/deanonymizers": _names("Presidio's operators that undo"),
    "/health": {
        "get": operation("Presidio's health check", {"200": {"description": "Up", "content": PLAIN}}, _TAG)
    },
}
