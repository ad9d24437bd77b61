"""`ecluse scan` and `ecluse redact`: the gateway's own judgement on files, without a gateway."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from gateway.commands.options import catalog_of
from gateway.documents import build_documents
from gateway.mime.limits import MimeLimits
from gateway.model import Action, Channel, Decision, Extraction, Forward, Message
from gateway.notices.compose import Composer
from gateway.pipeline import Inspector, new_id
from gateway.policy.decide import entities_of
from gateway.policy.load import load_policy
from gateway.policy.model import Rule
from gateway.scan.engine import Scanner
from gateway.settings import Settings, SettingsError
from recognizers.types import IDENTITY, PERSONAL_ONLY

_FIRST_FIELD: Final = re.compile(rb"\A(?:From |[!-9;-~]{1,70}:)")
_MAIL_FIELD: Final = re.compile(
    rb"(?im)^(?:from|to|subject|date|message-id|received|mime-version|content-type|return-path):"
)
_MAIL_SUFFIXES: Final = frozenset((".eml", ".msg", ".mail", ".mbox"))
_OLE: Final = b"\xd0\xcf\x11\xe0"
_DOCUMENT: Final = "document"  # the path of a lone document; left out of what is printed


class FileJudge:
    """Judges files under one rule of the policy. Close it when done: documents are read in worker processes."""

    def __init__(self, settings: Settings, profile: str) -> None:
        policy = load_policy(
            settings.policy.file,
            email_action=settings.policy.email_action,
            feedback_action=settings.policy.feedback_action,
        )
        limits = settings.limits
        self._documents = build_documents(settings)
        self._mime_limits = MimeLimits(limits.max_parts, limits.max_depth, limits.max_text)
        names = settings.names if settings.names.enabled else None
        self._inspector = Inspector(
            policy,
            Scanner(allow=policy.allow, names=names),
            Composer(catalog_of(settings), policy.organisation),
            self._read,
            seconds=limits.document_seconds,
        )
        try:
            self.rule: Rule = self._inspector.rule_for_profile(profile)
        except LookupError as error:
            raise SettingsError(f"{settings.policy.file}: {error}") from None
        self.entities = entities_of(self.rule, IDENTITY, PERSONAL_ONLY)

    def _read(self, message: Message) -> Extraction:
        if message.channel is Channel.EMAIL:
            from gateway.mime.message import index

            return index(message.raw, limits=self._mime_limits, open_document=self._documents.open)
        return self._documents.open(message.raw, message.content_type, message.form_id, _DOCUMENT, 0)

    def judge(self, content: bytes, name: str, language: str) -> Decision:
        """What the policy says of a file."""
        extraction = self._read(_message(content, name))
        return self._inspector.weigh(extraction.segments, extraction.incomplete, self.rule, language).decision

    def judge_fields(self, fields: Mapping[str, str]) -> tuple[Decision, dict[str, str]]:
        """What the policy says of a row of named fields, and the fields with what it finds cut out."""
        return self._inspector.scan_texts(fields, self._redacting())

    def redact(self, content: bytes, name: str, message_id: str = "") -> tuple[Decision, bytes | None]:
        """The redacted copy (None when it cannot be redacted truly), whatever the rule's action is.

        `message_id` is what the copy's notice calls it; a fresh one by default.
        """
        inspection = self._inspector.inspect(_message(content, name, message_id), self._redacting())
        outcome = inspection.outcome
        return inspection.decision, outcome.content if isinstance(outcome, Forward) else None

    def _redacting(self) -> Rule:
        return self.rule.model_copy(update={"action": Action.REDACT, "actions": {}, "mode": "enforce"})

    def close(self) -> None:
        """Stop the document workers."""
        self._documents.close()


def _message(content: bytes, name: str, message_id: str = "") -> Message:
    """A file as a Message: an email by its suffix or its first lines, else a document."""
    suffix = Path(name).suffix.lower()
    looks = bool(_FIRST_FIELD.match(content)) and len(_MAIL_FIELD.findall(content[:20_000])) >= 2
    if looks or (suffix in _MAIL_SUFFIXES and not content.startswith(_OLE)):
        return Message(message_id or new_id(), Channel.EMAIL, content)
    declared = "text/plain" if suffix in ("", ".txt", ".text", ".md", ".log", ".err", ".out") else ""
    return Message(
        message_id or new_id(), Channel.FORM, content, content_type=declared, form_id=Path(name).name
    )


def as_json(source: str, decision: Decision, explain: bool) -> dict[str, Any]:
    """One line of `ecluse scan --json`: places and types, never a value."""
    return {
        "source": source,
        "action": decision.would.value,
        "rule": decision.rule,
        "language": decision.language,
        "findings": [
            {
                "entity_type": finding.entity_type,
                "start": finding.start,
                "end": finding.end,
                "score": round(finding.score, 3),
                "segment": _shown(finding.segment),
                **({"recognizer": finding.recognizer, "evidence": list(finding.evidence)} if explain else {}),
            }
            for finding in decision.findings
        ],
        "incomplete": [
            {"reason": item.reason.value, "part": _shown(item.part)} for item in decision.incomplete
        ],
    }


def as_text(source: str, decision: Decision, explain: bool) -> Iterator[str]:
    """The same for a person to read."""
    yield f"{source}: {decision.would.value} ({decision.rule}, {decision.language})"
    for finding in decision.findings:
        evidence = f"  [{', '.join(finding.evidence)}]" if explain else ""
        place = f"{_shown(finding.segment)}:{finding.start}-{finding.end}"
        yield f"  {finding.entity_type:<26}{finding.score:.2f}  {place}{evidence}"
    for item in decision.incomplete:
        yield f"  could not be looked into: {item.reason.value} {_shown(item.part)}"


def _shown(path: str) -> str:
    return path.removeprefix(f"{_DOCUMENT}/").removeprefix(_DOCUMENT) or "text"
