"""Makes a machine's draft the answer, once a person stands for it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from bot.translation.drafts import Draft, DraftError, digest, replace
from bot.translation.numerals import ascii_digits
from knowledge.library import UNTRANSLATED, KnowledgeError, draft_path, parse_wording
from knowledge.model import Wording

#: Letters of the longest name.
LONGEST_NAME = 80
#: Characters of a title that a phone shows in one line.
LONGEST_TITLE = 28
_STEP = re.compile(r"^\s*(\d{1,2})\. ", re.MULTILINE)
#: Shorter numbers may be written as words.
_LONG_NUMBER = re.compile(r"\d{3,}")
_KEY = "translations"


def problems(draft: Draft, german: str, path: Path) -> list[str]:
    """Why the draft cannot be the answer yet, a sentence each; empty when it can.

    german: what `german_of` gives now. path: the draft's file, named in errors.
    """
    if draft.untranslated:
        lines = path.read_text(encoding="utf-8").splitlines()
        return [
            f"line {number} is not translated yet: {line.strip()}"
            for number, line in enumerate(lines, start=1)
            if UNTRANSLATED in line
        ]
    try:
        wording = parse_wording(draft.text, path)
    except KnowledgeError as error:
        return [str(error)]
    return list(_differences(parse_wording(german, path), wording))


def changed(draft: Draft, german: str) -> bool:
    """Whether the German is another than the draft was made from."""
    return draft.german != digest(german)


def confirm(folder: Path, draft: Draft, by: str, on: date) -> None:
    """Write the answer and who confirmed it, and remove the draft. Raises DraftError, OSError.

    folder: the topic's. A run that was cut off can be done again.
    """
    facts = folder / "topic.yml"
    noted = recorded(facts.read_bytes().decode("utf-8"), draft.language, checked_name(by), on)
    replace(answer_path(folder, draft.language), answer_text(draft))
    replace(facts, noted)
    draft_path(folder, draft.language).unlink()


def answer_path(folder: Path, language: str) -> Path:
    """Where the answer in a language lies."""
    return folder / f"{language}.md"


def answer_text(draft: Draft) -> str:
    """What the answer's file will hold."""
    return draft.text.strip() + "\n"


def checked_name(name: str) -> str:
    """A name one can be asked by. Raises DraftError for anything else."""
    name = name.strip()
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise DraftError(f"--by must be a name of 1 to {LONGEST_NAME} letters")
    return name


def recorded(text: str, language: str, by: str, on: date) -> str:
    """The text of a topic.yml with one more confirmation; all else stays as it was written.

    Raises DraftError when it is written in a way that lines cannot be added to.
    """
    end = "\r\n" if "\r\n" in text else "\n"
    fact = f"{language}: {{by: {json.dumps(by, ensure_ascii=False)}, on: {on.isoformat()}}}"
    before, lines = _load(text), text.rstrip().split(end)
    if _KEY not in before:
        lines += [f"{_KEY}:", f"  {fact}"]
    elif (start := _line_of_key(lines)) is not None:
        _put(lines, start + 1, language, f"  {fact}")
    result = end.join([*lines, ""])
    wanted = {**(before.get(_KEY) or {}), **yaml.safe_load(fact)}
    if _load(result) != {**before, _KEY: wanted}:
        raise DraftError(f"topic.yml is not written line by line; add under {_KEY}: {fact}")
    return result


def _line_of_key(lines: Sequence[str]) -> int | None:
    found = (n for n, line in enumerate(lines) if line.split("#")[0].rstrip() == f"{_KEY}:")
    return next(found, None)


def _put(lines: list[str], at: int, language: str, line: str) -> None:
    """Into the block of indented lines that begins at `at`, in the place of the same language."""
    end = at
    while end < len(lines) and lines[end].startswith(" "):
        if lines[end].lstrip().startswith(f"{language}:"):
            lines[end] = line
            return
        end += 1
    lines.insert(end, line)


def _load(text: str) -> dict[str, Any]:
    try:
        facts = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError):
        return {}
    return facts if isinstance(facts, dict) else {}


def _differences(german: Wording, other: Wording) -> Iterator[str]:
    for name in ("text", "more"):
        steps, theirs = _steps(getattr(german, name)), _steps(getattr(other, name))
        if steps != theirs:
            yield f"{_NAMES[name]} has {_said(theirs)}, in German {_said(steps)}"
    if len(german.bring) != len(other.bring):
        yield f"lines of ## bring: {len(other.bring)}, in German {len(german.bring)}"
    if bool(german.more) != bool(other.more):
        yield f"## more is {'missing' if german.more else 'not in the German answer'}"
    longest = max(LONGEST_TITLE, len(german.title))
    if len(other.title) > longest:
        yield f"the title has {len(other.title)} characters, at most {longest} fit"
    if not other.desk:
        yield "## desk, what the German sentence means, is missing"
    numbers, theirs_too = _numbers(german), _numbers(other)
    if numbers - theirs_too:
        yield f"numbers are missing: {', '.join(sorted(numbers - theirs_too))}"
    if theirs_too - numbers:
        yield f"numbers are not in the German answer: {', '.join(sorted(theirs_too - numbers))}"


_NAMES = {"text": "the answer", "more": "## more"}


def _steps(text: str) -> Sequence[str]:
    return [ascii_digits(number) for number in _STEP.findall(text)]


def _said(steps: Sequence[str]) -> str:
    return f"the steps {', '.join(steps)}" if steps else "no steps"


def _numbers(wording: Wording) -> set[str]:
    text = "\n".join((wording.title, wording.text, *wording.bring, wording.more))
    return set(_LONG_NUMBER.findall(ascii_digits(text)))
