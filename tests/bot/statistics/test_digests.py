"""The weekly and the quarterly message to coordinators: each once, whatever dies."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from datetime import date, datetime, timedelta, timezone
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from functools import partial
from zoneinfo import ZoneInfo

import pytest
import pytest_asyncio
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import Envelope

from bot.records import Records
from bot.statistics.digest_texts import DigestTexts
from bot.statistics.digests import Digests, Way
from bot.statistics.publication import CATEGORY, TOTAL, Release
from bot.statistics.ways import MailWay, TelegramWay
from bot.storage import counts, releases
from bot.storage.database import Database
from bot.storage.tables import counts as count_cells
from connectors.mail import SmtpMailer
from connectors.telegram.connector import TelegramConnector
from dialogues import phrasebook as phrasebooks
from dialogues.phrasebook import FOLDER
from tests.botapi.api import BotApi
from tests.botapi.people import Group
from tests.connectors.telegram.conftest import Inbox, build
from tests.fixtures.servers import free_port

#: A Monday, nine o'clock in Bremen.
MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=timezone.utc)
QUARTER = Release(
    "quarter",
    "2026-Q3",
    "suppression",
    None,
    MONDAY - timedelta(days=3),
    {
        ("topics_places", TOTAL, TOTAL): 417,
        ("topics_places", CATEGORY + "arztsuche", TOTAL): 110,
        ("topics_places", CATEGORY + "pflege", TOTAL): 53,
        ("topics_places", CATEGORY + "arztbriefe", TOTAL): None,
        ("people", TOTAL, TOTAL): 234,
    },
)
pytestmark = pytest.mark.asyncio


class Clock:
    """What time it is for the job."""

    now = MONDAY


class Post:
    """Takes mail over SMTP; `answer` is what it says to each."""

    def __init__(self) -> None:
        self.port = free_port()
        self.mails: list[EmailMessage] = []
        self.answers: list[str] = []

    async def handle_DATA(self, server: object, session: object, envelope: Envelope) -> str:
        answer = self.answers.pop(0) if self.answers else "250 taken"
        if answer.startswith("250"):
            content = envelope.content
            assert isinstance(content, bytes)
            mail = BytesParser(policy=default).parsebytes(content)
            assert isinstance(mail, EmailMessage)
            self.mails.append(mail)
        return answer


@pytest.fixture
def post() -> Iterator[Post]:
    """A mail server."""
    handler = Post()
    controller = Controller(handler, hostname="127.0.0.1", port=handler.port)
    controller.start()
    yield handler
    controller.stop()


@pytest_asyncio.fixture
async def records(database: Database) -> AsyncIterator[Records]:
    records = Records(database)
    yield records
    records.close()


def _job(records: Records, *ways: Way) -> Digests:
    phrases = phrasebooks.load(FOLDER / "digests")

    def say(phrase: str, **values: str | int | float) -> str:
        return phrases.say(phrase, "de", **values)

    texts = DigestTexts(say, {"arztsuche": "Arztsuche", "pflege": "Pflege"})
    zone = ZoneInfo("Europe/Berlin")
    return Digests(records, ways, texts, zone, lambda: 2, lambda: Clock.now)


def _mail(post: Post) -> MailWay:
    url = f"smtp://127.0.0.1:{post.port}"
    mailer = SmtpMailer(url, "lotse@example.org", ("stadt@example.org", "haus@example.org"))
    return MailWay(mailer, "example.org")


def _consultations(database: Database, day: date, number: int) -> None:
    with database.begin() as connection:
        cell = {"day": day, "topic": "midwife", "language": "ar", "place": "Nord"}
        cell |= {"channel": "web", "outcome": "answered", "number": number}
        counts.add(connection, count_cells, [cell])


def _released(database: Database, release: Release = QUARTER) -> None:
    with database.begin() as connection:
        releases.add(connection, release)


async def test_on_monday_the_week_before_is_told_once(
    database: Database, records: Records, post: Post
) -> None:
    _consultations(database, date(2026, 11, 18), 123)
    job = _job(records, _mail(post))
    await job.send_due()
    await job.send_due()
    (mail,) = post.mails
    assert mail["Subject"] == "Lotse: Woche vom 16.11. bis 22.11.2026"
    assert mail["To"] == "stadt@example.org, haus@example.org"
    text = mail.get_content()
    assert "rund 120 Beratungen" in text
    assert "2 Antworten und Kontakte" in text
    assert "123" not in text


@pytest.mark.parametrize(("number", "said"), [(9, "weniger als zehn"), (14, "rund 10 Beratungen")])
async def test_a_quiet_week_gives_nobody_away(
    database: Database, records: Records, post: Post, number: int, said: str
) -> None:
    _consultations(database, date(2026, 11, 18), number)
    await _job(records, _mail(post)).send_due()
    assert said in post.mails[0].get_content()


async def test_before_eight_on_monday_nothing_new_is_told(
    database: Database, records: Records, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    _consultations(database, date(2026, 11, 18), 50)
    monkeypatch.setattr(Clock, "now", MONDAY - timedelta(hours=1, minutes=1))
    await _job(records, _mail(post)).send_due()
    assert post.mails == []


async def test_a_published_quarter_is_told_with_its_totals_and_hidden_numbers_stay_hidden(
    database: Database, records: Records, post: Post
) -> None:
    _released(database)
    await _job(records, _mail(post)).send_due()
    (mail,) = post.mails
    text = mail.get_content()
    assert mail["Subject"] == "Lotse: Zahlen für das 3. Quartal 2026"
    assert "Beratungen: 417" in text
    assert "Ratsuchende (geschätzt): 234" in text
    assert text.index("– Arztsuche: 110") < text.index("– Pflege: 53")
    assert "arztbriefe" not in text


async def test_an_old_quarter_is_not_told_when_lotse_is_first_started(
    database: Database, records: Records, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    _released(database)
    monkeypatch.setattr(Clock, "now", MONDAY + timedelta(days=20))
    await _job(records, _mail(post)).send_due()
    assert post.mails == []


async def test_a_mail_server_that_is_busy_gets_the_message_later(
    database: Database, records: Records, post: Post
) -> None:
    _released(database)
    post.answers = ["451 come back later"]
    job = _job(records, _mail(post))
    await job.send_due()
    assert post.mails == []
    await job.send_due()
    assert len(post.mails) == 1


async def test_a_mail_server_that_refuses_or_is_away_stops_nothing(
    database: Database, records: Records, post: Post
) -> None:
    _released(database)
    post.answers = ["550 no such mailbox"]
    away = MailWay(SmtpMailer("smtp://127.0.0.1:1", "a@example.org", ("b@example.org",)), "x")
    await _job(records, away).send_due()
    await _job(records, _mail(post)).send_due()
    assert post.mails == []


async def test_a_mail_sent_again_after_a_crash_has_the_same_id_to_be_known_by(
    database: Database, records: Records, post: Post
) -> None:
    _released(database)

    class Dies(MailWay):
        async def send(self, digest: object, *rest: object) -> None:
            await super().send(digest, *rest)  # type: ignore[arg-type]
            raise asyncio.CancelledError

    way = _mail(post)
    with pytest.raises(asyncio.CancelledError):
        await _job(records, Dies(way.mailer, way.domain)).send_due()
    await _job(records, way).send_due()
    first, second = post.mails
    assert first["Message-ID"] == second["Message-ID"]


@pytest.fixture
def group(bot_api: BotApi) -> Group:
    """The coordinators' group; somebody wrote there before."""
    group = bot_api.supergroup("Koordination")
    group.add_bot()
    return group


