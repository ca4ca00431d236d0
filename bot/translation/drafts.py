"""Machine drafts of answers: how they are made, what their file looks like, where they wait.

A draft lies beside the answers as `<language>.draft.md`. The library never reads it as an answer,
and its head keeps it from being read as one when somebody renames it.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from bot.translation.parallel_sentences import sentences
from bot.translation.translator import Translator
from knowledge.library import LANGUAGES, ORIGINAL, UNTRANSLATED, draft_path
from knowledge.model import Topic

#: Languages an answer is translated into.
TARGETS = tuple(language for language in LANGUAGES if language != ORIGINAL)
_NOTE = "machine draft; residents never see it, until somebody confirms it"
_LINE = re.compile(r"(# |\d{1,2}\. |- |)(.*)")
_SECTION, _FENCE = "## ", "---\n"


class DraftError(Exception):
    """It cannot be done; the message tells a curator why."""


@dataclass(frozen=True)
class Draft:
    """A machine's translation of an answer that nobody has confirmed.

    made_on: in the place's time zone. packages: the translation packages of the usual way, as
    "de-tr 1.5". german: SHA-256 (hexadecimal) of what `german_of` gave. text: as a `<language>.md`.
    """

    language: str
    made_on: date
    packages: tuple[str, ...]
    german: str
    text: str

    @property
    def untranslated(self) -> int:
        """How many pieces are still German."""
        return self.text.count(UNTRANSLATED)


def german_of(folder: Path, topic: Topic) -> str:
    """What is translated: the German answer, and the desk sentence as its section `desk`.

    folder: the topic's. Raises DraftError without a German answer.
    """
    if ORIGINAL not in topic.wordings:
        raise DraftError(f"{topic.id} has no German answer")
    text = (folder / f"{ORIGINAL}.md").read_text(encoding="utf-8").strip()
    return f"{text}\n\n{_SECTION}desk\n{topic.desk}\n"


def digest(german: str) -> str:
    """What a draft remembers of the German it was made from (SHA-256, hexadecimal)."""
    return hashlib.sha256(german.encode()).hexdigest()


async def translated(german: str, language: str, translator: Translator) -> str:
    """The answer line by line in another language, with its structure kept.

    A line that cannot be translated is tried sentence by sentence; what then still cannot stays
    German between marks. Raises DraftError when nothing at all can be translated.
    """
    done, lines, reasons = 0, [], []
    for line in german.split("\n"):
        if not line.strip() or line.startswith(_SECTION):
            lines.append(line)
            continue
        sign, words = _parts(line)
        result = await translator.translate(words, ORIGINAL, language)
        pieces = [result.text]
        parts = [words]
        if result.text is None:
            parts = sentences(words)
            pieces = [(await translator.translate(x, ORIGINAL, language)).text for x in parts]
            reasons.append(result.reason)
        done += sum(piece is not None for piece in pieces)
        lines.append(sign + " ".join(map(_piece, parts, pieces)))
    if not done:
        raise DraftError(f"nothing could be translated ({', '.join(sorted(set(reasons)))})")
    return "\n".join(lines)


def write(path: Path, draft: Draft) -> None:
    """Write the draft's file, whole or not at all. Raises OSError."""
    head = {
        "draft": _NOTE,
        "language": draft.language,
        "made_on": draft.made_on,
        "packages": list(draft.packages),
        "german_sha256": draft.german,
    }
    shown = yaml.safe_dump(head, sort_keys=False, allow_unicode=True, width=1000)
    replace(path, f"{_FENCE}{shown}{_FENCE}{draft.text.strip()}\n")


def read(folder: Path, language: str) -> Draft:
    """The draft in a topic's folder. Raises DraftError when there is none or its head is broken."""
    path = draft_path(folder, language)
    try:
        content = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise DraftError(f"there is no draft {folder.name}/{path.name}") from None
    except UnicodeDecodeError:
        raise DraftError(f"{path} is not UTF-8") from None
    fence, _, rest = content.partition(_FENCE)
    head, end, text = rest.partition(f"\n{_FENCE}")
    if fence or not end:
        raise DraftError(f"{path} does not begin with the head of a draft between two lines ---")
    facts = _facts(path, head)
    made_on, german, packages = (facts.get(x) for x in ("made_on", "german_sha256", "packages"))
    if facts.get("language") != language or not isinstance(made_on, date) or not german:
        raise DraftError(f"{path}: its head needs language: {language}, made_on and german_sha256")
    return Draft(language, made_on, tuple(map(str, packages or ())), str(german), text.lstrip("\n"))


def replace(path: Path, content: str) -> None:
    """Write a file so that it is there whole, the old one or the new. Raises OSError."""
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_bytes(content.encode())
    os.replace(fresh, path)


def missing(topic: Topic) -> Sequence[str]:
    """The languages without an answer."""
    return [language for language in TARGETS if language not in topic.wordings]


def _facts(path: Path, head: str) -> dict[str, Any]:
    try:
        facts = yaml.safe_load(head)
    except (yaml.YAMLError, ValueError) as error:
        raise DraftError(f"{path}: its head is not YAML ({error})") from None
    return facts if isinstance(facts, dict) else {}


def _parts(line: str) -> tuple[str, str]:
    match = _LINE.fullmatch(line.strip())
    return (match[1], match[2]) if match else ("", line)


def _piece(german: str, translated: str | None) -> str:
    return f"{UNTRANSLATED} {german}]]" if translated is None else translated
