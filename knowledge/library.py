"""Reads the curated files into `knowledge.model` and says clearly what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import yaml

from knowledge.model import WEEKDAYS, Confirmation, Contact, Hours, Source, Topic, Wording

LANGUAGES = ("de", "ar", "ru", "tr", "en")
#: Where every answer is written first.
ORIGINAL = "de"
#: What a draft marks a German piece with that could not be translated, up to "]]".
UNTRANSLATED = "[[nicht übersetzt:"
_SECTIONS = ("bring", "more", "desk")
_TIMES = re.compile(r"([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)")
T = TypeVar("T")


class KnowledgeError(ValueError):
    """A curated file cannot be used; the message names the file and what to change."""


@dataclass(frozen=True)
class Library:
    """All topics and contacts."""

    topics: Mapping[str, Topic]
    contacts: Mapping[str, Contact]

    def wording(self, topic: str, language: str) -> Wording | None:
        """The answer to a topic in a language, or None when it is not written yet."""
        found = self.topics.get(topic)
        return found.wordings.get(language) if found else None

    def contacts_of(self, topic: str) -> list[Contact]:
        """The contacts of a topic, most useful first; empty for an unwritten topic."""
        found = self.topics.get(topic)
        return [self.contacts[c] for c in found.contacts] if found else []


def load(folder: Path) -> Library:
    """Read `topics/` and `contacts/` below `folder`. Raises KnowledgeError."""
    contacts = _contacts(folder / "contacts")
    topics = {}
    for path in sorted((folder / "topics").glob("*/topic.yml")):
        topic = _explained(path, partial(_topic, path))
        unknown = set(topic.contacts) - set(contacts)
        if unknown:
            raise KnowledgeError(f"{path}: unknown contacts {', '.join(sorted(unknown))}")
        topics[topic.id] = topic
    return Library(topics, contacts)


#: Reads the same as SafeLoader, some eight times as fast where libyaml is there.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(path: Path) -> Any:
    """The content of a YAML file. Raises KnowledgeError naming file and line."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), _LOADER)
    except FileNotFoundError:
        raise KnowledgeError(f"{path}: the file is missing") from None
    except (yaml.YAMLError, ValueError) as error:  # ValueError: an impossible date, bad UTF-8
        raise KnowledgeError(f"{path}: {error}") from None


def _explained(path: Path, read: Callable[[], T]) -> T:
    try:
        return read()
    except KnowledgeError:
        raise
    except KeyError as error:
        raise KnowledgeError(f"{path}: {error.args[0]!r} is missing") from None
    except (TypeError, ValueError, AttributeError) as error:
        raise KnowledgeError(f"{path}: {error}") from None


def read_hours(value: Any) -> Hours | None:
    """`always`, a mapping of weekdays to "HH:MM-HH:MM", or nothing (unknown). Raises ValueError."""
    if value is None:
        return None
    if value == "always":
        return Hours(always=True)
    by_day = {}
    for day, times in value.items():
        if day not in WEEKDAYS:
            raise ValueError(f"{day!r} is none of {', '.join(WEEKDAYS)}")
        for span in times:
            if not _TIMES.fullmatch(span):
                raise ValueError(f"{span!r} is no time like 09:00-12:30")
        by_day[day] = tuple(times)
    return Hours(by_day=by_day)


def _date(value: Any) -> date | None:
    if value is None or isinstance(value, date):
        return value
    raise ValueError(f"{value!r} is no date like 2026-11-21")


def _source(value: Mapping[str, Any]) -> Source:
    return Source(value["title"], value["url"], value["read_on"])


def _contacts(folder: Path) -> dict[str, Contact]:
    path = folder / "contacts.yml"
    facts = read_yaml(path)
    texts = {
        language: read_yaml(folder / f"texts.{language}.yml")
        for language in LANGUAGES
        if (folder / f"texts.{language}.yml").exists()
    }
    return {name: _explained(path, partial(_contact, name, facts[name], texts)) for name in facts}


