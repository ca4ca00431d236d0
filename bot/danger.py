"""What is said when somebody is in danger."""

from __future__ import annotations

from dialogues.answers import Answers
from dialogues.direction import isolate
from dialogues.phrasebook import Phrasebook
from dialogues.reply import Reply, ReplyButton, payload
from knowledge.library import Library

#: Crisis lines in a resident's own language (knowledge/contacts); others get the German one.
CRISIS_LINES = {"ru": ("crisis_line_russian",)}


class DangerReplies:
    """Writes the answers to an emergency and to a crisis: the number to call comes first."""

    def __init__(self, phrasebook: Phrasebook, library: Library, answers: Answers) -> None:
        """phrasebook, library, answers: what to say and whom to call."""
        self._phrasebook = phrasebook
        self._library = library
        self._answers = answers

    def reply(self, danger: str, language: str, mistaken_topic: str | None = None) -> Reply:
        """danger: "emergency" or "crisis".

        mistaken_topic: a topic the message may have meant if nobody is in danger; it gets a button.
        """
        say = self._phrasebook.say
        if danger == "crisis":
            parts = [say("crisis", language)]
            lines = [self._library.contacts[name] for name in CRISIS_LINES.get(language, ())]
            if lines:
                parts.append(self._answers.contacts(lines, language))
        else:
            parts = [say("emergency", language), say("emergency-poison", language)]
            parts.append(say("emergency-after", language))
        buttons = []
        if mistaken_topic is not None:
            title = f"{say('button-go-on', language)}: {say(f'topic-{mistaken_topic}', language)}"
            buttons.append(ReplyButton(title, payload(mistaken_topic)))
        buttons.append(self._answers.person_button(language))
        return Reply(isolate("\n\n".join(parts), language), tuple(buttons))
