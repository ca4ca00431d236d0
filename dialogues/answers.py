"""Turns what the knowledge base holds into replies a phone can show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from babel import Locale
from babel.dates import format_date

from dialogues.direction import isolate
from dialogues.hours import describe_hours
from dialogues.people import OFFERED_FIRST
from dialogues.phrasebook import Phrasebook
from dialogues.reply import Reply, ReplyButton, payload
from knowledge.freshness import is_current
from knowledge.library import Library
from knowledge.model import Contact, Topic


class Answers:
    """Writes answers, their long form and their desk sentence."""

    def __init__(self, phrasebook: Phrasebook, library: Library, today: Callable[[], date]) -> None:
        """today: the date at the place, asked at each answer."""
        self._say = phrasebook.say
        self._phrasebook = phrasebook
        self._library = library
        self._today = today

    def answer(self, topic_id: str, language: str) -> Reply:
        """The answer to a topic with contacts, sources and buttons.

        A topic not written in this language says so and offers a person.
        """
        topic = self._library.topics.get(topic_id)
        wording = self._library.wording(topic_id, language)
        if topic is None or wording is None:
            return self._not_written(topic_id, language)
        parts = [wording.title, wording.text]
        if wording.bring:
            lines = [f"• {line}" for line in wording.bring]
            parts.append("\n".join([self._say("answer-bring", language), *lines]))
        contacts = self._library.contacts_of(topic_id)
        if contacts:
            parts.append(self.contacts(contacts, language))
        if topic_id in OFFERED_FIRST:
            parts.append(self._say("case-offer", language))
        parts.append(self._origin(topic, language))
        return Reply(isolate("\n\n".join(parts), language), self._buttons(topic_id, language))

    def more(self, topic_id: str, language: str) -> Reply:
        """The long text of a topic."""
        wording = self._library.wording(topic_id, language)
        topic = self._library.topics.get(topic_id)
        if topic is None or wording is None or not wording.more:
            return self._not_written(topic_id, language)
        buttons = [self._button("button-desk", language, payload("desk", topic=topic_id))]
        buttons += [self.topic_button(other, language) for other in topic.related]
        buttons.append(self.person_button(language))
        text = f"{wording.title}\n\n{wording.more}\n\n{self._origin(topic, language)}"
        return Reply(isolate(text, language), tuple(buttons))

    def desk(self, topic_id: str, language: str) -> Reply:
        """A German sentence to show at the counter, with what it means."""
        wording = self._library.wording(topic_id, language)
        topic = self._library.topics.get(topic_id)
        if topic is None or wording is None:
            return self._not_written(topic_id, language)
        text = f"{self._say('desk-show', language)}\n\n🇩🇪 {topic.desk}"
        if wording.desk:
            text += f"\n\n{self._say('desk-means', language)} {wording.desk}"
        return Reply(isolate(text, language), (self.person_button(language),))

    def contacts(self, contacts: Sequence[Contact], language: str) -> str:
        """Names, numbers, hours and what is known about each contact."""
        lines = [self._say("answer-contacts", language)]
        lines += [self._contact(contact, language) for contact in contacts]
        return isolate("\n".join(lines), language)

    def topic_button(self, topic_id: str, language: str) -> ReplyButton:
        """A button that asks for a topic."""
        return self._button(f"topic-{topic_id}", language, payload(topic_id))

    def person_button(self, language: str) -> ReplyButton:
        """A button that asks for a person."""
        return self._button("button-person", language, payload("talk_to_human"))

    def _not_written(self, topic_id: str, language: str) -> Reply:
        title = self._say(f"topic-{topic_id}", language)
        text = self._say("answer-not-written", language, topic=title)
        capabilities = self._button("button-topics", language, payload("capabilities"))
        return Reply(text, (self.person_button(language), capabilities))

    def _buttons(self, topic_id: str, language: str) -> tuple[ReplyButton, ...]:
        return (
            self._button("button-more", language, payload("more", topic=topic_id)),
            self._button("button-desk", language, payload("desk", topic=topic_id)),
            self.person_button(language),
            self._button("button-helpful", language, payload("helpful", topic=topic_id)),
            self._button("button-not-helpful", language, payload("not_helpful", topic=topic_id)),
        )

    def _button(self, phrase: str, language: str, sends: str) -> ReplyButton:
        return ReplyButton(self._say(phrase, language), sends)

    def _contact(self, contact: Contact, language: str) -> str:
        name = contact.names.get(language) or contact.names["de"]
        facts = [contact.phone or ""]
        if contact.free_of_charge:
            facts.append(self._say("contact-free", language))
        if contact.phone or contact.hours or contact.address:
            facts.append(describe_hours(contact.hours, language, self._phrasebook))
        if contact.languages and contact.languages != ("de",):
            spoken = ", ".join(spoken_language_name(code, language) for code in contact.languages)
            facts.append(self._say("contact-languages", language, languages=spoken))
        lines = [f"☎ {name}: {'; '.join(f for f in facts if f)}"]
        lines += [
            f"   {x}" for x in (contact.notes.get(language), contact.address, contact.url) if x
        ]
        if contact.checked_on is None:
            lines.append(f"   ⚠ {self._say('contact-not-checked', language)}")
        return "\n".join(lines)

    def _origin(self, topic: Topic, language: str) -> str:
        lines = []
        if topic.sources:
            titles = "; ".join(source.title for source in topic.sources)
            lines.append(self._say("answer-sources", language, sources=titles))
        if not is_current(topic, self._today()):
            due = format_date(topic.review_due, "long", locale=language)
            lines.append("⚠ " + self._say("answer-out-of-date", language, date=due))
        elif topic.checked_on is None:
            lines.append(self._say("answer-not-checked", language))
        else:
            checked = format_date(topic.checked_on, "long", locale=language)
            lines.append(self._say("answer-checked", language, date=checked))
        return "\n".join(lines)


def spoken_language_name(code: str, language: str) -> str:
    """The name of a language (ISO 639-1) in another one, from the Unicode CLDR (by Babel)."""
    return str(Locale.parse(language).languages.get(code, code))
