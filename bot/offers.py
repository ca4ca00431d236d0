"""Remembers which buttons a conversation was shown."""

from __future__ import annotations

from collections.abc import Sequence

from bot.storage.conversations import Conversation
from bot.turn import Said, Turn, TurnInput

#: The last buttons shown stay pressable; older ones are told to be out of date.
MOST_OFFERED = 60


def offered(conversation: Conversation, said: Sequence[Said]) -> Conversation:
    """The conversation, with the buttons of these replies."""
    new = [button.payload for one in said for button in one.reply.buttons]
    kept = [p for p in conversation.state.get("offered", ()) if p not in new]
    return conversation.with_(state={**conversation.state, "offered": (kept + new)[-MOST_OFFERED:]})


def unchanged(given: TurnInput, said: Said) -> Turn:
    """A reply that changes nothing else."""
    return Turn(offered(given.conversation, [said]), (said,))
