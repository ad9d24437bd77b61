"""Bytes of a message → the places where text stands, their segments, and what could not be looked into."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from gateway.mime import secure
from gateway.mime.base64 import Base64
from gateway.mime.charset import codec_of, is_ascii_superset
from gateway.mime.embedded import Embedded
from gateway.mime.extraction import HeadedExtraction, MailExtraction
from gateway.mime.headerparts import HeaderReader
from gateway.mime.lens import BARE_CR, has_bare_cr
from gateway.mime.limits import Budget, MimeLimits
from gateway.mime.parts import ContainerPlace, Place, ReadOnlyPlace, TextPlace
from gateway.mime.structure import PLAIN, TEXT_TYPES, Entity, Reading, Tree, read
from gateway.mime.text import TextReader
from gateway.mime.transfer import ENCODED, Identity, Transfer, decode_part, likely_encoding
from gateway.model import Extraction, Incomplete, Reason, Segment

#: (content, declared type, file name, path, depth) -> what stands in the document. What is big comes as it was transferred.
OpenDocument = Callable[[bytes | Base64, str, str, str, int], Extraction]
_CR, _LF = b"\r\n"
_CR_ENDS: Final = Reading(cr=True)
_BIG: Final = 64 * 1024  # octets of base64 that are left to whoever opens them to decode

_MESSAGE_TYPES: Final = frozenset(("message/rfc822", "message/global", "message/news"))
_CMS_TYPES: Final = frozenset(
    (
        "application/pkcs7-mime",
        "application/x-pkcs7-mime",
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
    )
)
#: Text that machines write about mail: every reader can show it.
_SHOWN_AS_TEXT: Final = frozenset(
    "text/rfc822-headers message/delivery-status message/disposition-notification message/feedback-report"
    " message/global-delivery-status message/global-headers message/external-body application/pgp-signature"
    " application/pgp-keys application/pgp-encrypted".split()
)
_ENRICHED: Final = frozenset(
    ("text/enriched", "text/richtext")
)  # RFC 1896, RFC 1341 §7.1.3: tags like those of HTML
_MARKUP_TYPES: Final = frozenset(("image/svg+xml", "application/xhtml+xml"))
#: How documents begin, whatever they are called, behind blanks as well: those who open a PDF or an RTF skip some. Not those
#: whose contents stand in them as they are (tar, cpio, ar, ISO 9660): they may be read as text. `extract/sniff.py` looks closer;
#: what it finds to be none is read as text after all.
_DOCUMENT_BEGIN: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?[\s\0]{0,1023}?(?:%PDF|PK[\x03\x05\x07]|\xd0\xcf\x11\xe0|\{\\rt|\x78\x9f\x3e\x22|BEGIN:V"
    rb"|GIF8|\x89PNG|\xff\xd8\xff|II\*\0|MM\0\*|BM.{4}\0{4}|RIFF.{4}WEBP|\0\0\0\x0cjP|.{4}ftypavif"
    rb"|Rar!|7z\xbc\xaf|\x1f[\x8b\x9d]|BZh\d|\xfd7zXZ|MSCF\0|xar!\0|..-lh.-|\x28\xb5\x2f\xfd|\x04\x22M\x18|LZIP\x01|\x5d\0\0)",
    re.DOTALL,
)
#: Why something is no document after all: nobody knows its kind, or it only begins like one.
_NO_DOCUMENT: Final = frozenset((Reason.UNKNOWN_TYPE, Reason.UNREADABLE))
_PLAIN_NAME: Final = re.compile(
    r".*\.(?:txt|text|log|asc|md|html?|xhtml)\s*\Z|[^.]*\Z", re.IGNORECASE | re.DOTALL
)
_MAIL_NAME: Final = re.compile(r".*\.(?:eml|mht|mhtml)\s*\Z", re.IGNORECASE | re.DOTALL)
#: Of a path: text that stands between the parts, or in a header and is no field.
_BETWEEN: Final = re.compile(r"^outside/|(?:^|/)header/~")
_PGP_NAME: Final = re.compile(r".*\.(?:pgp|gpg|asc)\s*\Z", re.IGNORECASE | re.DOTALL)
_BOILERPLATE: Final = re.compile(
    rb"\s*+(?:This is a (?:multi-?part|MIME)|This message is in MIME)[^\r\n]{0,90}\s*+\Z", re.IGNORECASE
)
_READABLE: Final = re.compile(rb"[0-9A-Za-z\x80-\xff]")


class Reader:
    """One message, or one attached to another: fills `segments`, `incomplete` and `places`. Never raises.

    `places` leads from a segment's path to where it stands, `parts` from a part's path to its entity, `containers`
    to what reads what is inside it; `root` is the message itself.
    """

    def __init__(
        self,
        raw: bytes,
        limits: MimeLimits,
        budget: Budget,
        open_document: OpenDocument | None,
        path: str,
        depth: int,
        *,
        whole: bool = False,
    ) -> None:
        self._whole = whole  # no CR stands alone
        self.raw, self.path, self.signed = raw, path, False
        self.segments: list[Segment] = []
        self.incomplete: list[Incomplete] = []
        self.places: dict[str, Place] = {}
        self.parts: dict[str, Entity] = {}
        self.containers: dict[str, ContainerPlace | TextPlace] = {}
        self._limits, self._budget, self._open, self._depth = limits, budget, open_document, depth
        self._prefix = f"{path}/" if path else ""
        self._counts: dict[str, int] = {}
        self._fields_read: set[int] = set()
        self._decoded: tuple[Entity, Transfer] | None = None
        self.root: Entity | None = None

    def _header_reader(self) -> HeaderReader:
        """Made anew each time, as a `TextReader` is."""
        return HeaderReader(self, self._budget, self._fields_read)

    def _text_reader(self, depth: int) -> TextReader:
        """Reads a text that stands in so many messages, multiparts and files.

        Made anew each time: kept, it would tie a knot that only the garbage collector undoes, long after the reply.
        """
        return TextReader(self, self._budget, depth)

    def _below(self, entity: Entity) -> int:
        """How many messages, multiparts and files what is in a part stands in, each way of nesting counted alike."""
        return self._depth + entity.depth + 1

    def _is_too_deep(self, depth: int, path: str) -> bool:
        """Whether what stands in so many of them is not followed, which is then said of the part at `path`."""
        if depth <= self._limits.max_depth:
            return False
        self.report(Reason.TOO_DEEP, path)
        return True

    def run(self) -> None:
        """Read the message under the plain reading, then under every other that may matter."""
        raw = self.raw
        plain = _CR_ENDS if _LF not in raw and _CR in raw else PLAIN
        tree = self._read(plain)
        self.root = tree.root
        self._budget.parts -= len(tree.entities)
        for entity in tree.entities:
            self._entity(entity)
        if tree.too_many:
            self.report(Reason.TOO_BIG, self.path)
        if not self._whole and not plain.cr and has_bare_cr(raw):
            tree.doubts.add("cr")
        if tree.doubts:
            self._other_readings(tree, plain)

    def report(self, reason: Reason, part: str) -> None:
        """Something could not be looked into; said once. What is no part that can be withheld counts as its message."""
        inner = part.removeprefix(self._prefix)
        if (self.path or inner.startswith("att/")) and _BETWEEN.search(inner) and not self._is_part(part):
            part = self.path
        item = Incomplete(reason, part)
        if item not in self.incomplete:
            self.incomplete.append(item)

    def _is_part(self, path: str) -> bool:
        """Whether what stands at `path` is a part, or in one, that can be withheld by itself."""
        return path in self.parts or any(path == one or path.startswith(f"{one}/") for one in self.containers)

    def add(self, segment: Segment, place: Place) -> None:
        """A segment and where it stands."""
        self.segments.append(segment)
        self.places[segment.path] = place

    def _read(self, plain: Reading) -> Tree:
        """The tree of the message under one reading, no deeper than the limit."""
        lines = BARE_CR.sub(b"\n", self.raw) if plain.cr else self.raw
        depth = self._limits.max_depth - self._depth
        return read(lines, max_parts=max(self._budget.parts, 1), max_depth=depth, reading=plain)

    def _other_readings(self, tree: Tree, plain: Reading) -> None:
        """Leaves that only another reader sees are scanned as well, and the message is AMBIGUOUS."""
        seen = {_signature(entity) for entity in tree.entities if not entity.is_multipart}
        for switch in sorted(tree.doubts):
            if not self._budget.take_work(len(self.raw)):
                self.report(Reason.TOO_BIG, self.path)
                return
            other = self._read(replace(plain, **{switch: True}))
            for entity in other.entities:
                if entity.is_multipart or _signature(entity) in seen:
                    continue
                seen.add(_signature(entity))
                if _READABLE.search(self.raw, entity.body, entity.end):
                    self.report(Reason.AMBIGUOUS, self.path)
                    self._leaf(entity, f"{self._prefix}alt/{self.count('alt')}")

    # -- entities ---------------------------------------------------------------------------------------

    def _entity(self, entity: Entity) -> None:
        """A part of the plain reading: a leaf, or the header and the text around the parts of a multipart."""
        if not entity.is_multipart:
            self._leaf(entity, self._path_of(entity))
            return
        self._header_reader().fields(entity, self._prefix, self._below(entity))
        self.signed = self.signed or entity.type == "multipart/signed"
        for start, end in entity.outside:
            self._outside(start, end, self._below(entity) + 1)

    def _outside(self, start: int, end: int, depth: int) -> None:
        """Text that belongs to no part, which some readers show."""
        if _READABLE.search(self.raw, start, end) and not _BOILERPLATE.match(self.raw, start, end):
            reader = self._text_reader(depth)
            reader.read(self.next_path("outside"), Identity(self.raw[start:end]), start, "text/plain", ())

    def _path_of(self, entity: Entity) -> str:
        """The path that the next part has."""
        kind = "att" if self._is_attachment(entity) else "body"
        return self.next_path(kind)

    def next_path(self, kind: str) -> str:
        """The path of the next body ("body"), attachment ("att") or other place."""
        return f"{self._prefix}{kind}/{self.count(kind)}"

    def embedded(self, place: TextPlace, number: int, file: Embedded, depth: int) -> None:
        """A file inside the text at `place`, found in its reading of that number, that stands in so many others."""
        path = self.next_path("att")
        self._budget.parts -= 1
        if self._budget.parts < 0:
            self.report(Reason.TOO_BIG, self.path)
            return
        extraction = None if self._is_too_deep(depth, path) else self._open_file(file, path, depth)
        place.files[path] = (number, file, extraction)
        self.containers[path] = place
        for segment in extraction.segments if extraction else ():
            self.add(segment, place)
        for item in extraction.incomplete if extraction else ():
            self.report(item.reason, item.part)

    def _open_file(self, file: Embedded, path: str, depth: int) -> Extraction | None:
        """What is read in a file inside a text: as text where it is one by what is said of it, and looks like it."""
        media = file.media.partition(";")[0].strip()
        told = file.media if media in TEXT_TYPES else "text/html" if media in _MARKUP_TYPES else ""
        shown_as = told or ("text/plain" if file.name and _PLAIN_NAME.match(file.name) else "")
        is_text = bool(shown_as) and not _DOCUMENT_BEGIN.match(file.content)
        if not told and b"\0" in file.content:
            is_text = False  # nothing but its name says that it is text, and few texts have a NUL
        if not is_text:
            extraction = self._open and self._open(file.content, media, file.name, path, depth)
            reasons = _why_no_document(extraction, path) if extraction else {Reason.UNKNOWN_TYPE}
            if Reason.UNREADABLE in reasons or (reasons and not told):
                self.report(min(reasons), path)
            if not shown_as or not reasons:
                return extraction
        head = b"Content-Type: %s\r\n\r\n" % shown_as.encode("ascii", "replace")
        return HeadedExtraction(self._nested(head + file.content, path, depth), len(head))

    def _is_attachment(self, entity: Entity) -> bool:
        """Whether a mail program shows a leaf as a file rather than as the message."""
        if entity.too_deep or not (entity.type in TEXT_TYPES or entity.type.startswith("multipart/")):
            return not (entity.type.startswith("text/") and entity.parent is None)
        return entity.parent is not None and (entity.disposition == "attachment" or bool(entity.file_name))

    def count(self, kind: str) -> int:
        """How many of that kind there were before: one more is counted."""
        number = self._counts.get(kind, 0)
        self._counts[kind] = number + 1
        return number

    def content(self, entity: Entity) -> Transfer:
        """The part's body, decoded. The one asked for last is kept: attachments that nobody opens are never decoded."""
        if self._decoded is None or self._decoded[0] is not entity:
            self._decoded = entity, decode_part(self.raw, entity)
        return self._decoded[1]

    def _leaf(self, entity: Entity, path: str) -> None:
        """A part that was not cut into others: its header and its content, under a likely encoding as well."""
        self.parts[path] = entity
        is_body = path.startswith(f"{self._prefix}body/")
        prefix = self._prefix if is_body or entity.parent is None else f"{path}/part/"
        headers = self._header_reader()
        headers.fields(entity, prefix, self._below(entity))
        headers.parameters(entity, path)
        if (likely := likely_encoding(entity.encoding)) and not entity.too_deep:
            self.report(Reason.AMBIGUOUS, self.path)
            self._leaf(replace(entity, encoding=likely), f"{self._prefix}alt/{self.count('alt')}")
        self._read_leaf(entity, path, is_body=is_body)

    def _read_leaf(self, entity: Entity, path: str, *, is_body: bool) -> None:
        """The content of such a part, by what it is."""
        if entity.too_deep:
            self.report(Reason.TOO_DEEP, path)
        elif entity.type.startswith("multipart/") and entity.encoding in ENCODED:
            self._encoded_multipart(entity, path)
        elif entity.type in _MESSAGE_TYPES:
            self._message(entity, path)
        elif is_body or self._is_text(entity):
            media = "text/*" if entity.type in _ENRICHED else entity.type
            reader = self._text_reader(self._below(entity))
            reader.read(path, self.content(entity), entity.body, media, entity.parameters)
        elif not self._secured(entity, path):
            self._document(entity, path)

    def _is_text(self, entity: Entity) -> bool:
        """Whether an attachment is read as text right here, without those who open documents."""
        if entity.type in _SHOWN_AS_TEXT or entity.type in _ENRICHED:
            return True
        if entity.type not in TEXT_TYPES:
            return entity.type.startswith("text/") and self._open is None
        if self._open is None:
            return True
        is_named_so = _PLAIN_NAME.match(entity.file_name) is not None
        return is_named_so and not _DOCUMENT_BEGIN.match(self.content(entity).data)

    # -- messages, secured mail, documents --------------------------------------------------------------

    def _encoded_multipart(self, entity: Entity, path: str) -> None:
        """A multipart may not be encoded (RFC 2045 §6.4), but some readers decode it and read on."""
        head = b"".join(
            self.raw[field.start : field.end]
            for field in entity.fields.items
            if field.name == b"content-type"
        )
        as_it_stands = Identity(self.raw[entity.body : entity.end])
        self._text_reader(self._below(entity)).read(path, as_it_stands, entity.body, "text/plain", ())
        content = head + b"\r\n" + self.content(entity).data  # the same multipart: it stands no deeper
        self._read_only(path, self._nested(content, f"{path}/decoded", self._depth + entity.depth))
        self.report(Reason.AMBIGUOUS, self.path)

    def _read_only(self, path: str, inner: Extraction) -> None:
        """What can be read, but not edited where it stands."""
        place = ReadOnlyPlace(path)
        for segment in inner.segments:
            self.add(replace(segment, redactable=False), place)
        for item in inner.incomplete:
            self.report(item.reason, path)

    def _message(self, entity: Entity, path: str) -> None:
        """A message attached: read as this one is, and edited in its place."""
        depth = self._below(entity)
        if self._is_too_deep(depth, path):
            return
        if self._budget.parts <= 0 or not self._budget.take_work(entity.end - entity.body):
            self.report(Reason.TOO_BIG, path)
            return
        transfer = self.content(entity)
        inner = self._nested(transfer.data, path, depth)
        self.signed = self.signed or inner.signed
        self._container(ContainerPlace(path, inner, transfer, entity.body))
        if (
            isinstance(transfer, Base64) and not transfer.clean
        ):  # which RFC 2046 §5.2.1 forbids: some do not decode it
            self._text_reader(depth).loose(path, transfer, entity.body)

    def _nested(self, content: bytes, path: str, depth: int) -> MailExtraction:
        """Another message read within the same limits, whose paths begin with `path`."""
        reader = Reader(content, self._limits, self._budget, self._open, path, depth)
        reader.run()
        return MailExtraction(reader)

    def _container(self, place: ContainerPlace) -> None:
        """What was read inside a part, with names of its own where the part has them already."""
        self.containers[place.path] = place
        for segment in place.extraction.segments:
            self.add(place.named_apart(segment, self.places), place)
        for item in place.extraction.incomplete:
            self.report(item.reason, item.part)

    def _secured(self, entity: Entity, path: str) -> bool:
        """S/MIME and OpenPGP: reported as SECURED when encrypted, read when only signed."""
        name = entity.file_name
        if entity.type in _CMS_TYPES or name.lower().endswith((".p7m", ".p7s")):
            return self._cms(entity, path)
        encrypted = entity.parent is not None and entity.parent.type == "multipart/encrypted"
        if (encrypted or _PGP_NAME.match(name)) and secure.pgp_encrypted(self.content(entity).data):
            self.report(Reason.SECURED, path)
            if secure.says_more(self.content(entity).data):
                reader = self._text_reader(self._below(entity))
                reader.read(path, self.content(entity), entity.body, "text/plain", ())
            return True
        return False

    def _cms(self, entity: Entity, path: str) -> bool:
        """Whether it is a CMS message (RFC 5652): sent securely, or read where it is only signed."""
        kind, content = secure.cms(self.content(entity).data)
        if kind is secure.Cms.ENCRYPTED:
            self.report(Reason.SECURED, path)
        elif kind is secure.Cms.SIGNED and content:
            self.signed = True
            if not self._is_too_deep(self._below(entity), path):
                self._read_only(path, self._nested(content, path, self._below(entity)))
        return kind is not secure.Cms.OTHER

    def _document(self, entity: Entity, path: str) -> None:
        """A file: a saved message is read here, others by those who open documents; what is none, as the text it says it is."""
        name = entity.file_name
        if _MAIL_NAME.match(name) and not _DOCUMENT_BEGIN.match(self.content(entity).data):
            self._message(entity, path)
            return
        if entity.type.startswith("message/"):  # a fragment (RFC 2046 §5.2.2), or a kind unheard of
            reader = self._text_reader(self._below(entity))
            reader.read(path, self.content(entity), entity.body, "text/plain", entity.parameters)
            self.report(Reason.UNKNOWN_TYPE, path)
            return
        if self._open is None:
            self.report(Reason.UNKNOWN_TYPE, path)
            return
        depth = self._below(entity)
        if self._is_too_deep(depth, path):
            return
        transfer = self.content(entity)
        content = transfer.data if not isinstance(transfer, Base64) or len(transfer.view) < _BIG else transfer
        extraction = self._open(content, entity.type, name, path, depth)
        reasons = _why_no_document(extraction, path)
        if not reasons or not entity.type.startswith("text/"):
            self._container(ContainerPlace(path, extraction, transfer, entity.body))
            return
        reader = self._text_reader(depth)
        reader.read(path, transfer, entity.body, entity.type, entity.parameters)
        if Reason.UNREADABLE in reasons:  # it may be a document for somebody else
            self.report(Reason.UNREADABLE, path)


def _why_no_document(extraction: Extraction, path: str) -> set[Reason]:
    """Why what stands at `path` is none for those who were asked; nothing where they read something, or met with other things."""
    if extraction.segments:
        return set()
    return {
        item.reason for item in extraction.incomplete if item.part == path and item.reason in _NO_DOCUMENT
    }


def _signature(entity: Entity) -> tuple[int, int, str, str, str]:
    """What makes a leaf look alike to every reader: its bytes, type and encoding, and a charset that moves ASCII."""
    codec = codec_of(entity.parameter("charset"))
    charset = "" if not codec or is_ascii_superset(codec) else codec
    return (
        entity.body,
        entity.end,
        entity.type,
        entity.encoding if entity.encoding in ENCODED else "",
        charset,
    )
