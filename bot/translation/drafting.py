"""Drafts an answer in several languages with what is installed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bot.translation import drafts
from bot.translation.routes import routes
from knowledge.library import ORIGINAL, draft_path
from knowledge.model import Topic

if TYPE_CHECKING:
    from bot.translation_parts import TranslationParts

#: Versions of the installed packages, by pair.
Versions = Mapping[tuple[str, str], str]


async def draft_all(
    parts: TranslationParts,
    versions: Versions,
    folder: Path,
    topic: Topic,
    languages: Sequence[str],
    today: date,
    tell: Callable[[str], None],
) -> list[str]:
    """Write a draft in each language; returns why some could not be made, a sentence each.

    folder: the topic's. Raises DraftError without a German answer, DatabaseUnavailable, OSError.
    """
    german, failures = drafts.german_of(folder, topic), []
    await asyncio.to_thread(parts.records.database.migrate)
    await parts.refresh()
    for language in languages:
        if parts.translator.lacks(ORIGINAL, language):
            failures.append(f"no package from German to {language}; `lotse packages install`")
            continue
        # Before the first sentence, which waits only so long for its translation.
        await asyncio.to_thread(parts.memory.prepare, ORIGINAL, language)
        try:
            text = await drafts.translated(german, language, parts.translator)
        except drafts.DraftError as error:
            failures.append(f"{topic.id}, {language}: {error}")
            continue
        packages = usual_way(versions, ORIGINAL, language)
        made = drafts.Draft(language, today, packages, drafts.digest(german), text)
        drafts.write(draft_path(folder, language), made)
        left = f"; pieces left in German: {made.untranslated}" if made.untranslated else ""
        tell(f"{topic.id}/{language}.draft.md is written{left}")
    return failures


def usual_way(versions: Versions, source: str, target: str) -> tuple[str, ...]:
    """The packages a translation normally goes through, as "de-en 1.0"; empty without a way."""
    ways = routes(versions, source, target)
    steps = zip(ways[0], ways[0][1:], strict=False) if ways else ()
    return tuple(f"{start}-{end} {versions[start, end]}" for start, end in steps)
