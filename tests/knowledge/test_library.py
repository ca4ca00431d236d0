"""Reading curated files: a curator's mistake is told with the file's name."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.library import KnowledgeError, load, read_hours, read_wording

CONTACTS = """
office:
  phone: "0421 0000"
  hours: {mon: ["09:00-12:00"]}
  checked_on: 2026-11-01
  source: {title: Somewhere, url: "https://example.org", read_on: 2026-11-01}
"""
TOPIC = """
topic: midwife
written_on: 2026-11-01
checked_on: 2026-11-01
review_every_days: 90
contacts: [office]
sources: []
desk: "Guten Tag."
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    contacts, topic = tmp_path / "contacts", tmp_path / "topics" / "midwife"
    contacts.mkdir()
    topic.mkdir(parents=True)
    (contacts / "contacts.yml").write_text(CONTACTS)
    (contacts / "texts.de.yml").write_text("office: {name: Amt, note: Hilft.}")
    (topic / "topic.yml").write_text(TOPIC)
    (topic / "de.md").write_text("# Hebamme\n\nText.\n\n## bring\n- Karte\n\n## more\nMehr.\n")
    return tmp_path


def test_a_topic_is_read_with_its_wordings_and_contacts(folder: Path) -> None:
    library = load(folder)
    wording = library.wording("midwife", "de")
    assert wording is not None
    assert (wording.title, wording.text, wording.bring) == ("Hebamme", "Text.", ("Karte",))
    assert [contact.names["de"] for contact in library.contacts_of("midwife")] == ["Amt"]


def test_a_language_that_is_not_written_yet_has_no_wording(folder: Path) -> None:
    assert load(folder).wording("midwife", "ar") is None
    assert load(folder).wording("rehab", "de") is None


@pytest.mark.parametrize(
    ("file", "content", "told"),
    [
        ("topics/midwife/topic.yml", TOPIC.replace("[office]", "[nobody]"), "nobody"),
        ("topics/midwife/topic.yml", TOPIC.replace("topic: midwife", "topic: other"), "topic.yml"),
        ("topics/midwife/topic.yml", "topic: [", "topic.yml"),
        ("topics/midwife/topic.yml", "topic: midwife", "written_on"),
        ("topics/midwife/de.md", "Hebamme\n", "first line"),
        ("topics/midwife/de.md", "# Hebamme\n\n", "empty"),
        ("topics/midwife/de.md", "# A\n\nText\n\n## other\nx", "other"),
        ("contacts/texts.de.yml", "{}", "office"),
        ("contacts/contacts.yml", CONTACTS.replace("09:00-12:00", "9-12"), "9-12"),
        ("contacts/contacts.yml", CONTACTS.replace("mon", "monday"), "monday"),
    ],
)
def test_a_mistake_is_told_with_the_file_and_what_is_wrong(
    folder: Path, file: str, content: str, told: str
) -> None:
    (folder / file).write_text(content)
    with pytest.raises(KnowledgeError, match=told) as caught:
        load(folder)
    assert Path(file).name in str(caught.value)


def test_a_file_in_a_wrong_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "de.md"
    path.write_bytes("# Ärzte\n\nText".encode("latin-1"))
    with pytest.raises(KnowledgeError, match="de.md"):
        read_wording(path)


def test_unknown_hours_stay_unknown() -> None:
    assert read_hours(None) is None
    always = read_hours("always")
    assert always is not None
    assert always.always
