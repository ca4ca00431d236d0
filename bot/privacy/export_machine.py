"""What is kept about a resident as JSON, for programs."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from datetime import date, datetime, timedelta
from typing import Any

from bot.privacy.export_gathering import Kept, KeptCase
from bot.storage import remarks
from bot.storage.kept import Heard, Told

#: Grows when a field changes its meaning or goes.
VERSION = 1
#: What HTML or UTF-8 cannot hold as text, but for tab and line feed: controls, "noncharacters" and
#: halves of characters (WHATWG Infra, "code points").
NO_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def machine_readable(kept: Kept, made_at: datetime, retention: timedelta) -> str:
    """The JSON, indented; times in ISO 8601 and UTC. retention: with consent.

    NO_TEXT is escaped, so that reading the JSON gives exactly what is kept.
    """
    conversation = kept.conversation
    data = {
        "format": "lotse-mydata",
        "version": VERSION,
        "made_at": made_at,
        "conversation": {
            "pseudonym": conversation.id,
            "channel": conversation.channel,
            "language": conversation.language,
            "site": conversation.site,
            "consent": conversation.consent,
            "consent_given_at": kept.agreed_at,
            "began_at": kept.began_at,
            "last_message_at": conversation.last_message_at,
            "erased_at": kept.erased_at(retention),
            "counsellors_blocked_until": kept.blocked_until,
            "state": conversation.state,
            "dialogue_events": conversation.events,
        },
        "written_by_you": [_heard(each) for each in kept.heard],
        "told_to_you": [_told(each, each.id in kept.from_team) for each in kept.told],
        "cases": [_case(each) for each in kept.cases],
    }
    written = json.dumps(data, ensure_ascii=False, indent=1, default=_plain)
    return NO_TEXT.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def _plain(value: object) -> str:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def _heard(heard: Heard) -> dict[str, Any]:
    return {
        "at": heard.received_at,
        "message_id": heard.message_id,
        "state": heard.state,
        "message": heard.body,
    }


def _told(told: Told, from_team: bool) -> dict[str, Any]:
    fields = asdict(told)
    return {"at": fields.pop("created_at"), "by": "counsellor" if from_team else "lotse", **fields}


def _case(case: KeptCase) -> dict[str, Any]:
    row = case.row
    return {
        "number": row.id,
        "state": row.state,
        "language": row.language,
        "channel": row.channel,
        "topic": row.topic,
        "topics": row.topics,
        "district": row.district,
        "wish": row.wants,
        "wish_german": row.wants_german,
        "opened_at": row.opened_at,
        "claimed_at": row.claimed_at,
        "closed_at": row.closed_at,
        "reminded_at": row.reminded_at,
        "escalated_at": row.escalated_at,
        "outcome": row.outcome,
        "closing_topics": row.closing_topics,
        "erased_at": case.erased_at,
        "changes": [{"at": at, "kind": kind} for at, kind in case.changes],
        "said": [_remark(each) for each in case.said],
        "corrections": [asdict(each) for each in case.corrections],
    }


def _remark(remark: remarks.Row) -> dict[str, Any]:
    return {
        "at": remark.at,
        "author": remark.author,
        "text": remark.text,
        "language": remark.language,
        "german": remark.german,
        "as_you_got_it": remark.for_resident,
        "translated_by_machine": remark.translated,
        "untranslated": remark.untranslated,
        "translated_back": remark.back,
        "edited": remark.edited,
        "attachment": remark.attachment,
        "told": remark.outbox_id,
    }
