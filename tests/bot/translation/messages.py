"""Messages as people write them, put together by chance, and engines that spoil them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from random import Random
from typing import Final

from bot.translation.items import Kind
from bot.translation.numerals import NUMERALS, ascii_digits
from bot.translation.placeholders import Style
from bot.translation.shielding import Shielded, restore, shield
from knowledge.glossary import Entry, Glossary
from knowledge.library import LANGUAGES

NAMES: Final = ("Frau Özdemir", "Müller", "Иванова", "أحمد")

_TERMS: Final = {
    "ueberweisung": {
        "de": ("Überweisung", "Überweisungen"),
        "en": ("referral", "referrals"),
        "ar": ("إحالة طبية", "إحالة", "الإحالة"),
        "ru": ("направление к врачу", "направление", "направления"),
        "tr": ("sevk kağıdı", "sevk", "sevk belgesi"),
    },
    "krankenkasse": {
        "de": ("Krankenkasse", "Krankenkassen", "Kasse"),
        "en": ("health insurer", "health insurance"),
        "ar": ("صندوق التأمين الصحي", "التأمين الصحي"),
        "ru": ("больничная касса", "больничную кассу"),
        "tr": ("sağlık sigortası", "sigorta"),
    },
}

_WORDS: Final = {
    "de": (
        "Bitte rufen Sie uns an und bringen den Ausweis Überweisung Krankenkasse mit Termin am um "
        "ab bis So Do Mai Fr. Kinder Zimmer Im Am und, oder Krankenkasse-Karte X [neu] {ja}"
    ),
    "en": "please call us on at may march Sat sun the referral Praxis and bring health insurance +",
    "ru": "пожалуйста позвоните в на с до направление ждал часов дня ночи больничную кассу врач",
    "tr": "lütfen arayın saat sigorta SEVK pazar cuma randevum var Krankenkasse'ye gece akşam ve",
    "ar": "من فضلك اتصل بنا في يوم الساعة إحالة والتأمين الصحي أريد موعد و ب مع طبيب",
}
#: `#` is a digit, `@` a digit of any script, `~` a space that may be a hard one.
_ITEMS: Final = (
    "+49 (0)421 361-####", "+49421361####", "0421~361-#", "(0421)~36#~#0", "0151/2345####",
    "0049 421 36 ## ## ##", "+90 532 ### ## ##", "8 (912) 345-##-##", "+7 912 ###-##-##",
    "٠١٥١ ٢٣٤٥٦٧٨", "116117", "116 117", "112", "110", "0421 361-# 0421 36#####",
    "A123456###", "A 123 456 ###", "DE89 3704 0044 0532 0130 ##", "Az. 12 C 3##/26", "S # KR ##/26",
    "Aktenzeichen: 500-1##/26", "BG-Nummer 21404//000####", "65 170839 J 0##", "Kundennummer 12A##",
    "12,##~€", "1.2##,00 EUR", "€##", "## Euro", "$##", "## Euro ##", "##-##~€", "1~234,##€",
    "@@ يورو", "@ евро", "## avro", "## доллара", "## руб.", "5,-~€", "US$ ##", "-##,50 €",
    "2 x täglich ### mg", "1-0-1", "###~mg", "½-0-½", "### мг", "2,5ml", "10 mg/kg", "3x täglich",
    "03.12.2026", "3.12.", "Do, 03.12.26", "3. Dezember 2026", "December 3, 2026", "2026-12-0#",
    "3 декабря", "четверг, 3 декабря 2026 г.", "3 Aralık 2026 Perşembe", "٣ ديسمبر", "12/0#/2026",
    "Donnerstag, dem 3. Dezember", "May 3rd", "3.-5. März", "الخميس ٠٣/١٢/٢٠٢٦", "3. Dez. 2026",
    "Montag", "montags", "Mo-Fr", "on Tuesdays", "в среду", "по пятницам", "Pazar günü",
    "يوم الأحد", "Sa, So", "понедельник-пятница", "والأربعاء",
    "19:30", "19.30 Uhr", "9 Uhr", "7:30 pm", "9-12 Uhr", "в 9 часов", "saat 9", "الساعة @",
    "9 Uhr 30", "7 Uhr abends", "9 o'clock", "halb 10", "half past 9", "в 7 вечера", "akşam 7'de",
    "@@:٣٠ مساءً", "9:00-12:30 Uhr", "9-12 Uhr 30", "24:00", "19:30:15", "saat 14.30'da", "10 a.m.",
    "Musterstraße 12a, 28195 Bremen", "Am Markt 3", "Bremer Str. ##", "musterstr ##",
    "28195 Bremen", "An der Weide 50 a", "01067 Dresden", "Osterdeich 1##-1##",
    "https://www.lotse.de/a?b=##", "www.116117.de", "lotse.de", "info##@lotse.de", "@lotse_bot",
    "t.me/lotse#", "https://x.de/(a)",
    "##", "#", "@", "@@@", "38,#", "50 %", "COVID-19", "U9", "3x5", "§ 27", "#Monate", "3andi5",
    "1.", "(2)", "{0}", "[1]", "X1X", "7301", "7301 7690", "{1} {0}", "1️⃣", "²", "①", "½", "+5",
    "-5", "1/2", "3,", "5-го", "5'te", "ب20", "#.#.#", "12:3", "#" * 12, "007", "Ⅷ", "3²",
)  # fmt: skip
_GLUE: Final = (
    " ",
    " ",
    " ",
    " ",
    " ",
    "  ",
    ", ",
    ". ",
    "\n",
    "",
    " (",
    ") ",
    " - ",
    "/",
    "; ",
    ": ",
    '"',
)
_SCRIPTS: Final = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९")
_NUMBERS: Final = re.compile(rf"\d+|[{NUMERALS}]")


@lru_cache(maxsize=1)
def glossary() -> Glossary:
    """Two terms in five languages."""
    return Glossary(
        {
            term: {code: Entry(forms[0], forms[1:]) for code, forms in by_language.items()}
            for term, by_language in _TERMS.items()
        }
    )


def message(random: Random) -> tuple[str, str]:
    """A language, and a message of words and items in any order, glued in many ways."""
    language = random.choice(LANGUAGES)
    own = _WORDS[language].split()
    text = ""
    for _ in range(random.randint(1, 12)):
        kind = random.random()
        if kind < 0.45:
            text += _filled(random.choice(_ITEMS), random)
        elif kind < 0.9:
            text += random.choice(own)
        elif kind < 0.95:
            text += random.choice(NAMES)
        else:
            text += random.choice(_WORDS[random.choice(LANGUAGES)].split())
        text += random.choice(_GLUE)
    return language, text


def _filled(item: str, random: Random) -> str:
    if "lotse" not in item or "#" in item:
        script = random.choice(_SCRIPTS)
        # An "@" followed by a letter belongs to an address.
        item = re.sub(r"@(?![a-z])", lambda _: random.choice(script), item)
    item = re.sub("#", lambda _: random.choice(_SCRIPTS[0]), item)
    return re.sub("~", lambda _: random.choice((" ", "\u00a0")), item)


def numbers(text: str) -> list[str]:
    """Every run of digits and every other numeral in the order of the text, digits as 0-9."""
    return _NUMBERS.findall(ascii_digits(text))


def check_honest(language: str, text: str, target: str, style: Style) -> None:
    """With an engine that keeps placeholders, every number comes out, in the same order."""
    terms = glossary()
    shielded = shield(text, language, terms, NAMES)
    out = restore(shielded, style, shielded.render(style), target, terms)
    assert out is not None, (text, shielded.render(style))
    assert numbers(out) == numbers(text), (text, out)
    _check_verbatim(shielded, out)


def check_hostile(language: str, text: str, target: str, style: Style, random: Random) -> bool:
    """With an engine that spoils, nothing comes out, or every number as often as it went in.

    Returns whether something came out.
    """
    terms = glossary()
    shielded = shield(text, language, terms, NAMES)
    spoilt = shielded.render(style)
    for _ in range(random.randint(1, 3)):
        spoilt = random.choice(SPOILERS)(spoilt, random)
    out = restore(shielded, style, spoilt, target, terms)
    if out is None:
        return False
    assert Counter(numbers(out)) == Counter(numbers(text)), (text, spoilt, out)
    _check_verbatim(shielded, out)
    return True


def _check_verbatim(shielded: Shielded, out: str) -> None:
    plain = out.replace("\u2068", "").replace("\u2069", "")
    kinds = (Kind.PHONE, Kind.LINK, Kind.EMAIL, Kind.ACCOUNT, Kind.ADDRESS, Kind.NAME, Kind.AMOUNT)
    for item in shielded.items:
        if item.kind in kinds and item.text.isascii():
            assert item.text in plain, (item, out)
    # No sign of a currency is made of another, and no plus is lost.
    for sign in "$+":
        names = {"$": r"\$|доллар\w*|دولار"}.get(sign, re.escape(sign))
        before = sum(len(re.findall(names, item.text)) for item in shielded.items)
        assert plain.count(sign) <= before + shielded.words.count(sign), (shielded, out)


Spoiler = Callable[[str, Random], str]


def _place(text: str, random: Random, pattern: str) -> re.Match[str] | None:
    found = list(re.finditer(pattern, text))
    return random.choice(found) if found else None


def _replacing(pattern: str, new: Callable[[str, Random], str]) -> Spoiler:
    def spoil(text: str, random: Random) -> str:
        match = _place(text, random, pattern)
        if match is None:
            return text
        return text[: match.start()] + new(match.group(), random) + text[match.end() :]

    return spoil


def _swap_words(text: str, random: Random) -> str:
    words = text.split(" ")
    one, other = random.randrange(len(words)), random.randrange(len(words))
    words[one], words[other] = words[other], words[one]
    return " ".join(words)


def _other_script(text: str, random: Random) -> str:
    return text.translate(str.maketrans("0123456789", random.choice(_SCRIPTS)))


def _append(text: str, random: Random) -> str:
    return text + random.choice(
        (" 5", " 19:30", "٣", " $", " 7301", " [1]", " +", "½", " {0}", " X1X")
    )


SPOILERS: Final[tuple[Spoiler, ...]] = (
    _swap_words,
    _other_script,
    _append,
    _replacing(r"\d+", lambda _, __: ""),
    _replacing(r"\S*\d+\S*", lambda found, _: f"{found} {found}"),
    _replacing(r"\d", lambda _, random: str(random.randrange(10))),
    _replacing(r"\d", lambda found, _: f"{found} "),
    _replacing(r"\d", lambda found, _: f" {found}"),
    _replacing(r"\d", lambda found, _: f"{found}."),
    _replacing(r"\d", lambda found, _: f"{found}{found}"),
    _replacing(r"\s", lambda _, __: ""),
    _replacing(r"\s", lambda _, random: random.choice((",", ".", "-", "€", "$", " + ", ":", "/"))),
    _replacing(r"[\[\]{}X]", lambda _, __: ""),
    _replacing(r"[\[\]{}X]", lambda found, _: found * 2),
    _replacing(r"[\[{]", lambda found, _: found + " "),
    lambda text, _: text.replace("+", ""),
    lambda text, _: text.replace("€", "$").replace("19:30", "7:30"),
    lambda text, _: text.lower(),
    lambda text, _: text.upper(),
    lambda text, _: text[::-1],
    lambda text, random: text[: random.randrange(len(text) + 1)],
    lambda text, _: text + " " + text,
)
