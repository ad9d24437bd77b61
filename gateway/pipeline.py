"""Bytes in, decision and bytes out: the only place where the rooms meet. No I/O of its own.

The way of a message: extract → scan → decide → rewrite → scan again what would leave → annotate.
Anything uncaught becomes `Defer`: doubt never passes, and never refuses for good.
"""

from __future__ import annotations

import re
import secrets
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Final

from gateway.light import is_light
from gateway.model import (
    Action,
    CannotRedact,
    Channel,
    Decision,
    Defer,
    Edit,
    Extraction,
    Finding,
    Forward,
    HeldPart,
    Incomplete,
    Inspection,
    Message,
    Placeholder,
    Reason,
    Refuse,
    Segment,
    SegmentKind,
)
from gateway.policy.combine import never_refusing, strictest
from gateway.policy.decide import Verdict, action_of, decide, entities_of
from gateway.policy.model import Policy, Rule
from gateway.scan.engine import Budget, Scanner, ScanResult
from recognizers.types import IDENTITY, PERSONAL_ONLY

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

    from gateway.mime.arc import ArcSeal
    from gateway.mime.seal import Sign
    from gateway.notices.compose import Composer

#: What reads a message: (message) -> Extraction. `worker` wires the mime, form and document rooms into it.
ReadMessage = Callable[[Message], Extraction]

_PASSES: Final = 3  # how often what would leave is scanned again before we give up and defer
_BLANK: Final = "■"
_BODY: Final = re.compile("body/[0-9]+")


def new_id() -> str:
    """A fresh message id: time-ordered, unguessable, safe in headers, URLs and file names."""
    return f"{int(time.time() * 1000):011x}{secrets.token_hex(5)}"


