"""What a resident or counsellor reads where the machine was not allowed to touch the words."""

from __future__ import annotations

import re

import pytest

from bot.translation.items import Kind
from bot.translation.placeholders import BRACES, BRACKETS, LETTERS, NUMBER, STYLES, Style
from bot.translation.shielding import restore, shield
from tests.bot.translation.messages import glossary

TERMS = glossary()


def items(text: str, language: str = "de", names: tuple[str, ...] = ()) -> list[tuple[Kind, str]]:
    return [(item.kind, item.text) for item in shield(text, language, TERMS, names).items]


def read(text: str, source: str, target: str, names: tuple[str, ...] = ()) -> str:
    """What is read when the machine changes nothing, isolates aside."""
    shielded = shield(text, source, TERMS, names)
    read = {restore(shielded, style, shielded.render(style), target, TERMS) for style in STYLES}
    assert len(read) == 1
    out = read.pop()
    assert out is not None
    return re.sub("[\u2068\u2069]", "", out)


def translated(text: str, style: Style, translation: str, target: str = "en") -> str | None:
    return restore(shield(text, "de", TERMS), style, translation, target, TERMS)


@pytest.mark.parametrize(
    "phone",
    [
        "+49 421 361-10020", "+49 (0)421 361-0", "0421 361-0", "0421/361-0", "(0421) 361 - 0",
        "04213610", "0049 421 3610", "116117", "116 117", "112", "+90 532 123 45 67",
        "8 (912) 345-67-89", "0421 12345", "+49 421 1",
    ],
)  # fmt: skip
def test_a_phone_number_is_one_item(phone: str) -> None:
    assert items(f"Rufen Sie {phone} an.") == [(Kind.PHONE, phone)] or len(phone) < 10
    assert [text for _, text in items(f"Rufen Sie ({phone}) an.")] == [phone]


def test_two_phone_numbers_beside_each_other_are_two() -> None:
    assert items("0421 361-0 0421 3612345, +49421361 +49421362") == [
        (Kind.PHONE, "0421 361-0"),
        (Kind.PHONE, "0421 3612345"),
        (Kind.PHONE, "+49421361"),
        (Kind.PHONE, "+49421362"),
    ]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Kind.LINK, "https://www.lotse.de/a?b=1&c=(2)"),
        (Kind.LINK, "www.116117.de"),
        (Kind.LINK, "lotse.de/termin"),
        (Kind.LINK, "t.me/lotse_bot"),
        (Kind.EMAIL, "info.bremen@lotse-hilfe.de"),
        (Kind.EMAIL, "@lotse_bot"),
        (Kind.ACCOUNT, "DE89 3704 0044 0532 0130 00"),
        (Kind.ACCOUNT, "TR330006100519786457841326"),
        (Kind.INSURANCE_NUMBER, "A123456789"),
        (Kind.INSURANCE_NUMBER, "A 123 456 789"),
        (Kind.INSURANCE_NUMBER, "65 170839 J 003"),
        (Kind.CASE_NUMBER, "Az. 12 C 345/26"),
        (Kind.CASE_NUMBER, "S 12 KR 34/26"),
        (Kind.AMOUNT, "12,50 €"),
        (Kind.AMOUNT, "1.234,00 EUR"),
        (Kind.AMOUNT, "€20"),
        (Kind.AMOUNT, "20 Euro"),
        (Kind.AMOUNT, "$20"),
        (Kind.AMOUNT, "20-30 €"),
        (Kind.DOSAGE, "2 x täglich 500 mg"),
        (Kind.DOSAGE, "2,5 ml"),
        (Kind.ADDRESS, "Musterstraße 12a, 28195 Bremen"),
        (Kind.ADDRESS, "Am Markt 3"),
        (Kind.ADDRESS, "Bremer Str. 5"),
        (Kind.ADDRESS, "musterstr 12"),
        (Kind.ADDRESS, "28195 Bremen"),
        (Kind.NUMBER, "1-0-1"),
        (Kind.NUMBER, "38,5"),
        (Kind.NUMBER, "50 %"),
        (Kind.NUMBER, "COVID-19"),
        (Kind.NUMBER, "U9"),
        (Kind.NUMBER, "٤٢"),
        (Kind.NUMBER, "½"),
        (Kind.NUMBER, "1️⃣"),
        (Kind.TIME, "19:30"),
        (Kind.TIME, "7:30 p.m."),
        (Kind.TIME, "halb 10"),
        (Kind.DATE, "3.12.2026"),
        (Kind.DATE, "2026-12-03"),
    ],
)
@pytest.mark.parametrize("target", ["en", "ru", "tr", "ar"])
def test_it_comes_out_character_for_character(kind: Kind, text: str, target: str) -> None:
    message = f"also „{text}“, ja"
    if not any(char in "٤½" for char in text):
        assert items(message) == [(kind, text)]
    digits = text.replace("٤٢", "42") if target != "ar" else text
    assert read(message, "de", target) == f"also „{digits}“, ja"


