"""Finds German street addresses, as they are written on letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.translation.items import Found, Item, Kind

_NAME: Final = r"[A-ZÄÖÜ][\w.-]"
#: "Musterstraße", "Osterdeich"
_COMPOUND: Final = (
    rf"{_NAME}*?(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|ring|damm|ufer|deich|wall|chaussee"
    r"|kamp|steig|stieg|pfad)"
)
#: "musterstr", as people type it
_TYPED: Final = r"\w+stra(?:ß|ss)e|\w{3,}str\.?"
#: "Bremer Straße", "Gustav-Deetjen-Allee"
_SEPARATE: Final = (
    rf"(?:{_NAME}+[\s-]){{1,2}}(?:Stra(?:ß|ss)e|Str\.|Weg|Platz|Allee|Gasse|Ring|Damm|Ufer|Deich"
    r"|Wall|Chaussee|Markt|Hof)"
)
#: "Am Markt", "An der Weide"; not what else is numbered: "Im Zimmer 3", "Am Montag 3 Termine"
_BY: Final = (
    r"(?:Am|An de[rnm]|Auf de[rnm]|Im|In de[rn]|Zum|Zur|Bei der|Unter den|Hinter de[rm]"
    r"|Vor de[rm])\s"
    r"(?!(?:Raum|Zimmer|Jahr|Monat|Tag|Alter|Haus|Stock|Woche|Fall|Notfall|Telefon|Büro|Saal"
    r"|Formular|Feld|Abschnitt|Punkt|Termin|Schalter|Gleis|Ende|Anfang|Quartal)(?!\w))"
    r"(?!\w*(?i:tag|woch|abend|januar|februar|märz|april|mai|juni|juli|august|ember|oktober)\s)"
    rf"{_NAME}{{2,}}(?:\s[A-ZÄÖÜ][\w-]+)?"
)
_LETTER: Final = r"\s?(?:[a-zA-Z](?!\w))?"
_HOUSE: Final = rf"\d{{1,4}}{_LETTER}(?:\s?[-–/]\s?\d{{1,4}}{_LETTER})?(?![\w%€$])(?!\s?[%€$])"
_TOWN: Final = rf"\d{{5}}\s{_NAME}+"
_ADDRESS: Final = re.compile(
    rf"(?<!\w)(?:(?:[A-ZÄÖÜ]\w+(?:er|e|es)\s)?{_COMPOUND}|{_TYPED}|{_SEPARATE}|{_BY})\s{_HOUSE}"
    rf"(?:,?\s(?:D-)?{_TOWN})?"
    rf"|(?<![\w.,:/+-])(?:D-)?{_TOWN}"
)


def find_addresses(text: str) -> Iterator[Found]:
    """Street and house number, with or without postcode and town; or postcode and town alone."""
    for match in _ADDRESS.finditer(text):
        address = match.group().rstrip(" .-")
        end = match.start() + len(address)
        yield Found(match.start(), end, Item(Kind.ADDRESS, address))
