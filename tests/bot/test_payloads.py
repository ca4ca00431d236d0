"""What counts as a command when it is typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.payloads import allowed, parse

TOPICS = {"midwife", "find_doctor"}
LANGUAGES = {"ar", "de"}


def _allowed(text: str, offered: tuple[str, ...] = ()) -> bool:
    return allowed(text, offered, TOPICS, LANGUAGES) is not None


@pytest.mark.parametrize(
    "text",
    [
        '/change_language{"language":"ar"}',
        '/change_language {"language": "de"}',
        "/change_language",
        "/give_consent",
        "/refuse_consent",
        "/talk_to_human",
        "/capabilities",
        "/delete_my_data",
        "/my_data",
        "/cancel",
        "/midwife",
        " /find_doctor ",
    ],
)
def test_a_public_command_counts_at_any_time(text: str) -> None:
    assert _allowed(text)


@pytest.mark.parametrize(
    "text",
    [
        '/more{"topic":"midwife"}',
        '/choose{"specialty":"ent"}',
        "/restart",
        "/session_start",
        '/find_doctor{"district":"Walle"}',
        "/emergency",
        "/nlu_fallback",
        '/change_language{"language":"xx"}',
        '/give_consent{"language":"de"}',
        '/my_data{"conversation":"1"}',
        "/midwife and more",
        "/SetSlot",
        "/midwife{broken",
        "/",
        "//midwife",
        "midwife",
    ],
)
def test_anything_else_that_begins_with_a_slash_is_text(text: str) -> None:
    assert not _allowed(text)


def test_a_button_that_was_offered_to_this_conversation_counts() -> None:
    payload = '/choose{"specialty":"ent"}'
    assert _allowed(payload, (payload,))
    assert not _allowed('/choose{"specialty":"surgery"}', (payload,))


def test_a_payload_carries_its_entities() -> None:
    command = parse('/choose{"district":"Östliche Vorstadt"}')
    assert command is not None
    assert command.entities == {"district": "Östliche Vorstadt"}


@given(st.text(max_size=80))
def test_no_typed_text_breaks_the_parser(text: str) -> None:
    parse("/" + text)
    assert not _allowed("/choose" + text)


def test_values_that_are_no_words_are_refused() -> None:
    assert parse('/choose{"specialty":["ent"]}') is None
    assert parse('/choose{"specialty":{"a":1}}') is None
