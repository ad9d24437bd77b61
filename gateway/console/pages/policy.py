"""The rules in force in readable form, and a place to try a message on them. Nothing tried is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape
from sqlalchemy import select
from starlette.responses import Response

from gateway.console.pages.statistics import compare, last_days
from gateway.console.visit import Visit
from gateway.model import Channel, Decision, Finding, Message, Segment
from gateway.pipeline import Inspector, new_id
from gateway.policy.decide import action_of
from gateway.policy.model import Rule
from gateway.store import search
from gateway.store.schema import policies

_MOST = 20_000  # characters shown of one segment


@dataclass(frozen=True, slots=True)
class Tried:
    """A segment of a tried message: where, its text with what was found marked, and the findings."""

    where: str
    text: Markup
    findings: Sequence[tuple[Finding, str]]


def show(visit: Visit) -> Response:
    """Every rule, since when, and what monitored rules would have done in the last 30 days."""
    policy = visit.inspector.policy
    days = last_days(visit, 30)
    totals = search.totals(visit.database, visit.scopes, days[0], days[-1])
    with visit.database.read() as connection:
        since = connection.scalar(select(policies.c.since).where(policies.c.hash == policy.hash))
    return visit.page(
        "policy.html",
        policy=policy,
        since=since,
        monitored={rule: (count, actions) for rule, count, actions in compare(totals)},
        looked_for={rule.id: visit.inspector.entities_of(rule) for rule in policy.rules},
    )


def ask(visit: Visit, error: str = "") -> Response:
    """The empty form."""
    rules = visit.inspector.policy.rules
    return visit.page(
        "try.html",
        422 if error else 200,
        error=error,
        rules=rules,
        chosen=rules[0].id,
        text="",
        tried=None,
        decision=None,
    )


def attempt(visit: Visit) -> Response:
    """What would happen to the pasted text or the uploaded message. It is shown once and kept nowhere."""
    inspector = visit.inspector
    rules = {rule.id: rule for rule in inspector.policy.rules}
    rule = rules.get(visit.form.get("rule"), inspector.policy.rules[0])
    upload, text = visit.form.files.get("file", b""), visit.form.get("text")
    if not upload and not text.strip():
        return ask(visit, "error.nothing_to_try")
    if upload:
        message = Message(new_id(), Channel.EMAIL, upload)
        extraction = inspector.reader(message)
        segments, incomplete = extraction.segments, extraction.incomplete
    else:
        segments, incomplete = [Segment("text", text)], ()
    decision = inspector.weigh(segments, incomplete, rule).decision
    return visit.page(
        "try.html",
        rules=rules.values(),
        chosen=rule.id,
        text=text,
        decision=decision,
        tried=_tried(visit, segments, decision, rule),
        redacted=_redacted(inspector, segments, rule, incomplete),
    )


def _redacted(
    inspector: Inspector, segments: Sequence[Segment], rule: Rule, incomplete: Sequence[object]
) -> str:
    verdict = inspector.weigh(segments, (), rule)
    texts = inspector.redact_texts(segments, verdict.redact, verdict.decision.language)
    return "\n".join(texts[segment.path] for segment in segments if segment.path in texts)[:_MOST]


def _tried(visit: Visit, segments: Sequence[Segment], decision: Decision, rule: Rule) -> list[Tried]:
    tried = []
    for segment in segments:
        found = sorted((f for f in decision.findings if f.segment == segment.path), key=lambda f: f.start)
        if found or segment.path.startswith(("text", "body", "header/subject", "field")):
            explained = [(finding, action_of(rule, finding).value) for finding in found]
            tried.append(Tried(visit.where(segment.path), _marked(visit, segment.text, found), explained))
    return tried


def _marked(visit: Visit, text: str, findings: Sequence[Finding]) -> Markup:
    """`text` with each finding in a <mark>; overlapping ones share it."""
    out, at = Markup(), 0
    for finding in findings:
        if finding.start < at or finding.start > _MOST:
            continue
        name = visit.entity(finding.entity_type)
        out += escape(text[at : finding.start])
        out += Markup('<mark>{}<span class="tag">{}</span></mark>').format(
            text[finding.start : finding.end], name
        )
        at = finding.end
    return out + escape(text[at:_MOST])
