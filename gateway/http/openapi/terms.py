"""The terms that the description is written in: schemas, bodies, answers, operations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

Schema = dict[str, Any]

_PROBLEMS: Final = {
    400: "The body is cut short, malformed, or not of the type that it says",
    401: "No key, or an unknown one (http.require_key)",
    403: "The key has not this scope, or not from this network",
    404: "There is no form of this name",
    409: "A post with this Idempotency-Key is under way",
    413: "Over http.max_body, or longer to look at than one message may take",
    415: "A compressed body, or a type that no form sends",
    422: "What was asked cannot be done",
    429: "Too many calls with this key; Retry-After says when",
    502: "The site behind the form did not answer",
    503: "Cannot be checked right now; Retry-After says when",
    504: "The site behind the form took too long",
}
#: The problems of every route that takes a body.
COMMON: Final = (400, 401, 403, 413, 415, 422, 429, 503)
#: Whoever needs no key may send none (http.require_key).
KEYED: Final[list[Schema]] = [{}, {"bearer": []}, {"apiKey": []}]
TEXT: Final = {"type": "string"}
PLAIN: Final = {"text/plain": {"schema": TEXT}}


def ref(name: str) -> Schema:
    """One of the schemas by its name."""
    return {"$ref": f"#/components/schemas/{name}"}


def an_object(properties: Schema, *required: str, more: bool = True) -> Schema:
    """An object; without `more`, of these properties only."""
    schema: Schema = {"type": "object", "properties": properties}
    if required:
        schema["required"] = list(required)
    if not more:
        schema["additionalProperties"] = False
    return schema


def a_list(items: Schema, least: int = 0, most: int | None = None) -> Schema:
    """An array of `least` to `most` items."""
    schema: Schema = {"type": "array", "items": items}
    if least:
        schema["minItems"] = least
    if most is not None:
        schema["maxItems"] = most
    return schema


def a_choice(options: Sequence[str]) -> Schema:
    """One of `options`; who does not say gets the first."""
    return {"enum": [*options], "default": options[0]}


def as_json(schema: Schema, example: Any = None) -> Schema:
    """Content in JSON."""
    content: Schema = {"schema": schema}
    if example is not None:
        content["example"] = example
    return {"application/json": content}


def body(*schemas: Schema, example: Any = None) -> Schema:
    """A request's body in JSON: one of `schemas`."""
    schema = schemas[0] if len(schemas) == 1 else {"oneOf": list(schemas)}
    return {"required": True, "content": as_json(schema, example)}


def answer(description: str, schema: Schema, example: Any = None) -> Schema:
    """An answer in JSON."""
    return {"description": description, "content": as_json(schema, example)}


def also(one: Schema, media: str, schema: Schema) -> Schema:
    """The body or answer `one`, which may come as `media`, too."""
    return one | {"content": one["content"] | {media: {"schema": schema}}}


def answers(success: Schema, *problems: int) -> Schema:
    """The answers of an operation by their status: `success` is its 200."""
    by_status: Schema = {"200": success}
    for code in sorted({*problems}):
        by_status[str(code)] = {
            "description": _PROBLEMS[code],
            "content": {"application/problem+json": {"schema": ref("Problem")}},
        }
    return by_status


def in_query(**named: Schema) -> list[Schema]:
    """Parameters of the query."""
    return [{"name": name, "in": "query", "schema": schema} for name, schema in named.items()]


def operation(summary: str, responses: Schema, tag: str, **more: Any) -> Schema:
    """What one method of a path does."""
    return {"summary": summary, "tags": [tag], "responses": responses, **more}
