"""Whatever was written, a resident's file shows it as text and runs nothing."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.privacy.export_gathering import Kept
from bot.privacy.export_page import ExportPage
from bot.storage.conversations import Conversation
from bot.storage.kept import Heard, Told
from dialogues.phrasebook import Phrasebook
from knowledge.model import Place
from tests.bot.privacy.reading import Document

NOW = datetime(2026, 11, 22, 12, tzinfo=timezone.utc)

#: All of Unicode, halves of characters and controls too, and what HTML takes for markup.
ANYTHING = st.text(st.characters(), max_size=60) | st.sampled_from(
    [
        "<script>alert(1)</script>",
        "</div></pre><img src=x onerror=alert(1)>",
        "&lt;b&gt; &amp; &#x3c;",
        "<!-- ",
        "]]>",
        "\u202emirrored\u2066",
        "{{ 7 * 7 }} {% raw %}",
        "\ud83d",
        "\x00\x1b\x85",
        "zwei\r\nZeilen\rdrei",
    ]
)


def _kept(text: str, name: str, language: str) -> Kept:
    body: dict[str, Any] = {"kind": "text", "text": text}
    file = {"kind": "file", "text": "", "attachment": {"kind": "file", "name": name}}
    slots = [{"event": "slot", "name": "district", "value": text}]
    return Kept(
        conversation=Conversation(
            "a" * 32, "web", b"", NOW, language, consent="given", events=slots
        ),
        heard=(Heard("m1", NOW, "done", body), Heard("m2", NOW, "done", file)),
        told=(
            Told(1, NOW, text, "de", [{"title": name, "payload": "/x"}], "sent", None, None, False),
        ),
        from_team=frozenset(),
        cases=(),
        blocked_until=None,
    )


def _shown(text: str) -> str:
    """A text as a page can show it."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join("\ufffd" if _is_no_text(ord(sign)) else sign for sign in lines)


def _is_no_text(code: int) -> bool:
    control = code < 0x20 and code not in (9, 10)
    return control or 0x7F <= code <= 0x9F or 0xD800 <= code <= 0xDFFF or _is_nobody(code)


def _is_nobody(code: int) -> bool:
    return 0xFDD0 <= code <= 0xFDEF or code in (0xFFFE, 0xFFFF)


@pytest.fixture(scope="module")
def page(phrasebook: Phrasebook, place: Place) -> ExportPage:
    return ExportPage(phrasebook, place, timedelta(days=14))


@settings(max_examples=60, deadline=None)
@given(text=ANYTHING, name=ANYTHING, language=st.sampled_from(["de", "ar"]))
def test_what_was_written_is_shown_as_text_and_changes_no_markup(
    page: ExportPage, text: str, name: str, language: str
) -> None:
    plain = Document(page.written(_kept("Wort", "Name", language), NOW))
    document = Document(page.written(_kept(text or "x", name or "x", language), NOW))
    assert document.tags == plain.tags
    assert len(document.attributes) == len(plain.attributes)
    assert _shown(text or "x") in document.words
    assert _shown(name or "x") in document.words


@settings(max_examples=60, deadline=None)
@given(text=ANYTHING, name=ANYTHING)
def test_the_machines_part_gives_back_exactly_what_is_kept(
    page: ExportPage, text: str, name: str
) -> None:
    machine = Document(page.written(_kept(text, name, "ar"), NOW)).machine
    assert machine["written_by_you"][0]["message"]["text"] == text
    assert machine["written_by_you"][1]["message"]["attachment"]["name"] == name
    assert machine["told_to_you"][0]["text"] == text


def test_the_file_runs_nothing_and_fetches_nothing(page: ExportPage) -> None:
    document = Document(page.written(_kept("Wort", "Name", "de"), NOW))
    assert not {"script", "img", "link", "iframe", "object", "form", "a"} & set(document.tags)
    assert not {"src", "href", "action", "style"} & {name for name, _ in document.attributes}
    assert not [name for name, _ in document.attributes if name.startswith("on")]
    policies = [value for _, value in document.attributes if value and "default-src" in value]
    assert policies == [
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    ]