@pytest.mark.parametrize(
    ("text", "source", "target", "expected"),
    [
        ("am 3. Dezember 2026", "de", "ru", "am 3 декабря 2026"),
        ("am Donnerstag, dem 3. Dezember", "de", "en", "am Thursday, 3 December"),
        ("am Donnerstag, dem 3. Dezember", "de", "tr", "am 3 Aralık Perşembe"),
        ("ab Do, 03.12.2026", "de", "ar", "ab الخميس، 03.12.2026"),
        ("ab Do, 03.12.2026", "de", "tr", "ab 03.12.2026 Perşembe"),
        ("on December 3rd, 2026", "en", "de", "on 3. Dezember 2026"),
        ("on Thursday the 3rd of December", "en", "de", "on Donnerstag, 3. Dezember"),
        ("on May 3", "en", "de", "on 3. Mai"),
        ("since 1st of may", "en", "de", "since 1. Mai"),
        ("с 3-го декабря 2026 г., четверг", "ru", "de", "с Donnerstag, 3. Dezember 2026"),
        ("3 Aralık Perşembe", "tr", "de", "Donnerstag, 3. Dezember"),
        ("في ٣ ديسمبر ٢٠٢٦", "ar", "de", "في 3. Dezember 2026"),
        ("في ٣ كانون الأول", "ar", "ru", "في 3 декабря"),
        ("2026-12-03 Thursday", "en", "de", "2026-12-03, Donnerstag"),
        ("am Montag", "de", "en", "am Monday"),
        ("montags", "de", "ru", "По понедельникам"),
        ("nur montags", "de", "tr", "nur Pazartesi günleri"),
        ("also Mo-Fr", "de", "en", "also Monday to Friday"),
        ("also Mo, Mi und Fr", "de", "en", "also Monday, Wednesday und Friday"),
        ("also Di 9-12 Uhr", "de", "en", "also Tuesday 9–12 o'clock"),
        ("am в Mittwoch", "de", "ru", "am в среду"),
        ("on Mondays we", "en", "de", "Montags we"),
        ("в среду", "ru", "de", "в Mittwoch"),
        ("يوم الاثنين والأربعاء", "ar", "de", "Montag وMittwoch"),
        ("Cuma günü", "tr", "de", "Freitag"),
        ("Pazar'a", "tr", "de", "Sonntag'a"),
    ],
)
def test_dates_and_weekdays_are_in_the_readers_language(
    text: str, source: str, target: str, expected: str
) -> None:
    assert read(text, source, target) == expected


