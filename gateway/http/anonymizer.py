"""Presidio's anonymizer: given results replaced in a text by its operators, and what was encrypted opened again.

The key of `encrypt` and `decrypt` is the caller's, comes with each request and is forgotten with it.
"""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC
from cryptography.hazmat.primitives.padding import PKCS7

from gateway.http.limits import LEAST_SALT

_BLOCK: Final = 16
HASHES: Final = {"sha256": hashlib.sha256, "sha512": hashlib.sha512}


class BadOperation(Exception):
    """What the client must change. Never holds what was sent."""


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    entity: str
    score: float


def anonymized(body: Mapping[str, Any]) -> dict[str, Any]:
    """POST /anonymize: the text with its `analyzer_results` replaced. Raises BadOperation."""
    text = _text(body)
    if not isinstance(body.get("analyzer_results"), list):
        raise BadOperation("Invalid input, request must contain analyzer results")
    spans = _spans(body["analyzer_results"], len(text))
    spans = _joined_over_spaces(
        text, _without_contained(_joined_where_they_overlap(sorted(spans, key=_place)))
    )
    return _operated(text, spans, _operators(body.get("anonymizers"), {"type": "replace"}), OPERATORS)


def deanonymized(body: Mapping[str, Any]) -> dict[str, Any]:
    """POST /deanonymize: the text with its `anonymizer_results` opened again. Raises BadOperation."""
    text = _text(body)
    spans = _spans(body.get("anonymizer_results") or [], len(text))
    return _operated(text, spans, _operators(body.get("deanonymizers"), None), REVERSE_OPERATORS)


def _text(body: Mapping[str, Any]) -> str:
    text = body.get("text")
    if not isinstance(text, str) or not text:
        raise BadOperation("Invalid input, text can not be empty")
    return text


def _spans(results: Any, length: int) -> list[_Span]:
    spans = []
    if not isinstance(results, list):
        raise BadOperation("Invalid input, results are a list")
    for result in results:
        try:
            entity, score = str(result["entity_type"]), float(result.get("score") or 0)
            span = _Span(int(result["start"]), int(result["end"]), entity, score)
        except (AttributeError, KeyError, TypeError, ValueError, OverflowError):
            raise BadOperation(
                "Invalid input, analyzer result must have start, end and entity_type"
            ) from None
        if not 0 <= span.start < span.end <= length:
            raise BadOperation("Invalid input, a result stands outside of the text")
        spans.append(span)
    return spans


def _place(span: _Span) -> tuple[int, int]:
    return span.start, span.end


# -- what becomes of results that overlap: as Presidio's AnonymizerEngine resolves them ------------------------


def _joined_where_they_overlap(spans: Sequence[_Span]) -> list[_Span]:
    """Results of one type that share characters become one, which stands where the last of them stood."""
    open_ones: dict[str, tuple[int, _Span]] = {}
    done: list[tuple[int, _Span]] = []
    for position, span in enumerate(spans):
        _, last = open_ones.get(span.entity, (0, None))
        if last is not None and span.start < last.end:
            span = replace(last, end=max(last.end, span.end), score=max(last.score, span.score))
        elif last is not None:
            done.append(open_ones[span.entity])
        open_ones[span.entity] = (position, span)
    return [span for _, span in sorted([*done, *open_ones.values()], key=lambda item: item[0])]


def _without_contained(spans: Sequence[_Span]) -> list[_Span]:
    """A result inside another goes; of two at one place the likelier stays, the later one when they are alike."""
    order = sorted(range(len(spans)), key=lambda i: (spans[i].start, -spans[i].end, -spans[i].score, -i))
    kept, reached = set(), 0
    for index in order:
        if spans[index].end > reached:
            kept.add(index)
            reached = spans[index].end
    return [span for index, span in enumerate(spans) if index in kept]


def _joined_over_spaces(text: str, spans: Sequence[_Span]) -> list[_Span]:
    out: list[_Span] = []
    for span in spans:
        last = out[-1] if out else None
        between = text[last.end : span.start] if last is not None else ""
        if last is not None and last.entity == span.entity and between and not between.strip(" "):
            span = replace(span, start=out.pop().start)
        out.append(span)
    return out


# -- operators ------------------------------------------------------------------------------------------------


def _operators(given: Any, default: dict[str, Any] | None) -> dict[str, Any]:
    if given is not None and not isinstance(given, dict):
        raise BadOperation("Invalid input, operators are an object")
    return ({"DEFAULT": default} if default else {}) | (given or {})


