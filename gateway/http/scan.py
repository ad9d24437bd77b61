"""POST /v1/scan and /v1/redact: the detector as a service. What is sent is neither kept nor echoed, but redacted.

One text, named fields, a batch of both, or a multipart body with files.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, NamedTuple, TypeVar

from pydantic_core import from_json, to_json
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from gateway.formbody.form import FormBody
from gateway.formbody.spelling import MalformedBody, UnsupportedBody
from gateway.http.body import Body, BodyTooBig, BodyTruncated, Loaded, NoRoom, header, read_body, streamed
from gateway.http.limits import LIGHT, MOST_FIELDS, MOST_ITEMS
from gateway.http.offsets import utf16_places
from gateway.http.problems import problem
from gateway.model import Action, Channel, Finding, Forward, Incomplete, Message, Refuse, Segment, SegmentKind
from gateway.pipeline import Inspector, new_id
from gateway.policy.decide import Verdict
from gateway.policy.model import Rule
from gateway.services import Services

T = TypeVar("T")
#: What a request may choose from; the first is what it gets when it does not say.
LANGUAGES: Final = ("auto", "fr", "en")
PROFILES: Final = ("email", "feedback")
OFFSETS: Final = ("code-points", "utf-16")
_NOT_STORED: Final = (b"cache-control", b"no-store")


class BadScan(Exception):
    """The request names no text, or a value that does not exist. The text is a fixed sentence."""


class TooLong(Exception):
    """The whole request took longer than one message may."""


class _Wish(NamedTuple):
    """What the request asks for, beside its texts."""

    rule: Rule
    language: str
    utf16: bool


async def scan(request: Request) -> Response:
    """Decide about a text, about named fields together, about each item of a batch, or about fields and files."""
    return await _answered(request, redacting=False)


async def redact(request: Request) -> Response:
    """The texts with everything found cut out, whatever the rule's action is; a multipart body comes back as multipart."""
    return await _answered(request, redacting=True)


async def _answered(request: Request, *, redacting: bool) -> Response:
    services: Services = request.app.state.services
    content_type = header(request, b"content-type")
    try:
        if header(request, b"content-encoding").lower() not in ("", "identity"):
            return problem(request, "malformed", 415, "compressed bodies are not accepted")
        body = await read_body(request, services.settings.http.max_body)
        async with Loaded(body, services.heavy) as raw:
            if content_type.lower().startswith("multipart/"):
                return await _multipart(request, raw, content_type, redacting=redacting)
            return Result(await _texts_scanned(services.inspector, raw, redacting))
    except (BodyTooBig, TooLong):
        return problem(request, "too-big", 413)
    except BodyTruncated:
        return problem(request, "malformed", 400)
    except NoRoom:
        return problem(request, "deferred", 503, headers={"Retry-After": "60"})
    except MalformedBody as error:
        return problem(request, "malformed", 415 if isinstance(error, UnsupportedBody) else 400, str(error))
    except (BadScan, LookupError) as error:
        return problem(request, "malformed", 422, str(error))


async def _texts_scanned(inspector: Inspector, raw: bytes, redacting: bool) -> dict[str, Any]:
    body = _object(raw)
    wish = _wish(inspector, body)
    work = _work(inspector, body, wish, redacting)
    light = len(raw) <= LIGHT and "PERSON" not in inspector.entities_of(wish.rule)
    return work() if light else await _in_thread(inspector, work)


class Result(Response):
    """A result as JSON, which nobody keeps."""

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        """Only the length is not known beforehand."""
        length = b"%d" % len(self.body)
        self.raw_headers = [(b"content-length", length), (b"content-type", b"application/json"), _NOT_STORED]

    def render(self, content: Any) -> bytes:
        """`content` as JSON."""
        return to_json(content)


async def _in_thread(inspector: Inspector, work: Callable[[], T]) -> T:
    return await asyncio.get_running_loop().run_in_executor(inspector.threads, work)


# -- JSON ---------------------------------------------------------------------------------------------------


def _object(raw: bytes) -> dict[str, Any]:
    body = _parsed(raw)
    if not isinstance(body, dict):
        raise BadScan("The body is not a JSON object.")
    return body


def _parsed(raw: bytes) -> Any:
    """Nothing of it stays in a cache. The slower parser takes what the faster one refuses (UTF-16, half a surrogate pair)."""
    with contextlib.suppress(ValueError):
        return from_json(raw, cache_strings="none")
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        raise BadScan("The body is not JSON.") from None


def _wish(inspector: Inspector, named: Mapping[str, Any]) -> _Wish:
    """Raises BadScan, LookupError."""
    profile = _choice(named, "profile", PROFILES)
    language = _choice(named, "language", LANGUAGES)
    utf16 = _choice(named, "offsets", OFFSETS) == "utf-16"
    return _Wish(inspector.rule_for_profile(profile), language, utf16)


def _choice(body: Mapping[str, Any], key: str, allowed: tuple[str, ...]) -> str:
    value = body.get(key, allowed[0])
    if value not in allowed:
        raise BadScan(f'"{key}" is one of {", ".join(allowed)}.')
    return str(value)


def _work(
    inspector: Inspector, body: dict[str, Any], wish: _Wish, redacting: bool
) -> Callable[[], dict[str, Any]]:
    """What is left to do once the request is known to be sound. Raises BadScan."""
    if "items" not in body:
        texts = _texts(body)
        return lambda: _one(inspector, texts, wish, redacting)
    items = body["items"]
    if not isinstance(items, list) or not 0 < len(items) <= MOST_ITEMS or "text" in body or "fields" in body:
        raise BadScan(
            f'"items" is a list of 1 to {MOST_ITEMS} objects, and stands without "text" and "fields".'
        )
    batch = [_texts(item) for item in items]
    return lambda: {"items": list(_each(inspector, batch, wish, redacting))}


