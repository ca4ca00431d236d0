"""Rows of a case as the counsellors' side sees them."""

from __future__ import annotations

from sqlalchemy.engine import Connection

from bot.storage import cases, remarks
from connectors.desk import (
    Attachment,
    Author,
    Case,
    CaseFile,
    CaseState,
    Counsellor,
    Delivery,
    Event,
    Outcome,
    Remark,
)

_DELIVERIES = {
    None: Delivery.NONE,
    "pending": Delivery.WAITING,
    "sent": Delivery.SENT,
    "failed": Delivery.FAILED,
}


def case_of(row: cases.Row) -> Case:
    """A case without what was said in it."""
    claimed = row.claimed_by is not None
    return Case(
        number=row.id,
        state=CaseState(row.state),
        language=row.language,
        channel=row.channel,
        topic=row.topic,
        topics=tuple(row.topics),
        district=row.district,
        wants=row.wants,
        wants_german=row.wants_german,
        waiting_since=row.opened_at,
        claimed_by=Counsellor(row.claimed_by or "", row.claimed_name or "") if claimed else None,
        closed_at=row.closed_at,
        outcome=Outcome(row.outcome) if row.outcome else None,
        closing_topics=tuple(row.closing_topics),
        version=row.version,
    )


def remark_of(row: remarks.Row) -> Remark:
    """One thing said, and whether it arrived."""
    return Remark(
        id=row.id,
        at=row.at,
        author=Author(row.author),
        text=row.text,
        language=row.language,
        german=row.german,
        for_resident=row.for_resident,
        translated=row.translated,
        pending=row.pending,
        untranslated=row.untranslated or "",
        back=row.back,
        who=row.who,
        edited=row.edited,
        delivery=_delivery(row),
        attachment=Attachment(**row.attachment) if row.attachment else None,
        key=row.key,
    )


def _delivery(row: remarks.Row) -> Delivery:
    if row.recalled:
        return Delivery.RECALLED
    if row.held:
        return Delivery.HELD
    if row.pending and row.author == "counsellor":
        return Delivery.WAITING
    return _DELIVERIES[row.delivery]


def file_of(connection: Connection, row: cases.Row) -> CaseFile:
    """A case with everything said and done in it."""
    return CaseFile(
        case=case_of(row),
        remarks=tuple(remark_of(each) for each in remarks.of_case(connection, row.id)),
        events=tuple(Event(*each) for each in cases.events_of(connection, row.id)),
    )