@pytest.mark.parametrize(
    ("target", "hour", "minutes", "span", "evening"),
    [
        ("en", "um 9 o'clock", "um 19:30", "um 9–12 o'clock", "um 7 o'clock in the evening"),
        ("ru", "um 9 часов", "um 19:30", "um 9–12 часов", "um 7 часов вечера"),
        ("tr", "um saat 9", "um 19:30", "um saat 9–12", "um akşam saat 7"),
        ("ar", "um الساعة 9", "um 19:30", "um الساعة 9 إلى 12", "um الساعة 7 مساءً"),
    ],
)
def test_a_time_keeps_its_digits_and_gets_the_readers_word_for_the_hour(
    target: str, hour: str, minutes: str, span: str, evening: str
) -> None:
    assert read("um 9 Uhr", "de", target) == hour
    assert read("um 19.30 Uhr", "de", target) == minutes
    assert read("um 9-12 Uhr", "de", target) == span
    assert read("um 7 Uhr abends", "de", target) == evening


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("at 9 o'clock", "en", "at 9 Uhr"),
        ("at 7:30 pm", "en", "at 7:30 pm"),
        ("at 9 in the morning", "en", "at 9 Uhr morgens"),
        ("в 9 часов", "ru", "в 9 Uhr"),
        ("в 9 часов 30 минут", "ru", "в 9:30 Uhr"),
        ("в 7 вечера", "ru", "в 7 Uhr abends"),
        ("ждал 9 часов", "ru", "ждал 9 часов"),
        ("ждал 3 дня", "ru", "ждал 3 дня"),
        ("saat 9'da", "tr", "9 Uhr'da"),
        ("saat 9da", "tr", "9 Uhr da"),
        ("akşam 7'de", "tr", "7 Uhr abends'de"),
        ("الساعة ٩ صباحًا", "ar", "9 Uhr morgens"),
        ("٧:٣٠ م", "ar", "7:30 Uhr abends"),
        ("هلا الساعة ١١ بالليل", "ar", "هلا 11 Uhr nachts"),
    ],
)
def test_a_time_reaches_the_counsellor_in_german(text: str, source: str, expected: str) -> None:
    assert read(text, source, "de") == expected


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("20 евро", "ru", "20 €"),
        ("٢٠ يورو", "ar", "20 €"),
        ("٢٠ دولار", "ar", "20 $"),
        ("١٢٫٥٠ €", "ar", "12,50 €"),
        ("500 мг", "ru", "500 mg"),
        ("٠٤٢١ ٣٦١-٠", "ar", "0421 361-0"),
        ("۱۲", "ar", "12"),
    ],
)
def test_scripts_the_reader_may_not_know_become_digits_and_signs(
    text: str, source: str, expected: str
) -> None:
    assert read(text, source, "de") == expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [("de", "on 4. floor"), ("tr", "on 4. floor"), ("ru", "on 4-й floor"), ("ar", "on 4 floor")],
)
def test_an_english_ordinal_is_one_in_the_readers_language(target: str, expected: str) -> None:
    assert read("on 4th floor", "en", target) == expected


def test_a_turkish_case_at_a_number_is_left_to_the_machine() -> None:
    assert shield("akşam 17den sonra 112yi 12b", "tr", TERMS).render(BRACES) == (
        "akşam {0} den sonra {1} yi {2}"
    )


def test_the_hour_is_not_said_twice() -> None:
    assert translated("um 9 Uhr", BRACES, "في الساعة {0}", "ar") == "في الساعة 9"
    assert translated("um 9 Uhr", BRACES, "saat {0}'da", "tr") == "saat 9'da"


@pytest.mark.parametrize(
    "text",
    [
        "Im Zimmer warten", "So ist es", "Do you come", "Am Montag kommen Menschen", "Fr. Meier",
        "pazar alışverişi", "the may", "I sat there", "mit der Kassen-Karte", "ab dem", "",
    ],
)  # fmt: skip
def test_ordinary_words_are_left_to_the_machine(text: str) -> None:
    assert [kind for kind, _ in items(text, "en")] in ([], [Kind.WEEKDAY])
    assert read(text, "de", "de") == text


