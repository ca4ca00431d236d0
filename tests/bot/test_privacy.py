"""Pseudonyms, and the end of what was kept."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from cryptography.fernet import InvalidToken

from bot.privacy.pseudonyms import Pseudonyms
from bot.privacy.retention import erase_expired
from bot.storage import conversations, inbox
from bot.storage.conversations import Conversation
from bot.storage.database import Database

NOW = datetime(2026, 11, 22, 12, tzinfo=timezone.utc)


def _keep(database: Database, name: str, consent: str, age: timedelta) -> None:
    with database.begin() as connection:
        conversation = Conversation(name, "web", b"sealed", NOW - age, consent=consent)
        conversations.save(connection, conversation, is_new=True)


def _known(database: Database, name: str) -> bool:
    with database.begin() as connection:
        return conversations.get(connection, name) is not None


def test_an_address_has_one_id_on_a_channel_and_another_on_the_next() -> None:
    pseudonyms = Pseudonyms("a secret of some length")
    assert pseudonyms.conversation_id("web", "1") == pseudonyms.conversation_id("web", "1")
    assert pseudonyms.conversation_id("web", "1") != pseudonyms.conversation_id("rest", "1")
    assert Pseudonyms("another secret of ours").conversation_id("web", "1") != (
        pseudonyms.conversation_id("web", "1")
    )


def test_an_address_can_be_read_only_with_the_secret() -> None:
    sealed = Pseudonyms("a secret of some length").seal("4242")
    assert b"4242" not in sealed
    assert Pseudonyms("a secret of some length").open(sealed) == "4242"
    with pytest.raises(InvalidToken):
        Pseudonyms("another secret of ours").open(sealed)


def test_a_conversation_is_erased_after_the_retention_period(database: Database) -> None:
    _keep(database, "old", "given", timedelta(days=15))
    _keep(database, "young", "given", timedelta(days=13))
    assert erase_expired(database, 14, NOW)["conversations"] == 1
    assert not _known(database, "old")
    assert _known(database, "young")


@pytest.mark.parametrize("consent", ["none", "asked", "refused"])
def test_without_consent_nothing_outlives_an_hour(database: Database, consent: str) -> None:
    _keep(database, "c", consent, timedelta(minutes=59))
    assert erase_expired(database, 14, NOW)["conversations"] == 0
    assert erase_expired(database, 14, NOW + timedelta(minutes=2))["conversations"] == 1
    assert not _known(database, "c")


def test_a_conversation_with_a_message_waiting_is_not_erased(database: Database) -> None:
    _keep(database, "c", "given", timedelta(days=15))
    with database.begin() as connection:
        inbox.add(connection, "c", "m1", "web", b"sealed", {"kind": "text"}, NOW)
    assert erase_expired(database, 14, NOW)["conversations"] == 0
