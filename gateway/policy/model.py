"""The organisation's rules, typed. Loaded from `config/policy.toml`; nothing here reads a file."""

from __future__ import annotations

import fnmatch
import re
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from gateway.model import Action, Category, Channel, IncompleteAction, Reason
from recognizers.types import ENTITY_TYPES

Score = Annotated[float, Field(ge=0.0, le=1.0)]


_ODD_SIGN = re.compile(r'[\\"\s(]')
_MEANS_NOTHING = re.compile(r'\\(.)|"|\s+|\([^()]*\)', re.DOTALL)


def _plain(address: str) -> str:
    """The mailbox that `address` means, however it is spelled.

    Source routes (RFC 5321 §3.6.3), quotes, escapes, comments, blanks and a dot at the end are ways to write the same one.
    """
    if address.startswith("@"):
        address = address.partition(":")[2]
    if _ODD_SIGN.search(address):
        address = _MEANS_NOTHING.sub(lambda found: found[1] or "", address)
    return address.rstrip(".")


class Strict(BaseModel):
    """Frozen, and an unknown key is an error: a mistyped setting must stop the start."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Bilingual(Strict):
    """A sentence that a person reads, in both languages; neither may be missing."""

    fr: Annotated[str, Field(min_length=1)]
    en: Annotated[str, Field(min_length=1)]

    def in_language(self, language: str) -> str:
        """The sentence in `language` ("fr" or "en"); French when the language is not known."""
        return self.en if language == "en" else self.fr


class Organisation(Strict):
    """Who the citizen wrote to, and how to send personal information securely instead."""

    name: Bilingual
    secure_url: Bilingual
    contact: Bilingual | None = None


class IncompletePolicy(Strict):
    """What to do with what could not be looked into. Default: deliver with a notice and hold the part."""

    encrypted: IncompleteAction = IncompleteAction.HOLD
    secured: IncompleteAction = IncompleteAction.PASS
    too_deep: IncompleteAction = IncompleteAction.HOLD
    too_big: IncompleteAction = IncompleteAction.HOLD
    too_slow: IncompleteAction = IncompleteAction.HOLD
    unreadable: IncompleteAction = IncompleteAction.HOLD
    unknown_type: IncompleteAction = IncompleteAction.HOLD
    ambiguous: IncompleteAction = IncompleteAction.WARN

    def action_for(self, reason: Reason) -> IncompleteAction:
        """The action for `reason`."""
        action: IncompleteAction = getattr(self, reason.value.lower())
        return action


class Rule(Strict):
    """One rule of the organisation's privacy policy, with the sentence that it enforces.

    `categories` and `entities` say what it looks for; `actions` overrides `action` for single entity types;
    `recipients` and `forms` are shell-style patterns of the addresses and forms that it covers.
    """

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    channel: Channel
    quote: Bilingual
    source: str = ""
    categories: tuple[Category, ...] = ()
    entities: tuple[str, ...] = ()
    except_entities: tuple[str, ...] = ()
    action: Action
    actions: dict[str, Action] = {}
    threshold: Score = 0.5
    warn_threshold: Score | None = None
    mode: Literal["enforce", "monitor"] = "enforce"
    recipients: tuple[str, ...] = ("*",)
    forms: tuple[str, ...] = ("*",)
    unredactable: Literal["hold", "block"] = "hold"
    incomplete: IncompletePolicy = IncompletePolicy()

    @field_validator("entities", "except_entities", "actions")
    @classmethod
    def _entities_are_known(
        cls, named: tuple[str, ...] | dict[str, Action]
    ) -> tuple[str, ...] | dict[str, Action]:
        if unknown := sorted(set(named).difference(ENTITY_TYPES)):
            raise ValueError(
                f"no such entity type: {', '.join(unknown)}; known are {', '.join(ENTITY_TYPES)}"
            )
        return named

    @model_validator(mode="after")
    def _looks_for_something(self) -> Rule:
        if not self.categories and not self.entities:
            raise ValueError(f"rule {self.id}: say what it looks for in `categories` or `entities`")
        return self

    def covers_recipient(self, address: str) -> bool:
        """Whether this rule speaks for mail to `address` (case is ignored, as in practice everywhere)."""
        address = _plain(address).lower()
        return any(fnmatch.fnmatchcase(address, pattern.lower()) for pattern in self.recipients)

    def covers_form(self, form_id: str) -> bool:
        """Whether this rule speaks for the form `form_id`."""
        return any(fnmatch.fnmatchcase(form_id, pattern) for pattern in self.forms)


class Policy(Strict):
    """The whole policy: the organisation, its rules in order (the first that covers a message decides), an allow list."""

    organisation: Organisation
    rules: Annotated[tuple[Rule, ...], Field(min_length=1, alias="rule")]
    allow: tuple[str, ...] = ()
    hash: str = ""

    @field_validator("rules")
    @classmethod
    def _ids_are_unique(cls, rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
        ids = [rule.id for rule in rules]
        if len(set(ids)) != len(ids):
            raise ValueError("two rules have the same id")
        return rules

    def rule_for_recipient(self, address: str) -> Rule | None:
        """The rule for mail to `address`: the first email rule that covers it, None when there is none."""
        return next(
            (r for r in self.rules if r.channel is Channel.EMAIL and r.covers_recipient(address)), None
        )

    def rule_for_form(self, form_id: str) -> Rule | None:
        """The rule for posts to `form_id`: the first form rule that covers it, None when there is none."""
        return next((r for r in self.rules if r.channel is Channel.FORM and r.covers_form(form_id)), None)
