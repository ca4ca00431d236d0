"""How an item is written for its reader.

What is verbatim comes out character for character; only digits of other scripts become 0-9 for
readers of de, en, ru and tr, and currencies and units in a script the reader may not know become
their sign. Digits, their number and their order never change: 19:30 stays 19:30 and 7:30 pm stays
7:30 pm, because a changed hour could not be verified. A time that was "9 Uhr" is given the word of
the reader's language, a month or weekday its name from the CLDR (Babel).
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from babel import Locale

from bot.translation.items import Clock, Date, Item, Kind, Term, Weekday
from bot.translation.numerals import NUMERAL, ascii_digits
from knowledge.glossary import Glossary

_ISOLATE, _POP = "\u2068", "\u2069"
#: What keeps its order in right-to-left text by itself (Unicode Bidirectional Algorithm, W4).
_STABLE: Final = re.compile(r"\d+(?:[.,:/]\d+)*|[^A-Za-z+＋]*[\u0621-\u064a][^A-Za-z+＋]*")
_SENTENCE_START: Final = re.compile(r"(?:\A|(?:[!?…]|(?<!\d)\.)\s|\n)\s*[\"“„«(]?\Z")

_ARABIC_SEPARATORS: Final = {"en": str.maketrans("٫٬", ".,")}
_OTHER_SEPARATORS: Final = str.maketrans("٫٬", ",.")

_SPAN: Final = {"de": " bis ", "en": " to ", "ru": " – ", "tr": " – ", "ar": " إلى "}
_REPEATED: Final = {
    "de": ("montags", "dienstags", "mittwochs", "donnerstags", "freitags", "samstags", "sonntags"),
    "ru": (
        "по понедельникам", "по вторникам", "по средам", "по четвергам", "по пятницам",
        "по субботам", "по воскресеньям",
    ),
}  # fmt: skip
_RUSSIAN_ACCUSATIVE: Final = {"среда": "среду", "пятница": "пятницу", "суббота": "субботу"}
_PARTS: Final = {
    "de": ("morgens", "mittags", "nachmittags", "abends", "nachts"),
    "en": ("in the morning", "at noon", "in the afternoon", "in the evening", "at night"),
    "ru": ("утра", "дня", "дня", "вечера", "ночи"),
    "tr": ("sabah", "öğlen", "öğleden sonra", "akşam", "gece"),
    "ar": ("صباحًا", "ظهرًا", "بعد الظهر", "مساءً", "ليلًا"),
}
_ENGLISH_ORDINAL: Final = re.compile(r"\A(\d+)(?:st|nd|rd|th)\Z")
_ORDINALS: Final = {"de": r"\1.", "en": r"\g<0>", "ru": r"\1-й", "tr": r"\1.", "ar": r"\1"}
_RUSSIAN_HOURS: Final = {"one": "час", "few": "часа"}

_CYRILLIC_SIGNS: Final = {
    "евро": "€", r"руб[а-я]*\.?": "₽", "доллар[а-я]*": "$", "цент[а-я]*": "Cent",
    "мкг": "µg", "мг": "mg", "мл": "ml", "кг": "kg",
}  # fmt: skip
_ARABIC_SIGNS: Final = {
    "يورو|اورو": "€", "دولار(?:ات)?": "$", "سنت": "Cent", "ملغم?|مغ|مجم": "mg", "مل": "ml",
    "كغ|كجم": "kg",
}  # fmt: skip


class ReaderForms:
    """Writes the items of one message for readers of one language, from left to right."""

    def __init__(self, target: str, glossary: Glossary, explained: Collection[str] = ()) -> None:
        """target: the reader's language, ISO 639-1. explained: ids of the terms whose German word
        the reader has seen already.
        """
        self._target = target
        self._names = Locale(target)
        self._glossary = glossary
        self.explained = set(explained)

    def write(self, item: Item, before: str) -> str:
        """The item as it is to stand behind the text `before`."""
        value = item.value
        if isinstance(value, Term):
            return self._term(value, item.text, before)
        text = self._digits(item.text)
        if value is not None:
            written = _capital(self._written(value, before), before)
        elif item.kind in (Kind.AMOUNT, Kind.DOSAGE):
            written = self._isolated(self._signs(text))
        elif item.kind is Kind.NUMBER:
            written = self._isolated(_ENGLISH_ORDINAL.sub(_ORDINALS[self._target], text))
        else:
            return self._isolated(text)
        # Whatever a finder took in, no digit is lost on the way to the reader.
        kept = NUMERAL.findall(ascii_digits(written)) == NUMERAL.findall(ascii_digits(text))
        return written if kept else self._isolated(text)

    def _written(self, value: Weekday | Date | Clock, before: str) -> str:
        if isinstance(value, Weekday):
            return self._weekday(value, before)
        if isinstance(value, Date):
            return self._date(value, before)
        return self._clock(value, before)

    def _digits(self, text: str) -> str:
        if self._target == "ar" or text.isascii():
            return text
        text = ascii_digits(text)
        return text.translate(_ARABIC_SEPARATORS.get(self._target, _OTHER_SEPARATORS))

    def _signs(self, text: str) -> str:
        for language, signs in (("ru", _CYRILLIC_SIGNS), ("ar", _ARABIC_SIGNS)):
            for word, sign in signs.items() if language != self._target else ():
                text = re.sub(rf"(?<![^\W\d])(?:{word})(?!\w)", sign, text, flags=re.IGNORECASE)
        return text

    def _isolated(self, text: str) -> str:
        if self._target != "ar" or _STABLE.fullmatch(text):
            return text
        return f"{_ISOLATE}{text}{_POP}"

    def _term(self, term: Term, text: str, before: str) -> str:
        if self._target == "de":
            return text if term.in_german else self._glossary.word(term.id, "de")
        word = _capital(self._glossary.word(term.id, self._target), before)
        if term.id in self.explained:
            return word
        self.explained.add(term.id)
        return f"{word} ({self._isolated(self._glossary.word(term.id, 'de'))})"

    def _weekday(self, value: Weekday, before: str) -> str:
        name = self._day(value.day, before)
        if value.last is not None:
            return f"{name}{_SPAN[self._target]}{self._day(value.last, '')}"
        if not value.repeated:
            return name
        if self._target in _REPEATED:
            return _REPEATED[self._target][value.day]
        return {"en": f"{name}s", "tr": f"{name} günleri", "ar": f"أيام {name}"}[self._target]

    def _day(self, day: int, before: str) -> str:
        name = str(self._names.days["format"]["wide"][day])
        if self._target == "ru" and re.search(r"(?<!\w)[Вв]о?\s\Z", before):
            return _RUSSIAN_ACCUSATIVE.get(name, name)
        return name

    def _date(self, value: Date, before: str) -> str:
        if value.written:
            date = self._isolated(self._digits(value.written))
        else:
            month = self._names.months["format"]["wide"][value.month]
            dot = "." if self._target == "de" else ""
            year = f" {value.year}" if value.year else ""
            date = self._digits(f"{value.day}{dot} {month}{year}")
        if value.weekday is None:
            return date
        if self._target == "tr":
            return f"{date} {self._day(value.weekday, '')}"
        comma = "،" if self._target == "ar" else ","
        # A Turkish weekday always stands behind; elsewhere it may belong to what follows.
        if value.behind and value.written:
            return f"{date}{comma} {self._day(value.weekday, '')}"
        return f"{self._day(value.weekday, before)}{comma} {date}"

    def _clock(self, value: Clock, before: str) -> str:
        start, end = self._digits(value.start), self._digits(value.end)
        dash = " إلى " if self._target == "ar" else "–"
        time = f"{start}{dash}{end}" if end else start
        exact = ":" in start or ":" in end
        part = "" if value.part is None else _PARTS[self._target][value.part]
        if self._target == "ar":
            word = "" if before.rstrip().endswith("الساعة") or exact and not part else "الساعة "
            return f"{word}{time} {part}".rstrip()
        if self._target == "tr":
            word = "" if before.rstrip().endswith("saat") or exact and not part else "saat "
            return f"{part} {word}{time}".lstrip()
        if self._target == "de":
            word = " Uhr"
        elif exact:
            word = ""
        elif self._target == "en":
            word = " o'clock"
        else:
            plural = self._names.plural_form(int(end or start))
            word = f" {_RUSSIAN_HOURS.get(plural, 'часов')}"
        return f"{time}{word} {part}".rstrip()


def _capital(text: str, before: str) -> str:
    """At the start of a sentence with a capital letter."""
    return text[:1].upper() + text[1:] if _SENTENCE_START.search(before) else text
