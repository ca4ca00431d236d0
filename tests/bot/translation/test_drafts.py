"""Machine drafts: what they look like, and that residents never see them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from bot.translation.models import Effort, Pair
from bot.translation.parallel_sentences import sentences
from dialogues.answers import Answers
from dialogues.phrasebook import Phrasebook
from knowledge import library as shelves
from knowledge.freshness import due
from knowledge.library import KnowledgeError
from tests.bot.translation.fakes import words_of
from tests.bot.translation.small_library import GERMAN, TURKISH, Lotse


@pytest.fixture
def lotse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lotse:
    return Lotse(tmp_path, monkeypatch)


def _body(path: Path) -> list[str]:
    return path.read_text().split("\n---\n", 1)[1].splitlines()


def _sign(line: str) -> str:
    """A heading of a section as it is; of other lines what they begin with."""
    if line.startswith("## ") or not line:
        return line
    return line.split()[0] if line.startswith(("# ", "1. ", "2. ", "- ")) else "words"


def test_a_draft_has_the_structure_of_the_german_answer(lotse: Lotse) -> None:
    said = lotse("translate", "draft", "midwife", "--language", "ru")
    assert said.exit_code == 0, said.output
    assert said.output == "midwife/ru.draft.md is written\n"
    lines = _body(lotse.topic / "ru.draft.md")
    german = [*GERMAN.splitlines(), "", "## desk", "Guten Tag, ich suche eine Hebamme."]
    assert [_sign(line) for line in lines] == [_sign(line) for line in german]
    assert lines[4].startswith("1. ")
    assert "0421 36100" in lines[4]
    assert lines[0].startswith("# слово")
    assert lotse.machine.closed


def test_the_head_of_a_draft_says_what_it_is_and_when_it_was_made(lotse: Lotse) -> None:
    lotse("translate", "draft", "midwife", "--language", "ru")
    head = (lotse.topic / "ru.draft.md").read_text().split("---\n")[1]
    assert "machine draft; residents never see it" in head
    assert "made_on: 20" in head
    assert "packages:" in head
    assert len(head.split("german_sha256: ")[1].strip()) == 64


def test_only_the_sentence_that_fails_stays_german_between_marks(lotse: Lotse) -> None:
    def rule(text: str, pair: Pair, effort: Effort) -> Sequence[str]:
        return [text] if "Kasse" in text else words_of(text, pair, effort)

    lotse.fails(rule)
    said = lotse("translate", "draft", "midwife", "--language", "ru")
    assert "ru.draft.md is written; pieces left in German: 1" in said.output
    line = _body(lotse.topic / "ru.draft.md")[12]
    assert line.startswith("слово")
    assert line.endswith("[[nicht übersetzt: Fragen Sie auch Ihre Kasse.]]")


def test_without_any_translation_there_is_no_draft(lotse: Lotse) -> None:
    lotse.fails(lambda text, pair, effort: [text])
    said = lotse("translate", "draft", "midwife", "--language", "ru")
    assert said.exit_code == 1
    assert "nothing could be translated (echo)" in said.stderr
    assert not (lotse.topic / "ru.draft.md").exists()


def test_every_language_without_an_answer_is_drafted(lotse: Lotse) -> None:
    (lotse.topic / "tr.md").write_text(TURKISH)
    said = lotse("translate", "draft", "midwife")
    assert said.exit_code == 1
    assert "no package from German to en; `lotse packages install`" in said.stderr
    drafted = sorted(path.name for path in lotse.topic.glob("*.draft.md"))
    assert drafted == ["ar.draft.md", "ru.draft.md"]


def test_with_an_answer_in_every_language_nothing_is_drafted(lotse: Lotse) -> None:
    for language in ("ar", "en", "ru", "tr"):
        (lotse.topic / f"{language}.md").write_text(TURKISH)
    said = lotse("translate", "draft", "midwife")
    assert said.exit_code == 0
    assert "midwife has an answer in every language" in said.output
    assert list(lotse.topic.glob("*.draft.md")) == []


def test_a_draft_somebody_works_on_is_not_overwritten(lotse: Lotse) -> None:
    path = lotse.topic / "ru.draft.md"
    path.write_text("half done")
    said = lotse("translate", "draft", "midwife", "--language", "ru", "--language", "tr")
    assert said.exit_code == 1
    assert "a draft in ru waits already; --again replaces it" in said.stderr
    assert path.read_text() == "half done"
    assert (lotse.topic / "tr.draft.md").exists()
    assert lotse("translate", "draft", "midwife", "--language", "ru", "--again").exit_code == 0
    assert "слово" in path.read_text()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("rehab",), "there is no topic rehab in knowledge/topics"),
        (("midwife", "--language", "fr"), "fr is none of ar, ru, tr, en"),
        (("midwife", "--language", "de"), "de is none of"),
    ],
)
def test_an_unknown_topic_or_language_is_told(
    lotse: Lotse, arguments: tuple[str, ...], told: str
) -> None:
    said = lotse("translate", "draft", *arguments)
    assert said.exit_code == 1
    assert told in said.stderr


def test_a_topic_without_german_cannot_be_drafted(lotse: Lotse) -> None:
    (lotse.topic / "de.md").unlink()
    said = lotse("translate", "draft", "midwife")
    assert (said.exit_code, said.stderr) == (1, "midwife has no German answer\n")


def test_a_resident_never_sees_a_draft_but_an_honest_word(
    lotse: Lotse, phrasebook: Phrasebook
) -> None:
    lotse("translate", "draft", "midwife", "--language", "tr")
    drafted = "kelimea"
    assert drafted in (lotse.topic / "tr.draft.md").read_text()
    library = shelves.load(lotse.knowledge)
    assert library.wording("midwife", "tr") is None
    answers = Answers(phrasebook, library, lambda: date(2026, 11, 22))
    for reply in (
        answers.answer("midwife", "tr"),
        answers.more("midwife", "tr"),
        answers.desk("midwife", "tr"),
    ):
        assert drafted not in reply.text
        assert "henüz kontrol edilmiş bir cevabım yok" in reply.text
        assert "/talk_to_human" in [button.payload for button in reply.buttons]
    assert "Hebamme finden" in answers.answer("midwife", "de").text


def test_a_draft_that_is_only_renamed_is_refused(lotse: Lotse) -> None:
    lotse("translate", "draft", "midwife", "--language", "tr")
    (lotse.topic / "tr.draft.md").rename(lotse.topic / "tr.md")
    with pytest.raises(KnowledgeError, match=r"tr\.md.*first line"):
        shelves.load(lotse.knowledge)


def test_an_answer_with_a_piece_that_is_not_translated_is_refused(lotse: Lotse) -> None:
    marked = TURKISH.replace("Ücretsizdir.", "[[nicht übersetzt: Das kostet nichts.]]")
    (lotse.topic / "tr.md").write_text(marked)
    with pytest.raises(KnowledgeError, match=r"tr\.md.*still marked"):
        shelves.load(lotse.knowledge)


def test_the_lists_name_the_drafts_that_wait(lotse: Lotse) -> None:
    assert lotse("translate", "drafts").output == "no draft waits\n"
    lotse("translate", "draft", "midwife", "--language", "tr")
    listed = lotse("translate", "drafts").output
    assert "midwife" in listed
    assert "the same" in listed
    found = due(shelves.load(lotse.knowledge), date(2026, 11, 22))
    assert ("midwife", "machine draft (tr) waits to be confirmed") in [
        (item.id, item.reason) for item in found
    ]
    assert "machine draft (tr) waits to be confirmed" in lotse("freshness").output
    (lotse.topic / "de.md").write_text(GERMAN + "Neu.\n")
    assert "changed" in lotse("translate", "drafts").output


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("# Ebe\n", "does not begin with the head of a draft"),
        ("---\nlanguage: tr\n---\n# Ebe\n", "its head needs language: tr, made_on"),
        ("---\n[\n---\n# Ebe\n", "its head is not YAML"),
    ],
)
def test_a_broken_draft_is_named_beside_the_others(lotse: Lotse, content: str, told: str) -> None:
    lotse("translate", "draft", "midwife", "--language", "ru")
    (lotse.topic / "tr.draft.md").write_text(content)
    said = lotse("translate", "drafts")
    assert said.exit_code == 1
    assert told in said.stderr
    assert "tr.draft.md" in said.stderr
    assert "the same" in said.stdout


def test_sentences_put_together_again_are_the_line() -> None:
    assert " ".join(sentences("Das ist am 3. Mai. Kommen Sie.")) == "Das ist am 3. Mai. Kommen Sie."
