"""Whether Telegram can be reached, for the readiness page."""

from __future__ import annotations

from datetime import datetime, timezone

#: The two directions fail apart: a bot that sends can still be deaf.
RECEIVING = "receiving"
SENDING = "sending"


class Health:
    """Remembers per direction what went wrong last. Holds class names and fixed words only."""

    def __init__(self) -> None:
        self._problems: dict[str, str] = {RECEIVING: "not started"}
        self._last_error: str | None = None
        self._since = datetime.now(timezone.utc)

    def well(self, direction: str) -> None:
        """Note that a call in this direction was answered as hoped."""
        if self._problems.pop(direction, None) is not None and not self._problems:
            self._since = datetime.now(timezone.utc)

    def ailing(self, direction: str, reason: str) -> None:
        """Note that a call failed. reason: a class name or fixed words, never the other side's."""
        if not self._problems:
            self._since = datetime.now(timezone.utc)
        self._problems[direction] = reason
        self._last_error = reason

    def describe(self) -> dict[str, str | None]:
        """Return `state` ("ok", "away"), `error` now, `last_error` ever, `since` (ISO 8601)."""
        problem = "; ".join(f"{side}: {why}" for side, why in sorted(self._problems.items()))
        return {
            "state": "away" if problem else "ok",
            "error": problem or None,
            "last_error": self._last_error,
            "since": self._since.isoformat(timespec="seconds"),
        }
