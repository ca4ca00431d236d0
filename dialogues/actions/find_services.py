"""Shows the services of the directory that match."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from dialogues.actions.base import Event, LotseAction, language_of, send
from dialogues.actions.start_search import EMPTY_SEARCH
from dialogues.actions.validate_search import ANY
from dialogues.answers import spoken_language_name
from dialogues.direction import isolate
from dialogues.hours import describe_hours
from dialogues.reply import Reply
from knowledge.search import Found, find_services


class FindServices(LotseAction):
    """Nearest first; without a match, honest advice."""

    action_name = "action_find_services"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[Event]:
        """Reply with at most three services and forget what was searched for."""
        language = language_of(tracker)
        specialty, spoken, district = (
            None if tracker.get_slot(slot) in (None, ANY) else str(tracker.get_slot(slot))
            for slot in ("specialty", "spoken_language", "district")
        )
        parts = [self._criteria(language, specialty, spoken, district)]
        found = find_services(self.tools.place, specialty, spoken, district)
        if found:
            parts.append(self.say("services-found", language, count=len(found)))
        elif spoken:
            found = find_services(self.tools.place, specialty, None, district)
            name = spoken_language_name(spoken, language)
            parts.append(self.say("services-without-language", language, language=name))
        if not found:
            parts[1:] = [self.say("services-none", language)]
        if found and self.tools.place.directory.demonstration:
            parts.insert(0, "⚠ " + self.say("services-demonstration", language))
        parts += [self._service(service, language) for service in found]
        parts.append(self.say("services-advice", language))
        send(dispatcher, Reply(isolate("\n\n".join(parts), language), self._buttons(language)))
        return EMPTY_SEARCH

    def _buttons(self, language: str) -> tuple[Any, ...]:
        return (
            self.button("button-more", language, "more", topic="find_doctor"),
            self.button("button-desk", language, "desk", topic="find_doctor"),
            self.tools.answers.topic_button("book_appointment", language),
            self.tools.answers.person_button(language),
            self.button("button-helpful", language, "helpful", topic="find_doctor"),
            self.button("button-not-helpful", language, "not_helpful", topic="find_doctor"),
        )

    def _criteria(
        self, language: str, specialty: str | None, spoken: str | None, district: str | None
    ) -> str:
        criteria = (
            self.say(f"specialty-{specialty}" if specialty else "any-specialty", language),
            spoken_language_name(spoken, language)
            if spoken
            else self.say("any-language", language),
            district or self.say("any-district", language),
        )
        return self.say("services-searched", language, criteria=", ".join(criteria))

    def _service(self, found: Found, language: str) -> str:
        service = found.service
        spoken = ", ".join(spoken_language_name(code, language) for code in service.languages)
        lines = [f"🩺 {service.name}", ", ".join(self._specialties(service.specialties, language))]
        lines.append(f"{service.address}, {service.district}")
        if found.kilometres is not None:
            lines.append(
                self.say("service-distance", language, kilometres=round(found.kilometres, 1))
            )
        if service.phone:
            lines.append(f"☎ {service.phone}")
        hours = describe_hours(service.hours, language, self.tools.phrasebook)
        lines.append(self.say("service-hours", language, hours=hours))
        lines.append(self.say("service-languages", language, languages=spoken))
        if service.takes_new_patients is not None:
            phrase = "service-takes-new" if service.takes_new_patients else "service-takes-no-new"
            lines.append(self.say(phrase, language))
        return "\n".join(lines)

    def _specialties(self, specialties: Sequence[str], language: str) -> list[str]:
        return [self.say(f"specialty-{name}", language) for name in specialties]
