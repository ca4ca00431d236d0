"""Statistics, reports, the audit log, keys of addresses and receipts of erasure"""

import sqlalchemy as sa
from alembic import op

from bot.storage.tables import UtcDateTime

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        # 0002 made this table anew and lost it: without it SQLite gives a deleted row's number to
        # the next one, and what is on its way to somebody could be taken for the other.
        with op.batch_alter_table(
            "outbox", recreate="always", table_kwargs={"sqlite_autoincrement": True}
        ):
            pass
    op.create_table(
        "counts",
        sa.Column("day", sa.Date(), primary_key=True),
        sa.Column("topic", sa.String(64), primary_key=True),
        sa.Column("language", sa.String(2), primary_key=True),
        sa.Column("place", sa.String(64), primary_key=True),
        sa.Column("channel", sa.String(16), primary_key=True),
        sa.Column("outcome", sa.String(16), primary_key=True),
        sa.Column("number", sa.Integer(), nullable=False),
    )
    op.create_table(
        "case_counts",
        sa.Column("day", sa.Date(), primary_key=True),
        sa.Column("topic", sa.String(64), primary_key=True),
        sa.Column("language", sa.String(2), primary_key=True),
        sa.Column("place", sa.String(64), primary_key=True),
        sa.Column("channel", sa.String(16), primary_key=True),
        sa.Column("outcome", sa.String(16), primary_key=True),
        sa.Column("waited", sa.String(16), primary_key=True),
        sa.Column("lasted", sa.String(16), primary_key=True),
        sa.Column("number", sa.Integer(), nullable=False),
    )
    op.create_table(
        "sketches",
        sa.Column("quarter", sa.String(7), primary_key=True),
        sa.Column("place", sa.String(64), primary_key=True),
        sa.Column("registers", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "sketch_keys",
        sa.Column("quarter", sa.String(7), primary_key=True),
        sa.Column("key", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "releases",
        sa.Column("id", _ID, primary_key=True, autoincrement=True),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("period", sa.String(8), nullable=False),
        sa.Column("method", sa.String(16), nullable=False),
        sa.Column("epsilon", sa.Float()),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.UniqueConstraint("kind", "period", name="uq_release_period"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "published",
        sa.Column("release_id", _ID, primary_key=True, autoincrement=False),
        sa.Column("form", sa.String(32), primary_key=True),
        sa.Column("row", sa.String(64), primary_key=True),
        sa.Column("column", sa.String(64), primary_key=True),
        sa.Column("number", sa.Integer()),
    )
    op.create_table(
        "digests",
        sa.Column("kind", sa.String(8), primary_key=True),
        sa.Column("period", sa.String(10), primary_key=True),
        sa.Column("way", sa.String(8), primary_key=True),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("tried_after", sa.BigInteger()),
        sa.Column("created_at", UtcDateTime(), nullable=False),
    )
    op.create_table(
        "audit",
        sa.Column("id", _ID, primary_key=True, autoincrement=True),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("who_key", sa.String(64), nullable=False),
        sa.Column("action", sa.String(32), nullable=False),
        sa.Column("subject", sa.String(64), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_audit_at", "audit", ["at"])
    op.create_table(
        "address_keys",
        sa.Column("id", _ID, primary_key=True, autoincrement=True),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("retired_at", UtcDateTime()),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "receipts",
        sa.Column("number", sa.String(16), primary_key=True),
        sa.Column("erased_at", UtcDateTime(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
    )


def downgrade() -> None:
    op.drop_index("ix_audit_at", "audit")
    for name in (
        "receipts",
        "address_keys",
        "audit",
        "digests",
        "published",
        "releases",
        "sketch_keys",
        "sketches",
        "case_counts",
        "counts",
    ):
        op.drop_table(name)
