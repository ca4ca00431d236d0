"""`lotse translate draft|confirm|drafts`: machine drafts of answers, and who stands for them."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape
from rich.table import Table

from bot.translation.command_line import (
    complain,
    console,
    operating,
    parts_of,
    refuse_if,
    say,
    versions_of,
)

if TYPE_CHECKING:
    from bot.settings import Settings
    from bot.translation.drafts import Draft
    from bot.translation_parts import TranslationParts
    from knowledge.library import Library
    from knowledge.model import Topic

translate = typer.Typer(no_args_is_help=True, help="What machines translated and people confirm.")

TopicId = Annotated[str, typer.Argument(metavar="TOPIC", help="a folder of knowledge/topics")]
Languages = Annotated[
    list[str] | None,
    typer.Option("--language", help="ar, en, ru or tr; all without an answer if none is given"),
]
Again = Annotated[bool, typer.Option("--again", help="replace a draft that waits already")]
Name = Annotated[str, typer.Option("--by", help="who compared every sentence with the German")]
On = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="when; today if not given")]
Anyway = Annotated[bool, typer.Option("--anyway", help="although the German answer has changed")]
Replace = Annotated[bool, typer.Option("--replace", help="in place of the answer that is there")]


@translate.command()
def draft(topic: TopicId, language: Languages = None, again: Again = False) -> None:
    """Let the machine draft a German answer in other languages; residents do not see it."""
    from bot.translation import drafts

    with operating() as settings:
        library, found, folder = _topic(topic)
        wanted = list(dict.fromkeys(language or drafts.missing(found)))
        unknown = [code for code in wanted if code not in drafts.TARGETS]
        refuse_if([f"{code} is none of {', '.join(drafts.TARGETS)}" for code in unknown])
        if not wanted:
            say(f"{topic} has an answer in every language; --language drafts one again")
            return
        there = [] if again else [code for code in wanted if code in found.drafts]
        for code in there:
            complain(f"{topic}: a draft in {code} waits already; --again replaces it")
        wanted = [code for code in wanted if code not in there]
        if wanted:
            with parts_of(settings, library) as parts:
                refuse_if(asyncio.run(_drafted(settings, parts, folder, found, wanted)))
    if there:
        raise typer.Exit(1)


@translate.command()
def confirm(
    topic: TopicId,
    language: Annotated[str, typer.Argument(metavar="LANGUAGE", help="ar, en, ru or tr")],
    by: Name,
    on: On = None,
    anyway: Anyway = False,
    replace: Replace = False,
) -> None:
    """Make a draft the answer that residents see, in the name of a person who checked it."""
    from bot.translation import confirming, drafts
    from knowledge.library import draft_path

    with operating() as settings:
        _, found, folder = _topic(topic)
        name, when = confirming.checked_name(by), _when(on, _today(settings))
        waiting = drafts.read(folder, language)
        german, path = drafts.german_of(folder, found), draft_path(folder, language)
        reasons = confirming.problems(waiting, german, path)
        if confirming.changed(waiting, german) and not anyway:
            reasons.append(
                "the German answer has changed since the draft was made: compare them and confirm "
                "with --anyway, or draft it --again"
            )
        if _other_answer(folder, waiting) and not replace:
            reasons.append(f"there is an answer in {language} already; --replace takes its place")
        refuse_if([f"{topic}, {language}: {reason}" for reason in reasons])
        confirming.confirm(folder, waiting, name, when)
    say(f"{topic}: {language}.md is the answer, confirmed by {name} on {when.isoformat()}")
    say("residents see it when Lotse is started again")


@translate.command("drafts")
def show() -> None:
    """List the drafts that wait for somebody to confirm them."""
    from bot.curated import KNOWLEDGE
    from bot.translation import confirming, drafts
    from knowledge import library

    table = Table("topic", "language", "made on", "with", "not translated", "German since")
    broken = []
    with operating():
        for topic in library.load(KNOWLEDGE).topics.values():
            folder = KNOWLEDGE / "topics" / topic.id
            for language in topic.drafts:
                try:
                    found = drafts.read(folder, language)
                    changed = confirming.changed(found, drafts.german_of(folder, topic))
                except drafts.DraftError as error:
                    broken.append(str(error))
                    continue
                table.add_row(
                    topic.id,
                    language,
                    found.made_on.isoformat(),
                    escape(", ".join(found.packages)),
                    str(found.untranslated or ""),
                    "changed" if changed else "the same",
                )
        if table.row_count:
            console.print(table)
        elif not broken:
            say("no draft waits")
        refuse_if(broken)


def _topic(topic: str) -> tuple[Library, Topic, Path]:
    from bot.curated import KNOWLEDGE
    from bot.translation.drafts import DraftError
    from knowledge import library

    loaded = library.load(KNOWLEDGE)
    found = loaded.topics.get(topic)
    if found is None:
        raise DraftError(f"there is no topic {topic} in knowledge/topics")
    return loaded, found, KNOWLEDGE / "topics" / topic


async def _drafted(
    settings: Settings, parts: TranslationParts, folder: Path, topic: Topic, wanted: Sequence[str]
) -> list[str]:
    from bot.translation.drafting import draft_all

    try:
        versions, today = versions_of(settings), _today(settings)
        return await draft_all(parts, versions, folder, topic, wanted, today, say)
    finally:
        await parts.machine.close()


def _other_answer(folder: Path, waiting: Draft) -> bool:
    """Whether an answer would be lost. The draft's own text is none: a run was cut off there."""
    from bot.translation import confirming

    path = confirming.answer_path(folder, waiting.language)
    return path.exists() and path.read_text(encoding="utf-8") != confirming.answer_text(waiting)


def _when(on: datetime | None, today: date) -> date:
    from bot.translation.drafts import DraftError

    when = on.date() if on else today
    if when > today:
        raise DraftError(f"--on {when.isoformat()} is in the future")
    return when


def _today(settings: Settings) -> date:
    from bot.curated import place_of, today_at

    return today_at(place_of(settings).timezone)()
