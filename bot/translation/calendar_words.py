"""Weekdays, months and parts of the day as people type them, in five languages, as patterns.

Readers get the names of the CLDR (Babel), see `reader_forms`. The spellings here are those without
dots and accents too, the Levantine, Gulf and Maghreb months of Arabic and the cases of Russian.
"""

from __future__ import annotations

from typing import Final

#: By language, Monday first: single words as `folded` writes them.
WEEKDAYS: Final = {
    "de": (
        "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag sonnabend", "sonntag",
    ),
    "en": ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    "ru": (
        "понедельник понедельника понедельнику понедельником понедельнике",
        "вторник вторника вторнику вторником вторнике", "среда среду среды",
        "четверг четверга четвергу четвергом четверге", "пятница пятницу пятницы пятнице",
        "суббота субботу субботы субботе", "воскресенье воскресенья воскресенью воскресеньем",
    ),
    "tr": (
        "pazartesi", "salı sali", "çarşamba carsamba", "perşembe persembe", "cuma", "cumartesi",
        "pazar",
    ),
    "ar": (
        "الاثنين الإثنين الأثنين", "الثلاثاء الثلاثا", "الأربعاء الاربعاء الأربعا الاربعا",
        "الخميس", "الجمعة الجمعه", "السبت", "الأحد الاحد",
    ),
}  # fmt: skip

#: "montags": each of these days, as one word.
REPEATED: Final = {
    "de": (
        "montags", "dienstags", "mittwochs", "donnerstags", "freitags", "samstags sonnabends",
        "sonntags",
    ),
    "en": ("mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays"),
    "ru": (
        "понедельникам", "вторникам", "средам", "четвергам", "пятницам", "субботам", "воскресеньям",
    ),
}  # fmt: skip

#: Turkish weekdays that are other words, or names, elsewhere.
UNCLEAR: Final = frozenset({"cuma", "salı", "sali", "pazar"})

#: Only next to a date or time, in a list or in a span: some are words of their own.
SHORT_WEEKDAYS: Final = {
    "de": ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"),
    "en": ("Mon", "Tue Tues", "Wed", "Thu Thur Thurs", "Fri", "Sat", "Sun"),
    "ru": ("Пн пн", "Вт вт", "Ср ср", "Чт чт", "Пт пт", "Сб сб", "Вс вс"),
    "tr": ("Pzt", "Sal", "Çar", "Per", "Cum", "Cmt", "Paz"),
}  # fmt: skip

#: By language, January first: regular expressions, to be matched in any case.
MONTHS: Final = {
    "de": (
        "januar|jänner|jan", "februar|feb", "märz|maerz|mär|mrz", "april|apr", "mai", "juni|jun",
        "juli|jul", "august|aug", "september|sept|sep", "oktober|okt", "november|nov",
        "dezember|dez",
    ),
    "en": (
        "january|jan", "february|feb", "march|mar", "april|apr", "may", "june|jun", "july|jul",
        "august|aug", "september|sept|sep", "october|oct", "november|nov", "december|dec",
    ),
    "ru": (
        "январ[яь]|янв", "феврал[яь]|февр?", "марта?|мар", "апрел[яь]|апр", "ма[яй]",
        "июн[яь]|июн", "июл[яь]|июл", "августа?|авг", "сентябр[яь]|сент?", "октябр[яь]|окт",
        "ноябр[яь]|нояб?", "декабр[яь]|дек",
    ),
    "tr": (
        "ocak", "[şs]ubat", "mart", "nisan", "may[ıi]s", "haziran", "temmuz", "a[ğg]ustos",
        "eyl[üu]l", "ekim", "kas[ıi]m", "aral[ıi]k",
    ),
    "ar": (
        "يناير|كانون الثاني|جانفي", "فبراير|شباط|فيفري", "مارس|[آا]ذار",
        "[أا]بريل|نيسان|[أا]فريل", "مايو|[أا]يار", "يونيو|يونيه|حزيران|جوان",
        "يوليو|يوليه|تموز|جويلية", "[أا]غسطس|آب|[أا]وت", "سبتمبر|[أا]يلول",
        "[أا]كتوبر|تشرين ال[أا]ول", "نوفمبر|تشرين الثاني", "ديسمبر|كانون ال[أا]ول",
    ),
}  # fmt: skip

#: By language: morning, noon, afternoon, evening, night, as they stand beside a time.
PARTS_OF_DAY: Final = {
    "de": ("morgens|früh|vormittags", "mittags", "nachmittags", "abends", "nachts"),
    "en": ("in the morning", "at noon", "in the afternoon", "in the evening", "at night"),
    "ru": ("утра", "(?!)", "дня", "вечера", "ночи"),
    "tr": ("sabah", "[öo][ğg]len", "[öo][ğg]leden sonra", "ak[şs]am", "gece"),
    "ar": (
        "صباح(?:ا|ًا|اً)|الصبح|ص", "ظهر(?:ا|ًا|اً)|الظهر", "بعد الظهر|العصر",
        "مسا(?:ء|ءً|ءا|ءاً)|المسا|م", "ليل(?:ا|ًا|اً)|بالليل",
    ),
}  # fmt: skip