def _contact(
    name: str, facts: Mapping[str, Any], texts: Mapping[str, Mapping[str, Any]]
) -> Contact:
    missing = [language for language, of in texts.items() if name not in of]
    if missing:
        files = ", ".join(f"texts.{language}.yml" for language in missing)
        raise ValueError(f"{name}: no text in {files}")
    source = facts.get("source")
    return Contact(
        id=name,
        names={language: of[name]["name"] for language, of in texts.items()},
        notes={language: of[name].get("note") or "" for language, of in texts.items()},
        phone=None if facts.get("phone") is None else str(facts["phone"]),
        url=facts.get("url"),
        address=facts.get("address"),
        hours=read_hours(facts.get("hours")),
        free_of_charge=facts.get("free_of_charge"),
        languages=tuple(facts.get("languages") or ()),
        source=_source(source) if source else None,
        checked_on=_date(facts.get("checked_on")),
    )


def _topic(path: Path) -> Topic:
    data = read_yaml(path)
    wordings = {}
    for language in LANGUAGES:
        text = path.parent / f"{language}.md"
        if text.exists():
            wordings[language] = read_wording(text)
    written_on = _date(data["written_on"])
    if data["topic"] != path.parent.name or written_on is None:
        raise ValueError("topic is the folder's name, written_on a date")
    drafts = (x for x in LANGUAGES if x != ORIGINAL and draft_path(path.parent, x).exists())
    return Topic(
        id=data["topic"],
        wordings=wordings,
        contacts=tuple(data.get("contacts") or ()),
        related=tuple(data.get("related") or ()),
        sources=tuple(_source(s) for s in data.get("sources") or ()),
        desk=data["desk"].strip(),
        written_on=written_on,
        checked_on=_date(data.get("checked_on")),
        review_every_days=int(data["review_every_days"]),
        translations=_confirmations(data.get("translations") or {}, wordings),
        drafts=tuple(drafts),
    )


def _confirmations(value: Any, wordings: Mapping[str, Wording]) -> dict[str, Confirmation]:
    if not isinstance(value, dict):
        raise ValueError("translations is no mapping of languages")
    found = {}
    for language, said in value.items():
        facts = said if isinstance(said, dict) else {}
        # YAML 1.1 takes a plain `on` for "true".
        by, on = facts.get("by"), _date(facts.get("on", facts.get(True)))
        if not isinstance(by, str) or not by.strip() or on is None:
            raise ValueError(f"translations: {language} needs by (a name) and on (a date)")
        if language == ORIGINAL or language not in wordings:
            raise ValueError(f"translations: {language} is no language this is translated into")
        found[language] = Confirmation(by, on)
    return found


def draft_path(folder: Path, language: str) -> Path:
    """Where the draft of an answer lies in its topic's folder; never read as an answer."""
    return folder / f"{language}.draft.md"


def read_wording(path: Path) -> Wording:
    """One `<language>.md`: a title, the answer, and the sections bring, more and desk.

    Raises KnowledgeError when the title or the answer is missing, a section is unknown, or the
    text is a draft.
    """
    try:
        return parse_wording(path.read_text(encoding="utf-8"), path)
    except UnicodeDecodeError as error:
        raise KnowledgeError(f"{path}: {error}") from None


def parse_wording(text: str, path: Path) -> Wording:
    """The same from a text. path: named in errors."""
    if UNTRANSLATED in text:
        raise KnowledgeError(f"{path}: a piece is still marked with {UNTRANSLATED} ...]]")
    lines = text.splitlines()
    if not lines or not lines[0].startswith("# "):
        raise KnowledgeError(f"{path}: the first line must be '# ' and a title")
    parts: dict[str, list[str]] = {"text": []}
    current = "text"
    for line in lines[1:]:
        if line.startswith("## "):
            current = line[3:].strip()
            if current not in _SECTIONS:
                raise KnowledgeError(f"{path}: section {current!r} is none of {_SECTIONS}")
            parts[current] = []
        else:
            parts[current].append(line)
    body = {name: "\n".join(content).strip() for name, content in parts.items()}
    if not body["text"]:
        raise KnowledgeError(f"{path}: the answer below the title is empty")
    bring = tuple(
        line.removeprefix("- ").strip() for line in body.get("bring", "").splitlines() if line
    )
    return Wording(
        lines[0][2:].strip(), body["text"], bring, body.get("more", ""), body.get("desk") or None
    )