@dataclass(slots=True)
class Inspector:
    """Everything that decides about messages under one policy. Immutable in use; a reload builds a new one.

    `on_error(where, error, message_id)` is told of anything uncaught (type only reaches the log).
    `seconds` is the time one message may take before it counts as TOO_SLOW. `sign` signs what we say of a message that we
    changed; without it, nothing is said. `arc` seals such a message for those behind us.
    """

    policy: Policy
    scanner: Scanner
    composer: Composer
    reader: ReadMessage
    seconds: float = 20.0
    on_error: Callable[[str, BaseException, str], None] = lambda where, error, message_id: None
    threads: ThreadPoolExecutor | None = None
    sign: Sign | None = None
    arc: ArcSeal | None = None
    _entities: dict[str, frozenset[str]] = field(default_factory=dict)
    _markers: re.Pattern[str] = field(init=False)
    _eased: dict[str, Rule] = field(default_factory=dict)
    # An organisation has few addresses, and they come again.
    _covering: Callable[[str], Rule | None] = field(init=False)

    def __post_init__(self) -> None:
        for rule in self.policy.rules:
            self._entities[rule.id] = entities_of(rule, IDENTITY, PERSONAL_ONLY)
            self._eased[rule.id] = never_refusing(rule)
        self._markers = self.composer.marker_pattern()
        self._covering = lru_cache(maxsize=4096)(self.policy.rule_for_recipient)

    # -- what the doors call ----------------------------------------------------------------------------

    def inspect(self, message: Message, rule: Rule) -> Inspection:
        """Decide about `message` under `rule` and carry it out on its bytes. Never raises."""
        try:
            return self._inspect(message, rule)
        except Exception as error:
            self.on_error("inspect", error, message.id)
            decision = Decision(Action.PASS, rule.id, policy_hash=self.policy.hash)
            return Inspection(decision, Defer(self.composer.deferred()))

    async def inspect_async(self, message: Message, rule: Rule) -> Inspection:
        """As `inspect`; what may take long (attachments, names, big messages) runs off the event loop."""
        if self.is_light(message, rule):
            return self.inspect(message, rule)
        from asyncio import get_running_loop

        return await get_running_loop().run_in_executor(self.threads, self.inspect, message, rule)

    def scan_texts(
        self, texts: Mapping[str, str], rule: Rule, language: str = "auto"
    ) -> tuple[Decision, dict[str, str]]:
        """The decision about loose texts by name, and each text with what `rule` redacts cut out."""
        segments = [Segment(name, text, SegmentKind.FIELD, label=name) for name, text in texts.items()]
        verdict = self.weigh(segments, (), rule, language)
        decision = verdict.decision
        return decision, self.redact_texts(segments, verdict.redact, decision.language)

    def redact_texts(
        self, segments: Sequence[Segment], findings: Sequence[Finding], language: str
    ) -> dict[str, str]:
        """The segments' texts by path, with `findings` replaced by their markers in `language`."""
        texts = {segment.path: segment.text for segment in segments}
        edits = self._edits(findings, language)
        for path, own in groupby(edits, key=lambda edit: edit.segment):
            texts[path] = _cut(texts[path], own)
        return texts

    def weigh(
        self,
        segments: Sequence[Segment],
        incomplete: Sequence[Incomplete],
        rule: Rule,
        language: str = "auto",
    ) -> Verdict:
        """Scan `segments` and decide under `rule`, without touching anything."""
        scanned = self.scanner.scan(segments, self._entities_of(rule), Budget(self.seconds))
        return decide(
            rule,
            scanned.findings,
            (*incomplete, *scanned.incomplete),
            language=scanned.language if language == "auto" else language,
            policy_hash=self.policy.hash,
        )

    def traced(self, message: Message, headers: Sequence[tuple[str, str]]) -> bytes:
        """The message's bytes as they are, with `headers` as its only X-Ecluse trace (for what leaves quarantine)."""
        from gateway.mime.annotate import annotate

        return annotate(message.raw, headers=headers)

    def entities_of(self, rule: Rule) -> frozenset[str]:
        """The entity types that `rule` looks for."""
        return self._entities_of(rule)

    def find(self, text: str, entities: frozenset[str], label: str = "") -> ScanResult:
        """What is found in one text, whatever any rule says of it; `label` names the text from outside."""
        return self.scanner.scan([Segment("text", text, label=label)], entities, Budget(self.seconds))

    def rule_for_profile(self, profile: str) -> Rule:
        """The rule that "email" or "feedback" stands for: the policy's first of that channel. Raises LookupError."""
        channel = Channel.EMAIL if profile == "email" else Channel.FORM
        for rule in self.policy.rules:
            if rule.channel is channel:
                return rule
        raise LookupError(f"the policy has no rule for {channel.value}")

    def strictest(self, one: Rule, other: Rule) -> Rule:
        """One rule for a message under two: the heavier of what either does about anything."""
        return strictest(one, other, IDENTITY, PERSONAL_ONLY)

    def rule_for_recipient(self, address: str) -> Rule:
        """The rule for a recipient of mail; an address that no rule covers is under the first email rule."""
        return self._covering(address) or self.rule_for_profile("email")

    def rule_for_mail(self, address: str, mail_from: str, *, refusing: bool) -> Rule:
        """The rule for a recipient of one message.

        Where nothing may be refused, and for bounces (the null sender, RFC 5321 §6.1), it is one that never refuses.
        """
        rule = self.rule_for_recipient(address)
        return rule if refusing and mail_from else self._eased[rule.id]

    # -- the way of a message ---------------------------------------------------------------------------

    def _inspect(self, message: Message, rule: Rule) -> Inspection:
        extraction = self.reader(message)
        verdict = self.weigh(extraction.segments, extraction.incomplete, rule)
        decision = verdict.decision
        if decision.monitored:
            return Inspection(decision, Forward(self._annotated(message, message.raw, decision)))
        if verdict.defer or _unseen_for_now(verdict):
            return Inspection(decision, Defer(self.composer.deferred()))
        if decision.action is Action.BLOCK or not _can_hold(message, verdict):
            return self._refused(decision)
        if decision.action is Action.REDACT:
            return self._redacted(message, rule, extraction, verdict)
        signed = _signed(extraction)
        del extraction  # it holds the attachments decoded: a big mail is copied next
        return Inspection(
            decision, Forward(self._delivered(message, rule, decision, message.raw, (), signed=signed))
        )

    def _redacted(self, message: Message, rule: Rule, extraction: Extraction, verdict: Verdict) -> Inspection:
        work = _Redaction(self, message, rule, extraction, verdict)
        if not work.run():
            return self._refused(replace(verdict.decision, action=Action.BLOCK, held=()))
        if work.stubborn:
            return Inspection(verdict.decision, Defer(self.composer.deferred()))
        decision = replace(verdict.decision, held=tuple(work.withheld), would=Action.REDACT)
        signed = _signed(extraction)
        content = self._delivered(message, rule, decision, work.content, verdict.redact, signed=signed)
        return Inspection(decision, Forward(content), tuple(work.held))

    def _refused(self, decision: Decision) -> Inspection:
        decision = replace(decision, action=Action.BLOCK, would=Action.BLOCK, held=())
        return Inspection(decision, Refuse(self.composer.blocked(decision)))

    def _delivered(
        self,
        message: Message,
        rule: Rule,
        decision: Decision,
        content: bytes,
        cut: Sequence[Finding],
        *,
        signed: bool,
    ) -> bytes:
        """`content` with the trace headers and, where something was cut or warned about, the banner."""
        if decision.action is Action.PASS or message.channel is not Channel.EMAIL:
            return self._annotated(message, content, decision)
        from gateway.mime.annotate import Banner, annotate

        notice = self.composer.banner(decision, rule, message.id, cut=cut, signed=signed)
        headers = self._headers(message, decision)
        seals = self.sign is not None and decision.action is Action.REDACT
        delivered = annotate(
            content,
            headers=() if seals else headers,
            banner=Banner(notice.text, notice.html),
            subject_tag=self.composer.subject_tag(decision),
            keep_signed=content is message.raw,
        )
        if self.sign is not None and seals:
            from gateway.mime.seal import sealed

            delivered = sealed(
                delivered,
                headers,
                message_id=message.id,
                action=decision.action.value,
                counts=decision.counts,
                sign=self.sign,
            )
        return self._arc_sealed(message, delivered)

    def _arc_sealed(self, message: Message, delivered: bytes) -> bytes:
        """With the ARC seal where there is one; a message that it cannot be made for goes without."""
        if self.arc is None:
            return delivered
        try:
            return self.arc(delivered)
        except Exception as error:
            self.on_error("arc", error, message.id)
            return delivered

    def _annotated(self, message: Message, content: bytes, decision: Decision) -> bytes:
        if message.channel is not Channel.EMAIL:
            return content
        from gateway.mime.annotate import annotate

        return annotate(content, headers=self._headers(message, decision))

    def _headers(self, message: Message, decision: Decision) -> list[tuple[str, str]]:
        headers = [("X-Ecluse-Id", message.id), ("X-Ecluse-Action", decision.action.value)]
        if decision.findings and not decision.monitored:
            counts = ", ".join(f"{entity}={count}" for entity, count in decision.counts.items())
            headers.append(("X-Ecluse-Findings", counts))
        if any(item.reason is Reason.SECURED for item in decision.incomplete):
            headers.append(("X-Ecluse-Secured", "yes"))
        return headers

    # -- small parts ------------------------------------------------------------------------------------

    def _entities_of(self, rule: Rule) -> frozenset[str]:
        known = self._entities.get(rule.id)
        return known if known is not None else entities_of(rule, IDENTITY, PERSONAL_ONLY)

    def is_light(self, message: Message, rule: Rule) -> bool:
        """Whether `message` is inspected sooner than a thread is asked."""
        return "PERSON" not in self._entities_of(rule) and is_light(message)

    def _edits(self, findings: Sequence[Finding], language: str) -> list[Edit]:
        """One edit per place, in order of segment and start; overlapping findings become one edit."""
        edits: list[Edit] = []
        strongest = 0.0
        for finding in sorted(findings, key=lambda item: (item.segment, item.start, -item.end)):
            marker = self.composer.marker(finding.entity_type, language)
            last = edits[-1] if edits else None
            if last is not None and last.segment == finding.segment and finding.start < last.end:
                marker = marker if finding.score > strongest else last.replacement
                edits[-1] = replace(last, end=max(last.end, finding.end), replacement=marker)
                strongest = max(strongest, finding.score)
            else:
                edits.append(Edit(finding.segment, finding.start, finding.end, marker))
                strongest = finding.score
        return edits

    def _left_over(self, message: Message, content: bytes, rule: Rule) -> tuple[Extraction, list[Finding]]:
        """Read and scan what would leave; our own markers are blanked first, so they are no cues."""
        extraction = self.reader(replace(message, raw=content, whole=False))
        segments = [
            _blanked(segment, self._markers.sub(_blank, segment.text)) for segment in extraction.segments
        ]
        scanned = self.scanner.scan(segments, self._entities_of(rule), Budget(self.seconds))
        return extraction, [
            f for f in scanned.findings if action_of(rule, f) in (Action.REDACT, Action.BLOCK)
        ]


