"""A form post's body as an Extraction: every field is a segment, every edit a splice of the bytes that spell it.

Strict: what is not exactly what its Content-Type says raises MalformedBody, so that nothing half-read goes upstream.
"""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from email.message import Message as HeaderParser
from functools import cache
from itertools import accumulate
from types import MappingProxyType
from typing import Any, Final

from gateway.formbody import partheader
from gateway.formbody.boxes import joined
from gateway.formbody.spelling import (
    MalformedBody,
    Spelled,
    UnsupportedBody,
    ascii_compatible,
    extended,
    json_number,
    json_string,
    percent,
    plain,
    unescaped,
)
from gateway.model import (
    CannotRedact,
    Edit,
    Extraction,
    Incomplete,
    Placeholder,
    Reason,
    Segment,
    SegmentKind,
)

OpenDocument = Callable[[bytes, str, str, str, int], Extraction]

_MOST_FIELDS: Final = 2000
_DEEPEST: Final = 64
#: A field's name is looked at where it has figures enough for a number of somebody's, or the sign of an address.
_TELLING_NAME: Final = re.compile(r"(?:[0-9][^0-9]{0,3}){6}|@")
#: Characters of a field's name, and of a JSON path, by which we call it: 2,000 of them stand in memory at once.
_LONGEST_NAME: Final = 500
_LONGEST_PLACE: Final = 480
_TOKEN: Final = re.compile(
    r'[ \t\r\n]*(?:([{}\[\],:])|"((?:[^"\\]|\\.)*+)"|(-?\d[\d.eE+-]*)|(true|false|null))'
)


@dataclass(frozen=True, slots=True)
class File:
    """A file of a multipart form: where its content and its header stand, and what was read in it."""

    path: str
    start: int
    end: int
    header: tuple[int, int]
    document: Extraction = field(repr=False)


@dataclass(slots=True)
class FormBody:
    """The Extraction of a form body. `fields` holds each field's text by segment path; those in `keys` are the names of
    fields, those in `asides` what stands beside values: headers of parts, and several boxes read together."""

    raw: bytes = field(repr=False)
    fields: dict[str, Spelled] = field(default_factory=dict, repr=False)
    names: dict[str, str] = field(default_factory=dict, repr=False)
    files: list[File] = field(default_factory=list, repr=False)
    incomplete: list[Incomplete] = field(default_factory=list)
    allow: Mapping[str, Collection[str]] = field(default_factory=dict)
    keys: set[str] = field(default_factory=set, repr=False)
    asides: set[str] = field(default_factory=set, repr=False)
    _numbers: dict[str, int] = field(default_factory=dict, repr=False)

    @property
    def segments(self) -> Sequence[Segment]:
        """The fields in order, then what the files hold."""
        own = [
            Segment(
                path,
                spelled.text,
                SegmentKind.FILENAME if path.startswith("att/") else SegmentKind.FIELD,
                label,
                allowed=frozenset(self.allow.get(label, ())) if path.startswith("field/") else frozenset(),
            )
            for path, spelled in self.fields.items()
            for label in (self.names[path],)
        ]
        return own + [segment for file in self.files for segment in file.document.segments]

    def rewrite(self, edits: Sequence[Edit], withheld: Mapping[str, Placeholder]) -> bytes:
        """See `gateway.model.Extraction`."""
        cuts: dict[str, list[tuple[int, int, str]]] = {}
        for edit in edits:
            cuts.setdefault(edit.segment, []).append((edit.start, edit.end, edit.replacement))
        splices = [
            splice for path, spelled in self.fields.items() for splice in spelled.splices(cuts.get(path, ()))
        ]
        for file in self.files:
            splices += self._file(file, edits, withheld)
        out: list[bytes] = []
        position = 0
        for start, end, new in sorted(splices):
            out += (self.raw[position:start], new)
            position = max(position, end)
        return b"".join((*out, self.raw[position:])) if splices else self.raw

    def _file(
        self, file: File, edits: Sequence[Edit], withheld: Mapping[str, Placeholder]
    ) -> Iterator[tuple[int, int, bytes]]:
        if file.path in withheld:
            placeholder = withheld[file.path]
            yield from partheader.withheld(self.raw, *file.header, placeholder)
            yield file.start, file.end, placeholder.content
            return
        own = [
            edit
            for edit in edits
            if edit.segment.startswith(f"{file.path}/") and edit.segment not in self.fields
        ]
        inside = {path: one for path, one in withheld.items() if path.startswith(f"{file.path}/")}
        if own or inside:
            try:
                yield file.start, file.end, file.document.rewrite(own, inside)
            except CannotRedact:
                raise CannotRedact(file.path) from None

    def part(self, path: str) -> bytes:
        """See `gateway.model.Extraction`."""
        for file in self.files:
            if path == file.path:
                return self.raw[file.start : file.end]
            if path.startswith(f"{file.path}/"):
                return file.document.part(path)
        raise KeyError(path)

    def add(self, name: str, spelled: Spelled, label: str = "") -> str:
        """Take one field; a name that comes again gets a number. `label` is what it is called where that is another name.

        Gives its path.
        """
        if len(self.fields) >= _MOST_FIELDS:
            raise MalformedBody("too many fields")
        name = name[:_LONGEST_NAME]
        if "\0" in spelled.text:
            raise MalformedBody("a field holds NUL characters: text in another charset, or no text")
        path = f"field/{name}"
        if path in self.fields:
            number = self._numbers.get(path, 1) + 1
            while f"{path}~{number}" in self.fields:
                number += 1
            self._numbers[path] = number
            path = f"{path}~{number}"
        self.fields[path] = unescaped(spelled)
        self.names[path] = label or name
        return path

    def add_name(self, name: str, spelled: Spelled) -> None:
        """Take the name of a field by itself, if it may hold data."""
        if _TELLING_NAME.search(name):
            self.keys.add(self.add(f"{name[:_LONGEST_PLACE]}#key", spelled))


