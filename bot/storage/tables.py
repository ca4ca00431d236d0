"""The tables. Their history is in `migrations/`; a test compares the two."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

import sqlalchemy as sa
from sqlalchemy.types import TypeDecorator


class UtcDateTime(TypeDecorator[datetime]):
    """An aware datetime in UTC on both databases; SQLite itself would lose the zone."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        """Take any aware datetime; raises ValueError for a naive one."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone cannot be stored")
        return value.astimezone(timezone.utc)

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        """Give an aware datetime in UTC."""
        if value is None or value.tzinfo is not None:
            return value
        return value.replace(tzinfo=timezone.utc)


metadata = sa.MetaData()
_Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

#: A resident's thread on one channel. `id` is a keyed pseudonym, `address` is encrypted, `events`
#: are the last of Rasa's, written in the same transaction as the replies they led to.
conversations = sa.Table(
    "conversations",
    metadata,
    sa.Column("id", sa.String(32), primary_key=True),
    sa.Column("channel", sa.String(16), nullable=False),
    sa.Column("address", sa.LargeBinary, nullable=False),
    sa.Column("language", sa.String(2)),
    sa.Column("site", sa.String(64)),
    sa.Column("consent", sa.String(8), nullable=False),
    sa.Column("state", sa.JSON, nullable=False),
    sa.Column("events", sa.JSON, nullable=False),
    sa.Column("last_message_at", UtcDateTime, nullable=False, index=True),
)

