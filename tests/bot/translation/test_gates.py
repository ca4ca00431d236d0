"""What stops a translation, and what does not."""

from __future__ import annotations

import re

import pytest

from bot.curated import KNOWLEDGE
from bot.translation.gates import LENGTHS, MEASURED_LETTERS, Candidate, Gate, stopped_by
from bot.translation.parallel import ParallelText, parallel_texts, sentence_pairs
from dialogues import ready_made
from knowledge import library
from nlu import resources

BRING = "Bitte bringen Sie Ihre Karte und den Brief mit"


@pytest.fixture(scope="module")
def texts() -> tuple[ParallelText, ...]:
    """Sentences people wrote in every language."""
    return parallel_texts(library.load(KNOWLEDGE), ready_made.load())


def _language_of(text: str) -> str | None:
    guess = resources.guesser().guess(text)
    return guess.language if guess.certain else None


def _without_german(original: str, text: str, source: str, target: str) -> Candidate:
    """The German words that stand in brackets are put in after the gates."""
    kept = [re.sub(r"[(„«].*?[)“»]", "", each) for each in (original, text)]
    return Candidate(kept[0], kept[1], source, target)


def _stopped(text: str, target: str = "ru", original: str = BRING, **more: float) -> Gate | None:
    return stopped_by(Candidate(original, text, "de", target, **more), _language_of)


@pytest.mark.parametrize(
    ("text", "target", "gate"),
    [
        ("Пожалуйста, возьмите с собой карту и письмо", "ru", None),
        ("Lütfen kartınızı ve mektubu yanınızda getirin", "tr", None),
        ("الرجاء إحضار بطاقتك والرسالة معك", "ar", None),
        ("♪", "ru", Gate.EMPTY),
        ("♪ ♪ ♪ ...", "ar", Gate.EMPTY),
        ("", "tr", Gate.EMPTY),
        (BRING, "tr", Gate.ECHO),
        (BRING.upper() + "!", "tr", Gate.ECHO),
        ("Please bring your card and the letter", "ar", Gate.SCRIPT),
        ("Please bring your card and the letter with you", "tr", Gate.LANGUAGE),
        ("Карта карта карта карта карта", "ru", Gate.REPETITION),
        ("и письмо, и письмо, и письмо, и письмо, и письмо", "ru", Gate.REPETITION),
        ("хахахахахахахахахаха", "ru", Gate.REPETITION),
        ("Да", "ru", Gate.LENGTH),
        ("Пожалуйста, возьмите с собой карту и письмо. " * 4, "ru", Gate.LENGTH),
    ],
)
def test_a_known_fault_is_stopped_by_its_gate(text: str, target: str, gate: Gate | None) -> None:
    assert _stopped(text, target) is gate


def test_what_the_original_repeats_may_be_repeated() -> None:
    assert _stopped("да да да да да", original="ja ja ja ja ja") is None


def test_a_model_that_doubts_its_sentence_is_believed() -> None:
    assert _stopped("Возьмите с собой карту и письмо", score=-4.0) is Gate.SCORE
    assert _stopped("Возьмите с собой карту и письмо", score=-0.4) is None


def test_a_short_answer_may_be_of_any_length() -> None:
    assert _stopped("Конечно, хорошо", original="Ja") is None


@pytest.mark.parametrize("language", ["ar", "ru", "tr", "en"])
def test_what_people_wrote_passes_every_gate(
    texts: tuple[ParallelText, ...], language: str
) -> None:
    for source, target in (("de", language), (language, "de")):
        pairs = sentence_pairs(texts, source, target)
        stopped = [
            (gate, one, other)
            for one, other in pairs
            if (gate := stopped_by(_without_german(one, other, source, target), _language_of))
        ]
        assert len(stopped) <= len(pairs) * 0.03, stopped


def test_the_limits_of_length_hold_what_people_wrote(texts: tuple[ParallelText, ...]) -> None:
    def letters(text: str) -> int:
        return sum(sign.isalpha() for sign in text)

    ratios = [
        letters(text.texts[target]) / letters(text.texts[source])
        for text in texts
        for source in text.texts
        for target in text.texts
        if letters(text.texts[source]) >= MEASURED_LETTERS
    ]
    outside = [ratio for ratio in ratios if not LENGTHS[0] <= ratio <= LENGTHS[1]]
    assert len(outside) <= len(ratios) * 0.002, (min(ratios), max(ratios), len(outside))