def index(
    raw: bytes,
    content_type: str,
    *,
    open_document: OpenDocument | None = None,
    untouched: Collection[str] = (),
    allow: Mapping[str, Collection[str]] = MappingProxyType({}),
) -> FormBody:
    """Read a form body. `untouched` fields (a CSRF token, a honeypot) are neither scanned nor changed; `allow` gives the
    entity types that a field of some name is there for.

    Raises MalformedBody for a body that is not what `content_type` says, or of a type that no form sends.
    """
    parser = HeaderParser()
    parser["content-type"] = content_type
    media = parser.get_content_type()
    charset = parser.get_param("charset")
    if charset:
        _known(str(charset))
    body = FormBody(raw, allow=allow)
    if media == "application/x-www-form-urlencoded":
        _urlencoded(body)
    elif is_json(media):
        _json(body)
    elif media == "multipart/form-data":
        _multipart(body, str(parser.get_param("boundary", "")), open_document)
    elif media in ("text/plain", "application/graphql") and content_type:
        body.add("text", plain(raw, 0, len(raw)))
    else:
        raise UnsupportedBody("unsupported content type")
    others = body.keys | body.asides
    values = {path: one for path, one in body.fields.items() if path not in others}
    for label, names, whole in list(joined(values, body.names)):
        if not any(name in untouched for name in names):
            body.asides.add(body.add(f"{names[0]}#joined", whole, label))
            allowed = frozenset[str]().union(*(allow.get(name, ()) for name in names))
            body.allow = {label: allowed, **body.allow}
    for path in [path for path, name in body.names.items() if name in untouched]:
        del body.fields[path], body.names[path]
    return body


def is_json(media: str) -> bool:
    """Whether servers read JSON where a body is said to be of this type (`text/json` stands in no register)."""
    return media in ("application/json", "text/json") or media.endswith("+json")


def _known(charset: str) -> None:
    """Raises UnsupportedBody for a charset in which the site would read other text than we do."""
    if not ascii_compatible(charset.strip()):
        raise UnsupportedBody("unsupported charset")


def _urlencoded(body: FormBody) -> None:
    if re.search(rb"[^\x21-\x7e]", body.raw.rstrip(b"\r\n").replace(b" ", b"")) is not None:
        raise MalformedBody("urlencoded body holds bytes that must be percent-encoded")
    if re.search(rb"%(?![0-9A-Fa-f]{2})", body.raw) is not None:
        raise MalformedBody("urlencoded body holds a broken percent sign")
    position, end = 0, len(body.raw.rstrip(b"\r\n"))
    while position < end:
        stop = body.raw.find(b"&", position, end)
        stop = end if stop < 0 else stop
        if stop > position:
            equals = body.raw.find(b"=", position, stop)
            middle = stop if equals < 0 else equals
            name, value = percent(body.raw, position, middle), percent(body.raw, min(middle + 1, stop), stop)
            body.add_name(name.text, name)
            body.add(name.text, value)
            if name.text == "_charset_" and value.text:
                _known(value.text)
        position = stop + 1


def _json(body: FormBody) -> None:
    try:
        document = body.raw.decode("utf-8-sig" if body.raw.startswith(b"\xef\xbb\xbf") else "utf-8")
        json.loads(document, object_pairs_hook=_no_repeats, parse_constant=_no_constants)
    except UnicodeDecodeError:
        raise MalformedBody("JSON is not UTF-8") from None
    except (ValueError, RecursionError):
        raise MalformedBody("not valid JSON, or a key stands twice") from None
    offset = 3 if body.raw.startswith(b"\xef\xbb\xbf") else 0
    for name, spelled, is_key in _json_values(document, _byte_offsets(document, offset)):
        path = body.add(name, spelled)
        if is_key:
            body.keys.add(path)


