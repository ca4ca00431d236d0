"""Residents of whom much is kept."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Any

from sqlalchemy.engine import Connection

from bot.mail import EXPORT_COLUMN
from bot.storage import cases, conversations, corrections, inbox, outbox, remarks, tables
from bot.storage.conversations import Conversation
from bot.storage.database import Database

START = datetime(2026, 11, 20, 9, 0, tzinfo=timezone.utc)
AMIRA = "a" * 32


def wrote(
    connection: Connection, who: str, number: int, state: str = inbox.DONE, **body: Any
) -> None:
    """Something a resident sent; without a body its words were not kept."""
    connection.execute(
        tables.inbox.insert().values(
            conversation_id=who,
            message_id=f"m{number}",
            channel="telegram",
            address=b"sealed",
            body={"kind": "text", **body} if body else None,
            state=state,
            attempts=0,
            received_at=START + timedelta(minutes=number),
        )
    )


def was_told(
    connection: Connection, who: str, number: int, text: str, state: str = outbox.SENT, **more: Any
) -> int:
    """Something a resident was told; the row."""
    row = {
        "conversation_id": who,
        "inbox_id": None,
        "reply_to": None,
        "channel": "telegram",
        "address": b"sealed",
        "text": text,
        "language": more.pop("language", "de"),
        "buttons": [],
        "created_at": START + timedelta(minutes=number, seconds=30),
        **more,
    }
    (found,) = outbox.add(connection, [row])
    outbox.mark(connection, [found], state)
    return found


def a_conversation(database: Database, who: str = AMIRA, **fields: Any) -> None:
    """A conversation of somebody who agreed, if `fields` say nothing else."""
    known = {"language": "de", "consent": "given", **fields}
    last = known.pop("last_message_at", START + timedelta(hours=1))
    with database.begin() as connection:
        row = Conversation(who, known.pop("channel", "telegram"), b"sealed", last, **known)
        conversations.save(connection, row, is_new=True)


def amira(database: Database, language: str = "ar") -> None:
    """She searched, sent a place and a file, talked to a counsellor and is blocked now."""
    slots = {"district": "Gröpelingen", "specialty": "paediatrics", "spoken_language": "ar"}
    a_conversation(
        database,
        language=language,
        site="grohn",
        state={"topics": ["midwife", "find_doctor"], "offered": ["/more"]},
        events=[{"event": "slot", "name": k, "value": v} for k, v in slots.items()],
    )
    with database.begin() as connection:
        wrote(connection, AMIRA, 0)
        wrote(connection, AMIRA, 1, kind="button", text="/give_consent")
        was_told(connection, AMIRA, 1, "شكرًا. كيف أستطيع مساعدتك؟", language=language)
        wrote(connection, AMIRA, 2, text="أبحث عن طبيب أطفال في Gröpelingen\nوشكرًا")
        was_told(
            connection,
            AMIRA,
            2,
            "هذه العيادة مناسبة: \u2068Praxis Dr. Beispiel, 0421 123456\u2069",
            language=language,
            buttons=[{"title": "التحدث مع شخص", "payload": "/talk_to_human"}],
        )
        wrote(connection, AMIRA, 3, kind="location", text="", latitude=53.119, longitude=8.757)
        brief = {"kind": "file", "reference": "f1", "name": "bescheid.pdf", "size": 2000}
        wrote(connection, AMIRA, 4, kind="file", text="هذه الرسالة", attachment=brief)
        wrote(connection, AMIRA, 5, kind="notice", text="case_closed")
        was_told(connection, AMIRA, 9, "Hier ist alles", attachment=EXPORT_COLUMN)
        cases.set_block(
            connection, AMIRA, reason="Grund für uns", until=date(2026, 12, 24), who="Anna"
        )
        _case(connection, language)


def _case(connection: Connection, language: str) -> None:
    number = cases.insert(
        connection,
        conversation_id=AMIRA,
        state="closed",
        language=language,
        channel="telegram",
        topic="find_doctor",
        topics=["find_doctor"],
        district="Gröpelingen",
        wants="أحتاج إلى مساعدة في رسالة",
        wants_german="Ich brauche Hilfe mit einem Brief",
        opened_at=START + timedelta(minutes=4),
        claimed_at=START + timedelta(minutes=6),
        claimed_by="telegram:1",
        claimed_name="Anna Beispiel",
        closed_at=START + timedelta(minutes=20),
        outcome="solved",
    )
    cases.note_event(connection, number, START, "opened", None)
    cases.note_event(connection, number, START, "noted", "Anna Beispiel")

    def said(key: str, author: str, text: str, **more: Any) -> None:
        known = {"language": "de", "who": "Anna Beispiel", "who_key": "telegram:1", **more}
        at = START + timedelta(minutes=7)
        remarks.insert(
            connection, case_id=number, key=key, at=at, author=author, text=text, **known
        )

    said("said:1", "resident", "وصلتني رسالة", language=language, german="Ich habe einen Brief")
    theirs = "أهلًا، من أرسل الرسالة؟"
    sent = was_told(connection, AMIRA, 7, theirs, language=language)
    reply = {"german": "Guten Tag, von wem ist der Brief?", "for_resident": theirs}
    said("tg:1", "counsellor", reply["german"], outbox_id=sent, translated=True, **reply)
    wrong = was_told(connection, AMIRA, 8, "Herr Fremd, Ihr Termin ist am Montag")
    was_told(connection, AMIRA, 8, "", changes=wrong, recall=True)
    said(
        "tg:2", "counsellor", "Herr Fremd, Ihr Termin ist am Montag", outbox_id=wrong, recalled=True
    )
    said("tg:3", "counsellor", "Das soll noch nicht hinaus", held=True)
    said("tg:4", "note", "Wirkt sehr erschöpft")
    corrections.add(
        connection, number, ("de", language), reply["german"], "مرحبًا، ممن الرسالة؟", "Anna", START
    )


def ivan(database: Database) -> None:
    """Somebody else."""
    a_conversation(database, "b" * 32, language="ru")
    with database.begin() as connection:
        wrote(connection, "b" * 32, 1, text="Иван ищет стоматолога")
        was_told(connection, "b" * 32, 1, "Ответ Ивану")