class _Redaction:
    """One message being redacted: rewrite, look again, and withhold what cannot be redacted truly."""

    def __init__(
        self, inspector: Inspector, message: Message, rule: Rule, extraction: Extraction, verdict: Verdict
    ) -> None:
        self._inspector, self._message, self._rule = inspector, message, rule
        self._original, self._extraction, self._decision = extraction, extraction, verdict.decision
        self._edits = inspector._edits(verdict.redact, verdict.decision.language)
        self._texts = {segment.path: segment.text for segment in extraction.segments}
        self._found = {self._texts[item.segment][item.start : item.end] for item in verdict.redact}
        self.content = message.raw
        self.withheld: dict[str, Placeholder] = {}
        self.held: list[HeldPart] = []
        self.stubborn = False
        for item in verdict.hold:
            part = _replaceable(message.channel, item.part)
            assert part is not None  # else the message was refused
            self._withhold(part, item.reason.value)

    def run(self) -> bool:
        """Make the edits until nothing is left. False: it cannot be done and the message must be refused.

        `stubborn` is set when values keep turning up: then the message is deferred, never passed.
        """
        for _ in range(_PASSES):
            if not self._rewrite():
                return False
            self._extraction, left = self._inspector._left_over(self._message, self.content, self._rule)
            left = self._not_judged(left)
            if not left:
                return True
            self._edits = self._inspector._edits(left, self._decision.language)
        self.stubborn = True
        return True

    def _not_judged(self, left: Sequence[Finding]) -> list[Finding]:
        """Without those that stood there before and were let be: what they stand beside now says no more than it did then."""
        texts = {segment.path: segment.text for segment in self._extraction.segments} if left else {}
        kept = []
        for finding in left:
            value = texts[finding.segment][finding.start : finding.end]
            is_cut = any(value in cut or cut in value for cut in self._found)
            if is_cut or value not in self._texts.get(finding.segment, ""):
                kept.append(finding)
        return kept

    def _rewrite(self) -> bool:
        withheld = dict(self.withheld) if self.content is self._message.raw else {}
        while True:
            edits = [edit for edit in self._edits if not _inside(edit.segment, withheld)]
            try:
                self.content = self._extraction.rewrite(edits, withheld)
            except CannotRedact as obstacle:
                part = _replaceable(self._message.channel, obstacle.part)
                if self._rule.unredactable == "block" or part is None or part in withheld:
                    return False
                self._withhold(part, "UNREDACTABLE")
                withheld[part] = self.withheld[part]
            else:
                return True

    def _withhold(self, part: str, reason: str) -> None:
        if part in self.withheld:
            return
        self.held.append(HeldPart(part, self._original.part(part), reason=reason))
        placeholder = self._inspector.composer.placeholder(self._decision, self._message.id, part)
        self.withheld[part] = placeholder


