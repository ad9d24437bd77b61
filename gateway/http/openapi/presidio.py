"""Presidio's contract in the description: its analyzer's and its anonymizer's routes. docs/presidio.md lists what differs."""

from __future__ import annotations

from typing import Any, Final

from gateway.http.adhoc import DENY_LIST_SCORE, FLAGS
from gateway.http.anonymizer import HASHES, OPERATORS, REVERSE_OPERATORS
from gateway.http.limits import (
    LEAST_SALT,
    LONGEST_DENY_LIST,
    LONGEST_PATTERN,
    MOST_PATTERNS,
    MOST_RECOGNIZERS,
    MOST_TEXTS,
    MOST_WORDS,
)
from gateway.http.openapi.terms import (
    COMMON,
    KEYED,
    PLAIN,
    TEXT,
    Schema,
    a_choice,
    a_list,
    an_object,
    answer,
    answers,
    body,
    in_query,
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
    "Operator": an_object(
        {
            "type": {"enum": [*OPERATORS, *REVERSE_OPERATORS]},
            "new_value": {"type": "string", "description": "for `replace`; <TYPE> without it"},
            "masking_char": {"type": "string", "minLength": 1, "maxLength": 1, "description": "for `mask`"},
            "chars_to_mask": {"type": "integer", "description": "for `mask`"},
            "from_end": {"type": "boolean", "description": "for `mask`"},
            "hash_type": a_choice([*HASHES]) | {"description": "for `hash`"},
            "salt": {
                "type": "string",
                "description": f"for `hash`, {LEAST_SALT} octets of UTF-8 or more; a random one without it",
            },
            "key": {
                "type": "string",
                "description": "for `encrypt` and `decrypt`: 16, 24 or 32 octets of UTF-8; not kept",
            },
        },
        "type",
    ),
    "Operated": an_object(
        {
            "operator": {"enum": [*OPERATORS, *REVERSE_OPERATORS]},
            "entity_type": TEXT,
            "start": {"type": "integer", "minimum": 0},
            "end": {"type": "integer", "minimum": 0},
            "text": TEXT,
            "score": {"type": "number"},
        },
        "operator",
        "entity_type",
        "start",
        "end",
        "text",
    ),
    "AdHocRecognizer": an_object(
        {
            "name": TEXT,
            "supported_language": _LANGUAGE,
            "supported_entity": _TEXT,
            "patterns": a_list(_PATTERN, most=MOST_PATTERNS),
            "deny_list": a_list(TEXT, most=MOST_WORDS)
            | {"description": f"{LONGEST_DENY_LIST} characters at most, all words together"},
            "deny_list_score": _SCORE | {"default": DENY_LIST_SCORE},
            "context": a_list(TEXT, most=MOST_WORDS),
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
        "allow_list": a_list(TEXT)
        | {"description": f"patterns: {LONGEST_PATTERN} characters at most, joined by |"},
        "allow_list_match": a_choice(["exact", "regex"]),
        "regex_flags": {
            "type": "integer",
            "default": FLAGS,
            "description": "of patterns of the allow list, as Python's `re` has them; others than the default's are left out",
        },
        "return_decision_process": {"type": "boolean"},
        "context": a_list(TEXT),
        "correlation_id": {"type": "string", "description": "taken, and not kept"},
        "trace": {"description": "taken, and not kept"},
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
_OPERATED: Final = answer(
    "The text", an_object({"text": TEXT, "items": a_list(ref("Operated"))}, "text", "items")
)
_RESULTS: Final = a_list(ref("PresidioResult"))


def _post(summary: str, success: Schema, taken: Schema, example: Any) -> Schema:
    requested = body(taken, example=example)
    return {
        "post": operation(summary, answers(success, *COMMON), _TAG, requestBody=requested, security=KEYED)
    }


def _names(summary: str, *problems: int, **more: Any) -> Schema:
    listed = answers(answer("Names", a_list(TEXT)), 401, 403, 429, *problems)
    return {"get": operation(summary, listed, _TAG, security=KEYED, **more)}


def _of_a_language(summary: str) -> Schema:
    return _names(summary, 422, parameters=in_query(language=a_choice(LANGUAGES)))


PATHS: Final = {
    "/analyze": _post(
        "Presidio's analyzer",
        answer("A list, or one for each text", {"anyOf": [_RESULTS, a_list(_RESULTS)]}),
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
    "/supportedentities": _of_a_language("Presidio's entity types"),
    "/recognizers": _of_a_language("Presidio's recognizers"),
    "/anonymizers": _names("Presidio's operators"),
    "/deanonymizers": _names("Presidio's operators that undo"),
    "/health": {
        "get": operation("Presidio's health check", {"200": {"description": "Up", "content": PLAIN}}, _TAG)
    },
}
