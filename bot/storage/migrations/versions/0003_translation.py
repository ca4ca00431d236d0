"""What waits for a translation, what counsellors chose and corrected"""

import sqlalchemy as sa
from alembic import op

from bot.storage.tables import UtcDateTime

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    no = {"nullable": False, "server_default": sa.false()}
    op.add_column("cases", sa.Column("wants_pending", sa.Boolean(), **no))
    op.add_column("remarks", sa.Column("pending", sa.Boolean(), **no))
    op.add_column("remarks", sa.Column("held", sa.Boolean(), **no))
    op.add_column("remarks", sa.Column("untranslated", sa.String(length=16), nullable=True))
    op.add_column("remarks", sa.Column("back", sa.Text(), nullable=True))
    op.create_index(
        "ix_remarks_pending",
        "remarks",
        ["case_id"],
        sqlite_where=sa.text("pending"),
        postgresql_where=sa.text("pending"),
    )
    op.create_table(
        "preferences",
        sa.Column("who_key", sa.String(length=64), nullable=False),
        sa.Column("back_translation", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("who_key"),
    )
    op.create_table(
        "corrections",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("case_id", _ID, nullable=True),
        sa.Column("source", sa.String(length=2), nullable=False),
        sa.Column("target", sa.String(length=2), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("better", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("who", sa.String(length=128), nullable=False),
        sa.Column("created_at", UtcDateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.String(length=128), nullable=True),
        sa.Column("decided_at", UtcDateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_corrections_case_id", "corrections", ["case_id"])
    op.create_index("ix_corrections_state", "corrections", ["state"])


def downgrade() -> None:
    op.drop_table("corrections")
    op.drop_table("preferences")
    op.drop_index("ix_remarks_pending", "remarks")
    for name in ("back", "untranslated", "held", "pending"):
        op.drop_column("remarks", name)
    op.drop_column("cases", "wants_pending")