def _no_repeats(pairs: list[tuple[str, Any]]) -> None:
    if len({key for key, _ in pairs}) != len(pairs):
        raise ValueError("key stands twice")


def _no_constants(_name: str) -> None:
    raise ValueError("NaN and Infinity are not JSON")


def _byte_offsets(document: str, offset: int) -> Callable[[int], int]:
    """What leads a character of the document to its first byte; worked out when first asked."""
    if document.isascii():
        return lambda position: position + offset

    @cache
    def places() -> Sequence[int]:
        widths = (
            1 if char < "\x80" else 2 if char < "\u0800" else 3 if char < "\U00010000" else 4
            for char in document
        )
        return array("Q", accumulate(widths, initial=offset))

    return lambda position: places()[position]


def _json_values(document: str, byte_at: Callable[[int], int]) -> Iterator[tuple[str, Spelled, bool]]:
    """Every string and number of a valid document with its path ("name", "contact.phone", "items.0"), and whether it is
    a key."""
    stack: list[tuple[str, int | None]] = []  # (path, next index of an array or None for an object)
    position, key, before_colon = 0, "", False
    while (match := _TOKEN.match(document, position)) is not None:
        position = match.end()
        mark, text, number, _ = match.groups()
        here = _place(stack, key)
        if mark in ("{", "["):
            if len(stack) >= _DEEPEST:
                raise MalformedBody("JSON nested too deeply")
            stack.append((here, None if mark == "{" else 0))
            before_colon = mark == "{"
        elif mark in ("}", "]"):
            stack.pop()
        elif mark == ",":
            path, count = stack[-1]
            stack[-1] = (path, None if count is None else count + 1)
            before_colon = count is None
        elif mark == ":":
            before_colon = False
        elif text is not None and before_colon:
            key = json.loads(f'"{text}"')[:_LONGEST_PLACE]
            spelled = json_string(document, match.start(2), match.end(2), byte_at)
            yield f"{_place(stack, key)}#key", spelled, True
        elif text is not None:
            yield here or "text", json_string(document, match.start(2), match.end(2), byte_at), False
        elif number is not None:
            yield here or "number", json_number(document, match.start(3), match.end(3), byte_at), False


def _place(stack: list[tuple[str, int | None]], key: str) -> str:
    if not stack:
        return ""
    path, count = stack[-1]
    last = key if count is None else str(count)
    return f"{path}.{last}"[:_LONGEST_PLACE] if path else last


def _multipart(body: FormBody, boundary: str, open_document: OpenDocument | None) -> None:
    """RFC 7578, as browsers send it: each delimiter exact, each part with its name, the close delimiter there."""
    if not boundary or len(boundary) > 70:
        raise MalformedBody("multipart without a usable boundary")
    mark = b"--" + boundary.encode("ascii", "replace")
    raw = body.raw
    if not raw.startswith(mark):
        raise MalformedBody("multipart does not begin with its boundary")
    position, number = len(mark), 0
    while raw[position : position + 2] != b"--":
        if raw[position : position + 2] != b"\r\n":
            raise MalformedBody("multipart delimiter is not followed by a line end")
        stop = raw.find(b"\r\n" + mark, position)
        header_end = raw.find(b"\r\n\r\n", position, stop)
        if stop < 0 or header_end < 0:
            raise MalformedBody("multipart is truncated")
        number += 1
        if number > _MOST_FIELDS:
            raise MalformedBody("too many fields")
        _part(body, (position + 2, header_end + 2), (header_end + 4, stop), number, open_document)
        position = stop + 2 + len(mark)
    if raw[position + 2 :].strip(b"\r\n"):
        raise MalformedBody("multipart is followed by something else")


def _part(
    body: FormBody,
    header: tuple[int, int],
    content: tuple[int, int],
    number: int,
    open_document: OpenDocument | None,
) -> None:
    head = partheader.read(body.raw, *header)
    for span in head.named:
        body.add_name(head.name, plain(body.raw, *span))
    for span in head.others:
        body.asides.add(body.add(f"{head.name}#header", plain(body.raw, *span)))
    if not head.is_file:
        value = plain(body.raw, *content)
        body.add(head.name, value)
        if head.name == "_charset_" and value.text:
            _known(value.text)
        return
    path, filename = f"att/{number}", ""
    for name in head.filenames:
        spelled = (extended if name.extended else plain)(body.raw, name.start, name.end)
        place = f"{path}/filename*" if name.extended else f"{path}/filename"
        body.fields[place], body.names[place] = spelled, head.name
        filename = filename or (spelled.text.rpartition("'")[2] if name.extended else spelled.text)
    if content[0] == content[1]:
        return
    if open_document is None:
        body.incomplete.append(Incomplete(Reason.UNKNOWN_TYPE, path))
        return
    media = head.media or "application/octet-stream"
    document = open_document(body.raw[slice(*content)], media, filename, path, 1)
    body.incomplete.extend(document.incomplete)
    body.files.append(File(path, *content, header, document))
