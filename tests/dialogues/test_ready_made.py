"""Ready-made replies: the files as they are, and what is refused."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dialogues.direction import FSI, PDI, RIGHT_TO_LEFT
from dialogues.ready_made import (
    LONGEST_VALUE,
    PLACEHOLDERS,
    ReadyMadeReplies,
    ReplyError,
    ValuesError,
    load,
)

LANGUAGES = ("de", "ar", "ru", "tr", "en")
REPLIES = load()
CODES = [reply.code for reply in REPLIES.all()]
NATIONAL_NUMBERS = {"110", "112", "116016", "116117"}
TERMIN = {"date": "3.8.2026", "time": "10:30", "name": "Dr. Öztürk"}

VALUES = st.text(
    alphabet="abcXYZäß مرحبا Привет ığ0123456789+-()/.,:{}", min_size=1, max_size=LONGEST_VALUE
).filter(lambda value: value == value.strip())


def entry(**changes: Any) -> dict[str, Any]:
    """An entry that is in order, with changes; None leaves a key out."""
    texts = {language: f"{language} {{date}}" for language in LANGUAGES}
    return {k: v for k, v in {"code": "karte", **texts, **changes}.items() if v is not None}


def write(folder: Path, *entries: Any, name: str = "unterlagen") -> Path:
    """A folder with a file of these entries."""
    data = {"subject": "Unterlagen", "replies": list(entries)}
    (folder / f"{name}.yml").write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    return folder


def without_marks(text: str) -> str:
    return re.sub(f"[{FSI}{PDI}]", "", text)


def example_values(reply_placeholders: tuple[str, ...]) -> dict[str, str]:
    return {name: f"<{name}>" for name in reply_placeholders}


# The files


def test_counsellors_have_at_least_forty_replies() -> None:
    assert len(CODES) >= 40
    assert {"karte", "termin"} <= set(CODES)


def test_every_known_placeholder_is_used_somewhere() -> None:
    assert {name for reply in REPLIES.all() for name in reply.placeholders} == PLACEHOLDERS


@pytest.mark.parametrize("code", CODES)
def test_every_language_is_written_in_its_own_letters(code: str) -> None:
    reply = REPLIES.get(code)
    assert reply is not None
    letters = {"ar": r"[\u0621-\u064a]", "ru": "[а-яё]"}
    for language, text in reply.texts.items():
        assert len(re.findall(letters.get(language, "[a-z]"), text)) >= 8, language
    assert len(set(reply.texts.values())) == len(LANGUAGES)


@pytest.mark.parametrize("code", CODES)
def test_only_national_numbers_stand_in_a_text_and_the_same_in_all_languages(code: str) -> None:
    reply = REPLIES.get(code)
    assert reply is not None
    numbers = [sorted(re.findall(r"\d+", text)) for text in reply.texts.values()]
    assert all(found == numbers[0] for found in numbers)
    assert set(numbers[0]) <= NATIONAL_NUMBERS


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_every_reply_is_said_with_all_its_values_and_no_brace(code: str, language: str) -> None:
    reply = REPLIES.get(code)
    assert reply is not None
    text = REPLIES.render(code, language, example_values(reply.placeholders))
    assert all(f"<{name}>" in text for name in reply.placeholders)
    assert not set("{}") & set(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_number_to_call_in_danger_comes_first(language: str) -> None:
    assert without_marks(REPLIES.render("notruf", language, {})).startswith("112")


# Searching


def test_a_code_is_found_by_its_beginning_before_texts_that_say_the_word() -> None:
    found = [reply.code for reply in REPLIES.search("Term")]
    assert found[0] == "termin"
    assert "absagen" in found
    begin = [code.startswith("term") for code in found]
    assert begin == sorted(begin, reverse=True)


def test_all_words_are_found_in_any_order_and_however_written() -> None:
    assert "karte" in [reply.code for reply in REPLIES.search("BRIEF gesundheitskarte")]
    assert REPLIES.search("Brief Hubschrauber") == []


@pytest.mark.parametrize("word", ["направление", "تحويل", "SEVK", "referral", "İLAÇLARINIZI"])
def test_a_reply_is_found_in_every_language(word: str) -> None:
    assert REPLIES.search(word)


def test_words_of_two_languages_do_not_add_up() -> None:
    assert REPLIES.search("Gesundheitskarte направление sevk") == []


def test_the_name_of_a_placeholder_is_no_word_of_the_text(tmp_path: Path) -> None:
    assert load(write(tmp_path, entry())).search("date") == []


@pytest.mark.parametrize("nothing", ["", "  "])
def test_searching_nothing_shows_every_reply(nothing: str) -> None:
    assert REPLIES.search(nothing) == REPLIES.all()


def test_a_code_is_known_as_a_phone_writes_it() -> None:
    assert REPLIES.get(" Karte ") == REPLIES.get("karte")
    assert REPLIES.get("keine-solche") is None


# Values


def test_a_date_a_time_and_a_name_are_put_in() -> None:
    text = REPLIES.render("termin", "de", TERMIN)
    assert text == "Ich habe für Sie einen Termin gemacht: am 3.8.2026 um 10:30 Uhr bei Dr. Öztürk."


def test_a_reply_without_its_date_is_refused() -> None:
    with pytest.raises(ValuesError, match="missing: date") as caught:
        REPLIES.render("termin", "ar", {"time": "10:30", "name": "Dr. Öztürk"})
    assert caught.value.missing == ("date",)


@pytest.mark.parametrize("empty", ["", "  ", "\n\t", FSI + PDI])
def test_an_empty_value_is_a_missing_one(empty: str) -> None:
    with pytest.raises(ValuesError) as caught:
        REPLIES.render("termin", "de", {**TERMIN, "name": empty})
    assert caught.value.missing == ("name",)


def test_a_value_nobody_asked_for_is_refused() -> None:
    with pytest.raises(ValuesError, match="unknown: phone") as caught:
        REPLIES.render("karte", "tr", {"phone": "112"})
    assert caught.value.unknown == ("phone",)


def test_a_value_that_is_too_long_is_refused_and_not_cut() -> None:
    values = {**TERMIN, "name": "x" * LONGEST_VALUE}
    assert values["name"] in REPLIES.render("termin", "ru", values)
    with pytest.raises(ValuesError) as caught:
        REPLIES.render("termin", "ru", {**TERMIN, "name": "x" * (LONGEST_VALUE + 1)})
    assert caught.value.too_long == ("name",)


def test_an_unknown_code_is_refused() -> None:
    with pytest.raises(KeyError, match="keine-solche"):
        REPLIES.render("keine-solche", "de", {})


def test_an_unknown_language_gets_german() -> None:
    assert REPLIES.render("karte", "fr", {}) == REPLIES.render("karte", "de", {})


def test_an_address_of_two_lines_becomes_one() -> None:
    values = {"date": "3.8.", "time": "9:00", "address": " Musterweg 1\r\n28195 Bremen\n"}
    assert "Musterweg 1 28195 Bremen." in REPLIES.render("termin-ort", "en", values)


def test_a_value_with_braces_is_not_filled_in_again() -> None:
    assert "{date}" in REPLIES.render("termin", "de", {**TERMIN, "name": "{date}"})


def test_values_and_german_words_are_isolated_in_arabic() -> None:
    text = REPLIES.render("termin", "ar", TERMIN)
    for piece in (*TERMIN.values(), "Termin"):
        assert f"{FSI}{piece}{PDI}" in text


def test_an_arabic_name_is_isolated_in_a_german_sentence() -> None:
    assert f"{FSI}د. سلمى{PDI}" in REPLIES.render("termin", "de", {**TERMIN, "name": "د. سلمى"})


def test_a_number_copied_from_a_phone_loses_its_direction_marks() -> None:
    text = REPLIES.render("absagen", "ar", {"phone": "\u202a+49 421 000\u202c\u2069"})
    assert f"{FSI}+49 421 000{PDI}" in text
    assert text.count(FSI) == text.count(PDI)


@given(code=st.sampled_from(CODES), language=st.sampled_from(LANGUAGES), data=st.data())
def test_every_value_stands_unchanged_in_the_text(
    code: str, language: str, data: st.DataObject
) -> None:
    reply = REPLIES.get(code)
    assert reply is not None
    values = {name: data.draw(VALUES, label=name) for name in reply.placeholders}
    text = REPLIES.render(code, language, values)
    for value in values.values():
        assert value in text
        assert f"{FSI}{value}{PDI}" in text or language not in RIGHT_TO_LEFT
    assert text.count(FSI) == text.count(PDI)


@given(st.text(), st.sampled_from(LANGUAGES))
def test_whatever_is_typed_stays_on_one_line_or_is_refused(typed: str, language: str) -> None:
    try:
        text = REPLIES.render("absagen", language, {"phone": typed})
    except ValuesError:
        return
    assert len(text.splitlines()) == 1
    assert text.count(FSI) == text.count(PDI)


# Files that are refused


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"ar": None}, "ar"),
        ({"fr": "Bonjour {date}"}, "fr"),
        ({"tr": ""}, "tr has no text"),
        ({"tr": "   "}, "tr has no text"),
        ({"ru": 112}, "ru has no text"),
        ({"en": "On a day"}, "en has other placeholders"),
        ({"en": "{date} {time}"}, "en has other placeholders"),
        ({"en": "{day}"}, "unknown placeholders: day"),
        ({"de": "{date!r}"}, "unknown placeholders: date!r"),
        ({"de": "{}"}, "unknown placeholders"),
        ({"ru": "{date} }"}, "ru has a brace"),
        ({"ru": "{{date}}"}, "ru has a brace"),
    ],
)
def test_an_entry_that_is_not_in_order_is_refused_by_file_and_code(
    tmp_path: Path, changes: dict[str, Any], complaint: str
) -> None:
    with pytest.raises(ReplyError, match=rf"unterlagen\.yml: karte: .*{re.escape(complaint)}"):
        load(write(tmp_path, entry(**changes)))


@pytest.mark.parametrize("code", ["Karte", "über", "two words", "-a", "", 112, None])
def test_a_code_that_cannot_be_typed_anywhere_is_refused(tmp_path: Path, code: Any) -> None:
    with pytest.raises(ReplyError, match=r"unterlagen\.yml: .*code"):
        load(write(tmp_path, entry(code=code)))


def test_an_entry_without_a_code_is_named_by_its_place(tmp_path: Path) -> None:
    with pytest.raises(ReplyError, match="entry 2"):
        load(write(tmp_path, entry(), entry(code=None)))


@pytest.mark.parametrize("broken", ["just words", None, ["a list"]])
def test_an_entry_that_is_no_mapping_is_refused(tmp_path: Path, broken: Any) -> None:
    with pytest.raises(ReplyError, match="entry 1"):
        load(write(tmp_path, broken))


def test_a_code_used_twice_is_refused_within_a_file_and_across_files(tmp_path: Path) -> None:
    with pytest.raises(ReplyError, match="karte: this code is used twice"):
        load(write(tmp_path, entry(), entry()))
    write(tmp_path, entry())
    with pytest.raises(ReplyError, match=r"zweite\.yml: karte"):
        load(write(tmp_path, entry(), name="zweite"))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"replies: []",
        b"subject: Termin\nreplies: nothing",
        b"subject: ''\nreplies: []",
        b"subject: [unclosed",
        b"subject: \xff\xfe",
    ],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "termin.yml").write_bytes(content)
    with pytest.raises(ReplyError, match=r"termin\.yml"):
        load(tmp_path)


def test_a_folder_without_replies_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReplyError, match="no ready-made replies"):
        load(tmp_path / "missing")


def test_replies_keep_the_order_and_the_subject_of_their_file(tmp_path: Path) -> None:
    folder = write(tmp_path, entry(code="zwei"), entry(code="eins"))
    replies: ReadyMadeReplies = load(folder)
    assert [(r.code, r.subject) for r in replies.all()] == [
        ("zwei", "Unterlagen"),
        ("eins", "Unterlagen"),
    ]
