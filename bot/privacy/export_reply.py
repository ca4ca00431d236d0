"""What is said to somebody who wants to have everything that is kept about them."""

from __future__ import annotations

from typing import Protocol

from dialogues.reply import Reply

#: Where programs fetch the file. Each knows its senders' names; written out here, such a name would
#: stand in the outbox unencrypted.
_PATH = "/conversations/{sender}/mydata"


class Say(Protocol):
    """Says a phrase in a language, as `Phrasebook.say` does."""

    def __call__(self, phrase: str, language: str, /, **values: str | int | float) -> str:
        """The words."""


def export_reply(say: Say, channel: str, language: str) -> Reply:
    """Where the file is: with this message, or where the channel lets it be fetched."""
    if channel == "rest":
        return Reply(say("mydata-fetch", language, path=_PATH))
    return Reply(say("mydata-link" if channel == "web" else "mydata-here", language))
