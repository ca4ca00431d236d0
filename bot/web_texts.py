"""What the channels need in words: the web page's texts and Telegram's menu."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dialogues.phrasebook import Phrasebook

WEB_TEXTS = (
    "title",
    "subtitle",
    "placeholder",
    "send",
    "you",
    "lotse",
    "typing",
    "offline",
    "online",
    "not-sent",
    "language",
    "messages",
    "leave",
    "new",
    "start",
    "share-location",
    "download",
)
COMMANDS = ("start", "help", "language", "person", "mydata", "delete")


def web_texts(phrasebook: Phrasebook) -> Mapping[str, Mapping[str, str]]:
    """The web page's texts by language and key; dashes of the phrase ids become underscores."""
    return {
        language: {
            key.replace("-", "_"): phrasebook.say(f"web-{key}", language) for key in WEB_TEXTS
        }
        for language in phrasebook.languages
    }


def telegram_commands(phrasebook: Phrasebook) -> Mapping[str, Sequence[tuple[str, str]]]:
    """Telegram's menu by language; "" stands for every other one and is in English."""
    menus = {
        language: [(name, phrasebook.say(f"command-{name}", language)) for name in COMMANDS]
        for language in phrasebook.languages
    }
    return {**menus, "": menus["en"]}
