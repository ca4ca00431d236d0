"""Ready-made replies: what counsellors say all day, written by people in every language.

A file `<subject>.yml` names its subject in German and lists replies, each with a code to type and a
sentence a language. Only values are put in; nothing is translated.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from dialogues.direction import FSI, PDI, RIGHT_TO_LEFT, isolate
from dialogues.language_names import OWN_NAMES

FOLDER = Path(__file__).parent / "replies"
SOURCE = "de"
PLACEHOLDERS = frozenset(
    {"date", "time", "name", "address", "phone", "document", "office", "amount"}
)
LONGEST_VALUE = 120

_CODE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
# Numbers copied from a phone's contacts carry such marks; they would end our own isolation early.
_DIRECTION_MARKS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")


class ReplyError(ValueError):
    """A file of ready-made replies cannot be used; the message names the file and the entry."""


class ValuesError(ValueError):
    """A reply was given other values than it needs; each field holds names of placeholders."""

    def __init__(
        self, missing: Sequence[str], unknown: Sequence[str], too_long: Sequence[str]
    ) -> None:
        kinds = {"missing": missing, "unknown": unknown, "too long": too_long}
        super().__init__("; ".join(f"{k}: {', '.join(n)}" for k, n in kinds.items() if n))
        self.missing, self.unknown, self.too_long = tuple(missing), tuple(unknown), tuple(too_long)


@dataclass(frozen=True)
class ReadyMadeReply:
    """A sentence in every language.

    code: short, to type. subject: what its file is about, in German. texts: language -> sentence
    with {placeholders}. placeholders: their names, in the order of the German sentence.
    """

    code: str
    subject: str
    texts: Mapping[str, str]
    placeholders: tuple[str, ...]


class ReadyMadeReplies:
    """Finds ready-made replies and fills them in."""

    def __init__(self, replies: Sequence[ReadyMadeReply]) -> None:
        """replies: as `load` checked them, each code once."""
        self._by_code = {reply.code: reply for reply in replies}
        self._searchable = {reply.code: _searchable(reply) for reply in replies}

    def all(self) -> list[ReadyMadeReply]:
        """Every reply, subject by subject, as written."""
        return list(self._by_code.values())

    def get(self, code: str) -> ReadyMadeReply | None:
        """The reply with this code, however it is capitalised."""
        return self._by_code.get(code.strip().lower())

    def search(self, words: str) -> list[ReadyMadeReply]:
        """Replies whose code begins with what is searched, then those that say all its words.

        The words may be parts of words, in any order and in any one language. Nothing searched:
        every reply.
        """
        wanted = _folded(words).split()
        begin = [r for r in self.all() if r.code.startswith(" ".join(wanted))]
        say = [
            reply
            for code, reply in self._by_code.items()
            if reply not in begin
            and any(all(word in text for word in wanted) for text in self._searchable[code])
        ]
        return begin + say

    def render(self, code: str, language: str, values: Mapping[str, str]) -> str:
        """The reply in a language (German when that one is unknown) with the values put in.

        Line breaks in a value become spaces; otherwise it stays as it was typed. Raises KeyError
        for an unknown code and ValuesError when a value is missing, empty, longer than
        LONGEST_VALUE (a shortened address could mislead) or not asked for.
        """
        reply = self.get(code)
        if reply is None:
            raise KeyError(code)
        given = {name: _one_line(value) for name, value in values.items()}
        missing = [name for name in reply.placeholders if not given.get(name)]
        unknown = [name for name in given if name not in reply.placeholders]
        too_long = [name for name, value in given.items() if len(value) > LONGEST_VALUE]
        if missing or unknown or too_long:
            raise ValuesError(missing, unknown, too_long)
        text = reply.texts.get(language) or reply.texts[SOURCE]
        shown = {name: _isolated(value, language) for name, value in given.items()}
        return isolate(_PLACEHOLDER.sub(lambda match: shown[match.group(1)], text), language)


def load(folder: Path = FOLDER) -> ReadyMadeReplies:
    """Read and check every `<subject>.yml` in the folder. Raises ReplyError."""
    replies: dict[str, ReadyMadeReply] = {}
    for path in sorted(folder.glob("*.yml")):
        for reply in _read(path):
            if reply.code in replies:
                raise ReplyError(f"{path}: {reply.code}: this code is used twice")
            replies[reply.code] = reply
    if not replies:
        raise ReplyError(f"{folder}: no ready-made replies")
    return ReadyMadeReplies(list(replies.values()))


def _read(path: Path) -> Iterator[ReadyMadeReply]:
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ReplyError(f"{path}: {error}") from None
    if not isinstance(data, dict) or not isinstance(data.get("replies"), list):
        raise ReplyError(f"{path}: `subject` and a list `replies` are needed")
    subject = data.get("subject")
    if not isinstance(subject, str) or not subject.strip():
        raise ReplyError(f"{path}: `subject` is missing")
    for number, entry in enumerate(data["replies"], start=1):
        code = entry.get("code") if isinstance(entry, dict) else None
        try:
            yield _reply(entry, code, subject.strip())
        except ValueError as error:
            raise ReplyError(f"{path}: {code or f'entry {number}'}: {error}") from None


def _reply(entry: Any, code: Any, subject: str) -> ReadyMadeReply:
    if not isinstance(code, str) or not _CODE.fullmatch(code):
        raise ValueError("a code of small letters a-z, digits and hyphens is needed")
    texts = {language: text for language, text in entry.items() if language != "code"}
    if texts.keys() != OWN_NAMES.keys():
        wrong = ", ".join(sorted(map(str, texts.keys() ^ OWN_NAMES.keys())))
        raise ValueError(f"every language is needed, and no other: {wrong}")
    wanted = _placeholders(SOURCE, texts[SOURCE])
    for language, text in texts.items():
        if set(_placeholders(language, text)) != set(wanted):
            raise ValueError(f"{language} has other placeholders than {SOURCE}")
    stripped = {language: text.strip() for language, text in texts.items()}
    return ReadyMadeReply(code, subject, stripped, wanted)


def _placeholders(language: str, text: Any) -> tuple[str, ...]:
    if not isinstance(text, str) or not text.strip():
        raise ValueError(f"{language} has no text")
    names = tuple(dict.fromkeys(_PLACEHOLDER.findall(text)))
    unknown = [name for name in names if name not in PLACEHOLDERS]
    if unknown:
        raise ValueError(f"{language} has unknown placeholders: {', '.join(unknown)}")
    if set("{}") & set(_PLACEHOLDER.sub("", text)):
        raise ValueError(f"{language} has a brace without its other half")
    return names


def _searchable(reply: ReadyMadeReply) -> list[str]:
    return [_folded(_PLACEHOLDER.sub("", text)) for text in reply.texts.values()]


def _folded(text: str) -> str:
    """Without capitals; Turkish i with and without its dot are one letter."""
    return text.casefold().replace("\u0307", "").replace("ı", "i")


def _one_line(value: str) -> str:
    return " ".join(_DIRECTION_MARKS.sub("", value).splitlines()).strip()


def _isolated(value: str, language: str) -> str:
    mixed = any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in value)
    return f"{FSI}{value}{PDI}" if mixed or language in RIGHT_TO_LEFT else value