def _operated(
    text: str, spans: Sequence[_Span], chosen: Mapping[str, Any], operators: Mapping[str, Operator]
) -> dict[str, Any]:
    """From the end to the start; of two results that overlap, the earlier one's replacement ends where the later begins."""
    pieces: list[str] = []
    items: list[dict[str, Any]] = []
    position = len(text)
    for span in sorted(spans, key=_place, reverse=True):
        options = chosen.get(span.entity) or chosen.get("DEFAULT")
        kind = options.get("type") if isinstance(options, dict) else None
        if not isinstance(options, dict) or not isinstance(kind, str) or kind not in operators:
            raise BadOperation(f"Invalid operator class: {', '.join(operators)} exist here")
        new = operators[kind](text[span.start : span.end], {**options, "entity_type": span.entity})
        pieces += (text[min(span.end, position) : position], new)
        item = {"operator": kind, "entity_type": span.entity, "start": 0, "end": 0, "text": new}
        items.append(item | {"score": span.score})
        position = span.start
    pieces.append(text[:position])
    result, before = "".join(reversed(pieces)), len(text[:position])
    for item, after in zip(reversed(items), _gaps(pieces), strict=True):
        item["start"], item["end"] = before, before + len(item["text"])
        before = item["end"] + after
    return {"text": result, "items": items}


def _gaps(pieces: Sequence[str]) -> list[int]:
    """How much stands behind each replacement, in order of place."""
    return [len(gap) for gap in pieces[-3::-2]]


def _replace(value: str, options: Mapping[str, Any]) -> str:
    new = options.get("new_value")
    if new and not isinstance(new, str):
        raise BadOperation("Invalid parameter value for new_value. Expecting 'string'.")
    return new or f"<{options['entity_type']}>"


def _mask(value: str, options: Mapping[str, Any]) -> str:
    char, count, from_end = (_wanted(options, name) for name in ("masking_char", "chars_to_mask", "from_end"))
    if not isinstance(char, str) or len(char) != 1:
        raise BadOperation("Invalid input, masking_char must be a character")
    if not isinstance(count, int) or isinstance(count, bool) or not isinstance(from_end, bool):
        raise BadOperation("Invalid parameter value for chars_to_mask or from_end.")
    count = max(0, min(count, len(value)))
    return value[: len(value) - count] + char * count if from_end else char * count + value[count:]


def _hash(value: str, options: Mapping[str, Any]) -> str:
    """With a salt: nine digits without one are found again by trying them all."""
    salt = options.get("salt")
    if salt is not None and (not isinstance(salt, str) or len(salt.encode()) < LEAST_SALT):
        raise BadOperation(f"Salt must be at least {LEAST_SALT} bytes (128 bits).")
    algorithm = HASHES.get(str(options.get("hash_type", "sha256")))
    if algorithm is None:
        raise BadOperation("Parameter hash_type is not in range of values ['sha256', 'sha512']")
    return algorithm(value.encode() + (salt.encode() if salt is not None else os.urandom(32))).hexdigest()


def _encrypt(value: str, options: Mapping[str, Any]) -> str:
    start, padder = os.urandom(_BLOCK), PKCS7(_BLOCK * 8).padder()
    padded = padder.update(value.encode()) + padder.finalize()
    encryptor = Cipher(_key(options), CBC(start)).encryptor()
    return base64.urlsafe_b64encode(start + encryptor.update(padded) + encryptor.finalize()).decode()


def _decrypt(value: str, options: Mapping[str, Any]) -> str:
    key = _key(options)
    try:
        sealed = base64.urlsafe_b64decode(value)
        decryptor, unpadder = Cipher(key, CBC(sealed[:_BLOCK])).decryptor(), PKCS7(_BLOCK * 8).unpadder()
        padded = decryptor.update(sealed[_BLOCK:]) + decryptor.finalize()
        return (unpadder.update(padded) + unpadder.finalize()).decode()
    except ValueError:
        raise BadOperation("Invalid input, this was not encrypted under this key") from None


def _key(options: Mapping[str, Any]) -> AES:
    key = _wanted(options, "key")
    if not isinstance(key, str) or len(key.encode()) * 8 not in (128, 192, 256):
        raise BadOperation("Invalid input, key must be of length 128, 192 or 256 bits")
    return AES(key.encode())


def _wanted(options: Mapping[str, Any], name: str) -> Any:
    if options.get(name) is None:
        raise BadOperation(f"Expected parameter {name}")
    return options[name]


def _keep(value: str, _options: Mapping[str, Any]) -> str:
    return value


#: (value, options) -> what stands in its place. Raises BadOperation.
Operator = Callable[[str, Mapping[str, Any]], str]
OPERATORS: Final[Mapping[str, Operator]] = {
    "encrypt": _encrypt,
    "hash": _hash,
    "keep": _keep,
    "mask": _mask,
    "redact": lambda _value, _options: "",
    "replace": _replace,
}
REVERSE_OPERATORS: Final[Mapping[str, Operator]] = {"decrypt": _decrypt, "deanonymize_keep": _keep}
