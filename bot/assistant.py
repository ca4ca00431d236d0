"""Rasa as a library: understands a text, decides the next step, collects the replies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.shared.core.events import ActiveLoop, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

from bot.actions_endpoint import InProcessActions, trust_our_own_actions
from bot.graph_runner import DirectRunner
from bot.tracker_store import TurnTrackers, shortened
from dialogues.actions import registry
from dialogues.nlg import PhrasebookGenerator
from dialogues.reply import Reply, ReplyButton
from dialogues.tools import Tools

FALLBACK = "nlu_fallback"
#: Two of these in a row, and a person is offered.
MISSES = frozenset({FALLBACK, "out_of_scope"})
_NOT_SHOWN = frozenset({"text_tokens", "response_selector"})
_SEARCH = frozenset({"choose", "skip", "deny"})


@dataclass(frozen=True)
class Understanding:
    """What a message means.

    intent: an id of the catalogue, of a button, or FALLBACK. confidence: 0 to 1. candidates: the
    likeliest intents when `unsure`. raw: what `/model/parse` gives.
    """

    text: str
    intent: str
    confidence: float = 1.0
    entities: tuple[Mapping[str, Any], ...] = ()
    unsure: bool = False
    candidates: tuple[str, ...] = ()
    raw: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of_button(cls, payload: str, intent: str, entities: Mapping[str, str]) -> Understanding:
        """What pressing a button means; nothing is guessed."""
        found = tuple(
            {"entity": name, "value": value, "start": 0, "end": 0}
            for name, value in entities.items()
        )
        return cls(payload, intent, entities=found)

    def value(self, entity: str) -> str | None:
        """The first value of an entity."""
        return next((str(e["value"]) for e in self.entities if e["entity"] == entity), None)


@dataclass(frozen=True)
class Outcome:
    """What a turn of the dialogue came to.

    language: the resident's from now on. events: what the next turn has to be given.
    """

    replies: tuple[Reply, ...]
    language: str
    events: tuple[Mapping[str, Any], ...]


class Assistant:
    """The trained model with our actions and phrases."""

    def __init__(self, agent: Agent, trackers: TurnTrackers) -> None:
        """agent: loaded. trackers: the store the agent was given."""
        if agent.processor is None:
            raise RuntimeError("the model is not loaded")
        self._processor = agent.processor
        self._trackers = trackers

    async def understand(self, text: str) -> Understanding:
        """Intent, entities and how sure the model is. `text` is never taken for a command."""
        parsed = await self._processor.parse_message(UserMessage(text.lstrip("/ ") or "-"))
        return Understanding(
            text=text,
            intent=parsed["intent"]["name"] or FALLBACK,
            confidence=float(parsed["intent"]["confidence"]),
            entities=tuple(parsed["entities"]),
            unsure=bool(parsed.get("unsure")),
            candidates=tuple(parsed.get("candidates") or ()),
            raw=parsed,
        )

    async def parse(self, text: str) -> dict[str, Any]:
        """What `/model/parse` answers: intent, intent_ranking, entities, language, unsure."""
        understood = await self.understand(text)
        raw = {k: v for k, v in understood.raw.items() if k not in _NOT_SHOWN}
        return {**raw, "text": text}

    async def respond(
        self,
        conversation_id: str,
        understood: Understanding,
        language: str,
        events: Sequence[Mapping[str, Any]] = (),
    ) -> Outcome:
        """Take the dialogue one message further. events: what the last turn left."""
        tracker = self._trackers.open(conversation_id, events)
        try:
            channel = CollectingOutputChannel()
            await self._processor.fetch_tracker_and_update_session(conversation_id, channel)
            understood = self._within_search(tracker, understood)
            if tracker.get_slot("language") != language:
                tracker.update(SlotSet("language", language))
            if understood.intent not in MISSES and tracker.get_slot("misses"):
                tracker.update(SlotSet("misses", 0))
            await self._processor.handle_message(
                UserMessage(
                    understood.text,
                    channel,
                    conversation_id,
                    parse_data=_parse_data(understood),
                    metadata={
                        "candidates": list(understood.candidates),
                        "repeated": _repeated(tracker, understood),
                    },
                )
            )
        finally:
            self._trackers.close(conversation_id)
        return Outcome(
            replies=tuple(_reply(m) for m in channel.messages if m.get("text")),
            language=tracker.get_slot("language") or language,
            events=tuple(shortened(tracker)),
        )

    def _within_search(
        self, tracker: DialogueStateTracker, understood: Understanding
    ) -> Understanding:
        """While the search form asks, an answer to it is one; another clear question ends it."""
        if not tracker.active_loop_name:
            return understood
        if understood.intent in _SEARCH or understood.value(
            str(tracker.get_slot("requested_slot"))
        ):
            keep = understood.intent in _SEARCH
            return understood if keep else replace(understood, intent="choose")
        if understood.unsure or understood.intent == FALLBACK:
            return replace(understood, intent="choose")
        tracker.update(ActiveLoop(None))
        tracker.update(SlotSet("requested_slot", None))
        return understood


def load(model_folder: Path, tools: Tools) -> Assistant:
    """Load the newest model of the folder. Raises rasa.exceptions.ModelNotFound."""
    trust_our_own_actions()
    endpoint = InProcessActions(registry.build(tools))
    agent = Agent(action_endpoint=endpoint)
    agent.load_model(str(model_folder))
    trackers = TurnTrackers(agent.domain)
    generator = PhrasebookGenerator(tools.phrasebook, agent.domain.responses)
    agent.tracker_store = trackers
    agent.processor.tracker_store = trackers
    agent.nlg = generator
    agent.processor.nlg = generator
    agent.processor.graph_runner = DirectRunner.of(agent.processor.graph_runner)
    return Assistant(agent, trackers)


def _parse_data(understood: Understanding) -> dict[str, Any]:
    intent = {"name": understood.intent, "confidence": understood.confidence}
    return {
        "text": understood.text,
        "intent": intent,
        "intent_ranking": [intent],
        "entities": [dict(e) for e in understood.entities],
    }


def _repeated(tracker: DialogueStateTracker, understood: Understanding) -> bool:
    said = tracker.latest_message.text if tracker.latest_message else None
    return bool(said) and said == understood.text and not understood.text.startswith("/")


def _reply(message: Mapping[str, Any]) -> Reply:
    buttons: Sequence[Mapping[str, str]] = message.get("buttons") or ()
    return Reply(message["text"], tuple(ReplyButton(b["title"], b["payload"]) for b in buttons))