def test_numbers_in_a_sentence_do_not_become_dates_or_addresses() -> None:
    assert items("Im April 3 Termine, Im Zimmer 3, bis 7 am Ende, 9 Uhr 30 Leute") == [
        (Kind.NUMBER, "3"),
        (Kind.NUMBER, "3"),
        (Kind.NUMBER, "7"),
        (Kind.TIME, "9 Uhr"),
        (Kind.NUMBER, "30"),
    ]
    assert items("you may 3 times", "en") == [(Kind.NUMBER, "3")]


def test_punctuation_is_not_part_of_an_item() -> None:
    text = "Siehe (https://lotse.de/a), info@lotse.de. Und www.lotse.de!"
    assert [item for _, item in items(text)] == [
        "https://lotse.de/a",
        "info@lotse.de",
        "www.lotse.de",
    ]


def test_a_marked_name_is_kept_as_it_is_and_only_as_a_whole_word() -> None:
    names = ("Klein", "Frau Klein", " ", "")
    text = "Frau Klein ist klein, Kleinkind Klein."
    assert items(text, names=names)[0] == (Kind.NAME, "Frau Klein")
    assert read(text, "de", "en", names) == text
    assert "Kleinkind" in shield(text, "de", TERMS, names).words


def test_a_text_without_items_passes_unchanged() -> None:
    shielded = shield("Guten Tag, wie geht es?", "de", TERMS)
    assert shielded.items == ()
    assert shielded.render(NUMBER) == "Guten Tag, wie geht es?"
    assert restore(shielded, NUMBER, "Hello, how are you?", "en", TERMS) == "Hello, how are you?"


def test_an_empty_text_stays_empty() -> None:
    assert read("", "de", "ar") == ""


@pytest.mark.parametrize("text", ["{0} [1] X1X 7301", "{1}{0}", "[[2]]", "X0X X1X", "{0", "1]X"])
def test_what_looks_like_a_placeholder_comes_out_as_it_was(text: str) -> None:
    shielded = shield(f"{text} am 112", "de", TERMS)
    for style in STYLES:
        out = restore(shielded, style, shielded.render(style), "en", TERMS)
        assert out is not None
        assert out.replace(" ", "") == f"{text} am 112".replace(" ", "")


def test_a_term_is_explained_once_and_comes_back_as_the_german_word() -> None:
    text = "Mit Überweisung, ohne Überweisung."
    assert read(text, "de", "ru") == (
        "Mit направление к врачу (Überweisung), ohne направление к врачу."
    )
    assert read("Нет направления", "ru", "de") == "Нет Überweisung"
    assert read("нет: направление (Überweisung).", "ru", "de") == "нет: Überweisung."


def test_a_term_explained_before_is_not_explained_again() -> None:
    explained: set[str] = set()
    shielded = shield("die Überweisung", "de", TERMS)
    asked = shielded.render(BRACES)
    first = restore(shielded, BRACES, asked, "en", TERMS, explained)
    assert first == "die referral (Überweisung)"
    assert restore(shielded, BRACES, asked, "en", TERMS, explained) == "die referral"


def test_a_refused_translation_explains_nothing() -> None:
    explained: set[str] = set()
    shielded = shield("die Überweisung", "de", TERMS)
    assert restore(shielded, BRACES, "the {0} $", "en", TERMS, explained) is None
    assert not explained


def test_a_german_word_in_another_language_is_a_german_word_again() -> None:
    assert read("my Krankenkassen say", "en", "de") == "my Krankenkassen say"
    assert read("my Krankenkasse says", "en", "tr") == "my sağlık sigortası (Krankenkasse) says"


def test_a_sentence_begins_with_a_capital_letter() -> None:
    assert read("Überweisung? Überweisung!", "de", "en") == "Referral (Überweisung)? Referral!"
    assert read("Nein. Montag!", "de", "ru") == "Nein. Понедельник!"


def test_pieces_in_latin_letters_are_isolated_in_arabic() -> None:
    out = translated("Bitte +49 421 3610 oder 112, info@lotse.de", BRACES, "{0} أو {1} {2}", "ar")
    assert out == "\u2068+49 421 3610\u2069 أو 112 \u2068info@lotse.de\u2069"
    out = translated("die Überweisung", BRACES, "الورقة {0}", "ar")
    assert out == "الورقة إحالة طبية (\u2068Überweisung\u2069)"


