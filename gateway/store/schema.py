"""The tables. Times are whole microseconds since 1970 (UTC); JSON columns are text, so both databases read alike.

Rule of this file: no column holds a value that a citizen typed. What must be kept of one is sealed: `held.sealed`
(to the quarantine's public key, which the gateway cannot open) and `submissions.sealed` (see `secret.py`).
Changes go through `migrations/`; `tests/store/test_migrations.py` compares the two.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, LargeBinary, MetaData, String, Table, Text

metadata: Final = MetaData()

notices: Final = Table(
    "notices",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("channel", String(16), nullable=False),
    Column("door", String(32), nullable=False),
    Column("action", String(16), nullable=False),
    Column("would", String(16), nullable=False),
    Column("mode", String(16), nullable=False),
    Column("rule", String(64), nullable=False),
    Column("policy_hash", String(64), nullable=False),
    Column("language", String(3), nullable=False),
    Column("reply", String(8), nullable=False),
    Column("form_id", String(64), nullable=False),
    Column("size", Integer, nullable=False),
    Column("held", Integer, nullable=False),
    Column("sender", String(64), nullable=False),  # keyed hash, "" for the null sender and forms
    Column("mailboxes", Text, nullable=False),  # JSON list: the organisation's own addresses
    Column("counts", Text, nullable=False),  # JSON {entity type: how many}
    Column("findings", Text, nullable=False),  # JSON list of {segment, type, score, recognizer, evidence}
    Column("incomplete", Text, nullable=False),  # JSON list of {reason, part}
    Index("ix_notices_at", "at", "id"),
    Index("ix_notices_action", "action", "at", "id"),
    Index("ix_notices_channel", "channel", "at", "id"),
    Index("ix_notices_mode", "mode", "at", "id"),
    Index("ix_notices_rule", "rule", "at", "id"),
    Index("ix_notices_sender", "sender", "at"),
)

#: Which notices speak of which entity type ("type:CA_SIN"), mailbox ("mailbox:a@b") or form ("form:x").
notice_marks: Final = Table(
    "notice_marks",
    metadata,
    Column("mark", String(330), primary_key=True),
    Column("at", BigInteger, primary_key=True),
    Column("notice", String(64), primary_key=True),
    Index("ix_notice_marks_notice", "notice"),
)

#: Messages a day. `scope` is "" for all, else one mailbox's or form's mark.
daily: Final = Table(
    "daily",
    metadata,
    Column("day", Integer, primary_key=True),  # 20261124
    Column("scope", String(330), primary_key=True),
    Column("channel", String(16), primary_key=True),
    Column("rule", String(64), primary_key=True),
    Column("mode", String(16), primary_key=True),
    Column("action", String(16), primary_key=True),
    Column("would", String(16), primary_key=True),
    Column("messages", BigInteger, nullable=False),
    Column("held", BigInteger, nullable=False),
    Column("incomplete", BigInteger, nullable=False),
    Index("ix_daily_scope", "scope", "day"),
)

#: Findings a day, by entity type.
daily_types: Final = Table(
    "daily_types",
    metadata,
    Column("day", Integer, primary_key=True),
    Column("scope", String(330), primary_key=True),
    Column("channel", String(16), primary_key=True),
    Column("action", String(16), primary_key=True),
    Column("entity_type", String(64), primary_key=True),
    Column("findings", BigInteger, nullable=False),
    Column("messages", BigInteger, nullable=False),
    Index("ix_daily_types_scope", "scope", "day"),
)

held: Final = Table(
    "held",
    metadata,
    Column("id", String(64), primary_key=True),  # the message's id
    Column("at", BigInteger, nullable=False),
    Column("expires", BigInteger, nullable=False),
    Column("channel", String(16), nullable=False),
    Column("rule", String(64), nullable=False),
    Column("language", String(3), nullable=False),
    Column("sender", String(64), nullable=False),
    Column("mailboxes", Text, nullable=False),
    Column("parts", Text, nullable=False),  # JSON list of {path, reason, content_type, size}
    Column("size", BigInteger, nullable=False),
    Column("key_id", String(64), nullable=False),
    Column("digest", String(64), nullable=False),  # SHA-256 of `sealed`, kept as proof of what was destroyed
    Column("sealed", LargeBinary),  # None once destroyed
    Column("state", String(16), nullable=False),  # held | released | refused | expired | erased
    Column("closed_at", BigInteger),
    Index("ix_held_state", "state", "expires"),
    Index("ix_held_at", "at", "id"),
    Index("ix_held_sender", "sender"),
)

#: A release of an original, which two people sign.
releases: Final = Table(
    "releases",
    metadata,
    Column("held", String(64), primary_key=True),
    Column("asked_at", BigInteger, nullable=False),
    Column("asked_by", String(128), nullable=False),
    Column("reason", Text, nullable=False),
    Column("approved_at", BigInteger),
    Column("approved_by", String(128)),
)

submissions: Final = Table(
    "submissions",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("expires", BigInteger, nullable=False),
    Column("form_id", String(64), nullable=False),
    Column("action", String(16), nullable=False),
    Column("counts", Text, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Index("ix_submissions_form", "form_id", "at", "id"),
    Index("ix_submissions_expires", "expires"),
)

policies: Final = Table(
    "policies",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("since", BigInteger, nullable=False),
    Column("document", Text, nullable=False),  # the rules in force, as JSON
)

feedback: Final = Table(
    "feedback",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("notice", String(64), nullable=False),
    Column("kind", String(16), nullable=False),  # false_positive | missed
    Column("entity_type", String(64), nullable=False),
    Column("evidence", Text, nullable=False),  # JSON: shape and evidence, never text
    Column("username", String(128), nullable=False),
    Index("ix_feedback_notice", "notice"),
)

users: Final = Table(
    "users",
    metadata,
    Column("name", String(128), primary_key=True),
    Column("role", String(16), nullable=False),  # reader | officer | administrator
    Column("password", Text, nullable=False),  # argon2id, "" for people who come by OpenID Connect
    Column("totp", LargeBinary),  # sealed secret; None until enrolled
    Column("totp_step", BigInteger, nullable=False),  # the last code's time step: a code is used once
    Column("scopes", Text, nullable=False),  # JSON list of marks that a reader may see
    Column("disabled", Boolean, nullable=False),
    Column("must_change", Boolean, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("locked_until", BigInteger, nullable=False),
    Column("created", BigInteger, nullable=False),
    Column(
        "subject", String(64)
    ),  # SHA-256 of the identity provider's issuer and subject; None until a first visit
)

sessions: Final = Table(
    "sessions",
    metadata,
    Column("id", String(64), primary_key=True),  # SHA-256 of the cookie
    Column("username", String(128), nullable=False),
    Column("stage", String(16), nullable=False),  # password (half way) | full
    Column("csrf", String(64), nullable=False),
    Column("created", BigInteger, nullable=False),
    Column("seen", BigInteger, nullable=False),
    Column("data", Text, nullable=False),
    Index("ix_sessions_user", "username"),
)

#: Form posts with an Idempotency-Key: keyed hashes of the key and of the body, and the status that was answered (0: none yet).
idempotency: Final = Table(
    "idempotency",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("body", String(64), nullable=False),
    Column("status", Integer, nullable=False),
    Column("expires", BigInteger, nullable=False),
    Index("ix_idempotency_expires", "expires"),
)

#: Every view or use of sensitive material.
access: Final = Table(
    "access",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("username", String(128), nullable=False),
    Column("what", String(64), nullable=False),
    Column("target", String(64), nullable=False),
    Column("detail", Text, nullable=False),
    Index("ix_access_at", "at", "id"),
    Index("ix_access_target", "target"),
)

#: The register: each entry's hash covers the entry before it.
register: Final = Table(
    "register",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", BigInteger, nullable=False),
    Column("kind", String(64), nullable=False),
    Column("detail", Text, nullable=False),  # canonical JSON
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
)
