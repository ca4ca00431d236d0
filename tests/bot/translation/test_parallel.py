"""The parallel texts: what the project says in all five languages, side by side."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.curated import KNOWLEDGE
from bot.translation.parallel import ParallelText, parallel_texts, sentence_pairs
from bot.translation.parallel_sentences import aligned, sentences
from dialogues import ready_made
from dialogues.phrasebook import PhraseError
from knowledge import library
from knowledge.library import LANGUAGES, Library

REPLIES = ready_made.load()
TEXTS = parallel_texts(library.load(KNOWLEDGE), REPLIES)
NOTHING = Library({}, {})
OTHERS = ("ar", "ru", "tr", "en")


def by_german(german: str) -> ParallelText:
    return next(text for text in TEXTS if text.texts["de"] == german)


def phrases(folder: Path, **texts: str) -> tuple[ParallelText, ...]:
    """What is taken of phrase files that are alike but for what is given."""
    for language in LANGUAGES:
        content = texts.get(language, texts["de"])
        (folder / f"{language}.ftl").write_text(content, encoding="utf-8")
    found = parallel_texts(NOTHING, REPLIES, folder)
    return tuple(text for text in found if text.origin.startswith("phrase:"))


def test_every_text_is_there_in_all_five_languages() -> None:
    assert len(TEXTS) > 900
    assert all(set(text.texts) == set(LANGUAGES) for text in TEXTS)
    assert all(part.strip() == part != "" for text in TEXTS for part in text.texts.values())


def test_answers_phrases_and_replies_are_taken_and_say_where_they_are_from() -> None:
    assert by_german("Hebamme finden").origin == "answer:midwife"
    assert by_german("Wie alt ist die Person?").origin == "reply:wer"
    assert by_german("Wie alt ist die Person?").texts["ru"] == "Сколько лет этому человеку?"
    assert by_german("Soll ich alles löschen, was ich über Sie gespeichert habe?").origin == (
        "phrase:delete-ask"
    )
    assert {text.origin.split(":")[0] for text in TEXTS} == {"answer", "phrase", "reply"}


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Karte verloren?", "Card lost?"),
        ("Sie dürfen nachfragen und brauchen Zeit zum Überlegen.", "You may ask questions"),
        ("Ihre Medikamente oder eine Liste davon", "your medicines"),
        ("Haben Sie meine letzte Nachricht bekommen?", "Did you get my last message?"),
        ("Können Sie mich betreuen oder mir jemanden nennen?", "Can you look after me"),
    ],
)
def test_sentences_stand_beside_their_translation(german: str, english: str) -> None:
    assert by_german(german).texts["en"].startswith(english)


def test_what_is_put_in_later_has_the_same_names_in_every_language() -> None:
    text = by_german("Ihr Termin ist am {date} um {time} Uhr.")
    assert all("{date}" in text.texts[language] for language in LANGUAGES)
    assert all("{time}" in text.texts[language] for language in LANGUAGES)


def test_no_text_comes_twice() -> None:
    keys = [tuple(sorted(text.texts.items())) for text in TEXTS]
    assert len(keys) == len(set(keys))


def test_german_to_say_on_the_phone_is_left_out_because_others_explain_it() -> None:
    assert not any("Das können Sie am Telefon sagen" in text.texts["de"] for text in TEXTS)


def test_a_phrase_about_its_own_language_is_left_out(tmp_path: Path) -> None:
    found = phrases(tmp_path, de="language-changed = Ich schreibe Deutsch.\nthanks = Danke.\n")
    assert [text.origin for text in found] == ["phrase:thanks"]


def test_a_phrase_that_chooses_words_by_number_is_left_out(tmp_path: Path) -> None:
    choosing = "days = { $n ->\n    [one] ein Tag\n   *[other] { $n } Tage\n  }\n"
    found = phrases(tmp_path, de=f"{choosing}until = Bis {{ $date }}.\n")
    assert [dict(text.texts)["de"] for text in found] == ["Bis {date}."]


def test_a_broken_phrase_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(PhraseError, match="ru.ftl"):
        phrases(tmp_path, de="thanks = Danke.\n", ru="other = Danke.\n")


def test_a_phrase_of_which_one_language_says_much_less_is_left_out(tmp_path: Path) -> None:
    long = "thanks = Danke, dass Sie uns das so ausführlich erzählt haben, es hilft uns sehr.\n"
    assert phrases(tmp_path, de=long, tr="thanks = Sağ olun.\n") == ()


def test_sentences_are_not_matched_when_one_language_has_more_of_them() -> None:
    assert aligned({"de": "Kommen Sie. Rufen Sie an.", "en": "Come and call us."}) == []


def test_sentences_are_not_matched_when_a_question_meets_a_statement() -> None:
    texts = {"de": "Haben Sie Zeit? Kommen Sie.", "en": "Please come here. Do you have time?"}
    assert aligned(texts) == []


def test_sentences_are_not_matched_when_a_number_is_in_another_one() -> None:
    texts = {"de": "Rufen Sie 112 an. Es eilt sehr.", "en": "This is urgent. Please call 112."}
    assert aligned(texts) == []


def test_sentences_are_not_matched_when_their_lengths_cross() -> None:
    texts = {
        "de": "Ja. Bitte kommen Sie morgen um neun Uhr zu uns in die Beratungsstelle am Markt.",
        "en": "Please come to us tomorrow at nine, to the advice centre on the market square. Do.",
    }
    assert aligned(texts) == []


def test_dates_titles_and_ordinals_do_not_end_a_sentence() -> None:
    text = "Am 3. Mai ist Frau Dr. Öztürk da. Rufen Sie 116117. Dann warten Sie."
    assert sentences(text) == [
        "Am 3. Mai ist Frau Dr. Öztürk da.",
        "Rufen Sie 116117.",
        "Dann warten Sie.",
    ]


def test_an_arabic_question_mark_ends_a_sentence() -> None:
    assert sentences("هل أنت هنا؟ شكرًا.") == ["هل أنت هنا؟", "شكرًا."]


@pytest.mark.parametrize("other", OTHERS)
def test_two_languages_share_at_least_the_sentences_all_share(other: str) -> None:
    pairs = sentence_pairs(TEXTS, "de", other)
    assert len(pairs) == len(set(pairs)) >= 1000
    assert {(text.texts["de"], text.texts[other]) for text in TEXTS} <= set(pairs)


def test_pairs_can_be_asked_for_in_the_other_direction() -> None:
    forth, back = sentence_pairs(TEXTS, "de", "ar"), sentence_pairs(TEXTS, "ar", "de")
    assert {(b, a) for a, b in forth} == set(back)