def test_marks_of_direction_pasted_with_a_number_are_taken_out() -> None:
    assert items("\u202a+49 421\u202c \u200e3610", "ar") == [(Kind.PHONE, "+49 421 3610")]


def test_letters_glued_to_an_item_are_set_apart_for_the_machine() -> None:
    assert shield("3Monate ab12€5 kg", "de", TERMS).render(BRACES) == "{0} Monate ab {1} {2}"


def test_items_without_words_leave_no_words() -> None:
    shielded = shield("0421 361-0, 19:30", "de", TERMS)
    assert shielded.words == ", "


TEXT = "Tel. +49 421 3610, 12,50 €, um 19:30"


@pytest.mark.parametrize(
    ("style", "translation"),
    [
        (NUMBER, "Call 7301, 7690, at 8079"),
        (NUMBER, "Call 7,301, 7.690, at 8 079"),
        (NUMBER, "Call ٧٣٠١, 7690, at ۸۰۷۹"),
        (BRACKETS, "Call [ 1 ], [2 ], at [٣]"),
        (BRACES, "Call {0}, { 1}, at {2}"),
        (LETTERS, "Call x1x, X 2 X, at Х3Х"),
    ],
)
def test_harmless_changes_of_a_placeholder_are_allowed(style: Style, translation: str) -> None:
    assert translated(TEXT, style, translation) == "Call +49 421 3610, 12,50 €, at 19:30"


@pytest.mark.parametrize(
    ("style", "translation"),
    [
        (BRACES, "Call {0}, at {2}"),
        (BRACES, "Call {0}, {1}, {1}, at {2}"),
        (BRACES, "Call {0}, {1}, at {3}"),
        (BRACES, "Call {0}, {1}, at 2"),
        (BRACES, "Call {0}, {1}, at {2} {3}"),
        (BRACES, "Call {0}, {1}, at {2} or 7:30"),
        (BRACES, "Call {0}, {1}, at {2} ٣"),
        (BRACES, "Call {0}, {1}, at {2} ½"),
        (BRACES, "Call +{0}, {1}, at {2}"),
        (BRACES, "Call {0}, ${1}, at {2}"),
        (BRACES, "Call {0}, {1} $, at {2}"),
        (BRACES, "Call {0}, {1} %, at {2}"),
        (BRACES, "Call {{0}}, {1}, at {2}"),
        (BRACES, "Call {00}, {1}, at {2}"),
        (BRACKETS, "Call [11], [2], at [3]"),
        (LETTERS, "Call X1X2X, at X3X"),
        (NUMBER, "Call 7301, 7690, at 8079 or 19:30"),
        (NUMBER, "Call 73017690, at 8079"),
        (NUMBER, "Call 7301, 7690, at 8078"),
        (NUMBER, "Call 17301, 7690, at 8079"),
        (NUMBER, "Call 7301, 7690.5, at 8079"),
        (NUMBER, "Call 7301st, 7690, at 8079"),
        (NUMBER, "Call 7301, 7690, at 8:079"),
        (NUMBER, ""),
    ],
)
def test_a_translation_with_anything_else_is_refused(style: Style, translation: str) -> None:
    assert translated(TEXT, style, translation) is None


def test_numbers_that_the_machine_puts_together_stay_apart() -> None:
    assert translated("3 oder 5", BRACES, "{0}{1}") == "3 5"
    assert translated("3 oder 5", BRACES, "{0}.{1}") == "3. 5"
    assert translated("3 oder 5", BRACES, "{0}th{1}") == "3 th 5"
    assert translated("12 €: 5", BRACES, "{1}{0}") == "5 12 €"


def test_placeholders_may_change_places() -> None:
    assert translated("am Montag um 9 Uhr", BRACES, "at {1} on {0}") == "at 9 o'clock on Monday"
