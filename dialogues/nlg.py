"""Gives Rasa the bot's own phrases in the resident's language."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from typing import Any

from rasa.core.nlg.generator import NaturalLanguageGenerator

from dialogues.phrasebook import Phrasebook

log = logging.getLogger(__name__)


class PhrasebookGenerator(NaturalLanguageGenerator):
    """Looks up `utter_...` in the domain, whose texts and titles are phrase ids."""

    def __init__(
        self, phrasebook: Phrasebook, responses: Mapping[str, Sequence[Mapping[str, Any]]]
    ) -> None:
        """responses: the domain's, each with `text` and perhaps `buttons`."""
        self._phrasebook = phrasebook
        self._responses = responses

    async def generate(
        self, utter_action: str, tracker: Any, output_channel: str, **values: Any
    ) -> dict[str, Any] | None:
        """The reply as Rasa's draft (`text`, `buttons`); never raises.

        A phrase that cannot be said is a mistake of ours: it is logged by its id and the resident
        reads that something went wrong, not nothing.
        """
        language = tracker.get_slot("language") or "de"
        try:
            response = self._responses[utter_action][0]
            say = self._phrasebook.say
            buttons = [
                {"title": say(button["title"], language), "payload": button["payload"]}
                for button in response.get("buttons") or ()
            ]
            return {"text": say(response["text"], language), "buttons": buttons}
        except Exception as error:
            log.error("cannot say %s: %s", utter_action, type(error).__name__)
            text = self._phrasebook.say("something-went-wrong", language)
            return {"text": text, "buttons": []}
