"""What is found in the translation memory."""

from __future__ import annotations

import pytest

from bot.curated import KNOWLEDGE
from bot.translation.memory import Memory
from bot.translation.parallel import parallel_texts, sentence_pairs
from bot.translation.shielding import shield
from dialogues import ready_made
from knowledge import glossary, library

PAIRS = {
    ("de", "ru"): [
        ("Kommen Sie am 3.12. um 10:00.", "Приходите 3.12. в 10:00."),
        ("Bringen Sie {document} am {date} zu {name}.", "Принесите {document} {date} к {name}."),
        ("Guten Tag!", "Здравствуйте!"),
        ("Rufen Sie 112 an, dann 112.", "Позвоните 112, потом 112."),
    ]
}


@pytest.fixture(scope="module")
def terms() -> glossary.Glossary:
    """The real glossary."""
    return glossary.load()


@pytest.fixture
def memory(terms: glossary.Glossary) -> Memory:
    """A memory of four sentences."""
    return Memory(lambda source, target: PAIRS.get((source, target), []), terms)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Guten Tag!", "Здравствуйте!"),
        ("guten  tag", "Здравствуйте!"),
        ("Guten Abend", None),
        ("Kommen Sie am 24.12. um 8:30.", "Приходите 24.12. в 8:30."),
        ("Kommen Sie am 24.12.", None),
        ("Rufen Sie 112 an, dann 112.", None),
        ("Bringen Sie 2 am 3. Dezember zu Dr. Yılmaz.", "Принесите 2 3 декабря к Dr. Yılmaz."),
        ("Bringen Sie den Brief am 3.12. zu Dr. Yılmaz.", None),
    ],
)
def test_a_sentence_is_found_but_for_what_varies(
    memory: Memory, terms: glossary.Glossary, asked: str, found: str | None
) -> None:
    assert memory.find(shield(asked, "de", terms), "ru") == found


def test_an_unknown_direction_knows_nothing(memory: Memory, terms: glossary.Glossary) -> None:
    assert memory.find(shield("Guten Tag!", "de", terms), "tr") is None


def test_what_a_curator_accepted_comes_first(memory: Memory, terms: glossary.Glossary) -> None:
    asked = shield("Guten Tag", "de", terms)
    memory.correct([("de", "ru", "Guten Tag", "Добрый день"), ("ru", "de", "x", "y")])
    assert memory.find(asked, "ru") == "Добрый день"
    memory.correct([])
    assert memory.find(asked, "ru") == "Здравствуйте!"


@pytest.mark.parametrize("language", ["ar", "ru", "tr", "en"])
def test_a_ready_made_reply_typed_by_hand_is_found(language: str, terms: glossary.Glossary) -> None:
    replies = ready_made.load()
    texts = parallel_texts(library.load(KNOWLEDGE), replies)
    memory = Memory(lambda source, target: sentence_pairs(texts, source, target), terms)
    typed = "Ich habe für Sie einen Termin gemacht: am 3.12. um 9:30 Uhr bei Dr. Yılmaz."
    found = memory.find(shield(typed, "de", terms), language)
    assert found is not None
    for part in ("3.12.", "9:30", "Yılmaz", "Termin"):
        assert part in found
