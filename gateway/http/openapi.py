"""The interface as OpenAPI 3.1: every route, every answer, its limits, with examples that are nobody's data."""

from __future__ import annotations

from typing import Any, Final

from gateway import __version__
from gateway.http.anonymizer import OPERATORS, REVERSE_OPERATORS
from recognizers.types import ENTITY_TYPES

Schema = dict[str, Any]


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def _object(properties: Schema, *required: str, more: bool = True) -> Schema:
    schema: Schema = {"type": "object", "properties": properties}
    if required:
        schema["required"] = list(required)
    if not more:
        schema["additionalProperties"] = False
    return schema


def _json(schema: Schema, example: Any = None) -> Schema:
    content: Schema = {"schema": schema}
    if example is not None:
        content["example"] = example
    return {"application/json": content}


_PROBLEMS: Final = {
    400: "The body is cut short, malformed, or not of the type that it says",
    401: "No key, or an unknown one (http.require_key)",
    403: "The key has not this scope, or not from this network",
    404: "There is no form of this name",
    405: "Another method",
    409: "A post with this Idempotency-Key is under way",
    413: "Over http.max_body, or longer to look at than one message may take",
    415: "A compressed body, or a type that no form sends",
    422: "What was asked cannot be done",
    429: "Too many calls with this key; Retry-After says when",
    502: "The site behind the form did not answer",
    503: "Cannot be checked right now; Retry-After says when",
    504: "The site behind the form took too long",
}
_COMMON: Final = (400, 401, 403, 413, 415, 422, 429, 503)


def _answers(success: Schema, *problems: int, status: str = "200") -> Schema:
    answers: Schema = {status: success}
    for code in sorted({*problems}):
        answers[str(code)] = {
            "description": _PROBLEMS[code],
            "content": {"application/problem+json": {"schema": _ref("Problem")}},
        }
    return answers


def _ok(description: str, schema: Schema, example: Any = None) -> Schema:
    return {"description": description, "content": _json(schema, example)}


