"""Where Rasa finds the tracker of the turn being taken.

Rasa's own SQL store would write in a transaction of its own; a process killed between that and
ours would do a message twice (docs/decisions/0004). This one only hands over: the events go to the
database together with the replies.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rasa.core.tracker_store import SerializedTrackerAsText, TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    Event,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.utils.common import all_subclasses


class TurnTrackers(TrackerStore, SerializedTrackerAsText):
    """Holds the trackers of the turns being taken, and nothing after them."""

    def __init__(self, domain: Domain) -> None:
        """domain: the model's."""
        super().__init__(domain)
        # Rasa looks through all its classes for every event it reads.
        self._classes = {cls.type_name: cls for cls in all_subclasses(Event)}
        self._open: dict[str, DialogueStateTracker] = {}

    def open(
        self, conversation_id: str, events: Sequence[Mapping[str, Any]]
    ) -> DialogueStateTracker:
        """The tracker for a turn, from the events the last one left."""
        tracker = DialogueStateTracker.from_events(
            conversation_id,
            evts=[self._event(event) for event in events],
            slots=self.domain.slots,
            domain=self.domain,
        )
        self._open[conversation_id] = tracker
        return tracker

    def _event(self, values: Mapping[str, Any]) -> Event:
        return self._classes[values["event"]]._from_parameters(dict(values))

    def close(self, conversation_id: str) -> None:
        """End a turn, however it went."""
        self._open.pop(conversation_id, None)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The tracker of the turn being taken."""
        return self._open.get(sender_id)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Nothing to do: the turn takes the events from the tracker."""

    async def keys(self) -> Iterable[str]:
        """The conversations whose turn is being taken."""
        return list(self._open)


def shortened(tracker: DialogueStateTracker) -> list[dict[str, Any]]:
    """The events the next turn needs: all slots, and everything since the last question began.

    Rules look at the last turn only and a form at its own, so that older events would cost time
    with each prediction and keep what people said longer than it is used.
    """
    events = list(tracker.events)
    start = _beginning(events, tracker.active_loop_name)
    values: dict[str, Any] = {}
    for event in events[:start]:
        if isinstance(event, SlotSet):
            values[event.key] = event.value
    kept: list[Event] = [
        ActionExecuted(ACTION_SESSION_START_NAME),
        SessionStarted(),
        *(SlotSet(key, value) for key, value in values.items() if value is not None),
        ActionExecuted(ACTION_LISTEN_NAME),
        *events[start:],
    ]
    return [event.as_dict() for event in kept]


def _beginning(events: Sequence[Event], loop: str | None) -> int:
    """The index of the last message of the resident, or of the one that began the form."""
    end = len(events)
    if loop:
        started = (i for i, e in enumerate(events) if isinstance(e, ActiveLoop) and e.name == loop)
        end = max(started, default=end)
    return max((i for i, e in enumerate(events[:end]) if isinstance(e, UserUttered)), default=0)