#: What residents said, in order. `state` is pending, held (waits for consent) or done.
inbox = sa.Table(
    "inbox",
    metadata,
    sa.Column("id", _Id, primary_key=True, autoincrement=True),
    sa.Column("conversation_id", sa.String(32), nullable=False),
    sa.Column("message_id", sa.String(128), nullable=False),
    sa.Column("channel", sa.String(16), nullable=False),
    sa.Column("address", sa.LargeBinary, nullable=False),
    sa.Column("body", sa.JSON),
    sa.Column("state", sa.String(8), nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("received_at", UtcDateTime, nullable=False),
    sa.UniqueConstraint("conversation_id", "message_id", name="uq_inbox_message"),
    sa.Index("ix_inbox_state", "state", "conversation_id", "id"),
    sqlite_autoincrement=True,
)

#: What is to be delivered, in order. `state` is pending, sent or failed. `changes` is an earlier
#: row that this one edits (takes back, with `recall`); `channel_id` is the channel's message id;
#: `tried_after` the newest one known when sending was tried (an answer may be lost with a crash).
outbox = sa.Table(
    "outbox",
    metadata,
    sa.Column("id", _Id, primary_key=True, autoincrement=True),
    sa.Column("conversation_id", sa.String(32), nullable=False),
    sa.Column("inbox_id", _Id),
    sa.Column("reply_to", sa.String(128)),
    sa.Column("channel", sa.String(16), nullable=False),
    sa.Column("address", sa.LargeBinary, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("language", sa.String(2), nullable=False),
    sa.Column("buttons", sa.JSON, nullable=False),
    sa.Column("state", sa.String(8), nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("created_at", UtcDateTime, nullable=False),
    sa.Column("attachment", sa.JSON),
    sa.Column("changes", _Id),
    sa.Column("recall", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("channel_id", sa.String(32)),
    sa.Column("tried_after", sa.String(32)),
    sa.Index("ix_outbox_conversation", "conversation_id", "id"),
    sa.Index("ix_outbox_state", "state", "channel", "id"),
    sqlite_autoincrement=True,
)

#: A conversation handed to a counsellor; `id` is its number. Only one of a conversation is open.
cases = sa.Table(
    "cases",
    metadata,
    sa.Column("id", _Id, primary_key=True, autoincrement=True),
    sa.Column("conversation_id", sa.String(32), nullable=False, index=True),
    sa.Column("state", sa.String(8), nullable=False, index=True),
    sa.Column("language", sa.String(2), nullable=False),
    sa.Column("channel", sa.String(16), nullable=False),
    sa.Column("topic", sa.String(64)),
    sa.Column("topics", sa.JSON, nullable=False),
    sa.Column("district", sa.String(64)),
    sa.Column("wants", sa.Text, nullable=False),
    sa.Column("wants_german", sa.Text),
    sa.Column("wants_pending", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("opened_at", UtcDateTime, nullable=False),
    sa.Column("claimed_at", UtcDateTime),
    sa.Column("claimed_by", sa.String(64)),
    sa.Column("claimed_name", sa.String(128)),
    sa.Column("closed_at", UtcDateTime),
    sa.Column("outcome", sa.String(16)),
    sa.Column("closing_topics", sa.JSON, nullable=False),
    sa.Column("reminded_at", UtcDateTime),
    sa.Column("escalated_at", UtcDateTime),
    sa.Column("thread", sa.BigInteger),
    sa.Column("card", sa.BigInteger),
    sa.Column("version", _Id, nullable=False, index=True),
    sa.Index(
        "uq_cases_open",
        "conversation_id",
        unique=True,
        sqlite_where=sa.text("state IN ('waiting', 'claimed')"),
        postgresql_where=sa.text("state IN ('waiting', 'claimed')"),
    ),
    sqlite_autoincrement=True,
)

#: What was said in a case. `key` makes a repeat known; `outbox_id` leads to what the resident got.
#: `pending`: waits for its translation; `untranslated`: why it has none; `back`: a reply's
#: translation in German again; `held`: a reply that waits for "send anyway" because of that.
remarks = sa.Table(
    "remarks",
    metadata,
    sa.Column("id", _Id, primary_key=True, autoincrement=True),
    sa.Column("case_id", _Id, nullable=False),
    sa.Column("key", sa.String(160), nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("author", sa.String(16), nullable=False),
    sa.Column("who", sa.String(128)),
    sa.Column("who_key", sa.String(64)),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("language", sa.String(2), nullable=False),
    sa.Column("german", sa.Text),
    sa.Column("for_resident", sa.Text),
    sa.Column("translated", sa.Boolean, nullable=False),
    sa.Column("pending", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("held", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("untranslated", sa.String(16)),
    sa.Column("back", sa.Text),
    sa.Column("edited", sa.Boolean, nullable=False),
    sa.Column("recalled", sa.Boolean, nullable=False),
    sa.Column("attachment", sa.JSON),
    sa.Column("outbox_id", _Id),
    sa.Column("post", sa.BigInteger),
    sa.UniqueConstraint("case_id", "key", name="uq_remark_key"),
    sa.Index("ix_remarks_case", "case_id", "id"),
    sa.Index("ix_remarks_outbox", "outbox_id"),
    sa.Index(
        "ix_remarks_pending",
        "case_id",
        sqlite_where=sa.text("pending"),
        postgresql_where=sa.text("pending"),
    ),
    sqlite_autoincrement=True,
)

#: Every change of a case, when, and who made it.
case_events = sa.Table(
    "case_events",
    metadata,
    sa.Column("id", _Id, primary_key=True, autoincrement=True),
    sa.Column("case_id", _Id, nullable=False, index=True),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("kind", sa.String(16), nullable=False),
    sa.Column("who", sa.String(128)),
    sa.Column("detail", sa.String(256), nullable=False),
    sqlite_autoincrement=True,
)

#: What the Telegram group has to be told, in order within a case.
notices = sa.Table(
    "notices",
    metadata,
    sa.Column("id", _Id, primary_key=True, autoincrement=True),
    sa.Column("case_id", _Id, nullable=False),
    sa.Column("kind", sa.String(16), nullable=False),
    sa.Column("remark_id", _Id),
    sa.Column("detail", sa.JSON, nullable=False),
    sa.Column("state", sa.String(8), nullable=False),
    sa.Column("tried_after", sa.BigInteger),
    sa.Column("created_at", UtcDateTime, nullable=False),
    sa.Index("ix_notices_state", "state", "case_id", "id"),
    sqlite_autoincrement=True,
)

#: Residents who may not open cases until a day. Nothing but the pseudonym is kept.
blocks = sa.Table(
    "blocks",
    metadata,
    sa.Column("conversation_id", sa.String(32), primary_key=True),
    sa.Column("reason", sa.String(256), nullable=False),
    sa.Column("until", sa.Date, nullable=False),
    sa.Column("who", sa.String(128), nullable=False),
)

#: Whoever signs in to the web inbox and the reports.
staff = sa.Table(
    "staff",
    metadata,
    sa.Column("id", _Id, primary_key=True, autoincrement=True),
    sa.Column("login", sa.String(64), nullable=False, unique=True),
    sa.Column("name", sa.String(128), nullable=False),
    sa.Column("role", sa.String(16), nullable=False),
    sa.Column("password", sa.String(256), nullable=False),
    sa.Column("active", sa.Boolean, nullable=False),
    sa.Column("created_at", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
)

#: Who is signed in: the hash of the cookie's token, until when.
staff_sessions = sa.Table(
    "staff_sessions",
    metadata,
    sa.Column("token", sa.String(64), primary_key=True),
    sa.Column("staff_id", _Id, nullable=False, index=True),
    sa.Column("expires_at", UtcDateTime, nullable=False),
)

#: What counsellors chose for themselves, by their key.
preferences = sa.Table(
    "preferences",
    metadata,
    sa.Column("who_key", sa.String(64), primary_key=True),
    sa.Column("back_translation", sa.Boolean, nullable=False),
)

#: Better translations counsellors wrote. `case_id` is forgotten once a curator has said yes.
corrections = sa.Table(
    "corrections",
    metadata,
    sa.Column("id", _Id, primary_key=True, autoincrement=True),
    sa.Column("case_id", _Id, index=True),
    sa.Column("source", sa.String(2), nullable=False),
    sa.Column("target", sa.String(2), nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("better", sa.Text, nullable=False),
    sa.Column("state", sa.String(8), nullable=False, index=True),
    sa.Column("who", sa.String(128), nullable=False),
    sa.Column("created_at", UtcDateTime, nullable=False),
    sa.Column("decided_by", sa.String(128)),
    sa.Column("decided_at", UtcDateTime),
    sqlite_autoincrement=True,
)

#: How often a topic was met, by day; no time of day, no text, nobody. `place`: a site's or
#: district's name, empty when unknown; `outcome`: how it ended (`bot.statistics.outcomes`).
counts = sa.Table(
    "counts",
    metadata,
    sa.Column("day", sa.Date, primary_key=True),
    sa.Column("topic", sa.String(64), primary_key=True),
    sa.Column("language", sa.String(2), primary_key=True),
    sa.Column("place", sa.String(64), primary_key=True),
    sa.Column("channel", sa.String(16), primary_key=True),
    sa.Column("outcome", sa.String(16), primary_key=True),
    sa.Column("number", sa.Integer, nullable=False),
)

#: How many cases ended, by day. `waited` and `lasted` are spans, not times.
case_counts = sa.Table(
    "case_counts",
    metadata,
    sa.Column("day", sa.Date, primary_key=True),
    sa.Column("topic", sa.String(64), primary_key=True),
    sa.Column("language", sa.String(2), primary_key=True),
    sa.Column("place", sa.String(64), primary_key=True),
    sa.Column("channel", sa.String(16), primary_key=True),
    sa.Column("outcome", sa.String(16), primary_key=True),
    sa.Column("waited", sa.String(16), primary_key=True),
    sa.Column("lasted", sa.String(16), primary_key=True),
    sa.Column("number", sa.Integer, nullable=False),
)

#: Estimates of how many people sought advice: HyperLogLog registers, compressed.
sketches = sa.Table(
    "sketches",
    metadata,
    sa.Column("quarter", sa.String(7), primary_key=True),
    sa.Column("place", sa.String(64), primary_key=True),
    sa.Column("registers", sa.LargeBinary, nullable=False),
)

#: The key of the running quarter's sketches; thrown away when the quarter is over.
sketch_keys = sa.Table(
    "sketch_keys",
    metadata,
    sa.Column("quarter", sa.String(7), primary_key=True),
    sa.Column("key", sa.LargeBinary, nullable=False),
)

#: What was published: for a month, quarter or year, once and for all.
releases = sa.Table(
    "releases",
    metadata,
    sa.Column("id", _Id, primary_key=True, autoincrement=True),
    sa.Column("kind", sa.String(8), nullable=False),
    sa.Column("period", sa.String(8), nullable=False),
    sa.Column("method", sa.String(16), nullable=False),
    sa.Column("epsilon", sa.Float),
    sa.Column("made_at", UtcDateTime, nullable=False),
    sa.UniqueConstraint("kind", "period", name="uq_release_period"),
    sqlite_autoincrement=True,
)

#: The cells of the published tables; `number` is empty where a cell is suppressed.
published = sa.Table(
    "published",
    metadata,
    sa.Column("release_id", _Id, primary_key=True, autoincrement=False),
    sa.Column("form", sa.String(32), primary_key=True),
    sa.Column("row", sa.String(64), primary_key=True),
    sa.Column("column", sa.String(64), primary_key=True),
    sa.Column("number", sa.Integer),
)

#: Messages to coordinators, by what they report on and the way they go; each is sent once.
digests = sa.Table(
    "digests",
    metadata,
    sa.Column("kind", sa.String(8), primary_key=True),
    sa.Column("period", sa.String(10), primary_key=True),
    sa.Column("way", sa.String(8), primary_key=True),
    sa.Column("state", sa.String(8), nullable=False),
    sa.Column("tried_after", sa.BigInteger),
    sa.Column("created_at", UtcDateTime, nullable=False),
)

#: Who of the staff saw or changed what; ids, never texts.
audit = sa.Table(
    "audit",
    metadata,
    sa.Column("id", _Id, primary_key=True, autoincrement=True),
    sa.Column("at", UtcDateTime, nullable=False, index=True),
    sa.Column("who_key", sa.String(64), nullable=False),
    sa.Column("action", sa.String(32), nullable=False),
    sa.Column("subject", sa.String(64), nullable=False),
    sqlite_autoincrement=True,
)

#: The keys addresses are encrypted with, themselves encrypted with one derived from the secret.
address_keys = sa.Table(
    "address_keys",
    metadata,
    sa.Column("id", _Id, primary_key=True, autoincrement=True),
    sa.Column("wrapped", sa.LargeBinary, nullable=False),
    sa.Column("created_at", UtcDateTime, nullable=False),
    sa.Column("retired_at", UtcDateTime),
    sqlite_autoincrement=True,
)

#: Proofs of erasure: a number that only the resident was told, when, and how many rows went.
receipts = sa.Table(
    "receipts",
    metadata,
    sa.Column("number", sa.String(16), primary_key=True),
    sa.Column("erased_at", UtcDateTime, nullable=False),
    sa.Column("rows", sa.Integer, nullable=False),
)
