"""What a console form posts: urlencoded fields, or multipart with files. Bounded, and kept in memory only."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from urllib.parse import parse_qsl

import multipart
from starlette.requests import Request

_FIELDS = 200
_FIELD_BYTES = 2 * 1024 * 1024


class BadForm(Exception):
    """The body is too big or is no form."""


@dataclass(frozen=True, slots=True)
class Form:
    """Posted fields (the last of a name) and files by name; several values of one name in `lists`."""

    fields: dict[str, str] = field(default_factory=dict, repr=False)
    lists: dict[str, list[str]] = field(default_factory=dict, repr=False)
    files: dict[str, bytes] = field(default_factory=dict, repr=False)

    def get(self, name: str) -> str:
        """A field's text, "" when it was not sent."""
        return self.fields.get(name, "")


async def read_form(request: Request, limit: int) -> Form:
    """The posted form. Raises BadForm."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > limit:
            raise BadForm
    kind, options = multipart.parse_options_header(request.headers.get("content-type", ""))
    try:
        if kind == "multipart/form-data":
            return _multipart(bytes(body), options.get("boundary", ""))
        pairs = parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=_FIELDS)
    except (ValueError, multipart.MultipartError):
        raise BadForm from None
    return _form(pairs, {})


def _multipart(body: bytes, boundary: str) -> Form:
    pairs: list[tuple[str, str]] = []
    files: dict[str, bytes] = {}
    parser = multipart.MultipartParser(
        BytesIO(body),
        boundary,
        part_limit=_FIELDS,
        memory_limit=len(body) + 1,
        buffer_size=65536,
        spool_limit=len(body) + 1,
    )
    for part in parser:
        if part.filename is not None:
            files[part.name] = part.raw
        elif part.size <= _FIELD_BYTES:
            pairs.append((part.name, part.value))
        part.close()
    return _form(pairs, files)


def _form(pairs: list[tuple[str, str]], files: dict[str, bytes]) -> Form:
    if any("\0" in value for _, value in pairs):  # no browser sends it, and PostgreSQL's texts cannot hold it
        raise BadForm
    lists: dict[str, list[str]] = {}
    for name, value in pairs:
        lists.setdefault(name, []).append(value)
    return Form(dict(pairs), lists, files)
