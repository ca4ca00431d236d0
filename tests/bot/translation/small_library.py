"""A knowledge base of one topic, which curators draft in other languages."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest
from click.testing import Result
from typer.testing import CliRunner

from bot import curated, logs, translation_parts
from bot.__main__ import cli
from bot.records import Records
from bot.settings import ROOT
from bot.translation.careful import CarefulTranslator
from bot.translation.memory import Memory
from knowledge.glossary import Glossary
from knowledge.library import Library
from tests.bot.translation.fakes import Rule, ScriptedMachine, Tally, words_of

CONTACTS = """
office:
  phone: "0421 0000"
  checked_on: 2026-11-01
  source: {title: Somewhere, url: "https://example.org", read_on: 2026-11-01}
"""
TOPIC = """topic: midwife
written_on: 2026-11-01
checked_on: 2026-11-01  # by two of us
review_every_days: 90
contacts: [office]
sources:
  - {title: "A: b", url: "https://example.org", read_on: 2026-11-01}
desk: "Guten Tag, ich suche eine Hebamme."
"""
GERMAN = """# Hebamme finden

Sie haben ein Recht auf Hilfe.

1. Rufen Sie früh an. Die Nummer ist 0421 36100.
2. Sagen Sie Ihren Termin.

## bring
- den Mutterpass
- Ihre Fragen

## more
Das kostet nichts. Fragen Sie auch Ihre Kasse.
"""
TURKISH = """# Ebe bulmak

Yardım almak hakkınızdır.

1. Erken arayın. Numara 0421 36100.
2. Randevunuzu söyleyin.

## bring
- anne kartı
- sorularınız

## more
Ücretsizdir. Sigortanıza da sorun.

## desk
İyi günler, bir ebe arıyorum.
"""
PAIRS = frozenset({("de", "ru"), ("de", "tr"), ("de", "ar")})


class ClosingMachine(ScriptedMachine):
    """A scripted machine that commands can be done with."""

    closed = False

    async def close(self) -> None:
        """Remember it."""
        self.closed = True


def small_library(folder: Path) -> Path:
    """Write the knowledge base; returns the topic's folder."""
    contacts, topic = folder / "contacts", folder / "topics" / "midwife"
    contacts.mkdir(parents=True)
    topic.mkdir(parents=True)
    (folder / "places").symlink_to(ROOT / "knowledge" / "places")
    (contacts / "contacts.yml").write_text(CONTACTS)
    (contacts / "texts.de.yml").write_text("office: {name: Amt, note: Hilft.}")
    (topic / "topic.yml").write_text(TOPIC)
    (topic / "de.md").write_text(GERMAN)
    return topic


class Lotse:
    """The command line of a curator; `lotse("translate", "drafts")`."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """folder: empty, for the knowledge base and the database."""
        self.topic = small_library(folder / "knowledge")
        self.knowledge = folder / "knowledge"
        self.machine = ClosingMachine(words_of, PAIRS)
        monkeypatch.setattr(curated, "KNOWLEDGE", self.knowledge)
        monkeypatch.setattr(logs, "configure", lambda level: None)
        monkeypatch.setenv("LOTSE_DATA", str(folder / "data"))
        monkeypatch.setenv("LOTSE_TRANSLATION_PACKAGES", str(folder / "packages"))
        monkeypatch.setenv("LOTSE_DATABASE_URL", "")
        monkeypatch.setenv("COLUMNS", "200")
        monkeypatch.setattr(translation_parts, "build_translation", self._build)

    def __call__(self, *arguments: str, typed: str = "") -> Result:
        """Run a command. typed: what the curator answers."""
        return CliRunner().invoke(cli, list(arguments), input=typed)

    def _build(
        self, settings: object, library: Library, replies: object, records: Records, metrics: object
    ) -> translation_parts.TranslationParts:
        terms, machine = Glossary({}), cast(Any, self.machine)
        memory = Memory(lambda source, target: (), terms)
        translator = CarefulTranslator(machine, memory, terms, lambda text: None, Tally())
        return translation_parts.TranslationParts(translator, machine, memory, records, ())

    def fails(self, rule: Rule) -> None:
        """Translate by another rule."""
        self.machine.rule = rule
