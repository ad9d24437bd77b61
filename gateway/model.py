"""The nouns that flow through the house. This module imports nothing of ours and does no I/O.

Rule of this file: a value that a citizen typed may stand in a field only if that field is `repr=False`;
`Finding`, `Incomplete`, `Decision` and `Reply` never hold one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Protocol, runtime_checkable


class Channel(StrEnum):
    """Which door a message came through; each of the policy's rules speaks of one."""

    EMAIL = "email"
    FORM = "form"


class Category(StrEnum):
    """What kind of information an entity type is. IDENTITY is a subset of PERSONAL."""

    IDENTITY = "IDENTITY"
    PERSONAL = "PERSONAL"


class Action(StrEnum):
    """What a rule does with a message, lightest first. `heaviest` compares them."""

    PASS = "pass"
    WARN = "warn"
    REDACT = "redact"
    BLOCK = "block"

    @property
    def weight(self) -> int:
        """0 (pass) to 3 (block)."""
        return _ACTION_ORDER.index(self)

    @staticmethod
    def heaviest(*actions: Action) -> Action:
        """The heaviest of `actions`; PASS when there is none."""
        return max(actions, key=lambda action: action.weight, default=Action.PASS)


_ACTION_ORDER = (Action.PASS, Action.WARN, Action.REDACT, Action.BLOCK)


class IncompleteAction(StrEnum):
    """What policy does with something it could not look into.

    `WARN` delivers it with a notice; `HOLD` puts a placeholder in its place and the original in quarantine;
    `DEFER` answers 451/503, for what may succeed on the next try.
    """

    PASS = "pass"
    WARN = "warn"
    HOLD = "hold"
    BLOCK = "block"
    DEFER = "defer"


class Reason(StrEnum):
    """Why a part of a message could not be inspected in full."""

    ENCRYPTED = "ENCRYPTED"  # password-protected document or archive
    SECURED = "SECURED"  # S/MIME or PGP: mail that was sent securely, as the policy asks
    TOO_DEEP = "TOO_DEEP"
    TOO_BIG = "TOO_BIG"
    TOO_SLOW = "TOO_SLOW"
    UNREADABLE = "UNREADABLE"  # of a type that we read, but damaged
    UNKNOWN_TYPE = "UNKNOWN_TYPE"
    AMBIGUOUS = "AMBIGUOUS"  # MIME that different mail programs read differently


@dataclass(frozen=True, slots=True)
class Envelope:
    """The SMTP envelope (RFC 5321 §2.3.1), strings exactly as received. Empty for a form post.

    `mail_from` is "" for the null sender. Options are kept in the case in which they came.
    """

    mail_from: str = field(default="", repr=False)
    rcpt_to: tuple[str, ...] = field(default=(), repr=False)
    mail_options: tuple[str, ...] = field(default=(), repr=False)
    rcpt_options: tuple[tuple[str, ...], ...] = field(default=(), repr=False)
    client_address: str = field(default="", repr=False)
    client_name: str = field(default="", repr=False)
    helo: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Message:
    """What a door received: an email's bytes (RFC 5322) or the body of a form post.

    `content_type` is the HTTP Content-Type of a form post ("" for an email, which carries its own).
    `form_id` names the form. `id` is what logs, headers and notices call this message.
    `octets` is the size of a content that is no longer held (see `emptied`). `whole`: the door saw to it that CR and LF only
    stand together.
    """

    id: str
    channel: Channel
    raw: bytes = field(repr=False)
    envelope: Envelope = field(default_factory=Envelope)
    content_type: str = ""
    form_id: str = ""
    octets: int = 0
    whole: bool = False

    @property
    def size(self) -> int:
        """Octets of the content, whether it is still held or not."""
        return self.octets or len(self.raw)

    def emptied(self) -> Message:
        """The same without its content: for the log and the register, once the content went its way."""
        return replace(self, raw=b"", octets=self.size)


