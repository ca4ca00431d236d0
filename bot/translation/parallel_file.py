"""Reads a tab-separated file of sentences in two languages."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from knowledge.library import LANGUAGES


class ParallelFileError(Exception):
    """The file cannot be used; the message names the line and what is wrong with it."""


@dataclass(frozen=True)
class ParallelFile:
    """Sentences and their translations by people. source, target: ISO 639-1."""

    source: str
    target: str
    pairs: tuple[tuple[str, str], ...]


def read(path: Path, source: str = "", target: str = "") -> ParallelFile:
    """A line a sentence, the translation behind a tab; the first line may be the two languages.

    source, target: the languages; both, or neither when the first line says them. Empty lines are
    left out. Raises ParallelFileError.
    """
    rows = _rows(path)
    first = rows[0]
    named = first if set(first) <= set(LANGUAGES) else None
    if bool(source) != bool(target):
        raise ParallelFileError("--from and --to go together")
    given = (source, target) if source else None
    if given is None and named is None:
        raise ParallelFileError(
            f"{path}: the first line must be two languages of {', '.join(LANGUAGES)} with a tab "
            f"between them, or give --from and --to; it is {' '.join(first)[:60]!r}"
        )
    if given and named and given != named:
        raise ParallelFileError(
            f"{path}: the first line says {'-'.join(named)}, but you gave {'-'.join(given)}"
        )
    languages = given or named or first
    for language in languages:
        if language not in LANGUAGES:
            raise ParallelFileError(f"{language!r} is none of {', '.join(LANGUAGES)}")
    if languages[0] == languages[1]:
        raise ParallelFileError("the two languages are the same")
    pairs = tuple(rows[1 if named else 0 :])
    if not pairs:
        raise ParallelFileError(f"{path}: there is no sentence in it")
    return ParallelFile(*languages, pairs)


def _rows(path: Path) -> list[tuple[str, str]]:
    """Both sides of each line. Only line feeds end a line."""
    try:
        lines = path.read_bytes().decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        broken = error.object[: error.start].count(b"\n") + 1
        raise ParallelFileError(f"{path}, line {broken}: it is not UTF-8") from None
    except OSError as error:
        raise ParallelFileError(f"{path}: {error.strerror}") from None
    rows = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) != 2:
            found = len(cells) - 1 or "none"
            raise ParallelFileError(f"{path}, line {number}: one tab is expected, {found} found")
        if not all(cells):
            raise ParallelFileError(f"{path}, line {number}: one side is empty")
        rows.append((cells[0], cells[1]))
    if not rows:
        raise ParallelFileError(f"{path} is empty")
    return rows
