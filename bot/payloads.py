"""What a resident may send as a command: public ones, and buttons offered to this conversation."""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from dataclasses import dataclass, field

PUBLIC = frozenset(
    {
        "change_language",
        "give_consent",
        "refuse_consent",
        "talk_to_human",
        "capabilities",
        "delete_my_data",
        "my_data",
        "cancel",
    }
)
_FORM = re.compile(r"/([a-z_]{1,40})\s*(\{.*\})?", re.DOTALL)


@dataclass(frozen=True)
class Command:
    """A payload taken apart."""

    intent: str
    entities: dict[str, str] = field(default_factory=dict)


def parse(text: str) -> Command | None:
    """`/intent` or `/intent{"entity": "value"}`; None for anything else, broken JSON included."""
    match = _FORM.fullmatch(text.strip())
    if match is None:
        return None
    try:
        entities = json.loads(match.group(2) or "{}")
    except ValueError:
        return None
    if not all(isinstance(v, str) for v in entities.values()):
        return None
    return Command(match.group(1), entities)


def allowed(
    text: str, offered: Collection[str], topics: Collection[str], languages: Collection[str]
) -> Command | None:
    """The command in a text if this conversation may use it now, else None.

    offered: payloads of buttons shown to this conversation. A public command takes no entities,
    but for change_language, which takes one of `languages`.
    """
    command = parse(text)
    if command is None:
        return None
    if text.strip() in offered:
        return command
    if command.intent == "change_language":
        wanted = command.entities.get("language")
        known = not command.entities or (len(command.entities) == 1 and wanted in languages)
        return command if known else None
    public = command.intent in PUBLIC or command.intent in topics
    return command if public and not command.entities else None
