"""Opening hours in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from babel.dates import get_day_names

from dialogues.phrasebook import Phrasebook
from knowledge.model import WEEKDAYS, Hours


def describe_hours(hours: Hours | None, language: str, phrasebook: Phrasebook) -> str:
    """A line such as "Mo–Fr 09:00–12:00, Sa 10:00–12:00"; days with equal times are joined.

    Day names are those of the Unicode CLDR (by Babel), times as written, 24 hours.
    """
    if hours is None:
        return phrasebook.say("hours-unknown", language)
    if hours.always:
        return phrasebook.say("hours-always", language)
    runs: list[tuple[int, int, tuple[str, ...]]] = []
    for index, day in enumerate(WEEKDAYS):
        times = tuple(hours.by_day.get(day, ()))
        if not times:
            continue
        if runs and runs[-1][1] == index - 1 and runs[-1][2] == times:
            runs[-1] = (runs[-1][0], index, times)
        else:
            runs.append((index, index, times))
    if not runs:
        return phrasebook.say("hours-closed", language)
    names = cast("Mapping[int, str]", get_day_names("abbreviated", locale=language))
    return ", ".join(_run(first, last, times, names) for first, last, times in runs)


def _run(first: int, last: int, times: tuple[str, ...], names: Mapping[int, str]) -> str:
    days = names[first] if first == last else f"{names[first]}–{names[last]}"
    return f"{days} " + ", ".join(span.replace("-", "–") for span in times)
