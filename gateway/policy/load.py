"""Reads `config/policy.toml` into a `Policy`; every problem is named with its file and line."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

import config
from gateway.model import Action, Channel
from gateway.policy.model import Policy, Rule
from gateway.settings import SettingsError, describe, read_toml

#: The policy that comes with the package, for where none was written yet.
SHIPPED: Final = Path(config.__file__ or "").with_name("policy.toml")
#: What to do where there is no policy: who installed a package has no folder `config` to look into.
_MISSING: Final = f"name the organisation's rules in policy.file; {SHIPPED} can be copied for a beginning"


def load_policy(file: Path, *, email_action: str | None = None, feedback_action: str | None = None) -> Policy:
    """The policy in `file`; the two overrides replace the action of every email (or form) rule.

    `Policy.hash` is the first 16 hex digits of the SHA-256 of what was loaded, overrides included, so that
    a decision can be traced to the rules in force. Raises SettingsError.
    """
    source, data = read_toml(file.absolute(), missing=_MISSING)
    digest = hashlib.sha256(f"{source}\0{email_action}\0{feedback_action}".encode()).hexdigest()[:16]
    try:
        policy = Policy.model_validate({**data, "hash": digest})
    except ValidationError as error:
        raise SettingsError(describe(error, file, source)) from None
    overrides = {Channel.EMAIL: email_action, Channel.FORM: feedback_action}
    rules = tuple(_override(rule, overrides[rule.channel]) for rule in policy.rules)
    return policy.model_copy(update={"rules": rules})


def _override(rule: Rule, action: str | None) -> Rule:
    if action is None:
        return rule
    update: dict[str, Any] = {"action": Action(action)}
    return rule.model_copy(update=update)