_LIMITED: Final = {"type": "string"}
_OPTIONS: Final = {
    "profile": {"enum": ["email", "feedback"], "default": "email", "description": "whose rule decides"},
    "language": {"enum": ["auto", "fr", "en"], "default": "auto"},
    "offsets": {"enum": ["code-points", "utf-16"], "default": "code-points"},
}
_FIELDS: Final = {
    "type": "object",
    "additionalProperties": _LIMITED,
    "minProperties": 1,
    "maxProperties": 2000,
}
_TEXTS: Final = [
    _object({"text": _LIMITED, **_OPTIONS}, "text"),
    _object({"fields": _FIELDS, **_OPTIONS}, "fields"),
    _object(
        {
            "items": {
                "type": "array",
                "minItems": 1,
                "maxItems": 1000,
                "items": {
                    "oneOf": [
                        _object({"text": _LIMITED}, "text", more=False),
                        _object({"fields": _FIELDS}, "fields", more=False),
                    ]
                },
            },
            **_OPTIONS,
        },
        "items",
    ),
]
_FINDING: Final = _object(
    {
        "entity_type": {"enum": sorted(ENTITY_TYPES)},
        "start": {"type": "integer", "minimum": 0},
        "end": {"type": "integer", "minimum": 1},
        "score": {"type": "number", "minimum": 0, "maximum": 1},
        "field": {"type": "string"},
    },
    "entity_type",
    "start",
    "end",
    "score",
)
_INCOMPLETE: Final = {
    "type": "array",
    "description": "what was not looked at, and why",
    "items": _object({"reason": {"type": "string"}, "part": {"type": "string"}}, "reason", "part"),
}
_SCHEMAS: Final = {
    "Problem": _object(
        {
            "type": {"type": "string", "format": "uri"},
            "title": {"type": "string"},
            "status": {"type": "integer"},
            "detail": {"type": "string"},
            "errors": {"type": "array", "items": _object({"field": {"type": "string"}})},
            "secure_url": {"type": "string"},
            "error": {"type": "string", "description": "in Presidio's own words, on its routes"},
        },
        "type",
        "title",
        "status",
    ),
    "Finding": _FINDING,
    "Result": _object(
        {
            "action": {"enum": ["pass", "warn", "redact", "block"]},
            "rule": {"type": "string"},
            "language": {"enum": ["fr", "en", "und"]},
            "findings": {"type": "array", "items": _ref("Finding")},
            "incomplete": _INCOMPLETE,
            "redacted": {"anyOf": [{"type": "string"}, {"type": "object"}]},
            "kind": {"enum": ["field", "file"]},
            "name": {"type": "string"},
        },
        "action",
        "rule",
        "language",
        "findings",
        "incomplete",
    ),
    "Redacted": _object(
        {"redacted": {"anyOf": [{"type": "string"}, {"type": "object"}]}, "incomplete": _INCOMPLETE},
        "redacted",
        "incomplete",
    ),
    "Operator": _object(
        {"type": {"enum": [*OPERATORS, *REVERSE_OPERATORS]}, "key": {"type": "string"}}, "type"
    ),
    "AdHocRecognizer": _object(
        {
            "name": {"type": "string"},
            "supported_language": {"enum": ["en", "fr"]},
            "supported_entity": {"type": "string", "minLength": 1},
            "patterns": {
                "type": "array",
                "items": _object(
                    {
                        "name": {"type": "string"},
                        "regex": {"type": "string", "maxLength": 1000},
                        "score": {"type": "number", "minimum": 0, "maximum": 1},
                    },
                    "name",
                    "regex",
                    "score",
                    more=False,
                ),
            },
            "deny_list": {"type": "array", "items": {"type": "string"}},
            "context": {"type": "array", "items": {"type": "string"}},
        },
        "supported_entity",
    ),
    "PresidioResult": _object(
        {
            "entity_type": {"type": "string"},
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
_ANONYMIZED: Final = _object({"text": {"type": "string"}, "items": {"type": "array"}}, "text", "items")
_EXAMPLE: Final = {"text": "Bonjour, mon NAS est le 000 000 000.", "profile": "email"}


def _body(*schemas: Schema, example: Any = None) -> Schema:
    schema = schemas[0] if len(schemas) == 1 else {"oneOf": list(schemas)}
    return {"required": True, "content": _json(schema, example)}


def _texts_or(name: str, example: Any) -> Schema:
    single = _ref(name)
    batch = _object({"items": {"type": "array", "items": single}}, "items")
    return _ok("One result, or one for each item of a batch", {"anyOf": [single, batch]}, example)


def _operation(summary: str, responses: Schema, tag: str, **more: Any) -> Schema:
    return {"summary": summary, "tags": [tag], "responses": responses, **more}


_SCANNED: Final = {
    "action": "pass", "rule": "email-identity", "language": "fr", "findings": [], "incomplete": [],
    "redacted": "Bonjour, mon NAS est le 000 000 000.",
}  # fmt: skip
_KEYED: Final[list[Schema]] = [{}, {"bearer": []}, {"apiKey": []}]
_FORM: Final = {
    "required": True,
    "content": {
        "application/x-www-form-urlencoded": {"schema": _object({"message": _LIMITED})},
        "application/json": {"schema": {"type": "object"}, "example": {"message": "Bonjour"}},
        "multipart/form-data": {"schema": _object({"message": _LIMITED})},
    },
}
_PLAIN: Final = {"text/plain": {"schema": {"type": "string"}}}

_PATHS: Final = {
    "/v1/scan": {
        "post": _operation(
            "Find personal information in a text, in fields, or in a batch",
            _answers(_texts_or("Result", _SCANNED), *_COMMON),
            "scan",
            requestBody=_body(*_TEXTS, example=_EXAMPLE),
            security=_KEYED,
            description="A multipart/form-data body is taken too: see docs/http-api.md.",
        )
    },
    "/v1/redact": {
        "post": _operation(
            "The texts with everything found cut out",
            _answers(
                _texts_or("Redacted", {"redacted": "Bonjour, mon NAS est le 000 000 000.", "incomplete": []}),
                *_COMMON,
            ),
            "scan",
            requestBody=_body(*_TEXTS, example=_EXAMPLE),
            security=_KEYED,
        )
    },
    "/v1/forms/{form_id}": {
        "post": _operation(
            "What a web form posts to",
            {
                **_answers(
                    {
                        "description": "The form's site answered so; its answer is passed on, whatever its status"
                    },
                    *_COMMON,
                    404,
                    409,
                    502,
                    504,
                ),
                "202": _ok(
                    "Kept for staff (a form without a site behind it)",
                    _object({"status": {"const": "received"}, "id": {"type": "string"}}, "status", "id"),
                ),
            },
            "forms",
            requestBody=_FORM,
            security=_KEYED,
            parameters=[
                {
                    "name": "form_id",
                    "in": "path",
                    "required": True,
                    "schema": {"type": "string", "minLength": 1},
                },
                {
                    "name": "Idempotency-Key",
                    "in": "header",
                    "schema": {"type": "string", "pattern": "^[!#-~][!-~]{0,254}$"},
                },
                {"name": "offsets", "in": "query", "schema": {"enum": ["code-points", "utf-16"]}},
            ],
        )
    },
    "/health/live": {
        "get": _operation(
            "The process answers", _answers(_ok("Always", _object({"status": {"const": "live"}}))), "health"
        )
    },
    "/health/ready": {
        "get": _operation(
            "Mail and forms can be taken",
            {
                code: _ok(
                    said,
                    _object({"ready": {"type": "boolean"}, "checks": {"type": "object"}}, "ready", "checks"),
                )
                for code, said in (("200", "Ready"), ("503", "Not ready: what is missing"))
            },
            "health",
        )
    },
    "/metrics": {
        "get": _operation(
            "Prometheus metrics",
            _answers({"description": "In Prometheus' text format", "content": _PLAIN}, 401, 403, 429),
            "health",
            security=_KEYED,
        )
    },
    "/analyze": {
        "post": _operation(
            "Presidio's analyzer",
            _answers(_ok("A list, or one for each text", {"type": "array"}), *_COMMON),
            "Presidio",
            requestBody=_body(
                _object(
                    {
                        "text": {
                            "anyOf": [
                                {"type": "string", "minLength": 1},
                                {
                                    "type": "array",
                                    "items": {"type": "string"},
                                    "minItems": 1,
                                    "maxItems": 1000,
                                },
                            ]
                        },
                        "language": {"enum": ["en", "fr"]},
                        "entities": {"type": "array", "minItems": 1, "items": {"enum": sorted(ENTITY_TYPES)}},
                        "score_threshold": {"type": "number"},
                        "allow_list": {"type": "array", "items": {"type": "string"}},
                        "allow_list_match": {"enum": ["exact", "regex"]},
                        "return_decision_process": {"type": "boolean"},
                        "context": {"type": "array", "items": {"type": "string"}},
                        "correlation_id": {"type": "string", "description": "taken, and not kept"},
                        "ad_hoc_recognizers": {
                            "type": "array",
                            "maxItems": 50,
                            "items": _ref("AdHocRecognizer"),
                        },
                    },
                    "text",
                    "language",
                ),
                example={"text": "Bonjour", "language": "fr"},
            ),
            security=_KEYED,
        )
    },
    "/anonymize": {
        "post": _operation(
            "Presidio's anonymizer",
            _answers(
                _ok("The text", _ANONYMIZED),
                *_COMMON,
            ),
            "Presidio",
            requestBody=_body(
                _object(
                    {
                        "text": {"type": "string", "minLength": 1},
                        "analyzer_results": {"type": "array", "items": _ref("PresidioResult")},
                        "anonymizers": {"type": "object", "additionalProperties": _ref("Operator")},
                    },
                    "text",
                    "analyzer_results",
                ),
                example={
                    "text": "Bonjour Marie",
                    "analyzer_results": [{"start": 8, "end": 13, "score": 0.9, "entity_type": "PERSON"}],
                },
            ),
            security=_KEYED,
        )
    },
    "/deanonymize": {
        "post": _operation(
            "Presidio's deanonymizer: opens what `encrypt` closed, with the caller's own key",
            _answers(_ok("The text", _ANONYMIZED), *_COMMON),
            "Presidio",
            requestBody=_body(
                _object(
                    {
                        "text": {"type": "string", "minLength": 1},
                        "anonymizer_results": {"type": "array", "items": _ref("PresidioResult")},
                        "deanonymizers": {"type": "object", "additionalProperties": _ref("Operator")},
                    },
                    "text",
                    "deanonymizers",
                ),
                example={"text": "Bonjour", "anonymizer_results": [], "deanonymizers": {}},
            ),
            security=_KEYED,
        )
    },
    **{
        path: {
            "get": _operation(
                summary,
                _answers(_ok("Names", {"type": "array", "items": {"type": "string"}}), 401, 403, 422, 429),
                "Presidio",
                security=_KEYED,
            )
        }
        for path, summary in (
            ("/supportedentities", "Presidio's entity types"),
            ("/recognizers", "Presidio's recognizers"),
            ("/anonymizers", "Presidio's operators"),
            ("/deanonymizers", "Presidio's operators that undo"),
        )
    },
    "/health": {
        "get": _operation(
            "Presidio's health check", {"200": {"description": "Up", "content": _PLAIN}}, "Presidio"
        )
    },
    **{
        f"/widget/{name}": {
            "get": _operation(
                f"The browser widget's {kind}",
                {
                    "200": {"description": "The file", "content": {media: {"schema": {"type": "string"}}}},
                    "304": {"description": "The browser has it"},
                },
                "widget",
            )
        }
        for name, kind, media in (
            ("ecluse.js", "script", "text/javascript"),
            ("ecluse.css", "style sheet", "text/css"),
        )
    },
}

DOCUMENT: Final[dict[str, Any]] = {
    "openapi": "3.1.0",
    "info": {
        "title": "Écluse",
        "version": __version__,
        "description": "Errors are problem details (RFC 9457), in French or English after Accept-Language; "
        "none repeats what was sent.",
    },
    "paths": _PATHS,
    "components": {
        "schemas": _SCHEMAS,
        "securitySchemes": {
            "bearer": {"type": "http", "scheme": "bearer"},
            "apiKey": {"type": "apiKey", "in": "header", "name": "X-Api-Key"},
        },
    },
}
