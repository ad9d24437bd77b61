"""Findings and what could not be looked into, weighed by a rule, become a Decision. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from gateway.model import Action, Decision, Finding, Incomplete, IncompleteAction, Reason
from gateway.policy.model import Rule


@dataclass(frozen=True, slots=True)
class Verdict:
    """A decision, and what carrying it out needs to know.

    `redact` are the findings to cut out; `hold` the parts to withhold; `defer` asks the sender to try again.
    """

    decision: Decision
    redact: tuple[Finding, ...] = ()
    hold: tuple[Incomplete, ...] = ()
    defer: bool = False


def action_of(rule: Rule, finding: Finding) -> Action:
    """What `rule` does about one finding; PASS below its thresholds."""
    action = rule.actions.get(finding.entity_type, rule.action)
    if finding.score >= rule.threshold:
        return action
    if rule.warn_threshold is not None and finding.score >= rule.warn_threshold:
        return Action.WARN if action is not Action.PASS else Action.PASS
    return Action.PASS


def decide(
    rule: Rule,
    findings: Sequence[Finding],
    incomplete: Sequence[Incomplete],
    *,
    language: str,
    policy_hash: str,
) -> Verdict:
    """The heaviest action that any finding or unseen part calls for.

    In `mode = "monitor"` the decision is PASS and `would` holds what enforcement would have done.
    """
    if not findings and not incomplete:
        return _nothing(rule.id, rule.mode == "monitor", language, policy_hash)
    weighed = [(action_of(rule, finding), finding) for finding in findings]
    counted = tuple(finding for action, finding in weighed if action is not Action.PASS)
    unseen = [(_unseen_action(rule, item), item) for item in incomplete]
    would = Action.heaviest(
        *(action for action, _ in weighed),
        *(_AS_ACTION[action] for action, _ in unseen if action is not IncompleteAction.DEFER),
    )
    monitored = rule.mode == "monitor"
    hold = tuple(item for action, item in unseen if action is IncompleteAction.HOLD)
    decision = Decision(
        action=Action.PASS if monitored else would,
        would=would,
        monitored=monitored,
        rule=rule.id,
        findings=counted,
        incomplete=tuple(incomplete),
        held=tuple(item.part for item in hold) if not monitored and would is not Action.BLOCK else (),
        language=language,
        policy_hash=policy_hash,
    )
    return Verdict(
        decision,
        redact=tuple(finding for action, finding in weighed if action is Action.REDACT),
        hold=hold,
        defer=not monitored and any(action is IncompleteAction.DEFER for action, _ in unseen),
    )


@lru_cache(maxsize=256)
def _nothing(rule: str, monitored: bool, language: str, policy_hash: str) -> Verdict:
    """Of nearly every message: nothing was found in it, and all of it was seen."""
    return Verdict(
        Decision(Action.PASS, rule, monitored=monitored, language=language, policy_hash=policy_hash)
    )


def _unseen_action(rule: Rule, item: Incomplete) -> IncompleteAction:
    """What the rule names; but a file inside a body's own text is not worth withholding that text: it is warned about."""
    action = rule.incomplete.action_for(item.reason)
    in_text = not item.part.startswith("att/")
    if action is IncompleteAction.HOLD and in_text and item.reason in _INSIDE_TEXT:
        return IncompleteAction.WARN
    return action


_INSIDE_TEXT = frozenset((Reason.UNKNOWN_TYPE, Reason.UNREADABLE, Reason.ENCRYPTED, Reason.SECURED))
_AS_ACTION = {
    IncompleteAction.PASS: Action.PASS,
    IncompleteAction.WARN: Action.WARN,
    IncompleteAction.HOLD: Action.REDACT,  # the message changes: a placeholder stands where the part was
    IncompleteAction.BLOCK: Action.BLOCK,
    IncompleteAction.DEFER: Action.PASS,
}


def entities_of(rule: Rule, identity: Sequence[str], personal: Sequence[str]) -> frozenset[str]:
    """The entity types that `rule` looks for: its categories and entities, less the excepted ones.

    A type whose own action is "pass" is not looked for.
    """
    wanted = set(rule.entities)
    if "IDENTITY" in rule.categories:
        wanted.update(identity)
    if "PERSONAL" in rule.categories:
        wanted.update(identity, personal)
    silent = {entity for entity, action in rule.actions.items() if action is Action.PASS}
    return frozenset(wanted.difference(rule.except_entities, silent))
