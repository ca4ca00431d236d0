"""What is said to somebody who wants to have everything that is kept about them."""

from __future__ import annotations

from typing import Protocol
from urllib.parse import quote

from dialogues.reply import Reply


class Say(Protocol):
    """Says a phrase in a language, as `Phrasebook.say` does."""

    def __call__(self, phrase: str, language: str, /, **values: str | int | float) -> str:
        """The words."""


def export_reply(say: Say, channel: str, address: str, language: str) -> Reply:
    """Where the file is: with this message, or where the channel lets it be fetched.

    address: of the resident on that channel; named only to programs, which chose it themselves.
    """
    if channel == "rest":
        path = f"/conversations/{quote(address, safe='')}/mydata"
        return Reply(say("mydata-fetch", language, path=path))
    return Reply(say("mydata-link" if channel == "web" else "mydata-here", language))