async def _telegram(bot_api: BotApi, run: Callable[[TelegramConnector], Awaitable[None]]) -> None:
    connector = build(bot_api, Inbox())
    await connector.start()
    try:
        await run(connector)
    finally:
        await connector.stop()


async def test_the_group_is_told_once_even_if_the_process_dies_before_it_hears_that_it_was(
    database: Database, records: Records, bot_api: BotApi, group: Group
) -> None:
    _released(database)
    way = partial(TelegramWay, chat_id=group.id)

    async def dies(connector: TelegramConnector) -> None:
        connector.numbers.note(group.id, 1)
        bot_api.drop("sendMessage", after=True)
        await _job(records, way(connector)).send_due()

    async def comes_back(connector: TelegramConnector) -> None:
        await _job(records, way(connector)).send_due()
        await _job(records, way(connector)).send_due()

    await _telegram(bot_api, dies)
    assert len(group.messages) == 1
    await _telegram(bot_api, comes_back)
    (message,) = group.messages
    assert "Beratungen: 417" in message.text


async def test_a_group_that_is_gone_is_said_and_the_other_way_still_works(
    database: Database, records: Records, bot_api: BotApi, post: Post
) -> None:
    _released(database)

    async def run(connector: TelegramConnector) -> None:
        await _job(records, TelegramWay(connector, -1), _mail(post)).send_due()

    await _telegram(bot_api, run)
    assert len(post.mails) == 1
