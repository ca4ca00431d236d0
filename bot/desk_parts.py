"""Builds the counsellors' side of the serving process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timezone
from functools import partial

from sqlalchemy.engine import Connection

from bot import case_parts, curated
from bot.cases.alarms import Alarms
from bot.cases.bell import Bell
from bot.cases.changes import Changes
from bot.cases.counsellor_side import CounsellorSide
from bot.cases.desk import StoredDesk
from bot.cases.renderings import Renderings
from bot.records import Records
from bot.settings import Settings
from bot.statistics.case_counting import CaseCounting
from bot.storage import cases
from bot.translation.translator import Translator
from dialogues.answers import Answers
from dialogues.phrasebook import Phrasebook
from dialogues.ready_made import ReadyMadeReplies
from knowledge import catalogue
from knowledge.library import Library

#: How often the cases that wait are looked at, in seconds.
ALARMS_EVERY_SECONDS = 30.0


def now() -> datetime:
    """The present instant, aware."""
    return datetime.now(timezone.utc)


@dataclass(frozen=True)
class DeskParts:
    """The desk, what watches the clock for it, and what hears of deliveries."""

    desk: StoredDesk
    alarms: Alarms
    side: CounsellorSide
    bell: Bell
    renderings: Renderings
    records: Records
    announce: Callable[[str], None]

    def settled(self, connection: Connection, outbox_id: int, state: str) -> int | None:
        """What became of an outbox row; the number of its case."""
        return self.side.settled(connection, outbox_id, state, now())

    def seen(self, connection: Connection, conversation_id: str) -> int | None:
        """A resident has got something; the number of the open case that shows it."""
        row = cases.open_for(connection, conversation_id)
        if row is None:
            return None
        cases.change(connection, row.id)
        return row.id

    async def look_at_waiting_cases(self) -> None:
        """Remind, escalate and expire what is due."""
        for number in await self.records.read(self.alarms.waiting):
            # A transaction each, so that no other waits for all of them.
            look = partial(self.alarms.look_at, number=number, now=now())
            conversation_id = await self.records.run(look)
            if conversation_id is not None:
                self.announce(conversation_id)
                self.bell.ring(number)


def build_desk(
    settings: Settings,
    records: Records,
    phrasebook: Phrasebook,
    library: Library,
    announce: Callable[[str], None],
    wake: Callable[[str], None],
    translator: Translator,
    replies: ReadyMadeReplies,
) -> DeskParts:
    """announce: a conversation has something to get. wake: it has something to be done.

    Raises KnowledgeError or ReplyError when a curated file cannot be used.
    """
    place = curated.place_of(settings)
    answers = Answers(phrasebook, library, curated.today_at(place.timezone))
    opening = case_parts.opening_of(place)
    group = settings.has_group
    words = case_parts.words(phrasebook, answers, library, opening)
    counting = case_parts.counting_of(place, opening)
    changes, ids = Changes(words, group, CaseCounting(counting)), catalogue.load()
    side, bell = CounsellorSide(changes, group), Bell()
    renderings = Renderings(records, translator, side, words.untranslated, bell, announce, now)
    desk = StoredDesk(
        records=records,
        changes=changes,
        side=side,
        translator=translator,
        replies=replies,
        bell=bell,
        announce=announce,
        wake=wake,
        topics=tuple(ids.topics),
        languages=tuple(ids.languages),
        settled=renderings.settled,
        now=now,
    )
    alarms = Alarms(changes, opening, place.desk, group)
    return DeskParts(desk, alarms, side, bell, renderings, records, announce)
