"""The command menu beside the input line."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence

from telegram.error import TelegramError

from connectors.telegram.client import Client

_log = logging.getLogger(__name__)

#: Language (ISO 639-1, "" for all others) to pairs of command (no slash) and description.
Commands = Mapping[str, Sequence[tuple[str, str]]]


async def announce(client: Client, commands: Commands) -> None:
    """Set the menu of every language. A language that fails is logged, the others go on."""
    for language, entries in commands.items():
        try:
            await client.set_my_commands(list(entries), language_code=language or None)
        except TelegramError as error:
            _log.warning(
                "the command menu for %r could not be set: %s", language, type(error).__name__
            )
