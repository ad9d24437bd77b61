"""Rules put together or eased, for messages that cannot be split and places where nothing can be refused. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from gateway.model import Action, IncompleteAction
from gateway.policy.decide import entities_of
from gateway.policy.model import IncompletePolicy, Rule

_WEIGHT: Final = (
    IncompleteAction.PASS,
    IncompleteAction.WARN,
    IncompleteAction.HOLD,
    IncompleteAction.DEFER,
    IncompleteAction.BLOCK,
)


def strictest(one: Rule, other: Rule, identity: Sequence[str], personal: Sequence[str]) -> Rule:
    """A rule that looks for all that either looks for, and does to each the heavier of what either does.

    Thresholds are the lower ones, and it enforces if either does. Its sentence is that of the heavier rule; its id
    names both ("a.b"). `identity` and `personal` are the entity types of the two categories.
    """
    if other.id in one.id.split("."):
        return one
    wanted = [(rule, entities_of(rule, identity, personal)) for rule in (one, other)]
    entities = sorted(wanted[0][1] | wanted[1][1])
    leading = one if Action.heaviest(one.action, other.action) is one.action else other
    warned = [rule.warn_threshold for rule in (one, other) if rule.warn_threshold is not None]
    return leading.model_copy(
        update={
            "id": f"{one.id}.{other.id}",
            "categories": (),
            "entities": tuple(entities),
            "except_entities": (),
            "actions": {
                entity: Action.heaviest(
                    *(rule.actions.get(entity, rule.action) for rule, known in wanted if entity in known)
                )
                for entity in entities
            },
            "threshold": min(one.threshold, other.threshold),
            "warn_threshold": min(warned, default=None),
            "mode": "enforce" if "enforce" in (one.mode, other.mode) else "monitor",
            "unredactable": "block" if "block" in (one.unredactable, other.unredactable) else "hold",
            "incomplete": _stricter(one.incomplete, other.incomplete),
        }
    )


def _stricter(one: IncompletePolicy, other: IncompletePolicy) -> IncompletePolicy:
    heavier = {
        reason: max(getattr(one, reason), getattr(other, reason), key=_WEIGHT.index)
        for reason in IncompletePolicy.model_fields
    }
    return IncompletePolicy(**heavier)


def never_refusing(rule: Rule) -> Rule:
    """`rule` behind a queue, where a refusal would bounce to a sender who may be forged: what it blocks is redacted or held."""
    incomplete = {
        reason: IncompleteAction.HOLD if action is IncompleteAction.BLOCK else action
        for reason, action in (
            (name, getattr(rule.incomplete, name)) for name in IncompletePolicy.model_fields
        )
    }
    return rule.model_copy(
        update={
            "action": _eased(rule.action),
            "actions": {entity: _eased(action) for entity, action in rule.actions.items()},
            "unredactable": "hold",
            "incomplete": IncompletePolicy(**incomplete),
        }
    )


def _eased(action: Action) -> Action:
    return Action.REDACT if action is Action.BLOCK else action