def _texts(body: Any) -> dict[str, str]:
    if isinstance(body, dict):
        text, fields = body.get("text"), body.get("fields")
        if isinstance(text, str) and fields is None:
            return {"": _sound(text)}
        if (
            isinstance(fields, dict)
            and text is None
            and 0 < len(fields) <= MOST_FIELDS
            and all(isinstance(value, str) for value in fields.values())
        ):
            return {_sound(name): _sound(value) for name, value in fields.items()}
    raise BadScan(f'Give either "text", a string, or "fields", an object of 1 to {MOST_FIELDS} strings.')


def _sound(text: str) -> str:
    """Half a surrogate pair is no character (RFC 8259 §8.2): it could not be sent back. Raises BadScan."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise BadScan("A text holds half a surrogate pair, which is no Unicode character.") from None
    return text


def _each(
    inspector: Inspector, batch: list[dict[str, str]], wish: _Wish, redacting: bool
) -> Iterator[dict[str, Any]]:
    deadline = time.monotonic() + inspector.seconds
    for texts in batch:
        if time.monotonic() > deadline:
            raise TooLong
        yield _one(inspector, texts, wish, redacting)


def _one(inspector: Inspector, texts: dict[str, str], wish: _Wish, redacting: bool) -> dict[str, Any]:
    segments = [Segment(name, text, SegmentKind.FIELD, label=name) for name, text in texts.items()]
    verdict = inspector.weigh(segments, (), wish.rule, wish.language)
    found = verdict.decision.findings
    cut = inspector.redact_texts(segments, found, verdict.decision.language) if found else texts
    redacted: Any = cut[""] if list(texts) == [""] else cut
    if redacting:
        return {"redacted": redacted, "incomplete": _incomplete(verdict.decision.incomplete)}
    return _result(verdict, texts, wish) | {"redacted": redacted}


def _result(verdict: Verdict, texts: Mapping[str, str], wish: _Wish) -> dict[str, Any]:
    decision = verdict.decision
    places = {name: utf16_places(text) for name, text in texts.items()} if wish.utf16 else {}
    return {
        "action": decision.action.value,
        "rule": decision.rule,
        "language": decision.language,
        "findings": [_finding(finding, places.get(finding.segment, int)) for finding in decision.findings],
        "incomplete": _incomplete(decision.incomplete),
    }


def _finding(finding: Finding, place: Callable[[int], int]) -> dict[str, Any]:
    return {
        "entity_type": finding.entity_type,
        "start": place(finding.start),
        "end": place(finding.end),
        "score": round(finding.score, 3),
        **({"field": finding.segment} if finding.segment else {}),
    }


def _incomplete(items: tuple[Incomplete, ...]) -> list[dict[str, str]]:
    return [{"reason": item.reason.value, "part": item.part} for item in items]


# -- multipart ----------------------------------------------------------------------------------------------


async def _multipart(request: Request, raw: bytes, content_type: str, *, redacting: bool) -> Response:
    """`profile`, `language` and `offsets` are in the query. Raises MalformedBody, BadScan, LookupError."""
    inspector: Inspector = request.app.state.services.inspector
    wish = _wish(inspector, request.query_params)
    message = Message(new_id(), Channel.FORM, raw, content_type=content_type)
    if not redacting:
        return Result(await _in_thread(inspector, lambda: _parts(inspector, message, wish)))
    await _in_thread(inspector, lambda: inspector.reader(message))  # malformed: said, not deferred
    rule = wish.rule.model_copy(update={"action": Action.REDACT, "actions": {}, "mode": "enforce"})
    inspection = await _in_thread(inspector, lambda: inspector.inspect(message, rule))
    if isinstance(inspection.outcome, Forward):
        headers = {"Cache-Control": "no-store", "X-Ecluse-Held": str(len(inspection.held))}
        content = Body(inspection.outcome.content)
        headers |= {"Content-Type": content_type, "Content-Length": str(content.size)}
        return StreamingResponse(streamed(content), headers=headers)
    if isinstance(inspection.outcome, Refuse):
        return problem(request, "unredactable", 422)
    return problem(request, "deferred", 503, headers={"Retry-After": "60"})


def _parts(inspector: Inspector, message: Message, wish: _Wish) -> dict[str, Any]:
    """A result for each field and each file, in the order of the body; a file is named by its field, never by its name."""
    extraction = inspector.reader(message)
    assert isinstance(extraction, FormBody)
    texts: dict[str, dict[str, str]] = {}
    found: dict[str, list[Segment]] = {}
    for segment in extraction.segments:
        item = _item_of(segment.path)
        found.setdefault(item, []).append(segment)
        texts.setdefault(item, {})[segment.path] = segment.text
    results = []
    deadline = time.monotonic() + inspector.seconds
    for item, segments in found.items():
        if time.monotonic() > deadline:
            raise TooLong
        unseen = [one for one in extraction.incomplete if _item_of(one.part) == item]
        verdict = inspector.weigh(segments, unseen, wish.rule, wish.language)
        kind = "file" if item.startswith("att/") else "field"
        name = extraction.names.get(item) or extraction.names.get(f"{item}/filename", "")
        results.append({"kind": kind, "name": name} | _result(verdict, texts[item], wish))
    return {"items": results}


def _item_of(path: str) -> str:
    return "/".join(path.split("/")[:2]) if path.startswith("att/") else path
