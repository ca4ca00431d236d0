"""A resident's file: one HTML document that needs nothing else and runs nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.privacy.export_cases import cases_section
from bot.privacy.export_conversation import about, remembered, said
from bot.privacy.export_gathering import Kept
from bot.privacy.export_machine import NO_TEXT, machine_readable
from bot.privacy.export_sections import Section
from bot.privacy.export_wording import Wording
from dialogues.direction import RIGHT_TO_LEFT
from dialogues.phrasebook import Phrasebook
from knowledge.model import Place

_TEMPLATE = "export.html"
_REPLACEMENT = "\ufffd"


@dataclass(frozen=True)
class ExportPage:
    """Writes the file. place: for its time zone and names. retention: how long things are kept."""

    phrasebook: Phrasebook
    place: Place
    retention: timedelta

    def written(self, kept: Kept, made_at: datetime) -> bytes:
        """The document in the conversation's language (German if none is known), as UTF-8."""
        language = kept.conversation.language or "de"
        wording = Wording(self.phrasebook, self.place, language)
        return (
            _environment()
            .get_template(_TEMPLATE)
            .render(
                language=language,
                direction="rtl" if language in RIGHT_TO_LEFT else "ltr",
                words=_around(kept, wording, made_at),
                sections=self._sections(kept, wording),
                machine=machine_readable(kept, made_at, self.retention),
            )
            .encode()
        )

    def _sections(self, kept: Kept, wording: Wording) -> list[Section]:
        say = wording.say
        return [
            about(kept, wording, self.retention),
            remembered(kept, wording),
            said(kept, wording),
            cases_section(kept, wording),
            Section(
                say("mydata-also"),
                items=(
                    say("mydata-also-pseudonym"),
                    say("mydata-also-address"),
                    say("mydata-also-numbers"),
                    say("mydata-also-statistics"),
                ),
            ),
            Section(
                say("mydata-left-out"),
                items=(say("mydata-left-out-notes"), say("mydata-left-out-unsent")),
            ),
        ]


def _around(kept: Kept, wording: Wording, made_at: datetime) -> dict[str, str]:
    """What stands above and below the sections."""
    say = wording.say
    return {
        "title": say("mydata-title"),
        "made": say("mydata-made", when=wording.moment(made_at)),
        "careful": say("mydata-careful"),
        "almost_nothing": "" if kept.agreed else say("mydata-almost-nothing"),
        "machine": say("mydata-machine"),
        "machine_lead": say("mydata-machine-lead"),
        "delete": say("mydata-delete"),
    }


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["readable"] = _readable
    return environment


def _readable(text: str) -> str:
    return NO_TEXT.sub(_REPLACEMENT, text.replace("\r\n", "\n").replace("\r", "\n"))
