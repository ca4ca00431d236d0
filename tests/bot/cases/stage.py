"""A desk on a real database, for the tests of cases."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timezone

from bot.cases.bell import Bell
from bot.cases.changes import Changes
from bot.cases.counsellor_side import CounsellorSide
from bot.cases.desk import StoredDesk
from bot.cases.hours import Opening
from bot.cases.renderings import Renderings
from bot.cases.words import CaseWords
from bot.records import Records
from bot.storage import cases, conversations, notices, outbox
from bot.storage.conversations import Conversation
from bot.storage.database import Database
from bot.translation.translator import NoTranslator, Translator
from connectors.desk import Closing, Counsellor, Outcome
from knowledge.model import DeskHours, Hours
from tests.fixtures.counting import case_counting
from tests.fixtures.texts import phrases_with_small_numbers, ready_made_replies

ANNA, BEN = Counsellor("telegram:1", "Anna"), Counsellor("telegram:2", "Ben")
START = datetime(2026, 11, 23, 9, 0, tzinfo=timezone.utc)
HOURS = DeskHours(Hours(always=True), None, None, (), 10, 30, 72)
SOLVED = Closing(("midwife",), Outcome.SOLVED)


@dataclass
class Stage:
    """A desk on a database, and what it told others."""

    database: Database
    records: Records
    translator: Translator = field(default_factory=NoTranslator)
    at: datetime = START
    announced: list[str] = field(default_factory=list)
    woken: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        opening = Opening(HOURS, "Europe/Berlin", lambda day: False)
        words = CaseWords(phrases_with_small_numbers(), opening, lambda language: "LIGA")
        changes = Changes(words, True, case_counting())
        self.bell = Bell()
        self.side = CounsellorSide(changes, group=True)
        self.renderings = Renderings(
            self.records,
            self.translator,
            self.side,
            words.untranslated,
            self.bell,
            self.announced.append,
            lambda: self.at,
        )
        self.desk = StoredDesk(
            records=self.records,
            changes=changes,
            side=self.side,
            translator=self.translator,
            replies=ready_made_replies(),
            bell=self.bell,
            announce=self.announced.append,
            wake=self.woken.append,
            topics=("midwife", "find_doctor"),
            languages=("ar", "ru", "tr", "en", "de"),
            settled=self.renderings.settled,
            now=lambda: self.at,
        )

    def case(
        self, conversation_id: str = "a" * 32, channel: str = "telegram", language: str = "de"
    ) -> int:
        """A case that waits."""
        resident = Conversation(
            conversation_id, channel, b"sealed", START, language=language, consent="given"
        )
        with self.database.begin() as connection:
            conversations.save(connection, resident, is_new=True)
            return cases.insert(
                connection,
                conversation_id=conversation_id,
                state="waiting",
                language=language,
                channel=channel,
                topics=["midwife"],
                wants="Ebe arıyorum",
                opened_at=START,
            )

    def sent(self) -> list[outbox.Entry]:
        with self.database.read() as connection:
            return outbox.after(connection, "a" * 32, 0)

    def delivered(self, state: str = outbox.SENT) -> None:
        """Everything that waits was sent, or failed."""
        with self.database.begin() as connection:
            for entry in outbox.pending(connection, "a" * 32):
                outbox.mark(connection, [entry.id], state)
                self.side.settled(connection, entry.id, state, self.at)

    def told(self, number: int) -> list[str]:
        with self.database.read() as connection:
            return [row.kind for row in notices.pending(connection, number)]
