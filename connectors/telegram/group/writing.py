"""What a counsellor wrote in a case's topic: for the resident, for colleagues, or for the bot."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_NOTE = "//"
_COMMAND = re.compile(r"^/([^\s/@]+)(?:@\w+)?(?:\s+(.*))?$", re.DOTALL)


@dataclass(frozen=True)
class Written:
    """The two parts of a message; either may be empty."""

    reply: str
    note: str


@dataclass(frozen=True)
class Command:
    """A line that begins with one slash."""

    name: str
    rest: str


def command(text: str) -> Command | None:
    """Return the command a message is, None for everything else."""
    found = _COMMAND.match(unicodedata.normalize("NFC", text.strip()))
    return Command(found.group(1).casefold(), (found.group(2) or "").strip()) if found else None


def written(text: str) -> Written:
    """Take apart what is said and what stays internal.

    A message that begins with // is internal as a whole, for one who forgets the marks on the
    second line means it so; further down // keeps its own line internal.
    """
    text = text.strip()
    if text.startswith(_NOTE):
        return Written("", "\n".join(_unmarked(line) for line in text.splitlines()).strip())
    lines = text.splitlines()
    notes = [_unmarked(line) for line in lines if line.lstrip().startswith(_NOTE)]
    said = [line for line in lines if not line.lstrip().startswith(_NOTE)]
    return Written("\n".join(said).strip(), "\n".join(notes).strip())


def _unmarked(line: str) -> str:
    bare = line.lstrip()
    return bare[len(_NOTE) :].strip() if bare.startswith(_NOTE) else line
