"""Whose account it is at the identity provider"""

import sqlalchemy as sa
from alembic import op

revision = "0003_subject"
down_revision = "0002_idempotency"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("users", sa.Column("subject", sa.String(length=64), nullable=True))
