"""Finds all items of a message, each by its own finder, in the order of precedence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from bot.translation.find_addresses import find_addresses
from bot.translation.find_clock import find_times
from bot.translation.find_contacts import find_contacts, find_registered
from bot.translation.find_dates import find_dates
from bot.translation.find_phones import find_phones
from bot.translation.find_quantities import find_amounts, find_dosages, find_numbers
from bot.translation.find_weekdays import TAKEN_NUMBER, find_weekdays
from bot.translation.items import Found, Item, Kind, Term
from bot.translation.numerals import NUMERAL
from knowledge.glossary import Glossary, Hit

#: Stands where an item was found already: no letter, no digit, no space.
_TAKEN: Final = "\ufffc"
_TAKEN_ALREADY: Final = re.compile(f"[{_TAKEN}{TAKEN_NUMBER}]")
_OPENING: Final = re.compile(r"\s?\(")


def find_items(text: str, language: str, glossary: Glossary, names: Sequence[str]) -> list[Found]:
    """Everything a machine must not touch, from left to right, none over another.

    language: of the text, ISO 639-1. names: persons' names as written. What comes first wins:
    links and e-mails, names, account, insurance and case numbers, dates, amounts, dosages, times,
    addresses, phone numbers, all other numbers, weekdays, terms of the glossary.
    """
    free = _Free(text)
    free.take(find_contacts(free.text))
    free.take(_names(free.text, names))
    if NUMERAL.search(free.text):
        free.take(find_registered(free.text))
        free.take(find_dates(free.text, language))
        free.take(find_amounts(free.text))
        free.take(find_dosages(free.text))
        free.take(find_times(free.text, language))
        free.take(find_addresses(free.text))
        free.take(find_phones(free.text))
        free.take(find_numbers(free.text, language))
    free.take(find_weekdays(free.text, language))
    free.take(_terms(free.text, glossary.find(free.text, language), language))
    return sorted(free.found, key=lambda found: found.start)


class _Free:
    """The text with what was found taken out, so that no later finder reaches over it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Found] = []

    def take(self, found: Iterator[Found]) -> None:
        """Keep what was found; of two over each other the first."""
        for one in list(found):
            if _TAKEN_ALREADY.search(self.text, one.start, one.end):
                continue
            self.found.append(one)
            sign = TAKEN_NUMBER if one.item.kind in (Kind.TIME, Kind.NUMBER) else _TAKEN
            filler = sign * (one.end - one.start)
            self.text = self.text[: one.start] + filler + self.text[one.end :]


def _names(text: str, names: Sequence[str]) -> Iterator[Found]:
    wanted = sorted({name.strip() for name in names if name.strip()}, key=len, reverse=True)
    if wanted:
        pattern = rf"(?<!\w)(?:{'|'.join(map(re.escape, wanted))})(?!\w)"
        for match in re.finditer(pattern, text, re.IGNORECASE):
            yield Found(*match.span(), Item(Kind.NAME, match.group()))


def _terms(text: str, hits: Sequence[Hit], language: str) -> Iterator[Found]:
    """A term with its German word behind it in brackets, as Lotse writes it, is one item."""
    at = 0
    while at < len(hits):
        hit = hits[at]
        start, end = hit.start, hit.end
        after = hits[at + 1] if at + 1 < len(hits) else None
        if (
            after is not None
            and after.id == hit.id
            and after.in_german
            and _OPENING.fullmatch(text[end : after.start])
            and text[after.end : after.end + 1] == ")"
        ):
            end, at = after.end + 1, at + 1
        foreign = hit.in_german and language != "de"
        yield Found(start, end, Item(Kind.TERM, text[start:end], Term(hit.id, foreign)))
        at += 1
