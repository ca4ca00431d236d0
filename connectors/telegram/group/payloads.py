"""What a button in the group carries: an action, a case's number and perhaps something more."""

from __future__ import annotations

from dataclasses import dataclass

from connectors.messages import MAX_PAYLOAD_BYTES


@dataclass(frozen=True)
class Press:
    """A button's meaning. rest: what the action needs."""

    action: str
    number: int
    rest: str = ""

    @property
    def data(self) -> str:
        """Return it as callback data. Raises ValueError when it is too long for Telegram."""
        text = f"{self.action}|{self.number}|{self.rest}"
        if len(text.encode()) > MAX_PAYLOAD_BYTES:
            raise ValueError("too long for a button")
        return text

    @property
    def fits(self) -> bool:
        """Return whether Telegram takes it."""
        return len(f"{self.action}|{self.number}|{self.rest}".encode()) <= MAX_PAYLOAD_BYTES


def read(data: str | None) -> Press | None:
    """Return what a button carried, None if it is none of ours."""
    action, _, other = (data or "").partition("|")
    number, bar, rest = other.partition("|")
    if not action or not bar or not (number.isascii() and number.isdecimal()):
        return None
    return Press(action, int(number), rest)