def _cut(text: str, edits: Iterable[Edit]) -> str:
    """`text` with `edits`, in their order, made."""
    pieces, position = list[str](), 0
    for edit in edits:
        pieces += (text[position : edit.start], edit.replacement)
        position = edit.end
    return "".join((*pieces, text[position:]))


def _signed(extraction: Extraction) -> bool:
    return bool(getattr(extraction, "signed", False))


def _is_attachment(path: str) -> bool:
    return path.startswith("att/")


def _replaceable(channel: Channel, path: str) -> str | None:
    """The part whose place a placeholder can take so that what stands at `path` is withheld; None when there is none.

    An attachment or a body makes way by itself. What only some mail programs show, or what concerns all of a mail,
    takes the whole content with it (""); header fields cannot be replaced, nor can the fields of a form.
    """
    if _is_attachment(path):
        return path
    if channel is not Channel.EMAIL or path.startswith("header/"):
        return None
    return path if _BODY.fullmatch(path) else ""


def _inside(segment: str, parts: Mapping[str, Placeholder]) -> bool:
    if "" in parts:
        return not segment.startswith("header/")
    return any(segment == part or segment.startswith(f"{part}/") for part in parts)


def _unseen_for_now(verdict: Verdict) -> bool:
    """A body that took too long to scan is tried again later, not refused."""
    return any(item.reason is Reason.TOO_SLOW and not _is_attachment(item.part) for item in verdict.hold)


def _can_hold(message: Message, verdict: Verdict) -> bool:
    """What cannot be replaced by a placeholder cannot be held: the sender is told."""
    return all(_replaceable(message.channel, item.part) is not None for item in verdict.hold)


def _blank(match: re.Match[str]) -> str:
    return _BLANK * len(match[0])


def _blanked(segment: Segment, text: str) -> Segment:
    return segment if text == segment.text else replace(segment, text=text)
