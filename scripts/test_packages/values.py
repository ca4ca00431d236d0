"""Invented values for what is put into a text later: dates, names, addresses."""

from __future__ import annotations

import random
from types import MappingProxyType

#: What a shield recognises as a date, a time and so on; a slot not named here has any text.
TYPICAL = MappingProxyType(
    {
        "{date}": "3.12.2026",
        "{until}": "4.11.2026",
        "{time}": "10:30",
        "{phone}": "0421 361361",
        "{address}": "Lange Straße 12, 28195 Bremen",
        "{amount}": "12,50 Euro",
        "{emergency}": "112",
        "{oncall}": "116117",
        "{poison}": "0551 19240",
        "{crisis}": "0800 1110111",
    }
)

_TITLES = ("", "", "", "Frau ", "Herr ", "Dr. ", "Frau Dr. ", "Praxis ")
_NAMES = (
    *("Öztürk", "Müller", "Yılmaz", "Sabine", "Ahmed", "Ivanova", "Schmidt", "Fatma", "Becker"),
    *("Kaya", "Petrov", "Meyer", "Hassan", "Olga", "Krüger", "Demir", "Aylin", "Jansen", "Weber"),
    *("Al-Masri", "Nowak", "Schröder", "Çelik", "Popescu", "Lehmann", "Hoffmann", "Şahin"),
)
_THINGS = (
    *("Mietvertrag", "Antrag auf Pflegegeld", "Bescheid", "Ausweis", "Meldebescheinigung"),
    *("Sozialamt", "Jobcenter", "LIGA Gröpelingen", "Gesundheitsamt Bremen", "Bürgeramt Mitte"),
    *("Rezept", "Impfpass", "Attest", "Geburtsurkunde", "Kontoauszug", "Refugio Bremen"),
)
_SYLLABLES = ("ba", "den", "ker", "li", "mar", "no", "öz", "ra", "schu", "ta", "ver", "yıl", "zi")
_STREETS = ("Lange Straße", "Am Markt", "Hauptstraße", "Lindenweg", "Gröpelinger Heerstraße")


def any_value(slot: str, chance: random.Random) -> str:
    """Something that may stand in a slot like {date}; a name in one that is not known."""
    day, month = chance.randint(1, 28), chance.randint(1, 12)
    values = {
        "{date}": f"{day}.{month}.2026",
        "{until}": f"{day}.{month}.2026",
        "{time}": f"{chance.randint(7, 19)}:{chance.choice(('00', '15', '30', '45'))}",
        "{phone}": f"0421 {chance.randint(10000, 999999)}",
        "{address}": f"{chance.choice(_STREETS)} {chance.randint(1, 99)}",
        "{amount}": f"{chance.randint(1, 99)} Euro",
        "{emergency}": "112",
        "{oncall}": "116117",
        "{document}": chance.choice(_THINGS),
        "{office}": chance.choice(_THINGS),
    }
    return values.get(slot) or _name(chance)


def _name(chance: random.Random) -> str:
    if chance.random() < 0.7:
        return chance.choice(_TITLES) + chance.choice(_NAMES)
    return "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 3))).capitalize()