class SegmentKind(StrEnum):
    """Where a segment stands, as far as detection and notices care."""

    BODY = "body"
    HEADER = "header"
    FILENAME = "filename"
    CELL = "cell"
    FIELD = "field"
    METADATA = "metadata"


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of readable text at one place of a message.

    `path` is stable and unique within the message: `header/subject`, `body/0`, `att/2/sheet1/B3`, `field/comments`.
    `label` is what names the value beside it (a column header, a form field's name): context for detection.
    `allowed` are the entity types that this place is there for (an e-mail field's address): they are no findings.
    `redactable` is False where text can be read but not cut out of the bytes.
    """

    path: str
    text: str = field(repr=False)
    kind: SegmentKind = SegmentKind.BODY
    label: str = field(default="", repr=False)
    redactable: bool = True
    allowed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Finding:
    """Personal information at a place: type, place and confidence, never the value.

    `start` and `end` count Unicode code points of the segment's text; `score` is 0 to 1.
    `evidence` names what counted ("pattern", "check-digit", "cue", "corroboration:name", "typo" …).
    `alike`: findings of one message with the same number are one value at several places; 0 says that nobody compared.
    """

    entity_type: str
    category: Category
    segment: str
    start: int
    end: int
    score: float
    recognizer: str
    evidence: tuple[str, ...] = ()
    alike: int = 0


def counts_of(findings: Iterable[Finding]) -> dict[str, int]:
    """How many values of each entity type, types in alphabetical order; a value at several places counts once."""
    totals: dict[str, int] = {}
    values: dict[str, set[int]] = {}
    for finding in findings:
        numbers = values.setdefault(finding.entity_type, set())
        if finding.alike == 0 or finding.alike not in numbers:
            numbers.add(finding.alike)
            totals[finding.entity_type] = totals.get(finding.entity_type, 0) + 1
    return dict(sorted(totals.items()))


@dataclass(frozen=True, slots=True)
class Incomplete:
    """ "Could not look" as a result. `part` is the path of the part concerned ("" for the whole message)."""

    reason: Reason
    part: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `segment`'s text[start:end] (code points) by `replacement`."""

    segment: str
    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Placeholder:
    """What is put in the place of a part that is withheld. `filename` is ASCII, and empty for the text of a message."""

    content: bytes = field(repr=False)
    content_type: str
    filename: str


class CannotRedact(Exception):
    """An edit cannot be made truly: the value would stay in the bytes. `part` is the path of the part concerned.

    Carries no value and no library message.
    """

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


@runtime_checkable
class Extraction(Protocol):
    """What every container gives, from a whole message down to one document (same shape, so they nest).

    Offsets lead back to bytes inside the extraction; whoever holds one only speaks of segments and edits.
    """

    @property
    def segments(self) -> Sequence[Segment]:
        """Every readable run of text, in reading order."""

    @property
    def incomplete(self) -> Sequence[Incomplete]:
        """What could not be looked into."""

    def rewrite(self, edits: Sequence[Edit], withheld: Mapping[str, Placeholder]) -> bytes:
        """The container's bytes with `edits` made and the parts named in `withheld` replaced; all else identical.

        Edits do not overlap. Raises CannotRedact(part) where a value cannot be removed truly: the caller
        withholds that part and calls again. With nothing to do, returns the original bytes unchanged.
        """

    def part(self, path: str) -> bytes:
        """The decoded bytes of the part at `path` (for quarantine). Raises KeyError for an unknown path."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What policy says of a message: a pure function of findings and policy. Serialisable, holds no value.

    `action` is what is done; `would` is what would have been done in a rule under `mode = "monitor"`
    (equal to `action` in enforce mode). `language` is "fr", "en" or "und" (not known: notices lead with French).
    """

    action: Action
    rule: str
    findings: tuple[Finding, ...] = ()
    incomplete: tuple[Incomplete, ...] = ()
    would: Action = Action.PASS
    monitored: bool = False
    held: tuple[str, ...] = ()
    language: str = "und"
    policy_hash: str = ""

    @property
    def counts(self) -> dict[str, int]:
        """How many values of each entity type (see `counts_of`)."""
        return counts_of(self.findings)


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer in every dialect: SMTP reply code, RFC 3463 enhanced code, HTTP status.

    `text_id` names the sentence in `notices`; `text` is the finished, ASCII-safe SMTP text (may be several lines).
    """

    smtp_code: int
    enhanced: str
    http_status: int
    text_id: str
    text: str = ""

    def __post_init__(self) -> None:
        if not self.enhanced.startswith(f"{self.smtp_code // 100}."):
            raise ValueError(f"reply {self.smtp_code} does not agree with enhanced code {self.enhanced}")

    @property
    def wire(self) -> bytes:
        """The SMTP reply line(s), with the enhanced code on each (RFC 2034)."""
        lines = self.text.split("\n")
        last = len(lines) - 1
        return "".join(
            f"{self.smtp_code}{' ' if number == last else '-'}{self.enhanced} {line}\r\n"
            for number, line in enumerate(lines)
        ).encode("ascii")


@dataclass(frozen=True, slots=True)
class Forward:
    """Hand these bytes to the next hop (or the form's upstream)."""

    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Refuse:
    """Permanent refusal: 550 / 422."""

    reply: Reply


@dataclass(frozen=True, slots=True)
class Defer:
    """Try again later: 451 / 503. Also what anything uncaught becomes."""

    reply: Reply


Outcome = Forward | Refuse | Defer


@dataclass(frozen=True, slots=True)
class HeldPart:
    """A part (or, at path "", the whole message) that must be in quarantine before the message goes on."""

    path: str
    content: bytes = field(repr=False)
    content_type: str = "application/octet-stream"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Inspection:
    """All that a door needs: what was decided, what to do, and what must be stored first."""

    decision: Decision
    outcome: Outcome
    held: tuple[HeldPart, ...] = ()

    def emptied(self) -> Inspection:
        """The same without any content."""
        outcome = Forward(b"") if isinstance(self.outcome, Forward) else self.outcome
        return replace(self, outcome=outcome, held=tuple(replace(part, content=b"") for part in self.held))
