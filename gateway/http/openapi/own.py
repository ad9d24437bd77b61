"""What is our own in the description: scan, forms, health and the widget."""

from __future__ import annotations

from typing import Any, Final

from gateway.http.idempotency import KEY
from gateway.http.limits import MOST_FIELDS, MOST_ITEMS
from gateway.http.openapi.terms import (
    COMMON,
    KEYED,
    PLAIN,
    TEXT,
    Schema,
    a_choice,
    a_list,
    also,
    an_object,
    answer,
    answers,
    body,
    in_query,
    operation,
    ref,
)
from gateway.http.scan import LANGUAGES, OFFSETS, PROFILES
from recognizers.types import ENTITY_TYPES

_REDACTED: Final = {"anyOf": [TEXT, {"type": "object"}]}
_INCOMPLETE: Final = {
    **a_list(an_object({"reason": TEXT, "part": TEXT}, "reason", "part")),
    "description": "what was not looked at, and why",
}
SCHEMAS: Final = {
    "Problem": an_object(
        {
            "type": {"type": "string", "format": "uri"},
            "title": TEXT,
            "status": {"type": "integer"},
            "detail": TEXT,
            "errors": a_list(an_object({"field": TEXT})),
            "secure_url": TEXT,
            "error": {"type": "string", "description": "in Presidio's own words, on its routes"},
        },
        "type",
        "title",
        "status",
    ),
    "Finding": an_object(
        {
            "entity_type": {"enum": sorted(ENTITY_TYPES)},
            "start": {"type": "integer", "minimum": 0},
            "end": {"type": "integer", "minimum": 1},
            "score": {"type": "number", "minimum": 0, "maximum": 1},
            "field": TEXT,
        },
        "entity_type",
        "start",
        "end",
        "score",
    ),
    "Result": an_object(
        {
            "action": {"enum": ["pass", "warn", "redact", "block"]},
            "rule": TEXT,
            "language": {"enum": ["fr", "en", "und"]},
            "findings": a_list(ref("Finding")),
            "incomplete": _INCOMPLETE,
            "redacted": _REDACTED,
            "kind": {"enum": ["field", "file"]},
            "name": TEXT,
        },
        "action",
        "rule",
        "language",
        "findings",
        "incomplete",
    ),
    "Redacted": an_object(
        {"redacted": _REDACTED, "incomplete": _INCOMPLETE},
        "redacted",
        "incomplete",
    ),
}

# -- scan ---------------------------------------------------------------------------------------------------

_OPTIONS: Final = {
    "profile": a_choice(PROFILES) | {"description": "whose rule decides"},
    "language": a_choice(LANGUAGES),
    "offsets": a_choice(OFFSETS),
}
_FIELDS: Final = {
    "type": "object",
    "additionalProperties": TEXT,
    "minProperties": 1,
    "maxProperties": MOST_FIELDS,
}
_ITEM: Final = {
    "oneOf": [
        an_object({"text": TEXT}, "text", more=False),
        an_object({"fields": _FIELDS}, "fields", more=False),
    ]
}
_TEXTS: Final = body(
    an_object({"text": TEXT, **_OPTIONS}, "text"),
    an_object({"fields": _FIELDS, **_OPTIONS}, "fields"),
    an_object({"items": a_list(_ITEM, 1, MOST_ITEMS), **_OPTIONS}, "items"),
    example={"text": "Bonjour, mon NAS est le 000 000 000.", "profile": "email"},
)
_PARTS: Final = {"type": "object", "additionalProperties": TEXT, "description": "fields and files"}
_CUT: Final = {"redacted": "Bonjour, mon NAS est le 000 000 000.", "incomplete": []}
_SCANNED: Final = {
    "action": "pass", "rule": "email-identity", "language": "fr", "findings": [], **_CUT,
}  # fmt: skip


def _one_or_each(name: str, example: Any) -> Schema:
    single = ref(name)
    batch = an_object({"items": a_list(single)}, "items")
    return answer("One result, or one for each item of a batch", {"anyOf": [single, batch]}, example)


def _looked_at(summary: str, success: Schema, said: str) -> Schema:
    return {
        "post": operation(
            summary,
            answers(success, *COMMON),
            "scan",
            requestBody=also(_TEXTS, "multipart/form-data", _PARTS),
            security=KEYED,
            parameters=in_query(**_OPTIONS),
            description=f"The query's parameters are for a multipart body. {said}",
        )
    }


_SCAN: Final = {
    "/v1/scan": _looked_at(
        "Find personal information in a text, in fields, or in a batch",
        _one_or_each("Result", _SCANNED),
        "Each of its fields and files has a result, with its `kind` and `name`.",
    ),
    "/v1/redact": _looked_at(
        "The texts with everything found cut out",
        also(_one_or_each("Redacted", _CUT), "multipart/form-data", TEXT),
        "It comes back redacted; X-Ecluse-Held says how many parts a notice stands for.",
    ),
}

# -- forms --------------------------------------------------------------------------------------------------

_MESSAGE: Final = {"schema": an_object({"message": TEXT})}
_FORMS: Final = {
    "/v1/forms/{form_id}": {
        "post": operation(
            "What a web form posts to",
            {
                **answers(
                    {
                        "description": "The form's site answered so; its answer is passed on, whatever its status"
                    },
                    *COMMON,
                    404,
                    409,
                    502,
                    504,
                ),
                "202": answer(
                    "Kept for staff (a form without a site behind it)",
                    an_object({"status": {"const": "received"}, "id": TEXT}, "status", "id"),
                ),
            },
            "forms",
            requestBody={
                "required": True,
                "content": {
                    "application/x-www-form-urlencoded": _MESSAGE,
                    "application/json": {"schema": {"type": "object"}, "example": {"message": "Bonjour"}},
                    "multipart/form-data": _MESSAGE,
                },
            },
            security=KEYED,
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
                    "schema": {"type": "string", "pattern": f"^(?:{KEY})$"},
                },
                *in_query(offsets=a_choice(OFFSETS)),
            ],
        )
    }
}

# -- health -------------------------------------------------------------------------------------------------

_READINESS: Final = an_object({"ready": {"type": "boolean"}, "checks": {"type": "object"}}, "ready", "checks")
_HEALTH: Final = {
    "/health/live": {
        "get": operation(
            "The process answers",
            answers(answer("Always", an_object({"status": {"const": "live"}}))),
            "health",
        )
    },
    "/health/ready": {
        "get": operation(
            "Mail and forms can be taken",
            {
                "200": answer("Ready", _READINESS),
                "503": answer("Not ready: what is missing", _READINESS),
            },
            "health",
        )
    },
    "/metrics": {
        "get": operation(
            "Prometheus metrics",
            answers({"description": "In Prometheus' text format", "content": PLAIN}, 401, 403, 429),
            "health",
            security=KEYED,
        )
    },
}

# -- widget -------------------------------------------------------------------------------------------------


def _file(kind: str, media: str) -> Schema:
    responses = {
        "200": {"description": "The file", "content": {media: {"schema": TEXT}}},
        "304": {"description": "The browser has it"},
    }
    return {"get": operation(f"The browser widget's {kind}", responses, "widget")}


_WIDGET: Final = {
    "/widget/ecluse.js": _file("script", "text/javascript"),
    "/widget/ecluse.css": _file("style sheet", "text/css"),
}

PATHS: Final = _SCAN | _FORMS | _HEALTH | _WIDGET
