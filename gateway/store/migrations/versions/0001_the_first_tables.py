"""The first tables"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "access",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("username", sa.String(length=128), nullable=False),
        sa.Column("what", sa.String(length=64), nullable=False),
        sa.Column("target", sa.String(length=64), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_access_at", "access", ["at", "id"], unique=False)
    op.create_index("ix_access_target", "access", ["target"], unique=False)
    op.create_table(
        "daily",
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("scope", sa.String(length=330), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("rule", sa.String(length=64), nullable=False),
        sa.Column("mode", sa.String(length=16), nullable=False),
        sa.Column("action", sa.String(length=16), nullable=False),
        sa.Column("would", sa.String(length=16), nullable=False),
        sa.Column("messages", sa.BigInteger(), nullable=False),
        sa.Column("held", sa.BigInteger(), nullable=False),
        sa.Column("incomplete", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("day", "scope", "channel", "rule", "mode", "action", "would"),
    )
    op.create_index("ix_daily_scope", "daily", ["scope", "day"], unique=False)
    op.create_table(
        "daily_types",
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("scope", sa.String(length=330), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("action", sa.String(length=16), nullable=False),
        sa.Column("entity_type", sa.String(length=64), nullable=False),
        sa.Column("findings", sa.BigInteger(), nullable=False),
        sa.Column("messages", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("day", "scope", "channel", "action", "entity_type"),
    )
    op.create_index("ix_daily_types_scope", "daily_types", ["scope", "day"], unique=False)
    op.create_table(
        "feedback",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("notice", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("entity_type", sa.String(length=64), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("username", sa.String(length=128), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_feedback_notice", "feedback", ["notice"], unique=False)
    op.create_table(
        "held",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("expires", sa.BigInteger(), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("rule", sa.String(length=64), nullable=False),
        sa.Column("language", sa.String(length=3), nullable=False),
        sa.Column("sender", sa.String(length=64), nullable=False),
        sa.Column("mailboxes", sa.Text(), nullable=False),
        sa.Column("parts", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("key_id", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_held_at", "held", ["at", "id"], unique=False)
    op.create_index("ix_held_sender", "held", ["sender"], unique=False)
    op.create_index("ix_held_state", "held", ["state", "expires"], unique=False)
    op.create_table(
        "notice_marks",
        sa.Column("mark", sa.String(length=330), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("notice", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("mark", "at", "notice"),
    )
    op.create_index("ix_notice_marks_notice", "notice_marks", ["notice"], unique=False)
    op.create_table(
        "notices",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("door", sa.String(length=32), nullable=False),
        sa.Column("action", sa.String(length=16), nullable=False),
        sa.Column("would", sa.String(length=16), nullable=False),
        sa.Column("mode", sa.String(length=16), nullable=False),
        sa.Column("rule", sa.String(length=64), nullable=False),
        sa.Column("policy_hash", sa.String(length=64), nullable=False),
        sa.Column("language", sa.String(length=3), nullable=False),
        sa.Column("reply", sa.String(length=8), nullable=False),
        sa.Column("form_id", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("held", sa.Integer(), nullable=False),
        sa.Column("sender", sa.String(length=64), nullable=False),
        sa.Column("mailboxes", sa.Text(), nullable=False),
        sa.Column("counts", sa.Text(), nullable=False),
        sa.Column("findings", sa.Text(), nullable=False),
        sa.Column("incomplete", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_notices_action", "notices", ["action", "at", "id"], unique=False)
    op.create_index("ix_notices_at", "notices", ["at", "id"], unique=False)
    op.create_index("ix_notices_channel", "notices", ["channel", "at", "id"], unique=False)
    op.create_index("ix_notices_mode", "notices", ["mode", "at", "id"], unique=False)
    op.create_index("ix_notices_rule", "notices", ["rule", "at", "id"], unique=False)
    op.create_index("ix_notices_sender", "notices", ["sender", "at"], unique=False)
    op.create_table(
        "policies",
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("hash"),
    )
    op.create_table(
        "register",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("previous", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("seq"),
    )
    op.create_table(
        "releases",
        sa.Column("held", sa.String(length=64), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("asked_by", sa.String(length=128), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("approved_at", sa.BigInteger(), nullable=True),
        sa.Column("approved_by", sa.String(length=128), nullable=True),
        sa.PrimaryKeyConstraint("held"),
    )
    op.create_table(
        "sessions",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("username", sa.String(length=128), nullable=False),
        sa.Column("stage", sa.String(length=16), nullable=False),
        sa.Column("csrf", sa.String(length=64), nullable=False),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.Column("seen", sa.BigInteger(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_sessions_user", "sessions", ["username"], unique=False)
    op.create_table(
        "submissions",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("expires", sa.BigInteger(), nullable=False),
        sa.Column("form_id", sa.String(length=64), nullable=False),
        sa.Column("action", sa.String(length=16), nullable=False),
        sa.Column("counts", sa.Text(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_submissions_expires", "submissions", ["expires"], unique=False)
    op.create_index("ix_submissions_form", "submissions", ["form_id", "at", "id"], unique=False)
    op.create_table(
        "users",
        sa.Column("name", sa.String(length=128), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("password", sa.Text(), nullable=False),
        sa.Column("totp", sa.LargeBinary(), nullable=True),
        sa.Column("totp_step", sa.BigInteger(), nullable=False),
        sa.Column("scopes", sa.Text(), nullable=False),
        sa.Column("disabled", sa.Boolean(), nullable=False),
        sa.Column("must_change", sa.Boolean(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("locked_until", sa.BigInteger(), nullable=False),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )


def downgrade() -> None:
    op.drop_table("users")
    op.drop_index("ix_submissions_form", table_name="submissions")
    op.drop_index("ix_submissions_expires", table_name="submissions")
    op.drop_table("submissions")
    op.drop_index("ix_sessions_user", table_name="sessions")
    op.drop_table("sessions")
    op.drop_table("releases")
    op.drop_table("register")
    op.drop_table("policies")
    op.drop_index("ix_notices_sender", table_name="notices")
    op.drop_index("ix_notices_rule", table_name="notices")
    op.drop_index("ix_notices_mode", table_name="notices")
    op.drop_index("ix_notices_channel", table_name="notices")
    op.drop_index("ix_notices_at", table_name="notices")
    op.drop_index("ix_notices_action", table_name="notices")
    op.drop_table("notices")
    op.drop_index("ix_notice_marks_notice", table_name="notice_marks")
    op.drop_table("notice_marks")
    op.drop_index("ix_held_state", table_name="held")
    op.drop_index("ix_held_sender", table_name="held")
    op.drop_index("ix_held_at", table_name="held")
    op.drop_table("held")
    op.drop_index("ix_feedback_notice", table_name="feedback")
    op.drop_table("feedback")
    op.drop_index("ix_daily_types_scope", table_name="daily_types")
    op.drop_table("daily_types")
    op.drop_index("ix_daily_scope", table_name="daily")
    op.drop_table("daily")
    op.drop_index("ix_access_target", table_name="access")
    op.drop_index("ix_access_at", table_name="access")
    op.drop_table("access")
