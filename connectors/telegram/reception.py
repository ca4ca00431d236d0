"""Whether everything people wrote up to some moment has reached us."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from connectors.messages import TryLater

#: Seconds after which an open question to Telegram shows that nothing is waiting there, and after
#: which a webhook is taken to have delivered.
SETTLED_SECONDS = 1.0
PUSHED_SECONDS = 3.0
PATIENCE_SECONDS = 3.0
LOOK_EVERY_SECONDS = 0.1


class Reception:
    """Notes when updates were fetched, on a clock that never goes back.

    Message ids of a lost answer can only be told from those of messages we have not seen yet once
    these have been fetched.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """As long as nobody fetches, everything counts as received."""
        self._clock = clock
        self._asked: float | None = None
        self._complete_since: float | None = None
        self._fetches = False
        self.pushed = False

    def now(self) -> float:
        """This moment, for `caught_up`."""
        return self._clock()

    def asking(self) -> None:
        """Telegram is asked for updates."""
        self._fetches = True
        self._asked = self._clock()

    def answered(self, complete: bool) -> None:
        """It answered, and all of it was taken. complete: nothing more waits there."""
        if complete and self._asked is not None:
            self._complete_since = self._asked
        self._asked = None

    def failed(self) -> None:
        """It did not answer."""
        self._asked = None

    async def wait(self, moment: float) -> None:
        """Wait for what people wrote before a moment. Raises TryLater if that takes long."""
        until = self._clock() + PATIENCE_SECONDS
        while not self.caught_up(moment):
            if self._clock() >= until:
                raise TryLater(PATIENCE_SECONDS, "not everything was received yet")
            await asyncio.sleep(LOOK_EVERY_SECONDS)

    def caught_up(self, moment: float) -> bool:
        """Whether all that people wrote before a moment has been received."""
        if self.pushed:
            return self._clock() - moment >= PUSHED_SECONDS
        if not self._fetches:
            return True
        if self._complete_since is not None and self._complete_since >= moment:
            return True
        # Telegram answers at once when it has something.
        asked = self._asked
        return asked is not None and self._clock() - max(asked, moment) >= SETTLED_SECONDS
