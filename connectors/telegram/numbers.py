"""Which message ids Telegram has given out, as far as we have seen."""

from __future__ import annotations

from collections import OrderedDict

from connectors.telegram.reception import Reception

_REMEMBERED = 20_000


class Numbers:
    """Remembers the newest message id of every series, and those we know the message of.

    A supergroup counts its messages for itself; all private chats and plain groups of a bot share
    one series. Ids only grow.
    """

    def __init__(self) -> None:
        self._newest: dict[int, int] = {}
        self.reception = Reception()
        self._known: OrderedDict[tuple[int, int], None] = OrderedDict()

    def note(self, chat_id: int, message_id: int) -> None:
        """Remember a message that was received or that Telegram says it sent."""
        series = _series(chat_id)
        self._newest[series] = max(message_id, self._newest.get(series, 0))
        self._known[series, message_id] = None
        while len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)

    def newest(self, chat_id: int) -> int:
        """Return the newest id seen in a chat's series, 0 when none was."""
        return self._newest.get(_series(chat_id), 0)

    def knows(self, chat_id: int, message_id: int) -> bool:
        """Return whether this was noted, not so long ago."""
        return (_series(chat_id), message_id) in self._known


def _series(chat_id: int) -> int:
    return chat_id if str(chat_id).startswith("-100") else 0
